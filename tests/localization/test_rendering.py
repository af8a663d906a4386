"""Metadata sheets as text and as HTML."""

import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import declarations
from declarations import Agent, Declaration
from declarations.isolation import balance, isolate
from declarations.localization import LocalizedField, LocalizedMetadata, LocalizedValue
from declarations.localization.rendering import render_summary_html, render_summary_text
from tests.localization.test_metadata import make_declaration
from tests.strategies import FRAGMENTS
from tests.strategies import declarations as any_declaration

LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
HOSTILE = "</bdi></dd><script>alert(1)</script>\"'&amp;"
TEXTS = st.lists(st.sampled_from([*FRAGMENTS, LRI, RLI, FSI, PDI, "\u202e", "\u202c"]), max_size=12).map("".join)


def make_metadata(*values: LocalizedValue, direction: str = "ltr") -> LocalizedMetadata:
    """Make metadata of one field."""
    field = LocalizedField(name="title", label="Title", values=values)
    return LocalizedMetadata(locale="en", language="en", direction=direction, separator=": ", fields=(field,))


def test_text() -> None:
    """A sheet is one line for each field, with the lists and the colon of the language."""
    lines = render_summary_text(declarations.localize(make_declaration(), "fr")).splitlines()
    assert lines[0] == "Titre\u00a0: On the Bells of the Old Tower"
    assert lines[3] == "Identifiants\u00a0: 12/3 (register) et B-7"
    assert lines[4] == f"Émetteurs\u00a0: Tower Society (TS) et {RLI}מועצת הפעמונים{PDI}"
    assert "1 paragraphe de contexte, 2 résolutions, 3 signataires, 1 note et 11 annexes" in lines[12]


def test_text_from_right_to_left() -> None:
    """In an Arabic sheet every word of the document is isolated, and the line begins with Arabic."""
    lines = render_summary_text(declarations.localize(make_declaration(), "ar")).splitlines()
    assert lines[0] == f"العنوان: {LRI}On the Bells of the Old Tower{PDI}"
    assert lines[4] == f"جهات الإصدار: {LRI}Tower Society (TS){PDI} و{RLI}מועצת הפעמונים{PDI}"
    assert lines[3] == f"المعرّفات: {LRI}12/3 (register){PDI} و{LRI}B-7{PDI}"
    for line in lines:
        assert unicodedata.bidirectional(line[0]) in {"R", "AL"}
        assert sum(line.count(sign) for sign in (LRI, RLI, FSI)) == line.count(PDI)


def test_left_to_right_needs_no_isolates() -> None:
    """A sheet in which everything goes to the right holds no invisible characters."""
    declaration = attrs.evolve(make_declaration(), issuers=[Agent(name="Tower Society")])
    text = render_summary_text(declarations.localize(declaration, "en"))
    assert not {LRI, RLI, FSI, PDI} & set(text)


def test_white_space() -> None:
    """Line feeds and tabs in a value cannot break a line; the result of no fields is empty."""
    text = render_summary_text(make_metadata(LocalizedValue("One\n\ttwo\u2028three\x85four")))
    assert text == "Title: One two three four\n"
    assert render_summary_text(declarations.localize(Declaration(), "en")) == ""


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("plain", "plain"),
        (f"a{PDI}b", "ab"),
        (f"a{LRI}b", f"a{LRI}b{PDI}"),
        (f"{PDI}{RLI}a{FSI}b{PDI}", f"{RLI}a{FSI}b{PDI}{PDI}"),
        (f"{LRI}a{PDI}", f"{LRI}a{PDI}"),
    ],
)
def test_balance(text: str, balanced: str) -> None:
    """Isolates that are open are closed, ends that nothing opened are dropped."""
    assert balance(text) == balanced


@given(TEXTS)
def test_balance_is_stable(text: str) -> None:
    """No prefix of a balanced text closes more than it opened; nothing but isolates is changed."""
    balanced, depth = balance(text), 0
    for char in balanced:
        depth += (char in (LRI, RLI, FSI)) - (char == PDI)
        assert depth >= 0
    assert depth == 0
    assert balance(balanced) == balanced
    assert balanced.replace(PDI, "") == text.replace(PDI, "")


@pytest.mark.parametrize(
    ("text", "direction", "around", "isolated"),
    [
        ("word", None, "rtl", "word"),
        ("word", "ltr", "ltr", "word"),
        ("mot é", "auto", "ltr", "mot é"),
        ("word", "ltr", "rtl", f"{LRI}word{PDI}"),
        ("מילה", "rtl", "ltr", f"{RLI}מילה{PDI}"),
        ("12/3", "auto", "rtl", f"{FSI}12/3{PDI}"),
        ("a\u202eb", "ltr", "ltr", f"{LRI}a\u202eb{PDI}"),
    ],
)
def test_isolate(text: str, direction: str | None, around: str, isolated: str) -> None:
    """Words are isolated unless they have no direction of their own or all goes to the right."""
    assert isolate(text, direction, around=around) == isolated


def test_html() -> None:
    """A sheet in HTML is a list of terms; words of the document carry language and direction."""
    lines = render_summary_html(declarations.localize(make_declaration(), "he")).splitlines()
    assert lines[0] == '<dl class="declaration-metadata" lang="he" dir="rtl">'
    assert lines[1:3] == [
        "<dt>כותרת</dt>",
        '<dd data-field="title"><bdi lang="en-GB" dir="ltr">On the Bells of the Old Tower</bdi></dd>',
    ]
    assert '<dd data-field="kind">החלטה</dd>' in lines
    assert '<dd data-field="url"><bdi lang="zxx" dir="ltr">https://example.org/t?a=1&amp;b=2</bdi></dd>' in lines
    assert lines[-1] == "</dl>"


def test_hostile_text_is_text() -> None:
    """Markup in a value, a label or a tag is shown, never obeyed."""
    value = LocalizedValue(HOSTILE, language='"><script>', direction="auto")
    field = LocalizedField(name='"><script>', label="<script>", values=(value,))
    metadata = LocalizedMetadata(locale="en", language='"><script>', direction="ltr", separator=":", fields=(field,))
    written = render_summary_html(metadata)
    assert "<script>" not in written
    tree = html.fragment_fromstring(written)
    assert tree.find("dd").text_content() == HOSTILE
    assert tree.find("dt").text == "<script>"
    assert tree.find(".//bdi").get("lang") == '"><script>'


@given(any_declaration(), st.sampled_from(["en", "ar", "ja"]))
def test_any_declaration(declaration: Declaration, locale: str) -> None:
    """Whatever a declaration holds, its sheet has one line a field, balanced isolates, and only our own elements."""
    metadata = declarations.localize(declaration, locale)
    text = render_summary_text(metadata)
    assert len(text.splitlines()) == len(metadata.fields)
    assert balance(text) == text
    tree = html.fragment_fromstring(render_summary_html(metadata))
    assert {element.tag for element in tree.iter()} <= {"dl", "dt", "dd", "bdi"}
    assert len(tree.findall("dd")) == sum(len(field.values) for field in metadata.fields)
    shown = [" ".join(element.text_content().split()) for element in tree.findall("dt")]
    assert shown == [field.label for field in metadata.fields]


@given(TEXTS)
def test_html_shows_what_the_value_says(text: str) -> None:
    """What a browser shows of a value is the value, but for white space and unbalanced isolates."""
    (shown,) = html.fragment_fromstring(
        render_summary_html(make_metadata(LocalizedValue(text, language="en", direction="auto")))
    ).findall("dd")
    assert shown.text_content() == balance(" ".join(text.split()))
