"""From glyphs at places on pages (PDF, OFD) to paragraphs and tables in reading order."""

from reviewer.readers.paged.glyph import Glyph, Page, Rule
from reviewer.readers.paged.report import paged_builder

__all__ = ["Glyph", "Page", "Rule", "paged_builder"]
