"""Scores of what a library reads: facts by their letters, the main text by rows of four words."""

from __future__ import annotations

import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import lxml.html

from tests.benchmarks.pages.gold import FACTS

__all__ = ["measure"]

_WORD = re.compile(r"\w+")
_ROW = 4  # words that are compared at once

Reader = Callable[[bytes], Mapping[str, str | None]]


def measure(reader: Reader, pages: Iterable[tuple[bytes, Mapping[str, Any]]]) -> dict[str, float]:
    """Return the share of right facts, precision, recall and F1 of the main text, and the time beside lxml's parse."""
    columns: defaultdict[str, list[float]] = defaultdict(list)
    for data, known in pages:
        start = time.process_time()
        found = reader(data)
        spent = time.process_time() - start
        start = time.process_time()
        lxml.html.document_fromstring(data)
        columns["x lxml"].append(spent / max(time.process_time() - start, 1e-6))
        for fact in FACTS:
            if fact in known and fact in found:
                columns[fact].append(letters(known[fact]) == letters(found[fact] or ""))
        if "body" in known and "body" in found:
            precision, recall = compare(known["body"], found.get("body") or "")
            columns["precision"].append(precision)
            columns["recall"].append(recall)
    scores = {name: statistics.fmean(values) for name, values in columns.items()}
    scores["x lxml"] = statistics.median(columns["x lxml"] or [0])
    if total := scores.get("precision", 0) + scores.get("recall", 0):
        scores["f1"] = 2 * scores["precision"] * scores["recall"] / total
    return scores


def letters(text: str) -> str:
    """Return the letters and digits of a text in one case."""
    return "".join(filter(str.isalnum, text.casefold()))


def compare(wanted: str, given: str) -> tuple[float, float]:
    """Return which share of the given rows of words is right, and which share of the wanted ones is given."""
    right = (rows(wanted) & rows(given)).total()
    return right / max(rows(given).total(), 1), right / max(rows(wanted).total(), 1)


def rows(text: str) -> Counter[tuple[str, ...]]:
    """Count the rows of some words of a text; a shorter text is one row."""
    words = _WORD.findall(text.casefold())
    return Counter(tuple(words[at : at + _ROW]) for at in range(max(len(words) - _ROW + 1, 1)))
