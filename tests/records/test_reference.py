"""The tables of the reference hold what the code holds; `REWRITE=1` writes them."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, get_origin

import pytest

from declarations import Text
from declarations.model import DateValue
from declarations.records.fields import field_types, item_type
from declarations.records.xml_vocabulary import MARKS, VOCABULARY
from declarations.text import Mark, MarkKind
from tests.running import ROOT, settle
from tests.test_docs import fields_of, make_table

TABLE = re.compile(r"(?<=<!-- wire: )([a-z]+)( -->\n\n)(.*?)(?=\n<!-- end -->)", re.DOTALL)
NAMES = {
    str: "string",
    int: "integer",
    DateValue: "string, a date in EDTF",
    dt.time: "string, a time as in RFC 3339",
}


def name_type(hint: Any) -> str:
    """Name the type of a JSON value."""
    kind = item_type(hint)
    if get_origin(hint) is tuple:
        return f"array of {kind.__name__}" if kind not in NAMES else f"array of {NAMES[kind]}s"
    if issubclass(kind, StrEnum):
        return f"string, one of {kind.__name__}"
    return NAMES.get(kind, f"object, {kind.__name__}")


def table_of_keys() -> str:
    """Every object of the JSON with its keys."""
    parts = []
    for kind in (*VOCABULARY, Text, Mark):
        types = field_types(kind)
        rows = [(f"`{name}`", name_type(types[name]), " ".join(told.split())) for name, _, told in fields_of(kind)]
        parts.append(f"### {kind.__name__}\n\n{make_table(('Key', 'Type', 'Meaning'), rows)}")
    return "\n".join(parts)


def table_of_places() -> str:
    """Every element of the XML that stands for a class, with the places of its fields."""
    parts = []
    for kind, places in VOCABULARY.items():
        types = field_types(kind)
        told = {name: " ".join(words.split()) for name, _, words in fields_of(kind)}
        rows = [
            (
                f"`{place}`" + (" *" if get_origin(types[name]) is tuple else ""),
                item_type(types[name]).__name__,
                told[name],
            )
            for name, place in sorted(places.items(), key=lambda pair: not pair[1].startswith("@"))
        ]
        parts.append(f"### {kind.__name__}\n\n{make_table(('Place', 'Holds', 'Meaning'), rows)}")
    return "\n".join(parts)


def table_of_marks() -> str:
    """Every mark with its element."""
    source = inspect.getsource(MarkKind)
    rows = []
    for kind, (tag, attribute) in MARKS.items():
        told = re.search(rf'    {kind.name} = .*\n    """(.*)"""', source)
        element = f"`<{tag}>`" if attribute is None else f"`<{tag} {attribute}>`"
        rows.append((element, f"`{kind.value}`", told[1] if told else ""))
    return make_table(("Element", "Mark", "Meaning"), rows)


TABLES: dict[str, Callable[[], str]] = {"json": table_of_keys, "xml": table_of_places, "marks": table_of_marks}


@pytest.mark.parametrize("name", ["json", "xml"])
def test_tables_of_the_vocabulary(name: str) -> None:
    """Every key, element and mark is in the reference as the code has it."""
    path = ROOT / "docs" / "reference" / f"{name}.md"
    text = path.read_text("utf-8")
    settle(path, text, TABLE.sub(lambda found: f"{found[1]}{found[2]}{TABLES[found[1]]()}", text))
