"""Web pages to blocks."""

from __future__ import annotations

import pytest

from declarations import Declaration, render
from declarations.parts import PagePart
from tests.readers.reading import codes, marks, read_html, show


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>One</p><p>Two</p>", ["paragraph One", "paragraph Two"]),
        ("<h1>Title</h1><h3>Part</h3>", ["heading1 Title", "heading3 Part"]),
        ("<div role=heading aria-level=4>Part</div>", ["heading4 Part"]),
        ("<p role=heading>Part</p>", ["heading1 Part"]),
        ("words without any tag", ["paragraph words without any tag"]),
        ("<div>loose<p>para</p>tail</div>", ["paragraph loose", "paragraph para", "paragraph tail"]),
        ("<p>one<br>two", ["paragraph one\ntwo"]),
        ("one<br><br>two<br />\n<br>three", ["paragraph one", "paragraph two", "paragraph three"]),
        ("<h2>One<br>Two</h2>", ["heading2 One\nTwo"]),
        ("<p>  a \n\t b&nbsp;c  </p>", ["paragraph a b\xa0c"]),
        ("<p>決議を\n採択した</p>", ["paragraph 決議を採択した"]),
        ("<p>ประกาศ\nว่า</p>", ["paragraph ประกาศว่า"]),
        ("<p>decides\nto act</p>", ["paragraph decides to act"]),
        ("<p>co&shy;operation<wbr>s</p>", ["paragraph cooperations"]),
        ("<pre>a\n  b</pre>", ["preformatted a\n  b"]),
        ("<p>a</p><hr><p>b</p>", ["paragraph a", "rule", "paragraph b"]),
        ("<blockquote>Quote<p>more</blockquote>", ["paragraph Quote", "paragraph more"]),
        ("<figure><img alt=x><figcaption>Caption</figure>", ["paragraph Caption"]),
        ("<details><summary>Sum</summary>Rest</details>", ["paragraph Sum", "paragraph Rest"]),
        ("<dl><dt><b>Term</b><dd>Meaning</dl>", ["paragraph Term", "paragraph Meaning"]),
        ("<address>Main Street 1<br>Town</address>", ["paragraph Main Street 1\nTown"]),
        ("<p>He said <q>yes, <q>maybe</q></q>.", ["paragraph He said “yes, ‘maybe’”."]),
        ("<ruby>決議<rp>(</rp><rt>けつぎ</rt></ruby>", ["paragraph 決議(けつぎ)"]),
        ("<p>H<sub>2</sub>O and <i>x</i><b>y</b>", ["paragraph H2O and xy"]),
        ("<p></p><div> </div>", []),
        ("", []),
        ("<!-- nothing -->", []),
        ("<my-card>Card<p>In</p></my-card>", ["paragraph Card", "paragraph In"]),
        ("<p>a&#1;b", ["paragraph a\ufffdb"]),
        ("<p>गृह &amp; सभा</p>", ["paragraph गृह & सभा"]),
        ("<h1><span>העצרת</span> <small>הכללית</small></h1>", ["heading1 העצרת הכללית"]),
        ("<select><option>One<option>Two</select>", ["paragraph One", "paragraph Two"]),
    ],
)
def test_elements_become_blocks(html, shown):
    """Every element makes the blocks that a reader of the page sees, and no words are glued together."""
    assert show(read_html(html)) == shown


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>no()</script>",
        "<style>no{}</style>",
        "<template>no</template>",
        "<noscript>no</noscript>",
        "<!-- no -->",
        "<div hidden>no</div>",
        "<div style='color:red; display : none'>no</div>",
        "<div style='--x: 1; display:/**/none ! important; display: block'>no</div>",
        "<div hidden=false>no</div>",
        "<svg><title>no</title><desc>no</desc><defs><text>no</text></defs></svg>",
        "<input type=hidden value=no><input type=checkbox value=no><input type=image alt=no>",
        "<video>no</video><canvas>no</canvas><object hidden>no</object>",
        "<iframe>no</iframe>",
        "<math><annotation>no</annotation></math>",
        "<head><title>no</title></head>",
    ],
)
def test_what_nobody_sees_is_no_content(hidden):
    """Scripts, styles, comments and hidden elements leave no words, and what follows them stays."""
    page = read_html(f"<p>before</p>{hidden}<p>after</p>")
    assert show(page) == ["paragraph before", "paragraph after"]


def test_text_after_a_hidden_element_stays():
    """The words behind a hidden element belong to what is around it."""
    assert show(read_html("<p>a <span hidden>x</span> b<!-- c --> d</p>")) == ["paragraph a b d"]


@pytest.mark.parametrize(
    "style",
    [
        "--a: display:none", "display:none; display:block", "display:none; color:red; display : FLEX",
        "display:none x", "/* display:none */color:red", "font-family:'display:none'", "background:url(a;display:none)",
        "x{display:none}", "a:(;display:none", "color:red display:none",
        "display:block !important; display:none", "display", ":none", "\\",
    ],
)  # fmt: skip
def test_a_style_that_only_mentions_hiding_hides_nothing(style):
    """Custom properties, strings, comments, brackets and values that lose or mean nothing leave the words in sight."""
    assert show(read_html(f'<p style="{style}">seen</p>')) == ["paragraph seen"]


@pytest.mark.parametrize(
    "style", ["DISPLAY : NONE", "d\\69 splay:none", "color red;;display:none", "display:none; display:x"]
)
def test_a_style_that_hides_is_known_in_every_spelling(style):
    """Case, white space, escapes and broken declarations around it do not matter."""
    assert show(read_html(f'<p style="{style}">no</p>')) == []


@pytest.mark.parametrize(
    ("html", "words", "landmark"),
    [
        ("<input type=submit value='Send it'>", "Send it", "form"),
        ("<input placeholder=Name>", "Name", "form"),
        ("<input value=Ada placeholder=Name>", "Ada", "form"),
        ("<textarea placeholder=Words></textarea>", "Words", "form"),
        ("<select><option>South</select>", "South", "form"),
        ("<select><option label=South></select>", "South", "form"),
        ("<svg><text>Logo</text></svg>", "Logo", "decoration"),
        ("<svg><text>a <![CDATA[< b]]></text></svg>", "a < b", "decoration"),
        ("<span aria-hidden=true>*</span>", "*", "decoration"),
        ("<div aria-hidden=true><p>Ornament</div>", "Ornament", "decoration"),
        ("<span style='position:absolute;clip:rect(0,0,0,0)'>opens a tab</span>", "opens a tab", "skiplink"),
        ("<span style='position:absolute;width:1px;height:1px;overflow:hidden'>a tab</span>", "a tab", "skiplink"),
    ],
)
def test_words_apart_from_the_running_text_have_a_block_of_their_own(html, words, landmark):
    """Buttons, fields, drawings, decoration and what only screen readers speak are read, and said to be that."""
    page = read_html(f"<p>We {html} demand peace.</p>")
    apart = [block for block in page.blocks if block.text.text == words]
    assert [[one.value for one in block.landmarks] for block in apart] == [[landmark]]
    assert " ".join(block.text.text for block in page.blocks if block not in apart) == "We demand peace."


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden=until-found>seen</p>",
        "<details><summary hidden>no</summary>seen</details>",
        "<dialog>seen</dialog>",
        "<div><template shadowrootmode=open><p>seen</p></template></div>",
        "<svg><foreignObject><p>seen</p></foreignObject></svg>",
        "<object data=x>seen</object>",
        "<desc>seen</desc>",
        "<textarea>seen</textarea>",
        "<body></body></html>seen",
        "<main aria-hidden=true><p>seen</p></main><div aria-hidden=true></div>",
    ],
)
def test_what_a_visitor_sees_or_opens_is_read(html):
    """What is opened with a click, found by searching, or in an element that nobody knows is read as other words."""
    assert [block.text.text for block in read_html(html).blocks] == ["seen"]


def test_what_holds_the_main_text_is_no_decoration():
    """A page that was saved while a window lay over it hides all of itself from screen readers; it stays the text."""
    for html in (
        "<div aria-hidden=true><main><p>We demand peace.</main></div>",
        "<main aria-hidden=true>We demand peace.",
    ):
        assert [landmark.value for landmark in read_html(html).blocks[0].landmarks] == ["main"]


def test_end_tags_that_are_shown_stay():
    """In a field for text an end tag is words, and those after the page belong to it."""
    page = read_html("<textarea>a</html>b</textarea></body></html><p>c")
    assert [block.text.text for block in page.blocks] == ["a</html>b", "c"]


def test_a_heading_of_words_that_are_not_read_aloud_keeps_them():
    """Sites hide words from screen readers that repeat them; a heading is never left without words by that."""
    assert show(read_html("<h1><span aria-hidden=true>Resolution</span></h1>")) == ["heading1 Resolution"]
    assert show(read_html("<h1><i aria-hidden=true>On</i><i aria-hidden=true>Bread</i></h1>")) == ["heading1 On Bread"]
    assert show(read_html("<h1>Resolution <i aria-hidden=true>¶</i></h1>")) == ["heading1 Resolution", "paragraph ¶"]
    assert show(read_html("<h1 aria-hidden=true>Resolution</h1>")) == ["heading1 Resolution"]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("em", "emphasis"), ("i", "emphasis"), ("cite", "emphasis"), ("dfn", "emphasis"), ("var", "emphasis"),
        ("strong", "strong"), ("b", "strong"), ("u", "underline"), ("ins", "underline"), ("s", "strike"),
        ("strike", "strike"), ("sup", "superscript"), ("sub", "subscript"), ("code", "code"),
        ("kbd", "code"), ("samp", "code"), ("tt", "code"),
    ],
)  # fmt: skip
def test_elements_mark_their_words(tag, kind):
    """Every marking element gives its kind, and the mark ends with the last word."""
    page = read_html(f"<p>a <{tag}> bc </{tag}> d")
    assert page.blocks[0].text.text == "a bc d"
    assert marks(page.blocks[0]) == [(kind, "bc", None)]


def test_marks_go_on_through_blocks():
    """An element that is left open marks the words of every block in it."""
    blocks = read_html("<p>x</p><div><b><div>one</div><div>two</div></b></div><p>three").blocks[1:]
    assert [marks(block) for block in blocks] == [[("strong", "one", None)], [("strong", "two", None)], []]


def test_links_are_resolved_where_the_page_says_its_address():
    """A relative link needs an absolute base; without one it stays as printed."""
    link = "<p><a href='/a b?x#y'>t</a>"
    assert marks(read_html(link).blocks[0]) == [("link", "t", "/ab?x#y")]
    base = "<head><base href='https://example.org/x/'></head>"
    assert marks(read_html(base + "<p><a href='y'>t</a>").blocks[0]) == [("link", "t", "https://example.org/x/y")]
    canonical = "<head><link rel=canonical href='https://example.org/z'></head>"
    assert marks(read_html(canonical + link).blocks[0]) == [("link", "t", "https://example.org/ab?x#y")]
    assert marks(read_html(base + "<p><a href='#n'>t</a>").blocks[0]) == [("link", "t", "#n")]
    assert marks(read_html(base + "<p><a href='http://[x'>t</a>").blocks[0]) == [("link", "t", "http://[x")]


@pytest.mark.parametrize("href", ["javascript:alert(1)", " Java\nScript:x", "vbscript:x", "data:text/html,x", ""])
def test_unsafe_links_are_dropped_and_their_words_kept(href):
    """A link that would run something is no link."""
    page = read_html(f"<p><a href='{href}'>words</a>")
    assert (show(page), marks(page.blocks[0])) == (["paragraph words"], [])


def test_languages_of_blocks_and_words():
    """A block has the nearest language; words in another one are marked; malformed tags say nothing."""
    page = read_html("<html lang=pt-BR><p>um <i lang=en>one</i> <b lang=pt-BR>dois</b><p lang=fr_CA>un<p lang='!'>x")
    assert [block.language for block in page.blocks] == ["pt-BR", "fr-CA", "pt-BR"]
    assert ("language", "one", "en") in marks(page.blocks[0])
    assert len(marks(page.blocks[0])) == 3


def test_words_of_an_image_count_only_inside_running_text():
    """An image between words speaks its alternative text; one at the border of a block does not."""
    assert show(read_html("<p><img alt=Logo> We <img alt=love> peace <img alt=End></p>")) == ["paragraph We love peace"]


def test_a_table_of_data_gives_rows():
    """One block a row, cells apart by tabs, empty cells kept."""
    page = read_html(
        "<table><caption>Votes</caption><tr><th>State<th>Vote<tr><td>A<br>B<td><p>yes</p><tr><td><td>no</table>"
    )
    assert show(page) == ["paragraph Votes", "row State\tVote", "row A B\tyes", "row \tno"]


def test_a_row_of_a_number_and_its_words_is_one_row():
    """Where a cell holds nothing but the number of the next, both stand in one row."""
    page = read_html("<table><tr><td>A.<td>whereas it rains;</table><table><tr><td>–<td>having met;</table>")
    assert show(page) == ["row A.\twhereas it rains;", "row –\thaving met;"]


def test_numbered_rows_that_hold_lists_are_items():
    """A row whose words hold tables of their own is an item, and so are the rows inside it."""
    inner = "<table><tr><td>a)<td>a list;</table><table><tr><td>b)<td>a fund;</table>"
    page = read_html(f"<table><tr><td>2.<td>asks for:{inner}<tr><td>–<td><p>thanks</p><p>all</p></table><p>End")
    assert show(page) == [
        "item+ 2. asks for:", "item++ a) a list;", "item++ b) a fund;", "item+ thanks", "paragraph+ all",
        "paragraph End",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ("<td>1<td><p>a</p><p>b</p>", ["paragraph 1", "paragraph a", "paragraph b"]),
        ("<td>1.<td><p></p><p> </p>", ["paragraph 1."]),
        ("<td>A word<td><p>a</p><p>b</p>", ["paragraph A word", "paragraph a", "paragraph b"]),
        ("<td>1.<td><p>a</p><p>b</p><td>c", ["paragraph 1.", "paragraph a", "paragraph b", "paragraph c"]),
    ],
)
def test_other_rows_that_arrange_a_page_are_no_items(cells, shown):
    """A number without a sign, one without words beside it, and a third cell make no item."""
    assert show(read_html(f"<table><tr>{cells}</table>")) == shown


def test_a_table_inside_an_item_stands_as_deep():
    """The rows of a table in a list item have its depth, the cells of the head first."""
    page = read_html(
        "<ol><li>The fees:<table><thead><tr><th>Boat<th>Fee<tbody><tr><td>small<td>90</table><li>Thanks</ol>"
    )
    assert show(page) == ["item+ 1. The fees:", "row+ Boat\tFee", "row+ small\t90", "item+ 2. Thanks"]


def test_the_lines_of_a_letterhead_keep_their_ends():
    """A line break inside a paragraph is kept, two begin a new one."""
    page = read_html("<p><b>Assembly of Coasts</b><br>Harbour Street 12<br/>\nPort Town<br><br>7 May 2021</p>")
    assert show(page) == ["paragraph Assembly of Coasts\nHarbour Street 12\nPort Town", "paragraph 7 May 2021"]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("&lt;Titre>On ferries&lt;/Titre>", "On ferries"),
        ("&lt;Date>{20/11/2019}20.11.2019&lt;/Date>", "20.11.2019"),
        ("The number &lt;i>k&lt;/i> of <b>&lt;i>all&lt;/i> boats</b>", "The number k of all boats"),
        ("&lt;span class='x y'>boats&lt;/span>", "boats"),
        ("boats&amp;nbsp;and nets", "boats\u00a0and nets"),
        ("if a &lt; b and c > d", "if a < b and c > d"),
        ("a &lt;b> c", "a <b> c"),
        ("&lt;/i> alone", "</i> alone"),
        ("{20} &lt; {30}", "{20} < {30}"),
        ("<code>&lt;i>k&lt;/i></code>", "<i>k</i>"),
    ],
)
def test_markup_that_leaked_into_the_words(printed, words):
    """A tag that is printed goes with the one that closes it; formulas, single tags and code stay."""
    assert [block.text.text for block in read_html(f"<p>{printed}").blocks] == [words]


def test_marks_close_up_where_a_leaked_tag_was():
    """Marks stay on the words they were on, and a block that holds nothing but a tag goes."""
    page = read_html("<p>&lt;T><p>a &lt;T><b>b</b>&lt;/T> <i>c</i><p>&lt;/T>")
    assert show(page) == ["paragraph a b c"]
    assert marks(page.blocks[0]) == [("strong", "b", None), ("emphasis", "c", None)]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>a<td>b</table>",
        "<table><tr><td><p>a</p><p>b</p></table>",
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
        "<table><tr><td>a<table><tr><td>b</table></table>",
        "<table><tr><td><h2>a</h2><td><p>b</table>",
    ],
)
def test_a_table_that_arranges_the_page_is_walked_through(table):
    """A table for layout gives ordinary blocks."""
    page = read_html(table)
    assert [block.text.text for block in page.blocks] == ["a", "b"]
    assert all(block.kind != "row" for block in page.blocks)


def test_headings_in_items_carry_the_marker():
    """A list of headed items keeps the numbers with the headings."""
    page = read_html("<ol><li><h3>Peace</h3><p>We call.</p></ol>")
    assert show(page) == ["heading3+ 1. Peace", "paragraph+ We call."]


def test_positions_give_line_and_element():
    """A block knows the line and the element it came from."""
    page = read_html("<h1>One</h1>\n\n<p>Two\n<p>Three")
    assert [(b.position.line, b.position.element) for b in page.blocks] == [(1, "h1"), (3, "p"), (4, "p")]


def test_lines_that_the_parser_cannot_count_are_left_out():
    """libxml2 counts to 65,534; a block beyond has no line rather than a wrong one."""
    page = read_html("<p>a\n" + "\n" * 70_000 + "<p>b")
    assert [block.position.line for block in page.blocks] == [1, None]


def test_our_own_pages_say_the_part():
    """A class `declaration-PART` becomes the part of everything inside."""
    page = read_html("<section class='x declaration-context'><p>a</p></section><p>b")
    assert [block.part for block in page.blocks] == ["context", None]


def test_xhtml_that_closes_empty_elements_loses_nothing():
    """`<script/>` and `<a/>` end where they begin in XHTML."""
    page = read_html(
        '<?xml version="1.0"?><html><head><script src="x"/><title/></head><body><a id="n"/><p>a</p></body>'
    )
    assert show(page) == ["paragraph a"]
    assert marks(page.blocks[0]) == []


def test_deep_lists_are_flattened_and_reported_once():
    """Lists below the twentieth level keep their words at depth 20."""
    page = read_html("<ul><li>a" * 30)
    assert [block.depth for block in page.blocks] == [*range(1, 21), *[20] * 10]
    assert codes(page) == ["flattened-nesting"]


def test_references_to_illegal_characters_are_reported():
    """A character reference cannot bring in what no text can hold."""
    page = read_html("<p>a&#1;b&#x8;c")
    assert codes(page) == ["replaced-characters"]


def test_the_media_type_is_told():
    """A page knows what it was."""
    assert read_html("<p>x").media_type == "text/html"


def test_what_cannot_stand_in_the_head_is_read():
    """A page without head and body tags is read, though the parser keeps its article in the head."""
    shown = show(
        read_html("<title>Motion</title><article><h1>On wells</h1><p>The board decides.</p></article><p>Rye</p>")
    )
    assert shown == ["heading1 On wells", "paragraph The board decides.", "paragraph Rye"]


def test_documents_of_ours_stand_apart_from_the_page_around():
    """Each is a page of its own, whose blocks have attributes; the blocks of the page are what is around."""
    fragment = render(Declaration(title="On Walls", closing=["Carried."]), "html", fragment=True)
    page = read_html(f"<body><p>Site</p>{fragment}<p>Share</p>{fragment}</body>")
    assert [block.text.text for block in page.blocks] == ["Site", "Share"]
    first, second = page.documents
    assert [block.part for block in first.blocks if block.part != PagePart.MASTHEAD] == ["title", "closing"]
    assert first.attributes == second.attributes


def test_words_that_were_taken_out_stand_apart():
    """`del` holds what the text had before, `ins` and `s` what it has."""
    page = read_html("<p>We <del>ask</del> <ins>demand</ins> <s>more</s> bread.</p>")
    assert [(block.text.text, list(map(str, block.landmarks))) for block in page.blocks] == [
        ("We demand more bread.", []),
        ("ask", ["decoration"]),
    ]


def test_a_text_in_pre_is_read_as_plain_text():
    """Its lines are wrapped and its numbers count; program code beside a text stays as it is."""
    text = "<pre>\nRules\n\nThe guild,\n\n  1. bakes\n     bread;\n\n  2. sells it.\n</pre>"
    page = read_html(f"<main>{text}</main>")
    assert [(block.marker, block.text.text) for block in page.blocks] == [
        (None, "Rules"),
        (None, "The guild,"),
        ("1.", "bakes bread;"),
        ("2.", "sells it."),
    ]
    assert {block.region for block in page.blocks} == {1}
    code = read_html("<p>The program of the guild bakes bread and sells it.</p><pre>a\n\nb</pre>")
    assert [str(block.kind) for block in code.blocks] == ["paragraph", "preformatted"]


def test_what_a_click_unfolds_is_read_though_it_is_hidden():
    """The panels of an accordion are text of the page; a menu and a template are none."""
    page = read_html("<div class=accordion-panel style='display:none'><p>a</p></div><div style='display:none'>b</div>")
    assert [block.text.text for block in page.blocks] == ["a"]


def test_lists_of_google_docs_nest_by_their_class():
    """An inner list stands beside the outer one; the class tells its level."""
    page = read_html(
        "<ol class=lst-kix_a-0><li>a</ol><ol class=lst-kix_a-1><li>b</ol><ol class=lst-kix_a-0 start=2><li>c"
    )
    assert [(block.marker, block.depth) for block in page.blocks] == [("1.", 1), ("1.", 2), ("2.", 1)]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://b.example/x?y#z", "https://b.example/x?y#z"),
        ("https://b.example/x/../y", "https://b.example/x/../y"),
        ("/x/y?z", "https://a.example/x/y?z"),
        ("/x/./y", "https://a.example/x/y"),
        ("//b.example/x", "https://b.example/x"),
        ("x", "https://a.example/d/x"),
        ("/x#", "https://a.example/x"),
    ],
)
def test_links_lead_where_the_page_stands(href, target):
    """A page that says its address makes all links absolute."""
    [block] = read_html(f"<base href=https://a.example/d/e><p>See <a href='{href}'>this</a>.").blocks
    assert [mark.target for mark in block.text.marks] == [target]
