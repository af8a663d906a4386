"""Fuzzing: every way into the library is tried with inputs that nobody wrote."""
