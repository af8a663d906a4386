"""The metadata of a declaration: the fields that are no text of the document, in the order in which people read them.

What formats, summaries, tables and explanations do with a field they take from this table, unless they know better: a
new field of the model is one row of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from declarations.model.declaration import Declaration

__all__ = ["HEAD_FIELDS", "METADATA", "SINGULARS", "WORD_FIELDS", "MetadataField"]


@attrs.frozen
class MetadataField:
    """One field of metadata."""

    name: str
    """What it is called: `issuers`."""
    one: str = attrs.field(default=attrs.Factory(lambda self: self.name, takes_self=True))
    """What one of its values is called: `issuer`."""
    path: str = attrs.field(default=attrs.Factory(lambda self: self.name, takes_self=True), kw_only=True)
    """Where a declaration holds it: `issuers`, `source.site`."""

    is_of_source: bool = attrs.field(init=False)
    """Whether it tells where the declaration was found."""
    attribute: str = attrs.field(init=False)
    """Name of the attribute that holds it: `issuers`, `site`."""

    @is_of_source.default
    def _tell_source(self) -> bool:
        return self.path.startswith("source.")

    @attribute.default
    def _find_attribute(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def is_many(self) -> bool:
        """Whether it can have several values."""
        return self.name != self.one

    def list_values(self, declaration: Declaration) -> tuple[Any, ...]:
        """Return its values in a declaration, none if it has none."""
        holder = declaration.source if self.is_of_source else declaration
        value = getattr(holder, self.attribute, None)
        return () if value is None else value if isinstance(value, tuple) else (value,)


METADATA: tuple[MetadataField, ...] = (
    MetadataField("kind"),
    MetadataField("identifiers", "identifier"),
    MetadataField("issuers", "issuer"),
    MetadataField("addressees", "addressee"),
    MetadataField("dates", "date"),
    MetadataField("place"),
    MetadataField("meeting"),
    MetadataField("votes", "vote"),
    MetadataField("language"),
    MetadataField("translation_of"),
    MetadataField("source", path="source.site"),
    MetadataField("url", path="source.url"),
    MetadataField("author", path="source.author"),
    MetadataField("categories", "category", path="source.categories"),
)
"""Every field of metadata; those of the source come last."""

SINGULARS: Mapping[str, str] = MappingProxyType(
    {
        **{field.name: field.one for field in METADATA},
        "signatories": "signatory",
        "notes": "note",
        "annexes": "annex",
    }
)
"""What one value of a field is called, by the name of the field."""

_NOT_WORDS = frozenset({"signatories", *(field.path.partition(".")[0] for field in METADATA)})


def _choose(*, words: bool) -> Iterable[str]:
    names = (field.name for field in attrs.fields(Declaration))
    return (name for name in names if (name not in _NOT_WORDS) is words)


WORD_FIELDS: tuple[str, ...] = tuple(_choose(words=True))
"""Fields of a declaration that hold words of the document: title, clauses, closing, notes."""
HEAD_FIELDS: tuple[str, ...] = tuple(_choose(words=False))
"""All others: metadata and signatories. Formats that show the words write them beside."""
