"""What stands on a line for a signature beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from declarations.language.common import match_common
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import SignatoryRole
from declarations.recognition.wording.addressing import names_office
from declarations.recognition.wording.candidates import is_name
from declarations.recognition.wording.organs import is_function_word, names_organ
from declarations.scripts import SENTENCE_ENDS, count_words, find_end, has_words

__all__ = [
    "MOST_NAMES",
    "begins_entry",
    "drop_marks",
    "find_role_label",
    "is_entry",
    "is_person",
    "split_names",
    "tells_signing",
]

_ENTRY, _LONGEST = 12, 24  # words of an entry, and with marks
_BLANK = re.compile(r"[_\\\[…]|\.{4}")  # lines to sign on, and what stands for a signature
MOST_NAMES = 5  # words of the name of a person
_SHORT = 3  # letters of a word in small letters that belongs to a name: `de`, `van`
_EDGES = " \t:,;.–—-*|：，、،；。"
_STOPS = SENTENCE_ENDS - {"."} | {":", "："}
_SIGN = re.compile(r"[,，、،;；(（\t]|\s[–—-]\s|¦")
_LIST = re.compile("[,，、،;；]")
_ENUMERATION = re.compile("[、;；]")  # stands between the names of a list alone
_HAN_NAME = re.compile(
    "[\u3400-\u9fff]{2,4}(?:[,，、（(\\s]|$)|[\u3400-\u9fff] [\u3400-\u9fff]{1,2}(?![\u3400-\u9fff])"
)
_WHOLE_HAN_NAME = re.compile("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff] [\u3400-\u9fff]{1,2}")
_LABEL = re.compile(r"\s*(?P<label>[^:：\n]{1,40}?)\s?[:：]\s?(?=\S)")


def find_role_label(line: str, lexicons: Sequence[Lexicon]) -> tuple[int, SignatoryRole] | None:
    """Return where a name begins after the label of a role, `mover: Ada Brenner`, and the role, if any."""
    found = _LABEL.match(line)
    if found is None:
        return None
    label = fold(found["label"])
    role = next((one.role_labels[label] for one in lexicons if label in one.role_labels), None)
    return (found.end(), role) if role else None


def tells_signing(line: str, lexicons: Sequence[Lexicon], *, whole: bool = False) -> bool:
    """Return whether words of a line tell that names stand under it, `Signed (4 May):`; if `whole`, at its end."""
    folded = fold(line)
    for lexicon in lexicons:
        table = lexicon.headings
        for word in table.begins.finditer(folded):
            hit = table.find(folded, word.start())
            if hit and hit[1] == "signatories" and (not whole or not folded[hit[0] :].strip()):
                return True
    return False


def is_entry(line: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line may be the entry of a list of names: short, no sentence, and begins with a name."""
    if has_words(line, _LONGEST) and not _BLANK.search(line):  # other marks are short
        return False
    text = drop_marks(line).strip()
    is_line = 0 < count_words(text) <= _ENTRY and find_end(text) not in _STOPS
    return is_line and (begins_entry(text, lexicons) or (names_organ(text, lexicons) and is_name(text, lexicons)))


def begins_entry(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a text begins with a name: capitalised words, or Han characters of a name."""
    if _HAN_NAME.match(text):
        return True
    words = _SIGN.split(text.strip(), maxsplit=1)[0].split()[:MOST_NAMES]
    if not words or is_function_word(fold(words[0]), lexicons):
        return False
    named = [word for word in words if word[0].isupper()]
    return words[0][0].isupper() and len(named) >= min(2, len(words)) and (len(words) > 1 or len(named[0]) > 1)


def split_names(text: str, lexicons: Sequence[Lexicon]) -> list[str]:
    """Return the names of a line that lists persons, `Ada Brenner, Tom Reedy and Ida Fenn`; else none.

    After one comma an office or a town may stand.
    """
    line = text.strip().rstrip(".。")
    pieces = [piece.strip(_EDGES) for piece in _LIST.split(line)]
    last = _split_last(pieces[-1], lexicons)
    names = [piece for piece in (*pieces[:-1], *last) if piece]
    is_list = len(names) > 2 or (len(names) == 2 and (len(last) > 1 or _ENUMERATION.search(line) is not None))
    return names if is_list and all(is_person(name, lexicons) for name in names) else []


def _split_last(piece: str, lexicons: Sequence[Lexicon]) -> list[str]:
    """Cut the end of a list at its conjunction: a function word between two names."""
    words = piece.split()
    if len(words) > 2 * MOST_NAMES + 1:
        return [piece]
    for at in range(1, len(words) - 1):
        if is_function_word(fold(words[at]), lexicons) and words[at].islower():
            halves = [" ".join(words[:at]), " ".join(words[at + 1 :])]
            if all(is_person(half, lexicons) for half in halves):
                return halves
    return [" ".join(words[1:])] if len(words) > 2 and words[0].islower() else [piece]


def is_person(name: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether words are the name of a person: two or more capitalised ones, or Han characters."""
    words = name.split()
    is_name = 1 < len(words) <= MOST_NAMES and words[0][0].isupper() and words[-1][0].isupper()
    is_cased = is_name and all(word[0].isupper() or len(word) <= _SHORT for word in words)
    may_be = is_cased or _WHOLE_HAN_NAME.fullmatch(name) is not None
    return may_be and not names_organ(name, lexicons) and not names_office(name, lexicons)


def drop_marks(text: str) -> str:
    """Return a text with a space for every line to sign on, `[signed]`, `/s/` and the like."""
    return _marks().sub(" ", text)


@cache
def _marks() -> re.Pattern[str]:
    signed = match_common("signature_marks")
    return re.compile(
        r"(?<!\w)[Xx✗×]?\s?[_\\]{3,}|\.{4,}|…{2,}"  # lines to sign on
        r"|:[a-z][a-z0-9_+-]{2,40}:"  # emoji by name
        r"|(?<!\w)\[[^\[\]]{0,40}\](?!\w)"  # what stands for a signature: `[digital signature]`, `[signed]`
        rf"|(?<!\w)(?:/s/|s/|\({signed}\.?\)|{signed}\.)(?!\w)",
        re.IGNORECASE,
    )
