"""A PDF that is not whole is told, however well PDFium repairs it."""

from __future__ import annotations

import random
import re
import zlib
from pathlib import Path

import pytest

from reviewer.readers import read_report
from reviewer.readers.pdf_damage import is_damaged

CORPUS = Path(__file__).parent / "corpus"
WHOLE = (CORPUS / "good.pdf").read_bytes()
PAGE = zlib.compress(b"BT (report) Tj ET" * 20)


def pdf(*, stream: bytes = PAGE, length: int | None = None) -> bytes:
    """Return a file of two objects and a stream, with a table of their places."""
    size = len(stream) if length is None else length
    objects = (
        b"<</Type/Catalog>>",
        b"<</Length 3 0 R/Filter/FlateDecode>>stream\r\n" + stream + b"\nendstream",
        b"%d" % size,
    )
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 4\n0000000000 65535 f \n" + table + b"trailer\n<</Size 4>>\n"
    return made + b"startxref\n%d\n%%%%EOF\n" % start


def with_second_table(whole: bytes, shift: int = 0) -> bytes:
    """Add what Word writes: a table without entries that leads to the first."""
    first, start = whole.index(b"xref\n"), len(whole) + shift
    table = b"xref\n0 0\ntrailer\n<</Prev %d>>\n" % first
    return whole + table + b"startxref\n%d\n%%%%EOF" % start


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf")), ids=lambda path: path.name)
def test_files_of_libreoffice_and_reportlab_are_whole(path: Path) -> None:
    assert not is_damaged(path.read_bytes())
    assert not is_damaged(b"\r\nline of a mail program\r\n" + path.read_bytes())


def test_a_table_without_entries_is_no_damage() -> None:
    assert not is_damaged(with_second_table(pdf()))
    assert is_damaged(with_second_table(pdf(), shift=-3))


def test_a_stream_that_ends_after_a_flush_is_no_damage() -> None:
    packer = zlib.compressobj()
    unfinished = packer.compress(b"BT ET" * 9) + packer.flush(zlib.Z_SYNC_FLUSH)
    assert not is_damaged(pdf(stream=unfinished))
    assert is_damaged(pdf(stream=unfinished[:-8]))


@pytest.mark.parametrize("shift", [-3, 5])
def test_a_false_length_is_damage(shift: int) -> None:
    assert not is_damaged(pdf())
    assert is_damaged(pdf(length=len(PAGE) + shift))


@pytest.mark.parametrize("seed", range(20))
def test_bytes_left_out_or_put_in_are_damage(seed: int) -> None:
    chance = random.Random(seed)
    place = chance.randrange(100, len(WHOLE) - 300)
    assert is_damaged(WHOLE[:place] + WHOLE[place + chance.randrange(1, 9) :])
    assert is_damaged(WHOLE[:place] + chance.randbytes(3) + WHOLE[place:])
    assert is_damaged(WHOLE[:place])


def test_a_flipped_bit_in_a_packed_stream_is_damage_and_the_reader_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    page = re.search(rb"/FlateDecode>>\s*stream\r?\n", WHOLE)
    assert page is not None
    place = page.end() + 300
    path.write_bytes(WHOLE[:place] + bytes((WHOLE[place] ^ 4,)) + WHOLE[place + 1 :])
    assert "perhaps-incomplete" in [notice.code for notice in read_report(str(path)).notices]
