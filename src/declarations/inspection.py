"""What a reading tells besides the declaration: findings, judgements of blocks, losses, and a page that explains it."""

from declarations.blocks import Block, BlockKind, Landmark
from declarations.conversion import find_losses
from declarations.explanation.page import render_explanation
from declarations.findings import FINDINGS, Finding, FindingCode, Position, Severity
from declarations.recognition.reading import Evidence, Judgement, Part, Reading

__all__ = [
    "FINDINGS",
    "Block",
    "BlockKind",
    "Evidence",
    "Finding",
    "FindingCode",
    "Judgement",
    "Landmark",
    "Part",
    "Position",
    "Reading",
    "Severity",
    "find_losses",
    "render_explanation",
]
