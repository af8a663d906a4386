"""Before anything is weighed: blocks that hold several parts are cut at their seams, torn ones are put together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from declarations.blocks import Block, BlockKind, Landmark
from declarations.language.beginnings import index_beginnings
from declarations.language.labels import read_counts
from declarations.language.lexicon import Lexicon, load_boilerplate
from declarations.language.phrases import fold
from declarations.numerals import find_enumerator
from declarations.recognition.document import Document
from declarations.recognition.segment.boilerplate import find_reason
from declarations.scripts import count_words
from declarations.text import Text

__all__ = ["repair_blocks", "split_blocks"]

_PAUSE = re.compile(r"[,;，；、،؛]\s*")
_SHORTEST_HINGE, _LONGEST_HINGE = 2, 14  # words of a resolving formula that is glued to a paragraph
_LONGEST_LINE = 12  # words of a line of a letterhead or a signature
_PROSE = 15  # words of a paragraph of running text
_HEAD = 60  # characters in which an opener stands
_BULLET_LINE = re.compile(r"^[-–—•·*]\s", re.MULTILINE)
_BULLETS = frozenset("-–—•·*")
_LISTED = frozenset({Landmark.NAVIGATION, Landmark.SHARING})
_FEWEST_WORDS = 3  # in the cell beside an opener
_LONGEST_HEADING = 8  # words of a heading in capitals
_SIGNS = " ().:：、．。[]（）【】-–—)"
_PAIR, _FEWEST_ARTICLES = 2, 6  # blocks of a number and what it counts; numbers that are articles
_FEWEST_TORN = 2  # numbers on lines of their own


def repair_blocks(document: Document) -> Document:
    """Put every part in a block of its own; all words stay, in their order.

    Numbers that stand alone join what they count, lines of letterheads and signatures part, a resolving formula
    that is glued to the last context paragraph and preambular phrases that run on in one paragraph are cut off.
    """
    phrases = load_boilerplate(tuple(lexicon.language for lexicon in document.lexicons))
    made: list[tuple[Block, str | None]] = []
    for id, pieces in split_blocks(document.blocks, document.boilerplate, document.lexicons):
        reason = document.boilerplate.get(id)
        if len(pieces) == 1:
            made.append((pieces[0], reason))
        else:
            made += ((piece, find_reason(piece, phrases)) for piece in pieces)
    return document.segmented(made)


def split_blocks(
    blocks: Sequence[Block], boilerplate: Collection[int], lexicons: Sequence[Lexicon]
) -> Iterator[tuple[int, Sequence[Block]]]:
    """Yield for every block that stays its id and its pieces."""
    joined = _join_torn(blocks, boilerplate, lexicons)
    prose = [place for place, (id, block) in enumerate(joined) if id not in boilerplate and _is_prose(block)]
    first, last = (prose[0], prose[-1]) if prose else (len(joined), -1)
    for place, (id, block) in enumerate(joined):
        before = joined[place - 1][1] if place else None
        if id in boilerplate or block.part or block.piece or not _LISTED.isdisjoint(block.landmarks):
            yield id, (block,)  # our own pages have cut it already
        elif not (first < place < last or _is_led_to(before)) and (ends := [*_line_ends(block)]):
            yield id, [*_cut(block, ends)]
        else:
            places = {*_opening_lines(block, lexicons), *_openers(block, lexicons), *_find_formula(block, lexicons)}
            yield id, [*(_cut(block, sorted(places)) if places else _cut_bullets(block))]


def _is_prose(block: Block) -> bool:
    return block.piece is None and count_words(block.text.text) >= _PROSE


def _is_led_to(before: Block | None) -> bool:
    """Return whether the sentence of the paragraph before a block goes on in it, as with values."""
    if before is None or not _is_prose(before):
        return False
    return before.text.text[-1].isalnum() or before.text.text[-1] in ":："


def _cut(block: Block, places: Iterable[int]) -> Iterator[Block]:
    """Cut a block at some offsets; only the first piece keeps the marker, a piece outside a list is a paragraph."""
    edges = [0, *places, len(block.text.text)]
    if len(edges) == 2:  # nothing to cut
        yield block
        return
    for start, end in pairwise(edges):
        text = block.text[start:end].strip()
        if not text.text:
            continue
        if not start:
            yield attrs.evolve(block, text=text)
        else:
            yield attrs.evolve(block, kind=BlockKind.PARAGRAPH, text=text, marker=None, depth=0, level=0, list_number=0)


def _cut_bullets(block: Block) -> Iterator[Block]:
    """Make items of the lines that begin with a dash or a dot: several after the first, or all inside a list."""
    text = block.text.text
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or ("\n" not in text and text[:1] not in _BULLETS):
        yield block
        return
    places = [found.start() for found in _BULLET_LINE.finditer(text)]
    is_inner = block.depth > 0 and places[:1] == [0]
    if not is_inner and (len(places) < _FEWEST_TORN or places[0] == 0):
        yield block
        return
    for start, end in pairwise(sorted({0, *places, len(text)})):
        piece = block.text[start:end].strip()
        inner = attrs.evolve(block, kind=BlockKind.ITEM, marker=None, depth=block.depth + 1, text=piece)
        keeps_number = not start and block.marker is not None
        yield inner if start in places and not keeps_number else attrs.evolve(block, text=piece)


def _line_ends(block: Block) -> Iterator[int]:
    """Yield where the lines of a letterhead or of signatures begin, when all are short."""
    text = block.text.text
    if block.kind is not BlockKind.PARAGRAPH or block.depth or "\t" in text:
        return
    if all(count_words(line) <= _LONGEST_LINE for line in text.split("\n")):
        yield from (at + 1 for at, char in enumerate(text) if char == "\n")


def _opening_lines(block: Block, lexicons: Sequence[Lexicon]) -> Iterator[int]:
    """Yield where lines of one paragraph begin that open like context paragraphs, perhaps after a dash."""
    text = block.text.text
    if block.kind is not BlockKind.PARAGRAPH or block.depth:
        return
    place = text.find("\n")
    while place >= 0:
        if _opens(text[place + 1 : place + 1 + _HEAD].lstrip("-–—•· "), lexicons):
            yield place + 1
        place = text.find("\n", place + 1)


def _openers(block: Block, lexicons: Sequence[Lexicon]) -> list[int]:
    """Return where context paragraphs begin that run on in one: capitalised openers after a comma."""
    text = block.text.text
    if block.kind is not BlockKind.PARAGRAPH or block.depth:
        return []
    found = [
        pause.end()
        for pause in _PAUSE.finditer(text)
        if text[pause.end() : pause.end() + 1].isupper() and _opens(text[pause.end() : pause.end() + _HEAD], lexicons)
    ]
    return found if len(found) > 1 or (found and text[0].isupper() and _opens(text, lexicons)) else []


def _opens(text: str, lexicons: Sequence[Lexicon]) -> bool:
    folded = fold(text[:_HEAD])
    begins = index_beginnings(tuple(lexicons)).find(folded)
    for lexicon in lexicons if "stances" in begins or "adverbs" in begins else ():
        at = lexicon.skip_adverbs(folded, 0)
        if lexicon.stances.find(folded, at) or lexicon.stances.find(folded):
            return True
    return False


def _find_formula(block: Block, lexicons: Sequence[Lexicon]) -> list[int]:
    """Return where a resolving formula begins that is glued to the end of a context paragraph."""
    text = block.text.text
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or block.depth > 1 or text[-1:] in ".!?":
        return []
    start = find_enumerator(text)
    if not _opens(text[start.end if start else 0 :].lstrip("\"'“«"), lexicons):
        return []
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
            return [pause.end()]
    return []


def _find_last_words(text: str, count: int) -> int:
    """Return the offset of the last character before so many last words of a text."""
    words = text.rsplit(maxsplit=count)
    return len(words[0]) - 1 if len(words) > count else 0


def _join_torn(
    blocks: Sequence[Block], boilerplate: Collection[int], lexicons: Sequence[Lexicon]
) -> list[tuple[int, Block]]:
    """Put numbers that stand in a cell or on a line of their own before what follows them; each block with its id."""
    kept = [(id, block) for id, block in enumerate(blocks) if id not in boilerplate]
    torn = {id: after for (id, block), (after, _) in pairwise(kept) if _is_number(block)}
    joinable = {id: after for id, after in torn.items() if after == id + 1 and _takes_number(blocks[after])}
    rows = sum(block.kind is BlockKind.ROW and _split_row(block) is not None for _, block in kept)
    if len(joinable) + rows < _FEWEST_TORN or _are_articles(sorted(joinable)):
        joinable = {}
    made: list[tuple[int, Block]] = []
    for id, block in enumerate(blocks):
        if id in joinable:
            continue
        number = blocks[id - 1].text.text.strip() if id - 1 in joinable else None
        made.append((id, block if id in boilerplate else _mend(block, number, lexicons)))
    return made


def _mend(block: Block, number: str | None, lexicons: Sequence[Lexicon]) -> Block:
    """Return a block as its author meant it: with its number, without the cells of a table around it."""
    if number is not None:
        return _number(block, number)
    if block.kind is BlockKind.ROW and (parts := _split_row(block)):
        return _untabulate(block, *parts)
    if block.kind is BlockKind.ROW and _begins_in_cell(block, lexicons):
        return attrs.evolve(block, kind=BlockKind.PARAGRAPH, depth=0, text=_join_cells(block))
    if _heads_in_capitals(block):
        return attrs.evolve(_number(block, block.marker or ""), marker=None, depth=0, list_number=0)
    return block


def _begins_in_cell(block: Block, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a row of two cells holds an opener or a verb, and what it is said of."""
    first, tab, rest = block.text.text.partition("\t")
    if not tab or "\t" in rest or count_words(rest) < _FEWEST_WORDS:
        return False
    folded = fold(first).strip(" :,")
    return any(
        (hit := table.find(folded)) is not None and hit[0] == len(folded)
        for lexicon in lexicons
        for table in (lexicon.stances, lexicon.actions)
    )


def _join_cells(block: Block) -> Text:
    at = block.text.text.index("\t")
    return Text.join((block.text[:at].strip(), block.text[at + 1 :].strip()), " ")


def _heads_in_capitals(block: Block) -> bool:
    """Return whether an item is a counted heading, as `II. COMMITMENTS`."""
    text = block.text.text
    is_item = block.kind is BlockKind.ITEM and block.depth == 1 and block.marker is not None
    is_capital = text.isupper() and text[0].isupper()  # not `关于COVID`
    return is_item and is_capital and text[-1].isalnum() and count_words(text) <= _LONGEST_HEADING


def _are_articles(places: Sequence[int]) -> bool:
    """Return whether numbers on lines of their own stand over articles: many, and often over several blocks."""
    longer = sum(later - earlier > _PAIR for earlier, later in pairwise(places))
    return len(places) >= _FEWEST_ARTICLES and longer > 1


def _is_number(block: Block) -> bool:
    text = block.text.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or block.depth or block.piece or not 0 < len(text) <= 6 or " " in text:
        return False
    core = text.strip(_SIGNS)
    is_numeral = bool(core) and (all(map(str.isnumeric, core)) or (core.isascii() and core.isalpha()) or len(core) == 1)
    if not is_numeral:  # `第一條：` is a heading
        return False
    found = find_enumerator(f"{text} x")
    return (found is not None and found.printed == text) or (text.isupper() and bool(read_counts(text)))


def _takes_number(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.depth and not block.piece and not _is_number(block)


def _number(block: Block, printed: str) -> Block:
    """Return a block its number: a title becomes a heading, all else an item."""
    text = block.text.text
    if count_words(text) <= _LONGEST_LINE and text[-1:].isalnum() and text[:1].isupper():
        joined = Text.join((Text(printed), block.text), " ")
        return attrs.evolve(block, kind=BlockKind.HEADING, level=3, text=joined)
    return attrs.evolve(block, kind=BlockKind.ITEM, marker=printed, depth=1)


def _split_row(block: Block) -> tuple[str, Text] | None:
    """Return the number and the words of a row whose first of two cells is a number."""
    first, tab, rest = block.text.text.partition("\t")
    if not tab or "\t" in rest or not rest.strip() or not first.strip():
        return None
    marker = first.strip()
    found = find_enumerator(f"{marker} x")
    is_number = found is not None and found.printed == marker and not marker.isdigit()
    if not is_number and marker not in _BULLETS:
        return None
    return marker, block.text[len(first) + 1 :].strip()


def _untabulate(block: Block, marker: str, text: Text) -> Block:
    """Make an item of a row with a number, a paragraph of one with a dash."""
    if marker in _BULLETS:
        return attrs.evolve(block, kind=BlockKind.PARAGRAPH, depth=0, text=Text.join((Text(marker), text), " "))
    return _number(attrs.evolve(block, text=text), marker)
