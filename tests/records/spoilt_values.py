"""Strings and values that are right at one place of a record and wrong at another."""

# ruff: noqa: E501 - tables read best with one group a line
# fmt: off

from __future__ import annotations

from typing import Any

__all__ = ["STRINGS", "VALUES"]

STRINGS = (
    *("", " ", "\n", "\u2028", "\xa0", "\ufeff", "\u200b", "x", " x", "x\n", "😀", "other", "statement", " other", "other "),
    *("n1", "walls", "1a", "a b", "a\n", "é", "en", "EN-us", "en\n", "e\u212a", "\u017fr", "en-", "x-a", "a-DE", "i-klingon"),
    *("2025", "0000", "2025-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2025-13", "2025-04-31", "2025-1-1", "2025\n"),
    *("2024-02-29/2024-02-28", "2024-02/2024-02-15", "2024/", "2024/2023", "2024-02-30/2025", "٢٠٢٥", "+2025", "2025-03-07"),
    *("12:00:00", "12:00", "24:00:00", "12:60:00", "12:00:60", "12:00:00Z", "12:00:00z", "12:00:00+05:30", "12:00:00+0530"),
    *("12:00:00+24:00", "12:00:00.1234567", "12:00:00.", "0", "00", "1", " 1 ", "1.0", "-0", "+1", "-1", "1e3"),
    *("9007199254740991", "9007199254740992", "0000000000000001", "00000000000000001", "https://example.org/?a=1&b=2"),
)
"""Blanks, ids, language tags, dates, times, numbers, and what only looks like one."""

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.0, 1.5, 7, 2**53 - 1, 2**53, 10**30, "a\0b", "\ud800", "\ufffe", "a\x85b", *STRINGS),
    *([], [[]], {}, [{}], [None], ["x"], [1], {"text": ""}, {"text": "x"}, [{"text": ""}], [{"text": "x"}, {"text": 1}]),
    *({"printed": "1"}, {"name": "A"}, {"paragraphs": []}, [{"label": None}], [{"heading": {"text": ""}}], [{"id": "n1"}]),
    *([{"id": "walls", "tail": [{"text": ""}]}], [{"role": "issued", "date": "2025", "time": "12:00:00"}]),
    {"text": "", "marks": [{"start": 0, "end": 0, "kind": "note", "target": "n1"}]},
    {"text": "ab", "marks": [{"start": 1, "end": 0, "kind": "strong"}]},
    *([{"start": 0, "end": 1, "kind": kind, "target": "en"}] for kind in ("link", "language", "note", "code")),
)
"""JSON values of every sort."""
