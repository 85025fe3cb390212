"""`reviewer export`: what is written where, and what is said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from tests.export.form.forms import form

from reviewer.cli.main import main
from reviewer.project import Project, pack
from reviewer.review import load_pipeline

REPORT = (
    "石桥镇人民政府关于2025年度法治政府建设情况的报告\n一、主要举措和成效\n开展法治宣传12场次。\n"
)

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "石桥镇.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that runs the command line; returns exit status and standard error."""
    folders = [f"XDG_{name}_HOME" for name in ("CONFIG", "DATA", "CACHE", "STATE")]
    for name in (*folders, "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "own"))

    def call(*arguments: object) -> tuple[int, str]:
        load_pdf = lambda: lambda paper: f"PDF {paper.title}".encode()  # noqa: E731
        status = main([*map(str, arguments)], lambda files, language: 1, load_pdf)
        return status, capfd.readouterr().err

    return call


def test_a_folder_gets_every_kind_that_is_wanted(run: Run, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "结果"
    kinds = ("--xlsx", "--slip", "--comments", "--json")
    status, said = run("export", report, "--to", folder, *kinds, "--office", "云岭县司法局")
    assert status == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "石桥镇2025年度报告评查反馈.docx",
        "石桥镇2025年度报告（批注）.docx",
        "评查数据.json",
        "评查结果汇总.xlsx",
    ]
    assert all(name in said for name in names)
    data = json.loads((folder / "评查数据.json").read_text(encoding="utf-8"))
    assert data["reports"][0]["unit"] == "石桥镇"
    assert data["reports"][0]["review"]["scores"]["grade"] == "较差"


def test_sheets_and_slips_come_as_pdf_too(run: Run, report: Path, tmp_path: Path) -> None:
    status, _ = run("export", report, "--to", tmp_path / "结果", "--pdf")
    assert status == 0
    assert {path.name: path.read_text() for path in (tmp_path / "结果").iterdir()} == {
        "评查结果汇总.pdf": "PDF 报告评查结果汇总",
        "石桥镇2025年度报告评分表.pdf": "PDF 石桥镇人民政府关于2025年度法治政府建设情况的报告",
        "石桥镇2025年度报告评查反馈.pdf": "PDF 石桥镇2025年度报告评查反馈",
    }


def test_decisions_that_do_not_fit_together_are_said_and_hold_nothing_up(
    run: Run, report: Path, tmp_path: Path
) -> None:
    path = tmp_path / "项目.review"
    pipeline = load_pipeline()
    with Project.open(path) as project:
        read = pipeline.read(str(report))
        key = project.take_in(pack(read, report.read_bytes()), pipeline.checklist.id)
        review = pipeline.review(read, key=key, history=project.history)
        review.decide("C01", points=1.0)
    status, said = run("export", path, "--to", tmp_path / "结果", "--slip")
    assert status == 0
    assert "请留意：石桥镇 C01　判为“缺”，却给 1 分。" in said
    assert list((tmp_path / "结果").iterdir())


def test_a_file_of_the_same_name_stays(run: Run, report: Path, tmp_path: Path) -> None:
    for _ in range(2):
        run("export", report, "--to", tmp_path / "结果", "--slip")
    names = sorted(path.name for path in (tmp_path / "结果").iterdir())
    assert names == ["石桥镇2025年度报告评查反馈 (2).docx", "石桥镇2025年度报告评查反馈.docx"]


def test_a_form_with_placeholders_is_filled_into_the_folder(
    run: Run, report: Path, tmp_path: Path
) -> None:
    path = form(tmp_path / "县表.xlsx", ["单位", "得分"], ["{{报告.单位}}", "{{报告.得分}}"])
    assert run("export", report, "--to", tmp_path / "结果", "--template", path)[0] == 0
    sheet = load_workbook(tmp_path / "结果" / "县表.xlsx").active
    assert sheet["A2"].value == "石桥镇"
    assert load_workbook(path).active["A2"].value == "{{报告.单位}}"


def test_columns_told_by_headings_are_confirmed_once(
    run: Run, report: Path, tmp_path: Path
) -> None:
    path = form(tmp_path / "县表.xlsx", ["单位", "得分"])
    asked = ("export", report, "--to", tmp_path / "结果", "--template", path)
    status, said = run(*asked)
    assert status == 2
    assert said.startswith("请确认：")
    assert "A=单位, B=得分" in said
    assert run(*asked, "--accept-columns")[0] == 0
    assert run(*asked)[0] == 0
    assert load_workbook(tmp_path / "结果" / "县表 (2).xlsx").active["A2"].value == "石桥镇"


def test_a_workbook_that_is_there_is_updated_and_its_old_state_kept(
    run: Run, report: Path, tmp_path: Path
) -> None:
    path = form(tmp_path / "汇总.xlsx", ["单位", "得分"], ["石桥镇", 1])
    status, said = run("export", report, "--into", path, "--accept-columns")
    assert status == 0
    assert load_workbook(path).active["B2"].value != 1
    (backup,) = tmp_path.glob("汇总（备份*.xlsx")
    assert load_workbook(backup).active["B2"].value == 1
    assert str(backup) in said


def test_what_cannot_be_written_is_said_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "readers" / "corpus" / "poor.docx"
    broken = tmp_path / "模板.docx"
    broken.write_bytes(b"no")
    shutil.copy(source, tmp_path / "报告.docx")
    folder = tmp_path / "结果"
    wanted = ("--slip", "--json", "--slip-template", broken)
    status, said = run("export", tmp_path / "报告.docx", "--to", folder, *wanted)
    assert status == 1
    assert "无法读取反馈模板" in said
    assert [path.name for path in folder.iterdir()] == ["评查数据.json"]


def test_nothing_is_written_before_the_columns_are_confirmed(
    run: Run, report: Path, tmp_path: Path
) -> None:
    path = form(tmp_path / "县表.xlsx", ["单位", "得分"])
    before = sorted(tmp_path.iterdir())
    scores, folder = tmp_path / "评分.xlsx", tmp_path / "结果"
    asked = ("export", report, "-o", scores, "--into", path, "--to", folder, "--slip")
    assert run(*asked)[0] == 2
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("missing", ["--template", "--into", "-o"])
def test_one_file_that_is_not_there_costs_no_other(
    run: Run, report: Path, tmp_path: Path, missing: str
) -> None:
    status, said = run(
        *("export", report, "--to", tmp_path / "结果", "--json"),
        *(missing, tmp_path / "没有" / "县表.xlsx"),
    )
    assert status == 1
    assert said.count("错误：") == 1
    assert "县表.xlsx" in said
    assert [path.name for path in (tmp_path / "结果").iterdir()] == ["评查数据.json"]


def test_a_workbook_that_was_filled_in_is_kept_and_named(
    run: Run, report: Path, tmp_path: Path
) -> None:
    target = form(tmp_path / "评分.xlsx", ["会上改过的分"])
    status, said = run("export", report, "-o", target)
    assert status == 0
    (backup,) = tmp_path.glob("评分（备份*.xlsx")
    assert load_workbook(backup).active["A1"].value == "会上改过的分"
    assert str(backup) in said
    status, said = run("export", report, "-o", target)
    assert status == 0
    assert "备份" not in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rows_are_not_put_into_a_score_workbook_of_the_program(
    run: Run, report: Path, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "评分.xlsx"
    run("export", report, "-o", target, "--language", language)
    written = target.read_bytes()
    status, said = run("export", report, "--into", target, "--accept-columns")
    assert status == 1
    assert "是本程序写出的评分工作簿" in said
    assert target.read_bytes() == written


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "没有写明写到哪里"),
        (("--xlsx",), "没有写明写到哪里"),
        (("-o", "x.xlsx", "--slip"), "要与 --to 文件夹一起使用"),
        (("--to", "out"), "没有写明要写什么"),
    ],
)
def test_options_that_make_no_sense_are_said(
    run: Run, report: Path, options: tuple[str, ...], said: str
) -> None:
    status, shown = run("export", report, *options)
    assert status == 2
    assert said in shown


def test_a_report_is_never_written_over(run: Run, report: Path) -> None:
    assert run("export", report, "--into", report)[0] == 2
    assert report.read_text(encoding="utf-8") == REPORT


def test_a_project_is_exported_with_its_decisions_and_originals(run: Run, tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "readers" / "corpus" / "poor.docx"
    report = tmp_path / "报告.docx"
    shutil.copy(source, report)
    pipeline = load_pipeline()
    with Project.open(tmp_path / "评查.review") as project:
        read = pipeline.read(str(report))
        key = project.take_in(pack(read, report.read_bytes()), pipeline.checklist.id)
        review = pipeline.review(read, key=key, history=project.history)
        review.decide("A01", comment="请单设标题。", points=0.5, by="李四")
    report.unlink()
    folder = tmp_path / "结果"
    status, said = run("export", tmp_path / "评查.review", "--to", folder, "--json", "--comments")
    assert status == 0, said
    data = json.loads((folder / "评查数据.json").read_text(encoding="utf-8"))
    rulings = data["reports"][0]["review"]["rulings"]
    assert {ruling["by"] for ruling in rulings} == {"李四"}
    (copied,) = folder.glob("*批注*.docx")
    assert "请单设标题。" in "".join(c.text for c in docx.Document(str(copied)).comments)


def test_a_project_that_is_not_there_is_said_and_not_made(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "没有.review"
    assert run("export", path, "--to", tmp_path / "结果", "--json")[0] == 1
    assert not path.exists()
