"""`dev.py build windows`: the portable .zip and the setup, on Linux through Wine or on Windows."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

from bundle import checks, facts, winpython
from bundle.archives import files_below, set_times, write_sums, write_zip
from bundle.notices import Shipped, collect_notices, shipped_packages, taken_files
from bundle.parts import BUNDLE_LOCK, fetch_windows_wheels
from bundle.wine import COMPILER, Wine
from devtools import system
from devtools.console import StepFailed, call, say, shown, step
from devtools.environment import RUN_LOCK, Environment

BASE = facts.BUILD / "windows"
PORTABLE = facts.DIST / f"{facts.PROGRAM}-{facts.version()}-portable.zip"
SETUP = facts.DIST / f"{facts.PROGRAM}-{facts.version()}-setup.exe"
# The programs a build on Linux calls, with the packages of Debian that bring them.
TOOLS = {
    "wine": "wine",
    COMPILER: "gcc-mingw-w64-x86-64-posix",
    "makensis": "nsis",
}
LARGEST_ZIP, LARGEST_FOLDER = 60_000_000, 150_000_000


def build() -> int:
    """Make both files in dist/; returns the exit status."""
    environment = Environment(folder=facts.BUILD / "venv")
    environment.ensure(RUN_LOCK, BUNDLE_LOCK)
    icon = make_icons(environment) / "reviewer.ico"
    if sys.platform == "win32":
        site_packages = Path(sysconfig.get_path("purelib", vars={"base": str(environment.folder)}))
        version = ".".join(map(str, sys.version_info[:3]))
        freeze = _freeze_on_windows(environment, icon)
    else:
        system.ensure_tools(TOOLS)
        python = winpython.make_windows_python(
            environment.python, fetch_windows_wheels(environment.python), BASE / "python"
        )
        site_packages = python.parent / "Lib" / "site-packages"
        version = winpython.interpreter_version(python.parent)
        freeze = _freeze_under_wine(python, icon)
    step("Building the program (PyInstaller)")
    freeze()
    program = BASE / "dist" / facts.COMMAND
    packages = shipped_packages(site_packages, taken_files(BASE / "work"))
    stdlib = Path(sysconfig.get_path("stdlib"))
    licences = stdlib if (stdlib / "LICENSE.txt").is_file() else stdlib.parent
    collect_notices(program, packages, licences, _beside_packages(version), environment.python)
    checks.check_windows(program, taken_files(BASE / "work")[0])
    sign(program / f"{facts.PROGRAM}.exe", program / f"{facts.COMMAND}.exe")
    return _pack(program, icon)


def make_icons(environment: Environment) -> Path:
    """Draw the program's icon in all sizes; return the folder."""
    if not system.ensure_qt_system():
        raise StepFailed("The icon is drawn by Qt, which needs the system packages named above.")
    folder = facts.BUILD / "icons"
    if call([environment.python, str(facts.PACKAGING / "make_icons.py"), str(folder)]) != 0:
        raise StepFailed("The icon could not be drawn; see above.")
    return folder


def sign(*files: Path) -> None:
    """Sign programs with the command in REVIEWER_SIGN, where one is set; {file} stands for each."""
    command = os.environ.get("REVIEWER_SIGN")
    for file in files if command else ():
        words = [word.replace("{file}", str(file)) for word in shlex.split(command or "")]
        step(f"Signing {file.name}")
        if call(words) != 0:
            raise StepFailed(f"{words[0]} could not sign {file}.")


def _freeze_under_wine(python: Path, icon: Path) -> Callable[[], None]:
    def freeze() -> None:
        prefix = facts.empty(BASE / "prefix")
        names = Wine(prefix).windows_path
        seen = {**facts.settled_environment(), "REVIEWER_ICON": names(icon)}
        wine = Wine(prefix, variables=seen)
        wine.start()
        arguments = _arguments(names(BASE / "dist"), names(BASE / "work"), names(facts.SPEC))
        done = wine.run([str(python), *arguments])
        wine.stop()
        _keep_log(done.status, done.out + done.errors)

    return freeze


def _freeze_on_windows(environment: Environment, icon: Path) -> Callable[[], None]:
    def freeze() -> None:
        arguments = _arguments(str(BASE / "dist"), str(BASE / "work"), str(facts.SPEC))
        done = subprocess.run(
            [environment.python, *arguments],
            env={**os.environ, **facts.settled_environment(), "REVIEWER_ICON": str(icon)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        _keep_log(done.returncode, done.stdout)

    return freeze


def _arguments(dist: str, work: str, spec: str) -> list[str]:
    flags = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    return [*flags, "--distpath", dist, "--workpath", work, spec]


def _keep_log(status: int, output: bytes) -> None:
    log = BASE / "pyinstaller.log"
    log.write_bytes(output)
    if status != 0:
        last = output.decode("utf-8", errors="replace").strip().splitlines()[-15:]
        raise StepFailed("\n".join([f"PyInstaller ended with status {status} ({log}):", *last]))


def _beside_packages(python: str) -> list[Shipped]:
    """Return what comes with Python itself and not as a package."""
    return [
        Shipped("cpython", python, "Python-2.0.1", on_index=False),
        Shipped(
            "pyinstaller-bootloader",
            _locked("pyinstaller"),
            "GPL-2.0-or-later WITH Bootloader-exception",
            on_index=False,
        ),
    ]


def _locked(name: str) -> str:
    lines = BUNDLE_LOCK.read_text(encoding="utf-8").splitlines()
    return next(line.split("==")[1].split(" ")[0] for line in lines if line.startswith(f"{name}=="))


def _pack(program: Path, icon: Path) -> int:
    moment = facts.epoch()
    facts.DIST.mkdir(exist_ok=True)
    set_times(program, moment)
    step(f"Packing {SETUP.name}")
    _make_setup(program, icon)
    sign(SETUP)
    step(f"Packing {PORTABLE.name}")
    portable = BASE / "portable"
    if portable.exists():
        shutil.rmtree(portable)
    shutil.copytree(program, portable)
    shutil.copyfile(facts.PACKAGING / "windows" / "portable.txt", portable / "portable.txt")
    write_zip(PORTABLE, portable, facts.PROGRAM, moment)
    software = facts.DIST / f"{facts.PROGRAM}-{facts.version()}-windows.cdx.json"
    shutil.copyfile(program / "licences" / "software.json", software)
    made = (PORTABLE, SETUP, software)
    write_sums(facts.DIST / "SHA256SUMS-windows.txt", made)
    size = sum(path.stat().st_size for path in files_below(program))
    say(f"   unpacked {size / 1e6:.1f} MB")
    for path in made:
        say(f"   {path} {path.stat().st_size / 1e6:.1f} MB")
    if size > LARGEST_FOLDER or PORTABLE.stat().st_size > LARGEST_ZIP:
        raise StepFailed("The program has grown over its bounds (60 MB packed, 150 MB unpacked).")
    return 0


def _make_setup(program: Path, icon: Path) -> None:
    defined = {"VERSION": facts.version(), "SOURCE": program, "TARGET": SETUP, "ICON": icon}
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    command += [f"-D{name}={value}" for name, value in defined.items()]
    if sys.platform != "win32":
        command.append("-DCPU=amd64-unicode")
    if os.environ.get("REVIEWER_SIGN"):
        command.append(f"-DSIGN={os.environ['REVIEWER_SIGN'].replace('{file}', '')}")
    command.append(str(facts.PACKAGING / "windows" / "setup.nsi"))
    if call(command, env=facts.settled_environment()) != 0:
        raise StepFailed(f"makensis could not make the setup: {shown(command)}")
