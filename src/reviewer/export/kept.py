"""Keeps a copy of a workbook beside it when another one takes its place: people write into them."""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from reviewer.export.whole_file import export_error, write_whole
from reviewer.support.atomic import free_name, replace_file
from reviewer.support.errors import ExportError
from reviewer.support.messages import Language, load_messages

_PROPERTIES = "docProps/core.xml"  # when and by whom the file was written; nobody's work


def write_keeping_old(target: Path, content: bytes | memoryview, language: Language) -> Path | None:
    """Write a workbook; return the copy of the old one beside it.

    None where there was no old one, or it held the same. Raises ExportError; the old one is then
    as it was.
    """
    if not target.is_file() or _holds_the_same(target, content):
        write_whole(target, content)
        return None
    with kept_copy(target, language) as backup:
        write_whole(target, content)
    return backup


@contextmanager
def kept_copy(path: Path, language: Language) -> Iterator[Path]:
    """Give a copy of the workbook at `path`, made beside it; where the block fails it goes again.

    Raises ExportError.
    """
    now = datetime.datetime.now().astimezone()
    words = {"name": path.stem, "time": f"{now:%Y-%m-%d %H%M}"}
    name = load_messages(language).say("form-backup-name", words)
    backup = free_name(path.with_name(name + path.suffix))
    try:
        with path.open("rb") as file:
            replace_file(backup, lambda copy: shutil.copyfileobj(file, copy))
        shutil.copystat(path, backup)
    except OSError as error:
        raise export_error(backup, error) from error
    try:
        yield backup
    except ExportError:
        backup.unlink(missing_ok=True)  # the workbook itself is as it was
        raise


def _holds_the_same(path: Path, content: bytes | memoryview) -> bool:
    try:
        with path.open("rb") as file:
            return _parts(file) == _parts(io.BytesIO(content))
    except (OSError, BadZipFile):
        return False


def _parts(workbook: BinaryIO) -> dict[str, tuple[int, int]]:
    """Return size and checksum of every part, without unpacking any."""
    with ZipFile(workbook) as package:
        parts = [part for part in package.infolist() if part.filename != _PROPERTIES]
    return {part.filename: (part.file_size, part.CRC) for part in parts}
