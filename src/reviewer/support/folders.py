"""Where the program keeps its own files: in the user's folders, or beside itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

PORTABLE_FLAG = "portable.txt"
_NAME = "reviewer"


@dataclass(frozen=True, slots=True)
class Folders:
    """`config` holds the settings, `data` the project file; neither need exist yet."""

    config: Path
    data: Path


def own_folders(program: Path | None = None) -> Folders:
    """Return the folders of this user.

    Where a file portable.txt lies beside the program, everything stays beside the program, as on
    a memory stick. `program` is the folder of the built program, None for the running one.
    """
    import platformdirs

    beside = program or _program_folder()
    if beside is not None and (beside / PORTABLE_FLAG).is_file():
        return Folders(beside / "settings", beside / "data")
    return Folders(
        Path(platformdirs.user_config_dir(_NAME, appauthor=False)),
        Path(platformdirs.user_data_dir(_NAME, appauthor=False)),
    )


def _program_folder() -> Path | None:
    # Run from source, the executable is Python's own and nothing lies beside it.
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None
