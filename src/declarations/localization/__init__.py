"""Facts about a declaration in the language of the reader."""
