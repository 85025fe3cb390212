"""A file that lost a part of itself never looks whole: an error, or a notice that says so."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.readers.docx_builder import unzipped, zipped

from reviewer.report import Report
from reviewer.support.errors import UnreadableReport

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix != ".md")
Read = Callable[[bytes], Report]


def is_told(read: Read, data: bytes) -> bool:
    try:
        report = read(data)
    except UnreadableReport as error:
        return error.code == "unreadable"
    return "perhaps-incomplete" in [notice.code for notice in report.notices]


def without(path: Path, member: str) -> bytes:
    members = unzipped(path.read_bytes())
    del members[member]
    return zipped(members)


def changed(path: Path, member: str, old: bytes, new: bytes) -> bytes:
    members = unzipped(path.read_bytes())
    assert old in members[member]
    members[member] = members[member].replace(old, new)
    return zipped(members)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_whole_file_is_not_called_damaged(read_bytes: Read, path: Path) -> None:
    assert not is_told(read_bytes, path.read_bytes())


@pytest.mark.parametrize("cut", [3000, 300])
@pytest.mark.parametrize(
    "name", ["good.docx", "good.doc", "good.odt", "good.ofd", "good.pdf", "good.rtf", "good.mht"]
)
def test_a_file_cut_off_is_told(read_bytes: Read, name: str, cut: int) -> None:
    assert is_told(read_bytes, (CORPUS / name).read_bytes()[:-cut])


@pytest.mark.parametrize("text", [b"</body></html>", b"</BODY>\n<script>count()</script>\n"])
def test_a_page_cut_off_is_told(read_bytes: Read, text: bytes) -> None:
    whole = b"<html><body><p>" + "依法行政".encode() * 20 + b"</p>" + text
    assert not is_told(read_bytes, whole)
    assert is_told(read_bytes, whole[: -len(text)])


@pytest.mark.parametrize("name", ["good.docx", "good.odt", "good.ofd"])
def test_a_flipped_bit_in_a_packed_part_is_told(read_bytes: Read, name: str) -> None:
    data = bytearray((CORPUS / name).read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        part = max(
            (i for i in packed.infolist() if re.search(r"document|content", i.filename, re.I)),
            key=lambda info: info.compress_size,
        )
    data[part.header_offset + 60 + len(part.filename) + part.compress_size // 2] ^= 8
    assert is_told(read_bytes, bytes(data))


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("good.docx", "word/numbering.xml"),
        ("good.docx", "word/styles.xml"),
        ("good.odt", "styles.xml"),
        ("good.ofd", "Doc_0/Pages/Page_1/Content.xml"),
    ],
)
def test_a_part_that_is_gone_is_told(read_bytes: Read, name: str, member: str) -> None:
    assert is_told(read_bytes, without(CORPUS / name, member))


def test_a_part_that_nothing_leads_to_is_told(read_bytes: Read) -> None:
    relation = b"relationships/numbering"
    member = "word/_rels/document.xml.rels"
    assert is_told(read_bytes, changed(CORPUS / "good.docx", member, relation, b"other"))


def test_a_page_of_ofd_that_is_something_else_is_told(read_bytes: Read) -> None:
    member = "Doc_0/Pages/Page_1/Content.xml"
    assert is_told(read_bytes, changed(CORPUS / "good.ofd", member, b"ofd:Page", b"ofd:Document"))


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"\x00\xd8"])
def test_a_sector_of_nothing_in_a_word_file_is_told(read_bytes: Read, filling: bytes) -> None:
    data = (CORPUS / "good.doc").read_bytes()
    place = data.index("办结率".encode("utf-16-le")) // 512 * 512
    broken = (filling * 512)[:512]
    assert is_told(read_bytes, data[:place] + broken + data[place + 512 :])


def test_a_stretch_lost_in_a_web_archive_is_told(read_bytes: Read) -> None:
    data = (CORPUS / "good.mht").read_bytes()
    lines = max(re.findall(rb"(?:[\w+/]{60,}\r?\n){20,}", data), key=len)
    assert base64.b64decode(lines)
    place = data.index(lines) + 400
    assert is_told(read_bytes, data[:place] + data[place + 601 :])
