"""The words of lines that state facts, `Issued by: …`, from the catalogs: what compose writes can be read back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

import attrs

from declarations.language.messages import Catalog, Message, find_catalog
from declarations.language.phrases import fold
from declarations.language.words import DATE_ROLES, FIELDS, KINDS, PATTERNS, SIGNATORY_ROLES
from declarations.model import DateRole, DeclarationKind, SignatoryRole
from declarations.model.metadata import METADATA

__all__ = ["SOURCE_FIELDS", "STATED", "FieldWords", "find_field_words"]

K = TypeVar("K")

STATED = tuple(field.one for field in METADATA)
"""The labels of single facts, keys of `FIELDS`."""

SOURCE_FIELDS = tuple(field.one for field in METADATA if field.is_of_source)
"""Those that tell where a document was found, and stand at the end."""


@attrs.frozen(kw_only=True, eq=False)
class FieldWords:
    """What one language calls facts, kinds and roles; all words folded for comparison."""

    tag: str
    """Tag of the language."""
    labels: Mapping[str, str]
    """Label to the key of its field."""
    kinds: Mapping[str, tuple[DeclarationKind, ...]]
    """Word to the kinds of documents that it can mean."""
    date_roles: Mapping[str, DateRole]
    """Word to what happened on a date."""
    signatory_roles: Mapping[str, SignatoryRole]
    """Word to what a signatory did."""
    detail: tuple[str, str, str]
    """What stands before, between and after a value and its detail in parentheses."""

    def split_detail(self, text: str) -> tuple[str, str | None]:
        """Part a value from the detail in parentheses after it; None if it has none."""
        before, between, behind = self.detail
        if text.startswith(before) and text.endswith(behind) and between in text:
            main, _, detail = text[len(before) : len(text) - len(behind)].rpartition(between)
            if main.strip() and detail.strip():
                return main, detail
        return text, None


@cache
def find_field_words(locale: str) -> FieldWords:
    """Return the words of the catalog that `find_catalog` gives for a locale; raise `LocaleError` as it does."""
    return _make_words(find_catalog(locale))


@cache
def _make_words(catalog: Catalog) -> FieldWords:
    kinds: dict[str, list[DeclarationKind]] = {}
    for kind, message in KINDS.items():
        kinds.setdefault(fold(catalog.translate(message)), []).append(kind)
    before, _, rest = catalog.translate(PATTERNS["detail"]).partition("{main}")
    between, _, behind = rest.partition("{detail}")
    return FieldWords(
        tag=catalog.tag,
        labels=_turn({key: FIELDS[key] for key in STATED}, catalog),
        kinds=MappingProxyType({word: tuple(several) for word, several in kinds.items()}),
        date_roles=_turn(DATE_ROLES, catalog),
        signatory_roles=_turn(SIGNATORY_ROLES, catalog),
        detail=(before, between, behind),
    )


def _turn(messages: Mapping[K, Message], catalog: Catalog) -> Mapping[str, K]:
    return MappingProxyType({fold(catalog.translate(message)): key for key, message in messages.items()})
