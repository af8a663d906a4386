"""Who of those whom a document names has issued it: an organ before its publisher and before those who proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from lxml import etree

from declarations.model import Agent
from declarations.records.akn.concepts import find_meaning
from declarations.records.akn.notes import name_of
from declarations.records.akn.vocabulary import AUTHORITIES

__all__ = ["AUTHORS", "Authorities"]

AUTHORS: Mapping[str, int] = {"docAuthority": 1, "docCommittee": 1, "docProponent": 3}
"""How near what an element names stands to the act, where its role does not say it (`AUTHORITIES`)."""


@attrs.define
class Authorities:
    """All whom a document names, each once; the nearest of them are its issuers."""

    named: dict[str, tuple[int, Agent, etree._Element]] = attrs.Factory(dict)
    """Rank, agent and element, by the name."""

    def add(self, agent: Agent, element: etree._Element, references: Mapping[str, etree._Element]) -> None:
        """Add one that an element names; `references` are the top level classes by eId."""
        role = find_meaning(element.get("refersTo"), references, AUTHORITIES)
        rank = AUTHORS[name_of(element)] if role is None else role
        if agent.name not in self.named or rank < self.named[agent.name][0]:
            self.named[agent.name] = rank, agent, element

    def list_issuers(self) -> list[Agent]:
        """Return the nearest, in the order in which they were named."""
        nearest = self._nearest()
        return [agent for rank, agent, _ in self.named.values() if rank == nearest]

    def list_others(self) -> Iterator[tuple[etree._Element, str]]:
        """Yield the elements and names of those who are not the nearest."""
        nearest = self._nearest()
        return ((element, agent.name) for rank, agent, element in self.named.values() if rank != nearest)

    def _nearest(self) -> int:
        return min((rank for rank, *_ in self.named.values()), default=0)
