"""The user guide: whole in both languages, with its pictures, opened at the right place by F1."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ACTIONS
from reviewer.gui.app import Program
from reviewer.gui.dialogs.about import LICENCES
from reviewer.gui.dialogs.help import HelpWindow, KeysDialog
from reviewer.gui.helping import chapters
from reviewer.gui.theme import load_theme
from reviewer.support.resources import resource

PLACES = tomllib.loads(resource("help", "places.toml").read_text(encoding="utf-8"))
PROJECT = Path(__file__).parents[2] / "pyproject.toml"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_place_leads_to_a_heading(language: str) -> None:
    headings = {
        f"{chapter.path.name}#{line.lstrip('# ')}"
        for chapter in chapters(language)
        for line in chapter.path.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    }

    assert set(PLACES[language].values()) <= headings
    assert PLACES["zh"].keys() == PLACES["en"].keys()


def test_every_place_is_of_a_part_of_the_window(busy_program: Program) -> None:
    window = busy_program.window
    names = {widget.objectName() for widget in window.findChildren(QWidget)}

    assert set(PLACES["zh"]) - {"start"} <= names


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_picture_of_the_guide_is_there(language: str) -> None:
    for chapter in chapters(language):
        for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", chapter.path.read_text("utf-8")):
            assert (chapter.path.parent / picture).is_file()


@pytest.mark.parametrize("width", [664, 1100])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_chapter_is_wider_than_its_page(qtbot: QtBot, language: str, width: int) -> None:
    guide = HelpWindow(language, load_theme("light"))
    qtbot.addWidget(guide)
    guide.show()
    guide.resize(width, 500)
    for row in range(guide.contents.count()):
        guide.contents.setCurrentRow(row)
        assert guide.page.horizontalScrollBar().maximum() == 0


def test_a_picture_grows_with_its_page_up_to_its_own_size(qtbot: QtBot) -> None:
    guide = HelpWindow("zh", load_theme("light"))
    qtbot.addWidget(guide)
    guide.show()
    widths = []
    for width in (500, 900, 2400):
        guide.resize(width, 500)
        (picture,) = guide.page._pictures
        shown = guide.page.document().resource(QTextDocument.ResourceType.ImageResource, picture)
        widths.append(shown.width())

    assert widths[0] < widths[1] < widths[2] == 1280


@pytest.mark.parametrize(("language", "place"), [("zh", 0), ("en", -1)])
def test_the_guide_lists_what_forms_and_slips_can_ask_for(language: str, place: int) -> None:
    text = "".join(chapter.path.read_text(encoding="utf-8") for chapter in chapters(language))
    fields = tomllib.loads(resource("forms", "fields.toml").read_text(encoding="utf-8"))
    slip = tomllib.loads(resource("forms", "slip.toml").read_text(encoding="utf-8"))
    names = {n[place] for kind in ("report", "element", "group") for n in fields[kind].values()}
    names |= {name for table in slip.values() for name in table.values()}

    assert {name for name in names if f"`{name}`" not in text} == set()


def test_the_guide_names_only_keys_there_are() -> None:
    known = {key for spec in ACTIONS for key in spec.keys.split()}
    known |= {key.replace("PgDown", "PgDn") for key in known}
    for chapter in chapters("zh"):
        text = chapter.path.read_text(encoding="utf-8")
        named = set(re.findall(r"\*\*((?:Ctrl|Alt|Shift)\+[A-Za-z+]+|F\d+)\*\*", text))
        assert named <= known, chapter.path.name


@pytest.mark.parametrize(
    ("part", "heading"), [("text", "正文"), ("element", "评查意见"), ("report_list", "报告列表")]
)
def test_f1_opens_the_guide_at_the_place_for_the_focus(
    busy_program: Program, qtbot: QtBot, part: str, heading: str
) -> None:
    busy_program.desk.select_element("A12")
    window = busy_program.window
    window.activateWindow()
    qtbot.waitActive(window)
    widget = getattr(window, part)
    target = window.element.comment if part == "element" else widget
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_F1)
    guide = window.findChild(HelpWindow)

    assert guide.isVisible()
    assert guide.heading() == heading
    guide.close()


def test_pictures_are_shown_in_the_guide(busy_program: Program) -> None:
    busy_program.window.dialogs.guide()
    guide = busy_program.window.findChild(HelpWindow)
    document = guide.page.document()

    assert document.size().height() > 700  # the picture of the window alone is that high
    guide.close()


def test_the_sheet_of_keys_has_every_action_with_a_key(busy_program: Program) -> None:
    busy_program.window.actions_by_id["keys"].trigger()
    dialog = busy_program.window.findChild(KeysDialog)
    text = dialog.page.toPlainText()
    dialog.close()

    assert "认可并看下一项" in text
    assert all(
        spec.words().split("(&")[0].strip("…").replace("&", "") in text
        for spec in ACTIONS
        if spec.keys
    )


def test_the_about_dialog_names_every_package() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[=;\s]", package)[0] for package in project["dependencies"]}

    assert names == set(LICENCES)


def test_the_wordiest_column_of_a_table_of_the_guide_is_the_widest(
    qtbot: QtBot,
) -> None:
    guide = HelpWindow("zh", load_theme("light"))
    qtbot.addWidget(guide)
    guide.show_place("3-checklist.md#规则留有余地之处")
    frames = guide.page.document().rootFrame().childFrames()
    table = next(frame for frame in frames if isinstance(frame, QTextTable))

    shares = [width.rawValue() for width in table.format().columnWidthConstraints()]
    assert max(shares) == shares[1] > 50
    assert round(sum(shares)) == 100
