"""What names of metadata tell, those of `meta` elements, of microdata and of RDFa, the most telling first.

Open Graph with its article namespace, Dublin Core (DCMI Metadata Terms), Highwire Press tags (`citation_`), Twitter
cards, the HTML Standard (4.2.5), schema.org, and what newspapers and search services have been asking of pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from declarations.blocks import MetadataKind

__all__ = ["META_KINDS", "META_RANKS", "PROPERTY_KINDS", "find_name"]

_NAMES: Mapping[MetadataKind, tuple[str, ...]] = {
    MetadataKind.TITLE: ("dc.title", "dcterms.title", "citation_title", "og:title", "twitter:title", "parsely-title"),
    MetadataKind.PUBLISHED: (
        *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
        *("dc.date.issued", "dcterms.issued", "dcterms.available", "dc.date.published", "dc.date.publication"),
        *("citation_publication_date", "citation_online_date", "prism.publicationdate", "rnews:datepublished"),
        *("datepublished", "date_published", "date-published", "pubdate", "pub_date"),
        *("publishdate", "publish-date", "publish_date", "publication-date", "publication_date", "published-date"),
        *("publish_time", "parsely-pub-date", "sailthru.date", "publishtime", "dateposted"),
        *("article_published_time", "originalpublicationdate", "article_date_original", "published_at"),
        *("published", "uploaded", "issued", "first_published", "first-published", "release_date"),
    ),
    MetadataKind.MODIFIED: (
        *("article:modified_time", "og:article:modified_time", "og:modified_time", "og:updated_time"),
        *("dc.date.modified", "dcterms.modified", "rnews:datemodified", "datemodified", "date_modified"),
        *("last-modified", "lastmod", "modified", "revised", "article_modified_time"),
    ),
    MetadataKind.DATE: (
        *("dc.date", "dc.date.created", "dc.created", "dcterms.date", "dcterms.created", "citation_date"),
        *("article:created", "article.created", "created", "creation_date", "date"),
    ),
    MetadataKind.CATEGORY: ("article:section", "article:tag", "dc.subject", "dcterms.subject"),
    MetadataKind.AUTHOR: (
        *("dc.creator", "dcterms.creator", "citation_author", "author", "parsely-author", "sailthru.author"),
        *("article:author", "og:article:author", "article:author_name", "byl", "cxenseparse:author"),
        *("shareaholic:article_author_name",),
    ),
    MetadataKind.SITE: (
        *("dc.publisher", "dcterms.publisher", "citation_publisher", "og:site_name", "application-name"),
        *("apple-mobile-web-app-title", "shareaholic:site_name"),
    ),
    MetadataKind.LANGUAGE: ("dc.language", "dcterms.language", "citation_language", "og:locale"),
    MetadataKind.IDENTIFIER: ("dc.identifier", "dcterms.identifier", "citation_doi"),
    MetadataKind.KIND: ("dc.type", "dcterms.type"),
    MetadataKind.PLACE: ("dc.coverage", "dcterms.spatial"),
    MetadataKind.URL: ("og:url",),
    MetadataKind.DESCRIPTION: (
        "dc.description",
        "dcterms.description",
        "og:description",
        "twitter:description",
        "description",
    ),
}

META_KINDS: Mapping[str, MetadataKind] = MappingProxyType(
    {name: kind for kind, several in _NAMES.items() for name in several}
)
"""Folded name of a `meta` element to what it tells."""

META_RANKS: Mapping[str, int] = MappingProxyType({name: rank for rank, name in enumerate(META_KINDS)})
"""The place of each name in the order of trust."""

PROPERTY_KINDS: Mapping[str, MetadataKind] = MappingProxyType(
    {
        "headline": MetadataKind.TITLE,
        "author": MetadataKind.AUTHOR,
        "creator": MetadataKind.AUTHOR,
        "publisher": MetadataKind.SITE,
        "datepublished": MetadataKind.PUBLISHED,
        "dateissued": MetadataKind.PUBLISHED,
        "datemodified": MetadataKind.MODIFIED,
        "datecreated": MetadataKind.DATE,
        "inlanguage": MetadataKind.LANGUAGE,
        "articlesection": MetadataKind.CATEGORY,
    }
)
"""Properties of schema.org, as microdata and RDFa put them to elements of the page, in lower case."""

_DATES = (MetadataKind.PUBLISHED, MetadataKind.MODIFIED, MetadataKind.DATE)
_PREFIXES = (("dc:", "dc."), ("dcterms:", "dcterms."), ("dcterm:", "dcterms."), ("dct:", "dcterms."))


def find_name(printed: str) -> str:
    """Return the name of a `meta` element as it stands in the table: in lower case, Dublin Core with one prefix.

    Of dates the prefix of a site does not matter: `bt:pubDate`, `my_site:published`.
    """
    name = printed.strip().lower()
    for prefix, usual in _PREFIXES:
        if name.startswith(prefix):
            return usual + name[len(prefix) :]
    last = name.rpartition(":")[2]
    return last if name not in META_KINDS and META_KINDS.get(last) in _DATES else name
