"""The stair from declaration to page, and back for our own pages."""

from declarations.composition.composing import compose
from declarations.composition.phrasing import add_phrases
from declarations.composition.restoring import add_facts, restore, uncover

__all__ = ["add_facts", "add_phrases", "compose", "restore", "uncover"]
