"""Everything worth telling: a `Finding` travels with the result, and says what happened, and where (a `Position`)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import attrs

__all__ = ["FINDINGS", "Finding", "FindingCode", "Position", "Severity"]


@attrs.frozen(kw_only=True)
class Position:
    """Where in a source something stands; every part that is not known is None."""

    line: int | None = None
    """Line in the source text, counted from 1."""
    column: int | None = None
    """Column in that line, counted from 1."""
    byte: int | None = None
    """Offset in the source bytes, counted from 0."""
    element: str | None = None
    """Name of the element or block that holds it, such as `li`."""
    path: str | None = None
    """Address in a declaration or a record, such as `resolutions[2].items[0]`."""

    def __str__(self) -> str:
        """Return the position in one line: `line 3, column 7, in <li>`."""
        named = (
            ("line {}", self.line),
            ("column {}", self.column),
            ("byte {}", self.byte),
            ("in <{}>", self.element),
            ("at {}", self.path),
        )
        return ", ".join(form.format(value) for form, value in named if value is not None)


class Severity(StrEnum):
    """How much a finding matters."""

    INFO = "info"
    """Worth knowing; nothing needs doing."""
    WARNING = "warning"
    """The result may miss something or hold something doubtful."""
    ERROR = "error"
    """The source could not be read as a declaration."""


class FindingCode(StrEnum):
    """The closed list of what a reading can report; `FINDINGS` says what each one means."""

    AMBIGUOUS_DATE = "ambiguous-date"
    BROKEN_METADATA = "broken-metadata"
    CONFLICTING_DATES = "conflicting-dates"
    CONFLICTING_METADATA = "conflicting-metadata"
    ENCODING_GUESSED = "encoding-guessed"
    FLATTENED_NESTING = "flattened-nesting"
    INVALID_DATE = "invalid-date"
    JOINED_PARAGRAPHS = "joined-paragraphs"
    LANGUAGE_CONFLICT = "language-conflict"
    LEAKED_MARKUP = "leaked-markup"
    LOST = "lost"
    MISNAMED_REGION = "misnamed-region"
    MISSING_NOTE = "missing-note"
    NO_DATE = "no-date"
    NO_DECLARATION = "no-declaration"
    NO_ISSUER = "no-issuer"
    NO_RESOLUTIONS = "no-resolutions"
    NO_TITLE = "no-title"
    NOT_UNDERSTOOD = "not-understood"
    OTHER_CALENDAR = "other-calendar"
    REPLACED_CHARACTERS = "replaced-characters"
    SEVERAL_DECLARATIONS = "several-declarations"
    SITE_SYNTAX = "site-syntax"
    UNCLAIMED_TEXT = "unclaimed-text"
    UNREADABLE_INPUT = "unreadable-input"
    UNUSED_DEFINITION = "unused-definition"
    WRONG_WEEKDAY = "wrong-weekday"


FINDINGS: Mapping[FindingCode, tuple[Severity, str]] = MappingProxyType(
    {
        FindingCode.AMBIGUOUS_DATE: (
            Severity.WARNING,
            "A date of digits only can be read in more than one order, and nothing in the document decides.",
        ),
        FindingCode.BROKEN_METADATA: (
            Severity.WARNING,
            "Metadata beside the text (front matter, JSON-LD) is not well formed; it was kept as text or left out.",
        ),
        FindingCode.CONFLICTING_DATES: (
            Severity.WARNING,
            "Two sources give different dates for the same role; the printed one was taken.",
        ),
        FindingCode.CONFLICTING_METADATA: (
            Severity.WARNING,
            "Lines of our own page that show its metadata say something else than these; the metadata were believed.",
        ),
        FindingCode.ENCODING_GUESSED: (Severity.INFO, "The bytes name no encoding; the one used was found by trying."),
        FindingCode.FLATTENED_NESTING: (
            Severity.WARNING,
            "Lists or elements are nested deeper than the limit; the deepest levels were read as one level.",
        ),
        FindingCode.INVALID_DATE: (Severity.WARNING, "Something printed like a date is no day of the calendar."),
        FindingCode.JOINED_PARAGRAPHS: (
            Severity.INFO,
            "A sentence was cut in two, as by a page break; its halves were joined.",
        ),
        FindingCode.LANGUAGE_CONFLICT: (
            Severity.INFO,
            "The markup names another language than the words are in; the words were believed.",
        ),
        FindingCode.LEAKED_MARKUP: (
            Severity.INFO,
            "Tags that the page prints as words were taken out; what they hold stays, the excerpt shows them.",
        ),
        FindingCode.LOST: (
            Severity.WARNING,
            "The format that was written has no place for something of the declaration; the message says for what.",
        ),
        FindingCode.MISNAMED_REGION: (
            Severity.INFO,
            "Most of the prose of the page stands in a region that is marked as a menu or a sidebar; it was read.",
        ),
        FindingCode.MISSING_NOTE: (
            Severity.WARNING,
            "A note reference points to a note that the source does not hold.",
        ),
        FindingCode.NO_DATE: (Severity.INFO, "No date of the act was found."),
        FindingCode.NO_DECLARATION: (
            Severity.WARNING,
            "The source holds no declaration: neither context nor resolutions were found, as on a page of links.",
        ),
        FindingCode.NO_ISSUER: (Severity.WARNING, "No issuer was found."),
        FindingCode.NO_RESOLUTIONS: (
            Severity.WARNING,
            "No resolutions were found; what stands in the document was taken as context.",
        ),
        FindingCode.NO_TITLE: (Severity.WARNING, "No title was found."),
        FindingCode.NOT_UNDERSTOOD: (
            Severity.WARNING,
            "A record holds something for which the model has no place; the excerpt shows it.",
        ),
        FindingCode.OTHER_CALENDAR: (
            Severity.INFO,
            "A date of another calendar (Buddhist, Hijri, Hebrew …) was found; the message says how it was read.",
        ),
        FindingCode.REPLACED_CHARACTERS: (
            Severity.WARNING,
            "Bytes or characters that cannot stand in a text were replaced by U+FFFD.",
        ),
        FindingCode.SEVERAL_DECLARATIONS: (
            Severity.WARNING,
            "The source holds several declarations; the first was given, the others are in `Reading.others`.",
        ),
        FindingCode.SITE_SYNTAX: (
            Severity.INFO,
            "Short codes, components or attributes of a site builder were taken out of a Markdown text.",
        ),
        FindingCode.UNCLAIMED_TEXT: (
            Severity.INFO,
            "A piece of the document belongs to no part of the declaration; it is in `Reading.unclaimed`.",
        ),
        FindingCode.UNREADABLE_INPUT: (Severity.ERROR, "The source could not be read at all; the message says why."),
        FindingCode.UNUSED_DEFINITION: (
            Severity.INFO,
            "A Markdown text defines the target of a link that nothing uses; no renderer shows it, the excerpt does.",
        ),
        FindingCode.WRONG_WEEKDAY: (
            Severity.WARNING,
            "A date is printed with a day of the week on which it did not fall.",
        ),
    }
)
"""Severity and meaning of every finding code."""


@attrs.frozen
class Finding:
    """One thing a reading reports without stopping."""

    code: FindingCode
    """What it is, from the closed list."""
    message: str
    """What happened, in one sentence, for a person."""
    position: Position | None = attrs.field(default=None, kw_only=True)
    """Where, if known."""
    excerpt: str | None = attrs.field(default=None, kw_only=True)
    """The words it is about, if they help."""

    @property
    def severity(self) -> Severity:
        """How much it matters; every code has one severity."""
        return FINDINGS[self.code][0]

    def __str__(self) -> str:
        """Return the finding in one line: `warning: no-date: …`."""
        where = f" ({self.position})" if self.position else ""
        return f"{self.severity}: {self.code}: {self.message}{where}"
