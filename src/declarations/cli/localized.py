"""The words around a declaration that is shown, in the language of a reader."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.cli.wording import Wording
from declarations.isolation import isolate
from declarations.language.locales import get_direction
from declarations.language.messages import find_catalog
from declarations.language.words import FIELDS, PARTS, PATTERNS, SIGNATORY_ROLES
from declarations.localization.metadata import localize
from declarations.localization.rendering import render_field_text
from declarations.model import Declaration, Signatory

__all__ = ["LocalizedWording"]


class LocalizedWording(Wording):
    """Words of the catalogs, dates and names of languages from CLDR; words of the document stay as they are."""

    def __init__(self, locale: str) -> None:
        """Take a tag that CLDR has; raise `LocaleError` for another."""
        self._locale = locale
        self._catalog = find_catalog(locale)
        self.no_title = self._catalog.translate(FIELDS["no_title"])

    def name_part(self, part: str) -> str:
        """Return the heading of a part."""
        return self._catalog.translate(PARTS[part])

    def list_facts(self, declaration: Declaration) -> Iterator[tuple[str, str]]:
        """Yield label and value of every fact but the title and the subtitle."""
        metadata = localize(declaration, self._locale)
        for field in metadata.fields:
            if field.name not in ("title", "subtitle"):
                yield field.label, render_field_text(field, metadata)

    def describe_signatory(self, signatory: Signatory) -> tuple[str, str]:
        """Return role and name of a signatory, and for whom it signed."""
        name = self._isolate(str(signatory.agent))
        if signatory.capacity:
            pattern = self._catalog.translate(PATTERNS["details"])
            name = pattern.format(first=name, second=self._isolate(signatory.capacity))
        if signatory.on_behalf_of:
            pattern = self._catalog.translate(PATTERNS["behalf"])
            name = pattern.format(name=name, principal=self._isolate(str(signatory.on_behalf_of)))
        return self._catalog.translate(SIGNATORY_ROLES[signatory.role]), name

    def _isolate(self, text: str) -> str:
        return isolate(text, "auto", around=get_direction(self._catalog.tag))
