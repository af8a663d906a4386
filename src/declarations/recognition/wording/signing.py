"""What stands on a line for a signature beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from declarations.language.common import match_common
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import SignatoryRole

__all__ = ["drop_marks", "find_role_label"]

_LABEL = re.compile(r"\s*(?P<label>[^:：\n]{1,40}?)\s?[:：]\s?(?=\S)")


def find_role_label(line: str, lexicons: Sequence[Lexicon]) -> tuple[int, SignatoryRole] | None:
    """Return where a name begins after the label of a role, `mover: Ada Brenner`, and the role, if any."""
    found = _LABEL.match(line)
    if found is None:
        return None
    label = fold(found["label"])
    role = next((one.role_labels[label] for one in lexicons if label in one.role_labels), None)
    return (found.end(), role) if role else None


def drop_marks(text: str) -> str:
    """Return a text with a space for every line to sign on, `[signed]`, `/s/` and the like."""
    return _marks().sub(" ", text)


@cache
def _marks() -> re.Pattern[str]:
    signed = match_common("signature_marks")
    return re.compile(
        r"(?<!\w)[Xx✗×]?\s?[_\\]{3,}|\.{4,}|…{2,}"  # lines to sign on
        r"|:[a-z][a-z0-9_+-]{2,40}:"  # emoji by name
        r"|\[[^\[\]]{0,40}\]"  # what stands for a signature: `[digital signature]`, `[signed]`
        rf"|(?<!\w)(?:/s/|s/|\({signed}\.?\)|{signed}\.)(?!\w)",
        re.IGNORECASE,
    )
