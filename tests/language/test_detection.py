"""Telling the language of a text."""

from __future__ import annotations

import pytest

from declarations.language.detection import detect_language, weigh_languages
from declarations.language.lexicon import available_languages, load_lexicon

ENGLISH = (
    "We have met in the harbour with all those who work there, and it is clear to us that this cannot go on for long."
)
FRENCH = (
    "Nous avons entendu les habitants de la vallée et nous savons que ces mesures "
    "ne sont pas dans leur intérêt ni pour tous."
)
SPANISH = (
    "La asamblea de los vecinos se reunió en la plaza y acordó que no se puede seguir "
    "con estas obras sin su acuerdo pleno."
)


def test_languages_with_a_lexicon_are_told() -> None:
    """Function words tell English and French."""
    for text, language in ((ENGLISH, "en"), (FRENCH, "fr")):
        detected = detect_language([text])

        assert detected is not None
        assert language == detected.language


def test_a_related_language_is_not_mistaken() -> None:
    """Spanish shares words with French, but not enough of them."""
    detected = detect_language([SPANISH])

    assert detected is None or detected.language == "es"


def test_few_words_say_nothing() -> None:
    """A title alone is not enough."""
    assert detect_language(["The harbour"]) is None
    assert detect_language([]) is None


NEIGHBOURS = {
    "ca": "Els veïns de la vall hem parlat amb tots els qui hi treballen i sabem que aquestes obres no es poden fer "
    "sense el seu acord, perquè l'aigua és de tothom i també dels qui vindran.",
    "da": "Vi har talt med alle dem, der arbejder i havnen, og det er klart for os, at det ikke kan blive ved på denne "
    "måde, og at der må findes en løsning, som ingen af dem skal betale for.",
    "cs": "Mluvili jsme se všemi, kteří v přístavu pracují, a je nám jasné, že to takto dále nejde a že se musí najít "
    "řešení, které nikdo z nich nebude muset zaplatit ze svého.",
    "bg": "Говорихме с всички, които работят на пристанището, и за нас е ясно, че така не може да продължава и че "
    "трябва да се намери решение, което никой от тях няма да плати.",
    "be": "Мы гаварылі з усімі, хто працуе ў порце, і нам ясна, што так далей быць не можа і што трэба знайсці "
    "рашэнне, за якое ніхто з іх не будзе плаціць сваімі грашыма.",
    "az": "Limanda işləyənlərin hamısı ilə danışdıq və bizə aydındır ki, bu belə davam edə bilməz və elə bir həll yolu "
    "tapılmalıdır ki, onun üçün heç kim öz cibindən pul ödəməsin.",
    "ur": "ہم نے بندرگاہ میں کام کرنے والے سب لوگوں سے بات کی ہے اور ہمیں معلوم ہے کہ یہ سلسلہ اس طرح نہیں چل سکتا اور "
    "ایک ایسا حل تلاش کرنا ہوگا جس کی قیمت ان میں سے کسی کو نہ دینی پڑے۔",
    "mr": "आम्ही बंदरात काम करणाऱ्या सर्वांशी बोललो आहोत आणि हे असेच चालू शकत नाही हे आम्हाला स्पष्ट आहे, त्यामुळे असा "
    "उपाय शोधला पाहिजे ज्याची किंमत त्यांच्यापैकी कोणालाही द्यावी लागणार नाही.",
}
"""A short statement in languages without a lexicon that are close to one with a lexicon."""


@pytest.mark.parametrize("language", NEIGHBOURS)
def test_a_short_statement_in_a_neighbour_language_is_not_mistaken(language: str) -> None:
    """Words of its own speak against the language that shares the others."""
    assert detect_language([NEIGHBOURS[language]]) is None


@pytest.mark.parametrize("language", available_languages())
def test_no_word_speaks_for_and_against_a_language(language: str) -> None:
    """The function words of a language and those of its rivals have none in common."""
    lexicon = load_lexicon(language)

    assert lexicon is not None
    assert lexicon.function_words & lexicon.rival_words == frozenset()


def test_a_long_text_of_numbers_is_in_no_language_in_particular() -> None:
    """A table of numbers is not tried in every language; words behind it still tell theirs."""
    numbers = [f"{number}\t{number * 7}" for number in range(2_000)]
    assert weigh_languages(numbers) == (None, ())
    words = [
        "The members of the assembly call upon all of the towns to act for the harbour and for those who live by it."
    ] * 3
    detected, _ = weigh_languages([*numbers, *words])
    assert detected is not None
    assert detected.language == "en"
