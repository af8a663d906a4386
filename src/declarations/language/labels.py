"""Labels of clauses: telling what they count, and writing them in any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

import attrs
from babel import Locale

from declarations.arguments import check_arguments
from declarations.errors import ValidationError
from declarations.language.labelforms import LabelForms, find_article, load_forms
from declarations.language.locales import find_locale
from declarations.language.numbering import find_numbering, format_digits
from declarations.model import Label, LabelStyle
from declarations.numerals import (
    Reading,
    choose_readings,
    find_enumerator,
    find_systems,
    is_next,
    read_numeral,
    strip_signs,
    write_numeral,
)
from declarations.validation import check_integer, quote, to_member

__all__ = [
    "LabelForm",
    "find_initials",
    "format_label",
    "is_next",
    "localize_label",
    "make_label",
    "make_labels",
    "read_counts",
]

LabelForm = Literal["item", "article", "number"]

_LARGEST_WRITTEN = 999_999
_DIGITS = frozenset({LabelStyle.DECIMAL, LabelStyle.NATIVE_DIGITS})
_ROMAN = frozenset({LabelStyle.LOWER_ROMAN, LabelStyle.UPPER_ROMAN})
_NUMERALS = (LabelStyle.CHINESE, LabelStyle.CHINESE_FORMAL, LabelStyle.ETHIOPIC_NUMERIC)
_UNWRITTEN = frozenset({LabelStyle.WORDS, LabelStyle.OTHER})
_COUNTED = _DIGITS | _UNWRITTEN | frozenset(_NUMERALS)  # what digits can stand for
_WORD = re.compile(r"[^\W\d_]{2,}")
# What may stand beside a number and is no word of its own.
_BESIDE = frozenset({
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
    "no", "nr", "er", "re", "st", "nd", "rd", "th",
})  # fmt: skip
_WIDE = frozenset({"chinese", "japanese"})
_PLAIN_SIGNS = str.maketrans("、．（）：", "..():")  # for scripts that do not write the wide ones


def find_initials(texts: Iterable[str]) -> frozenset[int]:
    """Return which texts begin with the initial of a name, as `I. Marsh and C. Dale` does, and not with a number.

    One letter and a dot before a word that is not in lower case, as in `г. Москва` too, is a number only where
    another text has the number before or after it. Takes the texts of a document in order, and linear time.
    """
    alone: set[int] = set()
    expected: dict[tuple[str, int, str], int] = {}
    for place, text in enumerate(texts):
        found = find_enumerator(text, largest=None)
        if not found or not found.printed[0].isalpha() or found.printed[-1] != ".":
            continue
        if found.is_initial and not text[found.end : found.end + 1].islower():
            alone.add(place)
        for reading in found.readings:
            if (before := expected.get(reading[:3])) is not None:
                alone -= {before, place}
            expected[reading.style, reading.ordinal + 1, reading.system] = place
    return frozenset(alone)


@lru_cache(maxsize=4096)
def read_counts(printed: str) -> tuple[tuple[LabelStyle, int], ...]:
    """Return every way to read an enumerator as a place in a series: `(i)` is Roman 1 and letter 9."""
    return tuple(dict.fromkeys((LabelStyle(reading.style), reading.ordinal) for reading in read_numeral(printed)))


def make_label(printed: str, *, style: LabelStyle | str | None = None, locale: str | None = None) -> Label:
    """Make the label of an enumerator that stands alone, with the smallest number that it usually means.

    A style and a locale that are known decide between its readings: `(i)` is the ninth letter in `lower-alpha`.
    Raises `ValidationError` for an unknown style or a blank label, and `LocaleError` for an unknown locale.
    """
    readings = read_numeral(printed)
    if style is not None:
        member = to_member(LabelStyle, style)
        readings = tuple(reading for reading in readings if reading.style == member) or readings
    if locale is not None:
        forms = load_forms(locale)
        readings = tuple(one for one in readings if one.system in (forms.letters, forms.numerals)) or readings
    return _to_label(printed, choose_readings([readings])[0])


def make_labels(series: Sequence[str]) -> tuple[Label, ...]:
    """Make the labels of neighbours; the sequence decides between (i) after (h) and (i) before (ii).

    A series may begin in the middle, leave out a number, and be interrupted by a nested one. Takes linear time.
    Raises `ValidationError` for a blank label.
    """
    chosen = choose_readings([read_numeral(printed) for printed in series])
    return tuple(_to_label(printed, reading) for printed, reading in zip(series, chosen, strict=True))


def _to_label(printed: str, reading: Reading | None) -> Label:
    if reading is None:
        return Label(printed)
    return Label(printed, ordinal=reading.ordinal, style=_STYLES[reading.style])


_STYLES = {style.value: style for style in LabelStyle}


@check_arguments
def format_label(
    ordinal: int,
    *,
    style: LabelStyle | str | None = None,
    locale: str = "en",
    numbering: str = "default",
    form: LabelForm = "item",
) -> Label:
    """Write a number as the lists of a language print it: `3.`, `٣.`, `三、`, `в)`, `(ג)`, `Article 3`, `第三条`.

    `form` is `item` for the number with the signs of an item, `article` for that of an article, `number` for the
    number alone. Without a style items are counted in digits, and articles as usual in the language. `numbering`
    names the digits: an id of CLDR, `native` or `default`. A number beyond the last letter of a style is written
    in digits (CSS Counter Styles Level 3, section 3.2). Raises `ValidationError` for a number below 0 or above
    999,999, an unknown style, form or numbering, and `LocaleError` for an unknown locale.
    """
    check_integer(ordinal, "ordinal of a label", 0, _LARGEST_WRITTEN)
    reader = _Reader.of(locale, numbering)
    usual = reader.forms.article_style if form == "article" else LabelStyle.DECIMAL
    number, written = reader.write(ordinal, usual if style is None else to_member(LabelStyle, style))
    return Label(_pattern(reader.forms, form, written).format(number), ordinal=ordinal, style=written)


@check_arguments
def localize_label(label: Label, locale: str, *, numbering: str = "default") -> str:
    """Show a label in another language, in the same family of styles and with the signs it is printed with.

    Digits become those of the locale, letters the letters with which its lists count, other numerals those of
    the locale or digits; Roman numerals stay. `Article 3` becomes `Статья 3`. What cannot be read, and other
    words, stay as printed. Raises `LocaleError` for an unknown locale, `ValidationError` for an unknown numbering.
    """
    reader = _Reader.of(locale, numbering)
    if label.ordinal is None:
        return label.printed
    if number := find_article(label.printed):
        return reader.forms.article.format(_localize_article(number, label.ordinal, label.style, reader))
    return _localize_number(label.printed, label.ordinal, label.style, reader)


@attrs.frozen
class _Reader:
    """Whom a label is written for."""

    forms: LabelForms
    locale: Locale
    numbering: str

    @classmethod
    def of(cls, locale: str, numbering: str) -> _Reader:
        found = find_locale(locale)
        find_numbering(numbering, found)  # an unknown one is an error, also where no digit is written
        return cls(load_forms(locale), found, numbering)

    def write(self, ordinal: int, style: LabelStyle) -> tuple[str, LabelStyle]:
        """Write the number alone, and tell in which style it is."""
        if style in _DIGITS | _UNWRITTEN:
            return self._write_digits(ordinal, style)
        if style is LabelStyle.NATIVE_LETTERS and self.forms.letters not in find_systems(style):
            style = self.forms.find_letters()
        own = next((one for one in (self.forms.letters, self.forms.numerals) if one in find_systems(style)), None)
        number = write_numeral(ordinal, style, own)
        return (number, style) if number else self._write_digits(ordinal, style)

    def _write_digits(self, ordinal: int, style: LabelStyle) -> tuple[str, LabelStyle]:
        is_native = style is LabelStyle.NATIVE_DIGITS and self.numbering == "default"
        numbering = find_numbering("native" if is_native else self.numbering, self.locale)
        digits = format_digits(str(ordinal), numbering, self.locale)
        if numbering == "hanidec":
            return digits, LabelStyle.CHINESE
        is_plain = unicodedata.normalize("NFKC", digits).isascii()
        return digits, LabelStyle.DECIMAL if is_plain else LabelStyle.NATIVE_DIGITS

    def translate(self, printed: str) -> str:
        """Replace the digits of any script by those of the locale, and signs that its script does not write."""
        ascii_digits = "".join(str(unicodedata.decimal(char, char)) for char in printed)
        return self.adapt(format_digits(ascii_digits, self.numbering, self.locale))

    def adapt(self, printed: str) -> str:
        """Write wide signs in the plain form, but not in Chinese and Japanese."""
        return printed if self.forms.numerals in _WIDE else printed.translate(_PLAIN_SIGNS)

    def find_style(self, style: LabelStyle) -> LabelStyle:
        """Return the style of the locale for letters or numerals of another language."""
        if style not in _NUMERALS:
            return self.forms.find_letters(upper=style.startswith("upper-"))
        if style is LabelStyle.CHINESE_FORMAL and self.forms.numerals in _WIDE:
            return style
        return next((one for one in _NUMERALS if self.forms.numerals in find_systems(one)), LabelStyle.DECIMAL)


def _pattern(forms: LabelForms, form: str, style: LabelStyle) -> str:
    if form == "item":
        groups = ((_DIGITS, forms.decimal), (_ROMAN, forms.roman), (_NUMERALS, forms.numeral))
        return next((pattern for styles, pattern in groups if style in styles), forms.lettered)
    if form not in ("article", "number"):
        raise ValidationError(f"{quote(form)} is no form of a label", hint="choose 'item', 'article' or 'number'")
    return forms.article if form == "article" else "{}"


def _localize_article(number: str, ordinal: int, style: LabelStyle, reader: _Reader) -> str:
    is_whole = number.isdecimal() or not any(char.isdecimal() for char in number)
    if is_whole and style in _COUNTED:
        return reader.write(ordinal, reader.forms.article_style)[0]
    return _localize_number(number, ordinal, style, reader)


def _localize_number(printed: str, ordinal: int, style: LabelStyle, reader: _Reader) -> str:
    if style in _DIGITS:
        is_worded = any(word.casefold() not in _BESIDE for word in _WORD.findall(printed))
        return printed if is_worded else reader.translate(printed)
    core = strip_signs(printed)
    if style in _ROMAN | _UNWRITTEN or not core or not _counts(core, ordinal):
        return printed
    wanted = reader.find_style(style)
    own = (reader.forms.letters, reader.forms.numerals, wanted)
    if style is wanted and any(one.system in own and one.ordinal == ordinal for one in read_numeral(core)):
        return printed
    return reader.adapt(printed.replace(core, reader.write(ordinal, wanted)[0], 1))


def _counts(core: str, ordinal: int) -> bool:
    """Return whether a label holds nothing but its number and signs, no words."""
    return " " not in core and any(reading.ordinal == ordinal for reading in read_numeral(core))
