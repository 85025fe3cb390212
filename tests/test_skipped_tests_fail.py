"""A run with a skipped test is a failed run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPING = "import pytest\n\ndef test_later():\n    pytest.skip('some day')\n"
PASSING = "def test_now():\n    assert 1 + 1 == 2\n"


@pytest.mark.parametrize("processes", [0, 1])
@pytest.mark.parametrize(("body", "status"), [(PASSING, 0), (PASSING + SKIPPING, 1)])
def test_a_skipped_test_gives_exit_status_1(
    tmp_path: Path, body: str, status: int, processes: int
) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path / "conftest.py")
    (tmp_path / "test_it.py").write_text(body, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:pytest-qt", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [*command, f"--numprocesses={processes}", f"--rootdir={tmp_path}", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == status, ran.stdout
