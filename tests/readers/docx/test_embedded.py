"""Documents embedded whole in a .docx."""

import pytest
from tests.readers.docx_builder import docx, paragraph, table

CHUNK = '<w:altChunk r:id="r5"/>'
RELATIONSHIPS = "word/_rels/document.xml.rels"
PAGE = "<html><body><h1>乙</h1><p>丙</p></body></html>"
ARCHIVE = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{PAGE}"


def chunk(content: bytes) -> dict[str, bytes]:
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r5" Target="chunk" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/aFChunk"/></Relationships>'
    )
    return {RELATIONSHIPS: relationships.encode(), "word/chunk": content}


def codes(report) -> list[str]:
    return [notice.code for notice in report.notices]


@pytest.mark.parametrize(
    ("embedded", "text"),
    [
        (PAGE.encode(), "甲\n乙\n丙\n丁"),
        (ARCHIVE.encode(), "甲\n乙\n丙\n丁"),
        (rb"{\rtf1\ansi\ansicpg936 \'d2\'d2\par}", "甲\n乙\n丁"),
        ("乙\n丙".encode(), "甲\n乙\n丙\n丁"),
        (docx(table(("乙", "丙"))), "甲\n乙\t丙\n丁"),
    ],
    ids=["page", "archive", "rtf", "text", "docx"],
)
def test_embedded_document_is_read_in_its_place(read, embedded, text):
    report = read(paragraph("甲") + CHUNK + paragraph("丁"), members=chunk(embedded))
    assert (report.text, codes(report)) == (text, [])


@pytest.mark.parametrize(
    "members",
    [{}, chunk(b"\0\1\2\3" * 99), chunk(b"PK\3\4"), chunk(docx(CHUNK, members=chunk(b"a")))],
    ids=["not there", "no document", "a broken one", "one inside another"],
)
def test_embedded_document_that_cannot_be_read_is_said(read, members):
    report = read(paragraph("甲") + CHUNK, members=members)
    assert (report.text, codes(report)) == ("甲", ["embedded-document-skipped"])
