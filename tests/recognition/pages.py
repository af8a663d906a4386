"""A short way to write pages in tests: one string a block."""

from __future__ import annotations

import re
from collections.abc import Iterable

from declarations.blocks import Block, BlockKind, Landmark, MetadataItem, MetadataKind, Page, PageMetadata
from declarations.recognition.features.blockfeatures import BlockFeatures, extract_features
from declarations.text import Text

_SHAPES = (
    (re.compile(r"(?P<level>#{1,6}) (?P<text>.*)"), BlockKind.HEADING),
    (re.compile(r"(?P<indent> *)- (?P<text>.*)"), BlockKind.ITEM),
    (re.compile(r"(?P<indent> *)<(?P<marker>[^>]+)> (?P<text>.*)"), BlockKind.ITEM),
    (re.compile(r"\| (?P<text>.*)"), BlockKind.ROW),
)


def make_block(line: str, *, landmark: Landmark | None = None, region: int = 0) -> Block:
    """`# heading`, `- bullet`, `<1.> item` (two spaces a level), `| row`, and anything else a paragraph."""
    landmarks = (landmark,) if landmark else ()
    for shape, kind in _SHAPES:
        if found := shape.fullmatch(line):
            groups = found.groupdict()
            return Block(
                kind=kind,
                text=Text(groups["text"]),
                level=len(groups.get("level") or ""),
                depth=1 + len(groups["indent"]) // 2 if kind is BlockKind.ITEM else 0,
                marker=groups.get("marker"),
                landmarks=landmarks,
                region=region,
            )
    return Block(kind=BlockKind.PARAGRAPH, text=Text(line), landmarks=landmarks, region=region)


def make_page(*lines: str | Block, metadata: dict[MetadataKind, str] | None = None) -> Page:
    """Make a page of lines and blocks, with metadata."""
    blocks = tuple(line if isinstance(line, Block) else make_block(line) for line in lines)
    return Page(
        blocks=blocks,
        metadata=PageMetadata(tuple(MetadataItem(kind, value, "test") for kind, value in (metadata or {}).items())),
    )


def spell(blocks: Iterable[Block]) -> str:
    """Give all that blocks print, their numbers too, without the white space."""
    return "".join("".join(f"{block.marker or ''}{block.text}".split()) for block in blocks)


def make_segments(*lines: str, language: str | None = None) -> list[BlockFeatures]:
    """Look at every line, with the lexicon of a language."""
    from declarations.language.lexicon import load_lexicon

    lexicon = load_lexicon(language) if language else None
    return [
        extract_features(make_block(line), index, (lexicon,) if lexicon else ()) for index, line in enumerate(lines)
    ]
