"""The markers of lists as browsers print them."""

from __future__ import annotations

import pytest

from declarations.readers.markers import ListState, printed_enumerator, style_of
from tests.readers.reading import read_html, show


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [
        ("", ["1.", "2.", "3."]),
        ("start=7", ["7.", "8.", "9."]),
        ("start=-1", ["-1.", "0.", "1."]),
        ("type=a", ["a.", "b.", "c."]),
        ("type=A start=26", ["Z.", "AA.", "AB."]),
        ("type=i start=3", ["iii.", "iv.", "v."]),
        ("type=I", ["I.", "II.", "III."]),
        ("type=i start=0", ["0.", "i.", "ii."]),
        ("reversed", ["3.", "2.", "1."]),
        ("reversed start=10", ["10.", "9.", "8."]),
        ('style="list-style-type: upper-roman"', ["I.", "II.", "III."]),
        ('style="color: red; list-style: inside lower-latin"', ["a.", "b.", "c."]),
        ('style="list-style-type: lower-greek"', ["α.", "β.", "γ."]),
        ('style="list-style-type: arabic-indic"', ["١.", "٢.", "٣."]),
        ('style="list-style-type: devanagari"', ["१.", "२.", "३."]),
        ('style="list-style-type: decimal-leading-zero"', ["01.", "02.", "03."]),
        ('style="list-style-type: none"', [None, None, None]),
        ('start="many"', ["1.", "2.", "3."]),
    ],
)
def test_ordered_lists_count_as_in_a_browser(attributes, markers):
    """Attributes and inline styles of a list decide what is printed."""
    page = read_html(f"<ol {attributes}><li>x<li>y<li>z</ol>")
    assert [block.marker for block in page.blocks] == markers


def test_a_value_renumbers_what_follows():
    """`value` sets the number of an item, and the next ones go on from there."""
    page = read_html("<ol><li>a<li value=5>b<li>c<li value=x>d</ol>")
    assert [block.marker for block in page.blocks] == ["1.", "5.", "6.", "7."]


def test_bullets_have_no_marker():
    """An unordered list has items without a marker, unless its style counts."""
    page = read_html("<ul><li>a</ul><ul style='list-style-type:decimal'><li>b</ul>")
    assert [block.marker for block in page.blocks] == [None, "1."]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<ol><li>1. Decides", "item+ 1. Decides"),
        ("<ol><li>1) Decides", "item+ 1) Decides"),
        ("<ol type=a><li>(a) Urges", "item+ (a) Urges"),
        ("<ol><li>1 May is a holiday", "item+ 1. 1 May is a holiday"),
        ("<ol><li>1.5 million people", "item+ 1. 1.5 million people"),
        ("<ol><li>2. Decides", "item+ 1. 2. Decides"),
        ("<ol><li><b>1.</b> Decides", "item+ 1. Decides"),
    ],
)
def test_a_number_printed_in_the_item_is_not_doubled(html, shown):
    """Where the words begin with the number of the item, it is the marker and no part of the words."""
    assert show(read_html(html)) == [shown]


def test_an_item_without_words_keeps_its_number():
    """An item that holds only a list of its own still shows its marker."""
    page = read_html("<ol><li><ol type=a><li>first</ol></ol>")
    assert show(page) == ["item+ 1.", "item++ a. first"]


def test_nested_lists_have_depths_and_numbers():
    """Every list has its own number, and an item knows how many lists it stands in."""
    page = read_html("<ol><li>a<ul><li>b</ul><p>c</p><li>d</ol><ol><li>e</ol>")
    assert [(b.text.text, b.kind.value, b.depth, b.list_number) for b in page.blocks] == [
        ("a", "item", 1, 1),
        ("b", "item", 2, 2),
        ("c", "paragraph", 1, 1),
        ("d", "item", 1, 1),
        ("e", "item", 1, 3),
    ]


def test_items_outside_any_list_are_bullets_of_one_list():
    """Stray items are read as a list, as browsers print them."""
    page = read_html("<div><li>a</li><li>b</li></div>")
    assert [(b.kind.value, b.depth, b.marker, b.list_number) for b in page.blocks] == [("item", 1, None, 1)] * 2


def test_a_style_that_is_not_known_is_left_out():
    """An unknown counter style says nothing."""
    assert style_of({"style": "list-style-type: my-own"}) is None


def test_the_suffix_can_be_given():
    """A syntax that shows how its numbers end says so."""
    state = ListState(1, {}, ordered=True, length=0, suffix=")")
    assert [state.marker({}), state.marker({})] == ["1)", "2)"]


def test_printed_enumerator_gives_the_place_of_the_words():
    """What is printed and where the words begin are both given."""
    assert printed_enumerator("iv) stop", "iv.") == ("iv)", 4)
    assert printed_enumerator("stop", "iv.") is None
