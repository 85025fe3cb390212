from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.export.file_names import FileNames
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]


@pytest.fixture
def renamed(make_review: MakeReview) -> Callable[[str], Review]:
    """A review of the same unit and year whose file has another name."""

    def make(source: str) -> Review:
        made = make_review()
        report = replace(made.report, source=source)
        return Review(report, made.outline, made.findings.values(), made.checklist)

    return make


def names(*reviews: Review) -> list[str]:
    namer = FileNames(reviews, load_messages("zh"))
    return [namer.name(review, "file-slip") for review in reviews]


def test_a_file_is_called_after_unit_year_and_kind(renamed: Callable[[str], Review]) -> None:
    assert names(renamed("初稿.docx")) == ["青溪镇2025年度报告评查反馈"]


def test_files_of_one_unit_and_year_are_told_apart_by_the_names_of_their_reports(
    renamed: Callable[[str], Review],
) -> None:
    made = names(renamed("/报送/初稿.docx"), renamed("C:\\报送\\定稿:二.docx"))

    assert made == ["青溪镇2025年度报告评查反馈（初稿）", "青溪镇2025年度报告评查反馈（定稿二）"]


def test_a_long_name_keeps_what_tells_it_apart(renamed: Callable[[str], Review]) -> None:
    made = names(renamed(f"{'很' * 80}.docx"), renamed("短.docx"))

    assert made[0].endswith("（" + "很" * 30 + "）")
    assert max(map(len, made)) <= 60
