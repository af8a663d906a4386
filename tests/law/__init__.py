"""The law that no word is lost: an oracle, pages to try it on, and a command that tries many."""
