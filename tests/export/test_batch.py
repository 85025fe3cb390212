from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from reviewer.checklist import Verdict
from reviewer.export.batch import FileKind, Wanted, pieces
from reviewer.export.paper.model import Paper, Paragraph, Table
from reviewer.review import Review

MakeReview = Callable[..., Review]
MACHINE, PERSON = "机器的旧理由。", "评查人的新理由。"


def paper_text(paper: Paper) -> bytes:
    def texts() -> Iterator[str]:
        for block in paper.blocks:
            if isinstance(block, Paragraph):
                yield "".join(run.text for run in block.runs)
            elif isinstance(block, Table):
                yield from (cell.text for row in block.rows for cell in row)

    return "\n".join(texts()).encode()


def text_of(name: str, content: bytes) -> str:
    """Return what stands in a file; of the data what the person ruled."""
    if name.endswith(".json"):
        (report,) = json.loads(content)["reports"]
        return json.dumps(report["review"], ensure_ascii=False)
    if name.endswith(".pdf"):
        return content.decode()
    if name.endswith(".xlsx"):
        sheets = load_workbook(io.BytesIO(content)).worksheets
        return "\n".join(str(value) for sheet in sheets for row in sheet.values for value in row)
    with ZipFile(io.BytesIO(content)) as package:
        parts = (part for part in package.namelist() if part.endswith(".xml"))
        return "".join(package.read(part).decode() for part in parts)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    book = Workbook()
    for column, field in enumerate(("理由", "意见"), start=1):
        for row, element in enumerate(("A02", "B01"), start=1):
            book.active.cell(row, column, f"{{{{{element}.{field}}}}}")
    book.active.cell(3, 1, "{{主要问题}}")
    path = tmp_path / "表.xlsx"
    book.save(path)
    return path


def test_every_export_gives_the_reason_of_the_person_who_overruled_the_machine(
    make_review: MakeReview, form: Path
) -> None:
    review = make_review(["present", "weak", "missing", "present"], reason=MACHINE)
    for element, verdict in (("A02", Verdict.MISSING), ("B01", Verdict.WEAK)):
        review.decide(element, verdict=verdict, comment=f"{element}：{PERSON}")
    wanted = Wanted(frozenset(FileKind), form=form, make_pdf=paper_text)

    said = {
        piece.name: text_of(piece.name, bytes(piece.content()))
        for piece in pieces([review], wanted)
    }
    assert {Path(name).suffix for name in said} == {".xlsx", ".docx", ".pdf", ".json"}
    assert not [name for name, text in said.items() if MACHINE in text]
    silent = [name for name, text in said.items() if text.count(PERSON) < 2]
    assert silent == ["评查结果汇总.pdf"]  # which has verdicts and sums alone
