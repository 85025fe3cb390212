"""The panels round the text: how they follow the window's size and what the user made of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QStyle,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

from reviewer.gui.arranging import (
    EXTRA_SHARE,
    HEIGHTS,
    PLACES,
    SPARE_EM,
    WIDTHS,
    Room,
    room_of,
)
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.pausing import Pause
from reviewer.gui.theme import Theme

_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel by name."""

    name: str
    title: str
    content: QWidget


class PanelTitle(QWidget):
    """The name of a panel, to drag it by, and a quiet button that closes it.

    Where panels stand behind one another their tabs say the names, and the title takes no room.
    """

    def __init__(self, dock: QDockWidget, theme: Theme) -> None:
        super().__init__(dock)
        self.setObjectName("panelTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._folded = False
        self._name = QLabel(dock.windowTitle())
        self._name.setObjectName("panelName")
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setIcon(theme.icon("close", "muted"))
        words = self.tr("Close the panel {name}").format(name=dock.windowTitle())
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side = self.fontMetrics().height() * 3 // 4
        self._close.setIconSize(QSize(side, side))
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        gap = self.fontMetrics().averageCharWidth()
        edge = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutLeftMargin)
        row.setContentsMargins(edge, gap // 2, gap, gap // 2)
        row.addWidget(self._name, 1)
        row.addWidget(self._close)

    def fold(self, folded: bool) -> None:
        """Take no room, or room again."""
        if folded is not self._folded:
            self._folded = folded
            self._name.setVisible(not folded)
            self._close.setVisible(not folded)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, 0) if self._folded else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0) if self._folded else super().minimumSizeHint()


class Docks(QObject):
    """All panels of a window; `rearranged(room)` follows when they stand for another size.

    `strip` lies along the lower edge, in small windows only.
    """

    rearranged = Signal(object)

    def __init__(
        self, window: QMainWindow, panels: list[Panel], strip: QWidget, theme: Theme
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.by_name: dict[str, QDockWidget] = {}
        self.room: Room | None = None
        self._states: dict[Room, QByteArray] = {}
        self._before_reading: QByteArray | None = None
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self._checking = Pause(self._check_titles, self)  # once for many panels shown at once
        for panel in panels:
            self._make(panel)
        self._strip = self._make_strip(strip)

    def suit(self, size: QSize) -> None:
        """Arrange the panels for a window of `size`, as the user left them when it last had it."""
        room = room_of(size, self._window.fontMetrics().height())
        if room is self.room or self._before_reading is not None:
            return
        if self.room is not None:
            self._states[self.room] = self._window.saveState()
        self.room = room
        if room not in self._states or not self._window.restoreState(self._states[room]):
            self.arrange()
        self._strip.setVisible(room is Room.SMALL)
        self.rearranged.emit(room)

    def arrange(self) -> None:
        """Put every panel where it stands in a new window of this size."""
        window, room = self._window, self.room
        if room is None:
            self.suit(window.size())
            return
        for place in PLACES[room]:
            dock = self.by_name[place.name]
            dock.setFloating(False)
            window.addDockWidget(place.area, dock)
            dock.show()
            if place.behind:
                window.tabifyDockWidget(self.by_name[place.behind], dock)
        for place in PLACES[room]:
            if place.behind:
                self.by_name[place.behind].raise_()
        window.layout().activate()
        em = window.fontMetrics().height()
        extra = max(0, window.width() // em - SPARE_EM) // EXTRA_SHARE
        widths = {name: em * (width + extra) for name, width in WIDTHS[room].items()}
        self._resize(widths, _ACROSS)
        if room is Room.WIDE:
            for heights in HEIGHTS:
                self._resize({name: em * height for name, height in heights.items()}, _DOWN)
        self._check_titles()

    def offer(self, menu: QMenu) -> None:
        """Let the panels be opened, closed and put back from a menu."""
        for dock in self.by_name.values():
            menu.addAction(dock.toggleViewAction())
        menu.addSeparator()
        menu.addAction(self.tr("As at First")).triggered.connect(self.arrange)

    def raise_panel(self, name: str) -> None:
        """Bring a panel into sight, also from behind another one."""
        self.by_name[name].show()
        self.by_name[name].raise_()

    def restore(self, layout: str) -> None:
        """Give the window the size and the panels the places they had when it was put away."""
        window = self._window
        geometry, *states = layout.split(" ")
        rooms = {room.value: room for room in Room}
        for word in states:
            room, _, state = word.rpartition(":")
            if room in rooms:
                self._states[rooms[room]] = QByteArray.fromBase64(state.encode())
        if states:
            window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        else:
            self._open_first()
        self.suit(window.size())

    def layout(self) -> str:
        """Return size and places in Qt's own form, in one word each."""
        geometry = _word(self._window.saveGeometry())
        states = dict(self._states)
        if self.room is not None:
            states[self.room] = self._window.saveState()
        return " ".join([geometry, *(f"{r.value}:{_word(state)}" for r, state in states.items())])

    def hide_for_reading(self, reading: bool) -> None:
        """Hide every panel, or show those again that were hidden so."""
        if reading:
            self._before_reading = self._window.saveState()
            for dock in (*self.by_name.values(), self._strip):
                dock.hide()
        elif self._before_reading is not None:
            # All at once: the text would be set anew with every panel that is shown.
            self._window.restoreState(self._before_reading)
            self._before_reading = None
            self.suit(self._window.size())

    def _open_first(self) -> None:
        """Give the window a size of its own, or the whole screen where that is small."""
        window = self._window
        wanted = QSize(90, 54) * window.fontMetrics().height()
        resize_to_fit(window, wanted.width(), wanted.height())
        if window.width() < wanted.width():
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def _make(self, panel: Panel) -> None:
        dock = QDockWidget(panel.title)
        dock.setObjectName(f"{panel.name}Dock")
        dock.setWidget(panel.content)
        dock.setTitleBarWidget(PanelTitle(dock, self._theme))
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        self.by_name[panel.name] = dock
        # Qt keeps panels behind others beside the window, where Tab would lead to them.
        dock.visibilityChanged.connect(panel.content.setEnabled)
        for signal in (dock.visibilityChanged, dock.dockLocationChanged, dock.topLevelChanged):
            signal.connect(self._checking.begin)

    def _make_strip(self, content: QWidget) -> QDockWidget:
        dock = QDockWidget(self.tr("Decisions"))
        dock.setObjectName("stripDock")
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        title = QWidget()
        QHBoxLayout(title).setContentsMargins(0, 0, 0, 0)  # no room at all
        dock.setTitleBarWidget(title)
        dock.setWidget(content)
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.hide()
        return dock

    def _resize(self, sizes: dict[str, int], orientation: Qt.Orientation) -> None:
        docks = [self.by_name[name] for name in sizes]
        self._window.resizeDocks(docks, list(sizes.values()), orientation)

    def _check_titles(self) -> None:
        for dock in self.by_name.values():
            others = self._window.tabifiedDockWidgets(dock)
            behind = any(other.toggleViewAction().isChecked() for other in others)
            dock.titleBarWidget().fold(behind and not dock.isFloating())
        for bar in self._window.findChildren(QTabBar):
            if not bar.count():
                bar.hide()  # Qt forgets to, where panels were moved before they were ever shown
            if not bar.accessibleName():  # Qt's own, for panels behind one another
                bar.setAccessibleName(self.tr("Panels behind one another"))
                # Names that do not fit are scrolled to: beginnings of them would tell nothing.
                bar.setElideMode(Qt.TextElideMode.ElideNone)
                bar.setUsesScrollButtons(True)


def _word(state: QByteArray) -> str:
    return state.toBase64().toStdString()
