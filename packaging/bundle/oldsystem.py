"""Debian 11 as the place to build in: what comes out runs on UOS 20 and Kylin V10 too.

A program asks for the C library (glibc) of the machine it was built on or a newer one; Debian 12
has 2.36, those systems 2.28 and 2.31. Debian 11 has 2.31, and linux/old_python.sh gets around the
few things in Python and SQLite that 2.28 lacks; the wheels keep to 2.28 by themselves.
"""

from __future__ import annotations

import os
import shutil

from bundle import facts, fcitx
from bundle.debian import Debian
from devtools import system
from devtools.console import StepFailed, say, step
from devtools.environment import ROOT

GLIBC, DEBIAN_GLIBC = (2, 28), (2, 31)
PYTHON = "/opt/python3.11/bin/python3.11"
DEBIAN = Debian(
    11,
    "bullseye",
    facts.PACKAGING / "linux" / "old_python.sh",
    tuple(sorted({*system.QT_LIBRARIES.values(), "binutils"})),
)
_NOT_COPIED = (".*", "build", "dist", "__pycache__")


def version(text: str) -> tuple[int, ...]:
    """Return the numbers of a version such as "2.36"."""
    return tuple(map(int, text.split(".")))


def own_glibc() -> tuple[int, ...]:
    """Return the version of the C library of the system this runs on."""
    named = os.confstr("CS_GNU_LIBC_VERSION")  # type: ignore[attr-defined,unused-ignore]
    if named is None:
        raise StepFailed("This system does not tell the version of its C library (glibc).")
    return version(named.split()[-1])


def is_of_use() -> bool:
    """Tell whether this system is too new to build on, and may be left for Debian 11."""
    if own_glibc() <= DEBIAN_GLIBC:
        return False
    if os.geteuid() == 0 and shutil.which("apt-get"):  # type: ignore[attr-defined,unused-ignore]
        return True
    say("   Only root on Debian can build in a bare Debian 11; what is built here asks for this")
    say("   system's own C library (glibc) or a newer one, and takes no input from fcitx.")
    return False


def build() -> int:
    """Run `dev.py build linux` inside Debian 11 and fetch what it made; returns the exit status."""
    DEBIAN.ensure()
    fcitx.lay_sources(DEBIAN.folder)
    project = DEBIAN.folder / "root" / "reviewer"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(*_NOT_COPIED), symlinks=True)
    step("Building inside Debian 11")
    status = DEBIAN.run([PYTHON, f"/root/{project.name}/packaging/dev.py", "build", "linux"])
    if status != 0:
        return status
    facts.DIST.mkdir(exist_ok=True)
    for made in sorted((project / "dist").iterdir()):
        shutil.copy2(made, facts.DIST / made.name)
        say(f"   {facts.DIST / made.name}")
    return 0


def expect_old_enough(glibc: str) -> None:
    """Raise StepFailed where a build on an old system asks for more than the oldest one has."""
    if own_glibc() <= DEBIAN_GLIBC and version(glibc) > GLIBC:
        least = ".".join(map(str, GLIBC))
        raise StepFailed(f"The program needs glibc {glibc}; UOS 20 has {least}.")
