"""Measure how long the window keeps its user waiting; run it through `dev.py bench`.

A hundred reports of about 4,000 characters and one of 500,000 are opened. Then a session is played,
and an event-loop watchdog takes the time of every event that is handled: a key press with all it
sets off at once, a timer, the painting of one view. The bound holds for the slowest handler.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench import generate
from watchdog import Handled, WatchedApplication

BOUND_MS = 50.0
REPORTS = 100
SHORT = 4_000
LONG = 500_000
ROUNDS = 3  # the shortest of so many plays counts, since other work on the machine disturbs


def write_reports(folder: Path) -> list[str]:
    """Write the reports as text files, each of another unit."""
    paths = []
    for number in range(REPORTS + 1):
        lines = generate(LONG if number == REPORTS else SHORT + number)
        text = "\n".join(line.text for line in lines).replace("青溪镇", f"第{number}镇")
        path = folder / f"{number:03}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def steps(program: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what a user does, by name."""
    window, desk = program.window, program.desk
    act = {name: action.trigger for name, action in window.actions_by_id.items()}
    yield "show the long report", lambda: desk.show(REPORTS)
    for _ in range(5):
        yield "next weak or missing", act["next_flagged"]
        yield "accept", act["accept"]
        yield "present", act["decide_present"]
        yield "undo", act["undo"]
    for element in desk.current.checklist.elements[::7]:
        yield "select an element", partial(desk.select_element, element.id)
    yield "zoom in", act["zoom_in"]
    yield "zoom out", act["zoom_out"]
    bar = window.text.verticalScrollBar()
    for share in (0.25, 0.5, 0.99, 0.1):
        yield "scroll", partial(bar.setValue, int(bar.maximum() * share))
    yield "open the search", act["find"]
    yield "find a word", lambda: window.page.find_bar.words.setText("法治")
    yield "find next", act["find_next"]
    yield "end the search", window.page.find_bar.hide
    yield "reading mode", act["reading_mode"]
    yield "everything again", act["reading_mode"]
    yield "weak only", act["filter_weak"]
    yield "all elements", act["filter_all"]
    for _ in range(5):
        yield "next report", act["next_report"]
        yield "accept all found present", act["accept_present"]
        yield "undo all of it", act["undo"]  # so that every play finds them undecided
    yield "search all reports", lambda: window.reports.shown.look_for("调解")
    yield "end that search", lambda: window.reports.shown.look_for("")
    yield "sort by score", lambda: window.report_list.sortByColumn(3, _descending())
    yield "as they came", lambda: window.report_list.sortByColumn(-1, _descending())


def bulk_steps(program: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is done with all reports at once, thousands of decisions in one step."""
    act = {name: action.trigger for name, action in program.window.actions_by_id.items()}
    program.window.report_list.selectAll()
    yield "all reports are done", act["status_done"]
    yield "undo that they are done", act["undo"]
    yield "accept what was found present in all", act["accept_present_chosen"]
    yield "undo that it is accepted", act["undo"]


def _descending() -> Any:
    from PySide6.QtCore import Qt

    return Qt.SortOrder.DescendingOrder


def play(
    acts: Iterable[tuple[str, Callable[[], object]]],
    app: WatchedApplication,
    settle: Callable[[], None],
) -> dict[str, Handled]:
    """Play a session once; return the slowest handler of each kind in each kind of step."""
    found: dict[str, Handled] = {}
    for name, act in acts:
        app.slowest.clear()
        with app.watching("the act"):
            act()
        settle()
        for what, handled in app.slowest.items():
            kind = f"{name}: {what}"
            if kind not in found or handled.wall > found[kind].wall:
                found[kind] = handled
    return found


def best(plays: list[dict[str, Handled]]) -> dict[str, Handled]:
    """Return the shortest time of every kind of handler."""
    return {
        kind: min((one[kind] for one in plays if kind in one), key=lambda found: found.wall)
        for kind in plays[0]
    }


def show(when: str, handlers: dict[str, Handled], most: int) -> None:
    """Print the slowest handlers."""
    print(f"the slowest handlers {when}, by the clock and of it in the window's own thread:")
    for kind, found in sorted(handlers.items(), key=lambda pair: -pair[1].wall)[:most]:
        print(f"  {kind:60}{found.wall:8.1f} ms{found.work:8.1f} ms")


def make_program(folder: Path, app: WatchedApplication) -> Any:
    """Return the program with an empty project, its window on the screen."""
    from reviewer.export.workbook import write_workbook
    from reviewer.gui.app import Program, Services
    from reviewer.project import Project
    from reviewer.review import load_pipeline
    from reviewer.settings import Settings

    project = Project.open(folder / "bench.review")
    services = Services(load_pipeline, write_workbook, lambda settings: None, project)
    program = Program(app, Settings(theme="light"), services)
    program.window.showNormal()
    program.window.resize(1366, 768)
    return program


def main() -> None:
    """Print the time to open everything and the longest steps."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from screenshots import wait_for

    with tempfile.TemporaryDirectory() as folder:
        paths = write_reports(Path(folder))
        app = WatchedApplication(sys.argv[:1])
        program = make_program(Path(folder), app)
        start = time.perf_counter()
        program.opener.open_paths(paths)
        wait_for(program)
        seconds = time.perf_counter() - start
        print(f"{len(program.desk.reviews)} reports opened in {seconds:.1f} s")
        show("while they are opened", app.slowest, 3)

        unseen = (program.notes, program.index, program.ahead)

        def settle() -> None:
            while program.busy or any(one.busy for one in unseen):
                QApplication.processEvents()
                time.sleep(0.005)
            QApplication.processEvents()

        settle()
        session = best([play(steps(program), app, settle) for _ in range(ROUNDS)])
        show("in the session", session, 12)
        bulk = best([play(bulk_steps(program), app, settle) for _ in range(ROUNDS)])
        show("over all reports at once", bulk, 4)
        kind, found = max((session | bulk).items(), key=lambda pair: pair[1].wall)
        kept = "within" if found.wall <= BOUND_MS else "OVER"
        print(f"slowest handler: {kind}, {found.wall:.0f} ms, {kept} the bound of {BOUND_MS:g}")
        program.shut_down()
        program.projects.close()
        program.window.hide()


if __name__ == "__main__":
    main()
