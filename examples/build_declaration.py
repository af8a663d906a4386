"""Build a declaration by hand and write it as JSON and XML: python examples/build_declaration.py."""

import attrs

from declarations import Agent, Clause, Dated, Declaration, Label, Text, parse, render
from declarations.model import Action, AgentKind, DateRole, DeclarationKind, LabelStyle, Stance
from declarations.text import Mark, MarkKind


def make_motion() -> Declaration:
    """Make a motion with one recital, two numbered resolutions, and ids."""
    words = "Recalling the decision of 2019 to plant a thousand trees,"
    motion = Declaration(
        kind=DeclarationKind.MOTION,
        title="Trees for the Old Market",
        issuers=[Agent(name="Residents' Council of Lindenfeld", abbreviation="RCL", kind=AgentKind.BODY)],
        dates=[Dated(role=DateRole.ADOPTED, date="2024-05-07", text="7 May 2024")],
        place="Lindenfeld",
        language="en",
        context=[
            Clause(
                paragraphs=[Text(words, [Mark(0, 9, MarkKind.EMPHASIS)])],
                phrase="Recalling",
                stance=Stance.RECALLING,
            )
        ],
        formula="The council",
        resolutions=[
            Clause(
                label=Label("1.", ordinal=1, style=LabelStyle.DECIMAL),
                paragraphs=["decides to plant forty lime trees in the Old Market;"],
                phrase="decides",
                action=Action.DECIDES,
            ),
            Clause(
                label=Label("2.", ordinal=2, style=LabelStyle.DECIMAL),
                paragraphs=["invites every household to water one of them."],
                phrase="invites",
                action=Action.INVITES,
            ),
        ],
    )
    return motion.with_ids()


def main() -> None:
    """Print the motion in both formats, and see that both give it back."""
    motion = make_motion()
    print(render(motion, "json").rstrip())
    print(render(motion, "xml").rstrip())
    assert all(parse(render(motion, format), format=format) == motion for format in ("json", "xml"))
    print(attrs.evolve(motion, title="Trees for the New Market"))


if __name__ == "__main__":
    main()
