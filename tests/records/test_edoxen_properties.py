"""What edoxen is said to hold survives it exactly, for every declaration that the model allows; YAML can do no harm."""

from __future__ import annotations

import contextlib
import io
import time
from collections.abc import Iterator
from string import ascii_lowercase
from typing import Any

import attrs
import pytest
import yaml as plain_yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from declarations import (
    Agent,
    Clause,
    Dated,
    Declaration,
    DeclarationsError,
    Identifier,
    PartialDate,
    Source,
    Text,
    Vote,
)
from declarations.errors import LimitError, MalformedInputError, SchemaError, ValidationError
from declarations.inspection import find_losses
from declarations.records import yaml
from declarations.records.edoxen import streams as edoxen
from declarations.records.edoxen import vocabulary as words
from declarations.records.edoxen.languages import read_language, write_language
from declarations.records.languages import LANGUAGES
from tests.corpus_files import find_corpus
from tests.records.sample import SAMPLE
from tests.records.test_edoxen import dump, load, validator
from tests.strategies import declarations, filled_strings, separated_strings, strings

MANY = max(2_000, settings.default.max_examples)
DAMAGED = b"".join(edoxen.dump_all([SAMPLE, attrs.evolve(SAMPLE, language="fr")]))


def tame(declaration: Declaration) -> Declaration:
    """Leave out of a declaration what edoxen has no place for."""
    source = declaration.source or Source()
    kept = attrs.evolve(source, site=None, media_type=source.media_type if source.url else None)
    language = declaration.language and read_language(**write_language(declaration.language))
    return Declaration(
        kind=declaration.kind if declaration.kind in words.KINDS.same else "other",
        title=declaration.title,
        identifiers=words.sort_identifiers(declaration.identifiers),
        issuers=[Agent(name=one.name) for one in declaration.issuers[:1]],
        dates=[
            Dated(role=one.role, date=one.date)
            for one in declaration.dates
            if one.role in words.DATES.same and isinstance(one.date, PartialDate) and one.date.day
        ],
        place=declaration.place,
        meeting=declaration.meeting,
        language=language,
        context=tame_clauses(declaration.context, "stance", words.CONSIDERATIONS),
        resolutions=tame_clauses(declaration.resolutions, "action", words.ACTIONS),
        closing=filter(None, map(tame_text, declaration.closing)),
        votes=[Vote(one.printed, manner=one.manner) for one in declaration.votes if one.manner in words.DEGREES.same],
        source=None if kept == Source() else kept,
    )


def tame_clauses(clauses: tuple[Clause, ...], field: str, table: Any) -> list[Clause]:
    """Leave the paragraphs of clauses whose word edoxen has; any other gets one."""
    tamed = []
    for clause in clauses:
        paragraphs = [text for text in map(tame_text, clause.paragraphs) if text]
        word = getattr(clause, field)
        if paragraphs:
            tamed.append(
                Clause(paragraphs=paragraphs, **{field: word if word in table.same else next(iter(table.same))})
            )
    return tamed


def tame_text(text: Text) -> Text:
    """Leave the words, without marks and blank lines."""
    string = text.text
    while "\n\n" in string:
        string = string.replace("\n\n", "\n")
    return Text(string.strip("\n") if string.strip() else "")


@given(declarations())
@settings(max_examples=MANY)
def test_what_is_not_told_survives(declaration: Declaration) -> None:
    """A declaration of which no loss is told comes back equal, and what is written is valid."""
    tamed = tame(declaration)
    assert find_losses(tamed, "edoxen") == ()
    assert load(dump([tamed])) == [tamed]


@given(declarations())
@settings(max_examples=MANY)
def test_any_declaration_is_written_valid(declaration: Declaration) -> None:
    """Whatever a declaration holds, its collection is valid, and reading and writing it once more changes nothing."""
    (read,) = load(dump([declaration]))
    assert load(b"".join(edoxen.dump_all([read]))) == [read]


@given(declarations(), st.sampled_from(["fr", "zh-Hans", "sr-Latn", "ceb"]), filled_strings())
@settings(max_examples=200)
def test_translations_survive(declaration: Declaration, language: str, title: str) -> None:
    """A declaration and its translation come back as the two that they were."""
    first = attrs.evolve(tame(declaration), language="en", identifiers=[Identifier("7", scheme="HA")])
    second = attrs.evolve(first, language=language, title=title, meeting=title, translation_of="HA 7")
    third = attrs.evolve(first, title="another")
    assert load(dump([first, second, third])) == [first, second, third]


@given(st.one_of(strings(), st.text()))
@settings(max_examples=MANY)
def test_strings_are_strings(string: str) -> None:
    """Any string of the model, in a list or not, is read back by us and by the YAML library."""
    with contextlib.suppress(DeclarationsError):
        Text(string)
        value = {"a": string, "b": [{"c": string}, string]}
        data = yaml.dump_piece(value)
        ((read, _),) = yaml.load_documents(io.BytesIO(data), max_depth=9, max_bytes=10_000)
        assert read == value
        assert plain_yaml.safe_load(data) == value


LIBRARIES = {
    "fast": (getattr(plain_yaml, "CSafeLoader", plain_yaml.SafeLoader), yaml._DUMPER),
    "slow": (plain_yaml.SafeLoader, plain_yaml.SafeDumper),
}


@contextlib.contextmanager
def use(library: str) -> Iterator[None]:
    """Use PyYAML with libyaml, where it has that, or without."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in zip(("_LOADER", "_DUMPER"), LIBRARIES[library], strict=True):
            patch.setattr(yaml, name, value)
        yaml._make_dumper.cache_clear()
        yield
    yaml._make_dumper.cache_clear()


@pytest.mark.parametrize("library", LIBRARIES)
@given(string=separated_strings())
@settings(max_examples=500)
def test_separators_in_strings(library: str, string: str) -> None:
    """Whatever can be taken for the end of a line stays where it stands in a string, for every parser of YAML."""
    value = {"a": string, "b": [{"c": string}, string, {string or "d": ""}]}
    with use(library):
        data = yaml.dump_piece(value)
        ((read, _),) = yaml.load_documents(io.BytesIO(data), max_depth=9, max_bytes=100_000)
    assert read == value
    for loader, _ in LIBRARIES.values():
        assert plain_yaml.load(data, Loader=loader) == value


@pytest.mark.parametrize("library", LIBRARIES)
@given(meeting=separated_strings(), title=separated_strings())
@example(meeting=".\n\u2028", title="a\n\n\x85")
@settings(max_examples=200)
def test_separators_in_declarations(library: str, meeting: str, title: str) -> None:
    """They stay where they stand in a declaration too, whatever follows it in the file."""
    with use(library), contextlib.suppress(ValidationError):
        declaration = Declaration(title=title, meeting=meeting, place=meeting)
        tamed = tame(declaration)
        assert load(dump([tamed, tamed])) == [tamed, tamed]


def test_without_the_fast_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without libyaml reads and writes the same."""
    fast = dump([SAMPLE])
    read = load(fast)
    monkeypatch.setattr(yaml, "_LOADER", plain_yaml.SafeLoader)
    monkeypatch.setattr(yaml, "_DUMPER", plain_yaml.SafeDumper)
    yaml._make_dumper.cache_clear()
    try:
        assert load(fast) == load(dump([SAMPLE])) == read
        for data in (b"a: [", b'a: "\\U99999999"', b"\xff\xfe\x00", b"\x00"):
            with pytest.raises(MalformedInputError, match="this is no YAML"):
                load(data)
    finally:
        yaml._make_dumper.cache_clear()


@pytest.mark.parametrize(
    "string", ["2025-03-07", "0044", "1e3", "0o7", "no", "y", "1:20", ":a", "~", "null", "-", "<<", "="]
)
def test_words_that_look_like_values(string: str) -> None:
    """What YAML 1.1, YAML 1.2 or Ruby would read as a number, date, symbol or nothing is quoted."""
    assert yaml.dump_piece([string]) in (f"- '{string}'\n".encode(), f'- "{string}"\n'.encode())


BOMB = "a: &a0 [x, x]\n" + "".join(f"b{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60))
HOSTILE = [
    (BOMB.encode(), LimitError, "larger than the limit"),
    (b"resolutions: " + b"[" * 100_000, LimitError, "nested deeper than the limit"),
    (b"resolutions: " + b"{a: " * 100_000, LimitError, "nested deeper than the limit"),
    (b"- " * 100_000, LimitError, "nested deeper than the limit"),
    (b"a: &a [*a]", MalformedInputError, "nothing complete has the anchor 'a'"),
    (b"a: *b", MalformedInputError, "nothing complete has the anchor 'b'"),
    (b"resolutions: []\nresolutions: []", MalformedInputError, "'resolutions' occurs twice"),
    (b"[a]: b", MalformedInputError, "no string"),
    (b"{a: b}: c", MalformedInputError, "no string"),
    (b"resolutions: !!python/object/apply:os.system [echo]", MalformedInputError, "the tag 'tag:yaml.org,2002:python"),
    (b"resolutions: !own []", MalformedInputError, "the tag '!own'"),
    (b"\x00", MalformedInputError, "this is no YAML"),
    (b"\xff\xfe\x00\xd8", MalformedInputError, "this is no YAML"),
    (b"resolutions: \x80", MalformedInputError, "this is no YAML"),
    (b'a: "\\ud800"', MalformedInputError, "this is no YAML"),
    (b"resolutions:\n\t- a", MalformedInputError, "this is no YAML"),
    (b"resolutions: [", MalformedInputError, "line 2"),
    (b"title: A", SchemaError, "the key 'resolutions' is missing"),
    (b"- a", SchemaError, "the key 'resolutions' is missing"),
    (b"resolutions: 5", SchemaError, "resolutions must be a list, not '5'"),
    (b"resolutions: [5]", SchemaError, "a list of mappings"),
    (b"metadata: x\nresolutions: []", SchemaError, "metadata must be a mapping"),
    (b"resolutions: [{title: A}]", SchemaError, "at least one localization"),
    (b"resolutions: [{localizations: [{title: [A]}]}]", SchemaError, "title must be a string"),
    (b"resolutions: [{localizations: [{}], categories: [[x]]}]", SchemaError, "a list of strings"),
    (b'resolutions: [{localizations: [{title: "\\0"}]}]', SchemaError, "U+0000"),
    (b"resolutions: []\n---\nx", SchemaError, "line 2"),
]


@pytest.mark.parametrize(("data", "error", "message"), HOSTILE, ids=[str(one[0][:24]) for one in HOSTILE])
def test_hostile_yaml(data: bytes, error: type[DeclarationsError], message: str) -> None:
    """Bombs, tags, deep nesting and broken syntax give our errors, and give them soon."""
    begun = time.process_time()
    with pytest.raises(error) as failure:
        load(data, max_bytes=1_000_000)
    assert message in str(failure.value)
    assert time.process_time() - begun < 5


def test_harmless_oddities() -> None:
    """Huge numbers, not-a-number, dates and aliases are words; blank entries say nothing."""
    data = b"""
resolutions:
- identifier: [&number {prefix: HA, number: 999999999999999999999999999999}, *number]
  dates: [{date: 2025-03-07, type: adoption}, {date: 2025-03-07T10:00:00Z, type: adoption}]
  localizations: [{language_code: eng, title: .nan, subject: ~, message: 2025-03-07}, {language_code: "e n"}]
---
---
resolutions: !!seq
"""
    first, second = load(data)
    assert [one.value for one in first.identifiers] == ["9" * 30] * 2
    assert (first.title, first.issuers, first.resolutions[0].text) == (".nan", (), "2025-03-07")
    assert [str(one.date) for one in first.dates] == ["2025-03-07"]
    assert second.language is None
    ((_, findings), _) = edoxen.load_all(io.BytesIO(data))
    assert [one.excerpt for one in findings] == ["2025-03-07T10:00:00Z", "adoption", "e n"]


def test_limits_are_for_each_collection() -> None:
    """The limit of bytes is that of the largest collection, not of the file."""
    several = [Declaration(title=str(number), meeting=f"meeting {number}") for number in range(500)]
    data = dump(several)
    assert load(data, max_bytes=1_000) == several
    with pytest.raises(LimitError, match=r"larger than the limit of 100 bytes.*max_bytes"):
        load(data, max_bytes=100)


@given(st.data())
@settings(max_examples=MANY)
def test_only_our_errors(data: st.DataObject) -> None:
    """However a collection is damaged, declarations or our errors come out."""
    source = bytearray(DAMAGED)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(source)))
        source[place : place + data.draw(st.integers(0, 9))] = data.draw(
            st.one_of(
                st.binary(max_size=4), st.sampled_from([b"[", b"{", b"- ", b": ", b"\n", b"*a", b"&a ", b"? ", b"!x "])
            )
        )
    with contextlib.suppress(DeclarationsError):
        for declaration in load(bytes(source)):
            assert isinstance(declaration, Declaration)


def test_languages() -> None:
    """Codes of ISO 639-3 become BCP 47 tags and back; scripts that go without saying are not said."""
    pairs = {
        "en": {"language_code": "eng", "script": "Latn"},
        "zh": {"language_code": "zho"},
        "zh-Hant": {"language_code": "zho", "script": "Hant"},
        "ceb": {"language_code": "ceb"},
        "sr-Cyrl": {"language_code": "srp", "script": "Cyrl"},
        None: {"language_code": "und"},
    }
    for tag, written in pairs.items():
        assert write_language(tag) == written
        assert read_language(**written) == tag
    assert read_language("eng") == "en"
    assert write_language("en-x-abcd") == pairs["en"]
    assert write_language("x-klingon") == {"language_code": "und"}


def test_languages_are_those_of_cldr() -> None:
    """Every pair of codes is an alias in CLDR, where it knows the language."""
    from babel.core import get_global

    aliases = get_global("language_aliases")
    pairs = {two: write_language(two)["language_code"] for two in LANGUAGES}
    assert len(pairs) == len(set(pairs.values())) == 184
    wrong = {two: three for two, three in pairs.items() if aliases.get(three, two) not in (two, aliases.get(two))}
    assert wrong == {}


def test_the_schema_is_used() -> None:
    """Where the corpus is here, what is written is checked against the schema, which refuses what is wrong."""
    if find_corpus():
        assert not validator().is_valid({"resolutions": [{"identifier": [], "localizations": []}]})


def test_many_dates_and_languages_in_linear_time() -> None:
    """Neither many dates of clauses nor many languages of one resolution take more than their share of time."""
    clauses = [
        {"type": "asks", "message": "x", "date_effective": {"date": f"{year:04}-01-01", "type": "adoption"}}
        for year in range(2, 9_000)
    ]
    collection = {"resolutions": [{"localizations": [{"language_code": "eng", "actions": clauses}]}]}
    begun = time.process_time()
    (found,) = load(
        plain_yaml.dump(collection, Dumper=getattr(plain_yaml, "CSafeDumper", plain_yaml.SafeDumper)).encode()
    )
    assert len(found.dates) == len(found.resolutions) == 8_998
    several = [
        Declaration(identifiers=[Identifier("7")], language=f"q{a}{b}")
        for a in ascii_lowercase[:12]
        for b in ascii_lowercase
    ]
    documents = plain_yaml.safe_load(b"".join(edoxen.dump_all(several)))["resolutions"]
    assert [len(one["localizations"]) for one in documents] == [200, 112]
    assert time.process_time() - begun < 30
