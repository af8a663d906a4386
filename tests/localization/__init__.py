"""Facts in the language of the reader."""
