"""The command `formats`: what can be read and written."""

from __future__ import annotations

import typer

from declarations.formats import FORMATS

__all__ = ["formats"]

_HEADINGS = ("name", "in", "out", "suffixes", "media types")


def formats() -> None:
    """List the formats that can be read and written.

    One line each: name, whether it can be read and written, suffixes, media types.
    """
    rows = [_HEADINGS] + [
        (
            format.name,
            "yes" if format.is_readable else "no",
            "yes" if format.is_writable else "no",
            " ".join(format.suffixes),
            " ".join(format.media_types),
        )
        for format in FORMATS
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())
