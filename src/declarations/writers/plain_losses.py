"""What plain text has no place for, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from declarations.validation import names_region

__all__ = ["LOST"]

_NUMBER = re.compile(r"\d{1,3}")
_ODD = re.compile("[\x85\xad\r\u2028\u2029]|[ \t]{2}|\n[ \t]*\n")
_SCHEME = re.compile(r"[a-z][a-z0-9-]{1,20}")


def _always(_: Any) -> bool:
    return True


def _names_no_region(tag: str) -> bool:
    return not names_region(tag)


def _is_no_number(label: str) -> bool:
    return _NUMBER.fullmatch(label) is None


def _is_no_plain_scheme(scheme: str) -> bool:
    return _SCHEME.fullmatch(scheme) is None


def _has_odd_characters(text: str) -> bool:
    return _ODD.search(text) is not None


_RECOGNIZED = "it is recognized again in the words"
_PRINTED = "it is read again from what is printed"
_WORDS = "only its words are kept"
_LEFT_OUT = "it is left out"

LOST: Mapping[str, tuple[str, Callable[[Any], bool]]] = MappingProxyType(
    {
        "Declaration.language": (_RECOGNIZED, _names_no_region),
        "Agent.kind": (_RECOGNIZED, _always),
        **{f"Agent.{field}": (_LEFT_OUT, _always) for field in ("url", "identifiers", "aliases")},
        "Identifier.scheme": ("it stands in parentheses as part of the number", _is_no_plain_scheme),
        "Dated.text": ("the date is written in the language of the reader", _always),
        "Text.text": ("soft hyphens are left out, white space becomes single spaces", _has_odd_characters),
        "Clause.id": ("ids are made again from the words", _always),
        **{f"Clause.{field}": (_RECOGNIZED, _always) for field in ("phrase", "stance", "action")},
        **{f"Label.{field}": (_PRINTED, _always) for field in ("ordinal", "style")},
        **{f"Vote.{field}": (_PRINTED, _always) for field in ("manner", "in_favour", "against", "abstaining")},
        "Signatory.role": ("a word in front of the name says it, in the language of the reader", _always),
        "Signatory.on_behalf_of": ("words after the name say it, in the language of the reader", _always),
        "Note.id": ("notes are known by their numbers", _always),
        "Note.label": ("notes are numbered", _is_no_number),
        "Source.media_type": (_LEFT_OUT, _always),
        **{
            f"Mark.{kind}": (_WORDS, _always)
            for kind in ("emphasis", "strong", "underline", "strike", "superscript", "subscript", "code", "language")
        },
        "Mark.link": ("only its words are kept, not its address", _always),
    }
)
"""Fields and marks that plain text does not hold: what becomes of them, and which of their values it concerns."""
