"""Dates in real documents: those that are printed, and no other."""

from __future__ import annotations

import random
import re

import pytest

from declarations.blocks import Limits
from declarations.errors import DateError
from declarations.language.dates import find_dates, parse_date
from declarations.readers.html import read_page
from tests.corpus_files import corpus

MONTHS = (
    "January|February|March|April|May|June|July|August|Sept(?:ember)?|October|November|December"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
# A second, far simpler reader: the only shapes of dates that the texts of these collections print.
PRINTED = re.compile(
    rf"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)?(?:[–-]\d{{1,2}})? )?(?:{MONTHS}),? \d{{4}}(?: [Jj]an\w+ 0)?"
    r"|1900 [Jj]an\w+ 0"
)
LANGUAGES = {"eng": "en", "fra": "fr", "deu_1996": "de", "spa": "es", "por_BR": "pt", "arb": "ar", "cmn_hans": "zh"}


def texts(folder: str) -> dict[str, str]:
    """Give the plain texts of a collection by name."""
    return {file.stem: file.read_text("utf-8") for file in sorted((corpus() / folder).glob("*.txt"))}


def blocks(folder: str) -> dict[str, list[str]]:
    """Give the words of the blocks of the web pages of a collection, with all that stands around the document."""
    files = sorted((corpus() / folder).glob("*.html"))
    return {
        file.stem: [block.text.text for block in read_page(file.read_bytes(), limits=Limits()).blocks] for file in files
    }


@pytest.mark.parametrize("folder", ["bipm", "udhr"])
def test_whole_pages(folder: str) -> None:
    """In menus, sidebars and footers too only dates are found, whole."""
    for name, lines in blocks(folder).items():
        for line in lines:
            spans = [match.span() for match in PRINTED.finditer(line)]
            for match in find_dates(line):
                assert (match.start, match.end) in spans, f"{name}: {match.text}"


@pytest.mark.parametrize("is_told", [True, False])
def test_no_dates_where_there_are_none(*, is_told: bool) -> None:
    """The Universal Declaration in sixty languages prints no date, and none is found."""
    for name, text in texts("udhr").items():
        locale = LANGUAGES.get(name) if is_told else None
        assert [match.text for match in find_dates(text, locale=locale)] == [], name


@pytest.mark.parametrize("is_told", [True, False])
def test_only_dates_where_there_are_some(*, is_told: bool) -> None:
    """Every date found in the resolutions of the metre is one, and hardly one is missed."""
    found = printed = 0
    for name, text in texts("bipm").items():
        locale = name.rpartition(".")[2] if is_told else None
        spans = [match.span() for match in PRINTED.finditer(text)]
        printed += len(spans)
        for match in find_dates(text, locale=locale):
            assert any(start <= match.start and match.end <= end for start, end in spans), match.text
            found += 1

    assert printed >= 30
    assert found >= 0.95 * printed


def test_words_are_no_dates() -> None:
    """Of 20,000 words of the documents, alone and in a row, none is a date."""
    words = sorted({word for folder in ("udhr", "bipm") for text in texts(folder).values() for word in text.split()})
    words = [word for word in words if not any(char.isnumeric() for char in word)]
    chosen = random.Random(7).choices(words, k=20_000)

    assert find_dates(" ".join(chosen)) == ()
    for word in chosen:
        with pytest.raises(DateError):
            parse_date(word)


def test_sentences_are_no_dates() -> None:
    """Of 2,000 sentences without a month none holds a date, whatever language it is taken for."""
    sentences = [
        line for text in texts("bipm").values() for line in text.splitlines() if line and not PRINTED.search(line)
    ]
    for sentence in random.Random(7).choices(sentences, k=2_000):
        for locale in ("en", "fr", "pt", None):
            assert find_dates(sentence, locale=locale) == (), sentence
