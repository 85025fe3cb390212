"""Every action of the table does what its name says, through its menu entry or its key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from reviewer.checking import Evidence
from reviewer.checklist import Verdict
from reviewer.gui.action_spec import plain
from reviewer.gui.actions import ACTIONS
from reviewer.gui.app import Program
from reviewer.gui.dialogs.about import AboutDialog
from reviewer.gui.dialogs.backups import BackupsDialog
from reviewer.gui.dialogs.columns import ColumnsDialog
from reviewer.gui.dialogs.export_folder import ExportDialog
from reviewer.gui.dialogs.front_matter import FrontMatterDialog
from reviewer.gui.dialogs.help import HelpWindow, KeysDialog
from reviewer.gui.dialogs.phrases import PhrasesDialog
from reviewer.gui.dialogs.settings import SettingsDialog
from reviewer.gui.dialogs.side_by_side import SideBySide
from reviewer.gui.dialogs.words import WordsDialog
from reviewer.gui.rows.decide import MOST_DIGIT
from reviewer.outline import LEVELS, Continuation, FieldValue, FrontField, HeadingLevel
from reviewer.report import Anchor, Span
from reviewer.review import Status
from reviewer.support.resources import resource


def trigger(program: Program, action_id: str) -> None:
    """Trigger an action as its menu entry does; it must be enabled."""
    action = program.window.actions_by_id[action_id]
    assert action.isEnabled(), action_id
    action.trigger()


def selected(program: Program, element_id: str) -> Program:
    """Select an element first."""
    program.desk.select_element(element_id)
    return program


def decision(program: Program) -> object:
    return program.desk.current.decision(program.desk.element_id)


def open_examples(program: Program, qtbot: QtBot) -> bool:
    program.projects._data = program.keeper.project.path.parent / "own"
    trigger(program, "open_examples")
    qtbot.waitUntil(lambda: len(program.desk.reviews) == 2 and not program.busy)
    return program.projects.trying


def open_files(program: Program, qtbot: QtBot) -> bool:
    program.window.questions.reports = lambda: ["云溪镇.docx"]
    with qtbot.waitSignal(program.tasks.idle):
        trigger(program, "open_reports")
    return program.desk.current.report.source == "云溪镇.docx"


def open_folder(program: Program, qtbot: QtBot) -> bool:
    program.window.questions.folder = lambda: "云溪镇.docx"
    with qtbot.waitSignal(program.tasks.idle):
        trigger(program, "open_folder")
    return len(program.desk.reviews) == 3


def close_report(program: Program, qtbot: QtBot) -> bool:
    trigger(program, "close_report")
    return [r.report.source for r in program.desk.reviews] == ["柏溪乡.docx"]


def export(program: Program, qtbot: QtBot) -> bool:
    program.window.questions.workbook = lambda suggested: f"out/{suggested}"
    with qtbot.waitSignal(program.tasks.idle):
        trigger(program, "export")
    written = program.opener.parent().exporter._write_workbook.written
    return [(len(reviews), target) for reviews, target in written] == [(2, Path("out/评分表.xlsx"))]


def put_into_workbook(program: Program, qtbot: QtBot) -> bool:
    book, path = Workbook(), program.keeper.project.path.with_name("汇总.xlsx")
    book.active.append(["单位", "得分"])
    book.save(path)
    program.window.questions.form = lambda title: str(path)
    trigger(program, "put_into_workbook")
    qtbot.waitUntil(lambda: program.window.findChild(ColumnsDialog) is not None)
    program.window.findChild(ColumnsDialog).accept()
    qtbot.waitUntil(lambda: not program.tasks.busy)
    return [cell.value for cell in load_workbook(path).active["A"]] == ["单位", "白鹭镇", "柏溪乡"]


def save_slip_template(program: Program, qtbot: QtBot) -> bool:
    target = program.keeper.project.path.with_name("模板.docx")
    program.window.questions.slip_template = lambda suggested: str(target)
    with qtbot.waitSignal(program.writing.settled):
        trigger(program, "save_slip_template")
    return target.read_bytes() == resource("templates/return-slip.docx").read_bytes()


def quit_program(program: Program, qtbot: QtBot) -> bool:
    trigger(program, "quit")
    return not program.window.isVisible()


def new_project(program: Program, qtbot: QtBot) -> bool:
    old = program.keeper.project.path
    target = old.with_name("另一个.review")
    program.window.questions.new_project = lambda title: str(target)
    trigger(program, "new_project")
    named = program.window.windowTitle().startswith("另一个")
    return named and target.exists() and not program.desk.reviews


def open_project(program: Program, qtbot: QtBot) -> bool:
    old = program.keeper.project.path
    new_project(program, qtbot)
    program.window.questions.project = lambda: str(old)
    trigger(program, "open_project")
    qtbot.waitUntil(lambda: len(program.desk.reviews) == 2)
    return [r.report.source for r in program.desk.reviews] == ["白鹭镇.txt", "柏溪乡.docx"]


def save_copy(program: Program, qtbot: QtBot) -> bool:
    target = program.keeper.project.path.with_name("副本.review")
    program.window.questions.new_project = lambda title: str(target)
    trigger(program, "save_copy")
    return target.exists() and program.keeper.project.path != target


def dialog_opens(action_id: str, kind: type[QDialog]) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        trigger(program, action_id)
        dialog = program.window.findChild(kind)
        shown = dialog.isVisible()
        dialog.close()
        return shown

    return check


def save_pdf(program: Program, qtbot: QtBot) -> bool:
    target = program.keeper.project.path.with_name("白鹭镇.pdf")
    program.window.questions.pdf = lambda suggested: str(target)
    trigger(program, "save_pdf")
    qtbot.waitUntil(target.exists)
    return target.read_bytes().startswith(b"%PDF")


def print_report(program: Program, qtbot: QtBot) -> bool:
    asked = []
    program.exporter.print_report = lambda review, window: asked.append(review)
    trigger(program, "print_report")
    return asked == [program.desk.current]


def replace_report(program: Program, qtbot: QtBot) -> bool:
    program.window.questions.newer = lambda older: "云溪镇.txt"
    trigger(program, "replace_report")
    qtbot.waitUntil(lambda: program.window.findChild(SideBySide) is not None)
    program.window.findChild(SideBySide).accept()
    return [r.report.source for r in program.desk.reviews] == ["云溪镇.txt", "柏溪乡.docx"]


def undo(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "decide_present")
    program.desk.select_element("A01")
    trigger(program, "undo")
    return program.desk.element_id == "A12" and not decision(program).overrules


def redo(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "decide_present")
    trigger(program, "undo")
    trigger(program, "redo")
    return decision(program).verdict is Verdict.PRESENT


def accept(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A01"), "accept")
    return program.desk.current.decision("A01").confirmed and program.desk.element_id == "A02"


def decide(verdict: Verdict) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        trigger(selected(program, "C02"), f"decide_{verdict.value}")
        action = program.window.actions_by_id[f"decide_{verdict.value}"]
        return decision(program).verdict is verdict and action.isChecked()

    return check


def use_suggestion(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "decide_missing")
    trigger(program, "use_suggestion")
    return not decision(program).overrules and decision(program).confirmed


def more_points(program: Program, qtbot: QtBot) -> bool:
    for _ in range(9):
        trigger(selected(program, "A12"), "more_points")
    return decision(program).points == 4.0


def fewer_points(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "fewer_points")
    return decision(program).points == 1.5


def give(digit: int) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        before = decision(selected(program, "A12")).points
        trigger(program, f"points_{digit}")
        # A12 has four points; a digit beyond them is a slip of the finger.
        return decision(program).points == (float(digit) if digit <= 4 else before)

    return check


def comment(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "comment")
    return program.window.focusWidget() is program.window.element.comment


def walk(start: str, action_id: str, end: str) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        for settled in ("A02", "A14"):
            program.desk.current.decide(settled, confirmed=True)
        trigger(selected(program, start), action_id)
        return program.desk.element_id == end

    return check


def next_evidence(program: Program, qtbot: QtBot) -> bool:
    selected(program, "A14")
    program.desk.read_at(0)
    trigger(program, "next_evidence")
    return program.desk.place == program.desk.current.findings["A14"].evidence[0].span.start


def report(action_id: str) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        trigger(program, action_id)
        first = program.desk.row
        trigger(program, action_id)
        return (first, program.desk.row) == (1, 0)

    return check


def not_applicable(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "not_applicable")
    review = program.desk.current
    left_out = not review.applies("A12") and review.decision("A12").confirmed
    actions = program.window.actions_by_id
    pressed = [v for v in ("present", "weak", "missing") if actions[f"decide_{v}"].isChecked()]
    trigger(program, "not_applicable")
    return left_out and not pressed and review.applies("A12")


def ignore(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "ignore")
    dialog = program.window.findChild(WordsDialog)
    waits = not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.field.setPlainText("另有专报。")
    dialog.accept()
    verdict = program.desk.current.verdict("A12")
    return waits and decision(program).ignored == "另有专报。" and verdict is Verdict.PRESENT


def ignore_note(program: Program, qtbot: QtBot) -> bool:
    trigger(program, "ignore_note")
    told = program.window.statusBar().currentMessage()
    return "请先" in told and program.window.findChild(WordsDialog) is None


def quotes(program: Program) -> list[str]:
    return [e.quote for e in program.desk.current.evidence(program.desk.element_id)]


def select_words(program: Program, words: str) -> None:
    text = program.window.text
    text.setTextCursor(text.document().find(words))


def take_fact(program: Program, qtbot: QtBot) -> bool:
    review = program.desk.current
    near = Span(0, 4)
    fact = Evidence(near, near.of(review.report.text), ())
    parts = SimpleNamespace(at=lambda at: frozenset())
    program.notes.notes = SimpleNamespace(unclaimed={"A19": (fact,)}, parts=parts)
    trigger(selected(program, "A19"), "take_fact")
    return review.verdict("A19") is Verdict.PRESENT and quotes(program) == [fact.quote]


def add_evidence(program: Program, qtbot: QtBot) -> bool:
    before = quotes(selected(program, "A12"))
    select_words(program, "化解81件")
    trigger(program, "add_evidence")
    return quotes(program) == [*before, "化解81件"]


def only_evidence(program: Program, qtbot: QtBot) -> bool:
    selected(program, "A12")
    select_words(program, "化解81件")
    trigger(program, "only_evidence")
    mark_in_sight = not program.window.text.textCursor().hasSelection()
    return quotes(program) == ["化解81件"] and mark_in_sight


def drop_evidence(program: Program, qtbot: QtBot) -> bool:
    trigger(selected(program, "A12"), "drop_evidence")
    return quotes(program) == [] and decision(program).evidence == ()


def machine_evidence(program: Program, qtbot: QtBot) -> bool:
    before = quotes(selected(program, "A12"))
    trigger(program, "drop_evidence")
    trigger(program, "machine_evidence")
    return quotes(program) == before and decision(program).evidence is None


def next_panel(program: Program, qtbot: QtBot) -> bool:
    window = selected(program, "A12").window
    qtbot.waitActive(window)
    stops = [window.text, window.findings.view, window.element.text, window.report_list]
    stops += [window.section_tree, window.notes.tabBar(), window.text]
    stops[0].setFocus()
    for stop in stops[1:]:
        trigger(program, "next_panel")
        if not stop.hasFocus() or stop.visibleRegion().isEmpty():
            return False
    return True


def previous_panel(program: Program, qtbot: QtBot) -> bool:
    window = program.window
    qtbot.waitActive(window)
    window.docks.by_name["notes"].close()
    window.text.setFocus()
    trigger(program, "previous_panel")
    return window.section_tree.hasFocus()


def phrase(program: Program, qtbot: QtBot) -> bool:
    program.window.element._phrases.learn("A12", "请补充办案数量。")
    selected(program, "A12")
    menu = program.window.element.phrase.menu()
    QTimer.singleShot(0, lambda: (menu.actions()[0].trigger(), menu.close()))
    trigger(program, "phrase")
    return program.window.element.comment.toPlainText() == "请补充办案数量。"


def report_comment(program: Program, qtbot: QtBot) -> bool:
    trigger(program, "report_comment")
    dialog = program.window.findChild(WordsDialog)
    dialog.field.setPlainText("总体较好。")
    dialog.accept()
    return program.desk.current.comment == "总体较好。"


def accept_present(program: Program, qtbot: QtBot) -> bool:
    review = program.desk.current
    trigger(program, "accept_present")
    settled = {e for e, d in review.decisions.items() if d.confirmed}
    trigger(program, "undo")
    return settled == {"A01", "A02", "A14", "B01", "B03"} and not review.decisions


def accept_present_chosen(program: Program, qtbot: QtBot) -> bool:
    program.window.report_list.selectAll()
    trigger(program, "accept_present_chosen")
    settled = [sum(d.confirmed for d in r.decisions.values()) for r in program.desk.reviews]
    trigger(program, "undo")
    return settled == [5, 5] and not any(r.decisions for r in program.desk.reviews)


def accept_shown(program: Program, qtbot: QtBot) -> bool:
    trigger(program, "filter_missing")
    trigger(program, "accept_shown")
    settled = {e for e, d in program.desk.current.decisions.items() if d.confirmed}
    return settled == {"A08", "A19", "C01"}


def status(name: str, after: Status) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        other = "done" if name == "sent_back" else "sent_back"
        trigger(program, f"status_{other}")
        trigger(program, f"status_{name}")
        checked = program.window.actions_by_id[f"status_{name}"].isChecked()
        return checked and program.desk.current.status is after

    return check


def part_line(program: Program, qtbot: QtBot) -> bool:
    review = program.desk.current
    program.desk.read_at(review.report.text.index(PLANNED))
    trigger(program, "join_line")
    joined = len(review.rulings)
    trigger(program, "part_line")
    return (joined, len(review.rulings)) == (1, 0)


def corrected(
    action_id: str, words: str, expected: Callable[[Anchor], object]
) -> Callable[[Program, QtBot], bool]:
    """Trigger with the cursor before `words`; the ruling made on them must be the one expected."""

    def check(program: Program, qtbot: QtBot) -> bool:
        review = program.desk.current
        place = review.report.text.index(words)
        program.desk.read_at(place)
        trigger(program, action_id)
        said = [ruling.said for ruling in review.rulings.values()]
        return said == [expected(Anchor.of(review.report.text, Span(place, place + len(words))))]

    return check


def part(name: str) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        review = program.desk.current
        program.desk.read_at(review.report.text.index("主要原因"))
        trigger(program, f"part_{name}")
        (said,) = [ruling.said for ruling in review.rulings.values()]
        return (said.part, said.place.quote) == (name, "二、存在的不足和原因")

    return check


def front_matter(program: Program, qtbot: QtBot) -> bool:
    trigger(program, "front_matter")
    dialog = program.window.findChild(FrontMatterDialog)
    dialog.fields[FrontField.YEAR].setText("2024")
    dialog.accept()
    said = [ruling.said for ruling in program.desk.current.rulings.values()]
    return said == [FieldValue(FrontField.YEAR, 2024)]


def find(program: Program, qtbot: QtBot) -> bool:
    trigger(program, "find")
    bar = program.window.page.find_bar
    bar.words.setText("法治")
    return bar.isVisible() and len(program.window.text.hits) == 2


def find_step(action_id: str, place: int) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        trigger(program, "find")
        program.window.page.find_bar.words.setText("法治")
        trigger(program, action_id)
        trigger(program, action_id)
        hits = program.window.text.hits
        return program.desk.place == hits[place].start

    return check


def reading_mode(program: Program, qtbot: QtBot) -> bool:
    window = program.window
    trigger(program, "reading_mode")
    alone = not window.findings.isVisible() and not window.text.segments
    trigger(program, "reading_mode")
    return alone and window.findings.isVisible() and bool(window.text.segments)


def elements_listed(program: Program) -> int:
    shown = program.window.findings.shown
    return sum(shown.rowCount(shown.index(row, 0)) for row in range(shown.rowCount()))


def filtered(action_id: str, count: int) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        program.desk.current.decide("A01", confirmed=True)
        trigger(program, "filter_weak")
        trigger(program, action_id)
        button = program.window.findings.findChild(object, action_id)
        return elements_listed(program) == count and button.isChecked()

    return check


def zoom(action_id: str, factor: float) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        program.preferences.set_zoom(2.0)
        trigger(program, action_id)
        size = program.window.text.document().defaultFont().pointSizeF()
        normal = program.window._theme.text_font().pointSizeF()
        return size == pytest.approx(normal * factor, abs=0.1)

    return check


def theme(name: str, dark: bool) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        trigger(program, f"theme_{name}")
        qtbot.waitUntil(lambda: program.preferences.settings.theme == name)
        return program.window._theme.dark is dark

    return check


def language(name: str, title: str) -> Callable[[Program, QtBot], bool]:
    def check(program: Program, qtbot: QtBot) -> bool:
        other = "en" if name == "zh" else "zh"
        program.set_language(other)
        trigger(program, f"language_{name}")
        qtbot.waitUntil(lambda: program.window.windowTitle() == title)
        return len(program.desk.reviews) == 2

    return check


PLANNED = "办好法治讲堂，6月底前由司法所完成合同清查"


class Undoing(Protocol):
    """What notes every step and proves that it leads back; see conftest."""

    def prove(self) -> None: ...


CHECKS: dict[str, Callable[[Program, QtBot], bool]] = {
    "open_reports": open_files,
    "open_folder": open_folder,
    "close_report": close_report,
    "export": export,
    "export_folder": dialog_opens("export_folder", ExportDialog),
    "put_into_workbook": put_into_workbook,
    "save_slip_template": save_slip_template,
    "quit": quit_program,
    "undo": undo,
    "redo": redo,
    "accept": accept,
    "decide_present": decide(Verdict.PRESENT),
    "decide_weak": decide(Verdict.WEAK),
    "decide_missing": decide(Verdict.MISSING),
    "use_suggestion": use_suggestion,
    "more_points": more_points,
    "fewer_points": fewer_points,
    "comment": comment,
    **{f"points_{digit}": give(digit) for digit in range(MOST_DIGIT + 1)},
    "not_applicable": not_applicable,
    "ignore": ignore,
    "ignore_note": ignore_note,
    "take_fact": take_fact,
    "add_evidence": add_evidence,
    "only_evidence": only_evidence,
    "drop_evidence": drop_evidence,
    "machine_evidence": machine_evidence,
    "phrase": phrase,
    "report_comment": report_comment,
    "accept_present": accept_present,
    "accept_shown": accept_shown,
    "status_auto": status("auto", Status.NOT_BEGUN),
    "status_done": status("done", Status.DONE),
    "status_sent_back": status("sent_back", Status.SENT_BACK),
    **{
        f"heading_{level}": corrected(
            f"heading_{level}", PLANNED, lambda words, level=level: HeadingLevel(words, level)
        )
        for level in LEVELS
    },
    "no_heading": corrected(
        "no_heading", "三、下一年度主要安排", lambda words: HeadingLevel(words, None)
    ),
    "join_line": corrected("join_line", f"{PLANNED}。", Continuation),
    "part_line": part_line,
    "part_results": part("results"),
    "part_shortcomings": part("shortcomings"),
    "part_leaders": part("leaders"),
    "part_plan": part("plan"),
    "front_matter": front_matter,
    "next_weak": walk("A08", "next_weak", "A12"),
    "previous_weak": walk("A12", "previous_weak", "B02"),
    "next_missing": walk("A08", "next_missing", "A19"),
    "previous_missing": walk("A08", "previous_missing", "C01"),
    "next_panel": next_panel,
    "previous_panel": previous_panel,
    "find": find,
    "find_next": find_step("find_next", 1),
    "find_previous": find_step("find_previous", -2),
    "reading_mode": reading_mode,
    "next_flagged": walk("A08", "next_flagged", "A12"),
    "previous_flagged": walk("A12", "previous_flagged", "A08"),
    "next_undecided": walk("A01", "next_undecided", "A08"),
    "previous_undecided": walk("A19", "previous_undecided", "A12"),
    "next_evidence": next_evidence,
    "next_report": report("next_report"),
    "previous_report": report("previous_report"),
    "filter_all": filtered("filter_all", 11),
    "filter_weak": filtered("filter_weak", 2),
    "filter_missing": filtered("filter_missing", 3),
    "filter_undecided": filtered("filter_undecided", 10),
    "zoom_in": zoom("zoom_in", 2.2),
    "zoom_out": zoom("zoom_out", 2 / 1.1),
    "zoom_reset": zoom("zoom_reset", 1.0),
    "theme_system": theme("system", False),
    "theme_light": theme("light", False),
    "theme_dark": theme("dark", True),
    "theme_contrast": theme("contrast", True),
    "language_zh": language("zh", "报告评查"),
    "language_en": language("en", "Reviewer"),
    "about": dialog_opens("about", AboutDialog),
    "guide": dialog_opens("guide", HelpWindow),
    "keys": dialog_opens("keys", KeysDialog),
    "settings": dialog_opens("settings", SettingsDialog),
    "backups": dialog_opens("backups", BackupsDialog),
    "phrases": dialog_opens("phrases", PhrasesDialog),
    "save_pdf": save_pdf,
    "print_report": print_report,
    "replace_report": replace_report,
    "side_by_side": dialog_opens("side_by_side", SideBySide),
    "new_project": new_project,
    "open_project": open_project,
    "open_examples": open_examples,
    "save_copy": save_copy,
    "accept_present_chosen": accept_present_chosen,
}


def test_every_action_of_the_table_is_checked_here() -> None:
    assert set(CHECKS) == {spec.id for spec in ACTIONS}


@pytest.mark.parametrize("action_id", sorted(CHECKS))
def test_the_action_does_what_its_name_says_and_undo_leads_back(
    busy_program: Program, qtbot: QtBot, action_id: str, undoing: Undoing
) -> None:
    assert CHECKS[action_id](busy_program, qtbot)
    undoing.prove()


@pytest.mark.parametrize(
    ("key", "modifier", "element_id", "after"),
    [
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "A08", "A12"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier, "A12", "A08"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "A12", "A14"),
    ],
)
@pytest.mark.parametrize("focus", ["text", "section_tree", "report_list"])
def test_a_key_works_wherever_the_focus_is(
    busy_program: Program,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    element_id: str,
    after: str,
    focus: str,
) -> None:
    window = selected(busy_program, element_id).window
    window.activateWindow()
    qtbot.waitActive(window)
    widget = getattr(window, focus)
    widget.setFocus()
    QTest.keyClick(widget, key, modifier)

    assert busy_program.desk.element_id == after


def test_return_in_the_comment_is_a_line_and_decides_nothing(
    busy_program: Program, qtbot: QtBot
) -> None:
    window = selected(busy_program, "A12").window
    qtbot.waitActive(window)
    window.element.comment.setFocus()
    QTest.keyClicks(window.element.comment, "a")
    QTest.keyClick(window.element.comment, Qt.Key.Key_Return)

    assert window.element.comment.toPlainText() == "a\n"
    assert not decision(busy_program).confirmed


def test_no_key_stands_for_two_actions() -> None:
    keys = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys.split()]

    assert len(keys) == len(set(keys))


def test_every_row_names_an_icon_that_exists() -> None:
    for spec in ACTIONS:
        assert not spec.icon or resource("icons", f"{spec.icon}.svg").is_file()


def test_actions_that_need_a_report_sleep_while_there_is_none(program: Program) -> None:
    for spec in ACTIONS:
        assert program.window.actions_by_id[spec.id].isEnabled() is (spec.needs == "")


@pytest.mark.parametrize(
    ("text", "bare"), [("打开报告(&O)…", "打开报告"), ("&Open Reports…", "Open Reports")]
)
def test_a_tooltip_shows_the_text_without_its_mnemonic(text: str, bare: str) -> None:
    assert plain(text) == bare
