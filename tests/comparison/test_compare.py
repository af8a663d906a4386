"""What changed between two declarations."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import pytest
from hypothesis import given

from declarations import Agent, Clause, Dated, Declaration, Label, Note, PartialDate, Source, Text, compare
from declarations.comparison import Change, ChangeKind
from declarations.text import Mark
from tests.strategies import declarations
from tests.timing import measure

WELLS = "Demands that the works above the village be closed"
COUNTY = "Calls on the county to test every well each month"
SCHOOLS = "Requests the schools to tell children about water"
JUNE = "Decides to meet again in June"


def clause(words: str, *items: Clause, label: str | None = None, id: str | None = None) -> Clause:
    """Make a clause of one paragraph."""
    return Clause(paragraphs=(Text(words),), items=items, label=Label(label) if label else None, id=id)


def resolve(*resolutions: Clause | str) -> Declaration:
    """Make a declaration of resolutions."""
    return Declaration(resolutions=[clause(one) if isinstance(one, str) else one for one in resolutions])


def tell(changes: Iterable[Change]) -> list[tuple[str | None, ...]]:
    """Give what happened, the field, and both addresses."""
    return [(change.kind.value, change.field, change.old_address, change.new_address) for change in changes]


def test_facts() -> None:
    """A fact that differs is changed, one that came is added, one that went is removed; each says old and new."""
    old = Declaration(title="On Wells", place="Izmir", dates=[Dated(date=PartialDate(2024, 3, 4), role="adopted")])
    new = Declaration(
        title="On Rivers",
        issuers=[Agent(name="The Assembly")],
        dates=[Dated(date=PartialDate(2024, 3, 5), role="adopted")],
    )
    changes = {change.field: change for change in compare(old, new)}
    assert {field: change.kind.value for field, change in changes.items()} == {
        "title": "changed",
        "place": "removed",
        "issuers": "added",
        "dates": "changed",
    }
    assert (changes["title"].old, changes["title"].new) == (("On Wells",), ("On Rivers",))
    assert changes["place"].old == ("Izmir",)
    assert changes["issuers"].new == ("The Assembly",)
    assert ["2024-03-04" in line for line in changes["dates"].old] == [True]
    assert ["2024-03-05" in line for line in changes["dates"].new] == [True]


def test_facts_that_print_alike_are_told_wholly() -> None:
    """Where only a field that is not printed differs, all fields are told."""
    old, new = (Declaration(issuers=[Agent(name="The Assembly", url=f"https://{site}.example/")]) for site in "ab")
    (change,) = compare(old, new)
    assert "https://a.example/" in change.old[0]
    assert "https://b.example/" in change.new[0]


def test_notes() -> None:
    """A value that prints no words of its own is told by its fields."""
    (change,) = compare(Declaration(), Declaration(notes=[Note(id="n1", label="*", paragraphs=["Of the valley."])]))
    assert (change.kind, change.new) == (ChangeKind.ADDED, ("id: n1; label: *; paragraphs: Of the valley.",))


def test_sources_are_not_compared() -> None:
    """Where a page was found is no part of what the declaration says."""
    assert compare(Declaration(title="A", source=Source(site="Wells")), Declaration(title="A")) == ()


def test_added_and_removed_clauses() -> None:
    """A clause that came or went does not make those behind it moved."""
    changes = compare(resolve(WELLS, COUNTY, JUNE), resolve(WELLS, SCHOOLS, JUNE))
    assert tell(changes) == [
        ("added", None, None, "resolutions[1]"),
        ("removed", None, "resolutions[1]", None),
    ]
    assert (changes[0].new, changes[1].old) == ((SCHOOLS,), (COUNTY,))


def test_removed_clauses_come_where_they_stood() -> None:
    """What went from the context comes before what changed in the resolutions."""
    old = attrs.evolve(resolve(COUNTY), context=[clause("Noting the drought"), clause(WELLS)])
    new = attrs.evolve(resolve(COUNTY, JUNE), context=[clause("Noting the drought")])
    assert tell(compare(old, new)) == [
        ("removed", None, "context[1]", None),
        ("added", None, None, "resolutions[1]"),
    ]


def test_reworded_clause() -> None:
    """A clause that shares most of its words is the same clause, reworded."""
    (change,) = compare(resolve(WELLS, COUNTY), resolve(WELLS, COUNTY.replace("month", "week")))
    assert tell([change]) == [("changed", "paragraphs", "resolutions[1]", "resolutions[1]")]
    assert (change.old, change.new) == ((COUNTY,), (COUNTY.replace("month", "week"),))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("要求县政府每月检测每一口水井", "要求县政府每周检测每一口水井"),
        ("يطالب المقاطعة بفحص كل بئر كل شهر", "يطالب المقاطعة بفحص كل بئر كل أسبوع"),
        ("काउंटी से हर महीने हर कुएँ की जाँच करने का आग्रह करता है", "काउंटी से हर सप्ताह हर कुएँ की जाँच करने का आग्रह करता है"),
    ],
)
def test_reworded_clause_in_any_script(old: str, new: str) -> None:
    """Likeness needs no blanks between words."""
    assert tell(compare(resolve(old), resolve(new))) == [("changed", "paragraphs", "resolutions[0]", "resolutions[0]")]


def test_moved_clauses() -> None:
    """Of clauses in another order, as few as possible have moved."""
    changes = compare(resolve(WELLS, COUNTY, SCHOOLS, JUNE), resolve(JUNE, WELLS, COUNTY, SCHOOLS))
    assert tell(changes) == [("moved", None, "resolutions[3]", "resolutions[0]")]
    assert changes[0].new == (JUNE,)


def test_moved_to_another_part_and_into_another_clause() -> None:
    """A clause in another part, or under another clause, has moved."""
    old = attrs.evolve(resolve(COUNTY, SCHOOLS), context=[clause(WELLS)])
    new = resolve(WELLS, clause(COUNTY, clause(SCHOOLS)))
    assert tell(compare(old, new)) == [
        ("moved", None, "context[0]", "resolutions[0]"),
        ("moved", None, "resolutions[1]", "resolutions[1].items[0]"),
    ]


def test_moved_and_reworded() -> None:
    """A clause can be moved and reworded; both are told."""
    changes = compare(resolve(WELLS, COUNTY, JUNE), resolve(COUNTY.replace("month", "week"), WELLS, JUNE))
    assert [kind for kind, *_ in tell(changes)] == ["moved", "changed"]


def test_ids_decide() -> None:
    """A clause that keeps its id is the same clause, whatever it says; the id itself is not compared."""
    assert tell(compare(resolve(clause(WELLS, id="a")), resolve(clause(JUNE, id="a")))) == [
        ("changed", "paragraphs", "resolutions[0]", "resolutions[0]")
    ]
    assert compare(resolve(clause(WELLS, id="a")), resolve(clause(WELLS, id="b"))) == ()


def test_labels_and_marks() -> None:
    """A new number is a changed label; where only marks differ, the strings are the same."""
    (change,) = compare(resolve(clause(WELLS, label="1.")), resolve(clause(WELLS, label="(a)")))
    assert (change.field, change.old, change.new) == ("label", ("1.",), ("(a)",))
    strong = Clause(paragraphs=(Text(WELLS, marks=(Mark(0, 7, "strong"),)),))
    (change,) = compare(resolve(WELLS), resolve(strong))
    assert (change.field, change.old, change.new) == ("paragraphs", (WELLS,), (WELLS,))


def test_groups_without_words() -> None:
    """A clause that has a label only is found by it, inside the same clause."""
    old, new = (
        resolve(Clause(label=Label("A."), items=[clause(WELLS)]), Clause(label=Label("B."), items=[clause(last)]))
        for last in (JUNE, COUNTY)
    )
    assert tell(compare(old, new)) == [
        ("added", None, None, "resolutions[1].items[0]"),
        ("removed", None, "resolutions[1].items[0]", None),
    ]


def strip(declaration: Declaration) -> Declaration:
    """Take away what is not compared: the source, and the ids of all clauses."""

    def strip_id(one: Clause) -> Clause:
        return attrs.evolve(one, id=None, items=[strip_id(item) for item in one.items])

    parts = ("context", "resolutions", "annexes")
    bare = {part: [strip_id(one) for one in getattr(declaration, part)] for part in parts}
    return attrs.evolve(declaration, source=None, **bare)


@given(declarations())
def test_same_declarations_have_no_changes(declaration: Declaration) -> None:
    """Nothing changes from a declaration to itself, with or without ids."""
    assert compare(declaration, declaration) == ()
    assert compare(strip(declaration), strip(declaration)) == ()


@given(declarations(), declarations())
def test_every_clause_is_accounted_for(old: Declaration, new: Declaration) -> None:
    """Clauses that stayed are as many in both; without a change both declarations say the same."""
    changes = compare(old, new)
    whole = [change for change in changes if change.field is None]
    removed = {change.old_address for change in whole if change.kind is ChangeKind.REMOVED}
    added = {change.new_address for change in whole if change.kind is ChangeKind.ADDED}
    assert removed <= {address for address, _ in old.walk()}
    assert added <= {address for address, _ in new.walk()}
    assert len(list(old.walk())) - len(removed) == len(list(new.walk())) - len(added)
    if not changes:
        assert strip(old) == strip(new)


@given(declarations(), declarations())
def test_the_way_back_removes_what_was_added(old: Declaration, new: Declaration) -> None:
    """From new to old as many clauses come as go from old to new, and the same facts differ."""
    there, back = compare(old, new), compare(new, old)
    facts = [
        {change.field for change in some if not change.old_address and not change.new_address and change.field}
        for some in (there, back)
    ]
    assert facts[0] == facts[1]


@pytest.mark.parametrize("words", ["Calls on county {0} to test well {1}", "Resolved.", "{0}{1}" * 30])
def test_growth_is_linear(words: str) -> None:
    """Ten times the clauses take about ten times the time: reworded, all alike, and in the reverse order."""
    took = []
    for count in (200, 2000):
        old, new = (
            resolve(*(words.format(number * 7919 % 10007, number + shift) for number in range(count)))
            for shift in (0, 1)
        )
        backwards = attrs.evolve(new, resolutions=new.resolutions[::-1])
        took.append(measure(compare, old, new) + measure(compare, old, backwards))
    assert took[1] < 40 * took[0]
