"""The wheels a build is made of: those of the lock files, fetched once, checked by hash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bundle.facts import BUILD, PACKAGING, empty
from devtools.console import StepFailed, call, step
from devtools.environment import RUN_LOCK

BUNDLE_LOCK = PACKAGING / "requirements-bundle.lock"
LOCKS = (RUN_LOCK, BUNDLE_LOCK)
WINDOWS_TAGS = ("--platform=win_amd64", "--python-version=3.11", "--implementation=cp")
QUIET = ("--quiet", "--no-input", "--disable-pip-version-check")


def entries(lock: Path) -> list[str]:
    """Return the lock's requirements, each with its hashes on one line."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def requirements(locks: Iterable[Path], platform: str) -> list[str]:
    """Return the requirements of `platform` ("linux" or "win32") without their markers.

    pip would ask the markers of the machine it runs on, not of the one it fetches for.
    """
    found = []
    for entry in (entry for lock in locks for entry in entries(lock)):
        pin, _, rest = entry.partition(" ")
        marker, _, hashes = rest.partition("--hash")
        if "sys_platform" not in marker or f'"{platform}"' in marker:
            found.append(f"{pin} --hash{hashes}")
    return found


def fetch_windows_wheels(python: str, locks: Iterable[Path] = LOCKS) -> Path:
    """Fetch the wheels for Windows with pip of `python`; return their folder."""
    folder = BUILD / "wheels-windows"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / "requirements.txt"
    wanted.write_text("\n".join(requirements(locks, "win32")) + "\n", encoding="utf-8")
    step("Fetching the wheels for Windows (checked against their hashes)")
    command = [python, "-m", "pip", "download", *QUIET, "--no-deps", "--only-binary=:all:"]
    command += [*WINDOWS_TAGS, "--require-hashes", "--dest", str(folder), "-r", str(wanted)]
    if call(command) != 0:
        raise StepFailed("The wheels could not be fetched; pip's own message stands above.")
    return folder


def install_windows_wheels(
    python: str, wheels: Path, target: Path, locks: Iterable[Path] = LOCKS
) -> None:
    """Install every fetched wheel but CPython's carrier into the folder `target`."""
    wanted = wheels / "installed.txt"
    lines = [line for line in requirements(locks, "win32") if not line.startswith("panda3d==")]
    wanted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [python, "-m", "pip", "install", *QUIET, "--no-deps", "--no-compile", "--no-index"]
    command += ["--only-binary=:all:", *WINDOWS_TAGS, "--require-hashes"]
    command += ["--find-links", str(wheels), "--target", str(empty(target)), "-r", str(wanted)]
    if call(command) != 0:
        raise StepFailed("The fetched wheels could not be installed; see pip's message above.")


def wheel(wheels: Path, name: str) -> Path:
    """Return the one wheel of `name`, as it is spelled in file names."""
    found = sorted(
        path for path in wheels.glob("*.whl") if path.name.lower().startswith(f"{name}-")
    )
    if len(found) != 1:
        raise StepFailed(f"Expected one wheel of {name} in {wheels}, found {len(found)}.")
    return found[0]
