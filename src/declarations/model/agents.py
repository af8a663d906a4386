"""Who speaks: issuers and signatories."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from declarations.errors import ValidationError
from declarations.model.vocabulary import AgentKind, SignatoryRole, to_agent_kind, to_signatory_role
from declarations.validation import check_instance, check_string, to_tuple

__all__ = ["Agent", "Identifier", "Signatory"]


@attrs.frozen(repr=False)
class Identifier:
    """A number or name under which something is known."""

    value: str
    """As printed: `A/RES/78/1`, `10.59161/cgpm2018res1e`."""
    scheme: str | None = attrs.field(default=None, kw_only=True)
    """What system it belongs to, if known: `doi`, `urn`, `isni`, `wikidata`."""

    def __attrs_post_init__(self) -> None:
        check_string(self.value, "identifier")
        if self.scheme is not None:
            check_string(self.scheme, "scheme of an identifier")

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"Identifier({self.value!r}{f', scheme={self.scheme!r}' if self.scheme else ''})"


def to_identifiers(values: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Take any iterable of identifiers."""
    return to_tuple(Identifier, values)


def to_names(values: Iterable[str]) -> tuple[str, ...]:
    """Take any iterable of strings; a single string is refused."""
    return to_tuple(str, values)


@attrs.frozen(kw_only=True, repr=False)
class Agent:
    """An organization or a person, named as the source prints it; the model never corrects a name."""

    name: str
    """Full name as printed."""
    abbreviation: str | None = None
    """Short form or acronym as printed."""
    kind: AgentKind = attrs.field(default=AgentKind.OTHER, converter=to_agent_kind)
    """What sort of agent."""
    url: str | None = None
    """Page of the agent."""
    identifiers: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Under which the agent is known elsewhere."""
    aliases: tuple[str, ...] = attrs.field(default=(), converter=to_names)
    """Other names, as the right spelling of a misprinted one."""

    def __attrs_post_init__(self) -> None:
        check_string(self.name, "name of an agent")
        for field in ("abbreviation", "url"):
            if (value := getattr(self, field)) is not None:
                check_string(value, f"{field} of an agent")
        for alias in self.aliases:
            check_string(alias, "alias of an agent")

    def __str__(self) -> str:
        """Return name and abbreviation as in a letterhead: `Name (ABC)`."""
        return f"{self.name} ({self.abbreviation})" if self.abbreviation else self.name

    def __repr__(self) -> str:
        return f"Agent({str(self)!r})"


@attrs.frozen(kw_only=True, repr=False)
class Signatory:
    """Who signed, moved or seconded a declaration; their order in a declaration is the printed one."""

    agent: Agent
    """The one who signed."""
    role: SignatoryRole = attrs.field(default=SignatoryRole.SIGNER, converter=to_signatory_role)
    """What the signatory did."""
    capacity: str | None = None
    """Office or function as printed: `President`, `Member for Izmir`."""
    on_behalf_of: Agent | None = None
    """For whom, when that is somebody else."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.agent, Agent):
            raise ValidationError(f"a signatory needs an Agent, not {type(self.agent).__name__}")
        if self.capacity is not None:
            check_string(self.capacity, "capacity of a signatory")
        check_instance(self.on_behalf_of, Agent, "on_behalf_of of a signatory")

    def __repr__(self) -> str:
        return f"Signatory({self.role} {self.agent!s})"
