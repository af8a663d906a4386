"""Languages that have a code of two letters (ISO 639-1), as BCP 47 wants it, and one of three, as other formats do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["LANGUAGES", "UNKNOWN"]

UNKNOWN = "und"
"""The code of three letters for a language that is not known."""

# Codes of two and of three letters by the script that goes without saying (IANA Language Subtag Registry,
# `Suppress-Script`), if one does. Other languages have three letters everywhere.
_CODES: Mapping[str, str] = MappingProxyType(
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
_ROWS = tuple((*pair.split(":"), script) for script, pairs in _CODES.items() for pair in pairs.split())

LANGUAGES: Mapping[str, tuple[str, str]] = MappingProxyType({two: (three, script) for two, three, script in _ROWS})
"""Two letters to three (ISO 639-3, and ISO 639-2 in its terminological form) and the script that goes without saying;
nothing for a language that no script goes without saying for."""
