"""Shapes of records, of declarations that are written, and of values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

import declarations
from declarations import Agent, Clause, Dated, Declaration, Label, Note, Signatory, Text
from declarations.text import Mark
from tests.benchmarks.data import make_declaration

__all__ = ["DATES", "DECLARATIONS", "EDTF", "FOUND", "LABELS", "PAIRS", "RECORDS"]

_HEAD = '{"format": "declarations/1", '
_XML = '<declaration xmlns="https://declarations.dev/ns/1">'


def _nest(depth: int) -> Clause:
    clause = Clause(paragraphs=["deep"])
    for _ in range(depth):
        clause = Clause(label=Label("(a)", ordinal=1, style="lower-alpha"), paragraphs=["act;"], items=[clause])
    return clause


DECLARATIONS: dict[str, Callable[[int], Declaration]] = {
    "resolutions": make_declaration,
    "short clauses": lambda n: Declaration(title="T", resolutions=[Clause(paragraphs=["x"])] * n),
    "equal clauses with numbers": lambda n: Declaration(resolutions=[Clause(label=Label("1."), paragraphs=["x"])] * n),
    "items of one clause": lambda n: Declaration(
        resolutions=[Clause(paragraphs=["x"], items=[Clause(paragraphs=["y"])] * n)]
    ),
    "deep clauses": lambda n: Declaration(resolutions=[_nest(40)] * n),
    "paragraphs of one clause": lambda n: Declaration(resolutions=[Clause(paragraphs=["word"] * n)]),
    "one long paragraph": lambda n: Declaration(resolutions=[Clause(paragraphs=["word " * n + "end"])]),
    "one long word": lambda n: Declaration(resolutions=[Clause(paragraphs=["w" * n])]),
    "one long title": lambda n: Declaration(title="word " * min(n, 50_000) + "end"),
    "marks": lambda n: Declaration(
        resolutions=[Clause(paragraphs=[Text("word " * n, [Mark(i * 5, i * 5 + 4, "emphasis") for i in range(n)])])]
    ),
    "marks over all": lambda n: Declaration(
        resolutions=[Clause(paragraphs=[Text("w" * n, [Mark(0, i + 1, "link", f"/{i}") for i in range(min(n, 60))])])]
    ),
    "marks in one another": lambda n: Declaration(
        resolutions=[Clause(paragraphs=[Text("w" * n, [Mark(i, n - i, "link", f"/{i}") for i in range(n // 2)])])]
    ),
    "signs of Markdown": lambda n: Declaration(resolutions=[Clause(paragraphs=["*_`[<&\\" * n])]),
    "lines": lambda n: Declaration(resolutions=[Clause(paragraphs=["a\n" * n + "b"])]),
    "spaces": lambda n: Declaration(resolutions=[Clause(paragraphs=["a" + " " * n + "b"])]),
    "tables": lambda n: Declaration(
        resolutions=[Clause(paragraphs=[Text("a\tb\n" * n + "c\td", [Mark(0, n * 4 + 3, "table")])])]
    ),
    "cells": lambda n: Declaration(
        resolutions=[Clause(paragraphs=[Text("a\t" * n + "b", [Mark(0, 2 * n + 1, "table")])])]
    ),
    "Arabic": lambda n: Declaration(resolutions=[Clause(paragraphs=["يدعو abc " * n + "x"])]),
    "Chinese": lambda n: Declaration(resolutions=[Clause(paragraphs=["各国应采取行动。" * n])]),
    "headings": lambda n: Declaration(resolutions=[Clause(heading="On the harbour", paragraphs=["x"])] * n),
    "notes": lambda n: Declaration(
        resolutions=[Clause(paragraphs=[Text("word", [Mark(4, 4, "note", f"n{i}")])]) for i in range(n)],
        notes=[Note(id=f"n{i}", label=str(i), paragraphs=["note"]) for i in range(n)],
    ),
    "paragraphs of one note": lambda n: Declaration(
        title="T", notes=[Note(id="n", label="1", paragraphs=["note"] * n)]
    ),
    "signatories": lambda n: Declaration(
        title="T", signatories=[Signatory(agent=Agent(name=f"Ada Quay {i}", kind="person")) for i in range(n)]
    ),
    "issuers": lambda n: Declaration(title="T", issuers=[Agent(name=f"Council {i}", kind="body") for i in range(n)]),
    "dates": lambda n: Declaration(
        title="T", dates=[Dated(role="adopted", date=f"{1000 + i % 9000}-03-07") for i in range(n)]
    ),
    "annexes": lambda n: Declaration(title="T", annexes=[Clause(heading="A", paragraphs=["x"])] * n),
    "closing": lambda n: Declaration(title="T", closing=[Text("Done.")] * n),
}
"""Makers of declarations by name; each is written in every format, localized, and read back."""


def _write(format: str, make: Callable[[int], Declaration]) -> Callable[[int], str]:
    return lambda n: declarations.render(make(n), format)


_READ = (
    "resolutions",
    "short clauses",
    "deep clauses",
    "marks",
    "marks in one another",
    "notes",
    "signatories",
    "tables",
    "annexes",
    "lines",
)


def _repeat(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda n: before + piece * n + after


_FAULTS: dict[str, dict[str, Callable[[int], Any]]] = {
    "json": {
        "unknown keys": lambda n: _HEAD + ", ".join(f'"k{i}": 1' for i in range(n)) + "}",
        "brackets": _repeat("["),
        "closed brackets": lambda n: "[" * n + "]" * n,
        "deep objects": lambda n: '{"a":' * n + "1" + "}" * n,
        "digits": _repeat("1", _HEAD + '"title": ', "}"),
        "escapes": _repeat("\\u00e9", _HEAD + '"title": "', '"}'),
        "wrong types": _repeat("1,", _HEAD + '"resolutions": [', "1]}"),
        "spaces": _repeat(" ", "{", "}"),
        "no JSON": _repeat("x"),
    },
    "jsonl": {
        "declarations": lambda n: (_HEAD + '"title": "T"}\n') * n,
        "empty lines": _repeat("\n", _HEAD + '"title": "T"}\n', _HEAD + '"title": "T"}\n'),
        "broken lines": _repeat("{\n"),
    },
    "xml": {
        "unknown elements": _repeat("<a/>", _XML, "</declaration>"),
        "deep elements": _repeat("<a>", _XML),
        "attributes": lambda n: " ".join([_XML[:-1], *(f"a{i}='1'" for i in range(n))]) + "/>",
        "comments": _repeat("<!-- a -->", _XML, "</declaration>"),
        "instructions": _repeat("<?a b?>", _XML, "</declaration>"),
        "entities": _repeat("&amp;", _XML + "<title>", "</title></declaration>"),
        "CDATA": _repeat("<![CDATA[x]]>", _XML + "<title>", "</title></declaration>"),
        "comments in words": _repeat("x<!-- a -->", _XML + "<title>", "</title></declaration>"),
    },
    "akn": {
        "unknown elements": _repeat(
            "<a/>", '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">', "</akomaNtoso>"
        ),
        "paragraphs": _repeat(
            "<p>word</p>",
            '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="x"><mainBody>',
            "</mainBody></statement></akomaNtoso>",
        ),
        "comments": _repeat(
            "<!-- x -->",
            '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="x"><mainBody>',
            "</mainBody></statement></akomaNtoso>",
        ),
        "marks in one another": lambda n: (
            '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="x"><mainBody>'
            + ("<p>" + "<b>" * 80 + "x" + "</b>" * 80 + "</p>") * n
            + "</mainBody></statement></akomaNtoso>"
        ),
    },
    "edoxen": {
        "aliases": lambda n: "a: &a [" + "x," * n + "]\nresolutions:\n" + "- *a\n" * n,
        "brackets": _repeat("["),
        "braces": _repeat("{"),
        "hyphens": _repeat("- "),
        "questions": _repeat("? "),
        "unknown keys": lambda n: "resolutions:\n- x: 1\n" + "".join(f"  k{i}: 1\n" for i in range(n)),
        "titles alone": _repeat("- title: T\n", "resolutions:\n"),
        "wrong types": _repeat("- x\n", "resolutions:\n"),
        "documents": _repeat("---\nresolutions:\n- title: T\n"),
        "comments": _repeat("# x\n", "resolutions:\n- title: T\n"),
        "anchors": lambda n: "resolutions:\n" + "".join(f"- &a{i}\n  title: T\n" for i in range(n)),
        "one string": _repeat("word ", "resolutions:\n- title: ", "\n"),
        "lines of a string": _repeat("    word\n", "resolutions:\n- title: |\n"),
    },
}

_NOWHERE = {**dict.fromkeys(_FAULTS, ()), "edoxen": ("annexes", "signatories")}
"""What a format has no place for."""

RECORDS: dict[str, dict[str, Callable[[int], Any]]] = {
    format: {**{name: _write(format, DECLARATIONS[name]) for name in _READ if name not in _NOWHERE[format]}, **faults}
    for format, faults in _FAULTS.items()
}
"""Makers of records by format and name."""


def _change(make: Callable[[Declaration], Declaration], base: str = "resolutions") -> Callable[[int], Any]:
    def pair(n: int) -> tuple[Declaration, Declaration]:
        one = DECLARATIONS[base](n)
        return one, make(one)

    return pair


def _reorder(declaration: Declaration) -> Declaration:
    return attrs.evolve(declaration, resolutions=declaration.resolutions[::-1])


def _empty(declaration: Declaration) -> Declaration:
    return attrs.evolve(declaration, resolutions=())


def _reword(declaration: Declaration) -> Declaration:
    clauses = [Clause(paragraphs=[f"{one.text} and more"], items=one.items) for one in declaration.resolutions]
    return attrs.evolve(declaration, resolutions=clauses)


PAIRS: dict[str, Callable[[int], Any]] = {
    "equal": _change(lambda one: one),
    "in reverse": _change(_reorder),
    "removed": _change(_empty),
    "reworded": _change(_reword),
    "equal clauses": _change(_reorder, "short clauses"),
    "reworded equal clauses": _change(_reword, "short clauses"),
    "nothing in common": _change(
        lambda one: attrs.evolve(
            one, resolutions=[Clause(paragraphs=[f"z{i} y{i}"]) for i in range(len(one.resolutions))]
        )
    ),
    "one paragraph reworded": _change(_reword, "one long paragraph"),
    "one word": _change(_reword, "one long word"),
    "deep clauses": _change(_reword, "deep clauses"),
    "marks": _change(_reword, "marks"),
}
"""Makers of pairs of declarations by name."""

_DATE_PIECES = {
    "dates": "7 March 2025 ",
    "Russian dates": "7 марта 2025 г., ",
    "days": "7 ",
    "months": "March ",
    "digits": "1",
    "digit groups": "1/",
    "points": "1.2.",
    "hyphens": "1-",
    "ISO dates": "2025-03-07 ",
    "times": "10:15 ",
    "commas": "7, March, ",
    "Chinese": "2025年3月",
    "Arabic": "٧ مارس ",
    "Thai": "7 มีนาคม 2568",
    "words": "word ",
    "letters": "a",
    "spaces": " ",
    "ranges": "7-9 March 2025 to ",
    "marks": "7\u200f/",
    "brackets": "(7 March) ",
    "ordinals": "7th of ",
}
FOUND: dict[str, Callable[[int], str]] = {name: _repeat(piece, "x ", " x") for name, piece in _DATE_PIECES.items()}
"""Makers of texts in which dates are looked for."""

DATES: dict[str, Callable[[int], str]] = {name: _repeat(piece, "7 ", " 2025") for name, piece in _DATE_PIECES.items()}
"""Makers of texts that are read as one date."""

EDTF: dict[str, Callable[[int], str]] = {
    "digits": _repeat("1"),
    "intervals": _repeat("2025/"),
    "hyphens": _repeat("20-"),
    "spaces": _repeat(" ", "2025", "3"),
}
"""Makers of texts that are read as EDTF."""

LABELS: dict[str, Callable[[int], Any]] = {
    "numbers": lambda n: [f"{i}." for i in range(1, n + 1)],
    "equal numbers": lambda n: ["1."] * n,
    "letters": lambda n: [f"({chr(97 + i % 26)})" for i in range(n)],
    "Roman and letters": lambda n: [("(i)", "(v)", "(x)", "(c)")[i % 4] for i in range(n)],
    "long numbers": lambda n: ["1" * n + "."],
    "long Roman": lambda n: ["m" * n + ")"],
    "places": lambda n: ["1." * n],
    "Chinese": lambda n: ["第" + "一" * n + "条"],
}
"""Makers of rows of labels."""
