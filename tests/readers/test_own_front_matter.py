"""Front matter of our own pages reads the same with both parsers of PyYAML, and never stands for more than it says."""

from __future__ import annotations

import json
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import attrs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from declarations.blocks import MetadataKind, Page
from declarations.findings import FindingCode
from declarations.placement import VERSION
from declarations.readers.frontmatter import read_front_matter
from declarations.readers.fronts import Front
from declarations.writers.markdown_front import write_front_matter
from tests.strategies import separated_strings

CONTENT = f"""\
{VERSION}: 1
shown: '12345678'
kind: resolution
dates:
- {{date: 2026-03-07, role: adopted}}
notes: {{n1: "*", n2: "\\u2020"}}
clauses:
  resolution:
  - {{id: r1, phrase: Calls upon, ordinal: 10}}
  - {{}}
"""
BROKEN = [
    f"{VERSION}: 1\nissuers: &all [a]\nnotes: *all\n",
    f"{VERSION}: 1\nkind: [a, b\n",
    f"{VERSION}: 1\nkind: 'a\n",
    f"{VERSION}: 1\nkind: \x07\n",
    f"{VERSION}: 1\nkind: {'[' * 5_000}\n",
    f"{VERSION}: 1\nnotes: a\n",
]


@pytest.fixture(params=["libyaml", "python"])
def module(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the module as it is with libyaml, and as it is without."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    spec = find_spec("declarations.readers.statedfront")
    assert spec is not None
    assert spec.loader is not None
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    assert (loaded._LOADER is yaml.BaseLoader) is (request.param == "python")
    return loaded


def test_values_are_read_as_written(module: ModuleType) -> None:
    """A day stays a string, a number is a number, and clauses keep their order."""
    front, finding = module.read_front(CONTENT, 2)
    assert finding is None
    assert attrs.astuple(front) == (
        '{"format": 1, "kind": "resolution", "dates": [{"date": "2026-03-07", "role": "adopted"}]}',
        {"resolution": [{"id": "r1", "phrase": "Calls upon", "ordinal": 10}, {}]},
        {"n1": "*", "n2": "\u2020"},
        "12345678",
    )


@given(separated_strings())
@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_separators_stay_where_they_stand(module: ModuleType, string: str) -> None:
    """Both parsers, and the reader for front matter of others, read every string as it was written."""
    head = json.dumps({"format": 1, "kind": "resolution", "place": string, "meeting": f"a{string}a"})
    content = write_front_matter(Page(attributes={"head": head})).removeprefix("---\n").removesuffix("---\n")
    front, finding = module.read_front(content, 2)
    assert finding is None
    assert json.loads(front.head) == json.loads(head)
    metadata, finding = read_front_matter(Front(content, "YAML", 2))
    assert finding is None
    assert [item.value for item in metadata if item.kind is MetadataKind.PLACE] == [string]


@pytest.mark.parametrize("content", BROKEN)
def test_what_is_broken_is_told(module: ModuleType, content: str) -> None:
    """References, unfinished lists and strings, control characters and endless nesting give a finding."""
    front, finding = module.read_front(content, 2)
    assert front is None
    assert finding is not None
    assert finding.code is FindingCode.BROKEN_METADATA
    assert finding.position is not None


def test_front_matter_of_others(module: ModuleType) -> None:
    """Front matter without our key is not ours, whatever else it holds."""
    assert module.read_front("title: A\n", 2) == (None, None)
    assert module.read_front(f"title: {VERSION}\n", 2) == (None, None)
