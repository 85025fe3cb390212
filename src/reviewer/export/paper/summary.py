"""Ranking and matrix of all reports on paper: the pages for the meeting."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from reviewer.checklist import Checklist, Verdict
from reviewer.compare.ranking import best_first, ranks
from reviewer.export.paper.looks import HEAD_FILL, SUM_FILL, headings, note, title, verdict_cell
from reviewer.export.paper.model import Align, Block, Cell, PageBreak, Paper, Row, Table
from reviewer.export.wording import reviewers, short_name, timeliness, unit_name
from reviewer.review import Review
from reviewer.review.scores import points_text
from reviewer.support.messages import Messages

_BEFORE = (("rank", 5.0), ("unit", 15.0), ("date", 10.0), ("timeliness", 7.0))
_GROUP_WIDTH = 9.0
_AFTER = (
    *(("total", 6.0), ("possible", 6.0), ("percent", 8.0), ("grade", 6.0)),
    *(("weak", 4.0), ("missing", 4.0), ("undetermined", 7.0), ("reviewer", 9.0)),
)
_UNIT_WIDTH, _MARK_WIDTH = 7.5, 1.5
_COUNTED = (Verdict.WEAK, Verdict.MISSING)


def summary(
    reviews: Sequence[Review], messages: Messages, *, today: datetime.date | None = None
) -> Paper:
    """Return ranking and matrix of `reviews`, all of one checklist, the best first."""
    day = today or datetime.datetime.now().astimezone().date()
    checklist = reviews[0].checklist
    ranked = best_first(reviews)
    made = {
        "checklist": checklist.name,
        "date": day.isoformat(),
        "id": checklist.id,
        "version": checklist.version,
        "count": len(reviews),
    }
    name = messages.say("book-title")
    blocks: tuple[Block, ...] = (
        title(name),
        note(messages.say("book-made", made)),
        _ranking(ranked, checklist, messages),
        PageBreak(),
        title(messages.say("matrix-title")),
        note(messages.say("paper-matrix-note")),
        _matrix(ranked, checklist, messages),
    )
    return Paper(
        title=name,
        blocks=blocks,
        header=name,
        footer=messages.say("paper-footer"),
        landscape=True,
    )


def _ranking(ranked: Sequence[Review], checklist: Checklist, messages: Messages) -> Table:
    names = headings(
        *(messages.say(f"column-{name}") for name, _ in _BEFORE),
        *(f"{group.id} {group.name}" for group in checklist.groups),
        *(messages.say(f"column-{name}") for name, _ in _AFTER),
    )
    return Table(
        widths=(
            *(width for _, width in _BEFORE),
            *[_GROUP_WIDTH] * len(checklist.groups),
            *(width for _, width in _AFTER),
        ),
        head=(names,),
        rows=tuple(
            _ranked(review, rank, messages)
            for review, rank in zip(ranked, ranks(ranked), strict=True)
        ),
    )


def _ranked(review: Review, rank: int, messages: Messages) -> Row:
    scores, front = review.scores(), review.outline.front
    centred = [
        *(points_text(group.given) for group in scores.groups),
        points_text(scores.given),
        points_text(scores.possible),
        f"{scores.percent:.1f}%",
        scores.grade,
        *map(str, (scores.weak, scores.missing, scores.undetermined)),
    ]
    return (
        Cell(str(rank), Align.CENTRE),
        Cell(unit_name(review, messages)),
        Cell(front.date_text or "", Align.CENTRE),
        Cell(timeliness(review, messages), Align.CENTRE),
        *(Cell(text, Align.CENTRE) for text in centred),
        Cell(reviewers(review)),
    )


def _matrix(ranked: Sequence[Review], checklist: Checklist, messages: Messages) -> Table:
    elements = [element for _, group in checklist.in_groups for element in group]
    groups = [
        Cell(f"{group.id} {group.name}", Align.CENTRE, bold=True, fill=SUM_FILL, span=len(own))
        for group, own in checklist.in_groups
        if own
    ]
    names = [
        Cell(short_name(element), Align.CENTRE, fill=SUM_FILL, upright=True) for element in elements
    ]
    ids = (
        *headings(messages.say("column-unit")),
        *(Cell(element.id, Align.CENTRE, fill=HEAD_FILL) for element in elements),
    )
    blank = Cell("", fill=SUM_FILL)
    rows = [
        (
            Cell(unit_name(review, messages)),
            *(verdict_cell(review, e, messages, "verdict-mark") for e in elements),
        )
        for review in ranked
    ]
    counts = [_counted(verdict, ranked, checklist, messages) for verdict in _COUNTED]
    return Table(
        widths=(_UNIT_WIDTH, *[_MARK_WIDTH] * len(elements)),
        head=((blank, *groups), (blank, *names), ids),
        rows=(*rows, *counts),
        size=7.0,
    )


def _counted(
    verdict: Verdict, reviews: Sequence[Review], checklist: Checklist, messages: Messages
) -> Row:
    """Return how many reports have `verdict`, element by element."""
    mark = messages.say(f"verdict-mark-{verdict.value}")
    counts = (
        sum(review.applies(e.id) and review.verdict(e.id) is verdict for review in reviews)
        for _, group in checklist.in_groups
        for e in group
    )
    label = messages.say("matrix-count", {"verdict": mark})
    return (
        Cell(label, bold=True, fill=SUM_FILL),
        *(Cell(str(count), Align.CENTRE, fill=SUM_FILL) for count in counts),
    )
