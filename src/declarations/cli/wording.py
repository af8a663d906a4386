"""The words around a declaration that is shown, as the code has them."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.explanation.declared import describe_signatory, list_facts
from declarations.model import Declaration, Signatory

__all__ = ["Wording"]


class Wording:
    """Words of the code: names of fields and members, dates in EDTF."""

    no_title = "(no title)"
    """What stands in place of a title."""

    def name_part(self, part: str) -> str:
        """Return the heading of a part, such as `resolutions`."""
        return part.capitalize()

    def list_facts(self, declaration: Declaration) -> Iterator[tuple[str, str]]:
        """Yield name and value of every fact but the title and the subtitle."""
        yield from ((fact.name, str(fact)) for fact in list_facts(declaration))

    def describe_signatory(self, signatory: Signatory) -> tuple[str, str]:
        """Return role and name of a signatory."""
        return describe_signatory(signatory)
