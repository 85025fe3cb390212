"""The score sheet of one report on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.checklist import Element
from reviewer.export.paper.looks import SUM_FILL, headings, note, title, verdict_cell
from reviewer.export.paper.model import Align, Block, Cell, Paper, Paragraph, Row, Table
from reviewer.export.wording import (
    facts_line,
    last_decided,
    place_text,
    quotes_text,
    reasons_text,
    reviewers,
    unit_name,
)
from reviewer.review import Review
from reviewer.review.scores import points_text
from reviewer.support.messages import Messages

# Columns by the codes of their headings, and their shares of the width.
_WIDTHS = {
    "id": 5.0,
    "element": 18.0,
    "points": 6.0,
    "verdict": 10.0,
    "given": 6.0,
    "reason": 24.0,
    "comment": 16.0,
    "quote": 23.0,
    "section": 17.0,
}
_SUMMED = 5  # columns that a row of sums fills; it is blank behind them


def score_sheet(review: Review, messages: Messages) -> Paper:
    """Return the score sheet: a row for each element, subtotals and the total, to be signed."""
    front = review.outline.front
    heading = front.title.value if front.title else unit_name(review, messages)
    blocks: list[Block] = [title(heading), *facts(review, messages), score_table(review, messages)]
    if review.comment:
        blocks.append(note(messages.say("paper-comment", {"comment": review.comment})))
    return Paper(
        title=heading,
        blocks=tuple(blocks),
        header=heading,
        footer=messages.say("paper-footer"),
        landscape=True,
    )


def facts(review: Review, messages: Messages) -> Iterator[Paragraph]:
    """Give the lines below the title: which report this is, and what the review came to."""
    scores, decided = review.scores(), last_decided(review)
    yield note(facts_line(review, messages))
    total = {
        "given": points_text(scores.given),
        "possible": points_text(scores.possible),
        "percent": f"{scores.percent:.1f}",
        "grade": scores.grade,
        "reviewer": reviewers(review) or "　　　　",
        "date": decided.isoformat() if decided else "　　　　",
    }
    yield note(messages.say("paper-total", total), bold=True)


def score_table(
    review: Review, messages: Messages, columns: Mapping[str, float] = _WIDTHS
) -> Table:
    """Return a row for each element, subtotals and total.

    `columns` are those to show and their shares of the width; that of the comments stays out where
    nobody has commented.
    """
    commented = any(decision.comment for decision in review.decisions.values())
    shown = [name for name in columns if commented or name != "comment"]
    return Table(
        widths=tuple(columns[name] for name in shown),
        head=(headings(*(messages.say(f"column-{name}") for name in shown)),),
        rows=tuple(_rows(review, messages, shown)),
        size=8.5,
    )


def _rows(review: Review, messages: Messages, shown: Sequence[str]) -> Iterator[Row]:
    scores, after = review.scores(), len(shown) - _SUMMED
    for group, elements in review.checklist.in_groups:
        for element in elements:
            row = _row(element, review, messages)
            yield tuple(row[name] for name in shown)
        score = next(score for score in scores.groups if score.id == group.id)
        label = f"{group.id} {messages.say('row-subtotal', {'group': group.name})}"
        yield _sum(label, score.given, score.possible, after)
    yield _sum(messages.say("row-total"), scores.given, scores.possible, after)


def _row(element: Element, review: Review, messages: Messages) -> Mapping[str, Cell]:
    points = review.points(element)
    return {
        "id": Cell(element.id, Align.CENTRE),
        "element": Cell(element.name),
        "points": Cell(points_text(element.points), Align.CENTRE),
        "verdict": verdict_cell(review, element, messages, "verdict"),
        "given": Cell("" if points is None else points_text(points), Align.CENTRE, bold=True),
        "reason": Cell(reasons_text(review, element, messages, comment_beside=True)),
        "comment": Cell(review.decision(element.id).comment),
        "quote": Cell(quotes_text(review, element)),
        "section": Cell(place_text(review, element, messages)),
    }


def _sum(label: str, given: float, possible: float, after: int) -> Row:
    """Return a row of sums; `after` is the number of columns behind the points given."""
    return (
        Cell(label, bold=True, fill=SUM_FILL, span=2),
        Cell(points_text(possible), Align.CENTRE, bold=True, fill=SUM_FILL),
        Cell("", fill=SUM_FILL),
        Cell(points_text(given), Align.CENTRE, bold=True, fill=SUM_FILL),
        Cell("", fill=SUM_FILL, span=after),
    )
