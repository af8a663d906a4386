"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

import typer

from declarations.cli.completion import complete_format, complete_locale
from declarations.cli.inputs import check_format, check_locale, check_tag

__all__ = ["FormatOption", "LanguageOption", "UnknownOption", "locale_option"]


def locale_option(help: str) -> Any:
    """Return the option that takes a locale, with what it is for."""
    return typer.Option(metavar="TAG", callback=check_locale, autocompletion=complete_locale, help=help)


FormatOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        callback=check_format,
        autocompletion=complete_format,
        help="Format of the input [by suffix].",
    ),
]
"""In what format the input is."""

LanguageOption: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="TAG", callback=check_tag, help="Language of the input, as BCP 47 tag [found]."),
]
"""In what language the input is."""

UnknownOption: TypeAlias = Annotated[
    bool, typer.Option("--ignore-unknown", help="Let JSON and XML inputs hold unknown keys.")
]
"""Whether records may hold keys that are not known."""
