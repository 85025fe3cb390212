"""Windows itself, with what the smoke test asks of Wine elsewhere."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bundle.wine import Outcome


@dataclass(frozen=True, slots=True)
class Here:
    """This computer, which runs Windows; `drive` is a folder of the test's own."""

    drive: Path

    @property
    def profile(self) -> Path:
        """The folder of the user."""
        return Path.home()

    def start(self) -> None:
        """Make the folder."""
        self.drive.mkdir(parents=True, exist_ok=True)

    def run(self, command: Sequence[str], *, seconds: float) -> Outcome:
        """Run a program and wait for its end."""
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=seconds,
            )
        except subprocess.TimeoutExpired:
            return Outcome(124, b"", f"ended after {seconds:.0f} s".encode())
        return Outcome(done.returncode, done.stdout, done.stderr)

    def settle(self) -> None:
        """Nothing is left running here that could be waited for."""

    def stop(self) -> None:
        """Nothing is to be ended."""

    def windows_path(self, path: Path) -> str:
        """Return the path itself."""
        return str(path.resolve())
