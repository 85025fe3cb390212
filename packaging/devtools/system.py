"""What the operating system must have: Qt's shared libraries, a Chinese font, Python's venv."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from devtools.console import StepFailed, call, say, shown, step

# Everything that PySide6-Essentials' QtWidgets and its xcb, offscreen and minimal plugins link to
# beyond the C library, with the package of Debian and Ubuntu that brings it.
QT_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
CJK_FONT_PACKAGE = "fonts-noto-cjk"
CJK_FONT_FILES = ("*CJK*", "*SourceHan*", "wqy*", "*uming*", "*ukai*", "*DroidSansFallback*")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(found: Callable[[str], bool] = loads) -> list[str]:
    """Return the packages that bring the Qt libraries this machine lacks."""
    return sorted({package for name, package in QT_LIBRARIES.items() if not found(name)})


def has_cjk_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Tell whether a font with Chinese glyphs is installed."""
    if shutil.which("fc-list"):
        listed = subprocess.run(
            ["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=False
        )
        if listed.stdout.strip():
            return True
    roots = [Path(folder).expanduser() for folder in folders]
    return any(next(root.rglob(name), None) for root in roots for name in CJK_FONT_FILES)


def root_prefix() -> list[str] | None:
    """Return what to put before a command to run it as root, None where that is not allowed."""
    if os.geteuid() == 0:  # type: ignore[attr-defined,unused-ignore]
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def apt_command(packages: Iterable[str]) -> list[str]:
    """Return the command that installs `packages`."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def install(packages: list[str]) -> bool:
    """Install Debian packages where allowed; otherwise print the command and return False."""
    by_hand = f"sudo apt-get update && sudo {shown(apt_command(packages))}"
    if shutil.which("apt-get") is None:
        say(f"   This system has no apt-get; install what Debian calls: {' '.join(packages)}")
        return False
    prefix = root_prefix()
    if prefix is None:
        say(f"   Not allowed to install system packages. Please run:\n   {by_hand}")
        return False
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    for command in (
        ["apt-get", "update", "-qq"],
        apt_command(["-qq", "-o=Dpkg::Use-Pty=0", *packages]),
    ):
        if call([*prefix, *quiet, *command]) != 0:
            say("   Installing failed (no network, or a package is unknown here). By hand:")
            say(f"   {by_hand}")
            return False
    return True


def ensure_venv_module() -> None:
    """Make sure that Python can create environments; Debian keeps that in a package of its own."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    step(f"System package needed: {package}, without which Python cannot make .venv")
    if not install([package]):
        raise StepFailed(f"Python lacks its venv module; install {package} and run this again.")


def ensure_tools(packages: Mapping[str, str]) -> None:
    """Install the Debian packages whose programs, the keys of `packages`, are missing here."""
    missing = sorted({brought for tool, brought in packages.items() if not shutil.which(tool)})
    if not missing:
        return
    step(f"System packages needed: {' '.join(missing)}")
    if not install(missing):
        raise StepFailed(f"These packages are missing: {' '.join(missing)}.")


def ensure_qt_system() -> bool:
    """Install what Qt and Chinese text need on Linux; returns whether a window can be opened.

    A missing font is no reason to stop: the window opens, with boxes instead of characters.
    """
    if sys.platform != "linux":
        return True
    wanted = missing_libraries()
    if not has_cjk_font():
        wanted.append(CJK_FONT_PACKAGE)
    if wanted:
        step(f"System packages needed: {' '.join(wanted)}")
        install(wanted)
    return not missing_libraries()


def ensure_libreoffice() -> bool:
    """Make sure that LibreOffice is there; tell whether it is."""
    if shutil.which("soffice"):
        return True
    step("Installing LibreOffice")
    return install(["libreoffice-calc-nogui", "libreoffice-writer-nogui"])
