"""What every part is, in a sentence, for the legend."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from declarations.recognition.reading import Part

__all__ = ["PARTS"]

PARTS: Mapping[Part, str] = MappingProxyType(
    {
        Part.TITLE: "What the document is called.",
        Part.SUBTITLE: "The second line of the title.",
        Part.MASTHEAD: "What stands around the title: issuer, place, date, number.",
        Part.ENACTING: "The line that says who acts.",
        Part.CONTEXT_HEADING: "The heading of the context.",
        Part.CONTEXT: "What is recalled, noted or told before anything is resolved.",
        Part.FORMULA: "The words that turn from the context to the resolutions.",
        Part.RESOLUTIONS_HEADING: "The heading of the resolutions.",
        Part.RESOLUTION: "What is declared, decided or asked.",
        Part.CLOSING: "Paragraphs after the resolutions.",
        Part.SIGNATORY: "Who signed, moved or seconded.",
        Part.NOTE: "Footnotes and endnotes.",
        Part.ANNEX: "What is annexed.",
        Part.BOILERPLATE: "The page around the document; left out.",
        Part.UNCLAIMED: "Words of the document that no part holds; left out and reported.",
    }
)
"""Every part with what it is."""
