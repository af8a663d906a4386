"""Makes an input shorter that shows a fault."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["reduce"]


def reduce(data: bytes, shows: Callable[[bytes], bool], *, most: int) -> bytes:
    """Leave out halves, quarters, eighths … of an input as long as the rest still shows the fault.

    `shows` tells whether it does, and is asked `most` times at most.
    """
    size = len(data) // 2
    while size:
        start = 0
        while start < len(data):
            if most == 0:
                return data
            most -= 1
            shorter = data[:start] + data[start + size :]
            if shows(shorter):
                data = shorter
            else:
                start += size
        size //= 2
    return data
