"""Files inside a zip archive, named by the archive's path and their own as if it were a folder.

They are read from memory; nothing is unpacked to the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from reviewer.readers.archive import Archive
from reviewer.readers.limits import Limits, too_large
from reviewer.support.errors import UnreadableReport

_ZIP = b"PK\x03\x04"
_DEEPEST = 3
# What the members of a document's own zip are called, without regard to case.
_DOCUMENT_MARKS = ("[content_types].xml", "ofd.xml", "encryptions.xml", "mimetype", "content.xml")


def packed_names(path: str, data: bytes, limits: Limits) -> Mapping[str, str] | None:
    """Return the members of an archive by their names; None where `data` is no plain archive.

    A .docx, .odt or .ofd is one document, though it is a zip.
    """
    if not data.startswith(_ZIP):
        return None
    archive = Archive(path, data, limits)
    if any(name.lower().lstrip("/") in _DOCUMENT_MARKS for name in archive.members):
        return None
    return _usable(archive)


def read_packed(path: str, limits: Limits) -> bytes | None:
    """Return the file that `path` names inside an archive; None where no part of it is one.

    Raises UnreadableReport where the archive holds no such file or it cannot be unpacked.
    """
    place = Path(path)
    holder = next((parent for parent in place.parents if parent.is_file()), None)
    if holder is None:
        return None
    with holder.open("rb") as stream:
        data = stream.read(limits.file_size + 1)
    if len(data) > limits.file_size:
        raise too_large(path, limits)
    name = PurePosixPath(place.relative_to(holder).as_posix())
    return _read(path, data, name, limits, _DEEPEST)


def read_member(path: str, data: bytes, name: str, limits: Limits) -> bytes:
    """Return the member `name` of the archive `data`. Raises UnreadableReport about `path`."""
    archive = Archive(path, data, limits)
    stored = _usable(archive).get(name)
    if stored is None:
        raise UnreadableReport("not-found", source=path)
    return archive.read(stored)


def _read(path: str, data: bytes, name: PurePosixPath, limits: Limits, depth: int) -> bytes:
    if not data.startswith(_ZIP) or depth == 0:
        raise UnreadableReport("not-found", source=path)
    names = _usable(Archive(path, data, limits))
    if str(name) in names:
        return read_member(path, data, str(name), limits)
    for parent in name.parents:
        if str(parent) in names:
            inner = read_member(path, data, str(parent), limits)
            return _read(path, inner, name.relative_to(parent), limits, depth - 1)
    raise UnreadableReport("not-found", source=path)


def _usable(archive: Archive) -> dict[str, str]:
    """Return the members with names that stay inside the archive."""
    names: dict[str, str] = {}
    for shown, stored in archive.shown_names():
        parts = shown.replace("\\", "/").split("/")
        if parts[-1] and not {"", ".", ".."} & set(parts) and ":" not in shown:
            names["/".join(parts)] = stored
    return names
