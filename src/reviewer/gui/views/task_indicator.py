"""What is being done in the background, with a way to stop it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reviewer.gui.pausing import Pause

_PAUSE_MS = 100


class Work(Protocol):
    """What takes its time, tells how far it is, and can be stopped."""

    progressed: SignalInstance
    idle: SignalInstance

    @property
    def busy(self) -> bool:
        """Whether it is going on."""

    def cancel(self) -> None:
        """Stop it."""


class TaskIndicator(QWidget):
    """A label, a bar and a cancel button; hidden while nothing is done."""

    def __init__(self, *works: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works = works
        self.setObjectName("taskIndicator")
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 20)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(self.fontMetrics().averageCharWidth(), 0, 0, 0)
        for widget in (self.label, self.bar, self.cancel):
            row.addWidget(widget)
        self._latest: tuple[int, int, str] | None = None
        # A bar is painted at once: not for each of many short items.
        self._pause = Pause(self._show, self, _PAUSE_MS)
        for work in works:
            self.cancel.clicked.connect(work.cancel)
            work.progressed.connect(self._note)
            work.idle.connect(self._end)
        self.setVisible(self._busy)

    @property
    def _busy(self) -> bool:
        return any(work.busy for work in self._works)

    def _note(self, done: int, total: int, label: str) -> None:
        self._latest = (done, total, label)
        if not self._pause.isActive():
            self._show()

    def _show(self) -> None:
        if self._latest is None:
            return
        (done, total, label), self._latest = self._latest, None
        self.label.setText(f"{label}  {done + 1}/{total}" if total > 1 else label)
        self.bar.setRange(0, total if total > 1 else 0)
        self.bar.setValue(done)
        self.show()
        self._pause.begin()

    def _end(self) -> None:
        if self._busy:
            return
        self._pause.stop()
        self._latest = None
        self.hide()
