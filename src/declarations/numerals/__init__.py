"""Numbers as they are printed before clauses, in every script, both ways.

One table of counting systems serves the reader of plain text, recognition and the labels of the model.
"""

from __future__ import annotations

from declarations.numerals.additive import format_ethiopic, format_roman, parse_ethiopic, parse_roman, read_hebrew
from declarations.numerals.choosing import choose_readings
from declarations.numerals.enumerators import Enumerator, find_enumerator
from declarations.numerals.folding import strip_signs
from declarations.numerals.positional import (
    format_alphabetic,
    format_chinese,
    format_japanese,
    parse_alphabetic,
    parse_chinese,
    parse_digits,
)
from declarations.numerals.reading import Reading, is_next, read_numeral
from declarations.numerals.writing import find_styles, find_systems, write_numeral

__all__ = [
    "Enumerator",
    "Reading",
    "choose_readings",
    "find_enumerator",
    "find_styles",
    "find_systems",
    "format_alphabetic",
    "format_chinese",
    "format_ethiopic",
    "format_japanese",
    "format_roman",
    "is_next",
    "parse_alphabetic",
    "parse_chinese",
    "parse_digits",
    "parse_ethiopic",
    "parse_roman",
    "read_hebrew",
    "read_numeral",
    "strip_signs",
    "write_numeral",
]
