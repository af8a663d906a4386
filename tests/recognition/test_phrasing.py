"""Clauses of records that others write get their phrases from their words, those of ours only what they have."""

from __future__ import annotations

import pytest

import declarations
from declarations import Clause, Declaration
from declarations.model import Action, Stance
from declarations.recognition.phrasing import add_phrases

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def write(context: str, resolution: str, *, language: str | None) -> str:
    """Write a resolution as others do, with one recital and one numbered paragraph."""
    said = f'<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression>' if language else ""
    meta = f'<meta><identification source="#x">{said}</identification></meta>'
    recitals = f"<recitals><recital><p>{context}</p></recital></recitals>"
    body = f"<paragraph><num>1.</num><content><p>{resolution}</p></content></paragraph>"
    return (
        f'<akomaNtoso xmlns="{_NAMESPACE}"><statement name="resolution">{meta}<preamble>{recitals}</preamble>'
        f"<mainBody>{body}</mainBody></statement></akomaNtoso>"
    )


@pytest.mark.parametrize(
    ("context", "resolution", "language", "phrases"),
    [
        ("Recalling the storm,", "Urges all to mend the pier.", "eng", ("Recalling", "Urges")),
        ("Rappelant la tempête,", "Demande à tous de réparer la jetée.", "fra", ("Rappelant", "Demande à")),
        ("Recordando la tormenta,", "Exhorta a todos a reparar el muelle.", None, ("Recordando", "Exhorta")),
    ],
)
def test_phrases_of_others_are_found_in_their_words(
    context: str, resolution: str, language: str | None, phrases: tuple[str, str]
) -> None:
    """The lexicon is that of the stated language, or of the language of the words."""
    declaration = declarations.parse(write(context, resolution, language=language), format="akn")
    assert (declaration.context[0].phrase, declaration.resolutions[0].phrase) == phrases
    assert declaration.context[0].stance is Stance.RECALLING
    assert declaration.resolutions[0].action is not None


def test_our_own_clauses_keep_what_they_have() -> None:
    """A clause of ours without a phrase comes back without one."""
    declaration = Declaration(language="en", resolutions=[Clause(paragraphs=["Urges all to mend the pier."])])
    assert declarations.parse(declarations.render(declaration, "akn"), format="akn") == declaration


def test_what_a_clause_says_of_itself_stays() -> None:
    """A stance or an action that was given is not changed, and clauses under a heading are phrased too."""
    given = Clause(paragraphs=["Urges all to mend the pier."], action="demands")
    headed = Clause(heading="Boats", items=[Clause(paragraphs=["Thanks the pilots."])])
    found = add_phrases(Declaration(language="en", resolutions=[given, headed])).resolutions
    assert (found[0].phrase, found[0].action) == ("Urges", Action.DEMANDS)
    assert found[1].items[0].phrase == "Thanks"


def test_words_in_a_language_without_lexicon_stay() -> None:
    """Nothing is guessed where no lexicon helps."""
    declaration = Declaration(language="is", resolutions=[Clause(paragraphs=["Krefst friðar."])])
    assert add_phrases(declaration) == declaration
