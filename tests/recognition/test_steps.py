"""The steps of recognition, each on its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declarations.blocks import MetadataKind, PageMetadata
from declarations.language.lexicon import available_languages, load_lexicon
from declarations.language.messages import find_catalog
from declarations.language.words import SIGNATORY_ROLES
from declarations.model import Action, DateRole, LabelStyle, SignatoryRole, Stance
from declarations.recognition.build.outline import build_clauses
from declarations.recognition.decide.cues import CUES
from declarations.recognition.decide.dependents import find_dependents
from declarations.recognition.decide.path import find_path
from declarations.recognition.decide.sequences import find_numbering
from declarations.recognition.decide.titlechoice import find_titles
from declarations.recognition.decide.weights import PARTS, load_transitions, load_weights, weigh_parts
from declarations.recognition.pipeline import recognize
from declarations.recognition.reading import Evidence, Part
from declarations.recognition.wording.bylines import find_byline
from declarations.recognition.wording.candidates import NameSource, parse_name
from declarations.recognition.wording.chronology import read_line
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.localities import find_place
from declarations.recognition.wording.ranking import find_issuers
from declarations.recognition.wording.signers import read_signatories
from tests.recognition.pages import make_page, make_segments

ENGLISH = load_lexicon("en")
IN_ENGLISH = DateFinder(locale="en")
FRENCH = load_lexicon("fr")
assert ENGLISH
assert FRENCH


def test_every_cue_has_a_name_and_a_sentence() -> None:
    """Cues are named in reports, so names are unique and docstrings say what they see."""
    assert all(cue.__doc__ and cue.__doc__.partition("\n")[0].endswith(".") for cue in CUES.values())


def test_the_figures_of_every_cue_stand_in_the_table() -> None:
    """A table of weights belongs to each cue, and no table is left of one that is gone."""
    known = load_weights()
    assert {cue for cue, _ in known.evidence} == CUES.keys()
    assert known.priors.keys() == set(PARTS)


def test_every_path_has_a_cost_for_every_part() -> None:
    """Each part can be followed by itself, and each can come first."""
    transitions = load_transitions()
    assert all(place in [before for before, _ in row] for place, row in enumerate(transitions))
    assert [find_path([row([Evidence("x", part, 99.0)])]) for part in PARTS] == [[part] for part in PARTS]


def row(evidence: Sequence[Evidence]) -> list[float]:
    """Return the weight of each part, given some evidence."""
    return [*weigh_parts(evidence).values()]


evidence = st.builds(Evidence, st.just("x"), st.sampled_from(PARTS), st.integers(-9, 9).map(float))


@given(st.lists(st.lists(evidence, max_size=4), max_size=12))
def test_a_path_takes_no_step_that_is_forbidden(pieces: list[list[Evidence]]) -> None:
    """Whatever the evidence, there is a part for every head, and each may follow the one before."""
    path = find_path([row(one) for one in pieces])
    costs = [dict(row) for row in load_transitions()]

    assert len(path) == len(pieces)
    assert all(PARTS.index(before) in costs[PARTS.index(after)] for before, after in pairwise(path))


@given(st.lists(st.lists(evidence, max_size=3), min_size=1, max_size=3))
@settings(max_examples=25)
def test_a_path_is_the_best_of_all(pieces: list[list[Evidence]]) -> None:
    """No other path has a greater sum of weights less costs."""
    weights = [weigh_parts(one) for one in pieces]
    costs = {
        (PARTS[before], after): cost
        for after, row in zip(PARTS, load_transitions(), strict=True)
        for before, cost in row
    }

    def total(path: Sequence[Part]) -> float:
        worth = sum(row[part] for row, part in zip(weights, path, strict=True))
        return worth - sum(costs.get(pair, math.inf) for pair in pairwise(path))

    best = max(map(total, product(PARTS, repeat=len(pieces))))
    assert total(find_path([row(one) for one in pieces])) == pytest.approx(best)


def test_phrases_are_found_after_the_issuer() -> None:
    """A verb may stand first, after adverbs, after a name, or after `we`."""
    segments = make_segments(
        "Strongly condemns the raid.",
        "The General Assembly of the Union calls upon members.",
        "We, the undersigned, demand an answer.",
        "The old bridge is closed.",
        language="en",
    )

    assert [one.action.phrase if one.action else None for one in segments] == [
        "Strongly condemns",
        "calls upon",
        "demand",
        None,
    ]
    assert [one.action.subject for one in segments if one.action] == [
        None,
        "The General Assembly of the Union",
        "We, the undersigned",
    ]


def test_openers_are_classed() -> None:
    """Openers and verbs have the classes of the lexicon, in French as in English."""
    (english,) = make_segments("Deeply concerned at the drought,", language="en")
    french = make_segments("Considérant qu’il est tard,", "Demande instamment aux États d’agir.", language="fr")

    assert english.stance
    assert english.stance.meaning == Stance.CONCERNED
    assert french[0].stance
    assert french[0].stance.meaning == Stance.CONSIDERING
    assert french[1].action
    assert french[1].action.meaning == Action.URGES


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["# Article 1", "text", "# Article 2", "text"], ["Article 1", "Article 2"]),
        (["第一条", "甲", "第二条", "乙", "第三条", "丙"], ["第一条", "第二条", "第三条"]),
        (["1. artikla", "a", "2. artikla", "b", "3. artikla", "c"], ["1. artikla", "2. artikla", "3. artikla"]),
        (["<1.> cikk", "a", "<2.> cikk", "b", "<3.> cikk", "c"], ["1. cikk", "2. cikk", "3. cikk"]),
        (["# Artigo I", "a", "# Artigo II", "b"], ["Artigo I", "Artigo II"]),
        (["المادة ١", "a", "المادة ٢", "b", "المادة ٣", "c"], ["المادة ١", "المادة ٢", "المادة ٣"]),
    ],
)
def test_headings_that_count_are_found_in_any_language(lines: list[str], labels: list[str]) -> None:
    """The word stands before or after the number, in any script; no lexicon is needed."""
    numbering = find_numbering(make_segments(*lines), [])

    assert [head.label.printed for head in numbering.values()] == labels
    assert [head.label.ordinal for head in numbering.values()] == list(range(1, len(labels) + 1))


def test_first_article_in_a_word_and_a_misprinted_one_belong_to_the_run() -> None:
    """`Article premier` counts one; a heading with a slip between its neighbours is kept."""
    lines = [
        "Article premier",
        "a",
        "Article 2",
        "b",
        "Aticle 3",
        "c",
        "Article 4",
        "d",
        "Article 5",
        "e",
        "Article 6",
        "f",
    ]
    numbering = find_numbering(make_segments(*lines, language="fr"), [FRENCH])

    assert [numbering[index].label.ordinal for index in sorted(numbering)] == [1, 2, 3, 4, 5, 6]
    assert numbering[0].label.style is LabelStyle.WORDS


def test_headings_that_are_ordinal_words_count() -> None:
    """`PRIMERO:` over a clause is its number; so is `PRIMERO:` before its words."""
    spanish = load_lexicon("es")
    assert spanish
    segments = make_segments("## PRIMERO:", "Reparar el acueducto.", "## SEGUNDO:", "Repartir agua.", language="es")
    numbering = find_numbering(segments, [spanish])
    clauses = build_clauses(segments, Part.RESOLUTION, numbering)
    inline = build_clauses(make_segments("PRIMERO: Reparar.", "SEGUNDO: Repartir.", language="es"), Part.RESOLUTION, {})
    for found in (clauses, inline):
        assert [(str(one.label), one.label and one.label.ordinal) for one in found] == [
            ("PRIMERO:", 1),
            ("SEGUNDO:", 2),
        ]
    assert find_numbering(make_segments("## Segundo", "## Primero", language="es"), [spanish]) == {}


def test_paragraphs_that_begin_alike_stand_beside_each_other() -> None:
    """`that …; that …` are two clauses; a sentence that only goes on is one."""
    segments = make_segments("that the mill be opened;", "that bread be sold.", language="en")
    assert len(build_clauses(segments, Part.RESOLUTION, {}, dependents={0, 1})) == 2
    segments = make_segments("that the mill be opened;", "and bread be sold.", language="en")
    assert len(build_clauses(segments, Part.RESOLUTION, {}, dependents={0, 1})) == 1


def test_numbers_without_order_are_no_run() -> None:
    """Lines that hold any numbers do not head resolutions."""
    assert not find_numbering(make_segments("Room 12", "x", "Room 4", "y", "Room 31", "z"), [])


def test_title_is_the_heading_and_its_repetitions() -> None:
    """A title that the page prints twice is one title; the letterhead is not it."""
    segments = make_segments(
        "HWA", "Harbour Association", "Keep the port open", "5 May 2020", "Keep the port open", "The port closed."
    )

    assert find_titles(segments, (), PageMetadata(), [ENGLISH], IN_ENGLISH) == (2, 4)


def test_items_follow_the_sentence_that_leads_to_them() -> None:
    """A list after an open sentence is its own; resolutions after a context paragraph are not."""
    segments = make_segments("Calls upon members:", "<(a)> to wait;", "<(b)> to see.", "Decides to go.", language="en")
    separate = make_segments("Recalling the past,", "<1.> Decides to wait;", "<2.> Decides to go.", language="en")

    assert find_dependents(segments, {}, ()) == {1: 0, 2: 0}
    assert find_dependents(separate, {}, ()) == {}


def test_clauses_nest_by_heading_list_and_number() -> None:
    """Groups under headings, items of lists and numbered paragraphs keep their order and labels."""
    segments = make_segments(
        "## Water", "<1.> Decides to wait:", "  <(a)> a day;", "  <(b)> a week.", "<2.> Decides to go.", language="en"
    )
    (group,) = build_clauses(segments, Part.RESOLUTION, {})

    assert str(group.heading) == "Water"
    assert [str(item.label) for item in group.items] == ["1.", "2."]
    assert [str(item.label) for item in group.items[0].items] == ["(a)", "(b)"]
    assert group.items[0].action is Action.DECIDES


def test_numbered_paragraphs_nest_by_their_series() -> None:
    """(a) after 1. goes inside, 2. comes out again."""
    segments = make_segments("1. Asks members:", "(a) to come;", "(b) to stay.", "2. Thanks them.", language="en")
    clauses = build_clauses(segments, Part.RESOLUTION, {})

    assert [str(clause.label) for clause in clauses] == ["1.", "2."]
    assert [str(item.label) for item in clauses[0].items] == ["(a)", "(b)"]
    assert [str(item.paragraphs[0]) for item in clauses[0].items] == ["to come;", "to stay."]


def test_a_list_that_begins_to_count_stands_in_the_number_above() -> None:
    """Also where the sentence above has ended; a list that counts alike stands beside it."""
    lines = ("1. The mills are told.", "<(a)> They stop at noon.", "<(b)> They open at dawn.")
    (clause,) = build_clauses(make_segments(*lines, language="en"), Part.RESOLUTION, {})
    assert [str(item.label) for item in clause.items] == ["(a)", "(b)"]

    beside = make_segments("1. The mills are told.", "<1.> They stop.", language="en")
    assert len(build_clauses(beside, Part.RESOLUTION, {})) == 2


def test_a_verb_alone_takes_the_next_paragraph() -> None:
    """`recommends` on a line of its own is followed by its object."""
    (clause,) = build_clauses(make_segments("recommends", "that all be told.", language="en"), Part.RESOLUTION, {})

    assert [str(paragraph) for paragraph in clause.paragraphs] == ["recommends", "that all be told."]


def test_rows_become_one_table() -> None:
    """Rows after a clause are one paragraph of it, a line a row."""
    (clause,) = build_clauses(
        make_segments("Adopts the budget:", "| a\t1", "| b\t2", language="en"), Part.RESOLUTION, {}
    )

    assert [str(paragraph) for paragraph in clause.paragraphs] == ["Adopts the budget:", "a\t1\nb\t2"]
    assert [mark.kind.value for mark in clause.paragraphs[1].marks] == ["table"]


@pytest.mark.parametrize(
    ("line", "name", "abbreviation"),
    [
        ("The Example Council (EC),", "Example Council", "EC"),
        ("L’Assemblée des jardins", "Assemblée des jardins", None),
        ("The Example Council, at its ninth meeting,", "Example Council", None),
    ],
)
def test_names_are_taken_out_of_enacting_lines(line: str, name: str, abbreviation: str | None) -> None:
    """Articles, punctuation and what follows a comma are no part of the name."""
    assert parse_name(line, [ENGLISH, FRENCH]) == (name, abbreviation)


def test_name_and_initials_are_one_issuer() -> None:
    """A site called by its initials and a line with the full name make one agent."""
    sources = [NameSource("Harbour Workers’ Association", "masthead", 0), NameSource("HWA", "site")]
    (agent,), indices = find_issuers(sources, ["The HWA"] * 3, [ENGLISH], {}.get)

    assert (agent.name, agent.abbreviation) == ("Harbour Workers’ Association", "HWA")
    assert indices == {0}


def test_a_doubtful_name_is_no_issuer() -> None:
    """One word on a masthead is not enough to be believed."""
    assert find_issuers([NameSource("Hello", "banner")], [], [ENGLISH], {}.get) == ((), frozenset())


def test_roles_of_dates_are_told_by_the_words_before_them() -> None:
    """One line may hold several dates with roles of their own."""
    line = read_line("Published 2 May 2020, last updated 3 June 2020", DateRole.ISSUED, IN_ENGLISH, [ENGLISH])

    assert [(one.role.value, str(one.date)) for one in line.dates] == [
        ("published", "2020-05-02"),
        ("modified", "2020-06-03"),
    ]


def test_doubtful_dates_are_reported() -> None:
    """An order that digits leave open and a day that is none are findings."""
    codes = [read_line(text, DateRole.ISSUED, IN_ENGLISH, []).findings[0].code for text in ("3/4/2020", "31 June 2020")]

    assert codes == ["ambiguous-date", "invalid-date"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("by Ada Brenner", "Ada Brenner"),
        ("webteam · Friday, 2 May 2020", "webteam"),
        ("2 May 2020", None),
        ("Geneva, 2 May 2020", None),
    ],
)
def test_authors_stand_after_by_or_beside_the_date(line: str, author: str | None) -> None:
    """A byline names who posted the page."""
    assert find_byline([line], IN_ENGLISH, [ENGLISH]) == author


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Done at Port Ellery, on 9 July 2014", "Port Ellery"),
        ("Adopted at the second meeting", None),
        ("Paris, 15 May 2013", "Paris"),
        ("Friday, 15 May 2013", None),
    ],
)
def test_places_stand_in_endings_and_datelines(line: str, place: str | None) -> None:
    """A capitalised name after `done at`, or right before a date; a weekday is no place."""
    assert find_place([line], IN_ENGLISH, [ENGLISH]) == place


def test_signatories_are_read_with_role_and_capacity() -> None:
    """Mover and seconder may share a line; a line to sign on is nobody."""
    found = read_signatories("Moved by: Ada Brenner, Treasurer; seconded by Ivo Lamm", [ENGLISH])

    assert [(one.agent.name, one.capacity, one.role) for one in found] == [
        ("Ada Brenner", "Treasurer", SignatoryRole.MOVER),
        ("Ivo Lamm", None, SignatoryRole.SECONDER),
    ]
    (seconder,) = read_signatories("Seconded by Cllr. Tom Reedy. Carried 7–2, with 1 abstention.", [ENGLISH])
    assert (seconder.agent.name, seconder.capacity) == ("Cllr. Tom Reedy", None)
    (minister,) = read_signatories("Marit Holm\tPrime Minister, Tarnland", [ENGLISH])
    assert (minister.agent.name, minister.capacity) == ("Marit Holm", "Prime Minister, Tarnland")
    assert read_signatories("'", [ENGLISH]) == ()
    assert read_signatories("X ____________", [ENGLISH]) == ()
    assert read_signatories("____________", [ENGLISH]) == ()


@pytest.mark.parametrize("language", available_languages())
def test_roles_are_known_by_the_words_that_we_write(language: str) -> None:
    """What localized text prints before a name is read back in every language of a lexicon."""
    lexicon = load_lexicon(language)
    assert lexicon
    catalog = find_catalog(language)
    for role in SignatoryRole:
        (signatory,) = read_signatories(f"{catalog.translate(SIGNATORY_ROLES[role])}: Ada Brenner", [lexicon])
        assert (signatory.agent.name, signatory.role) == ("Ada Brenner", role)


def test_clues_fill_what_the_text_leaves_out() -> None:
    """Front matter gives issuer, date, kind and identifier."""
    from declarations.recognition.pipeline import recognize

    metadata = {
        MetadataKind.ISSUER: "Example Council",
        MetadataKind.DATE: "2020-05-02",
        MetadataKind.KIND: "motion",
        MetadataKind.IDENTIFIER: "7/20",
    }
    found = recognize(make_page("# On bread", "<1.> Bread is free.", metadata=metadata)).declaration

    assert (str(found.issuer), str(found.date), found.kind.value) == ("Example Council", "2020-05-02", "motion")
    assert [str(one) for one in found.identifiers] == ["7/20"]


def test_the_only_highest_heading_is_the_title_however_long_the_masthead() -> None:
    """Official documents print organ, symbol, agenda and a remark in brackets before it; all of that is masthead."""
    lines = (
        "League of Mills",
        "Distr.: General",
        "Item 19 (e) of the agenda, on the state of the mills along the river and of the bakeries of the valley",
        "[on the basis of the report of the Second Committee (L/75/457, para. 7)]",
        "# 75/218. Bread for the valley",
        "The General Council,",
        "Recalling its resolution 74/220 on the price of flour,",
        "1. Decides to open the ovens at dawn.",
    )
    reading = recognize(make_page(*lines), language="en")

    assert reading.declaration.title == "75/218. Bread for the valley"
    assert {one.part for one in reading.judgements[:4]} <= {Part.MASTHEAD, Part.SUBTITLE, Part.UNCLAIMED}
    assert len(reading.declaration.context) == 1


def test_a_heading_after_what_is_noted_is_no_title() -> None:
    """Once a paragraph has noted something, a heading of the highest level heads a section."""
    lines = ("Bread for the valley", "Recalling the winter,", "# What we ask", "1. Decides to open the ovens.")
    reading = recognize(make_page(*lines), language="en")

    assert reading.declaration.title == "Bread for the valley"


def test_a_line_with_the_number_of_the_document_is_the_title() -> None:
    """In plain text nothing is a heading, but the number tells; organ and session stand before it."""
    lines = (
        "League of Mills",
        "Distr.: General",
        "Seventy-fifth session",
        "Item 19 (e) of the agenda, on the state of the mills along the river and of the bakeries of the valley",
        "[on the basis of the report of the Second Committee (L/75/457, para. 7)]",
        "75/218. Bread for the valley",
        "The General Council,",
        "Recalling its resolution 74/220 on the price of flour,",
        "1. Decides to open the ovens at dawn.",
    )
    assert recognize(make_page(*lines), language="en").declaration.title == "75/218. Bread for the valley"


def test_a_kind_with_its_number_is_a_title_though_it_ends_with_a_comma() -> None:
    """As where the next line goes on with who adopted it."""
    lines = (
        "League of Mills",
        "Distr.: General",
        "Resolution 2507 (2020),",
        "adopted by the General Council at its 12th meeting, on 31 January 2020",
        "The General Council,",
        "Recalling its resolution 74/220 on the price of flour,",
        "1. Decides to open the ovens at dawn.",
    )
    assert recognize(make_page(*lines), language="en").declaration.title == "Resolution 2507 (2020)"


def test_names_under_a_heading_for_signatures_are_no_resolutions() -> None:
    """A line over a list after the last resolution leads to names, if the items are lines without an end."""
    told = "It was a long winter, and the mills stood still for many weeks because of the ice on the river."
    names = ("- Ada Brenner", "- Ivo Lamm", "- Mia Holt, baker in Rye")
    page = make_page("# On bread", told, "We demand that the mills open.", "Signed (27 April 2021):", *names)
    declaration = recognize(page, language="en").declaration

    assert len(declaration.resolutions) == 1
    assert [one.agent.name for one in declaration.signatories] == ["Ada Brenner", "Ivo Lamm", "Mia Holt"]


def test_every_line_between_signatures_signs_and_their_heading_does_not() -> None:
    """Persons and organizations in any order, each on its line; the heading over them is nobody."""
    told = "It was a long winter, and the mills stood still for many weeks because of the ice on the river."
    names = (
        "Ada Brenner, head of the guild",
        "Denis Holt (Bread Committee)",
        "Free Bakers e.V. Rye",
        "Mia Lamm, baker",
    )
    page = make_page("# On bread", told, "We demand that the mills open.", "## Signatories", *names)
    found = [one.agent.name for one in recognize(page, language="en").declaration.signatories]

    assert found == ["Ada Brenner", "Denis Holt", "Free Bakers e.V. Rye", "Mia Lamm"]
