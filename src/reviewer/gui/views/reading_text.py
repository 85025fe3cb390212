"""What texts have in common that are set as reports are: read and selected from, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reviewer.gui.views.text_layout import TextLayout


class ReadingText(QPlainTextEdit):
    """Shows a document with a TextLayout; what is on top stays there when the width changes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the text."""
        super().__init__(parent)
        self._own_document: QTextDocument | None = None
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_document(self, document: QTextDocument) -> None:
        """Show another document, which is this view's own from now on."""
        # Selections in the old document would be repainted after it is gone, and Qt crash.
        self.setExtraSelections([])
        self.setDocument(document)
        if self._own_document is not None:
            self._own_document.deleteLater()
        # Python's collector would delete a document that has no name, though it is shown.
        self._own_document = document

    def fit(self, top: int) -> None:
        """Set the lines for the width there is, with paragraph `top` on top."""
        layout = self.document().documentLayout()
        if isinstance(layout, TextLayout):
            layout.set_room(self.viewport().width())
            block = self.document().findBlockByNumber(max(0, top))
            self.verticalScrollBar().setValue(block.firstLineNumber())

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield the paragraphs in sight, each with the place of its top left corner."""
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        offset = self.contentOffset()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(offset)
            if area.top() > bottom:
                return
            yield block, area.topLeft()
            block = block.next()

    def marked(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        """Return the stretch between two Qt positions with a look of its own, to be set."""
        stretch = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        stretch.cursor = cursor  # type: ignore[attr-defined]
        stretch.format = look  # type: ignore[attr-defined]
        return stretch

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.firstVisibleBlock().blockNumber()
        super().resizeEvent(event)
        self.fit(top)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._on_a_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._on_a_line(event))

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event moved from between two lines onto the nearer one.

        Qt takes the space between lines for the end of a line, and selections would jump there.
        """
        place = event.position()
        for block, corner in self.visible_blocks():
            bottom = corner.y() + self.blockBoundingRect(block).height()
            if not corner.y() <= place.y() < bottom:
                continue
            layout = block.layout()
            areas = [layout.lineAt(n).naturalTextRect() for n in range(layout.lineCount())]
            middles = [corner.y() + area.center().y() for area in areas]
            if middles:
                place.setY(min(middles, key=lambda middle: abs(middle - event.position().y())))
            break
        return QMouseEvent(
            event.type(),
            place,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
