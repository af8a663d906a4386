"""The fixtures of recognition as documents whose right reading is known, read off their printed readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from declarations.recognition.reading import Part
from tools.gold.answers import OUTSIDE, Answer, Passage, reduce_to_letters
from tools.gold.sources import Source

__all__ = ["FIXTURES", "find_fixtures"]

FIXTURES = Path(__file__).resolve().parents[2] / "tests" / "recognition" / "fixtures"
"""Where they are."""

_CASE = re.compile(
    r"~~~(?P<format>html|markdown|text)\n(?P<input>.*?)~~~\n\n~~~reading\n(?P<reading>.*?)~~~\n", re.DOTALL
)
_FURTHER = re.compile(r"^=== \d+\n", re.MULTILINE)
_LINE = re.compile(r" *(?P<name>note|[a-z ]+)(?: \S+)?: (?P<words>.*)")
_OPENER = re.compile(r"\[[^]]* = [^]]*\] ")
_LABEL = re.compile(r"<(?P<label>[^>]*)> ")
_SIGNED = frozenset({Part.SIGNATORY})
_NAMED: Mapping[str, frozenset[Part]] = {
    "title": frozenset({Part.TITLE}),
    "enacting": frozenset({Part.ENACTING}),
    "context heading": frozenset({Part.CONTEXT_HEADING}),
    "context": frozenset({Part.CONTEXT}),
    "formula": frozenset({Part.FORMULA}),
    "resolutions heading": frozenset({Part.RESOLUTIONS_HEADING}),
    "resolution": frozenset({Part.RESOLUTION}),
    "closing": frozenset({Part.CLOSING, Part.MASTHEAD, Part.SIGNATORY}),
    "signer": _SIGNED,
    "mover": _SIGNED,
    "seconder": _SIGNED,
    "sponsor": _SIGNED,
    "note": frozenset({Part.NOTE}),
    "annex": frozenset({Part.ANNEX}),
}
"""The parts of what a line of a printed reading holds, by its name."""
_INSIDE = frozenset({"item", "tail"})  # lines that go on with the clause above


def find_fixtures(folder: Path = FIXTURES) -> Iterator[Source]:
    """Yield every fixture; its genre is `fixtures`."""
    for file in sorted(folder.glob("*.md")):
        for number, case in enumerate(_CASE.finditer(file.read_text("utf-8")), 1):
            yield Source(
                corpus="fixtures",
                genre="fixtures",
                name=f"{file.stem} {number}",
                format=case["format"],
                data=case["input"].encode(),
                answers=tuple(_read_answer(reading) for reading in _FURTHER.split(case["reading"])),
            )


def _read_answer(reading: str) -> Answer:
    """Return what is right for a declaration: its printed reading names all clauses, so nothing else is one.

    Who signs may be read off the line that names the issuer, and an addressee off a salutation, which is taken out of
    the context after the path.
    """
    lines = [found for line in reading.splitlines() if (found := _LINE.fullmatch(line))]
    issuers = {reduce_to_letters(line["words"]) for line in lines if line["name"] == "issuer"}
    passages: list[Passage] = []
    parts: frozenset[Part] = OUTSIDE
    for line in lines:
        if line["name"] not in _INSIDE:
            parts = _NAMED.get(line["name"], OUTSIDE)
        wordings = _find_wordings(line["words"])
        is_around = parts is _SIGNED and any(one in other for one in wordings for other in issuers)
        passages += (Passage(letters, OUTSIDE if is_around else parts) for letters in wordings if parts is not OUTSIDE)
    is_addressed = any(line["name"] == "addressee" for line in lines)
    others = OUTSIDE | {Part.CONTEXT} if is_addressed else OUTSIDE
    return Answer(passages=tuple(passages), others=others, between=others)


def _find_wordings(words: str) -> set[str]:
    """Return the words of a clause as its block may have them: with its label and without."""
    words = _OPENER.sub("", words, count=1)
    wordings = {_LABEL.sub(r"\g<label> ", words, count=1), _LABEL.sub("", words, count=1)}
    return {letters for one in wordings if (letters := reduce_to_letters(one))}
