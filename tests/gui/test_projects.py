"""Projects in the window: changed, copied, backed up, restored, looked at only."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.dialogs.backups import BackupsDialog
from reviewer.gui.dialogs.settings import SettingsDialog
from reviewer.gui.starting import tell_of_crash
from reviewer.project import Place, PlaceKind, Project, backups_of
from reviewer.settings import Settings, option_of
from reviewer.support.logbook import open_logbook


def decided(program: Program) -> int:
    return sum(d.confirmed for r in program.desk.reviews for d in r.decisions.values())


def confirm(program: Program, element_id: str) -> None:
    program.desk.select_element(element_id)
    program.desk.decide(confirmed=True)


def test_a_project_brings_its_reports_and_decisions_back(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    first = busy_program.keeper.project.path
    confirm(busy_program, "A12")
    busy_program.projects.open(tmp_path / "另一个.review")
    elsewhere = len(busy_program.desk.reviews)
    busy_program.projects.open(first)
    qtbot.waitUntil(lambda: busy_program.desk.current is not None)

    assert elsewhere == 0
    assert decided(busy_program) == 1
    assert busy_program.desk.current.can_undo


def test_words_being_typed_go_with_their_project(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    first = busy_program.keeper.project.path
    busy_program.desk.select_element("A12")
    busy_program.window.element.comment.setPlainText("半句话")
    busy_program.projects.open(tmp_path / "另一个.review")
    busy_program.projects.open(first)
    qtbot.waitUntil(lambda: busy_program.desk.current is not None)

    assert busy_program.desk.reviews[0].decision("A12").comment == "半句话"


def test_a_file_that_is_no_project_leaves_the_old_one_open(
    busy_program: Program, tmp_path: Path
) -> None:
    other = tmp_path / "报告.review"
    other.write_bytes(b"no project" * 100)
    busy_program.projects.open(other)

    assert len(busy_program.desk.reviews) == 2
    assert "报告.review" in busy_program.messages.about("")[-1].text


def test_a_project_someone_has_open_may_be_looked_at(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "占用.review"
    with Project.open(path):
        busy_program.projects.open(path)
        title = busy_program.window.windowTitle()

    assert "只读" in title
    assert any("占用.review" in m.text for m in busy_program.messages.about(""))


def test_a_backup_takes_the_projects_place_and_the_project_is_kept(
    busy_program: Program, qtbot: QtBot
) -> None:
    project = busy_program.keeper.project
    confirm(busy_program, "A12")
    backup = project.back_up(datetime.datetime(2026, 1, 5, 9, 30).astimezone())
    confirm(busy_program, "A14")
    busy_program.window.actions_by_id["backups"].trigger()
    dialog = busy_program.window.findChild(BackupsDialog)
    shown = dialog.list.item(0).text()
    dialog.go.click()
    qtbot.waitUntil(lambda: busy_program.desk.current is not None)

    assert shown.startswith("2026-01-05 09:30")
    assert decided(busy_program) == 1
    assert len(backups_of(project.path)) >= 2
    assert backup in backups_of(project.path)


def test_backups_are_made_from_time_to_time(busy_program: Program, qtbot: QtBot) -> None:
    confirm(busy_program, "A12")
    with qtbot.waitSignal(busy_program.tasks.idle):
        busy_program.projects._timer.timeout.emit()

    assert len(busy_program.projects.backups) == 1
    assert busy_program.projects._timer.interval() == 15 * 60_000


def test_recent_projects_are_offered(busy_program: Program, tmp_path: Path) -> None:
    busy_program.projects.open(tmp_path / "一.review")
    busy_program.window.projects_menu.aboutToShow.emit()

    assert [a.text() for a in busy_program.window.projects_menu.actions()] == [
        str(tmp_path / "一.review")
    ]
    assert busy_program.preferences.settings.project == str(tmp_path / "一.review")


def test_every_option_shown_has_a_name_and_a_page() -> None:
    from reviewer.support.messages import load_messages

    for language in ("zh", "en"):
        sentences = load_messages(language).sentences
        for name in Settings.__dataclass_fields__:
            option = option_of(name)
            if option.page:
                assert sentences[f"option-{name}"]
                assert sentences[f"option-page-{option.page}"]
                assert all(sentences[f"option-{name}-{c}"] for c in option.choices)


def opened_settings(program: Program) -> SettingsDialog:
    program.window.actions_by_id["settings"].trigger()
    return program.window.findChild(SettingsDialog)


def test_the_settings_change_the_program(busy_program: Program, qtbot: QtBot) -> None:
    dialog = opened_settings(busy_program)
    dialog.fields["reviewer"].widget.setText("李明")
    dialog.fields["interface"].widget.setValue(1.2)
    theme = dialog.fields["theme"].widget
    theme.setCurrentIndex(theme.findData("dark"))
    before = busy_program.window.font().pointSizeF()
    dialog.accept()
    qtbot.waitUntil(lambda: busy_program.window._theme.dark)

    assert busy_program.desk.by == "李明"
    assert busy_program.window.font().pointSizeF() == pytest.approx(before * 1.2, rel=0.05)
    assert len(busy_program.desk.reviews) == 2


@pytest.mark.parametrize(
    "words", ["2026/1/31", "2026.1.31", " 2026年1月31日", "２０２６／１／３１"]
)
def test_a_due_day_is_taken_however_it_is_written(
    busy_program: Program, qtbot: QtBot, words: str
) -> None:
    dialog = opened_settings(busy_program)
    dialog.fields["due"].widget.setText(words)
    dialog.accept()

    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: busy_program.preferences.settings.due == "2026-01-31")


@pytest.mark.parametrize("words", ["一月底", "2026-02-29", "2026年4月31日"])
def test_a_value_that_is_not_allowed_is_told_in_the_dialog(
    busy_program: Program, words: str
) -> None:
    dialog = opened_settings(busy_program)
    dialog.fields["due"].widget.setText(words)
    dialog.accept()

    assert dialog.isVisible()
    assert "没有这一天" in dialog.problem.text()
    assert busy_program.preferences.settings.due == ""


def test_settings_left_alone_change_nothing(busy_program: Program) -> None:
    busy_program.preferences.set_zoom(1.21)
    before = busy_program.preferences.settings
    opened_settings(busy_program).accept()

    assert busy_program.preferences.settings == before


def test_a_project_in_a_cloud_folder_is_worked_on_as_a_copy_and_goes_home(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = tmp_path / "云盘"
    cloud.mkdir()
    busy_program.projects._copies = tmp_path / "copies"
    place = Place(PlaceKind.CLOUD, "云盘")
    monkeypatch.setattr("reviewer.project.working.place_of", lambda path: place)
    busy_program.projects.open(cloud / "县里.review")
    inside = busy_program.keeper.project.path.is_relative_to(tmp_path / "copies")
    told = busy_program.messages.about("")[-1].text
    busy_program.opener.open_paths(["云溪镇.txt"])
    qtbot.waitUntil(lambda: len(busy_program.desk.reviews) == 1)
    confirm(busy_program, "A12")
    busy_program.projects.close()

    assert inside
    assert "云盘" in told
    with Project.open(cloud / "县里.review") as home:
        assert len(home.entries) == 1
        assert home.history.can_undo


def test_a_crash_of_the_last_run_is_told_with_its_details(
    program: Program, tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "crash.txt").write_text("Fatal Python error: Aborted", encoding="utf-8")
    book = open_logbook(tmp_path)
    tell_of_crash(program.messages, book)
    (button,) = program.window.message_area.findChildren(QPushButton)
    words = button.text()
    button.click()
    book.close()

    assert words == "复制详细信息"
    assert "Fatal Python error: Aborted" in qapp.clipboard().text()
