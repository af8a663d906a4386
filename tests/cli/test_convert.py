"""The command `convert`."""

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
    assert "--compact" in refused.stderr
    assert run("convert", "wells.html", "record.json", "--to", "xml").exit_code == 2
    lines = run("convert", "wells.html", "record.json", "--to", "json", "--compact").stdout.splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["For Clean Wells"] * 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("wells.html", "--to", "html"), "cannot be written as html; choose one of: json|xml"),
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
