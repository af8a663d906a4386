"""One declaration written by hand, with something in every field."""

from __future__ import annotations

import datetime as dt

from declarations import Agent, Clause, Dated, Declaration, Identifier, Label, Note, Signatory, Source, Text, Vote
from declarations.text import Mark

SAMPLE = Declaration(
    kind="statement",
    title="Statement on the Harbour",
    subtitle="Second reading",
    identifiers=[Identifier("HA/2025/3", scheme="local")],
    issuers=[Agent(name="Harbour Assembly", abbreviation="HA", kind="body", aliases=["Harbor Assembly"])],
    addressees=[Agent(name="Mayor of Old Port", kind="person")],
    dates=[
        Dated(role="adopted", date="2025-03-06/2025-03-07", text="6 and 7 March 2025"),
        Dated(role="published", date="2025-03-08", time=dt.time(9, 30, tzinfo=dt.UTC)),
    ],
    place="Old Port",
    meeting="12th General Assembly",
    language="en",
    enacting=Text("The Harbour Assembly,"),
    context_heading=Text("Preamble"),
    context=[Clause(paragraphs=["Recalling the flood of last winter,"], phrase="Recalling", stance="recalling")],
    formula=Text("Resolves:"),
    resolutions_heading=Text("Resolved"),
    resolutions=[
        Clause(
            id="walls",
            label=Label("1.", ordinal=1, style="decimal"),
            heading=Text("Walls"),
            paragraphs=[
                Text("Asks the town to raise the walls;", [Mark(0, 4, "emphasis"), Mark(32, 32, "note", "n1")])
            ],
            items=[
                Clause(label=Label("(a)", ordinal=1, style="lower-alpha"), paragraphs=["in the north;"]),
                Clause(label=Label("(b)", ordinal=2, style="lower-alpha"), paragraphs=["in the south;"]),
            ],
            tail=["before the next winter."],
            phrase="Asks",
            action="asks",
        ),
    ],
    closing=[Text("Done at Old Port."), Text("Adopted by 14 votes to 2.")],
    votes=[Vote("Adopted by 14 votes to 2.", manner="majority", in_favour=14, against=2)],
    signatories=[
        Signatory(
            agent=Agent(name="Ada Quay", kind="person"),
            role="mover",
            capacity="President",
            on_behalf_of=Agent(name="Pier Union"),
        )
    ],
    notes=[Note(id="n1", label="1", paragraphs=["See the report of the engineers."])],
    annexes=[
        Clause(heading=Text("Annex: levels"), paragraphs=[Text("North\t4 m\nSouth\t5 m", [Mark(0, 19, "table")])])
    ],
    source=Source(
        url="https://example.org/harbour",
        site="Harbour News",
        author="press office",
        categories=["Statements"],
        media_type="text/html",
    ),
    translation_of="https://example.org/liman",
)
