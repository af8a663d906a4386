"""A reading explained: what every block was taken for, why, and what became of it; as a page for a browser."""
