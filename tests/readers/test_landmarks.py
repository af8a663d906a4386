"""The regions of a web page."""

from __future__ import annotations

import pytest

from declarations.blocks import Landmark
from declarations.readers.landmarks import find_part, landmark_of_words
from tests.readers.reading import read_html


def landmarks(html: str) -> list[str]:
    """Give the landmarks of the only block."""
    [block] = read_html(html).blocks
    return [landmark.value for landmark in block.landmarks]


@pytest.mark.parametrize(
    ("words", "landmark"),
    [
        ("nav", Landmark.NAVIGATION),
        ("main-menu", Landmark.NAVIGATION),
        ("mainNav", Landmark.NAVIGATION),
        ("breadcrumbs", Landmark.NAVIGATION),
        ("post-navigation", Landmark.NAVIGATION),
        ("language-switch", Landmark.NAVIGATION),
        ("lang", Landmark.NAVIGATION),
        ("lang-en", None),
        ("site-header", Landmark.BANNER),
        ("masthead", Landmark.BANNER),
        ("sidebar-1", Landmark.COMPLEMENTARY),
        ("widget widget_archive", Landmark.COMPLEMENTARY),
        ("footer-widgets", Landmark.CONTENTINFO),
        ("colophon", Landmark.CONTENTINFO),
        ("sharedaddy", Landmark.SHARING),
        ("comment_list", Landmark.COMMENTS),
        ("nocomments", Landmark.COMMENTS),
        ("jp-relatedposts", Landmark.RELATED),
        ("skip-link", Landmark.SKIPLINK),
        ("entryMeta", Landmark.BYLINE),
        ("author vcard", Landmark.BYLINE),
        ("postmetadata alt", Landmark.POSTMETA),
        ("entry-footer", Landmark.POSTMETA),
        ("cookie-notice-container", Landmark.DIALOG),
        ("article__caption", Landmark.CAPTION),
        ("ad-slot", Landmark.ADVERTISEMENT),
        ("hentry category-related", Landmark.ARTICLE),
        ("searchform", Landmark.SEARCH),
        ("footnotes", Landmark.NOTES),
        ("post-12 hentry category-news", Landmark.ARTICLE),
        ("entry-content", Landmark.ARTICLE),
        ("site-content", Landmark.MAIN),
        ("contents-free", None),
        ("single-post has-sidebar", None),
        ("no-comments-yet", None),
        ("category-navigate", None),
        ("contented", None),
        ("", None),
        ("déclaration", None),
    ],
)
def test_words_of_class_and_id(words, landmark):
    """Whole words speak, parts of words and turned words do not."""
    assert landmark_of_words(words) is landmark


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<main><p>x</main>", ["main"]),
        ("<article><p>x</article>", ["article"]),
        ("<nav>x</nav>", ["navigation"]),
        ("<aside>x</aside>", ["complementary"]),
        ("<header>x</header>", ["banner"]),
        ("<footer>x</footer>", ["contentinfo"]),
        ("<article><header>x</header></article>", ["article"]),
        ("<article><div class=header>x</div></article>", ["article"]),
        ("<article><footer class=entry-footer>x</footer></article>", ["article", "postmeta"]),
        ("<div role=search>x</div>", ["search"]),
        ("<div role='CONTENTINFO'>x</div>", ["contentinfo"]),
        ("<form><p>x</form>", ["form"]),
        ("<body class=sidebar><p>x", []),
        ("<html class=menu><p>x", []),
        ("<p class=byline>x", ["byline"]),
        ("<p><span class=byline>By Ana</span> <time class=entry-date>1 May</time></p>", ["byline"]),
        ("<p><a class=share href=x>Share</a></p>", ["sharing"]),
        ("<p>Long words about <a class=share href=x>Share</a></p>", []),
        ("<a class='skip-link screen-reader-text' href='#c'>Skip</a>", ["skiplink"]),
    ],
)
def test_elements_roles_and_words_make_landmarks(html, expected):
    """Element, role and words of class each give the landmark of what is inside."""
    assert landmarks(html) == expected


def test_a_word_in_the_class_of_a_line_tells_nothing_of_the_page():
    """Whole names do, and words for captions and bylines."""
    assert landmarks("<p class=gdpr-intro>x</p>") == []
    assert landmarks("<p class=newsletter>x</p>") == ["form"]
    assert landmarks("<p class=article__caption>x</p>") == ["caption"]
    assert landmarks("<div class=gdpr-intro>x</div>") == ["dialog"]


@pytest.mark.parametrize(
    "html",
    [
        "<div class=sidebar><main><p>x</main></div>",
        "<div class='menu'><article><p>x</article></div>",
        "<form id=aspnet><h1>x</h1></form>",
        "<form><article>x</article></form>",
    ],
)
def test_what_holds_the_main_text_is_no_furniture(html):
    """A class word or a form around the whole page does not take the text away."""
    assert set(landmarks(html)) <= {"main", "article"}


def test_a_wrapper_of_other_articles_stays_furniture():
    """Cards of related articles do not protect their wrapper; the longest article is the text."""
    page = read_html(
        "<article><p>The whole long text of the statement.</p></article>"
        "<div class=related><article>Card</article></div>"
    )
    assert [landmark.value for landmark in page.blocks[1].landmarks] == ["related", "article"]


def test_a_block_stands_in_the_innermost_region():
    """Every element that holds others is a region, which knows the one around it and what the markup calls it."""
    page = read_html("<p>a</p><div class=hentry><h2>b</h2><aside id=related>c</aside></div><ul><li>d</ul>")
    assert [(b.text.text, b.region) for b in page.blocks] == [("a", 0), ("b", 1), ("c", 2), ("d", 4)]
    assert [(one.parent, one.tag, one.landmark, one.named) for one in page.regions] == [
        (0, "body", None, None),
        (0, "div", None, Landmark.ARTICLE),
        (1, "aside", Landmark.COMPLEMENTARY, Landmark.RELATED),
        (0, "ul", None, None),
        (3, "li", None, None),
    ]


def test_words_for_screen_readers_stand_apart():
    """Words that only screen readers speak leave the running text and keep a block of their own."""
    page = read_html("<p>Read <a href=x>more<span class=screen-reader-text> about peace</span></a> here.</p>")
    assert [(b.text.text, [x.value for x in b.landmarks]) for b in page.blocks] == [
        ("Read more here.", []),
        ("about peace", ["skiplink"]),
    ]


def test_nothing_is_dropped_for_being_furniture():
    """Menus, footers and comments all keep their blocks."""
    page = read_html("<nav>a</nav><div id=comments>b</div><footer>c</footer>")
    assert [block.text.text for block in page.blocks] == ["a", "b", "c"]


def test_hints_of_parts():
    """A hint is what follows `declaration-`."""
    assert find_part("a declaration-resolution b", "p") == "resolution"
    assert find_part("declaration- declarations", "p") is None


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li><a hreflang=en href=a>English</a><li><a hreflang=fr href=b>Français</a></ul>", "navigation"),
        ("<p><a hreflang=en href=a>EN</a> | DE | <a hreflang=fr href=b>FR</a>", "navigation"),
        ("<p>Read it in <a hreflang=en href=a>English</a> or in <a hreflang=fr href=b>French</a>.", None),
        ("<p><a hreflang=en href=a>English</a>", None),
    ],
)
def test_links_to_other_languages_are_navigation(html, expected):
    """A list or a line of little but links with `hreflang` leads elsewhere; such links in a sentence do not."""
    found = {landmark.value for block in read_html(html).blocks for landmark in block.landmarks}
    assert found == ({expected} if expected else set())


@pytest.mark.parametrize("name", ["ad-hoc-committee", "popular-assembly", "share-capital", "pub"])
def test_words_that_mean_other_things_too_name_no_region(name: str) -> None:
    """A class of which a word is also one for advertisements or sharing says nothing."""
    assert landmark_of_words(name) is None
