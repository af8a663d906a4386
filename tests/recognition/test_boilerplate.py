"""Which blocks of a page are its document, and which the page around it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from declarations import Limits, examine
from declarations.findings import FindingCode
from declarations.readers.html import read_page
from declarations.recognition.document import Document
from declarations.recognition.segment.boilerplate import drop_boilerplate

PROSE = "The council met at dawn, heard the millers of the valley, and decided to open the ovens again."
MORE = "Bread is dear these days, as everybody in the town will tell you who buys it at the market."
ENTRY = f"<p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p>"


def drop(html: str) -> Document:
    """Set boilerplate aside."""
    page = read_page(html, limits=Limits())
    return drop_boilerplate(Document(page=page, blocks=page.blocks))


def reasons(html: str) -> Mapping[str, str]:
    """Give what was dropped of a page, by its words, and why."""
    document = drop(html)
    return {document.blocks[id].text.text: reason for id, reason in document.boilerplate.items()}


def test_boilerplate_is_told_by_landmark_region_and_phrase() -> None:
    """Menus, WordPress lines and whatever stands outside the main region are no document; its title is."""
    page = f"<nav>Home</nav><div>Fair today</div><article><h1>On bread</h1>{ENTRY}<p>Comments are closed.</p></article>"

    assert reasons(page) == {
        "Home": "landmark navigation",
        "Fair today": "outside the main content",
        "Comments are closed.": "boilerplate phrase",
    }


def test_a_region_with_most_of_the_prose_is_no_sidebar() -> None:
    """Whatever the markup calls it, the text of the page is read, and a finding says so; its menus stay outside."""
    page = (
        f"<nav>Home</nav><div class=sidebar><h1>On bread</h1>{ENTRY}<p>Leave a comment</p></div>"
        "<aside><p>Fair today</p></aside>"
    )

    assert reasons(page) == {
        "Home": "landmark navigation",
        "Leave a comment": "boilerplate phrase",
        "Fair today": "landmark complementary",
    }
    assert [finding.code for finding in drop(page).findings] == [FindingCode.MISNAMED_REGION]


@pytest.mark.parametrize("name", ["share-box", "post-related", "widget-wrap", "my-newsletter", "has-cookie-bar modal"])
def test_a_class_word_around_the_title_drops_nothing(name: str) -> None:
    """Site builders put such words around everything."""
    assert reasons(f"<div class='{name}'><h1>On bread</h1>{ENTRY}</div>") == {}


@pytest.mark.parametrize("name", ["comments", "related"])
def test_comments_are_no_document_however_many(name: str) -> None:
    """What readers say about a page is never taken for its text."""
    talk = f"<div><p>{PROSE}</p></div>" * 9
    found = drop(f"<div><h1>On bread</h1><p>{MORE}</p></div><div id={name}>{talk}</div>")

    assert [found.blocks[id].text.text for id in range(len(found.blocks)) if id not in found.boilerplate] == [
        "On bread",
        MORE,
    ]


def test_teasers_side_by_side_are_no_document() -> None:
    """Several regions that each lead elsewhere in few words, whatever they are called; a list of clauses is none."""
    teaser = f"<div><h3><a href=/x>Old ovens found</a></h3><p>{MORE}</p></div>"
    page = f"<main><h1>On bread</h1><div>{ENTRY}</div><h2>From the archive</h2><div>{teaser * 4}</div></main>"
    clauses = "<ul>" + f"<li>{PROSE}</li>" * 4 + "</ul>"

    assert {"From the archive", "Old ovens found"} <= set(reasons(page))
    assert reasons(f"<main><h1>On bread</h1>{clauses}</main>") == {}


def test_a_link_alone_on_its_line_leads_away() -> None:
    """It is a teaser or a menu; a link in a sentence, to a note of the same page or in a title is text."""
    page = (
        f"<main><h1><a href=/on-bread>On bread</a></h1>{ENTRY}<p><a href=/ovens>All about old ovens</a></p>"
        "<p>The whole report is <a href=/report>here</a>.</p><p><a href=#n3>See note 3</a></p></main>"
    )

    assert reasons(page) == {"All about old ovens": "link alone on its line"}


def test_captions_and_bylines_are_no_text() -> None:
    """What is said of a picture and of who posted the page stands apart from the text, wherever it is."""
    figure = "<figure><img src=x alt=x><figcaption>The mill of Oss. Photo: A. Boer</figcaption></figure>"
    page = f"<article><h1>On bread</h1><p class=byline>By webteam, 2 May 2020</p>{ENTRY}{figure}<p>{MORE}</p></article>"

    assert set(reasons(page)) == {"By webteam, 2 May 2020", "The mill of Oss. Photo: A. Boer"}


def test_what_stands_between_title_and_text_is_of_the_document() -> None:
    """Place and day often stand beside the region of the text; what stands above the title does not count."""
    page = (
        f"<div><p>Town paper</p><h1>On bread</h1><p>Oss, 2 May 2020</p><div>{ENTRY}</div></div><title>On bread</title>"
    )

    assert "Oss, 2 May 2020" not in reasons(page)


def test_names_of_those_who_sign_stay_though_they_stand_in_a_region_of_their_own() -> None:
    """A long list of names without links says as much as a paragraph."""
    names = "".join(f"<li>Dr Ada Brenner {number}, Institute of Ovens</li>" for number in range(30))
    page = (
        f"<main><section><h1>On bread</h1>{ENTRY}</section><section><h2>Signed by</h2><ul>{names}</ul></section></main>"
    )

    assert reasons(page) == {}


def test_a_heading_over_nothing_but_boilerplate_is_boilerplate() -> None:
    """A heading over other headings, and one over a paragraph, stay."""
    page = (
        f"<main><h1>On bread</h1><h2>Reasons</h2><h3>Prices</h3>{ENTRY}<h2>Elsewhere</h2>"
        "<ul><li><a href=/a>Mills of the north</a></li><li><a href=/b>Mills of the south</a></li></ul></main>"
    )

    assert {words for words, reason in reasons(page).items() if reason == "heading of boilerplate"} == {"Elsewhere"}


def test_a_word_that_pages_print_is_boilerplate_alone_and_with_a_label() -> None:
    """A sentence, a heading or a title may begin with such a word; a phrase of several words always counts."""
    words = ("Comments", "Comments (3)", "Photo: A. Boer", "Read also all about ovens", "Tags: mills, ovens")
    text = ("Comments on the law of ovens were heard.", "Photography of mills is free to everybody.")
    page = "".join(f"<p>{line}</p>" for line in (*words, *text))

    assert set(reasons(f"<main><h1>Comments on bread</h1>{ENTRY}{page}{ENTRY}</main>")) == set(words)


def test_buttons_are_no_text_and_what_unfolds_a_text_is() -> None:
    """What a click does is said in a button or in a link that leads nowhere."""
    folded = "<h2><button aria-expanded=false>Article 1</button></h2><p><button aria-controls=x>Article 2</button></p>"
    buttons = "<p><button>Print it</button></p><p><a href=#>Go up</a> <a href='javascript:x()'>Go back</a></p>"

    assert set(reasons(f"<main><h1>On bread</h1>{folded}{ENTRY}{buttons}</main>")) == {"Print it", "Go up Go back"}


def test_a_figure_is_a_picture_unless_it_holds_text() -> None:
    """Tables and quotations may stand in a figure; a footer of the page may stand in its main element."""
    figures = "<figure><div>The mill of Oss</div></figure><figure><table><tr><td>Oss<td>7</table></figure>"
    page = f"<main><h1>On bread</h1>{ENTRY}{figures}<footer><p>Town Hall, Oss</p></footer></main>"

    assert set(reasons(page)) == {"The mill of Oss", "Town Hall, Oss"}


def test_a_label_before_a_link_leads_away_in_the_middle_of_a_text() -> None:
    """At the top and at the end such a line may state a fact."""
    lead = "<p>Mehr dazu: <a href=/m>Die alten Öfen</a></p>"
    page = f"<main><h1>Vom Brot</h1>{ENTRY}{lead}{ENTRY}<p>Web: <a href=/w>oefen.example</a></p></main>"

    assert set(reasons(page)) == {"Mehr dazu: Die alten Öfen"}


def test_what_stands_beside_a_title_in_a_banner_is_of_the_document() -> None:
    """Place and day, and no link."""
    page = f"<header><h1>On bread</h1><p>Oss, 2 May 2020</p><p><a href=/>Home</a></p></header><main>{ENTRY}</main>"

    assert reasons(page) == {"Home": "landmark banner"}


def test_the_class_of_a_heading_tells_how_it_looks() -> None:
    """A long one is running text, whatever its tag."""
    page = f"<div><h1>On bread</h1><h5 class=header>1. {PROSE} {MORE}</h5><h5 class=main>2. {MORE} {PROSE}</h5></div>"

    assert reasons(page) == {}


def test_names_in_the_element_around_the_text_are_of_the_document() -> None:
    """Though a link to sign stands between; what follows in another region is not."""
    signed = "<div><p><a href=/sign>Sign it here</a></p></div>Signed by:<br><br>Ada Brenner<br>Jon Held"
    page = f"<section><div><h1>On bread</h1>{ENTRY}</div>{signed}<aside>Fair today</aside></section>"

    assert set(reasons(page)) == {"Sign it here", "Fair today"}


def test_a_page_without_a_declaration_is_said_to_hold_none() -> None:
    """A page of links and pictures is no declaration, and a finding says so."""
    links = "".join(f"<li><a href=/{number}>Mills of the north, part {number}</a></li>" for number in range(9))
    found = examine(f"<h1>Mills</h1><ul>{links}</ul>", format="html")

    assert FindingCode.NO_DECLARATION in {finding.code for finding in found.findings}
