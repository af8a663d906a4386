"""Data beside the modules of this package, whether the library is a folder or lies in a zip file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["find_resource"]


def find_resource(package: str, name: str) -> Traversable:
    """Return a file or folder of a package below `declarations.language`, given by its full name.

    In a folder it is a path, which loads nothing; only what is not there is asked of `importlib.resources`.
    """
    path = Path(__file__).parent.joinpath(*package.split(".")[2:], name)
    if path.exists():
        return path
    files: Traversable = import_module("importlib.resources").files(package)
    return files / name
