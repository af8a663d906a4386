"""Runs inputs of one target, measures each, and keeps what is wrong with them."""

from __future__ import annotations

import gc
import heapq
import signal
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from types import FrameType
from typing import Any

import attrs

from declarations import DeclarationsError
from tests.fuzz.acts import BrokenLawError
from tests.fuzz.faults import Fault, FaultKind, make_fault
from tests.fuzz.reduction import reduce

__all__ = ["MOST_MEMORY", "MOST_TIME", "Tally", "Trial"]

MOST_TIME = 20
"""How many times the median time per kB of its target an input may take."""
MOST_MEMORY = 200
"""How many times its own size an input may take of memory: a block takes about 1 kB, and may have few letters."""

_KB = 1000
_SWOLLEN = 32 * _KB  # bytes to which some inputs are repeated: what is not linear shows there
_EVERY = 400  # one of so many inputs is repeated
_SUSPECTS = 12  # slowest and largest inputs that are measured again at the end
_SAMPLE = 2000  # times per kB of which the median is taken
_TRIES = 4
_REDUCTIONS = 300  # runs that a fault may cost to make its input shorter
_BASE = 200 * _KB  # memory that an input of any size may take


class HangError(BaseException):
    """The time that is allowed is over; no handler of errors in between may catch it."""


@attrs.frozen
class Tally:
    """What was run of one target, and found."""

    target: str
    inputs: int
    seconds: float
    pace: float = 0.0
    """Median of milliseconds for each kB, of inputs of 1 kB and more that were not refused."""
    slowest: float = 0.0
    """How many times that the slowest input takes."""
    memory: float = 0.0
    """Median of how many times its own size a long input takes of memory."""
    largest: float = 0.0
    """How many times that the input of the most memory takes."""
    faults: tuple[Fault, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give it as it goes from one process to another."""
        fields = {field.name: getattr(self, field.name) for field in attrs.fields(Tally)}
        return fields | {"faults": [fault.to_json() for fault in self.faults]}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Tally:
        """Make it of what came from another process."""
        return cls(**value | {"faults": tuple(map(Fault.from_json, value["faults"]))})


class Trial:
    """Runs inputs of one target one after the other."""

    def __init__(
        self,
        name: str,
        act: Callable[[bytes], object],
        *,
        patience: float = 20.0,
        seed: int = 0,
        clock: Callable[[], float] = time.thread_time,
    ) -> None:
        self.inputs = 0
        self._name = name
        self._act = act
        self._patience = patience
        self._clock = clock
        self._random = Random(seed)
        self._start = time.monotonic()
        self._faults: dict[tuple[FaultKind, str], Fault] = {}
        self._paces: list[float] = []
        self._measured = self._refused = 0
        self._slow: list[tuple[float, bytes]] = []  # heaps of suspects, the least of them first
        self._large: list[tuple[float, bytes]] = []
        self._weights: list[float] = []

    def run(self, data: bytes) -> bool:
        """Run an input, and at times a longer one that is made of it; tell whether it was read, and not refused."""
        is_read = self._try(data)
        if self.inputs % _EVERY == 0 and data:
            swollen = self._swell(data)
            self._try(swollen)
            self._weights.append(self._weigh(swollen))
            _keep(self._large, self._weights[-1], swollen)
        return is_read

    def finish(self) -> Tally:
        """Measure the suspects again, make inputs with faults shorter, and tell what was found."""
        pace = statistics.median(self._paces) if self._paces else 0.0
        slowest = self._judge_times(pace) if pace else 0.0
        memory = statistics.median(self._weights) if self._weights else 0.0
        largest = self._judge_memory()
        faults = tuple(self._shorten(fault) for fault in self._faults.values())
        seconds = time.monotonic() - self._start
        return Tally(
            target=self._name, inputs=self.inputs, seconds=round(seconds, 1), pace=pace * 1e3 * _KB, slowest=slowest,
            memory=memory, largest=largest, faults=faults,
        )  # fmt: skip

    def _try(self, data: bytes) -> bool:
        self.inputs += 1
        refused = self._refused
        start = self._clock()
        fault = self._find_fault(data)
        is_read = refused == self._refused
        if fault:
            known = self._faults.get((fault.kind, fault.key))
            self._faults[fault.kind, fault.key] = known.join(fault) if known else fault
        elif len(data) >= _KB:
            pace = (self._clock() - start) / len(data)
            _keep(self._slow, pace, data)
            if is_read:  # what is refused at the first byte is no measure for what is read
                self._sample(pace)
        return is_read

    def _find_fault(self, data: bytes) -> Fault | None:
        try:
            with _limit_time(self._patience):
                self._act(data)
        except DeclarationsError:
            self._refused += 1
            return None
        except BrokenLawError as error:
            return make_fault(FaultKind.LOSS, error, data)
        except HangError as error:
            return make_fault(FaultKind.HANG, error, data)
        except Exception as error:  # noqa: BLE001 - any is what is looked for
            return make_fault(FaultKind.EXCEPTION, error, data)
        return None

    def _sample(self, pace: float) -> None:
        """Keep a sample of all times in which each has the same chance."""
        self._measured += 1
        if len(self._paces) < _SAMPLE:
            self._paces.append(pace)
        elif (place := self._random.randrange(self._measured)) < _SAMPLE:
            self._paces[place] = pace

    def _swell(self, data: bytes) -> bytes:
        """Repeat a stretch of an input between what stands before and after it."""
        start, end = sorted(self._random.randrange(len(data) + 1) for _ in range(2))
        piece = data[start:end] or data[start : start + 1] or data[-1:]
        return data[:start] + piece * (_SWOLLEN // len(piece)) + data[end:]

    def _weigh(self, data: bytes) -> float:
        """Give how many times its own size an input takes of memory, as bytes or as text, above what any takes."""
        size = max(len(data), sys.getsizeof(data.decode("utf-8", "surrogateescape")))
        gc.collect()
        tracemalloc.start()
        try:
            self._find_fault(data)
            return max(tracemalloc.get_traced_memory()[1] - _BASE, 0) / size
        finally:
            tracemalloc.stop()

    def _judge_times(self, pace: float) -> float:
        worst = 0.0
        for first, data in self._slow:
            times = first / pace
            if times > MOST_TIME:  # the machine, or what is loaded once, may have been the reason
                times = min(self._time(data) for _ in range(_TRIES)) / len(data) / pace
            worst = max(worst, times)
            if times > MOST_TIME:
                message = f"{times:.0f} times the median time per kB for {len(data)} bytes"
                self._report(Fault(FaultKind.SLOW, f"{data[:99]!r}", message, data))
        return worst

    def _time(self, data: bytes) -> float:
        gc.disable()  # a collection looks through all that the process holds
        try:
            start = self._clock()
            self._find_fault(data)
            return self._clock() - start
        finally:
            gc.enable()

    def _judge_memory(self) -> float:
        worst = 0.0
        for first, data in self._large:
            times = min(first, self._weigh(data)) if first > MOST_MEMORY else first
            worst = max(worst, times)
            if times > MOST_MEMORY:
                message = f"{times:.0f} times its own size of memory for {len(data)} bytes"
                self._report(Fault(FaultKind.LARGE, f"{data[:99]!r}", message, data))
        return worst

    def _report(self, fault: Fault) -> None:
        self._faults[fault.kind, fault.key] = fault

    def _shorten(self, fault: Fault) -> Fault:
        """Make the input of an error or of a broken law shorter; the others would take too long."""
        if fault.kind not in (FaultKind.EXCEPTION, FaultKind.LOSS):
            return fault
        shown = (fault.kind, fault.key)

        def shows(data: bytes) -> bool:
            found = self._find_fault(data)
            return found is not None and (found.kind, found.key) == shown

        return attrs.evolve(fault, data=reduce(fault.data, shows, most=_REDUCTIONS))


def _keep(heap: list[tuple[float, bytes]], value: float, data: bytes) -> None:
    """Keep an input among those of the largest values."""
    if len(heap) < _SUSPECTS:
        heapq.heappush(heap, (value, data))
    elif value > heap[0][0]:
        heapq.heapreplace(heap, (value, data))


@contextmanager
def _limit_time(seconds: float) -> Iterator[None]:
    """Raise `HangError` after so much time of the processor, where the system can do that."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError(f"more than {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
