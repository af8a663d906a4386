"""What a format has no place for is told, and nothing else is."""

import pytest

import declarations
from declarations import Clause, Declaration, Text, Vote
from declarations.errors import FormatError, LossError
from declarations.inspection import FindingCode
from declarations.losses import LOSSES
from declarations.records.fields import field_types
from tests.public import PUBLIC
from tests.records.sample import SAMPLE

EXACT = ["json", "jsonl", "xml", "akn", "html"]


def test_every_format_has_a_row() -> None:
    """The table has a row for each format, and names only fields and marks that there are."""
    assert set(LOSSES) == {format.name for format in declarations.formats.FORMATS}
    classes = PUBLIC
    for rows in LOSSES.values():
        for key in rows:
            owner, _, field = key.partition(".")
            if owner == "Mark" and field not in ("start", "end", "target"):
                assert declarations.text.MarkKind(field)
            else:
                assert field in field_types(classes[owner]), key


@pytest.mark.parametrize("format", EXACT)
def test_exact_formats_lose_nothing(format: str) -> None:
    """Records and our own pages hold every field."""
    assert declarations.inspection.find_losses(SAMPLE, format) == ()
    assert declarations.parse(declarations.render(SAMPLE, format), format=format) == SAMPLE


def test_a_loss_is_told_once() -> None:
    """A field that is lost many times is one finding, which says where first."""
    clauses = [Clause(paragraphs=[Text("a")], phrase="asks", items=[Clause(paragraphs=["b"], phrase="asks")])] * 3
    found = declarations.inspection.find_losses(Declaration(title="A", resolutions=clauses), "text")
    (phrase,) = (one for one in found if "Clause.phrase" in one.message)
    assert phrase.code is FindingCode.LOST
    assert phrase.message == "text has no place for Clause.phrase: it is recognized again in the words"
    assert str(phrase.position) == "at resolutions[0].phrase"


def test_conversions_tell() -> None:
    """A conversion brings what reading reported and what the target lost; strict refuses to lose."""
    record = declarations.render(Declaration(title="A", votes=[Vote("Carried.", in_favour=3)]), "json")
    conversion = declarations.convert(record, format="json", to="csv")
    assert {one.code for one in conversion.findings} == {FindingCode.LOST}
    assert str(conversion) == conversion.text
    with pytest.raises(LossError) as failure:
        declarations.convert(record, format="json", to="csv", strict=True)
    assert failure.value.position == conversion.findings[0].position
    assert declarations.convert(record, format="json", to="xml", strict=True).findings == ()


def test_unknown_format() -> None:
    """A format that is not known is refused."""
    with pytest.raises(FormatError):
        declarations.inspection.find_losses(SAMPLE, "docx")
