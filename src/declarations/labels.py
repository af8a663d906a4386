"""The numbers of clauses: written in any style and numbering system, and in the words of a language."""

from declarations.language.labels import format_label, localize_label
from declarations.model import Label, LabelStyle

__all__ = ["Label", "LabelStyle", "format_label", "localize_label"]
