"""Named steps on the terminal, and the one error that ends a command with a clear sentence."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence


class StepFailed(Exception):
    """A step that went wrong; its text says what happened and what to do."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before what a child process prints."""
    print(text, flush=True)


def step(name: str) -> None:
    """Announce a step."""
    say(f"== {name}")


def shown(command: Sequence[str]) -> str:
    """Return a command as a person would type it."""
    return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)


def call(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, quiet: bool = False
) -> int:
    """Run a command with its output on the terminal, without its errors where `quiet`.

    Returns its exit status; a signal that ended it is named.
    """
    errors = subprocess.DEVNULL if quiet else None
    try:
        ran = subprocess.run(command, env={**os.environ, **(env or {})}, stderr=errors, check=False)
    except FileNotFoundError as error:
        raise StepFailed(f"{command[0]} is not installed on this machine.") from error
    if ran.returncode < 0:
        say(f"   ENDED BY {signal.Signals(-ran.returncode).name}: {shown(command)}")
    return ran.returncode


def end_when_nobody_reads() -> None:
    """Let `| head` end this process in silence, as it ends other commands."""
    if os.name != "nt":
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def speak_utf8() -> None:
    """Keep Chinese file names from ending the program on a terminal that cannot show them."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
