"""Front matter of our own Markdown pages: what is no text, back as the JSON of the head."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import yaml
from yaml.composer import Composer, ComposerError
from yaml.constructor import SafeConstructor
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

from declarations.errors import Finding, FindingCode, Position
from declarations.placement import HEAD, VERSION

__all__ = ["Front", "read_front"]

_LONGEST = 400_000  # characters; YAML is slow
_NULL, _BOOLEAN, _INTEGER = "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int"


@attrs.frozen
class Front:
    """What the front matter of our own page says."""

    head: str
    """`Page.head`."""
    clauses: Mapping[str, Sequence[Mapping[str, Any]]]
    """For every part that holds clauses the facts of each clause, in order."""
    notes: Mapping[str, str]
    """Printed signs of notes by their ids."""
    shown: str | None
    """`Page.shown`."""


def read_front(content: str, line: int) -> tuple[Front | None, Finding | None]:
    """Read front matter whose first line is `line`.

    Gives None for front matter that is not ours, and with a finding for ours if it is broken.
    """
    if VERSION not in content:
        return None, None
    try:
        if len(content) > _LONGEST:
            raise ValueError(f"it has {len(content):,} characters")  # noqa: TRY301 - one way out
        return _make_front(_Loader(content).get_single_data()), None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, AttributeError) as error:
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


class _PureParser(Reader, Scanner, Parser):
    """The parser that is written in Python, for installations of PyYAML without libyaml."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", _PureParser)


class _Loader(Composer, _Parser, SafeConstructor, BaseResolver):  # type: ignore[misc]
    """Loads what JSON can hold; a date stays the string that is printed, and nothing is repeated by reference."""

    def __init__(self, stream: str) -> None:
        _Parser.__init__(self, stream)
        for base in (Composer, SafeConstructor, BaseResolver):
            base.__init__(self)

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse references, with which a short text can stand for an endless one."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise ComposerError(None, None, "references are not allowed", mark)
        return super().compose_node(parent, index)


_Loader.add_implicit_resolver(_INTEGER, re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z"), list("-0123456789"))
_Loader.add_implicit_resolver(_BOOLEAN, re.compile(r"(?:true|false)\Z"), list("tf"))
_Loader.add_implicit_resolver(_NULL, re.compile(r"(?:null|~|)\Z"), ["n", "~", ""])
