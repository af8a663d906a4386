"""The reference of edoxen says what its tables of words and of losses hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from declarations.losses import LOSSES
from declarations.records.edoxen import vocabulary as words
from tests.running import ROOT, settle
from tests.test_docs import make_table

TABLE = re.compile(r"(?<=<!-- edoxen: )([a-z]+)( -->\n\n)(.*?)(?=\n<!-- end -->)", re.DOTALL)
LISTS = {
    "type": words.KINDS,
    "type of a date": words.DATES,
    "type of a consideration": words.CONSIDERATIONS,
    "type of an action": words.ACTIONS,
    "degree of an approval": words.DEGREES,
}


def table_of_words() -> str:
    """Our words for which edoxen has another, or none."""
    rows = [
        (where, f"`{ours}`", f"`{theirs}`" if theirs else "left out", "yes" if ours in table.same else "no")
        for where, table in LISTS.items()
        for ours, theirs in (table.same | table.near).items()
        if ours != theirs
    ]
    return make_table(("Where", "Ours", "Written", "Comes back"), rows)


def table_of_losses() -> str:
    """Every field that does not survive."""
    return make_table(
        ("Field", "What becomes of it"), [(f"`{name}`", loss.fate) for name, loss in LOSSES["edoxen"].items()]
    )


TABLES: dict[str, Callable[[], str]] = {"words": table_of_words, "losses": table_of_losses}


def test_the_reference_is_right() -> None:
    """The tables in the reference are those of the code."""
    path = ROOT / "docs" / "reference" / "edoxen.md"
    text = path.read_text("utf-8")
    assert [found[1] for found in TABLE.finditer(text)] == list(TABLES)
    settle(path, text, TABLE.sub(lambda found: f"{found[1]}{found[2]}{TABLES[found[1]]()}", text))
