"""Read statements, resolutions and charters into typed, immutable declarations, and write them again.

`parse`, `examine` and `read` bring a declaration in; `render` and `write` bring it out; `convert` does both. `read_all`
and `write_all` do it for many in one file. `compare` returns what changed between two, `localize` the facts of one in
the language of a reader; `parse_date` and `find_dates` read dates in every CLDR locale. The model classes are frozen
attrs classes; every failure is a `DeclarationsError`.

What goes deeper stands in submodules: `dates`, `labels`, `localization`, `inspection`, `comparison`, `model`, `text`,
`formats`, `errors`. They are loaded when they are first used.
"""

TYPE_CHECKING = False  # for those who look, not run; `typing` itself takes longer to load than all that is here

if TYPE_CHECKING:
    from declarations import (  # noqa: F401 - submodules that the front door opens
        comparison,
        conversion,
        dates,
        errors,
        formats,
        inspection,
        labels,
        localization,
        model,
        text,
    )
    from declarations.blocks import Limits
    from declarations.comparison import compare
    from declarations.conversion import convert, examine, parse, read, render, write
    from declarations.dates import find_dates, parse_date
    from declarations.errors import DateError, DeclarationsError
    from declarations.findings import Finding
    from declarations.localization import localize
    from declarations.model import (
        Agent,
        Clause,
        Dated,
        DateRange,
        Declaration,
        Identifier,
        Label,
        Note,
        PartialDate,
        Signatory,
        Source,
        Vote,
    )
    from declarations.recognition.reading import Reading
    from declarations.streaming import examine_all, read_all, write_all
    from declarations.text import Text
else:
    _HOMES = {
        "declarations.blocks": "Limits",
        "declarations.comparison": "compare",
        "declarations.conversion": "convert examine parse read render write",
        "declarations.dates": "find_dates parse_date",
        "declarations.errors": "DateError DeclarationsError",
        "declarations.findings": "Finding",
        "declarations.localization": "localize",
        "declarations.model": "Agent Clause DateRange Dated Declaration Identifier Label Note PartialDate Signatory "
        "Source Vote",
        "declarations.recognition.reading": "Reading",
        "declarations.streaming": "examine_all read_all write_all",
        "declarations.text": "Text",
    }
    _LATER = {name: home for home, names in _HOMES.items() for name in names.split()}
    _SUBMODULES = frozenset(
        (
            "comparison",
            "conversion",
            "dates",
            "errors",
            "formats",
            "inspection",
            "labels",
            "localization",
            "model",
            "text",
        )
    )

    def __getattr__(name: str) -> object:
        """Import what is used when it is first used (PEP 562): the front door itself takes no time."""
        if name not in _LATER and name not in _SUBMODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        import importlib  # noqa: PLC0415 - as it takes time too

        if name in _SUBMODULES:
            return importlib.import_module(f"{__name__}.{name}")
        globals()[name] = value = getattr(importlib.import_module(_LATER[name]), name)
        return value

    def __dir__() -> list[str]:
        """List those too."""
        return sorted({*globals(), *_LATER, *_SUBMODULES})


del TYPE_CHECKING

__all__ = [
    "Agent",
    "Clause",
    "DateError",
    "DateRange",
    "Dated",
    "Declaration",
    "DeclarationsError",
    "Finding",
    "Identifier",
    "Label",
    "Limits",
    "Note",
    "PartialDate",
    "Reading",
    "Signatory",
    "Source",
    "Text",
    "Vote",
    "compare",
    "convert",
    "examine",
    "examine_all",
    "find_dates",
    "localize",
    "parse",
    "parse_date",
    "read",
    "read_all",
    "render",
    "write",
    "write_all",
]
