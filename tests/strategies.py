"""Hypothesis strategies that make whole declarations: every field, every mark, odd characters, nested clauses.

Strings are put together from fragments that have broken programs before, which finds more than single
characters do. A draw costs far more than what is made of it, so one number gives a whole string, and one
number says which optional fields are there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, TypeVar

from hypothesis import strategies as st

from declarations import (
    Agent,
    Clause,
    Dated,
    DateRange,
    Declaration,
    Identifier,
    Label,
    Note,
    PartialDate,
    Signatory,
    Source,
    Text,
    Vote,
)
from declarations.model import (
    Action,
    AgentKind,
    DateRole,
    DeclarationKind,
    LabelStyle,
    SignatoryRole,
    Stance,
    VoteManner,
)
from declarations.text import Mark, MarkKind

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]

FRAGMENTS = (
    *("Recalling", "the Charter", "resolves", " ", "  ", ", ", ".", "…", "-", "1", "(a)"),
    *("&", "<", ">", "]]>", "&amp;", "<!--", "-->", "<p>", "</clause>", '"', "'", "\\", "\\u0041", "{", "}", "%"),
    *("\n", "\r", "\r\n", "\t", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u2028", "\u2029", "\ufeff", "\ufffd"),
    *("é", "e\u0301", "ß", "İ", "ǅ", "ﬁ", "शक्ति", "的", "第三条", "١٢", "עִבְרִית", "العربية", "\u202e", "\u2066", "ไทย"),
    *("😀", "👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "𝔘", "\U0001f1f9\U0001f1f7", "\U0010fffd", "\ud7ff", "\ue000"),
)
"""Pieces of strings: words, white space of every kind, markup, escapes, and scripts of the world."""

SEPARATORS = (
    *(" ", "\t", "\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", *map(chr, range(0x7F, 0xA1))),
    *("\xad", "\u1680", "\u200b", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff", "\ufffd", "\U0001f600"),
    *("a", "é", ".", ":", "#", "-", "...", "---", "'", '"', "\\", "|", "?", "%"),
)
"""What YAML, Python or Unicode takes for space, for the end of a line or for nothing, and signs of YAML."""

LEGAL = st.characters(
    exclude_categories=("Cs",), exclude_characters=[chr(n) for n in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)]
)
"""All characters of XML 1.0 (section 2.2)."""


def _write_in_fragments(number: int) -> str:
    """Read a number as digits, each of which is a fragment; 0 is the empty string."""
    pieces = []
    while number > 0:
        number, digit = divmod(number - 1, len(FRAGMENTS))
        pieces.append(FRAGMENTS[digit])
    return "".join(pieces)


def _fill(string: str) -> str:
    return string if string.strip() else f"{string}x"


def _is_set(flags: int, place: int) -> bool:
    """Tell whether both of two bits are set, which they are one time in four."""
    return flags >> 2 * place & 3 == 3


_few = st.integers(0, 2)
_words = st.integers(0, len(FRAGMENTS) ** 5).map(_write_in_fragments)
_flags = st.integers(0, 2**16 - 1)
_tags = st.sampled_from(
    ("en", "fr", "pt-BR", "zh-Hans-CN", "sr-Latn", "de-CH-1996", "und", "x-klingon", "en-US-u-ca-gregory")
)
_urls = st.sampled_from(("https://example.org/", "http://example.org/?a=1&b=2#c", "mailto:a@example.org", "../x y"))
_targets = {MarkKind.LINK: _urls, MarkKind.LANGUAGE: _tags, MarkKind.NOTE: st.sampled_from(("n1", "n2", "n&3"))}
_zones = st.one_of(
    st.none(), st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda n: dt.timezone(dt.timedelta(minutes=n)))
)


def strings() -> st.SearchStrategy[str]:
    """Make any string that the model allows, blank ones too."""
    return _words


def separated_strings() -> st.SearchStrategy[str]:
    """Make a string of little but separators, some of which the model refuses."""
    return st.lists(st.sampled_from(SEPARATORS), max_size=8).map("".join)


def filled_strings() -> st.SearchStrategy[str]:
    """Make a string that is not blank."""
    return _words.map(_fill)


def optional_strings() -> st.SearchStrategy[str | None]:
    """Make a string that is not blank, or None."""
    numbers = st.integers(0, 3 * len(FRAGMENTS) ** 3)
    return numbers.map(lambda number: _fill(_write_in_fragments(number // 3)) if number % 3 else None)


@st.composite
def texts(draw: Draw[Any]) -> Text:
    """Make a text with up to five marks of any kind, crossing or not; one in many has any legal character."""
    number = draw(_text_numbers)
    string = _write_in_fragments(number // 32)
    if number % 32 == 31:
        string += draw(_characters)
    marks = []
    for _ in range((number % 32) % 6 if number % 32 > 21 else 0):
        kind = draw(_mark_kinds)
        if not string and kind is not MarkKind.NOTE:
            continue
        end = draw(st.integers(0 if kind is MarkKind.NOTE else 1, len(string)))
        start = end if kind is MarkKind.NOTE else draw(st.integers(0, end - 1))
        marks.append(Mark(start, end, kind, draw(_targets[kind]) if kind in _targets else None))
    return Text(string, marks)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Make a day, a month or a year."""
    return st.builds(
        lambda date, parts: PartialDate(*(date.year, date.month, date.day)[:parts]), st.dates(), st.integers(1, 3)
    )


def date_ranges() -> st.SearchStrategy[DateRange]:
    """Make a range that does not end before it begins."""
    return st.lists(partial_dates(), min_size=2, max_size=2).map(
        lambda dates: DateRange(*sorted(dates, key=lambda date: date.earliest))
    )


def times() -> st.SearchStrategy[dt.time]:
    """Make a time of day, to the microsecond, with or without an offset of whole minutes."""
    return st.builds(lambda time, zone: time.replace(tzinfo=zone, fold=0), st.times(), _zones)


@st.composite
def dateds(draw: Draw[Any]) -> Dated:
    """Make a date with its role."""
    flags = draw(_flags)
    date = draw(_ranges) if _is_set(flags, 0) else draw(_dates)
    timed = isinstance(date, PartialDate) and date.day is not None and flags & 1
    return Dated(role=draw(_date_roles), date=date, time=draw(_times) if timed else None, text=draw(_optional))


def identifiers() -> st.SearchStrategy[Identifier]:
    """Make an identifier."""
    return st.builds(Identifier, _filled, scheme=_optional)


def agents() -> st.SearchStrategy[Agent]:
    """Make an agent."""
    return st.builds(
        Agent,
        name=_filled,
        abbreviation=_optional,
        kind=st.sampled_from(AgentKind),
        url=st.one_of(st.none(), _urls),
        identifiers=st.lists(identifiers(), max_size=2),
        aliases=st.lists(_filled, max_size=2),
    )


def labels() -> st.SearchStrategy[Label]:
    """Make a printed number."""
    return st.builds(
        Label, _filled, ordinal=st.one_of(st.none(), st.integers(0, 2**53 - 1)), style=st.sampled_from(LabelStyle)
    )


@st.composite
def clauses(draw: Draw[Any], ids: Iterator[int] | None = None, depth: int = 4) -> Clause:
    """Make a clause with items up to `depth` levels deep; `ids` gives the numbers of unique ids."""
    ids = ids or count()
    flags = draw(_flags)
    parts: dict[str, Any] = {
        "label": draw(_labels) if flags & 1 else None,
        "paragraphs": [draw(_texts) for _ in range(flags >> 1 & 1)],
        "items": [draw(clauses(ids, depth - 1)) for _ in range(flags >> 2 & 3)] if depth and _is_set(flags, 3) else [],
        "heading": draw(_texts) if _is_set(flags, 4) else None,
        "tail": [draw(_texts)] if _is_set(flags, 5) else [],
    }
    if not any(parts.values()):
        parts["paragraphs"] = [Text(), draw(_texts)]
    if _is_set(flags, 6):
        parts |= {"phrase": draw(_filled), "stance": draw(_stances), "action": draw(_actions)}
    return Clause(id=f"{draw(_prefixes)}{next(ids)}" if _is_set(flags, 7) else None, **parts)


@st.composite
def declarations(draw: Draw[Any]) -> Declaration:
    """Make a whole declaration."""
    ids = count()
    flags = draw(_flags) | draw(_flags) << 16 | draw(_flags) << 32
    some = {field: draw(strategy) for place, (field, strategy) in enumerate(_FIELDS.items()) if _is_set(flags, place)}
    for field in ("context", "resolutions", "annexes"):
        some[field] = [draw(clauses(ids)) for _ in range(draw(_few))]
    notes = draw(_few) if flags & 1 else 0
    some["notes"] = [
        Note(id=f"n{next(ids)}", label=draw(_optional), paragraphs=draw(_text_lists)) for _ in range(notes)
    ]
    return Declaration(kind=draw(_kinds), **some)


def signatories() -> st.SearchStrategy[Signatory]:
    """Make a signatory."""
    return st.builds(
        Signatory,
        agent=agents(),
        role=st.sampled_from(SignatoryRole),
        capacity=_optional,
        on_behalf_of=st.one_of(st.none(), agents()),
    )


def votes() -> st.SearchStrategy[Vote]:
    """Make a vote, with numbers or without."""
    counts = st.one_of(st.none(), st.integers(0, 2**53 - 1))
    return st.builds(
        Vote, _filled, manner=st.sampled_from(VoteManner), in_favour=counts, against=counts, abstaining=counts
    )


def sources() -> st.SearchStrategy[Source]:
    """Make a source, even one that says nothing."""
    return st.builds(
        Source,
        url=st.one_of(st.none(), _urls),
        site=_optional,
        author=_optional,
        categories=st.lists(_filled, max_size=2),
        media_type=st.sampled_from((None, "text/html")),
    )


# Strategies are built once: building costs more than drawing.
_characters = st.text(LEGAL, max_size=8)
_text_numbers = st.integers(0, 32 * len(FRAGMENTS) ** 5)
_filled = filled_strings()
_optional = optional_strings()
_mark_kinds = st.sampled_from(MarkKind)
_texts = texts()
_text_lists = st.lists(_texts, max_size=2)
_dates = partial_dates()
_ranges = date_ranges()
_times = times()
_date_roles = st.sampled_from(DateRole)
_labels = labels()
_stances = st.sampled_from((None, *Stance))
_actions = st.sampled_from((None, *Action))
_prefixes = st.sampled_from(("c-", "_", "A.b-", "x"))
_kinds = st.sampled_from(DeclarationKind)
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": _filled,
    "subtitle": _filled,
    "identifiers": st.lists(identifiers(), max_size=2),
    "issuers": st.lists(agents(), max_size=2),
    "addressees": st.lists(agents(), max_size=2),
    "dates": st.lists(dateds(), max_size=3),
    "place": _filled,
    "meeting": _filled,
    "language": _tags,
    "enacting": _texts,
    "context_heading": _texts,
    "formula": _texts,
    "resolutions_heading": _texts,
    "closing": _text_lists,
    "votes": st.lists(votes(), max_size=2),
    "signatories": st.lists(signatories(), max_size=2),
    "source": sources(),
    "translation_of": _filled,
}
