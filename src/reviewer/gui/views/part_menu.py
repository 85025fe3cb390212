"""The menu that puts a section into a part, in the text as in the section tree."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.gui.action_spec import action_text
from reviewer.gui.rows.structure import PART_OF_SECTION, PARTS


def part_menu(actions: Mapping[str, QAction], parent: QWidget) -> QMenu:
    """Return a menu of the parts; what is chosen holds for the section at the cursor."""
    menu = QMenu(action_text(PART_OF_SECTION), parent)
    menu.addActions([actions[f"part_{part}"] for part in PARTS])
    return menu
