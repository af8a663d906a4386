"""Lines with labels, `Date: …`: in every language of the catalogs, and in documents of other people."""

from __future__ import annotations

import datetime as dt

import pytest

import declarations
from declarations import Agent, Clause, Dated, Declaration, Identifier, Source, Vote
from declarations.inspection import FindingCode
from declarations.language.messages import available_catalogs
from declarations.recognition.reading import Part

FULL = Declaration(
    kind="motion",
    title="Motion on the Lending of Tools",
    identifiers=[Identifier("10.1234/ab.c", scheme="doi"), Identifier("TL/12")],
    issuers=[Agent(name="Committee of the Tool Library (Rye)"), Agent(name="Union of Menders", abbreviation="UM")],
    dates=[
        Dated(role="adopted", date="2020-05"),
        Dated(role="issued", date="2014-07-09/2014-07-11"),
        Dated(role="published", date="2020-05-07", time=dt.time(14, 3, tzinfo=dt.UTC)),
        Dated(role="modified", date="2021"),
    ],
    place="Rye",
    meeting="26th meeting",
    language="en",
    enacting="The Committee of the Tool Library,",
    resolutions=[Clause(paragraphs=["Decides that every tool of the library may be lent for two weeks."])],
    votes=[Vote("Adopted by 14 votes to 2.", manner="majority", in_favour=14, against=2)],
    source=Source(url="https://example.org/x", site="Menders", author="Jo", categories=["tools", "lending"]),
    translation_of="https://example.org/fr",
)


@pytest.mark.parametrize("locale", available_catalogs())
def test_every_language_states_facts_that_are_read_back(locale: str) -> None:
    """What the labels of a language state is read with them, dates with their roles and times."""
    read = declarations.parse(declarations.render(FULL, "text", locale=locale), format="text")

    assert [(one.role, one.date, one.time) for one in read.dates] == [
        (one.role, one.date, one.time) for one in FULL.dates
    ]
    assert [(one.name, one.abbreviation) for one in read.issuers] == [
        (one.name, one.abbreviation) for one in FULL.issuers
    ]
    for field in ("title", "kind", "identifiers", "place", "meeting", "votes", "translation_of", "enacting"):
        assert getattr(read, field) == getattr(FULL, field), field
    assert read.source == Source(
        url="https://example.org/x",
        site="Menders",
        author="Jo",
        categories=["tools", "lending"],
        media_type="text/plain",
    )


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_documents_of_others_state_facts_too(format: str) -> None:
    """A memorandum with `Date:`, `Place:` and `Meeting:` says so, and the lines are judged as masthead."""
    text = (
        "Resolution on bread\n\nDate: 5 May 2021\n\nPlace: Geneva\n\nMeeting: Spring session\n\n"
        "The Council of Bakers,\n\nDecides to open the mills in all towns along the river.\n"
    )
    reading = declarations.examine(text, format=format)

    assert str(reading.declaration.date) == "2021-05-05"
    assert (reading.declaration.place, reading.declaration.meeting) == ("Geneva", "Spring session")
    stated = [one for one in reading.judgements if any(piece.cue == "labelled-field" for piece in one.evidence)]
    assert [one.part for one in stated] == [Part.MASTHEAD] * 3


def test_a_date_without_a_role_does_not_hide_others() -> None:
    """A plain date is that of issue; the date of adoption in the closing words is kept beside it."""
    text = "Statement\n\nDate: 5 May 2021\n\nWe demand bread for all towns now.\n\nAdopted on 3 May 2021.\n"
    dates = {str(one.role): str(one.date) for one in declarations.parse(text, format="text", language="en").dates}

    assert dates == {"issued": "2021-05-05", "adopted": "2021-05-03"}


def test_an_ambiguous_date_is_not_decided() -> None:
    """`03/04/2021` in English, of no country, stays undecided and is reported."""
    reading = declarations.examine("Statement\n\nDate: 03/04/2021\n\nWe demand bread.\n", format="text", language="en")

    assert not reading.declaration.dates
    assert FindingCode.AMBIGUOUS_DATE in [finding.code for finding in reading.findings]


@pytest.mark.parametrize("line", ["Date: as soon as can be", "Kind: of strange", "Colour: blue"])
def test_lines_that_state_nothing_are_left_alone(line: str) -> None:
    """An unknown label, or a value that cannot be, makes no fact."""
    reading = declarations.examine(f"Statement\n\n{line}\n\nWe demand bread.\n", format="text", language="en")

    assert not any(piece.cue == "labelled-field" for one in reading.judgements for piece in one.evidence)


def test_one_line_in_another_language_is_no_fact() -> None:
    """Labels of another language than the document's count only when there are several."""
    text = "Statement on bread\n\nLugar: Rye\n\nWe demand that the mills of this town be opened to all at once.\n"

    assert declarations.parse(text, format="text", language="en").place != "Rye"
    more = text.replace("Rye\n", "Rye\nFecha: 5 de mayo de 2021\n")
    assert declarations.parse(more, format="text", language="en").place == "Rye"


def test_a_source_that_is_an_address_is_its_address() -> None:
    """`Source: https://…` at the end is where it was found, no name of a site."""
    text = "Statement\n\nWe demand bread for all.\n\nSource: https://example.org/a\n"
    source = declarations.parse(text, format="text", language="en").source

    assert source is not None
    assert (source.url, source.site) == ("https://example.org/a", None)
