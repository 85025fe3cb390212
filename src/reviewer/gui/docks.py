"""The panels round the text: where they stand at first, and how their places are remembered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QByteArray, QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QTabBar,
    QToolButton,
    QWidget,
)

from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.theme import Theme

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
_TABS = QT_TRANSLATE_NOOP("Docks", "Panels behind one another")
_WIDTH_FOR_FULL_DOCKS_EM = 72  # in a narrower window the docks leave the text its share


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel by name; those that are not `shown` at first are opened from the menu.

    A panel `tabbed` stands behind the panel of that name.
    """

    name: str
    title: str
    content: QWidget
    area: Qt.DockWidgetArea
    shown: bool = True
    tabbed: str = ""


class PanelTitle(QWidget):
    """The name of a panel, to drag it by, and a quiet button that closes it."""

    def __init__(self, dock: QDockWidget, theme: Theme) -> None:
        super().__init__(dock)
        self.setObjectName("panelTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel(dock.windowTitle())
        name.setObjectName("panelName")
        close = QToolButton()
        close.setAutoRaise(True)
        close.setIcon(theme.icon("close", "muted"))
        words = self.tr("Close the panel {name}").format(name=dock.windowTitle())
        close.setToolTip(words)
        close.setAccessibleName(words)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side = self.fontMetrics().height() * 3 // 4
        close.setIconSize(QSize(side, side))
        close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        gap = self.fontMetrics().averageCharWidth()
        row.setContentsMargins(2 * gap, gap // 2, gap, gap // 2)
        row.addWidget(name, 1)
        row.addWidget(close)


class Docks:
    """All panels of a window."""

    def __init__(self, window: QMainWindow, panels: list[Panel], theme: Theme) -> None:
        self._window = window
        self._theme = theme
        self._panels = panels
        self.by_name: dict[str, QDockWidget] = {}
        self._before_reading: QByteArray | None = None
        for panel in panels:
            self._make(panel)

    def arrange(self) -> None:
        """Put every panel where it stands in a new window."""
        window, em = self._window, self._window.fontMetrics().height()
        for panel in self._panels:
            dock = self.by_name[panel.name]
            dock.setFloating(False)
            window.addDockWidget(panel.area, dock)
            dock.setVisible(panel.shown)
            if panel.tabbed:
                window.tabifyDockWidget(self.by_name[panel.tabbed], dock)
        for panel in self._panels:
            if panel.tabbed in self.by_name:
                self.by_name[panel.tabbed].raise_()
        for bar in window.findChildren(QTabBar):
            if not bar.accessibleName():  # Qt's own, for panels behind one another
                bar.setAccessibleName(QCoreApplication.translate("Docks", _TABS))
        window.layout().activate()
        unit = min(em, window.width() // _WIDTH_FOR_FULL_DOCKS_EM)
        reports, sections = self.by_name["reports"], self.by_name["sections"]
        elements, element = self.by_name["elements"], self.by_name["element"]
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([reports, elements], [unit * 17, unit * 24], across)
        window.resizeDocks([reports, sections], [em * 22, em * 26], down)
        window.resizeDocks([elements, element], [em * 25, em * 23], down)

    def restore(self, layout: str) -> None:
        """Give the window the size and the panels the places they had when it was put away."""
        window = self._window
        em = window.fontMetrics().height()
        resize_to_fit(window, em * 90, em * 54)
        self.arrange()
        geometry, _, state = layout.partition(" ")
        if state:
            window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
            window.restoreState(QByteArray.fromBase64(state.encode()))

    def layout(self) -> str:
        """Return size and places in Qt's own form, in one word each."""
        state = self._window.saveState().toBase64().toStdString()
        geometry = self._window.saveGeometry().toBase64().toStdString()
        return f"{geometry} {state}"

    def hide_for_reading(self, reading: bool) -> None:
        """Hide every panel, or show those again that were hidden so."""
        if reading:
            self._before_reading = self._window.saveState()
            for dock in self.by_name.values():
                dock.hide()
        elif self._before_reading is not None:
            # All at once: the text would be set anew with every panel that is shown.
            self._window.restoreState(self._before_reading)
            self._before_reading = None

    def _make(self, panel: Panel) -> None:
        dock = QDockWidget(panel.title)
        dock.setObjectName(f"{panel.name}Dock")
        dock.setWidget(panel.content)
        dock.setTitleBarWidget(PanelTitle(dock, self._theme))
        self._window.addDockWidget(panel.area, dock)
        self.by_name[panel.name] = dock
