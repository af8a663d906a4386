"""An oracle of its own for the words that a reader must give: what a browser without scripts of others would show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from declarations.blocks import Block, Page
from declarations.readers.tree import names
from declarations.text import MarkKind

ENDS = re.compile("</(?:body|html)[^>]*>", re.IGNORECASE)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
WORD = re.compile(r"[^\W_]+")
UNSEEN = names(
    "annotation annotation-xml audio canvas head iframe noembed noframes noscript rp script style template title video"
)
UNDRAWN = names("clippath defs desc filter lineargradient marker mask metadata pattern radialgradient symbol")
INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb s samp "
    "small span strike strong sub sup time tt tspan u var wbr"
)
HIDDEN = re.compile(r"(?:^|;)\s*display\s*:\s*none\s*(?:!\s*important\s*)?(?:;|$)", re.IGNORECASE)
TYPED = names("button date email number reset search submit tel text time url")


def words_of_html(html: str) -> Counter[str]:
    """Count the words of a page that are seen: text, and what buttons and fields show."""
    html = ENDS.sub("", html)  # what follows goes on where it stood (HTML Standard, 13.2.6.4.19)
    root = etree.fromstring(html.encode("utf-8"), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return Counter() if root is None else words_of_tree(root)


def words_of_tree(root: etree._Element) -> Counter[str]:
    """Count the words that are seen of an element and all in it."""
    pieces: list[str] = []
    steps = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in steps:
        if event == "start":
            pieces.append("" if element.tag in INLINE else " ")
            if is_unseen(element):
                steps.skip_subtree()
            else:
                pieces += (element.text or "", *attribute_words(element))
        else:
            pieces += ("" if event != "end" or element.tag in INLINE else " ", element.tail or "")
    return words_in("".join(pieces))


def is_unseen(element: etree._Element) -> bool:
    """Tell whether nothing of an element is seen."""
    tag = str(element.tag)
    if (
        tag in UNSEEN
        or element.get("hidden", "until-found") != "until-found"
        or HIDDEN.search(element.get("style", ""))
    ):
        return True
    return tag in UNDRAWN and any(outer.tag == "svg" for outer in element.iterancestors())


def attribute_words(element: etree._Element) -> Iterator[str]:
    """Give the words that stand in attributes and are seen."""
    if element.tag == "input" and (element.get("type", "text").lower() or "text") in TYPED:
        yield f" {element.get('value') or element.get('placeholder') or ''} "
    elif element.tag in ("option", "optgroup"):
        yield f" {element.get('label', '')} "
    elif element.tag == "textarea" and not element.text:
        yield f" {element.get('placeholder', '')} "


def words_of_markdown(text: str) -> Counter[str]:
    """Count the words that a renderer of Markdown shows."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(front_matter_plugin).use(footnote_plugin)
    parser.add_render_rule("footnote_caption", lambda _, tokens, at, *__: f"[{tokens[at].meta['id'] + 1}]")
    return words_of_html(f"<html><body>{parser.render(text.replace(chr(12), chr(10)))}")


def words_in(text: str) -> Counter[str]:
    """Count the words of a string: letters and digits in a row, raised ones as others; soft hyphens part none."""
    return Counter(WORD.findall(text.replace("\u00ad", "").translate(RAISED)))


def words_of_page(page: Page) -> Counter[str]:
    """Count the words of a page as it was read: of blocks, markers, the marks of notes, and findings."""
    signs = {block.target: block.marker or "" for block in reversed(page.blocks) if block.target}
    found: Counter[str] = Counter()
    for block in page.blocks:
        found += words_in(f"{block.marker or ''} {block.text}")
        found += sum((words_in(sign) for sign in marked_signs(block, signs)), Counter())
    for finding in page.findings:
        found += words_in(f"{finding.message} {finding.excerpt or ''}")
    return found


def marked_signs(block: Block, signs: dict[str | None, str]) -> Iterator[str]:
    """Give the sign of the note for every mark of one."""
    return (signs.get(mark.target, "") for mark in block.text.marks if mark.kind is MarkKind.NOTE)


def find_lost(seen: Counter[str], page: Page) -> Counter[str]:
    """Give the letters and digits of words that are seen, and stand nowhere in the page that was read.

    Words that are cut otherwise, as `Word.Next` without a space, are compared by their letters.
    """
    found = words_of_page(page)
    lost, more = seen - found, found - seen
    letters = count_letters(lost) - count_letters(more)
    return letters or Counter()


def count_letters(words: Counter[str]) -> Counter[str]:
    """Count the letters and digits of words."""
    letters: Counter[str] = Counter()
    for word, count in words.items():
        for letter, times in Counter(word).items():
            letters[letter] += times * count
    return letters


def show_lost(seen: Counter[str], page: Page) -> list[str]:
    """Give the words that are not found, for the message of a test."""
    return sorted(cast("Counter[str]", seen - words_of_page(page)).elements())[:40]
