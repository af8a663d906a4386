"""A lexicon that somebody began: function words, openers and verbs alone load, and help."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import declarations
from declarations import Reading
from declarations.language import detection, lexicon, lexiconfiles
from declarations.model import Action, Stance
from tests.language.test_lexicon import OPTIONAL, TABLES

DANISH = """
language = "da"
reviewers = []
function_words = '''
og i at det er en til af på for med den som ikke der de har vi kan et om var fra men han sig ved så da blive efter alle
os eller denne over skal hvor når ud op også deres under vil mod sin
'''

[stances]
recalling = ["som minder om", "der erindrer om"]
considering = ["som tager i betragtning"]

[actions]
calls-upon = ["opfordrer", "anmoder"]
decides = ["beslutter", "vedtager"]
"""
TEXT = """# Om broen ved møllen

Rådet i Mølleby,

som minder om, at broen har været lukket i over et år og at det ikke kan blive ved,

som tager i betragtning, at alle de, der har brug for den, skal en lang vej rundt for at komme til byen,

beslutter at genåbne broen for alle, når den er sat i stand, og at gøre det inden vinteren;

opfordrer staten til at betale sin del af det, som det vil koste.
"""


def clear() -> None:
    """Forget what was read from the files."""
    for cached in (
        *(lexiconfiles.available_languages, lexicon.load_lexicon, lexicon.load_boilerplate),
        *(detection.index_words,),
    ):
        cached.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Read the lexicons from a copy of their folder."""
    copy = tmp_path / "lexicons"
    shutil.copytree(lexiconfiles.FOLDER, copy)
    monkeypatch.setattr(lexiconfiles, "FOLDER", copy)
    clear()
    yield copy
    monkeypatch.undo()
    clear()


def test_three_tables_are_enough(folder: Path) -> None:
    """The language is told, openers and verbs are known, and all other tables are empty."""
    before = declarations.examine(TEXT, format="markdown")
    (folder / "da.toml").write_text(DANISH, "utf-8")
    clear()
    after = declarations.examine(TEXT, format="markdown")

    assert before.declaration.language == "und"
    assert after.declaration.language == "da"
    assert [clause.stance for clause in after.declaration.context if clause.stance] == [
        Stance.RECALLING,
        Stance.CONSIDERING,
    ]
    assert [clause.action for clause in after.declaration.resolutions] == [Action.DECIDES, Action.CALLS_UPON]
    assert count_known(before) == 0


def test_every_table_may_be_absent(folder: Path) -> None:
    """Each property of a lexicon of one row can be asked for, and finds nothing."""
    (folder / "da.toml").write_text('language = "da"\nfunction_words = "og i"\n', "utf-8")
    clear()
    found = lexicon.load_lexicon("da")

    assert found is not None
    assert found.function_words == {"og", "i"}
    for name in (*TABLES, *OPTIONAL, "subjects", "adverbs", "organs", "author_words"):
        assert getattr(found, name).find("og broen er lukket") is None, name
    assert not any((found.rival_words, found.units, found.ordinals, found.place_words, found.particles, found.prefixes))
    assert not found.names_organ("Rådet i Mølleby")
    assert found.find_heading("noter") is None


def count_known(reading: Reading) -> int:
    """Count the clauses whose phrase a lexicon knew."""
    one = reading.declaration
    return sum(bool(clause.stance or clause.action) for clause in (*one.context, *one.resolutions))
