"""Labels of clauses: found in front of a text, read in their series, written in every language."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.errors import DeclarationsError, LocaleError, ValidationError
from declarations.language.labels import (
    find_initials,
    format_label,
    is_next,
    localize_label,
    make_label,
    make_labels,
    read_counts,
)
from declarations.language.locales import available_locales
from declarations.language.numbering import available_numberings
from declarations.model import Label, LabelStyle
from declarations.numerals import find_enumerator, find_styles, find_systems

LANGUAGES = (
    "en", "fr", "es", "pt", "de", "it", "ru", "ar", "zh", "zh-Hant", "hi", "ja", "ko", "tr", "fa",
    "he", "sw", "id", "vi", "bn", "uk", "nl", "pl", "ro", "sv", "el", "hu", "th",
)  # fmt: skip
# Where the letters of a style come to an end; the others write every number to 400.
REACH = {"cjk-heavenly-stem": 10, "cjk-earthly-branch": 12, "persian-alphabetic": 32}
WRITTEN = [style for style in LabelStyle if style not in ("words", "other")]


@pytest.mark.parametrize(
    ("text", "printed", "ordinal", "style"),
    [
        ("1. The council", "1.", 1, LabelStyle.DECIMAL),
        ("2) next", "2)", 2, LabelStyle.DECIMAL),
        ("(a) first", "(a)", 1, LabelStyle.LOWER_ALPHA),
        ("iv) fourth", "iv)", 4, LabelStyle.LOWER_ROMAN),
        ("1.2.3 deep", "1.2.3", 3, LabelStyle.DECIMAL),
        ("٣. نص", "٣.", 3, LabelStyle.NATIVE_DIGITS),
        ("३. पाठ", "३.", 3, LabelStyle.NATIVE_DIGITS),
        ("三、决定", "三、", 3, LabelStyle.CHINESE),
        ("（十一）决定", "（十一）", 11, LabelStyle.CHINESE),
        ("B. second", "B.", 2, LabelStyle.UPPER_ALPHA),
        ("① 本文", "①", 1, LabelStyle.DECIMAL),
        ("㈢本文", "㈢", 3, LabelStyle.CHINESE),
        ("⑴ text", "⑴", 1, LabelStyle.DECIMAL),
        ("❷ text", "❷", 2, LabelStyle.DECIMAL),
        ("1️⃣ Text", "1️⃣", 1, LabelStyle.DECIMAL),
        ("2 bis. Text", "2 bis.", 2, LabelStyle.DECIMAL),
        ("2ter Text", "2ter", 2, LabelStyle.DECIMAL),
        ("12a. Text", "12a.", 12, LabelStyle.DECIMAL),
        ("1.º Que", "1.º", 1, LabelStyle.DECIMAL),
        ("§ 5 Die Versammlung", "§ 5", 5, LabelStyle.DECIMAL),
        ("A.3 Scope", "A.3", 3, LabelStyle.DECIMAL),
        ("(1.2) text", "(1.2)", 2, LabelStyle.DECIMAL),
        ("в) текст", "в)", 3, LabelStyle.CYRILLIC),
        ("В. Текст", "В.", 3, LabelStyle.UPPER_CYRILLIC),
        ("στ) κείμενο", "στ)", 6, LabelStyle.LOWER_GREEK_NUMERIC),
        ("(י״א) טקסט", "(י״א)", 11, LabelStyle.HEBREW),
        ("(טז) טקסט", "(טז)", 16, LabelStyle.HEBREW),
        ("(ج) نص", "(ج)", 3, LabelStyle.ARABIC_ABJAD),
        ("الف) متن", "الف)", 1, LabelStyle.ARABIC_ABJAD),
        ("다. 내용", "다.", 3, LabelStyle.HANGUL),
        ("ㄴ. 내용", "ㄴ.", 2, LabelStyle.HANGUL_CONSONANT),
        ("（ア）本文", "（ア）", 1, LabelStyle.KATAKANA),
        ("乙、本文", "乙、", 2, LabelStyle.CJK_HEAVENLY_STEM),
        ("(ग) पाठ", "(ग)", 3, LabelStyle.NATIVE_LETTERS),
        ("ბ) ტექსტი", "ბ)", 2, LabelStyle.NATIVE_LETTERS),
        ("፲፪. ጽሑፍ", "፲፪.", 12, LabelStyle.ETHIOPIC_NUMERIC),
        ("Ⅲ. text", "Ⅲ.", 3, LabelStyle.UPPER_ROMAN),
    ],
)
def test_enumerators_are_found_and_read(text: str, printed: str, ordinal: int, style: LabelStyle) -> None:
    """Digits, letters and numerals of any script stand in front of clauses."""
    found = find_enumerator(text)

    assert found is not None
    label = make_label(found.printed)
    assert (printed, ordinal, style) == (label.printed, label.ordinal, label.style)
    assert not text[found.end :].startswith(" ")


@pytest.mark.parametrize(
    "text",
    [
        "A word",
        "I am here",
        "We call on",
        "Calls upon members",
        "U.N. organs",
        "e.g. this",
        "– dash",
        "Note: x",
        "1948. That year",
        "7. März 2025",
        "3. 4. 2025",
        "1º de mayo de 2020",
        "1.5 million",
        "5° C",
        "5–7 March",
        "5 – 7 March",
        "9:30 on Monday",
        "J. R. Smith",
        "И. И. Иванов",
        "א. ב. כהן",
        "cf. the annex",
        "pp. 3 to 5",
        "Dr. Lima",
        "DC. Town",
        "και. Λέξη",
        "של. מילה",
        "§ 5 of the act",
        "㈱社名",
        "第一条 本文",
        "",
        "   ",
    ],
)
def test_words_are_no_enumerators(text: str) -> None:
    """The first word of a sentence, initials, dates, quantities and ranges are not taken for a number."""
    assert find_enumerator(text) is None


@pytest.mark.parametrize(
    ("texts", "initials"),
    [
        (["I. Marsh and C. Dale have told us.", "1. Demands", "2. Asks"], {0}),
        (["A. Purposes", "1. One", "2. Two", "B. Members"], set()),
        (["I. Purposes", "A. One", "B. Two", "II. Members"], set()),
        (["D. Morel, chef de gare", "A. Purposes", "B. Members"], {0}),
        (["A. whereas it rains,"], set()),
        (["М. Иванов сообщил", "1. Просит"], {0}),
        (["א. ראשון", "ב. שני"], set()),
        (["(A) Purposes", "1. One", "a. One"], set()),
        ([], set()),
    ],
)
def test_initials_are_told_from_numbers_by_their_neighbours(texts: list[str], initials: set[int]) -> None:
    """A capital letter and a dot before a name is a number only in a series."""
    assert find_initials(texts) == initials


@pytest.mark.parametrize(
    ("printed", "ordinal", "style"),
    [
        ("Article 3", 3, LabelStyle.DECIMAL),
        ("Artículo 1.º", 1, LabelStyle.DECIMAL),
        ("المادة ٣", 3, LabelStyle.NATIVE_DIGITS),
        ("第三条", 3, LabelStyle.CHINESE),
        ("第十二條の二", 12, LabelStyle.CHINESE),
        ("제3조", 3, LabelStyle.DECIMAL),
        ("Madde 3", 3, LabelStyle.DECIMAL),
        ("Статья 3", 3, LabelStyle.DECIMAL),
        ("3. cikk", 3, LabelStyle.DECIMAL),
        ("N° 3", 3, LabelStyle.DECIMAL),
        ("No. 4", 4, LabelStyle.DECIMAL),
        ("№ 5", 5, LabelStyle.DECIMAL),
        ("1er", 1, LabelStyle.DECIMAL),
        ("3rd", 3, LabelStyle.DECIMAL),
        ("2-й", 2, LabelStyle.DECIMAL),
        ("Annex IV", 4, LabelStyle.UPPER_ROMAN),
        ("Section B", 2, LabelStyle.UPPER_ALPHA),
        ("סעיף י״ב", 12, LabelStyle.HEBREW),
        ("3(a)", 1, LabelStyle.LOWER_ALPHA),
        ("２．", 2, LabelStyle.DECIMAL),
        ("Article premier", None, LabelStyle.OTHER),
        ("Preamble", None, LabelStyle.OTHER),
        ("m²", None, LabelStyle.OTHER),
        ("½", None, LabelStyle.OTHER),
        ("9999999", None, LabelStyle.OTHER),
        ("word " * 100, None, LabelStyle.OTHER),
    ],
)
def test_words_and_signs_around_a_number(printed: str, ordinal: int | None, style: LabelStyle) -> None:
    """The number of a label is read whatever stands around it; words alone are none."""
    label = make_label(printed)

    assert (label.ordinal, label.style) == (ordinal, style)


@pytest.mark.parametrize(
    ("series", "ordinals", "style"),
    [
        (["(a)", "(b)", "(c)"], [1, 2, 3], LabelStyle.LOWER_ALPHA),
        (["(h)", "(i)", "(j)"], [8, 9, 10], LabelStyle.LOWER_ALPHA),
        (["(i)", "(ii)", "(iii)"], [1, 2, 3], LabelStyle.LOWER_ROMAN),
        (["(u)", "(v)", "(w)"], [21, 22, 23], LabelStyle.LOWER_ALPHA),
        (["(iv)", "(v)", "(vi)"], [4, 5, 6], LabelStyle.LOWER_ROMAN),
        (["(c)", "(d)"], [3, 4], LabelStyle.LOWER_ALPHA),
        (["I.", "II.", "III.", "IV.", "V."], [1, 2, 3, 4, 5], LabelStyle.UPPER_ROMAN),
        (["Y.", "Z.", "AA."], [25, 26, 27], LabelStyle.UPPER_ALPHA),
        (["z)", "aa)", "bb)", "cc)"], [26, 27, 28, 29], LabelStyle.LOWER_ALPHA),
        (["z)", "aa)", "ab)", "ac)"], [26, 27, 28, 29], LabelStyle.LOWER_ALPHA),
        (["n)", "ñ)", "o)"], [14, 15, 16], LabelStyle.LOWER_ALPHA),
        (["h)", "i)", "l)", "m)"], [8, 9, 10, 11], LabelStyle.LOWER_ALPHA),
        (["b)", "c)", "ç)", "d)"], [2, 3, 4, 5], LabelStyle.LOWER_ALPHA),
        (["c)", "d)", "đ)", "e)"], [3, 4, 5, 6], LabelStyle.LOWER_ALPHA),
        (["и)", "к)"], [9, 10], LabelStyle.CYRILLIC),
        (["и)", "й)", "к)"], [9, 10, 11], LabelStyle.CYRILLIC),
        (["е)", "ё)", "ж)"], [6, 7, 8], LabelStyle.CYRILLIC),
        (["е)", "є)", "ж)"], [6, 7, 8], LabelStyle.CYRILLIC),
        (["д)", "ђ)", "е)"], [5, 6, 7], LabelStyle.CYRILLIC),
        (["а)", "б)", "в)", "г)", "д)", "e)"], [1, 2, 3, 4, 5, 6], LabelStyle.CYRILLIC),  # the last one is Latin
        (["а)", "b)", "с)", "d)"], [1, 2, 3, 4], LabelStyle.LOWER_ALPHA),  # the first and third are Cyrillic
        (["ε)", "στ)", "ζ)", "η)"], [5, 6, 7, 8], LabelStyle.LOWER_GREEK_NUMERIC),
        (["ε)", "ζ)", "η)"], [5, 6, 7], LabelStyle.LOWER_GREEK),
        (["ι)", "ια)"], [10, 11], LabelStyle.LOWER_GREEK_NUMERIC),
        (["ד.", "ה.", "ו."], [4, 5, 6], LabelStyle.HEBREW),
        (["י.", "יא."], [10, 11], LabelStyle.HEBREW),
        (["י.", "כ.", "ל."], [10, 11, 12], LabelStyle.HEBREW),
        (["(أ)", "(ب)", "(ج)"], [1, 2, 3], LabelStyle.ARABIC_ABJAD),
        (["(أ)", "(ب)", "(ت)"], [1, 2, 3], LabelStyle.ARABIC_LETTERS),
        (["(هـ)", "(و)"], [5, 6], LabelStyle.ARABIC_ABJAD),
        (["الف)", "ب)", "پ)"], [1, 2, 3], LabelStyle.PERSIAN_ALPHABETIC),
        (["イ", "ロ", "ハ"], [1, 2, 3], LabelStyle.KATAKANA_IROHA),
        (["ア", "イ", "ウ"], [1, 2, 3], LabelStyle.KATAKANA),
        (["하.", "거."], [14, 15], LabelStyle.HANGUL),
        (["ก.", "ข.", "ค.", "ง."], [1, 2, 3, 4], LabelStyle.THAI_ALPHABETIC),
        (["ი)", "კ)"], [9, 10], LabelStyle.NATIVE_LETTERS),
        (["1a", "1b", "1c"], [1, 2, 3], LabelStyle.LOWER_ALPHA),
        (["12.", "12a.", "13."], [12, 12, 13], LabelStyle.DECIMAL),
        (["1.", "1 bis.", "1 ter.", "2."], [1, 1, 1, 2], LabelStyle.DECIMAL),
    ],
)
def test_a_series_decides_between_readings(series: list[str], ordinals: list[int], style: LabelStyle) -> None:
    """(i) after (h) is a letter, (i) before (ii) is Roman; so it is in every script."""
    labels = make_labels(series)

    assert ordinals == [label.ordinal for label in labels]
    assert {style} == {label.style for label in labels}


@pytest.mark.parametrize(
    ("series", "ordinals"),
    [
        ("(a) (b) (i) (ii) (iii) (c) (d)", [1, 2, 1, 2, 3, 3, 4]),
        ("(h) (i) (ii) (iii) (i) (j)", [8, 1, 2, 3, 9, 10]),
        ("1. (a) (b) 2. (a) (b)", [1, 1, 2, 2, 1, 2]),
        ("a) d) e)", [1, 4, 5]),
        ("(a) (a) (b)", [1, 1, 2]),
    ],
)
def test_nested_series_are_resumed(series: str, ordinals: list[int]) -> None:
    """A series goes on after a nested one, and a few numbers may be left out or doubled."""
    assert [label.ordinal for label in make_labels(series.split())] == ordinals


def test_a_sign_that_counts_nothing_keeps_its_print() -> None:
    """A label that cannot be read is kept verbatim, without an ordinal, and disturbs no series."""
    labels = make_labels(["(h)", "§", "(i)"])

    assert [(label.printed, label.ordinal) for label in labels] == [("(h)", 8), ("§", None), ("(i)", 9)]
    assert make_labels([]) == ()


def test_successors_are_of_one_system() -> None:
    """11 follows 10 in every reading that both share, and in no mixture of two."""
    assert is_next("(j)", "(i)")
    assert is_next("(ii)", "(i)")
    assert not is_next("(m)", "(i)")
    assert not is_next("2.", "a.")


def test_large_numbers_are_found_where_they_are_expected() -> None:
    """A year begins a sentence; in a long list it is a number, if the caller has reason to look for one."""
    found = find_enumerator("1948. That year", largest=None)

    assert found is not None
    assert found.is_doubtful
    assert find_enumerator("999. text") is not None
    assert find_enumerator("1000. text", largest=1000) is not None


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for_an_enumerator(text: str) -> None:
    """Finding and reading enumerators never fails, and what is found stands at the beginning."""
    found = find_enumerator(text)

    assert found is None or text.lstrip().startswith(found.printed)
    assert all(count >= 0 for _, count in read_counts(text))


@given(st.lists(st.text(min_size=1, max_size=4).filter(str.strip), max_size=30))
def test_any_series_is_read(series: list[str]) -> None:
    """Labels come one for one, each with an ordinal that is one of its readings."""
    try:
        labels = make_labels(series)
    except DeclarationsError:
        return
    assert [label.printed for label in labels] == series
    for label in labels:
        counts = read_counts(label.printed)
        assert ((label.style, label.ordinal) in counts) if counts else label.ordinal is None


def test_reading_takes_linear_time() -> None:
    """Ten thousand labels, and long runs of signs, are read at once."""
    start = time.process_time()
    labels = make_labels([f"{number}." for number in range(1, 10_001)])
    assert [label.ordinal for label in labels] == list(range(1, 10_001))
    make_labels(["(a)", "(i)", "к)", "о)"] * 2_500)
    for sign in (" ", "(", "1.", "a ", "。", "第", "\u0640"):
        find_enumerator(sign * 50_000)
        read_counts(sign * 50_000)
    assert time.process_time() - start < 3


# Writing


@pytest.mark.parametrize(
    ("locale", "item", "letter", "article"),
    [
        ("en", "3.", "(c)", "Article 3"),
        ("fr", "3.", "c)", "Article 3"),
        ("es-MX", "3.", "c)", "Artículo 3"),
        ("ru", "3.", "в)", "Статья 3"),
        ("ar-EG", "٣.", "(ج)", "المادة ٣"),
        ("zh", "3.", "(c)", "第三条"),
        ("zh-TW", "3.", "(c)", "第三條"),
        ("ja", "3.", "（ウ）", "第三条"),
        ("ko", "3.", "다.", "제3조"),
        ("tr", "3.", "c)", "Madde 3"),
        ("hu", "3.", "c)", "3. cikk"),
        ("fa", "۳.", "پ)", "مادهٔ ۳"),
        ("he", "3.", "(ג)", "סעיף 3"),
        ("hi", "3.", "(ग)", "अनुच्छेद 3"),
        ("th", "3.", "(ค)", "ข้อ 3"),
        ("el", "3.", "γ)", "Άρθρο 3"),
        ("yo", "3.", "(c)", "Article 3"),
    ],
)
def test_labels_are_written_as_the_language_prints_them(locale: str, item: str, letter: str, article: str) -> None:
    """Signs, letters and the word for an article are those of the language, else the plainest ones."""
    assert str(format_label(3, locale=locale)) == item
    assert str(format_label(3, locale=locale, style="native-letters")) == letter
    assert str(format_label(3, locale=locale, form="article")) == article


def test_numberings_are_those_asked_for() -> None:
    """The digits of a label are those of the numbering, with a style that says so."""
    assert format_label(12, locale="ar", numbering="native") == Label("١٢.", ordinal=12, style="native-digits")
    assert format_label(12, locale="zh", style="native-digits") == Label("一二、", ordinal=12, style="chinese")
    assert format_label(12, locale="fr", style="native-digits") == Label("12.", ordinal=12, style="decimal")
    assert str(format_label(12, numbering="thai", form="number")) == "๑๒"


def test_what_a_style_cannot_write_is_written_in_digits() -> None:
    """Beyond its last letter a style gives way to digits, as in CSS."""
    assert format_label(78, style="lower-alpha") == Label("(zzz)", ordinal=78, style="lower-alpha")
    assert format_label(79, style="lower-alpha") == Label("79.", ordinal=79, style="decimal")
    assert format_label(0, style="lower-roman") == Label("0.", ordinal=0, style="decimal")
    assert format_label(3, style="words") == Label("3.", ordinal=3, style="decimal")


@pytest.mark.parametrize("style", WRITTEN)
def test_every_label_is_read_back(style: LabelStyle) -> None:
    """What a style writes in a language is read back as the same number, up to 400."""
    numbers = [*range(1, 57), *range(57, 401, 7), 100, 200, 400]
    for locale, number in itertools.product([*LANGUAGES, "am", "ka", "hy", "bg", "sr", "cy", "sq", "my"], numbers):
        label = format_label(number, style=style, locale=locale)
        again = make_label(label.printed, style=label.style, locale=locale)
        assert (again.ordinal, again.style) == (number, label.style), label


@given(
    st.sampled_from(available_locales()),
    st.sampled_from(WRITTEN),
    st.integers(1, 400),
    st.sampled_from(["latn", "native", "default"]),
)
def test_labels_of_every_locale_are_read_back(locale: str, style: LabelStyle, number: int, numbering: str) -> None:
    """In all locales of CLDR a written item, and the usual form of an article, give their number again."""
    item = format_label(number, style=style, locale=locale, numbering=numbering)
    article = format_label(number, locale=locale, numbering=numbering, form="article")

    assert make_label(item.printed, style=item.style, locale=locale).ordinal == number
    assert make_label(article.printed).ordinal == number


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("style", WRITTEN)
def test_whole_series_are_read_back_without_a_hint(locale: str, style: LabelStyle) -> None:
    """A list of thirty items is read from its print alone, wherever its style has so many."""
    last = min(30, REACH.get(style, 30))
    printed = [format_label(number, style=style, locale=locale).printed for number in range(1, last + 1)]

    assert [label.ordinal for label in make_labels(printed)] == list(range(1, last + 1))


@pytest.mark.parametrize(
    ("printed", "locale", "shown"),
    [
        ("3.", "fa", "۳."),
        ("٣.", "en", "3."),
        ("1.2.3", "mr", "१.२.३"),
        ("1 bis", "fa", "۱ bis"),
        ("§ 5", "bn", "§ ৫"),
        ("N° 3", "fa", "N° ۳"),
        ("(c)", "ru", "(в)"),
        ("C.", "ru", "В."),
        ("(c)", "el", "(γ)"),
        ("(c)", "he", "(ג)"),
        ("(ג)", "en", "(c)"),
        ("в)", "uk", "в)"),
        ("к)", "bg", "й)"),
        ("c)", "ko", "다)"),
        ("（ウ）", "en", "(c)"),
        ("iv)", "ar", "iv)"),
        ("Article 3", "ru", "Статья 3"),
        ("ARTICLE 3.", "hu", "3. cikk"),
        ("Article IV", "fr", "Article IV"),
        ("Статья 12", "zh", "第十二条"),
        ("第十二条", "en", "Article 12"),
        ("3. cikk", "ko", "제3조"),
        ("Article 3 bis", "de", "Artikel 3 bis"),
        ("Article 3.2", "fa", "مادهٔ ۳.۲"),
        ("三、", "en", "3."),
        ("三、", "zh-Hant", "三、"),
        ("叁、", "zh", "叁、"),
        ("፲፪.", "en", "12."),
        ("①", "ar-EG", "①"),
        ("Section 3", "ru", "Section 3"),
        ("Preamble", "ru", "Preamble"),
    ],
)
def test_labels_are_shown_in_another_language(printed: str, locale: str, shown: str) -> None:
    """Digits, letters and the word for an article become those of the reader; Roman numerals and words stay."""
    assert localize_label(make_label(printed), locale) == shown


def test_an_article_counted_in_words_is_shown_in_digits() -> None:
    """`Article premier` has an ordinal and a known word, so it can be shown; another word stays."""
    assert localize_label(Label("Article premier", ordinal=1, style="words"), "uk") == "Стаття 1"
    assert localize_label(Label("Premièrement", ordinal=1, style="words"), "uk") == "Premièrement"


@given(
    st.builds(
        Label,
        st.text(min_size=1, max_size=12).filter(lambda text: text.isprintable() and text.strip()),
        ordinal=st.one_of(st.none(), st.integers(0, 2**53 - 1)),
        style=st.sampled_from(LabelStyle),
    ),
    st.sampled_from(available_locales()),
    st.sampled_from([*available_numberings(), "native"]),
)
def test_any_label_can_be_shown_anywhere(label: Label, locale: str, numbering: str) -> None:
    """Every label of the model has a form in every locale, and one without an ordinal stays as it is."""
    shown = localize_label(label, locale, numbering=numbering)

    assert shown
    assert label.ordinal is not None or shown == label.printed


@given(st.sampled_from(WRITTEN), st.integers(1, 400), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_a_label_shown_elsewhere_keeps_its_number(style: LabelStyle, number: int, source: str, target: str) -> None:
    """A label that is shown in another language still gives its number there."""
    label = format_label(number, style=style, locale=source)
    shown = localize_label(label, target)

    assert number in {count for _, count in read_counts(shown)}


def test_wrong_arguments_say_what_to_do() -> None:
    """Unknown styles, forms, numberings and locales, and numbers that count nothing, are errors with a hint."""
    with pytest.raises(ValidationError, match="is no LabelStyle; choose one of"):
        format_label(1, style="fancy")
    with pytest.raises(ValidationError, match="is no form of a label; choose 'item', 'article' or 'number'"):
        format_label(1, form="chapter")  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="no row of ten digits"):
        format_label(1, numbering="hebr")
    with pytest.raises(ValidationError, match="no numbering system of CLDR"):
        localize_label(Label("(a)"), "en", numbering="fancy")
    with pytest.raises(ValidationError, match="outside 0 to 999999"):
        format_label(-1)
    with pytest.raises(LocaleError, match="CLDR has no locale"):
        localize_label(Label("1."), "xx")
    with pytest.raises(ValidationError, match="label is empty"):
        make_label(" ")


def test_styles_are_those_of_the_counting_systems() -> None:
    """Every style of the model that counts has a system, and every system has a style of the model."""
    counting = set(WRITTEN) - {"decimal", "native-digits"}
    assert all(find_systems(style) for style in counting)
    for system in {name for style in counting for name in find_systems(style)}:
        assert {LabelStyle(style) for style in find_styles(system)}
