"""The stair from declaration to page, and back for our own pages."""

from declarations.composition.composing import compose
from declarations.composition.restoring import restore, uncover

__all__ = ["compose", "restore", "uncover"]
