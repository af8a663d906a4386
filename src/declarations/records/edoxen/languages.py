"""Languages as edoxen names them, ISO 639-3 and ISO 15924, beside BCP 47."""

from __future__ import annotations

from itertools import takewhile

from declarations.records.languages import LANGUAGES, UNKNOWN

__all__ = ["read_language", "write_language"]

_SCRIPT = 4  # letters in the code of a script
_TAGS = {three: (two, script) for two, (three, script) in LANGUAGES.items()}


def read_language(language_code: str, script: str | None = None) -> str | None:
    """Make a BCP 47 tag of a code and a script; None for `und`.

    A script that goes without saying is left out of the tag (RFC 5646, section 4.1).
    """
    if language_code == UNKNOWN and not script:
        return None
    ours, usual = _TAGS.get(language_code, (language_code, None))
    return f"{ours}-{script}" if script and script != usual else ours


def write_language(tag: str | None) -> dict[str, str]:
    """Return `language_code` and `script` of a BCP 47 tag; where it says no script, the one that goes without saying.

    Regions and variants are left out. Languages that have no ISO 639 code become `und`.
    """
    language, *rest = (tag or UNKNOWN).split("-")
    code, script = LANGUAGES.get(language.lower(), (language.lower(), ""))
    if not (len(code) == len(UNKNOWN) and code.isalpha()):
        return {"language_code": UNKNOWN}
    for part in takewhile(lambda part: len(part) > 1, rest):  # a single character begins an extension
        if len(part) == _SCRIPT and part.isalpha():
            script = part.title()
    return {"language_code": code} | ({"script": script} if script else {})
