"""Who signed, moved, seconded or sponsored: names with their roles and offices."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping, Sequence

import attrs

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.model import Agent, Signatory, SignatoryRole
from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.metadatalines import group_lines
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.candidates import tell_agent
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.localities import find_place
from declarations.recognition.wording.organs import GAP, is_function_word, names_organ
from declarations.recognition.wording.signing import drop_marks, find_role_label
from declarations.recognition.wording.stretches import Span, mask

__all__ = ["extract_signatories", "read_signatories"]

_EDGES = " \t:,;.–—-*|：，、،；。"
_COLON = re.compile("[:：]")
_COMMA = re.compile("[,，、،\t]")  # tabs stand between cells
_SENTENCE = re.compile(r"[.。।]\s+(?=[^\W\d_])")
_LONGEST_ORGAN = 8  # words of the name of a body that signs
_PHRASE = 60  # characters in which words that tell of the vote stand
_MOST_NAMES = 5  # words of the name of a person


def extract_signatories(document: Document) -> Extract:
    """Return who stands in the masthead and at the end; move the blocks that turn out to sign, or not to.

    A line of the signatures that holds a date and no name goes to the closing words; a body that stands there alone on
    its line signs.
    """
    lexicons = document.lexicons
    found: list[Signatory] = []
    moved: dict[int, Part] = {}
    parts = dict(document.parts)
    for segment in document.of(Part.SUBTITLE, Part.MASTHEAD):
        for line in segment.block.text.text.split("\n"):
            if find_phrases(line, lexicons).opening("roles") and not document.dates.find(line):
                _read_into(found, line, lexicons)
    by_block = group_lines(document)
    ending = document.of(Part.CLOSING, Part.SIGNATORY)
    for place, segment in enumerate(ending):
        if document.parts[segment.id] is Part.CLOSING:
            lines = by_block.get(segment.id, [])
            if not (_is_between(ending, place, ChainMap(moved, parts)) or _is_organ(segment, lines, lexicons)):
                continue
            moved[segment.id] = Part.SIGNATORY
        is_heading = segment.heads == "signatories" or any(lexicon.find_heading(segment.folded) for lexicon in lexicons)
        if segment.heads == "signatories" or (is_heading and segment.end in ":："):  # `First signatories:`
            moved[segment.id] = Part.BOILERPLATE
            continue
        signs = not _is_dated(segment, document.dates, lexicons) and _read_into(
            found, segment.block.text.text, lexicons, is_item=segment.block.kind is BlockKind.ITEM
        )
        before = ending[place - 1] if place else None
        if signs and before is not None and document.parts[before.id] is Part.CLOSING:
            moved |= _take_office(found, before, lexicons)
        if not signs and not is_heading and drop_marks(segment.block.text.text).strip(_EDGES):
            moved[segment.id] = Part.CLOSING
    return Extract(values={"signatories": tuple(found)}, moved=moved)


def _is_between(ending: Sequence[BlockFeatures], place: int, parts: Mapping[int, Part]) -> bool:
    """Return whether a short line stands between two that sign."""
    around = [parts[one.id] for one in (*ending[max(place - 1, 0) : place], *ending[place + 1 : place + 2])]
    return around == [Part.SIGNATORY] * 2 and ending[place].is_short(_LONGEST_ORGAN) and ending[place].end.isalnum()


def _take_office(found: list[Signatory], before: BlockFeatures, lexicons: Sequence[Lexicon]) -> dict[int, Part]:
    """Take the line above a name for the office of who bears it, `The President`; give where that line belongs."""
    last, text = found[-1], before.block.text.text.strip(_EDGES)
    is_line = before.is_short(_LONGEST_ORGAN) and before.is_open and _has_article(text, lexicons)
    ends = "closings" in before.begins or any(map(str.isdigit, text))
    if last.capacity or ends or not is_line or not _is_person(last.agent.name, lexicons):
        return {}
    found[-1] = attrs.evolve(last, capacity=text)
    return {before.id: Part.SIGNATORY}


def _is_organ(segment: BlockFeatures, lines: Sequence[MetadataLine], lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a closing line is the name of a body and nothing more."""
    text = segment.block.text.text.strip()
    words = text.split()
    if len(lines) != 1 or lines[0].is_known or len(words) > _LONGEST_ORGAN or not names_organ(text, lexicons):
        return False
    capital = not words[0][0].islower() and any(not word[0].islower() for word in words[1:])
    capital |= text.lower() == text.upper()  # in a script without capitals
    is_other = "closings" in segment.begins or segment.is_formula
    is_plain = segment.end.isalnum() and not segment.stance and not segment.action and not find_kind(text, lexicons)
    return capital and is_plain and not is_other


def _is_dated(segment: BlockFeatures, finder: DateFinder, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a block says only when, and perhaps where: `Signed on 4 April 2021`."""
    text = segment.block.text.text
    masked = mask(text, (Span(one.start, one.end) for one in finder.find(text)))
    if masked == text:
        return False
    folded = fold(masked)
    for table in (table for one in lexicons for table in (one.closings, one.dates, one.roles)):
        if hit := table.find(folded):
            folded = folded[hit[0] :]
    words = re.findall(r"[^\W_]+", folded)
    return all(is_function_word(word, lexicons) for word in words) or find_place([text], finder, lexicons) is not None


def read_signatories(text: str, lexicons: Sequence[Lexicon]) -> tuple[Signatory, ...]:
    """Read who signed, moved or seconded from a line or several; the words before a name tell the role.

    An office stands after the name, before it with a colon or an article, or on the next line. Lines to sign on,
    `[signed]` and the like are nobody.
    """
    found: list[Signatory] = []
    _read_into(found, text, lexicons)
    return tuple(found)


def _read_into(found: list[Signatory], text: str, lexicons: Sequence[Lexicon], *, is_item: bool = False) -> bool:
    """Read signatories after those already found; give whether there were any. An item of a list is no office."""
    size, offices = len(found), 0
    for line in drop_marks(text).split("\n"):
        role = SignatoryRole.SIGNER
        for piece_role, piece in _split_roles(line, lexicons):
            role = piece_role or role
            name, capacity = _split_capacity(piece, lexicons)
            if not any(map(str.isalpha, name)):
                continue
            if not (is_item or piece_role or capacity) and _is_office(name, found, lexicons):
                last = found.pop()
                found.append(attrs.evolve(last, capacity=name))
                offices += 1
            else:
                agent = Agent(name=name, kind=tell_agent(name, lexicons))
                found.append(Signatory(agent=agent, role=role, capacity=capacity or None))
    return len(found) + offices > size


def _split_capacity(piece: str, lexicons: Sequence[Lexicon]) -> tuple[str, str]:
    """Split a line into the name and the office."""
    text = "\t".join(" ".join(cell.split()) for cell in GAP.split(piece.strip()))
    text = text[: _find_end(text, lexicons)].strip(_EDGES)
    office, *behind = _COLON.split(text, maxsplit=1)
    if behind and any(map(str.isalpha, behind[0])):
        return behind[0].strip(_EDGES), office.strip(_EDGES)
    name, capacity, *_ = (half.strip(_EDGES) for half in (*_COMMA.split(text, maxsplit=1), ""))
    is_office = _has_article(name, lexicons) or ("\t" in text and not _is_person(name, lexicons))
    if is_office and _is_person(capacity, lexicons):
        return capacity, name
    return name, capacity


def _find_end(text: str, lexicons: Sequence[Lexicon]) -> int:
    """Return where a sentence that tells of the vote or the end begins, as in `Tom Reedy. Carried.`."""
    for stop in _SENTENCE.finditer(text):
        following = find_phrases(text[stop.end() : stop.end() + _PHRASE], lexicons)
        if following.opening("closings") or following.opening("votes"):
            return stop.start()
    return len(text)


def _has_article(words: str, lexicons: Sequence[Lexicon]) -> bool:
    first = fold(words).split()[:1]  # none in a line of signs
    return bool(first) and is_function_word(first[0], lexicons)


def _is_person(words: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether words are two or more capitalised ones and nothing else."""
    names = words.split()
    return 1 < len(names) <= _MOST_NAMES and all(one[0].isupper() for one in names) and not names_organ(words, lexicons)


def _is_office(line: str, found: Sequence[Signatory], lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line is the office of the person named on the line before: one word, or the words of a body."""
    if not found or found[-1].capacity:
        return False
    before = found[-1].agent.name.split()
    names_person = 1 < len(before) <= _MOST_NAMES and not names_organ(found[-1].agent.name, lexicons)
    words = line.split()
    lower = (word for word in words if word[0].islower() and "." not in word)  # `e.V.` belongs to a name
    told = any(not is_function_word(fold(word), lexicons) for word in lower)
    return names_person and (len(words) == 1 or told or (names_organ(line, lexicons) and words[0][0].isupper()))


def _split_roles(line: str, lexicons: Sequence[Lexicon]) -> list[tuple[SignatoryRole | None, str]]:
    """Cut a line before every label or phrase that introduces a signatory."""
    label = find_role_label(line, lexicons)
    if label is None:
        return _split_phrases(line, lexicons)
    end, role = label
    (first_role, first), *others = _split_phrases(line[end:], lexicons)
    return [(first_role or role, first), *others]


def _split_phrases(line: str, lexicons: Sequence[Lexicon]) -> list[tuple[SignatoryRole | None, str]]:
    every = next((found["roles"] for _, found in find_phrases(line, lexicons).each("roles")), ())
    cuts = [(hit.start, hit.end, SignatoryRole(hit.meaning)) for hit in every]
    if not cuts:
        return [(None, line)]
    pieces: list[tuple[SignatoryRole | None, str]] = [(None, line[: cuts[0][0]])]
    ends = [start for start, _, _ in cuts[1:]] + [len(line)]
    return pieces + [(role, line[after:end]) for (_, after, role), end in zip(cuts, ends, strict=True)]
