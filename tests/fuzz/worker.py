"""One target in a process of its own: `python -m tests.fuzz.worker OPTIONS`, with the options as JSON."""

from __future__ import annotations

import json
import mmap
import os
import pkgutil
import struct
import sys
import tempfile
import time
import warnings
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # atheris sees only what is imported after it
    from tests.fuzz.targets import Target
    from tests.fuzz.trials import Trial

__all__ = ["LEDGER_SIZE", "note", "read_ledger"]

_HEAD = struct.Struct("<QI")
_LONGEST = 1 << 17
LEDGER_SIZE = _HEAD.size + _LONGEST
"""Bytes of the file in which a worker notes what it runs, for the case that it dies."""


def note(ledger: mmap.mmap, count: int, data: bytes) -> None:
    """Note how many inputs were run before, and the one that is run now."""
    ledger[: _HEAD.size + len(data)] = _HEAD.pack(count, len(data)) + data


def read_ledger(file: mmap.mmap) -> tuple[int, bytes]:
    """Give how many inputs were run, and the one after them."""
    count, length = _HEAD.unpack(file[: _HEAD.size])
    return count, file[_HEAD.size : _HEAD.size + length]


def main() -> None:
    """Run a target until the inputs or the seconds are over, and print what was found as JSON."""
    options: dict[str, Any] = json.loads(sys.argv[1])
    warnings.simplefilter("error")
    is_guided = options["guided"]
    if is_guided:
        import_watched()
    from tests.fuzz.seeds import list_corpus
    from tests.fuzz.targets import TARGETS
    from tests.fuzz.trials import Trial

    target = TARGETS[options["target"]]
    trial = Trial(target.name, target.run, seed=options["seed"])
    with Path(options["ledger"]).open("r+b") as file:
        ledger = mmap.mmap(file.fileno(), LEDGER_SIZE)
    campaign = Campaign(trial, ledger, options["count"], options["seconds"])
    inputs = target.list_inputs(list_corpus() if options["corpus"] else ())
    run = run_guided if is_guided else run_plain
    run(campaign, target, inputs, options["seed"])


def import_watched() -> None:
    """Import all of the library so that atheris sees which lines an input reaches."""
    import atheris

    with atheris.instrument_imports(include=["declarations"]):
        package = import_module("declarations")
        for module in pkgutil.walk_packages(package.__path__, "declarations."):
            if not module.name.endswith("__main__"):
                import_module(module.name)


class Campaign:
    """Runs inputs until enough were run."""

    def __init__(self, trial: Trial, ledger: mmap.mmap, count: int, seconds: float) -> None:
        self._trial = trial
        self._ledger = ledger
        self._count = count
        self._end = time.monotonic() + seconds if seconds else None

    def run(self, data: bytes) -> bool:
        """Note an input, run it, tell whether it was read, and end the process after the last."""
        data = bytes(data)
        note(self._ledger, self._trial.inputs, data)
        is_read = self._trial.run(data)
        if self._trial.inputs >= self._count or (self._end and time.monotonic() > self._end):
            print(json.dumps(self._trial.finish().to_json()), flush=True)
            os._exit(0)  # libFuzzer would end it in another way
        return is_read


def run_plain(campaign: Campaign, target: Target, inputs: list[bytes], seed: int) -> None:
    """Run the seeds, then inputs that are made of them by chance."""
    from tests.fuzz.mutation import Mutator, load_tokens

    for data in inputs:
        campaign.run(data)
    tokens = load_tokens(target.dictionary_path)
    mutator = Mutator(inputs, tokens, random=Random(seed), max_length=target.max_length)
    while True:
        data = mutator.make()
        if campaign.run(data):
            mutator.keep(data)


def run_guided(campaign: Campaign, target: Target, inputs: list[bytes], seed: int) -> None:
    """Let atheris make inputs of those that reached new lines."""
    import atheris

    from tests.fuzz.mutation import load_tokens

    with tempfile.TemporaryDirectory() as folder:
        seeds, tokens = Path(folder, "seeds"), Path(folder, "tokens.dict")
        seeds.mkdir()
        for number, data in enumerate(inputs):
            Path(seeds, f"{number:05}").write_bytes(data)
        escaped = ("".join(f"\\x{byte:02x}" for byte in token) for token in load_tokens(target.dictionary_path))
        tokens.write_text("".join(f'"{token}"\n' for token in escaped), "ascii")
        flags = (
            f"-max_len={target.max_length}",
            "-len_control=20",
            f"-dict={tokens}",
            f"-seed={seed + 1}",
            "-timeout=9999",
        )
        quiet = ("-verbosity=0", "-reload=0", "-rss_limit_mb=4096", f"-artifact_prefix={folder}/")
        atheris.Setup([sys.argv[0], *flags, *quiet, str(seeds)], lambda data: campaign.run(data) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
