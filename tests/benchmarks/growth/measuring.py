"""Measure how time and memory of one shape grow when its input becomes eight times as long."""

from __future__ import annotations

import gc
import math
import os
import resource
import statistics
import time
from collections.abc import Iterator, Sequence

import attrs

from tests.benchmarks.growth.shapes import Shape

__all__ = [
    "FACTOR",
    "MOST_MEMORY",
    "MOST_TIME",
    "STEEPEST",
    "Growth",
    "find_faults",
    "measure_growth",
    "measure_memory",
]

FACTOR = 8
"""How many times longer the second input is."""
STEEPEST = 1.1
"""The largest exponent that counts as linear."""
MOST_TIME = 20
"""How many times the median time per kB of the documents of words a shape may take."""
MOST_MEMORY = 30
"""How many times its own size an input may take of memory."""

_TRIES = 2
_AGAIN = 2  # further measurements with longer inputs
_SHORTEST = 0.02  # seconds of the longer input below which noise decides
_LONGEST = 200_000  # bytes of an input that is long enough, however short its time
_QUICKEST = 4.0  # milliseconds per kB that are usual at least: reading takes them, some targets do far less


@attrs.frozen
class Growth:
    """What was measured of one shape."""

    shape: Shape
    size: int
    """Bytes of the longer input."""
    seconds: float
    """Time for the longer input."""
    exponent: float
    """Time grows with this power of the length."""

    @property
    def pace(self) -> float:
        """Milliseconds for each kB."""
        return self.seconds / self.size * 1e6


def measure_growth(shape: Shape, size: int) -> Growth:
    """Measure a shape with about `size` bytes and with eight times as many.

    Inputs are longer where the time would be too short to measure, and for a suspect.
    """
    number = _find_number(shape, size)
    grown = _measure(shape, number)
    for _ in range(_AGAIN):
        if grown.seconds >= _SHORTEST or grown.size >= _LONGEST:
            break
        number *= FACTOR
        grown = _measure(shape, number)
    for _ in range(_AGAIN):
        if grown.exponent <= STEEPEST:
            break
        number *= 2
        grown = min(grown, _measure(shape, number), key=lambda one: one.exponent)
    return grown


def _find_number(shape: Shape, size: int) -> int:
    """Find how many pieces make an input of about a size."""
    few, many = (shape.weigh(shape.make(number)) for number in (16, 64))
    piece = max((many - few) / 48, 0.05)
    return max(int((size - few) / piece) + 16, 8)


def _measure(shape: Shape, number: int) -> Growth:
    short, long = shape.make(number), shape.make(number * FACTOR)
    length = shape.weigh(long)
    shape.act(shape.make(2))  # loads what is loaded once
    one = min(_time(shape, short) for _ in range(_TRIES))
    eight = _time(shape, long)
    times = math.log(max(length / shape.weigh(short), FACTOR))  # a fixed head of an input does not count
    if one >= _SHORTEST / FACTOR and math.log(eight / one) / times > STEEPEST:
        eight = min(eight, _time(shape, long))
    exponent = math.log(eight / one) / times if eight >= _SHORTEST else 0.0
    return Growth(shape, length, eight, exponent)


def _time(shape: Shape, data: object) -> float:
    gc.disable()
    try:
        start = time.process_time()
        shape.act(data)
        return max(time.process_time() - start, 1e-6)
    finally:
        gc.enable()
        gc.collect(0)


def measure_memory(shape: Shape, size: int) -> float:
    """Give how many times its own size an input takes of memory at most, in a process of its own."""
    data = shape.make(_find_number(shape, size))
    shape.act(shape.make(2))
    gc.collect()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        shape.act(data)
        taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        os.write(writing, str(taken).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        taken = pipe.read()
    os.waitpid(child, 0)
    return int(taken or 0) * 1024 / shape.weigh(data) if taken else math.inf


def find_faults(grown: Sequence[Growth]) -> Iterator[tuple[Growth, float, str]]:
    """Yield each growth with how many times the usual pace of its target it takes, and what is wrong with it."""
    usual = {target: _find_usual(grown, target) for target in {one.shape.target for one in grown}}
    for one in grown:
        times = one.pace / usual[one.shape.target]
        faults = ("steep" if one.exponent > STEEPEST else "", "slow" if times > MOST_TIME else "")
        yield one, times, " ".join(filter(None, faults))


def _find_usual(grown: Sequence[Growth], target: str) -> float:
    """Give the median pace of the documents of words of a target, else of all its shapes; bounded below."""
    paces = [one.pace for one in grown if one.shape.target == target]
    usual = [one.pace for one in grown if one.shape.target == target and one.shape.is_usual]
    return max(statistics.median(usual or paces), _QUICKEST)
