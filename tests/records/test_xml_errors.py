"""What XML that cannot be read says: what is wrong, where, and what to do."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from __future__ import annotations

import time

import pytest
from lxml import etree

from declarations import Clause, Declaration, DeclarationsError, Label, Text
from declarations.errors import EmptyInputError, LimitError, MalformedInputError, SchemaError, ValidationError
from declarations.records import xml
from declarations.records.xml_parsing import explain_syntax

HEAD = '<declaration xmlns="https://declarations.readthedocs.io/ns/1" version="1">\n'
TAIL = "</declaration>"

SCHEMA_ERRORS = [
    ("<x/>", "<x> is not known", 2, "/declaration/x[1]"),
    ("<title/>\n<place>a</place><title>b</title>", "<title> stands after <place>", 3, "/declaration/title[2]"),
    ("<title>a</title><title>b</title>", "<title> stands more than once", 2, "/declaration/title[2]"),
    ("\n<resolutions/><resolutions/>", "<resolutions> stands more than once", 3, "/declaration/resolutions[2]"),
    ('<title lang="en">a</title>', "the attribute 'lang' is not known", 2, "/declaration/title[1]"),
    ('<closing x="1"/>', "the attribute 'x' is not known", 2, "/declaration/closing[1]"),
    ("stray", "<declaration> holds the text 'stray' outside", 1, "/declaration"),
    ("<annex><p>a</p>\nstray</annex>", "<annex> holds the text 'stray'", 2, "/declaration/annex[1]"),
    ("<annex/>", "a clause needs a label", 2, "/declaration/annex[1]"),
    ("<annex><label/></annex>", "label is empty", 2, "/declaration/annex[1]/label[1]"),
    ('<annex><label ordinal="one">1</label></annex>', "attribute ordinal: 'one' is not", 2, "/declaration/annex[1]/label[1]"),
    ('<annex><label ordinal="٣">3</label></annex>', "is not a whole number", 2, "/declaration/annex[1]/label[1]"),
    ('<annex><p>a</p></annex>\n<annex action="eats"><p/></annex>', "'eats' is no Action", 3, "/declaration/annex[2]"),
    ("<annex><clause><p/></clause><p/></annex>", "<p> stands after <clause>", 2, "/declaration/annex[1]/p[1]"),
    ('<date value="2025"/>', "@role is missing", 2, "/declaration/date[1]"),
    ('<date role="issued"/>', "@value is missing", 2, "/declaration/date[1]"),
    ('<date role="issued" value="2025-02-30"/>', "2025-02 has no day 30", 2, "/declaration/date[1]"),
    ('<date role="issued" value="2025-02-03" time="25:00:00"/>', "'25:00:00' is not an ISO 8601 time", 2, "/declaration/date[1]"),
    ("<issuer/>", "name is missing", 2, "/declaration/issuer[1]"),
    ("<issuer><name><b>a</b></name></issuer>", "<b> is not known", 2, "/declaration/issuer[1]/name[1]/b[1]"),
    ("<closing><p>a\n<b>b</b></p></closing>", "<b> is not known", 3, "/declaration/closing[1]/p[1]/b[1]"),
    ('<closing><p><em x="1">b</em></p></closing>', "the attribute 'x' is not known", 2, "/declaration/closing[1]/p[1]/em[1]"),
    ("<closing><p><a>b</a></p></closing>", "link needs a target", 2, "/declaration/closing[1]/p[1]/a[1]"),
    ('<closing><p><span xml:lang="?">b</span></p></closing>', "not a BCP 47", 2, "/declaration/closing[1]/p[1]/span[1]"),
    ('<closing><p><noteref target="n">b</noteref></p></closing>', "marks a point", 2, "/declaration/closing[1]/p[1]/noteref[1]"),
    ('<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="a"/>', "<include> is not known", 2, "/declaration/include[1]"),
    ('<note id="a"/><note id="a"/>', "two notes have the id 'a'", 1, "/declaration"),
]  # fmt: skip

SYNTAX_ERRORS = [
    (HEAD, "Premature end"),
    (HEAD + "<title>a</place>" + TAIL, "mismatch"),
    (HEAD + "&nbsp;" + TAIL, "Entity 'nbsp' not defined"),
    (HEAD + "<title>\x01</title>" + TAIL, "invalid Char"),
    ("text", "Start tag expected"),
    (b"\x89PNG\r\n\x1a\n\0", "Start tag expected"),
    (HEAD.encode() + b"<title>\xe9</title>", "encoding"),
    (b'<?xml version="1.0" encoding="nope"?><a/>', "encoding"),
    (HEAD + "\ud800" + TAIL, "half of a surrogate pair"),
]


@pytest.mark.parametrize(("body", "message", "line", "path"), SCHEMA_ERRORS)
def test_xml_that_is_no_declaration(body: str, message: str, line: int, path: str) -> None:
    """The error names the element or attribute, its line and its path."""
    with pytest.raises(SchemaError) as caught:
        xml.loads(HEAD + body + TAIL)
    assert message in caught.value.message
    position = caught.value.position
    assert position is not None
    assert (position.line, position.path) == (line, path)


@pytest.mark.parametrize(("data", "message"), SYNTAX_ERRORS)
def test_text_that_is_no_xml(data: str | bytes, message: str) -> None:
    """The error gives the line."""
    with pytest.raises(MalformedInputError, match=message) as caught:
        xml.loads(data)
    assert caught.value.position is not None
    assert caught.value.position.line in {1, 2}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<a/>", "the root element is <a>"),
        ("<declaration/>", "the root element is <declaration>"),
        ('<declaration xmlns="urn:x"/>', "<declaration> of the namespace urn:x"),
        (HEAD.replace('"1"', '"2"') + TAIL, "format version 2 is not known"),
        (HEAD.replace('"1"', '"new"') + TAIL, "format version 'new' is not known"),
    ],
)
def test_other_documents(data: str, message: str) -> None:
    """Another root, namespace or version is told as such."""
    with pytest.raises(SchemaError, match=message):
        xml.loads(data)


@pytest.mark.parametrize("data", ["", b"", " \n", b"\t"])
def test_nothing_is_empty_input(data: str | bytes) -> None:
    """Blank data is told apart from broken data."""
    with pytest.raises(EmptyInputError):
        xml.loads(data)


def test_only_str_and_bytes_are_data() -> None:
    """A fault of the call is a ValidationError."""
    with pytest.raises(ValidationError, match="must be str or bytes, not NoneType"):
        xml.loads(None)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "windows-1252"])
def test_bytes_are_read_in_the_encoding_that_they_name(encoding: str) -> None:
    """The XML declaration decides for bytes; for a str it says nothing."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n{HEAD}<title>é</title>{TAIL}'
    assert xml.loads(text.encode(encoding)) == xml.loads(text) == xml.loads("\ufeff" + text) == Declaration(title="é")


def test_unknown_markup_is_ignored_when_asked() -> None:
    """With `ignore_unknown` unknown elements go, but the words inside a text stay."""
    body = (
        '<new><p>gone</p></new><place x="1">a<b>b</b></place><closing><p y="1">a<b>b</b><em z="1">c</em></p></closing>'
    )
    declaration = xml.loads(HEAD + body + TAIL, ignore_unknown=True)
    assert declaration.place == "ab"
    assert declaration.closing[0].text == "abc"
    assert [(mark.start, mark.end, mark.kind.value) for mark in declaration.closing[0].marks] == [(2, 3, "emphasis")]


def test_stray_text_is_never_ignored() -> None:
    """Words outside of elements would be lost, so they are refused in any case."""
    with pytest.raises(SchemaError, match="stray"):
        xml.loads(HEAD + "stray" + TAIL, ignore_unknown=True)


def test_comments_and_instructions_leave_no_trace() -> None:
    """Comments, processing instructions and CDATA do not cut a text."""
    body = "<!-- a --><title>a<!-- b -->b<?c d?>c<![CDATA[<d>]]></title>"
    assert xml.loads("<!-- x --><?y z?>" + HEAD + body + TAIL) == Declaration(title="abc<d>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_grow(encoding: str) -> None:
    """A document that would grow to gigabytes is refused at its DOCTYPE, in no time."""
    levels = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{levels}]>{HEAD}<closing><p>&m;</p></closing>{TAIL}'
    begun = time.monotonic()
    with pytest.raises(SchemaError, match="DOCTYPE"):
        xml.loads(bomb.encode(encoding))
    assert time.monotonic() - begun < 5


def test_files_of_the_machine_are_out_of_reach() -> None:
    """External entities and document types are refused."""
    with pytest.raises(SchemaError, match="DOCTYPE"):
        xml.loads(f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>{HEAD}<title>&e;</title>{TAIL}')
    with pytest.raises(SchemaError, match="DOCTYPE"):
        xml.loads(f'<!DOCTYPE declaration SYSTEM "http://example.org/a.dtd">{HEAD}{TAIL}')


def nested(levels: int) -> str:
    """Give XML with clauses in clauses."""
    return (
        HEAD
        + "<resolutions>"
        + "<clause>" * levels
        + "<label>1</label>"
        + "</clause>" * levels
        + "</resolutions>"
        + TAIL
    )


@pytest.mark.parametrize(("levels", "limit"), [(3, 2), (201, 200), (1_500, 10**9), (100_000, 200)])
def test_deep_nesting_meets_the_limit(levels: int, limit: int) -> None:
    """Clauses below the limit are refused, however deep they go, and the message stays short."""
    with pytest.raises(LimitError, match="nested deeper than") as caught:
        xml.loads(nested(levels), max_depth=limit)
    assert len(str(caught.value)) < 1_000


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    assert xml.loads(nested(2), max_depth=2).resolutions[0].items[0].label == Label("1")


def test_deep_inline_markup_is_read_without_recursion() -> None:
    """Elements inside a text may nest far deeper than the interpreter's stack."""
    body = "<closing><p>" + "<em>" * 1_500 + "a" + "</em>" * 1_500 + "</p></closing>"
    assert [mark.kind.value for mark in xml.loads(HEAD + body + TAIL).closing[0].marks] == ["emphasis"]


def test_clauses_too_deep_to_write_meet_the_limit() -> None:
    """Writing fails with our error too."""
    clause = Clause(label=Label("1"))
    for _ in range(3_000):
        clause = Clause(items=[clause])
    with pytest.raises(LimitError):
        xml.dumps(Declaration(annexes=[clause]))


def test_long_texts_are_read() -> None:
    """A text longer than the parser's own limit of ten million characters comes back whole."""
    declaration = Declaration(closing=[Text("a" * 11_000_000)])
    assert xml.loads(xml.dumps(declaration)) == declaration


def test_every_prefix_of_a_record_fails_cleanly() -> None:
    """A file cut anywhere raises our error, never another library's."""
    data = xml.dumps(Declaration(title="ä\r\n", closing=[Text("a&b")]))
    for end in range(len(data) - 1):
        with pytest.raises(DeclarationsError):
            xml.loads(data[:end])


def test_depth_that_the_parser_refuses() -> None:
    """Whatever number libxml2 gives to it, nesting beyond what it goes is a limit, and a broken end is not."""
    for data, kind in (("<a>" * 300, LimitError), ("<a", MalformedInputError)):
        with pytest.raises(etree.XMLSyntaxError) as caught:
            etree.fromstring(data)
        assert type(explain_syntax(caught.value)) is kind
