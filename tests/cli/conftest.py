"""What the tests of the command line share: a way to run it, and small documents."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from declarations.cli.app import app

PAGE = """<!doctype html><html lang="en"><head><title>For Clean Wells</title></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>For Clean Wells</h1><p class="byline">4 March 2024</p>
<p>The wells of the valley have been fouled since the works were opened above the village last year.</p>
<p>Therefore,</p>
<ol><li>The assembly demands that the works be closed.</li><li>The assembly calls on the county to test
every well.</li></ol></article></body></html>"""

RECORD = (
    '{"title": "For Clean Wells", "resolutions": [{"paragraphs": [{"text": "The assembly demands clean wells."}]}]}'
)

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a fresh folder with a page, a record and a broken record."""
    (tmp_path / "wells.html").write_text(PAGE, "utf-8")
    (tmp_path / "record.json").write_text(RECORD, "utf-8")
    (tmp_path / "broken.json").write_text('{"title": "For', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:  # noqa: ARG001 - it is the working directory
    """Give a function that runs the command in the folder, at 80 columns and without colours."""

    def run(*arguments: str, data: str | bytes = b"") -> Result:
        environment = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
        result = CliRunner().invoke(app, list(arguments), input=data, prog_name="declarations", env=environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def start(folder: Path) -> Callable[..., subprocess.Popen[bytes]]:  # noqa: ARG001 - as above
    """Give a function that starts the command as a process of its own."""

    def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
        code = "from declarations.cli import main; main()"
        environment = {**os.environ, **options.pop("env", {})}
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen([sys.executable, "-c", code, *arguments], env=environment, **{**pipes, **options})

    return start
