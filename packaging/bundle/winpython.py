"""Windows' own CPython, put together on Linux from pinned wheels and the standard library here.

The interpreter and its modules are those of python.org, as the wheel of panda3d carries them
(nothing of panda3d itself is taken); the C runtime is the newer one of PySide6's wheel.
python3.dll, which PySide6 wants and neither has, is made of forwarders. On Windows itself none of
this is needed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path

from bundle.facts import PACKAGING, empty
from bundle.parts import install_windows_wheels, wheel
from bundle.wine import COMPILER
from devtools.console import StepFailed, say, step

LIBRARIES = frozenset({"libffi-8.dll", "sqlite3.dll"})
RUNTIME = ("vcruntime140.dll", "vcruntime140_1.dll")
# Their libraries are not taken.
UNWANTED = frozenset({"_tkinter.pyd", "_ssl.pyd", "_hashlib.pyd"})
LEFT_OUT = frozenset(
    {"test", "tests", "idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip", "__pycache__"}
    | {"site-packages", "dist-packages", "lib-dynload", "idle_test"}
)


def make_windows_python(python: str, wheels: Path, target: Path) -> Path:
    """Build the interpreter with all locked packages in `target`; return its python.exe."""
    make_interpreter(wheels, target)
    install_windows_wheels(python, wheels, target / "Lib" / "site-packages")
    return target / "python.exe"


def make_interpreter(wheels: Path, target: Path) -> None:
    """Build the interpreter alone in `target`."""
    step("Making the Windows Python")
    dlls = empty(target) / "DLLs"
    dlls.mkdir()
    _take_interpreter(wheel(wheels, "panda3d"), target, dlls)
    with zipfile.ZipFile(wheel(wheels, "pyside6_essentials")) as packed:
        for name in RUNTIME:
            (target / name).write_bytes(packed.read(f"PySide6/{name}"))
    _copy_standard_library(target / "Lib")
    _compile(target)
    say(f"   CPython {interpreter_version(target)}")


def interpreter_version(target: Path) -> str:
    """Return the version that python311.dll states of itself."""
    text = (target / "python311.dll").read_bytes().decode("utf-16-le", errors="ignore")
    found = re.search(r"3\.11\.\d+", text)
    if found is None:
        raise StepFailed("python311.dll states no version; has the wheel of panda3d changed?")
    return found[0]


def _take_interpreter(carrier: Path, target: Path, dlls: Path) -> None:
    with zipfile.ZipFile(carrier) as packed:
        for member in packed.namelist():
            folder, _, name = member.rpartition("/")
            if folder != "deploy_libs" or name in UNWANTED:
                continue
            if name == "python311.dll":
                (target / name).write_bytes(packed.read(member))
            elif name.endswith(".pyd") or name in LIBRARIES:
                (dlls / name).write_bytes(packed.read(member))


def _copy_standard_library(target: Path) -> None:
    """Copy the pure-Python part of the standard library of the Python that runs this."""

    def left_out(_: str, names: list[str]) -> list[str]:
        compiled = (".so", ".a", ".pyc")
        own = ("_sysconfigdata", "config-3")
        return [n for n in names if n in LEFT_OUT or n.startswith(own) or n.endswith(compiled)]

    shutil.copytree(sysconfig.get_path("stdlib"), target, ignore=left_out)


def _compile(target: Path) -> None:
    windows = PACKAGING / "windows"
    # python3.dll is shipped: neither the time of the day nor the folder it is made in is in it.
    shared = [COMPILER, "-Os", "-s", "-Wl,--no-insert-timestamp"]
    library = [
        *shared,
        "-shared",
        "-nostdlib",
        "-Wl,--image-base=0x180000000",
        "-o",
        str(target / "python3.dll"),
    ]
    library += [str(windows / "forwarder.c"), str(windows / "python3.def")]
    program = [*shared, "-municode", "-o", str(target / "python.exe")]
    program += [str(windows / "launcher.c"), str(target / "python311.dll")]
    for command in (library, program):
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            raise StepFailed(f"{COMPILER} failed: {made.stderr.strip()}")
