"""Plain text to blocks."""

from __future__ import annotations

import pytest

from tests.readers.reading import codes, marks, metadata, read_plain, show

WRAPPED = """\
The annual assembly of the network, having met in the
harbour town for three days, has heard the reports of
all its members and has discussed them at length.
It thanks the hosts."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One\n\nTwo\n\n\n\nThree", ["paragraph One", "paragraph Two", "paragraph Three"]),
        (WRAPPED, [f"paragraph {' '.join(WRAPPED.split())}"]),
        ("  indented\n", ["paragraph indented"]),
        ("a   b \u00a0 c", ["paragraph a b \u00a0 c"]),
        ("coop\u00aderation of all mem\u00ad\nbers", ["paragraph cooperation of all members"]),
        ("well-known and long-\nstanding", ["paragraph well-known and long- standing"]),
        ("", []),
        (" \n\t\n", []),
        ("# Left as printed", ["paragraph # Left as printed"]),
        ("One\u2028Two\u2029Three", ["paragraph One\nTwo", "paragraph Three"]),
    ],
)
def test_paragraphs(text, shown):
    """Blank lines part paragraphs, and lines that only wrap are joined."""
    assert show(read_plain(text)) == shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("大会回顾联合国宪章所载的宗旨和原则并铭记各国人民\n的共同愿望决定继续审议这一问题。", "人民的共同"),
        ("สมัชชาจึงประกาศว่าปฏิญญาสากลว่าด้วยสิทธิมนุษยชนนี้เป็น\nมาตรฐานร่วมกันแห่งความสำเร็จสำหรับบรรดาประชากร", "เป็นมาตรฐาน"),
        ("महासभा सभी सदस्य देशों से अनुरोध करती है कि वे इस घोषणा\nका पालन करें और इसका प्रचार करें।", "घोषणा का"),
        ("تدعو الجمعية العامة جميع الدول الأعضاء إلى العمل من أجل\nالسلام والأمن الدوليين وفقا للميثاق.", "أجل السلام"),
        ("האספה הכללית קוראת לכל המדינות החברות לפעול למען השלום\nוהביטחון בין העמים כולם.", "השלום והביטחון"),
    ],
)
def test_wrapped_lines_of_every_script(text, words):
    """A space is put between wrapped lines, but not in scripts that write none."""
    [block] = read_plain(text).blocks
    assert words in block.text.text


@pytest.mark.parametrize(
    "text",
    [
        "World Assembly\nHarbour Street 12\n1010 Port Town",
        "Signed:\nAna Lima, President\nBen Okoro, Secretary",
        "Date: 7 March 2025\nPlace: Port Town\nNumber: 12/2025",
    ],
)
def test_short_lines_stay_apart(text):
    """The lines of an address, of signatures and of named values keep their ends."""
    assert show(read_plain(text)) == [f"paragraph {text}"]


def test_a_wrapped_line_that_ends_in_a_colon_is_no_label():
    """`格在一年之内上涨：` goes on with a full line; with words behind the colon it names a fact."""
    first = "决定上游山谷三座磨坊的关闭，使那里的大多数居民失去了工作，也使周围城镇的面包价"
    assert show(read_plain(f"{first}\n格在一年之内上涨了一倍以上：")) == [
        f"paragraph {first}格在一年之内上涨了一倍以上："
    ]
    assert show(read_plain("地点：河口镇\n日期：1946年1月")) == ["paragraph 地点：河口镇\n日期：1946年1月"]


def test_lines_that_nobody_wrapped_are_paragraphs():
    """In a text without wrapping every line is a paragraph, with or without blank lines."""
    line = "The assembly of the network, having met for three days, has heard the reports of all its members. " * 2
    assert [block.text.text for block in read_plain(f"{line}\n{line}\n").blocks] == [line.strip()] * 2


def test_a_short_line_above_prose_stands_alone():
    """A heading without a blank line under it is a paragraph of its own."""
    assert show(read_plain(f"Preamble\n{WRAPPED}")) == ["paragraph Preamble", f"paragraph {' '.join(WRAPPED.split())}"]


def test_rows_keep_their_tabs():
    """Lines with tabs are rows; the tabs between their cells stay."""
    assert show(read_plain("metre\tm\nsecond\ts")) == ["row metre\tm", "row second\ts"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. a\n2. b\n3. c", ["item+ 1. a", "item+ 2. b", "item+ 3. c"]),
        ("1. a\n\n2. b", ["item+ 1. a", "item+ 2. b"]),
        ("1) a\n2) b", ["item+ 1) a", "item+ 2) b"]),
        ("(1) a\n(2) b", ["item+ (1) a", "item+ (2) b"]),
        ("a) x\nb) y", ["item+ a) x", "item+ b) y"]),
        ("(i) x\n(ii) y\n(iii) z", ["item+ (i) x", "item+ (ii) y", "item+ (iii) z"]),
        ("iv. x\nv. y", ["item+ iv. x", "item+ v. y"]),
        ("• x\n• y", ["item+ x", "item+ y"]),
        ("- x\n- y", ["item+ x", "item+ y"]),
        ("* x\n* y", ["item+ x", "item+ y"]),
        ("– x\n– y", ["item+ x", "item+ y"]),
        ("١. أ\n٢. ب", ["item+ ١. أ", "item+ ٢. ب"]),
        ("१. अ\n२. ब", ["item+ १. अ", "item+ २. ब"]),
        ("១. ក\n២. ខ", ["item+ ១. ក", "item+ ២. ខ"]),
        ("一、决定\n二、呼吁", ["item+ 一、 决定", "item+ 二、 呼吁"]),
        ("（一）决定\n（二）呼吁", ["item+ （一） 决定", "item+ （二） 呼吁"]),
        ("א. ראשון\nב. שני", ["item+ א. ראשון", "item+ ב. שני"]),
        ("а) мир\nб) труд", ["item+ а) мир", "item+ б) труд"]),
        ("1.1 Scope\n1.2 Terms", ["item+ 1.1 Scope", "item+ 1.2 Terms"]),
        ("1.2.3. Scope", ["item+ 1.2.3. Scope"]),
        ("1. long words\n   that go on", ["item+ 1. long words that go on"]),
        ("We resolve:\n1. to act\n2. to rest", ["paragraph We resolve:", "item+ 1. to act", "item+ 2. to rest"]),
        ("1. a\n  (a) b\n  (b) c\n2. d", ["item+ 1. a", "item++ (a) b", "item++ (b) c", "item+ 2. d"]),
        ("1. a:\n(a) b;\n(b) c.\n2. d", ["item+ 1. a:", "item++ (a) b;", "item++ (b) c.", "item+ 2. d"]),
        ("- a\n    - b\n- c", ["item+ a", "item++ b", "item+ c"]),
        ("1. a\n\n   more of a\n\n2. b", ["item+ 1. a", "paragraph+ more of a", "item+ 2. b"]),
        ("1. Scope", ["item+ 1. Scope"]),
        ("1. a\n2. b\n2. c\n5. d", ["item+ 1. a", "item+ 2. b", "item+ 2. c", "item+ 5. d"]),
        ("- * *\n- b", ["item+ * *", "item+ b"]),
    ],
)
def test_items(text, shown):
    """Numbers, letters and bullets of every kind make items, with depth by indentation and by kind."""
    assert show(read_plain(text)) == shown


@pytest.mark.parametrize(
    ("markers", "depths"),
    [
        ("1. (a) (b) (i) (ii) (c) 2.", "1223321"),
        ("a) b) c) d) e) f) g) h) i) j)", "1111111111"),
        ("a) b) c) d) e) f) g) h) i) ii) iii)", "11111111222"),
        ("1. a) aa) bb) b) aa) 2.", "1233231"),
        ("1. (a) (i) a. b. (ii) (b) 2.", "12344321"),
        ("I. A. B. II. A. B.", "122122"),
        ("A. I. II. B. I. II.", "122122"),
        ("A. B. C. 1. 2.", "11111"),
        ("A. 1. 2. B. 1. 2.", "122122"),
        ("– – A. B. 1. 2.", "111111"),
        ("X. Y. Z. AA. BB. 1.", "111111"),
        ("1. 2. (a) 1. 2.", "11211"),
        ("1. • • 2. •", "12212"),
        ("一、 （一） （二） 二、", "1221"),
        ("1. а) б) 2.", "1221"),
        ("1. 2. 3. 5. 6.", "11111"),
        ("1. (a) (b) 4. 5.", "12211"),
    ],
)
def test_nesting_without_indentation(markers, depths):
    """Where no line is indented, the numbers tell which items stand inside which."""
    text = "\n\n".join(f"{marker} words;" for marker in markers.split())
    assert [block.depth for block in read_plain(text).blocks] == [int(depth) for depth in depths]


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("(g) one;\n\n(h) two:\n\n(i) three.", [1, 1, 2]),
        ("(g) one;\n\n(h) two;\n\n(i) three.", [1, 1, 1]),
        ("(g) one;\n\n(h) two:\n\n(i) three;\n\n(j) four.", [1, 1, 1, 1]),
        ("a) Finance\n\n1. The budget grows.", [1, 2]),
        ("A. whereas it rains; and\n\n1. Asks for boats.", [1, 1]),
    ],
)
def test_the_words_before_tell_whether_a_list_begins_inside(text, depths):
    """What could go on with a list or begin one inside begins it after a colon, unless the next number goes on."""
    assert [block.depth for block in read_plain(text).blocks] == depths


@pytest.mark.parametrize(
    ("between", "depth"),
    [
        ("More is said about it in the annex.", 1),
        ("as long as it rains.", 1),
        ("Length\tFee\n6 m\t90", 1),
        ("The Council therefore decides:", 0),
        ("Finance", 0),
        ("Carried.", 0),
        ("Recalling its resolution of May,", 0),
    ],
)
def test_a_paragraph_between_two_items(between, depth):
    """A sentence or a table between two items belongs to the first; a heading or a lead to what follows does not."""
    page = read_plain(
        f"1. The fees are paid.\n\n{between}\n\n2. Nobody objects.\n\nMore is said about it in the annex."
    )
    inner = {block.depth for block in page.blocks[1:-2]}
    assert inner == {depth}
    assert [block.depth for block in (page.blocks[0], *page.blocks[-2:])] == [1, 1, 0]


def test_a_number_further_out_than_the_bullets_is_that_of_a_paragraph():
    """It stands where the words over the list stand, so it is none of its items; its own items are a list."""
    text = "Decides\n\n  - to go;\n\n  - to stay.\n\n(1) All are told:\n\n    (a) in May.\n\n(2) All come."
    assert show(read_plain(text)) == [
        "paragraph Decides",
        "item+ to go;",
        "item+ to stay.",
        "paragraph (1) All are told:",
        "item+ (a) in May.",
        "paragraph (2) All come.",
    ]


@pytest.mark.parametrize("text", ["  a) x\n b) y", "  viii. x\n  ix. y\n x. z", "   - x\n- y"])
def test_numbers_that_go_on_with_a_list_may_stand_further_out(text):
    """Numbers are often set to end in one column."""
    assert all(line.startswith("item") for line in show(read_plain(text)))


def test_an_indented_paragraph_belongs_to_the_list_it_stands_in():
    """Words that go on after a list inside an item, indented as it is, stand in the outer item."""
    page = read_plain("1. We ask\n\n   - to mend;\n   - to paint;\n\n   and to rest.\n\n2. We thank.")
    assert show(page) == [
        "item+ 1. We ask", "item++ to mend;", "item++ to paint;", "paragraph+ and to rest.", "item+ 2. We thank.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["I. Marsh and C. Dale carried the mail.", "D. Morel, chef de gare, nous a tout dit.", "A. Lima spoke."]
)
def test_an_initial_without_a_series_is_a_name(name):
    """A capital letter before a name is no number where no other number stands next to it in its series."""
    assert show(read_plain(f"We met.\n\n{name}\n\n1. We act.")) == [
        "paragraph We met.", f"paragraph {name}", "item+ 1. We act.",
    ]  # fmt: skip
    assert show(read_plain("A. Lima is a town.\n\nB. Rome is one.")) == [
        "item+ A. Lima is a town.",
        "item+ B. Rome is one.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1948. That year the network was founded.",
        "7. März 2025",
        "J. Smith, President",
        "1.5 million people have signed.",
        "12 members were present.",
        "I think so.",
        "e.g. this",
        "3 March 2025",
        "The founding took place in the year that all of us remember, in\n12. It was a good year for the network.",
        "-5 degrees",
    ],
)
def test_what_only_looks_like_an_item(text):
    """Years, dates, initials and quantities at the start of a line are words."""
    page = read_plain(text)
    assert [block.kind.value for block in page.blocks] == ["paragraph"]
    assert page.blocks[0].text.text == " ".join(text.split())


def test_lists_that_prose_interrupts():
    """A numbered list goes on after a paragraph; bullets after it begin a new list."""
    page = read_plain("1. a\n\nProse.\n\n2. b\n\nProse.\n\n- c\n\nProse.\n\n- d")
    assert [block.list_number for block in page.blocks if block.kind == "item"] == [1, 1, 2, 3]


def test_underlined_headings_and_rules():
    """A line under a line makes it a heading; a line alone is a rule."""
    page = read_plain("Charter\n=======\n\nPart\n----\nText.\n\n* * *\n\n-----\nMore")
    assert show(page) == ["heading1 Charter", "heading2 Part", "paragraph Text.", "rule", "rule", "paragraph More"]


LONG = "The government has launched brutal offensives. They have resulted in devastating civilian"


def test_a_sentence_that_a_page_break_cut_is_joined():
    """Two halves of one sentence become one paragraph, and the reader says so."""
    for gap in ("\n\n", "\f", "\n\f\n", "\n\nPage 2 of 5\n\n", "\n\nhttps://example.org/x 1/3\n\f"):
        page = read_plain(f"{LONG}{gap}casualties. The crisis goes on.")
        assert page.blocks[0].text.text == f"{LONG} casualties. The crisis goes on."
        assert codes(page) == ["joined-paragraphs"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "considering that the work of the committee on the units has been going on for years",
            "recommends that it end.",
        ),
        (f"{LONG},", "casualties. The crisis goes on."),
        (LONG, "Casualties. The crisis goes on."),
        (LONG, "casualties"),
        (LONG, "a) casualties. The crisis goes on."),
        ("Short title", "casualties. The crisis goes on."),
        ("Resolution on the peaceful settlement of all open disputes of members", "recommends that it end."),
    ],
)
def test_paragraphs_that_are_no_halves_stay_apart(first, second):
    """Clauses in lower case, titles and items are not joined to what stands before."""
    page = read_plain(f"{first}\n\n{second}")
    assert len(page.blocks) == 2
    assert codes(page) == []


@pytest.mark.parametrize(
    ("line", "landmark"),
    [
        ("https://example.org/statement 1/3", "contentinfo"),
        ("https://example.org/statement\t2 of 3", "contentinfo"),
        ("Page 2 of 5", "contentinfo"),
        ("Seite 2 von 5", "contentinfo"),
        ("- 3 -", "contentinfo"),
        ("3/11/2025, 14:31   Statement - Site", "banner"),
        ("2025-03-11 09:05", "banner"),
    ],
)
def test_headers_and_footers_of_printed_pages(line, landmark):
    """Such a line keeps a block of its own, outside the text."""
    page = read_plain(f"One.\n\n{line}\n\nTwo.")
    assert [[x.value for x in block.landmarks] for block in page.blocks] == [[], [landmark], []]
    assert page.blocks[1].text.text == line


def test_lines_that_every_page_repeats():
    """The first and last lines of pages are headers and footers if they come again."""
    page = read_plain("World Assembly\n\nOne.\n\nMinutes 1\fWorld Assembly\n\nTwo.\n\nMinutes 2")
    assert [([x.value for x in b.landmarks], b.text.text) for b in page.blocks] == [
        (["banner"], "World Assembly"), ([], "One."), (["contentinfo"], "Minutes 1"),
        (["banner"], "World Assembly"), ([], "Two."), (["contentinfo"], "Minutes 2"),
    ]  # fmt: skip


def test_a_page_alone_repeats_no_line():
    """Where the first and the last line of one page look alike, they are no header and footer."""
    assert [block.landmarks for block in read_plain("1. Yes\n\n2. No\n\n3. Yes").blocks] == [(), (), ()]


def test_the_address_of_a_printed_page_is_a_clue():
    """The URL that a browser prints is where the page was found."""
    page = read_plain("One.\n\nhttps://example.org/statement 1/3\n\nTwo.\n\nhttps://example.org/statement 2/3")
    assert metadata(page) == [("url", "https://example.org/statement", "printed page")]


def test_an_address_inside_the_text_is_text():
    """A line that is only a URL stays a paragraph inside a page."""
    page = read_plain("See:\n\nhttps://example.org/x\n\nand more.")
    assert [block.landmarks for block in page.blocks] == [(), (), ()]


def test_notes():
    """`[1]` in the words and a paragraph `[1] …` at the end are reference and note."""
    page = read_plain("We met [1] and spoke[2]. See [7].\n\n[1] In May.\n[2] At length,\n    for days.")
    assert show(page) == [
        "paragraph We met and spoke. See [7].",
        "note 1 In May.",
        "note 2 At length, for days.",
    ]
    assert [(start, target) for start, (_, _, target) in zip((6, 16), marks(page.blocks[0]), strict=True)] == [
        (6, "note-1"), (16, "note-2"),
    ]  # fmt: skip
    assert [mark.start for mark in page.blocks[0].text.marks] == [6, 16]
    assert [block.target for block in page.blocks[1:]] == ["note-1", "note-2"]


def test_paragraphs_of_a_note():
    """Paragraphs that stand further in below a note belong to it; without a reference they are paragraphs too."""
    text = "We met{}.\n\n[1] In May.\n\n    It rained.\n\n[2] At length."
    referred = read_plain(text.format(" [1]"))
    assert show(referred) == ["paragraph We met.", "note 1 In May.", "note It rained.", "paragraph [2] At length."]
    assert [block.target for block in referred.blocks] == [None, "note-1", "note-1", None]
    assert show(read_plain(text.format("")))[1:3] == ["paragraph [1] In May.", "paragraph It rained."]


def test_a_note_without_reference_is_a_paragraph():
    """`[1] …` that nothing refers to stays as printed."""
    assert show(read_plain("Text.\n\n[1] Alone.")) == ["paragraph Text.", "paragraph [1] Alone."]


@pytest.mark.parametrize(
    ("text", "shown", "targets"),
    [
        ("Since 2019* all wait.\n\n* By order.", ["paragraph Since 2019 all wait.", "note * By order."], ["note-star"]),
        (
            "One* and two** wait.\n\n*By order.\n**By law.",
            ["paragraph One and two wait.", "note * By order.", "note ** By law."],
            ["note-star", "note-star-2"],
        ),
        ("All† wait.\n\n† By order.", ["paragraph All wait.", "note † By order."], ["note-dagger"]),
        ("They wait¹.\n\n¹ By order.", ["paragraph They wait.", "note 1 By order."], ["note-raised-1"]),
        ("1. We wait*.\n\n* By order\n  of May.", ["item+ 1. We wait.", "note * By order of May."], ["note-star"]),
    ],
)
def test_notes_with_other_signs(text, shown, targets):
    """Stars, daggers and raised digits tie words and notes as numbers in brackets do."""
    page = read_plain(text)
    assert show(page) == shown
    assert [target for _, _, target in marks(page.blocks[0])] == targets
    assert [block.target for block in page.blocks if block.kind == "note"] == targets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We* ask:\n\n* boats\n* nets", ["paragraph We* ask:", "item+ boats", "item+ nets"]),
        ("We ask:\n\n* boats", ["paragraph We ask:", "item+ boats"]),
        ("It is *small*.\n\n* boats", ["paragraph It is *small*.", "item+ boats"]),
        ("The lake has 5 km².\n\n² Measured.", ["paragraph The lake has 5 km².", "paragraph ² Measured."]),
        ("Wait*.\n\n* By order.\n\nThe end.", ["paragraph Wait*.", "item+ By order.", "paragraph The end."]),
    ],
)
def test_signs_that_are_no_notes(text, shown):
    """Bullets, emphasis, exponents and a sign that is not at the end stay what they are."""
    assert show(read_plain(text)) == shown


def test_lines():
    """Every block knows the line it begins in."""
    page = read_plain("One\n\n\nTwo\nand\n\n1. a\n2. b\fThree")
    assert [block.position.line for block in page.blocks] == [1, 4, 7, 8, 8]


def test_the_media_type_is_told():
    """A page knows what it was."""
    assert read_plain("x").media_type == "text/plain"


def test_long_lists_count_on():
    """A number above 999 is an item where a list has come so far."""
    items = "\n".join(f"{number}. Members answer." for number in range(1, 1205))
    page = read_plain(f"It is decided:\n\n{items}\n\nThis is all.")

    assert [block.marker for block in page.blocks][-3:] == ["1203.", "1204.", None]
