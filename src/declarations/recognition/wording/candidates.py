"""Strings that may name the issuer, and what the name in them is."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases, merge_function_words
from declarations.language.phrases import fold
from declarations.model import AgentKind
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.organs import is_function_word, names_organ

__all__ = ["NameSource", "is_name", "parse_name", "tell_agent"]

_ABBREVIATED = re.compile(r"(?P<name>.{3,200}?)\s*[(（]\s*(?P<short>[^\s()（）]{2,15})\s*[)）]")
_SHORTEST = 2  # letters of a name
_LONGEST = 20  # words of a name
_OTHER = re.compile(r"@|://|www\.|[:：]\s|[?!？！。]|[^\W\d_]{4}\.\s+[^\W\d_]{3}|^\W*\d+\s|^[\[［]")
"""What stands in no name."""
_ELIDED_ARTICLE = re.compile(r"[LlDd][’'](?=\w)")
_LETTER = re.compile(r"[^\W\d_]")
_ELISION = re.compile(r"^[^\W\d_]{1,2}[’'](?=\w)")  # before a word: `d’Orne`
_OTHERS = ("roles", "dates", "formulas", "press_words")
_INTRODUCING = ("lines", "salutations")  # of phrases that address somebody

_QUOTES = (("«", "»"), ("„", "“"), ("“", "”"))


@attrs.frozen
class NameSource:
    """A string that may name the issuer."""

    text: str
    """As printed."""
    origin: str
    """Where it was found, a row of the ranks."""
    index: int | None = None
    """The block that prints it."""


def parse_name(text: str, lexicons: Sequence[Lexicon]) -> tuple[str, str | None] | None:
    """Take a name and its abbreviation out of a line such as `The Example Council (EC),`; None if it is none."""
    line = " ".join(text.split()).strip(' ,;:.–—-|·*_"“”«»،，、；：؛¦')
    abbreviation = None
    if found := _ABBREVIATED.match(line):
        line, abbreviation = found["name"], found["short"]
    line = _close_quotes(line.partition(",")[0].strip())
    if len(line) < _SHORTEST or _OTHER.search(line):
        return None
    line = _without_particle(line, lexicons)
    words = _capitalize_organ(_cut_kind(line.split(), lexicons), lexicons)
    ignored = merge_function_words(lexicons)
    while len(words) > 2 and fold(words[0]) in ignored and fold(words[1]) in ignored:  # `THAT the Council`
        words = words[1:]
    has_article = len(words) > 1 and fold(words[0]) in ignored
    if has_article and not (words[0][0].isupper() and words[1][0].islower()):  # `The towns along the river` keeps it
        words = words[1:]
    elif words and (elided := _ELIDED_ARTICLE.match(words[0])):
        words[0] = words[0][elided.end() :]
    if not words or len(words) > _LONGEST or not _LETTER.search(line) or words[0].isdecimal():
        return None
    if words[0][0].islower():  # names begin with a capital where the script has them
        return None
    return " ".join(words), abbreviation


def is_name(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line may be a name: no address, number, sentence or heading, and written like one.

    Small letters stand in it only after a word for a body, in function words, and where it begins with such a word.
    """
    line = text.strip(" \t\n\u00a0,;.–—-|·*_¦")
    if not line or _OTHER.search(line) or _is_other(line, lexicons):
        return False
    words, ignored = line.split(), merge_function_words(lexicons)
    has_article = len(words) > 1 and fold(words[0]) in ignored
    words = words[has_article:]
    if words[0][0].islower() and (has_article or not names_organ(words[0], lexicons)):
        return False
    small = (at for at, word in enumerate(words) if _ELISION.sub("", word)[0].islower() and fold(word) not in ignored)
    first = next(small, None)
    return first is None or any(names_organ(word, lexicons) for word in words[: first + 1])


def _is_other(line: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line begins like something else than a name, or heads a part."""
    if known := find_phrases(line, lexicons):
        address = known.opening("addressees")
        if any(map(known.opening, _OTHERS)) or (address is not None and address.meaning in _INTRODUCING):
            return True
    folded = fold(line)
    return any(lexicon.find_heading(folded) for lexicon in lexicons)


def _close_quotes(name: str) -> str:
    """Put back the sign that ends the quoted words of a name."""
    for begin, end in _QUOTES:
        if begin in name and end not in name.partition(begin)[2]:
            return name + end
    return name


def _cut_kind(words: list[str], lexicons: Sequence[Lexicon]) -> list[str]:
    """Cut off the kind of the document before a name: `Decision of the Board of Rye`."""
    at = 1
    while at < len(words) and is_function_word(fold(words[at]), lexicons):
        at += 1
    is_kind = 1 < at < len(words) and find_kind(words[0], lexicons) and names_organ(" ".join(words[at:]), lexicons)
    return words[at:] if is_kind else words


def _capitalize_organ(words: list[str], lexicons: Sequence[Lexicon]) -> list[str]:
    """Begin a name with its word for a body, which may be small: `ассоциация «Чистый берег»`."""
    at = int(len(words) > 2 and is_function_word(fold(words[0]), lexicons))
    if len(words) < at + 2 or not words[at][0].islower() or not names_organ(words[at], lexicons):
        return words
    following = words[at + 1]
    if following[0].isupper() or any(following.startswith(begin) for begin, _ in _QUOTES):
        return [words[at][0].upper() + words[at][1:], *words[at + 1 :]]
    return words


def _without_particle(name: str, lexicons: Sequence[Lexicon]) -> str:
    """Cut off what marks a name as the subject: `総会は`."""
    for ending in [ending for lexicon in lexicons for ending in lexicon.particles]:
        if name.endswith(ending) and len(name) > len(ending) + 2:
            return name.removesuffix(ending)
    return name


def tell_agent(name: str, lexicons: Sequence[Lexicon]) -> AgentKind:
    """Return what bears a name, by its words; the first word that says so counts."""
    hit = find_phrases(name, lexicons).first("agents")
    return AgentKind(hit.meaning) if hit else AgentKind.OTHER
