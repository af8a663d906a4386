"""The stair from page to declaration: a row of steps, each a pure function of what came before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from declarations.blocks import Block, BlockKind, Page, Piece
from declarations.errors import EmptyInputError, Finding, FindingCode
from declarations.language.factwords import FactWords
from declarations.language.labels import find_initials
from declarations.language.lexicon import Lexicon, available_languages, load_furniture, load_lexicon
from declarations.recognition.build.assembly import assemble
from declarations.recognition.decide.context import survey
from declarations.recognition.decide.cues import gather
from declarations.recognition.decide.dependents import find_followers
from declarations.recognition.decide.numbering import find_runs
from declarations.recognition.decide.path import label_blocks, weigh_parts
from declarations.recognition.decide.titles import find_titles
from declarations.recognition.document import Labelled
from declarations.recognition.extract.stated import read_stated
from declarations.recognition.features.blockfeatures import Sight, look, settle_heads
from declarations.recognition.features.openings import find_subjects
from declarations.recognition.reading import Evidence, Judgement, Part, Reading
from declarations.recognition.segment.boilerplate import find_furniture
from declarations.recognition.segment.fieldlines import mark_fact_lines
from declarations.recognition.segment.languages import Spoken, decide_language, find_stated_language
from declarations.recognition.segment.repair import mend_blocks
from declarations.recognition.segment.sections import find_declarations, split_sights
from declarations.recognition.segment.surroundings import Surroundings, find_surroundings
from declarations.recognition.wording.dating import DateFinder

__all__ = ["recognize"]

_LED = {Part.TITLE: Part.MASTHEAD, Part.SUBTITLE: Part.MASTHEAD, Part.FORMULA: Part.RESOLUTION}
"""Parts that only lead, and what the blocks become that follow them: a formula leads to resolutions.

Before the first numbered heading there are no resolutions, and what follows a formula goes on with it.
"""


_FACT_LINE = (Evidence("fact-line", Part.MASTHEAD, 8.0),)
"""What speaks for a line with the label of a fact, which no cue is asked about."""


def recognize(page: Page, *, url: str | None = None, language: str | None = None) -> Reading:
    """Find the declaration in a page.

    `url` is where the page was found, `language` a BCP 47 tag that wins over what the page says. Raises
    `EmptyInputError` when the page holds no words.
    """
    if not any(block.text.text.strip() for block in page.blocks):
        raise EmptyInputError("the source holds no text", hint="check that it is the right file and format")
    around = find_furniture(page.blocks, load_furniture(available_languages()))
    spoken = decide_language(page, around, language)
    blocks, words = mark_fact_lines(page.blocks, around, (tag for tag in (spoken.tag, *spoken.hints) if tag))
    if words:
        facts = {index: "fact line" for index, block in enumerate(blocks) if block.piece is Piece.FACT}
        page = attrs.evolve(page, blocks=blocks)
        around = find_furniture(page.blocks, load_furniture(available_languages())) | facts
        without = decide_language(page, around, language)
        spoken = without if without.tag else spoken  # the labels may be in another language than all else
        if language is None and (stated := find_stated_language(page.blocks, spoken.tag)):
            spoken = decide_language(page, around, stated)
        if spoken.tag and language is None and words.tag.startswith(f"{spoken.tag}-"):  # `zh-Hant`
            spoken = attrs.evolve(spoken, tag=words.tag)
    lexicons = _load(spoken.lexicons)
    page = attrs.evolve(page, blocks=mend_blocks(page.blocks, lexicons))
    dropped = find_furniture(page.blocks, load_furniture(tuple(lexicon.language for lexicon in lexicons)))
    sights = _see(page.blocks, dropped, lexicons)
    places = find_declarations(sights, lexicons)
    document = _Document(
        page=page,
        url=url,
        spoken=spoken,
        lexicons=lexicons,
        dropped=dropped,
        words=words,
        surroundings=find_surroundings(page.blocks, dropped, is_shared=bool(places)),
    )
    if not places:
        return _read(document, sights, range(len(page.blocks)))
    starts = [0, *(sights[place].index for place in places[1:]), len(page.blocks)]
    spans = [range(*span) for span in pairwise(starts)]
    first, *others = (
        _read(document, own, span, sights[place].index)
        for place, own, span in zip(places, split_sights(sights, places), spans, strict=True)
    )
    message = f"the source holds {len(places)} declarations; this is the first"
    several = Finding(FindingCode.SEVERAL_DECLARATIONS, message)
    return attrs.evolve(first, others=tuple(others), findings=(several, *first.findings))


@attrs.frozen(kw_only=True)
class _Document:
    """What all declarations of a page share."""

    page: Page
    url: str | None
    spoken: Spoken
    lexicons: tuple[Lexicon, ...]
    dropped: Mapping[int, str]
    words: FactWords | None
    """Words by which lines with labels were known."""
    surroundings: Surroundings
    """What stands around all of them."""


def _read(document: _Document, sights: Sequence[Sight], span: range, title: int | None = None) -> Reading:
    """Read one declaration from its blocks; judge the blocks of a span of the page.

    `title` is the index of the block that prints its title, if that is known.
    """
    page, lexicons, spoken, dropped = document.page, document.lexicons, document.spoken, document.dropped
    notes = [sight for sight in sights if sight.block.kind is BlockKind.NOTE]
    body = [sight for sight in sights if sight.block.kind is not BlockKind.NOTE]

    dates = DateFinder.of((sight.block.text.text for sight in sights), spoken.hints)
    runs = find_runs(body, lexicons)
    followers = find_followers(body, runs, lexicons)
    leads = [sight for sight in body if sight.index not in followers]
    titles = find_titles(leads, runs, page.clues, lexicons, dates) if title is None else (title,)
    whole = survey(
        leads,
        lexicons=lexicons,
        titles=titles,
        runs=runs,
        leading=set(followers.values()),
        dates=dates,
        is_known=spoken.tag is not None and bool(lexicons),
    )
    evidence = [gather(sight, whole, place) for place, sight in enumerate(whole.sights)]
    parts = {sight.index: part for sight, part in zip(leads, label_blocks(evidence), strict=True)}
    first_head = min(runs, default=0)
    parts |= {
        index: parts[lead] if index < first_head else _LED.get(parts[lead], parts[lead])
        for index, lead in followers.items()
    }
    parts |= _end_formula(parts, followers)
    parts |= {sight.index: Part.NOTE for sight in notes}
    stated = read_stated(((index, page.blocks[index]) for index in span), document.words, dates, lexicons)
    parts |= dict.fromkeys(stated.indices, Part.MASTHEAD)

    labelled = Labelled(
        page=page,
        sights=sights,
        parts=parts,
        runs=runs,
        followers=followers,
        dropped=dropped,
        lexicons=lexicons,
        spoken=spoken,
        dates=dates,
        stated=stated,
        surroundings=document.surroundings,
    )
    assembled = assemble(labelled, url=document.url)
    parts |= assembled.moved
    reasons = {sight.index: pieces for sight, pieces in zip(leads, evidence, strict=True)}
    reasons |= dict.fromkeys(stated.indices, _FACT_LINE)
    return Reading(
        declaration=assembled.declaration,
        findings=assembled.findings,
        judgements=tuple(
            _judge(
                page.blocks[index],
                parts.get(index),
                reasons.get(index, ()),
                dropped.get(index),
                followers.get(index),
                remainder=assembled.remainders.get(index),
            )
            for index in span
        ),
    )


def _end_formula(parts: Mapping[int, Part], followers: Mapping[int, int]) -> dict[int, Part]:
    """Give the paragraphs that cannot be formula, since resolutions that the formula leads to stand before them."""
    led = (index for index, lead in followers.items() if parts[lead] is Part.FORMULA is not parts[index])
    end = min(led, default=None)
    if end is None:
        return {}
    return {index: Part.RESOLUTION for index, part in parts.items() if part is Part.FORMULA and index > end}


def _load(languages: Sequence[str]) -> tuple[Lexicon, ...]:
    return tuple(lexicon for language in languages if (lexicon := load_lexicon(language)))


def _see(blocks: Sequence[Block], dropped: Mapping[int, str], lexicons: Sequence[Lexicon]) -> list[Sight]:
    """Look at every block of the document that holds words."""
    kept = [
        (index, block) for index, block in enumerate(blocks) if index not in dropped and block.piece is not Piece.FACT
    ]
    subjects = find_subjects([block for _, block in kept])
    initials = find_initials(f"{block.marker or ''} {block.text}".strip() for _, block in kept)
    return settle_heads(
        [
            look(block, index, lexicons, subjects, is_initial=place in initials)
            for place, (index, block) in enumerate(kept)
        ]
    )


def _judge(
    block: Block,
    part: Part | None,
    evidence: tuple[Evidence, ...],
    reason: str | None,
    lead: int | None,
    *,
    remainder: Block | None,
) -> Judgement:
    """Say where one block went: dropped for a reason, with its lead, or by its own evidence."""
    if part is None:
        return Judgement(block=block, part=Part.FURNITURE, evidence=(Evidence(reason or "", Part.FURNITURE, 0.0),))
    if lead is not None:
        return Judgement(block=block, part=part, evidence=(Evidence("follows", part, 0.0),), remainder=remainder)
    weights = weigh_parts(evidence)
    weights.pop(part, None)
    runner_up = max(weights, key=weights.__getitem__) if evidence else None
    strongest = tuple(sorted(evidence, key=lambda one: -abs(one.weight)))
    return Judgement(block=block, part=part, evidence=strongest, runner_up=runner_up, remainder=remainder)
