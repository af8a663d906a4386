"""The tool for catalogs, and the catalogs as they are kept."""

import gettext
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from declarations.language import messages, words
from declarations.language.messages import Message
from tools import catalogs

ARABIC = Path("ar") / "LC_MESSAGES" / "declarations.po"
FRENCH = Path("fr") / "LC_MESSAGES" / "declarations.po"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work on a copy of the template and of two catalogs."""
    for path in (ARABIC, FRENCH):
        (tmp_path / path).parent.mkdir(parents=True)
        shutil.copy(catalogs.CATALOGS / path, tmp_path / path)
    shutil.copy(catalogs.TEMPLATE, tmp_path)
    monkeypatch.setattr(catalogs, "CATALOGS", tmp_path)
    monkeypatch.setattr(catalogs, "TEMPLATE", tmp_path / catalogs.TEMPLATE.name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    """Replace words in a file that has them once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_catalogs_are_good() -> None:
    """No catalog is fuzzy or out of canonical form; placeholders, plurals and spaces are right."""
    assert list(catalogs.check()) == []


@pytest.mark.parametrize("words", ["", 'msgctxt "field"\nmsgid "Title"\nmsgstr ""\n\n'])
def test_what_is_not_translated_is_named_and_no_fault(
    folder: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """Words that a catalog does not have, or has empty, are told by `check`, which leaves with 0."""
    path = folder / FRENCH
    before, message, after = re.split(
        r"((?:^#.*\n)*^msgctxt \"field\"\nmsgid \"Title\"\nmsgstr .*\n\n)", path.read_text("utf-8"), flags=re.MULTILINE
    )
    comments = message[: message.index("msgctxt")] if words else ""
    path.write_text(before + comments + words + after, "utf-8")
    assert catalogs.main(["check"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "warning: fr: field 'Title' is not translated\n" in told.err


@pytest.mark.parametrize(
    "compiling",
    [lambda path: catalogs._compile(catalogs.read(path)), lambda path: messages._compile(path.read_bytes())],
)
def test_what_is_not_translated_is_shown_in_english(folder: Path, compiling: Callable[[Path], bytes]) -> None:
    """A label without words, and a plural that lacks some, are passed over."""
    change(folder / FRENCH, '"Titre"', '""')
    change(folder / FRENCH, '"{n} notes"\nmsgstr[0] "{n} note"', '"{n} notes"\nmsgstr[0] ""')
    french = gettext.GNUTranslations(io.BytesIO(compiling(folder / FRENCH)))
    french.add_fallback(gettext.NullTranslations())
    assert french.pgettext("field", "Title") == "Title"
    assert french.npgettext("count", "{n} note", "{n} notes", 1) == "{n} note"
    assert french.pgettext("field", "Place") != "Place"


def test_template_holds_every_message() -> None:
    """The template holds each message of the tables once."""
    tables = [getattr(words, name) for name in words.__all__]
    messages = {message for table in tables for message in table.values()}
    template = catalogs.make_template()
    assert template.count("\nmsgctxt ") == len(messages) == sum(map(len, tables))
    for message in messages:
        assert f'msgctxt "{message.context}"\nmsgid "{message.text}"\n' in template
        assert not message.plural or f'msgid_plural "{message.plural}"\n' in template


def test_template_has_no_times_and_no_line_numbers() -> None:
    """The template changes only when a message does."""
    template = catalogs.make_template()
    assert "Date:" not in template.replace('"Date"', "")
    assert ".py:" not in template
    assert "Babel" not in template


def test_comments_reach_translators() -> None:
    """What the code says to translators stands above the message."""
    assert '#. who put a motion to the meeting\n#: src/declarations/language/words.py\nmsgctxt "signatory"' in (
        catalogs.make_template()
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"Titre"', '"Titre "', "fr: field 'Title' has stray spaces in 'Titre '"),
        (
            '"{main} ({detail})"\nmsgstr "{main} ({detail})"',
            '"{main} ({detail})"\nmsgstr "{main}"',
            "other placeholders",
        ),
        ('"{n} notes"\nmsgstr[0] "{n} note"', '"{n} notes"\nmsgstr[0] "note"', "other placeholders in 'note'"),
        ('msgctxt "field"\nmsgid "Title"', '#, fuzzy\nmsgctxt "field"\nmsgid "Title"', "field 'Title' is fuzzy"),
        ("nplurals=2", "nplurals=3", "fr: 3 plural forms, but the rule for them chooses [0, 1]"),
        (
            'msgctxt "field"\nmsgid "Title"\nmsgstr "Titre"\n',
            'msgctxt "field"\nmsgid "Title"\nmsgstr  "Titre"\n',
            "form",
        ),
        ('"{n} notes"\nmsgstr[0] "{n} note"', '"{n} notes"\nmsgstr[0] ""', "fr: count '{n} note' lacks a form"),
    ],
)
def test_faults(folder: Path, old: str, new: str, fault: str) -> None:
    """Each fault of a catalog is told with its language and its message."""
    change(folder / FRENCH, old, new)
    assert any(fault in told for told in catalogs.check())


def test_a_form_for_one_number_needs_no_digit(folder: Path) -> None:
    """`قراران` means two and says so; a form for many numbers must show which."""
    assert list(catalogs.check()) == []
    change(folder / ARABIC, '"{n} قرارات"', '"قرارات"')
    assert ["other placeholders in 'قرارات'" in told for told in catalogs.check()][-1]


def test_old_template(folder: Path) -> None:
    """A template that lacks a message of the code is old, and `update` brings it up to date."""
    change(folder / "declarations.pot", 'msgctxt "field"\nmsgid "Subtitle"\nmsgstr ""\n', "")
    assert [told.split(";")[0] for told in catalogs.check()] == ["declarations.pot is not what the code holds"]
    catalogs.update()
    assert list(catalogs.check()) == []


def test_update_keeps_what_translators_wrote(folder: Path) -> None:
    """Words, comments and credits of translators stay; messages that the code no longer has go."""
    path = folder / FRENCH
    change(path, 'msgctxt "field"\nmsgid "Title"', '# en tête\nmsgctxt "field"\nmsgid "Title"')
    path.write_text("# Par Claire.\n" + path.read_text("utf-8"), "utf-8")
    before = path.read_text("utf-8")
    path.write_text(before + '\nmsgctxt "field"\nmsgid "Colour"\nmsgstr "Couleur"\n', "utf-8")
    catalogs.update()
    after = path.read_text("utf-8")
    assert after.startswith("# Par Claire.\n")
    assert "# en tête\n" in after
    assert "Colour" not in after
    assert 'msgstr "Titre"' in after


def test_update_keeps_the_rule_for_plural_forms(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of Babel that has other plural forms for a language changes no catalog and leaves no form empty."""
    catalogs.update()
    before = [(folder / path).read_text("utf-8") for path in (ARABIC, FRENCH)]
    monkeypatch.setattr("babel.messages.catalog.get_plural", lambda _locale: (9, "n % 9"))
    catalogs.update()
    assert [(folder / path).read_text("utf-8") for path in (ARABIC, FRENCH)] == before
    assert list(catalogs.check()) == []


def test_compiled_catalogs_depend_on_words_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of Babel compiles the same bytes, with the rule for plural forms and the character set."""
    catalogs.compile_catalogs()
    before = (folder / FRENCH).with_suffix(".mo").read_bytes()
    monkeypatch.setattr("babel.messages.catalog.VERSION", "9.9")
    catalogs.compile_catalogs()
    assert (folder / FRENCH).with_suffix(".mo").read_bytes() == before
    assert b"Plural-Forms: nplurals=2; plural=(n > 1);\n" in before
    assert b"charset=utf-8" in before
    assert b"Babel" not in before


def test_add(folder: Path) -> None:
    """A new catalog has every message, the plural forms of its language, and nothing translated."""
    assert catalogs.main(["add", "pl"]) == 0
    text = (folder / "pl" / "LC_MESSAGES" / "declarations.po").read_text("utf-8")
    assert "nplurals=3" in text
    assert 'msgctxt "field"\nmsgid "Title"\nmsgstr ""\n' in text
    assert "pl: field 'Title' is not translated" in list(catalogs.find_missing())
    assert list(catalogs.check()) == []
    assert catalogs.main(["add", "qq"]) == 2


def test_compile(folder: Path) -> None:
    """Compiled catalogs stand beside their sources; one that is older than its words is told."""
    assert catalogs.main(["compile"]) == 0
    compiled = (folder / FRENCH).with_suffix(".mo")
    assert "Émetteur".encode() in compiled.read_bytes()
    change(folder / FRENCH, '"Titre"', '"Intitulé"')
    assert "fr: compiled from other words; run: python -m tools.catalogs compile" in list(catalogs.check())


def test_commands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` leaves with 1 and tells why; another word gets the usage and 2."""
    assert catalogs.main(["check"]) == 0
    change(folder / FRENCH, '"Titre"', '"Titre "')
    assert catalogs.main(["check"]) == 1
    assert "fr: field 'Title' has stray spaces in 'Titre '\n" in capsys.readouterr().out
    assert catalogs.main(["extract"]) == 0
    assert catalogs.main([]) == 2
    assert "python -m tools.catalogs" in capsys.readouterr().err


def test_messages_are_values() -> None:
    """Two messages of the same words for different uses are different."""
    assert Message("kind", "other") != Message("agent", "other")
