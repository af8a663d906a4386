"""Akoma Ntoso is read in linear time, also when a document holds others."""

from __future__ import annotations

from declarations import Clause, Declaration
from declarations.records import akn
from tests.timing import measure


def test_many_annexes_take_linear_time() -> None:
    """Three times the annexes take about three times as long, wherever the parser cuts the file."""
    durations = []
    for count in (4_000, 12_000):
        declaration = Declaration(title="T", annexes=[Clause(heading="A", paragraphs=["x"])] * count)
        written = akn.dumps(declaration)
        assert len(akn.loads(written).annexes) == count
        durations.append(measure(akn.loads, written))

    assert durations[1] < 9 * durations[0]
