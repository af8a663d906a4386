"""Measures how long something takes, so that neither the machine nor the rest of the test run tells."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import ParamSpec

__all__ = ["measure"]

_TRIES = 3
_P = ParamSpec("_P")


def measure(act: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs) -> float:
    """Give the shortest processor time of several tries to call something, in seconds, without collections of garbage.

    A collection looks through all objects of the process, which are many more than those of one test.
    """
    times = []
    gc.disable()
    try:
        for _ in range(_TRIES):
            start = time.process_time()
            act(*args, **kwargs)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)
