"""The build hook of hatchling: it makes the files of data that a wheel or an editable install holds beside the code."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):
    """Compile the catalogs, write the index of the names in dates, and put the lexicons into one file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - called by hatchling
        """Write a compiled catalog beside every catalog, the index and the lexicons beside the code that reads them."""
        paths = [self.root, str(Path(self.root) / "src")]
        sys.path[:0] = paths
        try:
            from tools.catalogs import compile_catalogs  # noqa: PLC0415 - the root was not on the path before
            from tools.dateindex import write_index  # noqa: PLC0415 - as above
            from tools.lexiconbundle import write_bundle  # noqa: PLC0415 - as above
        finally:
            del sys.path[: len(paths)]
        compile_catalogs()
        write_index()
        write_bundle()
