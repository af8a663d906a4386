"""The command `convert`."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

import declarations


def test_one_file_to_stdout(run) -> None:
    """One page gives indented JSON on stdout and nothing on stderr."""
    result = run("convert", "wells.html", "--to", "json")
    assert result.exit_code == 0
    assert result.stdout.startswith('{\n  "$schema"')
    assert result.stdout.endswith("}\n")
    declaration = declarations.parse(result.stdout, format="json")
    assert declaration.title == "For Clean Wells"
    assert [clause.label.printed for clause in declaration.resolutions] == ["1.", "2."]


def test_compact(run) -> None:
    """Compact JSON is one line."""
    result = run("convert", "wells.html", "--to", "json", "--compact")
    assert result.stdout.count("\n") == 1
    assert json.loads(result.stdout)["title"] == "For Clean Wells"


def test_xml(run) -> None:
    """XML gives the same declaration as JSON."""
    found = [
        declarations.parse(run("convert", "wells.html", "--to", format).stdout, format=format)
        for format in ("json", "xml")
    ]
    assert found[0] == found[1]


def test_stdin_is_told_by_its_first_characters(run) -> None:
    """Standard input needs no format."""
    page = Path("wells.html").read_bytes()
    result = run("convert", "-", "--to", "json", data=page)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["media_type"] == "text/html"


def test_stdin_with_format(run) -> None:
    """`--from` wins over the first characters."""
    result = run("convert", "-", "--from", "text", "--to", "json", data="# 1\n\nA line.")
    assert json.loads(result.stdout)["source"]["media_type"] == "text/plain"


def test_url_and_language(run) -> None:
    """What the caller knows about the page is kept."""
    url = "https://example.org/wells"
    result = run("convert", "wells.html", "--to", "json", "--url", url, "--language", "en-IE")
    assert json.loads(result.stdout)["source"]["url"] == url
    assert json.loads(result.stdout)["language"] == "en-IE"


def test_output_file(run, folder) -> None:
    """A path as output is one file; stdout stays empty."""
    result = run("convert", "wells.html", "--to", "xml", "--output", "wells.xml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert declarations.read(folder / "wells.xml").title == "For Clean Wells"


def test_output_directory_is_made(run, folder) -> None:
    """A path that ends in a slash is a directory; each input gets a file by its name."""
    result = run("convert", "wells.html", "record.json", "--to", "json", "--output", "out/")
    assert result.exit_code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["record.json", "wells.json"]
    assert "2 converted, 0 failed" in result.stderr


def test_bad_file_does_not_stop_the_others(run, folder) -> None:
    """What can be converted is; the exit code and the summary tell of the rest."""
    result = run("convert", "broken.json", "missing.html", "wells.html", "--to", "xml", "-o", "out/")
    assert result.exit_code == 1
    assert [path.name for path in (folder / "out").iterdir()] == ["wells.xml"]
    assert "1 converted, 2 failed" in result.stderr
    assert "declarations: broken.json: " in result.stderr
    assert "declarations: cannot read missing.html: " in result.stderr


def test_error_line(run) -> None:
    """An error is one line with the file, what is wrong, where, and no traceback."""
    result = run("convert", "broken.json", "--to", "xml")
    assert result.exit_code == 1
    assert result.stderr.startswith("declarations: broken.json: ")
    assert result.stderr.count("\n") == 1
    assert "line 1" in result.stderr


def test_many_to_stdout_need_compact_json(run) -> None:
    """Several documents on stdout are one JSON document in a line, or are refused."""
    refused = run("convert", "wells.html", "record.json", "--to", "json")
    assert refused.exit_code == 2
    assert "--to jsonl" in refused.stderr
    assert run("convert", "wells.html", "record.json", "--to", "xml").exit_code == 2
    lines = run("convert", "wells.html", "record.json", "--to", "json", "--compact").stdout.splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["For Clean Wells"] * 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("wells.html", "--to", "json", "--locale", "fr"), "it is for html, markdown, text only"),
        (("wells.html", "--to", "text", "--fragment"), "it is for html, markdown only"),
        (("wells.html", "--to", "html", "--width", "60"), "it is for text only"),
        (("wells.html", "--to", "html", "--template", "none.html"), "cannot read none.html"),
        (("wells.html", "--to", "html", "--locale", "xx"), "CLDR has no locale"),
        (("wells.html", "--to", "docx"), "no format is known"),
        (("wells.html", "--to", "json", "--from", "docx"), "no format is known"),
        (("wells.html", "--to", "json", "--language", "english!"), "BCP 47"),
        (("wells.html", "--to", "xml", "--compact"), "only JSON has a compact form"),
        (("wells.html",), "--to"),
        ((), "INPUT"),
        (("-", "-", "--to", "json"), "read only once"),
        (("-", "--to", "json", "-o", "./"), "standard input has no name"),
        (("record.json", "--to", "json", "-o", "record.json"), "is an input and would be overwritten"),
        (("record.json", "--to", "json", "-o", "./"), "is an input and would be overwritten"),
        (("wells.html", "wells.html", "--to", "json", "-o", "out/"), "would both write"),
        (("wells.html", "record.json", "--to", "xml", "-o", "one.xml"), "is one file for 2 inputs"),
        (("wells.html", "--to", "xml", "-o", "no/where/one.xml"), "does not exist"),
        (("wells.html", "--to", "xml", "-o", "no/where/"), "cannot make"),
    ],
)
def test_bad_usage(run, folder, arguments, told) -> None:
    """A call that cannot be right leaves with 2, says why, and writes nothing."""
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = run("convert", *arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_link_to_an_input_is_not_overwritten(run, folder) -> None:
    """A second name of an input is known as that input."""
    os.link(folder / "record.json", folder / "other.json")
    result = run("convert", "record.json", "--to", "json", "-o", "other.json")
    assert result.exit_code == 2
    assert "would be overwritten" in result.stderr


def list_all(folder) -> dict[str, bytes]:
    """Give every file in a folder and in the folders in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_numbered_file_is_not_written_over_an_input(run, folder, link) -> None:
    """A numbered file that is an input or the template by another name is told of before anything is written."""
    (folder / "out").mkdir()
    (folder / "all.jsonl").write_text('{"title": "A"}\n{"title": "B"}\n', "utf-8")
    (folder / "mine.html").write_text("<html>$article</html>", "utf-8")
    for name, target, arguments, what in (
        ("record.json", "all-2.xml", ("record.json", "--to", "xml"), "an input"),
        ("mine.html", "all-7.html", ("--to", "html", "--template", "mine.html"), "the template"),
    ):
        link(folder / name, folder / "out" / target)
        before = list_all(folder)
        result = run("convert", "all.jsonl", *arguments, "-o", "out/")
        assert result.exit_code == 2
        assert f"out/{target} is {what} and would be overwritten" in " ".join(result.stderr.split())
        assert list_all(folder) == before


def test_numbered_file_is_not_written_over_another_output(run, folder) -> None:
    """A numbered file that is, by a link or by its own name, the file of another input belongs to that."""
    (folder / "out").mkdir()
    (folder / "all.jsonl").write_text('{"title": "A"}\n{"title": "B"}\n', "utf-8")
    (folder / "all-1.json").write_text('{"title": "C"}', "utf-8")
    (folder / "out" / "record.xml").write_text("old", "utf-8")
    (folder / "out" / "all-2.xml").symlink_to("record.xml")
    for inputs in (("record.json", "all.jsonl"), ("all.jsonl", "record.json")):
        result = run("convert", *inputs, "--to", "xml", "-o", "out/")
        assert result.exit_code == 1
        assert "out/all-2.xml is written or read for another input; rename one of them" in result.stderr
        assert "For Clean Wells" in (folder / "out" / "record.xml").read_text("utf-8")
    result = run("convert", "all.jsonl", "all-1.json", "--to", "xml", "-o", "out/")
    assert "out/all-1.xml is written or read for another input" in result.stderr
    assert "<title>C</title>" in (folder / "out" / "all-1.xml").read_text("utf-8")


@pytest.mark.parametrize("output", ["./", "mine.html", "../{}/mine.html", "link.html", "hard.html"])
def test_template_is_not_overwritten(run, folder, output) -> None:
    """The template stays, however the output spells its name."""
    (folder / "mine.json").write_text('{"title": "A"}', "utf-8")
    (folder / "mine.html").write_text("<html>$article</html>", "utf-8")
    (folder / "link.html").symlink_to("mine.html")
    os.link(folder / "mine.html", folder / "hard.html")
    before = list_all(folder)
    result = run("convert", "mine.json", "--to", "html", "--template", "mine.html", "-o", output.format(folder.name))
    assert result.exit_code == 2
    assert "is the template and would be overwritten" in " ".join(result.stderr.split())
    assert list_all(folder) == before


def test_input_of_standard_input_is_not_overwritten(start, folder) -> None:
    """A file that comes by standard input is known as an input."""
    with (folder / "record.json").open("rb") as file:
        process = start("convert", "-", "--to", "json", "-o", "record.json", stdin=file)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 2
    assert b"would be overwritten" in told
    assert json.loads((folder / "record.json").read_bytes())["title"] == "For Clean Wells"


@pytest.mark.parametrize("command", [("convert", "record.json", "--to", "xml"), ("explain", "wells.html")])
@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("x" * 300, "choose a shorter name"),
        ("x" * 300 + "/", "cannot make"),
        ("a\0b", "embedded null"),
        ("circle", "its links lead in a circle"),
        ("record.json/x", "does not exist; make it first"),
    ],
)
def test_output_that_cannot_be(run, folder, command, output, told) -> None:
    """A name that the system does not take is bad usage, told before anything is read or written."""
    (folder / "circle").symlink_to("circle")
    before = {path.name for path in folder.iterdir()}
    result = run(*command, "-o", output)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert {path.name for path in folder.iterdir()} == before


def test_one_bad_name_does_not_stop_the_others(run, folder) -> None:
    """Into a directory every input is written that can be; the name that is too long is told of."""
    long = "x" * 250 + ".json"
    (folder / long).write_text('{"title": "A"}', "utf-8")
    result = run("convert", long, "record.json", "--to", "csv-clauses", "-o", "out/")
    assert result.exit_code == 0
    result = run("convert", long, "record.json", "--to", "markdown", "-o", "out/")
    assert (result.exit_code, (folder / "out" / "record.md").is_file()) == (0, True)
    shorter = "x" * 248 + ".xml"
    (folder / shorter).write_bytes((folder / "out" / "record.md").read_bytes())
    result = run("convert", shorter, "record.json", "--from", "markdown", "--to", "json", "-o", "more/")
    assert sorted(path.name for path in (folder / "more").iterdir()) == ["record.json", "x" * 248 + ".json"]


def test_a_failing_input_keeps_the_others(run, folder) -> None:
    """Many into one: an input at fault is told of and the others are written; where all are, the old file stays."""
    result = run("convert", "broken.json", "record.json", "--to", "jsonl", "-o", "all.jsonl")
    assert result.exit_code == 1
    assert (folder / "all.jsonl").read_text("utf-8").count("\n") == 1
    before = (folder / "all.jsonl").read_bytes()
    result = run("convert", "broken.json", "none.json", "--to", "jsonl", "-o", "all.jsonl")
    assert result.exit_code == 1
    assert (folder / "all.jsonl").read_bytes() == before


def test_unwritable_output(run, folder) -> None:
    """A file that cannot be written is an error of that file."""
    (folder / "taken.xml").mkdir()
    (folder / "out").mkdir()
    (folder / "out" / "wells.xml").mkdir()
    result = run("convert", "wells.html", "--to", "xml", "-o", "out")
    assert result.exit_code == 1
    assert "declarations: cannot write out/wells.xml: " in result.stderr


def test_findings_on_stderr(run, folder) -> None:
    """Warnings are told on stderr unless the caller wants quiet; the record is written all the same."""
    (folder / "bare.txt").write_text("One line of no particular kind, which is no declaration at all.\n", "utf-8")
    loud = run("convert", "bare.txt", "--to", "json")
    assert loud.exit_code == 0
    assert "declarations: bare.txt: warning: " in loud.stderr
    quiet = run("convert", "bare.txt", "--to", "json", "--quiet")
    assert (quiet.exit_code, quiet.stderr) == (0, "")
    assert quiet.stdout == loud.stdout


def test_unknown_keys(run, folder) -> None:
    """Unknown keys are an error with their path, unless they shall be ignored."""
    (folder / "new.json").write_text('{"title": "A", "colour": "red"}', "utf-8")
    refused = run("convert", "new.json", "--to", "xml")
    assert refused.exit_code == 1
    assert "colour" in refused.stderr
    assert run("convert", "new.json", "--to", "xml", "--ignore-unknown").exit_code == 0


def test_unknown_suffix(run, folder) -> None:
    """A file whose suffix says nothing asks for a format."""
    (folder / "wells.page").write_bytes((folder / "wells.html").read_bytes())
    assert "no format is known" in run("convert", "wells.page", "--to", "json").stderr
    assert run("convert", "wells.page", "--from", "html", "--to", "json").exit_code == 0


@pytest.fixture
def lines(folder) -> Path:
    """Give a file of three declarations, one in a line."""
    path = folder / "three.jsonl"
    path.write_text("".join(f'{{"title": "Number {number}"}}\n' for number in (1, 2, 3)), "utf-8")
    return path


def test_many_into_one_file(run, folder, lines) -> None:
    """A format that holds many takes the declarations of all inputs, in order, into one file."""
    result = run("convert", "wells.html", lines.name, "--to", "jsonl", "-o", "all.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    titles = [one.title for one in declarations.read_all(folder / "all.jsonl")]
    assert titles == ["For Clean Wells", "Number 1", "Number 2", "Number 3"]


def test_many_from_stdin(run, lines) -> None:
    """A collection on standard input is told by its first characters."""
    result = run("convert", "-", "--to", "csv", data=lines.read_bytes())
    rows = csv.DictReader(io.StringIO(result.stdout.lstrip("\ufeff")))
    assert [row["title"] for row in rows] == ["Number 1", "Number 2", "Number 3"]


def test_many_into_a_directory(run, folder, lines) -> None:
    """In a directory each declaration of an input has a numbered file."""
    assert run("convert", lines.name, "wells.html", "--to", "json", "-o", "out/").exit_code == 0
    names = sorted(path.name for path in (folder / "out").iterdir())
    assert names == ["three-1.json", "three-2.json", "three-3.json", "wells.json"]
    assert declarations.read(folder / "out" / "three-2.json").title == "Number 2"


def test_numbered_files_overwrite_nothing(run, folder, lines) -> None:
    """A numbered file never takes the place of the file of another input."""
    (folder / "three-2.html").write_bytes((folder / "wells.html").read_bytes())
    result = run("convert", "three-2.html", lines.name, "--to", "json", "-o", "out/")
    assert result.exit_code == 1
    assert "three-2.json is written or read for another input" in result.stderr
    assert declarations.read(folder / "out" / "three-2.json").title == "For Clean Wells"


def test_many_into_a_format_for_one(run, folder, lines) -> None:
    """One file of a format for one takes the first, and the exit code tells that it is not all."""
    result = run("convert", lines.name, "--to", "html", "-o", "one.html")
    assert result.exit_code == 1
    assert "it holds several declarations, and only the first was written" in result.stderr
    assert declarations.read(folder / "one.html").title == "Number 1"


def test_compact_json_of_many(run, lines) -> None:
    """Compact JSON of a collection is one line for each."""
    result = run("convert", lines.name, "--to", "json", "--compact")
    assert [json.loads(line)["title"] for line in result.stdout.splitlines()] == ["Number 1", "Number 2", "Number 3"]


def test_an_input_that_breaks_off(run, folder, lines) -> None:
    """What stands before the fault is written, the other inputs too, and the exit code tells of it."""
    lines.write_text('{"title": "Good"}\n{"title":\n', "utf-8")
    result = run("convert", lines.name, "wells.html", "--to", "jsonl", "-o", "all.jsonl")
    assert result.exit_code == 1
    assert "three.jsonl: " in result.stderr
    assert "line 2" in result.stderr
    assert "1 converted, 1 failed" in result.stderr
    assert [one.title for one in declarations.read_all(folder / "all.jsonl")] == ["Good", "For Clean Wells"]


def test_nothing_is_written_of_nothing(run, folder) -> None:
    """Where no input can be read, no file is made."""
    assert run("convert", "broken.json", "--to", "jsonl", "-o", "all.jsonl").exit_code == 1
    assert not (folder / "all.jsonl").exists()


def test_losses_are_told(run) -> None:
    """What the format has no place for is told, and with --strict it is an error."""
    told = run("convert", "wells.html", "--to", "csv")
    assert told.exit_code == 0
    assert (
        "declarations: warning: lost: csv has no place for Clause.id: it is left out (in 1 of those read)"
        in told.stderr
    )
    several = run("convert", "wells.html", "record.json", "wells.html", "--to", "csv")
    assert several.stderr.count("Clause.phrase") == 1
    assert "Clause.phrase: it is left out (in 2 of those read)" in several.stderr
    strict = run("convert", "wells.html", "--to", "csv", "--strict")
    assert (strict.exit_code, strict.stdout) == (1, "")
    assert "--strict forbids it" in strict.stderr
    assert run("convert", "wells.html", "--to", "akn", "--strict").exit_code == 0


def test_one_akoma_ntoso_document(run, lines) -> None:
    """One declaration is one document, several are a collection."""
    assert "<documentCollection" not in run("convert", "wells.html", "--to", "akn").stdout
    assert "<documentCollection" in run("convert", lines.name, "--to", "akn").stdout


def test_pages_for_a_reader(run) -> None:
    """A page is written in the language of the reader, alone or with a page of the caller's around it."""
    page = run("convert", "wells.html", "--to", "html", "--locale", "fr").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert "4 mars 2024" in page
    fragment = run("convert", "wells.html", "--to", "html", "--fragment").stdout
    assert fragment.startswith("<article")
    narrow = run("convert", "wells.html", "--to", "text", "--width", "30").stdout
    assert max(map(len, narrow.splitlines())) <= 30
