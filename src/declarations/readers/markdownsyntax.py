"""Syntax in Markdown texts that is none of Markdown and prints no words: short codes, components, attributes, fences.

Static site builders and pandoc take it out before they print a page. Every line stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from declarations.findings import Finding, FindingCode

__all__ = ["hide_syntax"]

_FENCE = re.compile(r" {0,3}(?P<sign>`{3,}|~{3,})")
_SIGNS = ("{", ":::", "import ", "export ", "\u00a0", "\u3000", "\u200b", "\u202f", "\u2007")
"""What stands in a text that may hold any of it."""

_BLANK = re.compile(r"[\s\u200b\u2060\ufeff]+")
"""A line that looks empty; a no-break space is no white space to CommonMark."""
_CODES = re.compile(
    r"""
      \{\{[<%] (?:[^{}]|\{(?!\{)|\}(?!\})){0,2000}+ \}\}            # a short code of Hugo
    | \{%-?\s?comment\s?-?%\} (?:[^{]|\{(?!%)){0,5000}+ \{%-?\s?endcomment\s?-?%\}
    | \{% [^{}]{0,2000}+ \}                                         # a tag of Jekyll
    | \{\{-?\s? [\w.]{1,60} (?:\[[^][]{0,40}\])? (?:\s?\|[^{}|]{0,80}){0,5} \s?-?\}\}
    | \{/\* (?:[^*{]|\*(?!/)|\{(?!/\*)){0,5000}+ \*/\}              # a comment of MDX
    """,
    re.VERBOSE,
)
_ATTRIBUTE_LIST = r"\{:?[ \t]?(?:[#.][\w:.-]{1,80}|[\w-]{1,40}=[^{}\s]{1,200}|-)(?:\s[^{}]{0,400})?\}"
"""Attributes as pandoc and kramdown write them."""
_ATTRIBUTES = re.compile(rf"\A[ \t]*{_ATTRIBUTE_LIST}[ \t]*\Z|(?<=\S)[ \t]{{1,9}}{_ATTRIBUTE_LIST}[ \t#]*\Z")
"""Attributes alone on their line, or at its end."""
_CONTAINER = re.compile(
    r"\A[ \t]*:{3,}[ \t]*(?:\{[^{}]{0,400}\}|[A-Za-z][\w-]{0,40}(?:\{[^{}]{0,400}\})?(?=[ \t:]|\Z))?"
)
"""The colons of a container and its name."""
_MODULE = re.compile(
    r"import\s(?:[\w*{}\s,$]{1,400}\sfrom\s)?['\"][^'\"]{1,400}['\"];?\s*"
    r"|export\s(?:const|let|var|default|function|async)\b.*"
)
_DATE = re.compile(
    r"^[ \t]{0,3}(?:\d{4}(?=\. ?\d{1,2}\. ?\d{1,2}\b)|\d{1,2}(?=\. (?:\d{1,2}\. ?|[^\W\d_]{3,20} )\d{4}\b))"
)
"""A date with a dot after its first number, `2021. 1. 27.` or `27. Januar 2021`, which would begin a list."""
_DATED = re.compile(_DATE.pattern, re.MULTILINE)
_WHOLE = 40  # characters of a line that is a date


def hide_syntax(text: str) -> tuple[str, Finding | None]:
    """Return a text without what no reader of its page sees, which a finding shows.

    Code between fences stays as it is.
    """
    if not any(sign in text for sign in _SIGNS) and not _DATED.search(text):
        return text, None
    shown: list[str] = []
    hidden: list[str] = []
    for is_code, lines in _split_fences(text.split("\n")):
        shown += lines if is_code else _hide_lines(lines, hidden)
    message = f"syntax of a site builder was taken out in {len(hidden):,} places"
    finding = Finding(FindingCode.SITE_SYNTAX, message, excerpt="\n".join(hidden)) if hidden else None
    return "\n".join(shown), finding


def _split_fences(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Yield rows of lines, and whether they are code between fences; the fences are part of it."""
    row: list[str] = []
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if found and not fence:
            yield False, row
            row, fence = [line], found["sign"]
        elif found and found["sign"].startswith(fence) and not line.strip(" `~"):
            yield True, [*row, line]
            row, fence = [], ""
        else:
            row.append(line)
    yield bool(fence), row


def _hide_lines(lines: Sequence[str], hidden: list[str]) -> Iterator[str]:
    def hide(found: re.Match[str]) -> str:
        hidden.append(found[0])
        return "\n" * found[0].count("\n")

    text = "\n".join(lines)
    if "{" in text:
        text = _CODES.sub(hide, text)
    is_module = False
    changed = text.split("\n") if lines else []
    for line, following in zip_longest(changed, changed[1:], fillvalue=""):
        is_module = bool(line.strip()) and (is_module or _MODULE.fullmatch(line) is not None)
        shown = "" if is_module else _show_line(line, following, hide)
        if is_module:
            hidden.append(line)
        yield shown


def _show_line(line: str, following: str, hide: Callable[[re.Match[str]], str]) -> str:
    """Return a line as a renderer of Markdown should see it."""
    if not line or _BLANK.fullmatch(line):
        return ""
    if line.lstrip(" \t").startswith(":::"):
        title = _CONTAINER.sub(hide, line).strip(" \t:")
        return f"{title}\\" if title and following.strip() else title  # a line of its own before words
    if "{" in line:
        line = _ATTRIBUTES.sub(hide, line)
    date = _DATE.match(line) if len(line) <= _WHOLE else None
    return f"{line[: date.end()]}\\{line[date.end() :]}" if date else line
