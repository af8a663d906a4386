"""Read statements, resolutions and charters into typed, immutable declarations, and write them again.

`parse`, `examine` and `read` bring a declaration in; `render` and `write` bring it out; `convert` does
both; `read_all` and `write_all` do it for many in one file. `compare` tells what changed between two;
`localize` tells the facts of one in the language of a reader.
`parse_date`, `find_dates` and `format_date` read and write dates in every CLDR locale, `format_label` and
`localize_label` the numbers of clauses. The model classes are frozen attrs classes; every failure is a
`DeclarationsError`.
"""

import importlib
import typing

from declarations.blocks import Block, BlockKind, Limits
from declarations.conversion import Conversion, convert, examine, find_losses, parse, read, render, write
from declarations.errors import (
    FINDINGS,
    BinaryInputError,
    DateError,
    DeclarationsError,
    EmptyInputError,
    FileError,
    Finding,
    FindingCode,
    FormatError,
    InputError,
    LimitError,
    LocaleError,
    LossError,
    MalformedInputError,
    MissingExtraError,
    Position,
    SchemaError,
    Severity,
    ValidationError,
)
from declarations.formats import FORMATS, Format
from declarations.localization.metadata import LocalizedField, LocalizedMetadata, LocalizedValue, localize
from declarations.localization.rendering import render_sheet_html, render_sheet_text
from declarations.model import (
    Action,
    Agent,
    AgentKind,
    Clause,
    Dated,
    DateRange,
    DateRole,
    Declaration,
    DeclarationKind,
    Identifier,
    Label,
    LabelStyle,
    Note,
    PartialDate,
    Signatory,
    SignatoryRole,
    Source,
    Stance,
    Vote,
    VoteManner,
    parse_edtf,
)
from declarations.recognition.reading import Evidence, Judgement, Part, Reading
from declarations.streaming import examine_all, read_all, write_all
from declarations.text import Mark, MarkKind, Text

if typing.TYPE_CHECKING:
    from declarations.comparison.changes import Change, ChangeKind, compare
    from declarations.explanation.page import render_explanation
    from declarations.language.dates import DateMatch, DateReading, find_dates, format_date, parse_date
    from declarations.language.labels import format_label, localize_label
else:
    _DATES, _LABELS = "declarations.language.dates", "declarations.language.labels"
    _LATER = {
        "Change": "declarations.comparison.changes",
        "ChangeKind": "declarations.comparison.changes",
        "DateMatch": _DATES,
        "DateReading": _DATES,
        "compare": "declarations.comparison.changes",
        "find_dates": _DATES,
        "format_date": _DATES,
        "format_label": _LABELS,
        "localize_label": _LABELS,
        "parse_date": _DATES,
        "render_explanation": "declarations.explanation.page",
    }

    def __getattr__(name: str) -> object:
        """Import what needs Babel, or few need, when it is first used (PEP 562): the front door stays light."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        globals()[name] = value = getattr(importlib.import_module(_LATER[name]), name)
        return value

    def __dir__() -> list[str]:
        """List those too."""
        return sorted({*globals(), *_LATER})


__all__ = [
    "FINDINGS",
    "FORMATS",
    "Action",
    "Agent",
    "AgentKind",
    "BinaryInputError",
    "Block",
    "BlockKind",
    "Change",
    "ChangeKind",
    "Clause",
    "Conversion",
    "DateError",
    "DateMatch",
    "DateRange",
    "DateReading",
    "DateRole",
    "Dated",
    "Declaration",
    "DeclarationKind",
    "DeclarationsError",
    "EmptyInputError",
    "Evidence",
    "FileError",
    "Finding",
    "FindingCode",
    "Format",
    "FormatError",
    "Identifier",
    "InputError",
    "Judgement",
    "Label",
    "LabelStyle",
    "LimitError",
    "Limits",
    "LocaleError",
    "LocalizedField",
    "LocalizedMetadata",
    "LocalizedValue",
    "LossError",
    "MalformedInputError",
    "Mark",
    "MarkKind",
    "MissingExtraError",
    "Note",
    "Part",
    "PartialDate",
    "Position",
    "Reading",
    "SchemaError",
    "Severity",
    "Signatory",
    "SignatoryRole",
    "Source",
    "Stance",
    "Text",
    "ValidationError",
    "Vote",
    "VoteManner",
    "compare",
    "convert",
    "examine",
    "examine_all",
    "find_dates",
    "find_losses",
    "format_date",
    "format_label",
    "localize",
    "localize_label",
    "parse",
    "parse_date",
    "parse_edtf",
    "read",
    "read_all",
    "render",
    "render_explanation",
    "render_sheet_html",
    "render_sheet_text",
    "write",
    "write_all",
]
