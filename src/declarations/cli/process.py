"""The process around the command: its standard streams, and how it ends."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn, TextIO

from declarations.cli.signals import STOPPED, Stopped, heed, raise_again, stop, tell

__all__ = ["abandon", "open_streams", "perform"]

_STREAMS = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def open_streams() -> None:
    """Open the standard streams that were closed, so that no other file gets their numbers; their use fails."""
    for name, mode, flags in _STREAMS:
        if getattr(sys, name) is None:
            number = os.open(os.devnull, flags)
            setattr(sys, name, open(number, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - a number, open to the end


def perform(work: Callable[[TextIO], int]) -> NoReturn:
    """Do the work of the command and leave with its exit code; after a signal with 128 and the number of that.

    The work takes standard output, and flushes it or abandons it: nothing can fail after it.
    """
    out = sys.stdout
    sys.unraisablehook = raise_again
    try:
        try:
            heed(stop)
            code = work(out)
        finally:
            heed(signal.SIG_IGN)
    except Stopped as stopped:
        heed(signal.SIG_IGN)
        abandon(out)
        tell(STOPPED)
        code = 128 + stopped.number
    sys.exit(code)


def abandon(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, so that leaving neither fails nor waits for a reader."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
