"""Numbers, letters and bullets printed at the start of a line of plain text."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs

from declarations.numerals import parse_alphabetic, parse_chinese, parse_digits, parse_roman

__all__ = ["Enumerator", "find_enumerator", "is_near", "is_successor"]

_NUMBER = r"\d{1,6}|[\u1369-\u137c]{1,3}"
_LETTER = r"[^\W\d_]"
_CHINESE = "[〇一二三四五六七八九十百]{1,4}"
_MARKER = re.compile(
    rf"""(?P<bullet>[•‣◦▪●○■□·⁃➢➤✓✔→*–—-])[ \t\u00a0\u3000]+
    |(?P<printed>
        \d{{1,3}}(?:\.\d{{1,3}}){{1,5}}[.)]?
        |[(（](?:{_NUMBER}|[ivxlcIVXLC]{{1,6}}|{_LETTER}{{1,2}}|{_CHINESE})[)）]
        |(?:{_NUMBER}|[ivxlcIVXLC]{{1,6}}|{_LETTER})[.)．）]
        |(?:{_NUMBER})(?:-|\.-|\u104b)(?=[ \t])
        |{_CHINESE}、
    )(?P<gap>[ \t\u00a0\u3000]*)(?=\S)""",
    re.VERBOSE,
)
_DATE = re.compile(r"[^\W\d_]{3,12}\.? (?:de )?\d{4}\b")
_MOST_SKIPPED = 3
_YEARS = 999  # numbers above are more often years and amounts
_FULL_WIDTH = "（）．、"
# The letters with which lists count, where they do not simply follow each other in Unicode.
_SEQUENCES = (
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "অআইঈউঊঋএঐওঔ",
    "কখগঘঙচছজঝঞটঠডঢণতথদধন",
    "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "กขฃคฅฆงจฉชซฌญ",
    "កខគឃងចឆជឈញដឋឌឍណតថទធន",
    "ກຂຄງຈສຊຍດຕຖທນ",
    "アイウエオカキクケコサシスセソタチツテト",
    "イロハニホヘトチリヌルヲ",
    "가나다라마바사아자차카타파하",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
)
_FOLLOWING = {pair for letters in _SEQUENCES for pair in pairwise(letters)}
_FIRST_LETTERS = frozenset(letters[0] for letters in _SEQUENCES)


@attrs.frozen
class Enumerator:
    """What stands at the start of a line, and what it counts."""

    printed: str | None
    """As printed, `(a)` or `3.`; None for a bullet."""
    style: str
    """How it counts: digits, letters, roman, chinese, the depth of `1.2.3`, or the bullet itself."""
    ordinals: tuple[int | None, ...]
    """What it can count; `i` and `v` are letters too."""
    length: int
    """How much of the line it takes, the gap included."""
    letter: str | None = None
    """The letter itself, if it is of another alphabet than Latin."""

    @property
    def is_first(self) -> bool:
        """Whether a list can begin with it."""
        return 1 in self.ordinals or self.printed is None or self.letter in _FIRST_LETTERS

    @property
    def is_doubtful(self) -> bool:
        """Whether it needs a list that has come so far: `J.` begins a name too, and `1948.` a sentence."""
        is_initial = self.printed is not None and len(self.printed) == 2 and self.printed[0].isupper()
        return is_initial or any(ordinal is not None and ordinal > _YEARS for ordinal in self.ordinals)


def find_enumerator(line: str) -> Enumerator | None:
    """Read the enumerator of a line without indentation; None if it begins otherwise.

    An initial as in `J. Smith`, a date as in `7. März 2025` and a number as in `1.5 million` are none.
    """
    found = _MARKER.match(line)
    if not found:
        return None
    if bullet := found["bullet"]:
        return Enumerator(None, bullet, (None,), found.end())
    return _of_number(found["printed"], line[found.end() :], found.end(), is_glued=not found["gap"])


def _of_number(printed: str, rest: str, length: int, *, is_glued: bool) -> Enumerator | None:
    if is_glued and not (printed[-1] in _FULL_WIDTH or printed[0] == "（"):
        return None
    core = printed.strip("()（）.．、-\u104b")
    if "." in core:
        parts = core.split(".")
        is_quantity = rest[0].isdecimal() or any(part[0] == "0" for part in parts)
        is_quantity = is_quantity or (printed[-1] not in ".)" and rest[0].islower())
        return None if is_quantity else Enumerator(printed, f"level {len(parts)}", (parse_digits(parts[-1]),), length)
    if printed[-1] == "." and len(rest) < 40 and _DATE.match(rest):
        return None
    style, ordinals = _counts(core)
    letter = None if any(ordinals) else core.lower()
    return Enumerator(printed, style + _shape(printed), ordinals, length, letter)


def is_successor(after: Enumerator, before: Enumerator) -> bool:
    """Tell whether one enumerator can follow another in one list."""
    if after.printed is None or before.printed is None:
        return after.style == before.style
    if _shape(after.printed) != _shape(before.printed):
        return False
    if before.letter and after.letter:
        return (before.letter, after.letter) in _FOLLOWING
    return any(one is not None and one + 1 in after.ordinals for one in before.ordinals)


def is_near(after: Enumerator, before: Enumerator) -> bool:
    """Tell whether one number can follow another in a list that is printed with mistakes: doubled or skipped."""
    one, two = before.ordinals[0], after.ordinals[0]
    return after.style == before.style and one is not None and two is not None and one <= two <= one + _MOST_SKIPPED


def _shape(printed: str) -> str:
    return ("(" if printed[0] in "(（" else "") + (printed[-1] if not printed[-1].isalnum() else "")


def _counts(core: str) -> tuple[str, tuple[int | None, ...]]:
    if (number := parse_digits(core)) is not None:
        return "digits", (number,)
    if (number := parse_chinese(core)) is not None:
        return "chinese", (number,)
    letters, roman = parse_alphabetic(core), parse_roman(core)
    case = "upper " if core.isupper() else ""
    if letters is None:
        return f"{case}letters", (roman,)
    return f"{case}letters", (letters,) if roman is None else (letters, roman)
