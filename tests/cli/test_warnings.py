"""Every kind of warning reaches whoever calls the program, in both languages."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.readers.doc_builder import TEXT_PLACE, doc, page, pieces
from tests.readers.docx_builder import docx, paragraph, run

from reviewer.cli.main import main
from reviewer.support.messages import Language, load_messages

TITLE = paragraph("青石镇2025年法治政府建设情况的报告")
PICTURE = "<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>"
INSERTED = f'<w:p><w:ins w:id="1">{run("新增")}</w:ins></w:p>'
HIDDEN = f"<w:p>{run('隐藏的话', '<w:vanish/>')}</w:p>"
MACROS = {"word/vbaProject.bin": b"\0"}
TRADITIONAL = "關於本年度依法行政工作之報告。一、主要措施及成效：召開專題會議6次。"

# A .doc with one paragraph in a list that is not there (sprmPIlfo with the list 2047).
LOST_NUMBER = doc(
    "甲\r".encode("utf-16-le"),
    {
        "pieces": pieces((0, 2, TEXT_PLACE, False)),
        "paragraphs": struct.pack("<III", TEXT_PLACE, TEXT_PLACE + 4, 8),
    },
    stories=[2],
    pages=[
        page([(TEXT_PLACE, TEXT_PLACE + 4, struct.pack("<HH", 0x460B, 0x7FF))], paragraphs=True)
    ],
)

FILES = {
    "numbers-lost": ("a.doc", LOST_NUMBER),
    "pictures-skipped": ("a.docx", docx(TITLE + PICTURE)),
    "tracked-changes": ("a.docx", docx(TITLE + INSERTED)),
    "hidden-text": ("a.docx", docx(TITLE + HIDDEN)),
    "macros-ignored": ("a.docm", docx(TITLE, members=MACROS)),
    "wrong-extension": ("a.doc", docx(TITLE)),
    "encoding-guessed": ("a.txt", TRADITIONAL.encode("big5")),
    "characters-damaged": ("a.txt", TRADITIONAL.encode() + b"\xff" + TRADITIONAL.encode()),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", FILES)
def test_a_warning_is_said(
    code: str, language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data = FILES[code]
    path = tmp_path / name
    path.write_bytes(data)
    status = main(
        ["--language", language, "text", str(path)], lambda files, asked: 0, lambda: bytes
    )
    said = capsys.readouterr().err
    sentence = load_messages(language).sentences[code]
    beginning = sentence.split("{")[0]
    ending = sentence.rsplit("}", 1)[-1]
    assert status == 0
    assert beginning in said
    assert ending in said
