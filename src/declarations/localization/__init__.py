"""Facts about a declaration in the language of the reader: as values, as HTML, as text."""

from declarations.localization.metadata import LocalizedField, LocalizedMetadata, LocalizedValue, localize
from declarations.localization.rendering import render_summary_html, render_summary_text

__all__ = [
    "LocalizedField",
    "LocalizedMetadata",
    "LocalizedValue",
    "localize",
    "render_summary_html",
    "render_summary_text",
]
