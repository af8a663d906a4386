"""RELAX NG, XML Schema and the loader say the same about every XML record."""

from __future__ import annotations

import re
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from declarations import Declaration, DeclarationsError
from declarations.records import xml
from declarations.records.schema import find_schema
from declarations.records.xml_vocabulary import NAMESPACE
from tests.records.agreement import UNSAID, XML_SCHEMAS, find_error, judge_xml
from tests.records.sample import SAMPLE
from tests.records.spoilt_values import STRINGS
from tests.records.xml_mutations import mutate_xml, mutate_xml_everywhere
from tests.strategies import declarations
from tools.schemas.patterns import SIMPLE_TYPES

MANY = max(2_000, settings.default.max_examples)
FIELDS = [field.name for field in attrs.fields(Declaration)]
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def wrap(body: str = "", attributes: str = "") -> bytes:
    """Give a record with a body."""
    return f'<declaration xmlns="{NAMESPACE}" {attributes}>{body}</declaration>'.encode()


def list_valid(data: bytes) -> list[str]:
    """Name the schemas that an XML document has."""
    root = etree.fromstring(data)
    return [syntax for syntax, schema in XML_SCHEMAS.items() if schema.validate(root)]


@given(declarations())
@settings(max_examples=MANY)
def test_every_output_is_valid(declaration: Declaration) -> None:
    """What is written has both schemas."""
    assert list_valid(xml.dumps(declaration)) == ["rng", "xsd"]


@pytest.mark.parametrize("field", FIELDS)
def test_schemas_and_loader_agree_everywhere(field: str) -> None:
    """Every element of the sample, spoilt in every way, is refused by all or by none, but for what is unsaid."""
    data = xml.dumps(Declaration(**{field: getattr(SAMPLE, field)}))
    assert [verdict for spoilt in mutate_xml_everywhere(data) if (verdict := judge_xml(spoilt))] == []


@given(declarations(), st.integers(0, 2**32))
@settings(max_examples=MANY)
def test_schemas_and_loader_agree(declaration: Declaration, seed: int) -> None:
    """Whatever one change makes of a record, schemas and loader agree about it."""
    random, data = Random(seed), xml.dumps(declaration)
    for _ in range(5):
        spoilt = mutate_xml(data, random)
        assert judge_xml(spoilt) is None, spoilt


@pytest.mark.parametrize("name", [name for name in SIMPLE_TYPES if name != "Characters"])
def test_patterns_mean_the_same_in_xml(name: str) -> None:
    """A string has the pattern as XML says it exactly if it has it as Python says it."""
    schema = etree.parse(str(find_schema("xml", "rng")))
    defined = schema.find(f".//{{*}}define[@name='{name}']/{{*}}data")
    root = etree.fromstring(f'<element name="a" xmlns="{schema.getroot().nsmap[None]}"/>')
    defined.set("datatypeLibrary", schema.getroot().get("datatypeLibrary"))
    root.append(defined)
    validator, pattern = etree.RelaxNG(root), re.compile(SIMPLE_TYPES[name].pattern)

    @given(st.from_regex(pattern, fullmatch=True), st.integers(0, 40), st.sampled_from((*"abx1-/:.+Zz093", *STRINGS)))
    @settings(max_examples=100)
    def check(string: str, place: int, piece: str) -> None:
        for one in (string, string[:place] + piece + string[place:], string[:place] + piece + string[place + 1 :]):
            element = etree.Element("a")
            element.text = one
            assert validator.validate(element) is bool(pattern.fullmatch(one)), one

    check()


BROKEN = {
    "No two clauses have one `id`, nor two notes": wrap('<note id="a"/><note id="a"/>'),
    "A range does not end before it begins": wrap('<date role="issued" value="2024-02-29/2024-02-28"/>'),
    "A time of day needs a full date": wrap('<date role="issued" value="2024-02" time="12:00:00"/>'),
    "A clause holds more than an empty `heading`": wrap("<annex><heading/></annex>"),
    "A clause holds more than an empty `tail`": wrap("<annex><tail/></annex>"),
    "Of the attributes of XML Schema only those of the root that name schemas are known": wrap(
        f'<title {XSI} xsi:schemaLocation="a b">a</title>'
    ),
}


@pytest.mark.parametrize("syntax", XML_SCHEMAS)
def test_what_a_schema_cannot_say(syntax: str) -> None:
    """Each rule that is named as unsaid by one schema is, and the other schema says it if it is not named too."""
    others = {"Clauses are nested no deeper than `max_depth`", "There is no `DOCTYPE`"}
    named = {rule for rule, (syntaxes, _) in UNSAID.items() if syntax in syntaxes} - others
    assert {rule for rule, data in BROKEN.items() if syntax in list_valid(data)} == named
    for rule, data in BROKEN.items():
        assert re.search(UNSAID[rule][1], find_error(xml.loads, data) or ""), rule


def test_what_no_schema_says() -> None:
    """How deep clauses go, and what stands before the root, is not in any schema."""
    deep = wrap(f"<annex>{'<clause>' * 3}<p/>{'</clause>' * 3}</annex>")
    typed = b"<!DOCTYPE declaration>" + wrap()
    assert list_valid(deep) == list_valid(typed) == ["rng", "xsd"]
    with pytest.raises(DeclarationsError, match=UNSAID["Clauses are nested no deeper than `max_depth`"][1]):
        xml.loads(deep, max_depth=3)
    with pytest.raises(DeclarationsError, match=UNSAID["There is no `DOCTYPE`"][1]):
        xml.loads(typed)


@pytest.mark.parametrize(
    ("data", "is_valid"),
    [
        (wrap(attributes='version=" 01 "'), True),
        (wrap(attributes='version="2"'), False),
        (wrap(attributes=f'{XSI} xsi:schemaLocation="{NAMESPACE} declaration-1.xsd"'), True),
        (wrap(attributes='xml:lang=""'), False),
        (wrap(attributes='xml:space="preserve"'), False),
        (wrap("\u00a0"), False),
        (wrap(" \t\n"), True),
        (wrap("<annex><label ordinal=' 3 '>c</label></annex>"), True),
        (wrap("<annex><label ordinal='9007199254740992'>c</label></annex>"), False),
        (wrap("<closing><p>a<em/></p></closing>"), True),
        (wrap("<closing><p>a<a/></p></closing>"), False),
        (wrap("<closing><p>a<a href='b'/></p></closing>"), True),
        (wrap("<closing><p>a<span xml:lang='en-'/></p></closing>"), False),
        (wrap("<closing><p>a<noteref target='n'/></p></closing>"), True),
        (wrap("<closing><p>a<noteref target='n'> </noteref></p></closing>"), False),
        (wrap("<closing><p>a<noteref target='n'><em/></noteref></p></closing>"), False),
        (wrap("<closing/><context/>"), False),
        (wrap("<context/><closing/>"), True),
        (wrap("<annex id='a'/>"), False),
        (wrap("<annex id='a'><heading>b</heading></annex>"), True),
        (wrap("<note id='a'/><annex id='a'><p/></annex>"), True),
        (wrap("<date role='issued' value='2025-02-28' time='12:00:00'/>"), True),
        (wrap("<date role='issued' value='2025-02-29'/>"), False),
        (wrap("<date role='issued' value='2025'> </date>"), False),
        (wrap("<signatory><capacity>a</capacity></signatory>"), False),
        (wrap("<title>a<!-- b --></title><?c d?>"), True),
        (f"<declaration xmlns='{NAMESPACE}x'/>".encode(), False),
        (f"<clause xmlns='{NAMESPACE}'><p/></clause>".encode(), False),
    ],
)
def test_all_agree_about_borderline_cases(data: bytes, *, is_valid: bool) -> None:
    """Both schemas and the loader take or refuse these alike."""
    assert list_valid(data) == (["rng", "xsd"] if is_valid else [])
    assert (find_error(xml.loads, data) is None) is is_valid


def test_elements_of_one_name_have_one_type() -> None:
    """All elements of one name in one type have one named type, as strict processors ask (XSD 1.0, 3.8.6)."""
    schema = etree.parse(find_schema("xml", "xsd"))
    space = {"xs": "http://www.w3.org/2001/XMLSchema"}
    for owner in schema.iterfind("xs:complexType", space):
        types: dict[str, set[str | None]] = {}
        for element in owner.iterfind(".//xs:element[@name]", space):
            types.setdefault(element.attrib["name"], set()).add(element.get("type"))
        assert {name: found for name, found in types.items() if len(found) > 1 or None in found} == {}
