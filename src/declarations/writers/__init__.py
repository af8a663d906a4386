"""Blocks as HTML, Markdown and plain text: every module has the function `write_page`.

A writer knows one syntax and escapes for it; it knows nothing of declarations.
"""
