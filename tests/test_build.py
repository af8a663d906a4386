"""What the build hook makes: the index of the names in dates."""

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import babel
import pytest

from declarations.errors import DateError
from declarations.language import lexiconfiles
from declarations.language.dates import index, parse_date
from declarations.language.dates.knowing import know
from declarations.model import PartialDate
from tests.running import ROOT
from tools import dateindex

# What a build writes, of every thirtieth locale and of the one that prints several letters around its names.
BUILD = """
import json, sys
from declarations.language import lexiconfiles
from declarations.language.dates import index
every = sorted(index.localedata.locale_identifiers())
index.localedata.locale_identifiers = lambda: [*every[::30], "mn_Mong_MN"]
sys.stdout.buffer.write(json.dumps([index.build_index(), lexiconfiles.bundle_lexicons()]).encode())
"""


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


@pytest.fixture
def other_cldr(monkeypatch):
    """Work with an index in which Breton has other tags, as a Babel could have them, and a month of its own."""
    read = index._read_index()
    assert read is not None
    tags = [tag.replace("br", "qbr") if tag.partition("-")[0] == "br" else tag for tag in read["locales"]]
    breton = sum(1 << bit for bit, tag in enumerate(tags) if tag.startswith("qbr"))
    assert breton
    sets, names = [*read["sets"], f"{breton:x}"], [*read["names"], (("marzhig",), "M", 3, len(read["sets"]))]
    changed = {**read, "babel": "1.0", "locales": tags, "sets": sets, "names": names}
    monkeypatch.setattr(index, "_read_index", lambda: changed)
    cached = (index.load_everywhere, index.list_tags, index.common_orders, index.common_language, know)
    for function in cached:
        function.cache_clear()
    yield
    for function in cached:
        function.cache_clear()


@pytest.mark.usefixtures("other_cldr")
def test_locales_of_another_cldr_are_left_out() -> None:
    """Locales of the index that Babel does not have are not named, and names that only they print are no months."""
    reading = parse_date("7 mars 2025")
    assert reading.date == PartialDate(2025, 3, 7)
    assert "fr" in reading.locales
    for text in ("7 Meurzh 2025", "7 marzhig 2025"):
        with pytest.raises(DateError):
            parse_date(text)
    assert parse_date("7 Meurzh 2025", locale="br").date == PartialDate(2025, 3, 7)


def test_two_builds_give_the_same_bytes() -> None:
    """What is built does not depend on the order in which Python keeps sets."""
    builds = {
        subprocess.run(
            [sys.executable, "-c", BUILD],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(builds) == 1


def test_the_bundle_depends_on_content_alone(tmp_path) -> None:
    """Two checkouts, whose files have other times, give the same bundle; other words give another."""
    lexicon = tmp_path / "xx.toml"
    lexicon.write_text('noted = ["a"]', "utf-8")
    before = lexiconfiles.bundle_lexicons(tmp_path)
    os.utime(lexicon, (0, 0))
    assert lexiconfiles.bundle_lexicons(tmp_path) == before
    lexicon.write_text('noted = ["b"]', "utf-8")
    assert lexiconfiles.bundle_lexicons(tmp_path) != before
