"""Decide: numbering, heads and title first, then cues, their weights, and one best path."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.decide.cues import see
from declarations.recognition.decide.dependents import find_dependents
from declarations.recognition.decide.path import find_path
from declarations.recognition.decide.sequences import find_numbering
from declarations.recognition.decide.signing import find_signing
from declarations.recognition.decide.titlechoice import find_titles
from declarations.recognition.decide.weights import weigh_sights
from declarations.recognition.document import Document
from declarations.recognition.features.actors import settle_actors
from declarations.recognition.wording.dating import DateFinder

__all__ = ["choose_parts", "find_structure"]


def find_structure(document: Document) -> Document:
    """Find what counts, what depends on what, and the title; a title that is known already stays."""
    lexicons, metadata = document.lexicons, document.page.metadata
    told = chain((item.value for item in metadata.all), *document.labelled_fields.values.values())
    segments = settle_actors(document.segments, told, lexicons)
    body = [segment for segment in segments if not segment.is_note]
    dates = DateFinder.of((segment.block.text.text for segment in document.segments), document.language.hints)
    numbering = find_numbering(body, lexicons)
    signing = find_signing(body, numbering, lexicons)
    dependents = _join(find_dependents(body, numbering, lexicons), signing)
    heads = [segment for segment in body if segment.id not in dependents]
    titles = document.titles or find_titles(heads, numbering, metadata, lexicons, dates)
    return document.learn(
        segments=tuple(segments),
        dates=dates,
        numbering=numbering,
        dependents=dependents,
        signing=signing,
        titles=titles,
    )


def _join(dependents: Mapping[int, int], signing: Mapping[int, int]) -> dict[int, int]:
    """Return what depends on what, each on a head: entries of signatures depend on what leads to them."""
    joined: dict[int, int] = {}
    for id, lead in sorted({**dependents, **signing}.items()):
        if id != lead:  # the first entry of a row leads it
            joined[id] = joined.get(lead, lead)
    return joined


def choose_parts(document: Document) -> Document:
    """Choose the part of every head: the path with the most evidence and the least costs."""
    context = DocumentContext.of(document)
    weighed = {head.id: weigh_sights((*see(head, context),)) for head in context.heads}
    path = find_path([one.weights for one in weighed.values()])
    return document.learn(weighed=weighed, parts=dict(zip(weighed, path, strict=True)))
