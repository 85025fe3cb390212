"""What a report falls short of its possible points is told to those who wrote it, in every form."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from reviewer.checking import Reason
from reviewer.checklist import Verdict
from reviewer.export.comments.remarks import comments_on
from reviewer.export.form.problems import problems_text
from reviewer.export.form.room import Room
from reviewer.export.slip.letter import slip_bytes
from reviewer.export.wording import problem_text, reasons_text
from reviewer.export.workbook.problems import fill_problems_sheet
from reviewer.export.workbook.styles import add_styles
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]
ZH = load_messages("zh")
TODAY = datetime.date(2026, 3, 2)
SIGNED = {"by": "王五", "at": datetime.datetime(2026, 1, 3, 12, tzinfo=datetime.UTC)}
WORTH = {"A01": 2.0, "A02": 3.0, "B01": 4.0, "B02": 1.0}
_TOTALS = re.compile(r"应得([\d.]+)分，实得([\d.]+)分")
_PART = re.compile(r"^[一二]、.*（([\d.]+)分，应得([\d.]+)分）$")
_OFF = re.compile(r"，扣([\d.]+)分")


def decision(element: str) -> st.SearchStrategy[dict[str, object]]:
    """Return anything a reviewer may have said about an element."""
    halves = st.integers(0, int(WORTH[element] * 2)).map(lambda half: half / 2)
    return st.fixed_dictionaries(
        {},
        optional={
            "verdict": st.sampled_from(Verdict),
            "points": halves,
            "comment": st.sampled_from(["", "只写了一次。"]),
            "not_applicable": st.booleans(),
            "ignored": st.sampled_from(["", "附件已有说明"]),
        },
    )


DECISIONS = st.fixed_dictionaries({element: decision(element) for element in WORTH})


def decided(make_review: MakeReview, decisions: dict[str, dict[str, object]]) -> Review:
    review = make_review()
    for element, values in decisions.items():
        review.decide(element, **values)
    return review


def slip_lines(review: Review) -> list[str]:
    document = Document(io.BytesIO(slip_bytes(review, today=TODAY)))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it holds nothing
@given(decisions=DECISIONS)
def test_total_and_parts_of_a_slip_are_the_full_points_less_what_it_lists(
    make_review: MakeReview, decisions: dict[str, dict[str, object]]
) -> None:
    review = decided(make_review, decisions)
    lines = slip_lines(review)
    found = _TOTALS.search("".join(lines))
    assert found is not None
    listed = 0.0
    parts: list[tuple[float, float, list[float]]] = []
    for line in lines:
        if part := _PART.match(line):
            parts.append((float(part[1]), float(part[2]), []))
        elif line.startswith("（") and (off := _OFF.search(line)):
            parts[-1][2].append(float(off[1]))
            listed += float(off[1])
    assert float(found[2]) == float(found[1]) - listed
    assert [given for given, _, _ in parts] == [full - sum(off) for _, full, off in parts]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it holds nothing
@given(decisions=DECISIONS)
def test_problems_sheet_and_comments_list_the_same_deductions(
    make_review: MakeReview, decisions: dict[str, dict[str, object]]
) -> None:
    review = decided(make_review, decisions)
    book = Workbook()
    add_styles(book)
    sheet = book.active
    fill_problems_sheet(sheet, [review], ZH)
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[3]]
    commented = [c.text.splitlines()[0] for c in comments_on(review, ZH)]
    offs = [float(off[1]) for head in commented if (off := _OFF.search(head))]
    scores = review.scores()
    assert scores.given == scores.possible - sum(row[8] for row in rows)
    assert scores.given == scores.possible - sum(offs)
    assert len(commented) == len(rows)


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("只写了一次", "问题：只写了一次。原文为：“全年开展法治宣传12场次”。"),
        (
            "",
            "问题：经评查人员审阅，判为“有”，扣0.5分。原文为：“全年开展法治宣传12场次”。",
        ),
    ],
)
def test_a_slip_names_what_is_there_but_was_marked_down(
    make_review: MakeReview, comment: str, reason: str
) -> None:
    review = make_review(["present", "present", "missing", "undetermined"])
    review.decide("A01", points=1.5, comment=comment)
    lines = slip_lines(review)
    assert "其中表述不充分的0项、缺少的1项、另有扣分的1项。" in lines[3]
    assert lines[4:8] == [
        "一、主要举措和成效（4.5分，应得5分）",
        "（一）要素A1（有，1.5/2分，扣0.5分）",
        reason,
        "建议：请对照扣分情况补充完善。",
    ]


def test_a_comment_in_the_report_tells_the_deduction_with_its_reason(
    make_review: MakeReview,
) -> None:
    review = make_review(["present"] * 4)
    review.decide("A02", points=2, comment="只写了一次。")
    (made,) = comments_on(review, ZH)
    assert made.text == "【A02 要素A2】有，扣1分\n只写了一次。"
    assert made.span.of(review.report.text) == "全年开展法治宣传12场次。"


@pytest.mark.parametrize(
    ("comment", "beside", "said"),
    [
        ("只写了一次。", False, "只写了一次。"),
        (
            "只写了一次。",
            True,
            "经王五审阅（2026-01-03），判为“有”，扣1分。\n理由见“意见”。",
        ),
        ("", True, "经王五审阅（2026-01-03），判为“有”，扣1分。\n程序原判“有”：足够。"),
    ],
)
def test_the_bureau_s_own_sheets_say_who_took_the_points_off(
    make_review: MakeReview, comment: str, beside: bool, said: str
) -> None:
    made = make_review(["present"] * 4)
    findings = [f._replace(reasons=(Reason("a", "足够。"),)) for f in made.findings.values()]
    review = Review(made.report, made.outline, findings, made.checklist)
    review.decide("A02", points=2, comment=comment, **SIGNED)
    element = review.checklist.elements[1]
    assert reasons_text(review, element, ZH, comment_beside=beside) == said


def test_what_is_judged_otherwise_and_marked_down_is_said_at_once(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A02", verdict=Verdict.PRESENT, points=2.5)
    element = review.checklist.elements[1]
    assert problem_text(review, element, ZH) == "经评查人员审阅，判为“有”，扣0.5分。"


def test_an_undetermined_element_that_was_given_points_is_told_with_those_it_lost(
    make_review: MakeReview,
) -> None:
    review = make_review(["present"] * 3 + ["undetermined"])
    review.decide("B02", points=0.5, comment="未注明日期。")
    assert "（一）要素B2（无法判定，0.5/1分，扣0.5分）" in slip_lines(review)


def test_a_form_s_cell_names_the_deduction_and_counts_it(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", points=1.5, comment="只写了一次。")
    assert problems_text(review, ZH).splitlines()[0] == "1. 要素A1（有，扣0.5分）：只写了一次。"
    least = "弱 1 项、缺 1 项、另有扣分 1 项，详见“问题清单”。"
    assert problems_text(review, ZH, Room(8, 1)) == least


def test_a_deduction_is_told_in_english(make_review: MakeReview) -> None:
    review = make_review(["present"] * 4)
    review.decide("A01", points=1.5)
    (made,) = comments_on(review, load_messages("en"))
    assert made.text == (
        "[A01 要素A1] present, 0.5 points off\n"
        "The reviewer read it, judged it present and took off 0.5 points."
    )
