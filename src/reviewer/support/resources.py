"""Where resources/ is: beside the source, inside the wheel, or in the built program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below resources/."""
    return _root().joinpath(*parts)


def bundled_examples() -> list[str]:
    """Return the paths of the example reports that come with the program.

    The poor one comes first: there is more to find in it.
    """
    found = sorted(resource("examples").iterdir(), key=lambda path: path.suffix, reverse=True)
    return [str(path.resolve()) for path in found]


def only_examples(files: Sequence[str]) -> bool:
    """Tell whether there are files and all of them are bundled examples."""
    return bool(files) and {str(Path(file).resolve()) for file in files} <= {*bundled_examples()}


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parents[1]
    packaged = package / "resources"
    return packaged if packaged.is_dir() else package.parents[1] / "resources"
