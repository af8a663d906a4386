"""What the blocks of each part say: a table of extractors."""
