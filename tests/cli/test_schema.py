"""The command `schema`."""

import json

import pytest
from lxml import etree

from declarations.errors import FileError
from declarations.records.schema import SCHEMAS, find_schema, find_schemas

EVERY = [(format, syntax) for format, syntaxes in SCHEMAS.items() for syntax in syntaxes]


@pytest.mark.parametrize(("format", "syntax"), EVERY)
def test_prints_the_file(run, format: str, syntax: str) -> None:
    """Standard output is the file of the package, byte for byte."""
    result = run("schema", format, "--syntax", syntax)
    assert (result.exit_code, result.stdout_bytes) == (0, find_schema(format, syntax).read_bytes())


def test_syntax_may_be_left_out(run) -> None:
    """JSON has one syntax; the first of XML is RELAX NG, which is one file."""
    assert json.loads(run("schema", "json").stdout)["title"] == "Declaration"
    result = run("schema", "xml")
    assert etree.fromstring(result.stdout_bytes).tag == "{http://relaxng.org/ns/structure/1.0}grammar"
    assert result.stderr == ""


@pytest.mark.parametrize(("format", "syntax"), EVERY)
def test_writes_all_files(run, folder, format: str, syntax: str) -> None:
    """With a directory nothing is printed, and everything that a schema imports is written beside it."""
    for _ in range(2):  # the directory is made, or taken
        result = run("schema", format, "--syntax", syntax, "-o", "schemas")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    written = {path.name: path.read_bytes() for path in (folder / "schemas").iterdir()}
    assert written == {file.name: file.read_bytes() for file in find_schemas(format, syntax)}


def test_written_schema_works(run, folder) -> None:
    """An XML Schema that was written can be opened where it stands, and knows the output of `convert`."""
    run("schema", "xml", "--syntax", "xsd", "--output", ".")
    run("convert", "record.json", "--to", "xml", "-o", "record.xml")
    schema = etree.XMLSchema(file=str(folder / "declaration-1.xsd"))
    assert schema.validate(etree.parse(str(folder / "record.xml")))


def test_imported_file_is_named(run) -> None:
    """Who prints a schema that needs another file is told so."""
    result = run("schema", "xml", "--syntax", "xsd")
    assert "declaration-1.xsd imports xml.xsd; --output writes both" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["csv"], "there is no schema of 'csv'"),
        (["xml", "--syntax", "dtd"], "in the syntax 'dtd'; choose one of: rng, xsd"),
        (["json", "--syntax", "xsd"], "choose one of: json-schema"),
        (["json", "-o", "nowhere/deeper"], "nowhere"),
        (["json", "-o", "record.json"], "record.json"),
        ([], "Missing argument"),
    ],
)
def test_wrong_use(run, arguments: list[str], message: str) -> None:
    """Another format or syntax, and a place that is no directory, are faults of the call."""
    result = run("schema", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_file_that_cannot_be_written(run, folder) -> None:
    """What stands in the way is named."""
    (folder / "declaration-1.json").mkdir()
    with pytest.raises(FileError, match=r"cannot write declaration-1\.json"):
        run("schema", "json", "-o", ".")
