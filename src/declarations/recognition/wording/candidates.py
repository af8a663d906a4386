"""Who declares: names gathered from masthead, site, metadata and the resolutions themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.model import Agent, AgentKind
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.organs import is_function_word, names_organ

__all__ = ["NameSource", "find_issuers", "parse_name", "tell_agent"]

_ABBREVIATED = re.compile(r"(?P<name>.{3,200}?)\s*[(（]\s*(?P<short>[^\s()（）]{2,15})\s*[)）]")
_SHORT = re.compile(r"\w[\w.&-]{1,11}")
_LEAST = 2.0  # weight that a name must have to be believed
_LONGEST = 20  # words of a name

_WEIGHTS = {
    "metadata": 6.0,
    "enacting": 8.0,
    "formula": 4.0,
    "opening": 5.5,
    "masthead": 1.5,
    "letterhead": 3.0,
    "title": 1.0,
    "row": 0.6,
    "site": 1.5,
    "banner": 1.0,
    "footer": 0.7,
    "subject": 0.8,
    "word": 0.5,
    "closing": 0.5,
}
"""What a name is worth by where it was found.

A subject counts once for every resolution, up to five; one of a single word counts less.
"""
_OWN = frozenset(
    {"metadata", "enacting", "formula", "opening", "masthead", "letterhead", "title", "row", "closing", "subject"}
)
"""Where the document itself names its issuer; a longer name from there takes in the short one of a subject."""
_QUOTES = (("«", "»"), ("„", "“"), ("“", "”"))
_PART = 3  # words of a name that stands for a longer one
_ORGAN_BONUS = 1.5  # for a name that holds a word such as council or association
_PAIR_BONUS = 1.0  # for a name that comes with its abbreviation


@attrs.frozen
class NameSource:
    """A string that may name the issuer."""

    text: str
    """As printed."""
    origin: str
    """Where it was found, a key of the weights."""
    index: int | None = None
    """The block that prints it."""


@attrs.define
class _Candidate:
    name: str
    abbreviation: str | None
    weight: float
    indices: set[int] = attrs.field(factory=set)
    origins: set[str] = attrs.field(factory=set)


def parse_name(text: str, lexicons: Sequence[Lexicon]) -> tuple[str, str | None] | None:
    """Take a name and its abbreviation out of a line such as `The Example Council (EC),`; None if it is none."""
    line = " ".join(text.split()).strip(' ,;:.–—-|·*_"“”«»،，、；：؛¦')
    abbreviation = None
    if found := _ABBREVIATED.match(line):
        line, abbreviation = found["name"], found["short"]
    line = _close_quotes(line.partition(",")[0].strip())
    line = _without_particle(line, lexicons)
    words = _capitalize_organ(_cut_kind(line.split(), lexicons), lexicons)
    has_article = len(words) > 1 and is_function_word(fold(words[0]), lexicons)
    if has_article and not (words[0][0].isupper() and words[1][0].islower()):  # `The towns along the river` keeps it
        words = words[1:]
    elif words and (elided := re.match(r"[LlDd][’'](?=\w)", words[0])):
        words[0] = words[0][elided.end() :]
    if not words or len(words) > _LONGEST or not any(char.isalpha() for char in line):
        return None
    if words[0][0].islower():  # names begin with a capital where the script has them
        return None
    return " ".join(words), abbreviation


def _close_quotes(name: str) -> str:
    """Put back the sign that ends the quoted words of a name."""
    closing = next((end for begin, end in _QUOTES if begin in name and end not in name.partition(begin)[2]), "")
    return name + closing


def _cut_kind(words: list[str], lexicons: Sequence[Lexicon]) -> list[str]:
    """Cut off the kind of the document before a name: `Decision of the Board of Rye`."""
    at = 1
    while at < len(words) and is_function_word(fold(words[at]), lexicons):
        at += 1
    is_kind = 1 < at < len(words) and find_kind(words[0], lexicons) and names_organ(" ".join(words[at:]), lexicons)
    return words[at:] if is_kind else words


def _capitalize_organ(words: list[str], lexicons: Sequence[Lexicon]) -> list[str]:
    """Begin a name with its word for a body, which may be small: `ассоциация «Чистый берег»`."""
    at = int(len(words) > 2 and is_function_word(fold(words[0]), lexicons))
    if len(words) < at + 2 or not words[at][0].islower() or not names_organ(words[at], lexicons):
        return words
    following = words[at + 1]
    if following[0].isupper() or any(following.startswith(begin) for begin, _ in _QUOTES):
        return [words[at][0].upper() + words[at][1:], *words[at + 1 :]]
    return words


def _without_particle(name: str, lexicons: Sequence[Lexicon]) -> str:
    """Cut off what marks a name as the subject: `総会は`."""
    endings = (ending for lexicon in lexicons for ending in lexicon.particles)
    ending = next((one for one in endings if name.endswith(one) and len(name) > len(one) + 2), "")
    return name.removesuffix(ending)


def find_issuers(
    sources: Iterable[NameSource], subjects: Iterable[str], lexicons: Sequence[Lexicon]
) -> tuple[tuple[Agent, ...], frozenset[int]]:
    """Return the issuer, if one name is believable, and the blocks that print its name."""
    counted = Counter(subjects)
    given = [*dict.fromkeys(sources)]
    given += (NameSource(text, "subject") for text, count in counted.items() for _ in range(min(count, 5)))
    candidates: dict[str, _Candidate] = {}
    for source in given:
        parsed = parse_name(source.text, lexicons)
        if parsed:
            _add(candidates, parsed, source, lexicons)
    merged = _merge_parts(_merge_abbreviations(list(candidates.values())))
    best = max(merged, key=lambda one: one.weight, default=None)
    if best is None or best.weight < _LEAST:
        return (), frozenset()
    agent = Agent(name=best.name, abbreviation=best.abbreviation, kind=tell_agent(best.name, lexicons))
    return (agent,), frozenset(best.indices)


def tell_agent(name: str, lexicons: Sequence[Lexicon]) -> AgentKind:
    """Return what bears a name, by its words; the first word that says so counts."""
    hit = find_phrases(name, lexicons).first("agents")
    return AgentKind(hit.meaning) if hit else AgentKind.OTHER


def _add(
    candidates: dict[str, _Candidate], parsed: tuple[str, str | None], source: NameSource, lexicons: Sequence[Lexicon]
) -> None:
    name, abbreviation = parsed
    weight = _WEIGHTS["word" if source.origin == "subject" and " " not in name else source.origin]
    if source.origin in ("masthead", "banner", "closing", "footer"):
        weight += _ORGAN_BONUS * names_organ(name, lexicons)
    weight += _PAIR_BONUS * (abbreviation is not None)
    candidate = candidates.setdefault(fold(name), _Candidate(name, abbreviation, 0.0))
    candidate.abbreviation = candidate.abbreviation or abbreviation
    if source.origin == "subject" or source.origin not in candidate.origins:
        candidate.weight += weight
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
            long.weight += short.weight
            long.indices |= short.indices
            merged.add(id(short))
    return [one for one in candidates if id(one) not in merged]


def _merge_parts(candidates: list[_Candidate]) -> list[_Candidate]:
    """A short name and a longer one of the document that holds its words are one agent: `Synod`, `Synod of Rye`."""
    holders: dict[str, _Candidate] = {}
    for long in candidates:
        if long.origins & _OWN:
            for part in _parts(long.name):
                if part not in holders or holders[part].weight < long.weight:
                    holders[part] = long
    kept = []
    for short in sorted(candidates, key=lambda one: len(one.name)):
        if holder := holders.get(fold(short.name)):
            holder.weight += short.weight
            holder.indices |= short.indices
        else:
            kept.append(short)
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
