"""What a format is said to lose is lost, and all else survives."""

from __future__ import annotations

import attrs
import pytest

from declarations.text import MarkKind
from tests.public import PUBLIC
from tests.records.survival import FIELDS, VALUES, Survival, comes_back, is_told, survives
from tests.test_docs import MODEL

FORMATS = ("json", "xml", "jsonl", "edoxen", "csv", "csv-clauses")


def test_every_field_has_values() -> None:
    """No field of the model and no kind of mark is forgotten."""
    fields = {f"{name}.{field.name}" for name in MODEL for field in attrs.fields(PUBLIC[name])}
    inside = {"Text.marks", *(f"Mark.{field}" for field in ("start", "end", "kind", "target"))}
    assert set(FIELDS) == fields - inside | {f"Mark.{kind}" for kind in MarkKind}
    assert all(VALUES.values())


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("format", FORMATS)
def test_losses_are_told(format: str, field: str) -> None:
    """For every value of every field, either it comes back or a finding tells that it does not; never both."""
    for value in VALUES[field]:
        assert comes_back(format, field, value) != is_told(format, field, value), value


def test_survival_of_fields() -> None:
    """A field survives, survives with some of its values, or does not."""
    assert survives("json", "Clause.label") is Survival.YES
    assert survives("edoxen", "Clause.action") is Survival.PARTLY
    assert survives("csv", "Agent.url") is Survival.NO
