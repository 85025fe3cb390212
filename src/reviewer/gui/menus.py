"""Menu bar and toolbar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from reviewer.gui.action_spec import Section, action_text
from reviewer.gui.actions import MENUS


@dataclass(slots=True)
class Menus:
    """The menus made; `after` holds what the window may put behind a named section."""

    by_id: dict[str, QMenu] = field(default_factory=dict)
    after: dict[str, QAction] = field(default_factory=dict)

    def insert(self, menu_id: str, section_id: str, menu: QMenu) -> None:
        """Put a menu of its own behind a section, for entries that are not actions."""
        self.by_id[menu_id].insertMenu(self.after[section_id], menu)


def make_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> Menus:
    """Fill the menu bar of `window`."""
    made = Menus()
    for menu in MENUS:
        shown = made.by_id[menu.id] = window.menuBar().addMenu(action_text(menu.title))
        for section in menu.sections:
            _add_section(shown, section, actions)
            made.after[section.id] = shown.addSeparator()
    return made


class Toolbar(QToolBar):
    """The bar with the actions the table puts there."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Toolbar"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = window.fontMetrics().height() * 5 // 4
        self.setIconSize(self.iconSize().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        for menu in MENUS:
            for section in menu.sections:
                chosen = [actions[spec.id] for spec in section.actions if spec.toolbar]
                if chosen and self.actions():
                    self.addSeparator()
                self.addActions(chosen)
        window.addToolBar(self)
        self._with_words = self.sizeHint().width()

    def suit(self, width: int) -> None:
        """Show words beside the icons if the window has the `width` for all of them."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon
            if self._with_words <= width
            else style.ToolButtonIconOnly
        )


def _add_section(menu: QMenu, section: Section, actions: Mapping[str, QAction]) -> None:
    target = menu.addMenu(action_text(section.title)) if section.title else menu
    for spec in section.actions:
        target.addAction(actions[spec.id])
