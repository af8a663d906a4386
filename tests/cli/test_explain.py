"""The command `explain`."""

import declarations
from declarations import Clause, Declaration, Reading


def test_to_a_file(run, folder) -> None:
    """The page is written to the file that is named, and nothing is said."""
    result = run("explain", "wells.html", "-o", "report.html")
    assert (result.exit_code, result.output) == (0, "")
    page = (folder / "report.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>\n")
    assert "<h1>How <bdi>wells.html</bdi> was read</h1>" in page
    reading = declarations.examine((folder / "wells.html").read_bytes(), format="html")
    assert page.replace("wells.html", "For Clean Wells") == declarations.inspection.render_explanation(reading)


def test_to_standard_output(run) -> None:
    """Without a file the page goes to standard output, from standard input too."""
    assert "The assembly demands that the works be closed." in run("explain", "wells.html").stdout
    shown = run("explain", "-", "--from", "text", "--language", "pt", data="Moção\n\nA assembleia exige água limpa.\n")
    assert "How <bdi>standard input</bdi> was read" in shown.stdout
    assert 'lang="pt"' in shown.stdout


def test_record(run) -> None:
    """A record is explained as far as it can be."""
    assert "a record says itself what its parts are" in run("explain", "record.json").stdout


def test_failures_write_nothing(run, folder) -> None:
    """Input that cannot be read is one line on stderr, and no file is made."""
    result = run("explain", "broken.json", "-o", "report.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("declarations: broken.json: ")
    assert run("explain", "missing.html", "-o", "report.html").exit_code == 1
    assert not (folder / "report.html").exists()


def test_the_input_is_not_overwritten(run, folder) -> None:
    """To write over the input is bad usage, and so is a place that is not there."""
    before = (folder / "wells.html").read_bytes()
    assert run("explain", "wells.html", "-o", "wells.html").exit_code == 2
    assert run("explain", "wells.html", "-o", "nowhere/report.html").exit_code == 2
    assert (folder / "wells.html").read_bytes() == before


def test_bad_usage(run) -> None:
    """An unknown format or a language that is no tag is bad usage."""
    assert run("explain", "wells.html", "--from", "docx").exit_code == 2
    assert run("explain", "wells.html", "--language", "no tag!").exit_code == 2


def test_show_prints_every_declaration(run, monkeypatch) -> None:
    """`show` prints the declarations of one source one after another, each under its number."""
    first, second = (
        Reading(declaration=Declaration(title=title, resolutions=[Clause(paragraphs=[f"{title} it is."])]))
        for title in ("A", "B")
    )
    several = Reading(declaration=first.declaration, others=(second,))
    monkeypatch.setattr("declarations.cli.inputs.examine", lambda *_, **__: several)
    lines = run("show", "wells.html").stdout.splitlines()
    assert lines[0] == "Declaration 1 of 2"
    assert lines.index("Declaration 2 of 2") > lines.index("  #1   A it is.")
    assert "  #1   B it is." in lines


def test_convert_tells_of_several_declarations(run, monkeypatch) -> None:
    """`convert` gives the first declaration on standard output, and says that there are more and what to do."""
    code = declarations.inspection.FindingCode.SEVERAL_DECLARATIONS
    finding = declarations.Finding(code, "the source holds 2 declarations")
    several = [Reading(declaration=Declaration(title="A"), findings=(finding,)), Reading()]
    monkeypatch.setattr("declarations.cli.inputs.examine_all", lambda *_, **__: iter(several))
    result = run("convert", "wells.html", "--to", "json")
    told, more = result.stderr.splitlines()
    assert told == "declarations: wells.html: warning: several-declarations: the source holds 2 declarations"
    assert "only the first was written; name a directory" in more
    assert '"title": "A"' in result.stdout
