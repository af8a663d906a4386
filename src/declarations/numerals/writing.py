"""Writing a number in a counting system."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from declarations.numerals.additive import ADDITIVE, Additive, format_ethiopic, format_roman
from declarations.numerals.alphabets import Alphabet, all_alphabets
from declarations.numerals.positional import format_chinese, format_chinese_formal, format_japanese

__all__ = ["find_styles", "find_systems", "write_numeral"]

Form = Callable[[int], str | None]


def find_systems(style: str) -> tuple[str, ...]:
    """Return the names of the systems that count in a style, the usual one first; none for digits and words."""
    return tuple(system for one, system in _forms() if one == style)


def find_styles(system: str) -> tuple[str, ...]:
    """Return the styles of a system, lower case before capitals; none if there is no such system."""
    return tuple(style for style, name in _forms() if name == system)


def write_numeral(number: int, style: str, system: str | None = None) -> str | None:
    """Write a number in a counter style such as `lower-roman`, in one of its systems or in the usual one.

    Gives None where the style cannot write it: beyond its last letter, below 1, or in a style of digits or words.
    """
    if system is None:
        system = next(iter(find_systems(style)), None)
    form = _forms().get((style, system or ""))
    return form(number) if form else None


@cache
def _forms() -> dict[tuple[str, str], Form]:
    forms: dict[tuple[str, str], Form] = {
        ("lower-roman", "roman"): format_roman,
        ("upper-roman", "roman"): lambda number: (format_roman(number) or "").upper() or None,
        ("chinese", "chinese"): format_chinese,
        ("chinese", "japanese"): format_japanese,
        ("chinese-formal", "chinese-formal"): format_chinese_formal,
        ("ethiopic-numeric", "ethiopic-numeric"): format_ethiopic,
    }
    systems: list[Additive | Alphabet] = [*ADDITIVE, *all_alphabets()]
    for system in sorted(systems, key=lambda system: system.rank):
        forms[system.style, system.name] = _spell(system.format)
    return forms


def _spell(form: Form) -> Form:
    """Write the Greek six with two letters, as lists do today."""
    return lambda number: written.replace("ϛ", "στ").replace("Ϛ", "ΣΤ") if (written := form(number)) else None
