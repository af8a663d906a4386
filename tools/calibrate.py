"""Fit weights and costs to what is known to be right: `python -m tools.calibrate [--corpus FOLDER] [--write]`.

Reads the fixtures and the corpora once and fits all figures, held near those of the library; of what was fitted, those
figures are chosen that pay by themselves. Every kind of document is then decided by figures that were fitted to and
chosen by all others. Prints how many heads are wrong there, and which figures would change; `--write` takes these over
if fewer heads are wrong, else the figures of the library are kept. The outcome is the same on every run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence

from declarations.recognition.decide.weights import TRANSITIONS, WEIGHTS
from tools.figures import Figures, load_figures
from tools.fitting import Settings, fit
from tools.folds import Fold, gains_something, validate
from tools.gold.heads import Example, gather_examples
from tools.gold.options import add_corpus_option
from tools.selection import Change, select
from tools.tables import print_transitions, print_weights
from tools.trials import count_heads

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, judge, print, and write what was chosen if that is asked for and gains something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_corpus_option(parser)
    parser.add_argument("--write", action="store_true", help="write the two tables of the library")
    options = parser.parse_args(arguments)
    figures, settings = load_figures(), Settings()
    examples = gather_examples(options.corpus)
    chosen, changes = select(examples, figures, fit(examples, figures, settings))
    folds = []
    _print([_print_row("not fitted to", ["heads", "kept", "fitted", "chosen"])])
    for fold in validate(examples, figures, settings):
        folds.append(fold)
        _print([_print_fold(fold)])
    gains = bool(changes) and gains_something(folds)
    _print([*_print_totals(folds), "", *_print_changes(changes)])
    if not gains:
        _print(["fitting gains nothing: the figures are kept"])
    elif options.write:
        write_figures(chosen, tell_origin(examples))
        _print([f"written: {WEIGHTS.name}, {TRANSITIONS.name}"])


def tell_origin(examples: Iterable[Example]) -> str:
    """Return from what figures were fitted, and when."""
    known = [*examples]
    corpora = dict.fromkeys(example.corpus for example in known)
    counts = (f"{name} {count_heads(one for one in known if one.corpus == name)}" for name in corpora)
    day = dt.datetime.now(tz=dt.UTC).date()
    return f"Set by hand, and fitted on {day} by tools.calibrate to the heads of {', '.join(counts)}."


def write_figures(figures: Figures, origin: str) -> None:
    """Write both tables of the library."""
    WEIGHTS.write_text(print_weights(figures, origin), "utf-8")
    TRANSITIONS.write_text(print_transitions(figures, origin), "utf-8")


def _print_totals(folds: Sequence[Fold]) -> Iterator[str]:
    yield _print_row("all", _list_counts(folds))


def _print_fold(fold: Fold) -> str:
    return _print_row(fold.genre, _list_counts([fold]))


def _list_counts(folds: Sequence[Fold]) -> list[str]:
    return [
        str(sum(counts))
        for counts in zip(*((one.heads, one.kept, one.fitted, one.chosen) for one in folds), strict=True)
    ]


def _print_changes(changes: Iterable[Change]) -> Iterator[str]:
    return (f"{' '.join(one.key)}: {one.before:g} -> {one.after:g}" for one in changes)


def _print_row(name: str, cells: Iterable[str]) -> str:
    return f"{name:28}" + "".join(f"{cell:>8}" for cell in cells)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
