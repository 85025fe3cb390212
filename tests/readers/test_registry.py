import hashlib
import io
import re
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.readers.docx_builder import NAMESPACES, docx, paragraph, zipped

from reviewer.readers import Limits, read_report
from reviewer.support.errors import UnreadableReport
from reviewer.support.messages import load_messages

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PROGRAM = b"MZ\x90\0\x03" + bytes(range(256)) * 8
DOCUMENT = docx(paragraph("柳河镇关于2025年法治政府建设情况的报告") * 40)
ENTITIES = "".join(f'<!ENTITY {chr(98 + i)} "{(f"&{chr(97 + i)};") * 10}">' for i in range(8))


def document_with(xml: str) -> bytes:
    return docx("", members={"word/document.xml": xml.encode()})


def with_doctype(doctype: str, entity: str) -> bytes:
    return document_with(
        f'<?xml version="1.0"?><!DOCTYPE d [{doctype}]><w:document {NAMESPACES}><w:body><w:p><w:r>'
        f"<w:t>{entity}</w:t></w:r></w:p></w:body></w:document>"
    )


def understated() -> bytes:
    target = io.BytesIO()
    size = 3 * 1024 * 1024
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"x" * size)
    return target.getvalue().replace(struct.pack("<I", size), struct.pack("<I", 100))


def locked(data: bytes) -> bytes:
    """Set the flag of an encrypted member in every header of the archive."""
    locals_set = data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    return re.sub(rb"(PK\x01\x02.{4})\x00", b"\\1\x01", locals_set, flags=re.DOTALL)


REFUSED = {
    "no bytes": (b"", "empty"),
    "only blanks": ("\u3000\n \n\ufeff".encode(), "empty"),
    "a program called .docx": (PROGRAM, "not-a-document"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not-a-document"),
    "noise": (bytes((7 * i * i + 3 * i) % 256 for i in range(5000)), "not-a-document"),
    "half a .docx": (DOCUMENT[: len(DOCUMENT) // 2], "unreadable"),
    "a .docx without its end": (DOCUMENT[:-12], "unreadable"),
    "broken XML": (document_with("<w:document><w:body>"), "unreadable"),
    "another XML in place of the body": (document_with("<a/>"), "unreadable"),
    "an encrypted .docx": (OLE2 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an encrypted .ofd": (zipped({"Encryptions.xml": b"<a/>", "a.dat": b"a"}), "encrypted"),
    "a zip with a password": (locked(DOCUMENT), "encrypted"),
    "the beginning of a .doc": (OLE2 + "WordDocument".encode("utf-16-le"), "unreadable"),
    "an .xls": (OLE2 + "Workbook".encode("utf-16-le"), "unsupported"),
    "the beginning of a compound file": (OLE2, "unreadable"),
    "a PDF without content": (b"%PDF-1.7\n%abc", "unreadable"),
    "RTF without text": (b"{\\rtf1\\ansi }", "empty"),
    "half an RTF": (b"{\\rtf1\\ansi a", "unreadable"),
    "a document of Word 2": (b"\xdb\xa5\x2d" + bytes(600), "unsupported"),
    "an archive of RAR": (b"Rar!\x1a\x07\x01\0" + bytes(60), "unsupported"),
    "an archive of 7-Zip": (b"7z\xbc\xaf\x27\x1c" + bytes(60), "unsupported"),
    "a workbook": (zipped({"xl/workbook.xml": b"<a/>"}), "unsupported"),
    "an archive": (zipped({"a.txt": b"a"}), "unsupported"),
    "a web archive without a page": (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
        "unreadable",
    ),
    "a document full of entities": (
        with_doctype(f'<!ENTITY a "aaaaaaaaaa">{ENTITIES}', "&i;"),
        "unreadable",
    ),
    "a document that points to a file": (
        with_doctype('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"),
        "unreadable",
    ),
    "a zip bomb": (document_with("<a>" + " " * 60_000_000), "too-large"),
    "a zip that understates its size": (understated(), "unreadable"),
    "very many tags": (docx("<w:p/>" * 900_000), "too-large"),
    "tables nested without end": (docx("<w:tbl><w:tr><w:tc>" * 3000), "unreadable"),
    "a web page nested without end": (b"<html><body>" + b"<div>" * 5000 + b"a", "unreadable"),
    "a tag with very many attributes": (
        b"<html><p " + b" ".join(b"a%d=1" % i for i in range(20_000)) + b">a",
        "too-large",
    ),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_report_is_refused_with_a_reason(tmp_path, data, code):
    path = tmp_path / "报告.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(path))
    assert caught.value.code == code
    for language in ("zh", "en"):
        assert str(path) in load_messages(language).of(caught.value)


def test_folder_is_not_a_document(tmp_path):
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(tmp_path))
    assert caught.value.code == "not-a-document"


@pytest.mark.parametrize("name", ["没有.txt", "nul\0byte.txt"])
def test_missing_file_is_said_to_be_missing(tmp_path, name):
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(tmp_path / name))
    assert caught.value.code in ("not-found", "no-access")


def test_large_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(300 * 1024 * 1024)
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(path))
    assert (caught.value.code, caught.value.sentence) == ("too-large", "too-large-size")


def test_text_longer_than_the_limit_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("法治\n" * 50, encoding="utf-8")
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(path), limits=Limits(characters=60))
    assert caught.value.code == "too-large"


def test_archive_with_too_many_members_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({f"word/{i:06}.xml": b"" for i in range(3000)}))
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(path), limits=Limits(members=500))
    assert caught.value.code == "too-large"


@pytest.mark.parametrize(
    ("data", "file_format"),
    [
        (DOCUMENT, "docx"),
        ("<!DOCTYPE html><html><body><p>法治政府建设</p></body></html>".encode(), "html"),
        ("\ufeff<html><body>法治政府建设".encode("utf-16-le"), "html"),
        ("<!-- saved from url -->\n<HTML><body>法治政府建设".encode("gb18030"), "html"),
        ("法治政府建设 <html>".encode(), "txt"),
        ("# 法治政府建设\n".encode(), "txt"),
        ("MZ镇法治政府建设".encode(), "txt"),
    ],
)
def test_format_is_told_by_content_not_by_name(tmp_path, data, file_format):
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    report = read_report(str(path))
    assert report.format == file_format
    assert report.source == str(path)
    assert "法治政府建设" in report.text


@given(st.binary(max_size=400))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@pytest.mark.parametrize("start", [b"", b"PK\x03\x04", b"<html>", b"\xff\xfe", OLE2, b"%PDF"])
def test_any_bytes_end_in_a_report_or_a_reason(tmp_path, start, data):
    path = tmp_path / "a"
    path.write_bytes(start + data)
    try:
        text = read_report(str(path)).text
    except UnreadableReport as error:
        text = load_messages("zh").of(error)
    assert text


def test_digest_is_that_of_the_bytes_wherever_the_file_lies(tmp_path):
    made = []
    for name in ("a.txt", "b.txt"):
        path = tmp_path / name
        path.write_text("青石镇法治政府建设", encoding="gb18030")
        made.append(read_report(str(path)).digest)
    assert made == [hashlib.sha256("青石镇法治政府建设".encode("gb18030")).hexdigest()] * 2
