"""Second step: look at every block once and note what the cues need to know about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from declarations.blocks import Block, BlockKind
from declarations.language.beginnings import index_beginnings
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.language.spelling import PlainText, drop_signs
from declarations.model import Action, Stance
from declarations.numerals import Enumerator, find_enumerator
from declarations.recognition.features.headlines import find_head, find_ordinal, is_set_off
from declarations.recognition.features.leadins import find_lead_in
from declarations.recognition.features.openings import HEAD, SHORT_WORD, Opening, OpeningPhrase
from declarations.recognition.wording.identifiers import begins_with_number
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS, count_words, find_end
from declarations.text import MarkKind, Text

__all__ = ["LEAD", "OPINIONS", "BlockFeatures", "Start", "extract_features", "find_start", "settle_headings"]


OPINIONS: Mapping[str, Stance] = {
    Action.AFFIRMS: Stance.AFFIRMING,
    Action.EMPHASIZES: Stance.EMPHASIZING,
    Action.EXPRESSES_CONCERN: Stance.CONCERNED,
    Action.JUDGES: Stance.CONSIDERING,
    Action.REAFFIRMS: Stance.REAFFIRMING,
    Action.RECOGNIZES: Stance.RECOGNIZING,
    Action.REITERATES: Stance.REAFFIRMING,
    Action.TAKES_NOTE: Stance.NOTING,
}
"""Verbs that only tell a view, and the stance that they take where nothing has been decided yet."""

LEAD = 60
"""Words of a line that leads to what follows."""

_PAUSES = ";,；，"  # at the end of lines that lead to nothing
_PROSE = 10  # words that a paragraph of running text has at least
_HEADING = 12  # words of a heading of a part
_BARE = 3  # words that may stand between a bare verb and its colon
_BULLET = re.compile(r"\s*[-–—•·*‣▪●○■□]\s+(?=\S)")
_COUNTED = re.compile(r"^(?:\d{1,2}|[ivx]{1,5}|[a-z])[.):]\s+")  # the number of a heading, folded
_ALNUM = re.compile(r"[^\W_]")
_FIRST_MARKS = 3  # of a block, among which that of its opener is


@attrs.frozen(kw_only=True)
class BlockFeatures:
    """One block and what was seen in it."""

    block: Block
    """The block."""
    id: int
    """Its place among all blocks of the page."""
    text: Text
    """Its words, without an enumerator or a bullet before them."""
    body: int
    """Where these words begin in the block, opening quotation marks left out."""
    folded: str
    """The beginning of its words, in the form in which phrases are compared."""
    size: int
    """Its length in words; scripts without spaces are estimated."""
    end: str
    """Last character that is no quotation mark or bracket."""
    enumerator: Enumerator | None
    """A printed number before its words, outside list markup."""
    marker: str | None
    """The printed number, from list markup or from the text."""
    heads: str | None
    """Part that it heads, when the whole line is a heading of the lexicon: `context`, `resolutions`, `annex` …"""
    begins: Mapping[str, tuple[int, str]]
    """Tables of the lexicons of which a phrase begins it, with the end and the meaning of the phrase."""
    stance: OpeningPhrase | None
    """OpeningPhrase of a context paragraph."""
    action: OpeningPhrase | None
    """Verb of a resolution."""
    leads_in: str | None = None
    """What it does as a line that leads to what follows: its last verb before the colon, or `following`."""

    @property
    def is_formula(self) -> bool:
        """Whether it opens like a resolving formula."""
        return "formulas" in self.begins

    @property
    def is_note(self) -> bool:
        """Whether the reader calls it a note."""
        return self.block.kind is BlockKind.NOTE

    @property
    def is_sentence(self) -> bool:
        """Whether it ends like a sentence."""
        return self.end in SENTENCE_ENDS

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of running text: some length, and punctuation at its end."""
        if self.block.kind is BlockKind.HEADING or self.size < _PROSE:
            return False
        return self.end in SENTENCE_ENDS or self.end in CLAUSE_ENDS or self.size >= 3 * _PROSE

    @property
    def is_open(self) -> bool:
        """Whether it ends as if more of the sentence followed."""
        return not self.is_sentence

    @property
    def opinion(self) -> OpeningPhrase | None:
        """Its verb as the opener of a context paragraph, where it only tells a view and names nobody."""
        verb = self.action
        if (
            self.stance
            or verb is None
            or verb.subject
            or self.marker
            or self.block.depth
            or verb.meaning not in OPINIONS
        ):
            return None
        return attrs.evolve(verb, meaning=OPINIONS[verb.meaning])

    @property
    def begins_lower(self) -> bool:
        """Whether it begins as in the middle of a sentence, with a lower case or a figure that is no number."""
        first = self.block.text.text[self.body : self.body + 1]
        return first.islower() or (first.isdigit() and not self.marker and not self.is_numbered_title)

    @property
    def is_caseless(self) -> bool:
        """Whether it begins with a letter of a script without capitals."""
        first = self.block.text.text[self.body : self.body + 1]
        return first.isalpha() and not first.islower() and not first.isupper()

    @property
    def is_numbered_title(self) -> bool:
        """Whether it is a line that begins with the number of a document: `75/218. Bread for the valley`."""
        is_line = self.block.kind is not BlockKind.ITEM and not self.block.depth and not self.is_sentence
        return is_line and begins_with_number(self.block.text.text)

    @property
    def is_opened_in_print(self) -> bool:
        """Whether its first words, and not all of it, are italic or bold."""
        text = self.block.text
        if not text.marks:
            return False
        kinds = (MarkKind.EMPHASIS, MarkKind.STRONG)
        return self.block.kind is not BlockKind.HEADING and any(
            mark.kind in kinds and mark.start <= self.body < mark.end < len(text.text.rstrip()) - 1
            for mark in text.marks[:_FIRST_MARKS]
        )

    @property
    def is_set_off(self) -> bool:
        """Whether it is a sentence that is bold throughout, as a heading is."""
        return bool(self.block.text.marks) and self.is_sentence and not self.marker and is_set_off(self.block)

    @property
    def is_bare_verb(self) -> bool:
        """Whether hardly more follows its verb: `RESOLVED, that:`, `The council asks for the following:`."""
        return self.action is not None and self._is_bare(self.action)

    @property
    def is_bare(self) -> bool:
        """Whether it is a verb or an opener and hardly more, so that its sentence goes on in the next block."""
        return any(opener is not None and self._is_bare(opener) for opener in (self.action, self.stance))

    def _is_bare(self, opener: OpeningPhrase) -> bool:
        text = self.block.text.text
        rest = (text[self.body : opener.end - len(opener.phrase)] if opener.is_final else text[opener.end :]).strip(
            " ,"
        )
        if opener.is_final and rest:
            return False
        words = rest.strip(" :").split()
        return len(words) <= _BARE if rest.endswith(":") else not words or (len(words) == 1 and len(rest) <= SHORT_WORD)

    @property
    def may_be_name(self) -> bool:
        """Whether it can be the name of who signs, with an office: a short line without an end or a number."""
        return self.is_short() and self.end not in SENTENCE_ENDS and self.end not in CLAUSE_ENDS and not self.marker

    def is_short(self, most: int = 12) -> bool:
        """Return whether it has at most so many words."""
        return self.size <= most


class Start(NamedTuple):
    """Where the words of a block begin."""

    enumerator: Enumerator | None
    """The number that is printed before them."""
    end: int
    """Where that ends, or a bullet."""
    body: int
    """Where the first word begins."""
    folded: str
    """The first words, folded, without signs that may be left out."""
    plain: PlainText | None = None
    """The text without such signs; None if it has none."""


def find_start(block: Block, lexicons: Sequence[Lexicon], *, is_initial: bool = False) -> Start:
    """Return where the words of a block begin; `is_initial` says that the letter in front is that of a name."""
    text = block.text.text
    enumerator = None if is_initial else _find_number(block, lexicons)
    plain = drop_signs(text)
    if enumerator is None and text[:1].isalnum():
        return Start(None, 0, 0, fold((plain.text if plain else text)[:HEAD]), plain)
    bullet = None if enumerator else _BULLET.match(text)
    end = enumerator.end if enumerator else bullet.end() if bullet else 0
    first = _ALNUM.search(text, end)
    body = first.start() if first else len(text)
    at = plain.find(body) if plain else body
    return Start(enumerator, end, body, fold((plain.text if plain else text)[at : at + HEAD]), plain)


def extract_features(
    block: Block,
    id: int,
    lexicons: tuple[Lexicon, ...],
    subjects: frozenset[str] = frozenset(),
    start: Start | None = None,
) -> BlockFeatures:
    """Return what the cues need to know about a block; `subjects` are beginnings learned from the document."""
    text = block.text.text
    enumerator, end, body, folded, plain = start or find_start(block, lexicons)
    begins = index_beginnings(lexicons).find(folded)
    size, last = count_words(text), find_end(text)
    opening = Opening(
        text=plain.text if plain else text,
        folded=folded,
        body=plain.find(body) if plain else body,
        lexicons=lexicons,
        begins=begins,
        subjects=subjects,
        is_numbered=bool(enumerator or block.marker),
    )
    stance, action = opening.find()
    if plain:
        stance, action = _shift(stance, plain, text), _shift(action, plain, text)
    return BlockFeatures(
        block=block,
        id=id,
        text=block.text[end:] if end else block.text,
        body=body,
        folded=folded,
        size=size,
        end=last,
        enumerator=enumerator,
        marker=block.marker or (enumerator.printed if enumerator else None),
        heads=_find_heading(block, folded, begins, lexicons) if size <= _HEADING else None,
        begins=begins,
        stance=stance,
        action=action,
        leads_in=find_lead_in(text, last, lexicons) if size <= LEAD and last not in _PAUSES else None,
    )


def _shift(opener: OpeningPhrase | None, plain: PlainText, text: str) -> OpeningPhrase | None:
    """Return a phrase that was found in a text without signs as it is printed."""
    if opener is None:
        return None
    start, end = plain.places[opener.end - len(opener.phrase)], plain.places[opener.end]
    at = plain.text.find(opener.subject) if opener.subject else -1
    subject = text[plain.places[at] : plain.places[at + len(opener.subject)]] if opener.subject and at >= 0 else None
    return attrs.evolve(opener, phrase=text[start:end], end=end, subject=subject or opener.subject)


def _find_number(block: Block, lexicons: Sequence[Lexicon]) -> Enumerator | None:
    """Return the number that is printed before the words of a block, outside list markup."""
    if block.marker or block.kind is BlockKind.HEADING:
        return None
    return find_enumerator(block.text.text) or find_ordinal(block.text.text, lexicons)


def _find_heading(block: Block, folded: str, begins: Mapping[str, object], lexicons: Sequence[Lexicon]) -> str | None:
    """Return the part that a line heads; the number of a heading is no part of its words."""
    headed = _COUNTED.sub("", folded) if block.kind is BlockKind.HEADING else folded
    may_head = headed != folded or "headings" in begins or "stances" in begins
    return find_head(block, headed, lexicons) if may_head else None


def settle_headings(segments: Sequence[BlockFeatures]) -> list[BlockFeatures]:
    """Take back headings that are openers or verbs with a list of their own, or verbs that come again and again."""
    verbs = [place for place, one in enumerate(segments) if one.heads == "resolutions" and one.action]
    taken_back = {*verbs} if len(verbs) > 1 else set()
    for place, segment in enumerate(segments):
        if segment.heads and segment.stance and segment.block.kind is not BlockKind.HEADING:
            following = segments[place + 1] if place + 1 < len(segments) else None
            if following is not None and (following.block.kind is BlockKind.ITEM or following.begins_lower):
                taken_back.add(place)
    return [attrs.evolve(one, heads=None) if place in taken_back else one for place, one in enumerate(segments)]
