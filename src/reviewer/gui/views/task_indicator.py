"""What is being done in the background, with a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reviewer.gui.tasks import Tasks


class TaskIndicator(QWidget):
    """A label, a bar and a cancel button; hidden while nothing is done."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskIndicator")
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 20)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(tasks.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.fontMetrics().averageCharWidth(), 0, 0, 0)
        for widget in (self.label, self.bar, self.cancel):
            row.addWidget(widget)
        tasks.progressed.connect(self._show)
        tasks.idle.connect(self.hide)
        self.setVisible(tasks.busy)

    def _show(self, done: int, total: int, label: str) -> None:
        self.label.setText(f"{label}  {done + 1}/{total}" if total > 1 else label)
        self.bar.setRange(0, total if total > 1 else 0)
        self.bar.setValue(done)
        self.show()
