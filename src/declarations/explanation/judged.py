"""The left side of the page: the blocks of the document, each with its part, its words and its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import attrs

from declarations.blocks import Block, BlockKind
from declarations.explanation.accounts import Account, Case, account_for, explain_cue
from declarations.explanation.markup import Html, Words, element, join
from declarations.recognition.reading import Judgement, Part

__all__ = ["DocumentSide"]

_LEAST_RUN = 3  # so many blocks of boilerplate in a row are folded away
_DEEPEST = 6  # deeper items are indented no further
_SHOWN_LINKS = 4


@attrs.frozen(kw_only=True)
class DocumentSide:
    """Writes the blocks of one reading."""

    judgements: Sequence[Judgement]
    """The blocks and where they went."""
    words: Words
    """How the words of the document are written."""
    name_block: str
    """Pattern of the ids of blocks."""
    links: Mapping[int, Sequence[tuple[str, str]]]
    """Number of a block to the pieces of the declaration that it became: address and id."""

    def write(self) -> Iterator[str]:
        """Yield the markup piece by piece."""
        rows = enumerate(zip(self.judgements, account_for(self.judgements), strict=True), 1)
        yield f'<ol class="blocks" role="list" dir="{self.words.layout}">\n'
        for is_outside, group in groupby(rows, key=lambda row: row[1][0].part is Part.BOILERPLATE):
            run = list(group)
            items = (self._write_block(number, judgement, account) for number, (judgement, account) in run)
            if is_outside and len(run) >= _LEAST_RUN:
                told = f"{len(run)} blocks of the page around the document"
                head = element("summary", told, lang="en", dir="ltr")
                yield f'<li class="run"><details>{head}\n<ol class="blocks" role="list">\n'
                yield from items
                yield "</ol></details></li>\n"
            else:
                yield from items
        yield "</ol>\n"

    def _write_block(self, number: int, judgement: Judgement, account: Account) -> Html:
        block = judgement.block
        name = self.name_block.format(number)
        depth = f" depth-{min(block.depth, _DEEPEST)}" if block.depth else ""
        return join(
            element(
                "li",
                self._write_head(number, name, judgement),
                self._write_words(block),
                self._write_remainder(judgement.remainder),
                _write_evidence(judgement, account, f"{name}-why"),
                class_=f"block part-{judgement.part} kind-{block.kind}{depth}",
                id=name,
            ),
            "\n",
        )

    def _write_head(self, number: int, name: str, judgement: Judgement) -> Html:
        block = judgement.block
        where = f"{block.kind}, {block.position}" if block.position and str(block.position) else str(block.kind)
        links = self.links.get(number, ())
        pieces = [element("a", address, href=f"#{target}") for address, target in links[:_SHOWN_LINKS]]
        more = f" and {len(links) - _SHOWN_LINKS} more" if len(links) > _SHOWN_LINKS else ""
        became = element("span", "became ", _list(pieces), more, class_="became") if pieces else Html()
        return element(
            "p",
            element("a", str(number), class_="number", href=f"#{name}", aria_describedby=f"{name}-why"),
            element("span", judgement.part, class_="chip"),
            element("span", where, class_="where", dir="ltr"),
            became,
            class_="about",
            lang="en",
        )

    def _write_words(self, block: Block) -> Html:
        if block.kind is BlockKind.RULE:
            return element("p", "(rule)", class_="words empty", lang="en")
        marker = self.words.write("span", block.marker, class_="marker") if block.marker else Html()
        if not (block.text or block.marker):
            return element("p", "(no words)", class_="words empty", lang="en")
        return element("div", marker, self.words.write("p", block.text, language=block.language), class_="words")

    def _write_remainder(self, block: Block | None) -> Html:
        if block is None:
            return Html()
        return element("p", "No field holds: ", self.words.write("bdi", block.text), class_="remainder", lang="en")


def _list(pieces: Sequence[Html]) -> Html:
    return Html(", ".join(pieces))


def _write_evidence(judgement: Judgement, account: Account, name: str) -> Html:
    """Write the evidence for one block: a verdict, a table of what speaks for the first two parts, and the rest."""
    shown, rest = account.cases[:2], account.cases[2:]
    others = element("p", "Other parts: ", Html("; ".join(map(_brief, rest))), ".", class_="rest") if rest else Html()
    return element(
        "div",
        element("p", _write_verdict(judgement, account), class_="verdict", id=name),
        _write_table(shown) if shown else Html(),
        others,
        class_="evidence",
        lang="en",
        dir="ltr",
    )


def _write_verdict(judgement: Judgement, account: Account) -> Html:
    pieces: list[str] = ["Taken for ", element("strong", judgement.part)]
    if account.taken:
        pieces.append(f" with {account.taken.weight:+.1f}")
    second = next((case for case in account.cases if case.part is judgement.runner_up), None)
    if second:
        pieces += ["; runner-up ", element("strong", second.part), f" with {second.weight:+.1f}"]
    pieces.append(".")
    if account.remark:
        pieces.append(f" {account.remark}")
    return join(*pieces)


def _write_table(cases: Sequence[Case]) -> Html:
    head = element("tr", *(element("th", word, scope="col") for word in ("Weight", "Cue", "What it sees")))
    organs = []
    for case in cases:
        title = element("th", f"{case.part} {case.weight:+.1f}", scope="rowgroup", colspan="3")
        rows = [element("tr", title), _write_row(case.prior, "", "Before anything is seen.")]
        rows += [_write_row(one.weight, one.cue, explain_cue(one.cue)) for one in case.evidence]
        organs.append(element("tbody", *rows))
    return element("table", element("thead", head), *organs)


def _write_row(weight: float, cue: str, told: str) -> Html:
    sign = "for" if weight > 0 else "against"
    return element(
        "tr",
        element("td", f"{weight:+.1f}", class_=f"weight {sign}"),
        element("td", element("code", cue) if cue else "prior"),
        element("td", told),
    )


def _brief(case: Case) -> Html:
    reasons = ", ".join(f"{one.cue} {one.weight:+.1f}" for one in case.evidence)
    return join(f"{case.part} {case.weight:+.1f}", f" ({reasons})" if reasons else "")
