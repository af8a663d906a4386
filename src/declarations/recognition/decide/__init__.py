"""Which part each block has: cues, weights, and one best path."""
