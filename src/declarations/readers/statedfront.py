"""Front matter of Markdown pages that this library wrote: what is not text, back as the JSON of the head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import yaml

from declarations.findings import Finding, FindingCode, Position
from declarations.placement import HEAD, VERSION

__all__ = ["Front", "read_front"]

_LONGEST = 400_000  # characters; YAML is slow
_DEEPEST = 1000  # lists and mappings in one another
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_STRING = "tag:yaml.org,2002:str"
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")


@attrs.frozen
class Front:
    """What front matter of ours says."""

    head: str
    """The head of the page, as JSON."""
    clauses: Mapping[str, Sequence[Mapping[str, Any]]]
    """For every part that holds clauses the facts of each clause, in order."""
    notes: Mapping[str, str]
    """Printed signs of notes by their ids."""
    shown: str | None
    """What `blocks.sum_shown` returned when the page was written."""


def read_front(content: str, line: int) -> tuple[Front | None, Finding | None]:
    """Read front matter whose first line is `line`.

    Return None for front matter that is not ours, and with a finding for ours if it is broken.
    """
    if VERSION not in content:
        return None, None
    try:
        if len(content) > _LONGEST:
            raise ValueError(f"it has {len(content):,} characters")  # noqa: TRY301 - one way out
        return _make_front(_read_yaml(yaml.parse(content, Loader=_LOADER))), None
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        position = Position(line=line + mark.line if mark else line, column=mark.column + 1 if mark else None)
        reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
        message = f"the front matter of this library was changed and cannot be read: {reason}"
        return None, Finding(FindingCode.BROKEN_METADATA, message, position=position)


def _make_front(data: Any) -> Front | None:
    if not isinstance(data, dict) or VERSION not in data:
        return None
    record = {"format": data[VERSION], **{name: data[name] for name in HEAD if name in data}}
    clauses = {str(part): [dict(facts or {}) for facts in several] for part, several in _named(data, "clauses")}
    notes = {str(id): str(label) for id, label in _named(data, "notes")}
    shown = data.get("shown")
    head = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return Front(head, clauses, notes, None if shown is None else str(shown))


def _named(data: dict[Any, Any], name: str) -> Any:
    return (data.get(name) or {}).items()


def _read_yaml(events: Iterable[Any]) -> Any:
    """Return what the first document of some YAML holds, as JSON could.

    A date stays the string that is printed. Nothing is repeated by reference, with which a short text can stand for an
    endless one, and no tags are known.
    """
    document: list[Any] = []
    open_: list[tuple[Any, list[Any]]] = [(None, document)]  # what is open, each with the values in it so far
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            open_[-1][1].append(_read_scalar(event))
        elif kind in (yaml.SequenceStartEvent, yaml.MappingStartEvent):
            if event.tag or len(open_) > _DEEPEST:
                raise _refuse("tags are not allowed" if event.tag else "it is nested too deeply", event)
            open_.append((event, []))
        elif kind in (yaml.SequenceEndEvent, yaml.MappingEndEvent):
            start, values = open_.pop()
            is_mapping = kind is yaml.MappingEndEvent
            open_[-1][1].append(_make_mapping(start, values) if is_mapping else values)
        elif kind is yaml.AliasEvent:
            raise _refuse("references are not allowed", event)
    return document[0] if document else None


def _make_mapping(start: Any, values: Sequence[Any]) -> dict[Any, Any]:
    names = values[::2]
    if any(isinstance(name, list | dict) for name in names):
        raise _refuse("a name is not a word", start)
    return dict(zip(names, values[1::2], strict=True))


def _read_scalar(event: Any) -> Any:
    if event.tag and event.tag != _STRING:
        raise _refuse("tags are not allowed", event)
    value = event.value
    if event.style or event.tag:  # in quotes
        return value
    if _INTEGER.match(value):
        return int(value)
    return _WORDS.get(value, value)


def _refuse(reason: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=reason, problem_mark=event.start_mark)
