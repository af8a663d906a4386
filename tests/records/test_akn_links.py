"""Links in Akoma Ntoso run nothing, whatever makes a page of it."""

from __future__ import annotations

import pytest
from lxml import etree

from declarations import Clause, Declaration, Source, Text
from declarations.records import akn
from declarations.text import Mark, MarkKind


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_no_link_runs_something(target: str) -> None:
    """Addresses that run something are not written as such, and are read back as they were."""
    paragraph = Text("here", [Mark(0, 4, MarkKind.LINK, target=target)])
    declaration = Declaration(
        resolutions=[Clause(paragraphs=[paragraph])], source=Source(url=target), translation_of=target
    )
    written = akn.dumps(declaration)
    hrefs = [str(one.get("href")).lower() for one in etree.fromstring(written).iter("*") if one.get("href")]
    assert hrefs
    assert not [href for href in hrefs if href.startswith(("javascript:", "data:", "vbscript:"))]
    assert akn.loads(written) == declaration
