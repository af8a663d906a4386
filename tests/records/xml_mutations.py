"""Ways to spoil an XML record: attributes, text and elements that are wrong, unknown, missing, doubled and misplaced.

Each takes a copy of a record, spoils it in one place and leaves the rest as it is; it may still be a declaration.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random

from lxml import etree

from declarations.records.xml_vocabulary import MARKS, NAMESPACE, VOCABULARY
from tests.records.spoilt_values import STRINGS

__all__ = ["mutate_xml", "mutate_xml_everywhere"]

_PATHS = [path for places in VOCABULARY.values() for path in places.values()]
_TAGS = sorted(
    {part for path in _PATHS if path[0].isalpha() and path != "text()" for part in path.split("/")}
    | {tag for tag, _ in MARKS.values()}
    | {"declaration", "new"}
)
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ATTRIBUTES = sorted(
    {path[1:] for path in _PATHS if path[0] == "@" and ":" not in path}
    | {f"{_XML}lang", f"{_XML}space", "href", "target", "new", "version", f"{{{NAMESPACE}}}kind"}
    | {f"{_INSTANCE}{name}" for name in ("schemaLocation", "noNamespaceSchemaLocation", "nil", "type")}
)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _cut(element: etree._Element) -> None:
    if (parent := element.getparent()) is not None:
        element.tail = None
        parent.remove(element)


def _set_attribute(element: etree._Element, random: Random) -> None:
    known = [str(name) for name in element.attrib] * 3
    element.set(random.choice((*known, *_ATTRIBUTES)), random.choice(STRINGS))


def _drop_attribute(element: etree._Element, random: Random) -> None:
    if element.attrib:
        del element.attrib[random.choice(list(element.attrib))]


def _set_text(element: etree._Element, random: Random) -> None:
    element.text = random.choice(STRINGS)


def _set_tail(element: etree._Element, random: Random) -> None:
    if element.getparent() is not None:
        element.tail = random.choice(STRINGS)


def _double_element(element: etree._Element, _random: Random) -> None:
    if element.getparent() is not None:
        element.addnext(copy.deepcopy(element))


def _drop_element(element: etree._Element, _random: Random) -> None:
    _cut(element)


def _swap(element: etree._Element, _random: Random) -> None:
    if (following := element.getnext()) is not None:
        following.addnext(element)


def _rename_element(element: etree._Element, random: Random) -> None:
    tag = random.choice(_TAGS)
    element.tag = random.choice((_name(tag), _name(tag), _name(tag), tag, f"{{urn:x}}{tag}"))


def _insert(element: etree._Element, random: Random) -> None:
    made = etree.Element(_name(random.choice(_TAGS)))
    if random.random() < 0.5:
        made.text = random.choice(STRINGS)
    element.insert(random.randint(0, len(element)), made)


def _comment(element: etree._Element, random: Random) -> None:
    made = etree.Comment("a") if random.random() < 0.5 else etree.ProcessingInstruction("a", "b")
    element.insert(random.randint(0, len(element)), made)


def _move(element: etree._Element, random: Random) -> None:
    others = list(element.getroottree().iter("*"))
    random.choice(others).append(copy.deepcopy(element))


def _wrap(element: etree._Element, random: Random) -> None:
    outer = etree.Element(_name(random.choice(_TAGS)))
    outer.text, element.text = element.text, None
    outer.extend(list(element))
    element.append(outer)


_XML_MUTATIONS = (
    *(_set_attribute, _set_attribute, _set_attribute, _drop_attribute, _set_text, _set_tail, _double_element),
    *(_drop_element, _swap, _rename_element, _insert, _insert, _comment, _move, _wrap),
)


def mutate_xml(data: bytes, random: Random) -> bytes:
    """Give an XML record that is spoilt in one place."""
    root = etree.fromstring(data)
    random.choice(_XML_MUTATIONS)(random.choice(list(root.iter("*"))), random)
    return etree.tostring(root)


def mutate_xml_everywhere(data: bytes, times: int = 4) -> Iterator[bytes]:
    """Give XML records: each element spoilt in every way several times, and with every string as attribute and text."""
    random = Random(0)
    for number in range(sum(1 for _ in etree.fromstring(data).iter("*"))):
        for change in [*_XML_MUTATIONS * times, *_list_settings(data, number)]:
            root = etree.fromstring(data)
            change(list(root.iter("*"))[number], random)
            yield etree.tostring(root)


def _list_settings(data: bytes, number: int) -> Iterator[Callable[[etree._Element, Random], None]]:
    element = list(etree.fromstring(data).iter("*"))[number]
    for string in STRINGS:
        yield lambda element, _, string=string: setattr(element, "text", string)
        for name in element.attrib:
            yield lambda element, _, name=name, string=string: element.set(name, string)
