"""The declaration itself, its notes and its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from declarations.arguments import check_arguments
from declarations.errors import ValidationError
from declarations.findings import Position
from declarations.model.agents import Agent, Identifier, Signatory, to_identifiers, to_names
from declarations.model.clauses import Clause, ClauseNames, list_clauses, rename_clauses, to_clauses
from declarations.model.dates import Dated, DateRange, PartialDate
from declarations.model.vocabulary import DateRole, DeclarationKind, to_declaration_kind
from declarations.model.votes import Vote, to_votes
from declarations.text import Text, shorten, to_optional_text, to_texts
from declarations.validation import check_id, check_instance, check_language, check_string, to_tuple

__all__ = ["CLAUSE_FIELDS", "Declaration", "Note", "Source"]

CLAUSE_FIELDS = ("context", "resolutions", "annexes")
"""The fields of a declaration that hold clauses, in the order of the document."""

# The date of the act is the first of these that the declaration has; a later change is no act.
_ACT_ROLES = (
    DateRole.ADOPTED,
    DateRole.SIGNED,
    DateRole.DECIDED,
    DateRole.ISSUED,
    DateRole.PUBLISHED,
    DateRole.EFFECTIVE,
    DateRole.PROPOSED,
    DateRole.DRAFTED,
)
_ADDRESS = re.compile(r"(context|resolutions|annexes)\[([0-9]{1,9})\]((?:\.items\[[0-9]{1,9}\])*)")


@attrs.frozen(kw_only=True, repr=False)
class Note:
    """A footnote or endnote; marks of kind `note` refer to it by its id."""

    id: str
    """Target of the marks that refer to it."""
    label: str | None = None
    """The printed sign: `1`, `*`."""
    paragraphs: tuple[Text, ...] = attrs.field(default=(), converter=to_texts)
    """What it says."""

    def __attrs_post_init__(self) -> None:
        check_id(self.id, "id of a note")
        if self.label is not None:
            check_string(self.label, "label of a note")

    def __repr__(self) -> str:
        return f"Note({self.id!r}, {shorten(' '.join(map(str, self.paragraphs)))!r})"


@attrs.frozen(kw_only=True)
class Source:
    """Where the declaration was found; about the page, not about the act."""

    url: str | None = None
    """Address of the page."""
    site: str | None = None
    """Name of the site that shows it."""
    author: str | None = None
    """Who posted it, as printed; often not the issuer."""
    categories: tuple[str, ...] = attrs.field(default=(), converter=to_names)
    """Sections or tags of the site, in order."""
    media_type: str | None = None
    """Media type of the source (RFC 6838), such as `text/html`."""

    def __attrs_post_init__(self) -> None:
        for field in ("url", "site", "author", "media_type"):
            if (value := getattr(self, field)) is not None:
                check_string(value, f"{field} of the source")
        for category in self.categories:
            check_string(category, "category of the source")


def to_agents(values: Iterable[Agent]) -> tuple[Agent, ...]:
    """Take any iterable of agents."""
    return to_tuple(Agent, values)


def to_dates(values: Iterable[Dated]) -> tuple[Dated, ...]:
    """Take any iterable of dates."""
    return to_tuple(Dated, values)


def to_signatories(values: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """Take any iterable of signatories."""
    return to_tuple(Signatory, values)


def to_notes(values: Iterable[Note]) -> tuple[Note, ...]:
    """Take any iterable of notes."""
    return to_tuple(Note, values)


@attrs.frozen(kw_only=True, repr=False)
class Declaration:
    """What an issuer declares: context, a resolving formula, and resolutions.

    Every field may be absent, since pages leave things out. Values are immutable; make a changed one with
    `attrs.evolve`. Raises `ValidationError` for values that cannot be, such as two clauses with one id.
    """

    kind: DeclarationKind = attrs.field(default=DeclarationKind.OTHER, converter=to_declaration_kind)
    """What sort of document."""
    title: str | None = None
    """Title as printed, in plain characters."""
    subtitle: str | None = None
    """Second line of the title."""
    identifiers: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Numbers of the document."""
    issuers: tuple[Agent, ...] = attrs.field(default=(), converter=to_agents)
    """Who declares; the first is `issuer`."""
    addressees: tuple[Agent, ...] = attrs.field(default=(), converter=to_agents)
    """Whom a letter or motion speaks to, as printed: `Mayor of Izmir`; never the issuers."""
    dates: tuple[Dated, ...] = attrs.field(default=(), converter=to_dates)
    """Dates with their roles, in the order found."""
    place: str | None = None
    """Where it was adopted or issued, as printed."""
    meeting: str | None = None
    """The meeting that adopted it, as printed: `82nd plenary meeting`, `26th General Assembly`."""
    language: str | None = None
    """BCP 47 tag of the language of the text; `und` where a reader could not tell it."""
    enacting: Text | None = attrs.field(default=None, converter=to_optional_text)
    """The line before the context that names who acts: `The General Assembly,`."""
    context_heading: Text | None = attrs.field(default=None, converter=to_optional_text)
    """Heading of the context: `Preamble`."""
    context: tuple[Clause, ...] = attrs.field(default=(), converter=to_clauses)
    """Preambular paragraphs: what is recalled, noted, told."""
    formula: Text | None = attrs.field(default=None, converter=to_optional_text)
    """The resolving formula between context and resolutions, verbatim; several paragraphs are several lines."""
    resolutions_heading: Text | None = attrs.field(default=None, converter=to_optional_text)
    """Heading of the resolutions: `Resolved`."""
    resolutions: tuple[Clause, ...] = attrs.field(default=(), converter=to_clauses)
    """Operative clauses: what is declared, decided, asked."""
    closing: tuple[Text, ...] = attrs.field(default=(), converter=to_texts)
    """Paragraphs after the resolutions: `Done at Izmir, …`, slogans, lines that report a vote."""
    votes: tuple[Vote, ...] = attrs.field(default=(), converter=to_votes)
    """How it was voted on, in the printed order; their lines stand where they are printed too."""
    signatories: tuple[Signatory, ...] = attrs.field(default=(), converter=to_signatories)
    """Who signed, in the printed order."""
    notes: tuple[Note, ...] = attrs.field(default=(), converter=to_notes)
    """Footnotes and endnotes."""
    annexes: tuple[Clause, ...] = attrs.field(default=(), converter=to_clauses)
    """Annexes, each one clause with label, heading, paragraphs and items."""
    source: Source | None = None
    """Where it was found."""
    translation_of: str | None = None
    """Identifier or URL of the declaration that this one translates."""

    def __attrs_post_init__(self) -> None:
        for field in ("title", "subtitle", "place", "meeting", "translation_of"):
            if (value := getattr(self, field)) is not None:
                check_string(value, field)
        if self.language is not None:
            check_language(self.language)
        check_instance(self.source, Source, "source")
        _check_clause_ids(self)
        _check_unique(((note.id, f"notes[{index}]") for index, note in enumerate(self.notes)), "note")

    @property
    def issuer(self) -> Agent | None:
        """The first issuer."""
        return self.issuers[0] if self.issuers else None

    @property
    def date(self) -> PartialDate | DateRange | None:
        """The date of the act itself: adopted, else signed, decided, issued, published …; never modified."""
        return next((dated.date for role in _ACT_ROLES if (dated := self.dated(role))), None)

    @check_arguments
    def dated(self, role: DateRole | str) -> Dated | None:
        """Return the first date with this role."""
        return next((dated for dated in self.dates if dated.role == role), None)

    def walk(self) -> Iterator[tuple[str, Clause]]:
        """Go through every clause of context, resolutions and annexes in document order, items included.

        Each comes with its address, such as `resolutions[2].items[0]`; `at` finds a clause by it.
        """
        for field in CLAUSE_FIELDS:
            yield from _walk(getattr(self, field), field)

    @check_arguments
    def at(self, address: str) -> Clause:
        """Return the clause at an address of `walk`; raise `ValidationError` if there is none."""
        if found := _ADDRESS.fullmatch(address):
            field, index, inner = found.groups()
            clauses: tuple[Clause, ...] = getattr(self, field)
            try:
                clause = clauses[int(index)]
                for step in re.findall("[0-9]+", inner):
                    clause = clause.items[int(step)]
            except IndexError:
                pass
            else:
                return clause
        raise ValidationError(f"there is no clause at {address!r}", hint="see the addresses that walk() gives")

    def with_ids(self) -> Declaration:
        """Return every clause an id that has none yet, made from its words; those that have one keep it."""
        names = ClauseNames(clause.id for clause in _list_clauses(self) if clause.id)

        def name(clause: Clause) -> str:
            return clause.id or names.find(clause)

        return attrs.evolve(
            self,
            context=rename_clauses(self.context, name),
            resolutions=rename_clauses(self.resolutions, name),
            annexes=rename_clauses(self.annexes, name),
        )

    def __repr__(self) -> str:
        parts = [self.kind.value]
        if self.title:
            parts.append(repr(shorten(self.title)))
        if self.issuer:
            parts.append(f"by {self.issuer.abbreviation or shorten(self.issuer.name)}")
        if self.date:
            parts.append(str(self.date))
        parts += [f"{len(self.context)} context", f"{len(self.resolutions)} resolutions"]
        return f"Declaration({', '.join(parts)})"


def _list_clauses(declaration: Declaration) -> Iterator[Clause]:
    return list_clauses((*declaration.context, *declaration.resolutions, *declaration.annexes))


def _walk(clauses: tuple[Clause, ...], prefix: str) -> Iterator[tuple[str, Clause]]:
    """Yield clauses and their items; a stack instead of recursion keeps it linear at any depth."""
    stack = [(f"{prefix}[{index}]", clause) for index, clause in enumerate(clauses)][::-1]
    while stack:
        address, clause = stack.pop()
        yield address, clause
        if clause.items:
            stack += [(f"{address}.items[{index}]", item) for index, item in enumerate(clause.items)][::-1]


def _check_clause_ids(declaration: Declaration) -> None:
    """Raise if two clauses have one id; addresses are made only when they have."""
    ids: list[str] = []
    level = [*declaration.context, *declaration.resolutions, *declaration.annexes]
    while level:
        ids += [clause.id for clause in level if clause.id is not None]
        level = [item for clause in level if clause.items for item in clause.items]
    if len(set(ids)) < len(ids):
        _check_unique(((clause.id, address) for address, clause in declaration.walk()), "clause")


def _check_unique(named: Iterable[tuple[str | None, str]], what: str) -> None:
    seen: dict[str, str] = {}
    for name, address in named:
        if name is not None and seen.setdefault(name, address) != address:
            raise ValidationError(
                f"two {what}s have the id {name!r}",
                position=Position(path=f"{seen[name]} and {address}"),
                hint="give each its own",
            )
