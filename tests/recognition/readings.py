"""Prints a reading as a few plain lines, for fixtures that a person can check."""

from __future__ import annotations

from collections.abc import Iterator

from declarations import Clause, Reading
from declarations.inspection import FindingCode


def print_reading(reading: Reading) -> str:
    """Give one line per fact; what is absent has no line. Each further reading stands after its number."""
    lines = [*_lines(reading)]
    for number, other in enumerate(reading.others, 2):
        lines += [f"=== {number}", *_lines(other)]
    return "\n".join(lines) + "\n"


def _lines(reading: Reading) -> Iterator[str]:
    one = reading.declaration
    source = one.source
    single = {
        "title": one.title,
        "subtitle": one.subtitle,
        "kind": one.kind,
        "language": one.language,
        "place": one.place,
        "meeting": one.meeting,
        "author": source.author if source else None,
    }
    yield from (f"{name}: {value}" for name, value in single.items() if value)
    yield from (f"identifier: {identifier}" for identifier in one.identifiers)
    yield from (f"issuer: {agent}" for agent in one.issuers)
    yield from (f"addressee: {agent}" for agent in one.addressees)
    yield from (f"{date.role}: {date.date}{f' {date.time}' if date.time else ''}" for date in one.dates)
    yield from _block("enacting", one.enacting)
    yield from _block("context heading", one.context_heading)
    for clause in one.context:
        yield from _clause("context", clause, 0)
    yield from _block("formula", one.formula)
    yield from _block("resolutions heading", one.resolutions_heading)
    for clause in one.resolutions:
        yield from _clause("resolution", clause, 0)
    yield from (f"closing: {text}" for text in one.closing)
    for vote in one.votes:
        counts = (vote.in_favour, vote.against, vote.abstaining)
        yield f"vote: {vote.manner} {'-'.join('-' if n is None else str(n) for n in counts)} ({vote.printed})"
    for signatory in one.signatories:
        capacity = f", {signatory.capacity}" if signatory.capacity else ""
        behalf = f" for {signatory.on_behalf_of}" if signatory.on_behalf_of else ""
        yield f"{signatory.role}: {signatory.agent}{capacity}{behalf}"
    for note in one.notes:
        yield f"note {note.label or '-'}: {' / '.join(map(str, note.paragraphs))}"
    for clause in one.annexes:
        yield from _clause("annex", clause, 0)
    told = [finding for finding in reading.findings if finding.code is FindingCode.UNCLAIMED_TEXT]
    yield from (f"unclaimed: {finding.excerpt}" for finding in told)  # and not the words around what was read
    yield from (f"finding: {finding.code}" for finding in reading.findings)


def _block(name: str, value: object) -> Iterator[str]:
    if value:
        yield f"{name}: {' / '.join(str(value).splitlines())}"


def _clause(name: str, clause: Clause, depth: int) -> Iterator[str]:
    label = f"<{clause.label}> " if clause.label else ""
    heading = f"# {clause.heading} # " if clause.heading else ""
    meaning = clause.stance or clause.action
    phrase = f"[{clause.phrase} = {meaning}] " if clause.phrase else ""
    text = " / ".join(paragraph.text.replace("\n", " | ") for paragraph in clause.paragraphs)
    yield "  " * depth + f"{name}: {label}{heading}{phrase}{text}".rstrip()
    for item in clause.items:
        yield from _clause("item", item, depth + 1)
    for paragraph in clause.tail:
        yield "  " * depth + f"tail: {paragraph}"
