"""What changed between two declarations: facts, and clauses that came, went, moved or read differently."""

from declarations.comparison.changes import Change, ChangeKind, compare

__all__ = ["Change", "ChangeKind", "compare"]
