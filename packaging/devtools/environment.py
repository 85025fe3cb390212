"""The environment .venv: made once, filled from the lock files, renewed when they change."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from devtools import system
from devtools.console import StepFailed, call, step

PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parents[2]
RUN_LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"
# Child processes talk UTF-8 on every system, whatever the console's code page.
CHILD_ENV = {"PYTHONUTF8": "1"}


def find_python() -> str:
    """Return a Python of the version the lock files were written for."""
    if sys.version_info[:2] == PYTHON:
        return sys.executable
    name = ".".join(map(str, PYTHON))
    found = shutil.which(f"python{name}")
    if found:
        return found
    if shutil.which("py"):
        asked = subprocess.run(
            ["py", f"-{name}", "-c", "import sys; print(sys.executable)"],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.returncode == 0:
            return asked.stdout.strip()
    raise StepFailed(
        f"This is Python {sys.version.split()[0]}, but Reviewer needs Python {name}; "
        f"install it and run this again."
    )


class Environment:
    """The folder .venv below `root`, or another `folder`."""

    def __init__(self, root: Path = ROOT, folder: Path | None = None) -> None:
        self.root = root
        self.folder = folder or root / ".venv"

    @property
    def python(self) -> str:
        """The environment's own interpreter."""
        return self.script("python")

    def script(self, name: str) -> str:
        """Return the path of a program the environment brings."""
        inside = ("Scripts", f"{name}.exe") if os.name == "nt" else ("bin", name)
        return str(self.folder.joinpath(*inside))

    def ensure(self, *locks: Path) -> None:
        """Make the environment and install what `locks` name, where that is not done yet."""
        missing = [lock for lock in locks if not self._installed(lock)]
        project = self.root / "pyproject.toml"
        if not missing and self._installed(project):
            return
        self._create()
        for lock in missing:
            step(f"Installing {lock.name} (checked against its hashes)")
            self._pip("--require-hashes", "--only-binary=:all:", "--requirement", str(lock))
            self._remember(lock)
        step("Installing Reviewer itself, editable")
        self._pip("--no-deps", "--no-build-isolation", "--editable", str(self.root))
        self._remember(project)

    def _stamp(self, source: Path) -> tuple[Path, str]:
        """Return the file that tells what was installed from `source`, and what it should say."""
        state = hashlib.sha256(str(self.root).encode() + source.read_bytes()).hexdigest()
        return self.folder / f"{source.stem}.installed", state

    def _installed(self, source: Path) -> bool:
        stamp, state = self._stamp(source)
        return stamp.is_file() and stamp.read_text(encoding="ascii") == state

    def _remember(self, source: Path) -> None:
        stamp, state = self._stamp(source)
        stamp.write_text(state, encoding="ascii")

    def _create(self) -> None:
        python = find_python()
        if self._usable():
            return
        if python == sys.executable:
            system.ensure_venv_module()
        step(f"Making {self.folder}")
        if call([python, "-m", "venv", "--clear", str(self.folder)]) != 0:
            raise StepFailed(f"{self.folder} could not be made; is there space and may you write?")

    def _usable(self) -> bool:
        """Tell whether the environment's interpreter starts, is the right one and has pip."""
        test = f"import sys, pip; sys.exit(sys.version_info[:2] != {PYTHON})"
        try:
            asked = subprocess.run([self.python, "-c", test], capture_output=True, check=False)
        except OSError:
            return False
        return asked.returncode == 0

    def _pip(self, *arguments: str) -> None:
        quiet = ("--quiet", "--no-input", "--disable-pip-version-check")
        if call([self.python, "-m", "pip", "install", *quiet, *arguments]) != 0:
            raise StepFailed(
                "pip could not install the packages (its own message stands above). They come from "
                "the package index pip is set up for: check the network, or pip's own settings."
            )
