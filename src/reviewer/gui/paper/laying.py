"""Lays paragraphs and tables out as strips of a given width. Lengths are dots of the device."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintDevice, QTextCharFormat, QTextLayout, QTextOption

from reviewer.export.paper.model import (
    Align,
    Cell,
    Line,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Placing,
    Row,
    Run,
    Table,
)
from reviewer.gui.paper.fonts import PaperFonts
from reviewer.gui.paper.strips import Box, Gap, PictureStrip, RowStrip, Strip, TextStrip
from reviewer.gui.paper.underlines import LINE

_NEW_LINE = "\u2028"
_LEADING = 1.25  # of a line of a table, in heights of its font
_PADDING = 0.35  # around the text of a cell, in heights of a line
_SMALL = 8.0  # points; a table in smaller type has narrow cells
_DENSE, _NARROW = 0.2, 0.04  # above and below, beside the text of such a cell
_SHARES = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}  # of the free room that is left of a picture
_TALLEST = 1.2  # of a picture, in widths of the page, which is always higher
_ALIGNMENTS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
}


class Layouter:
    """Lays out for `device`, whose page is `width` wide; `dot` is the length of a point."""

    def __init__(self, device: QPaintDevice, fonts: PaperFonts, width: float, dot: float) -> None:
        self._device = device
        self._fonts = fonts
        self._width = width
        self._dot = dot

    def strips(self, paper: Paper) -> Iterator[Strip]:
        """Give everything that stands on `paper`, from top to bottom."""
        for block in paper.blocks:
            match block:
                case Paragraph():
                    yield from self._paragraph(block)
                case Table():
                    yield from self._table(block)
                case Picture():
                    yield from self._picture(block)
                case PageBreak():
                    yield Gap(0.0, breaks=True)

    def words(self, runs: Sequence[Run], width: float, align: Align) -> QTextLayout:
        """Return the text of `runs` broken into lines, each below the other."""
        return self._lines(runs, align, [width], 0.0)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        dot = self._dot
        left, right = paragraph.left * dot, paragraph.right * dot
        whole, indent = self._width - left - right, paragraph.indent * dot
        layout = self._lines(paragraph.runs, paragraph.align, [whole - indent, whole], left, indent)
        if paragraph.before:
            yield Gap(paragraph.before * dot, keep=True)
        count = layout.lineCount()
        for number in range(count):
            height = paragraph.line * dot or layout.lineAt(number).height() * _LEADING
            # Neither the first nor the last line of a paragraph stands alone on a page.
            together = count > 1 and number in (0, count - 2)
            yield TextStrip(layout, number, height, keep=paragraph.keep or together)
        if paragraph.after:
            yield Gap(paragraph.after * dot, keep=paragraph.keep)

    def _picture(self, picture: Picture) -> Iterator[Strip]:
        image = QImage.fromData(picture.data)
        if image.isNull() or picture.width <= 0 or picture.height <= 0:
            return  # a metafile of Windows, say, which only Word can draw
        width, height = picture.width * self._dot, picture.height * self._dot
        if picture.place is not Placing.IN_ROW:
            frame = QRectF(picture.left * self._dot, picture.top * self._dot, width, height)
            on_page = picture.place is Placing.ON_PAGE
            yield PictureStrip(image, frame, 0.0, keep=True, on_page=on_page)
            return
        scale = min(1.0, self._width / width, _TALLEST * self._width / height)
        width, height = width * scale, height * scale
        left = (self._width - width) * _SHARES.get(picture.align, 0.0)
        yield PictureStrip(image, QRectF(left, 0.0, width, height), height)

    def _table(self, table: Table) -> Iterator[Strip]:
        unit = self._width / sum(table.widths)
        widths = [width * unit for width in table.widths]
        head = tuple(self._row(row, table, widths) for row in table.head)
        for row in table.rows:
            yield self._row(row, table, widths, head)

    def _row(
        self, row: Row, table: Table, widths: Sequence[float], head: tuple[RowStrip, ...] = ()
    ) -> RowStrip:
        line = table.size * self._dot * _LEADING
        padding, side = (_DENSE, _NARROW) if table.size < _SMALL else (_PADDING, _PADDING)
        padding, side = padding * line, side * line
        boxes: list[Box] = []
        column, left = 0, 0.0
        for cell in row:
            width = sum(widths[column : column + cell.span])
            run = Run(_shown(cell), table.size, cell.bold)
            boxes.append(Box(cell, left, width, self.words([run], width - 2 * side, cell.align)))
            column, left = column + cell.span, left + width
        most = max(box.layout.lineCount() for box in boxes)
        needed = max(
            box.layout.lineAt(n).height() for box in boxes for n in range(box.layout.lineCount())
        )
        return RowStrip(boxes, max(line, needed), padding, side, 0, max(1, most), head)

    def _lines(
        self,
        runs: Sequence[Run],
        align: Align,
        widths: Sequence[float],
        left: float,
        indent: float = 0.0,
    ) -> QTextLayout:
        """Break text into lines; the last of `widths` holds for all further lines."""
        layout = QTextLayout("".join(run.text for run in runs).replace("\n", _NEW_LINE))
        first = runs[0] if runs else Run("", 10)
        layout = QTextLayout(layout.text(), self._fonts.font(first, self._device), self._device)
        option = QTextOption(_ALIGNMENTS[align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.setFormats(self._formats(runs))
        layout.beginLayout()
        y = 0.0
        for number in range(len(layout.text()) + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(widths[min(number, len(widths) - 1)], 1.0))
            line.setPosition(QPointF(left + (indent if number == 0 else 0.0), y))
            y += math.ceil(line.height())
        layout.endLayout()
        return layout

    def _formats(self, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for run in runs:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, _units(run.text)
            look = QTextCharFormat()
            look.setFont(self._fonts.font(run, self._device))
            if run.colour != Run.__dataclass_fields__["colour"].default:
                look.setForeground(QColor(run.colour))
            if run.fill:
                look.setBackground(QColor(run.fill))
            if run.raised:
                look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            if run.line is not Line.NONE:
                look.setProperty(LINE, run.line.value)
            made.format = look
            ranges.append(made)
            start += made.length
        return ranges


def _shown(cell: Cell) -> str:
    return "\n".join(cell.text) if cell.upright else cell.text


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: characters beyond the BMP are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
