"""The licences and the list of everything that is shipped, collected into the program's folder."""

from __future__ import annotations

import email.parser
import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from bundle.facts import PACKAGING, epoch, version
from bundle.parts import LOCKS, entries
from devtools.console import StepFailed, call, step
from devtools.environment import ROOT

FOLDER = "licences"
_FILE = re.compile(r"site-packages[\\/]+([^'\"]+)")
_LICENCE_NAME = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shipped:
    """A piece of software in the program; `licence` is an SPDX expression or words."""

    name: str
    version: str
    licence: str
    hashes: tuple[str, ...] = ()
    on_index: bool = True


def taken_files(work: Path) -> list[Path]:
    """Return PyInstaller's tables of the modules and files it took, from its work folder."""
    return [work / "reviewer" / f"{name}-00.toc" for name in ("PYZ", "COLLECT")]


def shipped_packages(site_packages: Path, tables: Iterable[Path]) -> list[Path]:
    """Return the .dist-info folders of the packages from which PyInstaller took any file.

    `tables` are the .toc files of its work folder, which name every source file.
    """
    taken: set[str] = set()
    for table in tables:
        found = _FILE.findall(table.read_text(encoding="utf-8"))
        taken |= {re.sub(r"[\\/]+", "/", path) for path in found}
    folders = sorted(site_packages.glob("*.dist-info"))
    return [folder for folder in folders if taken & _files_of(folder)]


def _files_of(info: Path) -> set[str]:
    lines = (info / "RECORD").read_text(encoding="utf-8").splitlines()
    names = {line.rsplit(",", 2)[0].strip('"') for line in lines}
    return {name for name in names if not PurePosixPath(name).parts[0].endswith(".dist-info")}


def describe(info: Path) -> Shipped:
    """Return what the metadata of a package say of it, with its hashes from the lock files."""
    read = email.parser.HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    name = re.sub(r"[-_.]+", "-", str(read["Name"])).lower()
    licence = (
        read["License-Expression"] or read["License"] or _classified(read.get_all("Classifier"))
    )
    hashes = tuple(
        digest
        for lock in LOCKS
        for entry in entries(lock)
        if entry.startswith(f"{name}==")
        for digest in re.findall(r"sha256:([0-9a-f]{64})", entry)
    )
    return Shipped(name, str(read["Version"]), str(licence).splitlines()[0], hashes)


def _classified(classifiers: list[str] | None) -> str:
    found = [c.split(" :: ")[-1] for c in classifiers or () if c.startswith("License :: ")]
    return found[-1] if found else "see its licence file"


def copy_licences(info: Path, target: Path) -> None:
    """Copy every licence text of a package into a folder named after it."""
    texts = [path for path in info.iterdir() if path.is_file() and _LICENCE_NAME.search(path.name)]
    if (info / "licenses").is_dir():
        texts += [path for path in (info / "licenses").rglob("*") if path.is_file()]
    target.mkdir()
    for path in sorted(texts):
        place = target / path.relative_to(info)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def collect_notices(
    program: Path,
    packages: Iterable[Path],
    standard_library: Path,
    others: Iterable[Shipped],
    python: str,
) -> None:
    """Write the folder of licences with the SBOM into `program`.

    `others` are what comes with no wheel of its own (CPython and its libraries); `python` runs the
    library that writes the SBOM.
    """
    step("Collecting licences and the list of software")
    folder = program / FOLDER
    shutil.copytree(PACKAGING / "licences", folder)
    shutil.copyfile(ROOT / "LICENSE", folder / "Reviewer.txt")
    shutil.copyfile(standard_library / "LICENSE.txt", folder / "Python.txt")
    software = list(others)
    for info in packages:
        software.append(describe(info))
        copy_licences(info, folder / software[-1].name)
    request = {
        "version": version(),
        "epoch": epoch(),
        "software": [asdict(item) for item in sorted(software, key=lambda item: item.name)],
    }
    asked = folder / "request.json"
    asked.write_text(json.dumps(request), encoding="utf-8")
    script = str(PACKAGING / "sbom.py")
    if call([python, script, str(asked), str(folder / "software.json")]) != 0:
        raise StepFailed("The list of software could not be written; see above.")
    asked.unlink()
