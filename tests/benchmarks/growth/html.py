"""Shapes of web pages."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["HTML"]

_TEXT = "The Council urges all members to act on the matter of the harbour without delay. "
_DEEP = 150
_TAGS = """
div span b em a ul li ol blockquote table td section article main aside nav header footer form font sup q details pre dl
ruby label button svg figure i small
"""


def _repeat(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda n: before + piece * n + after


def _count(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda n: before + "".join(piece.replace("#", str(i)) for i in range(n)) + after


def _nest(start: str, end: str) -> Callable[[int], str]:
    return _repeat(start * _DEEP + "words" + end * _DEEP)


HTML: dict[str, Callable[[int], str]] = {
    **{f"{tag} in one another": _nest(f"<{tag}>", f"</{tag}>") for tag in _TAGS.split()},
    **{
        f"paragraphs in {_DEEP} {tag}": _repeat(f"<p>{_TEXT}", f"<{tag}>" * _DEEP)
        for tag in ("div", "ul", "article", "b")
    },
    "landmarks in one another": _repeat("<p>word", "<nav><aside><footer>" * 50),
    "classes in one another": _nest("<div class='content entry'>", "</div>"),
    "language links in one another": lambda n: (
        "<div><a hreflang=fr href=a>a</a><a hreflang=de href=b>b</a>" * min(n, 500) + f"<p>{_TEXT * 4 * n}"
    ),
    "language links": _repeat("<li><a hreflang=fr href=a>fr</a>", "<ul>", "</ul>"),
    "lists of language links": _repeat("<ul><li><a hreflang=fr href=a>fr</a><li><a hreflang=de href=b>de</a></ul>"),
    "alternates": _repeat("<link rel=alternate hreflang=fr href=/fr>", "<head>", "<body><p>word"),
    "items": _repeat(f"<li>{_TEXT}</li>", "<ol>", "</ol>"),
    "items counted down": _repeat("<li>word", "<ol reversed>", "</ol>"),
    "items with values": _count("<li value=#>word", "<ol>", "</ol>"),
    "items without lists": _repeat("<li>word"),
    "lists": _repeat("<ol><li>word</ol>"),
    "lists in items": _repeat("<li>word<ul><li>one<li>two</ul>", "<ol>", "</ol>"),
    "terms": _repeat("<dt>Date<dd>7 March 2025", "<dl>", "</dl>"),
    "nested numbered articles": _count("<article>#. The members act;", "", ""),
    "articles": _repeat(f"<article><h1>Point</h1><p>{_TEXT}</article>"),
    "sections": _repeat(f"<section><h2>Point</h2><p>{_TEXT}</section>"),
    "rows": _repeat("<tr><td>one<td>two", "<table>", "</table>"),
    "cells in a row": _repeat("<td>a", "<table><tr>", "</table>"),
    "empty cells": _repeat("<td>", "<table><tr><td>a", "<td>b</table>"),
    "tables": _repeat("<table><tr><td>a<td>b</table>"),
    "rows with numbers": _count("<tr><td>#.<td>The members act;", "<table>", "</table>"),
    "tables in cells": _repeat("<table><tr><td>a</table>", "<table><tr><td>", "</table>"),
    "links": _repeat("<a href=/x>word</a> "),
    "long links": lambda n: f"<a href='/{'x' * n}'>word</a>",
    "base and links": _repeat("<a href=x/y>word</a> ", "<base href=http://example.org/a/>"),
    "links to notes": _count("<p>x<sup><a href=#n#>#</a></sup>".replace("#n#", "&num;n#")),
    "notes": lambda n: (
        "".join(f"<p>x<sup><a id=r{i} href=#n{i}>{i % 999}</a></sup>" for i in range(n))
        + "".join(f"<p id=n{i}><a href=#r{i}>{i % 999}</a> note" for i in range(n))
    ),
    "references to one note": _repeat("<p>x<sup><a href=#n>1</a></sup>", "", "<p id=n>1 note"),
    "paragraphs of one note": _repeat("<p>word", "x<sup><a href=#n>1</a></sup><div id=n>1 note", "</div>"),
    "skip links": _repeat("<a class=skip-link href=#x>skip</a>"),
    "skip links in a paragraph": _repeat("word <a class=skip-link href=#x>skip</a>", "<p>"),
    "bylines": _repeat("<p class=byline>By Ada Quay, 7 March 2025"),
    "bylines in a line": _repeat("<span class=byline>Ada Quay</span> word ", "<p>"),
    "classes": _repeat("a ", "<p class='", "'>word"),
    "class names of navigation": _repeat("nav-", "<p class='", "'>word"),
    "styles": _repeat("display ", "<p style='", "'>word"),
    "attributes": _count("<p a=1 b=2 c=3 id=x#>word"),
    "attributes of one tag": lambda n: "".join(f"<p {' '.join(f'a{j}=1' for j in range(200))}>x" for _ in range(n)),
    "data attributes": _repeat("<p data-declaration=1 data-note=x data-line=3 data-part=y>word"),
    "unclosed tags": _repeat("<p <p "),
    "unclosed quotes": _repeat("<p a='x>y"),
    "less-than signs": _repeat("<"),
    "less-than signs and spaces": _repeat("< "),
    "end tags alone": _repeat("</p></div>x"),
    "wrong nesting": _repeat("<b><i>x</b></i>"),
    "wrong nesting of blocks": _repeat("<p><b>x<div>y</p></b>z</div>"),
    "body ends": _repeat("</body></html>x"),
    "head elements in the body": _repeat("<title>x</title><meta name=a content=b><p>y"),
    "entities": _repeat("&amp;&eacute;&#233;"),
    "ampersands": _repeat("&"),
    "unknown entities": _repeat("&bogus;"),
    "characters that cannot stand": _repeat("&#1;&#xD800;"),
    "long entities": _repeat("x", "&", ";"),
    "comments": _repeat("<!---->", "<p>a", "b"),
    "comments between words": _repeat("a<!-- x -->"),
    "open comments": _repeat("<!-- "),
    "CDATA": _repeat("<![CDATA[x]]>y"),
    "processing instructions": _repeat("<?php x ?>y"),
    "declarations": _repeat("<!DOCTYPE html>x"),
    "conditional comments": _repeat("<!--[if IE]>x<![endif]-->y"),
    "hidden": _repeat("<p hidden>x</p><p style='display: none'>y</p>z"),
    "hidden in headings": _repeat("<span aria-hidden=true>x</span>", "<h1>", "</h1>"),
    "hidden headings": _repeat("<h2 aria-hidden=true>x</h2>"),
    "scripts": _repeat("<script>x</script>y"),
    "styles of the page": _repeat("<style>x</style>y"),
    "pictures": _repeat("word <img alt='a harbour' src=x> "),
    "breaks": _repeat("a<br>"),
    "double breaks": _repeat("a<br><br>"),
    "rules": _repeat("<hr>"),
    "preformatted": _repeat("<pre>a  b\n c</pre>"),
    "preformatted lines": _repeat("a  b\n", "<pre>", "</pre>"),
    "preformatted spaces": _repeat(" ", "<pre>a", "b</pre>"),
    "text areas": _repeat("<textarea>a</textarea>"),
    "options": _repeat("<option>word", "<select>", "</select>"),
    "fields": _repeat("<input value=x><label>word</label>", "<form>", "</form>"),
    "quotes in a line": _repeat("<q>word</q>"),
    "ruby": _repeat("<ruby>漢<rt>kan</rt></ruby>"),
    "raised": _repeat("x<sup>2</sup>"),
    "emphasis": _repeat("<b>x</b> <i>y</i> "),
    "languages in a line": _repeat("<span lang=fr>mot</span> <span lang=de>Wort</span> "),
    "languages of paragraphs": _repeat("<p lang=fr>mot<p lang=de>Wort"),
    "directions": _repeat("<p dir=rtl>word<bdo dir=ltr>x</bdo>"),
    "times": _repeat("<time datetime=2025-03-07>7 March</time> "),
    "metadata": _repeat("<meta property=og:title content=Title><meta name=author content=Ada>", "<head>", "<p>x"),
    "long metadata": _repeat("word ", "<head><meta property=og:title content='", "'><p>x"),
    "long title": _repeat("word | ", "<title>", "</title><p>x"),
    "JSON-LD": _repeat('<script type="application/ld+json">{"@type": "Article", "headline": "x"}</script>', "<p>x"),
    "long JSON-LD": _repeat(
        '{"@type": "Article", "headline": "x"},', '<script type="application/ld+json">[', "1]</script><p>x"
    ),
    "deep JSON-LD": _repeat('{"a":', '<script type="application/ld+json">', "</script><p>x"),
    "brackets of JSON-LD": _repeat("[", '<script type="application/ld+json">', "</script><p>x"),
    "long string of JSON-LD": _repeat(
        "word ", '<script type="application/ld+json">{"@type":"Article","headline":"', '"}</script><p>x'
    ),
    "leaked tags": _repeat("&lt;b&gt;x&lt;/b&gt;"),
    "leaked names": _count("&lt;t&gt;x", "<p>", ""),
    "leaked spaces": _repeat("x&amp;nbsp;"),
    "spaces": _repeat(" ", "<p>a", "b"),
    "line ends": _repeat("\n", "<p>a", "b"),
    "white space between blocks": _repeat("<p>a</p>\n \n"),
    "XHTML": _repeat("<p>a<a id='x'/>b</p>", "<?xml version='1.0'?><html><body>"),
    "iframes": _repeat("<iframe>x</iframe>y"),
    "drawings": _repeat("<svg><text>x</text></svg>y"),
    "templates": _repeat("<template>x</template>y<noscript>z</noscript>"),
    "parts of our pages": _repeat("<p class='declaration-part' data-part=resolution data-piece=paragraph>x"),
}
"""Makers of web pages by name."""
