"""What changed between two declarations: facts, and clauses that came, went, moved or read differently."""
