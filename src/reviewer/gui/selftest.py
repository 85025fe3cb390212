"""`--selftest FOLDER`: the program proves that it works on this computer, window and all.

It opens the reports in FOLDER/reports (the bundled ones where there are none), decides, exports,
closes, starts once more and compares. What it did stands in FOLDER/selftest.txt; the exit status is
0 only where all of it went well. Further arguments go to Qt (`-platform offscreen`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import traceback
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reviewer.checklist import Verdict
from reviewer.export.batch import FileKind, Wanted, pieces
from reviewer.export.paper.marked_report import marked_report
from reviewer.export.whole_file import write_whole
from reviewer.gui.app import Program
from reviewer.gui.messages import Severity
from reviewer.gui.paper.pdf import pdf_bytes
from reviewer.gui.starting import run
from reviewer.project import SUFFIX, Project
from reviewer.support.folders import Folders, own_folders
from reviewer.support.resources import resource

AGAIN = "again"  # after FOLDER: the second start
_LOOK_SECONDS = 1.5  # for whoever wants to see the window
_PATIENCE_SECONDS = 240.0
_COMMENT = "selftest"


class SelfTestError(Exception):
    """What did not work; its text is for the log."""


def run_selftest(arguments: Sequence[str]) -> int:
    """Run the self-test with the arguments after `--selftest`; return the exit status."""
    folder = Path(arguments[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    again = arguments[1:2] == [AGAIN]
    for_qt = list(arguments[2:] if again else arguments[1:])
    reports = _reports(folder)
    trial = _Trial(folder, reports, again=again)
    # The second start finds the folders the first one chose.
    folders = Folders(folder / "settings", folder / "data")
    if not folders.data.exists() and (again or not own_folders().data.exists()):
        folders = own_folders()
    status = run(reports, folders=folders, for_qt=for_qt, at_start=trial.begin)
    if status or trial.failed or not trial.done:
        return status or 1
    if again:
        return 0
    start = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reviewer"]
    )
    command = [*start, "--selftest", str(folder), AGAIN, *for_qt]
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode


def _reports(folder: Path) -> list[str]:
    given = folder / "reports"
    found = given if given.is_dir() else resource("examples")
    return sorted(str(path) for path in found.iterdir() if path.is_file())


class _Trial(QObject):
    """Goes through the steps, each once the program has nothing left to do."""

    def __init__(self, folder: Path, reports: Sequence[str], *, again: bool) -> None:
        super().__init__()
        self.failed = self.done = False
        self._folder = folder
        self._reports = reports
        self._again = again
        self._timer = QTimer(self)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._go_on)

    def begin(self, program: Program) -> None:
        """Start the steps; called with the window on the screen."""
        self._program = program
        self._steps = self._look_again() if self._again else self._work()
        self._until = time.monotonic() + _PATIENCE_SECONDS
        self._rest = 0.0
        self._log("window")
        self._timer.start()

    def _go_on(self) -> None:
        now = time.monotonic()
        if (self._program.busy and now < self._until) or now < self._rest:
            return
        try:
            if now >= self._until:
                raise SelfTestError("the program did not come to rest")
            next(self._steps)
        except StopIteration:
            self.done = True
            self._log("done")
            self._end()
        except Exception:  # noqa: BLE001 - any failure is what the self-test is to find and tell
            self.failed = True
            self._log(traceback.format_exc())
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        QApplication.closeAllWindows()
        QApplication.quit()

    def _work(self) -> Iterator[None]:
        self._expect_all_open()
        desk = self._program.desk
        for review in desk.reviews:
            element = review.checklist.elements[0]
            desk.decide_on(review, element.id, verdict=Verdict.WEAK, comment=_COMMENT)
        self._keep_decisions()
        self._log("look")
        self._rest = time.monotonic() + _LOOK_SECONDS
        yield
        workbook = self._folder / "scores.xlsx"
        self._program.exporter.export(desk.reviews, str(workbook), lambda other: None)
        yield
        if zipfile.ZipFile(workbook).testzip() is not None:
            raise SelfTestError("the workbook is broken")
        self._log("workbook")
        self._take_out(self._folder / "exports")
        self._copy_project(self._folder / f"copy{SUFFIX}")

    def _take_out(self, folder: Path) -> None:
        """Write slips, commented copies and data of all reports, and one as PDF."""
        folder.mkdir(exist_ok=True)
        wanted = Wanted(frozenset({FileKind.SLIPS, FileKind.COMMENTS, FileKind.DATA}))
        for piece in pieces(self._program.desk.reviews, wanted):
            piece.write(folder)
        report = marked_report(self._program.desk.reviews[0], self._program.messages.sentences)
        write_whole(folder / "report.pdf", pdf_bytes(report))
        self._log(f"exported {sum(1 for _ in folder.iterdir())}")

    def _copy_project(self, target: Path) -> None:
        project = self._program.keeper.project
        if project is None:
            raise SelfTestError("there is no project file")
        project.save_copy(target)
        with Project.open(target) as copy:
            known = {entry.key for entry in copy.entries}
        missing = {review.key for review in self._program.desk.reviews} - known
        if missing:
            raise SelfTestError(f"the copied project lacks {missing}")
        self._log("project")

    def _look_again(self) -> Iterator[None]:
        self._expect_all_open()
        kept = json.loads((self._folder / "decided.json").read_text(encoding="utf-8"))
        if kept != self._decided():
            raise SelfTestError(f"decided {kept}, found again {self._decided()}")
        self._log("found again")
        yield

    def _expect_all_open(self) -> None:
        # Files with the same text are one report of the project; those that fail are told of.
        told = self._program.messages.about("")
        wrong = [message.text for message in told if message.severity is Severity.ERROR]
        reviews = self._program.desk.reviews
        if wrong or not reviews:
            raise SelfTestError("\n".join(wrong) or "no report is open")
        self._log(f"opened {len(self._reports)} files, {len(reviews)} reports")

    def _decided(self) -> dict[str, dict[str, list[str]]]:
        return {
            Path(review.report.source).name: {
                element.id: [review.verdict(element.id).value, review.decision(element.id).comment]
                for element in review.checklist.elements
            }
            for review in self._program.desk.reviews
        }

    def _keep_decisions(self) -> None:
        text = json.dumps(self._decided(), ensure_ascii=False, indent=1)
        (self._folder / "decided.json").write_text(text, encoding="utf-8")
        self._log("decided")

    def _log(self, line: str) -> None:
        with (self._folder / "selftest.txt").open("a", encoding="utf-8") as log:
            log.write(f"{time.time():.3f} {line}\n")
