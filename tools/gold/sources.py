"""Documents whose right reading is known, corpus by corpus, each with its answer.

Every corpus keeps its gold in a shape of its own; one function a corpus turns it into an answer.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from declarations.recognition.reading import Part
from tools.gold.answers import ANY, OUTSIDE, Answer, Passage, reduce_to_letters

__all__ = ["CORPORA", "Source", "find_sources"]

_SUFFIXES = {"html": ".html", "markdown": ".md", "text": ".txt"}
_TITLE = frozenset({Part.TITLE})
_CONTEXT, _DECIDED = frozenset({Part.CONTEXT}), frozenset({Part.RESOLUTION})
_TURNING = frozenset({Part.FORMULA, Part.ENACTING})
_UNDECIDED = ANY - _DECIDED
_OPEN_PARAGRAPHS = 3  # the last of the preamble of the Universal Declaration may be its formula
_LEAD_IN = 4  # words of a lead-in, which may be the formula
_OR, _OPTIONAL = " | ", "? "


@attrs.frozen(kw_only=True)
class Source:
    """One document in one form, with what is known about it."""

    corpus: str
    """The corpus that it belongs to."""
    genre: str
    """What kind of document it is."""
    name: str
    """Its name in the corpus."""
    format: str
    """Its format."""
    data: bytes
    """Its content."""
    answers: tuple[Answer, ...]
    """What is known about each of its declarations; no more is known about further ones."""


def find_sources(folder: Path) -> Iterator[Source]:
    """Yield the documents of all corpora in a folder; what is absent is left out."""
    for corpus, read in CORPORA.items():
        for path in sorted((folder / corpus).glob("*.gold.json")):
            gold = json.loads(path.read_text("utf-8"))
            stem = path.name.removesuffix(".gold.json")
            for format, suffix in _SUFFIXES.items():
                yield Source(
                    corpus=corpus,
                    genre=corpus,
                    name=stem + suffix,
                    format=format,
                    data=path.with_name(stem + suffix).read_bytes(),
                    answers=(read(gold),),
                )
    yield from _find_wild(folder / "wild")


def _find_wild(folder: Path) -> Iterator[Source]:
    """Yield documents as people publish them; their genre is their kind."""
    file = folder / "gold.json"
    for gold in json.loads(file.read_text("utf-8")) if file.exists() else ():
        data = (folder / gold["file"]).read_bytes()
        yield Source(
            corpus="wild",
            genre=f"wild: {gold['genre']}",
            name=gold["file"],
            format=gold["form"],
            data=gzip.decompress(data) if gold["file"].endswith(".gz") else data,
            answers=(_answer_wild(gold),),
        )


def _passages(texts: Iterable[str | None], parts: frozenset[Part]) -> Iterator[Passage]:
    """Yield a passage for each text that has letters."""
    return (Passage(letters, parts) for text in texts if (letters := reduce_to_letters(text or "")))


def _answer_universal(gold: dict[str, Any]) -> Answer:
    """Return what is right for a translation of the Universal Declaration of Human Rights."""
    context = gold["context"]
    settled = max(len(context) - _OPEN_PARAGRAPHS, 1)
    articles = [
        text
        for article in gold["resolutions"]
        for text in (article["heading"], *article["paragraphs"], *_flatten(article["items"]))
    ]
    passages = (
        *_passages([gold["title"]], _TITLE),
        *_passages([gold["context_heading"]], frozenset({Part.CONTEXT_HEADING})),
        *_passages(context[:settled], _CONTEXT),
        *_passages(context[settled:], _CONTEXT | _TURNING),
        *_passages(articles, _DECIDED),
    )
    return Answer(passages=passages, others=OUTSIDE)


def _flatten(items: Iterable[str | list[str]]) -> Iterator[str]:
    for item in items:
        yield from [item] if isinstance(item, str) else item


_LABELLED = {"context": _CONTEXT, "resolution": _DECIDED}


def _answer_metre(gold: dict[str, Any]) -> Answer:
    """Return what is right for a resolution of the committees of the metre; doubtful labels say nothing."""
    passages = [*_passages([gold["title"]], _TITLE), *_passages(gold["approvals"], _UNDECIDED)]
    for passage in gold["passages"]:
        right = _LABELLED[passage["label"]] if passage["clear"] else ANY
        for text in passage["texts"]:
            is_lead_in = passage["clear"] and len(text.split()) <= _LEAD_IN
            passages += _passages([text], right | {Part.FORMULA} if is_lead_in else right)
    return Answer(passages=tuple(passages))


def _answer_nations(gold: dict[str, Any]) -> Answer:
    """Return what is right for a resolution of the United Nations."""
    *told, last = gold["context"] or [None]
    passages = (
        *_passages(gold["titles"], _TITLE),
        *_passages([gold["formula"]], _UNDECIDED),
        *(one for item in told for one in _passages(_flatten_item(item), _CONTEXT)),
        *(_passages(_flatten_item(last), _CONTEXT | {Part.FORMULA}) if last else ()),
        *(one for item in gold["resolutions"] for one in _passages(_flatten_item(item), _DECIDED)),
        *_passages((group["text"] for group in gold["groups"]), _DECIDED | {Part.RESOLUTIONS_HEADING}),
        *_passages((note["text"] for note in gold["notes"]), frozenset({Part.NOTE})),
    )
    return Answer(passages=passages, others=OUTSIDE, between=OUTSIDE)


def _flatten_item(item: dict[str, Any]) -> Iterator[str]:
    """Yield the words of a paragraph and of its points, with and without the marks of notes and printed numbers."""
    for key in ("text", "marked", "tail", "marked_tail"):
        text = item.get(key)
        if text:
            yield text
            yield f"{item['num'] or ''} {text}"
    for one in item["items"]:
        yield from _flatten_item(one)


def _answer_statement(gold: dict[str, Any]) -> Answer:
    """Return what is right for the statement that is the example of the project."""
    passages = (
        *_passages([gold["title"]], _TITLE),
        *_passages((one["first_words"] for one in gold["context"]), _CONTEXT),
        *_passages([gold["formula"]], frozenset({Part.FORMULA})),
        *_passages((one["first_words"] for one in gold["resolutions"]), _DECIDED),
    )
    leaks = (*map(reduce_to_letters, gold["must_not_appear_in_context_or_resolutions"]),)
    return Answer(passages=passages, leaks=leaks)


def _answer_wild(gold: dict[str, Any]) -> Answer:
    """Return what is right for a document as found; where there are several ways to cut it, each is right."""
    passages = [*_passages(gold.get("title", ()), _TITLE)]
    for reading in gold.get("readings", ()):
        passages += _read_entries(reading["context"], _CONTEXT, _UNDECIDED)
        passages += _read_entries(reading["resolutions"], _DECIDED, ANY - {Part.CONTEXT})
    leaks = (*map(reduce_to_letters, gold.get("absent", ())),)
    return Answer(passages=tuple(passages), leaks=leaks, others=OUTSIDE if gold["split"] else ANY)


def _read_entries(entries: Iterable[str], right: frozenset[Part], optional: frozenset[Part]) -> Iterator[Passage]:
    for entry in entries:
        parts = optional if entry.startswith(_OPTIONAL) else right
        yield from _passages(entry.removeprefix(_OPTIONAL).split(_OR), parts)


CORPORA: Mapping[str, Callable[[dict[str, Any]], Answer]] = {
    "udhr": _answer_universal,
    "bipm": _answer_metre,
    "un": _answer_nations,
    "statement": _answer_statement,
}
"""How the gold of each corpus is read, by the name of its folder; `wild` has one file for all documents."""
