"""Names by the naming convention of Akoma Ntoso (OASIS, akn-nc 1.0): IRIs of documents, and eIds inside them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

import attrs

from declarations.model import Dated, DateRange, DateRole, Declaration, PartialDate
from declarations.records.akn.languages import to_alpha3
from declarations.records.akn.profiles import Naming
from declarations.records.akn.vocabulary import ABBREVIATIONS, NULL_DATE

__all__ = [
    "ElementIds",
    "Iris",
    "list_text_dates",
    "make_iris",
    "make_slug",
    "to_day",
    "to_href",
]

_LONGEST = 60  # characters of a slug
_PATH = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*"
_QUERY = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]*:(?:(?!//)|//[A-Za-z0-9._-]+(?::[0-9]{1,5})?(?=[/?#]|\Z))"
_URI = re.compile(rf"(?:{_SCHEME}|(?!//)(?![^/?#]*:)){_PATH}(?:\?{_QUERY})?(?:\#{_QUERY})?")
_UNSAFE = re.compile("(?:data|javascript|vbscript):", re.IGNORECASE)


@attrs.frozen
class Iris:
    """The IRIs of the three levels of a document, without its component."""

    work: str
    """The act, in any language."""
    expression: str
    """Its text in one language at one time."""
    manifestation: str
    """That text in XML."""


def make_iris(declaration: Declaration, naming: Naming) -> Iris:
    """Name a declaration by type, kind, first issuer, date of the act and first identifier (akn-nc, section 4)."""
    date = _first_day(naming.date or declaration.date)
    number = declaration.identifiers[0].value if declaration.identifiers else declaration.title
    steps = (
        naming.country,
        *naming.name_type(declaration.kind),
        *_name_actor(declaration, naming),
        str(date) if date else NULL_DATE,
        make_slug(number or "", "") or _name_words(declaration),
    )
    work = f"{naming.base}/akn/{'/'.join(steps)}"
    texts = list_text_dates(declaration)
    version = _first_day(texts[0].date) if texts else date
    expression = f"{work}/{to_alpha3(declaration.language)}@{version or ''}"
    return Iris(work, expression, f"{expression}.xml")


def _name_actor(declaration: Declaration, naming: Naming) -> Iterator[str]:
    issuer = declaration.issuer
    if naming.actor:
        yield naming.actor
    elif issuer:
        yield _begin_with_letter(make_slug(issuer.abbreviation or issuer.name, "issuer"))


def _name_words(declaration: Declaration) -> str:
    """Return a name for what has no number and no title: other words give another one; `nn` for no words at all."""
    waiting, texts = [*declaration.context, *declaration.resolutions, *declaration.annexes], []
    while waiting:  # each clause once, however deep it is
        clause = waiting.pop()
        texts += [clause.heading or "", *clause.paragraphs, *clause.tail]
        waiting += clause.items
    words = "\n".join(map(str, texts)).strip()
    return f"nn-{sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}" if words else "nn"


def list_text_dates(declaration: Declaration) -> list[Dated]:
    """Return the dates of the text as it is now, the best first: when it was modified, when it was published."""
    roles = (DateRole.MODIFIED, DateRole.PUBLISHED)
    return [dated for role in roles for dated in declaration.dates if dated.role is role]


def _first_day(date: PartialDate | DateRange | None) -> PartialDate | None:
    return date.start if isinstance(date, DateRange) else date


def to_day(date: PartialDate | DateRange) -> str:
    """Return the first day that a date can mean; the schema takes no month and no year."""
    return date.earliest.isoformat()


def _begin_with_letter(slug: str) -> str:
    return f"x-{slug}" if slug[0].isdecimal() else slug


@lru_cache(4096)
def make_slug(text: str, empty: str) -> str:
    """Make a step of an IRI: letters and digits of any script in lower case, all else hyphens; `empty` if none."""
    return _keep_letters(text.lower())[:_LONGEST].strip("-") or empty


@lru_cache(4096)
def _clean_number(printed: str) -> str:
    """Take a printed number into an eId (akn-nc, section 5.2): no white space, hyphens for punctuation."""
    return _keep_letters("".join(printed.split()))[:_LONGEST].strip("-")


def _keep_letters(text: str) -> str:
    kept = "".join(char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in text)
    return "-".join(kept.split())


class ElementIds:
    """Gives every element of a document an eId of its own: `para_2__list_1__point_a`.

    The parts between underscores hold none themselves, so counting those that are alike is enough.
    """

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self._counts: Counter[str] = Counter()

    def name(self, parent: str, element: str, printed: str | None = None) -> str:
        """Name an element by its number, if one is printed, inside of a parent."""
        path = self.join(parent, ABBREVIATIONS.get(element, element))
        number = _clean_number(printed) if printed else ""
        return self._count(f"{path}_{number}") if number else f"{path}_nn_{self._next(f'{path}_nn')}"

    def number(self, parent: str, element: str) -> str:
        """Name an element by its place among its kind."""
        path = self.join(parent, ABBREVIATIONS.get(element, element))
        return f"{path}_{self._next(path)}"

    def call(self, kind: str, name: str) -> str:
        """Name something that stands beside the text, such as an agent: `organization_town-council`."""
        return self._count(f"{self.join(self.prefix, kind)}_{make_slug(name, 'nn')}")

    def join(self, parent: str, step: str) -> str:
        """Put a step after its parent."""
        return f"{parent}__{step}" if parent else step

    def _next(self, path: str) -> int:
        self._counts[path] += 1
        return self._counts[path]

    def _count(self, base: str) -> str:
        count = self._next(base)
        return base if count == 1 else f"{base}_{count}"


def to_href(target: str) -> str:
    """Make a target fit for `xsd:anyURI`: as it is if it is a URI (RFC 3986), else with all else escaped.

    So are the colons of schemes that run something, for style sheets that make pages of the document.
    """
    if _URI.fullmatch(target) and not _UNSAFE.match(target):
        return target
    return quote(target, safe="?=&+.,;@!$'()*~-_")
