"""Running the commands that documents show, and rewriting what they show when it may change."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from declarations.cli.app import app

__all__ = ["REWRITE", "ROOT", "run", "settle"]

ROOT = Path(__file__).resolve().parents[1]
"""The root of the project."""

REWRITE = os.environ.get("REWRITE", "") == "1"
"""Whether expected outputs are written instead of compared: `REWRITE=1 python -m pytest`."""

_ENVIRONMENT = {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}


def run(command: str) -> str:
    """Run `declarations …` or `python …` in the root of the project; give what it prints, on stderr too."""
    program, *arguments = shlex.split(command)
    if program == "python":
        ran = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, **_ENVIRONMENT},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return ran.stdout.decode()
    assert program == "declarations"
    left = Path.cwd()
    os.chdir(ROOT)
    try:
        return CliRunner().invoke(app, arguments, prog_name=program, env=_ENVIRONMENT).output
    finally:
        os.chdir(left)


def settle(path: Path, expected: str, real: str) -> None:
    """Compare a document with what it should say, or rewrite it."""
    if REWRITE and expected != real:
        path.parent.mkdir(exist_ok=True)
        path.write_text(real, "utf-8")
    else:
        assert expected == real, f"{path.name} is not what the library gives; rewrite it with REWRITE=1"
