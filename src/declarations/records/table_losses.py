"""What the tables of declarations and of clauses have no columns for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from declarations.model import Declaration
from declarations.model.declaration import CLAUSE_FIELDS
from declarations.records.tables import FACTS
from declarations.text import MarkKind

__all__ = ["LOST_FROM_CLAUSES", "LOST_FROM_DECLARATIONS"]

_LEFT_OUT = "it is left out"
_HELD = frozenset({*FACTS, *CLAUSE_FIELDS})


def _always(_: Any) -> bool:
    return True


def _lose(names: str) -> dict[str, tuple[str, Callable[[Any], bool]]]:
    return dict.fromkeys(names.split(), (_LEFT_OUT, _always))


_BOTH = {
    **_lose("Agent.kind Agent.url Agent.identifiers Agent.aliases Dated.time Dated.text"),
    **{f"Mark.{kind}": ("the words stay, without the mark", _always) for kind in MarkKind},
}

LOST_FROM_DECLARATIONS: Mapping[str, tuple[str, Callable[[Any], bool]]] = MappingProxyType(
    {
        **_BOTH,
        **_lose(
            "Label.ordinal Label.style Clause.id Clause.phrase Clause.stance Clause.action Vote.manner Vote.in_favour "
            "Vote.against Vote.abstaining Signatory.role Signatory.on_behalf_of Note.id"
        ),
    }
)
"""Fields for which the table of declarations has no column, what becomes of each, and which values are concerned."""

LOST_FROM_CLAUSES: Mapping[str, tuple[str, Callable[[Any], bool]]] = MappingProxyType(
    {
        **_BOTH,
        **_lose(" ".join(f"Declaration.{one.name}" for one in attrs.fields(Declaration) if one.name not in _HELD)),
    }
)
"""Fields for which the table of clauses has no column, what becomes of each, and which values are concerned."""
