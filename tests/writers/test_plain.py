"""Plain text: how pages are laid out, wrapped and kept safe."""

from __future__ import annotations

import unicodedata

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import declarations
from declarations import Agent, Clause, Declaration, Label, Note, Signatory, Source, Text
from declarations.scripts import LINE_SIGN, measure_width
from declarations.text import Mark, MarkKind
from declarations.writers.wrapping import wrap
from tests.strategies import declarations as any_declarations
from tests.strategies import strings

MANY = max(2_000, settings.default.max_examples)
ISOLATES = "\u2066\u2067\u2068\u2069"


def render(width: int = 79, locale: str | None = None, **fields: object) -> str:
    """Write a declaration of some fields."""
    return declarations.render(Declaration(**fields), "text", width=width, locale=locale)  # type: ignore[arg-type]


def clause(text: str, label: str | None = None, **parts: object) -> Clause:
    """Make a clause of one paragraph."""
    return Clause(label=Label(label) if label else None, paragraphs=[text], **parts)  # type: ignore[arg-type]


def test_lays_out_a_whole_document() -> None:
    """Title and headings are underlined, facts stand line by line, items hang under their clause, notes come last."""
    written = render(
        title="Resolution on the harbour bridge",
        subtitle="Third reading",
        kind="resolution",
        language="en",
        issuers=[Agent(name="Council of River Ports", abbreviation="CRP")],
        dates=[declarations.Dated(role="adopted", date="2021-05-05")],
        enacting="The Council,",
        context_heading="Preamble",
        context=[clause("Recalling its decision,")],
        resolutions=[
            clause("Decides:", "1.", items=[clause("to mend the bridge;", "(a)"), clause("to paint it.", "(b)")]),
            Clause(label=Label("2."), paragraphs=[Text("Thanks all.", [Mark(10, 10, MarkKind.NOTE, "n1")])]),
        ],
        closing=["Done at Millford."],
        signatories=[Signatory(agent=Agent(name="Ada Brenner"), capacity="President")],
        notes=[Note(id="n1", label="*", paragraphs=["In 2020."])],
        source=Source(site="Ports"),
    )

    assert written == (
        "Resolution on the harbour bridge\n================================\n\nThird reading\n\n"
        "Kind: resolution\nIssuer: Council of River Ports (CRP)\nDate: May 5, 2021 (adopted)\n\n"
        "The Council,\n\nPreamble\n--------\n\nRecalling its decision,\n\n"
        "1. Decides:\n\n   (a) to mend the bridge;\n\n   (b) to paint it.\n\n2. Thanks all[1].\n\n"
        "Done at Millford.\n\nAda Brenner, President\n\nSource: Ports\n\n[1] In 2020.\n"
    )


def test_further_lines_and_paragraphs_stand_under_their_words() -> None:
    """Lines of an item hang under its first word, as do its further paragraphs and its tail."""
    written = render(
        30,
        resolutions=[
            Clause(
                label=Label("12."),
                paragraphs=["Asks all members to keep the water clean:", "In all weathers."],
                items=[clause("in the lake;")],
                tail=["and to tell the council."],
            )
        ],
    )

    assert written == (
        "12. Asks all members to keep\n    the water clean:\n\n    In all weathers.\n\n    - in the lake;\n\n"
        "    and to tell the council.\n"
    )


def test_wide_labels_take_two_columns_a_sign() -> None:
    """Behind a label stands one space, and further lines stand under the words, however wide its signs are."""
    outer = clause("决定：", "一、", items=[clause("开放六天；\n夏天七天；", "（一）")])
    assert render(language="zh", resolutions=[outer]).splitlines()[2:] == [
        "     （一） 开放六天；",
        "            夏天七天；",
    ]


def test_signs_behind_a_role_are_those_of_the_language() -> None:
    """A wide colon takes no space behind it."""
    clerk = Signatory(agent=Agent(name="王明"), role="witness", capacity="秘书")
    assert render(language="zh", signatories=[clerk]) == "见证人：王明，秘书\n"
    assert render(language="en", signatories=[clerk]) == "witness: 王明, 秘书\n"


def test_items_of_a_clause_without_a_label_stand_further_in() -> None:
    """So a number behind them is seen to be that of the next clause, and is read as that."""
    decides = clause("Decides for all", items=[clause("to mend the bridge;"), clause("to paint it.")])
    written = render(resolutions=[decides, clause("All towns are told.", "(1)")])

    assert written == ("Decides for all\n\n  - to mend the bridge;\n\n  - to paint it.\n\n(1) All towns are told.\n")
    again = declarations.parse(f"On Bridges\n==========\n\nRecalling its duties,\n\n{written}", format="text")
    assert [len(one.items) for one in again.resolutions] == [2, 0]


def test_numbers_stand_before_the_words_where_they_are_known_for_numbers() -> None:
    """`1.12` could be a measure before a small letter; there it stands over the clause."""
    assert render(resolutions=[clause("Molecules", "1.12")]) == "1.12 Molecules\n"
    assert render(resolutions=[clause("metres", "1.12")]) == "1.12\n----\n\nmetres\n"


def test_labels_of_words_stand_over_their_clauses() -> None:
    """`Article 1` is underlined like a heading; its clause stands at the margin."""
    written = render(resolutions=[clause("All are free.", "Article 1")])

    assert written == "Article 1\n---------\n\nAll are free.\n"


def test_rows_keep_their_tabs_and_are_never_broken() -> None:
    """The cells of a table stay between tabs on one line, however narrow the text is."""
    table = Text("name\tplace\nAda\tin the upper valley", [Mark(0, 31, MarkKind.TABLE)])

    assert render(10, closing=[table]) == "name\tplace\nAda\tin the upper valley\n"


def test_width_zero_never_breaks() -> None:
    """Without a width every paragraph is one line."""
    words = "word " * 400

    assert render(0, closing=[words]) == f"{words.strip()}\n"


def test_facts_keep_their_direction() -> None:
    """Values of another direction than their label stand in isolates; overrides in them cannot reach out."""
    written = render(locale="ar", issuers=[Agent(name="Rye \u202e\u2067 Union")])
    line = next(line for line in written.splitlines() if "Union" in line)

    assert line.partition(": ")[2] == "\u2066Rye \u202e\u2067 Union\u2069\u2069"


def test_east_asian_lines_break_between_characters_but_not_before_closing_signs() -> None:
    """Wide characters take two columns; a closing sign goes with the character before it."""
    assert wrap("湖水清洁，湖水清洁。", 10) == ["湖水清洁，", "湖水清洁。"]
    assert wrap("湖水清洁，湖水清洁。", 8) == ["湖水清", "洁，湖水", "清洁。"]
    assert wrap("あああいっう", 8) == ["あああ", "いっう"]


@pytest.mark.parametrize("text", ["see paragraph 3. The end", "from A to B - or not", "in the year (a) of"])
def test_no_line_begins_like_an_item(text: str) -> None:
    """A word that would make the next line look like an item takes the word before it along."""
    for width in range(6, 24):
        lines = wrap(text, width)
        assert " ".join(lines) == text
        assert not any(line.startswith(("3.", "- ", "(a)")) for line in lines[1:])


@settings(max_examples=MANY)
@given(strings(), st.integers(1, 60))
def test_lines_keep_the_width_unless_a_word_is_longer(text: str, width: int) -> None:
    """Only a line without a place to break is longer; joining the lines gives all characters back."""
    lines = wrap(text, width)

    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        longest = max((measure_width(word) for word in line.split(" ")), default=0)
        assert measure_width(line.rstrip(" ")) <= max(width, 2 * longest + 24)


@settings(max_examples=MANY)
@given(any_declarations())
def test_no_letter_of_the_words_is_lost(declaration: Declaration) -> None:
    """The letters of every field that is words stand in the text, whatever they are."""
    written = _letters(declarations.render(declaration, "text", width=40))
    for text in _words(declaration):
        for line in text.splitlines():
            assert _letters(line) in written


@settings(max_examples=MANY)
@given(any_declarations(), st.sampled_from((0, 20, 79)), st.sampled_from((None, "ar", "zh")))
def test_no_control_character_breaks_a_line(declaration: Declaration, width: int, locale: str | None) -> None:
    """Of the control characters that readers act on only line feeds and the tabs of tables are written."""
    written = declarations.render(declaration, "text", width=width, locale=locale)

    controls = {char for char in written if unicodedata.category(char) == "Cc"}
    assert all(char in "\n\t" or char >= "\x7f" for char in controls)
    assert controls.isdisjoint("\x85\u2028\u2029")


def test_control_characters_of_the_words_stay() -> None:
    """Letters of Windows that a page wrongly gives as C1 controls are kept as they are."""
    words = "Rappelant le v\x9cu \x7f de l'assemblée,"
    again = declarations.parse(render(title="En \x9cuvre", context=[clause(words)]), format="text")
    assert (again.title, again.context[0].text) == ("En \x9cuvre", words)


@settings(max_examples=MANY)
@given(any_declarations())
@example(Declaration(annexes=[Clause(label=Label(", "))]))
def test_any_text_can_be_read_back(declaration: Declaration) -> None:
    """Whatever is written can be read; nothing but an empty text is refused."""
    written = declarations.render(declaration, "text")
    try:
        declarations.parse(written, format="text")
    except declarations.errors.EmptyInputError:
        assert not _letters(written)


@settings(max_examples=MANY)
@given(any_declarations())
def test_isolates_are_closed_on_their_line(declaration: Declaration) -> None:
    """Facts in Arabic: every isolate that a line opens is closed on it, whatever the document puts there."""
    written = declarations.render(attrs.evolve(declaration, notes=[]), "text", locale="ar", width=0)
    facts = written.split("\n\n")[0].splitlines() if declaration.title is None else []
    for line in facts:
        if not line.startswith(("الن", "الم", "جهة", "الت")):
            continue
        depth = 0
        for char in line:
            depth += (char in ISOLATES[:3]) - (char == ISOLATES[3])
            assert depth >= 0
        assert depth == 0


def test_lines_that_count_say_so() -> None:
    """A line end of the document before a long line, or one like an item, is told from that of a wrapped line."""
    written = render(40, closing=["Three values:\n1. of the first, which is long enough for two lines\n2. none"])

    assert written == (
        f"Three values:\n{LINE_SIGN}1. of the first, which is long enough\n  for two lines\n{LINE_SIGN}2. none\n"
    )


def _letters(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char)[0] == "L")


def _words(declaration: Declaration) -> list[str]:
    texts: list[Text | None] = [*declaration.closing, declaration.enacting, declaration.formula]
    texts += [declaration.context_heading, declaration.resolutions_heading]
    for _, one in declaration.walk():
        texts += [one.heading, *one.paragraphs, *one.tail, Text(str(one.label)) if one.label else None]
    for note in declaration.notes:
        texts += note.paragraphs
    return [
        *(text.text for text in texts if text is not None),
        *(value for value in (declaration.title, declaration.subtitle, declaration.place) if value),
        *(str(agent) for agent in declaration.issuers),
        *(signatory.agent.name for signatory in declaration.signatories),
    ]
