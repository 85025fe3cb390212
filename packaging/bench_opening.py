"""Measure how long a project of a hundred reports takes to open; run it through `dev.py bench`.

The program is started anew each time, once with nothing to open and once with the project, in
turns. The first ends when the window is there and asks for nothing more, the second when every
report is listed with its figures and the one at hand is shown. Every report has decisions. The
processor's time of the whole process is told too: other work on the computer disturbs it less.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import generate, judged

RATIO = 1.5  # of opening the project to starting the bare window
REPORTS = 100
SHORT = 4_000  # code points
ROUNDS = 5
BARE = "-"


def make_project(path: Path) -> None:
    """Write a project of reports in which everything found present was accepted."""
    from reviewer.checklist import Verdict
    from reviewer.project import Project, brief_as_text, pack
    from reviewer.readers import text_report
    from reviewer.review import load_pipeline

    pipeline = load_pipeline()
    with Project.open(path) as project:
        for number in range(REPORTS):
            lines = generate(SHORT + number)
            text = "\n".join(line.text for line in lines).replace("青溪镇", f"第{number}镇")
            report = text_report(text, f"{number:03}.txt")
            key = project.take_in(pack(report), pipeline.checklist.id)
            review = pipeline.review(report, key=key, history=project.history)
            found = (f for f in review.findings.values() if f.verdict is Verdict.PRESENT)
            project.history.do(*(review.deciding(f.id, confirmed=True) for f in found))
            entry = project.entries[number]
            brief = brief_as_text(review.in_short(), entry.version, pipeline.edition)
            project.keep_briefs({key: brief})


def start(path: str, folder: str) -> None:
    """Start the program in this process and end it when all is there that was asked for."""
    from PySide6.QtCore import QTimer

    from reviewer.gui.starting import run
    from reviewer.support.folders import Folders

    def begin(program: Any) -> None:
        timer = QTimer(program)

        def look() -> None:
            desk = program.desk
            listed = [review for review in desk.reviews if review.brief is not None]
            if path == BARE or (len(listed) == REPORTS and desk.current is not None):
                timer.stop()
                print(time.time(), time.process_time())
                QTimer.singleShot(0, program.window.close)

        timer.timeout.connect(look)
        timer.start(1)

    paths = [] if path == BARE else [path]
    run(paths, folders=Folders(Path(folder, "config"), Path(folder, "data")), at_start=begin)


def seconds_until(path: str, folder: str) -> tuple[float, float]:
    """Return how long a fresh process takes to open `path`: by the clock, and of it work."""
    command = [sys.executable, __file__, path, folder]
    begun = time.time()
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    end, work = answer.stdout.split()[-2:]
    return float(end) - begun, float(work)


def main() -> None:
    """Print both times and their ratio."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "bench.review")
        make_project(Path(path))
        times: dict[str, list[tuple[float, float]]] = {BARE: [], path: []}
        for _ in range(ROUNDS):
            for name, found in times.items():
                found.append(seconds_until(name, folder))
        for number, measure in enumerate(("by the clock", "of the processor")):
            bare, opened = (min(one[number] for one in found) for found in times.values())
            print(
                f"opening a project of {REPORTS} reports / starting the bare window, {measure}:"
                f" {opened * 1e3:.0f} / {bare * 1e3:.0f} ms = {opened / bare:.2f},"
                f" {judged(opened / bare, RATIO)}"
            )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        start(*sys.argv[1:])
    else:
        main()
