"""From decided blocks and extracted values to a declaration."""
