"""What every build asks for: names, version, folders and the one time that stands in its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from devtools.console import StepFailed
from devtools.environment import ROOT

PROGRAM = "报告评查"
COMMAND = "reviewer"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
PACKAGING = ROOT / "packaging"
SPEC = PACKAGING / "reviewer.spec"


def version() -> str:
    """Return the program's version without importing it."""
    text = (ROOT / "src" / "reviewer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([\d.]+)"', text)
    if found is None:
        raise StepFailed("src/reviewer/__init__.py names no version.")
    return found[1]


def epoch() -> int:
    """Return the seconds that stand in all files: SOURCE_DATE_EPOCH, else the commit's time."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    if shutil.which("git"):
        asked = subprocess.run(
            ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.returncode == 0:
            return int(asked.stdout)
    raise StepFailed("This is no git clone: set SOURCE_DATE_EPOCH to the release's time.")


def settled_environment() -> dict[str, str]:
    """Return the variables that make a build come out the same every time."""
    return {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }


def empty(folder: Path) -> Path:
    """Make `folder`, with nothing in it."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder
