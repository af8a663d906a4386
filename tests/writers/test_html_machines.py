"""What our pages tell programs that know nothing of declarations."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

import declarations
from declarations import Agent, Clause, Dated, Declaration
from declarations.model import Source

STATEMENT = Declaration(
    kind="statement",
    title="On the Lamps of the Pier",
    issuers=[Agent(name="Harbour League")],
    dates=[Dated(role="adopted", date="2025-03-07"), Dated(role="published", date="2025-03-10")],
    language="en",
    context=[Clause(paragraphs=["The lamps of the pier have been dark since the storm, and two boats were lost."])],
    resolutions=[
        Clause(paragraphs=["The league demands that the lamps be mended before the herring season begins."]),
        Clause(paragraphs=["The league calls on every owner of a boat to lend a lantern until then."]),
    ],
    source=Source(site="Harbour News", categories=["Piers", "Lamps"]),
)


def read_metas(declaration: Declaration) -> dict[str, list[str]]:
    """Return the contents of the `meta` elements of a page by their names."""
    metas: dict[str, list[str]] = {}
    for meta in html.fromstring(declarations.render(declaration, "html")).iter("meta"):
        name = meta.get("property") or meta.get("name") or ""
        metas.setdefault(name, []).append(meta.get("content") or "")
    return metas


def test_open_graph_and_dublin_core() -> None:
    """Title, site, days and tags stand where programs look for them."""
    metas = read_metas(STATEMENT)
    assert metas["og:type"] == ["article"]
    assert metas["og:title"] == ["On the Lamps of the Pier"]
    assert metas["og:site_name"] == ["Harbour News"]
    assert metas["article:published_time"] == ["2025-03-10"]
    assert metas["dcterms.dateAccepted"] == ["2025-03-07"]
    assert metas["article:tag"] == ["Piers", "Lamps"]
    assert "article:modified_time" not in metas


def test_the_day_of_the_act_stands_in_for_that_of_publication() -> None:
    """Where nobody says when it was published, it was when it was adopted; a month is no day."""
    adopted, month = (
        Declaration(dates=[Dated(role="adopted", date=date)], resolutions=[Clause(paragraphs=["Asks."])])
        for date in ("2025-03-07", "2025-03")
    )
    assert read_metas(adopted)["article:published_time"] == ["2025-03-07"]
    assert "article:published_time" not in read_metas(month)
    assert "og:title" not in read_metas(month)


def test_general_extractors_read_our_pages() -> None:
    """Trafilatura finds title, issuer, site, day and every clause; htmldate the day."""
    trafilatura: Any = pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    page = declarations.render(STATEMENT, "html")
    found = trafilatura.bare_extraction(page, with_metadata=True)
    assert (found.title, found.author, found.sitename) == (STATEMENT.title, "Harbour League", "Harbour News")
    assert found.date == "2025-03-10"
    for clause in (*STATEMENT.context, *STATEMENT.resolutions):
        assert clause.text in found.text
