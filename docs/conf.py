"""Configuration of the documentation: `sphinx-build -W --keep-going -b html docs docs/_build/html`."""

import importlib.metadata
import shutil
from pathlib import Path

from sphinx.application import Sphinx

project = "declarations"
author = "The declarations developers"
project_copyright = "The declarations developers"
release = importlib.metadata.version("declarations")
version = ".".join(release.split(".")[:2])

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
default_role = "code"  # docstrings write `code` in single backticks
nitpicky = False

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"  # fields are documented one by one; the constructor takes the same names
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "__init__, __new__"}
python_display_short_literal_types = True
add_module_names = False

html_theme = "furo"
html_title = f"declarations {version}"


def publish_schemas(app: Sphinx, error: Exception | None) -> None:
    """Put the schemas where records say that they are: under /schema/."""
    if error is None and app.builder.format == "html":
        schemas = Path(__file__).parent.parent / "src" / "declarations" / "records" / "schemas"
        shutil.copytree(schemas, Path(app.outdir) / "schema", dirs_exist_ok=True)


def setup(app: Sphinx) -> None:
    """Add to the build what no extension does."""
    app.connect("build-finished", publish_schemas)
