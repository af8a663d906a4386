"""Shapes that recognition sees, as lines that each syntax writes in its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import cycle, islice

from declarations.numerals import format_alphabetic

__all__ = ["DOCUMENTS", "SYNTAXES", "count"]

_TEXT = "The Council urges all members to act on the matter of the harbour without delay."
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MONTHS = ("January", "March", "May", "July", "October", "December")
_NAMES = ("Ada Quay", "Bo Marsh", "Cy Vale", "Dee Pier", "Eve Lock", "Fay Weir")


def count(pattern: str) -> Callable[[int], list[str]]:
    """Make lines of a pattern: `{n}` is the number, `{a}` its letter, `{r}` Roman, `{m}` a month, `{p}` a name."""

    def make(number: int) -> list[str]:
        return [
            pattern.format(
                n=n,
                a=format_alphabetic((n - 1) % 26 + 1),
                r=_ROMAN[n % 10],
                d=n % 28 + 1,
                m=_MONTHS[n % 6],
                p=_NAMES[n % 6],
                y=1900 + n % 120,
                t=_TEXT,
            )
            for n in range(1, number + 1)
        ]

    return make


def _turn(*lines: str) -> Callable[[int], list[str]]:
    """Make lines that come in turn."""
    return lambda number: list(islice(cycle(lines), number))


def _after(lines: Sequence[str], make: Callable[[int], list[str]]) -> Callable[[int], list[str]]:
    return lambda number: [*lines, *make(number)]


DOCUMENTS: dict[str, Callable[[int], list[str]]] = {
    "sentences": count("{t}"),
    "very short paragraphs": count("ab"),
    "headings": count("# Point no. {n}"),
    "headings over paragraphs": _turn("# On the harbour", _TEXT),
    "headings of all levels": _turn("# A", "## B", "### C", "#### D", "##### E", "###### F"),
    "recitals": count("Recalling the flood of {y},"),
    "whereas": count("WHEREAS the harbour flooded {n} times; and"),
    "resolved": count("RESOLVED, That quay no. {n} be raised;"),
    "recitals and resolutions in turn": _turn("Recalling the flood,", "Urges all members to act;"),
    "numbers": count("{n}. Urges all members to act;"),
    "numbers in brackets": count("({n}) urges all members to act;"),
    "letters": count("({a}) the members act;"),
    "Roman numbers": count("({r}) the members act;"),
    "numbers, letters and Roman in turn": _turn("1. Act;", "(a) act;", "(i) act;"),
    "numbers of several places": count("1.{n}.{d} Urges all members to act;"),
    "section signs": count("§ {n} The members act."),
    "articles": count("Article {n}. The members act."),
    "article headings": count("# Article {n}"),
    "chapters and articles": _turn("# Chapter I", "# Article 1", _TEXT),
    "ordinal words": _turn("First, act;", "Second, act;", "Third, act;"),
    "Chinese numbers": _turn("第一条 各国应采取行动。", "第二条 各国应采取行动。"),
    "Arabic numbers": count("{n}- يدعو جميع الأعضاء إلى العمل؛"),
    "several resolutions": _turn("# Resolution 1", "Recalling the flood,", "Urges all members to act;"),
    "signatories": _after([_TEXT, "Signed:"], count("{p}, President of Harbour {n}")),
    "names alone": count("{p}"),
    "organs": _after([_TEXT, "# Signatories"], count("Harbour Council no. {n}")),
    "movers": count("Proposed by: {p}, seconded by {p}"),
    "votes": count("Adopted by {n} votes to {d}, with 2 abstentions."),
    "dates": count("{d} {m} {y}"),
    "sentences with dates": count("On {d} {m} {y} the members met at the harbour."),
    "places and dates": count("Old Port, {d} {m} {y}"),
    "fact lines": _turn("Date: 7 March 2025", "Place: Old Port", "Issuer: Harbour Council", "Vote: unanimous"),
    "identifiers": count("Resolution A/RES/{n}/{d}"),
    "meetings": count("{n}th meeting of the Council, {d} {m} {y}"),
    "formulas": _turn("The Council,", "Therefore resolves:"),
    "annexes": _turn("# Annex", _TEXT),
    "notes typed with numbers": lambda n: (
        [f"{_TEXT} [{i}]" for i in range(1, n)] + [f"[{i}] note" for i in range(1, n)]
    ),
    "notes typed with daggers": lambda n: ["word† " * 3 + "word*"] * n + ["† note", "* note"] * (n // 2 or 1),
    "many signs of notes in a line": lambda n: ["word† " * n, "† note"],
    "colons": _turn("Calls for:", "a pier;", "a quay;"),
    "lower-case pieces": _turn("the members of the", "harbour council and", "all others"),
    "quotes": _turn("“We call upon the members", "to act”, said the Council."),
    "upper case": count("THE MEMBERS SHALL ACT ON NO. {n}"),
    "addresses": count("https://example.org/{n} and mail{n}@example.org"),
    "languages in turn": _turn(
        "The members act.", "Les membres agissent.", "Die Mitglieder handeln.", "Члены действуют."
    ),
    "one word": lambda n: ["a" * n],
    "one line of words": lambda n: ["word " * n],
    "one line of sentences": lambda n: [f"{_TEXT} " * n],
    "one line of recitals": lambda n: ["Recalling the flood, " * n],
    "one line of dates": lambda n: ["7 March 2025, " * n],
    "one line of numbers": lambda n: ["1. act; " * n],
    "one line of digits": lambda n: ["1" * n],
    "one line of digit groups": lambda n: ["1/2/" * n],
    "one line of names": lambda n: ["Ada Quay, " * n],
    "one line of capitals": lambda n: ["A. B. " * n],
    "one line of votes": lambda n: ["12 votes for, 3 against, " * n],
    "one line of colons": lambda n: ["a: " * n],
    "one line of commas": lambda n: [",; " * n],
    "one line of full stops": lambda n: ["." * n],
    "one line of brackets": lambda n: ["(" * n],
    "one line of hyphens": lambda n: ["a-" * n],
    "one line of apostrophes": lambda n: ["l'" * n],
    "one line of quotes": lambda n: ["“" * n],
    "one line of Roman numbers": lambda n: ["ivx" * n],
    "no-break spaces": lambda n: ["a" + "\u00a0" * n + "b"],
    "combining characters": lambda n: ["e" + "\u0301" * n],
    "Chinese": lambda n: ["各国应采取行动。" * n],
    "Chinese without signs": lambda n: ["各国应采取行动" * n],
    "Thai": lambda n: ["สมาชิกทุกคน" * n],
    "Arabic": lambda n: ["يدعو جميع الأعضاء " * n],
    "emoji": lambda n: ["\U0001f468\u200d\U0001f469\u200d\U0001f467" * n],
    "controls of direction": lambda n: ["\u202ea\u202c\u2067b\u2069" * n],
    "soft hyphens": lambda n: ["a\u00ad" * n],
    "zero-width spaces": lambda n: ["a\u200b" * n],
    "tabs": lambda n: ["a\t" * n],
}
"""Makers of lines by name; a line that begins with `#` is a heading."""


def _to_html(lines: Sequence[str]) -> str:
    def tell(line: str) -> str:
        words = line.lstrip("#")
        level = len(line) - len(words)
        return f"<h{level}>{escape(words)}</h{level}>" if level else f"<p>{escape(line)}</p>"

    return "".join(map(tell, lines))


SYNTAXES: dict[str, Callable[[Sequence[str]], str]] = {"html": _to_html, "markdown": "\n\n".join, "text": "\n\n".join}
"""How each syntax writes such lines."""
