"""The looks that printed score sheets and summaries share with the score workbook."""

from __future__ import annotations

from reviewer.checklist import Element
from reviewer.export import colours
from reviewer.export.paper.model import Align, Cell, Paragraph, Row, Run
from reviewer.export.wording import verdict_word
from reviewer.review import Review
from reviewer.support.messages import Messages

HEAD_FILL, SUM_FILL = f"#{colours.HEAD_FILL}", f"#{colours.SUM_FILL}"
_TITLE, _NOTE = 15.0, 9.0  # points


def title(text: str) -> Paragraph:
    """Return the title of a sheet."""
    return Paragraph((Run(text, _TITLE, bold=True),), Align.CENTRE, after=6.0, keep=True)


def note(text: str, *, bold: bool = False) -> Paragraph:
    """Return a line of facts below the title."""
    return Paragraph((Run(text, _NOTE, bold=bold),), after=4.0, keep=True)


def headings(*texts: str) -> Row:
    """Return the row of a table's headings."""
    return tuple(Cell(text, Align.CENTRE, bold=True, fill=HEAD_FILL) for text in texts)


def verdict_cell(review: Review, element: Element, messages: Messages, words: str) -> Cell:
    """Return the verdict that counts, told by its word as well as by colour."""
    word = verdict_word(review, element, messages, words)
    known = colours.VERDICTS.get(review.verdict(element.id)) if review.applies(element.id) else None
    fill, colour = (f"#{one}" for one in known) if known else ("", "#000000")
    return Cell(word, Align.CENTRE, fill=fill, colour=colour)
