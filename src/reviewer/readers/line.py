"""A line on its way into the report: its layout told from its runs, rows of tables, page layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile, groupby
from typing import NamedTuple

from reviewer.readers.lists import NumberText
from reviewer.report import BlockKind, Layout

# A row with a cell of this many lines and characters is page layout, not a table of values.
_LAYOUT_LINES = 3
_LAYOUT_CHARACTERS = 100


class RunFormat(NamedTuple):
    """How a run looks; `font` is the East Asian one, `size` in points."""

    bold: bool = False
    font: str | None = None
    size: float | None = None
    hidden: bool = False


# A stretch of text that looks alike.
Piece = tuple[str, RunFormat]


class Line(NamedTuple):
    """What becomes a block; `text` begins with the automatic number where there is one."""

    text: str
    kind: BlockKind
    layout: Layout
    number: str | None = None
    frame: bool = False


def split_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Part the pieces of a paragraph at its line breaks, which stand as pieces of their own."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def describe(pieces: list[Piece], number: str, layout: Layout) -> tuple[str, Layout]:
    """Return the line's text after `number` and its layout; `layout` holds the paragraph's own.

    Blank pieces have no look of their own.
    """
    solid = [piece for piece in pieces if not piece[0].isspace()]
    text = number + "".join([piece[0] for piece in pieces])
    if not solid:
        return text, layout
    first = solid[0][1]
    if len(solid) == 1 or all(look == first for _, look in solid):
        # Spelt out: a replacement takes several times as long, and this runs for every line.
        return text, Layout(
            layout.style,
            layout.outline_level,
            first.bold,
            first.font,
            first.size,
            layout.centered,
        )
    fonts: Counter[str | None] = Counter()
    sizes: Counter[float | None] = Counter()
    for string, look in solid:
        fonts[look.font] += len(string)
        sizes[look.size] += len(string)
    return text, layout._replace(
        bold=all(look.bold for _, look in solid),
        font=fonts.most_common(1)[0][0],
        size=sizes.most_common(1)[0][0],
        lead=_lead(pieces, len(number)),
    )


def paragraph_lines(
    pieces: list[Piece],
    number: NumberText | None,
    kind: BlockKind,
    layout: Layout,
    frame: bool = False,
) -> Iterator[Line]:
    """Give the lines of a paragraph; the number stands before the first one with text."""
    prefix = number.text + number.gap if number else ""
    for part in split_lines(pieces):
        # Blanks before the text would stand between it and the number.
        shown = list(dropwhile(_is_blank, part))
        if not shown:
            continue
        shown[0] = (shown[0][0].lstrip(), shown[0][1])
        text, described = describe(shown, prefix, layout)
        printed = number.text if number and prefix else None
        yield Line(text, kind, described, number=printed, frame=frame)
        prefix = ""


def _is_blank(piece: Piece) -> bool:
    return not piece[0].strip()


def _lead(pieces: list[Piece], number_length: int) -> int:
    """Return how many code points at the start are bold or in another font than the rest."""
    looks: list[tuple[tuple[bool, str | None], int]] = []
    last: tuple[bool, str | None] | None = None
    for string, look in pieces:
        last = last if string.isspace() and last else (look.bold, look.font)
        looks.append((last, len(string)))
    groups = [
        (look, sum(length for _, length in group))
        for look, group in groupby(looks, key=lambda pair: pair[0])
    ]
    if len(groups) < 2:
        return 0
    (bold, font), length = groups[0]
    rest: Counter[tuple[bool, str | None]] = Counter()
    for look, size in groups[1:]:
        rest[look] += size
    rest_bold, rest_font = rest.most_common(1)[0][0]
    differs = (bold and not rest_bold) or (font != rest_font and bold == rest_bold)
    return number_length + length if differs else 0


def table_lines(rows: list[list[list[Line]]]) -> list[Line]:
    """Return the lines of a table given as rows of cells of lines.

    A row becomes one line, unless the table is there to place text on the page: then its
    paragraphs stay paragraphs.
    """
    lines: list[Line] = []
    single_column = all(sum(map(bool, cells)) < 2 for cells in rows)
    for cells in rows:
        if single_column or any(map(_is_page_layout, cells)):
            lines += [line for cell in cells for line in cell]
        elif any(cells):
            lines.append(_row(cells))
    return lines


def _is_page_layout(cell: list[Line]) -> bool:
    if sum(line.kind is BlockKind.TABLE_ROW for line in cell) > 1:
        return True
    return len(cell) >= _LAYOUT_LINES and sum(len(line.text) for line in cell) > _LAYOUT_CHARACTERS


def _row(cells: list[list[Line]]) -> Line:
    """Join a row: cells by a tab, the paragraphs of a cell by a blank."""
    texts = [" ".join(line.text.replace("\t", " ").strip() for line in cell) for cell in cells]
    filled = [cell for cell in cells if cell]
    first = cells[0][0] if cells[0] else None
    alone = len(filled) == 1 and len(filled[0]) == 1
    return Line(
        text="\t".join(texts),
        kind=BlockKind.TABLE_ROW,
        layout=filled[0][0].layout if alone else Layout(),
        number=first.number if first else None,
    )
