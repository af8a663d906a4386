"""Every block ends in exactly one place, and its words with it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declarations import examine
from declarations.blocks import Block, BlockKind, Landmark, Page
from declarations.errors import EmptyInputError
from declarations.recognition.pipeline import recognize
from declarations.recognition.reading import Part
from declarations.records import json
from declarations.text import Text
from tests.recognition.pages import make_block, make_page, spell
from tests.timing import measure

LINES = st.sampled_from(
    [
        "# Statement on bread",
        "## Preamble",
        "## Annex",
        "The Council of Bakers (CB),",
        "5 May 2020",
        "Whereas bread is dear,",
        "Noting the price of flour,",
        "It was a long winter, and the mills stood still for many weeks because of the ice on the river.",
        "Now, therefore,",
        "In view of these facts,",
        "Resolved:",
        "1. Calls upon the mills to open;",
        "(a) at once;",
        "<1.> Decides to wait;",
        "  <(a)> for a day;",
        "- a bullet",
        "| a\tb",
        "Article 1",
        "Article 2",
        "Article 3",
        "We demand bread.",
        "Done at Millford, on 6 May 2020",
        "Moved by: Ada Brenner",
        "Ada Brenner",
        "第一条",
        "_____",
        "...",
    ]
)


PARAGRAPHS = st.builds(
    lambda text: Block(kind=BlockKind.PARAGRAPH, text=Text(text)),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=80),
)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text))


@given(st.lists(LINES, min_size=1, max_size=14))
def test_every_block_has_one_place_and_keeps_its_words(lines: list[str]) -> None:
    """Words are in the declaration, or their block is unclaimed or dropped with a reason."""
    page = make_page(*lines)
    first = recognize(page)
    readings = (first, *first.others)
    told = _words(
        " ".join(json.dumps(one.declaration).decode() for one in readings).replace("\\n", " ").replace("\\t", " ")
    )
    judgements = [judgement for reading in readings for judgement in reading.judgements]

    assert spell(judgement.block for judgement in judgements) == spell(page.blocks)
    for one in judgements:
        if one.part is Part.BOILERPLATE:
            assert one.evidence
        elif one.part is not Part.UNCLAIMED:
            left = _words(one.remainder.text.text) if one.remainder else set()
            assert _words(one.block.text.text) <= told | left, one


@given(st.lists(PARAGRAPHS, max_size=8))
@settings(max_examples=50)
def test_any_words_can_be_read(blocks: list[Block]) -> None:
    """Whatever stands in the blocks, recognition gives a reading or says that there is no text."""
    page = Page(blocks=tuple(blocks))
    if any(block.text.text.strip() for block in blocks):
        assert spell(one.block for one in recognize(page).judgements) == spell(blocks)
    else:
        with pytest.raises(EmptyInputError):
            recognize(page)


SCRAPS = """' « » “ … ¦ * - : ： ( \x9c (1) 1. a) г. The Ada Council of le L’ d’ assemblée Resolution 7/2025 5 May 2020
    Moved by mover: Signed by: Yours sincerely, Done at Section 3. Therefore, notes decides Language: en-GB [1]
    谴责 因此， 上 أولاً: PRIMERO: ассоциация"""


@given(
    st.lists(st.lists(st.sampled_from(SCRAPS.split()), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=9),
    st.sampled_from(("\n", "\n\n", "\t", "  ")),
    st.sampled_from((None, "en", "fr", "ru", "zh", "ar", "it")),
)
def test_scraps_in_any_order_are_read(lines: list[str], gap: str, language: str | None) -> None:
    """Words that recognition looks for, without what usually stands around them, give a reading."""
    assert examine(gap.join(lines), format="text", language=language).judgements


def test_a_page_of_furniture_only_is_read() -> None:
    """A page that holds nothing but a menu gives an empty declaration and findings."""
    reading = recognize(make_page(make_block("Home", landmark=Landmark.NAVIGATION)))

    assert reading.declaration.resolutions == ()
    assert {"no-title", "no-resolutions"} <= {str(finding.code) for finding in reading.findings}


def test_numbers_typed_behind_bullets_are_kept() -> None:
    """A number that an author typed into the items of a list without numbers is their label, even of an item alone."""
    page = "# On Bread\n\nThe council decides:\n\n- 1.1. Bread is free.\n- 1.2. Salt is free.\n- 1.3.\n"
    decided = examine(page, format="markdown").declaration.resolutions
    assert [(str(clause.label), clause.text) for clause in decided] == [
        ("1.1.", "Bread is free."), ("1.2.", "Salt is free."), ("1.3.", "")
    ]  # fmt: skip


@pytest.mark.parametrize("signs", ["* * *", "◆", "— — —", "=====", "• • •"])
def test_signs_that_part_a_text_are_no_words(signs: str) -> None:
    """A line of signs between paragraphs is a rule: dropped, with the reason, and no clause."""
    page = make_page("# Statement", "The board decides to meet.", signs, "The board thanks the cooks.")
    reading = recognize(page)
    assert [block.text.text for block in reading.dropped] == [signs]
    assert len(reading.declaration.resolutions) == 2


@pytest.mark.parametrize(
    "make",
    [
        lambda number: f"<{number}.> Calls upon member {number} to answer.",
        lambda number: f"Line {number}",
        lambda number: f"Member {number} (M{number})",
        lambda number: f"Whereas {number} is a number of some length,",
        lambda number: f"## Part {number % 7}",
        lambda number: f"Article {2 * number}",
    ],
    ids=["items", "short lines", "names", "openers", "headings", "gaps"],
)
def test_time_grows_with_the_document(make: Callable[[int], str]) -> None:
    """Eight times the blocks take about eight times as long, not sixty-four times, whatever the blocks are."""
    durations = []
    for count in (500, 4000):
        page = make_page("# Statement", *map(make, range(1, count + 1)))
        assert len(recognize(page).judgements) == count + 1
        durations.append(measure(recognize, page))

    assert durations[1] < 24 * durations[0]


def test_a_stated_issuer_hides_no_line() -> None:
    """A line that could name the issuer, where another line says who it is, is kept: here as the subtitle."""
    page = """Résolution 2024-04-58
=====================

Appui au maintien du bureau de poste

Émetteur : Municipalité de Saint-Aubert

Attendu que le bureau le plus proche se trouve à trente-huit kilomètres ;

Le conseil demande à la poste de renoncer à la fermeture du bureau.
"""
    declaration = examine(page, format="text").declaration
    assert [str(one) for one in declaration.issuers] == ["Municipalité de Saint-Aubert"]
    assert declaration.subtitle == "Appui au maintien du bureau de poste"


def test_rows_behind_the_last_words_sign() -> None:
    """A table of names and offices below `Done at …` holds who signed."""
    page = """<h1>Communiqué of the Lakes Summit</h1>
<p>Recalling the Tarnby Charter of 1998, and reaffirming our commitment to it,</p>
<p>1. We agree to reduce withdrawals by 12 per cent.</p><p>2. We will meet again in 2026.</p>
<p>Done at Tarnby, 15 May 2024.</p>
<table><tr><td>Marit Holm</td><td>Prime Minister</td></tr><tr><td>Jonas Eker</td><td>President of Sund</td></tr></table>
"""
    declaration = examine(page, format="html").declaration
    assert [(one.agent.name, one.capacity) for one in declaration.signatories] == [
        ("Marit Holm", "Prime Minister"),
        ("Jonas Eker", "President of Sund"),
    ]
    assert [str(text) for text in declaration.closing] == ["Done at Tarnby, 15 May 2024."]


@pytest.mark.parametrize(
    ("line", "office"), [("La présidente", "La présidente"), ("le 4 mai 2025", None), ("Fait à Meyrins", None)]
)
def test_the_line_above_a_name_may_be_an_office(line: str, office: str | None) -> None:
    """It is one if it begins with an article; a date or words like an ending are none, and stay."""
    page = f"# Résolution\n\nConsidérant la pluie,\n\nDécide de bâtir un toit.\n\n{line}\n\nJeanne Colas\n"
    declaration = examine(page, format="markdown", language="fr").declaration
    assert [(one.agent.name, one.capacity) for one in declaration.signatories] == [("Jeanne Colas", office)]
    assert [str(text) for text in declaration.closing] == ([] if office else [line])


def test_a_letter_ends_with_its_closing_words() -> None:
    """Where no verb is known, the words before a name are not taken for what is asked."""
    page = """# To the Harbour Board

Two thousand families on both shores live from boats of that size, and nobody heard them before.

We therefore urge you to:

suspend the order until the fishers have been heard;

meet our representatives before the end of June.

Yours sincerely,

Coastal Watch, Norrfold

Skippers’ Aid, Ulm
"""
    declaration = examine(page, format="markdown").declaration
    assert len(declaration.resolutions) == 2
    assert [str(one.agent) for one in declaration.signatories] == ["Coastal Watch", "Skippers’ Aid"]


@pytest.mark.parametrize(
    "formula", ["Therefore,", "Therefore, the Guild Council:", "In view of the above,\n\nThe Guild Council,"]
)
@pytest.mark.parametrize("sign", ["", "- ", "1. "])
def test_views_behind_the_formula_are_resolutions(formula: str, sign: str) -> None:
    """`notes` and `recognizes` only tell where nothing has turned yet; right behind the formula they are resolved."""
    page = f"""# Motion on Bread

The Guild Council,

Considering that bread is dear and that nobody has asked the bakers about it,

{formula}

{sign}notes that the mills stood still;

{sign}recognizes the work of the millers in the winter;

{sign}decides to open the ovens at dawn.
"""
    declaration = examine(page, format="markdown").declaration
    assert str(declaration.formula).split() == formula.split()
    assert len(declaration.context) == 1
    assert [one.action for one in declaration.resolutions] == ["takes-note", "recognizes", "decides"]


def test_words_that_are_opener_and_verb_alike_decide_behind_the_formula() -> None:
    """`谴责` opens what is told before the formula and what is decided behind it; its list is its own."""
    page = """# 关于面包价格的决议

谴责磨坊的关闭使那里的大多数居民失去了工作，

因此，

谴责面包价格的上涨使周围城镇的居民失去了面包；

谴责：

- 面包师向理事会报告的每一次涨价；
- 磨坊的关闭。
"""
    declaration = examine(page, format="markdown").declaration
    assert str(declaration.formula) == "因此，"
    assert [len(one.items) for one in declaration.context] == [0]
    assert [(one.action, len(one.items)) for one in declaration.resolutions] == [("condemns", 0), ("condemns", 2)]


def test_a_formula_does_not_turn_back() -> None:
    """Words like a formula that more openers and views follow, before anything is decided, go on with the context."""
    page = """# On Bread

The Council of Bakers,

considering that bread is dear,

notes that the mills have stood still since the winter and that flour is short,

for this reason the Guild of Millers will offer new stones

that are cut from harder rock, as the last assembly wanted them to be cut,

notes also that the price of salt has risen,

decides to open the ovens at dawn.
"""
    declaration = examine(page, format="markdown").declaration
    assert declaration.formula is None
    assert str(declaration.context[2].paragraphs[0]).startswith("for this reason")
    assert [clause.action for clause in declaration.resolutions] == ["decides"]


def test_words_keep_their_order_behind_the_formula() -> None:
    """A second formula between resolutions stays where it stands: it leads to those behind it."""
    page = """# On Bread

Whereas bread is dear, and the council has heard the bakers on the matter,

In view of these facts,

- the price of bread is fixed until the summer;
- the price of salt is fixed until the winter.

In view of these facts,

- the bakers are thanked.
"""
    declaration = examine(page, format="markdown").declaration
    assert str(declaration.formula) == "In view of these facts,"
    assert [clause.text for clause in declaration.resolutions] == [
        "the price of bread is fixed until the summer;",
        "the price of salt is fixed until the winter.",
        "In view of these facts,\nthe bakers are thanked.",
    ]
