"""How the library is used, for the type checker: this file is checked, not run."""

import datetime as dt
from pathlib import Path
from typing import assert_type

import attrs

import declarations
from declarations import Agent, Clause, Dated, DateRange, Declaration, Finding, Label, PartialDate, Reading, Text, Vote
from declarations.dates import DateMatch, DateReading
from declarations.inspection import Judgement, Severity
from declarations.model import Action, Stance
from declarations.text import Mark

statement = declarations.parse(b"...", format="html", url="https://example.org/", language="en")
assert_type(statement, Declaration)
assert_type(declarations.parse("..."), Declaration)
assert_type(declarations.read(Path("statement.html")), Declaration)
assert_type(declarations.read("statement.html"), Declaration)
assert_type(declarations.render(statement, "json"), str)
assert_type(declarations.convert("...", to="xml", format="markdown"), declarations.conversion.Conversion)
declarations.write(statement, Path("statement.json"))

reading = declarations.examine("...")
assert_type(reading, Reading)
assert_type(reading.findings, tuple[Finding, ...])
assert_type(reading.findings[0].severity, Severity)
assert_type(reading.judgements, tuple[Judgement, ...])
assert_type(reading.others, tuple[Reading, ...])
assert_type(declarations.inspection.render_explanation(reading, title="statement.html"), str)

assert_type(statement.title, str | None)
assert_type(statement.issuer, Agent | None)
assert_type(statement.meeting, str | None)
assert_type(statement.votes, tuple[Vote, ...])
assert_type(statement.date, PartialDate | DateRange | None)
assert_type(statement.dated("adopted"), Dated | None)
assert_type(statement.formula, Text | None)
assert_type(statement.resolutions, tuple[Clause, ...])
assert_type(statement.at("resolutions[0]").action, Action | None)
assert_type(statement.context[0].stance, Stance | None)
assert_type(statement.resolutions[0].label, Label | None)
assert_type(statement.resolutions[0].paragraphs, tuple[Text, ...])
assert_type(statement.resolutions[0].text, str)
assert_type([address for address, _ in statement.walk()], list[str])
assert_type(attrs.evolve(statement, title="Another"), Declaration)

# Converters take what people have at hand: strings, lists, iterators, EDTF dates, names of members.
made = Declaration(
    kind="statement",
    title="For a Quiet Night",
    issuers=[Agent(name="Neighbours of Elm Lane", kind="ngo")],
    dates=[Dated(role="adopted", date="2024-05")],
    context=(Clause(paragraphs=[text]) for text in ("The nights are loud.",)),
    formula="Therefore,",
    resolutions=[Clause(paragraphs=[Text("We ask for quiet.", [Mark(0, 2, "emphasis")])], action="asks")],
)
assert_type(made, Declaration)

assert_type(declarations.dates.parse_date("7 mars 2025", locale="fr", order="dmy"), DateReading)
assert_type(declarations.dates.parse_date("7 mars 2025").date, PartialDate | DateRange | None)
assert_type(declarations.dates.parse_date("7 mars 2025").time, dt.time | None)
assert_type(declarations.dates.find_dates("le 7 mars 2025"), tuple[DateMatch, ...])
assert_type(declarations.dates.find_dates("le 7 mars 2025")[0].start, int)
assert_type(declarations.dates.format_date(dt.date(2025, 3, 7), "fr", style="full", numbering="native"), str)
assert_type(declarations.labels.format_label(3, locale="ar", form="article"), Label)
assert_type(declarations.labels.localize_label(Label("3."), "ar"), str)
declarations.no_such_name  # type: ignore[attr-defined]  # noqa: B018 - a wrong name is found before the run

try:
    declarations.parse(b"\x00")
except declarations.errors.InputError as error:
    assert_type(error.hint, str | None)
    assert_type(error.position, declarations.inspection.Position | None)
