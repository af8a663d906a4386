"""Who speaks in a text: `We, the Guild of Bakers, …`, `I, Ada Brenner, Mayor of Rye, …`, `The Guild (GB), …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import FIRST_WORD, fold, next_word
from declarations.recognition.wording.actors import LONGEST_NAME, cut_subject, find_verb
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.organs import is_function_word, names_organ
from declarations.scripts import count_words

__all__ = ["find_speakers", "read_opening"]

_OPENING = re.compile(r"[^(（.;:]{3,160}[(（](?P<short>[^\s()（）]{2,15})[)）]")
_WORD = re.compile(r"\w+")
_ELISION = re.compile(r"\b[LlDd][’'](?=\w)")
_SENTENCE = re.compile(r"(?:^|[.!?。！？]\s*)(?=\w)")
_COMMA = re.compile(r"\s*[,，、]\s*")
_DASH = re.compile(r"\s*(?:[–—]|--?)\s*")
_HEAD = 90  # characters in which a dateline ends
_FIRST = 500  # characters of a paragraph in which who speaks says so
_WHO = 8  # words of the name of those who met
_LETTER = 2  # letters of initials at least


def find_speakers(text: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """Yield the names by which those who speak call themselves in a paragraph: between commas after `We` or `I`."""
    head, speaking = text[:_FIRST], _find_speaking(tuple(lexicons))
    firsts = [FIRST_WORD.match(head, found.end()) for found in _SENTENCE.finditer(head)]
    begins = [first.start() for first in firsts if first and fold(first[0]) in speaking]
    folded = fold(head) if begins else ""
    for begin in begins:
        for lexicon in lexicons:
            turn = lexicon.formulas.find(folded, begin)  # `Now, therefore, I, …`
            start = next_word(folded, turn[0]) if turn else begin
            yield from filter(None, [_read_we(head, folded, start, lexicon), _read_one(head, folded, start, lexicon)])


@lru_cache(maxsize=64)
def _find_speaking(lexicons: tuple[Lexicon, ...]) -> frozenset[str]:
    """Return the words with which sentences begin in which somebody speaks of himself, or turns to what he resolves."""
    first = (FIRST_WORD.match(word) for lexicon in lexicons for word in lexicon.speakers)
    words = frozenset(found[0] for found in first if found)
    tables = (table for lexicon in lexicons for table in (lexicon.subjects, lexicon.formulas))
    return words.union(*(table.first_words for table in tables))


def _read_we(head: str, folded: str, start: int, lexicon: Lexicon) -> str | None:
    """Return the name after `We`: `We, Green Lane Gardeners, …`, `We, the members of the Guild, …`."""
    hit = lexicon.subjects.find(folded, start)
    if hit is None or (lexicon.particles and folded[: hit[0]].endswith(lexicon.particles)):  # `私たちは、`
        return None
    end = start + len(head[start : hit[0]].rstrip(",，、 "))
    comma = _COMMA.match(head, end)
    if comma is None and not _COMMA.search(head, start, end):
        return None
    piece = _COMMA.split(head[comma.end() if comma else end :], maxsplit=1)[0]
    verb, _ = find_verb(piece, [lexicon])
    words = _ELISION.sub("", piece[:verb] if verb else piece).split()
    while words and words[0][0].islower():
        words.pop(0)
    is_name = words and len(words) <= LONGEST_NAME and not re.search(r"[.:;]\s", piece)
    return " ".join(words) if is_name and not is_function_word(fold(words[0]), [lexicon]) else None


def _read_one(head: str, folded: str, start: int, lexicon: Lexicon) -> str | None:
    """Return the name between commas after `I`, if an office stands after it."""
    word = _WORD.match(folded, start)
    if word is None or word[0] not in lexicon.speakers or not (comma := _COMMA.match(head, word.end())):
        return None
    name, *rest = _COMMA.split(head[comma.end() :], maxsplit=1)
    words = name.split()
    is_name = 1 < len(words) <= _WHO and all(one[0].isupper() for one in words)
    return name if is_name and rest else None


def read_opening(text: str, dates: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Return who speaks by the first sentence of a document, after place and date: who is abbreviated, or met.

    `The Party of Renewal (PR), meeting in …`, `The Bakers’ Guild, meeting at Rye on 5 May 2020, …`.
    """
    text = _cut_dateline(text, dates)
    opening = _OPENING.match(text)
    if opening is None:
        return _read_meeting(text, dates, lexicons)
    name = cut_subject(opening[0], lexicons)
    is_body = names_organ(name, lexicons) and not _tells_place(name, lexicons)
    return name if is_body or _is_abbreviated(name, opening["short"]) else None


def _tells_place(name: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a preposition of place stands before the word for a body: `Gathered in Rye at the Congress`."""
    for word in _WORD.findall(name):
        if names_organ(word, lexicons):
            return False
        if any(fold(word) in lexicon.place_words for lexicon in lexicons):
            return True
    return False


def _cut_dateline(text: str, dates: DateFinder) -> str:
    """Cut off place and date before a dash at the beginning of a text: `New Rye, 4 May 2020 – The Guild …`."""
    head = text[:_HEAD]
    last = max((dash.end() for dash in _DASH.finditer(head) if dates.find(head[: dash.start()])), default=0)
    return text[last:]


def _is_abbreviated(name: str, short: str) -> bool:
    """Return whether a short form is made of the first letters of the capitalised words before it."""
    initials = "".join(word[0] for word in _WORD.findall(re.split(r"[(（]", name, maxsplit=1)[0]) if word[0].isupper())
    return len(short) >= _LETTER and initials.endswith(short.replace(".", "").upper()) and short[0].isupper()


def _read_meeting(text: str, dates: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Return who met on a date."""
    name, comma, behind = text[:_FIRST].partition(",")
    is_name = names_organ(name, lexicons) and count_words(name) <= _WHO
    return name if comma and is_name and dates.find(behind.partition(",")[0]) else None
