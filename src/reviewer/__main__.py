"""`python -m reviewer`: without arguments the window, otherwise the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.support.errors import ReviewerError
from reviewer.support.messages import Language
from reviewer.support.resources import only_examples

if TYPE_CHECKING:
    from reviewer.export.paper.model import Paper


def main() -> int:
    """Run the program and return its exit status."""
    if getattr(sys, "frozen", False):
        # The built program is started once more to read reports; this is where that one goes on.
        from multiprocessing import freeze_support

        freeze_support()
    if sys.argv[1:2] == ["--selftest"]:
        return _prove(sys.argv[2:])
    from reviewer.cli.main import main as command_line

    return command_line(_as_command(sys.argv[1:]), _open_window, _load_pdf)


def _as_command(arguments: Sequence[str]) -> Sequence[str]:
    # Dropping files and folders on the program's icon starts it with nothing but their paths. A
    # folder's path is whole then; "check" alone is the command, whatever folders there are.
    paths = [Path(argument) for argument in arguments]
    if all(path.is_file() or (path.is_absolute() and path.is_dir()) for path in paths):
        return ["gui", *arguments]
    return arguments


def _prove(arguments: Sequence[str]) -> int:
    # Not a command of the command line: it is for whoever builds or installs the program.
    if not arguments:
        return 2
    from reviewer.gui.selftest import run_selftest

    return run_selftest(arguments)


def _open_window(files: Sequence[str], language: Language | None) -> int:
    try:
        from reviewer.gui.starting import run
    except ImportError as error:
        raise ReviewerError("window-unavailable", problem=error) from error
    return run(files, language=language, trying=only_examples(files))


def _load_pdf() -> Callable[[Paper], bytes]:
    try:
        from reviewer.gui.paper.pdf import WindowlessPdf
    except ImportError as error:
        raise ReviewerError("pdf-unavailable") from error
    return WindowlessPdf()


if __name__ == "__main__":
    sys.exit(main())
