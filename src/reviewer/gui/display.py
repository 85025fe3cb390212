"""Begins Qt; where it can show no window, that is said in words of the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reviewer.support.errors import ReviewerError
from reviewer.support.messages import Language, load_messages


def open_application(arguments: Sequence[str], language: Language) -> QApplication:
    """Return Qt's application; without a display this ends the process with a sentence."""
    told: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        told.append(text.strip())
        if kind == QtMsgType.QtFatalMsg:
            # Qt aborts the process as soon as this returns.
            error = ReviewerError("window-no-display", problem=told[0])
            messages = load_messages(language)
            _say(messages.say("says-error", {"message": messages.of(error)}))
            os._exit(ReviewerError.exit_status)

    before = qInstallMessageHandler(hear)
    application = QApplication(list(arguments))
    qInstallMessageHandler(before)
    for text in told:
        _say(text)
    return application


def _say(text: str) -> None:
    if sys.stderr is not None:  # as it is in a windowed program on Windows
        print(text, file=sys.stderr, flush=True)
