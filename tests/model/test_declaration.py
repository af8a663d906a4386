"""The declaration and its parts: what is refused, addresses, ids, equality, display."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from declarations import Agent, Clause, Dated, Declaration, Identifier, Label, Note, Signatory, Source, Text, Vote
from declarations.errors import ValidationError
from declarations.model.clauses import rename_clause
from tests.records.sample import SAMPLE
from tests.strategies import declarations


def words(*texts: str) -> list[Clause]:
    """Make clauses of one paragraph each."""
    return [Clause(paragraphs=[text]) for text in texts]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Agent(name=""), "name of an agent is empty"),
        (lambda: Agent(name=" \u2003"), "name of an agent is empty"),
        (lambda: Agent(name=5), "must be a string, not int"),
        (lambda: Agent(name="A", kind="club"), "'club' is no AgentKind"),
        (lambda: Agent(name="A", url=""), "url of an agent is empty"),
        (lambda: Agent(name="A", aliases="B"), "expected several str, not str"),
        (lambda: Agent(name="A", aliases=[""]), "alias of an agent is empty"),
        (lambda: Agent(name="A", identifiers=["x"]), "expected Identifier, not str"),
        (lambda: Identifier(""), "identifier is empty"),
        (lambda: Identifier("a", scheme=" "), "scheme of an identifier is empty"),
        (lambda: Signatory(agent="A"), "a signatory needs an Agent, not str"),
        (lambda: Signatory(agent=Agent(name="A"), on_behalf_of="B"), "must be of class Agent, not str"),
        (lambda: Signatory(agent=Agent(name="A"), capacity=""), "capacity of a signatory is empty"),
        (lambda: Vote(" "), "line of a vote is empty"),
        (lambda: Vote("Carried.", manner="loud"), "'loud' is no VoteManner"),
        (lambda: Vote("Carried.", against=-1), "against of a vote -1 is outside"),
        (lambda: Vote("Carried.", in_favour=True), "in_favour of a vote must be an integer, not bool"),
        (lambda: Declaration(votes=["Carried."]), "expected Vote, not str"),
        (lambda: Declaration(meeting=""), "meeting is empty"),
        (lambda: Label(""), "label is empty"),
        (lambda: Label("1", ordinal=-1), "ordinal of a label -1 is outside"),
        (lambda: Label("1", ordinal=2**53), "is outside"),
        (lambda: Label("1", ordinal="1"), "must be an integer, not str"),
        (lambda: Label("1", style="fancy"), "'fancy' is no LabelStyle"),
        (Clause, "a clause needs a label, a heading, a paragraph or an item"),
        (lambda: Clause(paragraphs="a"), "expected several texts, not one"),
        (lambda: Clause(label="1", paragraphs=["a"]), "must be of class Label, not str"),
        (lambda: Clause(items=["a"]), "expected Clause, not str"),
        (lambda: Clause(id="1 a", paragraphs=["a"]), "'1 a' cannot be an id"),
        (lambda: Clause(phrase=" ", paragraphs=["a"]), "phrase of a clause is empty"),
        (lambda: Clause(action="eats", paragraphs=["a"]), "'eats' is no Action"),
        (lambda: Clause(stance="eating", paragraphs=["a"]), "'eating' is no Stance"),
        (lambda: Note(id=""), "'' cannot be an id"),
        (lambda: Note(id="n", label=""), "label of a note is empty"),
        (lambda: Source(url=" "), "url of the source is empty"),
        (lambda: Source(categories=[""]), "category of the source is empty"),
        (lambda: Declaration(title=""), "title is empty"),
        (lambda: Declaration(title="a\x0b"), r"title holds the character U\+000B"),
        (lambda: Declaration(kind="poem"), "'poem' is no DeclarationKind"),
        (lambda: Declaration(language="english!"), "language 'english!' is not a BCP 47 language tag"),
        (lambda: Declaration(language=""), "not a BCP 47"),
        (lambda: Declaration(language=5), "not a BCP 47"),
        (lambda: Declaration(source="x"), "source must be of class Source, not str"),
        (lambda: Declaration(context=5), "expected several Clause, not int"),
        (lambda: Declaration(dates=["2025"]), "expected Dated, not str"),
        (lambda: Declaration(formula=5), "expected a text, not int"),
        (lambda: Declaration(notes=[Note(id="n"), Note(id="n")]), "two notes have the id 'n'"),
    ],
)
def test_what_cannot_be_is_refused(make: object, message: str) -> None:
    """Every impossible value raises ValidationError and says why."""
    with pytest.raises(ValidationError, match=message):
        make()


def test_two_clauses_cannot_have_one_id() -> None:
    """The error names both places, however deep."""
    inner = Clause(items=[Clause(id="a", paragraphs=["x"])])
    with pytest.raises(ValidationError, match="two clauses have the id 'a'") as caught:
        Declaration(context=[Clause(id="a", paragraphs=["x"])], annexes=[inner])
    assert caught.value.position is not None
    assert caught.value.position.path == "context[0] and annexes[0].items[0]"


@pytest.mark.parametrize(
    "tag", ["en", "pt-BR", "zh-Hans-CN", "sl-rozaj-biske-1994", "de-DE-u-co-phonebk", "x-a-b", "es-419"]
)
def test_language_tags_of_the_standard_are_taken(tag: str) -> None:
    """Well-formed tags of RFC 5646 pass."""
    assert Declaration(language=tag).language == tag


@pytest.mark.parametrize("tag", ["e", "en_GB", "en-", "-en", "en--US", "en-x", "abcdefghi", "en-a", "en "])
def test_other_language_tags_are_refused(tag: str) -> None:
    """What is not well formed raises ValidationError with examples."""
    with pytest.raises(ValidationError, match="BCP 47") as caught:
        Declaration(language=tag)
    assert "pt-BR" in str(caught.value)


@given(declarations())
def test_every_address_leads_to_its_clause(declaration: Declaration) -> None:
    """`walk` gives every clause once, and `at` finds it."""
    addresses = [address for address, _ in declaration.walk()]
    assert len(set(addresses)) == len(addresses)
    for address, clause in declaration.walk():
        assert declaration.at(address) is clause


@pytest.mark.parametrize(
    "address",
    [
        "",
        "resolutions",
        "resolutions[9]",
        "resolutions[0].items[9]",
        "notes[0]",
        "resolutions[-1]",
        f"context[{'9' * 5000}]",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    """An address that leads nowhere raises ValidationError."""
    with pytest.raises(ValidationError, match="there is no clause at"):
        SAMPLE.at(address)


@given(declarations())
def test_ids_are_unique_and_given_once(declaration: Declaration) -> None:
    """Every clause gets an id, ids that were given stay, and a second time changes nothing."""
    named = declaration.with_ids()
    ids = [clause.id for _, clause in named.walk()]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    for (_, before), (_, after) in zip(declaration.walk(), named.walk(), strict=True):
        assert before.id in {None, after.id}
    assert named.with_ids() == named


def test_ids_stay_when_clauses_move_or_are_renumbered() -> None:
    """An id comes from the words, not from the place or the number."""
    first = Declaration(resolutions=words("one", "two", "three")).with_ids()
    moved = Declaration(
        resolutions=[
            Clause(label=Label(f"{number}.", ordinal=number), paragraphs=[text])
            for number, text in enumerate(("three", "new", "one", "two"), 1)
        ]
    ).with_ids()
    old = {clause.text: clause.id for clause in first.resolutions}
    new = {clause.text: clause.id for clause in moved.resolutions}
    assert old.items() <= new.items()


def test_equal_words_get_different_ids() -> None:
    """Of clauses with the same words the later ones get a number, past ids that are taken."""
    base = Declaration(context=words("same")).with_ids().context[0].id
    taken = Clause(id=f"{base}-2", paragraphs=["other"])
    named = Declaration(context=[*words("same", "same"), taken]).with_ids()
    assert [clause.id for clause in named.context] == [base, f"{base}-3", f"{base}-2"]


def test_text_of_a_clause_is_in_reading_order() -> None:
    """Paragraphs, items at every depth, then the tail, one a line."""
    assert SAMPLE.resolutions[0].text == (
        "Asks the town to raise the walls;\nin the north;\nin the south;\nbefore the next winter."
    )


def test_deep_clauses_are_walked_without_recursion() -> None:
    """Depth beyond the interpreter's stack is no obstacle to walking and reading."""
    clause = Clause(paragraphs=["deep"])
    for _ in range(3_000):
        clause = Clause(items=[clause])
    assert clause.text == "deep"
    assert sum(1 for _ in Declaration(context=[clause]).walk()) == 3_001


def test_the_date_is_that_of_the_act() -> None:
    """Adoption comes before publication, whatever the order; a change is no act."""
    modified = Dated(role="modified", date="2025-05-01")
    published = Dated(role="published", date="2025-04-01")
    adopted = Dated(role="adopted", date="2025-03-01")
    assert str(Declaration(dates=[modified, published, adopted]).date) == "2025-03-01"
    assert str(Declaration(dates=[modified, published]).date) == "2025-04-01"
    assert Declaration(dates=[modified]).date is None
    assert Declaration(dates=[modified]).dated("modified") is modified
    assert SAMPLE.issuer is SAMPLE.issuers[0]
    assert Declaration().issuer is None


def test_changed_copies_are_made_with_evolve() -> None:
    """A changed declaration is checked again and leaves the first one as it was."""
    changed = attrs.evolve(SAMPLE, title="New", resolutions=words("a"))
    assert (changed.title, SAMPLE.title) == ("New", "Statement on the Harbour")
    with pytest.raises(ValidationError):
        attrs.evolve(SAMPLE, title="")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SAMPLE.title = "New"


@given(declarations())
def test_equal_declarations_have_one_hash(declaration: Declaration) -> None:
    """A rebuilt declaration is equal and can stand for the first one in a set."""
    again = attrs.evolve(declaration)
    assert again == declaration
    assert len({again, declaration}) == 1


@given(declarations())
def test_display_is_one_short_line(declaration: Declaration) -> None:
    """No repr of a declaration or a clause floods a terminal."""
    for shown in (repr(declaration), *(repr(clause) for _, clause in declaration.walk())):
        assert len(shown) < 400


def test_display_says_what_matters() -> None:
    """Kind, title, issuer, date and counts."""
    assert (
        repr(SAMPLE)
        == "Declaration(statement, 'Statement on the Harbour', by HA, 2025-03-06/2025-03-07, 1 context, 1 resolutions)"
    )
    assert (
        repr(SAMPLE.resolutions[0]) == "Clause('1. Walls', 'Asks the town to raise the walls; in the north;…', 2 items)"
    )
    assert repr(SAMPLE.signatories[0]) == "Signatory(mover Ada Quay)"
    assert repr(SAMPLE.votes[0]) == "Vote('Adopted by 14 votes to 2.', majority 14-2-?)"
    assert repr(Vote("Carried.")) == "Vote('Carried.', other)"
    assert repr(SAMPLE.notes[0]) == "Note('n1', 'See the report of the engineers.')"
    assert repr(SAMPLE.issuers[0]) == "Agent('Harbour Assembly (HA)')"
    assert repr(SAMPLE.identifiers[0]) == "Identifier('HA/2025/3', scheme='local')"
    assert repr(SAMPLE.resolutions[0].label) == "Label('1.', ordinal=1, style='decimal')"
    assert str(Text("a")) == str(Identifier("a")) == str(Label("a")) == str(Agent(name="a")) == "a"


@given(declarations())
def test_naming_a_clause_changes_nothing_else(declaration: Declaration) -> None:
    """A clause with another id keeps every other field, also those that will be added one day."""
    for _, clause in declaration.walk():
        renamed = rename_clause(clause, "another", clause.items)

        assert renamed == attrs.evolve(clause, id="another")
