"""The program proves itself: what it does and tells; the user's own work is left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "青溪镇2025年法治政府建设年度报告\n一、主要举措和成效\n全年开展法治宣传12场次。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "自检 结果"
    (made / "reports").mkdir(parents=True)
    (made / "reports" / "青溪镇.txt").write_text(REPORT, encoding="utf-8")
    return made


def prove(folder: Path, home: Path) -> int:
    own = {name: str(home) for name in ("HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")}
    own |= {f"XDG_{n}_HOME": str(home / n) for n in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-m", "reviewer", "--selftest", str(folder), "-platform", "offscreen"],
        env={**os.environ, **own, "PYTHONUTF8": "1"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode


def log(folder: Path) -> str:
    return (folder / "selftest.txt").read_text(encoding="utf-8")


def test_it_opens_decides_exports_and_finds_everything_again(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "DATA" / "reviewer").mkdir(parents=True)
    (home / "reviewer").mkdir()
    assert prove(folder, home) == 0, log(folder)
    lines = [line.split(" ", 1)[1] for line in log(folder).splitlines()]
    assert lines[:4] == ["window", "opened 1 files, 1 reports", "decided", "look"]
    assert lines[4:8] == ["workbook", "exported 4", "project", "done"]
    assert lines[-4:] == ["window", "opened 1 files, 1 reports", "found again", "done"]
    assert (folder / "scores.xlsx").is_file()
    assert (folder / "data").is_dir()
    assert not list((home / "DATA" / "reviewer").iterdir()), "the user's own work is left alone"


def test_a_report_that_cannot_be_read_fails_it(folder: Path, tmp_path: Path) -> None:
    (folder / "reports" / "坏.docx").write_bytes(b"MZ" + bytes(100))
    assert prove(folder, tmp_path / "home") == 1
    assert "坏.docx" in log(folder)


def test_files_with_the_same_text_are_one_report(folder: Path, tmp_path: Path) -> None:
    (folder / "reports" / "副本.md").write_text(REPORT, encoding="utf-8")
    assert prove(folder, tmp_path / "home") == 0, log(folder)
    assert "opened 2 files, 1 reports" in log(folder)
