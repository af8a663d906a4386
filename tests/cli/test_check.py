"""The commands `check` and `formats`, and the version."""

import importlib.metadata

from declarations.formats import FORMATS


def test_valid_records(run) -> None:
    """A valid record is OK, in JSON and XML."""
    run("convert", "record.json", "--to", "xml", "-o", "record.xml")
    result = run("check", "record.json", "record.xml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "record.json: OK\nrecord.xml: OK\n", "")


def test_invalid_record(run, folder) -> None:
    """A record that is no declaration is an error with its path; the others are still checked."""
    (folder / "wrong.json").write_text('{"resolutions": [{"paragraphs": [{"text": 7}]}]}', "utf-8")
    result = run("check", "wrong.json", "broken.json", "record.json")
    assert result.exit_code == 1
    assert result.stdout == "record.json: OK\n"
    wrong, broken = result.stderr.splitlines()
    assert wrong.startswith("declarations: wrong.json: ")
    assert "resolutions[0].paragraphs[0].text" in wrong
    assert broken.startswith("declarations: broken.json: ")


def test_stdin(run) -> None:
    """Standard input is checked under its name."""
    assert run("check", "-", data='{"title": "A"}').stdout == "standard input: OK\n"
    result = run("check", "-", data="[]")
    assert result.exit_code == 1
    assert result.stderr.startswith("declarations: standard input: ")


def test_collections(run, folder) -> None:
    """Every declaration of a collection is checked; an error says where the first wrong one stands."""
    for name in ("jsonl", "akn", "edoxen"):
        written = run("convert", "record.json", "record.json", "--to", name, "-o", f"many.{name}", "-q")
        assert written.exit_code == 0
        result = run("check", f"many.{name}", "--from", name)
        assert (result.exit_code, result.stdout) == (0, f"many.{name}: OK, 2 declarations\n")
    data = (folder / "many.jsonl").read_text("utf-8")
    assert run("check", "-", data=data).stdout == "standard input: OK, 2 declarations\n"
    (folder / "wrong.jsonl").write_text(data + '{"title": 7}\n', "utf-8")
    result = run("check", "wrong.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("declarations: wrong.jsonl: ")
    assert "line 3" in result.stderr


def test_tables_cannot_be_checked(run, folder) -> None:
    """A table is not read, and so not checked."""
    (folder / "table.csv").write_text("title\r\n", "utf-8")
    result = run("check", "table.csv")
    assert result.exit_code == 1
    assert "csv" in result.stderr


def test_page(run) -> None:
    """A page is no record, and the error says what to use."""
    result = run("check", "wells.html")
    assert result.exit_code == 1
    assert "html is a page, not a record" in result.stderr
    assert "use show" in result.stderr


def test_quiet(run) -> None:
    """Quiet prints errors only."""
    assert run("check", "record.json", "--quiet").stdout == ""


def test_ignore_unknown(run, folder) -> None:
    """Unknown keys are refused unless they shall be ignored."""
    (folder / "new.json").write_text('{"title": "A", "colour": "red"}', "utf-8")
    assert run("check", "new.json").exit_code == 1
    assert run("check", "new.json", "--ignore-unknown").exit_code == 0


def test_formats(run) -> None:
    """Every format has one line, within 80 columns."""
    result = run("formats")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert [line.split()[0] for line in lines] == ["name", *(format.name for format in FORMATS)]
    assert max(map(len, lines)) <= 80
    assert ".markdown" in result.stdout


def test_version(run) -> None:
    """The version is that of the installed package."""
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"declarations {importlib.metadata.version('declarations')}\n")


def test_help(run) -> None:
    """Help names every command; no command at all shows it and is bad usage."""
    result = run("--help")
    assert result.exit_code == 0
    assert all(name in result.stdout for name in ("convert", "show", "check", "formats"))
    assert run().exit_code == 2


def test_unknown_command(run) -> None:
    """A command that does not exist is bad usage."""
    result = run("transmute")
    assert result.exit_code == 2
    assert "transmute" in result.stderr
