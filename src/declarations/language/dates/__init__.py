"""Dates as they are printed in every CLDR locale: read, found in running text, and written.

`parse_date` reads a text that is one date, `find_dates` those inside a text, `format_date` writes one; names,
patterns and digits come from CLDR through Babel, so what is written is read back. `parse_timestamp` reads what
machines write.
"""

from declarations.language.dates.anchors import decide_order
from declarations.language.dates.finding import DateMatch, find_dates
from declarations.language.dates.formatting import STYLES, format_date
from declarations.language.dates.index import usual_order
from declarations.language.dates.reading import DateReading, parse_date
from declarations.language.dates.timestamps import parse_timestamp

__all__ = [
    "STYLES",
    "DateMatch",
    "DateReading",
    "decide_order",
    "find_dates",
    "format_date",
    "parse_date",
    "parse_timestamp",
    "usual_order",
]
