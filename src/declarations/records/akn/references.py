"""What a document refers to: agents, roles and concepts as top level classes (TLC) with an eId each."""

from __future__ import annotations

from declarations.model import Agent, AgentKind
from declarations.records.akn.markup import write_attributes
from declarations.records.akn.naming import ElementIds, make_slug, to_href
from declarations.records.akn.profiles import Naming
from declarations.records.akn.vocabulary import TOOL, TOOL_URL

__all__ = ["References", "is_person"]


def is_person(agent: Agent, *, signing: bool = False) -> bool:
    """Return whether an agent is a person; one of unknown kind is, if it signs."""
    return agent.kind is AgentKind.PERSON or (signing and agent.kind is AgentKind.OTHER)


class References:
    """Collects what is referred to, each once, and gives references to it: `#organization_town-council`."""

    def __init__(self, ids: ElementIds, naming: Naming) -> None:
        self._ids = ids
        self._naming = naming
        self._found: dict[tuple[str, str], str] = {}
        eid = ids.join(ids.prefix, TOOL)
        self._lines = [f'<TLCOrganization eId="{eid}" href="{TOOL_URL}" showAs="{TOOL}"/>\n']
        self.tool = f"#{eid}"
        """Reference to this library, which made the metadata."""

    def refer(self, kind: str, name: str, shown: str | None = None) -> str:
        """Return the reference to something of a kind (`person`, `role`, `concept` …), noting it if it is new."""
        key = kind, shown or name
        if key not in self._found:
            called = self._naming.profile.roles.get(name)
            eid = self._ids.call(kind, name)
            self._found[key] = f"#{eid}"
            href = f"/akn/ontology/{kind}/{self._naming.country}/{called or make_slug(name, 'nn')}"
            values = {"eId": eid, "href": href, "showAs": key[1]}
            self._lines.append(f"<TLC{kind.capitalize()}{write_attributes(values)}/>\n")
        return self._found[key]

    def refer_to_agent(self, agent: Agent, *, signing: bool = False) -> str:
        """Return the reference to an agent."""
        kind = "person" if is_person(agent, signing=signing) else "organization"
        return self.refer(kind, agent.abbreviation or agent.name, agent.name)

    def write(self, source: str | None) -> str:
        """Write the `references` of the metadata, with the page where the document was found."""
        page = ""
        if source is not None:
            page = f"<original{write_attributes({'href': to_href(source), 'showAs': source})}/>\n"
        return f'<references source="{self.tool}">\n{page}{"".join(self._lines)}</references>\n'
