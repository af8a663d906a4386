"""Read statements, resolutions and charters into typed, immutable declarations, and write them again.

`parse`, `examine` and `read` bring a declaration in; `render` and `write` bring it out; `convert` does
both; `read_all` and `write_all` do it for many in one file. `compare` tells what changed between two;
`localize` tells the facts of one in the language of a reader.
`parse_date`, `find_dates` and `format_date` read and write dates in every CLDR locale, `format_label` and
`localize_label` the numbers of clauses. The model classes are frozen attrs classes; every failure is a
`DeclarationsError`.
"""

TYPE_CHECKING = False  # for those who look, not run; `typing` itself takes longer to load than all that is here

if TYPE_CHECKING:
    from declarations.blocks import Block, BlockKind, Limits
    from declarations.comparison.changes import Change, ChangeKind, compare
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
    from declarations.explanation.page import render_explanation
    from declarations.formats import FORMATS, Format
    from declarations.language.dates import DateMatch, DateReading, find_dates, format_date, parse_date
    from declarations.language.labels import format_label, localize_label
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
else:
    _HOMES = {
        "declarations.blocks": "Block BlockKind Limits",
        "declarations.comparison.changes": "Change ChangeKind compare",
        "declarations.conversion": "Conversion convert examine find_losses parse read render write",
        "declarations.errors": "BinaryInputError DateError DeclarationsError EmptyInputError FINDINGS FileError "
        "Finding FindingCode FormatError InputError LimitError LocaleError LossError MalformedInputError "
        "MissingExtraError Position SchemaError Severity ValidationError",
        "declarations.explanation.page": "render_explanation",
        "declarations.formats": "FORMATS Format",
        "declarations.language.dates": "DateMatch DateReading find_dates format_date parse_date",
        "declarations.language.labels": "format_label localize_label",
        "declarations.localization.metadata": "LocalizedField LocalizedMetadata LocalizedValue localize",
        "declarations.localization.rendering": "render_sheet_html render_sheet_text",
        "declarations.model": "Action Agent AgentKind Clause DateRange DateRole Dated Declaration DeclarationKind "
        "Identifier Label LabelStyle Note PartialDate Signatory SignatoryRole Source Stance Vote VoteManner parse_edtf",
        "declarations.recognition.reading": "Evidence Judgement Part Reading",
        "declarations.streaming": "examine_all read_all write_all",
        "declarations.text": "Mark MarkKind Text",
    }
    _LATER = {name: home for home, names in _HOMES.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        """Import what is used when it is first used (PEP 562): the front door itself takes no time."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        import importlib  # noqa: PLC0415 - as it takes time too

        globals()[name] = value = getattr(importlib.import_module(_LATER[name]), name)
        return value

    def __dir__() -> list[str]:
        """List those too."""
        return sorted({*globals(), *_LATER})


del TYPE_CHECKING

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
