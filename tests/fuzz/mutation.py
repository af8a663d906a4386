"""Makes inputs out of others by chance, for where there is no atheris."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

__all__ = ["Mutator", "load_tokens"]

_POOL = 256  # inputs that were kept, of which others are made
_NUMBERS = (1, 1, 1, 2, 3, 6)  # of changes to one input
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"')


def load_tokens(path: Path) -> list[bytes]:
    """Read a dictionary in the form of libFuzzer: one quoted token a line, with escapes, and comments."""
    lines = path.read_text("utf-8").splitlines()
    return [_unquote(line) for line in lines if _TOKEN.fullmatch(line)]


def _unquote(line: str) -> bytes:
    escaped = "".join(char if char.isascii() else "".join(f"\\x{byte:02x}" for byte in char.encode()) for char in line)
    value: bytes = ast.literal_eval(f"b{escaped}")
    return value


class Mutator:
    """Makes inputs of seeds and tokens; the same random numbers make the same inputs."""

    def __init__(self, seeds: Sequence[bytes], tokens: Sequence[bytes], *, random: Random, max_length: int) -> None:
        self._seeds = list(seeds)
        self._tokens = list(tokens)
        self._random = random
        self._max_length = max_length
        self._pool: list[bytes] = []

    def make(self) -> bytes:
        """Make the next input, of a seed or of an input that was kept."""
        random = self._random
        data = random.choice(self._pool if self._pool and random.random() < 0.5 else self._seeds)
        for _ in range(random.choice(_NUMBERS)):
            data = random.choice(_CHANGES)(self, data)[: self._max_length]
        return data

    def keep(self, data: bytes) -> None:
        """Make others of an input too, as of one that was read."""
        if len(self._pool) < _POOL:
            self._pool.append(data)
        else:
            self._pool[self._random.randrange(_POOL)] = data

    def _pick_span(self, data: bytes, longest: int = 64) -> tuple[int, int]:
        start = self._random.randint(0, len(data))
        return start, min(len(data), start + self._random.randint(1, longest))

    def _insert_token(self, data: bytes) -> bytes:
        place = self._random.randint(0, len(data))
        return data[:place] + self._random.choice(self._tokens) + data[place:]

    def _overwrite_with_token(self, data: bytes) -> bytes:
        token = self._random.choice(self._tokens)
        place = self._random.randint(0, len(data))
        return data[:place] + token + data[place + len(token) :]

    def _delete(self, data: bytes) -> bytes:
        start, end = self._pick_span(data)
        return data[:start] + data[end:]

    def _move(self, data: bytes) -> bytes:
        start, end = self._pick_span(data)
        rest = data[:start] + data[end:]
        place = self._random.randint(0, len(rest))
        return rest[:place] + data[start:end] + rest[place:]

    def _repeat(self, data: bytes) -> bytes:
        start, end = self._pick_span(data, 24)
        times = self._random.choice((1, 1, 2, 3, 9, 50, 200))
        return data[:end] + data[start:end] * times + data[end:]

    def _set_byte(self, data: bytes) -> bytes:
        place = self._random.randint(0, len(data))
        return data[:place] + bytes([self._random.randrange(256)]) + data[place + 1 :]

    def _splice(self, data: bytes) -> bytes:
        other = self._random.choice(self._seeds)
        (start, end), place = self._pick_span(other, 256), self._random.randint(0, len(data))
        return data[:place] + other[start:end] + data[place:]

    def _cut(self, data: bytes) -> bytes:
        return data[: self._random.randint(0, len(data))]


_CHANGES: tuple[Callable[[Mutator, bytes], bytes], ...] = (
    Mutator._insert_token,
    Mutator._insert_token,
    Mutator._insert_token,
    Mutator._overwrite_with_token,
    Mutator._delete,
    Mutator._delete,
    Mutator._move,
    Mutator._repeat,
    Mutator._set_byte,
    Mutator._splice,
    Mutator._cut,
)
"""Ways to change an input, the usual ones more than once."""
