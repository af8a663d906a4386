"""When: dates with their roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from declarations.findings import Finding, FindingCode
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.model import Dated, DateRange, DateRole, DeclarationKind, PartialDate
from declarations.recognition.wording.acts import find_role
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.organs import is_function_word, names_organ_in_any_form

__all__ = ["DatedLine", "read_line", "read_title", "settle_dates"]

_NEAR = 2  # words after the kind of document among which the name of a body begins
_TABLES = ("dates", "closings", "roles", "kinds", "author_words", "votes", "meetings", "formulas")
_LABEL = re.compile(r"[^\W\d]{1,20}(?: [^\W\d]{1,20}){0,2}\s?[:：]\s")
_TOLD = frozenset({DeclarationKind.STATEMENT, DeclarationKind.COMMUNIQUE, DeclarationKind.OPEN_LETTER})
"""Kinds of documents that are issued; the others are adopted."""


@attrs.frozen(kw_only=True)
class DatedLine:
    """What the dates of one line are."""

    dates: tuple[Dated, ...] = ()
    """The dates, in order."""
    findings: tuple[Finding, ...] = ()
    """Dates that are none, or more than one."""

    def shares_day(self, other: DatedLine) -> bool:
        """Return whether both hold one day."""
        return not {dated.date for dated in self.dates}.isdisjoint(dated.date for dated in other.dates)

    def join(self, other: DatedLine) -> DatedLine | None:
        """Return the line with what the other one knows of the same days, which happened what this one says."""
        roles = {dated.date: dated.role for dated in self.dates}
        same = [attrs.evolve(dated, role=roles[dated.date]) for dated in other.dates if dated.date in roles]
        return attrs.evolve(self, dates=(*self.dates, *same)) if same else None


def read_line(text: str, default: DateRole, finder: DateFinder, lexicons: Sequence[Lexicon]) -> DatedLine:
    """Read the dates of a line; the words before a date tell its role, else it has the default one.

    A line with a label that says nothing of dates, `Re: Order 77 of 12 May 2016`, gives none.
    """
    dates: list[Dated] = []
    findings: list[Finding] = []
    start = 0
    if _is_of_other(text, finder, lexicons):
        return DatedLine()
    matches = finder.find(text)
    for match in matches:
        findings += (attrs.evolve(finding, excerpt=text) for finding in match.findings)
        if match.date is not None:
            behind = text[match.end :] if match is matches[-1] else ""
            role = _role(text[start : match.start], lexicons) or _role(behind, lexicons) or default
            dates.append(Dated(role=role, date=match.date, time=match.time, text=match.text))
            start = match.end
    return DatedLine(dates=tuple(dates), findings=tuple(findings))


def _is_of_other(text: str, finder: DateFinder, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line has a label of its own and more words than the date after it."""
    label = _LABEL.match(text)
    if not label or not lexicons or not (matches := finder.find(text)):
        return False
    known = find_phrases(label[0], lexicons)
    is_known = any(table in known for table in _TABLES)
    rest = f"{text[label.end() : matches[0].start]} {text[matches[0].end :]}"
    return not is_known and matches[0].start >= label.end() and any(map(str.isalnum, rest))


def read_title(text: str, finder: DateFinder, lexicons: Sequence[Lexicon]) -> DatedLine:
    """Read the date by which a title calls its document: `Resolution of the Parliament of 16 September 2015 on …`.

    Only function words and the name of a body may stand between the word for the kind and the date.
    """
    matches = [match for match in finder.find(text) if isinstance(match.date, PartialDate) and match.date.day]
    for _, found in find_phrases(text, lexicons).each("kinds") if matches else ():
        hit = found["kinds"][0]
        match = next((one for one in matches if one.start >= hit.end), None)
        if match is None or match.date is None:
            continue
        between = text[hit.end : match.start]
        content = [word for word in re.findall(r"[^\W\d_]+", between) if not is_function_word(fold(word), lexicons)]
        calls = not content or names_organ_in_any_form(" ".join(content[:_NEAR]), lexicons)
        if calls and not re.search(r"[:;—–]", between):
            role = DateRole.ISSUED if hit.meaning in _TOLD else DateRole.ADOPTED
            return DatedLine(dates=(Dated(role=role, date=match.date, time=match.time, text=match.text),))
    return DatedLine()


def _role(before: str, lexicons: Sequence[Lexicon]) -> DateRole | None:
    """Return the role of a date by the words beside it, in any of their forms: `принятая` for `принята`."""
    role = find_role(fold(before), lexicons)
    return DateRole(role) if role else None


def settle_dates(lines: Iterable[DatedLine]) -> DatedLine:
    """Keep one date for each role: the first printed one, with a time if another source knows it.

    A day and a range that holds it do not conflict.
    """
    kept: dict[DateRole, Dated] = {}
    findings: list[Finding] = []
    for line in lines:
        findings += line.findings
        for dated in line.dates:
            first = kept.setdefault(dated.role, dated)
            if first.date != dated.date and not (_holds(first.date, dated.date) or _holds(dated.date, first.date)):
                message = f"{dated.role} on {first.date} ({first.text}), but elsewhere {dated.date} ({dated.text})"
                findings.append(Finding(FindingCode.CONFLICTING_DATES, message))
            elif dated.time is not None and (first.time is None or len(str(dated.time)) > len(str(first.time))):
                kept[dated.role] = dated
    return DatedLine(dates=tuple(kept.values()), findings=tuple(dict.fromkeys(findings)))


def _holds(outer: PartialDate | DateRange, inner: PartialDate | DateRange) -> bool:
    """Return whether a range holds a date."""
    return isinstance(outer, DateRange) and outer.earliest <= inner.earliest and inner.latest <= outer.latest
