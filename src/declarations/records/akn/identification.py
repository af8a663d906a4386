"""Which work, expression and manifestation (FRBR) a document is, as the `identification` of its metadata."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from declarations.model import Dated, DateRange, Declaration, PartialDate
from declarations.records.akn.languages import to_alpha3
from declarations.records.akn.markup import write_attributes
from declarations.records.akn.naming import Iris, list_text_dates, make_iris, to_day, to_href
from declarations.records.akn.profiles import Naming
from declarations.records.akn.vocabulary import NULL_DATE

__all__ = ["Identification"]


def _write(tag: str, **values: object) -> str:
    return f"<{tag}{write_attributes(values)}/>\n"


@attrs.frozen(kw_only=True)
class Identification:
    """What the documents of one declaration, the main one and its annexes, have in common."""

    iris: Iris
    """Their IRIs without a component."""
    country: str
    """Code of the jurisdiction."""
    tool: str
    """Reference to what made the metadata."""
    alias: str = ""
    """Element with the title."""
    work_dates: str = _write("FRBRdate", date=NULL_DATE, name="unknown")
    """Elements with the dates of the act, at least one."""
    expression_dates: str = _write("FRBRdate", date=NULL_DATE, name="unknown")
    """Elements with the dates of the text, at least one."""
    manifestation_dates: str = _write("FRBRdate", date=NULL_DATE, name="unknown")
    """Element with the day of the markup."""
    authors: str = _write("FRBRauthor", href="")
    """Elements with the authors, at least one."""
    properties: str = ""
    """Elements with kind and numbers."""
    language: str = _write("FRBRlanguage", language="und")
    """Elements with the language, and of what it is a translation."""

    @classmethod
    def of(
        cls, declaration: Declaration, naming: Naming, authors: Iterable[str], role: str | None, tool: str
    ) -> Identification:
        """Make the identification of a declaration whose authors are referred to."""
        act = [dated for dated in declaration.dates if dated.date == declaration.date]
        others = [dated for dated in declaration.dates if dated not in act]
        texts = list_text_dates(declaration)
        original = declaration.translation_of
        iris = make_iris(declaration, naming)
        _, subtype = naming.name_type(declaration.kind)
        made = cls(
            iris=iris,
            country=naming.country,
            tool=tool,
            alias="" if declaration.title is None else _write("FRBRalias", value=declaration.title, name="title"),
            properties=_write("FRBRsubtype", value=subtype)
            + "".join(_write("FRBRnumber", value=identifier.value) for identifier in declaration.identifiers),
            language=_write("FRBRlanguage", language=to_alpha3(declaration.language))
            + ("" if original is None else _write_translation(original, iris, tool)),
        )
        return attrs.evolve(
            made,
            work_dates=_write_day(naming.date, "generation") + _write_dates([*act, *others]) or made.work_dates,
            manifestation_dates=_write_day(naming.markup_date, "markup") or made.manifestation_dates,
            expression_dates=_write_dates(texts or act) or made.expression_dates,
            authors="".join(f"<FRBRauthor{write_attributes({'href': author, 'as': role})}/>\n" for author in authors)
            or made.authors,
        )

    def write(self, component: str, *, alias: bool = True) -> str:
        """Write the element for one component, such as `main` or `annex_1`."""
        iris = self.iris
        work = self._write_level("Work", f"{iris.work}/!{component}", iris.work, self.alias if alias else "")
        expression = self._write_level("Expression", f"{iris.expression}/!{component}", iris.expression)
        manifestation = self._write_level("Manifestation", f"{iris.expression}/!{component}.xml", iris.manifestation)
        return f'<identification source="{self.tool}">\n{work}{expression}{manifestation}</identification>\n'

    def _write_level(self, level: str, this: str, uri: str, alias: str = "") -> str:
        dates, authors, more = self._list_parts(level)
        names = _write("FRBRthis", value=this) + _write("FRBRuri", value=uri)
        return f"<FRBR{level}>\n{names}{alias}{dates}{authors}{more}</FRBR{level}>\n"

    def _list_parts(self, level: str) -> tuple[str, str, str]:
        if level == "Work":
            return self.work_dates, self.authors, _write("FRBRcountry", value=self.country) + self.properties
        if level == "Expression":
            return self.expression_dates, self.authors, self.language
        return self.manifestation_dates, _write("FRBRauthor", href=self.tool), ""


def _write_dates(dates: Iterable[Dated]) -> str:
    return "".join(_write("FRBRdate", date=to_day(dated.date), name=dated.role) for dated in dates)


def _write_day(date: PartialDate | DateRange | None, name: str) -> str:
    return _write("FRBRdate", date=to_day(date), name=name) if date else ""


def _write_translation(original: str, iris: Iris, tool: str) -> str:
    """Write of what a text is a translation: an expression of the same work, unless an address says which one."""
    known = to_href(original) if "/" in original else f"{iris.work}/und@"
    values = {"href": known, "fromLanguage": "und", "by": tool}
    return _write("FRBRtranslation", **values)
