"""A Resolution Collection of edoxen v1 read as declarations: one for each localization of each resolution."""

from __future__ import annotations

import attrs

from declarations.errors import SchemaError, ValidationError
from declarations.findings import Finding, FindingCode, Position
from declarations.model import Agent, Declaration, DeclarationKind, Identifier, Source
from declarations.records.edoxen.collections import Collection, Link, find_code, read_link
from declarations.records.edoxen.cursors import Cursor
from declarations.records.edoxen.localizations import Dates, Localization, read_date, read_localization, read_word
from declarations.records.edoxen.vocabulary import KEYS, KINDS
from declarations.records.yaml import Table, Value

__all__ = ["read_collection"]

Entry = tuple[Declaration, tuple[Finding, ...]]


def read_collection(document: Value, line: int, *, ignore_unknown: bool) -> list[Entry]:
    """Read one document; every declaration comes with what it holds that is not understood.

    What the metadata hold is reported with the first declaration, and what is said of a resolution with its first
    localization. `ignore_unknown` passes over keys that the schema of edoxen does not have. Raises `SchemaError`.
    """
    if not isinstance(document, Table) or "resolutions" not in document:
        raise SchemaError(
            "this is no Resolution Collection: the key 'resolutions' is missing",
            position=Position(line=line),
            hint="other documents of edoxen, such as meetings, hold no declarations",
        )
    findings: list[Finding] = []
    root = Cursor(document, findings, known=KEYS if ignore_unknown else None)
    collection = Collection.read(root.enter("metadata"))
    entries: list[Entry] = []
    for cursor in root.enter_all("resolutions"):
        inside = attrs.evolve(cursor, findings=[])
        made = _read_resolution(inside, collection)
        cursor.taken.update(inside.table)
        entries.append((made[0], tuple(inside.findings)))
        entries += ((one, ()) for one in made[1:])
    root.finish()
    findings += _list_unused(collection, [one for one, _ in entries])
    return [(one, (*(() if place else findings), *found)) for place, (one, found) in enumerate(entries)]


def _list_unused(collection: Collection, declarations: list[Declaration]) -> list[Finding]:
    """Report the metadata that no declaration has."""
    meetings = {one.meeting for one in declarations}
    urls = {one.source.url for one in declarations if one.source}
    titles = [title for title in (collection.title, *collection.titles.values()) if title and title not in meetings]
    links = [link.url for link in collection.links.values() if link.url not in urls]
    message = "metadata are not kept: no resolution is in their language, or each has its own"
    return [
        Finding(FindingCode.NOT_UNDERSTOOD, message, position=Position(path="metadata"), excerpt=excerpt)
        for excerpt in titles + links
    ]


@attrs.frozen(kw_only=True)
class _Shared:
    """What all localizations of one resolution say."""

    kind: DeclarationKind
    identifiers: list[Identifier]
    dates: Dates
    place: str | None
    categories: list[str]
    link: Link | None


def _read_resolution(cursor: Cursor, collection: Collection) -> list[Declaration]:
    try:
        shared = _read_shared(cursor)
        localizations = [read_localization(one, shared.dates) for one in cursor.enter_all("localizations")]
        if not localizations:
            raise cursor.refuse("localizations", "a list of at least one localization")
        cursor.finish()
        first = _name(shared.identifiers)
        return [
            _combine(shared, one, collection, translation_of=first if place else None)
            for place, one in enumerate(localizations)
        ]
    except ValidationError as error:
        raise SchemaError(error.message, position=cursor.position(), hint=error.hint) from error


def _name(identifiers: list[Identifier]) -> str | None:
    """Return the name under which translations refer to a resolution: its URN, its DOI, or prefix and number."""
    by_scheme = {one.scheme: one.value for one in identifiers}
    first = f"{identifiers[0].scheme or ''} {identifiers[0].value}".strip() if identifiers else None
    return by_scheme.get("urn") or by_scheme.get("doi") or first


def _read_shared(cursor: Cursor) -> _Shared:
    kind = read_word(cursor, "type", KINDS, DeclarationKind.OTHER) or DeclarationKind.OTHER
    identifiers = [found for one in cursor.enter_all("identifier") if (found := _read_identifier(one))]
    identifiers += [Identifier(value, scheme=scheme) for scheme in ("doi", "urn") if (value := cursor.take(scheme))]
    dates = [dated for one in cursor.enter_all("dates") if (dated := read_date(one))]
    meeting = cursor.enter("meeting")
    place = meeting.take("venue") if meeting else None
    if meeting:
        meeting.finish()
    return _Shared(
        kind=kind,
        identifiers=identifiers,
        dates=Dates(dates),
        place=place,
        categories=cursor.take_strings("categories"),
        link=_read_links(cursor),
    )


def _read_links(cursor: Cursor) -> Link | None:
    """Take the first address where the resolution can be read; all others are reported."""
    found: Link | None = None
    for one in cursor.enter_all("urls"):
        if found is None and one.table.get("kind") == "access":
            one.take("kind")
            found = read_link(one)
        else:
            one.report_all()
    return found


def _read_identifier(cursor: Cursor) -> Identifier | None:
    if not (number := cursor.take("number")):
        return None
    return Identifier(number, scheme=cursor.take("prefix"))


def _combine(shared: _Shared, one: Localization, collection: Collection, *, translation_of: str | None) -> Declaration:
    link = shared.link or collection.links.get(find_code(one.language))
    source = Source(
        url=link.url if link else None,
        author=collection.author,
        categories=shared.categories,
        media_type=link.media_type if link else None,
    )
    return Declaration(
        kind=shared.kind,
        title=one.title,
        identifiers=shared.identifiers,
        issuers=[Agent(name=one.subject)] if one.subject else [],
        dates=shared.dates.all,
        place=shared.place,
        meeting=collection.find_title(one.language),
        language=one.language,
        context=one.context,
        resolutions=one.resolutions,
        closing=one.closing,
        votes=one.votes,
        source=None if source == Source() else source,
        translation_of=translation_of,
    )
