"""A bare Debian 11 in a folder, to build in: what comes out runs on UOS 20 and Kylin V10 too.

A program asks for the C library (glibc) of the machine it was built on or newer; Debian 12 has
2.36, those systems 2.28 and 2.31. Debian 11 has 2.31, and linux/old_python.sh gets around the few
things in Python and SQLite that 2.28 lacks; the wheels keep to 2.28 by themselves.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from bundle import facts
from devtools import system
from devtools.console import StepFailed, say, step
from devtools.environment import ROOT

GLIBC = (2, 28)
RELEASE, RELEASE_GLIBC = "bullseye", (2, 31)
FOLDER = facts.BUILD / "debian-11"
SCRIPT = facts.PACKAGING / "linux" / "old_python.sh"
PYTHON = "/opt/python3.11/bin/python3.11"
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
_STAMP = "made-by"
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
    if own_glibc() <= RELEASE_GLIBC:
        return False
    if os.geteuid() == 0 and shutil.which("apt-get"):  # type: ignore[attr-defined,unused-ignore]
        return True
    say("   Only root on Debian can build in a bare Debian 11; what is built here asks for this")
    say("   system's own C library (glibc) or a newer one.")
    return False


def build() -> int:
    """Run `dev.py build linux` inside Debian 11 and fetch what it made; returns the exit status."""
    _ensure_system()
    project = FOLDER / "root" / "reviewer"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(*_NOT_COPIED), symlinks=True)
    step("Building inside Debian 11")
    status = _inside([PYTHON, f"/root/{project.name}/packaging/dev.py", "build", "linux"])
    if status != 0:
        return status
    facts.DIST.mkdir(exist_ok=True)
    for made in sorted((project / "dist").iterdir()):
        shutil.copy2(made, facts.DIST / made.name)
        say(f"   {facts.DIST / made.name}")
    return 0


def expect_old_enough(glibc: str) -> None:
    """Raise StepFailed where a build on an old system asks for more than the oldest one has."""
    if own_glibc() <= RELEASE_GLIBC and version(glibc) > GLIBC:
        raise StepFailed(
            f"The program needs glibc {glibc}; UOS 20 has {'.'.join(map(str, GLIBC))}."
        )


def _ensure_system() -> None:
    stamp = FOLDER / _STAMP
    wanted = hashlib.sha256(SCRIPT.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    system.ensure_tools({"debootstrap": "debootstrap"})
    log = facts.BUILD / "debian-11.log"
    step(f"Making a bare Debian 11 with Python 3.11 in {FOLDER} (some minutes; see {log})")
    facts.empty(FOLDER)
    with log.open("wb") as output:
        _logged(["debootstrap", "--variant=minbase", RELEASE, str(FOLDER)], output.fileno(), log)
        if CERTIFICATES.is_file():
            target = FOLDER / CERTIFICATES.relative_to("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CERTIFICATES, target)
        shutil.copyfile(SCRIPT, FOLDER / "root" / SCRIPT.name)
        packages = sorted({*system.QT_LIBRARIES.values(), "binutils"})
        script = ["chroot", str(FOLDER), "sh", f"/root/{SCRIPT.name}", *packages]
        _logged(script, output.fileno(), log)
    stamp.write_text(wanted, encoding="ascii")


def _logged(command: list[str], output: int, log: Path) -> None:
    done = subprocess.run(command, stdout=output, stderr=output, env=_environment(), check=False)
    if done.returncode != 0:
        raise StepFailed(f"{command[0]} ended with status {done.returncode}; see {log}.")


def _inside(command: list[str]) -> int:
    return subprocess.run(
        ["chroot", str(FOLDER), *command], env=_environment(), check=False
    ).returncode


def _environment() -> dict[str, str]:
    """Return this machine's settings for pip and proxies, and nothing else of it."""
    passed = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("PIP_") or name.lower().endswith("_proxy")
    }
    own = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    return {**passed, **own, **facts.settled_environment()}
