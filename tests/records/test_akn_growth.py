"""Akoma Ntoso is read in linear time, also when a document holds others."""

from __future__ import annotations

import time

from declarations import Clause, Declaration
from declarations.records import akn


def test_many_annexes_take_linear_time() -> None:
    """Three times the annexes take about three times as long, wherever the parser cuts the file."""
    durations = []
    for count in (4_000, 12_000):
        declaration = Declaration(title="T", annexes=[Clause(heading="A", paragraphs=["x"])] * count)
        written = akn.dumps(declaration)
        start = time.process_time()
        assert len(akn.loads(written).annexes) == count
        durations.append(time.process_time() - start)

    assert durations[1] < 9 * durations[0]
