"""What `localize` tells about a declaration, in any language."""

import datetime as dt
import subprocess
import sys

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import declarations
from declarations import Agent, Clause, Dated, Declaration, Identifier, Note, Signatory, Source, Vote
from declarations.language.locales import available_locales
from declarations.language.messages import available_catalogs
from declarations.localization import LocalizedMetadata
from declarations.localization.fields import find_direction
from tests.strategies import declarations as any_declaration

ORDER = (
    *("title", "subtitle", "kind", "identifiers", "issuers", "addressees", "dates", "place", "meeting", "votes"),
    *("language", "translation_of", "contents", "source", "url", "author", "categories"),
)


def make_declaration() -> Declaration:
    """Make a declaration with every fact that a sheet shows."""
    clause = Clause(paragraphs=["Words."])
    return Declaration(
        kind="resolution",
        title="On the Bells of the Old Tower",
        subtitle="Taken up a second time",
        identifiers=[Identifier("12/3", scheme="register"), Identifier("B-7")],
        issuers=[Agent(name="Tower Society", abbreviation="TS"), Agent(name="מועצת הפעמונים")],
        addressees=[Agent(name="Bell Founders")],
        dates=[
            Dated(role="adopted", date="2024-03-04"),
            Dated(role="effective", date="2024-05"),
            Dated(role="discussed", date="2024-03-01/2024-03-03"),
            Dated(role="published", date="2024-03-05", time=dt.time(14, 30)),
        ],
        place="Upper Village",
        meeting="9th Assembly",
        votes=[Vote("Carried, 9 to 2."), Vote("Upheld by all.", manner="unanimous")],
        language="en-GB",
        context=[clause],
        resolutions=[clause] * 2,
        signatories=[Signatory(agent=Agent(name="The Miller"))] * 3,
        notes=[Note(id="n1")],
        annexes=[clause] * 11,
        source=Source(
            url="https://example.org/t?a=1&b=2", site="Tower News", author="clerk", categories=["Bells", "Old"]
        ),
        translation_of="urn:x:1",
    )


def values_of(metadata: LocalizedMetadata, name: str) -> list[str]:
    """Give the texts of one field."""
    (field,) = [field for field in metadata.fields if field.name == name]
    return [value.text for value in field.values]


def test_order() -> None:
    """Fields come in a fixed order, whatever the language."""
    for tag in available_catalogs():
        assert tuple(field.name for field in declarations.localize(make_declaration(), tag).fields) == ORDER


def test_english() -> None:
    """Every fact is told in English."""
    metadata = declarations.localize(make_declaration(), "en")
    told = {field.label: [value.text for value in field.values] for field in metadata.fields}
    assert told == {
        "Title": ["On the Bells of the Old Tower"],
        "Subtitle": ["Taken up a second time"],
        "Kind": ["resolution"],
        "Identifiers": ["12/3 (register)", "B-7"],
        "Issuers": ["Tower Society (TS)", "מועצת הפעמונים"],
        "Addressee": ["Bell Founders"],
        "Dates": [
            "March 4, 2024 (adopted)",
            "May 2024 (effective)",
            "March 1\u2009–\u20093, 2024 (discussed)",
            "March 5, 2024, 2:30:00\u202fPM (published)",
        ],
        "Place": ["Upper Village"],
        "Meeting": ["9th Assembly"],
        "Votes": ["Carried, 9 to 2.", "Upheld by all."],
        "Language": ["English (United Kingdom)"],
        "Translation of": ["urn:x:1"],
        "Contents": ["1 context paragraph", "2 resolutions", "3 signatories", "1 note", "11 annexes"],
        "Source": ["Tower News"],
        "Web address": ["https://example.org/t?a=1&b=2"],
        "Posted by": ["clerk"],
        "Categories": ["Bells", "Old"],
    }


def test_arabic() -> None:
    """Arabic has its six plural forms, its direction and its words; what the document says stays."""
    metadata = declarations.localize(make_declaration(), "ar-EG", numbering="native")
    assert (metadata.locale, metadata.language, metadata.direction) == ("ar-EG", "ar-EG", "rtl")
    assert values_of(metadata, "contents") == [
        *("فقرة واحدة في الديباجة", "قراران", "٣ موقّعين", "حاشية واحدة", "١١ مرفقًا"),
    ]
    assert values_of(metadata, "dates")[0] == "٤ مارس ٢٠٢٤ (الاعتماد)"
    assert values_of(metadata, "title") == ["On the Bells of the Old Tower"]


@pytest.mark.parametrize(
    ("locale", "numbering", "told"),
    [
        ("hi", "default", "2 संकल्प"),
        ("hi", "native", "२ संकल्प"),
        ("fa", "default", "۲ مصوبه"),
        ("fa", "latn", "2 مصوبه"),
        ("bn", "default", "২টি প্রস্তাব"),
        ("en", "thai", "๒ resolutions"),
    ],
)
def test_numbering(locale: str, numbering: str, told: str) -> None:
    """Counts stand in the digits that were asked for, dates too."""
    metadata = declarations.localize(make_declaration(), locale, numbering=numbering)
    assert values_of(metadata, "contents")[1] == told
    year = values_of(metadata, "dates")[1]
    assert ("2024" in year) == (told[0] == "2")


def test_singular_and_plural_labels() -> None:
    """The label of a field that can have several values says whether it has."""
    one = attrs.evolve(
        make_declaration(),
        issuers=[Agent(name="X")],
        identifiers=[Identifier("1")],
        dates=[Dated(role="issued", date="2020")],
        source=Source(categories=["Bells"]),
    )
    labels = {field.name: field.label for field in declarations.localize(one, "fr").fields}
    assert [labels[name] for name in ("identifiers", "issuers", "dates", "categories")] == [
        *("Identifiant", "Émetteur", "Date", "Rubrique"),
    ]


def test_words_of_the_document_keep_their_language() -> None:
    """Words of the document carry its language, and the direction of their letters; our own carry neither."""
    fields = {field.name: field.values for field in declarations.localize(make_declaration(), "fa").fields}
    assert (fields["title"][0].language, fields["title"][0].direction) == ("en-GB", "ltr")
    assert [value.direction for value in fields["issuers"]] == ["ltr", "rtl"]
    assert (fields["url"][0].language, fields["url"][0].direction) == ("zxx", "ltr")
    for name in ("kind", "dates", "language", "contents"):
        assert {(value.language, value.direction) for value in fields[name]} == {(None, None)}


def test_unknown_language_of_the_document() -> None:
    """A document that does not say its language has words of an undetermined one."""
    (field,) = declarations.localize(Declaration(title="12/3"), "en").fields
    assert (field.values[0].language, field.values[0].direction) == ("und", "auto")


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("Bells", "ar", "ltr"),
        ("أجراس", "en", "rtl"),
        ("COP 28: أجراس", "ar", "rtl"),
        ("The word أجراس", "en", "ltr"),
        ("The word أجراس", None, "auto"),
        ("The word أجراس", "tlh", "auto"),
        ("12/3", "ar", "auto"),
        ("", None, "auto"),
    ],
)
def test_directions(text: str, language: str | None, direction: str) -> None:
    """The letters decide; where both kinds stand, the language does."""
    assert find_direction(text, language) == direction


def test_empty_declaration() -> None:
    """A declaration that says nothing has no fields."""
    assert declarations.localize(Declaration(), "en").fields == ()


def test_language_without_catalog() -> None:
    """Without a catalog labels are English; dates and names are in the reader's language and say so."""
    metadata = declarations.localize(make_declaration(), "ur")
    fields = {field.name: field for field in metadata.fields}
    assert (metadata.locale, metadata.language, metadata.direction) == ("ur", "en", "ltr")
    assert fields["kind"].label == "Kind"
    assert fields["language"].values[0].text.startswith("انگریزی")
    assert {(value.language, value.direction) for value in fields["dates"].values} == {("ur", "rtl")}


@pytest.mark.parametrize("locale", ["xx", "", "und", "123"])
def test_unknown_locale(locale: str) -> None:
    """A language that CLDR does not have is an error."""
    with pytest.raises(declarations.errors.LocaleError):
        declarations.localize(Declaration(), locale)


@pytest.mark.parametrize("numbering", ["roman", "nope", ""])
def test_unknown_numbering(numbering: str) -> None:
    """A numbering system without ten digits is an error, even where there is nothing to count."""
    with pytest.raises(declarations.errors.ValidationError):
        declarations.localize(Declaration(), "en", numbering=numbering)


def test_the_door_stays_light() -> None:
    """Importing `localize` loads no Babel; using it does."""
    code = "import sys, declarations; print('babel' in sys.modules, end=' ');"
    code += "declarations.localize(declarations.Declaration(), 'fr'); print('babel' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False True\n"


def test_reading_leaves_locale_data_whole() -> None:
    """Looking for months in all languages, as reading a page does, takes nothing from the data of any locale."""
    page = "Lausuma\n\n3. maaliskuuta 2020\n\nKokous päättää:\n\n1. Kellot soivat."
    code = f"import declarations; declarations.parse({page!r}, format='text');"
    code += "one = declarations.Declaration(title='x', dates=[declarations.Dated(role='issued', date='2020-03-03')]);"
    code += "print(declarations.localize(one, 'de').fields[1].values[0].text)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stdout == "3. März 2020 (herausgegeben)\n"


@given(any_declaration(), st.sampled_from(available_locales()), st.sampled_from(["default", "native", "latn"]))
def test_any_declaration_in_any_locale(declaration: Declaration, locale: str, numbering: str) -> None:
    """Whatever the declaration and the locale, the fields are some of the known ones, in order, and say something."""
    metadata = declarations.localize(declaration, locale, numbering=numbering)
    names = [field.name for field in metadata.fields]
    assert names == [name for name in ORDER if name in names]
    assert all(field.label and field.values for field in metadata.fields)
    assert all(value.text for field in metadata.fields for value in field.values)
    assert ("title" in names) == (declaration.title is not None)
