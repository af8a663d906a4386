"""The data that is measured: one declaration of any length, and the pages that show it."""

from __future__ import annotations

from collections.abc import Callable

from declarations import Agent, Clause, Dated, Declaration, Label, Signatory, Source, Text
from declarations.numerals import format_alphabetic
from declarations.text import Mark

__all__ = ["PAGES", "make_declaration"]

_SENTENCE = "asks the town and its neighbours to raise the walls of the old harbour before the next winter comes"
_WORDS = _SENTENCE.split(" ")


def make_declaration(count: int) -> Declaration:
    """Make a declaration with some resolutions; every third has marks and items."""
    return Declaration(
        kind="statement",
        title="Statement on the Harbour",
        issuers=[Agent(name="Harbour Assembly", abbreviation="HA", kind="body", url="https://example.org/")],
        dates=[Dated(role="adopted", date="2025-03-07", text="7 March 2025"), Dated(role="published", date="2025-03")],
        place="Old Port",
        language="en",
        context=[
            Clause(paragraphs=[f"Recalling flood {number} of the winter,"], phrase="Recalling", stance="recalling")
            for number in range(5)
        ],
        formula=Text("Resolves:"),
        resolutions=[_make_resolution(number) for number in range(1, count + 1)],
        closing=[Text("Done at Old Port.")],
        signatories=[Signatory(agent=Agent(name="Ada Quay", kind="person"), capacity="President")],
        source=Source(url="https://example.org/harbour", site="Harbour News", media_type="text/html"),
    )


def _make_resolution(number: int) -> Clause:
    words = " ".join(_WORDS[(number + step) % len(_WORDS)] for step in range(40))
    sentence = f"Requests no. {number}: {words};"
    marks = [Mark(0, 8, "emphasis"), Mark(20, 40, "link", f"https://example.org/{number}")] if number % 3 == 0 else []
    items = [
        Clause(
            label=Label(f"({format_alphabetic(item)})", ordinal=item, style="lower-alpha"),
            paragraphs=[f"part {item} of resolution {number};"],
        )
        for item in (range(1, 4) if number % 3 == 0 else ())
    ]
    return Clause(
        label=Label(f"{number}.", ordinal=number, style="decimal"),
        paragraphs=[Text(sentence, marks)],
        items=items,
        phrase="Requests",
        action="requests",
    )


def make_html(count: int) -> str:
    """Make a web page that shows a declaration with some resolutions."""
    rows = "".join(f"<li>{_sentence(number)}</li>\n" for number in range(1, count + 1))
    return (
        "<!DOCTYPE html><html lang=en><head><title>Statement on the Harbour</title></head><body>"
        "<nav><a href=/>Home</a></nav><main><h1>Statement on the Harbour</h1><p>7 March 2025</p>"
        f"<p>Recalling the flood of last winter,</p><p>Therefore the Harbour Assembly:</p><ol>\n{rows}</ol>"
        "<p>Done at Old Port.</p></main><footer>Harbour News</footer></body></html>"
    )


def make_markdown(count: int) -> str:
    """Make the same as Markdown."""
    rows = "".join(f"{number}. {_sentence(number)}\n" for number in range(1, count + 1))
    return (
        "# Statement on the Harbour\n\n7 March 2025\n\nRecalling the flood of last winter,\n\n"
        f"Therefore the Harbour Assembly:\n\n{rows}\nDone at Old Port.\n"
    )


def make_text(count: int) -> str:
    """Make the same as plain text."""
    return make_markdown(count).removeprefix("# ")


def _sentence(number: int) -> str:
    return "Requests " + " ".join(_WORDS[(number + step) % len(_WORDS)] for step in range(30)) + ";"


PAGES: dict[str, Callable[[int], str]] = {"html": make_html, "markdown": make_markdown, "text": make_text}
"""Makers of pages by the name of their format."""
