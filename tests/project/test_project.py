"""What a project file keeps, and what is said where it cannot."""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checklist import Verdict
from reviewer.project import Packed, Project, pack
from reviewer.report import Anchor, Block, BlockKind, Layout, Notice, Report, Span
from reviewer.review import EvidenceIs, Review, Status, StatusIs
from reviewer.support.errors import StoreError

ReviewIn = Callable[..., Review]
RulingsIn = Callable[[Path, str], dict[object, object]]
AT = datetime.datetime(2026, 3, 1, 9, 30, tzinfo=datetime.UTC)


def test_a_ruling_is_there_after_closing_and_opening(
    rulings_in: RulingsIn, project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", verdict=Verdict.WEAK, comment="请补充\n次数", by="李四", at=AT)
    made = dict(review.rulings)
    project.close()
    assert rulings_in(path, review.key) == made


def test_undo_crosses_restarts(
    rulings_in: RulingsIn, project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", points=1.0)
    review.decide("A02", comment="好")
    review.undo()
    project.close()
    with Project.open(path) as again:
        assert again.history.can_redo
        again.history.redo()
        again.history.undo()
        again.history.undo()
        assert again.history.rulings(review.key) == {}
    assert rulings_in(path, review.key) == {}


def test_a_report_is_there_without_its_file(project: Project, path: Path) -> None:
    report = Report(
        "夹/青溪镇.docx",
        "docx",
        None,
        "标题𠮷\n第一行\t2",
        (
            Block(0, 3, layout=Layout("h1", 1, True, "黑体", 16.0, True, 2)),
            Block(4, 9, BlockKind.TABLE_ROW, "1.", frame=True),
        ),
        (Notice("verdict-weak", {"count": 3, "name": "图"}),),
        "ab12",
    )
    key = project.take_in(pack(report, b"PK\x03\x04"), "made")
    project.close()
    with Project.open(path) as again:
        assert again.report(key) == report
        assert again.original(key) == b"PK\x03\x04"
        assert [entry.source for entry in again.entries] == ["夹/青溪镇.docx"]


def test_broken_characters_are_kept(
    rulings_in: RulingsIn, project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project, quote="宣传\ud800。")
    review.decide("A01", comment="破\udc80", by="李\udc80")
    assert project.report(review.key).text == review.report.text
    project.close()
    assert rulings_in(path, review.key)


def test_the_same_file_twice_is_one_report(project: Project, review_in: ReviewIn) -> None:
    first, second = review_in(project), review_in(project)
    assert first.key == second.key
    other = review_in(project, quote="另一句话。")
    assert other.key != first.key
    report = replace(first.report, source="副本.txt", text="乱码", digest="ab12")
    key = project.take_in(pack(report), "made")
    assert project.take_in(pack(replace(report, text="又一种读法")), "made") == key
    assert len(project.entries) == 3


def test_reports_of_two_checklists_are_told_apart(project: Project, review_in: ReviewIn) -> None:
    review = review_in(project)
    assert project.take_in(pack(review.report), "another") != review.key


def test_a_removed_report_comes_back_with_its_decisions(
    project: Project, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", points=1.0)
    project.remove([review.key])
    assert project.entries == ()
    assert review_in(project).decision("A01").points == 1.0
    assert len(project.entries) == 1


def test_a_newer_version_takes_the_place_and_decisions_find_theirs(
    project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    text = review.report.text
    start = text.index("法治宣传")
    said = EvidenceIs("A01", (Anchor.of(text, Span(start, start + 4)),))
    review.do(said, StatusIs(Status.SENT_BACK))
    newer = replace(review.report, text=text.replace("一、", "前言。\n一、"), source="改.txt")

    assert project.replace(review.key, pack(newer, b"newer")) is not None
    assert project.replace(review.key, pack(newer, b"newer")) is None
    again = review_in(project, newer)
    assert again.key == review.key
    assert again.report == newer
    assert [evidence.span.start for evidence in again.evidence("A01")] == [start + 4]
    assert again.status is Status.IN_WORK
    assert again.lost == ()

    again.undo()
    assert project.report(review.key) == review.report
    assert [entry.source for entry in project.entries] == [review.source]
    assert again.status is Status.SENT_BACK
    again.redo()
    project.close()
    with Project.open(path) as opened:
        assert opened.report(review.key) == newer
        assert [entry.source for entry in opened.entries] == ["改.txt"]
        assert opened.original(review.key) == b"newer"


def test_the_file_of_an_older_version_is_known_though_it_is_read_otherwise(
    project: Project, review_in: ReviewIn
) -> None:
    first = replace(review_in(project).report, digest="ab12")
    key = project.take_in(pack(replace(first, text="首稿")), "made")
    project.replace(key, pack(replace(first, text="修改稿", digest="cd34")))
    older = pack(replace(first, text="首稿，又一种读法"))
    assert project.take_in(older, "made") == key
    assert not project.counts(key, older)
    assert not project.is_other_reading(key, older)


@pytest.fixture
def three_versions(project: Project, review_in: ReviewIn) -> tuple[str, list[Packed]]:
    """The key of a report that had three texts one after another, and those texts."""
    first = review_in(project).report
    texts = [pack(replace(first, text=text, digest=text)) for text in ("首稿", "修改稿", "定稿")]
    key = project.take_in(texts[0], "made")
    for newer in texts[1:]:
        project.replace(key, newer)
    return key, texts


def test_every_version_a_report_had_is_known_as_its_own(
    project: Project, path: Path, three_versions: tuple[str, list[Packed]]
) -> None:
    key, texts = three_versions
    listed = len(project.entries)
    assert [project.take_in(text, "made") for text in texts] == [key] * 3
    assert [project.counts(key, text) for text in texts] == [False, False, True]
    assert project.find(texts[1], "another checklist") is None
    project.close()
    with Project.open(path) as opened:
        assert [opened.take_in(text, "made") for text in texts] == [key] * 3
        assert len(opened.entries) == listed
        assert opened.report(key).text == "定稿"


def test_a_middle_version_is_known_by_its_bytes_though_it_is_read_otherwise(
    project: Project, three_versions: tuple[str, list[Packed]], review_in: ReviewIn
) -> None:
    key, texts = three_versions
    middle = project.version(texts[1].digest)
    assert project.find(pack(replace(middle, text="修改稿，又一种读法")), "made") == key


def test_a_version_that_was_taken_back_is_none_of_the_report(
    project: Project, path: Path, three_versions: tuple[str, list[Packed]]
) -> None:
    key, texts = three_versions
    project.history.undo()
    assert [project.find(text, "made") for text in texts] == [key, key, None]
    project.history.undo()
    project.close()
    with Project.open(path) as opened:
        assert [opened.find(text, "made") for text in texts] == [key, None, None]
        opened.history.redo()
        assert [opened.find(text, "made") for text in texts] == [key, key, None]


def test_another_reading_of_the_file_that_counts_is_not_the_text_that_counts(
    project: Project, review_in: ReviewIn
) -> None:
    report = replace(review_in(project).report, text="一种读法", digest="ab12")
    key = project.take_in(pack(report), "made")
    assert project.counts(key, pack(report))
    assert not project.is_other_reading(key, pack(report))
    other = pack(replace(report, text="又一种读法"))
    assert project.is_other_reading(key, other)
    project.replace(key, other)
    assert project.counts(key, other)
    assert not project.is_other_reading(key, other)


def test_what_fits_no_longer_is_listed(project: Project, review_in: ReviewIn) -> None:
    review = review_in(project)
    text = review.report.text
    start = text.index("全年开展")
    review.decide("A01", evidence=(Anchor.of(text, Span(start, start + 12)),))
    newer = replace(review.report, text="柳坪乡报告\n一、工作\n没有别的。")
    project.replace(review.key, pack(newer))
    assert [ruling.said.element for ruling in review_in(project, newer).lost] == ["A01"]


def test_the_journal_is_only_added_to(project: Project, review_in: ReviewIn) -> None:
    review_in(project).decide("A01", points=1.0)
    for change in ("UPDATE journal SET by = 'x'", "DELETE FROM journal"):
        with pytest.raises(StoreError):
            project._database.write(change)


def code_of_opening(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Project.open(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    return caught.value.code


def test_a_project_of_a_newer_program_is_left_alone(path: Path) -> None:
    Project.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert code_of_opening(path) == "project-newer"


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    assert code_of_opening(path) == "project-foreign"


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04" + os.urandom(5000))
    assert code_of_opening(path) == "project-corrupt"


def test_a_damaged_project_is_left_alone(project: Project, path: Path, review_in: ReviewIn) -> None:
    review = review_in(project)
    for number in range(200):
        review.decide("A01", comment=f"{number}" * 100)
    project.close()
    content = bytearray(path.read_bytes())
    content[40960:65536] = b"\xa5" * 24576
    path.write_bytes(content)
    assert code_of_opening(path) == "project-corrupt"


def test_a_journal_that_makes_no_sense_is_said(project: Project, path: Path) -> None:
    project._database.write("INSERT INTO journal (move, by) VALUES ('undo', '')")
    project.close()
    assert code_of_opening(path) == "project-corrupt"


def test_a_place_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="project-cannot-open"):
        Project.open(tmp_path / "file" / "a.review")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="project-cannot-open"):
        Project.open(tmp_path / "folder")


def test_a_project_that_may_not_be_written_is_shown(
    project: Project, path: Path, review_in: ReviewIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = review_in(project)
    review.decide("A01", points=1.0)
    project.close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with Project.open(path) as shown:
        assert shown.read_only
        assert shown.holder is None
        assert shown.history.rulings(review.key)
        with pytest.raises(StoreError, match="project-read-only"):
            shown.history.undo()
