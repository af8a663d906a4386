"""What a schema says about a record beside what the loader says: both must say the same.

A schema cannot say everything. `UNSAID` is the closed list of the rules that only the loader knows, for each schema;
the reference shows it.
"""

from __future__ import annotations

import json as plain_json
import re
from collections.abc import Callable
from typing import Any

from jsonschema import Draft202012Validator
from lxml import etree

from declarations import DeclarationsError
from declarations.records import json, xml
from declarations.records.schema import find_schema

__all__ = ["JSON_SCHEMA", "UNSAID", "XML_SCHEMAS", "find_error", "is_valid_json", "judge_json", "judge_xml"]

JSON_SCHEMA = plain_json.loads(find_schema("json").read_bytes())
"""The JSON Schema."""
XML_SCHEMAS: dict[str, etree.RelaxNG | etree.XMLSchema] = {
    "rng": etree.RelaxNG(file=str(find_schema("xml", "rng"))),
    "xsd": etree.XMLSchema(file=str(find_schema("xml", "xsd"))),
}
"""The schemas of the XML by their syntax."""

UNSAID: dict[str, tuple[set[str], str]] = {
    "No two clauses have one `id`, nor two notes": ({"json-schema", "rng"}, "two (clauses|notes) have the id"),
    "A range does not end before it begins": ({"json-schema", "rng", "xsd"}, "ends before it begins"),
    "A mark does not end before it starts": ({"json-schema"}, "runs backwards"),
    "A note marks a point, every other mark a stretch": (
        {"json-schema"},
        "a note marks a point|needs a stretch of text",
    ),
    "A mark lies inside its text": ({"json-schema"}, "is outside its text of"),
    "Whole numbers are written without a point and without an exponent": ({"json-schema"}, "Expected int.*, got float"),
    "Strings hold whole characters, no half of a surrogate pair": (
        {"json-schema"},
        "surrogate|ends in the middle",
    ),
    "A time of day needs a full date": ({"xsd"}, "a time of day needs a full date"),
    "A clause holds more than an empty `heading`": ({"rng", "xsd"}, "a clause needs a label"),
    "A clause holds more than an empty `tail`": ({"xsd"}, "a clause needs a label"),
    "Of the attributes of XML Schema only those of the root that name schemas are known": (
        {"xsd"},
        r"the attribute '\{http://www.w3.org/2001/XMLSchema-instance",
    ),
    "Clauses are nested no deeper than `max_depth`": ({"json-schema", "rng", "xsd"}, "nested deeper than the limit"),
    "There is no `DOCTYPE`": ({"rng", "xsd"}, "the document has a DOCTYPE"),
}
"""Each rule that a schema cannot say: the schemas that cannot, and what the loader says when it is broken."""

_validator = Draft202012Validator(JSON_SCHEMA)
_causes = {
    syntax: re.compile("|".join(message for syntaxes, message in UNSAID.values() if syntax in syntaxes))
    for syntax in ("json-schema", "rng", "xsd")
}


def is_valid_json(value: Any) -> bool:
    """Tell what the JSON Schema says."""
    return _validator.is_valid(value)


def find_error(loads: Callable[[str | bytes], object], data: str | bytes) -> str | None:
    """Give the message of the loader, or None if it takes the data; no other error escapes it."""
    try:
        loads(data)
    except DeclarationsError as error:
        return error.message
    return None


def judge(syntax: str, error: str | None, *, is_valid: bool) -> str | None:
    """Say what schema and loader disagree about; None if they agree, or the schema cannot say it."""
    if is_valid and error is not None and not _causes[syntax].search(error):
        return f"{syntax} lets pass what the loader refuses: {error}"
    if not is_valid and error is None:
        return f"{syntax} refuses what the loader takes"
    return None


def judge_json(value: Any) -> str | None:
    """Say what JSON Schema and loader disagree about in a JSON value."""
    error = find_error(json.loads, plain_json.dumps(value))
    return judge("json-schema", error, is_valid=is_valid_json(value))


def judge_xml(data: bytes) -> str | None:
    """Say what RELAX NG, XML Schema and loader disagree about in an XML document."""
    error = find_error(xml.loads, data)
    root = etree.fromstring(data)
    for syntax, schema in XML_SCHEMAS.items():
        if verdict := judge(syntax, error, is_valid=schema.validate(root)):
            return f"{verdict} {schema.error_log}"
    return None
