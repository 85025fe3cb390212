"""The window as a process: it opens reports and touches no socket."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(str(path) for path in (ROOT / "resources" / "examples").iterdir())
REFUSED = 97

# Ends the process where a socket is touched, and the event loop once both reports are listed.
SCRIPT = f"""
import os, sys

def refuse(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"socket used: {{event}}".encode())
        os._exit({REFUSED})

sys.addaudithook(refuse)

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication
from reviewer.gui.starting import run

listed = []
started = QApplication.exec

def look():
    views = [w for w in QApplication.allWidgets() if isinstance(w, QAbstractItemView)]
    if any(view.model() and view.model().rowCount() == {len(EXAMPLES)} for view in views):
        listed.append(True)
        QApplication.closeAllWindows()
        QApplication.quit()

def start(*_):
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    QTimer.singleShot(20000, QApplication.quit)
    return started()

QApplication.exec = start
status = run(sys.argv[1:])
sys.exit(status if listed else 3)
"""


def test_opening_the_examples_in_the_window_opens_no_socket(tmp_path: Path) -> None:
    own = {name: str(tmp_path) for name in ("HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")}
    own |= {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, *EXAMPLES],
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
