"""`dev.py build linux`: a .tar.gz and a .deb with everything but the system's own libraries."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from bundle import checks, facts, fcitx, oldsystem
from bundle.archives import set_times, tar_gz, write_ar, write_sums, write_tar
from bundle.notices import FOLDER, Shipped, collect_notices, shipped_packages, taken_files
from bundle.parts import BUNDLE_LOCK
from bundle.windows import make_icons
from devtools import system
from devtools.console import StepFailed, call, say, step
from devtools.environment import ROOT, RUN_LOCK, Environment

BASE = facts.BUILD / "linux"
ARCHIVE = facts.DIST / f"{facts.COMMAND}-{facts.version()}-linux-x86_64.tar.gz"
DEB = facts.DIST / f"{facts.COMMAND}_{facts.version()}_amd64.deb"
TOOLS = {"objdump": "binutils"}
SHARED_PYTHON = "libpython3.11.so.1.0"
# What every desktop has, and no two versions of which may meet in one process.
DEPENDS = (
    *("libegl1", "libgl1", "libx11-6", "libx11-xcb1", "libxcb1", "libdbus-1-3", "libfontconfig1"),
    *("libfreetype6", "libglib2.0-0", "libstdc++6", "zlib1g", "libxcb-glx0", "libxcb-randr0"),
    *("libxcb-render0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0"),
    "libxcb-xkb1",
)
_TABLE = re.compile(r"\('[^']*', '((?:/usr)?/lib/[^']+)', 'BINARY'\)")


def build() -> int:
    """Make both files in dist/; returns the exit status."""
    if sys.platform != "linux":
        raise StepFailed("The files for Linux are built on Linux.")
    if oldsystem.is_of_use():
        return oldsystem.build()
    system.ensure_tools(TOOLS)
    _ensure_shared_python()
    environment = Environment(folder=facts.BUILD / "venv")
    environment.ensure(RUN_LOCK, BUNDLE_LOCK)
    icons = make_icons(environment)
    site_packages = environment.folder / "lib" / "python3.11" / "site-packages"
    plugin = fcitx.add_plugin(site_packages / "PySide6" / "Qt")
    step("Building the program (PyInstaller)")
    _freeze(environment)
    program = BASE / "dist" / facts.COMMAND
    tables = taken_files(BASE / "work")
    stdlib = Path(sysconfig.get_path("stdlib"))
    python = Shipped("cpython", sys.version.split()[0], "Python-2.0.1", on_index=False)
    libraries, texts = system_libraries(tables)
    if plugin:
        libraries.append(plugin)
        texts[plugin.name] = fcitx.SOURCES / fcitx.LICENCE
    packages = shipped_packages(site_packages, tables)
    collect_notices(program, packages, stdlib, [python, *libraries], environment.python)
    for package, text in texts.items():
        shutil.copyfile(text, program / FOLDER / f"{package}.txt")
    checks.check_linux(program, tables[0])
    return _pack(program, icons)


def _ensure_shared_python() -> None:
    """Debian keeps the interpreter's library in a package of its own."""
    beside = Path(sys.base_prefix) / "lib" / SHARED_PYTHON
    if beside.is_file() or system.loads(SHARED_PYTHON):
        return
    step(f"System package needed: libpython3.11, which holds {SHARED_PYTHON}")
    if not system.install(["libpython3.11"]):
        raise StepFailed(f"This Python has no {SHARED_PYTHON}, which the program starts with.")


def _freeze(environment: Environment) -> None:
    log = BASE / "pyinstaller.log"
    facts.empty(BASE)
    flags = ["--noconfirm", "--clean", "--log-level=WARN", str(facts.SPEC)]
    places = ["--distpath", str(BASE / "dist"), "--workpath", str(BASE / "work")]
    with log.open("wb") as output:
        done = subprocess.run(
            [environment.python, "-m", "PyInstaller", *flags, *places],
            env={**os.environ, **facts.settled_environment()},
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode != 0:
        raise StepFailed(f"PyInstaller ended with status {done.returncode}; see {log}.")


def system_libraries(tables: list[Path]) -> tuple[list[Shipped], dict[str, Path]]:
    """Return the Debian packages whose libraries were taken, and their licence texts by package."""
    files = {path for table in tables for path in _TABLE.findall(table.read_text(encoding="utf-8"))}
    shipped: dict[str, Shipped] = {}
    texts: dict[str, Path] = {}
    for file in sorted(files):
        owner = _owner(file)
        if owner is None:
            continue
        package, version = owner
        text = Path("/usr/share/doc") / package / "copyright"
        shipped[package] = Shipped(package, version, "see its licence file", on_index=False)
        if text.is_file():
            texts[package] = text
    return list(shipped.values()), texts


def _owner(file: str) -> tuple[str, str] | None:
    """Return package and version that brought a file, None where dpkg knows of none."""
    # The linker says /lib where dpkg says /usr/lib, or the other way round.
    bare = file.removeprefix("/usr")
    for name in (file, bare, f"/usr{bare}"):
        found = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            package = found.stdout.split(":")[0]
            query = ["dpkg-query", "-W", "-f=${Version}", package]
            version = subprocess.run(query, capture_output=True, text=True, check=False)
            return package, version.stdout
    return None


def least_glibc(program: Path) -> str:
    """Return the oldest version of the C library the program runs with."""
    wanted: set[tuple[int, ...]] = {(2, 17)}
    for path in program.rglob("*"):
        if path.is_file() and path.read_bytes()[:4] == b"\x7fELF":
            read = subprocess.run(["objdump", "-T", str(path)], capture_output=True, check=False)
            found = re.findall(rb"GLIBC_(\d+)\.(\d+)", read.stdout)
            wanted |= {(int(major), int(minor)) for major, minor in found}
    return ".".join(map(str, max(wanted)))


def _share(target: Path, icons: Path) -> None:
    """Lay desktop file, types and icons below `target`/share."""
    linux, share = facts.PACKAGING / "linux", target / "share"
    for folder, name in (("applications", "reviewer.desktop"), ("mime/packages", "reviewer.xml")):
        (share / folder).mkdir(parents=True)
        shutil.copyfile(linux / name, share / folder / name)
    for picture in sorted(icons.glob("reviewer-*.png")):
        size = picture.stem.split("-")[1]
        place = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copyfile(picture, place / "reviewer.png")


def _pack(program: Path, icons: Path) -> int:
    moment = facts.epoch()
    glibc = least_glibc(program)
    oldsystem.expect_old_enough(glibc)
    facts.DIST.mkdir(exist_ok=True)
    step(f"Packing {ARCHIVE.name}")
    folder = BASE / "archive"
    shutil.copytree(program, folder, symlinks=True)
    _share(folder, icons)
    shutil.copy2(facts.PACKAGING / "linux" / "install.sh", folder / "install.sh")
    set_times(folder, moment)
    write_tar(ARCHIVE, folder, f"{facts.COMMAND}-{facts.version()}", moment)
    step(f"Packing {DEB.name}")
    root = BASE / "root"
    shutil.copytree(program, root / "usr" / "lib" / facts.COMMAND, symlinks=True)
    _share(root / "usr", icons)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / facts.COMMAND).symlink_to(f"../lib/{facts.COMMAND}/{facts.COMMAND}")
    documents = root / "usr" / "share" / "doc" / facts.COMMAND
    documents.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", documents / "copyright")
    _write_deb(root, glibc, moment)
    software = facts.DIST / f"{facts.COMMAND}-{facts.version()}-linux.cdx.json"
    shutil.copyfile(program / FOLDER / "software.json", software)
    made = (ARCHIVE, DEB, software)
    write_sums(facts.DIST / "SHA256SUMS-linux.txt", made)
    for path in made:
        say(f"   {path} {path.stat().st_size / 1e6:.1f} MB")
    say(f"   runs where the C library (glibc) is {glibc} or newer")
    return 0


def _write_deb(root: Path, glibc: str, moment: int) -> None:
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control = BASE / "control"
    control.mkdir()
    (control / "control").write_text(
        f"Package: {facts.COMMAND}\n"
        f"Version: {facts.version()}\n"
        "Section: misc\n"
        "Priority: optional\n"
        "Architecture: amd64\n"
        f"Installed-Size: {size}\n"
        f"Depends: libc6 (>= {glibc}), {', '.join(DEPENDS)}\n"
        "Recommends: fonts-noto-cjk\n"
        "Maintainer: Reviewer <reviewer@localhost>\n"
        "Description: checks annual reports on rule-of-law government\n"
        f" {facts.PROGRAM}: reads township reports, judges them by a checklist and writes the\n"
        " score workbook. Works offline.\n",
        encoding="utf-8",
    )
    members = [
        ("debian-binary", b"2.0\n"),
        ("control.tar.gz", tar_gz(control, ".", moment)),
        ("data.tar.gz", tar_gz(root, ".", moment)),
    ]
    write_ar(DEB, members, moment)


def unpack_deb(deb: Path, target: Path) -> None:
    """Lay the files of a .deb below `target` without installing it."""
    if call(["dpkg-deb", "-x", str(deb), str(target)]) != 0:
        raise StepFailed(f"{deb} cannot be unpacked.")
