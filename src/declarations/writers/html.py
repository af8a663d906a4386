"""Pages as HTML (HTML Living Standard): semantic, accessible, self-contained, and read back exactly.

The document is one `article`; the page around it is a template, which the user can replace.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Template

from declarations.blocks import Block, BlockKind, Layout, MetadataKind, Page
from declarations.errors import ValidationError
from declarations.findings import Position
from declarations.htmlstrings import RARE, write_attributes
from declarations.parts import PageAttribute, PagePart
from declarations.text import shorten
from declarations.validation import quote
from declarations.writers.html_article import write_article, write_script
from declarations.writers.marks import to_href

__all__ = ["PLACES", "write_page"]

PLACES: Mapping[str, str] = {
    "title": "the title of the document",
    "language": "BCP 47 tag of the language of the document",
    "direction": "`ltr`, `rtl` or `auto`",
    "style": "a style sheet for the article",
    "policy": "a content security policy that allows that style sheet and nothing else (CSP Level 3)",
    "metadata": "elements `meta` and `link` with description, author and address",
    "linked": "a script with JSON-LD, which never runs, for search engines",
    "article": "the document itself",
}
"""What a template can hold, each as `$name` or `${name}`; only `article` must be there."""

_TOLD = (
    ("name", "author", (MetadataKind.ISSUER,)),
    ("name", "dcterms.dateAccepted", (MetadataKind.DATE,)),
    ("property", "og:site_name", (MetadataKind.SITE,)),
    ("property", "article:published_time", (MetadataKind.PUBLISHED, MetadataKind.DATE)),
    ("property", "article:modified_time", (MetadataKind.MODIFIED,)),
    ("property", "article:tag", (MetadataKind.CATEGORY,)),
)
"""What `meta` elements tell (Open Graph, Dublin Core, HTML): attribute and name, and the first kind that is known."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DESCRIBED = 160  # characters of a description
_DESCRIPTIVE = frozenset({PagePart.SUBTITLE, PagePart.CONTEXT, PagePart.RESOLUTION})
_SHOWN = 40  # characters of a place that is not known
_RARE = re.compile(f"[{RARE}]")


def write_page(page: Page, *, layout: Layout) -> str:
    """Write a page.

    `layout.fragment` gives the `article` alone, which is read back exactly too; `layout.template` is another page
    around it, in which `$article` and the other `PLACES` are filled (`string.Template`; `$$` is a dollar sign). All
    values are escaped, for content and for attributes in double quotes alike.

    Raises `ValidationError` for a template without `$article`, with places that are not known, or together with
    `fragment`.
    """
    article = write_article(page)
    if layout.fragment:
        if layout.template is not None:
            raise ValidationError("a fragment has no page around it", hint="give fragment or template, not both")
        return article
    template = _load_template() if layout.template is None else _make_template(layout.template)
    return template.substitute(_fill(page), article=article)


def _fill(page: Page) -> dict[str, str]:
    """Return the values of all places but the article."""
    said = page.attributes
    linked = said.get(PageAttribute.LINKED)
    return {
        "title": html.escape(_to_line(page.metadata.first(MetadataKind.PAGE_TITLE) or "")),
        "language": html.escape(said.get(PageAttribute.LANGUAGE) or said.get(PageAttribute.LOCALE, "")),
        "direction": said.get(PageAttribute.DIRECTION, "auto"),
        "style": _load_style(),
        "policy": f"default-src 'none'; style-src {_hash(_load_style())}; base-uri 'none'; form-action 'none'",
        "metadata": "".join(_write_metadata(page)),
        "linked": write_script("application/ld+json", None, linked) if linked is not None else "",
    }


def _write_metadata(page: Page) -> list[str]:
    description = next((block.text.text for block in page.blocks if _is_descriptive(block)), "")
    title = next((block.text.text for block in page.blocks if block.part == PagePart.TITLE), "")
    told = [
        ("name", "description", shorten(_to_line(description), _DESCRIBED)),
        ("property", "og:type", "article"),
        ("property", "og:title", _to_line(title)),
    ]
    for attribute, name, kinds in _TOLD:
        kind = next((kind for kind in kinds if page.metadata.first(kind)), kinds[0])
        values = (item.value for item in page.metadata.of(kind))
        told += [(attribute, name, _to_line(value)) for value in values if _may_tell(name, value)]
    written = [
        f"<meta{write_attributes({attribute: name, 'content': value})}>\n" for attribute, name, value in told if value
    ]
    url = to_href(page.metadata.first(MetadataKind.URL) or "")
    if url and url.startswith(("https:", "http:")):
        written.append(f"<link{write_attributes({'rel': 'canonical', 'href': url})}>\n")
    return written


def _may_tell(name: str, value: str) -> bool:
    """Return whether a value can be told by a name: times are whole days at least."""
    return not name.endswith("_time") or _DAY.fullmatch(value) is not None


def _is_descriptive(block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and block.part in _DESCRIPTIVE and bool(block.text)


def _to_line(string: str) -> str:
    """Fold white space and take out what HTML cannot hold."""
    return " ".join(_RARE.sub(" ", string).split())


@cache
def _load(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


@cache
def _hash(text: str) -> str:
    """Return the source expression of an inline style (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _load_style() -> str:
    return _load("page.css")


@cache
def _load_template() -> Template:
    return Template(_load("page.html"))


def _make_template(text: str) -> Template:
    """Check the template of a user."""
    template = Template(text)
    for found in Template.pattern.finditer(text):
        name = found["named"] or found["braced"]
        if found["invalid"] is not None or (name and name not in PLACES):
            raise ValidationError(
                f"the template holds {quote(found[0][:_SHOWN])}, which is no place to fill",
                position=_find_position(text, found.start()),
                hint=f"places are: ${', $'.join(PLACES)}; write $$ for a dollar sign",
            )
    if "article" not in template.get_identifiers():
        raise ValidationError("the template has no place for the document", hint="write $article where it shall stand")
    return template


def _find_position(text: str, place: int) -> Position:
    return Position(line=text.count("\n", 0, place) + 1, column=place - text.rfind("\n", 0, place))
