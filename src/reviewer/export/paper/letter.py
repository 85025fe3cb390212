"""A letter made from a Word template on paper: its paragraphs and tables with their looks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reviewer.export.paper.letter_pictures import page_of, pictures_in
from reviewer.export.paper.model import (
    Align,
    Block,
    Cell,
    PageBreak,
    Paper,
    Paragraph,
    Placing,
    Run,
    Table,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run as WordRun

_NORMAL = 10.5  # points, where neither run nor style says a size
_ALIGNS = {"CENTER": Align.CENTRE, "RIGHT": Align.RIGHT, "JUSTIFY": Align.JUSTIFY}
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAB = "　"
_FOOTER, _FOOTER_SIZE = "— {page} —", 14.0  # as GB/T 9704 numbers pages


def letter_paper(content: bytes, title: str) -> Paper:
    """Return a Word file, given by its bytes, as pages.

    Text, fonts, sizes, alignment, indents, exact line heights, tables, margins and pictures are
    kept; drawings, and what stands in headers and footers, stay in the Word file alone.
    """
    import docx

    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    below, foot = _mm(section.bottom_margin), _mm(section.footer_distance)
    return Paper(
        title=title,
        blocks=tuple(_Letter(document).blocks()),
        footer=_FOOTER,
        footer_size=_FOOTER_SIZE,
        footer_room=max(0.0, below - foot),
        margins=(*_upper_margins(section), foot),
    )


class _Letter:
    """Reads the body of a document; styles are looked up once, as python-docx is slow at it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._page = page_of(document)
        self._styles: dict[str | None, Any] = {}

    def blocks(self) -> Iterator[Block]:
        """Give paragraphs and tables in order."""
        from docx.table import Table as WordTable

        for item in self._document.iter_inner_content():
            if isinstance(item, WordTable):
                yield self._table(item)
                continue
            if item.paragraph_format.page_break_before or _breaks_page(item):
                yield PageBreak()
            yield from self._with_pictures(item)

    def _with_pictures(self, paragraph: WordParagraph) -> Iterator[Block]:
        """Give a paragraph behind its pictures; of one that has nothing else, the pictures alone.

        A picture amid text stands in a row before it.
        """
        align = _align(paragraph, self._style(paragraph))
        pictures = list(pictures_in(paragraph, align, self._page))
        yield from pictures
        alone = any(picture.place is Placing.IN_ROW for picture in pictures)
        if not alone or paragraph.text.strip():
            yield self._paragraph(paragraph)

    def _style(self, paragraph: WordParagraph) -> Any:
        name = paragraph._p.style
        if name not in self._styles:
            self._styles[name] = paragraph.style
        return self._styles[name]

    def _paragraph(self, paragraph: WordParagraph) -> Paragraph:
        look, style = paragraph.paragraph_format, self._style(paragraph)
        general = style.paragraph_format
        line = look.line_spacing or general.line_spacing
        keep = look.keep_with_next
        runs = tuple(self._run(run, style) for run in paragraph.runs if run.text)
        return Paragraph(
            runs=runs or (Run("", _size(paragraph.runs[0] if paragraph.runs else None, style)),),
            align=_align(paragraph, style),
            indent=_points(look.first_line_indent, general.first_line_indent),
            left=_points(look.left_indent, general.left_indent),
            right=_points(look.right_indent, general.right_indent),
            # A number without unit is a multiple of the font's own height.
            line=float(getattr(line, "pt", 0.0)),
            before=_points(look.space_before, general.space_before),
            after=_points(look.space_after, general.space_after),
            keep=bool(general.keep_with_next if keep is None else keep),
        )

    def _run(self, run: WordRun, style: Any) -> Run:
        colour = run.font.color.rgb
        bold = style.font.bold if run.bold is None else run.bold
        return Run(
            text=run.text.replace("\t", _TAB),
            size=_size(run, style),
            bold=bool(bold),
            font=_font(run, style),
            colour=f"#{str(colour).lower()}" if colour is not None else "#000000",
        )

    def _table(self, table: WordTable) -> Table:
        rows = [tuple(self._cells(row.cells)) for row in table.rows]
        runs = (
            run for row in table.rows for c in row.cells for p in c.paragraphs for run in p.runs
        )
        first = next(runs, None)
        size = _NORMAL
        if first is not None:
            size = _size(first, self._style(table.rows[0].cells[0].paragraphs[0]))
        widths = tuple(float(column.width or 1) for column in table.columns)
        return Table(widths, (), tuple(rows), size=size)

    def _cells(self, cells: tuple[Any, ...]) -> Iterator[Cell]:
        """Give the cells of a row; python-docx names a merged one once for every column."""
        for place, cell in enumerate(cells):
            if place and cell._tc is cells[place - 1]._tc:
                continue
            span = sum(other._tc is cell._tc for other in cells)
            first = cell.paragraphs[0]
            bold = any(run.bold for run in first.runs)
            yield Cell(cell.text, _align(first, self._style(first)), bold, span=span)


def _font(run: WordRun, style: Any) -> str:
    """Return the font of Chinese characters, else that of all others."""
    for properties in (run._r.rPr, style.element.rPr):
        fonts = properties.rFonts if properties is not None else None
        named = (fonts.get(f"{_WORD}eastAsia") or fonts.ascii) if fonts is not None else None
        if named:
            return str(named)
    return ""


def _size(run: WordRun | None, style: Any) -> float:
    sizes = (run.font.size if run is not None else None, style.font.size)
    found = next((size for size in sizes if size is not None), None)
    return float(found.pt) if found is not None else _NORMAL


def _align(paragraph: WordParagraph, style: Any) -> Align:
    own = paragraph.alignment
    alignment = style.paragraph_format.alignment if own is None else own
    return Align.LEFT if alignment is None else _ALIGNS.get(alignment.name, Align.LEFT)


def _breaks_page(paragraph: WordParagraph) -> bool:
    breaks = paragraph._p.iter(f"{_WORD}br")
    return any(one.get(f"{_WORD}type") == "page" for one in breaks)


def _upper_margins(section: Section) -> tuple[float, float, float]:
    return _mm(section.left_margin), _mm(section.top_margin), _mm(section.right_margin)


def _mm(length: Any) -> float:
    return float(length.mm) if length is not None else 20.0


def _points(own: Any, general: Any) -> float:
    length = general if own is None else own
    return float(length.pt) if length is not None else 0.0
