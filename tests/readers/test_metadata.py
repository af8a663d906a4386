"""PageMetadata beside the text of web pages."""

from __future__ import annotations

import pytest

from tests.readers.reading import codes, metadata, read_html


def json_ld(data: str) -> str:
    """Give a page with one JSON-LD script."""
    return f"<head><script type='application/ld+json'>{data}</script></head><p>x"


@pytest.mark.parametrize(
    ("meta", "item"),
    [
        (
            "property='article:published_time' content='2025-03-07T14:31:09+00:00'",
            ("published", "2025-03-07T14:31:09+00:00"),
        ),
        ("property='article:modified_time' content='2025-03-10'", ("modified", "2025-03-10")),
        ("property='article:section' content=' News  and views '", ("category", "News and views")),
        ("name='DC.title' content='On Peace'", ("title", "On Peace")),
        ("name='dc:creator' content='Ana'", ("author", "Ana")),
        ("name='DCTERMS.issued' content='2024-01'", ("published", "2024-01")),
        ("name='citation_title' content='On Peace'", ("title", "On Peace")),
        ("name='citation_doi' content='10.1/x'", ("identifier", "10.1/x")),
        ("property='og:site_name' content='Assembly'", ("site", "Assembly")),
        ("property='og:locale' content='pt_BR'", ("language", "pt-BR")),
        ("name='twitter:title' content='On Peace'", ("title", "On Peace")),
        ("name='author' content='Ana'", ("author", "Ana")),
        ("property='og:title' content='On &lt;i>k&lt;/i>&lt;br/>and&amp;nbsp;m'", ("title", "On k and\u00a0m")),
        ("property='og:title' content='If a &lt; b'", ("title", "If a < b")),
        ("name='description' content='What'", ("description", "What")),
    ],
)
def test_meta_elements(meta, item):
    """Every known name gives a item, with its origin."""
    [(kind, value, origin)] = metadata(read_html(f"<head><meta {meta}></head><p>x"))
    assert (kind, value) == item
    assert origin.startswith("meta ")


@pytest.mark.parametrize(
    "meta",
    ["name=viewport content=x", "property='og:title' content='  '", "content=x", "property='og:locale' content='??'"],
)
def test_meta_elements_that_tell_nothing(meta):
    """Unknown names, empty values and malformed languages give no item."""
    assert metadata(read_html(f"<head><meta {meta}></head><p>x")) == []


def test_the_head_the_page_and_the_banner():
    """Title, canonical address, language of the page and title of the site are metadata."""
    page = read_html(
        "<html lang=en><head><title> Peace \n - Site</title><link rel=canonical href='https://example.org/x'></head>"
        "<header><h1>Assembly</h1><p>We meet</p></header>"
    )
    assert metadata(page) == [
        ("language", "en", "html lang"),
        ("url", "https://example.org/x", "link canonical"),
        ("page-title", "Peace - Site", "title"),
        ("site", "Assembly", "banner"),
    ]


def test_json_ld_of_an_article():
    """The article of a graph gives title, people, dates and categories; an organization is the issuer."""
    page = read_html(
        json_ld(
            """{"@context": "https://schema.org", "@graph": [
            {"@type": "WebPage", "name": "Page", "datePublished": "2020"},
            {"@type": ["NewsArticle"], "headline": "On Peace", "author": [{"@type": "Person", "name": "Ana"}, "Ben"],
             "publisher": {"@id": "#org"}, "datePublished": "2025-03-07", "dateModified": "2025-03-08",
             "inLanguage": "en", "articleSection": ["News", "Peace"], "keywords": "a, b"},
            {"@type": "NGO", "@id": "#org", "name": "World Assembly"},
            {"@type": "WebSite", "name": "assembly.example"}]}"""
        )
    )
    assert [(kind, value) for kind, value, _ in metadata(page)] == [
        ("title", "On Peace"),
        ("author", "Ana"),
        ("author", "Ben"),
        ("issuer", "World Assembly"),
        ("published", "2025-03-07"),
        ("modified", "2025-03-08"),
        ("language", "en"),
        ("category", "News"),
        ("category", "Peace"),
        ("category", "a, b"),
        ("site", "assembly.example"),
        ("published", "2020"),
        ("title", "Page"),
    ]


def test_json_ld_publisher_without_a_type_is_only_a_site():
    """A publisher is the issuer only if its node says that it is an organization."""
    page = read_html(json_ld('[{"@type": "Article", "publisher": {"name": "Assembly"}}]'))
    assert metadata(page) == [("site", "Assembly", "json-ld")]


@pytest.mark.parametrize("data", ['{"@type": "Article", ', "[" * 100_000, "not json"])
def test_broken_json_ld_is_reported(data):
    """JSON-LD that cannot be read gives a finding and takes nothing else with it."""
    page = read_html(json_ld(data))
    assert codes(page) == ["broken-metadata"]
    assert page.findings[0].position.element == "script"
    assert [block.text.text for block in page.blocks] == ["x"]


@pytest.mark.parametrize("data", ["[]", "3", '{"@type": "Recipe", "name": "Soup"}', '{"@type": 3}', '{"@id": []}', ""])
def test_json_ld_of_anything_else_gives_no_clue(data):
    """Nodes of other types and of no shape at all are passed over."""
    page = read_html(json_ld(data))
    assert (metadata(page), codes(page)) == ([], [])


def test_times_in_the_page():
    """The time of a byline is when the page was published; any other time is just a date; comments are not asked."""
    page = read_html(
        "<article><div class=entry-meta><time datetime=2025-03-07>7 March</time>"
        "<time class=updated datetime=2025-03-09>9 March</time></div>"
        "<p>Meeting of <time datetime=2025-03-01>1 March</time>.</article>"
        "<div id=comments><time datetime=2026-01-01>later</time></div><time>never</time>"
    )
    assert metadata(page) == [
        ("published", "2025-03-07", "time"),
        ("modified", "2025-03-09", "time"),
        ("date", "2025-03-01", "time"),
    ]


def test_bylines_and_categories():
    """Links and spans of author and category are metadata, those of the sidebar are not."""
    page = read_html(
        "<article><span class='author vcard'><a rel=author href=x>Ana</a></span><a rel='category tag' href=y>News</a>"
        "</article><aside><a rel=author href=z>Zoe</a></aside>"
    )
    assert metadata(page) == [("author", "Ana", "rel author"), ("category", "News", "rel tag")]


@pytest.mark.parametrize(
    ("element", "item"),
    [
        ("<p itemprop=datePublished content='2024-05-06 10:00'>May</p>", ("published", "2024-05-06 10:00")),
        ("<span property='schema:dateModified'>7 May 2024</span>", ("modified", "7 May 2024")),
        ("<b itemprop=author itemscope><i itemprop=name>Ana Roth</i> of us</b>", ("author", "Ana Roth")),
        ("<li class='story__meta__date'>06.05.2024</li>", ("date", "06.05.2024")),
        ("<p class=createdAt>6 mai 2024</p>", ("published", "6 mai 2024")),
        ("<p class='article_autor'>Text: Ana Roth</p>", ("author", "Text: Ana Roth")),
        ("<div class=metaAuthor><p>by <a href=/a>Ana Roth</a></p></div>", ("author", "by Ana Roth")),
    ],
)
def test_annotated_elements(element, item):
    """Microdata, RDFa and the classes of bylines and dates are metadata; in a region of comments they are not."""
    assert [pair[:2] for pair in metadata(read_html(f"<article>{element}<p>Text.</article>"))] == [item]
    assert metadata(read_html(f"<article><p>Text.</article><div id=comments>{element}</div>")) == []


@pytest.mark.parametrize(
    "element",
    [
        "<p class=author-bio>Ana Roth is a miller.</p>",
        "<p class=event-date>6 May 2024</p>",
        "<p class=template>6 May 2024</p>",
        "<p class=date>tomorrow</p>",
        f"<div class=author>{'Ana Roth mills in the valley. ' * 9}</div>",
    ],
)
def test_classes_that_name_something_else(element):
    """What an author did, the day of an event, words without a figure and whole paragraphs are no metadata."""
    assert metadata(read_html(f"<article>{element}<p>Text.</article>")) == []


def test_a_header_that_holds_the_heading_is_no_banner():
    """Date and author in the header of an article, or of a page with its only heading, are those of the document."""
    words = "<h1>On Peace</h1><p class=date>6 May 2024</p>"
    for page in (f"<header>{words}</header><p>Text.", f"<article><header>{words}</header><p>Text.</article>"):
        assert ("date", "6 May 2024", "class") in metadata(read_html(page))
    assert ("date", "6 May 2024", "class") not in metadata(
        read_html("<header><p class=date>6 May 2024</p></header><h1>On Peace</h1><p>Text.")
    )


def test_a_kicker_is_none_of_the_headline():
    """The words of a heading after those of a line that stands over it are its headline."""
    page = read_html("<h1><span class='head__kicker'>Rivers</span> <b>No more mills</b></h1><p>Text.")
    assert metadata(page) == [("headline", "No more mills", "heading")]


def test_the_site_by_its_feed():
    """The title of a feed begins with the name of the site."""
    page = read_html("<link rel=alternate type='application/rss+xml' title='Guild of Millers » Feed' href=/f><p>Text.")
    assert metadata(page) == [("site", "Guild of Millers", "feed")]


@pytest.mark.parametrize(
    "data",
    [
        '//<![CDATA[\n{"@type": "Article", "headline": "On &amp; on",}\n//]]>',
        '<!-- {"@type": "Article", "headline": "On &amp; on"}; -->',
        '[{"@type": "Article", "headline": "On & on",},]',
        '{"@type": "Article" "headline": "On & on", "author": {',
    ],
)
def test_json_ld_that_means_one_thing_only(data):
    """What hides or ends a script and commas too many are passed over; of other JSON single fields are read."""
    page = read_html(json_ld(data))
    assert metadata(page) == [("title", "On & on", "json-ld")]
    assert codes(page) == ["broken-metadata"]


def test_the_same_twice_is_one_clue():
    """PageMetadata of one kind and value are kept once, from the origin that is trusted most."""
    page = read_html(
        "<head><meta name=author content=Ana><meta name=citation_author content=Ana>"
        "<meta name=author content='Ana  '></head><p>x"
    )
    assert metadata(page) == [("author", "Ana", "meta citation_author")]


def test_clues_know_their_place():
    """A item gives line and element."""
    page = read_html("<head>\n<meta name=author content=Ana>")
    assert (page.metadata.all[0].position.line, page.metadata.all[0].position.element) == (2, "meta")
