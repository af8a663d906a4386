"""The build hook of hatchling: it compiles the message catalogs before a wheel or an editable install is made."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogsHook(BuildHookInterface):
    """Compile the catalogs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - called by hatchling
        """Write a compiled catalog beside every catalog."""
        sys.path.insert(0, self.root)
        try:
            from tools.catalogs import compile_catalogs  # noqa: PLC0415 - the root was not on the path before
        finally:
            sys.path.remove(self.root)
        compile_catalogs()
