"""Every cue sees what it is there for, in a page that shows it, and is silent in one that does not."""

from __future__ import annotations

import attrs
import pytest

from declarations.blocks import Block, BlockKind, Landmark
from declarations.recognition.decide.cues import CUES
from declarations.recognition.pipeline import recognize
from declarations.recognition.reading import Judgement, Part
from declarations.text import Mark, MarkKind, Text
from tests.recognition.pages import make_block, make_page

PROSE = "It was a long winter, and the mills stood still for many weeks because of the ice on the river."
ARTICLES = (
    "Article 1",
    "Bread is baked daily.",
    "Article 2",
    "Bread is sold by weight.",
    "Article 3",
    "Bread is shared.",
)
MOTION = ("# Motion on bread", PROSE, "1. Decides to bake;", "2. Thanks the millers.")


def hinted(line: str, part: Part) -> Block:
    """Give a block as our own pages write it."""
    return attrs.evolve(make_block(line), attributes={"part": part.value})


@attrs.frozen
class Case:
    """A page, the beginning of the block that shows a cue, and what the cue says for or against."""

    lines: tuple[str | Block, ...]
    block: str
    part: Part
    is_against: bool = False


CASES = {
    "hint": Case(("# Bread", hinted("We bake.", Part.RESOLUTION)), "We bake", Part.RESOLUTION),
    "title": Case(MOTION, "Motion", Part.TITLE),
    "note": Case((*MOTION, make_block("By the night patrol.", landmark=Landmark.NOTES)), "By the night", Part.NOTE),
    "before-title": Case(
        ("Daily bread: report of the second committee of millers", "# 12/3. Bread", PROSE, "1. Decides to bake."),
        "Daily",
        Part.MASTHEAD,
    ),
    "prose": Case(MOTION, "It was", Part.CONTEXT),
    "short-line": Case(("# Motion on bread", "Guild of Bakers", PROSE), "Guild", Part.MASTHEAD),
    "section-heading": Case(("# Motion", "## Why we write", PROSE, PROSE), "Why", Part.CONTEXT_HEADING),
    "lead-in": Case(("# Motion", "Dear friends of bread,", PROSE), "Dear", Part.CONTEXT),
    "numbered-heading": Case(("# Charter", *ARTICLES), "Article 2", Part.RESOLUTION),
    "numbered": Case(MOTION, "1. Decides", Part.RESOLUTION),
    "before-heads": Case(("# Charter", PROSE, *ARTICLES), "It was", Part.RESOLUTION, is_against=True),
    "repeated-beginning": Case(
        ("# Charter", *[f"Kun leipä {word} on kallista monessa kylässä," for word in ("a", "b", "c")], *ARTICLES),
        "Kun leipä b",
        Part.CONTEXT,
    ),
    "typography": Case(
        ("# Motion", Block(kind=BlockKind.PARAGRAPH, text=Text("Muistaen talven,", [Mark(0, 8, MarkKind.EMPHASIS)]))),
        "Muistaen",
        Part.CONTEXT,
    ),
    "punctuation": Case(
        ("# Motion", "After a winter without any bread,", "1. Decides to bake."), "After", Part.CONTEXT
    ),
    "before-first": Case(("# Motion", PROSE, "So we say", "1. Decides to bake."), "So we say", Part.FORMULA),
    "leads-list": Case(
        (
            "# Kannanotto",
            "Bussin vuorot puolitettiin elokuussa ilman mitään syytä.",
            "Vaadimme, että",
            "- vuorot palautetaan;",
            "- tie korjataan.",
        ),
        "Vaadimme",
        Part.FORMULA,
    ),
    "narrative": Case(
        ("# Communiqué", "1. The millers met in Rye.", "2. The council decides to bake.", "3. The council thanks all."),
        "1. The millers",
        Part.CONTEXT,
    ),
    "dated-line": Case(("# Motion", "Rye, 5 May 2020", PROSE), "Rye", Part.MASTHEAD),
    "under-annex": Case((*MOTION, "## Annex", "The price of flour."), "The price", Part.ANNEX),
    "between-headers": Case(
        ("# Motion", "## Background", "1. The oven is broken.", "## Resolved", "1. We buy an oven."),
        "1. The oven",
        Part.CONTEXT,
    ),
    "after-last": Case((*MOTION, "Bread for all"), "Bread for all", Part.CLOSING),
    "opener": Case(("# Motion", "Recalling the winter,", "Decides to bake."), "Recalling", Part.CONTEXT),
    "verb": Case(("# Motion", PROSE, "The Guild strongly condemns the price."), "The Guild", Part.RESOLUTION),
    "opinion": Case(
        ("# Motion", "Considering the winter,", "recognizes that mills stood still,", "decides to bake."),
        "recognizes",
        Part.CONTEXT,
    ),
    "part-heading": Case(("# Motion", "## Preamble", PROSE), "Preamble", Part.CONTEXT_HEADING),
    "formula": Case(("# Motion", PROSE, "Now, therefore,", "1. Decides to bake."), "Now", Part.FORMULA),
    "lead": Case(
        ("# Motion", PROSE, "The guild asks the town to:", "- mend the oven;", "- buy flour."),
        "The guild",
        Part.FORMULA,
    ),
    "enacting": Case(
        ("# Motion", "The Guild Council,", "Recalling the winter,", "Decides to bake."), "The Guild", Part.ENACTING
    ),
    "closing": Case((*MOTION, "Done at Rye, on 6 May 2020"), "Done at", Part.CLOSING),
    "signature": Case((*MOTION, "Moved by: Ada Brenner"), "Moved by", Part.SIGNATORY),
    "press": Case(("For immediate release", "# Motion", *MOTION[1:]), "For immediate", Part.MASTHEAD),
    "name-line": Case((*MOTION, "Ada Brenner, President"), "Ada", Part.SIGNATORY),
}


def judge(case: Case) -> Judgement:
    """Read the page of a case in English, and give the judgement of its block."""
    reading = recognize(make_page(*case.lines), language="en")
    return next(one for one in reading.judgements if one.block.text.text.startswith(case.block))


def test_every_cue_has_a_case() -> None:
    """No cue goes untested."""
    assert CUES.keys() == CASES.keys()


@pytest.mark.parametrize("cue", CASES)
def test_cue_speaks(cue: str) -> None:
    """The cue gives evidence for its part, or against one."""
    case = CASES[cue]
    said = [one.weight for one in judge(case).evidence if one.cue == cue and one.part is case.part]
    assert said
    assert (sum(said) < 0) is case.is_against


@pytest.mark.parametrize("cue", sorted(CASES.keys() - {"prose", "short-line"}))
def test_cue_is_silent_where_it_sees_nothing(cue: str) -> None:
    """A page of prose gives none of the other cues a reason."""
    reading = recognize(make_page(Block(kind=BlockKind.PARAGRAPH, text=Text(PROSE)), PROSE), language="en")
    assert cue not in {one.cue for judgement in reading.judgements for one in judgement.evidence}
