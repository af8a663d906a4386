"""Codes of languages: two letters in BCP 47 where Akoma Ntoso has the three of ISO 639-2 (terminological)."""

from __future__ import annotations

from declarations.errors import ValidationError
from declarations.records.languages import LANGUAGES, UNKNOWN
from declarations.validation import check_language

__all__ = ["to_alpha3", "to_tag"]

_BIBLIOGRAPHIC = """
alb:sq arm:hy baq:eu bur:my chi:zh cze:cs dut:nl fre:fr geo:ka ger:de gre:el ice:is mac:mk
mao:mi may:ms per:fa rum:ro slo:sk tib:bo wel:cy
"""
_TAGS = {three: two for two, (three, _) in LANGUAGES.items()} | dict(pair.split(":") for pair in _BIBLIOGRAPHIC.split())


def to_alpha3(tag: str | None) -> str:
    """Return the code of ISO 639-2 for a BCP 47 tag; `und` if there is none, or no tag."""
    primary = (tag or UNKNOWN).partition("-")[0].lower()
    code, _ = LANGUAGES.get(primary, (primary, ""))
    return code if len(code) == len(UNKNOWN) else UNKNOWN


def to_tag(code: str | None) -> str | None:
    """Return the BCP 47 tag for the code of a language, of two or three letters or a tag; None for no language."""
    tag = _TAGS.get((code or "").lower(), code or "")
    try:
        check_language(tag)
    except ValidationError:
        return None
    return None if tag == UNKNOWN else tag
