"""What a Resolution Collection of edoxen says once for all its resolutions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from declarations.errors import ValidationError
from declarations.model import Declaration, Source
from declarations.records.edoxen.cursors import Cursor
from declarations.records.edoxen.languages import read_language, write_language
from declarations.records.edoxen.vocabulary import read_media_type, write_media_type
from declarations.validation import check_language

__all__ = ["Collection", "Link", "find_code", "find_common_link", "read_link", "take_language", "write_link"]


@attrs.frozen
class Link:
    """An address, and what is found there."""

    url: str
    """The address."""
    media_type: str | None = None
    """Media type of the page."""


def find_link(declaration: Declaration) -> Link | None:
    """Return the address at which a declaration was found."""
    source = declaration.source or Source()
    return Link(source.url, source.media_type) if source.url else None


def read_link(cursor: Cursor) -> Link | None:
    """Read a `Url` or `SourceUrl`; what it says besides is left to be reported."""
    if not (url := cursor.take("ref")):
        return None
    format = cursor.table.get("format")
    media_type = read_media_type(format) if isinstance(format, str) and format.strip() else None
    if media_type:
        cursor.take("format")
    return Link(url, media_type)


def write_link(link: Link) -> dict[str, str]:
    """Write what `Url` and `SourceUrl` share."""
    return {"ref": link.url, "format": write_media_type(link.media_type) if link.media_type else ""}


def find_code(tag: str | None) -> str:
    """Return the ISO 639-3 code of a language."""
    return write_language(tag)["language_code"]


def take_language(cursor: Cursor) -> str | None:
    """Take the BCP 47 tag of a localization; one that is no tag is reported."""
    code, script = cursor.take("language_code"), cursor.take("script")
    tag = read_language(code, script) if code else None
    try:
        if tag is not None:
            check_language(tag)
    except ValidationError:
        cursor.report("language_code", "it is no code of ISO 639")
        return None
    return tag


@attrs.frozen
class Collection:
    """Metadata of a collection, as far as the model has a place for them."""

    title: str | None = None
    """The meeting, in languages that have no title of their own."""
    titles: Mapping[str | None, str] = attrs.field(factory=dict)
    """The meeting, by language tag."""
    author: str | None = None
    """Who posted the collection."""
    links: Mapping[str, Link] = attrs.field(factory=dict)
    """Where it was found, by code of the language."""

    @classmethod
    def read(cls, cursor: Cursor | None) -> Collection:
        """Read `ResolutionMetadata`; of several values for one language the first counts."""
        if cursor is None:
            return cls()
        titles: dict[str | None, str] = {}
        for one in cursor.enter_all("title_localized"):
            language = take_language(one)
            if language not in titles and (title := one.take("title")):
                titles[language] = title
        links: dict[str, Link] = {}
        for one in cursor.enter_all("source_urls"):
            code = find_code(take_language(one))
            if code not in links and (link := read_link(one)):
                links[code] = link
        made = cls(title=cursor.take("title"), titles=titles, author=cursor.take("source"), links=links)
        cursor.finish()
        return made

    @classmethod
    def of(cls, declarations: Sequence[Declaration]) -> Collection:
        """Collect what declarations that are translations of one another say."""
        has_one_title = len({one.meeting for one in declarations}) == 1
        has_one_link = len({find_link(one) for one in declarations}) == 1
        titles = {read_language(**write_language(one.language)): one.meeting for one in declarations}
        links = {find_code(one.language): find_link(one) for one in declarations}
        return cls(
            title=declarations[0].meeting if has_one_title else None,
            titles={} if has_one_title else {tag: title for tag, title in titles.items() if title},
            author=(declarations[0].source or Source()).author,
            links={} if has_one_link else {code: link for code, link in links.items() if link},
        )

    def find_title(self, language: str | None) -> str | None:
        """Return the meeting in a language."""
        return self.titles.get(read_language(**write_language(language)), self.title)

    def fits(self, declarations: Sequence[Declaration]) -> bool:
        """Return whether what translations of one another say here would be read back for each of them."""
        link = find_common_link(declarations)
        return all(
            self.find_title(one.language) == one.meeting
            and self.author == (one.source or Source()).author
            and (link or self.links.get(find_code(one.language))) == find_link(one)
            for one in declarations
        )

    def tells(self, declarations: Sequence[Declaration], link: Link) -> bool:
        """Return whether an address is that of every one of some declarations already."""
        return all(self.links.get(find_code(one.language)) == link for one in declarations)

    def write(self) -> dict[str, Any]:
        """Write `ResolutionMetadata`."""
        localized = [write_language(language) | {"title": title} for language, title in self.titles.items()]
        links = [write_link(link) | {"language_code": code} for code, link in self.links.items()]
        every = {"title": self.title, "title_localized": localized, "source": self.author, "source_urls": links}
        return {key: value for key, value in every.items() if value}


def find_common_link(declarations: Sequence[Declaration]) -> Link | None:
    """Return the address that all of some declarations share, or None."""
    first = find_link(declarations[0])
    return first if all(find_link(one) == first for one in declarations) else None
