"""The log file, and what a crash of the interpreter itself leaves behind."""

from __future__ import annotations

import faulthandler
import logging
import platform
import traceback
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

import reviewer

LOG_NAME = "reviewer.log"
CRASH_NAME = "crash.txt"
_LARGEST = 500_000  # bytes of one log file
_OLDER = 2  # files kept beside it
_LAST_LINES = 40
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@dataclass(slots=True)
class Logbook:
    """Where the log is; `crash` is what the last run left when it crashed, empty if it did not."""

    file: Path
    crash: str
    _handler: logging.Handler
    _watch: TextIO

    def last_lines(self) -> str:
        """Return the end of the log."""
        self._handler.flush()
        text = self.file.read_text(encoding="utf-8", errors="replace") if self.file.exists() else ""
        return "\n".join(text.splitlines()[-_LAST_LINES:])

    def close(self) -> None:
        """Stop writing; a run that ends well leaves no trace of a crash."""
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        faulthandler.disable()
        self._watch.close()
        self.file.with_name(CRASH_NAME).unlink(missing_ok=True)


def open_logbook(folder: Path) -> Logbook | None:
    """Begin to log into `folder`, and to watch for crashes; None where nothing can be written."""
    crash = folder / CRASH_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        left = crash.read_text(encoding="utf-8", errors="replace") if crash.exists() else ""
        watch = crash.open("w", encoding="utf-8")
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=_LARGEST, backupCount=_OLDER, encoding="utf-8", delay=True
        )
    except OSError:
        logging.getLogger(__name__).warning("no log can be written to %s", folder)
        return None
    handler.setFormatter(logging.Formatter(_FORM))
    logging.getLogger().addHandler(handler)
    faulthandler.enable(watch)
    if left.strip():
        logging.getLogger(__name__).error("the last run crashed:\n%s", left)
    return Logbook(folder / LOG_NAME, left.strip(), handler, watch)


def crash_details(error: BaseException | None = None, log: str = "") -> str:
    """Return what a maintainer needs to know, ready to be copied: versions, error, log."""
    lines = [
        f"Reviewer {reviewer.__version__}, Python {platform.python_version()}, "
        f"{platform.platform()}"
    ]
    if error is not None:
        lines += ["", "".join(traceback.format_exception(error)).rstrip()]
    if log:
        lines += ["", log]
    return "\n".join(lines)
