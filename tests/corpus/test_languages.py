"""The language of the Universal Declaration of Human Rights, in sixty languages of which 23 have a lexicon."""

import pytest

from declarations.language.detection import detect_language
from tests.corpus_files import Document, documents

TOLD = {
    "arb": "ar",
    "ben": "bn",
    "cmn_hans": "zh",
    "cmn_hant": "zh",
    "deu_1996": "de",
    "ell_monotonic": "el",
    "eng": "en",
    "fra": "fr",
    "heb": "he",
    "hin": "hi",
    "ind": "id",
    "ita": "it",
    "jpn": "ja",
    "kor": "ko",
    "nld": "nl",
    "pes_1": "fa",
    "pol": "pl",
    "por_BR": "pt",
    "rus": "ru",
    "spa": "es",
    "swh": "sw",
    "tur": "tr",
    "vie": "vi",
}
"""Names of files to the languages whose lexicons know them; all others are told to be none of these."""
LONG = 2000  # characters by which the language of a text is told


def name_of(document: Document) -> str:
    """Give the name of a text without its ending."""
    return document.path.stem


def read_paragraphs(document: Document) -> list[str]:
    """Give all paragraphs of the right reading."""
    gold = document.gold
    articles = gold["resolutions"]
    items = (
        text
        for article in articles
        for item in article["items"]
        for text in ([item] if isinstance(item, str) else item)
    )
    return [*gold["context"], *(text for article in articles for text in article["paragraphs"]), *items]


@pytest.fixture(scope="module")
def texts() -> list[Document]:
    """Give every text once."""
    return [document for document in documents("udhr") if document.format == "text"]


def test_languages_of_whole_texts(texts: list[Document]) -> None:
    """A language with a lexicon is told right, and no other language is taken for it."""
    wrong = {}
    for document in texts:
        detected = detect_language(read_paragraphs(document))
        told = detected.language if detected else None
        if told != TOLD.get(name_of(document)):
            wrong[name_of(document)] = told

    assert len(texts) == 60
    assert wrong == {}


def test_languages_of_preambles(texts: list[Document]) -> None:
    """The first paragraphs alone tell as much."""
    wrong = {}
    for document in texts:
        detected = detect_language([" ".join(document.gold["context"])[:LONG]])
        told = detected.language if detected else None
        if document.gold["context"] and told != TOLD.get(name_of(document)):
            wrong[name_of(document)] = told

    assert wrong == {}
