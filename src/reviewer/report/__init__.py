"""Plain values: a report's text, its blocks, its sections and front matter. No I/O."""

from reviewer.report.anchor import Anchor
from reviewer.report.block import Block, BlockKind, Layout
from reviewer.report.front_matter import FrontMatter, Located
from reviewer.report.report import Notice, Report
from reviewer.report.section import Item, Section
from reviewer.report.span import Span

__all__ = [
    "Anchor",
    "Block",
    "BlockKind",
    "FrontMatter",
    "Item",
    "Layout",
    "Located",
    "Notice",
    "Report",
    "Section",
    "Span",
]
