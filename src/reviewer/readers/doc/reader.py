"""Puts the stories of a Word file together into a report."""

from __future__ import annotations

import re
import struct
from itertools import pairwise

from reviewer.readers.building import ReportBuilder
from reviewer.readers.compound import Compound, is_compound
from reviewer.readers.doc.bins import Bins
from reviewer.readers.doc.fib import Header, read_header
from reviewer.readers.doc.lists import DocLists
from reviewer.readers.doc.pictures import Pictures, count_floating
from reviewer.readers.doc.pieces import Piece, read_pieces
from reviewer.readers.doc.story import StoryReader
from reviewer.readers.doc.styles import Styles
from reviewer.readers.doc.text import Text
from reviewer.readers.frame import load_frame
from reviewer.readers.lists import Counters
from reviewer.readers.source import SourceFile
from reviewer.report import BlockKind, Report

FORMAT = "doc"
_MAIN = "WordDocument"
_ENCRYPTED = "encryptedpackage"
_STREAM_NAME = _MAIN.encode("utf-16-le")
_HAN = re.compile("[\u4e00-\u9fff]")
_BOX, _BOX_SHAPE = 22, 14
_ANCHOR = 26
_SECTION = 12


def recognises(file: SourceFile) -> bool:
    """Tell whether this is a compound file with the text of Word or WPS inside."""
    return is_compound(file) and _STREAM_NAME in file.data


def read(file: SourceFile) -> Report:
    """Return the report: body with its text boxes, then notes, as Word's final view shows them.

    Raises UnreadableReport.
    """
    compound = Compound(file)
    if _ENCRYPTED in compound.names:
        # A .docx under a password; some programs put a WordDocument that says so beside it.
        raise file.error("encrypted")
    if _MAIN.lower() not in compound.names:
        # A workbook or mail may hold a Word file; it is none itself.
        is_inside = any(name.endswith(f"/{_MAIN.lower()}") for name in compound.names)
        code = "unsupported" if is_inside else "unreadable"
        raise file.error(code, format="OLE2")
    data = compound.stream(_MAIN)
    header = read_header(data)
    if header is None:
        raise file.error("unreadable")
    if header.encrypted:
        raise file.error("encrypted")
    return _Document(file, compound, data, header).report()


class _Document:
    """One file on its way into a report."""

    def __init__(self, file: SourceFile, compound: Compound, data: bytes, header: Header) -> None:
        self._file = file
        self._header = header
        self._has_macros = compound.has_macros
        self._table = data if header.is_old else compound.stream(header.table)
        if min(header.stories.values()) < 0 or header.stories["main"] == 0:
            raise file.error("unreadable")
        self._ends = self._story_ends()
        pieces = read_pieces(file, header, data, self._table)
        self._check_whole(pieces)
        characters = paragraphs = None
        if not header.is_old:
            characters = Bins(file, self._part("character_bins"), data, paragraphs=False)
            paragraphs = Bins(file, self._part("paragraph_bins"), data, paragraphs=True)
        self._text = Text(data, pieces, characters, header.language, header.is_old)
        styles = Styles(self._part("styles"), self._part("fonts"))
        self._lists = DocLists(
            self._table,
            header.places.get("lists", (0, 0)),
            header.places.get("overrides", (0, 0)),
            styles.symbol_fonts,
        )
        self._counters = Counters(self._lists)
        self._reader = StoryReader(
            self._text,
            styles,
            paragraphs,
            self._counters,
            self._sections(),
            Pictures(compound.stream("Data")),
            file,
        )

    def report(self) -> Report:
        """Return the report; raises UnreadableReport."""
        builder = ReportBuilder(self._file.path, FORMAT, self._file.limits)
        orphans = self._place_boxes()
        stories = [
            self._reader.story(*self._ends["main"], BlockKind.PARAGRAPH),
            *(self._reader.story(start, end, BlockKind.TEXT_BOX) for start, end in orphans),
            self._reader.story(*self._ends["footnotes"], BlockKind.NOTE),
            self._reader.story(*self._ends["endnotes"], BlockKind.NOTE),
        ]
        for story in stories:
            builder.add_story(story)
        self._notices(builder)
        builder.mark_frame(load_frame().find(builder.lines))
        return builder.build()

    def _notices(self, builder: ReportBuilder) -> None:
        skipped = self._reader.skipped
        drawings = b"" if self._header.is_old else self._part("drawings")
        for _ in range(count_floating(drawings)):
            skipped.skip("pictures-skipped")
        if self._lists.damaged:
            skipped.skip("numbers-lost")
        builder.notice_skipped(skipped, self._counters)
        margins = "".join(text for _, text, _ in self._text.runs(*self._ends["headers"]))
        if _HAN.search(margins):
            builder.notice("header-footer-skipped")
        if self._header.is_old:
            builder.notice("old-word")
        if self._text.is_broken:
            builder.notice("perhaps-incomplete")
        if self._has_macros:
            builder.notice("macros-ignored")

    def _part(self, name: str) -> bytes:
        """Return a part of the table stream; raises UnreadableReport where it reaches beyond."""
        place, size = self._header.places.get(name, (0, 0))
        if place + size > len(self._table):
            raise self._file.error("unreadable")
        return self._table[place : place + size]

    def _story_ends(self) -> dict[str, tuple[int, int]]:
        """Return the CPs at which every story begins and ends."""
        ends = {}
        start = 0
        for name, length in self._header.stories.items():
            ends[name] = (start, start + length)
            start += length
        return ends

    def _check_whole(self, pieces: list[Piece]) -> None:
        """Refuse a file whose text ends before or after its stories do: it would be half read."""
        total = self._ends["margins"][1]
        if not total - 1 <= pieces[-1].end <= total + 2:
            raise self._file.error("unreadable")

    def _sections(self) -> frozenset[int]:
        plc = b"" if self._header.is_old else self._part("sections")
        return frozenset(_positions(plc, _SECTION))

    def _place_boxes(self) -> list[tuple[int, int]]:
        """Give the reader the text boxes by their anchors; returns those without one."""
        first = self._ends["boxes"][0]
        plc = b"" if self._header.is_old else self._part("box_texts")
        ranges = list(pairwise(_positions(plc, _BOX)))
        if not ranges:
            start, end = self._ends["boxes"]
            return [(start, end)] if end > start else []
        anchors = self._anchors()
        orphans = []
        anchored = []
        data_start = 4 * (len(ranges) + 1)
        for index, (start, end) in enumerate(ranges):
            place = data_start + _BOX * index + _BOX_SHAPE
            shape = int.from_bytes(plc[place : place + 4], "little")
            anchor = anchors.get(shape)
            box = (first + start, min(first + end, self._ends["boxes"][1]))
            if box[0] >= box[1] or start < 0:
                continue
            if anchor is None:
                orphans.append(box)
            else:
                anchored.append((anchor, *box))
        self._reader.boxes.extend(sorted(anchored))
        return orphans

    def _anchors(self) -> dict[int, int]:
        """Return the CP at which each shape of the body is anchored, by the shape's number."""
        plc = self._part("shapes")
        positions = _positions(plc, _ANCHOR)[:-1]
        start = 4 * (len(positions) + 1)
        return {
            struct.unpack_from("<I", plc, start + _ANCHOR * index)[0]: position
            for index, position in enumerate(positions)
            if position < self._ends["main"][1]
        }


def _positions(plc: bytes, width: int) -> tuple[int, ...]:
    """Return the CPs of a PLC whose entries are `width` bytes."""
    count = (len(plc) - 4) // (width + 4)
    return struct.unpack_from(f"<{count + 1}i", plc) if count > 0 else ()
