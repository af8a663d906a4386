"""The sheets of the examples are in the reference as the library gives them; `REWRITE=1` writes them."""

import re
import unicodedata
from collections.abc import Iterator

import declarations
from declarations.language.messages import available_catalogs
from declarations.language.names import name_language
from tests.running import ROOT, settle

PAGE = ROOT / "docs" / "reference" / "metadata-summaries.md"
EXAMPLES = ("harbour-statement.html", "library-motion.md", "river-charter.txt")
SHEETS = re.compile(r"(?<=<!-- sheets -->\n\n).*(?=<!-- end -->)", re.DOTALL)

# What CLDR prints, which is not the same in each of its versions: dates as far as the word for what happened, digits.
DATES = re.compile(r'(?<=<dd data-field="dates">).*(?=[(（])')
DIGITS = re.compile(r"\d")


def make_sheets() -> Iterator[str]:
    """Yield a section for every language, with one sheet for each example."""
    examples = [declarations.read(ROOT / "examples" / name) for name in EXAMPLES]
    names = {name_language(tag, "en"): tag for tag in available_catalogs()}
    for name, tag in sorted(names.items()):
        yield f"## {name} ({tag})\n"
        for one in examples:
            yield declarations.localization.render_summary_html(declarations.localize(one, tag))


def leave_out_cldr(sheets: str) -> str:
    """Leave out the dates, and write the digits of a locale as Latin ones."""
    return DIGITS.sub(lambda digit: str(unicodedata.decimal(digit[0])), DATES.sub("", sheets))


def test_sheets_in_the_reference() -> None:
    """Every sheet of every example stands in the reference, but for what differs between versions of CLDR."""
    text = PAGE.read_text("utf-8")
    real = "\n".join(make_sheets()) + "\n"
    assert real.count("<dl ") == len(EXAMPLES) * len(available_catalogs())
    assert real.count('<dd data-field="dates">') == len(DATES.findall(real)) > len(available_catalogs())
    page = SHEETS.sub(lambda _: real, text)
    if leave_out_cldr(text) != leave_out_cldr(page):
        settle(PAGE, text, page)
