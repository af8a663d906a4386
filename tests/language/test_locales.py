"""From BCP 47 tags to CLDR locales."""

from __future__ import annotations

import contextlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.errors import LocaleError
from declarations.language.locales import available_locales, fallback_chain, find_locale, get_direction


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("fr", "fr"),
        ("FR-ca", "fr_CA"),
        ("zh-TW", "zh_Hant_TW"),
        ("cmn-Hans", "zh_Hans"),
        ("iw", "he_IL"),
        ("de-XX", "de"),
        ("sr-Latn", "sr_Latn"),
        ("ar-u-nu-arab", "ar"),
        ("pt_BR", "pt_BR"),
        ("en-x-twain", "en"),
        ("es-419", "es_419"),
    ],
)
def test_nearest_locale(tag: str, name: str) -> None:
    """A tag gives the nearest locale of CLDR."""
    assert str(find_locale(tag)) == name


@pytest.mark.parametrize("tag", ["", "xx", "und", "root", "english", "../etc/passwd", "a b", "e" * 1000])
def test_unknown_locale(tag: str) -> None:
    """A tag whose language CLDR does not know is refused."""
    with pytest.raises(LocaleError, match="CLDR has no locale"):
        find_locale(tag)


@given(st.text())
def test_any_tag(tag: str) -> None:
    """No tag raises anything else."""
    with contextlib.suppress(LocaleError):
        find_locale(tag)


@pytest.mark.parametrize(
    ("tag", "chain"),
    [
        ("es-MX", ("es-MX", "es-419", "es")),
        ("pt-AO", ("pt-AO", "pt-PT", "pt")),
        ("zh-Hant-HK", ("zh-Hant-HK", "zh-Hant")),
        ("en", ("en",)),
        ("az-Cyrl", ("az-Cyrl",)),
    ],
)
def test_fallback_chain(tag: str, chain: tuple[str, ...]) -> None:
    """Parents are those of CLDR; a script that is not the likely one has none."""
    assert fallback_chain(tag) == chain


def test_available_locales() -> None:
    """Every tag that is offered leads to a locale, and there are more than a thousand."""
    tags = available_locales()
    assert len(tags) > 1000
    assert all(fallback_chain(tag) for tag in tags)


def test_direction() -> None:
    """Arabic and Hebrew are written from right to left, Azerbaijani in Arabic letters too."""
    assert [get_direction(tag) for tag in ("ar", "he", "az-Arab", "fr")] == ["rtl", "rtl", "rtl", "ltr"]


MONTHS = """
import sys
from declarations.language.locales import load_locale
for name in sys.argv[1:]:
    months = load_locale(name).months
    told = [*months["format"]["abbreviated"].items(), *months["stand-alone"]["abbreviated"].items()]
sys.stdout.buffer.write(str(told).encode())
"""


@pytest.mark.parametrize(("before", "name"), [("ak", "oc"), ("ar", "ar_JO"), ("sr_Latn", "sr_Latn_ME")])
def test_no_locale_changes_another(before: str, name: str) -> None:
    """The months of a locale are the same whichever locale was asked before it."""
    after, alone = (
        subprocess.run([sys.executable, "-c", MONTHS, *names], stdout=subprocess.PIPE, check=True).stdout
        for names in ((before, name), (name,))
    )
    assert after == alone != b""
