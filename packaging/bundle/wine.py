"""Windows programs under Wine, in a prefix that belongs to one build or one proof alone."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bundle.facts import PACKAGING
from devtools.console import StepFailed, say

# No questions about Mono or Gecko; a crash ends the program instead of waiting in a debugger.
OVERRIDES = "mscoree=;mshtml=;winedbg.exe=;winemenubuilder.exe="
PATIENCE = 900.0
COMPILER = "x86_64-w64-mingw32-gcc"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program ended and what it wrote."""

    status: int
    out: bytes
    errors: bytes

    @property
    def text(self) -> str:
        """Everything it wrote, to be shown to a person."""
        return (self.out + self.errors).decode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class Wine:
    """A prefix and the variables its programs run with."""

    prefix: Path
    display: str | None = None
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def drive(self) -> Path:
        """What Windows programs see as C:."""
        return self.prefix / "drive_c"

    @property
    def profile(self) -> Path:
        """The folder of the user, where programs keep their own files."""
        return next(path for path in (self.drive / "users").iterdir() if path.name != "Public")

    def start(self) -> None:
        """Make the prefix, as Windows 10."""
        self.prefix.parent.mkdir(parents=True, exist_ok=True)
        self.run(["wineboot", "-i"])
        self.run(["winecfg", "-v", "win10"])
        self.settle()
        self.add("bcryptprimitives.c", "bcryptprimitives.dll", "-ladvapi32")

    def add(self, source: str, library: str, *flags: str) -> None:
        """Compile a file of windows/shim, which does for the prefix what Wine 8 cannot."""
        target = self.drive / "windows" / "system32" / library
        command = [COMPILER, "-shared", "-Os", "-s", "-o", str(target)]
        command += [str(PACKAGING / "windows" / "shim" / source), *flags]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            raise StepFailed(f"{COMPILER} failed: {made.stderr.strip()}")

    def run(self, command: Sequence[str], *, seconds: float = PATIENCE) -> Outcome:
        """Run a program, an .exe by its path here or a name Wine knows, and wait for its end.

        Wine 8 gives CPython no plain file for its output, so pipes are read here.
        """
        process = subprocess.Popen(
            ["wine", *command],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            out, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            self.stop()
            out, errors = process.communicate()
            return Outcome(124, out, errors + f"\nended after {seconds:.0f} s".encode())
        return Outcome(process.returncode, out, errors)

    def follow(self, command: Sequence[str], folder: Path) -> int:
        """Run a program in `folder` and show what it writes as it comes; return its status."""
        with subprocess.Popen(
            ["wine", *command],
            cwd=folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            for line in process.stdout or ():
                say(line.decode("utf-8", errors="replace").rstrip())
        return process.returncode

    @contextlib.contextmanager
    def started(self, command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
        """Run a program while the caller watches; it is ended with the block at the latest."""
        process = subprocess.Popen(
            ["wine", *command],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        # Its few words must not fill the pipe, and Wine wants it to be one.
        reading = threading.Thread(
            target=process.stdout.read if process.stdout else None, daemon=True
        )
        reading.start()
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                self.stop()
                process.wait()
            reading.join(10)

    def settle(self) -> None:
        """Wait until everything started in the prefix has ended."""
        self._server("-w")

    def stop(self) -> None:
        """End whatever still runs in the prefix."""
        self._server("-k")

    def windows_path(self, path: Path) -> str:
        """Return the name a Windows program knows `path` by."""
        resolved = path.resolve()
        if resolved.is_relative_to(self.drive.resolve()):
            inside = resolved.relative_to(self.drive.resolve())
            return "C:\\" + str(inside).replace("/", "\\")
        return "Z:" + str(resolved).replace("/", "\\")

    def _server(self, argument: str) -> None:
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver"
        try:
            subprocess.run(
                [server, argument],
                env=self._environment(),
                capture_output=True,
                check=False,
                timeout=120,
            )
        except subprocess.TimeoutExpired as late:
            raise StepFailed(f"Programs in {self.prefix} did not end.") from late

    def _environment(self) -> dict[str, str]:
        own = {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": OVERRIDES,
        }
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
        shown = {"DISPLAY": self.display} if self.display else {}
        return {**kept, **own, **shown, **self.variables}


# A display only where a picture is wanted; the Python here must not steer the one in there.
_NOT_HANDED_ON = frozenset(
    {"DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
)
