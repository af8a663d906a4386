"""The command line; it needs the extra `cli`, the library does not."""

from __future__ import annotations

import importlib.util
import sys

from declarations.cli.signals import heed, leave, tell

__all__ = ["main"]

_EXTRA = ("typer", "rich")


def main() -> None:
    """Run the command `declarations` and leave with its exit code: 0 good, 1 bad input, 2 bad usage, 130 interrupted.

    Without the extra `cli` it says on stderr how to install it and leaves with 2.
    """
    heed(leave)
    from declarations.cli.process import open_streams  # noqa: PLC0415 - signals are heeded before anything slow

    open_streams()
    try:
        for name in _EXTRA:
            _require(name)
        from declarations.cli.app import run  # noqa: PLC0415 - the extra may be missing
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        hint = 'install it with: python -m pip install "declarations[cli]"'
        tell(f"the command line needs {error.name}, which is not installed; {hint}")
        sys.exit(2)
    run()


def _require(name: str) -> None:
    """Raise `ImportError` unless a module can be imported; it is not imported, since few commands need all."""
    if importlib.util.find_spec(name) is None:
        raise ImportError(name, name=name)
