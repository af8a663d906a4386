"""Second step: look at every block once and note what the cues need to know about it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest

import attrs

from declarations.blocks import Block, BlockKind
from declarations.language.labels import Enumerator, find_enumerator
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import PhraseTable, fold, next_word
from declarations.model import Action, Stance
from declarations.text import Mark, MarkKind, Text

__all__ = ["Opener", "Sight", "find_subjects", "is_emphasized", "is_titled", "look", "settle_heads"]

VIEWS: Mapping[str, Stance] = {
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

_PROSE = 10  # words that a paragraph of running text has at least
_SHORT_WORD = 4  # letters of a word such as `that`, `to`, `que`
_HEADING = 12  # words of a heading of a part
_LINE = 60  # characters of a line that may be the heading of an article
_TITLE = 80  # characters of a line in capitals that is a heading
_BARE = 3  # words that may stand between a bare verb and its colon
_HEAD = 240  # characters in which an opener is looked for
_BULLET = re.compile(r"\s*[-–—•·*‣▪●○■□]\s+(?=\S)")
_UNIT = re.compile(r"([^\W\d_]{2,20})\s([^\W\d_]{2,20})(?:[.:)]{1,2}-?|\s?[-–—])\s+(?=\S)")  # `Artículo primero.`
_COUNTED = re.compile(r"^(?:\d{1,2}|[ivx]{1,5}|[a-z])[.):]\s+")  # the number of a heading, folded
_UNIT_NUMBER = re.compile(
    r"([^\W\d_]{2,20})\.?\s?(?:\d{1,3}|[IVXLC]{1,6})(?:er|re|º|ª|°)?(?:\s?[.:)]|\s?[-–—]){1,3}\s+(?=\S)"
)  # `Art. 2. – `
_UNITS = frozenset({"art"})  # the same in many languages
_HAN = re.compile(r"([一二三四五六七八九十百]{1,3})\u3000+(?=\S)")  # a wide space alone stands behind the number
_HEADED = re.compile(r"\.\s+[^\W\d_a-z]")  # `Note. The list …` heads a paragraph
_COUNTING = re.compile(r"([^\W\d_]{2,20}+)(?:[.:)]-?|\s?[-–—])\s+(?=\S)")
_WORD = re.compile(
    r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e4e]+"
)
_TAIL = 60  # characters in which a phrase that ends a clause stands
_APOSTROPHES = ("’", "'")
_SHORT_SUBJECT = 2  # words
_FIRST_MARKS = 3  # of a block, among which that of its opener is
_MOST_INSIDE = 4  # words inside the name of a body that are neither names nor small words
_MOST_SUBJECT_WORDS = 12
_MOST_LEARNED = 3  # words of a beginning that is learned
_LEAST_REPEATS = 3  # blocks that must begin alike before their beginning is learned as a subject
SENTENCE_ENDS = frozenset(".!?…。！？।॥۔؟։።၊။៕。．᙮᠃")
CLAUSE_ENDS = frozenset(",;:，；：،؛、·፤፣")
_CLOSERS = " \n\t\"'”’»」』)）]】" + "".join(SENTENCE_ENDS | CLAUSE_ENDS)


@attrs.frozen(kw_only=True)
class Opener:
    """The phrase with which a block opens."""

    phrase: str
    """The words as printed, adverbs included, subject not."""
    meaning: str
    """Value of `Stance` or `Action`."""
    end: int
    """Offset after the phrase in the text of the block."""
    subject: str | None = None
    """The words before it, when they name who acts."""
    is_final: bool = False
    """Whether it ends its sentence, as in languages in which the verb stands last."""


@attrs.frozen(kw_only=True)
class Sight:
    """One block and what was seen in it."""

    block: Block
    """The block."""
    index: int
    """Its place in the page."""
    text: Text
    """Its words, without an enumerator or a bullet in front of them."""
    body: int
    """Where these words begin in the block, opening quotation marks left out."""
    folded: str
    """The beginning of its words, in the form in which phrases are compared."""
    size: int
    """Its length in words; scripts without spaces are estimated."""
    end: str
    """Last character that is no quotation mark or bracket."""
    enumerator: Enumerator | None
    """A printed number in front of its words, outside list markup."""
    heads: str | None
    """Part that it heads, when the whole line is a heading of the lexicon: `context`, `resolutions`, `annex` …"""
    is_hinge: bool
    """Whether it opens like a turning formula."""
    stance: Opener | None
    """Opener of a context paragraph."""
    action: Opener | None
    """Verb of a resolution."""

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
    def view(self) -> Opener | None:
        """Its verb as the opener of a context paragraph, where it only tells a view and names nobody."""
        verb = self.action
        if self.stance or verb is None or verb.subject or self.marker or self.block.depth or verb.meaning not in VIEWS:
            return None
        return attrs.evolve(verb, meaning=VIEWS[verb.meaning])

    @property
    def begins_small(self) -> bool:
        """Whether it begins as in the middle of a sentence, with a small letter or a figure that is no number."""
        first = self.block.text.text[self.body : self.body + 1]
        return first.islower() or (first.isdigit() and not self.marker)

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
    def is_bare_verb(self) -> bool:
        """Whether hardly more follows its verb: `RESOLVED, that:`, `The council asks for the following:`."""
        return self.action is not None and self._is_bare(self.action)

    @property
    def is_bare(self) -> bool:
        """Whether it is a verb or an opener and hardly more, so that its sentence goes on in the next block."""
        return any(opener is not None and self._is_bare(opener) for opener in (self.action, self.stance))

    def _is_bare(self, opener: Opener) -> bool:
        text = self.block.text.text
        rest = (text[self.body : opener.end - len(opener.phrase)] if opener.is_final else text[opener.end :]).strip(
            " ,"
        )
        if opener.is_final and rest:
            return False
        words = rest.strip(" :").split()
        return (
            len(words) <= _BARE if rest.endswith(":") else not words or (len(words) == 1 and len(rest) <= _SHORT_WORD)
        )

    @property
    def marker(self) -> str | None:
        """The printed number, from list markup or from the text."""
        return self.block.marker or (self.enumerator.printed if self.enumerator else None)

    def is_short(self, most: int = 12) -> bool:
        """Whether it has at most so many words."""
        return self.size <= most


def look(
    block: Block,
    index: int,
    lexicons: Sequence[Lexicon],
    subjects: frozenset[str] = frozenset(),
    *,
    is_initial: bool = False,
) -> Sight:
    """Note what the cues need to know about a block; `subjects` are beginnings learned from the document.

    `is_initial` says that the letter in front is that of a name.
    """
    text = block.text.text
    enumerator = None
    if not block.marker and block.kind is not BlockKind.HEADING and not is_initial:
        enumerator = find_enumerator(text) or _find_ordinal(text, lexicons)
    bullet = None if enumerator else _BULLET.match(text)
    start = enumerator.end if enumerator else bullet.end() if bullet else 0
    body = start
    while body < len(text) and not text[body].isalnum():
        body += 1
    folded = fold(text[body : body + _HEAD])
    headed = _COUNTED.sub("", folded) if block.kind is BlockKind.HEADING else folded
    search = _Search(text, folded, body, subjects, bool(enumerator or block.marker))
    stripped = text.rstrip(" \n\t\"'”’»」』)）]】")
    size = _measure(text)
    return Sight(
        block=block,
        index=index,
        text=block.text[start:] if start else block.text,
        body=body,
        folded=folded,
        size=size,
        end=stripped[-1:],
        enumerator=enumerator,
        heads=_find_head(block, headed, lexicons) if size <= _HEADING else None,
        is_hinge=any(lexicon.hinges.find(folded) for lexicon in lexicons),
        stance=search.find(lexicons, actions=False),
        action=search.find(lexicons, actions=True),
    )


def _find_ordinal(text: str, lexicons: Sequence[Lexicon]) -> Enumerator | None:
    """Find an ordinal that counts in words, as `PRIMERO:` does."""
    if han := _HAN.match(text):
        return Enumerator(han[1], han.end())
    number = _UNIT_NUMBER.match(text)
    if (
        number
        and len(text) > _LINE
        and (fold(number[1]) in _UNITS or any(fold(number[1]) in one.units for one in lexicons))
    ):
        return Enumerator(number[0].rstrip(), number.end())
    unit = _UNIT.match(text)
    if unit and any(fold(unit[1]) in one.units and fold(unit[2]) in one.ordinals for one in lexicons):
        return Enumerator(unit[0].rstrip(), unit.end())
    word = _COUNTING.match(text)
    if word and any(fold(word[1]) in lexicon.ordinals for lexicon in lexicons):
        return Enumerator(word[0].rstrip(), word.end())
    return None


def _find_head(block: Block, folded: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Tell what part a line heads; an opener or a verb alone must look like a heading to be one."""
    for lexicon in lexicons:
        head = lexicon.find_heading(folded)
        stance = lexicon.stances.find(folded)
        turns = head == "resolutions" and (lexicon.hinges.find(folded) or lexicon.actions.find(folded))
        if head and (_is_marked(block) if turns else is_titled(block) or not stance):
            return head
        if block.kind is BlockKind.HEADING and lexicon.begins_annex(folded):
            return "annex"
        if stance and is_titled(block) and not folded[stance[0] :].strip(" .:;,："):
            return "context"
    return None


def is_titled(block: Block) -> bool:
    """Whether a line looks like a heading: marked as one, in capitals throughout, or a word with a colon."""
    if block.kind is BlockKind.HEADING:
        return True
    text = block.text.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or not 0 < len(text) <= _TITLE:
        return False
    if text[-1] in ":：":
        return text[0].isupper() and len(text.split()) <= _BARE
    return text.isupper()


def _is_marked(block: Block) -> bool:
    """Whether a line is marked as a heading, or in capitals: a turning formula alone is none."""
    text = block.text.text.strip()
    is_word = text[-1:] in ":：" and text[:1].isupper() and " " not in text
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and (text.isupper() or is_word))


def is_emphasized(block: Block) -> bool:
    """Whether a line without an end is bold or italic throughout."""
    is_line = 0 < len(block.text.text) <= _TITLE and block.text.text.rstrip()[-1:].isalnum()
    return is_line and any(_covers(mark, block.text) for mark in block.text.marks)


def _covers(mark: Mark, text: Text) -> bool:
    is_kind = mark.kind in (MarkKind.STRONG, MarkKind.EMPHASIS)
    return is_kind and not text.text[: mark.start].strip() and not text.text[mark.end :].strip()


def settle_heads(sights: Sequence[Sight]) -> list[Sight]:
    """Take back headings that are openers or verbs with a list of their own, or verbs that come again and again."""
    verbs = [sight.index for sight in sights if sight.heads == "resolutions" and sight.action]
    settled = []
    for sight, following in zip_longest(sights, sights[1:]):
        goes_on = following is not None and (following.block.kind is BlockKind.ITEM or following.begins_small)
        is_lead = sight.stance and goes_on and sight.block.kind is not BlockKind.HEADING
        is_verb = sight.index in verbs and len(verbs) > 1
        settled.append(attrs.evolve(sight, heads=None) if sight.heads and (is_lead or is_verb) else sight)
    return settled


def _measure(text: str) -> int:
    """Count words; in scripts without spaces two wide characters, or twelve bytes, are taken for one."""
    spaced = len(text.split())
    if text.isascii():
        return max(spaced, len(text) // 12)
    bytes_per_word = 6 if any(unicodedata.east_asian_width(char) in "WF" for char in text[:8]) else 12
    return max(spaced, len(text.encode()) // bytes_per_word)


@attrs.define
class _Search:
    """What is needed to look for an opener in one block."""

    text: str
    folded: str
    body: int
    subjects: frozenset[str]
    is_numbered: bool

    def find(self, lexicons: Sequence[Lexicon], *, actions: bool) -> Opener | None:
        """Find an opener in the first lexicon that has one: of a resolution, or of a context paragraph."""
        for lexicon in lexicons:
            if opener := self._find_action(lexicon) if actions else self._match(lexicon, lexicon.stances, 0):
                return opener
        for lexicon in lexicons:
            table = lexicon.actions if actions else lexicon.stances
            if table.finals and (opener := self._find_final(lexicon, table)):
                return opener
        return None

    def _find_final(self, lexicon: Lexicon, table: PhraseTable) -> Opener | None:
        """Find a phrase that ends the block, its first sentence, or the clause before a word such as `that`."""
        for end in dict.fromkeys((*self._clause_ends(lexicon), len(self.text))):
            cut = len(self.text[:end].rstrip(_CLOSERS))
            start = max(self.body, cut - _TAIL)
            if hit := table.find_final(fold(self.text[start:cut])):
                return Opener(phrase=self.text[start + hit[0] : cut], meaning=hit[1], end=cut, is_final=True)
        return None

    def _clause_ends(self, lexicon: Lexicon) -> Iterator[int]:
        """Give where the clauses before words such as `that` end, then where the first sentence ends."""
        head = self.text[self.body : self.body + _HEAD]
        stop = next((at for at, char in enumerate(head) if char in SENTENCE_ENDS), len(head))
        if lexicon.that_words:
            for word in _WORD.finditer(self.folded, 0, stop):
                if word[0] in lexicon.that_words:
                    yield self.body + word.start()
        yield self.body + stop

    def _find_action(self, lexicon: Lexicon) -> Opener | None:
        """The verb stands first, or after who acts."""
        if opener := self._match(lexicon, lexicon.actions, 0):
            return opener
        for end in _subject_ends(lexicon, self.text[self.body :], self.folded, self.subjects):
            if (opener := self._match(lexicon, lexicon.actions, end)) and self._is_sure(opener):
                return opener
        return self._find_passive(lexicon) if self.is_numbered else None

    def _is_sure(self, opener: Opener) -> bool:
        """Whether a verb behind a long subject is more than a word that may also be a noun."""
        return opener.meaning != Action.OTHER or len((opener.subject or "").split()) <= _SHORT_SUBJECT

    def _find_passive(self, lexicon: Lexicon) -> Opener | None:
        """Find a verb of several words inside the first sentence of a numbered clause: `the budget is approved`."""
        for word in islice(_WORD.finditer(self.folded), 1, _MOST_SUBJECT_WORDS):
            hit = lexicon.actions.find(self.folded, word.start()) if word[0] in lexicon.function_words else None
            if hit and hit[0] > word.end():
                start, end = self.body + word.start(), self.body + hit[0]
                subject = self.text[self.body : start].strip(" ,")
                return Opener(phrase=self.text[start:end], meaning=hit[1], end=end, subject=subject)
        return None

    def _find_phrase(self, lexicon: Lexicon, table: PhraseTable, start: int) -> tuple[int, str] | None:
        """Find a phrase that heads no paragraph, perhaps behind a word written together with it, as the Arabic `و`."""
        hit = table.find(self.folded, start)
        if hit is None and lexicon.prefixes and not start:
            ends = (len(prefix) for prefix in lexicon.prefixes if self.folded.startswith(prefix))
            hit = next((hit for end in ends if (hit := table.find(self.folded, end))), None)
        return hit if hit and not _HEADED.match(self.text, self.body + hit[0]) else None

    def _match(self, lexicon: Lexicon, table: PhraseTable, start: int) -> Opener | None:
        """Match a phrase behind adverbs, or one that they are part of: `вновь подтверждает`, that reaches as far."""
        hit = self._find_phrase(lexicon, table, start)
        skipped = lexicon.skip_adverbs(self.folded, start)
        if skipped != start:
            behind = self._find_phrase(lexicon, table, skipped)
            hit = behind if behind and (hit is None or behind[0] > hit[0]) else hit
        if hit is None:
            return None
        last, meaning = hit
        subject = self.text[self.body : self.body + start].strip(" ,") or None
        end = self.body + (_end_of_phrase(lexicon, self.folded, last) if table is lexicon.actions else last)
        end += self.text[end : end + 1] in _APOSTROPHES
        return Opener(phrase=self.text[self.body + start : end], meaning=meaning, end=end, subject=subject)


def _end_of_phrase(lexicon: Lexicon, folded: str, end: int) -> int:
    """Give where a phrase ends with the adverbs behind it: `condamne fermement`, `requests also`."""
    start = next_word(folded, end)
    hit = lexicon.adverbs.find(folded, start) if folded[end:start].isspace() else None
    return hit[0] if hit and hit[0] - start >= _SHORT_WORD and folded[hit[0] : hit[0] + 1] in " ,:;." else end


def _subject_ends(lexicon: Lexicon, text: str, folded: str, subjects: frozenset[str]) -> list[int]:
    """Give where a subject may end: after `we`, after a learned beginning, or after a row of names."""
    hit = lexicon.subjects.find(folded)
    ends = [hit[0]] if hit else []
    words: Iterator[re.Match[str]] = islice(_WORD.finditer(folded), _MOST_SUBJECT_WORDS)
    if subjects:
        first = [*islice(words, _MOST_LEARNED)]
        ends += (word.end() for word in first if folded[: word.end()] in subjects)
        words = chain(first, words)
    return [*(next_word(folded, end) for end in ends), *_end_of_names(lexicon, text, words)]


def _end_of_names(lexicon: Lexicon, text: str, words: Iterator[re.Match[str]]) -> list[int]:
    """After `The General Assembly of the Union` a verb may stand: a capitalised row, small words between.

    Gives also the place of a small word right before it, as in `are appointed`.
    """
    named, has_body = 0, False
    read: list[re.Match[str]] = []
    for position, word in enumerate(words):
        read.append(word)
        is_body = lexicon.bodies.begins_word(word[0])
        is_name = is_body or text[word.start()].isupper()
        if position and not is_name and word[0] not in lexicon.function_words:
            if has_body:  # `The Union of friends of the city condemns`
                inside = chain(read[max(position - 1, 1) :], islice(words, _MOST_INSIDE - 1))
                return [one.start() for one in inside]
            # every sentence begins with a capital: one alone is no name, but an acronym is
            is_acronym = position == 1 and text[: read[0].end()].isupper()
            if not (named > 1 or (named and is_acronym)):
                return []
            before = read[position - 1]
            is_small = position > 1 and before[0] in lexicon.function_words and not text[before.start()].isupper()
            return [before.start(), word.start()] if is_small else [word.start()]
        named += is_name
        has_body = has_body or is_body
    return []


def find_subjects(blocks: Sequence[Block]) -> frozenset[str]:
    """Learn from a document how its paragraphs begin again and again: folded first words, one to three."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            continue
        text = block.text.text
        enumerator = None if block.marker else find_enumerator(text)
        folded = fold(text[enumerator.end if enumerator else 0 :][:_HEAD]).lstrip()
        counts.update(folded[: word.end()] for word in islice(_WORD.finditer(folded), _MOST_LEARNED))
    return frozenset(words for words, count in counts.items() if count >= _LEAST_REPEATS)
