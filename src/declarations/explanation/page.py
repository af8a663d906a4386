"""The page: readings side by side with their documents, in one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain, islice

from declarations.arguments import check_arguments
from declarations.explanation.judged import DocumentSide
from declarations.explanation.markup import Html, Words, element, escape, find_layout, isolate, join
from declarations.explanation.outcome import OutcomeSide, name_piece
from declarations.explanation.partnames import PARTS
from declarations.explanation.tracing import Trace, trace
from declarations.recognition.reading import Part, Reading

__all__ = ["render_explanation"]

_RECORD = "There are no blocks: a record says itself what its parts are, so nothing had to be recognized."
_LOOKED_AT = 5  # blocks and clauses whose letters tell the direction of the document
_ALL = "all-evidence"  # id of the box that shows all evidence


@check_arguments
def render_explanation(reading: Reading, *, title: str | None = None) -> str:
    """Write a reading as an HTML page for a person who asks why a document was read as it was.

    On one side stand the blocks of the document, coloured by their parts, each with its evidence; on the other
    the declaration, each piece linked with the blocks it came from. `title` names the document; without it the
    title of the declaration does. Further readings (`Reading.others`) get a section each.

    The page needs no network and no script (a small one lights up what belongs together), follows the colours of
    the reader's system, prints, and goes with the direction of the document. All words are escaped, links of the
    document lead nowhere, and a content security policy (CSP Level 3) forbids everything that is not ours. Raises
    `ValidationError` for what is no reading.
    """
    readings = (reading, *reading.others)
    name = title or reading.declaration.title or "this document"
    sections = (_write_reading(one, number, len(readings)) for number, one in enumerate(readings, 1))
    return "".join(
        (
            _write_head(name),
            "<body>\n",
            *(_write_skip(side) for side in ("document", "declaration")),
            _write_banner(name, readings),
            "<main>\n",
            *chain.from_iterable(sections),
            f"</main>\n<script>{_load('page.js')}</script>\n</body>\n</html>\n",
        )
    )


def _write_skip(side: str) -> str:
    return element("a", f"Skip to the {side}", class_="skip", href=f"#{side}-1") + "\n"


@cache
def _load(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


@cache
def _hash(text: str) -> str:
    """Return the source expression of an inline style or script (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _write_head(name: str) -> str:
    style, script = _load("page.css"), _load("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"{element('title', f'How {name} was read')}\n<style>{style}</style>\n</head>\n"
    )


def _write_banner(name: str, readings: tuple[Reading, ...]) -> Html:
    """Return what the page shows, and which colour is which part."""
    counts = Counter(judgement.part for one in readings for judgement in one.judgements)
    rows = [
        element(
            "li",
            element("span", part, class_="chip"),
            f" {counts[part]} ",
            element("span", PARTS[part], class_="meaning"),
            class_=f"part-{part}",
        )
        for part in Part
        if counts[part]
    ]
    heading = element("h1", "How ", isolate(name), " was read")
    if not rows:
        return join(element("header", heading), "\n")
    switch = f'<label><input type="checkbox" id="{_ALL}"> Show all evidence in place</label>'
    told = (
        "Point at a block, or move to its number with the Tab key, to see why it was taken for its part. "
        "Numbers in the declaration lead to the blocks it came from."
    )
    return join(
        element(
            "header",
            heading,
            element("p", told),
            element("h2", "Parts and how many blocks each has", id="parts"),
            element("ul", *rows, class_="legend", role="list"),
            element("p", Html(switch), class_="switch"),
        ),
        "\n",
    )


def _write_reading(reading: Reading, number: int, total: int) -> Iterator[str]:
    """Yield one reading: its document and its declaration beside each other."""
    prefix, level = f"r{number}", 2
    name_block = f"{prefix}-b{{}}"
    declaration = reading.declaration
    words = _find_words(reading)
    traced = trace(reading)
    yield f'<section class="reading" id="reading-{number}" aria-labelledby="reading-{number}-name">\n'
    label = f"Declaration {number} of {total}" if total > 1 else "The reading"
    yield element("h2", label, id=f"reading-{number}-name", class_=None if total > 1 else "unseen") + "\n"
    yield _open_side("document", number, "The document, block by block", level + 1)
    if reading.judgements:
        links = _turn_around(traced, prefix)
        yield from DocumentSide(judgements=reading.judgements, words=words, name_block=name_block, links=links).write()
    else:
        yield element("p", _RECORD if number == 1 else "Its blocks stand with the first declaration.")
    yield "</section>\n"
    yield _open_side("declaration", number, "The declaration, as it was read", level + 1)
    yield from OutcomeSide(
        declaration=declaration,
        findings=reading.findings,
        words=words,
        level=level + 2,
        prefix=prefix,
        name_block=name_block,
        trace=traced,
    ).write()
    yield "</section>\n</section>\n"


def _find_words(reading: Reading) -> Words:
    declaration = reading.declaration
    inside = (one.block.text.text for one in reading.judgements if one.part is not Part.BOILERPLATE)
    clauses = (clause.text for _, clause in declaration.walk())
    return Words(
        language=declaration.language,
        layout=find_layout(
            (declaration.title or "", *islice(inside, _LOOKED_AT), *islice(clauses, _LOOKED_AT)), declaration.language
        ),
        notes={note.id: note.label or "*" for note in declaration.notes},
    )


def _open_side(side: str, number: int, heading: str, level: int) -> str:
    name = f"{side}-{number}"
    scrolls = ' tabindex="0"' if side == "declaration" else ""  # it scrolls by itself beside the document
    return (
        f'<section class="{side}" id="{name}" aria-labelledby="{name}-name"{scrolls}>\n'
        f'<h{level} id="{name}-name">{escape(heading)}</h{level}>\n'
    )


def _turn_around(traced: Trace, prefix: str) -> dict[int, list[tuple[str, str]]]:
    """Return for the number of each block the pieces that came from it: address and id."""
    links: dict[int, list[tuple[str, str]]] = {}
    for address, numbers in traced.items():
        for number in numbers:
            links.setdefault(number, []).append((address, name_piece(prefix, address)))
    return links
