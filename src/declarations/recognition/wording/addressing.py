"""What one line says of whom a letter speaks to, by the words of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import PhraseTable, fold, next_word
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.organs import is_function_word, names_organ
from declarations.recognition.wording.stretches import Span
from declarations.scripts import SENTENCE_ENDS, count_words, find_end

__all__ = ["Address", "find_titled", "names_office", "read_address", "read_names"]

_LONGEST = 15  # words of a name with an office
_LONGEST_LINE = 300  # characters of a line or title that is read
_GREETING = 12  # words of a greeting
_SHORT = 5  # words of one that needs no sign at its end
_ENDS = frozenset(",:!،，、：！")  # signs after a greeting
_EDGES = ' \t,;:.!?–—-|*_،，、：；！。…"“”«»„'
_COLON = re.compile(r"\s*[:：]")
_COMMA = re.compile(r"\s*[,،，、]\s*")
_STOP = re.compile(r"[:：;；|!?！？。]|\s[–—-]\s|—|\.(?=\s|$)")  # after the name in a title
_PLAIN = frozenset({"lines", "datives"})
_WHO = frozenset({"datives", "titles", "offices"})


@attrs.frozen
class Address:
    """What a line that addresses somebody says."""

    names: tuple[str, ...]
    """Whom it names; nobody in `To whom it may concern`, or where the names stand on the lines after it."""
    greets: bool = False
    """Whether it is a greeting: `Dear Mayor,`."""
    is_bare: bool = False
    """Whether it only leads to names: `To:`."""


def read_address(line: str, lexicons: Sequence[Lexicon]) -> Address | None:
    """Return what a line says if it addresses somebody, and nothing else."""
    if len(line) > _LONGEST_LINE:
        return None
    start = next_word(line, 0)
    hit = find_phrases(line[start:], lexicons).opening("addressees")
    for lexicon in lexicons:
        if hit and hit.lexicon is lexicon:
            return _READERS[hit.meaning](line, start + hit.end, lexicons)
        if lexicon.addressees.finals and (final := lexicon.addressees.find_final(fold(line).rstrip(_EDGES))):
            end = len(line.rstrip(_EDGES)) if final[1] == "datives" else final[0]
            return _name(line, line[start:end], lexicons)
    return None


def read_names(lines: Sequence[str], dates: DateFinder, lexicons: Sequence[Lexicon]) -> tuple[str, ...]:
    """Return the names after `To:`: the first line, and those that like it hold a name and an office."""
    names: list[str] = []
    for line in lines:
        name = line.strip(_EDGES)
        is_name = _is_name(name, lexicons) and not any(map(str.isdigit, name)) and not dates.find(name)
        if not is_name or (names and not (_COMMA.search(name) and _COMMA.search(names[0]))):
            break
        names.append(name)
    return tuple(names)


def find_titled(title: str, lexicons: Sequence[Lexicon]) -> Span | None:
    """Return where a title names whom the letter speaks to: `Open letter to the Mayor: …`."""
    if len(title) > _LONGEST_LINE:
        return None
    for lexicon, found in find_phrases(title, lexicons).each("letters"):
        word = next((hit for hit in found["letters"] if hit.meaning == "words"), None)
        if word is None:
            continue
        folded = fold(title)
        span = _find_behind(title, folded, word.end, lexicon) or _find_before(title, folded, word.start, lexicon)
        if span and _is_name(span.of(title), lexicons):
            return span
    return None


def _find_all(table: PhraseTable, folded: str, at: int = 0) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and meaning of every phrase of a table in a text."""
    while hit := table.find_inside(folded[at:]):
        yield at + hit[0], at + hit[1], hit[2]
        at += hit[1]


def names_office(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a word stands in a text for somebody who is addressed: an office, a title, a kind of body."""
    phrases = find_phrases(text, lexicons)
    every = (hit for _, found in phrases.each("addressees") for hit in found["addressees"])
    return "agents" in phrases or any(hit.meaning in _WHO for hit in every)


def _find_behind(title: str, folded: str, start: int, lexicon: Lexicon) -> Span | None:
    """Return the name after the word for a letter and a preposition, up to a sign or the word for a topic."""
    stop = _STOP.search(title, start)
    end = stop.start() if stop else len(title)
    found = _find_line(lexicon, folded[:end], start)
    if found is None:
        return None
    topic = next(
        (at for at, _, kind in _find_all(lexicon.letters, folded[:end]) if kind == "topics" and at > found), end
    )
    return Span(found, topic).trimmed(title, _EDGES)


def _find_before(title: str, folded: str, end: int, lexicon: Lexicon) -> Span | None:
    """Return the name before the word for a letter, where a preposition stands before it or an ending after it."""
    before = folded[:end].rstrip(_EDGES)
    begin = max((stop.end() for stop in _STOP.finditer(title, 0, end)), default=0)
    if final := lexicon.addressees.find_final(before):
        stop = len(before) if final[1] == "datives" else final[0]
        return Span(begin, stop).trimmed(title, _EDGES)
    found = _find_line(lexicon, before, begin)
    return None if found is None else Span(found, len(before)).trimmed(title, _EDGES)


def _find_line(lexicon: Lexicon, folded: str, start: int) -> int | None:
    """Return where a name begins after the first preposition of a text; a word in the dative is part of it."""
    for begin, end, kind in _find_all(lexicon.addressees, folded, start):
        if kind in _PLAIN:
            return next_word(folded, end) if kind == "lines" else begin
    return None


def _read_line(line: str, end: int, lexicons: Sequence[Lexicon]) -> Address | None:
    """Read `To the Mayor`; a preposition alone is believed before a colon, or before words for who is addressed."""
    colon = _COLON.match(line, end)
    name = line[colon.end() if colon else end :].strip(_EDGES)
    if not name:
        return Address((), is_bare=True)
    is_told = names_organ(name, lexicons) or names_office(name, lexicons)
    return _name(line, name, lexicons) if colon or is_told or line[-1] in _ENDS else None


def _read_dative(line: str, _: int, lexicons: Sequence[Lexicon]) -> Address | None:
    return _name(line, line, lexicons)


def _name(line: str, name: str, lexicons: Sequence[Lexicon]) -> Address | None:
    name = name.strip(_EDGES)
    is_line = find_end(line) not in SENTENCE_ENDS and not _STOP.search(name)
    return Address((name,)) if is_line and _is_name(name, lexicons) else None


def _greet(line: str, end: int, lexicons: Sequence[Lexicon]) -> Address | None:
    """Read `Dear Mayor,`; `dear` is no part of the name."""
    size = count_words(line)
    if size > (_GREETING if line[-1] in _ENDS else _SHORT) or line[-1] in SENTENCE_ENDS - _ENDS:
        return None
    rest = line[end:].strip(_EDGES)
    return Address(tuple(_split(rest, lexicons)), greets=True)


def _greet_by_title(line: str, _: int, lexicons: Sequence[Lexicon]) -> Address | None:
    """Read `Mr Mayor,`; the title is part of the name."""
    return _greet(line, 0, lexicons) if line[-1] in _ENDS else None


def _split(names: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """Cut names where another greeting or title begins: `Mayor, dear Councillors`."""
    held = ""
    for piece in _COMMA.split(names):
        hit = find_phrases(piece, lexicons).opening("addressees")
        if held and hit is None:
            held = f"{held}, {piece}"
            continue
        if held:
            yield held
        held = piece[hit.end :].strip(_EDGES) if hit and hit.meaning == "salutations" else piece.strip(_EDGES)
    if held:
        yield held


def _is_name(name: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether words can be a name: not many, and the first that is no function word begins with a capital."""
    words = name.split()
    if not any(map(str.isalpha, name)) or count_words(name) > _LONGEST:
        return False
    first = next((word for word in words if not is_function_word(fold(word), lexicons)), words[0])
    return not first[0].islower()


_READERS = {
    "lines": _read_line,
    "datives": _read_dative,
    "salutations": _greet,
    "titles": _greet_by_title,
    "offices": lambda *_: None,
}
"""How a line is read by what it begins with; an office alone tells nothing."""
