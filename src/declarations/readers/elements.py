"""What the elements of HTML are to a reader (HTML Standard, 4, and its suggested rendering, 15.3)."""

from __future__ import annotations

from declarations.readers.tree import names

__all__ = ["BLOCKS", "HEADINGS", "NEVER"]

NEVER = names(
    "annotation annotation-xml audio canvas head iframe noembed noframes noscript rp script style svg template "
    "title video"
)
BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table tbody td textarea tfoot th thead tr ul"
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
