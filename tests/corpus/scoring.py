"""How well a reading of a corpus document agrees with its gold: the measures that `scores.toml` pins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from declarations import Clause, Declaration
from tests.corpus_files import letters

__all__ = ["Gold", "is_right_act", "is_right_charter", "share_of_sides"]

Gold = dict[str, Any]

OPEN_PARAGRAPHS = 3  # the last paragraphs of a preamble may be read as context or as formula
LEAD_IN_WORDS = 4  # "recommends that" alone is not looked for when the passage goes on after it


def is_right_charter(gold: Gold, found: Declaration, format: str) -> bool:
    """Whether title, preamble and all articles of a charter are as printed, with nothing else in them."""
    articles = gold["resolutions"]
    return (
        len(found.resolutions) == len(articles)
        and (not gold["title"] or letters(gold["title"]) == letters(found.title))
        and _has_preamble(gold, found, format)
        and all(_is_article(*pair) for pair in zip(articles, found.resolutions, strict=True))
    )


def _has_preamble(gold: Gold, found: Declaration, format: str) -> bool:
    paragraphs = [letters(text) for text in gold["context"]]
    sure = len(paragraphs) - min(OPEN_PARAGRAPHS, max(len(paragraphs) - 1, 0))
    given = [_join(_own_texts(clause)) for clause in found.context]
    if format == "text" and given[:1] == [letters(gold["context_heading"])]:
        given = given[1:]
    rest = iter(paragraphs[sure:])
    return given[:sure] == paragraphs[:sure] and all(text in rest for text in given[sure:])


def _is_article(article: Gold, clause: Clause) -> bool:
    items = (text for item in article["items"] for text in (item if isinstance(item, list) else [item]))
    label, heading = letters(clause.label), letters(clause.heading)
    return (
        _join([*article["paragraphs"], *items]) == _join(_own_texts(clause))
        and letters(article["heading"]) in (label, heading, label + heading)
        and len(clause.items) == len(article["items"])
    )


def share_of_sides(gold: Gold, found: Declaration) -> float | None:
    """Give the share of passages on the right side; None where the gold has only one side."""
    passages = gold["passages"]
    if {passage["label"] for passage in passages} != {"context", "resolution"}:
        return None
    sides = {
        "context": _join(text for clause in found.context for text in _all_texts(clause)),
        "resolution": _join(text for clause in found.resolutions for text in _all_texts(clause)),
    }
    right = [all(letters(text) in sides[one["label"]] for text in _told(one["texts"])) for one in passages]
    return sum(right) / len(right)


def _told(texts: list[str]) -> list[str]:
    return [text for text in texts if len(text.split()) > LEAD_IN_WORDS] or texts


def is_right_act(gold: Gold, found: Declaration) -> bool | None:
    """Whether each passage is one clause, in order; None where no reader could know how they are cut."""
    if share_of_sides(gold, found) is None or not all(passage["simple"] for passage in gold["passages"]):
        return None
    contexts, wanted = (
        [_join(passage["texts"]) for passage in gold["passages"] if passage["label"] == label]
        for label in ("context", "resolution")
    )
    given = [_join(_all_texts(clause)) for clause in found.context]
    approvals = [letters(text) for text in gold["approvals"]]
    if approvals and given[: len(approvals)] == approvals:
        given = given[len(approvals) :]
    clauses = [(_join(_all_texts(clause)), _join(_own_texts(clause))) for clause in found.resolutions]
    is_cut_alike = len(clauses) == len(wanted) and all(one in both for one, both in zip(wanted, clauses, strict=True))
    return given == contexts and is_cut_alike


def _own_texts(clause: Clause) -> Iterator[object]:
    """Give the texts of a clause and its items, without labels and headings."""
    yield from clause.paragraphs
    for item in clause.items:
        yield from _own_texts(item)
    yield from clause.tail


def _all_texts(clause: Clause) -> Iterator[object]:
    yield clause.label
    yield clause.heading
    yield from _own_texts(clause)


def _join(texts: Iterable[object]) -> str:
    return "".join(map(letters, texts))
