"""The signals that end the command, and the line that tells of its end.

It stands before every slow import, so it imports next to nothing itself.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

__all__ = ["STOPPED", "Stopped", "heed", "leave", "raise_again", "stop", "tell"]

STOPPED = "stopped; no file was left half written"
"""What is told after a signal."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
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


def heed(handler: Callable[[int, FrameType | None], object] | signal.Handlers) -> None:
    """Handle the signals that end a process, but not those that its parent told it to ignore."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # not every system has each
        if number is not None and signal.getsignal(number) not in {signal.SIG_IGN, None}:
            signal.signal(number, handler)


def leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what handlers are given
    """End the process at once, which is good as long as there is nothing to tidy up."""
    if sys.stderr is not None:
        tell(STOPPED)
    os._exit(128 + number)


def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what handlers are given
    """Raise `Stopped`, so that what was begun is tidied up."""
    raise Stopped(number)


def raise_again(error: sys.UnraisableHookArgs) -> None:
    """Send a signal again that came where no exception can be raised, as while an object is taken down.

    Anything else that was raised there is shown as ever (`sys.unraisablehook`).
    """
    if not isinstance(error.exc_value, Stopped):
        sys.__unraisablehook__(error)
        return
    import threading  # noqa: PLC0415 - hardly ever needed

    threading.Timer(_SOON, _send, [error.exc_value.number]).start()


def _send(number: int) -> None:
    """Send a signal to the main thread, which may be waiting for the system."""
    import threading  # noqa: PLC0415 - as above

    if sys.platform == "win32":
        import _thread  # noqa: PLC0415 - as above

        _thread.interrupt_main(number)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, number)
