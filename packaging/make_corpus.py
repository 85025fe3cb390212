"""Make the files of tests/readers/corpus: the two bundled reports, with a table and page numbers,
in every format. Needs LibreOffice (soffice) and the development environment.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from make_examples import Line, numbered, plain_text, source, with_fixed_dates, word_document

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "tests" / "readers" / "corpus"
REPORTS = ("good", "poor")
HEAD = "依法治镇工作文稿"
TABLE = (
    ("事项", "数量", "说明"),
    ("行政处罚", "13", "罚款四万六千元，适用简易程序的案件占一半以上，没有被撤销或者变更的"),
    ("调解纠纷", "187", "成功183起"),
)
# LibreOffice's names of the formats it writes.
OFFICE = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt",
    "fodt": "fodt",
    "pdf": "pdf",
}


def furnished(lines: list[Line]) -> bytes:
    """Return the report as .docx with a running head, page numbers and a table at the end."""
    document = Document(io.BytesIO(word_document(lines)))
    section = document.sections[0]
    section.header.paragraphs[0].text = HEAD
    foot = section.footer.paragraphs[0]
    foot.add_run("— ")
    add_page_number(foot)
    foot.add_run(" —")
    table = document.add_table(len(TABLE), len(TABLE[0]))
    table.style = "Table Grid"
    for row, texts in enumerate(TABLE):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    packed = io.BytesIO()
    document.save(packed)
    return with_fixed_dates(packed.getvalue())


def add_page_number(paragraph: Any) -> None:
    """Append the field that shows the page's number."""
    for kind in ("begin", None, "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        paragraph.add_run()._r.append(part)


def web_page(lines: list[Line]) -> str:
    """Return the report as a web page with the table."""
    body = "\n".join(f"<p>{escape(text)}</p>" for text in numbered(lines))
    rows = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>" for texts in TABLE
    )
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{lines[0].text}</title></head>'
        f"<body><div>{body}<table>{rows}</table></div></body></html>"
    )


def web_archive(lines: list[Line]) -> bytes:
    """Return the web page as a browser saves it in one file."""
    message = MIMEMultipart("related", boundary="----=_Part_0")
    message["From"] = "<Saved by a browser>"
    message.attach(MIMEText(web_page(lines), "html", "utf-8"))
    return message.as_bytes()


def paged(lines: list[Line]) -> list[Any]:
    """Lay the report out on pages."""
    sys.path.insert(0, str(ROOT))
    from tests.readers.paged_builder import Paragraph, set_pages

    place = {"=": "centre", "@": "left", ">": "right"}
    fonts = {0: "仿宋", 1: "黑体", 2: "楷体", 3: "仿宋"}
    return set_pages(
        [
            Paragraph(
                text,
                place.get(line.mark, "body"),
                22 if line.mark == "=" else 16,
                fonts[line.level],
            )
            for line, text in zip(lines, numbered(lines), strict=True)
        ]
    )


def convert(document: Path, folder: Path) -> None:
    """Let LibreOffice write its formats beside the .docx."""
    for kind in OFFICE.values():
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", kind, "--outdir", str(folder), str(document)]
        subprocess.run(command, check=True, capture_output=True)


def make(name: str, folder: Path) -> None:
    """Write one report in every format into the corpus."""
    sys.path.insert(0, str(ROOT))
    from tests.readers.paged_builder import ofd, pdf

    lines = source(name)
    document = folder / f"{name}.docx"
    document.write_bytes(furnished(lines))
    convert(document, folder)
    for suffix in ("docx", *OFFICE):
        shutil.copy(folder / f"{name}.{suffix}", TARGET / f"{name}.{suffix}")
    written = {
        f"{name}.html": web_page(lines).encode(),
        f"{name}.mht": web_archive(lines),
        f"{name}.txt": plain_text(lines).encode("gb18030"),
        f"{name}.ofd": ofd(paged(lines)),
        # Not compressed, so that the fuzzer gets at what stands on the pages.
        f"{name}-reportlab.pdf": pdf(paged(lines), pageCompression=0),
    }
    for file, data in written.items():
        (TARGET / file).write_bytes(data)


def main() -> None:
    """Write all files of the corpus."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in REPORTS:
            make(name, Path(folder))


if __name__ == "__main__":
    main()
