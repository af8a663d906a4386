"""Codes of languages: two letters in BCP 47 where Akoma Ntoso has the three of ISO 639-2 (terminological)."""

from __future__ import annotations

from declarations.errors import ValidationError
from declarations.validation import check_language

__all__ = ["to_alpha3", "to_tag"]

_UNKNOWN = "und"
_PAIRS = """
aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul
bi:bis bm:bam bn:ben bo:bod br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:ces cu:chu cv:chv cy:cym
da:dan de:deu dv:div dz:dzo ee:ewe el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas ff:ful fi:fin fj:fij
fo:fao fr:fra fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat
hu:hun hy:hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl it:ita iu:iku ja:jpn jv:jav
ka:kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir
la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri mk:mkd ml:mal mn:mon
mr:mar ms:msa mt:mlt my:mya na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld nn:nno no:nor nr:nbl nv:nav ny:nya
oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:ron ru:rus
rw:kin sa:san sc:srd sd:snd se:sme sg:sag sh:hbs si:sin sk:slk sl:slv sm:smo sn:sna so:som sq:sqi sr:srp
ss:ssw st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur
ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid
yo:yor za:zha zh:zho zu:zul
"""
_BIBLIOGRAPHIC = """
alb:sq arm:hy baq:eu bur:my chi:zh cze:cs dut:nl fre:fr geo:ka ger:de gre:el ice:is mac:mk
mao:mi may:ms per:fa rum:ro slo:sk tib:bo wel:cy
"""
_ALPHA3 = dict(pair.split(":") for pair in _PAIRS.split())
_TAGS = {long: short for short, long in _ALPHA3.items()} | dict(pair.split(":") for pair in _BIBLIOGRAPHIC.split())


def to_alpha3(tag: str | None) -> str:
    """Give the code of ISO 639-2 for a BCP 47 tag; `und` if there is none, or no tag."""
    primary = (tag or _UNKNOWN).partition("-")[0].lower()
    return _ALPHA3.get(primary, primary if len(primary) == len(_UNKNOWN) else _UNKNOWN)


def to_tag(code: str | None) -> str | None:
    """Give the BCP 47 tag for the code of a language, be it of two or three letters or a tag; None for no language."""
    tag = _TAGS.get((code or "").lower(), code or "")
    try:
        check_language(tag)
    except ValidationError:
        return None
    return None if tag == _UNKNOWN else tag
