"""Decimal digits of every script: the numbering systems of CLDR, by their ids.

A numbering system is named as in BCP 47 (`-u-nu-`, UTS 35 part 3): `latn`, `arab`, `deva`, `hanidec` … Systems
that are no row of ten digits (`hebr`, `roman`, `hant`) count clauses, not dates: see `declarations.language.labels`.
"""

from __future__ import annotations

from functools import cache

from babel import Locale

from declarations.errors import ValidationError
from declarations.validation import quote

__all__ = ["available_numberings", "find_numbering", "format_digits"]

_DIGITS = "0123456789"

# Where the digit zero stands in Unicode; the other nine follow it.
_ZEROS = {
    "adlm": 0x1E950, "ahom": 0x11730, "arab": 0x660, "arabext": 0x6F0, "bali": 0x1B50, "beng": 0x9E6,
    "bhks": 0x11C50, "brah": 0x11066, "cakm": 0x11136, "cham": 0xAA50, "deva": 0x966, "diak": 0x11950,
    "fullwide": 0xFF10, "gara": 0x10D40, "gong": 0x11DA0, "gonm": 0x11D50, "gujr": 0xAE6, "gukh": 0x16130,
    "guru": 0xA66, "hmng": 0x16B50, "hmnp": 0x1E140, "java": 0xA9D0, "kali": 0xA900, "kawi": 0x11F50,
    "khmr": 0x17E0, "knda": 0xCE6, "krai": 0x16D70, "lana": 0x1A80, "lanatham": 0x1A90, "laoo": 0xED0,
    "latn": 0x30, "lepc": 0x1C40, "limb": 0x1946, "mathbold": 0x1D7CE, "mathdbl": 0x1D7D8,
    "mathmono": 0x1D7F6, "mathsanb": 0x1D7EC, "mathsans": 0x1D7E2, "mlym": 0xD66, "modi": 0x11650,
    "mong": 0x1810, "mroo": 0x16A60, "mtei": 0xABF0, "mymr": 0x1040, "mymrepka": 0x116DA,
    "mymrpao": 0x116D0, "mymrshan": 0x1090, "mymrtlng": 0xA9F0, "nagm": 0x1E4F0, "newa": 0x11450,
    "nkoo": 0x7C0, "olck": 0x1C50, "onao": 0x1E5F1, "orya": 0xB66, "osma": 0x104A0, "outlined": 0x1CCF0,
    "rohg": 0x10D30, "saur": 0xA8D0, "segment": 0x1FBF0, "shrd": 0x111D0, "sind": 0x112F0, "sinh": 0xDE6,
    "sora": 0x110F0, "sund": 0x1BB0, "sunu": 0x11BF0, "takr": 0x116C0, "talu": 0x19D0, "tamldec": 0xBE6,
    "telu": 0xC66, "thai": 0xE50, "tibt": 0xF20, "tirh": 0x114D0, "tnsa": 0x16AC0, "tols": 0x11DE0,
    "vaii": 0xA620, "wara": 0x118E0, "wcho": 0x1E2F0,
}  # fmt: skip
_ROWS = {"hanidec": "〇一二三四五六七八九"}  # the one system whose digits do not follow each other

_ALGORITHMIC = frozenset({
    "armn", "armnlow", "cyrl", "ethi", "finance", "geor", "grek", "greklow", "hanidays", "hans", "hansfin", "hant",
    "hantfin", "hebr", "jpan", "jpanfin", "jpanyear", "roman", "romanlow", "taml", "traditio", "traditional",
})  # fmt: skip


def available_numberings() -> tuple[str, ...]:
    """Return the ids of all decimal numbering systems, sorted: `adlm`, `ahom`, `arab`, …, `wcho`."""
    return tuple(sorted({*_ZEROS, *_ROWS}))


def find_numbering(numbering: str, locale: Locale) -> str:
    """Return the id of a decimal numbering system: of `native` and `default` what CLDR has for the locale.

    Raises `ValidationError` for an unknown id and for a system that is no row of ten digits, such as `hebr`.
    """
    name = numbering
    if numbering == "default":
        name = locale.default_numbering_system
    elif numbering == "native":
        name = locale.other_numbering_systems.get("native") or locale.default_numbering_system
    if name in _ZEROS or name in _ROWS:
        return name
    if name in _ALGORITHMIC:
        raise ValidationError(
            f"numbering system {quote(name)} is no row of ten digits",
            hint="choose a decimal one such as 'latn' or 'arab', 'native' or 'default'",
        )
    raise ValidationError(
        f"{quote(numbering)} is no numbering system of CLDR",
        hint="choose an id such as 'latn', 'arab' or 'deva', or 'native' or 'default' of the locale",
    )


def format_digits(text: str, numbering: str, locale: Locale) -> str:
    """Replace the ASCII digits of a text by those of a numbering system; what else it holds stays.

    Raises `ValidationError` as `find_numbering` does.
    """
    name = find_numbering(numbering, locale)
    return text if name == "latn" else text.translate(_table(name))


@cache
def _table(name: str) -> dict[int, int]:
    row = _ROWS.get(name) or "".join(chr(_ZEROS[name] + value) for value in range(10))
    return str.maketrans(_DIGITS, row)
