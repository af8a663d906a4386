"""What the build hook makes: the index of the names in dates."""

import json
import os
from importlib import resources
from pathlib import Path

import babel
import pytest

from declarations.language.dates import index
from tools import dateindex


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Give a file of an index that is current, for all that its head says."""
    path = tmp_path / index.INDEX_FILE
    path.write_text(json.dumps({"babel": babel.__version__}), "utf-8")
    return path


def test_the_index_is_installed() -> None:
    """The package holds the index; where it does not, it has to be built with `python -m tools.dateindex`."""
    file = resources.files("declarations.language.dates") / index.INDEX_FILE
    assert file.is_file()
    assert json.loads(file.read_text("utf-8")).keys() >= {"babel", "locales", "names", "sets"}


def test_the_index_is_written(tmp_path, monkeypatch) -> None:
    """What is written is what the code builds, in as few bytes as JSON needs, and is current then."""
    monkeypatch.setattr(dateindex, "build_index", lambda: {"babel": babel.__version__, "glue": ["г"]})
    target = tmp_path / "names.json"
    assert dateindex.write_index(target)
    assert target.read_text("utf-8") == f'{{"babel":"{babel.__version__}","glue":["г"]}}'
    assert not dateindex.write_index(target)


def test_a_current_index_is_kept(target) -> None:
    """An index of this Babel and this code is not written again."""
    assert dateindex.is_current(target)


def test_an_older_index_is_not_current(target) -> None:
    """One that was made before the code was changed is."""
    os.utime(target, (0, 0))
    assert not dateindex.is_current(target)


@pytest.mark.parametrize("text", ['{"babel": "1.0"}', "{}", "[]", "null", '{"babel', ""])
def test_another_index_is_not_current(target, text) -> None:
    """Nor is one of another Babel, or a broken one."""
    target.write_text(text, "utf-8")
    assert not dateindex.is_current(target)


def test_no_index_is_not_current(tmp_path) -> None:
    """Nor is none."""
    assert not dateindex.is_current(tmp_path / "names.json")


def test_the_code_does_without(monkeypatch) -> None:
    """Without the file the index is made of all of CLDR; that of another Babel is good enough."""
    read = index._read_index()
    assert read is not None
    for found, times in ((None, 1), ({**read, "babel": "1.0"}, 0)):
        made = []
        monkeypatch.setattr(index, "_read_index", lambda found=found: found)
        monkeypatch.setattr(index, "build_index", lambda made=made: made.append(1) or read)
        assert index.load_everywhere.__wrapped__().locales == tuple(read["locales"])
        assert len(made) == times
