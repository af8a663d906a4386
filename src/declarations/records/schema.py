"""The schemas of the records: files of the package, made from the model, for all who check data."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from declarations.errors import FormatError
from declarations.records.fields import FORMAT_VERSION
from declarations.validation import quote

__all__ = ["SCHEMAS", "find_schema", "find_schemas"]

_STEM = f"declaration-{FORMAT_VERSION}"

SCHEMAS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "json": MappingProxyType({"json-schema": (f"{_STEM}.json",)}),
        "xml": MappingProxyType({"rng": (f"{_STEM}.rng",), "xsd": (f"{_STEM}.xsd", "xml.xsd")}),
    }
)
"""For every format its schemas by syntax, the first unless another is asked for; each with the names of its files,
the first of which imports the others."""


def find_schema(format: str, syntax: str | None = None) -> Traversable:
    """Find the schema of a record format: a file of the package, with `name` and `read_bytes()`.

    `json` has a JSON Schema (draft 2020-12, `json-schema`), `xml` a RELAX NG (ISO/IEC 19757-2, `rng`) and an XML
    Schema (W3C, 1.0, `xsd`), which imports `xml.xsd` beside it. Raises `FormatError` for other names.
    """
    return find_schemas(format, syntax)[0]


def find_schemas(format: str, syntax: str | None = None) -> tuple[Traversable, ...]:
    """Find the schema of a record format as `find_schema` does, and the files that it imports after it."""
    if format not in SCHEMAS:
        raise FormatError(f"there is no schema of {quote(format)}", hint=f"choose one of: {', '.join(SCHEMAS)}")
    known = SCHEMAS[format]
    if syntax is not None and syntax not in known:
        message = f"there is no schema of {format} in the syntax {quote(syntax)}"
        raise FormatError(message, hint=f"choose one of: {', '.join(known)}")
    folder = resources.files("declarations.records") / "schemas"
    return tuple(folder / name for name in known[syntax or next(iter(known))])
