"""With a flag file beside the program everything it writes stays there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reviewer.support.folders import PORTABLE_FLAG

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(str(path) for path in (ROOT / "resources" / "examples").iterdir())

# A day's work in short: open, decide, comment, learn a phrase, change a setting, quit.
SCRIPT = """
import sys
from pathlib import Path

import reviewer.support.folders as folders

beside = Path(sys.argv[1])
folders._program_folder = lambda: beside

from PySide6.QtCore import QTimer
from reviewer.gui.starting import run

def begin(program):
    def work():
        if len(program.desk.reviews) < len(sys.argv) - 2 or program.tasks.busy:
            return
        timer.stop()
        program.desk.select_element("A12")
        program.window.element.comment.setPlainText("请补充办案数量。")
        program.window.element._on_comment_left()
        program.window.actions_by_id["accept"].trigger()
        program.window.actions_by_id["zoom_in"].trigger()
        program.projects.back_up()
        program.tasks.idle.connect(program.window.close)

    timer = program.timer = QTimer(program)
    timer.timeout.connect(work)
    timer.start(50)

sys.exit(run(sys.argv[2:], at_start=begin))
"""


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    beside, home, temporary = tmp_path / "stick", tmp_path / "home", tmp_path / "temp"
    for folder in (beside, home, temporary):
        folder.mkdir()
    (beside / PORTABLE_FLAG).touch()
    own = {name: str(home) for name in ("HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA", "USERPROFILE")}
    own |= {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE")}
    own |= {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(beside), *EXAMPLES],
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert {"settings/settings.toml", "settings/phrases.toml", "data/default.review"} <= files(
        beside
    )
    assert files(home) == set()
    assert files(temporary) == set()
