"""Who declares: of the names that a document gives, the one of the best source, in its whole form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import Agent
from declarations.recognition.wording.candidates import NameSource, parse_name, tell_agent
from declarations.recognition.wording.organs import (
    are_forms,
    is_bare_organ,
    is_function_word,
    key_of_forms,
    names_organ,
)

__all__ = ["find_issuers"]

_SHORT = re.compile(r"\w[\w.&-]{1,11}")
_PART = 3  # words of a name that stands for a longer one
_LEAST_ACTS = 2  # resolutions of which a name is the subject before it is believed
_MOST_ACTS = 5  # of these that count

_RANKS = {
    origin: rank
    for rank, origin in enumerate(
        (
            "enacting",
            "metadata",
            "speech",
            "title",
            "formula",
            "letterhead",
            "told",
            "caption",
            "subject",
            "masthead",
            "closing",
            "site",
            "banner",
            "footer",
            "signer",
            "row",
        )
    )
}
"""Where names are found, the best source first; of two names of one source the one that was found more often counts."""
_SURE = frozenset({"enacting", "metadata", "speech", "formula", "letterhead"})
"""Sources whose names are believed; others must hold a word for a body, come with initials or be said again."""
_NEVER = frozenset({"row"})
"""Sources that only complete a name, or confirm it."""
_PRINTED = frozenset({"enacting", "letterhead"})
"""Sources in which a word for a body alone is the whole name: `The Council,` above what it recalls, or over all."""
_TITLED = frozenset({"title", "caption", "row"})
"""Sources in the title."""
_OWN = frozenset(_RANKS) - {"site", "banner", "footer"}
"""Where the document itself names its issuer; a longer name from there takes in the short one of a subject."""


@attrs.define
class _Candidate:
    name: str
    abbreviation: str | None
    count: int = 0
    indices: set[int] = attrs.field(factory=set)
    origins: set[str] = attrs.field(factory=set)

    is_bare: bool = False
    """Whether it is a word for a body and nothing more."""

    @property
    def order(self) -> tuple[bool, int, int]:
        """Its place among candidates, the best first."""
        is_less = self.is_bare and self.origins.isdisjoint(_PRINTED)
        return is_less, min(_RANKS[one] for one in self.origins), -self.count

    def take(self, other: _Candidate) -> None:
        """Take in another form of the name."""
        self.count += other.count
        self.indices |= other.indices
        self.origins |= other.origins


def find_issuers(
    sources: Iterable[NameSource],
    subjects: Iterable[str],
    lexicons: Sequence[Lexicon],
    recall: Callable[[str], str | None],
) -> tuple[tuple[Agent, ...], frozenset[int]]:
    """Return the issuer, if one name is believable, and the blocks that print its name.

    `recall` finds how the text prints a name, if it says it again.
    """
    candidates: dict[str, _Candidate] = {}
    acts = (
        NameSource(text, "subject") for text, count in Counter(subjects).items() for _ in range(min(count, _MOST_ACTS))
    )
    for source in (*dict.fromkeys(sources), *acts):
        if parsed := parse_name(source.text, lexicons):
            _add(candidates, parsed, source, lexicons)
    named = _merge_forms(_merge_abbreviations(list(candidates.values())))
    merged = _merge_beginnings(_merge_parts(named), lexicons)
    for one in sorted(merged, key=lambda one: one.order):
        if _is_believed(one, lexicons, recall):
            best = _restore_letters(_find_whole(one, merged), recall, lexicons)
            agent = Agent(name=best.name, abbreviation=best.abbreviation, kind=tell_agent(best.name, lexicons))
            return (agent,), frozenset(best.indices)
    return (), frozenset()


def _is_believed(one: _Candidate, lexicons: Sequence[Lexicon], recall: Callable[[str], str | None]) -> bool:
    is_told = one.origins != {"subject"} or (one.count >= _LEAST_ACTS and not one.name.split()[-1].islower())
    if one.origins <= _NEVER or not is_told:
        return False
    is_numbered = any(map(str.isdigit, one.name))  # it may be a date or a number of the document
    if one.origins & _SURE and not is_numbered:
        return True
    return (
        names_organ(one.name, lexicons)
        or one.abbreviation is not None
        or len(one.origins - _NEVER) > 1
        or (one.origins != {"masthead"} and recall(one.name) is not None)
    )


def _find_whole(organ: _Candidate, candidates: Iterable[_Candidate]) -> _Candidate:
    """Return the body whose abbreviation stands in the name of its organ, `Board of the UWL`; else the organ itself."""
    words = organ.name.split()[1:]
    own = (one for one in candidates if one.abbreviation in words and one is not organ)
    return next(own, organ) if "enacting" not in organ.origins and organ.abbreviation is None else organ


def _restore_letters(one: _Candidate, recall: Callable[[str], str | None], lexicons: Sequence[Lexicon]) -> _Candidate:
    """Return a name that is printed in capitals as the text prints it, perhaps with its abbreviation."""
    printed = recall(one.name) if one.name.isupper() and " " in one.name else None
    parsed = parse_name(printed, lexicons) if printed else None
    return attrs.evolve(one, name=parsed[0], abbreviation=one.abbreviation or parsed[1]) if parsed else one


def _add(
    candidates: dict[str, _Candidate], parsed: tuple[str, str | None], source: NameSource, lexicons: Sequence[Lexicon]
) -> None:
    name, abbreviation = parsed
    is_bare = abbreviation is None and is_bare_organ(name, lexicons)
    candidate = candidates.setdefault(fold(name), _Candidate(name, abbreviation, is_bare=is_bare))
    candidate.abbreviation = candidate.abbreviation or abbreviation
    if candidate.name.isupper() and not name.isupper():
        candidate.name = name
    candidate.count += 1
    candidate.origins.add(source.origin)
    if source.index is not None:
        candidate.indices.add(source.index)


def _merge_abbreviations(candidates: list[_Candidate]) -> list[_Candidate]:
    """A short form and the name that it abbreviates are one agent."""
    shorts = {fold(one.name): one for one in candidates if _SHORT.fullmatch(one.name)}
    by_letters = {_letters(one.name): one for one in shorts.values() if _letters(one.name).isupper()}
    merged: set[int] = set()
    for long in candidates:
        if " " not in long.name:
            continue
        given = shorts.get(fold(long.abbreviation)) if long.abbreviation else None
        found = [given] + [by_letters.get(initials) for initials in _initials(long.name)]
        for short in {id(one): one for one in found if one and id(one) not in merged}.values():
            long.abbreviation = long.abbreviation or short.name
            long.take(short)
            merged.add(id(short))
    return [one for one in candidates if id(one) not in merged]


def _merge_forms(candidates: list[_Candidate]) -> list[_Candidate]:
    """A name in the title, where it may stand in another case, and that of another line are one: the other is kept."""
    titled = [one for one in candidates if one.origins <= _TITLED]
    others = [one for one in candidates if not one.origins <= _TITLED]
    by_key: dict[tuple[int, str], list[_Candidate]] = {}
    for other in others if titled else ():
        by_key.setdefault(key_of_forms(other.name), []).append(other)
    kept = []
    for one in titled:
        alike = by_key.get(key_of_forms(one.name), ())
        form = next((other for other in alike if are_forms(one.name, other.name)), None)
        if form:
            form.take(one)
        else:
            kept.append(one)
    return kept + others


def _merge_parts(candidates: list[_Candidate]) -> list[_Candidate]:
    """A short name and a longer one of the document that holds its words are one agent: `Synod`, `Synod of Rye`."""
    holders: dict[str, _Candidate] = {}
    for long in candidates:
        if long.origins & _OWN:
            for part in _parts(long.name):
                if part not in holders or long.order < holders[part].order:
                    holders[part] = long
    kept = []
    for short in sorted(candidates, key=lambda one: len(one.name)):
        if holder := holders.get(fold(short.name)):
            holder.take(short)
        else:
            kept.append(short)
    return kept


def _merge_beginnings(candidates: list[_Candidate], lexicons: Sequence[Lexicon]) -> list[_Candidate]:
    """A name and one that goes on after it with a word in small letters are one: `Guild of Rye steps forward`."""
    names = {fold(one.name): one for one in candidates}
    kept = []
    for long in candidates:
        words = long.name.split()
        cuts = (
            at for at in range(2, len(words)) if words[at].islower() and not is_function_word(fold(words[at]), lexicons)
        )
        short = next((one for at in cuts if (one := names.get(fold(" ".join(words[:at]))))), None)
        if short:
            short.take(long)
        else:
            kept.append(long)
    return kept


def _parts(name: str) -> Iterator[str]:
    """Yield rows of one to three words that stand in a longer name, folded."""
    words = fold(name).split()
    for size in range(1, min(_PART, len(words) - 1) + 1):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _letters(name: str) -> str:
    return name.replace(".", "").replace("-", "")


def _initials(name: str) -> list[str]:
    """Return the initials of all words, and of the capitalised ones, in capitals; one letter abbreviates nothing."""
    words = re.findall(r"\w+", name.replace("’s", "").replace("'s", ""))
    every = "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return [initials.upper() for initials in (every, capitals) if len(initials) > 1]
