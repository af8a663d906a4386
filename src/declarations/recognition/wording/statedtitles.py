"""The titles that metadata state, without the name of the site that stands beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from urllib.parse import urlsplit

import attrs

from declarations.blocks import MetadataKind, PageMetadata
from declarations.language.phrases import fold
from declarations.text import Mark, Text

__all__ = ["StatedTitles", "cut_title", "find_site", "find_stated_titles", "key_of"]

_SEPARATOR = re.compile(r"\s+[-–—·•:/]{1,2}\s+|\s*(?:[|»«¦]|::)\s*|\s+>+\s+")
_SEPARATOR_OR_COLON = re.compile(rf"{_SEPARATOR.pattern}|:\s+")
_CUT = re.compile(r"\s*[|»«¦]\s*|\s+::\s+")
"""What parts a title from the name of a site, and hardly ever the words of a title."""
_LEAST = 2  # words of a title that a kicker may stand before
_MOST = 4  # names that are cut off a title
_BETWEEN = frozenset("-–—|·:»•/")  # what stands between a kicker and a headline
_OPENING = frozenset("\"'“„«‹‘‚»(¿¡「『《〈")  # what may begin a headline
_MOST_TITLES = 16  # titles of a page that are looked at
_MOST_PIECES = 16  # separators of a title that are looked at
_SOURCES = ("banner",)
"""Origins that may be the title itself, and do not name a site for sure."""


@attrs.frozen(kw_only=True)
class StatedTitles:
    """What the metadata of a page call its document."""

    titles: tuple[str, ...] = ()
    """Titles of the document, then of the page, each without the names of the site that are known."""
    headlines: tuple[str, ...] = ()
    """Words of headings without the kickers in them."""
    is_own: bool = False
    """Whether the first is said to be the title of the document, and not of the page."""
    wholes: frozenset[str] = frozenset()
    """Their keys."""
    pieces: tuple[str, ...] = ()
    """Keys of what stands in them before and after a separator."""
    sites: frozenset[str] = frozenset()
    """Keys of the names of the site."""

    def find_within(self, line: Text) -> str | None:
        """Return the end of a line that a title states, where a kicker stands before it: `Rivers: No more mills`.

        A sign stands between them, or the kicker is printed in another way.
        """
        for title in self.titles:
            end = _find_end(line.text, title) if len(title.split()) >= _LEAST else None
            before = line.text[: -len(end)].rstrip() if end else ""
            if before and (before[-1] in _BETWEEN or any(mark.end >= len(before) for mark in _first_marks(line))):
                return end
        return None

    def names(self, text: str) -> bool:
        """Return whether one of the titles begins with a line, or ends with it."""
        key = key_of(text)
        return any(whole.startswith(key) or whole.endswith(key) for whole in self.wholes)

    def cut_kicker(self, text: str) -> str:
        """Return a line without the kicker that the page marks in it."""
        return next((end for headline in self.headlines if (end := _find_end(text, headline))), text)


def _first_marks(line: Text) -> Iterator[Mark]:
    """Yield the marks with which a line begins, but for those that cover all of it."""
    return (mark for mark in line.marks if mark.start == 0 and mark.end < len(line.text.rstrip()))


def _find_end(text: str, title: str) -> str | None:
    """Return the end of a line that prints a title, if words stand before it."""
    key, wanted = key_of(text), key_of(title)
    if not wanted or wanted == key or not key.endswith(wanted):
        return None
    places = [at for at, char in enumerate(fold(text)) if char.isalnum()]
    start = places[-len(wanted)]
    if text[start - 1].isalnum():
        return None
    while start and text[start - 1] in _OPENING:
        start -= 1
    return text[start:]


def key_of(text: str) -> str:
    """Return the letters and digits of a text, by which titles are compared."""
    return "".join(filter(str.isalnum, fold(text)))


def find_stated_titles(metadata: PageMetadata) -> StatedTitles:
    """Return what the metadata of a page call its document."""
    sites = frozenset(filter(None, map(key_of, _list_sites(metadata))))
    own = [_strip_site(item.value, sites) for item in islice(metadata.of(MetadataKind.TITLE), _MOST_TITLES)]
    own = [title for title in own if key_of(title) not in sites]
    page = [_strip_site(item.value, sites) for item in metadata.of(MetadataKind.PAGE_TITLE)]
    titles = tuple(dict.fromkeys(title for title in (*own, *page) if key_of(title)))
    pieces = dict.fromkeys(key_of(piece) for title in titles for piece in _list_pieces(title))
    return StatedTitles(
        titles=titles,
        headlines=tuple(item.value for item in islice(metadata.of(MetadataKind.HEADLINE), _MOST_TITLES)),
        is_own=bool(own),
        wholes=frozenset(map(key_of, titles)),
        pieces=tuple(key for key in pieces if key and key not in sites),
        sites=sites,
    )


def cut_title(title: str) -> str:
    """Return the first piece of some words of a title that is cut by lines or arrows."""
    pieces = [piece for piece in _CUT.split(title) if len(piece.split()) >= _LEAST]
    return pieces[0] if pieces else title


def _list_sites(metadata: PageMetadata) -> Iterator[str]:
    for kind in (MetadataKind.SITE, MetadataKind.ISSUER):
        yield from (item.value for item in metadata.of(kind) if item.origin not in _SOURCES)
    for item in metadata.of(MetadataKind.URL):
        host = (urlsplit(item.value).hostname or "") if "//" in item.value else ""
        yield from (host, host.removeprefix("www."), *host.removeprefix("www.").rsplit(".", 1)[:1])


def _strip_site(title: str, sites: Collection[str]) -> str:
    """Cut the names of the site off both ends of a title."""
    for _ in range(_MOST):
        found = [*_SEPARATOR.finditer(title)]
        if found and key_of(title[found[-1].end() :]) in sites:
            title = title[: found[-1].start()].strip()
        elif found and key_of(title[: found[0].start()]) in sites:
            title = title[found[0].end() :].strip()
        else:
            break
    return title


def _list_pieces(title: str) -> Iterator[str]:
    """Yield what stands before and after each separator of a title."""
    for found in islice(_SEPARATOR.finditer(title), _MOST_PIECES):
        yield title[: found.start()]
        yield title[found.end() :]


def find_site(metadata: PageMetadata, title: str | None) -> str | None:
    """Return the name of the site.

    The one that a title of the page ends with, else the first that is stated, else what stands beside the title of the
    document in that of the page, else what the banner begins with.
    """
    names = [item for kind in (MetadataKind.SITE, MetadataKind.ISSUER) for item in metadata.of(kind)]
    kinds = (MetadataKind.PAGE_TITLE, MetadataKind.TITLE)
    printed = [item.value for kind in kinds for item in islice(metadata.of(kind), _MOST_TITLES)]
    pieces = {key_of(piece) for line in printed for piece in _list_pieces(line)} - {key_of(title or "")}
    stated = [item.value for item in names if item.kind is MetadataKind.SITE and item.origin not in _SOURCES]
    beside = (rest for line in printed if title and (rest := _find_rest(line, title)))
    every = (*(item.value for item in names if key_of(item.value) in pieces), *stated, *beside)
    return next(iter(every), next((item.value for item in names if item.kind is MetadataKind.SITE), None))


def _find_rest(line: str, title: str) -> str | None:
    """Return what stands in a line after a title and a separator, or before both."""
    key = key_of(title)
    for found in islice(_SEPARATOR_OR_COLON.finditer(line), _MOST_PIECES):
        before, after = line[: found.start()], line[found.end() :]
        if key_of(before) == key:
            return _SEPARATOR.split(after)[-1]
        if key_of(after) == key:
            return _SEPARATOR.split(before)[0]
    return None
