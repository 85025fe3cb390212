"""Where resources/ is: beside the source, inside the wheel, or in the built program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below resources/."""
    return _root().joinpath(*parts)


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parents[1]
    packaged = package / "resources"
    return packaged if packaged.is_dir() else package.parents[1] / "resources"
