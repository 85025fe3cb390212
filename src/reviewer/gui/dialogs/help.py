"""The user guide in a window of its own, and the sheet of keys."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QPixmap,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.action_spec import action_text, key_text, plain
from reviewer.gui.actions import MENUS
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.helping import Chapter, chapters
from reviewer.gui.theme import Theme
from reviewer.support.messages import Language

_PICTURE = "\ufffc"  # what stands for it in a text
_PITCH = 140  # per cent
_NARROWEST = 25  # per cent of a table's width that a column has at least


class GuidePage(QTextBrowser):
    """A chapter, its pictures never wider than the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._pictures: dict[QUrl, QPixmap] = {}

    def loadResource(self, kind: int, name: QUrl) -> object:
        if QTextDocument.ResourceType(kind) is not QTextDocument.ResourceType.ImageResource:
            return super().loadResource(kind, name)
        url = self.document().baseUrl().resolved(name)
        self._pictures[name] = QPixmap(url.toLocalFile())
        return self._fitted(self._pictures[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        document = self.document()
        for name, picture in self._pictures.items():
            fitted = self._fitted(picture)
            document.addResource(QTextDocument.ResourceType.ImageResource, name, fitted)
        document.markContentsDirty(0, document.characterCount())

    def _fitted(self, picture: QPixmap) -> QPixmap:
        """Return a picture as wide as the page, unless it is smaller."""
        ratio = self.devicePixelRatioF()
        room = self.viewport().width() - 2 * self.document().documentMargin()
        width = int(min(picture.width(), room) * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = picture.scaledToWidth(max(1, width), smooth)
        fitted.setDevicePixelRatio(ratio)
        return fitted


class HelpWindow(QDialog):
    """Chapters left, the text of one right; stays open beside the work."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("User Guide"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._chapters = chapters(language)
        self._theme = theme
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Chapters"))
        self.contents.addItems([chapter.title for chapter in self._chapters])
        em = self.fontMetrics().height()
        self.contents.setSpacing(em // 5)
        self.contents.setMaximumWidth(em * 10)
        self.page = GuidePage()
        self.page.setAccessibleName(self.tr("User Guide"))
        row = QHBoxLayout(self)
        row.addWidget(self.contents)
        row.addWidget(self.page, 1)
        resize_to_fit(self, em * 52, em * 38)
        self.contents.currentRowChanged.connect(self._show_chapter)
        self.contents.setCurrentRow(0)

    def show_place(self, place: str) -> None:
        """Open the chapter and heading named by `file#heading`."""
        file, _, heading = place.partition("#")
        names = [chapter.path.name for chapter in self._chapters]
        self.contents.setCurrentRow(names.index(file))
        block = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == heading:
                self.page.setTextCursor(QTextCursor(block))
                top = self.page.cursorRect().top()
                bar = self.page.verticalScrollBar()
                bar.setValue(bar.value() + top)
                return
            block = block.next()

    def heading(self) -> str:
        """Return the heading that was opened last."""
        return self.page.textCursor().block().text()

    def _show_chapter(self, row: int) -> None:
        chapter: Chapter = self._chapters[row]
        self.page.setSearchPaths([str(chapter.path.parent)])
        document = self.page.document()
        document.setBaseUrl(QUrl.fromLocalFile(f"{chapter.path.parent}/"))
        document.setDefaultFont(self._theme.interface_font())
        document.setMarkdown(
            chapter.path.read_text(encoding="utf-8"),
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
        )
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _share_width(frame)
        _open_lines(document)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)


def _open_lines(document: QTextDocument) -> None:
    """Set lines of words as far apart as Chinese wants them; pictures keep their height."""
    block = document.begin()
    while block.isValid():
        if _PICTURE not in block.text():
            form = QTextBlockFormat()
            form.setLineHeight(_PITCH, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).mergeBlockFormat(form)
        block = block.next()


def _share_width(table: QTextTable) -> None:
    """Give each column of a table the width its text asks for; Qt makes all equally wide."""
    columns, rows = range(table.columns()), range(table.rows())
    lengths = [sum(_length(table, row, column) for row in rows) for column in columns]
    shares = [max(_NARROWEST, 100 * length / sum(lengths)) for length in lengths]
    percentage = QTextLength.Type.PercentageLength
    form = table.format()
    form.setColumnWidthConstraints(
        [QTextLength(percentage, 100 * share / sum(shares)) for share in shares]
    )
    table.setFormat(form)


def _length(table: QTextTable, row: int, column: int) -> int:
    cell = table.cellAt(row, column)
    return cell.lastPosition() - cell.firstPosition()


class KeysDialog(QDialog):
    """Every action with its keys, made from the table of actions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Keys"))
        self.page.document().setDefaultStyleSheet(
            f"h3 {{ color: {theme.color('accent').name()}; }} td {{ padding: 0.2em 1em 0.2em 0; }}"
            f" .key {{ color: {theme.color('muted').name()}; }}"
        )
        self.page.setHtml("".join(self._menu(menu.title, menu.actions()) for menu in MENUS))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addWidget(buttons)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 36, em * 40)

    def _menu(self, title: str, actions: object) -> str:
        rows = [
            f"<tr><td width='60%'>{escape(plain(spec.words()))}</td>"
            f"<td class='key'>{escape('   '.join(dict.fromkeys(key_text(spec))))}</td></tr>"
            for spec in actions
            if spec.keys
        ]
        name = escape(plain(action_text(title)))
        return f"<h3>{name}</h3><table width='100%'>{''.join(rows)}</table>" if rows else ""
