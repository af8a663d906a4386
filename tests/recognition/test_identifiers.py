"""Numbers of documents in titles and lines of the masthead."""

from __future__ import annotations

import time

import pytest

from declarations.language.lexicon import load_lexicon
from declarations.model import DeclarationKind, Identifier
from declarations.recognition.wording.identifiers import find_identifiers, is_symbol, make_identifiers, tell_kind


def _find(text: str, language: str = "en") -> list[str]:
    lexicon = load_lexicon(language)
    return [span.of(text) for span in find_identifiers(text, [lexicon] if lexicon else [])]


@pytest.mark.parametrize(
    "line",
    ["C/RES/12/4", "C/RES/2214 (2015)", "P4_TA(2015)0323", "2015/2729(RSP)", "AG/RES. 123 (XX-O/20)", "B9-0178/2019"],
)
def test_a_line_that_is_a_symbol_is_an_identifier(line: str) -> None:
    """Capitals and numbers with signs between numbers name a document, whatever organ prints them."""
    assert _find(line) == [line]
    assert is_symbol(line)


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("en", "Resolution 12 (2024)", "Resolution 12 (2024)"),
        ("en", "Resolution B: Lamps on boats", "Resolution B"),
        ("en", "Resolution 3 of the 12th GCT (2017)", "Resolution 3 of the 12th GCT (2017)"),
        ("en", "League of Towns Resolution 2014.3 Care of Wells", "Resolution 2014.3"),
        ("fr", "Décision n° 5/2020 sur les ports", "Décision n° 5/2020"),
        ("es", "RESOLUCIÓN NÚM. 18", "RESOLUCIÓN NÚM. 18"),
        ("de", "Antrag 3: Ein neuer Steg", "Antrag 3"),
        ("zh", "第47(2018)号决议", "第47(2018)号决议"),
        ("ar", "القرار ٥", "القرار ٥"),
        ("tr", "5 sayılı karar", "5 sayılı karar"),
        ("en", "71/4. Care of wells", "71/4"),
        ("en", "SB 24-07: Later ferries", "SB 24-07"),
        ("en", "2024-07: Later ferries", "2024-07"),
        ("en", "Doc. C/12/L.4", "C/12/L.4"),
        ("en", "Resolution of the Assembly on ferries (2023/2541(RSP))", "2023/2541(RSP)"),
    ],
)
def test_the_designation_is_found_as_printed(language: str, line: str, found: str) -> None:
    """A word for a kind and its number, a number before the title, or a symbol in brackets behind it."""
    assert _find(line, language) == [found]


@pytest.mark.parametrize(
    "line",
    [
        "Statement on Resolution 2231 (2015)",
        "Adopted by the Council in its resolution 9 of 10 May 2019",
        "Re: Order 77 of 12 May 2016",
        "Statement 10 years after the flood",
        "Resolution 2024",
        "Resolution A night to remember",
        "COVID-19: A statement",
        "Berlin, 12/05/2020",
        "www.example.org/2020/05/A1",
        "",
    ],
)
def test_what_is_no_number_of_this_document_is_left_alone(line: str) -> None:
    """Other documents, years, dates and addresses are no identifiers."""
    assert _find(line) == []


def test_schemes_are_told() -> None:
    """DOI (ISO 26324) and URN (RFC 8141) have their scheme; a full stop behind them is not theirs."""
    text = "DOI: 10.5555/abc.12. See urn:example:doc:7."
    found = make_identifiers(span.of(text) for span in find_identifiers(text, []))

    assert found == (
        Identifier("10.5555/abc.12", scheme="doi"),
        Identifier("urn:example:doc:7", scheme="urn"),
    )


def test_a_shorter_form_of_the_same_number_is_left_out() -> None:
    """`Resolution 5` says nothing that `Resolution 5 (2019)` does not."""
    found = make_identifiers(["Resolution 5", "Resolution  5 (2019)", "C/RES/5", "C/RES/5"])

    assert [one.value for one in found] == ["Resolution 5 (2019)", "C/RES/5"]


def test_a_symbol_tells_the_kind() -> None:
    """`RES` and `DEC` name resolutions and decisions; other symbols tell nothing."""
    assert tell_kind([Identifier("C/RES/12/4")]) is DeclarationKind.RESOLUTION
    assert tell_kind([Identifier("71/4"), Identifier("AG/DEC. 9 (X-O/10)")]) is DeclarationKind.DECISION
    assert tell_kind([Identifier("B9-0178/2019")]) is None


@pytest.mark.parametrize("text", ["Resolution 1/" * 4000, "(" * 40000, "A/1" * 12000, "第1" * 20000])
def test_long_lines_take_linear_time(text: str) -> None:
    """No pattern backtracks over the whole line."""
    start = time.process_time()
    _find(text)

    assert time.process_time() - start < 5
