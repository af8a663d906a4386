"""The process around the command: its standard streams, the signals that end it, and its exit code.

It imports nothing of the library, so that it stands before the first slow import.
"""

from __future__ import annotations

import _thread
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any, NoReturn, TextIO

__all__ = ["Stopped", "abandon", "perform", "prepare", "tell"]

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_STREAMS = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))
_STOPPED = "stopped; no file was left half written"
_SOON = 0.01  # seconds


class Stopped(BaseException):
    """A signal asks the command to end; no library that it goes through takes it for anything else."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def tell(message: str) -> None:
    """Write one line to stderr, if anybody can read it: `declarations: …`."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"declarations: {message}\n")


def prepare() -> None:
    """Make the standard streams usable, and let signals end the process at once while there is nothing to tidy up."""
    _heed(_leave)
    for name, mode, flags in _STREAMS:
        if getattr(sys, name) is None:  # it was closed: no other file shall get its number, and its use shall fail
            number = os.open(os.devnull, flags)
            setattr(sys, name, open(number, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - a number, open to the end


def perform(work: Callable[[TextIO], int]) -> NoReturn:
    """Do the work of the command and leave with its exit code; after a signal with 128 and the number of that.

    The work takes standard output, and flushes it or abandons it: nothing can fail after it.
    """
    out = sys.stdout
    sys.unraisablehook = _raise_again
    try:
        try:
            _heed(_stop)
            code = work(out)
        finally:
            _heed(signal.SIG_IGN)
    except Stopped as stopped:
        _heed(signal.SIG_IGN)
        abandon(out)
        tell(_STOPPED)
        code = 128 + stopped.number
    sys.exit(code)


def abandon(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, so that leaving neither fails nor waits for a reader."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _heed(handler: Callable[[int, FrameType | None], Any] | signal.Handlers) -> None:
    """Handle the signals that end a process, but not those that its parent told it to ignore."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # not every system has each
        if number is not None and signal.getsignal(number) not in {signal.SIG_IGN, None}:
            signal.signal(number, handler)


def _leave(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - what handlers are given
    tell(_STOPPED)
    os._exit(128 + number)


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - what handlers are given
    raise Stopped(number)


def _raise_again(error: sys.UnraisableHookArgs) -> None:
    """Send a signal again that came where no exception can be raised, as while an object is taken down."""
    if isinstance(error.exc_value, Stopped):
        threading.Timer(_SOON, _send, [error.exc_value.number]).start()
    else:
        sys.__unraisablehook__(error)


def _send(number: int) -> None:
    """Send a signal to the main thread, which may be waiting for the system."""
    if sys.platform == "win32":
        _thread.interrupt_main(number)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, number)
