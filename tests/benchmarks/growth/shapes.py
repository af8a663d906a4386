"""What a shape is, and the targets that read it or write it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

import declarations
from declarations import Declaration, DeclarationsError
from declarations.language.labels import make_labels
from declarations.records import json

__all__ = ["TARGETS", "Shape", "make_shapes"]


@attrs.frozen
class Shape:
    """A kind of input that grows with a number."""

    target: str
    """What it is given to: a name of `TARGETS`."""
    name: str
    """What is repeated in it."""
    make: Callable[[int], Any]
    """Make the input with so many of the pieces."""
    is_usual: bool = False
    """Whether it is a document of words, by which the usual time of its target is told."""

    @property
    def title(self) -> str:
        """The name with its target."""
        return f"{self.target}: {self.name}"

    def act(self, data: Any) -> None:
        """Do what is measured; an error of the library is an answer too."""
        with contextlib.suppress(DeclarationsError, RecursionError):
            TARGETS[self.target](data)

    def weigh(self, data: Any) -> int:
        """Give the size of an input in bytes, of declarations that of their JSON."""
        if isinstance(data, bytes):
            return len(data)
        if isinstance(data, Declaration):
            return len(json.dumps(data))
        return len(data.encode("utf-8", "replace")) if isinstance(data, str) else sum(map(self.weigh, data))


def make_shapes(target: str, makers: Mapping[str, Callable[[int], Any]], *, is_usual: bool = False) -> Iterator[Shape]:
    """Make the shapes of one target."""
    return (Shape(target, name, make, is_usual) for name, make in makers.items())


def _parse(format: str) -> Callable[[Any], object]:
    return lambda data: declarations.parse(data, format=format)


def _render(format: str) -> Callable[[Any], object]:
    return lambda declaration: declarations.render(declaration, format)


TARGETS: dict[str, Callable[[Any], object]] = {
    **{name: _parse(name) for name in ("html", "markdown", "text", "json", "jsonl", "xml", "akn", "edoxen")},
    **{f"to {one.name}": _render(one.name) for one in declarations.formats.FORMATS if one.is_writable},
    "compare": lambda pair: declarations.compare(*pair),
    "localize": lambda declaration: declarations.localize(declaration, "fr"),
    "find_dates": lambda text: list(declarations.dates.find_dates(text)),
    "parse_date": declarations.dates.parse_date,
    "parse_edtf": declarations.dates.parse_edtf,
    "make_labels": make_labels,
    "explain": lambda page: declarations.inspection.render_explanation(declarations.examine(page, format="html")),
}
