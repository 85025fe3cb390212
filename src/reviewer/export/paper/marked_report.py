"""The report itself on paper with a mark at every passage, behind what the review came to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.checklist import Verdict
from reviewer.export.paper.looks import note, title
from reviewer.export.paper.model import Align, Block, Line, PageBreak, Paper, Paragraph, Run
from reviewer.export.paper.score_sheet import facts, score_table
from reviewer.export.wording import unit_name
from reviewer.report import Block as TextLine
from reviewer.report import BlockKind, Span
from reviewer.review import Review
from reviewer.review.marks import Gap, Segment, cut_apart, evidence_marks, expected_gaps
from reviewer.support.messages import Messages

# GB/T 9704: margins of 37, 35, 28 and 26 mm, the page number 7 mm below the text.
MARGINS = (28.0, 37.0, 26.0, 24.0)
_FOOTER_ROOM, _FOOTER_SIZE = 11.0, 10.5
# Smaller than the standard's 16 points: these pages are worked with, not sent.
_TEXT, _TITLE, _LABEL, _LEGEND, _LEADING = 12.0, 18.0, 11.0, 9.0, 22.0  # points
_BODY, _HEADING, _TITLE_FONT = "official-text", "official-heading", "official-title"
# Quotes and places are in the text itself.
_COLUMNS = {
    "id": 6.0,
    "element": 17.0,
    "points": 7.0,
    "verdict": 13.0,
    "given": 7.0,
    "reason": 24.0,
    "comment": 16.0,
}
# Told apart by the line alone where nothing is printed in colour.
_LINES = {
    Verdict.PRESENT: Line.SOLID,
    Verdict.WEAK: Line.WAVE,
    Verdict.UNDETERMINED: Line.DASHES,
    Verdict.MISSING: Line.DOTS,
}
_FILLS = {Verdict.WEAK: "#fff2cc", Verdict.MISSING: "#fbe0d5", Verdict.UNDETERMINED: "#ececec"}
_LABEL_COLOUR = "#404040"


def marked_report(review: Review, messages: Messages, *, office: str = "") -> Paper:
    """Return scores and reasons, then the text with its marks, for `office` where it is known."""
    front = review.outline.front
    heading = front.title.value if front.title else unit_name(review, messages)
    blocks: list[Block] = [title(heading), *facts(review, messages)]
    if office:
        blocks.append(note(office))
    if review.comment:
        blocks.append(note(messages.say("paper-comment", {"comment": review.comment})))
    blocks += [score_table(review, messages, _COLUMNS), PageBreak(), _legend(messages)]
    return Paper(
        title=heading,
        blocks=(*blocks, *_MarkedText(review, messages).paragraphs()),
        header=heading,
        footer=messages.say("paper-footer"),
        footer_size=_FOOTER_SIZE,
        footer_room=_FOOTER_ROOM,
        margins=MARGINS,
    )


def _legend(messages: Messages) -> Paragraph:
    """Return the line that says how the marks look."""
    runs = [Run(messages.say("marked-legend"), _LEGEND)]
    for verdict, line in _LINES.items():
        word = messages.say(f"verdict-{verdict.value}")
        runs += [Run(word, _LEGEND, line=line, fill=_FILLS.get(verdict, "")), Run("　", _LEGEND)]
    runs.append(Run(messages.say("marked-gap-legend"), _LEGEND))
    return Paragraph(tuple(runs), after=12.0)


class _MarkedText:
    """Cuts the lines of a report wherever a mark or a heading begins or ends."""

    def __init__(self, review: Review, messages: Messages) -> None:
        self._review = review
        self._messages = messages
        self._segments = cut_apart(evidence_marks(review))
        self._marked = [segment.span for segment in self._segments]
        self._gaps = expected_gaps(review)
        self._headings = sorted(section.heading for section, _ in review.outline.walk())

    def paragraphs(self) -> Iterator[Paragraph]:
        """Give the lines of the report, without those of a web page's frame."""
        front = self._review.outline.front
        for block in self._review.report.blocks:
            if block.frame:
                continue
            if front.title is not None and block.span.overlaps(front.title.span):
                runs = self._runs(block, _TITLE, _TITLE_FONT)
                yield Paragraph(tuple(runs), Align.CENTRE, after=12.0, keep=True)
                continue
            in_lines = block.kind is BlockKind.PARAGRAPH
            yield Paragraph(
                tuple(self._runs(block, _TEXT, _BODY)),
                Align.CENTRE if block.layout.centered else Align.JUSTIFY,
                indent=2 * _TEXT if in_lines and not block.layout.centered else 0.0,
                line=_LEADING,
                keep=any(heading.end >= block.end for heading in self._headings_at(block)),
            )

    def _runs(self, block: TextLine, size: float, font: str) -> Iterator[Run]:
        segments = self._segments[_reaching(self._marked, block.span)]
        gaps = [gap for gap in self._gaps if block.start <= gap.place < block.end]
        bold = self._headings_at(block)
        spans = [segment.span for segment in segments] + bold
        bounds = {block.start, block.end, *(gap.place for gap in gaps)}
        bounds |= {bound for span in spans for bound in (span.start, span.end)}
        places = sorted(place for place in bounds if block.start <= place <= block.end)
        for start, end in pairwise(places):
            yield from (self._gap(gap) for gap in gaps if gap.place == start)
            here = Span(start, end)
            text, heads = here.of(self._review.report.text), any(here.overlaps(b) for b in bold)
            family = _HEADING if heads else font
            segment = next((s for s in segments if s.span.overlaps(here)), None)
            if segment is None:
                yield Run(text, size, font=family)
                continue
            line, fill = _LINES[segment.verdict], _FILLS.get(segment.verdict, "")
            yield Run(text, size, font=family, line=line, fill=fill)
            if segment.span.end == end:
                yield self._label(segment)

    def _headings_at(self, block: TextLine) -> list[Span]:
        return self._headings[_reaching(self._headings, block.span)]

    def _label(self, segment: Segment) -> Run:
        """Return the ids of the elements a passage speaks for, with verdicts other than present."""
        named = zip(segment.element_ids, segment.verdicts, strict=True)
        words = (f"{element}{self._mark(verdict)}" for element, verdict in named)
        return _raised(" ".join(words))

    def _gap(self, gap: Gap) -> Run:
        mark = self._mark(Verdict.MISSING)
        return _raised("▲" + " ".join(f"{element}{mark}" for element in gap.element_ids))

    def _mark(self, verdict: Verdict) -> str:
        present = verdict is Verdict.PRESENT
        return "" if present else self._messages.say(f"verdict-mark-{verdict.value}")


def _raised(text: str) -> Run:
    return Run(text, _LABEL, colour=_LABEL_COLOUR, raised=True)


def _reaching(spans: Sequence[Span], into: Span) -> slice:
    """Return which of `spans` reach into a stretch; they are in text order and do not overlap."""
    first = bisect_right(spans, into.start, key=lambda span: span.end)
    last = bisect_right(spans, into.end - 1, key=lambda span: span.start)
    return slice(first, last)
