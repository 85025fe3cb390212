#!/usr/bin/env python3
"""Pictures of the real window with the bundled reports: light and dark, 100 % and 150 %.

`python packaging/screenshots.py FOLDER` writes them; QT_QPA_PLATFORM=offscreen needs no display.
`python packaging/screenshots.py --guide` makes the pictures of the user guide and the readmes anew.
It ends with status 1 where a report could not be opened, so it also proves that the window works.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.export.workbook import write_workbook
from reviewer.gui.app import Program, Services
from reviewer.gui.main_window import MainWindow
from reviewer.review import load_pipeline
from reviewer.settings import Settings, ThemeChoice
from reviewer.support.messages import Language
from reviewer.support.resources import resource

SCALES = ("1", "1.5")
THEMES: tuple[ThemeChoice, ...] = ("light", "dark")
LANGUAGES: tuple[Language, ...] = ("zh", "en")
SIZE = (1440, 860)  # of the window, at 100 %
GUIDE_SIZE = (1280, 760)
README_PICTURE = Path(__file__).parents[1] / "docs" / "images" / "main-window.png"
LONGEST_MS = 60_000
SETTLE_MS = 300


def examples() -> list[str]:
    """Return the bundled reports."""
    return sorted(str(path) for path in resource("examples").iterdir() if path.is_file())


def wait_for(program: Program) -> None:
    """Let the program work until nothing is left to do."""
    loop = QEventLoop()
    program.tasks.idle.connect(loop.quit)
    QTimer.singleShot(LONGEST_MS, loop.quit)
    if program.tasks.busy:
        loop.exec()


def settle() -> None:
    """Let what was asked for be laid out and painted."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def show(window: MainWindow, size: tuple[int, int]) -> None:
    """Show a window at `size`, which would fill a small screen by itself."""
    window.showNormal()
    window.resize(*size)
    settle()
    window.docks.arrange()


def scenes(program: Program) -> Iterator[str]:
    """Bring the window into one state after another; yield a name for each."""
    yield "empty"
    program.opener.open_paths(examples())
    wait_for(program)
    yield "opened"
    for _ in range(4):
        program.window.actions_by_id["next_flagged"].trigger()
    yield "weak"
    program.window.actions_by_id["filter_missing"].trigger()
    program.desk.walk(lambda review, e: review.verdict(e.id).value == "missing", 1)
    yield "missing"
    program.window.actions_by_id["filter_all"].trigger()
    for _ in range(6):
        program.window.actions_by_id["accept"].trigger()
    yield "decided"


def take_pictures(folder: Path, scale: str) -> bool:
    """Write every scene in every theme and language; tell whether all reports were opened."""
    app = QApplication(sys.argv[:1])
    good = True
    for theme in THEMES:
        for language in LANGUAGES:
            settings = Settings(language=language, theme=theme)
            services = Services(load_pipeline, write_workbook, lambda settings: None, None)
            program = Program(app, settings, services)
            show(program.window, SIZE)
            for number, scene in enumerate(scenes(program), start=1):
                settle()
                name = f"{language}-{theme}-{float(scale):.0%}-{number}-{scene}.png"
                good = program.window.grab().save(str(folder / name)) and good
            good = len(program.desk.reviews) == len(examples()) and good
            program.shut_down()
            program.window.hide()  # closing would ask what becomes of decisions kept nowhere
            program.forget_language()
    return good


def save_small(widget: QWidget, file: Path) -> bool:
    """Write a picture of `widget` in 256 of its colours: a third of the size.

    Of colours that are nearly alike the most frequent one is taken, so that a red sign stays red
    among hundreds of greys.
    """
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(image.constBits()).cast("I"))
    alike: dict[int, int] = {}
    for color, _ in counts.most_common():
        alike.setdefault(color & 0xF0F0F0, color)
    first = list(alike.values())[:256]
    table = first + [color for color, _ in counts.most_common(256 - len(first))]
    plain = Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, plain).save(str(file))


def take_guide_pictures() -> bool:
    """Write the pictures the user guide and the readmes show."""
    app = QApplication(sys.argv[:1])
    services = Services(load_pipeline, write_workbook, lambda settings: None, None)
    program = Program(app, Settings(theme="light", reviewer="周晓"), services)
    window, folder = program.window, resource("help", "images")
    show(window, GUIDE_SIZE)
    program.opener.open_paths(examples())
    wait_for(program)
    program.desk.select_element("A04")
    settle()
    good = save_small(window, folder / "window.png") and save_small(window, README_PICTURE)
    program.desk.select_element("A12")
    window.actions_by_id["decide_present"].trigger()
    program.desk.decide(comment="三份处罚决定书见附件二。")
    settle()
    good = save_small(window.docks.by_name["element"], folder / "element.png") and good
    program.desk.show(1)
    window.docks.by_name["notes"].raise_()
    while program.notes.busy:
        settle()
    good = save_small(window.docks.by_name["notes"], folder / "notes.png") and good
    program.shut_down()
    window.hide()
    return good


def main() -> int:
    """Take all pictures, in a process of its own for each scale."""
    if sys.argv[1] == "--guide":
        return 0 if take_guide_pictures() else 1
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        return 0 if take_pictures(folder, sys.argv[2]) else 1
    status = 0
    for scale in SCALES:
        command = [sys.executable, __file__, str(folder), scale]
        environment = {**os.environ, "QT_SCALE_FACTOR": scale}
        status |= subprocess.run(command, env=environment, check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
