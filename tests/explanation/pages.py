"""Explanations as trees, and what the tests look for in them."""

from __future__ import annotations

from lxml import html

from declarations import Reading
from declarations.inspection import render_explanation

_NAMES = """
    html head meta title style body a header h1 h2 h3 h4 bdi p ul ol li span label input main section dl dt dd div
    strong em u s sup sub code details summary table thead tbody tr th td script
"""
MARKUP = frozenset(_NAMES.split())
"""Every element that a page may hold."""


def explain(reading: Reading, **options: str) -> html.HtmlElement:
    """Give the page of a reading as a tree."""
    page = render_explanation(reading, **options).encode()
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def find(tree: html.HtmlElement, name: str) -> html.HtmlElement:
    """Give the element with an id."""
    (found,) = tree.xpath("//*[@id=$name]", name=name)
    return found


def words_of(element: html.HtmlElement) -> list[str]:
    """Give the paragraphs of an element that hold words of the document, those of inner pieces left out."""
    return [one.text_content() for one in element.xpath("./div[@class='words']/p[not(@class)] | ./p[not(@class)]")]


def check_safety(tree: html.HtmlElement) -> None:
    """See that the page holds our elements only, one script and one style of our own, and links to itself only."""
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    assert {one.tag for one in elements} <= MARKUP
    assert [len(tree.xpath(f"//{tag}")) for tag in ("script", "style", "title", "main")] == [1] * 4
    for one in elements:
        for name, value in one.items():
            assert name not in ("src", "style", "action", "srcdoc", "formaction", "xlink:href")
            assert not name.startswith("on")
            assert name != "href" or value.startswith("#")
    names = tree.xpath("//@id")
    assert len(set(names)) == len(names)
    links = {value[1:] for value in tree.xpath("//@href")} | set(tree.xpath("//@aria-describedby"))
    assert links | set(tree.xpath("//@aria-labelledby")) <= set(names)
    assert {name for value in tree.xpath("//@data-from") for name in value.split()} <= set(names)
