"""How the library is used, for the type checker."""
