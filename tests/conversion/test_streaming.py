"""Many declarations in one file, read and written one after the other."""

import io
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import declarations
from declarations import Declaration, Limits
from declarations.errors import FileError, FormatError, MalformedInputError, ValidationError
from tests.records.sample import SAMPLE

EXACT = ["jsonl", "akn"]


def number(count: int) -> Iterator[Declaration]:
    """Make declarations that differ in their title."""
    return (attrs.evolve(SAMPLE, title=f"Number {one}") for one in range(count))


@pytest.mark.parametrize("format", EXACT)
def test_many_are_given_back(tmp_path: Path, format: str) -> None:
    """What was written to one file comes back in order, by path and by open file."""
    path = tmp_path / f"many.{format}"
    declarations.write_all(number(5), path)
    assert list(declarations.read_all(path)) == list(number(5))
    with path.open("rb") as file:
        assert list(declarations.read_all(file)) == list(number(5))
        assert not file.closed
    buffer = io.BytesIO()
    declarations.write_all(number(5), buffer, format=format)
    assert buffer.getvalue() == path.read_bytes()


@pytest.mark.parametrize("format", EXACT)
def test_one_by_one(tmp_path: Path, format: str) -> None:
    """Reading and writing go hand in hand: no declaration is taken before the one in front of it is written."""
    taken: list[int] = []

    class Sink(io.BytesIO):
        def write(self, data: object) -> int:
            written.append(len(taken))
            return super().write(data)

    def watch() -> Iterator[Declaration]:
        for place, declaration in enumerate(number(20)):
            taken.append(place)
            yield declaration

    written: list[int] = []
    declarations.write_all(watch(), Sink(), format=format)
    assert set(range(1, 20)) <= set(written)
    path = tmp_path / "many"
    declarations.write_all(number(3), path, format=format)
    cut = path.read_bytes()[: -len(path.read_bytes()) // 6]
    readings = declarations.examine_all(io.BytesIO(cut), format=format)
    assert next(readings).declaration.title == "Number 0"
    with pytest.raises(MalformedInputError):
        list(readings)


@pytest.mark.parametrize("format", EXACT)
def test_single_and_several(format: str) -> None:
    """`parse` gives the first of several, `examine` the others too, with a finding."""
    buffer = io.BytesIO()
    declarations.write_all(number(3), buffer, format=format)
    reading = declarations.examine(buffer.getvalue(), format=format)
    assert declarations.parse(buffer.getvalue(), format=format) == reading.declaration
    assert [one.declaration.title for one in (reading, *reading.others)] == ["Number 0", "Number 1", "Number 2"]
    assert reading.findings[0].code == "several-declarations"
    alone = declarations.examine(declarations.render(SAMPLE, format), format=format)
    assert (alone.declaration, alone.findings, alone.others) == (SAMPLE, (), ())


def test_pages_give_all_they_hold() -> None:
    """A page is read whole, and gives every declaration on it with its address."""
    page = (
        b"<h1>On Bread</h1><p>Resolved:</p><ol><li>The council asks for bread.</li><li>It thanks the bakers.</li></ol>"
    )
    url = "https://example.org/bread"
    (found,) = declarations.read_all(io.BytesIO(page), url=url, language="en")
    assert (found.title, found.source.url, found.language) == ("On Bread", url, "en")


def test_limits_are_for_each() -> None:
    """The limit of bytes is that of the largest declaration, not of the file."""
    buffer = io.BytesIO()
    declarations.write_all(number(50), buffer, format="jsonl")
    size = len(buffer.getvalue()) // 50
    assert len(list(declarations.read_all(io.BytesIO(buffer.getvalue()), limits=Limits(max_bytes=2 * size)))) == 50
    with pytest.raises(declarations.errors.LimitError, match="max_bytes"):
        list(declarations.read_all(io.BytesIO(buffer.getvalue()), limits=Limits(max_bytes=size // 2)))


def test_formats_for_one(tmp_path: Path) -> None:
    """A format for one declaration is no place for many."""
    with pytest.raises(FormatError, match=r"html holds one declaration only.* choose one of: akn, jsonl"):
        declarations.write_all([SAMPLE], tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()
    with pytest.raises(FormatError):
        declarations.write_all([SAMPLE], io.BytesIO())


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    """Missing files, folders and files open as text are our errors."""
    with pytest.raises(FileError, match=r"cannot read .*none\.jsonl"):
        list(declarations.read_all(tmp_path / "none.jsonl"))
    with pytest.raises(FileError, match="cannot write"):
        declarations.write_all([SAMPLE], tmp_path, format="jsonl")
    with pytest.raises(ValidationError, match="binary mode"):
        list(declarations.read_all(io.StringIO("{}")))


def test_only_declarations_are_written(tmp_path: Path) -> None:
    """A reading in place of its declaration is an error of ours that says what to give."""
    readings = [declarations.examine("# A\n\nWe ask.", format="markdown")]
    path = tmp_path / "all.jsonl"
    for verb in (
        lambda: declarations.write_all(readings, path),  # type: ignore[arg-type]
        lambda: declarations.render(readings[0], "html"),  # type: ignore[arg-type]
        lambda: declarations.write(readings[0], path),  # type: ignore[arg-type]
        lambda: declarations.inspection.find_losses(readings[0], "csv"),  # type: ignore[arg-type]
    ):
        with pytest.raises(ValidationError, match="Declaration, not Reading; give its `declaration`"):
            verb()
    with pytest.raises(ValidationError, match="not str"):
        declarations.write_all("abc", path)  # type: ignore[arg-type]


def test_tables_are_not_read(tmp_path: Path) -> None:
    """A table says so, whoever asks."""
    path = tmp_path / "table.csv"
    declarations.write_all([SAMPLE], path)
    for verb in (declarations.read, lambda file: list(declarations.read_all(file))):
        with pytest.raises(FormatError, match="cannot be read from csv"):
            verb(path)


def test_an_empty_collection(tmp_path: Path) -> None:
    """A file of no declarations gives none, and is no single declaration."""
    for format in EXACT:
        path = tmp_path / format
        declarations.write_all([], path, format=format)
        assert list(declarations.read_all(path, format=format)) == []
    with pytest.raises(declarations.errors.EmptyInputError):
        declarations.parse(path.read_bytes(), format="akn")
