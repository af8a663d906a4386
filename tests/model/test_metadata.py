"""The table of metadata, from which formats, summaries and explanations are made."""

import attrs

from declarations import Declaration, Source
from declarations.language.words import FIELDS
from declarations.model.metadata import HEAD_FIELDS, METADATA, SINGULARS, WORD_FIELDS
from declarations.placement import HEAD
from tests.records.sample import SAMPLE


def test_every_field_of_a_declaration_is_words_or_head() -> None:
    """No field of the model is in neither of the two, or in both."""
    assert sorted((*WORD_FIELDS, *HEAD_FIELDS)) == sorted(field.name for field in attrs.fields(Declaration))


def test_every_row_names_something_of_the_model() -> None:
    """A row leads to a field that the sample has a value of; with several values only if its name is a plural."""
    for field in METADATA:
        assert field.list_values(SAMPLE), field.name
        assert field.list_values(attrs.evolve(Declaration(), kind="other", source=Source())) in ((), ("other",))
        holder = SAMPLE.source if field.is_of_source else SAMPLE
        assert isinstance(getattr(holder, field.attribute), tuple) is field.is_many, field.name


def test_every_row_has_labels() -> None:
    """There is a label for one value of each field, and one for several."""
    assert {name for field in METADATA for name in (field.name, field.one)} <= set(FIELDS)


def test_front_matter_holds_the_head() -> None:
    """The keys of our front matter are the fields that hold no words."""
    assert sorted(HEAD) == sorted(HEAD_FIELDS)


def test_singulars_name_one_value() -> None:
    """The element of XML that holds one value of a field bears the singular."""
    assert (SINGULARS["issuers"], SINGULARS["categories"], SINGULARS["annexes"]) == ("issuer", "category", "annex")
