"""From blocks to a declaration: by evidence, and by the order in which documents have their parts."""
