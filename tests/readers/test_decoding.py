"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from declarations.errors import BinaryInputError
from declarations.readers.decoding import decode_html, decode_text, find_codec

SENTENCE = "Résolution “première” – à l’unanimité"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("GB2312", "gb18030"),
        ("gbk", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("euc-kr", "cp949"),
        ("iso-8859-9", "cp1254"),
        ("utf-16", "utf-8"),
        (" UTF-8 ", "utf-8"),
        ("rot13", None),
        ("unicode_escape", None),
    ],
)
def test_labels_mean_what_they_mean_on_the_web(label, codec):
    """A label gives the codec that browsers use for it, and a codec that is no encoding is not known."""
    assert find_codec(label) == codec


def test_every_codec_of_the_table_exists():
    """Python knows every codec that a label can lead to."""
    from declarations.readers.decoding import _LABELS

    assert all(codecs.lookup(codec) for codec in _LABELS)


@pytest.mark.parametrize(
    ("declaration", "codec", "words"),
    [
        ('<meta charset="windows-1252">', "cp1252", SENTENCE),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", SENTENCE),
        ("<meta charset=windows-1251>", "cp1251", "Резолюция принята"),
        ("<meta charset='shift_jis'>", "cp932", "決議を採択した"),
        ("<meta charset='gb2312'>", "gb18030", "大会通过决议"),
        ("<meta charset=iso-8859-9>", "cp1254", "Karar oybirliğiyle alındı"),
        ("<meta charset=windows-1256>", "cp1256", "قرار الجمعية"),
        ('<?xml version="1.0" encoding="windows-1255"?>', "cp1255", "החלטה"),
        ("<meta charset='utf-16'>", "utf-8", "ปฏิญญา"),
    ],
)
def test_a_page_declares_its_encoding(declaration, codec, words):
    """A meta element or an XML declaration in the first bytes decides, without a finding."""
    source = decode_html(f"{declaration}<p>{words}".encode(codec))
    assert source.text.endswith(f"<p>{words}")
    assert source.findings == ()


def test_a_declaration_after_the_first_bytes_is_not_seen():
    """Only 1,024 bytes are looked at, as browsers do."""
    late = b" " * 1024 + "<meta charset=windows-1251><p>Решение".encode("cp1251")
    assert "Решение" not in decode_html(late).text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("decode", [decode_html, decode_text])
def test_a_byte_order_mark_wins(codec, decode):
    """A byte order mark decides over everything, and is no part of the text."""
    source = decode(f"<meta charset=windows-1252>{SENTENCE}".encode(codec))
    assert source.text == f"<meta charset=windows-1252>{SENTENCE}"
    assert source.findings == ()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognized(codec):
    """Zero bytes on one side give UTF-16 away; the guess is reported."""
    source = decode_text("The board resolves to meet again.".encode(codec))
    assert source.text == "The board resolves to meet again."
    assert [finding.code for finding in source.findings] == ["encoding-guessed"]


def test_utf_8_is_no_guess():
    """Valid UTF-8 is taken without a finding."""
    assert decode_text(SENTENCE.encode()).findings == ()


def test_the_last_resort_is_windows_1252():
    """Bytes that are not UTF-8 are read as windows-1252, and the guess is reported."""
    source = decode_text(SENTENCE.encode("cp1252"))
    assert source.text == SENTENCE
    assert [finding.code for finding in source.findings] == ["encoding-guessed"]
    assert "windows-1252" in source.findings[0].message


def test_utf_8_that_a_page_calls_latin_is_utf_8():
    """Valid UTF-8 beyond ASCII is believed over the label iso-8859-1."""
    assert decode_html(f"<meta charset=iso-8859-1><p>{SENTENCE}".encode()).text.endswith(SENTENCE)


def test_a_broken_byte_in_utf_8_is_replaced_and_reported():
    """Damage in a text that is UTF-8 otherwise becomes U+FFFD, with count and first place."""
    source = decode_text("première\nséance à Genève, décidée".encode().replace("è".encode(), b"\xc3", 1))
    assert source.text.startswith("premi\ufffdre")
    found = source.findings[-1]
    assert (found.code, found.position.line, found.position.column) == ("replaced-characters", 1, 6)


def test_illegal_characters_are_counted_together():
    """Control characters and lone surrogates of a string become U+FFFD with one finding."""
    source = decode_text("a\x01b\nc\ud800d\uffff")
    assert source.text == "a\ufffdb\nc\ufffdd\ufffd"
    assert [str(finding.code) for finding in source.findings] == ["replaced-characters"]
    assert source.findings[0].message.startswith("3 ")


def test_an_odd_byte_at_the_end_of_utf_16_is_replaced():
    """A file of UTF-16 that was cut in the middle of a character keeps all others."""
    assert decode_text("ab".encode("utf-16") + b"x").text == "ab\ufffd"


def test_line_ends_become_line_feeds():
    """CR LF, CR and the vertical tab of word processors are line ends; form feeds stay."""
    assert decode_text("a\r\nb\rc\vd\fe").text == "a\nb\nc\nd\fe"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"PK\x03\x04....", "ZIP"),
        (b"%PDF-1.7 ....", "PDF"),
        (b"\x1f\x8b\x08....", "GZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "office"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x00\x01\x02\x03\x00", "binary"),
        (b"text\x07\x08\x01" * 50, "binary"),
    ],
)
@pytest.mark.parametrize("decode", [decode_html, decode_text])
def test_binary_data_is_refused_by_name(data, name, decode):
    """Data that is no text raises, and the hint says what it seems to be."""
    with pytest.raises(BinaryInputError) as caught:
        decode(data)
    assert name in caught.value.hint


def test_one_stray_zero_byte_does_not_make_a_page_binary():
    """A single zero byte in a long text is replaced like any illegal character."""
    source = decode_text(b"The board resolves. " * 100 + b"\x00")
    assert source.text.endswith("\ufffd")
