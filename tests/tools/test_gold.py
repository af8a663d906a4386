"""Which parts are right for the heads of a document is read off its gold."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from declarations.recognition.reading import Part
from tests.tools.examples import make_examples
from tools.gold.answers import ANY, OUTSIDE, Answer, Passage, reduce_to_letters
from tools.gold.fixtures import find_fixtures
from tools.gold.heads import gather_examples, merge_examples, see_source
from tools.gold.sources import find_sources

FIXTURE = """# A motion

~~~markdown
# Motion on bread

Recalling the long winter,

1. Decides to bake.

Moved by: Ada Brenner
~~~

~~~reading
title: Motion on bread
context: [Recalling = recalling] Recalling the long winter,
resolution: <1.> [Decides = decides] Decides to bake.
mover: Ada Brenner
~~~
"""
WILD = {
    "file": "01.md",
    "form": "markdown",
    "genre": "motion",
    "split": True,
    "title": ["Motion on bread"],
    "readings": [{"context": ["Recalling the"], "resolutions": ["1. Decides | Decides to", "? Thanks"]}],
    "absent": ["Ada Brenner"],
}
PAGE = """# Motion on bread

Recalling the long winter,

1. Decides to bake.
2. Thanks all the millers of Rye.

Ada Brenner, baker
"""


def words(*parts: Part) -> frozenset[Part]:
    """Return some parts as they stand in an answer."""
    return frozenset(parts)


def test_a_fixture_says_the_part_of_every_head(tmp_path: Path) -> None:
    """Clauses have their part; what is printed nowhere is no clause."""
    (tmp_path / "motion.md").write_text(FIXTURE, "utf-8")
    (source,) = find_fixtures(tmp_path)
    (example,) = see_source(source)
    found = {head.text: head.right for head in example.heads}
    assert found == {
        "Motion on bread": words(Part.TITLE),
        "Recalling the long winter,": words(Part.CONTEXT),
        "Decides to bake.": words(Part.RESOLUTION),
        "Moved by: Ada Brenner": OUTSIDE,
    }


def test_gold_of_beginnings_says_what_is_known(tmp_path: Path) -> None:
    """Entries have their part, optional ones any but the other; words that must be absent stand in no clause."""
    folder = tmp_path / "wild"
    folder.mkdir()
    (folder / "gold.json").write_text(json.dumps([WILD]), "utf-8")
    (folder / "01.md").write_text(PAGE, "utf-8")
    (source,) = find_sources(tmp_path)
    (example,) = see_source(source)
    assert source.genre == "wild: motion"
    assert [head.right for head in example.heads] == [
        words(Part.TITLE),
        words(Part.CONTEXT),
        words(Part.RESOLUTION),
        ANY - {Part.CONTEXT},
        OUTSIDE,
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Bread!", words(Part.TITLE)),
        ("bread is baked every day of the week, and sold by weight", words(Part.CONTEXT)),
        ("every day", OUTSIDE | {Part.CONTEXT}),
        ("the price of flour", OUTSIDE),
        ("", ANY),
    ],
    ids=["the same", "begins so", "a few words inside", "other words", "no words"],
)
def test_blocks_are_known_by_their_words(text: str, right: frozenset[Part]) -> None:
    """A block that is a passage or begins as one has its parts; a few words inside may be other words as well."""
    passages = (
        Passage(reduce_to_letters("Bread"), words(Part.TITLE)),
        Passage(reduce_to_letters("Bread is baked every day of the week."), words(Part.CONTEXT)),
    )
    answer = Answer(passages=passages, others=OUTSIDE)
    assert [*answer.find_parts([[text]])] == [right]


def test_documents_with_the_same_heads_are_one() -> None:
    """They are decided once and counted as often as they come."""
    one, *others = make_examples()
    again = attrs.evolve(one, name="another", count=3)
    assert [example.count for example in merge_examples([one, again, *others])] == [
        4,
        *(example.count for example in others),
    ]


def test_all_fixtures_are_gathered_without_a_corpus() -> None:
    """Every fixture with a known reading is there, and nothing else."""
    examples = gather_examples(None)
    assert {example.genre for example in examples} == {"fixtures"}
    assert sum(example.count for example in examples) >= len([*find_fixtures()])
