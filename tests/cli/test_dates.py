"""The command `dates`."""

import json

import pytest

PAGE = """<!doctype html><html lang="en"><head><title>Wells</title><script>var d = "1 May 1999";</script></head><body>
<h1>For Clean Wells</h1>
<p>Done on <b>Monday</b>, 4 March 2024.</p><p>Valid until 05/06/2025, read on 25/12/2024.</p></body></html>"""


@pytest.fixture
def find(run):
    """Give a function that runs the command with --json and gives what it prints."""

    def find(*arguments: str, data: str | bytes = b"") -> list:
        result = run("dates", *arguments, "--json", data=data)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return find


def test_text(run) -> None:
    """A text is searched as it is; each date has its place, its EDTF form and the words."""
    result = run("dates", "Meeting:\n on 7 mars 2025,\nFriday, March 14th, 2025 at 2:31 pm", "--locale", "fr")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "2:5     2025-03-07  “7 mars 2025”",
        "        offset 13–24; locales fr",
        "3:1     2025-03-14T14:31:00  “Friday, March 14th, 2025 at 2:31 pm”",
        "        offset 26–61; locales en",
    ]


def test_json(find) -> None:
    """JSON has everything, and null for what is not said."""
    (one,) = find("(12–14 June 2019)", "--locale", "en")
    assert one == {
        "line": 1,
        "column": 2,
        "start": 1,
        "end": 16,
        "text": "12–14 June 2019",
        "date": "2019-06-12/2019-06-14",
        "time": None,
        "alternatives": [],
        "calendar": "gregorian",
        "locales": ["en"],
        "findings": [],
    }


def test_file(find, folder) -> None:
    """What exists is read as a file, its lines ended in any way; the same name of no file is a text."""
    (folder / "2 May 2024").write_bytes("\ufeffone\r\ntwo\rthree: 7 mars 2025".encode())
    (one,) = find("2 May 2024", "--from", "text")
    assert (one["line"], one["column"], one["start"], one["date"]) == (3, 8, 15, "2025-03-07")
    (folder / "2 May 2024").unlink()
    (one,) = find("2 May 2024")
    assert (one["line"], one["column"], one["date"]) == (1, 1, "2024-05-02")


def test_page(run, find, folder) -> None:
    """A page is read by its blocks: dates across markup are found, scripts are not looked into."""
    (folder / "page.html").write_text(PAGE, "utf-8")
    found = find("page.html")
    assert [(one["line"], one["column"], one["date"]) for one in found] == [
        (3, None, "2024-03-04"),
        (3, None, "2025-06-05"),
        (3, None, "2024-12-25"),
    ]
    assert found[0]["text"] == "Monday, 4 March 2024"
    assert run("dates", "page.html").stdout.startswith("3       2024-03-04  “Monday, 4 March 2024”\n")
    assert find("-", data=PAGE) == found


def test_the_whole_page_decides_the_order(find, folder) -> None:
    """A date with a day above 12 anywhere in a page decides those that could be read in two ways."""
    (folder / "page.md").write_text("Sent 03/04/2025.\n\nHeard on 04/25/2025.\n", "utf-8")
    assert [one["date"] for one in find("page.md")] == ["2025-03-04", "2025-04-25"]


def test_order(find, run) -> None:
    """Without a decision a date of digits has no date but alternatives; an order or a locale decides."""
    (one,) = find("03/04/2025")
    assert (one["date"], sorted(one["alternatives"])) == (None, ["2025-03-04", "2025-04-03"])
    assert [found["code"] for found in one["findings"]] == ["ambiguous-date"]
    assert [one["date"] for one in find("03/04/2025", "--order", "dmy")] == ["2025-04-03"]
    assert [one["date"] for one in find("03/04/2025", "--locale", "en-US")] == ["2025-03-04"]
    assert [one["date"] for one in find("03/04/2025", "--locale", "en-US", "--order", "any")] == [None]
    shown = run("dates", "03/04/2025").stdout
    assert " or 2025-" in shown.splitlines()[0]
    assert "warning: ambiguous-date: " in shown


def test_doubts(run) -> None:
    """Wrong weekdays and impossible days are told, in colours only where there are any."""
    shown = run("dates", "Monday, 7 March 2025, then 31 April 2024.", "--locale", "en").stdout
    assert "2025-03-07  “Monday, 7 March 2025”" in shown
    assert "warning: wrong-weekday: " in shown
    assert "no date  “31 April 2024”" in shown
    assert "warning: invalid-date: " in shown
    assert "\x1b" not in shown


def test_calendar(run) -> None:
    """A calendar other than the Gregorian is named."""
    shown = run("dates", "วันที่ 7 มีนาคม 2568", "--locale", "th").stdout
    assert "2025-03-07" in shown
    assert "; calendar buddhist; locales th" in shown
    assert "info: other-calendar: " in shown


def test_locales(run, find) -> None:
    """Some locales that print a date so are shown, the others counted; JSON has all."""
    (one,) = find("12 September 2024")
    assert {"de", "en", "nl"} <= set(one["locales"])
    assert f" and {len(one['locales']) - 4} more" in run("dates", "12 September 2024").stdout


def test_right_to_left(run) -> None:
    """Words from right to left stand in an isolate, so that the line around them keeps its order."""
    assert "“\u2068٧ مارس ٢٠٢٥\u2069”" in run("dates", "٧ مارس ٢٠٢٥", "--locale", "ar").stdout


def test_nothing_found(run, find) -> None:
    """A text without dates is no error; that there are none is said on stderr."""
    result = run("dates", "We march on; may I see A/RES/78/1?")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "declarations: the text: no date found\n"
    assert find("-", data="no dates here") == []


@pytest.mark.parametrize(("given", "told"), [("", "the text: "), (" \n", "the text: "), ("-", "standard input: ")])
def test_empty(run, given, told) -> None:
    """Nothing to read is an error."""
    result = run("dates", given)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"declarations: {told}the source is empty\n"


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--locale", "xx"), "CLDR has no locale for 'xx'"),
        (("--order", "mid"), "dmy"),
        (("--from", "docx"), "no format is known by 'docx'"),
    ],
)
def test_bad_usage(run, option, told) -> None:
    """An unknown locale, order or format is bad usage."""
    result = run("dates", "7 March 2025", *option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_records_and_unknown_suffixes(run, find, folder) -> None:
    """A record is refused unless it shall be read as text; a file of an unknown kind needs its format."""
    (folder / "dated.json").write_text('{"title": "7 March 2025"}', "utf-8")
    result = run("dates", "dated.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("declarations: dated.json: json is a record, ")
    assert [one["date"] for one in find("dated.json", "--from", "text")] == ["2025-03-07"]
    (folder / "notes.log").write_text("7 March 2025", "utf-8")
    assert run("dates", "notes.log").exit_code == 1
    assert [one["date"] for one in find("notes.log", "--from", "text")] == ["2025-03-07"]


def test_binary_file(run, folder) -> None:
    """A file that is no text is an error that says what it seems to be."""
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    result = run("dates", "image.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "it seems to be a PNG image" in result.stderr


def test_directory(run, folder) -> None:
    """A directory has no dates, and no traceback."""
    (folder / "inner.txt").mkdir()
    result = run("dates", "inner.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "\x9b31m 7 March 2025 \x1b]0;x\x07",
        "\udc80 7 March 2025 \ud800",
        "[bold]7 March 2025[/bold] :smile:",
        "7\u202eMarch\u20662025",
        "\U0010ffff" * 50 + " 7 March 2025",
        "1" * 5000 + " 7 March 2025",
        "٧" * 3000 + " ( " * 3000,
        "2025 " * 400,
        "7 March 2025\n" * 200,
        "../" * 2000,
    ],
)
def test_hostile_text(run, text) -> None:
    """No text ends in a traceback, steers the terminal, or is read as markup."""
    for options in ((), ("--json",), ("--locale", "ar", "--order", "any")):
        result = run("dates", text, *options)
        assert result.exit_code == 0
        assert not any(sign in result.output for sign in ("\x1b", "\x07", "\x9b", "\udc80", "\ud800"))


def test_completion(start) -> None:
    """Tab offers the orders."""
    typed = "declarations dates x --order "
    environment = {"_DECLARATIONS_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": "4"}
    out, told = start(env=environment).communicate(timeout=60)
    assert (out.decode().split(), told) == (["dmy", "mdy", "ymd", "any"], b"")
