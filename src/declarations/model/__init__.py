"""The declaration as typed, immutable values; it knows no format, no locale and no file."""

from declarations.model.agents import Agent, Identifier, Signatory
from declarations.model.clauses import Clause, Label
from declarations.model.dates import Dated, DateRange, DateValue, PartialDate, parse_edtf
from declarations.model.declaration import Declaration, Note, Source
from declarations.model.vocabulary import (
    Action,
    AgentKind,
    DateRole,
    DeclarationKind,
    LabelStyle,
    SignatoryRole,
    Stance,
    VoteManner,
)
from declarations.model.votes import Vote

__all__ = [
    "Action",
    "Agent",
    "AgentKind",
    "Clause",
    "DateRange",
    "DateRole",
    "DateValue",
    "Dated",
    "Declaration",
    "DeclarationKind",
    "Identifier",
    "Label",
    "LabelStyle",
    "Note",
    "PartialDate",
    "Signatory",
    "SignatoryRole",
    "Source",
    "Stance",
    "Vote",
    "VoteManner",
    "parse_edtf",
]
