"""Archives whose bytes follow from their content alone: sorted members, one time, one owner."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

EXECUTABLE, PLAIN, FOLDER = 0o755, 0o644, 0o755


def files_below(folder: Path) -> list[Path]:
    """Return all files in `folder`, sorted by their path inside it."""
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def set_times(folder: Path, epoch: int) -> None:
    """Give everything in `folder` the same time."""
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def write_zip(target: Path, folder: Path, top: str, epoch: int) -> None:
    """Pack `folder` as the folder `top`; names are UTF-8, as the flag of the entry says."""
    moment = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files_below(folder):
            entry = zipfile.ZipInfo(f"{top}/{path.relative_to(folder).as_posix()}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            packed.writestr(entry, path.read_bytes())


def write_tar(target: Path, folder: Path, top: str, epoch: int) -> None:
    """Pack `folder` as the folder `top` into a .tar.gz."""
    target.write_bytes(tar_gz(folder, top, epoch))


def tar_gz(folder: Path, top: str, epoch: int) -> bytes:
    """Return `folder` packed as the folder `top`, with its sub-folders, owned by root."""
    made = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=made, mode="wb", compresslevel=6, mtime=epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        paths = sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
        for path in (folder, *paths):
            inside = path.relative_to(folder).as_posix()
            entry = archive.gettarinfo(path, f"{top}/{inside}" if inside != "." else top)
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch
            if entry.isfile():
                entry.mode = EXECUTABLE if path.stat().st_mode & 0o100 else PLAIN
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                entry.mode = FOLDER
                archive.addfile(entry)
    return made.getvalue()


def write_ar(target: Path, members: Iterable[tuple[str, bytes]], epoch: int) -> None:
    """Write the archive format of .deb files."""
    with target.open("wb") as file:
        file.write(b"!<arch>\n")
        for name, data in members:
            file.write(f"{name:<16}{epoch:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode())
            file.write(data + b"\n" * (len(data) % 2))


def sha256(path: Path) -> str:
    """Return the SHA-256 sum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(target: Path, files: Iterable[Path]) -> None:
    """Write the sums of `files` as sha256sum does, so that `sha256sum -c` checks them."""
    lines = [f"{sha256(path)}  {path.name}\n" for path in sorted(files)]
    target.write_text("".join(lines), encoding="utf-8")
