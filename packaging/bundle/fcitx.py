"""The plugin for fcitx, the input method of UOS, Kylin and Debian, which PySide6 does not bring.

Without it nobody could type Chinese there. Qt's own tools (of Debian 13, which has the same Qt 6.8)
write the generated part of its source; the compiler of Debian 11 makes the plugin.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bundle import facts
from bundle.debian import Debian
from bundle.notices import Shipped
from bundle.parts import entries
from devtools.console import StepFailed, call, step
from devtools.environment import RUN_LOCK

SCRIPTS = facts.PACKAGING / "linux"
QT_TOOLS = Debian(13, "trixie", SCRIPTS / "fcitx_sources.sh")
SOURCES = Path("/usr/src/fcitx")  # inside either system
LICENCE = "COPYING.BSD"


def lay_sources(system: Path) -> None:
    """Put source, generated source and Qt's headers below the root `system`. Raises StepFailed."""
    QT_TOOLS.ensure()
    made, target = (root / SOURCES.relative_to("/") for root in (QT_TOOLS.folder, system))
    has, wanted = (made / "qt-version").read_text(encoding="ascii").strip(), _qt_version()
    if has.rpartition(".")[0] != wanted.rpartition(".")[0]:
        raise StepFailed(f"Debian 13 has Qt {has}, the program Qt {wanted}: no plugin for fcitx.")
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target, symlinks=True)


def add_plugin(qt: Path) -> Shipped | None:
    """Compile the plugin into the folder `qt` of PySide6, where this system has its sources."""
    if not SOURCES.is_dir():
        return None
    step("Compiling the plugin for fcitx")
    if call(["sh", str(SCRIPTS / "fcitx_plugin.sh"), str(SOURCES), str(qt)]) != 0:
        raise StepFailed("The plugin for fcitx could not be compiled; see above.")
    number = (SOURCES / "version").read_text(encoding="ascii").strip()
    return Shipped("fcitx-qt5", number, "BSD-3-Clause", on_index=False)


def _qt_version() -> str:
    found = (re.match(r"pyside6-essentials==([\d.]+)", entry) for entry in entries(RUN_LOCK))
    return next(match[1] for match in found if match)
