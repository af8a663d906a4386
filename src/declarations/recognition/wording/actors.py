"""Who acts in words that enact, resolve or close: what stands around a name is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold, next_word
from declarations.recognition.wording.organs import cut_capitals, find_rows, is_function_word, names_organ

__all__ = [
    "LONGEST_NAME",
    "cut_formula",
    "cut_introduction",
    "cut_particle",
    "cut_subject",
    "find_verb",
    "is_pronoun",
    "point_at",
]

LONGEST_NAME = 12
"""Words of the name of an issuer at most."""


def is_pronoun(subject: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a subject points: `we`, `that this synod`, or a single function word such as `se`."""
    folded = fold(subject)
    is_one = " " not in folded and (
        is_function_word(folded, lexicons) or any(one.adverbs.find(folded) for one in lexicons)
    )
    return is_one or find_phrases(subject, lexicons).opening("subjects") is not None


def point_at(text: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """The body at which `That this Synod` points, or that stands after `We,`, without the words that point."""
    rest = cut_subject(text, lexicons)
    words = (rest if names_organ(rest, lexicons) else text).strip(" ,:;.，、：").split()
    while words and (is_function_word(fold(words[0]), lexicons) or words[0][0].islower()):
        words.pop(0)
    name = " ".join(words)
    if name and names_organ(name, lexicons) and len(words) <= LONGEST_NAME:
        yield name


def cut_particle(text: str, lexicons: Sequence[Lexicon]) -> str:
    """In languages that mark the subject, cut all after the mark and before the last comma: `湿地連合総会は、…`."""
    endings = tuple(ending for lexicon in lexicons for ending in lexicon.particles)
    for word in re.finditer(r"[^\s,，、;；:：。]+", text) if endings else ():
        before = text[: word.end()]
        if word[0].endswith(endings) and names_organ(before, lexicons):
            return re.split(r"[,，、]", before)[-1].strip()
    return text


def cut_formula(text: str, lexicons: Sequence[Lexicon]) -> str:
    """Cut off resolving formulas before a name, and all before a comma or colon when the name stands after it."""
    folded = fold(text)
    start = 0
    for lexicon in lexicons:
        if hit := lexicon.formulas.find(folded):
            start = next_word(folded, hit[0])
    if start and not any(
        map(str.isalnum, text[start:])
    ):  # the resolving formula holds the name: `Der Parteitag möge beschließen:`
        return next(find_rows(text, lexicons), "")
    rest = cut_capitals(text[start:], lexicons)
    first, comma, behind = rest.partition(",")
    if not comma:
        first, comma, behind = rest.partition(":")
    turns = comma and names_organ(behind, lexicons) and not names_organ(first, lexicons)
    return (behind if turns else rest).strip()


def find_verb(text: str, lexicons: Sequence[Lexicon]) -> tuple[int | None, int]:
    """Return where the first verb, opener or inner formula begins and ends, not right after a function word."""
    folded = fold(text)
    words = [*re.finditer(r"\w+", folded)]
    for at, word in enumerate(words):
        if at and is_function_word(words[at - 1][0], lexicons):
            continue
        is_small_letter = not text[word.start()].isupper() or text.isupper() or at == 0
        tables = (
            table
            for lexicon in lexicons
            for table in (lexicon.actions, lexicon.stances, *([lexicon.formulas] if at else []))
        )
        hit = next((hit for table in tables if (hit := table.find(folded, word.start()))), None)
        if is_small_letter and hit:
            return word.start(), hit[0]
    for lexicon in lexicons if " " not in folded else ():  # at the end of a row of signs: `居民委员会倡议`
        inside = lexicon.actions.find_inside(folded)
        if inside and not any(map(str.isalnum, folded[inside[1] :])):
            return inside[0], inside[1]
    return None, len(text)


def cut_introduction(masked: str, lexicons: Sequence[Lexicon]) -> str:
    """Cut off `Adopted by` and its like, at either end."""
    start = len(masked) - len(masked.lstrip(" ("))
    end = len(masked)
    folded = fold(masked)
    for lexicon, _ in find_phrases(masked, lexicons).each("closings", "dates"):
        for table in (lexicon.closings, lexicon.dates):
            if hit := table.find(folded, start):
                start = hit[0]
            inside = table.find_inside(folded[start:end])
            if inside and start + inside[1] >= end:
                end = start + inside[0]
    return masked[start:end]


def cut_subject(text: str, lexicons: Sequence[Lexicon]) -> str:
    """Cut off `We,` before a name."""
    hit = find_phrases(text, lexicons).opening("subjects")
    return text[next_word(text, hit.end) :] if hit else text
