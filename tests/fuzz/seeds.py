"""What fuzzing begins with: contents of every kind, each with the format that it is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TypeAlias

from hypothesis import HealthCheck, Phase, given, settings

import declarations
from declarations import Clause, Declaration, PartialDate
from tests.corpus_files import SUFFIXES
from tests.law.corpus import list_pages
from tests.law.pages import generate
from tests.records.sample import SAMPLE
from tests.strategies import declarations as any_declaration

__all__ = ["LOCALES", "PAGES", "RECORDS", "Seed", "list_corpus"]

Seed: TypeAlias = tuple[str, str | None]
"""A content, and the name of its format if it has one."""

PAGES = ("html", "markdown", "text")
RECORDS = ("json", "jsonl", "xml", "akn", "edoxen")
LOCALES = ("en", "fr", "de", "es-MX", "pt-BR", "ru", "ar", "fa", "he", "hi", "bn", "th", "ja", "zh-Hant", "ko", "eu")

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_GENERATED = 12  # pages of each seed list that are made of words of several languages
_DRAWN = 24  # declarations of Hypothesis
_PAGE = 1400  # characters
_LONGEST = 6000  # characters of a page that is worth the time

_SNIPPETS: dict[str, tuple[str, ...]] = {
    "html": (
        "<h1>On Bread</h1><p>Whereas bread is dear,</p><ol><li>Decides:<ol type=a><li>wait;</ol><li>Asks.</ol>",
        '<article lang="fr"><h2>Vœu</h2><p>Décide<sup><a href="#n1">1</a></sup></p><p id="n1">1. Note</p></article>',
        "<table><tr><th>For</th><td>12</td></tr></table><pre>7 May 2025</pre><details><summary>S</summary>x</details>",
        '<script type="application/ld+json">{"@type": "Legislation", "name": "On Bread"}</script><p hidden>x</p>',
    ),
    "markdown": (
        "# On Bread\n\nWhereas bread is dear,[^1]\n\n1. **Decides** to wait;\n   a) a year;\n\n[^1]: By the *clerk*.\n",
        "| For | Against |\n| --- | --- |\n| 12 | 3 |\n\n> Quoted\n> > twice\n\n* Note †\n\n† By the clerk\n",
        'Title\n=====\n\nA <b>b</b> `c` [d](https://example.org "e") ![f](g) \\* &amp; <!-- h -->\n\n```\ni\n```\n',
    ),
    "text": (
        "ON BREAD\n\nThe Council,\n\nWhereas bread is dear,\n\n1. Decides:\n  (a) a year;\n  (b) two.\n\nAda Brenner\n",
        "Item 1: Motion (Lamm/Brenner) [1]\nThat mills be opened. CARRIED 7-2\n\n[1] By the clerk\n\n____ I. Lamm\n",
    ),
}  # fmt: skip
_FRONT = (
    "title: On Bread\ndate: 2025-03-07\nauthor: [Ada Brenner, Ivo Lamm]\nlang: en",
    "title: >\n  On\n  Bread\nissuer: {name: Bakers' Union, url: 'https://example.org'}\ntags:\n- a\n- &b b\n- *b",
    "date: !!timestamp 2025-03-07T10:00:00Z\n'key': \"\\u00e9\"\nx: ~\n? y\n: |\n  z",
)
_PRINTED = (
    "7 March 2025", "Friday, March 7th, 2025 at 10:15 a.m.", "9–11 juillet 2014", "٧ مارس ٢٠٢٥", "7.3.2025", "3/7/25",
    "2025年3月7日（金）", "令和7年3月7日", "พ.ศ. ๒๕๖๘", "7 Adar 5785", "1446/9/7 هـ", "7 de março de 2025",
    "7.III.2025", "the seventh day of March, two thousand and twenty-five", "2025-03-07T10:15:00+01:00", "March 2025",
    "2025", "Fri, 07 Mar 2025 10:15:00 GMT", "7 Mar – 2 Apr 2025", "28 de febrero al 2 de marzo de 2024",
    "2025-W10-5",
)  # fmt: skip
_STAMPS = (
    "2025-03-07", "2025-03", "2025", "2014-07-09/2014-07-11", "2025-03-07T10:15:00.123456+01:00", "1741342500",
    "20250307T101500Z", "Fri, 07 Mar 2025 10:15:00 GMT", "2025-03-07 10:15", "0001", "9999-12-31", "2024-02-29",
)  # fmt: skip
_LABELS = (
    "1.\n2.\n3.", "(a)\n(b)\n(i)\n(ii)\n(c)", "第三条\n第四条 本文", "§ 5\n§ 5a\nArt. 6 bis",
    "I. Marsh\nII. Dale\nA.3 Scope", "①\n⑴\n❷\n㈢\n1️⃣", "٣. نص\n(أ)\nא. טקסט\nव)", "1.2.3\n1.2.3.1\n1.º Que",
    "三、决定\n（十一）决定\n一百二十", "- x\n• y\n→ z",
)  # fmt: skip


def make_pages(*formats: str) -> Callable[[], list[Seed]]:
    """Give the maker of pages in some formats, of all if none is named."""
    return lambda: [seed for format in formats or PAGES for seed in _make_pages(format)]


def make_records(*formats: str) -> Callable[[], list[Seed]]:
    """Give the maker of records in some formats."""
    return lambda: [(declarations.render(one, format), format) for format in formats for one in _make_declarations()]


def make_all() -> list[Seed]:
    """Make pages and records in every format that can be read."""
    return [*make_pages()(), *make_records(*RECORDS)()]


def make_front_matter() -> list[Seed]:
    """Make metadata that stand in front of a page."""
    return [(front, None) for front in _FRONT]


def make_dates() -> list[Seed]:
    """Make dates as they are printed in several languages."""
    day = PartialDate.of(dt.date(2025, 3, 7))
    written = [declarations.dates.format_date(day, tag, style=style) for tag in LOCALES for style in ("full", "short")]
    return [(text, None) for text in (*_PRINTED, *written)]


def make_prose() -> list[Seed]:
    """Make sentences that hold dates, and longer texts of them."""
    texts = [text for text, _ in make_dates()]
    sentences = [f"Done at Old Port, on {one}, and sent {other}." for one, other in pairwise(texts)]
    return [(text, None) for text in (*sentences, *_join(sentences, " "))]


def make_timestamps() -> list[Seed]:
    """Make dates as machines write them."""
    return [(text, None) for text in _STAMPS]


def make_labels() -> list[Seed]:
    """Make lines that begin with numbers, and longer texts of them."""
    return [(text, None) for text in (*_LABELS, *_join(_LABELS * 4, "\n"))]


def _join(pieces: Sequence[str], sign: str) -> Iterator[str]:
    """Join pieces in several orders to texts of the length of a page."""
    random = Random(sign)
    return (sign.join(random.sample(pieces, len(pieces)))[:_PAGE] for _ in range(_GENERATED))


def make_pairs() -> list[Seed]:
    """Make pages beside a changed one."""
    pages = [text for text, _ in _make_pages("markdown")]
    return [(f"{old}\n===\n{new}", None) for old, new in zip(pages, [*pages[:1], *pages], strict=False)]


def make_localized() -> list[Seed]:
    """Make pages below the tag of a language."""
    return [(f"{tag}\n{page}", None) for tag, (page, _) in zip(LOCALES * 2, _make_pages("markdown"), strict=False)]


@cache
def _make_declarations() -> tuple[Declaration, ...]:
    """Make one with something in every field, a small one, an empty one, and some with odd characters in odd places."""
    made = [SAMPLE, Declaration(title="On Bread", resolutions=[Clause(paragraphs=["Decides."], phrase="Decides")])]

    @settings(
        max_examples=_DRAWN,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(any_declaration())
    def collect(declaration: Declaration) -> None:
        made.append(declaration)

    collect()
    return tuple(made)


def list_corpus() -> Iterator[Seed]:
    """Yield the shorter pages of the corpus, where it is."""
    return (seed for seed in list_pages() if len(seed[0]) <= _LONGEST)


def _make_pages(format: str) -> Iterator[Seed]:
    """Yield short pages, examples, pages of words of several languages, and one that this library wrote."""
    yield from ((text, format) for text in _SNIPPETS[format])
    yield from ((path.read_text("utf-8"), format) for path in sorted(_EXAMPLES.glob(f"*-*{SUFFIXES[format]}")))
    random = Random(format)
    made = (generate(random) for _ in range(_GENERATED * 9))
    yield from [seed for seed in made if seed[1] == format][:_GENERATED]
    yield declarations.render(SAMPLE, format), format
