"""Who signed, moved or seconded by one line or several: names with roles, offices, and for whom they sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold, next_word
from declarations.model import Agent, Signatory, SignatoryRole
from declarations.recognition.wording.candidates import is_name, tell_agent
from declarations.recognition.wording.organs import GAP, is_function_word, names_organ
from declarations.recognition.wording.signing import MOST_NAMES, drop_marks, find_role_label, is_person, split_names
from declarations.scripts import count_words

__all__ = ["has_article", "read_into", "read_signatories"]

_EDGES = " \t:,;.–—-*|：，、،；。"
_COLON = re.compile("[:：]")
_COMMA = re.compile(r"[,，、،\t](?![^(（]*[)）])")  # tabs stand between cells; in brackets it parts nothing
_BRACKET = re.compile(r"\s*[(（]([^()（）]+)[)）]$")
_SENTENCE = re.compile(r"[.。।]\s+(?=[^\W\d_])")
_PHRASE = 60  # characters in which words that tell of the vote stand


def read_signatories(text: str, lexicons: Sequence[Lexicon]) -> tuple[Signatory, ...]:
    """Read who signed, moved or seconded from a line or several; the words before a name tell the role.

    An office stands after the name, before it with a colon or an article, or on the next line. Lines to sign on,
    `[signed]` and the like are nobody.
    """
    found: list[Signatory] = []
    read_into(found, text, lexicons)
    return tuple(found)


def read_into(
    found: list[Signatory], text: str, lexicons: Sequence[Lexicon], *, is_item: bool = False, is_listed: bool = False
) -> bool:
    """Read signatories after those already found; give whether there were any.

    An item of a list is no office. A line of a list of names is one only where it is told in small letters.
    """
    size, offices = len(found), 0
    for line in drop_marks(text).split("\n"):
        role = SignatoryRole.SIGNER
        for piece_role, piece in _split_roles(line, lexicons):
            role = piece_role or role
            pieces = [] if is_item or is_listed else split_names(piece, lexicons)
            for one in (_read_one(name, role, lexicons) for name in pieces or [piece]):
                if one is None:
                    continue
                is_plain = not (is_item or piece_role or one.capacity or one.on_behalf_of or pieces)
                if is_plain and _is_office(one.agent.name, found, lexicons, is_listed=is_listed):
                    found[-1] = _give_office(found[-1], one.agent.name, lexicons)
                    offices += 1
                else:
                    found.append(one)
    return len(found) + offices > size


def _read_one(piece: str, role: SignatoryRole, lexicons: Sequence[Lexicon]) -> Signatory | None:
    """Read one name, with the office or with whom it signs for: `For the Guild: Ada Brenner`."""
    name, capacity = _split_capacity(piece, lexicons)
    if not any(map(str.isalpha, name)):
        return None
    principal = _find_principal(capacity, lexicons)
    agent = Agent(name=name, kind=tell_agent(name, lexicons))
    return Signatory(agent=agent, role=role, capacity=None if principal else capacity or None, on_behalf_of=principal)


def _find_principal(words: str, lexicons: Sequence[Lexicon]) -> Agent | None:
    """Return for whom somebody signs: `for the Harbour Guild`."""
    hit = find_phrases(words, lexicons).opening("behalf")
    name = words[next_word(words, hit.end) :].strip(_EDGES) if hit else ""
    return Agent(name=name, kind=tell_agent(name, lexicons)) if name else None


def _give_office(one: Signatory, line: str, lexicons: Sequence[Lexicon]) -> Signatory:
    """Return a signatory with the line below the name: an office, or a body for which is signed."""
    principal = _find_principal(line, lexicons)
    if principal is None and _is_body(line, lexicons):
        principal = Agent(name=line, kind=tell_agent(line, lexicons))
    return attrs.evolve(one, on_behalf_of=principal) if principal else attrs.evolve(one, capacity=line)


def _is_body(line: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line is the name of a body, `Harbour Guild of Rye`, and not of an office in one."""
    words = line.split()
    stop = next((at for at, word in enumerate(words) if at and is_function_word(fold(word), lexicons)), len(words))
    return is_name(line, lexicons) and any(names_organ(word, lexicons) for word in {words[0], words[stop - 1]})


def _split_capacity(piece: str, lexicons: Sequence[Lexicon]) -> tuple[str, str]:
    """Split a line into the name and the office."""
    text = "\t".join(" ".join(cell.split()) for cell in GAP.split(piece.strip()))
    text = text[: _find_end(text, lexicons)].strip(_EDGES)
    office, *behind = _COLON.split(text, maxsplit=1)
    if behind and any(map(str.isalpha, behind[0])) and not _COMMA.search(office):
        return behind[0].strip(_EDGES), office.strip(_EDGES)
    bracket = _BRACKET.search(text)
    if bracket and is_person(
        text[: bracket.start()], lexicons
    ):  # what stands there after the name of a body is its name
        return text[: bracket.start()].strip(_EDGES), bracket[1].strip(_EDGES)
    name, capacity, *_ = (half.strip(_EDGES) for half in (*_COMMA.split(text, maxsplit=1), ""))
    is_office = has_article(name, lexicons) or ("\t" in text and not is_person(name, lexicons))
    if is_office and is_person(capacity, lexicons):
        return capacity, name
    return name, capacity


def _find_end(text: str, lexicons: Sequence[Lexicon]) -> int:
    """Return where a sentence that tells of the vote or the end begins, as in `Tom Reedy. Carried.`."""
    for stop in _SENTENCE.finditer(text):
        following = find_phrases(text[stop.end() : stop.end() + _PHRASE], lexicons)
        if following.opening("closings") or following.opening("votes"):
            return stop.start()
    return len(text)


def has_article(words: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether words begin with a function word: `The President`."""
    first = fold(words).split()[:1]  # none in a line of signs
    return bool(first) and is_function_word(first[0], lexicons)


def _is_office(line: str, found: Sequence[Signatory], lexicons: Sequence[Lexicon], *, is_listed: bool) -> bool:
    """Return whether a line is the office of the person named on the line before: one word, or the words of a body."""
    if not found or found[-1].capacity:
        return False
    before = found[-1].agent.name.split()
    names_person = 1 < len(before) <= MOST_NAMES and not names_organ(found[-1].agent.name, lexicons)
    words = line.split()
    lower = (word for word in words if word[0].islower() and "." not in word)  # `e.V.` belongs to a name
    told = any(not is_function_word(fold(word), lexicons) for word in lower)
    is_organ = names_organ(line, lexicons)
    if is_listed:
        return names_person and told and not is_organ and count_words(line) <= MOST_NAMES
    return names_person and (len(words) == 1 or told or (is_organ and words[0][0].isupper()))


def _split_roles(line: str, lexicons: Sequence[Lexicon]) -> list[tuple[SignatoryRole | None, str]]:
    """Cut a line before every label or phrase that introduces a signatory."""
    label = find_role_label(line, lexicons)
    if label is None:
        return _split_phrases(line, lexicons)
    end, role = label
    (first_role, first), *others = _split_phrases(line[end:], lexicons)
    return [(first_role or role, first), *others]


def _split_phrases(line: str, lexicons: Sequence[Lexicon]) -> list[tuple[SignatoryRole | None, str]]:
    every = next((found["roles"] for _, found in find_phrases(line, lexicons).each("roles")), ())
    cuts = [(hit.start, hit.end, SignatoryRole(hit.meaning)) for hit in every]
    if not cuts:
        return [(None, line)]
    pieces: list[tuple[SignatoryRole | None, str]] = [(None, line[: cuts[0][0]])]
    ends = [start for start, _, _ in cuts[1:]] + [len(line)]
    return pieces + [(role, line[after:end]) for (_, after, role), end in zip(cuts, ends, strict=True)]
