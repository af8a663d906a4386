"""Votes and meetings in lines of masthead and ending."""

from __future__ import annotations

import pytest

from declarations.language.lexicon import load_lexicon
from declarations.model import Vote, VoteManner
from declarations.recognition.wording.meetings import find_meeting
from declarations.recognition.wording.tallies import join_votes, read_vote


def _read(line: str, language: str) -> Vote | None:
    lexicon = load_lexicon(language)
    return read_vote(line, [lexicon] if lexicon else [])


@pytest.mark.parametrize(
    ("language", "line", "tally"),
    [
        ("en", "Adopted by 8 votes to none, with 3 abstentions.", "8-0-3"),
        ("en", "Passed by a vote of 31 in favor, 4 opposed and 2 abstaining.", "31-4-2"),
        ("en", "Carried, twelve in favour, three against", "12-3-?"),
        ("en", "Adopted with 12 votes for, no votes against and no abstentions", "12-0-0"),
        ("en", "For: 12; Against: 3; Abstentions: 1", "12-3-1"),
        ("en", "Yes: 12, No: 3", "12-3-?"),
        ("en", "Vote: 5 against and 7 in favour", "7-5-?"),
        ("en", "Vote: 12-3-1", "12-3-1"),
        ("fr", "Adoptée par 88 voix contre 3, avec 5 abstentions", "88-3-5"),
        ("de", "Angenommen mit 214 gegen 96 Stimmen bei 31 Enthaltungen", "214-96-31"),
        ("it", "Approvata con 12 voti favorevoli, 3 contrari e 2 astenuti", "12-3-2"),
        ("ru", "Принята 12 голосами при 2 воздержавшихся, никто не голосовал против.", "12-0-2"),
        ("zh", "以12票赞成、0票反对、3票弃权通过", "12-0-3"),
        ("ja", "賛成12、反対3、棄権1で採択", "12-3-1"),
        ("ar", "اعتمد بأغلبية 12 صوتا مقابل 3 وامتناع 2", "12-3-2"),
    ],
)
def test_numbers_are_told_by_the_words_beside_them(language: str, line: str, tally: str) -> None:
    """Numbers stand before or behind their words, in figures or in words; what is not told is unknown, not 0."""
    vote = _read(line, language)

    assert vote is not None
    assert (vote.manner, vote.tally, vote.printed) == (VoteManner.MAJORITY, tally, line)


@pytest.mark.parametrize(
    ("language", "line", "manner"),
    [
        ("fr", "Adoptée à l’unanimité.", VoteManner.UNANIMOUS),
        ("it", "Approvata all'unanimità", VoteManner.UNANIMOUS),
        ("en", "Adopted by acclamation", VoteManner.ACCLAMATION),
        ("en", "(Adopted without a vote)", VoteManner.CONSENSUS),
        ("el", "Εγκρίθηκε ομόφωνα", VoteManner.UNANIMOUS),
    ],
)
def test_the_manner_needs_no_numbers(language: str, line: str, manner: VoteManner) -> None:
    """A line may say only how it was decided."""
    vote = _read(line, language)

    assert vote is not None
    assert (vote.manner, vote.tally) == (manner, None)


@pytest.mark.parametrize(
    "line",
    [
        "We reached a consensus among 5 members.",
        "The council spoke of it in 2018 and asked for figures, but it received none.",
        "Three out of four passengers asked for quiet in the describe of 2017.",
        "Adopted on",
        "",
    ],
)
def test_other_lines_tell_of_no_vote(line: str) -> None:
    """Numbers and words of votes in a sentence about something else are none."""
    assert _read(line, "en") is None


def test_lines_of_one_vote_are_joined() -> None:
    """Lines that count different things are one vote; lines that count the same are two."""
    first, second = Vote("For: 12", in_favour=12), Vote("Against: 3", against=3)

    assert join_votes(first, second) == Vote("For: 12\nAgainst: 3", in_favour=12, against=3)
    assert join_votes(first, first) is None
    assert join_votes(first, Vote("Adopted by consensus")) is None


@pytest.mark.parametrize(
    ("language", "line", "meeting"),
    [
        ("en", "Adopted at the 7th plenary meeting, on ¦¦¦", "7th plenary meeting"),
        ("en", "(Adopted at the second plenary session, held on ¦¦¦)", "second plenary session"),
        ("en", "Twenty-second session", "Twenty-second session"),
        ("fr", "La Conférence, à sa 12e réunion,", "12e réunion"),
        ("es", "XII período ordinario de sesiones", "XII período ordinario de sesiones"),
        ("de", "auf ihrer 12. Tagung", "12. Tagung"),
        ("ru", "на его 212-м заседании", "212-м заседании"),
        ("zh", "¦¦理事会第212次会议通过", "第212次会议"),
        ("ar", "الجلسة العامة 41", "الجلسة العامة 41"),
        ("en", "at its next session", None),
        ("en", "Nothing of the kind", None),
    ],
)
def test_a_meeting_is_found_with_its_number(language: str, line: str, meeting: str | None) -> None:
    """The number stands before the word for a meeting or behind it, in figures, in words or in Roman letters."""
    lexicon = load_lexicon(language)
    assert lexicon
    found = find_meeting(line, [lexicon])

    assert (found.of(line) if found else None) == meeting


def test_a_meeting_without_a_number_has_a_name_of_its_own() -> None:
    """`Annual General Meeting` is believed where the line is known to tell of one; a single word never."""
    lexicon = load_lexicon("en")
    assert lexicon
    line = "Adopted at the Annual General Meeting"
    found = find_meeting(line, [lexicon], unnumbered=True)

    assert found is not None
    assert found.of(line) == "Annual General Meeting"
    assert find_meeting(line, [lexicon]) is None
    assert find_meeting("Adopted at the meeting", [lexicon], unnumbered=True) is None
