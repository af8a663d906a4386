"""Third step: choose the title, the line that names the document."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice, takewhile, zip_longest

from declarations.blocks import BlockKind, Landmark, PageMetadata
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.wording.acts import begins_with_act
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.identifiers import is_symbol
from declarations.recognition.wording.press import find_press_lines
from declarations.recognition.wording.statedtitles import StatedTitles, find_stated_titles, key_of
from declarations.scripts import CLAUSE_ENDS, count_words
from declarations.text import Text

__all__ = ["find_titles"]

_HEAD = 12  # blocks among which the title is looked for
_MASTHEAD = 30  # blocks that may stand before the only heading of the highest level
_SHORTEST = 3  # words of a title that is known again beside the name of a site
_BETWEEN = frozenset("-–—|·:»•")
_AROUND = frozenset({Landmark.BANNER, Landmark.NAVIGATION, Landmark.COMPLEMENTARY})
_LEAST = 0.5
_PRESS = 6  # what a line above a text for the press is less than others
_LETTERHEAD = 8  # words of a line that is the name of a body and nothing more
_LONGEST = 25  # words of a title that ends like a sentence


def find_titles(
    segments: Sequence[BlockFeatures],
    numbering: Collection[int],
    metadata: PageMetadata,
    lexicons: Sequence[Lexicon],
    dates: DateFinder,
) -> tuple[int, ...]:
    """Return the index of every block that prints the title: one, or more where the page repeats it."""
    stated = find_stated_titles(metadata)
    candidates = _candidates(segments, numbering, stated)
    texts = [_key(segment) for segment in candidates]
    scores = [
        _score(segment, place, sum(text == one or _holds(one, text) for one in texts), stated, lexicons, dates=dates)
        for place, (segment, text) in enumerate(zip(candidates, texts, strict=True))
    ]
    for place in find_press_lines([one.text.text for one in candidates], lexicons):
        scores[place] -= _PRESS
    best = max(range(len(candidates)), key=lambda place: (scores[place], -place), default=None)
    if best is None or scores[best] < _LEAST:
        return ()
    title = texts[best]
    return tuple(
        segment.id
        for segment, text in zip(candidates, texts, strict=True)
        if text == title or (segment is not candidates[best] and _holds(text, title))
    )


def _holds(text: str, title: str) -> bool:
    """Return whether a line prints a title beside the name of a site: `Statement: No more mills – Guild of Bakers`."""
    if text == title or title not in text or count_words(title) < _SHORTEST:
        return False
    before, _, after = text.partition(title)
    is_begun = not before or before.rstrip()[-1:] in _BETWEEN
    return is_begun and (after.lstrip()[:1] in _BETWEEN if after else before.rstrip()[-1:] == ":")  # a site stands last


def _candidates(
    segments: Sequence[BlockFeatures], numbering: Collection[int], stated: StatedTitles
) -> list[BlockFeatures]:
    """The lines before the first paragraph of prose or the first numbered heading, and the heading that is stated."""
    found: list[BlockFeatures] = []
    for segment, following in zip_longest(segments[:_HEAD], segments[1:_HEAD]):
        # a title may end like a sentence, when it comes first and a short line follows
        opens = not found and segment.is_short(_LONGEST) and following and following.is_short(6)
        is_decided = segment.action is not None and segment.is_sentence and segment.block.kind is not BlockKind.HEADING
        # the first line may begin like a clause, when it does not end like one: `Opposing the Closing of the Mill`
        is_line = not found and segment.is_short(_LONGEST) and segment.end not in CLAUSE_ENDS
        is_clause = segment.stance is not None and not is_line
        if (
            segment.id in numbering
            or is_decided
            or (segment.is_prose and not opens)
            or is_clause
            or (found and segment.block.depth)
        ):
            break
        if (
            segment.block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
            and Landmark.BYLINE not in segment.block.landmarks
        ):
            found.append(segment)
    for other in (_find_lone_heading(segments, numbering), _find_stated_heading(segments, stated)):
        if other and other not in found:
            found.append(other)
    return found


def _find_stated_heading(segments: Sequence[BlockFeatures], stated: StatedTitles) -> BlockFeatures | None:
    """Return the first heading that prints a title of the metadata, however much of the page stands before it."""
    headings = (one for one in segments[: _MASTHEAD + 1] if one.block.kind is BlockKind.HEADING)
    return next((one for one in headings if key_of(one.block.text.text) in stated.wholes), None)


def _find_lone_heading(segments: Sequence[BlockFeatures], numbering: Collection[int]) -> BlockFeatures | None:
    """Return the only heading of the highest level, or the line with the number of the document, that comes first.

    Official documents print a long masthead before their title.
    """
    headings = [one for one in segments if one.block.kind is BlockKind.HEADING and one.block.level == 1]
    headings = headings or [*islice((one for one in segments[: _MASTHEAD + 1] if one.is_numbered_title), 1)]
    if len(headings) != 1 or headings[0].id in numbering or headings[0].heads:
        return None
    before = takewhile(lambda one: one is not headings[0], segments)
    lines = [*islice(before, _MASTHEAD + 1)]
    is_masthead = len(lines) <= _MASTHEAD and not any(map(_tells, lines))
    return headings[0] if is_masthead else None


def _tells(segment: BlockFeatures) -> bool:
    """Return whether a block notes or decides something, and is no remark in brackets."""
    text = segment.block.text.text.strip()
    is_remark = text[:1] in "[［" and text[-1:] in "]］"
    return not is_remark and bool(segment.stance or segment.action or segment.marker)


def _key(segment: BlockFeatures) -> str:
    return " ".join(fold(segment.block.text.text).split())


def _score(
    segment: BlockFeatures,
    place: int,
    repeats: int,
    stated: StatedTitles,
    lexicons: Sequence[Lexicon],
    *,
    dates: DateFinder,
) -> float:
    text = _key(segment)
    phrases = find_phrases(text, lexicons)
    kind = phrases.first("kinds")
    score = -0.1 * place
    if segment.block.kind is BlockKind.HEADING:
        score += 4.5 - segment.block.level
        is_around = not _AROUND.isdisjoint(segment.block.landmarks)
        is_bare = kind is not None and not kind.start and not key_of(text[kind.end :])
        is_stated = key_of(text) in stated.wholes
        score -= 2 * (is_around and (is_bare or not is_stated))  # `Statement`, or the name of a site, over a title
    score += _compare(segment.block.text, stated)
    score += 2 * (repeats > 1)
    score += 3 * segment.is_numbered_title
    score += 1.0 * (kind is not None)
    score += 0.5 * (segment.size > 2) + 0.4 * (segment.size > _SHORTEST and segment.text.text.isupper())
    score -= 1.5 * (place > 0 and segment.is_sentence and segment.block.kind is not BlockKind.HEADING)
    is_designation = segment.is_short(4) and any(map(str.isdigit, text)) and kind is not None
    score -= 2 * (segment.end in ",;:" and not is_designation) + 1 * (segment.size < 2)
    if segment.heads == "context":
        score -= 4
    score -= 1 * (segment.is_short(_LETTERHEAD) and "organs" in phrases and "kinds" not in phrases)
    told = begins_with_act(text, lexicons) or "closings" in phrases
    score -= 3 * bool(told and dates.find(segment.block.text.text))
    score -= 4 * (is_symbol(segment.block.text.text) and "kinds" not in phrases)  # `RESOLUTION 7/2025` is more
    score -= 4 * bool(segment.is_short(6) and dates.find(segment.block.text.text))
    return score + 1


def _compare(line: Text, stated: StatedTitles) -> float:
    """Return how much what the metadata call the document speaks for a line."""
    key = key_of(line.text)
    if key in stated.wholes or stated.find_within(line):
        return 6
    if key in stated.sites:
        return -4
    return 3 if key in stated.pieces else 0
