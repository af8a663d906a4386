"""Lexicons: data files, and finding their phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.language.lexicon import Lexicon, available_languages, load_lexicon
from declarations.language.lexiconfiles import FOLDER
from declarations.language.phrases import PhraseTable, fold
from declarations.model import Action, DateRole, DeclarationKind, SignatoryRole, Stance, VoteManner

SOURCES = {"un", "mun", "eu", "oas", "league", "cgpm", "edoxen", "udhr", "law", "party", "minutes", "web", "general"}
"""Codes for where the phrases of a row are in use; `docs/how-to/add-a-language.md` explains them."""

TABLES: Mapping[str, Iterable[str]] = {
    "headings": ("context", "resolutions", "notes", "annex", "signatories", "ending"),
    "formulas": ("openers",),
    "closings": ("openers",),
    "roles": set(SignatoryRole) - {SignatoryRole.OTHER},
    "votes": {*(set(VoteManner) - {VoteManner.OTHER}), "in_favour", "against", "abstaining", "absent", "none"},
    "meetings": ("words",),
    "agents": ("party", "government", "body", "ngo", "organization"),
    "dates": set(DateRole),
    "kinds": set(DeclarationKind) - {DeclarationKind.OTHER},
    "stances": set(Stance),
    "actions": set(Action),
}
"""Rows of the tables. Words of a name tell no `person`, and no word tells of an `other`."""

OPTIONAL: Mapping[str, Iterable[str]] = {
    "addressees": ("lines", "datives", "salutations", "titles", "offices"),
    "letters": ("words", "topics"),
}
"""Tables of which also a complete lexicon may lack rows."""

NEEDED = ("language", "reviewers", "sources", "function_words", "stances", "actions")
"""What every lexicon has; all else may be absent from one that somebody began."""
MORE = (
    *("rival_words", "adverbs", "subjects", "organs", "organ_names", "units", "boilerplate", "place_words"),
    *("author_words", "that_words", "particles", "prefixes", "ordinals"),
    *("issuer_words", "behalf", "speakers", "release_words", "contact_words"),
)
"""What it may have besides the tables."""

COMPLETE = (
    *("ar", "bn", "de", "el", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ro"),
    *("ru", "sv", "sw", "tr", "uk", "vi", "zh"),
)
"""Languages whose lexicons have every row of every table; another one need not be named here."""

_ROW = re.compile(r'(?P<key>"[^"]+"|[\w-]+) = ')
_CODES = re.compile(r'[]"\d]  # (?P<codes>[a-z]+(, [a-z]+)*)$')


def rows_of(text: str) -> Iterator[tuple[str, str]]:
    """Give the rows of a lexicon file as text: name of the row, and its last line."""
    key = last = ""
    for line in text.splitlines():
        row = _ROW.match(line)
        if key and (row or line.startswith("[")):
            yield key, last
        if row or line.startswith("["):
            key = row["key"] if row else ""
        if line and not line.startswith("#"):
            last = line
    if key:
        yield key, last


def codes_of(last_line: str) -> list[str]:
    """Give the codes after a row."""
    match = _CODES.search(last_line)
    return match["codes"].split(", ") if match else []


@pytest.fixture(params=available_languages())
def lexicon(request: pytest.FixtureRequest) -> Lexicon:
    """Give each lexicon."""
    found = load_lexicon(request.param)
    assert found is not None
    return found


def test_every_lexicon_has_what_it_needs_and_nothing_that_nobody_reads(lexicon: Lexicon) -> None:
    """Function words, openers and verbs are enough; rows and classes that the library does not know are faults."""
    assert set(NEEDED) <= set(lexicon.data) <= {*NEEDED, *MORE, *TABLES, *OPTIONAL}
    assert len(lexicon.function_words) >= 30
    for table, classes in {**TABLES, **OPTIONAL}.items():
        rows = lexicon.data.get(table, {})
        if not rows:
            continue
        assert set(rows) <= set(map(str, classes))
        assert [row for row, phrases in rows.items() if not phrases] == []
        compiled = getattr(lexicon, table)
        assert compiled.meanings or compiled.finals, table


@pytest.mark.parametrize("language", COMPLETE)
def test_complete_lexicons_cover_every_table(language: str) -> None:
    """There is a phrase for every class of every table, and no list of words is empty."""
    lexicon = load_lexicon(language)
    assert lexicon is not None
    assert {table: set(lexicon.data[table]) for table in TABLES} == {
        table: set(map(str, rows)) for table, rows in TABLES.items()
    }
    tables = ("subjects", "author_words", "organs", "adverbs", "behalf", "press_words")
    assert [name for name in tables if not getattr(lexicon, name).meanings] == []
    assert lexicon.units
    assert lexicon.ordinals
    assert lexicon.place_words
    assert lexicon.issuer_words
    assert lexicon.speakers
    assert lexicon.data["boilerplate"]


def test_every_row_names_its_source(lexicon: Lexicon) -> None:
    """Codes stand after each row; the file says what they mean, and has no code that it does not use."""
    rows = list(rows_of((FOLDER / f"{lexicon.language}.toml").read_text("utf-8")))
    told = {code for _, last in rows for code in codes_of(last)}
    held = {name: value for name, value in lexicon.data.items() if name != "sources"}

    assert sum(len(value) if isinstance(value, Mapping) else 1 for value in held.values()) == len(rows)
    assert [key for key, last in rows if not codes_of(last)] == ["language", "reviewers"]
    assert set(lexicon.data["sources"]) == told
    assert told <= SOURCES


def test_row_without_a_source_is_found() -> None:
    """A row that ends without a code is seen, in one line, in several, and before a new table."""
    text = 'language = "xx"\n\nunits = ["a"]  # general\norgans = """\na b\n"""\n\n[kinds]\nmotion = [\n  "m",\n]\n'

    assert [key for key, last in rows_of(text) if not codes_of(last)] == ["language", "organs", "motion"]


def test_every_lexicon_says_who_reviewed_it(lexicon: Lexicon) -> None:
    """A file names the native speakers who have read it; an empty list says that nobody has."""
    assert isinstance(lexicon.data["reviewers"], list)
    assert all(isinstance(name, str) and name for name in lexicon.data["reviewers"])


def test_no_phrase_stands_twice_in_a_row(lexicon: Lexicon) -> None:
    """Two phrases of a row differ by more than case, apostrophes and spaces."""
    for table in (*TABLES, *OPTIONAL):
        for row, phrases in lexicon.data.get(table, {}).items():
            folded = [" ".join(fold(phrase).split()) for phrase in phrases]
            assert sorted(set(folded)) == sorted(folded), (table, row)


@pytest.mark.parametrize("table", [*TABLES, *OPTIONAL])
def test_no_phrase_stands_in_two_rows(lexicon: Lexicon, table: str) -> None:
    """A phrase means one class only: of two rows the second would never be found."""
    rows = lexicon.data.get(table, {}).items()
    pairs = {(" ".join(fold(phrase).split()), row) for row, phrases in rows for phrase in phrases}
    counts = Counter(phrase for phrase, _ in pairs)

    assert [phrase for phrase, count in counts.items() if count > 1] == []


def test_lexicon_is_found_by_primary_language() -> None:
    """A regional tag gets the lexicon of its language; an unknown one gets none."""
    assert load_lexicon("en") is load_lexicon("en-GB") or load_lexicon("en-GB") == load_lexicon("en")
    assert load_lexicon("tlh") is None


def test_longest_phrase_wins() -> None:
    """Of two phrases that stand at a place the longer one counts."""
    table = PhraseTable.of({"short": ["calls"], "long": ["calls upon"]})

    assert table.find(fold("Calls upon members")) == (10, "long")
    assert table.find(fold("Calls members")) == (5, "short")


def test_phrases_are_whole_words() -> None:
    """`note` is not found in `notebook`, nor `vu` in `vue`."""
    table = PhraseTable.of({"x": ["note", "vu"]})

    assert table.find("notebook") is None
    assert table.find("vue") is None
    assert table.find("vu l avis") == (2, "x")


def test_phrases_in_unspaced_scripts_need_no_word_end() -> None:
    """In Chinese the next character follows at once."""
    assert PhraseTable.of({"x": ["鉴于"]}).find("鉴于对人类") == (2, "x")


def test_apostrophes_and_case_do_not_matter() -> None:
    """Straight, typographic and missing capitals are the same to a phrase."""
    table = PhraseTable.of({"x": ["c’est pourquoi"]})

    assert table.find(fold("C'EST POURQUOI nous")) == (14, "x")


def test_find_inside_gives_the_first_place() -> None:
    """A phrase is found anywhere, but only at the beginning of a word."""
    table = PhraseTable.of({"motion": ["motion"]})

    assert table.find_inside("a motion") == (2, 8, "motion")
    assert table.find_inside("emotion") is None


@given(st.text(max_size=60))
def test_folding_keeps_offsets(text: str) -> None:
    """Folded text is as long as the text, whatever the characters."""
    assert len(fold(text)) == len(text)
