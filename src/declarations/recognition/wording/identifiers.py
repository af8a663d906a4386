"""By what numbers a document is known: symbols, designations such as `Resolution 12 (2024)`, DOI and URN."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from declarations.language.common import match_common
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.model import DeclarationKind, Identifier
from declarations.recognition.wording.stretches import Span

__all__ = ["begins_with_number", "find_identifiers", "is_symbol", "make_identifiers", "tell_kind"]

_SYMBOLS = {
    "RES": DeclarationKind.RESOLUTION,
    "DEC": DeclarationKind.DECISION,
    "REC": DeclarationKind.RECOMMENDATION,
    "DECL": DeclarationKind.DECLARATION,
}
"""What a part of a symbol says of the kind of document, as organs of the United Nations and of the OAS print it."""

_YEAR = r"(?:\s?[(（][12]\d{3}[)）]|\s?\([IVXLC]{1,8}(?:-\w{1,4})?(?:/\d{1,4})?\))"
_LEADING = re.compile(
    r"(?:\d{1,4}/\d{1,4}|(?:19|20)\d\d-\d{1,4}|\d{1,5} \([IVXLC]{1,8}\)|[A-Z]{1,6}[ .-]?\d{1,4}(?:[-/]\d{1,6}){1,3})"
    r"(?: [A-Z](?:-[A-Z])?)?(?=\s?[.:–—]\s|\s[–—-]\s|$)"
)
_SCHEMES = (
    ("doi", re.compile(r"(?<![\w./])10\.\d{4,9}/[^\s\"<>,;]{1,200}")),  # ISO 26324
    ("urn", re.compile(r"(?<!\w)urn:[a-z0-9][a-z0-9-]{1,31}:[^\s\"<>,;]{1,200}", re.IGNORECASE)),  # RFC 8141
)
_SEPARATOR = re.compile(r"[,;|·•\n،、]|:\s|\s[:–—-]\s|$")
_TOKEN = re.compile(r"[^\W_][\w./()\[\]-]*")
_STRUCTURE = re.compile(r"[/_]|\d[-.()]{1,2}\w{0,4}\d")
_ADDRESS = re.compile(r"://|@|www\.")
_LONGEST_CODE = 40  # characters
_MOST_TOKENS = 4
_FEWEST_DIGITS_OF_A_YEAR = 4
_NUMBERED = frozenset(
    {DeclarationKind.RESOLUTION, DeclarationKind.DECISION, DeclarationKind.RECOMMENDATION, DeclarationKind.MOTION}
)
"""Kinds of documents that organs count."""


@cache
def _after_kind() -> re.Pattern[str]:
    """Return what matches a number after the word for a kind: `Resolution No. 12 (2024)`."""
    return re.compile(
        rf"(?P<sign>\s{{0,2}}{match_common('number_words')}\s{{0,2}}|\s{{1,2}})"
        r"(?P<number>(?:[A-ZА-ЯΑ-Ω]{1,4}[-./ ]?)?\d\w{0,12}(?:[-./–]\w{1,12}){0,4}"
        r"|(?:[A-ZА-ЯΑ-Ω]|[IVXLC]{2,7})(?=\s{0,2}(?:[:.–—-]|$)))"
        rf"(?P<tail>{_YEAR}|\s[^\W\d]{{1,3}}\s(?:19|20)\d\d(?!\w)"
        r"|(?:\s[^\W\d]{1,4}){1,2}\s\d{1,4}\S{0,5}\s[A-Z]{2,12}(?:\s\(\d{4}\))?)?"
    )


@cache
def _before_kind() -> re.Pattern[str]:
    """Return what matches a number before the word for a kind: `第12号决议`."""
    numbered = match_common("numbered_words")
    return re.compile(rf"第?\s?[\d零〇一二三四五六七八九十百]{{1,8}}\s?{_YEAR}?\s?{numbered}\s?", re.IGNORECASE)


def find_identifiers(text: str, lexicons: Sequence[Lexicon]) -> tuple[Span, ...]:
    """Find what a title or a line of the masthead says of numbers, in the printed order, without overlaps."""
    found: list[Span] = []
    for span in (*_find_schemes(text), *_find_codes(text), *_find_leading(text), *_find_designation(text, lexicons)):
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    return tuple(sorted(found, key=lambda one: one.start))


def is_symbol(text: str) -> bool:
    """Return whether a line is a symbol and nothing else: `A/RES/78/1`."""
    line = text.strip(" .")
    return _is_code(line[1:-1] if line.startswith("(") else line)


def begins_with_number(text: str) -> bool:
    """Return whether a line begins with the number of a document, and goes on with words: `75/218. Bread`."""
    found = _LEADING.match(text, len(text) - len(text.lstrip(" (")))
    return found is not None and any(map(str.isalpha, text[found.end() :]))


def make_identifiers(values: Iterable[str]) -> tuple[Identifier, ...]:
    """Make identifiers of what is printed; what another one repeats with more words is left out."""
    every = [*dict.fromkeys(" ".join(value.split()) for value in values)]
    kept = [one for one in every if not any(other != one and other.startswith(f"{one} ") for other in every)]
    return tuple(Identifier(value, scheme=_scheme(value)) for value in kept)


def tell_kind(identifiers: Iterable[Identifier]) -> DeclarationKind | None:
    """Return the kind of document that a symbol names: `A/RES/78/1`; None if none does."""
    parts = (part for one in identifiers for part in re.split(r"[/.\s]", one.value))
    return next((_SYMBOLS[part] for part in parts if part in _SYMBOLS), None)


def _scheme(value: str) -> str | None:
    return next((scheme for scheme, pattern in _SCHEMES if pattern.fullmatch(value)), None)


def _find_schemes(text: str) -> Iterator[Span]:
    for _, pattern in _SCHEMES:
        for hit in pattern.finditer(text):
            yield Span(hit.start(), hit.start() + len(hit[0].rstrip(".)")))


def _find_codes(text: str) -> Iterator[Span]:
    """Pieces of a line that are symbols, a symbol before other words, and one in brackets."""
    start = 0
    for separator in _SEPARATOR.finditer(text):
        piece = Span(start, separator.start()).trimmed(text, " ()." if text[start:].startswith("(") else " .")
        words = text[piece.start : piece.end]
        if _is_code(words):
            yield piece
        else:
            yield from _find_edge(words, piece.start)
        start = separator.end()
    for at, char in enumerate(text):
        if char == "(" and text[at - 1 : at].isspace():
            inside = Span(at + 1, _closing_bracket(text, at))
            if _is_code(text[inside.start : inside.end]) and re.search(r"[/_]", text[inside.start : inside.end]):
                yield inside


def _find_edge(words: str, start: int) -> Iterator[Span]:
    """A symbol before other words, or after a short one such as `Doc.`."""
    first, _, rest = words.partition(" ")
    if first.count("/") > 1 and _is_code(first):
        yield Span(start, start + len(first))
    elif first.endswith(".") and first[:-1].isalpha() and _is_code(rest):
        yield Span(start + len(words) - len(rest), start + len(words))


def _closing_bracket(text: str, start: int) -> int:
    """Return where the bracket at `start` closes, or `start` if it does not soon."""
    depth = 0
    for at in range(start, min(len(text), start + _LONGEST_CODE)):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at
    return start


def _is_code(words: str) -> bool:
    """Return whether words are a symbol: capitals and numbers, with signs between numbers."""
    tokens = words.split()
    if not 0 < len(tokens) <= _MOST_TOKENS or len(words) > _LONGEST_CODE or _ADDRESS.search(words):
        return False
    has_form = all(_TOKEN.fullmatch(token.lstrip("(")) for token in tokens) and words.count("(") == words.count(")")
    is_printed_so = all(any(map(str.isdigit, one)) or one.isupper() or "/" in one for one in tokens)
    letters = [char for char in words if char.isalpha()]
    has_capital = any(char.isupper() for char in letters) and any(map(str.isdigit, words))
    return has_form and is_printed_so and has_capital and _STRUCTURE.search(words) is not None


def _find_leading(text: str) -> Iterator[Span]:
    """A number with two parts before a title: `71/4.`, `SR 24-07:`."""
    start = len(text) - len(text.lstrip(" ("))
    if hit := _LEADING.match(text, start):
        yield Span(hit.start(), hit.end())


def _find_designation(text: str, lexicons: Sequence[Lexicon]) -> Iterator[Span]:
    """A word for a kind of document and its number, when it is the first such word and nothing refers to it."""
    counted = _before_kind().search(text)
    for lexicon, found in find_phrases(text, lexicons).each("kinds"):
        folded = fold(text)
        kind = lexicon.kinds.find(folded, counted.end()) if counted else None
        if counted and kind:
            yield Span(counted.start(), kind[0]).trimmed(text, " ")
            return
        start, end, meaning, _ = found["kinds"][0]
        before = folded[:start].split()
        number = _after_kind().match(text, end)
        refers = before and (before[-1] in lexicon.function_words or before[-1].endswith(":"))
        if number and not refers and _is_believable(number, text, DeclarationKind(meaning), lexicon):
            yield Span(start, number.end())
        return


def _is_believable(number: re.Match[str], text: str, kind: DeclarationKind, lexicon: Lexicon) -> bool:
    """Return whether a number after a word for a kind counts documents: not `Statement 10 years after`."""
    printed = number["number"]
    if number["sign"].strip() or number["tail"] or not printed.isdecimal():
        return True
    if len(printed) >= _FEWEST_DIGITS_OF_A_YEAR and printed[:2] in ("19", "20"):
        return False
    following = text[number.end() :].split(maxsplit=1)
    is_set_off = not following or not following[0][0].isalnum()
    leads = bool(following) and (following[0][0].isupper() or fold(following[0]) in lexicon.function_words)
    return is_set_off or (kind in _NUMBERED and leads)
