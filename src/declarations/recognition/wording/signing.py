"""What stands on a line for a signature and is no name."""

from __future__ import annotations

import re
from functools import cache

from declarations.language.common import match_common

__all__ = ["drop_marks"]


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
