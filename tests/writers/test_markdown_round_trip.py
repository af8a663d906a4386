"""Our own Markdown is read back exactly; changed by hand, it is read as it is now."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from declarations import Clause, Declaration, Label, Text, examine, parse, render
from declarations.errors import LimitError
from declarations.inspection import FindingCode
from declarations.text import Mark
from tests.records.sample import SAMPLE
from tests.strategies import declarations

MANY = max(2_000, settings.default.max_examples)
SOURCE = render(SAMPLE, "markdown")


@given(declarations())
@settings(max_examples=MANY)
def test_round_trip(declaration: Declaration) -> None:
    """Every declaration, with every field and odd characters, is read back as it was, with nothing to report."""
    reading = examine(render(declaration, "markdown"), format="markdown")
    assert reading.declaration == declaration
    assert reading.findings == ()


def test_bytes_and_line_ends() -> None:
    """Bytes, a byte order mark and the line ends of Windows change nothing."""
    data = b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode()
    assert parse(data, format="markdown") == SAMPLE


def test_every_locale_is_read_back() -> None:
    """The language of the facts does not matter."""
    for locale in ("ar", "fr", "zh"):
        assert parse(render(SAMPLE, "markdown", locale=locale), format="markdown") == SAMPLE


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            "Recalling the flood",
            "Deploring the flood",
            lambda d: d.context[0].paragraphs[0].text.startswith("Deploring"),
        ),
        ("# Statement on the Harbour", "# On *the* Harbour", lambda d: d.title == "On the Harbour"),
        ("in the north;", "in the\nnorth;", lambda d: d.resolutions[0].items[0].text == "in the north;"),
        ("place: Old Port", "place: New Port", lambda d: d.place == "New Port"),
        ("- (a)\u2002in", "* (a) in", lambda d: str(d.resolutions[0].items[0].label) == "(a)"),
        ("Resolves:\n", "Resolves\nnow:\n", lambda d: str(d.formula) == "Resolves now:"),
        ("title: St", "layout: post\ntitle: St", lambda d: d == SAMPLE),
        ("| South | 5 m |", "| South | 6 m |", lambda d: d.annexes[0].paragraphs[0].text.endswith("6 m")),
    ],
)
def test_changed_words_are_read(before: str, after: str, change: Callable[[Declaration], bool]) -> None:
    """What a person changes is read as it is now, all else as it was."""
    assert SOURCE.count(before) == 1
    reading = examine(SOURCE.replace(before, after), format="markdown")
    assert change(reading.declaration)
    assert reading.declaration.issuers == SAMPLE.issuers
    assert reading.findings == ()


def test_a_clause_that_was_added() -> None:
    """A new clause gets what its number tells; those around it keep their facts."""
    clauses = [
        Clause(
            id=f"c{number}",
            label=Label(f"{number}.", ordinal=number, style="decimal"),
            paragraphs=[f"{verb} peace."],
            phrase=verb,
            action=action,
        )
        for number, verb, action in ((1, "Asks", "asks"), (2, "Decides", "decides"), (3, "Urges", "urges"))
    ]
    source = render(Declaration(resolutions=clauses), "markdown")
    changed = source.replace("3. Urges peace.", "3. Thanks the town.\n\n4. Urges peace.")
    read = parse(changed, format="markdown").resolutions
    assert [(one.id, str(one.label), one.phrase) for one in read] == [
        ("c1", "1.", "Asks"),
        ("c2", "2.", "Decides"),
        (None, "3.", None),
        ("c3", "4.", "Urges"),
    ]
    assert read[2].label == Label("3.", ordinal=3, style="decimal")
    removed = parse(source.replace("2. Decides peace.\n\n", ""), format="markdown").resolutions
    assert [one.id for one in removed] == ["c1", "c3"]


def test_numbers_typed_by_hand() -> None:
    """Numbers that somebody types are labels; the same number again and again is counted on."""
    source = render(Declaration(title="T", resolutions=[Clause(paragraphs=["Asks."])]), "markdown")
    typed = source.replace("Asks.", "1. One\n1. Two\n   - (a) three\n\n(c) Four\n\n## 5. Head\n\n- ")
    labels = [str(clause.label) for _, clause in parse(typed, format="markdown").walk()]
    assert labels == ["1.", "2.", "(a)", "(c)", "5."]


def test_without_front_matter() -> None:
    """Without the front matter the page is recognized, with the help of the comments that are left."""
    reading = examine(SOURCE.split("---\n", 2)[2], format="markdown")
    found = reading.declaration
    assert (found.title, found.subtitle, str(found.formula)) == (SAMPLE.title, SAMPLE.subtitle, "Resolves:")
    assert [one.name for one in found.issuers] == ["Harbour Assembly"]
    labels = [str(clause.label) for _, clause in found.walk() if clause.label]
    assert labels == ["(a)", "(b)"]
    assert found.resolutions[0].tail == SAMPLE.resolutions[0].tail


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("_format: 1", "_format: ["),
        ("_format: 1", "_format: 99"),
        ("place: Old Port", "place: &a [x]\nmeeting: *a"),
        ("kind: statement", "kind: poem"),
        ("notes: {", "notes: 7\nothers: {"),
        ("clauses:", "clauses: {context: [7]}\nothers:"),
        ("place: Old Port", "place: !!timestamp 2025-03-07"),
        ("place: Old Port", "place: !!python/object:os.system x"),
        ("place: Old Port", f"place: {'{' * 5_000}"),
        ("place: Old Port", f"place: {'x' * 410_000}"),
    ],
)
def test_broken_front_matter(before: str, after: str) -> None:
    """Front matter that was broken by hand is told, and the page is recognized."""
    reading = examine(SOURCE.replace(before, after, 1), format="markdown")
    assert FindingCode.BROKEN_METADATA in [finding.code for finding in reading.findings]
    assert reading.declaration.title == SAMPLE.title
    assert reading.declaration.context[0].text.startswith("Recalling the flood")


def test_text_without_a_place_is_told() -> None:
    """A paragraph under no part, in Markdown or in HTML, is reported with its words."""
    changed = SOURCE.replace(
        "<!-- declaration: subtitle -->", "Stray words\n\n<div>in HTML</div>\n\n<!-- declaration: subtitle -->"
    )
    reading = examine(changed, format="markdown")
    assert reading.declaration == SAMPLE
    assert {(one.code, one.excerpt) for one in reading.findings} == {
        (FindingCode.UNCLAIMED_TEXT, "Stray words"),
        (FindingCode.UNCLAIMED_TEXT, "in HTML"),
    }


def test_pages_of_others_are_recognized() -> None:
    """Front matter that is not ours changes nothing about how a page is read."""
    page = "---\ntitle: Bread\nclauses: none\n---\n\n# Bread\n\n1. Decides to bake.\n2. Asks for flour.\n"
    assert [str(one.label) for one in parse(page, format="markdown").resolutions] == ["1.", "2."]


def test_unsafe_links_are_not_read() -> None:
    """A link that a person wrote to something that runs is no link; one of ours is kept as words with their target."""
    text = Text("go", [Mark(0, 2, "link", "javascript:x")])
    declaration = Declaration(title="T", closing=[text])
    source = render(declaration, "markdown")
    assert parse(source, format="markdown") == declaration
    typed = source.replace(
        '<span class="declaration-link" data-target="javascript:x">go</span>', '<a href="javascript:x">go</a>'
    )
    assert parse(typed, format="markdown").closing == (Text("go"),)


@pytest.mark.parametrize(
    "words",
    [
        "<b>" * 10_000,
        "*" * 20_000,
        "</b><b>" * 8_000,
        "\u2002" * 20_000,
        "&#32;" * 10_000,
        "_a" * 10_000,
        "<!-- " * 10_000,
    ],
)
def test_time_is_linear(words: str) -> None:
    """Hostile words are written and read back in time that grows with their length."""
    declaration = Declaration(title="T", closing=[words])
    start = time.process_time()
    assert parse(render(declaration, "markdown"), format="markdown") == declaration
    assert time.process_time() - start < 20


def test_nesting_has_a_limit() -> None:
    """Lists that somebody nested too deeply are refused, as in every Markdown text."""
    with pytest.raises(LimitError, match="nested"):
        parse(SOURCE + "\n" + "- " * 200 + "x\n", format="markdown")


def test_a_page_without_words() -> None:
    """A declaration that has nothing but metadata is read back."""
    declaration = Declaration(place="Old Port")
    assert parse(render(declaration, "markdown"), format="markdown") == declaration
