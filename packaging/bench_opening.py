"""Measure how long a project of a hundred reports takes to open; run it through `dev.py bench`.

The program is started anew each time, once with nothing to open and once with the project, in
turns. The first ends when the window is painted; of the second it is told when every report is
listed with its figures, and when the one at hand is judged and shown. Every report has decisions.
The processor's time of the whole process is told too: other work on the computer disturbs it less.
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
MEASURES = (
    "listed, by the clock",
    "the one at hand shown, by the clock",
    "listed, of the processor",
    "the one at hand shown, of the processor",
)


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
    """Start the program in this process, print when what is there, and end it."""
    from PySide6.QtCore import QTimer

    from reviewer.gui.starting import run
    from reviewer.support.folders import Folders

    def begin(program: Any) -> None:
        timer = QTimer(program)
        waited_for = [lambda: is_listed(program), lambda: program.desk.current is not None]

        def look() -> None:
            while waited_for and (path == BARE or waited_for[0]()):
                waited_for.pop(0)
                program.window.repaint()
                print(time.time(), time.process_time())
            if not waited_for:
                timer.stop()
                QTimer.singleShot(0, program.window.close)

        timer.timeout.connect(look)
        timer.start(1)

    paths = [] if path == BARE else [path]
    run(paths, folders=Folders(Path(folder, "config"), Path(folder, "data")), at_start=begin)


def is_listed(program: Any) -> bool:
    """Tell whether every report is in the list with its figures."""
    return sum(review.brief is not None for review in program.desk.reviews) == REPORTS


def seconds_until(path: str, folder: str) -> list[float]:
    """Return how long a fresh process takes to list `path` and to show it.

    First both by the clock, then both of the processor.
    """
    command = [sys.executable, __file__, path, folder]
    begun = time.time()
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    listed, listed_work, shown, shown_work = map(float, answer.stdout.split()[-4:])
    return [listed - begun, shown - begun, listed_work, shown_work]


def main() -> None:
    """Print the times and their ratios."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "bench.review")
        make_project(Path(path))
        times: dict[str, list[list[float]]] = {BARE: [], path: []}
        for _ in range(ROUNDS):
            for name, found in times.items():
                found.append(seconds_until(name, folder))
        print(f"opening a project of {REPORTS} reports / starting the bare window:")
        for number, what in enumerate(MEASURES):
            bare, opened = (min(one[number] for one in found) for found in times.values())
            print(
                f"  {what:40}{opened * 1e3:6.0f} / {bare * 1e3:.0f} ms = {opened / bare:.2f},"
                f" {judged(opened / bare, RATIO)}"
            )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        start(*sys.argv[1:])
    else:
        main()
