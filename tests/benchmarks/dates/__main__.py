"""Measure, print the tables, and write them into the reference: `python -m tests.benchmarks.dates --markdown FILE`."""

from __future__ import annotations

import argparse
import platform
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.dates.measures import (
    Score,
    Speed,
    draw_sample,
    measure_close,
    measure_finding,
    measure_growth,
    measure_loading,
    measure_peers,
    score,
)
from tests.benchmarks.dates.peers import name_versions
from tests.benchmarks.dates.strings import KINDS, NUMBERINGS, STYLES, draw_dates, find_ambiguous, make_strings

Scores = Mapping[tuple[str, str], Score]

_SEED = 20
_SHOWN = 5  # failures of each kind

PAGE = """# Performance of dates

Babel prints {dates} random dates of 1900 to 2099 in each of its {locales:,} locales, in Latin digits and in the native
digits of the locale; the strings are read back. Left out are strings without the year in full. *Exact* is the very
date, with the time if one is printed, and no finding. Times are those of the second reading.

Measured with {machine}.

## Locale told

{told}

`datetime long` is what `babel.dates.format_datetime` prints, `interval` what `format_interval` does.

## Locale not told

Left out are {ambiguous:,} strings of {days:,} that some locale, in some style, prints for another day. *Open* are
those for which the right date is one of the `alternatives`.

{untold}

## Time to read one string

{speed}

## Other libraries

{sample:,} of the strings that are not ambiguous, drawn at random, are read with every library in the same run. *Right*
is the day alone. dateparser is told the locale where it knows it, else the language where it knows that; Babel is told
the style too. The ratios are those of the time of the library to ours under the same condition (dateutil: not told).
Whoever cannot read a string may be quick to say so.

{peers}

## Dates in running text

`find_dates`, no locale told, on prose that holds no dates.

{finding}

{growth}

Texts that are full of dates, no locale told; times of the processor, medians.

{close}

## Start

{loading}

Measure it yourself with `python -m tests.benchmarks.dates` (extra `bench`).
"""


def make_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay rows out as a Markdown table."""
    table = [list(head), *map(list, rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in table
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def show(seconds: float) -> str:
    """Print a time for a person."""
    micro = seconds * 1e6
    return f"{micro:,.1f} µs" if micro < 100 else f"{micro:,.0f} µs" if micro < 10_000 else f"{micro / 1e3:,.1f} ms"


def show_share(share: float) -> str:
    """Print a share so that no failure is rounded away."""
    return "100 %" if share == 1 else f"{int(share * 100_000) / 1000:.3f} %"


def tabulate(scores: Scores, *, with_open: bool) -> str:
    """Lay out the scores of all kinds, Latin beside native digits."""

    def cells(found: Score | None) -> list[str]:
        if found is None or not found.total:
            return ["", "", *([""] if with_open else [])]
        exact = [f"{found.exact:,} of {found.total:,}", show_share(found.share)]
        return [*exact, f"{found.open:,}"] if with_open else exact

    kinds = sorted({kind for kind, _ in scores}, key=KINDS.index)
    rows = [[kind, *(cell for digits in NUMBERINGS for cell in cells(scores.get((kind, digits))))] for kind in kinds]
    sums = [add_up(found for (_, digits), found in scores.items() if digits == wanted) for wanted in NUMBERINGS]
    rows.append(["all", *(cell for one in sums for cell in cells(one))])
    names = [f"exact, {digits}|share" + ("|open" if with_open else "") for digits in ("Latin digits", "native digits")]
    return make_table(["What is printed", *(cell for name in names for cell in name.split("|"))], rows)


def add_up(scores: Iterable[Score]) -> Score:
    """Give the counts of some scores together."""
    whole = Score()
    for one in scores:
        whole.exact, whole.open, whole.total = whole.exact + one.exact, whole.open + one.open, whole.total + one.total
    return whole


def tabulate_speed(told: Scores, untold: Scores) -> str:
    """Lay out medians and means, by what is printed."""
    rows = []
    for title, kinds in (("dates", STYLES), ("times and intervals", None)):
        for name, scores in (("told", told), ("not told", untold)):
            seconds = [
                one
                for (kind, _), some in scores.items()
                if (kind in STYLES) == (kinds is STYLES)
                for one in some.seconds
            ]
            if seconds:
                rows.append(
                    (
                        f"{title}, locale {name}",
                        f"{len(seconds):,}",
                        show(statistics.median(seconds)),
                        show(statistics.mean(seconds)),
                    )
                )
    return make_table(("What", "strings", "median", "mean"), rows)


def tabulate_peers(sample: Sequence[object]) -> str:
    """Lay out the libraries; ours come first."""
    rows = []
    ours: dict[bool, Speed] = {}
    for name, found in measure_peers(sample):
        own = ours.setdefault(name.endswith("locale told"), found)
        ratios = [show_ratio(found.median / own.median), show_ratio(found.mean / own.mean)]
        rows.append(
            (
                name,
                show_share(found.share),
                show(found.median),
                show(found.mean),
                *(ratios if found is not own else ("", "")),
            )
        )
    return make_table(("Library", "right", "median", "mean", "ratio of medians", "of means"), rows)


def show_ratio(ratio: float) -> str:
    """Print how many times as long something takes."""
    return f"{ratio:,.0f} ×" if ratio >= 10 else f"{ratio:.1f} ×"


def list_failures(scores: Scores) -> Iterator[str]:
    """Say what was read otherwise, some of each kind."""
    for (kind, digits), found in scores.items():
        for failure in found.failures[:_SHOWN]:
            yield f"{kind}, {digits}: {failure}"


def describe_machine() -> str:
    """Name what was measured with."""
    return f"{platform.python_implementation()} {platform.python_version()}, {name_versions()}, {platform.machine()}"


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.dates", description=__doc__)
    parser.add_argument("--dates", type=int, default=20, help="random dates printed in every locale")
    parser.add_argument("--sample", type=int, default=2000, help="strings that the other libraries read")
    parser.add_argument("--locales", nargs="+", help="locales as Babel names them [all]")
    parser.add_argument("--failures", action="store_true", help="say on stderr what was read otherwise")
    parser.add_argument("--markdown", type=Path, help="file to write the page of the reference to")
    options = parser.parse_args()
    page, scores = measure(options.dates, options.sample, options.locales)
    print(page)
    if options.failures:
        sys.stderr.writelines(f"{line}\n" for one in scores for line in list_failures(one))
    if options.markdown:
        options.markdown.write_text(page, encoding="utf-8")


def measure(count: int, sample: int, locales: Sequence[str] | None) -> tuple[str, tuple[Scores, Scores]]:
    """Measure everything and lay it out; give the scores as well."""
    dates = draw_dates(count, _SEED)
    strings = list(make_strings(dates, locales))
    days = [one for one in strings if one.kind in STYLES]
    ambiguous = find_ambiguous(days, dates, locales)
    clear = [one for one in days if one.text not in ambiguous]
    told = score(strings, is_told=True)
    untold = score(clear, is_told=False)
    drawn = draw_sample(clear, sample, _SEED)
    page = PAGE.format(
        locales=len({one.locale for one in strings}),
        dates=count,
        machine=describe_machine(),
        told=tabulate(told, with_open=False),
        ambiguous=len(days) - len(clear),
        days=len(days),
        untold=tabulate(untold, with_open=True),
        speed=tabulate_speed(told, untold),
        sample=len(drawn),
        peers=tabulate_peers(drawn),
        finding=make_table(
            ("100,000 characters", "dates found", "time"),
            ((name, str(found), show(seconds)) for name, found, seconds in measure_finding()),
        ),
        growth=make_table(
            ("All of these together, characters", "time", "for 100,000"),
            ((f"{size:,}", show(seconds), show(seconds / size * 100_000)) for size, seconds in measure_growth()),
        ),
        close=make_table(
            ("Text", "dates found", "time for each", "for a character"),
            (
                (name, str(found), show(each) if found else "", show(character))
                for name, found, each, character in measure_close()
            ),
        ),
        loading=make_table(("What", "time"), ((name, show(seconds)) for name, seconds in measure_loading())),
    )
    return page, (told, untold)


if __name__ == "__main__":
    main()
