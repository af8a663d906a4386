"""Telling the language of a text."""

from __future__ import annotations

from declarations.language.detection import detect_language

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
