"""The files that are shipped, and how they are written: readable, with everything that cannot be seen escaped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from declarations.records.fields import FORMAT_VERSION
from tools.schemas.elements import Element
from tools.schemas.json_schema import make_json_schema
from tools.schemas.relax_ng import make_relax_ng
from tools.schemas.xml_schema import XML_FILE, make_lang_schema, make_xml_schema

__all__ = ["FOLDER", "make_files"]

FOLDER = Path(__file__).resolve().parents[2] / "src" / "declarations" / "records" / "schemas"
"""Where the files stand."""

_LAST = "\ufffd"


def make_files() -> dict[str, str]:
    """Return every file by its name."""
    stem = f"declaration-{FORMAT_VERSION}"
    return {
        f"{stem}.json": _print_json(make_json_schema()),
        f"{stem}.rng": _print_xml(make_relax_ng()),
        f"{stem}.xsd": _print_xml(make_xml_schema()),
        XML_FILE: _print_xml(make_lang_schema()),
    }


def _print_json(value: object) -> str:
    return _escape(json.dumps(value, ensure_ascii=False, indent=2), lambda sign: json.dumps(sign)[1:-1]) + "\n"


def _print_xml(root: Element) -> str:
    etree.indent(root)
    text = _escape(etree.tostring(root, encoding="unicode"), lambda sign: f"&#x{ord(sign):X};")
    return f'<?xml version="1.0"?>\n{text}\n'


def _escape(text: str, escape: Callable[[str], str]) -> str:
    """Escape what cannot be seen, or not everywhere: all that is not printable, and what is outside the BMP."""
    return "".join(sign if sign == "\n" or (sign.isprintable() and sign < _LAST) else escape(sign) for sign in text)
