"""The table of what is fuzzed: every reader, loader, and parser, and what must hold for all that they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from declarations.model import LabelStyle
from tests.fuzz import acts, seeds
from tests.fuzz.seeds import Seed

__all__ = ["TARGETS", "Target"]

_DICTIONARIES = Path(__file__).with_name("dictionaries")
_EITHER = (False, True)
_LOCALES = (None, *seeds.LOCALES)
_ORDERS = (None, "dmy", "mdy", "ymd", "any")
_MIDDLE = 48  # `0`: bytes near it choose in a way that a person can read


@attrs.frozen(kw_only=True)
class Target:
    """One row of the table."""

    name: str
    """What the command and the folder of its crashes call it."""
    act: Callable[..., object]
    """What is done with the content and the values that were chosen."""
    options: tuple[Sequence[Any], ...] = ()
    """Values of which the first bytes of an input choose, one byte for each."""
    seeds: Callable[[], Sequence[Seed]]
    """Makes what to begin with."""
    dictionary: str
    """Name of the dictionary with the tokens of its syntax."""
    max_length: int = 2048
    """Bytes of the longest input."""
    share: int = 1
    """How many of the inputs it gets, in comparison with others."""

    def run(self, data: bytes) -> None:
        """Do it; an input that is too short chooses the first values."""
        first = data[: len(self.options)].ljust(len(self.options), b"\0")
        chosen = [values[byte % len(values)] for values, byte in zip(self.options, first, strict=True)]
        self.act(data[len(self.options) :], *chosen)

    def encode(self, seed: Seed, number: int = 0) -> bytes:
        """Make the input that does it with a content in its format; the number chooses the other options."""
        content, format = seed
        places = (values.index(format) if format in values else number % len(values) for values in self.options)
        pairs = zip(self.options, places, strict=True)
        first = bytes(_MIDDLE - _MIDDLE % len(values) + place for values, place in pairs)
        return first + content.encode("utf-8", "surrogateescape")

    def list_inputs(self, extra: Iterable[Seed] = ()) -> list[bytes]:
        """Make the inputs to begin with; extra ones in a format of this target are taken too."""
        own = list(self.seeds())
        formats = {format for _, format in own}
        more = [seed for seed in extra if seed[1] in formats]
        return [self.encode(seed, number) for number, seed in enumerate((*own, *more))]

    @property
    def dictionary_path(self) -> Path:
        """File of the dictionary."""
        return _DICTIONARIES / f"{self.dictionary}.dict"


def _list_targets() -> Iterator[Target]:
    for name in seeds.PAGES:
        options = ((name,), _EITHER)
        yield Target(
            name=name, act=acts.examine, options=options, seeds=seeds.make_pages(name), dictionary="pages", share=2
        )
    for name in seeds.RECORDS:
        options = ((name,), _EITHER, _EITHER)
        yield Target(
            name=name,
            act=acts.parse_record,
            options=options,
            seeds=seeds.make_records(name),
            dictionary="records",
            max_length=4096,
            share=3,
        )
    yield Target(
        name="front-matter",
        act=acts.examine_front_matter,
        options=(_EITHER,),
        seeds=seeds.make_front_matter,
        dictionary="records",
        share=2,
    )
    yield Target(name="sniffing", act=acts.sniff, options=(_EITHER,), seeds=seeds.make_all, dictionary="pages", share=2)
    for name in ("jsonl", "akn", "edoxen"):
        yield Target(
            name=f"{name}-stream",
            act=acts.read_stream,
            options=((name,),),
            seeds=seeds.make_records(name),
            dictionary="records",
            max_length=4096,
        )
    yield from _list_small_targets()
    yield from _list_whole_targets()


def _list_small_targets() -> Iterator[Target]:
    """Yield what reads dates and numbers."""
    yield Target(
        name="dates",
        act=acts.parse_date,
        options=((None,), (None,)),
        seeds=seeds.make_dates,
        dictionary="dates",
        max_length=64,
        share=9,
    )
    yield Target(
        name="told-dates",
        act=acts.parse_date,
        options=(_LOCALES, _ORDERS),
        seeds=seeds.make_dates,
        dictionary="dates",
        max_length=64,
        share=9,
    )
    yield Target(
        name="found-dates",
        act=acts.find_dates,
        options=(_LOCALES, _ORDERS),
        seeds=seeds.make_prose,
        dictionary="dates",
        share=3,
    )
    yield Target(
        name="timestamps",
        act=acts.read_timestamp,
        seeds=seeds.make_timestamps,
        dictionary="dates",
        max_length=48,
        share=9,
    )
    yield Target(
        name="labels",
        act=acts.read_labels,
        options=((None, *LabelStyle), _LOCALES),
        seeds=seeds.make_labels,
        dictionary="dates",
        max_length=2048,
        share=6,
    )


def _list_whole_targets() -> Iterator[Target]:
    """Yield what must hold for whole declarations."""
    yield Target(
        name="round-trip", act=acts.try_round_trip, options=(acts.READABLE,), seeds=seeds.make_all, dictionary="pages"
    )
    yield Target(
        name="law", act=acts.try_law, options=(seeds.PAGES,), seeds=seeds.make_pages(), dictionary="pages", share=2
    )
    yield Target(name="comparison", act=acts.compare, seeds=seeds.make_pairs, dictionary="pages")
    yield Target(
        name="conversion",
        act=acts.convert,
        options=(acts.READABLE, acts.WRITABLE, _LOCALES),
        seeds=seeds.make_all,
        dictionary="pages",
    )
    yield Target(
        name="explanation", act=acts.explain, options=(seeds.PAGES,), seeds=seeds.make_pages(), dictionary="pages"
    )
    yield Target(
        name="localization",
        act=acts.localize,
        options=((0, 1, 20, 72),),
        seeds=seeds.make_localized,
        dictionary="pages",
    )


TARGETS: dict[str, Target] = {target.name: target for target in _list_targets()}
"""Every target by name."""
