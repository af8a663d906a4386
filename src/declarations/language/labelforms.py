"""How each language numbers its lists and articles, as data: `labelforms.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

import attrs

from declarations.language.locales import fallback_chain
from declarations.language.resources import find_resource
from declarations.model import LabelStyle
from declarations.numerals import find_styles

__all__ = ["LabelForms", "find_article", "load_forms"]

_FALLBACK = "und"


@attrs.frozen(kw_only=True)
class LabelForms:
    """How one language prints the numbers of items and articles; `{}` stands for the number."""

    letters: str
    """The counting system of its lettered lists."""
    numerals: str
    """The system of its numerals that are not digits; empty if it has none."""
    article: str
    """The number of an article, with its word: `Article {}`."""
    article_style: LabelStyle = attrs.field(converter=LabelStyle)
    """How articles are counted."""
    decimal: str
    """The number of an item in digits: `{}.`."""
    lettered: str
    """A letter: `({})`."""
    roman: str
    """A Roman numeral."""
    numeral: str
    """Another numeral: `{}、`."""

    def find_letters(self, *, upper: bool = False) -> LabelStyle:
        """Return the style of its lettered lists; lower case and capitals are one in most scripts."""
        return LabelStyle(find_styles(self.letters)[-1 if upper else 0])


@cache
def load_forms(locale: str) -> LabelForms:
    """Return the forms of a locale; what its language does not say is taken from its CLDR parents, at last from `und`.

    Raises `LocaleError` for a tag whose language CLDR does not know.
    """
    rows = _rows()
    merged: dict[str, str] = {}
    for tag in (_FALLBACK, *reversed(fallback_chain(locale))):
        merged |= rows.get(tag, {})
    return LabelForms(**merged)


def find_article(printed: str) -> str | None:
    """Return the number in a label such as `Article 3`, `第三条` or `3. cikk`, in any language; None if none."""
    words = " ".join(printed.split()).rstrip(" .:：،-–—")
    folded = words.casefold()
    if len(folded) != len(words):
        return None
    for before, after in _articles():
        number = words[len(before) : len(words) - len(after)].strip()
        if number and folded.startswith(before) and folded.endswith(after):
            return number
    return None


@cache
def _rows() -> Mapping[str, dict[str, str]]:
    return tomllib.loads(find_resource("declarations.language", "labelforms.toml").read_text("utf-8"))


@cache
def _articles() -> tuple[tuple[str, str], ...]:
    """What stands before and after the number of an article, in all languages, the longest first."""
    patterns = {row["article"].casefold() for row in _rows().values() if "article" in row} | _OLDER
    parted = [pattern.partition("{}")[::2] for pattern in patterns]
    return tuple(sorted(parted, key=lambda pair: (-len(pair[0]) - len(pair[1]), pair)))


_OLDER = {"art. {}", "art {}", "ст. {}", "ماده {}", "مادة {}", "مادّه {}", "{}. artikla", "{} artikel"}
