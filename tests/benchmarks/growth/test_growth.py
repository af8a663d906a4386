"""Time and memory grow with the length of the input, in proportion to it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks.growth import measuring
from tests.benchmarks.growth.measuring import STEEPEST, Growth, find_faults, measure_growth
from tests.benchmarks.growth.shapes import TARGETS, Shape
from tests.benchmarks.growth.table import SHAPES
from tests.running import ROOT

# One shape for each mechanism that has been above linear, with the size of its shorter input.
SAMPLE = {
    "html: comments (of html)": 60_000,
    "html: language links in one another (of html)": 4_000,
    "html: rows (of html)": 4_000,
    "markdown: paragraphs of one note (of markdown)": 4_000,
    "markdown: short rows of a wide table (of markdown)": 4_000,
    "markdown: quotes ninety deep (of markdown)": 4_000,
    "markdown: one line of open brackets (of markdown)": 3_000,
    "text: spaces (of text)": 100_000,
    "text: many signs of notes in a line": 8_000,
    "json: wrong types": 40_000,
    "edoxen: aliases": 12_000,
    "to xml: marks in one another": 12_000,
    "compare: in reverse": 12_000,
    "find_dates: digit groups": 6_000,
}
BY_TITLE = {shape.title: shape for shape in SHAPES}


def test_names_tell_shapes_apart():
    """Every shape has a title of its own, and every target has shapes."""
    assert len(BY_TITLE) == len(SHAPES)
    assert {shape.target for shape in SHAPES} == TARGETS.keys()


@pytest.mark.parametrize(("title", "size"), SAMPLE.items())
def test_growth_is_linear(title, size):
    """Eight times the input takes eight times as long."""
    grown = measure_growth(BY_TITLE[title], size)
    assert grown.exponent <= STEEPEST, f"{grown.size:,} bytes took {grown.seconds:.2f} s"


def test_short_inputs_of_every_target_are_answered():
    """A small input of every shape is read or refused as one of the library."""
    for shape in SHAPES[::5]:
        shape.act(shape.make(2))


def test_growth_above_linear_is_seen(monkeypatch):
    """Work that grows with the square of the length is found at any speed of the machine."""
    monkeypatch.setattr(measuring, "_AGAIN", 0)
    monkeypatch.setitem(TARGETS, "parse_edtf", lambda text: [text.count("y") for _ in text])
    grown = measure_growth(Shape("parse_edtf", "square", lambda n: "x" * n), 4_000)
    assert grown.exponent > STEEPEST
    assert [fault for _, _, fault in find_faults([grown])] == ["steep"]


def test_slow_shapes_are_seen():
    """A shape that takes more than 20 times as long for each kB as the documents of its target is named."""
    shapes = [Shape("text", name, str, is_usual=name != "slow") for name in ("one", "two", "slow")]
    grown = [Growth(shape, 100_000, seconds, 1.0) for shape, seconds in zip(shapes, (1.0, 1.2, 30.0), strict=True)]
    assert [(one.shape.name, fault) for one, _, fault in find_faults(grown) if fault] == [("slow", "slow")]


MEASURED = """
from tests.benchmarks.growth.measuring import measure_memory
from tests.benchmarks.growth.shapes import TARGETS, Shape
TARGETS["parse_edtf"] = lambda text: [f"{text}{number}".encode() for number in range(40)]
print(measure_memory(Shape("parse_edtf", "copies", lambda n: "x" * n), 1_000_000))
"""


def test_memory_is_counted_in_the_size_of_the_input():
    """Memory that is held at once counts: forty copies take forty times the input, in a process that holds little."""
    ran = subprocess.run([sys.executable, "-c", MEASURED], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    assert 20 < float(ran.stdout) < 80
