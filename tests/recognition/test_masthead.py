"""Who, when and where: lines around the title and at the end."""

from __future__ import annotations

import pytest

from declarations import Agent, Declaration, Reading, Signatory
from declarations.inspection import FindingCode
from declarations.language.lexicon import Lexicon, load_lexicon
from declarations.model import AgentKind, DateRole, SignatoryRole
from declarations.recognition.pipeline import recognize
from declarations.recognition.wording.bylines import find_byline
from declarations.recognition.wording.chronology import read_line, read_title
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.localities import find_place, find_seat
from declarations.recognition.wording.organs import extend_name, find_rows
from declarations.recognition.wording.signers import read_signatories
from tests.recognition.pages import make_page
from tests.timing import measure


def _load(language: str) -> Lexicon:
    lexicon = load_lexicon(language)
    assert lexicon
    return lexicon


ENGLISH, FRENCH, SPANISH = map(_load, ("en", "fr", "es"))
CLAUSES = ("<1.> Calls upon the ports to open their gates.", "<2.> Urges the pilots to come aboard earlier.")


def _read(*lines: str, language: str = "en") -> Reading:
    return recognize(make_page(*lines), language=language)


def _declare(*lines: str, language: str = "en") -> Declaration:
    return _read(*lines, language=language).declaration


def test_a_line_with_name_and_date_gives_both() -> None:
    """`Name, 12 May 2019` is no place and is claimed."""
    found = _read("# Motion on ferries", "Harbour Users' Assembly, 6 February 2018", *CLAUSES)

    assert str(found.declaration.issuer) == "Harbour Users' Assembly"
    assert found.declaration.place is None
    assert str(found.declaration.date) == "2018-02-06"
    assert not found.unclaimed


def test_lines_of_one_block_are_read_one_by_one() -> None:
    """Name, number and date below each other are three facts; the number does not become a date."""
    found = _declare("# On ferries", "Harbour Council of Rye\nResolution 2021-09\nOctober 5, 2021", *CLAUSES)

    assert str(found.issuer) == "Harbour Council of Rye"
    assert [one.value for one in found.identifiers] == ["Resolution 2021-09"]
    assert str(found.date) == "2021-10-05"


def test_an_adopted_line_tells_who_when_and_at_which_meeting() -> None:
    """A line such as `Adopted by … at its … meeting, on …` holds nothing that is left over."""
    line = "Adopted by the Harbour Council at its 212th meeting, on 3 May 2018"
    found = _read("# Resolution 47 (2018)", line, "The Harbour Council,", *CLAUSES)
    one = found.declaration

    assert (str(one.issuer), one.meeting, str(one.date)) == ("Harbour Council", "212th meeting", "2018-05-03")
    assert one.dated(DateRole.ADOPTED)
    assert [str(block.text) for block in found.unclaimed] == ["Adopted by the … at its … on"]
    assert FindingCode.UNCLAIMED_TEXT not in {finding.code for finding in found.findings}


def test_the_enacting_line_gives_name_place_and_days() -> None:
    """What stands behind the comma is no part of the name."""
    line = "The General Council of the League of Ports (LP), meeting in Izmir, July 9-11, 2014:"
    found = _declare("# Resolution on nets", line, *CLAUSES)

    assert str(found.issuer) == "General Council of the League of Ports (LP)"
    assert found.place == "Izmir"
    assert str(found.dated(DateRole.ADOPTED).date) == "2014-07-09/2014-07-11"  # type: ignore[union-attr]


def test_a_short_subject_is_known_by_its_whole_name() -> None:
    """`The Council decides` and `Council of the Upper Valley` in the title are one body."""
    decided = [f"<{number}.> The Council approves the {what}." for number, what in enumerate(("plan", "map", "key"), 1)]
    found = _declare("# Decisions of the Council of the Upper Valley", *decided)

    assert str(found.issuer) == "Council of the Upper Valley"
    assert found.issuer is not None
    assert found.issuer.kind is AgentKind.BODY


def test_words_that_only_point_are_no_name() -> None:
    """`That this Synod` points at the synod that the masthead names, or at the synod."""
    lines = ("That this Synod:", "<1.> welcome the report of the ringers;", "<2.> thank the ringers.")

    assert str(_declare("# On bells", "Synod of Marrow, 4 June 2022", *lines).issuer) == "Synod of Marrow"
    assert str(_declare("# On bells", *lines).issuer) == "Synod"


def test_the_footer_may_name_the_issuer() -> None:
    """Who holds the copyright is the issuer when nothing better is there."""
    from declarations.blocks import Landmark
    from tests.recognition.pages import make_block

    footer = make_block("© 2022 Green Lane Allotment Society", landmark=Landmark.CONTENTINFO)
    found = recognize(make_page("# Rain barrels", *CLAUSES, footer), language="en").declaration

    assert str(found.issuer) == "Green Lane Allotment Society"


def test_the_kind_may_stand_in_a_symbol() -> None:
    """A title that names no kind leaves it to the number of the document."""
    found = _declare("C/RES/16/23", "# 16/23. Care of springs", "The General Council,", *CLAUSES)

    assert found.kind == "resolution"
    assert [one.value for one in found.identifiers] == ["C/RES/16/23", "16/23"]
    assert found.title == "16/23. Care of springs"


def test_a_symbol_alone_is_no_title() -> None:
    """The line below it is, though it is no heading."""
    assert (
        _declare("AG/RES. 215 (XII-O/19)", "CARE OF SPRINGS", "The General Council,", *CLAUSES).title
        == "CARE OF SPRINGS"
    )


def test_movers_stand_above_the_text_too() -> None:
    """Lines of movers and sponsors are no subtitles, and nothing of them is reported."""
    found = _read("# Motion 4: Lamps", "Moved by: Ada Brenner, Treasurer", "Sponsored by: Ivo Lamm", *CLAUSES)
    people = [(one.role, one.agent.name, one.capacity) for one in found.declaration.signatories]

    assert people == [(SignatoryRole.MOVER, "Ada Brenner", "Treasurer"), (SignatoryRole.SPONSOR, "Ivo Lamm", None)]
    assert found.declaration.subtitle is None
    assert [str(block.text) for block in found.unclaimed] == ["Moved by:", "Sponsored by:"]
    assert FindingCode.UNCLAIMED_TEXT not in {finding.code for finding in found.findings}


def test_a_vote_stays_in_the_closing() -> None:
    """The line is kept where it is printed and read besides."""
    found = _declare(
        "# Motion on lamps", "The Harbour Council,", *CLAUSES, "Adopted by 14 votes to none on 2 May 2020."
    )

    assert [str(text) for text in found.closing] == ["Adopted by 14 votes to none on 2 May 2020."]
    assert [vote.tally for vote in found.votes] == ["14-0-?"]


def test_a_field_of_another_document_gives_no_date() -> None:
    """A label that says nothing of dates, with more words than a date behind it, is about something else."""
    finder = DateFinder(locale="en")

    assert read_line("Re: Order 77 of 12 May 2016", DateRole.ISSUED, finder, [ENGLISH]).dates == ()
    assert read_line("Venue: 12 May 2016", DateRole.ISSUED, finder, [ENGLISH]).dates


def test_the_form_of_a_word_does_not_hide_the_role() -> None:
    """`Adoptées` is a form of `adoptée`; words behind the only date count too."""
    french = read_line("Adoptées le 2 octobre 2022", DateRole.ISSUED, DateFinder(locale="fr"), [FRENCH])
    behind = read_line("2 May 2020, adopted", DateRole.ISSUED, DateFinder(locale="en"), [ENGLISH])

    assert [one.role for one in (*french.dates, *behind.dates)] == [DateRole.ADOPTED, DateRole.ADOPTED]


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Resolution of the Parliament of the Isles of 16 March 2023 on night ferries", "2023-03-16"),
        ("Resolution of 16 March 2023 on night ferries", "2023-03-16"),
        ("Resolution on the storm of 16 March 2023", None),
        ("Resolution: the storm of 16 March 2023", None),
        ("Resolution on the events of March 2023", None),
    ],
)
def test_a_title_may_hold_the_date_of_its_document(title: str, date: str | None) -> None:
    """Only the name of a body may stand between the word for the kind and the date."""
    dates = read_title(title, DateFinder(locale="en"), [ENGLISH]).dates

    assert [str(one.date) for one in dates] == ([date] if date else [])


@pytest.mark.parametrize(
    ("language", "line", "place"),
    [
        ("en", "Done at Izmir, 3 May 2024", "Izmir"),
        ("fr", "Port-Mahé, le 15 mai 2013", "Port-Mahé"),
        ("pt", "Vale de Cima, 3 de fevereiro de 2021", "Vale de Cima"),
        ("sv", "Norrfjäll den 14 februari 2019", "Norrfjäll"),
        ("es", "Aprobada por unanimidad en Lomas Verdes, el 15 de septiembre de 2022", "Lomas Verdes"),
        ("fr", "Adoptées le 2 octobre 2022", None),
        ("en", "Harbour Council, 3 May 2024", None),
        ("en", "Published 3 May 2024", None),
        ("en", "Re: Order 77, 3 May 2024", None),
    ],
)
def test_a_place_stands_before_a_date(language: str, line: str, place: str | None) -> None:
    """A body, a word that tells what was done, and a label are no places."""
    assert find_place([line], DateFinder(locale=language), [_load(language)]) == place


def test_a_seat_needs_a_date() -> None:
    """Without one, a name behind a preposition may be anything."""
    finder = DateFinder(locale="es")

    assert find_seat(["La Asamblea, reunida en Oruro Viejo, el 3 de mayo de 2016:"], finder, [SPANISH]) == "Oruro Viejo"
    assert find_seat(["La Asamblea, reunida en Oruro Viejo:"], finder, [SPANISH]) is None


def test_days_with_a_dash_do_not_part_an_author() -> None:
    """`9–10 September` is one date; a body beside a date is no author."""
    finder = DateFinder(locale="en")

    assert find_byline(["Veldhaven, 9–10 September 2023"], finder, [ENGLISH]) is None
    assert find_byline(["Harbour Council · 9 September 2023"], finder, [ENGLISH]) is None
    assert find_byline(["Ada Brenner · 9 September 2023"], finder, [ENGLISH]) == "Ada Brenner"


def test_noise_of_signatures_is_nobody() -> None:
    """Lines to sign on, names of emoji, and words in place of a signature are left out."""
    lines = (
        "X\\_\\_\\_\\_",
        "____ Ada Brenner, Chair",
        ":lock_with_ink_pen: [digital signature] Ivo Lamm",
        "gez. Eva Ruf",
    )
    found = [one for line in lines for one in read_signatories(line, [ENGLISH])]

    assert [(one.agent.name, one.capacity) for one in found] == [
        ("Ada Brenner", "Chair"),
        ("Ivo Lamm", None),
        ("Eva Ruf", None),
    ]


def test_an_office_stands_on_either_side_or_below() -> None:
    """Before the name with a colon or an article, or alone on the next line."""
    lines = ("Le président : ____ Bastien Chauvet", "La secrétaire, Maud Lesieur", "Odile Ferrand\nTrésorière")
    found = [one for line in lines for one in read_signatories(line, [FRENCH])]

    assert [(one.agent.name, one.capacity) for one in found] == [
        ("Bastien Chauvet", "Le président"),
        ("Maud Lesieur", "La secrétaire"),
        ("Odile Ferrand", "Trésorière"),
    ]


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [("林罗莎，主席", "林罗莎", "主席"), ("主席：林罗莎", "林罗莎", "主席"), ("روزا، الرئيسة", "روزا", "الرئيسة")],
)
def test_offices_behind_the_signs_of_other_scripts(line: str, name: str, office: str) -> None:
    """Wide and Arabic commas and colons part name and office as Latin ones do."""
    assert read_signatories(line, [ENGLISH]) == (Signatory(agent=Agent(name=name), capacity=office),)


def test_a_body_that_closes_the_text_signs() -> None:
    """A line that only names a body is a signature; one that only gives the day is not."""
    found = _declare("# Statement", "The Harbour Council,", *CLAUSES, "National Committee of the Pilots")
    dated = _declare(
        "# Statement", "The Harbour Council,", *CLAUSES, "## Signatures", "Ada Brenner", "Signed on 4 April 2021"
    )

    assert [one.agent.name for one in found.signatories] == ["National Committee of the Pilots"]
    assert found.closing == ()
    assert [one.agent.name for one in dated.signatories] == ["Ada Brenner"]
    assert [str(text) for text in dated.closing] == ["Signed on 4 April 2021"]


def test_rows_of_names_are_cut_out_of_sentences() -> None:
    """Small words stand inside a name and not at its ends; an adjective may follow a word for a body."""
    text = "Adopté par l'Assemblée générale le 3 mai"

    assert list(find_rows("at the Council of the Upper Valley in its report", [ENGLISH])) == [
        "Council of the Upper Valley"
    ]
    assert list(find_rows(text, [FRENCH]))[-1].endswith("Assemblée générale")
    assert extend_name("Board", "Decision of the Board of the Scouts on camps", [ENGLISH]) == "Board of the Scouts"
    assert extend_name("Board", "Decision of the Board", [ENGLISH]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Member {} of the Council",
        "Council {} (C{})",
        "3 May 2020, Council",
        "Moved by Person {}",
        "The Chair\tPerson {}",
    ],
)
def test_many_lines_take_linear_time(line: str) -> None:
    """Four times the lines of an ending take about four times as long."""
    durations = []
    for count in (500, 2000):
        page = make_page("# Statement", *CLAUSES, *(line.format(number, number) for number in range(count)))
        durations.append(measure(recognize, page, language="en"))

    assert durations[1] < 10 * durations[0]


@pytest.mark.parametrize(
    ("beginning", "words"),
    [("", "Done at "), ("Signed by ", "Person. "), ("Signed by ", "The Chair: "), ("Signed by ", "«a ")],
)
def test_a_long_line_of_the_ending_takes_linear_time(beginning: str, words: str) -> None:
    """Four times the words that may name a place or who signs take about four times as long."""
    durations = []
    for count in (2_000, 8_000):
        page = make_page("# Statement", *CLAUSES, f"{beginning}{words * count}")
        durations.append(measure(recognize, page, language="en"))

    assert durations[1] < 10 * durations[0]
