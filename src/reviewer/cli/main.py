"""From the arguments of the process to its exit status."""

from __future__ import annotations

import argparse
import codecs
import errno
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TextIO

from reviewer import __version__
from reviewer.cli.arguments import HelpAskedError, language_asked_for, parse
from reviewer.support.errors import ReviewerError, Unconfirmed, UsageError
from reviewer.support.messages import DEFAULT_LANGUAGE, Language, load_messages

if TYPE_CHECKING:
    from reviewer.cli.session import LoadsPdf

_SILENT_COMMANDS = ("gui", "export")  # what they do is done without a word on the output

OpenWindow = Callable[[Sequence[str], Language | None], int]


def main(arguments: Sequence[str], open_window: OpenWindow, load_pdf: LoadsPdf) -> int:
    """Run the command line and return its exit status.

    0 everything was done, 1 at least one file could not be, 2 wrong usage or something to be
    confirmed first. `open_window` is called
    for `gui`, with the files and the language if one was asked for, `load_pdf` for what makes PDFs.
    """
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    asked = language_asked_for(arguments)
    language = asked or DEFAULT_LANGUAGE
    try:
        status = _run(arguments, language, lambda files: open_window(files, asked), load_pdf)
        _flush(sys.stdout)
    except BrokenPipeError:
        # Whoever read the output has had enough (`| head`): nothing went wrong here.
        _silence(sys.stdout)
        return 0
    except OSError as error:
        if error.filename is not None:  # not a write to the output: a defect, to be seen whole
            raise
        _silence(sys.stdout)
        if os.name == "nt" and error.errno == errno.EINVAL:
            return 0  # what Windows calls a broken pipe
        failed = ReviewerError("output-failed", problem=error)
        return _say_error(failed, language)
    except KeyboardInterrupt:
        return 130
    return status


def _run(
    arguments: Sequence[str],
    language: Language,
    open_window: Callable[[Sequence[str]], int],
    load_pdf: LoadsPdf,
) -> int:
    try:
        parsed = parse(arguments)
        if sys.stdout is None and parsed.command not in _SILENT_COMMANDS:
            raise ReviewerError("output-closed")
        if parsed.version:
            print(f"reviewer {__version__}")
            return 0
        if parsed.command == "gui":
            return open_window(parsed.files)
        return _command(parsed, language, load_pdf)
    except HelpAskedError as asked:
        if sys.stdout is None:
            return _say_error(ReviewerError("output-closed"), language)
        print(load_messages(language).say(asked.page).strip())
        return 0
    except ReviewerError as error:
        return _say_error(error, language)


def _command(parsed: argparse.Namespace, language: Language, load_pdf: LoadsPdf) -> int:
    from reviewer.cli.commands import COMMANDS
    from reviewer.cli.session import Session

    encoding = getattr(parsed, "encoding", None)
    if encoding is not None:
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise UsageError("usage-unknown-encoding", encoding=encoding) from error
    return COMMANDS[parsed.command](parsed, Session(load_messages(language), load_pdf))


def _say_error(error: ReviewerError, language: Language) -> int:
    messages = load_messages(language)
    said = "says-question" if isinstance(error, Unconfirmed) else "says-error"
    print(messages.say(said, {"message": messages.of(error)}), file=sys.stderr)
    return error.exit_status


def _flush(stream: TextIO | None) -> None:
    # A windowed program on Windows has no streams.
    if stream is not None:
        stream.flush()


def _speak_utf8(stream: TextIO | None) -> None:
    # Broken file names (lone surrogates) come out
    # as \udcxx, which is also what JSON calls them.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence(stream: TextIO) -> None:
    # The interpreter flushes at exit once more; let that go nowhere.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
