"""`reviewer export --pdf`: the command line has the window's packages make the pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_the_command_line_makes_pdfs_without_a_display(tmp_path: Path) -> None:
    report = tmp_path / "石桥镇.txt"
    report.write_text("石桥镇2025年法治政府建设年度报告\n一、主要举措和成效\n普法12场。\n", "utf-8")
    folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
    own = {name: str(tmp_path / "own") for name in folders}
    environment = {**os.environ, **own}
    for display in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(display, None)
    command = ["export", str(report), "--to", str(tmp_path / "out"), "--pdf"]
    done = subprocess.run(
        [sys.executable, "-m", "reviewer", *command],
        env=environment,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    made = sorted((tmp_path / "out").iterdir())
    assert [path.suffix for path in made] == [".pdf"] * 3
    assert all(path.read_bytes().startswith(b"%PDF") for path in made)
