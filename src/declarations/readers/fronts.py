"""Front matter as it stands before a text: YAML between `---`, TOML between `+++`, or a JSON object."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import yaml

__all__ = ["Front", "FrontError", "cut_front", "parse_front"]

_LONGEST = 65_536  # characters; front matter of a text is a page at most
_DEEPEST = 100  # lists and mappings in one another
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_OPENING = re.compile(r"\A(?P<fence>---|\+\+\+|;;;)-*(?P<name>[A-Za-z]{0,8})[ \t]*\n")
_CLOSINGS: Mapping[str, re.Pattern[str]] = {
    fence: re.compile(rf"^(?:{pattern})[ \t]*$", re.MULTILINE)
    for fence, pattern in {"---": r"-{3,}|\.\.\.", "+++": r"\+{3,}", ";;;": ";;;"}.items()
}
_SYNTAXES = {"---": "YAML", "+++": "TOML", ";;;": "JSON"}
_TAB = re.compile(r"^([^\s#:'\"][^:\n]{0,99}:)[ ]*\t[ \t]*", re.MULTILINE)
"""A tab after the colon of a name, which YAML does not allow."""


class FrontError(ValueError):
    """Front matter that is not what it should be; `line` and `column` tell where, counted from 0."""

    def __init__(self, message: str, line: int = 0, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@attrs.frozen
class Front:
    """Front matter as it stands in a text."""

    content: str
    """What it holds, without the lines around it."""
    syntax: str
    """YAML, TOML or JSON."""
    line: int
    """The first line of the content."""


def cut_front(text: str) -> tuple[Front | None, str]:
    """Return the front matter of a text, and the text with empty lines in its place."""
    if text.startswith("{"):
        return _cut_object(text)
    opening = _OPENING.match(text)
    closing = _CLOSINGS[opening["fence"]].search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None, text
    syntax = opening["name"].upper() or _SYNTAXES[opening["fence"]]
    front = Front(text[opening.end() : closing.start()], syntax if syntax in _PARSERS else "YAML", 2)
    return front, "\n" * text.count("\n", 0, closing.end()) + text[closing.end() :]


def _cut_object(text: str) -> tuple[Front | None, str]:
    """Cut off a JSON object with which a text begins, and after which its line ends and other words follow."""
    try:
        data, end = json.JSONDecoder(strict=False).raw_decode(text[: 2 * _LONGEST])
    except (ValueError, RecursionError):
        return None, text
    rest = text[end:].lstrip(" \t")
    if not isinstance(data, dict) or not data or not rest.startswith("\n") or not rest.strip():
        return None, text
    return Front(text[:end], "JSON", 1), "\n" * text.count("\n", 0, end) + rest


def parse_front(front: Front) -> Any:
    """Return what front matter holds, every value as the string that is printed; raise `FrontError` if it is broken."""
    if len(front.content) > _LONGEST:
        raise FrontError(f"the front matter has {len(front.content):,} characters")
    return _PARSERS[front.syntax](front.content)


def _parse_yaml(content: str) -> Any:
    content = _TAB.sub(r"\1 ", content)
    try:
        if deep := _find_deep(content):
            raise FrontError(f"the front matter is nested deeper than {_DEEPEST} levels", deep.line)
        return _load_yaml(content)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"the front matter is not YAML: {error.problem or error.context}"
        raise FrontError(message, mark.line if mark else 0, mark.column if mark else None) from error
    except (yaml.YAMLError, RecursionError, TypeError) as error:
        raise FrontError(f"the front matter is not YAML: {str(error).splitlines()[0]}") from error


def _load_yaml(content: str) -> Any:
    try:
        return yaml.load(content, Loader=_LOADER)  # noqa: S506 - it makes nothing but strings, lists and dicts
    except (ValueError, OverflowError) as error:  # numbers of characters that are none
        raise FrontError(f"the front matter is not YAML: {error}") from error


def _find_deep(content: str) -> Any:
    """Return the mark of the first list or mapping that is nested too deeply; None if none is.

    The parser that is written in Python looks at all that is open for every sign.
    """
    depth = 0
    for event in yaml.parse(content, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return event.start_mark
    return None


def _parse_toml(content: str) -> Any:
    try:
        return _print_values(tomllib.loads(content))
    except (ValueError, RecursionError) as error:
        raise FrontError(f"the front matter is not TOML: {error}") from error


def _parse_json(content: str) -> Any:
    try:
        return _print_values(json.loads(content, strict=False))
    except (ValueError, RecursionError) as error:
        raise FrontError(f"the front matter is not JSON: {error}") from error


def _print_values(value: Any) -> Any:
    """Print dates and numbers as the text has them; nothing is nested deeper than its parser went."""
    if isinstance(value, dict):
        return {name: _print_values(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_print_values(one) for one in value]
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


_PARSERS: Mapping[str, Callable[[str], Any]] = {"YAML": _parse_yaml, "TOML": _parse_toml, "JSON": _parse_json}
