"""The facts about a declaration as the code has them: names of fields and members, dates in EDTF."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from declarations.model import Dated, Declaration, Signatory, Vote

__all__ = ["Fact", "describe_signatory", "list_facts"]


@attrs.frozen
class Fact:
    """One fact: what it is, what was read, and the words that print it."""

    name: str
    """What it is: `kind`, `issuer`, the role of a date."""
    value: str
    """What was read."""
    printed: str | None = None
    """How the document prints it, if that says more."""

    def __str__(self) -> str:
        """Give value and words in one line: `2024-03-04  “4 March 2024”`."""
        return f"{self.value}  “{self.printed}”" if self.printed else self.value


def list_facts(declaration: Declaration) -> Iterator[Fact]:
    """Yield every fact but the title and the subtitle."""
    yield Fact("kind", declaration.kind.value)
    yield from (Fact("issuer", str(issuer)) for issuer in declaration.issuers)
    yield from map(_tell_date, declaration.dates)
    yield from (Fact(name, value) for name in ("place", "meeting") if (value := getattr(declaration, name)))
    yield from map(_tell_vote, declaration.votes)
    if declaration.language:
        yield Fact("language", declaration.language)
    if declaration.translation_of:
        yield Fact("translation", f"of {declaration.translation_of}")
    for one in declaration.identifiers:
        yield Fact("identifier", f"{one} ({one.scheme})" if one.scheme else str(one))
    if source := declaration.source:
        yield from (Fact(name, value) for name in ("url", "site", "author") if (value := getattr(source, name)))
        if source.categories:
            yield Fact("categories", ", ".join(source.categories))


def _tell_date(dated: Dated) -> Fact:
    value = f"{dated.date} {dated.time.isoformat('minutes')}" if dated.time else str(dated.date)
    is_told = not dated.text or dated.text.startswith(str(dated.date))
    return Fact(dated.role.value, value, None if is_told else dated.text)


def _tell_vote(vote: Vote) -> Fact:
    return Fact("vote", " ".join(filter(None, (vote.manner.value, vote.tally))), vote.printed)


def describe_signatory(signatory: Signatory) -> tuple[str, str]:
    """Give role and name of a signatory, and for whom it signed."""
    behalf = f", for {signatory.on_behalf_of}" if signatory.on_behalf_of else ""
    capacity = f", {signatory.capacity}" if signatory.capacity else ""
    return signatory.role.value, f"{signatory.agent}{capacity}{behalf}"
