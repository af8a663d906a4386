"""The command `diff`."""

import json

import pytest

NEW = """{"title": "For Clean Rivers", "resolutions": [
  {"paragraphs": [{"text": "The assembly demands clean rivers and wells."}]},
  {"paragraphs": [{"text": "We meet again in June."}]}]}"""


def test_no_change(run) -> None:
    """Two files that say the same print nothing, also in two formats; the exit code is 0."""
    run("convert", "record.json", "--to", "xml", "-o", "record.xml")
    result = run("diff", "record.json", "record.xml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_changes(run, folder) -> None:
    """Each change says what, where, the old and the new words; the exit code is 1."""
    (folder / "new.json").write_text(NEW, "utf-8")
    result = run("diff", "record.json", "new.json")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "changed title",
        "  - For Clean Wells",
        "  + For Clean Rivers",
        "changed resolutions[0] paragraphs",
        "  - The assembly demands clean wells.",
        "  + The assembly demands clean rivers and wells.",
        "added   resolutions[1]",
        "  + We meet again in June.",
    ]


def test_moved(run, folder) -> None:
    """A moved clause tells both addresses and its words once."""
    record = json.loads(NEW)
    record["resolutions"].reverse()
    (folder / "new.json").write_text(NEW, "utf-8")
    (folder / "moved.json").write_text(json.dumps(record), "utf-8")
    lines = run("diff", "new.json", "moved.json").stdout.splitlines()
    assert lines == ["moved   resolutions[1] → resolutions[0]", "    We meet again in June."]


def test_json(run, folder) -> None:
    """JSON holds every change with all its fields, and is an empty array when nothing changed."""
    (folder / "new.json").write_text(NEW, "utf-8")
    result = run("diff", "record.json", "new.json", "--json")
    changes = json.loads(result.stdout)
    assert result.exit_code == 1
    assert changes[0] == {
        "kind": "changed",
        "field": "title",
        "old_address": None,
        "new_address": None,
        "old": ["For Clean Wells"],
        "new": ["For Clean Rivers"],
    }
    assert [change["kind"] for change in changes] == ["changed", "changed", "added"]
    assert run("diff", "new.json", "new.json", "--json").stdout == "[]\n"


@pytest.mark.parametrize("name", ["broken.json", "missing.json"])
def test_unreadable(run, name: str) -> None:
    """A file that cannot be read is told with its name; the exit code is 2, since 1 means a difference."""
    result = run("diff", "record.json", name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert name in result.stderr


def test_stdin(run) -> None:
    """One of the two may be standard input, not both."""
    assert run("diff", "record.json", "-", data='{"title": "A"}').exit_code == 1
    result = run("diff", "-", "-", data="{}")
    assert result.exit_code == 2
    assert "only once" in result.stderr


def test_several(run, folder) -> None:
    """Of a file with several declarations the first is compared, and that is said."""
    one = "# Resolution {0}\n\nThe Council of Wells,\n\nNoting the drought,\n\n1. Decides to dig well {0};\n\n"
    (folder / "several.md").write_text(one.format(1) + "2. Calls for rain.\n\n" + one.format(2), "utf-8")
    result = run("diff", "several.md", "several.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "holds 2 declarations; the first is compared" in result.stderr


def test_control_characters(run, folder) -> None:
    """Text from a file cannot steer the terminal."""
    (folder / "evil.json").write_text('{"title": "A\\u001b[2J"}', "utf-8")
    assert "\x1b" not in run("diff", "record.json", "evil.json").stdout
