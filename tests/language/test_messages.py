"""Message catalogs: which one a reader gets, and what they say."""

import gettext
import io
import subprocess
import sys
import zipfile
from enum import StrEnum
from importlib import resources
from pathlib import Path

import pytest
from babel.messages import mofile, pofile

import declarations
from declarations.language import messages
from declarations.language.locales import available_locales
from declarations.language.messages import Message, available_catalogs, find_catalog
from declarations.language.words import AGENT_KINDS, COUNTS, DATE_ROLES, FIELDS, KINDS, PATTERNS, SIGNATORY_ROLES
from declarations.model import AgentKind, DateRole, DeclarationKind, SignatoryRole

TITLE = FIELDS["title"]
RESOLUTIONS = COUNTS["resolutions"]

NAMES = {DeclarationKind: KINDS, DateRole: DATE_ROLES, AgentKind: AGENT_KINDS, SignatoryRole: SIGNATORY_ROLES}
LANGUAGES = [
    *("ar", "bn", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it"),
    *("ja", "ko", "pt", "ru", "sw", "tr", "uk", "vi", "zh", "zh-Hant"),
]


def test_languages() -> None:
    """The languages that the library promises have a catalog."""
    assert list(available_catalogs()) == LANGUAGES


@pytest.mark.parametrize(
    ("locale", "tag", "title"),
    [
        ("fr", "fr", "Titre"),
        ("fr-CA", "fr", "Titre"),
        ("es-MX", "es", "Título"),
        ("pt-PT", "pt", "Título"),
        ("zh", "zh", "标题"),
        ("zh-CN", "zh", "标题"),
        ("zh-TW", "zh-Hant", "標題"),
        ("zh-Hant-HK", "zh-Hant", "標題"),
        ("iw", "he", "כותרת"),
        ("de_AT", "de", "Titel"),
        ("nl", "en", "Title"),
        ("yue-Hans", "en", "Title"),
    ],
)
def test_fallback(locale: str, tag: str, title: str) -> None:
    """A locale without a catalog gets that of its CLDR parent, at last English; scripts are never mixed."""
    catalog = find_catalog(locale)
    assert (catalog.tag, catalog.translate(TITLE)) == (tag, title)


def test_unknown_locale() -> None:
    """A language that CLDR does not have is an error, not English."""
    with pytest.raises(declarations.errors.LocaleError):
        find_catalog("xx")


def test_every_locale_has_words() -> None:
    """Every locale of CLDR gets one of the catalogs."""
    assert {find_catalog(tag).tag for tag in available_locales()} == set(LANGUAGES)


def test_catalogs_are_cached() -> None:
    """A catalog is loaded once, also when several locales use it."""
    assert find_catalog("fr") is find_catalog("fr-FR")


def test_messages_that_are_in_no_catalog() -> None:
    """A message that no catalog has is given as it stands in the code."""
    catalog = find_catalog("fr")
    assert catalog.translate(Message("field", "Colour")) == "Colour"
    assert catalog.count(Message("count", "{n} bell", "{n} bells"), 2) == "{n} bells"
    assert catalog.translate(Message("nowhere", "Title")) == "Title"


def test_missing_words_come_from_the_parent() -> None:
    """What the nearest catalog lacks comes from the next one, at last from English."""
    child = gettext.GNUTranslations()
    child._catalog, child.plural = {}, lambda number: int(number != 1)
    child.add_fallback(find_catalog("fr").translations)
    assert messages.Catalog("fr-CA", child).translate(TITLE) == "Titre"


@pytest.mark.parametrize(
    ("locale", "number", "told"),
    [
        ("en", 1, "1 resolution"),
        ("en", 0, "0 resolutions"),
        ("fr", 0, "0 résolution"),
        ("fr", 2, "2 résolutions"),
        ("ru", 1, "1 резолюция"),
        ("ru", 3, "3 резолюции"),
        ("ru", 5, "5 резолюций"),
        ("ru", 11, "11 резолюций"),
        ("ru", 22, "22 резолюции"),
        ("uk", 4, "4 резолюції"),
        ("ar", 0, "لا قرارات"),
        ("ar", 1, "قرار واحد"),
        ("ar", 2, "قراران"),
        ("ar", 3, "3 قرارات"),
        ("ar", 11, "11 قرارًا"),
        ("ar", 100, "100 قرار"),
        ("ar", 103, "103 قرارات"),
        ("he", 1, "החלטה אחת"),
        ("he", 2, "2 החלטות"),
        ("tr", 5, "5 karar"),
        ("sw", 2, "maazimio 2"),
        ("ja", 5, "決議事項5件"),
    ],
)
def test_plurals(locale: str, number: int, told: str) -> None:
    """Counts take the plural form of their number."""
    assert find_catalog(locale).count(RESOLUTIONS, number).format(n=number) == told


@pytest.mark.parametrize("tag", LANGUAGES)
def test_gettext_counts_as_cldr_does(tag: str) -> None:
    """Numbers of one CLDR plural category share a form, from two on (gettext headers and CLDR differ at zero)."""
    translations = find_catalog(tag).translations
    locale = declarations.language.locales.find_locale(tag)
    forms: dict[str, set[int]] = {}
    for number in range(2, 1000):
        forms.setdefault(locale.plural_form(number), set()).add(translations.plural(number))
    # Hebrew has a dual in CLDR, which the gettext header of Babel counts with the plural
    assert all(len(indices) == 1 for indices in forms.values()), forms


@pytest.mark.parametrize("kind", NAMES)
def test_every_member_has_a_name(kind: type[StrEnum]) -> None:
    """Every member of the four word lists has its message."""
    assert list(NAMES[kind]) == list(kind)


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_names_tell_members_apart(tag: str, kind: type[StrEnum]) -> None:
    """Members of a list have different names, but for one pair of kinds that a language has one word for."""
    names = [find_catalog(tag).translate(message) for message in NAMES[kind].values()]
    assert len(names) - len(set(names)) <= (kind is DeclarationKind)


def test_french_space_and_wide_colon() -> None:
    """Each language has its own colon: French a space before it, Chinese and Japanese a wide one."""
    lines = {tag: find_catalog(tag).translate(PATTERNS["line"]) for tag in ("fr", "zh", "ja", "de")}
    assert lines == {
        "fr": "{label}\u00a0: {value}",
        "zh": "{label}：{value}",
        "ja": "{label}：{value}",
        "de": "{label}: {value}",
    }


def write_compiled(source: bytes) -> bytes:
    """Compile a catalog."""
    compiled = io.BytesIO()
    mofile.write_mo(compiled, pofile.read_po(io.BytesIO(source)))
    return compiled.getvalue()


def test_compiled_catalogs_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is a compiled catalog, the source is not looked at; where there is none, it is compiled."""
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    real = resources.files("declarations.language").joinpath("catalogs/fr/LC_MESSAGES/declarations.po").read_bytes()
    monkeypatch.setattr(messages, "_root", lambda: tmp_path)
    (folder / "declarations.po").write_bytes(real)
    assert messages._load("fr").pgettext("field", "Title") == "Titre"
    (folder / "declarations.mo").write_bytes(write_compiled(real.replace(b'"Titre"', b'"Intitul\xc3\xa9"')))
    assert messages._load("fr").pgettext("field", "Title") == "Intitulé"


@pytest.mark.parametrize("is_compiled", [True, False])
def test_zipped_library(tmp_path: Path, is_compiled: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Catalogs are found in a zipped library too."""
    package = Path(declarations.__file__).parent
    archive = tmp_path / "library.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in sorted(package.rglob("*")):
            if path.suffix in {".py", ".po", ".json"}:
                zipped.write(path, path.relative_to(package.parent))
            if path.suffix == ".po" and is_compiled:
                name = path.with_suffix(".mo").relative_to(package.parent)
                zipped.writestr(str(name), write_compiled(path.read_bytes()))
    code = (
        "import declarations; from declarations.language.messages import Message, available_catalogs, find_catalog;"
        "title = find_catalog('it').translate(Message('field', 'Title'));"
        "print(declarations.__file__, len(available_catalogs()), title)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(archive)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert ran.stdout.split() == [str(archive / "declarations" / "__init__.py"), str(len(LANGUAGES)), "Titolo"]
