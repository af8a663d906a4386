"""Lines that look like headings or count like them: in capitals, in print, by the words of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from declarations.blocks import Block, BlockKind
from declarations.language.common import find_common
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold, next_word
from declarations.numerals import Enumerator
from declarations.scripts import SENTENCE_ENDS, count_words
from declarations.text import Mark, MarkKind, Text

__all__ = ["find_head", "find_ordinal", "is_emphasized", "is_set_off", "is_titled"]

_LINE = 60  # characters of a line that may be the heading of an article
_FEW = 3  # words of a heading that ends with a colon
_TITLE = 80  # characters of a line in capitals that is a heading
_LONGEST_SET_OFF = 160  # characters of a bold sentence over a list
_WORD = r"([^\W\d_][^\s\d_.:;,!?()\[\]،؛–—-]{1,19}+)"  # with the signs above its letters
_UNIT = re.compile(rf"{_WORD}\s{_WORD}(?:[.:)]{{1,2}}-?|\s?[-–—])\s+(?=\S)")  # `Artículo primero.`
_UNIT_NUMBER = re.compile(
    rf"{_WORD}\.?\s?(?:\d{{1,3}}|[IVXLC]{{1,6}})(?:er|re|º|ª|°)?(?:\s?[.:)]|\s?[-–—]){{1,3}}\s+(?=\S)"
)  # `Art. 2. – `
_HAN = re.compile(r"([一二三四五六七八九十百]{1,3})\u3000+(?=\S)")  # a wide space alone stands after the number
_SIGN = re.compile(r"[.:)–—-]\s|\u3000")  # between an ordinal and what it counts
_REACH = 64  # characters before the end of the longest ordinal
_COUNTING = re.compile(rf"{_WORD}(?:[.:)]-?|\s?[-–—])\s+(?=\S)")


def find_ordinal(text: str, lexicons: Sequence[Lexicon]) -> Enumerator | None:
    """Find an ordinal that counts in words, as `PRIMERO:` does."""
    if not _SIGN.search(text, 0, _REACH):  # as most texts have none
        return None
    if han := _HAN.match(text):
        return Enumerator(han[1], han.end())
    number = _UNIT_NUMBER.match(text)
    if (
        number
        and (len(text) > _LINE or text.rstrip()[-1] in SENTENCE_ENDS)
        and (fold(number[1]) in find_common("units") or any(fold(number[1]) in one.units for one in lexicons))
    ):
        return Enumerator(number[0].rstrip(), number.end())
    unit = _UNIT.match(text)
    word = _COUNTING.match(text)
    for lexicon in lexicons if unit or word else ():
        if unit and fold(unit[1]) in lexicon.units and (count := lexicon.ordinals.get(fold(unit[2]))):
            return Enumerator(unit[0].rstrip(), unit.end(), count)
        if word and (count := lexicon.ordinals.get(fold(word[1]))):
            return Enumerator(word[0].rstrip(), word.end(), count)
    return None


def find_head(block: Block, folded: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return what part a line heads; an opener or a verb alone must look like a heading to be one."""
    for lexicon in lexicons:
        head = lexicon.find_heading(folded)
        stance = lexicon.stances.find(folded)
        turns = head == "resolutions" and (lexicon.formulas.find(folded) or _acts(folded, lexicon))
        if head and (_is_marked(block) if turns else is_titled(block) or not stance):
            return head
        if block.kind is BlockKind.HEADING and lexicon.begins_annex(folded):
            return "annex"
        if stance and is_titled(block) and not folded[stance[0] :].strip(" .:;,："):
            return "context"
    return None


def _acts(folded: str, lexicon: Lexicon) -> bool:
    """Return whether a line begins with a verb, perhaps after `we`."""
    subject = lexicon.subjects.find(folded)
    starts = (0, next_word(folded, subject[0])) if subject else (0,)
    return any(lexicon.actions.find(folded, start) for start in starts)


def is_titled(block: Block) -> bool:
    """Return whether a line looks like a heading: marked as one, in capitals throughout, or a word with a colon."""
    if block.kind is BlockKind.HEADING:
        return True
    text = block.text.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or not 0 < len(text) <= _TITLE:
        return False
    if text[-1] in ":：":
        return text[0].isupper() and count_words(text) <= _FEW
    return text.isupper()


def _is_marked(block: Block) -> bool:
    """Return whether a line is marked as a heading, or in capitals: a resolving formula alone is none."""
    text = block.text.text.strip()
    is_word = text[-1:] in ":：" and text[:1].isupper() and " " not in text
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and (text.isupper() or is_word))


def is_emphasized(block: Block) -> bool:
    """Return whether a line without an end is bold or italic throughout."""
    is_line = 0 < len(block.text.text) <= _TITLE and block.text.text.rstrip()[-1:].isalnum()
    return is_line and any(_covers(mark, block.text) for mark in block.text.marks)


def is_set_off(block: Block) -> bool:
    """Return whether a paragraph of some words is bold throughout, whatever it ends with, as a heading is."""
    text = block.text.text
    if block.kind is not BlockKind.PARAGRAPH or block.depth or len(text) > _LONGEST_SET_OFF:
        return False
    bold = sorted((mark.start, mark.end) for mark in block.text.marks if mark.kind is MarkKind.STRONG)
    end = 0
    for start, stop in bold:
        if text[end:start].strip():
            return False
        end = max(end, stop)
    return bool(bold) and not text[end:].strip()


def _covers(mark: Mark, text: Text) -> bool:
    is_kind = mark.kind in (MarkKind.STRONG, MarkKind.EMPHASIS)
    return is_kind and not text.text[: mark.start].strip() and not text.text[mark.end :].strip()
