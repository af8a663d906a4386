"""The phrase with which a block opens: an opener of context, or a verb, perhaps after who acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import attrs

from declarations.language.beginnings import Beginnings, index_beginnings
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import PhraseTable, fold, next_word
from declarations.model import Action
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS, count_words

__all__ = ["HEAD", "SHORT_WORD", "Opening", "OpeningPhrase", "find_subjects"]

SHORT_WORD = 4  # letters of a word such as `that`, `to`, `que`
HEAD = 240  # characters in which an opener is looked for
_HEADED = re.compile(r"\.\s+[^\W\d_a-z]")  # `Note. The list …` heads a paragraph
_MOST_LEARNED = 3  # words of a beginning that is learned
_LETTER = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e4e"
_WORD = re.compile(rf"[{_LETTER}]+")
_BEGINNING = re.compile(rf"(?:[^{_LETTER}]*([{_LETTER}]++)" * _MOST_LEARNED + ")?" * _MOST_LEARNED)
_TAIL = 60  # characters in which a phrase that ends a clause stands
_APOSTROPHES = ("’", "'")
_SHORT_SUBJECT = 2  # words
_LONGEST_ORGAN = 40  # characters of the name of an organ at the beginning
_MOST_INSIDE = 4  # words inside the name of a body that are neither names nor function words
_MOST_SUBJECT_WORDS = 12
_LEAST_REPEATS = 3  # blocks that must begin alike before their beginning is learned as a subject
_ANY_LETTER = re.compile(r"[^\W\d_]")
_PHRASES = frozenset({"stances", "actions", "adverbs", "formulas"})  # tables with which a phrase or a verb may begin
_CLOSERS = " \n\t\"'”’»」』)）]】" + "".join(SENTENCE_ENDS | CLAUSE_ENDS)


@attrs.frozen(kw_only=True)
class OpeningPhrase:
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


@attrs.define(kw_only=True)
class Opening:
    """How one block opens, and what is needed to look for the phrases with which it does."""

    text: str
    """The words of the block."""
    folded: str
    """Their beginning, folded."""
    body: int
    """Where that begins in the block."""
    lexicons: tuple[Lexicon, ...]
    """Lexicons of its language."""
    begins: Mapping[str, tuple[int, str]]
    """Tables of which a phrase stands right at the beginning."""
    subjects: frozenset[str]
    """Beginnings learned from the document, which name who acts."""
    is_numbered: bool
    """Whether the block has a printed number."""

    def find(self) -> tuple[OpeningPhrase | None, OpeningPhrase | None]:
        """Return the preambular phrase and the operative verb; nearly always a look at the index tells of none."""
        index = index_beginnings(self.lexicons)
        acting = index.find_acting(self.folded)
        if acting or not _PHRASES.isdisjoint(self.begins) or (not index.tells_all and _ANY_LETTER.search(self.folded)):
            return self._find_stance(index), self._find_action(index, acting)
        return None, None

    def _find_stance(self, index: Beginnings) -> OpeningPhrase | None:
        """Return the preambular phrase in the first lexicon that has one."""
        for lexicon in self._find_beginning("stances", index):
            if opener := self._match(lexicon, lexicon.stances, 0):
                return opener
        return self._find_last("stances", index)

    def _find_action(self, index: Beginnings, acting: Container[Lexicon]) -> OpeningPhrase | None:
        """Return the operative verb in the first lexicon that has one: it stands first, or after who acts."""
        beginning = self._find_beginning("actions", index)
        turns = "formulas" in self.begins
        for lexicon in self.lexicons:
            opener = self._match(lexicon, lexicon.actions, 0) if lexicon in beginning else None
            if opener or (lexicon in acting and (opener := self._find_after_subject(lexicon))):
                return opener
            if turns and (opener := self._find_after_formula(lexicon)):
                return opener
        return self._find_last("actions", index)

    def _find_after_formula(self, lexicon: Lexicon) -> OpeningPhrase | None:
        """Return the verb right after a resolving formula: `therefore be it RESOLVED that the mill be opened`."""
        opener = self._match(lexicon, lexicon.actions, next_word(self.folded, self.begins["formulas"][0]))
        return attrs.evolve(opener, subject=None) if opener else None

    def _find_beginning(self, table: str, index: Beginnings) -> Sequence[Lexicon]:
        """Return the lexicons of which a phrase of a table can stand first, perhaps after an adverb or a prefix."""
        return self.lexicons if table in self.begins or "adverbs" in self.begins else index.prefixed

    def _find_last(self, name: str, index: Beginnings) -> OpeningPhrase | None:
        for lexicon in index.final:
            if opener := self._find_final(lexicon, getattr(lexicon, name)):
                return opener
        return None

    def _find_final(self, lexicon: Lexicon, table: PhraseTable) -> OpeningPhrase | None:
        """Find a phrase that ends the block, its first sentence, or the clause before a word such as `that`."""
        for end in dict.fromkeys((*self._clause_ends(lexicon), len(self.text))):
            cut = len(self.text[:end].rstrip(_CLOSERS))
            start = max(self.body, cut - _TAIL)
            if hit := table.find_final(fold(self.text[start:cut])):
                return OpeningPhrase(phrase=self.text[start + hit[0] : cut], meaning=hit[1], end=cut, is_final=True)
        return None

    def _clause_ends(self, lexicon: Lexicon) -> Iterator[int]:
        """Yield where the clauses before words such as `that` end, then where the first sentence ends."""
        head = self.text[self.body : self.body + HEAD]
        stop = next((at for at, char in enumerate(head) if char in SENTENCE_ENDS), len(head))
        if lexicon.that_words:
            for word in _WORD.finditer(self.folded, 0, stop):
                if word[0] in lexicon.that_words:
                    yield self.body + word.start()
        yield self.body + stop

    def _find_after_subject(self, lexicon: Lexicon) -> OpeningPhrase | None:
        """Return the verb after who acts."""
        for end in self._find_subject_ends(lexicon):
            if (opener := self._match(lexicon, lexicon.actions, end)) and self._is_sure(opener):
                return opener
        return self._find_passive(lexicon) if self.is_numbered else None

    def _find_subject_ends(self, lexicon: Lexicon) -> list[int]:
        """Return where a subject may end: after `we`, a learned beginning, an organ inside a row, or a row of names."""
        hit = lexicon.subjects.find(self.folded) if "subjects" in self.begins else None
        ends = [hit[0]] if hit else []
        if self.subjects and (first := _BEGINNING.match(self.folded)):
            ends += [end for _, end in first.regs[1:] if end > 0 and self.folded[:end] in self.subjects]
        ends += self._find_organ_ends(lexicon)
        words = [*islice(_WORD.finditer(self.folded), _MOST_SUBJECT_WORDS)]
        names = _end_of_names(lexicon, self.text[self.body :], words)
        return [*(next_word(self.folded, end) for end in ends), *names] if ends else names

    def _find_organ_ends(self, lexicon: Lexicon) -> list[int]:
        """Return where the name of an organ of several syllables may end, with the capitalised words after it."""
        is_named = lexicon.has_organ_names and "stances" not in self.begins
        organ = lexicon.organs.find_inside(self.folded[:_LONGEST_ORGAN]) if is_named else None
        if organ is None or not f"a{self.folded[: organ[0]]}".replace(" ", "").isalpha():  # `2023年12月4日大会决议`
            return []
        ends = [organ[1]]
        for word in islice(_WORD.finditer(self.folded, organ[1]), _MOST_INSIDE):
            if not self.text[self.body + word.start()].isupper():
                break
            ends.append(word.end())
        return ends

    def _is_sure(self, opener: OpeningPhrase) -> bool:
        """Return whether a verb after a long subject is more than a word that may also be a noun."""
        return opener.meaning != Action.OTHER or count_words(opener.subject or "") <= _SHORT_SUBJECT

    def _find_passive(self, lexicon: Lexicon) -> OpeningPhrase | None:
        """Find a verb of several words inside the first sentence of a numbered clause: `the budget is approved`."""
        for word in islice(_WORD.finditer(self.folded), 1, _MOST_SUBJECT_WORDS):
            hit = lexicon.actions.find(self.folded, word.start()) if word[0] in lexicon.function_words else None
            if hit and hit[0] > word.end():
                start, end = self.body + word.start(), self.body + hit[0]
                subject = self.text[self.body : start].strip(" ,")
                return OpeningPhrase(phrase=self.text[start:end], meaning=hit[1], end=end, subject=subject)
        return None

    def _find_phrase(self, lexicon: Lexicon, table: PhraseTable, start: int) -> tuple[int, str] | None:
        """Find a phrase that heads no paragraph, perhaps after a word written together with it, as the Arabic `و`."""
        hit = table.find(self.folded, start)
        if hit is None and lexicon.prefixes and not start:
            ends = (len(prefix) for prefix in lexicon.prefixes if self.folded.startswith(prefix))
            hit = next((hit for end in ends if (hit := table.find(self.folded, end))), None)
        return hit if hit and not _HEADED.match(self.text, self.body + hit[0]) else None

    def _match(self, lexicon: Lexicon, table: PhraseTable, start: int) -> OpeningPhrase | None:
        """Match a phrase after adverbs, or one that they are part of: `вновь подтверждает`, that reaches as far."""
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
        return OpeningPhrase(phrase=self.text[self.body + start : end], meaning=meaning, end=end, subject=subject)


def _end_of_phrase(lexicon: Lexicon, folded: str, end: int) -> int:
    """Return where a phrase ends with the adverbs after it: `condamne fermement`, `requests also`."""
    start = next_word(folded, end)
    hit = lexicon.adverbs.find(folded, start) if folded[end:start].isspace() else None
    return hit[0] if hit and hit[0] - start >= SHORT_WORD and folded[hit[0] : hit[0] + 1] in " ,:;." else end


def _end_of_names(lexicon: Lexicon, text: str, words: Sequence[re.Match[str]]) -> list[int]:
    """After `The General Assembly of the Union` a verb may stand: a capitalised row, function words between.

    Gives also the place of a function word right before it, as in `are appointed`.
    """
    named, has_body = 0, False
    for position, word in enumerate(words):
        is_body = lexicon.organs.find(word[0]) is not None
        is_name = is_body or text[word.start()].isupper()
        if position and not is_name and word[0] not in lexicon.function_words:
            if has_body:  # `The Union of friends of the city condemns`
                inside = words[max(position - 1, 1) : position + _MOST_INSIDE]
                return [one.start() for one in inside]
            # every sentence begins with a capital: one alone is no name, but an acronym is
            is_acronym = position == 1 and text[: words[0].end()].isupper()
            if not (named > 1 or (named and is_acronym)):
                return []
            before = words[position - 1]
            is_function_word = (
                position > 1 and before[0] in lexicon.function_words and not text[before.start()].isupper()
            )
            return [before.start(), word.start()] if is_function_word else [word.start()]
        named += is_name
        has_body = has_body or is_body
    return []


def find_subjects(beginnings: Iterable[str]) -> frozenset[str]:
    """Learn from the folded beginnings of paragraphs how they begin again and again: first words, one to three."""
    found = [(folded, words.regs[1:]) for folded in beginnings if (words := _BEGINNING.match(folded))]
    counts = Counter([folded[:end] for folded, spans in found for _, end in spans if end > 0])
    return frozenset([words for words, count in counts.items() if count >= _LEAST_REPEATS])
