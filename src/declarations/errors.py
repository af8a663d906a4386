"""Everything that can go wrong: a `DeclarationsError` stops the work.

It says what happened, where (a `Position`), and what to do about it.
"""

from __future__ import annotations

from typing import Any

from declarations.findings import Position

__all__ = [
    "BinaryInputError",
    "DateError",
    "DeclarationsError",
    "EmptyInputError",
    "FileError",
    "FormatError",
    "InputError",
    "LimitError",
    "LocaleError",
    "LossError",
    "MalformedInputError",
    "MissingExtraError",
    "SchemaError",
    "ValidationError",
]


class DeclarationsError(Exception):
    """The root of every failure a caller can meet.

    `message` says what happened, `position` where (or None), `hint` what to do (or None).
    """

    message: str
    position: Position | None
    hint: str | None

    def __init__(self, message: str, *, position: Position | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.hint = hint

    def __str__(self) -> str:
        """Return what, where and what to do in one line."""
        where = f" ({self.position})" if self.position and str(self.position) else ""
        return f"{self.message}{where}" + (f"; {self.hint}" if self.hint else "")

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep position and hint when the error crosses a process border."""
        return _rebuild, (type(self), self.message, self.position, self.hint)


def _rebuild(
    kind: type[DeclarationsError], message: str, position: Position | None, hint: str | None
) -> DeclarationsError:
    return kind(message, position=position, hint=hint)


class ValidationError(DeclarationsError, ValueError):
    """A value is not allowed in the model: a month 13, a mark outside its text, an empty name."""


class InputError(DeclarationsError):
    """The data cannot be read; the fault is in the data, not in the call."""


class EmptyInputError(InputError):
    """The data holds no text at all."""


class BinaryInputError(InputError):
    """The data is no text: an image, an archive, a compiled file."""


class MalformedInputError(InputError):
    """The data breaks the syntax of its format, as JSON that ends in the middle."""


class SchemaError(InputError):
    """The syntax is right but it is no declaration: a key missing, unknown, or of a wrong type."""


class LimitError(InputError):
    """The data is larger or deeper than the limits of the call allow."""


class DateError(InputError):
    """The text is no date, or no one of the forms in which dates are printed."""


class LocaleError(DeclarationsError, LookupError):
    """CLDR describes no locale with this tag, nor its language."""


class FormatError(DeclarationsError, LookupError):
    """No format has this name or suffix, or it cannot do what was asked."""


class LossError(DeclarationsError):
    """The format has no place for all of a declaration, and all was asked for."""


class FileError(DeclarationsError, OSError):
    """A file cannot be opened, read or written."""

    __init__ = DeclarationsError.__init__  # theirs takes other arguments


class MissingExtraError(DeclarationsError, ImportError):
    """Something needs an optional part of the library; the hint is the command that installs it."""

    __init__ = DeclarationsError.__init__  # theirs takes other arguments
