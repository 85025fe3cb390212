from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.checklist import Verdict
from reviewer.export.paper.marked_report import marked_report
from reviewer.export.paper.model import Align, Line, PageBreak, Paper, Paragraph, Run, Table
from reviewer.report import Block, BlockKind, Layout, Span
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]
ZH = load_messages("zh")
QUOTE = "全年开展法治宣传12场次。"


def with_lines(review: Review) -> Review:
    """Return the review with a block for each line of its text, B01 expected at its third line."""
    text, place, blocks = review.report.text, 0, []
    for line in text.split("\n"):
        blocks.append(Block(place, place + len(line)))
        place += len(line) + 1
    report = replace(review.report, blocks=tuple(blocks))
    findings = dict(review.findings)
    findings["B01"] = findings["B01"]._replace(expected=blocks[2].span)
    return Review(report, review.outline, findings.values(), review.checklist)


def text_part(paper: Paper) -> list[Paragraph]:
    """Return the paragraphs behind the page break: the legend first, then the text."""
    start = paper.blocks.index(PageBreak()) + 1
    return [block for block in paper.blocks[start:] if isinstance(block, Paragraph)]


def said(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def run_of(paper: Paper, text: str) -> Run:
    return next(run for p in text_part(paper) for run in p.runs if text in run.text)


def test_what_the_review_came_to_stands_before_the_text(make_review: MakeReview) -> None:
    review = with_lines(make_review())
    review.decide("A02", comment="请补充次数。", by="王五")
    paper = marked_report(review, ZH, office="云岭县司法局")
    before = paper.blocks[: paper.blocks.index(PageBreak())]
    lines = [said(block) for block in before if isinstance(block, Paragraph)]
    (table,) = (block for block in before if isinstance(block, Table))

    assert lines[0] == "青溪镇2025年法治政府建设年度报告"
    assert "总分 3.5 / 9" in lines[2]
    assert lines[3] == "云岭县司法局"
    cells = [cell.text for row in table.rows for cell in row]
    assert {"请补充次数。", "没有写明次数。"} <= set(cells)
    assert QUOTE not in cells  # which the text shows


def test_the_whole_text_comes_line_by_line_with_marks_put_in(make_review: MakeReview) -> None:
    review = with_lines(make_review())
    shown = [said(paragraph) for paragraph in text_part(marked_report(review, ZH))[1:]]
    assert shown == [
        "青溪镇2025年法治政府建设年度报告",
        "一、主要举措和成效",
        f"▲B01缺{QUOTE}A01 A02弱 B02—",
        "二、存在的不足和原因",
        "无。",
    ]


def test_verdicts_are_told_apart_by_their_lines_alone(make_review: MakeReview) -> None:
    looks = {}
    for verdict in Verdict:
        review = with_lines(make_review(["present"] * 4))
        for element in ("A01", "A02", "B01", "B02"):
            review.decide(element, verdict=verdict)
        looks[verdict] = run_of(marked_report(review, ZH), QUOTE).line
    assert len(set(looks.values())) == 4
    assert Line.NONE not in looks.values()


def test_words_without_a_mark_have_no_line(make_review: MakeReview) -> None:
    assert run_of(marked_report(with_lines(make_review()), ZH), "无。").line is Line.NONE


def test_a_passage_over_two_lines_is_marked_in_both_and_named_once(
    make_review: MakeReview,
) -> None:
    review = with_lines(make_review(["present", "missing", "missing", "missing"]))
    text = review.report.text
    place = Span(text.index("场次"), text.index("不足"))
    finding = review.findings["A01"]
    evidence = finding.evidence[0]._replace(span=place, quote=place.of(text))
    findings = {**review.findings, "A01": finding._replace(evidence=(evidence,))}
    spread = Review(review.report, review.outline, findings.values(), review.checklist)
    lines = text_part(marked_report(spread, ZH))[3:5]

    assert [r.text for p in lines for r in p.runs if r.line is Line.SOLID] == [
        "场次。",
        "二、存在的",
    ]
    assert [r.text for p in lines for r in p.runs if r.raised] == ["▲B01缺", "A01"]


def test_a_heading_stays_with_what_follows(make_review: MakeReview) -> None:
    _, _, heading, body, *_ = text_part(marked_report(with_lines(make_review()), ZH))
    assert heading.keep
    assert not body.keep


def test_the_frame_of_a_web_page_is_not_printed(make_review: MakeReview) -> None:
    review = with_lines(make_review())
    blocks = list(review.report.blocks)
    blocks[-1] = blocks[-1]._replace(frame=True)
    report = replace(review.report, blocks=tuple(blocks))
    framed = Review(report, review.outline, review.findings.values(), review.checklist)
    assert "无。" not in [said(p) for p in text_part(marked_report(framed, ZH))]


def test_margins_are_those_of_official_documents(make_review: MakeReview) -> None:
    paper = marked_report(with_lines(make_review()), ZH)
    left, top, right, below = paper.margins
    assert (left, top, right) == (28, 37, 26)
    assert below + paper.footer_room == 35


def test_title_headings_and_text_are_set_like_an_official_document(
    make_review: MakeReview,
) -> None:
    title, heading, body, *_ = text_part(marked_report(with_lines(make_review()), ZH))[1:]
    assert (title.align, title.runs[0].font) == (Align.CENTRE, "official-title")
    assert title.runs[0].size > body.runs[-2].size
    assert (heading.runs[0].font, body.runs[1].font) == ("official-heading", "official-text")
    assert (body.align, body.indent) == (Align.JUSTIFY, 24.0)


@pytest.mark.parametrize(
    ("changes", "align"),
    [
        ({"kind": BlockKind.TABLE_ROW}, Align.JUSTIFY),
        ({"layout": Layout(centered=True)}, Align.CENTRE),
    ],
)
def test_rows_of_tables_and_centred_lines_are_not_indented(
    make_review: MakeReview, changes: dict[str, object], align: Align
) -> None:
    review = with_lines(make_review())
    *others, last = review.report.blocks
    report = replace(review.report, blocks=(*others, Block(last.start, last.end, **changes)))
    changed = Review(report, review.outline, review.findings.values(), review.checklist)
    line = text_part(marked_report(changed, ZH))[-1]
    assert (line.align, line.indent) == (align, 0.0)


def test_a_report_without_a_title_is_named_after_its_unit(make_review: MakeReview) -> None:
    review = with_lines(make_review())
    front = replace(review.outline.front, title=None)
    outline = replace(review.outline, front=front)
    untitled = Review(review.report, outline, review.findings.values(), review.checklist)
    paper = marked_report(untitled, ZH)
    assert paper.title == "青溪镇"
    assert text_part(paper)[1].align is Align.JUSTIFY
