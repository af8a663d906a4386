"""The documentation says what the code does: its tables are made from the code, its commands are run.

Python examples are run by Sybil (see `conftest.py`); here are the tables and the `console` examples.
"""

import ast
import inspect
import itertools
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import attrs
import pytest
import typer

import declarations
from declarations.cli.app import app
from declarations.formats import FORMATS
from declarations.recognition.adjust import RULES
from declarations.recognition.decide.cues import CUES
from declarations.recognition.decide.weights import PARTS, load_transitions, load_weights
from declarations.recognition.extract.table import EXTRACTORS
from declarations.recognition.pipeline import PAGE_STEPS, STEPS
from tests.public import PUBLIC
from tests.records.survival import FIELDS, survives
from tests.running import ROOT, run, settle

DOCUMENTS = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("[!_]*/*.md"))]
TABLE = re.compile(r"(?<=<!-- table: )([a-z]+)( -->\n\n)(.*?)(?=\n<!-- end -->)", re.DOTALL)
CONSOLE = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
MODEL = (
    "Declaration",
    "Agent",
    "Signatory",
    "Vote",
    "Dated",
    "Clause",
    "Label",
    "Text",
    "Mark",
    "Note",
    "Source",
    "Identifier",
)


def make_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a Markdown table."""
    lines = [list(headings), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def fields_of(one: type) -> list[tuple[str, str, str]]:
    """Give name, type as written, and docstring of every field of a model class."""

    def written(annotation: ast.expr) -> str:
        return ast.unparse(annotation).replace("_AnyDate", "PartialDate | DateRange").replace("dt.", "datetime.")

    tree = ast.parse(inspect.getsource(one))
    body = tree.body[0].body
    told = {
        node.target.id: (written(node.annotation), inspect.cleandoc(following.value.value))
        for node, following in itertools.pairwise(body)
        if isinstance(node, ast.AnnAssign) and isinstance(following, ast.Expr)
    }
    return [(field.name, *told[field.name]) for field in attrs.fields(one)]


def table_of_fields() -> str:
    """Every model class with its fields."""
    parts = []
    for name in MODEL:
        one = PUBLIC[name]
        rows = [(f"`{field}`", f"`{kind}`", " ".join(told.split())) for field, kind, told in fields_of(one)]
        first = inspect.getdoc(one).split("\n\n")[0]
        parts.append(f"### {name}\n\n{' '.join(first.split())}\n\n{make_table(('Field', 'Type', 'Meaning'), rows)}")
    return "\n".join(parts)


def table_of_findings() -> str:
    """Every code with its severity and meaning."""
    rows = [(f"`{code}`", str(severity), told) for code, (severity, told) in declarations.inspection.FINDINGS.items()]
    return make_table(("Code", "Severity", "Meaning"), rows)


def table_of_formats() -> str:
    """Every format."""

    def quoted(words: Iterable[str]) -> str:
        return " ".join(f"`{word}`" for word in words)

    rows = [
        (
            f"`{one.name}`",
            one.title,
            quoted(one.suffixes),
            quoted(one.media_types),
            "yes" if one.is_readable else "no",
            "yes" if one.is_writable else "no",
            "many" if one.collection else "one",
        )
        for one in FORMATS
    ]
    return make_table(("Name", "What it is", "Suffixes", "Media types", "Read", "Written", "Holds"), rows)


def table_of_survival() -> str:
    """Every field of the model against every format, found by writing and reading it."""
    names = [one.name for one in FORMATS]
    rows = [(f"`{field}`", *(survives(name, field).value for name in names)) for field in FIELDS]
    return make_table(("Field", *names), rows)


def first_sentence(function: Callable[..., object]) -> str:
    """Return the first sentence of a docstring."""
    return (inspect.getdoc(function) or "").partition("\n")[0]


def table_of_steps() -> str:
    """Every step of recognition, in order."""
    rows = [(f"`{step.__name__}`", first_sentence(step)) for step in (*PAGE_STEPS, *STEPS)]
    return make_table(("Step", "What it does"), rows)


def table_of_cues() -> str:
    """Every cue of recognition, and what it is worth."""
    worth: dict[str, list[str]] = {name: [] for name in CUES}
    for (cue, seen), evidence in load_weights().evidence.items():
        figures = ", ".join(f"{one.part} {one.weight:+.3g}" for one in evidence)
        worth[cue].append(f"*{seen}*: {figures}")
    rows = [(f"`{name}`", first_sentence(cue), "; ".join(worth[name])) for name, cue in CUES.items() if name != "hint"]
    return make_table(("Cue", "What it sees", "What that is worth"), rows)


def table_of_transitions() -> str:
    """What it costs to go from part to part."""
    costs = [dict(row) for row in load_transitions()]
    rows = [
        (f"**{part}**", *(f"{row[place]:.3g}" if place in row else "" for row in costs))
        for place, part in enumerate(PARTS)
    ]
    return make_table(("", *PARTS), rows)


def table_of_rules() -> str:
    """Every rule after the path."""
    return make_table(("Rule", "What it does"), [(f"`{name}`", first_sentence(rule)) for name, rule in RULES.items()])


def table_of_extractors() -> str:
    """Every extractor, in order."""
    return make_table(
        ("Extractor", "What it takes out"), [(f"`{name}`", first_sentence(one)) for name, one in EXTRACTORS.items()]
    )


def table_of_commands() -> str:
    """Every command with its arguments and options."""
    parts = []
    for name, command in typer.main.get_command(app).commands.items():
        rows = []
        for parameter in command.params:
            is_option = parameter.param_type_name == "option"
            sign = ", ".join(f"`{one}`" for one in parameter.opts) if is_option else f"`{parameter.metavar}`"
            value = f" `{parameter.metavar}`" if is_option and parameter.metavar else ""
            rows.append((sign + value, parameter.help))
        told = inspect.cleandoc(command.help or "")
        table = make_table(("Argument or option", "Meaning"), rows) if rows else ""
        parts.append(f"## declarations {name}\n\n{told}\n" + (f"\n{table}" if table else ""))
    return "\n".join(parts)


TABLES: dict[str, Callable[[], str]] = {
    "fields": table_of_fields,
    "findings": table_of_findings,
    "formats": table_of_formats,
    "survival": table_of_survival,
    "steps": table_of_steps,
    "cues": table_of_cues,
    "transitions": table_of_transitions,
    "rules": table_of_rules,
    "extractors": table_of_extractors,
    "commands": table_of_commands,
}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_tables_and_commands(path: Path) -> None:
    """Tables hold what the code holds, and commands print what the document shows."""
    text = path.read_text("utf-8")
    real = TABLE.sub(lambda found: f"{found[1]}{found[2]}{TABLES[found[1]]()}", text)
    settle(path, text, CONSOLE.sub(lambda found: run_console(found[1]), real))


def run_console(block: str) -> str:
    """Run the commands of one block (lines after `$`) and give the block with their real output."""
    shown = []
    for line in block.splitlines():
        if line.startswith("$ "):
            shown += [line, *run(line[2:]).splitlines()]
    return "".join(f"{line}\n" for line in shown)


def test_every_table_is_shown() -> None:
    """No table is made that no document shows."""
    shown = {found[1] for path in DOCUMENTS for found in TABLE.finditer(path.read_text("utf-8"))}
    assert shown == set(TABLES)


def test_links_lead_somewhere() -> None:
    """Links between the documents lead to files that exist."""
    lost = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in [*DOCUMENTS, ROOT / "docs" / "index.md", ROOT / "CONTRIBUTING.md"]
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists()
    ]
    assert lost == []


def test_readme_commands() -> None:
    """The two commands that a newcomer needs are in the README as they are run in CI."""
    readme = (ROOT / "README.md").read_text("utf-8")
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    for command in (
        'python -m pip install ".[cli]" && declarations convert examples/harbour-statement.html --to json',
        'python -m pip install -e ".[test]" && python -m pytest',
    ):
        assert command in readme
        assert command in script
