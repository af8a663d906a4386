"""From declaration to page, and back for our own pages."""

from declarations.composition.composing import compose
from declarations.composition.restoring import add_facts, restore, uncover

__all__ = ["add_facts", "compose", "restore", "uncover"]
