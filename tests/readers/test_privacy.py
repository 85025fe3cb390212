"""Reading leaves nothing on the disk, neither beside the reports nor anywhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

CORPUS = Path(__file__).parent / "corpus"
KINDS = ("docx", "doc", "rtf", "odt", "pdf", "ofd", "html", "mht", "txt")
# Says each report as it is read, so that the other side can end the program in the midst of it.
SCRIPT = """
import sys
from reviewer.readers import expand
from reviewer.readers.isolated import IsolatedReader
if __name__ == "__main__":
    with IsolatedReader() as reader:
        for path in expand(sys.argv[1]):
            print(reader.read(path).format, flush=True)
"""


def files(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("reports_read", [0, 2, 99])
def test_nothing_is_left_wherever_the_program_is_killed(tmp_path: Path, reports_read: int) -> None:
    reports = tmp_path / "报告"
    reports.mkdir()
    with ZipFile(reports / "全县.zip", "w") as packed:
        for kind in KINDS:
            (reports / f"good.{kind}").write_bytes((CORPUS / f"good.{kind}").read_bytes())
            packed.write(CORPUS / f"good.{kind}", f"镇/good.{kind}")
    script = tmp_path / "read.py"
    script.write_text(SCRIPT, encoding="utf-8")
    own = {name: str(tmp_path) for name in ("TMPDIR", "TEMP", "TMP", "HOME", "APPDATA")}
    before = files(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-B", str(script), str(reports)],
        env={**os.environ, **own, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        lines = [line for line, _ in zip(process.stdout, range(reports_read), strict=False)]
        process.kill()
    assert len(lines) == min(reports_read, 2 * len(KINDS))
    assert files(tmp_path) == before
