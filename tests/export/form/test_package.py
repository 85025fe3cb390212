from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.export.form.package import Package
from reviewer.support.errors import ExportError

MakeForm = Callable[..., Path]


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)


def test_parts_that_nobody_asked_for_stay_byte_for_byte(
    make_form: MakeForm, tmp_path: Path
) -> None:
    path = make_form({"A1": "甲"})
    with_part(path, "xl/printerSettings/printerSettings1.bin", b"\x00\x01")
    written = tmp_path / "written.xlsx"
    written.write_bytes(Package(path).save())
    before, after = parts(path), parts(written)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {"xl/workbook.xml"}


def test_formulas_are_worked_out_anew_and_the_old_order_is_forgotten(
    make_form: MakeForm, tmp_path: Path
) -> None:
    path = make_form({"A1": 1})
    with_part(path, "xl/calcChain.xml", b"<calcChain/>")
    written = tmp_path / "written.xlsx"
    written.write_bytes(Package(path).save())
    after = parts(written)
    assert "xl/calcChain.xml" not in after
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_a_file_that_is_no_workbook_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "表格.xlsx"
    path.write_bytes(content)
    with pytest.raises(ExportError, match="form-not-a-workbook"):
        Package(path)


def test_another_office_file_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "表格.xlsx"
    with_part(path, "word/document.xml", b"<document/>")
    with pytest.raises(ExportError, match="form-not-a-workbook"):
        Package(path)


def test_a_file_that_unpacks_without_end_is_refused(
    make_form: MakeForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.export.form.package._MOST_BYTES", 1000)
    with pytest.raises(ExportError, match="form-too-large"):
        Package(make_form({"A1": "甲"}))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="form-unreadable"):
        Package(tmp_path / "none.xlsx")
