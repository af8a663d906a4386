"""Markdown for site builders: front matter of every syntax, and what prints no words."""

from __future__ import annotations

import pytest

from declarations import examine
from tests.readers.reading import codes, metadata, read_markdown, show


@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "On Peace"\ndate = 2024-05-06T23:30:00-07:00\n[extra]\nx = 1\n+++',
        '{\n  "title": "On Peace",\n  "date": "2024-05-06T23:30:00-07:00"\n}',
        ';;;\n{"title": "On Peace", "date": "2024-05-06T23:30:00-07:00"}\n;;;',
        "---\ntitle:\tOn Peace\ndate: \t2024-05-06T23:30:00-07:00\n...",
    ],
)
def test_front_matter_in_every_syntax(front):
    """TOML, JSON and YAML with tabs after the colons say the same, and none of it is text."""
    page = read_markdown(f"{front}\n\nText.")
    assert [pair[:2] for pair in metadata(page)] == [("title", "On Peace"), ("date", "2024-05-06T23:30:00-07:00")]
    assert show(page) == ["paragraph Text."]
    assert page.blocks[0].position.line == front.count("\n") + 3


@pytest.mark.parametrize("text", ["{see note}\n\nText.", "+++\n\nText.", "{}\n\nText.", '{"a": 1} is a set'])
def test_what_only_looks_like_front_matter_is_text(text):
    """An object that is none, and signs without an end, begin no front matter."""
    page = read_markdown(text)
    assert metadata(page) == []
    assert page.blocks[0].text.text[:1] == text[:1]


@pytest.mark.parametrize("front", ["+++\ntitle = On Peace\n+++", ";;;\n{title}\n;;;"])
def test_broken_front_matter_of_every_syntax_is_reported(front):
    """TOML and JSON that cannot be read give a finding, and stay as words."""
    page = read_markdown(f"{front}\n\nText.")
    assert codes(page) == ["broken-metadata"]
    assert len(page.blocks) == 2


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (("Título", "fecha", "autor", "lugar"), "es"),
        (("titel", "Datum", "Autorin", "ort"), "de"),
        (("タイトル", "日付", "著者", "場所"), "ja"),
        (("العنوان", "التاريخ", "الكاتب", "المكان"), "ar"),
        (("tytuł", "data", "autor", "miejsce"), "pl"),
    ],
)
def test_names_of_every_language(names, language):
    """Front matter may call title, date, author and place in the words of any language."""
    values = ("On Peace", "2024-05-06 10:00:00 +0200", "Ana", "Rye")
    front = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    found = examine(f"---\n{front}\nlang: {language}\n---\n\nText.", format="markdown").declaration
    assert (found.title, found.source.author, found.place) == ("On Peace", "Ana", "Rye")
    assert [str(dated.time) for dated in found.dates] == ["10:00:00+02:00"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ('A {{< ref "x.md" >}} b {{% note %}}c{{% /note %}}', ["paragraph A b c"]),
        ("{% include top.html %}\nA {{ page.title | upcase }} b", ["paragraph A b"]),
        ("import X from './x'\nimport Y from './y'\n\nexport const a = 1\n\nA {/* why */} b", ["paragraph A b"]),
        ("import of grain\n\nexport of coal", ["paragraph import of grain", "paragraph export of coal"]),
        ("# A {#a .b}\n\nB\n{: .c}", ["heading1 A", "paragraph B"]),
        ("::: {.note}\nA\n:::\n\n:::tip Mind\nB\n:::", ["paragraph A", "paragraph Mind|B"]),
        ("A\n\u00a0\nB\n \u3000\nC", ["paragraph A", "paragraph B", "paragraph C"]),
        ("2021. 1. 27.\n\nA", ["paragraph 2021. 1. 27.", "paragraph A"]),
        ("27. Januar 2021\n\nA", ["paragraph 27. Januar 2021", "paragraph A"]),
        ("27. Januar wird gefeiert", ["item+ 27. Januar wird gefeiert"]),
        ("```\n{% a %}\n:::\n```", ["preformatted {% a %}|:::"]),
        ("A {b} and {c = d}", ["paragraph A {b} and {c = d}"]),
        ("Article 1\n:   A\n\n    B", ["paragraph Article 1", "paragraph A", "paragraph B"]),
    ],
)
def test_syntax_of_others_is_no_text(text, blocks):
    """Short codes, components, attributes and containers print nothing; dates begin no lists."""
    assert [line.replace("\n", "|") for line in show(read_markdown(text))] == blocks


def test_hidden_syntax_is_reported():
    """What was taken out stands in the excerpt of a finding."""
    page = read_markdown("{% include top.html %}\n\n# A {#a}")
    assert [(str(one.code), one.excerpt) for one in page.findings] == [("site-syntax", "{% include top.html %}\n {#a}")]
