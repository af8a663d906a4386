"""Codes of languages agree with CLDR, both ways."""

from __future__ import annotations

import pytest
from babel.core import get_global

from declarations.records.akn.languages import to_alpha3, to_tag


def test_codes_agree_with_cldr() -> None:
    """Every two letters that CLDR knows for three letters stand in the table, and come back from them."""
    aliases = {long: short for long, short in get_global("language_aliases").items() if len(long) == 3}
    for short in {short for short in aliases.values() if len(short) == 2}:
        assert aliases[to_alpha3(short)] == short
        assert to_tag(to_alpha3(short)) == short


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "eng"), ("pt-BR", "por"), ("ZH-Hans", "zho"), ("ckb", "ckb"), (None, "und"), ("x-klingon", "und")],
)
def test_tags_become_codes(tag: str | None, code: str) -> None:
    """The primary language counts; what has no code is `und`."""
    assert to_alpha3(tag) == code


@pytest.mark.parametrize(
    ("code", "tag"),
    [("eng", "en"), ("GER", "de"), ("ckb", "ckb"), ("fr", "fr"), ("en-GB", "en-GB"), ("und", None), ("?", None)],
)
def test_codes_become_tags(code: str, tag: str | None) -> None:
    """Bibliographic codes, short codes and whole tags are understood."""
    assert to_tag(code) == tag
