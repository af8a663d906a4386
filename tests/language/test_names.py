"""Names of languages, and lists."""

import pytest
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from declarations.errors import LocaleError
from declarations.language.lists import join_list
from declarations.language.locales import available_locales, find_locale
from declarations.language.names import name_language


@pytest.mark.parametrize(
    ("tag", "locale", "name"),
    [
        ("zh-Hant-TW", "en", "Chinese (Traditional, Taiwan)"),
        ("zh-Hant-TW", "zh", "中文（繁体，台湾）"),
        ("zh_hant_tw", "ar", "الصينية (التقليدية، تايوان)"),
        ("en", "fr", "anglais"),
        ("EN-gb", "de", "Englisch (Vereinigtes Königreich)"),
        ("es-419", "en", "Spanish (Latin America)"),
        ("ko-KR", "ko", "한국어(대한민국)"),
        ("de-1996", "en", "German (German orthography of 1996)"),
        ("iw", "en", "Hebrew"),
        ("zh-yue", "en", "Chinese (Cantonese)"),
        ("de-x-office", "en", "German"),
        ("ar-EG-u-nu-latn", "en", "Arabic (Egypt)"),
        ("und", "en", "Unknown language"),
        ("qaa", "en", "qaa"),
        ("x-mine", "en", "x-mine"),
        ("en-QQ", "en", "English (QQ)"),
        ("sw", "nl", "Swahili"),
    ],
)
def test_names(tag: str, locale: str, name: str) -> None:
    """Language, script, region and variant are named; what CLDR does not know stays as it is in the tag."""
    assert name_language(tag, locale) == name


def test_unknown_reader() -> None:
    """The language of the reader must be known."""
    with pytest.raises(LocaleError):
        name_language("en", "xx")


@pytest.mark.parametrize(
    ("values", "locale", "joined"),
    [
        ([], "en", ""),
        (["a"], "en", "a"),
        (["a", "b"], "en", "a and b"),
        (["a", "b", "c"], "en", "a, b, and c"),
        (["a", "b", "c", "d"], "fr", "a, b, c et d"),
        (["甲", "乙", "丙"], "zh", "甲、乙和丙"),
        (["أ", "ب", "ج"], "ar", "أ وب وج"),
        (["a", "b", "c"], "ti", "a፣ bን cን"),
        (["a", "b"], "ti", "aን bን"),
        (["padre", "hijo"], "es", "padre e hijo"),
        (["agua", "hielo"], "es", "agua y hielo"),
        (["Mesa", "\u2066Iglesia\u2069"], "es-MX", "Mesa e \u2066Iglesia\u2069"),
        (["אחת", "שתיים"], "he", "אחת ושתיים"),
        (["אחת", "2"], "he", "אחת ו-2"),
        (["{0}", "{1}"], "en", "{0} and {1}"),
    ],
)
def test_lists(values: list[str], locale: str, joined: str) -> None:
    """Lists are joined as the language does, with its conjunction in the form that the next word needs."""
    assert join_list(values, locale) == joined


@pytest.mark.parametrize("values", [["a", "b"], ["a", "b", "c", "d"]])
def test_lists_of_every_locale(values: list[str]) -> None:
    """Words of another script are joined as the patterns of CLDR say, in every locale of the Babel at hand."""
    for locale in available_locales():
        if find_locale(locale).language != "he":  # its conjunction takes a hyphen before them
            assert join_list(values, locale) == format_list(values, locale=find_locale(locale))


@given(st.lists(st.text(), max_size=6), st.sampled_from(available_locales()))
def test_nothing_is_lost_in_a_list(values: list[str], locale: str) -> None:
    """Every value stands in the list, in order, in every locale."""
    joined, start = join_list(values, locale), 0
    for value in values:
        place = joined.find(value, start)
        assert place >= 0
        start = place + len(value)


def test_long_lists() -> None:
    """A list of a hundred thousand is joined in one go."""
    assert join_list(["x"] * 100_000, "en").count("x") == 100_000
