"""Phrases of a line: one look finds what every table of every lexicon would find by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from declarations.language.lexicon import Lexicon, available_languages, load_lexicon
from declarations.language.lineindex import TABLES, find_phrases
from declarations.language.phrases import PhraseTable, fold

LINES = (
    "Adopted by the Council of Rye on 5 May 2020 by 14 votes to 2, with 1 abstention",
    "Carta aberta ao Presidente da Câmara de Vila Nova, aprovada por unanimidade",
    "Принято Советом города Тверь 5 июня 2025 г.: «за» 12, против 3",
    "第二次全体会议一致通过关于面包的决议，赞成12票，反对3票",
    "市議会は2024年5月2日にこの決議を可決した。",
    "(proposed by: Ada Brenner; seconded by the Förderverein)",
    "اعتمد المجلس القرار في جلسته العامة",
    "> | 12 | 3 |",
    "",
)
EVERY: tuple[Lexicon, ...] = tuple(filter(None, map(load_lexicon, available_languages())))


def find_all(table: PhraseTable, folded: str) -> Iterator[tuple[int, int, str]]:
    """Find the phrases of one table one after the other."""
    start = 0
    while hit := table.find_inside(folded[start:]):
        yield start + hit[0], start + hit[1], hit[2]
        start += hit[1]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("name", TABLES)
def test_the_index_finds_what_each_table_finds(line: str, name: str) -> None:
    """All phrases, lexicon by lexicon, in order."""
    found = [(one, [hit[:3] for hit in hits[name]]) for one, hits in find_phrases(line, EVERY).each(name)]
    expected = [(one, [*find_all(getattr(one, name), fold(line))]) for one in EVERY]
    assert found == [(one, hits) for one, hits in expected if hits]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("name", TABLES)
def test_the_first_lexicon_counts(line: str, name: str) -> None:
    """Of several lexicons with a phrase, the first one tells what stands first and what begins the line."""
    phrases, folded = find_phrases(line, EVERY), fold(line)
    tables: list[PhraseTable] = [getattr(one, name) for one in EVERY]
    first = next((hit for table in tables if (hit := table.find_inside(folded))), None)
    opening = next((hit for table in tables if (hit := table.find(folded))), None)
    assert (name in phrases) == (first is not None)
    assert (phrases.first(name) or (None, None, None))[:3] == (first or (None, None, None))
    assert (phrases.opening(name) or (None, None, None))[1:3] == (opening or (None, None))
