"""How the library is used, for the type checker: this file is checked, not run."""

from pathlib import Path
from typing import assert_type

import attrs

import declarations
from declarations import (
    Action,
    Agent,
    Clause,
    Dated,
    DateRange,
    Declaration,
    Finding,
    Judgement,
    Label,
    Mark,
    PartialDate,
    Reading,
    Severity,
    Stance,
    Text,
)

statement = declarations.parse(b"...", format="html", url="https://example.org/", language="en")
assert_type(statement, Declaration)
assert_type(declarations.parse("..."), Declaration)
assert_type(declarations.read(Path("statement.html")), Declaration)
assert_type(declarations.read("statement.html"), Declaration)
assert_type(declarations.render(statement, "json"), str)
assert_type(declarations.convert("...", to="xml", format="markdown"), str)
declarations.write(statement, Path("statement.json"))

reading = declarations.examine("...")
assert_type(reading, Reading)
assert_type(reading.findings, tuple[Finding, ...])
assert_type(reading.findings[0].severity, Severity)
assert_type(reading.judgements, tuple[Judgement, ...])

assert_type(statement.title, str | None)
assert_type(statement.issuer, Agent | None)
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

try:
    declarations.parse(b"\x00")
except declarations.InputError as error:
    assert_type(error.hint, str | None)
    assert_type(error.position, declarations.Position | None)
