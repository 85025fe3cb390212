"""Measure reading of every format against the least its raw text costs; part of `dev.py bench`."""

from __future__ import annotations

import email
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from reviewer.readers import read_report
from reviewer.readers.isolated import IsolatedReader

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "readers" / "corpus"
REPORT = "good"
ROUNDS = 12

Best = Callable[[Callable[[], object], int], float]


def zipped_xml(data: bytes, name: str) -> str:
    """Return the text of all XML members whose name ends so."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members = [packed.read(member) for member in packed.namelist() if member.endswith(name)]
    return "".join("".join(etree.fromstring(member).itertext()) for member in members)


def ole_streams(data: bytes) -> int:
    """Read the streams of a compound file that hold the text and where it stands."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as compound:
        return sum(len(compound.openstream(name).read()) for name in ("WordDocument", "1Table"))


def rich_text(data: bytes) -> str:
    """Take the control words out of rich text."""
    return re.sub(rb"\\[a-z]+-?\d* ?|[{}]", b"", data).decode("latin-1")


def pdf_text(data: bytes) -> str:
    """Return PDFium's own text of every page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def page_text(data: bytes) -> str:
    """Return the text of a web page."""
    from lxml import html

    return str(html.document_fromstring(data).text_content())


def archive_text(data: bytes) -> str:
    """Return the text of the page in a web archive."""
    parts = (part for part in email.message_from_bytes(data).walk() if not part.is_multipart())
    content = next(parts).get_payload(decode=True)
    return page_text(content if isinstance(content, bytes) else b"")


RAW: Mapping[str, tuple[str, Callable[[bytes], object]]] = {
    "docx": ("zip + lxml", lambda data: zipped_xml(data, "word/document.xml")),
    "doc": ("olefile, streams", ole_streams),
    "rtf": ("re, words out", rich_text),
    "odt": ("zip + lxml", lambda data: zipped_xml(data, "content.xml")),
    "pdf": ("pypdfium2", pdf_text),
    "ofd": ("zip + lxml", lambda data: zipped_xml(data, "Content.xml")),
    "html": ("lxml", page_text),
    "mht": ("email + lxml", archive_text),
    "txt": ("decode", lambda data: data.decode("gb18030")),
}


def show_formats(best: Best, review: Callable[[str], object]) -> None:
    """Print a row for every format: reading, reading in the other process, whole review."""
    print(f"{'the good report as':20}   read ms  isolated   review   raw ms  ratio  raw text by")
    with IsolatedReader() as isolated:
        for suffix, (library, raw) in RAW.items():
            path = CORPUS / f"{REPORT}.{suffix}"
            data, name = path.read_bytes(), str(path)
            read = best(partial(read_report, name), ROUNDS)
            apart = best(partial(isolated.read, name), ROUNDS)
            whole = best(partial(review, name), ROUNDS)
            least = best(partial(raw, data), ROUNDS)
            times = "".join(f"{seconds * 1e3:9.2f}" for seconds in (read, apart, whole, least))
            print(f"  {suffix:18}{times}{read / least:7.1f}  {library}")
