"""Seams: the places in a block where another line, number, phrase or formula begins a part of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from declarations.blocks import Block, BlockKind
from declarations.language.beginnings import index_beginnings
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.numerals import find_enumerator
from declarations.numerals.successors import count_on
from declarations.scripts import SENTENCE_ENDS, count_words

__all__ = ["Seam", "find_line_ends", "find_seams"]

Seam: TypeAlias = Callable[[Block, Sequence[Lexicon]], Iterator[int]]
"""Yields the offsets in the text of a block at which it is cut."""

_PAUSE = re.compile(r"[,;，；、،؛]\s*")
_CAPITAL_PAUSE = re.compile(r"[,;，；、،؛]\s*(?=[^\W\d_a-z])")  # before a letter that may be a capital
_SHORTEST_HINGE, _LONGEST_HINGE = 2, 14  # words of a resolving formula that is glued to a paragraph
_LONGEST_LINE = 12  # words of a line of a letterhead or a signature
_HEAD = 60  # characters in which an opener stands
_BLANK = re.compile(r"\n[^\S\n]*(?=\n)")
_LINE = re.compile(r"\n[^\S\n]*")
_LETTERS = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
_CAPITALS = 5  # letters of a word that is printed in capitals to be seen
_GAP = re.compile(r"(?:\s?,)?\s")  # between two of them
_BEFORE = re.compile(r"[,;.:，；。：]\W{0,3}(?:[^\W\d_]+[\s,]+){0,6}$")  # what stands before words in capitals
_TOLD = ("stances", "adverbs")  # tables whose phrases a context paragraph can begin with
_ACTS = (*_TOLD, "actions", "formulas")
_BEFORE_SIZE = 60  # characters in which that is looked for


def find_blank_lines(block: Block, _lexicons: Sequence[Lexicon]) -> Iterator[int]:
    """Yield where paragraphs begin that only a line of white space parts."""
    yield from (found.end() for found in _BLANK.finditer(block.text.text))


def find_counted_lines(block: Block, _lexicons: Sequence[Lexicon]) -> Iterator[int]:
    """Yield where lines begin with numbers that count on from line to line, also inside each other."""
    text = block.text.text
    starts = [0, *(found.end() for found in _LINE.finditer(text))]
    found = [(at, enumerator) for at in starts if (enumerator := find_enumerator(text[at : at + _HEAD]))]
    counted = count_on([enumerator for _, enumerator in found])
    yield from (found[place][0] for place in sorted(counted) if found[place][0])


def find_opening_lines(block: Block, lexicons: Sequence[Lexicon]) -> Iterator[int]:
    """Yield where lines of a paragraph begin that open like context paragraphs, perhaps after a dash."""
    text = block.text.text
    place = text.find("\n")
    while place >= 0:
        if _opens(text[place + 1 : place + 1 + _HEAD].lstrip("-–—•· "), lexicons):
            yield place + 1
        place = text.find("\n", place + 1)


def find_run_on_openers(block: Block, lexicons: Sequence[Lexicon]) -> Iterator[int]:
    """Yield where context paragraphs begin that run on in one: capitalised openers after a comma."""
    text = block.text.text
    places = [pause.end() for pause in _CAPITAL_PAUSE.finditer(text)]
    found = [place for place in places if text[place].isupper() and _opens(text[place : place + _HEAD], lexicons)]
    if len(found) > 1 or (found and text[0].isupper() and _opens(text, lexicons)):
        yield from found


def find_capitals(block: Block, lexicons: Sequence[Lexicon]) -> Iterator[int]:
    """Yield where clauses begin that run on in one paragraph: `…; and WHEREAS …; be it further RESOLVED, …`.

    Their phrases are printed in capitals. One that comes twice begins a clause wherever it stands, another one only
    after a comma, a semicolon or a full stop, with a few words between at most.
    """
    text = block.text.text
    if text.isupper():
        return
    words = [(at, word) for at, word in _list_capitals(text) if _opens(text[at : at + _HEAD], lexicons, acts=True)]
    seen = Counter(word for _, word in words)
    for at, word in words:
        if at and (seen[word] > 1 or _BEFORE.search(text[max(at - _BEFORE_SIZE, 0) : at])):
            yield at


def _list_capitals(text: str) -> Iterator[tuple[int, str]]:
    """Yield where rows of words in capitals begin, and the first word; one word of a row is long."""
    row: list[re.Match[str]] = []
    for word in (*_LETTERS.finditer(text), None):
        if row and (word is None or not word[0].isupper() or not _GAP.fullmatch(text, row[-1].end(), word.start())):
            if any(len(one[0]) >= _CAPITALS for one in row):
                yield row[0].start(), row[0][0]
            row = []
        if word is not None and word[0].isupper():
            row.append(word)


def find_glued_formula(block: Block, lexicons: Sequence[Lexicon]) -> Iterator[int]:
    """Yield where a resolving formula begins that is glued to the end of a context paragraph."""
    text = block.text.text
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or block.depth > 1 or text[-1:] in ".!?":
        return
    start = find_enumerator(text)
    if not _opens(text[start.end if start else 0 :].lstrip("\"'“«"), lexicons):
        return
    for pause in _PAUSE.finditer(text, _find_last_words(text, _LONGEST_HINGE)):
        rest = text[pause.end() :]
        if not _SHORTEST_HINGE <= len(rest.split()) <= _LONGEST_HINGE:  # no single word of Chinese: `因而` goes on
            continue
        if pause[0].strip() in ",،、" and rest.rstrip()[-1:] in ",،、":  # `, thus increasing the risk,`
            continue
        folded = fold(rest)
        if any(
            lexicon.formulas.find(folded, at) for lexicon in lexicons for at in (0, lexicon.skip_adverbs(folded, 0))
        ):
            yield pause.end()
            return


LINE_SEAMS: tuple[Seam, ...] = (find_blank_lines, find_counted_lines, find_opening_lines)
"""What parts a paragraph of several lines, in order; each sees the pieces that those before it have left."""

RUNNING_SEAMS: tuple[Seam, ...] = (find_run_on_openers, find_capitals, find_glued_formula)
"""What parts a paragraph in the middle of a line."""


def find_seams(block: Block) -> Sequence[Seam]:
    """Return what may part a block; an item ends with a formula at most."""
    if not _is_paragraph(block):
        return (find_glued_formula,)
    return (*LINE_SEAMS, *RUNNING_SEAMS) if "\n" in block.text.text else RUNNING_SEAMS


def find_line_ends(block: Block) -> Iterator[int]:
    """Yield where the lines of a letterhead or of signatures begin, when all are short and make no sentence."""
    text = block.text.text
    if not _is_paragraph(block) or "\t" in text:
        return
    *lines, last = text.split("\n")
    is_sentence = last.rstrip()[-1:] in SENTENCE_ENDS and not any(line.rstrip()[-1:] in SENTENCE_ENDS for line in lines)
    if is_sentence and count_words(text) > _LONGEST_LINE:
        return
    if all(count_words(line) <= _LONGEST_LINE for line in (*lines, last)):
        yield from (at + 1 for at, char in enumerate(text) if char == "\n")


def _is_paragraph(block: Block) -> bool:
    """Return whether a block is a paragraph outside of lists."""
    return block.kind is BlockKind.PARAGRAPH and not block.depth


def _opens(text: str, lexicons: Sequence[Lexicon], *, acts: bool = False) -> bool:
    """Return whether a text begins with a preambular phrase, or also with a verb or a resolving formula."""
    folded = fold(text[:_HEAD])
    begins = index_beginnings(tuple(lexicons)).find(folded)
    if not begins or not any(name in begins for name in (_ACTS if acts else _TOLD)):
        return False
    for lexicon in lexicons:
        at = lexicon.skip_adverbs(folded, 0)
        tables = (lexicon.stances, lexicon.actions, lexicon.formulas) if acts else (lexicon.stances,)
        if any(table.find(folded, at) or table.find(folded) for table in tables):
            return True
    return False


def _find_last_words(text: str, count: int) -> int:
    """Return the offset of the last character before so many last words of a text."""
    words = text.rsplit(maxsplit=count)
    return len(words[0]) - 1 if len(words) > count else 0
