"""What Akoma Ntoso that cannot be read says, and what hostile files can do: nothing."""

from __future__ import annotations

import contextlib
import io
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import declarations
from declarations import Clause, Declaration, DeclarationsError
from declarations.errors import (
    EmptyInputError,
    FileError,
    LimitError,
    MalformedInputError,
    SchemaError,
    ValidationError,
)
from declarations.records import akn
from tests.records.akn_strategies import documents
from tests.records.sample import SAMPLE
from tests.timing import measure

OPEN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
CLOSE = "</akomaNtoso>"


def wrap(body: str) -> str:
    """Put words into the body of a document."""
    return f'{OPEN}<doc name="x"><mainBody>{body}</mainBody></doc>{CLOSE}'


@pytest.mark.parametrize("data", ["", b"", "  \n", b"\xef\xbb\xbf"])
def test_nothing_is_no_document(data: str | bytes) -> None:
    """Data without any character says so."""
    with pytest.raises((EmptyInputError, MalformedInputError)):
        akn.loads(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<akomaNtoso/>", "holds no document"),
        ("<statement><p>x</p></statement>", "the root element is <statement>"),
        (f'{OPEN}<amendmentList name="x"><documentRef href="y"/></amendmentList>{CLOSE}', "only references to 1"),
        ('<x xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', "the root element is <x> of the namespace"),
        ("<html><body><p>x</p></body></html>", "the root element is <html>"),
        (OPEN + CLOSE, "holds no document"),
        ("<!DOCTYPE x>" + wrap("<p>x</p>"), "DOCTYPE"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + wrap("<p>&a;</p>"), "DOCTYPE"),
        (f"<!--{'x' * 5_000}--><!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + wrap("<p>x</p>"), "DOCTYPE"),
    ],
)
def test_what_is_no_akoma_ntoso_is_refused(data: str, message: str) -> None:
    """Other roots, missing documents and every DOCTYPE are refused with a reason."""
    with pytest.raises(SchemaError, match=message):
        akn.loads(data)


@pytest.mark.parametrize(
    "data", [wrap("<p>x</b>"), wrap("<p>x")[:-40], wrap("&a;"), "no XML", wrap("\0"), b"\xff\xfe<"]
)
def test_broken_xml_says_where(data: str | bytes) -> None:
    """Syntax errors name a line."""
    with pytest.raises(MalformedInputError) as caught:
        akn.loads(data)
    assert caught.value.position is not None


def test_other_types_are_refused() -> None:
    """Only str and bytes are data; half a surrogate pair is no character."""
    with pytest.raises(ValidationError):
        akn.loads(3)  # type: ignore[arg-type]
    with pytest.raises(MalformedInputError):
        akn.loads(wrap("\ud800"))


def test_depth_is_limited() -> None:
    """Clauses nested deeper than the limit are refused with their place; other nesting is not counted."""
    nested = "<paragraph><num>1</num>" * 12 + "</paragraph>" * 12
    with pytest.raises(LimitError, match="limit of 11") as caught:
        akn.loads(wrap(nested), max_depth=11)
    assert caught.value.position.element == "paragraph"
    assert akn.loads(wrap(nested), max_depth=12).resolutions
    held = wrap("<container name='x'>" * 300 + "<p>x</p>" + "</container>" * 300)
    assert akn.loads(held, max_depth=1).resolutions[0].text == "x"


def test_clauses_too_deep_to_write_are_refused() -> None:
    """Writing stops at the depth that the interpreter can follow."""
    clause = Clause(paragraphs=["x"])
    for _ in range(100_000):
        clause = Clause(items=[clause])
    for write in (akn.dumps, lambda one: list(akn.dump_all([one]))):
        with pytest.raises(LimitError):
            write(Declaration(resolutions=[clause]))


def test_size_of_one_document_is_limited() -> None:
    """A collection may be of any size, a document in it may not."""
    small, large = (Declaration(closing=["x" * size]) for size in (10, 200_000))
    many = b"".join(akn.dump_all([small] * 200))
    assert len(list(akn.load_all(io.BytesIO(many), max_bytes=50_000))) == 200
    found = akn.load_all(io.BytesIO(b"".join(akn.dump_all([small, small, large]))), max_bytes=50_000)
    assert next(found)[0] == small
    with pytest.raises(LimitError, match="50,000 bytes"):
        list(found)


def test_a_collection_that_breaks_gives_what_came_before() -> None:
    """Documents before the fault are read."""
    data = b"".join(akn.dump_all([SAMPLE] * 40))
    found = akn.load_all(io.BytesIO(data[: len(data) // 2]))
    assert next(found)[0] == SAMPLE
    with pytest.raises(MalformedInputError):
        list(found)


def test_collections_as_files(tmp_path: Path) -> None:
    """The front door writes and reads collections, and single documents by suffix and sign."""
    path = tmp_path / "several.akn"
    declarations.write_all([SAMPLE, SAMPLE], path)
    assert list(declarations.read_all(path)) == [SAMPLE, SAMPLE]
    assert declarations.read(path) == SAMPLE
    assert len(declarations.examine(path.read_bytes()).others) == 1
    assert declarations.parse(declarations.render(SAMPLE, "akn")) == SAMPLE
    with pytest.raises(FileError):
        list(declarations.read_all(tmp_path / "absent.akn"))


def test_words_around_documents_are_reported() -> None:
    """What a collection says besides its documents is in the findings of one of them."""
    inner = '<doc name="x"><mainBody><p>one</p></mainBody></doc>'
    data = (
        f"{OPEN}<documentCollection name='x'><preface><p>Before</p></preface><collectionBody>"
        f"<component><heading>First</heading>{inner}</component>"
        f"<component><documentCollection name='y'><collectionBody><component>{inner}</component></collectionBody>"
        f"</documentCollection></component></collectionBody><conclusions><p>After</p></conclusions>"
        f"</documentCollection>{CLOSE}"
    )
    found = list(akn.load_all(io.BytesIO(data.encode())))
    assert [declaration.resolutions[0].text for declaration, _ in found] == ["one", "one"]
    excerpts = " ".join(str(finding.excerpt) for _, findings in found for finding in findings)
    assert all(word in excerpts for word in ("Before", "First", "After"))


@given(documents(), st.integers(0, 2**32))
@settings(max_examples=500)
def test_damaged_files_raise_our_errors_only(data: bytes, number: int) -> None:
    """Bytes left out, doubled or changed give a declaration or an error of ours."""
    chance = random.Random(number)
    for source in (data, akn.dumps(SAMPLE)):
        start = chance.randrange(len(source))
        middle = bytes([chance.randrange(256)]) * chance.randrange(3)
        damaged = source[:start] + middle + source[start + chance.randrange(9) :]
        with contextlib.suppress(DeclarationsError):
            assert all(isinstance(one, Declaration) for one, _ in akn.load_all(io.BytesIO(damaged)))


def part(name: str, inner: str) -> str:
    """Put a part between two organs."""
    return f"</mainBody><{name}>{inner}</{name}><mainBody>"


HOSTILE = {
    "deep paragraphs": lambda size: "<paragraph>" * size + "</paragraph>" * size,
    "deep blocks": lambda size: "<container name='x'><p>x</p>" * size + "</container>" * size,
    "deep lists": lambda size: "<ul><li>x" * size + "</li></ul>" * size,
    "deep marks": lambda size: "<p>" + "<b>x" * size + "</b>" * size + "</p>",
    "deep notes": lambda size: "<p>x<authorialNote>" * size + "</authorialNote></p>" * size,
    "many paragraphs": lambda size: "<p>x</p>" * size,
    "many spaces": lambda size: "<p>" + "x  " * size + "</p>",
    "many breaks": lambda size: "<p>" + " <br/> " * size + "</p>",
    "many marks": lambda size: "<p>" + "<i>x </i> " * size + "</p>",
    "many lists": lambda size: "<paragraph>" + "<list><point><num>1</num></point></list>" * size + "</paragraph>",
    "many rows": lambda size: "<table>" + "<tr><td>x</td><td><b>y</b></td></tr>" * size + "</table>",
    "many nums": lambda size: "<paragraph>" + "<num>1</num>" * size + "</paragraph>",
    "many headings": lambda size: "<paragraph>" + "<heading>1</heading>" * size + "</paragraph>",
    "many notes": lambda size: "<p>" + "<authorialNote eId='x'><p>x</p></authorialNote>" * size + "</p>",
    "many signatures": lambda size: part("conclusions", "<p><signature>x</signature></p>" * size),
    "many authors": lambda size: part("preface", "".join(f"<docNumber>{n}</docNumber>" for n in range(size))),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_size_only(name: str) -> None:
    """Four times the data takes about four times as long, and depth ends in an error of ours."""

    def load(data: bytes) -> None:
        with contextlib.suppress(LimitError):
            akn.load(data)

    sizes = (1_000, 2_000) if "deep" in name else (2_000, 8_000)
    small, large = (measure(load, wrap(HOSTILE[name](size)).encode()) for size in sizes)
    assert large < max(0.05, 3 * (sizes[1] / sizes[0]) * small)
