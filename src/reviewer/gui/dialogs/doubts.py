"""The decisions that do not fit together, to look at before something goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.doubting import Doubted
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.wording import report_name
from reviewer.support.messages import Messages


class DoubtsDialog(QDialog):
    """A line for each; `go` gets the one chosen."""

    def __init__(
        self,
        doubted: Sequence[Doubted],
        sentences: Messages,
        go: Callable[[Doubted], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Decisions That Do Not Fit Together"))
        self._go = go
        label = QLabel(self.tr("Worth a look. Nothing has to be changed before an export."))
        label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        for one in doubted:
            item = QListWidgetItem(_line(one, sentences))
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.addButton(self.tr("&Go There"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.list, self.buttons):
            column.addWidget(widget)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 34, em * 20)

    def accept(self) -> None:
        super().accept()
        self._go(self.list.currentItem().data(Qt.ItemDataRole.UserRole))


def _line(one: Doubted, sentences: Messages) -> str:
    doubt = one.doubt
    elements = {element.id: element.name for element in one.review.checklist.elements}
    about = [doubt.element, elements[doubt.element]] if doubt.element else []
    said = sentences.say(doubt.sentence, doubt.details)
    return f"{' '.join([report_name(one.review), *about])} · {said}"
