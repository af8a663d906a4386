"""Traces: from each piece of a declaration to the blocks it came from."""

from __future__ import annotations

from declarations import Clause, Declaration, Reading, Text, examine
from declarations.explanation.tracing import trace
from declarations.inspection import Block, Judgement, Part
from tests.timing import measure


def read(blocks: list[tuple[Part, str]], **parts: object) -> Reading:
    """Make a reading of blocks with their parts and of a declaration."""
    judgements = tuple(Judgement(block=Block(kind="paragraph", text=Text(text)), part=part) for part, text in blocks)
    return Reading(declaration=Declaration(**parts), judgements=judgements)


def words(*texts: str) -> list[Clause]:
    """Make clauses of one paragraph each."""
    return [Clause(paragraphs=[text]) for text in texts]


def test_order_tells_equal_words_apart() -> None:
    """Clauses of the same words come from blocks one after the other."""
    traced = trace(read([(Part.RESOLUTION, "Same.")] * 3, resolutions=words("Same.", "Same.", "Same.")))
    assert [traced[f"resolutions[{n}]"] for n in range(3)] == [(1,), (2,), (3,)]


def test_a_block_that_became_several_pieces() -> None:
    """Clauses and a formula that were cut out of one block all come from it."""
    run_on = "Recalling the flood, Noting the walls; now, therefore,"
    traced = trace(
        read(
            [(Part.CONTEXT, run_on)],
            context=words("Recalling the flood,", "Noting the walls;"),
            formula="now, therefore,",
        )
    )
    assert traced == {"context[0]": (1,), "context[1]": (1,), "formula": (1,)}


def test_a_piece_of_several_blocks() -> None:
    """Rows of a table, or a sentence that a page break cut, come from several blocks."""
    begin, end = (
        "The assembly demands that every well of the valley be",
        "tested before the winter by the county and paid.",
    )
    blocks = [(Part.RESOLUTION, text) for text in ("North\t4 m", "South\t5 m", begin, end)]
    traced = trace(read(blocks, resolutions=words("North\t4 m\nSouth\t5 m", f"{begin} {end}")))
    assert traced == {"resolutions[0]": (1, 2), "resolutions[1]": (3, 4)}


def test_words_that_no_block_holds() -> None:
    """What stands in no block has no trace, and the rest keeps its own."""
    traced = trace(read([(Part.CONTEXT, "One."), (Part.CONTEXT, "Two.")], context=words("One.", "Invented.", "Two.")))
    assert traced == {"context[0]": (1,), "context[2]": (2,)}


def test_every_part_of_a_document() -> None:
    """Title, context, formula, nested resolutions, closing, signatories and notes of a page are all found."""
    source = (
        "# Motion on Wells\n\nWHEREAS the wells are foul;[^1]\n\nNOW, THEREFORE, BE IT RESOLVED that:\n\n"
        "1. The board asks the county\n\n    1. to test every well, and\n\n    2. to report.\n\n"
        "2. The board thanks the miller.\n\nMoved by Ada Quay\n\nDone at Old Mill, 3 May 2024.\n\n"
        "[^1]: See the report.\n"
    )
    reading = examine(source, format="markdown")
    traced = trace(reading)
    assert {address for address, _ in reading.declaration.walk()} <= set(traced)
    assert {"title", "formula", "notes[0]"} <= set(traced)
    blocks = [judgement.block.text.text for judgement in reading.judgements]
    for address, clause in reading.declaration.walk():
        assert [blocks[number - 1] for number in traced[address]] == [str(clause.paragraphs[0])]


def test_tracing_is_linear() -> None:
    """Words that are nowhere do not make it look everywhere."""

    def follow(size: int) -> float:
        blocks = [(Part.RESOLUTION, f"{number} word " * 20) for number in range(size)]
        reading = read(blocks, resolutions=words(*(f"nothing {number}" for number in range(size))))
        assert trace(reading) == {}
        return measure(trace, reading)

    assert follow(4000) < 40 * follow(500)
