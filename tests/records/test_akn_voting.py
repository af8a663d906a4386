"""Votes in the metadata of Akoma Ntoso of others."""

from __future__ import annotations

import pytest

from declarations import Vote
from declarations.inspection import FindingCode
from declarations.records import akn

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
REFERENCES = """<references source="#x">
  <TLCConcept eId="c1" href="/akn/ontology/concept/un/ayes" showAs="In favour"/>
  <TLCConcept eId="c2" href="/x" showAs="Against"/>
  <TLCConcept eId="concept_abstention" href="/x" showAs="abstention"/>
  <TLCConcept eId="c4" href="/akn/ontology/concept/un/unanimous" showAs="Carried by all"/></references>"""


def wrap(voting: str) -> str:
    """Put what `parliamentary` holds into a document."""
    analysis = f'<analysis source="#x"><parliamentary source="#x">{voting}</parliamentary></analysis>'
    meta = f"<meta>{analysis}{REFERENCES}</meta>"
    body = "<mainBody><p>Asks.</p></mainBody>"
    return f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution">{meta}{body}</statement></akomaNtoso>'


@pytest.mark.parametrize(
    ("voting", "vote"),
    [
        (
            (
                '<voting outcome="#c4"><quorum value="20"/><count value="14" refersTo="#c1"/>'
                '<count value="2" refersTo="#c2"/><count value="1" refersTo="#concept_abstention"/></voting>'
            ),
            Vote("In favour 14, Against 2, abstention 1", manner="unanimous", in_favour=14, against=2, abstaining=1),
        ),
        ('<voting><count value="014" refersTo="#in-favour"/></voting>', Vote("in-favour 014", in_favour=14)),
        ('<recount><count value="0" refersTo="#noes"/></recount>', Vote("noes 0", against=0)),
    ],
)
def test_counts_make_a_vote(voting: str, vote: Vote) -> None:
    """What is counted is told by the name, address or words of the concept; the numbers are printed as they stand."""
    declaration, findings = akn.load(wrap(voting))
    assert declaration.votes == (vote,)
    assert findings == ()


@pytest.mark.parametrize(
    "counts",
    [
        '<count value="3" refersTo="#nobody-knows"/>',
        '<count value="3"/>',
        '<count value="3" refersTo="#c1"/><count value="3" refersTo="#yes"/>',
        '<count value="-3" refersTo="#c1"/>',
        '<count value="three" refersTo="#c1"/>',
        f'<count value="{"9" * 16}" refersTo="#c1"/>',
        f'<count value="{"9" * 5000}" refersTo="#c1"/>',
        '<count value="³" refersTo="#c1"/>',
    ],
)
def test_counts_that_are_not_plain_are_reported(counts: str) -> None:
    """A number of which nobody knows what it counts makes no vote, but a finding that shows it."""
    declaration, findings = akn.load(wrap(f"<voting>{counts}</voting>"))
    assert declaration.votes == ()
    assert [finding.code for finding in findings] == [FindingCode.NOT_UNDERSTOOD]
    assert findings[0].excerpt


def test_an_outcome_is_a_vote_and_a_quorum_is_none() -> None:
    """What was decided, and how, is told without numbers too; how many had to be there says nothing of it."""
    declaration, findings = akn.load(wrap('<voting outcome="#adoptedWithoutVote"/><voting outcome="#c4"/><voting/>'))
    assert findings == ()
    assert declaration.votes == (
        Vote("adoptedWithoutVote", manner="consensus"),
        Vote("Carried by all", manner="unanimous"),
    )
    declaration, findings = akn.load(wrap('<quorumVerification><quorum value="3"/></quorumVerification>'))
    assert (declaration.votes, findings) == ((), ())
