"""What is measured: how many strings are read exactly, and how long it takes."""

from __future__ import annotations

import contextlib
import gc
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

import attrs

from declarations import DeclarationsError, PartialDate
from declarations.dates import find_dates, parse_date
from declarations.language.dates.index import load_everywhere
from tests.benchmarks.dates.peers import READERS
from tests.benchmarks.dates.prose import PROSE, repeat
from tests.benchmarks.dates.strings import STYLES, Printed

__all__ = [
    "Score",
    "Speed",
    "draw_sample",
    "measure_close",
    "measure_finding",
    "measure_growth",
    "measure_loading",
    "measure_peers",
    "score",
]

_WHOLE = 100_000  # characters of prose
_GROWTH = (10_000, 100_000, 1_000_000)
_RUNS = 5


@attrs.define
class Score:
    """How the strings of one kind were read."""

    exact: int = 0
    """With the very date and time, and without a doubt."""
    open: int = 0
    """Left open between several dates, of which one is right."""
    total: int = 0
    """All."""
    seconds: list[float] = attrs.field(factory=list)
    """What each took, when it was read a second time."""
    failures: list[str] = attrs.field(factory=list)
    """What was read otherwise."""

    @property
    def share(self) -> float:
        """The part that was read exactly."""
        return self.exact / self.total if self.total else 0.0


@attrs.frozen(kw_only=True)
class Speed:
    """What a reader did with the sample."""

    share: float
    """The part of the strings whose day it gave."""
    median: float
    """Seconds."""
    mean: float
    """Seconds."""


def score(
    strings: Iterable[Printed], *, is_told: bool, leave_out: set[str] | frozenset[str] = frozenset()
) -> dict[tuple[str, str], Score]:
    """Read every string twice, locale by locale, by kind and digits; strings to be left out are not read."""
    scores: dict[tuple[str, str], Score] = {}
    gc.freeze()  # all these strings shall not slow down what is measured
    for _, group in groupby(strings, key=attrgetter("locale")):
        some = [one for one in group if one.text not in leave_out]
        for one in some:
            _judge(one, scores.setdefault((one.kind, one.numbering), Score()), is_told=is_told)
        for one in some:
            scores[one.kind, one.numbering].seconds.append(_clock(one, is_told=is_told))
    return scores


def _judge(one: Printed, score: Score, *, is_told: bool) -> None:
    score.total += 1
    try:
        reading = parse_date(one.text, locale=one.locale if is_told else None)
    except DeclarationsError:
        score.failures.append(f"{one.locale} {one.text!r}: no date")
        return
    if (reading.date, reading.time) == (one.date, one.time) and not reading.findings:
        score.exact += 1
        return
    score.open += one.date in reading.alternatives
    told = [str(date) for date in reading.alternatives or [reading.date]]
    codes = " ".join(finding.code for finding in reading.findings)
    score.failures.append(f"{one.locale} {one.text!r}: {' or '.join(told)} {reading.time or ''} {codes}")


def _clock(one: Printed, *, is_told: bool) -> float:
    locale = one.locale if is_told else None
    begun = time.perf_counter()
    with contextlib.suppress(DeclarationsError):
        parse_date(one.text, locale=locale)
    return time.perf_counter() - begun


def draw_sample(strings: Sequence[Printed], count: int, seed: int) -> list[Printed]:
    """Draw some strings of single days, sorted by locale."""
    days = [one for one in strings if one.kind in STYLES]
    return sorted(random.Random(seed).sample(days, min(count, len(days))), key=attrgetter("locale"))


def measure_peers(sample: Sequence[Printed]) -> Iterator[tuple[str, Speed]]:
    """Read the sample with every library; what it takes is measured the second time, string by string."""
    for name, read in READERS.items():
        right = sum(_attempt(read, one) == one.date for one in sample)
        seconds = []
        for one in sample:
            _attempt(read, one)  # whatever it keeps for a locale, it has now
            begun = time.perf_counter()
            _attempt(read, one)
            seconds.append(time.perf_counter() - begun)
        yield name, Speed(share=right / len(sample), median=statistics.median(seconds), mean=statistics.mean(seconds))


def _attempt(read: Callable[[Printed], object], one: Printed) -> PartialDate | None:
    try:
        found = read(one)
    except Exception:  # noqa: BLE001 - peers raise whatever they like
        return None
    return PartialDate(found.year, found.month, found.day) if found else None


def measure_finding() -> Iterator[tuple[str, int, float]]:
    """Search 100,000 characters of each kind of prose; give the dates found, of which there should be none."""
    for name, text in PROSE.items():
        whole = repeat(text, _WHOLE)
        yield name, len(find_dates(whole)), _shortest(lambda whole=whole: find_dates(whole))


def measure_close() -> Iterator[tuple[str, int, float, float]]:
    """Search texts full of dates, or of halves of some: the dates found, and the time for each and for a character.

    Measured is the time of the processor, the median of some runs without collections.
    """
    days = [f"{day} March {2025 + day}" for day in range(1, 29)]
    texts = {
        "a date in each sentence": ". ".join(f"They met on {day} and decided what was to be done" for day in days),
        "nothing but dates": " ".join(days * 20),
        "dates of digits": "07/03/2025 " * 500,
        "halves of dates, `2025-03-0p `": "2025-03-0p " * 500,
        "months and years, ` Mar 2025 `": " Mar 2025 " * 500,
    }
    for name, text in texts.items():
        found = len(find_dates(text))
        seconds = _take_median(lambda text=text: find_dates(text))
        yield name, found, seconds / max(found, 1), seconds / len(text)


def _take_median(work: Callable[[], object]) -> float:
    """Return the median of the seconds that the processor took, collections off."""
    gc.disable()
    try:
        seconds = []
        for _ in range(_RUNS):
            begun = time.process_time()
            work()
            seconds.append(time.process_time() - begun)
    finally:
        gc.enable()
    return statistics.median(seconds)


def measure_growth() -> Iterator[tuple[int, float]]:
    """Search growing texts of all the prose together."""
    text = "".join(PROSE.values())
    for length in _GROWTH:
        whole = repeat(text, length)
        yield length, _shortest(lambda whole=whole: find_dates(whole))


def measure_loading() -> Iterator[tuple[str, float]]:
    """Load the index, and run a process that reads one date."""
    yield "load the index of all locales", _shortest(load_everywhere.__wrapped__)
    for title, statement in (
        (
            "a process that reads `7 mars 2025`, locale told",
            "import declarations as d; d.parse_date('7 mars 2025', locale='fr')",
        ),
        ("a process that reads `7 mars 2025`, not told", "import declarations as d; d.parse_date('7 mars 2025')"),
        ("a process that does nothing", "pass"),
    ):
        command = [sys.executable, "-c", statement]
        yield title, _shortest(lambda command=command: subprocess.run(command, check=True))


def _shortest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)
