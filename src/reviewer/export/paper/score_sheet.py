"""The score sheet of one report on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewer.checklist import Element
from reviewer.export.paper.looks import SUM_FILL, headings, note, title, verdict_cell
from reviewer.export.paper.model import Align, Block, Cell, Paper, Row, Table
from reviewer.export.wording import (
    last_decided,
    place_text,
    quotes_text,
    reasons_text,
    reviewers,
    unit_name,
)
from reviewer.review import Review
from reviewer.support.messages import Messages

_COLUMNS = (
    ("id", 5.0),
    ("element", 19.0),
    ("points", 5.0),
    ("verdict", 7.0),
    ("given", 5.0),
    ("reason", 24.0),
    ("comment", 16.0),
    ("quote", 24.0),
    ("section", 18.0),
)
_COMMENT = 6  # its column is left out where nobody has commented on anything


def score_sheet(review: Review, messages: Messages) -> Paper:
    """Return the score sheet: a row for each element, subtotals and the total, to be signed."""
    front, scores = review.outline.front, review.scores()
    decided = last_decided(review)
    facts = {
        "unit": unit_name(review, messages) if front.unit else "–",
        "year": front.year.value if front.year else "–",
        "date": front.date_text or "–",
        "source": Path(review.report.source).name,
    }
    total = {
        "given": f"{scores.given:g}",
        "possible": f"{scores.possible:g}",
        "percent": f"{scores.percent:.1f}",
        "grade": scores.grade,
        "reviewer": reviewers(review) or "　　　　",
        "date": decided.isoformat() if decided else "　　　　",
    }
    heading = front.title.value if front.title else unit_name(review, messages)
    blocks: list[Block] = [
        title(heading),
        note(messages.say("report-facts", facts)),
        note(messages.say("paper-total", total), bold=True),
        _table(review, messages),
    ]
    if review.comment:
        blocks.append(note(messages.say("paper-comment", {"comment": review.comment})))
    return Paper(
        title=heading,
        blocks=tuple(blocks),
        header=heading,
        footer=messages.say("paper-footer"),
        landscape=True,
    )


def _table(review: Review, messages: Messages) -> Table:
    names = headings(*(messages.say(f"column-{name}") for name, _ in _COLUMNS))
    commented = any(decision.comment for decision in review.decisions.values())
    shown = [place for place in range(len(_COLUMNS)) if commented or place != _COMMENT]
    return Table(
        widths=tuple(_COLUMNS[place][1] for place in shown),
        head=(tuple(names[place] for place in shown),),
        rows=tuple(_rows(review, messages, shown)),
        size=8.5,
    )


def _rows(review: Review, messages: Messages, shown: Sequence[int]) -> Iterator[Row]:
    scores, after = review.scores(), len(shown) - 5
    for group, elements in review.checklist.in_groups:
        for element in elements:
            row = _row(element, review, messages)
            yield tuple(row[place] for place in shown)
        score = next(score for score in scores.groups if score.id == group.id)
        label = f"{group.id} {messages.say('row-subtotal', {'group': group.name})}"
        yield _sum(label, score.given, score.possible, after)
    yield _sum(messages.say("row-total"), scores.given, scores.possible, after)


def _row(element: Element, review: Review, messages: Messages) -> Row:
    points = review.points(element)
    return (
        Cell(element.id, Align.CENTRE),
        Cell(element.name),
        Cell(f"{element.points:g}", Align.CENTRE),
        verdict_cell(review, element, messages, "verdict"),
        Cell("" if points is None else f"{points:g}", Align.CENTRE, bold=True),
        Cell(reasons_text(review, element, messages, comment_beside=True)),
        Cell(review.decision(element.id).comment),
        Cell(quotes_text(review, element)),
        Cell(place_text(review, element, messages)),
    )


def _sum(label: str, given: float, possible: float, after: int) -> Row:
    """Return a row of sums; `after` is the number of columns behind the points given."""
    return (
        Cell(label, bold=True, fill=SUM_FILL, span=2),
        Cell(f"{possible:g}", Align.CENTRE, bold=True, fill=SUM_FILL),
        Cell("", fill=SUM_FILL),
        Cell(f"{given:g}", Align.CENTRE, bold=True, fill=SUM_FILL),
        Cell("", fill=SUM_FILL, span=after),
    )
