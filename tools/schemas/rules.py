"""What the types of the fields do not say, but the model checks: which sort of string or number a field holds."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from declarations.model import Clause, DateValue, Declaration, Note
from declarations.records.fields import field_types, item_type
from declarations.records.xml_vocabulary import MARKS, VOCABULARY
from declarations.text import Mark, MarkKind, Text

__all__ = ["CLASSES", "COUNT", "ENUMS", "FILLED", "INTEGER", "NEVER_EMPTY", "TARGETS", "UNIQUE", "find_type_name"]

COUNT = "Count"
"""Name of the type of numbers."""
INTEGER = "[0-9]{1,16}"
"""How numbers are written in XML."""
FILLED = "FilledString"
"""Name of the type that strings have if nothing else is said."""

CLASSES: tuple[type, ...] = (*VOCABULARY, Text, Mark)
"""The classes of the model, the whole declaration first."""
ENUMS: tuple[type[StrEnum], ...] = tuple(
    {
        item: None
        for kind in CLASSES
        for item in map(item_type, field_types(kind).values())
        if isinstance(item, type) and issubclass(item, StrEnum)
    }
)
"""The closed lists of the model."""

TARGETS: dict[MarkKind, str] = {
    kind: "LanguageTag" if attribute == "xml:lang" else FILLED for kind, (_, attribute) in MARKS.items() if attribute
}
"""The marks that have a target, with the type of it."""
NEVER_EMPTY = frozenset({Clause})
"""Classes of which something must be inside: one of the fields that are child elements."""
UNIQUE = (Clause, Note)
"""Classes of which no two may have one `id` in a declaration."""

_SIMPLE: dict[tuple[type, str], str] = {
    (Declaration, "language"): "LanguageTag",
    (Clause, "id"): "Id",
    (Note, "id"): "Id",
    (Text, "text"): "Characters",
}
_SIMPLE_BY_TYPE: dict[Any, str] = {str: FILLED, int: COUNT, DateValue: "Date", dt.time: "Time"}


def find_type_name(owner: type, name: str) -> str:
    """Return the name under which a schema defines what a field holds, or each item of it."""
    held = item_type(field_types(owner)[name])
    return _SIMPLE.get((owner, name)) or _SIMPLE_BY_TYPE.get(held) or str(held.__name__)
