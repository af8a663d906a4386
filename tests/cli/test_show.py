"""The command `show`."""

import datetime as dt

import pytest
from rich.cells import cell_len

import declarations
from declarations import Clause, Declaration, Label, Note, Signatory, Vote
from declarations.language.locales import available_locales


def make_declaration() -> Declaration:
    """Make a declaration with every part that can be shown."""
    return Declaration(
        kind="motion",
        title="For Clean Wells [bold]now[/bold] :smile:",
        subtitle="A motion",
        identifiers=[declarations.Identifier("12/3", scheme="register")],
        issuers=[declarations.Agent(name="Valley Assembly", abbreviation="VA")],
        dates=[
            declarations.Dated(role="adopted", date="2024-03-04", text="the fourth of March"),
            declarations.Dated(role="published", date="2024-03", text="2024-03"),
            declarations.Dated(role="issued", date="2024-03-05", time=dt.time(14, 30), text="2024-03-05T14:30"),
        ],
        place="Upper Village",
        meeting="9th Assembly",
        votes=[Vote("Carried, 9 to 2.", manner="majority", in_favour=9, against=2), Vote("Upheld.")],
        language="en",
        enacting="The assembly,",
        context_heading="Grounds",
        context=[Clause(paragraphs=["Recalling the spring of last year,"])],
        formula="decides:",
        resolutions_heading="Decisions",
        resolutions=[
            Clause(paragraphs=["The works are closed. " * 6]),
            Clause(
                label=Label("Article 7"),
                heading="Of wells",
                paragraphs=["Every well"],
                items=[Clause(label=Label("(a)"), paragraphs=["is tested;"]), Clause(paragraphs=["is covered;"])],
                tail=["by the summer."],
            ),
        ],
        closing=["Done in the barn."],
        signatories=[
            Signatory(
                agent=declarations.Agent(name="The Miller"),
                role="mover",
                capacity="Chair",
                on_behalf_of=declarations.Agent(name="the Mill"),
            )
        ],
        notes=[Note(id="n1", label="*", paragraphs=["Counted in May."])],
        annexes=[Clause(heading="List of wells", paragraphs=["North well."])],
        source=declarations.Source(url="https://example.org/w", site="Valley", author="clerk", categories=["a", "b"]),
        translation_of="urn:x",
    )


@pytest.fixture
def shown(run, folder) -> str:
    """Give what is shown of that declaration."""
    declarations.write(make_declaration(), folder / "all.json")
    result = run("show", "all.json")
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize(
    "told",
    [
        "issuer          Valley Assembly (VA)",
        "adopted         2024-03-04  “the fourth of March”",
        "published       2024-03\n",
        "issued          2024-03-05 14:30\n",
        "place           Upper Village",
        "meeting         9th Assembly",
        "vote            majority 9-2-?  “Carried, 9 to 2.”",
        "vote            other  “Upheld.”",
        "translation of  urn:x",
        "identifier      12/3 (register)",
        "category        a",
        "Context “Grounds”",
        "  The assembly,",
        "  –    Recalling the spring of last year,",
        "decides:",
        "Resolutions “Decisions”",
        "  #1   The works are closed.",
        "  Article 7 Of wells",
        "       (a)  is tested;",
        "       –    is covered;",
        "       by the summer.",
        "  Done in the barn.",
        "  mover        The Miller, Chair, for the Mill",
        "  *            Counted in May.",
        "Annexes",
    ],
)
def test_parts(shown, told) -> None:
    """Every part is shown; only numbers that are printed stand without `#`."""
    assert told in shown


def test_locale(run, folder) -> None:
    """With a locale the facts, headings and roles are told in its language; the document's words stay."""
    declarations.write(make_declaration(), folder / "all.json")
    lines = run("show", "all.json", "--locale", "de").stdout.splitlines()
    told = [" ".join(line.split()) for line in lines]
    assert told[0] == "For Clean Wells [bold]now[/bold] :smile:"
    for line in (
        "Art Antrag",
        "Kennung 12/3 (register)",
        "Urheber Valley Assembly (VA)",
        "Ort Upper Village",
        "Sitzung 9th Assembly",
        "Abstimmungen Carried, 9 to 2. und Upheld.",
        "Sprache Englisch",
        "Übersetzung von urn:x",
        "Quelle Valley",
        "Rubriken a und b",
        "Kontext “Grounds”",
        "Beschlüsse “Decisions”",
        "#1 The works are closed. The works are closed. The works are closed. The",
        "Antragsteller The Miller, Chair, für the Mill",
        "Anmerkungen",
        "Anhänge",
    ):
        assert line in told, line
    assert "4. März 2024 (verabschiedet)" in " ".join(told)
    assert {line.index(value) for line, value in zip(lines[3:5], ("Antrag", "12/3"), strict=True)} == {17}


def test_locale_from_right_to_left(run, folder) -> None:
    """In an Arabic reading words of the document are isolated in the lines of facts and signatories."""
    declarations.write(make_declaration(), folder / "all.json")
    shown = run("show", "all.json", "--locale", "ar-EG").stdout
    assert "\u2066Valley Assembly (VA)\u2069" in shown
    assert "\u2068The Miller\u2069، \u2068Chair\u2069، نيابةً عن \u2068the Mill\u2069" in shown
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_locale_without_a_title(run) -> None:
    """What stands in place of a title is in the reader's language too."""
    assert run("show", "-", "--locale", "ja", data="{}").stdout.startswith("（無題）\n")


def test_unknown_locale(run) -> None:
    """A locale that CLDR does not have is bad usage."""
    result = run("show", "record.json", "--locale", "xx")
    assert result.exit_code == 2
    assert "CLDR has no locale for 'xx'" in result.stderr


def test_completion(start) -> None:
    """Tab offers locales for --locale and formats for --from, without a word on stderr."""
    chinese = [tag for tag in available_locales() if tag.startswith("zh-Hant")]
    assert {"zh-Hant", "zh-Hant-HK", "zh-Hant-TW"} <= set(chinese)
    for typed, offered in (
        ("declarations show --locale zh-Hant", "\n".join(chinese)),
        ("declarations show --from m", "markdown"),
        ("declarations check --from x", "xml"),
        ("declarations convert --to x", "xml"),
        ("declarations convert --to h", "html"),
        ("declarations show --from c", ""),
        ("declarations sh", "show"),
    ):
        words = typed.split()
        environment = {
            "_DECLARATIONS_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)
        }  # fmt: skip
        out, told = start(env=environment).communicate(timeout=60)
        assert (out.decode().strip(), told) == (offered, b"")


def test_markup_is_text(shown) -> None:
    """Text from a file is never read as markup or emoji codes."""
    assert shown.startswith("For Clean Wells [bold]now[/bold] :smile:\n")


def test_layout(shown) -> None:
    """Lines fit 80 columns, end in no blanks, and carry no escape codes when piped."""
    assert max(map(cell_len, shown.splitlines())) <= 80
    assert [line for line in shown.splitlines() if line != line.rstrip()] == []
    assert "\x1b" not in shown


def test_page(run) -> None:
    """A page is shown with its printed numbers, without its menu."""
    result = run("show", "wells.html")
    assert "  1.   The assembly demands that the works be closed." in result.stdout
    assert "Home" not in result.stdout


def test_evidence(run, folder) -> None:
    """Evidence tells for every block of the page what it was taken for, why, and where it stands."""
    result = run("show", "wells.html", "--evidence")
    assert result.exit_code == 0
    evidence = result.stdout.partition("Evidence\n")[2].partition("\nCues\n")[0]
    reading = declarations.examine((folder / "wells.html").read_bytes(), format="html")
    assert sum(line.startswith("  ") and not line.startswith("   ") for line in evidence.splitlines()) == len(
        reading.judgements
    )
    assert "boilerplate" in evidence
    assert ": resolution" in evidence
    assert "line 6" in evidence
    assert "     +" in evidence
    assert "that is no document: navigation." in " ".join(evidence.split())
    assert "It was chosen as the title." in result.stdout


def test_evidence_of_a_record(run) -> None:
    """A record needs no evidence, and says so."""
    assert "none: a record says itself what its parts are" in run("show", "record.json", "--evidence").stdout


def test_findings(run, folder) -> None:
    """Warnings are shown; what needs no action is counted, and shown when asked for."""
    (folder / "bare.txt").write_text("One line of no particular kind, which is no declaration at all.\n", "utf-8")
    brief = run("show", "bare.txt").stdout
    assert "warning: " in brief
    assert "info: " not in brief
    assert "of severity info; --findings shows them" in brief
    assert "info: no-date" in run("show", "bare.txt", "--findings").stdout


def test_right_to_left_text_is_untouched(run, folder) -> None:
    """Arabic and Hebrew stand in the order in which they are written, wide characters are counted as wide."""
    words = "قرر المجلس أن تغلق المصانع"
    wide = "議会は工場の閉鎖を決定する。" * 8
    clauses = [Clause(paragraphs=[words]), Clause(paragraphs=[wide])]
    declarations.write(Declaration(title="בארות נקיות", resolutions=clauses), folder / "rtl.json")
    shown = run("show", "rtl.json").stdout
    assert shown.startswith("בארות נקיות\n")
    assert words in shown
    assert wide in "".join(line.strip() for line in shown.splitlines())
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_control_characters_cannot_steer_the_terminal(run, folder) -> None:
    """C1 control characters, which XML allows, are replaced."""
    declarations.write(Declaration(title="red\x9b31m"), folder / "c1.json")
    assert run("show", "c1.json").stdout.startswith("red\ufffd31m\n")


def test_bad_input(run) -> None:
    """An error is one line on stderr; stdout stays empty."""
    result = run("show", "broken.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("declarations: broken.json: ")
    assert run("show", "missing.html").exit_code == 1
    assert run("show", "wells.html", "--from", "xml").exit_code == 1


def test_empty_declaration(run) -> None:
    """A declaration without a title says so."""
    assert run("show", "-", data="{}").stdout.startswith("(no title)\n")


def test_deep_items(run, folder) -> None:
    """A declaration as deep as records may be is shown, within the width."""
    clause = Clause(paragraphs=["end"])
    for _ in range(60):
        clause = Clause(items=[clause])
    declarations.write(Declaration(resolutions=[clause]), folder / "deep.json")
    result = run("show", "deep.json")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stdout.rstrip().endswith("end")
