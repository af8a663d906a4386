"""Show what cues are worth: `python -m tools.ablate [--corpus FOLDER] [--pairs N]`.

Reads the fixtures and the corpora once, then decides all heads again without each cue, each row of its table and each
pair of cues. Printed, the most needed first, are the heads that are wrong then and were not (`+`), or the other way
round (`-`), by corpus; then the cues and rows without which no head changes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence

from tools.ablation import Ablation, Effect, Pair
from tools.figures import Figures, load_figures
from tools.gold.heads import Example, gather_examples
from tools.gold.options import add_corpus_option
from tools.trials import count_heads

__all__ = ["main", "report"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_corpus_option(parser)
    parser.add_argument("--pairs", type=int, default=20, help="how many pairs of cues are printed")
    options = parser.parse_args(arguments)
    for line in report(gather_examples(options.corpus), load_figures(), pairs=options.pairs):
        sys.stdout.write(f"{line}\n")


def report(examples: Sequence[Example], figures: Figures, *, pairs: int) -> Iterator[str]:
    """Yield the lines of the report."""
    ablation = Ablation(examples, figures)
    corpora = [*dict.fromkeys(example.corpus for example in examples)]
    wrong = ablation.wrong
    yield f"{count_heads(examples).total()} heads, {wrong.total()} wrong: " + ", ".join(
        f"{name} {wrong[name]}" for name in corpora
    )
    for title, effects in (("cue", ablation.drop_cues()), ("row", ablation.drop_rows())):
        yield from ("", _print_row(title, ["seen", "changed", "broken", "wrong", *corpora]))
        yield from (_print_effect(effect, corpora) for effect in effects if not effect.changes_nothing)
        yield from _name_useless(title, effects)
    yield from ("", _print_row("pair", ["one", "other", "both", "shared"]))
    yield from (_print_pair(pair) for pair in ablation.drop_pairs()[:pairs])


def _name_useless(title: str, effects: Iterable[Effect]) -> Iterator[str]:
    """Yield the names of what changes nothing, and of what is not seen at all."""
    idle = [effect for effect in effects if effect.changes_nothing]
    for told, names in (
        ("changes nothing", [effect.name for effect in idle if effect.seen]),
        ("is never seen", [effect.name for effect in idle if not effect.seen]),
    ):
        yield from (f"{title} {told}: {name}" for name in names)


def _print_effect(effect: Effect, corpora: Iterable[str]) -> str:
    counts = [f"{effect.wrong[corpus]:+d}" if effect.wrong[corpus] else "" for corpus in corpora]
    return _print_row(
        effect.name, [str(effect.seen), str(effect.changed), str(effect.broken), f"{effect.total:+d}", *counts]
    )


def _print_pair(pair: Pair) -> str:
    counts = [pair.first.total, pair.second.total, pair.both.total, pair.shared]
    return _print_row(pair.both.name, [f"{count:+d}" for count in counts])


def _print_row(name: str, cells: Iterable[str]) -> str:
    return f"{name:36}" + "".join(f"{cell:>10}" for cell in cells).rstrip()


if __name__ == "__main__":
    main()
