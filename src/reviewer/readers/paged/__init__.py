"""From glyphs at places on pages (PDF, OFD) to paragraphs and tables in reading order."""

from reviewer.readers.paged.glyph import Glyph, Page, Rule
from reviewer.readers.paged.report import add_pages

__all__ = ["Glyph", "Page", "Rule", "add_pages"]
