"""Finds the reports in a folder or zip archive."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath

from reviewer.readers.limits import Limits, too_large
from reviewer.readers.own_files import is_own_at
from reviewer.readers.packed import packed_names, read_member
from reviewer.support.errors import UnreadableReport

# Extensions of what may be a report; what it really is, its content tells.
REPORT_SUFFIXES = (
    ".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott",
    ".fodt", ".pdf", ".ofd", ".html", ".htm", ".mht", ".mhtml", ".txt", ".md",
)  # fmt: skip
ARCHIVE_SUFFIXES = (".zip",)
_DEFAULT_LIMITS = Limits()
_MAGIC = b"PK\x03\x04"
# Lock files of Word and LibreOffice, and what systems put beside files.
_NOT_REPORTS = re.compile(r"~\$.*|\..*|thumbs\.db|desktop\.ini", re.IGNORECASE)
_NOT_FOLDERS = re.compile(r"__macosx|\..*|\$recycle\.bin", re.IGNORECASE)
# The folder beside a saved web page, with its pictures and frames.
_PAGE_PARTS = re.compile(r"(.+)(?:_files|\.files)", re.IGNORECASE)
_DEEPEST_ARCHIVE = 3
_FIGURES = re.compile(r"(\d+)")


def expand(path: str, limits: Limits = _DEFAULT_LIMITS) -> list[str]:
    """Return the paths of the reports in a folder or zip archive; any other path as it is.

    A report in an archive is named by the archive's path and its own; `read_report` takes that.
    What the program itself wrote into a folder is no report.
    Raises UnreadableReport: "no-reports" where there is none, "too-large" where there are too many
    files, and the errors of a damaged archive.
    """
    place = Path(path)
    try:
        if place.is_dir():
            found = list(_in_folder(place, limits))
        elif place.is_file():
            packed = _in_file(place, limits)
            if packed is None:
                return [path]
            found = packed
        else:
            return [path]
    except OSError as error:
        raise UnreadableReport("no-access", source=path, problem=error) from error
    if not found:
        raise UnreadableReport("no-reports", source=path)
    if len(found) > limits.members:
        raise UnreadableReport("too-large", source=path)
    return sorted(found, key=_in_turn)


def _in_folder(folder: Path, limits: Limits) -> Iterator[str]:
    seen = 0
    closed: list[OSError] = []
    for base, folders, files in os.walk(folder, onerror=closed.append):
        seen += len(files) + len(folders)
        if seen > limits.entries:
            raise UnreadableReport("too-large", source=str(folder))
        pages = {Path(name).stem.lower() for name in files}
        folders[:] = [
            name
            for name in folders
            if not _NOT_FOLDERS.fullmatch(name)
            and not _is_page_part(name, pages)
            and not _is_hidden(Path(base, name))
        ]
        for name in files:
            path = Path(base, name)
            if not _may_be_report(name) or _is_hidden(path):
                continue
            if path.suffix.lower() in ARCHIVE_SUFFIXES:
                yield from _in_archive_or_itself(path, limits)
            elif not is_own_at(str(path), limits):
                yield str(path)
    # Opening a folder that may not be looked into says so, and the other files are opened.
    yield from (error.filename for error in closed)


def _in_archive_or_itself(path: Path, limits: Limits) -> list[str]:
    try:
        packed = _in_file(path, limits)
    except (UnreadableReport, OSError):
        # Opening it says what is wrong with it, and the other files are opened.
        packed = None
    return [str(path)] if packed is None else packed


def _in_file(place: Path, limits: Limits) -> list[str] | None:
    """Return the reports in an archive, None where the file is none."""
    with place.open("rb") as stream:
        if stream.read(len(_MAGIC)) != _MAGIC:
            return None
        stream.seek(0)
        data = stream.read(limits.file_size + 1)
    if len(data) > limits.file_size:
        raise too_large(str(place), limits)
    names = _ArchiveSearch(str(place), limits).names(data, _DEEPEST_ARCHIVE)
    return None if names is None else [str(Path(place, name)) for name in names]


class _ArchiveSearch:
    """Looks into one archive and the archives inside it."""

    def __init__(self, path: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._archives = 0

    def names(self, data: bytes, depth: int) -> list[str] | None:
        """Return the names of the reports inside, None where `data` is no plain archive."""
        members = packed_names(self._path, data, self._limits)
        if members is None:
            return None
        files = {PurePosixPath(name) for name in members}
        found: list[str] = []
        for file in files:
            if not _may_be_report(file.name) or _in_left_out_folder(file, files):
                continue
            inner = self._inner(data, file, depth) if file.suffix.lower() == ".zip" else None
            found += [str(file)] if inner is None else [f"{file}/{name}" for name in inner]
        return found

    def _inner(self, data: bytes, file: PurePosixPath, depth: int) -> list[str] | None:
        self._archives += 1
        if depth <= 1 or self._archives > self._limits.archives:
            return None
        try:
            return self.names(read_member(self._path, data, str(file), self._limits), depth - 1)
        except UnreadableReport:
            # It stays in the list as itself, and opening it says what is wrong with it.
            return None


def _in_left_out_folder(file: PurePosixPath, files: set[PurePosixPath]) -> bool:
    for folder in list(file.parents)[:-1]:
        if _NOT_FOLDERS.fullmatch(folder.name):
            return True
        match = _PAGE_PARTS.fullmatch(folder.name)
        if match and any(folder.with_name(match[1] + end) in files for end in (".htm", ".html")):
            return True
    return False


def _is_page_part(folder: str, pages: set[str]) -> bool:
    match = _PAGE_PARTS.fullmatch(folder)
    return match is not None and match[1].lower() in pages


def _may_be_report(name: str) -> bool:
    suffix = PurePosixPath(name).suffix.lower()
    return not _NOT_REPORTS.fullmatch(name) and suffix in (*REPORT_SUFFIXES, *ARCHIVE_SUFFIXES)


def _is_hidden(path: Path) -> bool:
    """Tell whether Windows hides the file; elsewhere its name says so."""
    try:
        attributes = getattr(path.lstat(), "st_file_attributes", 0)
    except OSError:  # gone by now, or not to be seen: opening it says so
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _in_turn(path: str) -> tuple[int, list[tuple[int, str]]]:
    """Sort 2 before 10, and a report before its copy with comments in a folder below."""
    return len(PurePath(path).parts), [
        (int(part), "") if part.isdecimal() else (-1, part.lower()) for part in _FIGURES.split(path)
    ]
