"""Languages as edoxen names them, ISO 639-3 and ISO 15924, beside BCP 47."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import takewhile
from types import MappingProxyType

__all__ = ["read_language", "write_language"]

_SCRIPT = 4  # letters in the code of a script
# ISO 639-1, as BCP 47 wants it, and ISO 639-3, as edoxen does, by the script that goes without saying (IANA Language
# Subtag Registry, `Suppress-Script`), if one does. Other languages have three letters in both.
_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "": (
            "aa:aar ae:ave ak:aka an:arg av:ava az:aze ba:bak bi:bis bm:bam bo:bod br:bre ce:che co:cos cr:cre "
            "cu:chu cv:chv ee:ewe ff:ful gd:gla ha:hau ho:hmo hz:her ia:ina ie:ile ig:ibo ii:iii ik:ipk io:ido "
            "iu:iku jv:jav kg:kon ki:kik kj:kua kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir lg:lug li:lim lu:lub "
            "mi:mri mn:mon ng:ndo nv:nav oc:oci oj:oji os:oss pi:pli sa:san sc:srd sd:snd se:sme sh:hbs sn:sna "
            "sr:srp su:sun tg:tgk tk:tuk tt:tat tw:twi ty:tah ug:uig uz:uzb vo:vol wa:wln wo:wol yo:yor za:zha "
            "zh:zho"
        ),
        "Arab": "ar:ara fa:fas ps:pus ur:urd",
        "Armn": "hy:hye",
        "Beng": "as:asm bn:ben",
        "Cyrl": "ab:abk be:bel bg:bul kk:kaz mk:mkd ru:rus uk:ukr",
        "Deva": "hi:hin mr:mar ne:nep",
        "Ethi": "am:amh ti:tir",
        "Geor": "ka:kat",
        "Grek": "el:ell",
        "Gujr": "gu:guj",
        "Guru": "pa:pan",
        "Hebr": "he:heb yi:yid",
        "Jpan": "ja:jpn",
        "Khmr": "km:khm",
        "Knda": "kn:kan",
        "Kore": "ko:kor",
        "Laoo": "lo:lao",
        "Latn": (
            "af:afr ay:aym bs:bos ca:cat ch:cha cs:ces cy:cym da:dan de:deu en:eng eo:epo es:spa et:est eu:eus "
            "fi:fin fj:fij fo:fao fr:fra fy:fry ga:gle gl:glg gn:grn gv:glv hr:hrv ht:hat hu:hun id:ind is:isl "
            "it:ita kl:kal la:lat lb:ltz ln:lin lt:lit lv:lav mg:mlg mh:mah ms:msa mt:mlt na:nau nb:nob nd:nde "
            "nl:nld nn:nno no:nor nr:nbl ny:nya om:orm pl:pol pt:por qu:que rm:roh rn:run ro:ron rw:kin sg:sag "
            "sk:slk sl:slv sm:smo so:som sq:sqi ss:ssw st:sot sv:swe sw:swa tl:tgl tn:tsn to:ton tr:tur ts:tso "
            "ve:ven vi:vie xh:xho zu:zul"
        ),
        "Mlym": "ml:mal",
        "Mymr": "my:mya",
        "Orya": "or:ori",
        "Sinh": "si:sin",
        "Taml": "ta:tam",
        "Telu": "te:tel",
        "Thaa": "dv:div",
        "Thai": "th:tha",
        "Tibt": "dz:dzo",
    }
)
_UNKNOWN = "und"  # ISO 639-3 for a language that is not known; edoxen asks for a language everywhere


@cache
def _index() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Give code and script by our code of a language, and by theirs."""
    rows = [(*pair.split(":"), script) for script, pairs in _LANGUAGES.items() for pair in pairs.split()]
    return {two: (three, script) for two, three, script in rows}, {three: (two, script) for two, three, script in rows}


def read_language(language_code: str, script: str | None = None) -> str | None:
    """Make a BCP 47 tag of a code and a script; None for `und`.

    A script that goes without saying is left out of the tag (RFC 5646, section 4.1).
    """
    if language_code == _UNKNOWN and not script:
        return None
    ours, usual = _index()[1].get(language_code, (language_code, None))
    return f"{ours}-{script}" if script and script != usual else ours


def write_language(tag: str | None) -> dict[str, str]:
    """Give `language_code` and `script` of a BCP 47 tag; where it says no script, the one that goes without saying.

    Regions and variants are left out. Languages that have no ISO 639 code become `und`.
    """
    language, *rest = (tag or _UNKNOWN).split("-")
    code, script = _index()[0].get(language.lower(), (language.lower(), ""))
    if not (len(code) == len(_UNKNOWN) and code.isalpha()):
        return {"language_code": _UNKNOWN}
    for part in takewhile(lambda part: len(part) > 1, rest):  # a single character begins an extension
        if len(part) == _SCRIPT and part.isalpha():
            script = part.title()
    return {"language_code": code} | ({"script": script} if script else {})
