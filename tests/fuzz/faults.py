"""What can be wrong with an input, and how one fault is told from another."""

from __future__ import annotations

import hashlib
import traceback
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs

import declarations

__all__ = ["Fault", "FaultKind", "make_fault"]

_SOURCE = str(Path(declarations.__file__).parent)


class FaultKind(StrEnum):
    """The closed list of what fuzzing looks for."""

    EXCEPTION = "exception"
    """An error came out that is none of the library, or a warning."""
    LOSS = "loss"
    """A law is broken: words are lost, a round trip changes something."""
    HANG = "hang"
    """It did not end in the time that is allowed."""
    SLOW = "slow"
    """It took many times the median time per kB of its target."""
    LARGE = "large"
    """It took many times its own size of memory."""
    DEATH = "death"
    """The process ended, or had to be ended."""


@attrs.frozen
class Fault:
    """One kind of fault of one target, with the shortest input that showed it."""

    kind: FaultKind
    """What it is."""
    key: str
    """By what it is told from others of its kind: where it came from, or which law it breaks."""
    message: str
    """What happened, in one line."""
    data: bytes
    """The input."""
    count: int = 1
    """How many inputs showed it."""

    @property
    def file_name(self) -> str:
        """A name for the file that holds the input."""
        return f"{self.kind}-{hashlib.sha256(self.key.encode()).hexdigest()[:8]}"

    def join(self, other: Fault) -> Fault:
        """Count another input that showed it, and keep the shorter one."""
        shorter = min(self, other, key=lambda one: len(one.data))
        return attrs.evolve(shorter, count=self.count + other.count)

    def to_json(self) -> dict[str, Any]:
        """Give it as it goes from one process to another."""
        return attrs.asdict(self) | {"kind": str(self.kind), "data": self.data.hex()}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Fault:
        """Make it of what came from another process."""
        return cls(**value | {"kind": FaultKind(value["kind"]), "data": bytes.fromhex(value["data"])})


def make_fault(kind: FaultKind, error: BaseException, data: bytes) -> Fault:
    """Make the fault of an error: broken laws are told apart by what they say, other errors by where they come from."""
    said = f"{type(error).__name__}: {error}".split("\n", 1)[0][:300]
    if kind is FaultKind.LOSS:
        return Fault(kind, str(error), said, data)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(_SOURCE)]
    where = f"{Path(frames[-1].filename).relative_to(_SOURCE)} in {frames[-1].name}" if frames else "outside"
    return Fault(kind, f"{type(error).__name__} {where}", f"{said} ({where})", data)
