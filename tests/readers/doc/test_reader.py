"""Word files built piece by piece."""

import struct

import pytest
from tests.readers.doc_builder import TEXT_PLACE, compound, doc, page, pieces

from reviewer.readers import Limits, read_report
from reviewer.report import BlockKind
from reviewer.support.errors import UnreadableReport

BOLD, HIDDEN, DELETED, INSERTED = (
    struct.pack("<HB", code, 1) for code in (0x0835, 0x083C, 0x0800, 0x0801)
)
IN_TABLE, ROW_END = struct.pack("<HB", 0x2416, 1), struct.pack("<HB", 0x2417, 1)
IN_LIST = struct.pack("<HBHH", 0x260A, 0, 0x460B, 1)
OLD_NUMBER = struct.pack("<HH", 0x460B, 0x7FF)
CHARACTERS, PARAGRAPHS = 8, 9


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def simple(text: str, **more: object) -> bytes:
    data = wide(text)
    count = len(data) // 2
    table = {"pieces": pieces((0, count, TEXT_PLACE, False))}
    stories = more.pop("stories", [count])
    return doc(data, table, stories=stories, **more)  # type: ignore[arg-type]


def formatted(text: str, *marks: tuple[str, bytes], paragraphs: bool = False) -> bytes:
    """A text in which stretches, each found in it, have modifiers."""
    runs, place = [], 0
    for stretch, modifiers in marks:
        start = text.index(stretch, place)
        if start > place:
            runs.append((place, start, b""))
        place = start + len(stretch)
        runs.append((start, place, modifiers))
    if place < len(text):
        runs.append((place, len(text), b""))
    bytes_of = [(TEXT_PLACE + 2 * a, TEXT_PLACE + 2 * b, m) for a, b, m in runs]
    name = "paragraphs" if paragraphs else "characters"
    table = {
        "pieces": pieces((0, len(text), TEXT_PLACE, False)),
        name: struct.pack("<III", TEXT_PLACE, TEXT_PLACE + 2 * len(text), CHARACTERS),
    }
    return doc(
        wide(text), table, stories=[len(text)], pages=[page(bytes_of, paragraphs=paragraphs)]
    )


def code_of(read_bytes, data: bytes) -> str:
    with pytest.raises(UnreadableReport) as caught:
        read_bytes(data)
    return caught.value.code


def test_pieces_are_put_together_in_the_order_of_the_text(read_bytes):
    stored = wide("政府") + "“Law” ".encode("cp1252") + wide("\r法治")
    table = {
        "pieces": pieces(
            (0, 2, TEXT_PLACE + 12, False),
            (2, 4, TEXT_PLACE, False),
            (4, 9, TEXT_PLACE + 4, True),
            (9, 10, TEXT_PLACE + 10, False),
        )
    }
    assert read_bytes(doc(stored, table, stories=[10])).text == "法治政府“Law”"


def test_narrow_pieces_that_hold_gbk_are_decoded(read_bytes):
    text = "全镇法治政府建设情况报告".encode("gb18030")
    table = {"pieces": pieces((0, len(text), TEXT_PLACE, True))}
    assert read_bytes(doc(text, table, stories=[len(text)])).text == "全镇法治政府建设情况报告"


def test_controls_show_as_word_shows_them(read_bytes):
    text = "上\x0b下\r2023\x1e2025\r软\x1f连\r\x13 HYPERLINK a \x14字\x15尾\r𠮷😀\r\uf0fc对\r"
    assert read_bytes(simple(text)).text.split("\n") == [
        "上", "下", "2023-2025", "软连", "字尾", "𠮷😀", "✓对",
    ]  # fmt: skip


def test_footnotes_follow_the_body_and_headers_are_said_to_be_left_out(read_bytes):
    report = read_bytes(simple("正文\x02\r\x02注解\r页眉\r\r", stories=[4, 4, 3]))
    assert [(b.kind, b.span.of(report.text)) for b in report.blocks] == [
        (BlockKind.PARAGRAPH, "正文"),
        (BlockKind.NOTE, "注解"),
    ]
    assert [notice.code for notice in report.notices] == ["header-footer-skipped"]


def test_revisions_and_hidden_words_are_told_apart(read_bytes):
    data = formatted("甲删乙藏丙增\r", ("删", DELETED), ("藏", HIDDEN), ("增", INSERTED))
    report = read_bytes(data)
    assert report.text == "甲乙丙增"
    assert {notice.code for notice in report.notices} == {"tracked-changes", "hidden-text"}


def test_paragraph_whose_mark_is_deleted_runs_on(read_bytes):
    assert read_bytes(formatted("甲\r乙\r丙\r", ("\r", DELETED))).text == "甲乙\n丙"


def test_bold_start_of_a_paragraph_is_its_lead(read_bytes):
    report = read_bytes(formatted("抓学习。全年学法\r", ("抓学习。", BOLD)))
    assert report.blocks[0].layout.lead == 4


def test_cells_are_parted_by_tabs(read_bytes):
    data = formatted(
        "甲\x07乙\x07\x07丙\x07丁\x07\x07外\r",
        ("甲\x07乙\x07", IN_TABLE),
        ("\x07", IN_TABLE + ROW_END),
        ("丙\x07丁\x07", IN_TABLE),
        ("\x07", IN_TABLE + ROW_END),
        paragraphs=True,
    )
    assert read_bytes(data).text == "甲\t乙\n丙\t丁\n外"


def test_circled_number_written_as_a_field_is_shown(read_bytes):
    assert read_bytes(simple("\x13eq \\o\\ac(○,3)\x15办结\r")).text == "③办结"


def test_numbers_that_cannot_be_had_are_said_to_be_lost(read_bytes):
    report = read_bytes(formatted("甲\r", ("甲\r", OLD_NUMBER), paragraphs=True))
    assert [notice.code for notice in report.notices] == ["numbers-lost"]


def test_cut_lists_cost_the_numbers_only(read_bytes):
    text = "甲\r"
    place = struct.pack("<III", TEXT_PLACE, TEXT_PLACE + 4, CHARACTERS)
    table = {
        "pieces": pieces((0, 2, TEXT_PLACE, False)),
        "paragraphs": place,
        "lists": struct.pack("<H", 9),
        "overrides": struct.pack("<I", 9),
    }
    formatting = page([(TEXT_PLACE, TEXT_PLACE + 4, IN_LIST)], paragraphs=True)
    report = read_bytes(doc(wide(text), table, stories=[2], pages=[formatting]))
    assert report.text == "甲"
    assert [notice.code for notice in report.notices] == ["numbers-lost"]


def test_word_95_is_read_with_a_warning(read_bytes):
    text = "法治政府\r建设\r".encode("gb18030")
    report = read_bytes(doc(text, {}, stories=[len(text)], version=0x65))
    assert report.text == "法治政府\n建设"
    assert [notice.code for notice in report.notices] == ["old-word"]


@pytest.mark.parametrize("magic", [0xA697, 0xA699])
def test_word_95_of_east_asia_has_two_bytes_a_character(read_bytes, magic):
    codes = b"".join(char.encode("gb18030")[::-1].ljust(2, b"\0") for char in "法治2025\r")
    data = doc(codes, {}, stories=[7], version=0x65, magic=magic)
    assert read_bytes(data).text == "法治2025"


def test_chinese_text_of_an_english_word_95_is_recognised(read_bytes):
    text = "法治政府建设\r".encode("gb18030")
    data = doc(text, {}, stories=[len(text)], version=0x65, language=0x0409)
    assert read_bytes(data).text == "法治政府建设"


BROKEN = {
    "a .docx under a password, with a stream for old programs": (
        compound({"EncryptedPackage": bytes(5000), "WordDocument": bytes(5000)}), "encrypted",
    ),
    "a password": (simple("甲\r", flags=0x1100), "encrypted"),
    "a text longer than its pieces": (simple("甲乙\r", stories=[90]), "unreadable"),
    "pieces longer than the text": (simple("甲" * 90 + "\r", stories=[20]), "unreadable"),
    "a story of negative length": (simple("甲\r", stories=[4, -2]), "unreadable"),
    "pieces that go back": (
        doc(wide("甲乙丙丁"), {"pieces": pieces((0, 3, TEXT_PLACE, False),
                                            (3, 2, TEXT_PLACE, False),
                                            (2, 4, TEXT_PLACE, False))}, stories=[4]),
        "unreadable",
    ),
    "a piece outside the file": (
        doc(wide("甲乙"), {"pieces": pieces((0, 2, 0x3000_0000, False))}, stories=[2]),
        "unreadable",
    ),
    "no pieces": (doc(wide("甲"), {}, stories=[1]), "unreadable"),
    "no text": (simple("\r\r"), "empty"),
    "half the file": (simple("甲\r")[:6000], "unreadable"),
    "another stream of this name": (compound({"WordDocument": bytes(5000)}), "unreadable"),
    "millions of characters in one place": (
        doc(wide("甲乙"), {"pieces": pieces(*((i * 2, i * 2 + 2, TEXT_PLACE, False)
                                            for i in range(4000)))}, stories=[8000]),
        "too-large",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_or_hostile_file_is_refused(tmp_path, data, code):
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(path), limits=Limits(characters=5000))
    assert caught.value.code == code


def test_chain_of_sectors_that_loops_ends(read_bytes):
    data = bytearray(simple("甲\r"))
    table = len(data) - 512
    # The first sector of the stream names itself as the next one.
    struct.pack_into("<I", data, table, 0)
    assert code_of(read_bytes, bytes(data)) == "unreadable"


def test_document_inside_another_file_is_none(read_bytes):
    data = simple("甲\r").replace(wide("WordDocument"), wide("WorkDocument"))
    assert code_of(read_bytes, data) == "unsupported"


@pytest.mark.parametrize(
    ("name", "data", "file_format", "codes"),
    [
        ("a.wps", simple("甲\r"), "wps", []),
        ("a.DOC", simple("甲\r"), "doc", []),
        ("a.docx", simple("甲\r"), "doc", ["wrong-extension"]),
        ("a.doc", b"<html><body>a</body></html>", "html", ["wrong-extension"]),
        ("a.doc", rb"{\rtf1 a}", "rtf", ["wrong-extension"]),
        ("a", simple("甲\r"), "doc", []),
    ],
)
def test_name_of_another_format_is_said(tmp_path, name, data, file_format, codes):
    path = tmp_path / name
    path.write_bytes(data)
    report = read_report(str(path))
    assert report.format == file_format
    assert [notice.code for notice in report.notices] == codes
