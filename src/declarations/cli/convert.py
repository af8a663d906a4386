"""The command `convert`: from any format that can be read to any that can be written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from declarations.cli.completion import complete_target
from declarations.cli.console import make_console
from declarations.cli.conversions import Job, convert_each, convert_together
from declarations.cli.inputs import Reader, check_format, check_inputs
from declarations.cli.options import FormatOption, LanguageOption, UnknownOption, locale_option
from declarations.cli.outputs import is_directory, plan_targets
from declarations.conversion import DEFAULT_LAYOUT
from declarations.errors import DeclarationsError
from declarations.formats import FORMATS, Format, find_format
from declarations.loading import load_file

__all__ = ["convert"]

_WRITABLE = "|".join(format.name for format in FORMATS if format.is_writable)
_PAGE_OPTIONS = {  # name of a parameter: its option, and the formats that heed it
    "locale": ("--locale", ("html", "markdown", "text")),
    "fragment": ("--fragment", ("html", "markdown")),
    "template": ("--template", ("html",)),
    "width": ("--width", ("text",)),
}


def _check_target(name: str) -> str:
    if not find_format(check_format(name) or "").is_writable:
        raise typer.BadParameter(f"declarations cannot be written as {name}; choose one of: {_WRITABLE}")
    return name


def _check_options(format: Format, **given: object) -> None:
    """See that no option is given which the format has no use for."""
    for name, value in given.items():
        option, formats = _PAGE_OPTIONS[name]
        if value and format.name not in formats:
            raise typer.BadParameter(f"it is for {', '.join(formats)} only", param_hint=option)


def _split_options(format: Format, given: Iterable[str]) -> dict[str, str]:
    """Return the options of a format by their names; raise `typer.BadParameter` for one that it does not have."""
    options = dict(one.partition("=")[::2] for one in given)
    try:
        format.check_options(options)
    except DeclarationsError as error:
        raise typer.BadParameter(str(error), param_hint="--option") from error
    return options


def _load_template(path: str | None) -> str | None:
    try:
        return load_file(path).decode() if path else None
    except (DeclarationsError, UnicodeDecodeError) as error:
        raise typer.BadParameter(str(error), param_hint="--template") from error


_Inputs: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="INPUT", callback=check_inputs, help="Files to read; - is standard input.")
]
_Target: TypeAlias = Annotated[
    str,
    typer.Option(metavar=_WRITABLE, callback=_check_target, autocompletion=complete_target, help="Format to write."),
]
_Output: TypeAlias = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="PATH|DIR/", help="File or directory to write [standard output]."),
]
_Url: TypeAlias = Annotated[
    str | None, typer.Option(metavar="URL", help="Where the page was found; kept in the result.")
]
_Locale: TypeAlias = Annotated[
    str | None,
    locale_option("Language of the reader of a page: dates and names of facts are in it [that of the document]."),
]
_Fragment: TypeAlias = Annotated[
    bool, typer.Option("--fragment", help="Write the document alone, without a page around it.")
]
_Template: TypeAlias = Annotated[
    str | None, typer.Option(metavar="PATH", help="Page of your own around the document, for HTML.")
]
_Width: TypeAlias = Annotated[
    int | None, typer.Option(metavar="COLUMNS", min=0, help="Longest line of plain text, 0 for any [79].")
]
_Options: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--option", metavar="NAME=VALUE", help="Option of the format written, as profile=akn4un for akn."),
]
_Compact: TypeAlias = Annotated[bool, typer.Option("--compact", help="Write each JSON document in one line.")]
_Strict: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="Fail where the format written has no place for something.")
]
_Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only, no findings, no summary.")]


def convert(
    inputs: _Inputs,
    *,
    to: _Target,
    format: FormatOption = None,
    output: _Output = None,
    url: _Url = None,
    language: LanguageOption = None,
    ignore_unknown: UnknownOption = False,
    locale: _Locale = None,
    fragment: _Fragment = False,
    template: _Template = None,
    width: _Width = None,
    option: _Options = None,
    compact: _Compact = False,
    strict: _Strict = False,
    quiet: _Quiet = False,
) -> None:
    """Convert pages, texts, records and collections of them to any format that can be written.

    What the format has no place for is told on standard error. One bad file does not stop the others; the exit code
    is 1 if any failed. Formats that hold many declarations (jsonl, akn, edoxen, csv) take those of all inputs into
    one file; into a directory goes a file for each input.
    """
    target = find_format(to)
    if compact and target.name != "json":
        raise typer.BadParameter("only JSON has a compact form", param_hint="--compact")
    _check_options(target, locale=locale, fragment=fragment, template=template, width=width is not None)
    options = {
        "locale": locale,
        "fragment": fragment,
        "template": _load_template(template),
        "width": DEFAULT_LAYOUT.width if width is None else width,
        "options": _split_options(target, option or ()),
    }
    reader = Reader(format=format, url=url, language=language, ignore_unknown=ignore_unknown)
    job = Job(
        reader=reader,
        target=target,
        options=options,
        is_numbered=is_directory(output),
        is_compact=compact,
        is_strict=strict,
        is_quiet=quiet,
    )
    _run(job, inputs, partial(plan_targets, inputs, output, target.suffixes[0], template=template), template)


def _run(job: Job, inputs: list[str], plan: Callable[..., list[Path | None]], template: str | None) -> None:
    """Convert all inputs and sum up; raise `typer.Exit` if any failed."""
    if job.target.collection and not job.is_numbered:
        failed = convert_together(job, inputs, plan(joined=True)[0])
    else:
        targets = plan()
        if len(inputs) > 1 and None in targets and not job.is_compact:
            raise typer.BadParameter(
                "several documents on standard output need --to jsonl, one in a line; or give --output DIR/"
            )
        failed = convert_each(job, inputs, targets, template)
    job.sum_up()
    if len(inputs) > 1 and not job.is_quiet:
        with suppress(OSError):  # nobody is there to be told
            make_console(stderr=True).print(f"{len(inputs) - failed} converted, {failed} failed", soft_wrap=True)
    if failed:
        raise typer.Exit(1)
