"""All that is public: the names of the front door and of its submodules."""

from __future__ import annotations

import importlib
from typing import Any

import declarations

_WHOLE = ("dates", "labels", "localization", "inspection", "comparison", "errors")
"""Submodules whose names are all public."""
_SOME = {
    "model": "Action AgentKind DateRole DeclarationKind LabelStyle SignatoryRole Stance VoteManner",
    "text": "Mark MarkKind",
    "formats": "FORMATS Format",
    "conversion": "Conversion",
}
"""Submodules that hold names for other modules too."""

PLACES: dict[str, str] = dict.fromkeys(declarations.__all__, "declarations")
"""Every public name and the module from which it is imported: the front door, or the first submodule that has it."""
for _module, _names in _SOME.items():
    for _name in _names.split():
        PLACES.setdefault(_name, f"declarations.{_module}")
for _module in _WHOLE:
    for _name in importlib.import_module(f"declarations.{_module}").__all__:
        PLACES.setdefault(_name, f"declarations.{_module}")

PUBLIC: dict[str, Any] = {name: getattr(importlib.import_module(home), name) for name, home in PLACES.items()}
"""Every public name and what it is."""
