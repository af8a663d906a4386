"""Bytes to text: which encoding a source is in, and what to do about characters that no text can hold.

HTML follows the WHATWG habits (Encoding Standard, "names and labels"; HTML Standard, "determining the
character encoding"): byte order mark, then what the page declares, then trying. Text and Markdown cannot
declare anything, so only the byte order mark and trying are left.
"""

from __future__ import annotations

import codecs
import re

import attrs

from declarations.errors import BinaryInputError
from declarations.findings import Finding, FindingCode, Position
from declarations.validation import ILLEGAL_CHARACTERS

__all__ = ["Decoded", "clean", "decode_html", "decode_text", "find_codec"]

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .odt and .epub files are"),
    (b"\x1f\x8b", "a GZIP archive"),
    (b"BZh", "a BZIP2 archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old office program"),
    (b"\x7fELF", "a compiled program"),
    (b"SQLite format 3\x00", "a database"),
)

# Codec of Python -> labels that pages use for it. ISO 8859-1 and ASCII mean windows-1252, and a page
# whose meta element could be read as ASCII is not in UTF-16, whatever it says (WHATWG Encoding, 4.2).
_LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 utf-16 utf-16le utf-16be ucs-2 unicode",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 latin1 latin-1 l1 ascii us-ascii "
    "ansi-x3.4-1968 iso-ir-100 x-user-defined",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251",
    "cp1253": "windows-1253 cp1253 x-cp1253",
    "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5",
    "cp1255": "windows-1255 cp1255 x-cp1255",
    "cp1256": "windows-1256 cp1256 x-cp1256",
    "cp1257": "windows-1257 cp1257 x-cp1257",
    "cp1258": "windows-1258 cp1258 x-cp1258",
    "cp874": "windows-874 tis-620 iso-8859-11 iso8859-11 dos-874",
    "cp866": "ibm866 cp866 866",
    "iso8859-2": "iso-8859-2 iso8859-2 latin2 l2",
    "iso8859-3": "iso-8859-3 iso8859-3 latin3 l3",
    "iso8859-4": "iso-8859-4 iso8859-4 latin4 l4",
    "iso8859-5": "iso-8859-5 iso8859-5 cyrillic",
    "iso8859-6": "iso-8859-6 iso8859-6 arabic asmo-708 ecma-114",
    "iso8859-7": "iso-8859-7 iso8859-7 greek greek8 ecma-118 elot-928",
    "iso8859-8": "iso-8859-8 iso8859-8 iso-8859-8-i hebrew logical visual",
    "iso8859-10": "iso-8859-10 iso8859-10 latin6 l6",
    "iso8859-13": "iso-8859-13 iso8859-13",
    "iso8859-14": "iso-8859-14 iso8859-14",
    "iso8859-15": "iso-8859-15 iso8859-15 latin-9 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "koi8-r koi8 koi koi8r",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk gb2312 gb-2312-80 x-gbk csgb2312 chinese cp936",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "cp932": "shift-jis shift-jis-2004 sjis x-sjis windows-31j ms-kanji ms932 cp932",
    "euc-jp": "euc-jp x-euc-jp eucjp",
    "iso2022-jp": "iso-2022-jp",
    "cp949": "euc-kr ks-c-5601-1987 ksc5601 ksc-5601 windows-949 korean cp949",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}

_META = re.compile(rb"<meta\s[^>]{0,500}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(rb"\s{0,20}<\?xml\s[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([A-Za-z0-9_.-]{2,40})")
_PRESCANNED = 1024  # bytes in which a page must declare its encoding
_SAMPLED = 65536
_CONTROLS = bytes(code for code in range(32) if code not in b"\b\t\n\v\f\r\x1b")


@attrs.frozen
class Decoded:
    """The text of a source, and what was reported on the way."""

    text: str
    """Only legal characters, form feeds, and line feeds as line ends."""
    findings: tuple[Finding, ...] = ()
    """Encoding guessed, characters replaced."""


def decode_html(data: str | bytes) -> Decoded:
    """Turn a web page into text.

    Raises `BinaryInputError` for data that is no text.
    """
    return _decode(data, declared=True)


def decode_text(data: str | bytes) -> Decoded:
    """Turn plain text or Markdown into text.

    Raises `BinaryInputError` for data that is no text.
    """
    return _decode(data, declared=False)


def find_codec(label: str) -> str | None:
    """Return the codec of Python that a label of the web means; None for a label nobody knows."""
    return _CODECS.get(label.strip().lower().replace("_", "-"))


def clean(text: str) -> tuple[str, int]:
    """Replace every character that no text can hold by U+FFFD; give the text and how many there were."""
    if not ILLEGAL_CHARACTERS.search(text):
        return text, 0
    return ILLEGAL_CHARACTERS.subn("\ufffd", text)


def _decode(data: str | bytes, *, declared: bool) -> Decoded:
    findings: list[Finding] = []
    if isinstance(data, bytes):
        text, guessed = _decode_bytes(data, declared=declared)
        if guessed:
            message = f"the bytes name no encoding; they were read as {guessed}"
            findings.append(Finding(FindingCode.ENCODING_GUESSED, message))
    else:
        text = data
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    pages = [clean(page) for page in text.split("\f")]
    replaced = sum(count for _, count in pages)
    if replaced:
        text = "\f".join(page for page, _ in pages)
        findings.append(_replaced(text, replaced))
    return Decoded(text, tuple(findings))


def _replaced(text: str, count: int) -> Finding:
    place = max(text.find("\ufffd"), 0)
    position = Position(line=text.count("\n", 0, place) + 1, column=place - text.rfind("\n", 0, place))
    message = f"{count:,} characters or bytes that cannot stand in a text were replaced by U+FFFD"
    return Finding(FindingCode.REPLACED_CHARACTERS, message, position=position)


def _decode_bytes(data: bytes, *, declared: bool) -> tuple[str, str | None]:
    """Return the text, and the name of the encoding if it was only guessed."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], codec), None
    if wide := _wide_codec(data):
        return _decode_as(data, wide), wide.upper()
    _refuse_binary(data)
    if declared and (named := _declared_codec(data)):
        return _decode_as(data, named), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    # Few broken bytes in a text that is UTF-8 otherwise are damage, not another encoding.
    text = data.decode("utf-8", "surrogateescape")
    broken = sum(1 for _ in ILLEGAL_CHARACTERS.finditer(text))
    sound = len(data) - len(text)
    return (text, "UTF-8") if sound > 2 * broken else (_decode_as(data, "cp1252"), "windows-1252")


def _declared_codec(data: bytes) -> str | None:
    head = data[:_PRESCANNED]
    found = _XML_DECLARATION.match(head) or _META.search(head)
    codec = find_codec(found[1].decode("ascii")) if found else None
    if codec == "cp1252" and not data.isascii():
        # Text that is valid UTF-8 beyond ASCII is hardly ever anything else, whatever the page says.
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return codec
        return "utf-8"
    return codec


def _decode_as(data: bytes, codec: str) -> str:
    """Decode; bytes that do not fit become lone surrogates, which `clean` counts and replaces."""
    if codec.startswith("utf-16"):
        whole = len(data) // 2 * 2
        return data[:whole].decode(codec, "surrogatepass") + ("\udc80" if len(data) > whole else "")
    try:
        return data.decode(codec, "surrogateescape")
    except UnicodeDecodeError:
        return data.decode(codec, "replace")


def _wide_codec(data: bytes) -> str | None:
    """Recognize UTF-16 without a byte order mark by its many zero bytes on one side."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if low > half * 0.4 and high < half * 0.02:
        return "utf-16-le"
    if high > half * 0.4 and low < half * 0.02:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryInputError("the data is no text", hint=f"it seems to be {name}; take the text out of it first")
    sample = data[:_SAMPLED]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    zeros = data.count(0)
    if zeros * 1000 > len(data) or controls * 20 > len(sample):
        position = Position(byte=data.find(0)) if zeros else None
        raise BinaryInputError(
            "the data is no text: it holds too many control characters",
            position=position,
            hint="it seems to be a binary file; take the text out of it first",
        )
