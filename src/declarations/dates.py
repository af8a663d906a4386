"""Dates in every CLDR locale: read, found in running text, and written.

`parse_date` reads a text that is one date, `find_dates` those inside a text, `parse_edtf` the form of ISO 8601-2;
`format_date` writes one.
"""

from declarations.language.dates import DateMatch, DateReading, find_dates, format_date, parse_date
from declarations.model import Dated, DateRange, DateRole, PartialDate, parse_edtf

__all__ = [
    "DateMatch",
    "DateRange",
    "DateReading",
    "DateRole",
    "Dated",
    "PartialDate",
    "find_dates",
    "format_date",
    "parse_date",
    "parse_edtf",
]
