"""The Chinese interface is whole: every source string has a finished translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

import reviewer.gui
from reviewer.gui.actions import MENUS
from reviewer.gui.app import Program
from reviewer.gui.dialogs.about import AboutDialog
from reviewer.gui.language import read_ts
from reviewer.gui.preferences import Preferences
from reviewer.settings import Settings
from reviewer.support.resources import resource

GUI = Path(reviewer.gui.__file__).parent
# Names of things, keys and formats are the same in every language.
SAME_EVERYWHERE = re.compile(
    r"English|F\d|Ctrl|Del|Alt|Shift|PgUp|PgDown|UTF-\d+(-[LB]E)?|GB18030|BIG5|TXT|DOCX|HTML|Word|WPS|PDF|OFD|Excel|\.docx|\.zip|Python|Qt\b"
    r"|\b[A-E]\d*\b|\.txt|\.xlsx"
)


def source_strings() -> Iterator[tuple[str, str]]:
    """Yield context and text of every string that is meant to be translated."""
    for path in sorted(GUI.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
        for owner in classes:
            for text in _called(owner, "tr"):
                yield owner.name, text[0]
        for context, text in _called(tree, "QT_TRANSLATE_NOOP"):
            yield context, text


def _called(tree: ast.AST, name: str) -> Iterator[list[str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            found = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if found == name:
                yield [ast.literal_eval(argument) for argument in node.args]


def test_every_source_string_has_a_finished_translation() -> None:
    finished = read_ts(resource("i18n", "zh_CN.ts"))

    assert [key for key in source_strings() if key not in finished] == []


def test_no_translation_is_left_over_from_a_string_that_is_gone() -> None:
    assert set(read_ts(resource("i18n", "zh_CN.ts"))) - set(source_strings()) == set()


def test_translations_keep_the_placeholders() -> None:
    for (_, source), text in read_ts(resource("i18n", "zh_CN.ts")).items():
        assert set(re.findall(r"{\w+}", source)) == set(re.findall(r"{\w+}", text))


def test_no_two_menu_entries_share_a_letter() -> None:
    texts = read_ts(resource("i18n", "zh_CN.ts"))
    for menu in MENUS:
        plain = [section for section in menu.sections if not section.title]
        named = [section for section in menu.sections if section.title]
        together = [[spec.text for section in plain for spec in section.actions]]
        together[0] += [section.title for section in named]
        together += [[spec.text for spec in section.actions] for section in named]
        for entries in together:
            names = [texts.get(("Actions", entry), entry) for entry in entries]
            letters = [found[1] for name in names if (found := re.search(r"&(\w)", name))]
            assert len(letters) == len(set(letters)), names


def test_unfinished_translations_are_not_used(tmp_path: Path) -> None:
    root = ElementTree.fromstring(
        "<TS><context><name>A</name>"
        "<message><source>x</source><translation type='unfinished'>y</translation></message>"
        "<message><source>z</source><translation>w</translation></message></context></TS>"
    )
    ElementTree.ElementTree(root).write(tmp_path / "t.ts", encoding="utf-8")

    assert read_ts(tmp_path / "t.ts") == {("A", "z"): "w"}


def shown_texts(window: QWidget) -> Iterator[str]:
    """Yield everything a window says, seen or read out by a screen reader."""
    for widget in [window, *window.findChildren(QWidget)]:
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.placeholderText()
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


@pytest.mark.parametrize("element_id", ["", "A08", "A12", "C02"])
def test_no_english_is_left_in_the_chinese_window(busy_program: Program, element_id: str) -> None:
    busy_program.desk.select_element(element_id)
    window = busy_program.window
    texts = [*shown_texts(window), window.element.text.toPlainText()]
    left = [text for text in texts if re.search(r"[A-Za-z]{2,}", SAME_EVERYWHERE.sub("", text))]

    assert left == []


def test_no_chinese_of_the_interface_is_left_in_the_english_window(program: Program) -> None:
    program.set_language("en")
    texts = [text for text in shown_texts(program.window) if re.search(r"[\u4e00-\u9fff]", text)]

    assert set(texts) == {"中文"}


def test_qts_own_buttons_speak_the_language_too(program: Program) -> None:
    dialog = AboutDialog(program.window._theme, program.window)
    (button,) = dialog.findChild(QDialogButtonBox).buttons()

    assert button.text().startswith("关闭")


def test_what_qts_own_translation_lacks_is_supplied(program: Program) -> None:
    context = "QAbstractFileIconProvider"

    assert QCoreApplication.translate(context, "Folder") == "文件夹"


def test_switching_back_to_english_takes_the_chinese_buttons_away(
    program: Program, qapp: QApplication
) -> None:
    program.set_language("en")
    dialog = AboutDialog(program.window._theme, program.window)
    (button,) = dialog.findChild(QDialogButtonBox).buttons()

    assert button.text() == "Close"


def test_the_old_window_is_gone_for_good_after_a_change_of_language(
    busy_program: Program, qapp: QApplication
) -> None:
    old = busy_program.window
    parts = [old, *old.findChildren(QWidget)]
    busy_program.set_language("en")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk = busy_program.desk
    desk.add(desk.reviews[0])
    desk.select_element("A12")
    desk.decide(confirmed=True)
    desk.show(1)
    desk.close(0)
    busy_program.messages.info("Done.")
    busy_program.tasks.progressed.emit(0, 1, "work")

    assert [part for part in parts if isValid(part)] == []


def test_a_change_of_language_loses_nothing(busy_program: Program) -> None:
    desk = busy_program.desk
    desk.show(1)
    desk.select_element("A12")
    busy_program.window.element.comment.setPlainText("请补充案件数。")
    busy_program.set_language("en")

    assert (desk.row, desk.element_id) == (1, "A12")
    assert desk.current.decision("A12").comment == "请补充案件数。"
    assert busy_program.window.element.comment.toPlainText() == "请补充案件数。"


def test_a_language_for_one_run_is_not_stored(saved: list[Settings]) -> None:
    preferences = Preferences(Settings(), saved.append, lambda error: None, language="en")
    preferences.change(zoom=1.5)
    preferences.write()
    preferences.change(language="zh")
    preferences.change(language="en")
    preferences.write()

    assert [(s.language, s.zoom) for s in saved] == [("zh", 1.5), ("en", 1.5)]
