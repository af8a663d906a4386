"""The table of all shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.growth import records
from tests.benchmarks.growth.documents import DOCUMENTS, SYNTAXES
from tests.benchmarks.growth.html import HTML
from tests.benchmarks.growth.markdown import MARKDOWN, TEXT
from tests.benchmarks.growth.shapes import TARGETS, Shape, make_shapes

__all__ = ["SHAPES"]


def _list_shapes() -> Iterator[Shape]:
    own = {"html": HTML, "markdown": MARKDOWN, "text": TEXT}
    for syntax, write in SYNTAXES.items():
        documents = {name: _compose(write, make) for name, make in DOCUMENTS.items()}
        yield from make_shapes(syntax, documents, is_usual=True)
        yield from make_shapes(syntax, {f"{name} (of {syntax})": make for name, make in own[syntax].items()})
        ours = {f"our page with {name}": _compose(_render(syntax), make) for name, make in records.DECLARATIONS.items()}
        if syntax == "text":
            del ours["our page with spaces"]  # which it folds
        yield from make_shapes(syntax, ours)
    for format, makers in records.RECORDS.items():
        yield from make_shapes(format, makers)
    for target in TARGETS:
        if target.startswith("to ") or target == "localize":
            yield from make_shapes(target, records.DECLARATIONS)
    yield from make_shapes("compare", records.PAIRS)
    yield from make_shapes("find_dates", records.FOUND)
    yield from make_shapes("parse_date", records.DATES)
    yield from make_shapes("parse_edtf", records.EDTF)
    yield from make_shapes("make_labels", records.LABELS)
    explained = ("sentences", "very short paragraphs", "numbers", "sentences with dates", "one line of words")
    yield from make_shapes("explain", {name: _compose(SYNTAXES["html"], DOCUMENTS[name]) for name in explained})


def _compose(write: Callable[[Any], str], make: Callable[[int], Any]) -> Callable[[int], str]:
    return lambda n: write(make(n))


def _render(format: str) -> Callable[[Any], str]:
    import declarations

    return lambda declaration: declarations.render(declaration, format)


SHAPES: tuple[Shape, ...] = tuple(_list_shapes())
"""Every shape of every target."""
