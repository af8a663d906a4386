"""The sheets of the examples are in the reference as the library gives them; `REWRITE=1` writes them."""

import re
from collections.abc import Iterator

import declarations
from declarations.language.messages import available_catalogs
from declarations.language.names import name_language
from tests.running import ROOT, settle

PAGE = ROOT / "docs" / "reference" / "metadata-sheets.md"
EXAMPLES = ("harbour-statement.html", "library-motion.md", "river-charter.txt")
SHEETS = re.compile(r"(?<=<!-- sheets -->\n\n).*(?=<!-- end -->)", re.DOTALL)


def make_sheets() -> Iterator[str]:
    """Yield a section for every language, with one sheet for each example."""
    examples = [declarations.read(ROOT / "examples" / name) for name in EXAMPLES]
    names = {name_language(tag, "en"): tag for tag in available_catalogs()}
    for name, tag in sorted(names.items()):
        yield f"## {name} ({tag})\n"
        for one in examples:
            yield declarations.render_sheet_html(declarations.localize(one, tag))


def test_sheets_in_the_reference() -> None:
    """Every sheet of every example stands in the reference."""
    text = PAGE.read_text("utf-8")
    real = "\n".join(make_sheets()) + "\n"
    assert real.count("<dl ") == len(EXAMPLES) * len(available_catalogs())
    settle(PAGE, text, SHEETS.sub(lambda _: real, text))
