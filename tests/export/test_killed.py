"""A writer that is killed at any moment leaves the old file or the new one, never half of one."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPORT = Path(__file__).parents[2] / "resources" / "examples"
# Writes the workbook and updates a table over and over, and says so before each round.
WRITER = """
import sys
from pathlib import Path
from reviewer.export.form.columns import Columns
from reviewer.export.form.updating import update_workbook
from reviewer.export.workbook import write_workbook
from reviewer.review import load_pipeline

folder, report = map(Path, sys.argv[1:])
review = load_pipeline().open(str(report))
columns = Columns("表", 1, "A", {"A": "单位", "B": "得分"})
while True:
    print("round", flush=True)
    write_workbook([review], folder / "评分.xlsx")
    update_workbook(folder / "汇总.xlsx", columns, [review]).unlink()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "表"
    book.active.append(["单位", "得分"])
    for name in ("评分.xlsx", "汇总.xlsx"):
        book.save(tmp_path / name)
    return tmp_path


def test_the_files_are_whole_whenever_the_writer_is_killed(folder: Path) -> None:
    (report,) = REPORT.glob("*.txt")
    chance = random.Random(7)
    for _ in range(4):
        command = [sys.executable, "-c", WRITER, str(folder), str(report)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(chance.randint(1, 3)):
                assert writer.stdout.readline() == "round\n"
            with pytest.raises(subprocess.TimeoutExpired):
                writer.wait(chance.uniform(0, 0.4))
            writer.kill()
        for name in ("评分.xlsx", "汇总.xlsx"):
            with zipfile.ZipFile(folder / name) as archive:
                assert archive.testzip() is None
