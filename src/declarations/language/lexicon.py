"""Lexicons: the words by which the parts of a declaration are known in a language.

One file per language under `lexicons/`; adding a language is adding a file, and a file that holds only some of the
tables helps with those. Phrases are matched without regard to case, kind of apostrophe and width of white space, on
whole words where the script has words. A table is compiled when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, cached_property
from itertools import chain
from typing import Any

import attrs

from declarations.language.common import find_common
from declarations.language.fieldwords import find_field_words
from declarations.language.lexiconfiles import available_languages, load_data
from declarations.language.phrases import PhraseTable, fold, next_word
from declarations.model import Action, AgentKind, DateRole, DeclarationKind, SignatoryRole, Stance

__all__ = ["Lexicon", "available_languages", "load_boilerplate", "load_lexicon"]

_LONG = frozenset({"actions", "formulas", "headings", "kinds", "stances"})
"""Tables whose phrases are no function words, which differ by their accents alone."""
_MOST_ADVERBS = 4
_AROUND = " .:;,*_-–—："  # what may stand after a heading


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """What is known about the declarations of one language."""

    language: str
    """BCP 47 tag."""
    data: Mapping[str, Any] = attrs.field(repr=False)
    """What its file holds."""

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Frequent words, folded."""
        return self._words("function_words")

    @cached_property
    def rival_words(self) -> frozenset[str]:
        """Frequent words of related languages that this one does not have, folded."""
        return self._words("rival_words")

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """The letters of its words, folded."""
        tables = (self.actions, self.stances, self.formulas, self.closings, self.headings, self.kinds, self.organs)
        words = chain(self.function_words, *(table.firsts for table in tables))
        return frozenset(char for char in chain.from_iterable(words) if char.isalpha())

    @cached_property
    def adverbs(self) -> PhraseTable:
        """Words that may stand between a subject and its verb."""
        return PhraseTable.of({"adverb": self.data.get("adverbs", "").split()})

    @cached_property
    def that_words(self) -> frozenset[str]:
        """Words after which a clause tells what is asked or noted; a verb that stands last may stand before them."""
        return self._words("that_words")

    @cached_property
    def particles(self) -> tuple[str, ...]:
        """Endings that mark a name as the subject, folded."""
        return tuple(fold(self.data.get("particles", "")).split())

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """Words that are written together with the next one, folded: the Arabic `و`."""
        return tuple(fold(self.data.get("prefixes", "")).split())

    @cached_property
    def organs(self) -> PhraseTable:
        """Words that name organs."""
        return PhraseTable.of({"body": [*self.data.get("organs", "").split(), *self.data.get("organ_names", ())]})

    @property
    def has_organ_names(self) -> bool:
        """Whether organs are named by several words, or inside a run of characters."""
        return "organ_names" in self.data

    @cached_property
    def units(self) -> frozenset[str]:
        """Words for numbered parts, folded."""
        return frozenset(map(fold, self.data.get("units", ())))

    @cached_property
    def ordinals(self) -> Mapping[str, int]:
        """Ordinal words that are printed instead of a number."""
        return {fold(word): number for word, number in self.data.get("ordinals", {}).items()}

    @cached_property
    def subjects(self) -> PhraseTable:
        """Words by which an issuer speaks of itself."""
        return self._phrases("subjects")

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Prepositions before the name of a place, folded."""
        return self._words("place_words")

    @cached_property
    def author_words(self) -> PhraseTable:
        """What introduces the author of a page."""
        return self._phrases("author_words")

    @cached_property
    def issuer_words(self) -> frozenset[str]:
        """Words between a kind of document and who issues it, folded: `of`."""
        return self._words("issuer_words")

    @cached_property
    def behalf(self) -> PhraseTable:
        """What stands before the name of whom somebody signs for: `on behalf of`."""
        return self._phrases("behalf")

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Words by which one person speaks, folded: `I`."""
        return self._words("speakers")

    @cached_property
    def press_words(self) -> PhraseTable:
        """Beginnings of lines above a text for the press: `release` says when to print it, `contact` whom to ask."""
        return PhraseTable.of({name: self.data.get(f"{name}_words", ()) for name in ("release", "contact")})

    @cached_property
    def headings(self) -> PhraseTable:
        """Headings of parts: `context`, `resolutions`, `notes`, `annex`, `signatories`, `ending` (contact, links)."""
        return self._groups("headings")

    @cached_property
    def formulas(self) -> PhraseTable:
        """Beginnings of the resolving formula."""
        return self._groups("formulas")

    @cached_property
    def closings(self) -> PhraseTable:
        """Beginnings of what stands after the resolutions."""
        return self._groups("closings")

    @cached_property
    def roles(self) -> PhraseTable:
        """What introduces a signatory, by `SignatoryRole`."""
        return self._groups("roles", SignatoryRole)

    @cached_property
    def role_labels(self) -> Mapping[str, SignatoryRole]:
        """The words of the catalog for roles of signatories, folded; they stand before a colon and a name."""
        return find_field_words(self.language).signatory_roles

    @cached_property
    def votes(self) -> PhraseTable:
        """What tells of a vote: values of `VoteManner`, what a number beside counts (fields of `Vote`), and `none`."""
        return self._groups("votes")

    @cached_property
    def meetings(self) -> PhraseTable:
        """Words by which a meeting is called."""
        return self._groups("meetings")

    @cached_property
    def dates(self) -> PhraseTable:
        """What introduces a date, by `DateRole`."""
        return self._groups("dates", DateRole)

    @cached_property
    def kinds(self) -> PhraseTable:
        """Words for kinds of documents, by `DeclarationKind`."""
        return self._groups("kinds", DeclarationKind)

    @cached_property
    def agents(self) -> PhraseTable:
        """Words in a name that tell what bears it, by `AgentKind`."""
        return self._groups("agents", AgentKind)

    @cached_property
    def stances(self) -> PhraseTable:
        """Openers of context paragraphs, by `Stance`."""
        return self._groups("stances", Stance)

    @cached_property
    def actions(self) -> PhraseTable:
        """Verbs of resolutions, by `Action`."""
        return self._groups("actions", Action)

    @cached_property
    def addressees(self) -> PhraseTable:
        """How a line names whom a letter speaks to: `lines`, `offices`, `salutations`, `titles` (optional)."""
        return self._groups("addressees")

    @cached_property
    def letters(self) -> PhraseTable:
        """Words of a title for what is addressed, and for what it is about: `words`, `topics` (optional)."""
        return self._groups("letters")

    def names_organ(self, text: str) -> bool:
        """Return whether a word for a body stands in a text."""
        return self.organs.find_inside(fold(text)) is not None

    def skip_adverbs(self, folded: str, start: int) -> int:
        """Return where the words after up to four adverbs begin."""
        left = _MOST_ADVERBS
        while left and (hit := self.adverbs.find(folded, start)):
            start = next_word(folded, hit[0])
            left -= 1
        return start

    def find_heading(self, folded: str) -> str | None:
        """Return the part that a line heads, when the whole line is such a heading; None if it heads none."""
        hit = self.headings.find(folded)
        return hit[1] if hit and not folded[hit[0] :].strip(_AROUND) else None

    def begins_annex(self, folded: str) -> bool:
        """Return whether a line begins with the word for an annex, whatever number or name follows."""
        hit = self.headings.find(folded)
        return hit is not None and hit[1] == "annex"

    def _words(self, name: str) -> frozenset[str]:
        return frozenset(fold(self.data.get(name, "")).split())

    def _phrases(self, name: str) -> PhraseTable:
        return PhraseTable.of({name: self.data.get(name, ())})

    def _groups(self, name: str, members: type[StrEnum] | None = None) -> PhraseTable:
        """Compile a table; raise `ValueError` for a class that the model does not know, a fault of the file."""
        groups: Mapping[str, Iterable[str]] = self.data.get(name, {})
        named = {members(key).value if members else key: groups[key] for key in groups}
        is_loose = name in _LONG and self.language in find_common("unaccented")
        return PhraseTable.of(named, others=self._written if is_loose else None)

    @cached_property
    def _written(self) -> frozenset[str]:
        """All phrases of the tables that are also known without accents."""
        rows = (row for name in _LONG for row in self.data.get(name, {}).values())
        return frozenset(phrase for row in rows for phrase in row)


@cache
def load_boilerplate(languages: tuple[str, ...]) -> PhraseTable:
    """Return the beginnings of what web pages print around a text, in some of the available languages together."""
    return PhraseTable.of({language: load_data(language).get("boilerplate", ()) for language in languages})


@cache
def load_lexicon(language: str) -> Lexicon | None:
    """Return the lexicon of a language tag, or of its primary language; None if there is none."""
    if language in available_languages():
        return Lexicon(language=language, data=load_data(language))
    primary = language.partition("-")[0].lower()
    return load_lexicon(primary) if primary != language else None
