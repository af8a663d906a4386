"""Fit weights and costs to what is known to be right: `python -m tools.calibrate [--by DEAL] [--write]`.

Reads the fixtures and the corpora once and fits all figures, held near those of the library; of what was fitted, those
figures are chosen that pay by themselves, and printed. Every kind of document is then decided by figures that were
fitted to and chosen by all others (`--by document`: a fifth of all documents by the others). Prints how many heads are
wrong there; `--write` takes over what was chosen if they are fewer, else the figures of the library are kept. The
outcome is the same on every run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from declarations.recognition.decide.weights import TRANSITIONS, WEIGHTS
from tools.figures import Figures, load_figures
from tools.fitting import Settings, fit
from tools.folds import DEALS, validate
from tools.gold.heads import Example, gather_examples
from tools.gold.options import add_corpus_option
from tools.selection import select
from tools.tables import print_transitions, print_weights

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, judge, print, and write what was chosen if that is asked for and gains something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_corpus_option(parser)
    parser.add_argument("--by", choices=DEALS, default="genre", help="what is set apart to judge by")
    parser.add_argument("--write", action="store_true", help="write the two tables of the library")
    options = parser.parse_args(arguments)
    figures, settings = load_figures(), Settings()
    examples = gather_examples(options.corpus)
    chosen, changes = select(examples, figures, fit(examples, figures, settings))
    _print(f"{' '.join(one.key)}: {one.before:g} -> {one.after:g}" for one in changes)
    comparison = validate(examples, figures, settings, DEALS[options.by])
    _print([_print_row(f"by {options.by}", ["heads", "kept", "fitted", "chosen"])])
    _print(_print_row(name, map(str, counts)) for name, counts in comparison.list_rows())
    if not (changes and comparison.gains):
        _print(["fitting gains nothing: the figures are kept"])
    elif options.write:
        write_figures(chosen, tell_origin(examples))
        _print([f"written: {WEIGHTS.name}, {TRANSITIONS.name}"])


def tell_origin(examples: Iterable[Example]) -> str:
    """Return from what figures were fitted, and when."""
    heads: Counter[str] = Counter()
    for example in examples:
        heads[example.corpus] += len(example.heads) * example.count
    counts = (f"{corpus} {count}" for corpus, count in heads.items())
    day = dt.datetime.now(tz=dt.UTC).date()
    return f"Set by hand, and fitted on {day} by tools.calibrate to the heads of {', '.join(counts)}."


def write_figures(figures: Figures, origin: str) -> None:
    """Write both tables of the library."""
    WEIGHTS.write_text(print_weights(figures, origin), "utf-8")
    TRANSITIONS.write_text(print_transitions(figures, origin), "utf-8")


def _print_row(name: str, cells: Iterable[str]) -> str:
    return f"{name:28}" + "".join(f"{cell:>8}" for cell in cells)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
