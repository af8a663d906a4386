"""The words around a declaration that is shown, as the code has them."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.model import Dated, Declaration, Signatory, Vote

__all__ = ["Wording", "describe_vote", "name_signatory"]


class Wording:
    """Words of the code: names of fields and members, dates in EDTF."""

    no_title = "(no title)"
    """What stands in place of a title."""

    def name_part(self, part: str) -> str:
        """Give the heading of a part, such as `resolutions`."""
        return part.capitalize()

    def list_facts(self, declaration: Declaration) -> Iterator[tuple[str, str]]:
        """Yield name and value of every fact but the title and the subtitle."""
        yield "kind", declaration.kind.value
        for issuer in declaration.issuers:
            yield "issuer", str(issuer)
        for dated in declaration.dates:
            yield dated.role.value, _describe_date(dated)
        for name, value in (
            ("place", declaration.place),
            ("meeting", declaration.meeting),
            *(("vote", describe_vote(vote)) for vote in declaration.votes),
            ("language", declaration.language),
            ("translation", declaration.translation_of and f"of {declaration.translation_of}"),
        ):
            if value:
                yield name, value
        for identifier in declaration.identifiers:
            yield "identifier", f"{identifier} ({identifier.scheme})" if identifier.scheme else str(identifier)
        if source := declaration.source:
            yield from ((name, value) for name in ("url", "site", "author") if (value := getattr(source, name)))
            if source.categories:
                yield "categories", ", ".join(source.categories)

    def describe_signatory(self, signatory: Signatory) -> tuple[str, str]:
        """Give role and name of a signatory."""
        behalf = f", for {signatory.on_behalf_of}" if signatory.on_behalf_of else ""
        return signatory.role.value, f"{name_signatory(signatory)}{behalf}"


def name_signatory(signatory: Signatory) -> str:
    """Give the name of a signatory with the capacity in which it signed."""
    return f"{signatory.agent}, {signatory.capacity}" if signatory.capacity else str(signatory.agent)


def describe_vote(vote: Vote) -> str:
    """Give the manner and the numbers of a vote, and its line."""
    return f"{' '.join(filter(None, (vote.manner.value, vote.tally)))}  “{vote.printed}”"


def _describe_date(dated: Dated) -> str:
    told = f"{dated.date} {dated.time.isoformat('minutes')}" if dated.time else str(dated.date)
    return f"{told}  “{dated.text}”" if dated.text and not dated.text.startswith(str(dated.date)) else told
