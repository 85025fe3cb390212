from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from reviewer.export.slip.letter import slip_bytes
from reviewer.readers import expand, read_report
from reviewer.review import Review
from reviewer.support.errors import ExportError, UnreadableReport

MakeReview = Callable[..., Review]
TODAY = datetime.date(2026, 3, 2)


def lines(content: bytes) -> list[str]:
    return [p.text for p in Document(io.BytesIO(content)).paragraphs if p.text]


@pytest.fixture
def template(tmp_path: Path) -> Callable[[str], Path]:
    def make(text: str) -> Path:
        path = tmp_path / "模板.docx"
        document = Document()
        document.add_paragraph(text)
        document.save(str(path))
        return path

    return make


def test_the_slip_lists_by_part_what_is_weak_or_missing_and_what_to_write(
    make_review: MakeReview,
) -> None:
    review = make_review()
    review.decide("A02", comment="请补充次数。")
    said = lines(slip_bytes(review, office="云岭县司法局", today=TODAY))
    assert said == [
        "关于青溪镇2025年度法治政府建设",
        "年度报告评查情况的反馈",
        "青溪镇：",
        "你单位报送的《青溪镇2025年法治政府建设年度报告》已经评查，应得9分，实得3.5分，得分率38.9%，"
        "等次为“较差”。其中表述不充分的1项、缺少的1项。现将需要补充完善的内容反馈如下。",
        "一、主要举措和成效（3.5分，应得5分）",
        "（一）要素A2（弱，1.5/3分，扣1.5分）",
        "问题：没有写明次数。请补充次数。原文为：“全年开展法治宣传12场次”。",
        "建议：（应在：成效部分）",
        "二、存在的不足和原因（0分，应得4分）",
        "（一）要素B1（缺，0/4分，扣4分）",
        "问题：没有写明次数。",
        "建议：（应在：成效部分）",
        "请对照上述内容修改完善，自收到本反馈之日起10个工作日内重新报送。",
        "云岭县司法局",
        "2026年3月2日",
    ]


def test_sentences_follow_one_another_as_in_a_letter(make_review: MakeReview) -> None:
    review = make_review(
        quote="推进“放管服”改革，。",
        reason="没有写明数量。\n没有写明时间。",
    )
    review.decide("A02", comment="请补充办件量")
    said = lines(slip_bytes(review, today=TODAY))
    assert "问题：没有写明数量。没有写明时间。请补充办件量。原文为：“推进‘放管服’改革”。" in said


def test_a_faultless_report_is_told_so(make_review: MakeReview) -> None:
    said = lines(slip_bytes(make_review(["present"] * 4), today=TODAY))
    assert "经评查，未发现需要补充完善的内容。" in said
    assert not any(line.startswith("请对照") for line in said)


def test_a_county_s_own_template_is_used(
    make_review: MakeReview, template: Callable[[str], Path]
) -> None:
    own = template("{{ 单位 }}得{{ 得分 }}分")
    assert lines(slip_bytes(make_review(), own, today=TODAY)) == ["青溪镇得3.5分"]


def test_text_of_a_report_cannot_become_a_mark_or_a_tag(
    make_review: MakeReview, template: Callable[[str], Path]
) -> None:
    review = make_review(unit="<w:p/>&{{ 得分 }}镇")
    own = template("{{ 单位 }}")
    assert lines(slip_bytes(review, own, today=TODAY)) == ["<w:p/>&{{ 得分 }}镇"]


@pytest.mark.parametrize(
    "text", ["{{ 单位名 }}", "{{ 单位", "{% if %}", "{{ ''.__class__.mro() }}"]
)
def test_a_wrong_template_is_said(
    make_review: MakeReview, template: Callable[[str], Path], text: str
) -> None:
    with pytest.raises(ExportError, match="slip-template-wrong"):
        slip_bytes(make_review(), template(text), today=TODAY)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_template_that_is_no_word_file_is_said(
    make_review: MakeReview, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(content)
    with pytest.raises(ExportError, match="slip-template-unreadable"):
        slip_bytes(make_review(), path, today=TODAY)


def test_the_slip_is_a_whole_word_file(make_review: MakeReview) -> None:
    with zipfile.ZipFile(io.BytesIO(slip_bytes(make_review(), today=TODAY))) as archive:
        assert archive.testzip() is None


def test_a_slip_in_the_folder_of_the_reports_is_not_taken_for_a_report(
    make_review: MakeReview, template: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "青溪镇.txt").write_text("青溪镇2025年法治政府建设年度报告", encoding="utf-8")
    for name, form in (("反馈.docx", None), ("县里的反馈.docx", template("{{ 单位 }}"))):
        (folder / name).write_bytes(slip_bytes(make_review(), form, today=TODAY))
    assert expand(str(folder)) == [str(folder / "青溪镇.txt")]
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(folder / "反馈.docx"))
    assert caught.value.code == "own-file"
