"""Exports to a folder and into workbooks, in the background."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot
from tests.export.form.forms import form

from reviewer.export import whole_file
from reviewer.export.batch import FileKind, Wanted
from reviewer.export.form.confirming import Question
from reviewer.gui.app import Program
from reviewer.gui.handing_out import Outcome
from reviewer.gui.messages import Message, Severity
from reviewer.review import Review
from reviewer.support.resources import resource

EVERYTHING = frozenset(FileKind) - {FileKind.FORM, FileKind.COMMENTS}


def hand_out(program: Program, qtbot: QtBot, folder: Path, wanted: Wanted) -> None:
    with qtbot.waitSignal(program.writing.settled, timeout=60_000):
        program.handing_out.hand_out(program.desk.reviews, wanted, folder)


def messages(program: Program) -> tuple[Message, ...]:
    return program.messages.about("")


def press(message: Message, words: str) -> None:
    next(remedy for remedy in message.remedies if remedy.text == words).run()


def test_what_is_wanted_is_written_into_the_folder(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "新建" / "结果"
    hand_out(busy_program, qtbot, folder, Wanted(EVERYTHING, author="周晓"))

    assert sorted(path.name for path in folder.iterdir()) == [
        "柏溪乡2025年度报告评分表.pdf",
        "柏溪乡2025年度报告评查反馈.docx",
        "柏溪乡2025年度报告评查反馈.pdf",
        "白鹭镇2025年度报告评分表.pdf",
        "白鹭镇2025年度报告评查反馈.docx",
        "白鹭镇2025年度报告评查反馈.pdf",
        "评查数据.json",
        "评查结果汇总.pdf",
        "评查结果汇总.xlsx",
    ]
    (message,) = messages(busy_program)
    assert message.text == f"9 个文件已写到 {folder}。"
    assert message.severity is Severity.INFO


def test_the_list_of_what_was_written_can_be_asked_for(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    shown: list[Outcome] = []
    busy_program.handing_out.list_wanted.connect(shown.append)
    hand_out(busy_program, qtbot, tmp_path, Wanted(frozenset({FileKind.SLIPS})))
    press(messages(busy_program)[0], "查看清单…")

    assert [path.name for path in shown[0].written] == [
        "白鹭镇2025年度报告评查反馈.docx",
        "柏溪乡2025年度报告评查反馈.docx",
    ]


def test_what_is_decided_meanwhile_does_not_come_into_the_files(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(busy_program.writing.settled):
        wanted = Wanted(frozenset({FileKind.SLIPS}))
        busy_program.handing_out.hand_out(busy_program.desk.reviews, wanted, tmp_path)
        busy_program.desk.decide_on(busy_program.desk.reviews[0], "A12", comment="后来的意见")
    written = docx.Document(tmp_path / "白鹭镇2025年度报告评查反馈.docx")

    assert "后来的意见" not in "".join(paragraph.text for paragraph in written.paragraphs)


def test_comments_go_into_the_file_the_project_has_kept(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    from reviewer.project import pack
    from reviewer.review import load_pipeline

    path = tmp_path / "青溪镇.docx"
    example = next(resource("examples").glob("*.docx"))
    shutil.copy(example, path)
    review = load_pipeline().open(str(path))
    packed = pack(review.report, path.read_bytes())
    program.desk.add(program.keeper.resume(review, program.keeper.receive(review, packed)))
    program.desk.decide_on(program.desk.reviews[0], "A02", comment="请补充次数。", verdict=None)
    path.unlink()
    hand_out(
        program, qtbot, tmp_path / "out", Wanted(frozenset({FileKind.COMMENTS}), author="周晓")
    )
    (written,) = (tmp_path / "out").iterdir()
    copy = docx.Document(written)

    assert [p.text for p in copy.paragraphs] == [p.text for p in docx.Document(example).paragraphs]


def test_a_report_that_is_gone_is_told_with_a_remedy_and_the_rest_is_written(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, review: Review
) -> None:
    report = replace(review.report, format="docx", source="云溪乡.docx", digest="")
    gone = Review(report, review.outline, review.findings.values(), review.checklist)
    busy_program.desk.add(gone)
    hand_out(busy_program, qtbot, tmp_path, Wanted(frozenset({FileKind.COMMENTS})))
    (message,) = (m for m in messages(busy_program) if m.severity is Severity.ERROR)

    assert {path.name for path in tmp_path.glob("*.docx")} == {
        "白鹭镇2025年度报告（批注）（白鹭镇）.docx",
        "柏溪乡2025年度报告（批注）.docx",
    }
    assert "云溪乡.docx" in message.text
    assert [remedy.text for remedy in message.remedies] == ["重试", "换个文件夹…"]


def test_what_failed_can_be_written_to_another_folder(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(whole_file, "replace_file", full)
    hand_out(
        busy_program, qtbot, tmp_path / "a", Wanted(frozenset({FileKind.DATA, FileKind.WORKBOOK}))
    )
    monkeypatch.undo()
    first, second = messages(busy_program)
    busy_program.window.questions.target_folder = lambda: str(tmp_path)
    with qtbot.waitSignal(busy_program.writing.settled):
        press(first, "换个文件夹…")
    with qtbot.waitSignal(busy_program.writing.settled):
        press(second, "重试")

    assert (tmp_path / "评查结果汇总.xlsx").exists()
    assert (tmp_path / "a" / "评查数据.json").exists()


def test_many_failures_are_told_as_one(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(whole_file, "replace_file", full)
    wanted = Wanted(frozenset({FileKind.DATA, FileKind.WORKBOOK, FileKind.SLIPS}))
    hand_out(busy_program, qtbot, tmp_path, wanted)
    monkeypatch.undo()
    (message,) = messages(busy_program)
    with qtbot.waitSignal(busy_program.writing.settled):
        press(message, "重试")

    assert message.text.startswith("有 4 个文件没有写成。")
    assert len([path for path in tmp_path.iterdir() if "评查" in path.name]) == 4


def test_a_cancel_leaves_whole_files_and_tells_how_many(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    busy_program.tasks.progressed.connect(
        lambda done, total, label: busy_program.tasks.cancel() if "反馈" in label else None
    )
    shown: list[Outcome] = []
    busy_program.handing_out.list_wanted.connect(shown.append)
    hand_out(busy_program, qtbot, tmp_path, Wanted(frozenset({FileKind.SLIPS, FileKind.DATA})))
    (message,) = messages(busy_program)
    press(message, "查看清单…")
    (outcome,) = shown

    assert message.severity is Severity.WARNING
    assert message.text == f"已取消：3 个文件中有 {len(outcome.written)} 个已写到 {tmp_path}。"
    assert outcome.left
    assert {path.name for path in outcome.written} == {
        path.name for path in tmp_path.glob("*.docx")
    }


def test_a_folder_that_cannot_be_made_is_told(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    wanted = Wanted(frozenset({FileKind.DATA}))
    hand_out(busy_program, qtbot, tmp_path / "file" / "结果", wanted)
    (message,) = messages(busy_program)
    busy_program.window.questions.target_folder = lambda: str(tmp_path / "good")
    press(message, "换个文件夹…")
    qtbot.waitUntil((tmp_path / "good" / "评查数据.json").exists)

    assert message.severity is Severity.ERROR


# the county's form


def answer_columns(program: Program, asked: list[Question], *, keep: bool = True) -> None:
    program.handing_out.columns_wanted.disconnect()

    def answer(question: Question, take: object) -> None:
        asked.append(question)
        take(question.columns, keep)

    program.handing_out.columns_wanted.connect(answer)


def test_a_form_with_placeholders_is_filled_without_a_question(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = form(tmp_path / "县表.xlsx", ["单位", "得分"], ["{{报告.单位}}", "{{报告.得分}}"])
    hand_out(busy_program, qtbot, tmp_path / "out", Wanted(frozenset({FileKind.FORM}), form=path))
    sheet = load_workbook(tmp_path / "out" / "县表.xlsx").active

    assert [sheet["A2"].value, sheet["A3"].value] == ["白鹭镇", "柏溪乡"]


def test_columns_are_confirmed_once(busy_program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = form(tmp_path / "县表.xlsx", ["序号", "单位", "得分"])
    asked: list[Question] = []
    answer_columns(busy_program, asked)
    for _ in range(2):
        wanted = Wanted(frozenset({FileKind.FORM}), form=path)
        busy_program.handing_out.hand_out(busy_program.desk.reviews, wanted, tmp_path / "out")
        qtbot.waitUntil(lambda: not busy_program.tasks.busy, timeout=20_000)

    assert len(asked) == 1
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["县表 (2).xlsx", "县表.xlsx"]


def test_a_form_that_is_none_is_told(busy_program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "县表.xlsx"
    path.write_text("not a workbook")
    hand_out(busy_program, qtbot, tmp_path / "out", Wanted(frozenset({FileKind.FORM}), form=path))
    (message,) = messages(busy_program)

    assert "不是 .xlsx 工作簿" in message.text


# a workbook that is there


def put_into(program: Program, qtbot: QtBot, book: Path) -> None:
    program.handing_out.put_into(program.desk.reviews, book)
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)


def test_rows_go_into_a_workbook_and_the_backup_is_named(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    book = form(tmp_path / "汇总.xlsx", ["单位", "得分", "备注"], ["柏溪乡", 1, "旧备注"])
    answer_columns(busy_program, [])
    put_into(busy_program, qtbot, book)
    rows = [list(row) for row in load_workbook(book).active.iter_rows(values_only=True)]
    (backup,) = tmp_path.glob("汇总（备份*.xlsx")
    (message,) = messages(busy_program)

    total = busy_program.desk.reviews[0].scores().given
    assert rows[1:] == [["柏溪乡", total, "旧备注"], ["白鹭镇", total, None]]
    assert backup.name in message.text


def test_a_locked_workbook_is_told_and_another_name_offered(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = form(tmp_path / "汇总.xlsx", ["单位", "得分"])

    def locked(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "locked")

    answer_columns(busy_program, [], keep=False)
    monkeypatch.setattr(whole_file, "replace_file", locked)
    put_into(busy_program, qtbot, book)
    monkeypatch.undo()
    (message,) = messages(busy_program)
    busy_program.window.questions.workbook = lambda suggested: str(tmp_path / "另一个.xlsx")
    press(message, "换个名称…")
    qtbot.waitUntil(lambda: not busy_program.tasks.busy, timeout=20_000)

    assert "Excel" in message.text
    assert [cell.value for cell in load_workbook(tmp_path / "另一个.xlsx").active["A"]] == [
        "单位",
        "白鹭镇",
        "柏溪乡",
    ]
    assert not (tmp_path / "forms").exists()


def test_columns_that_cannot_be_kept_are_told_and_the_book_is_written(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "forms").touch()
    book = form(tmp_path / "汇总.xlsx", ["单位", "得分"])
    answer_columns(busy_program, [])
    put_into(busy_program, qtbot, book)

    assert load_workbook(book).active["A2"].value == "白鹭镇"
    assert [message.severity for message in messages(busy_program)] == [
        Severity.ERROR,
        Severity.INFO,
    ]
