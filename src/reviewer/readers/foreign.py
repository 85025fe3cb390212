"""Names the formats that are known but not read, so that the user hears what to do instead."""

from __future__ import annotations

from reviewer.readers.compound import Compound
from reviewer.readers.source import SourceFile

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams as they stand in the directory of a compound file.
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_EXCEL_STREAM = "Workbook".encode("utf-16-le")

# What begins a file that may hold a report but has no reader.
_HOLDERS = (
    (b"\xdb\xa5", "Word 2"), (b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7Z"), (b"\x1f\x8b", "GZIP"),
    (b"\xfd7zXZ", "XZ"), (b"BZh", "BZIP2"),
)  # fmt: skip
# Formats that never hold a report: programs, pictures, sound.
_OTHERS = (
    b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"OggS",
    b"ID3", b"SQLite format 3\0", b"\0\0\1\0", b"wOFF", b"\xca\xfe\xba\xbe",
)  # fmt: skip
_ZIP_MEMBERS = (
    ("xl/workbook.xml", "XLSX"),
    ("ppt/presentation.xml", "PPTX"),
    ("content.xml", "ODS / ODP"),
)
_FLAT_WORD = b'progid="Word.Document"'


def refuse_foreign(file: SourceFile) -> None:
    """Raise UnreadableReport where the content is of a format that no reader takes."""
    data = file.data
    if file.is_zip:
        _refuse_zip(file)
    if data.startswith(_OLE2):
        _refuse_compound(file)
    for magic, name in _HOLDERS:
        if data.startswith(magic):
            raise file.error("unsupported", format=name)
    if data.startswith(_OTHERS) or _is_program(data):
        raise file.error("not-a-document")
    head = data[:8192]
    if _FLAT_WORD in head:
        raise file.error("unsupported", format="Word XML")


def _refuse_zip(file: SourceFile) -> None:
    members = file.archive.members
    for member, name in _ZIP_MEMBERS:
        if member in members:
            raise file.error("unsupported", format=name)
    raise file.error("unsupported", format="ZIP")


def _refuse_compound(file: SourceFile) -> None:
    """Refuse what Office wrote before 2007, or an encrypted newer document."""
    if _ENCRYPTED_STREAM in file.data:
        raise file.error("encrypted")
    if _EXCEL_STREAM in file.data:
        raise file.error("unsupported", format="XLS")
    # One without a directory is the beginning of a file.
    raise file.error("unsupported" if Compound(file).names else "unreadable", format="OLE2")


def _is_program(data: bytes) -> bool:
    """Tell whether this is a program for Windows; a text may begin with MZ as well."""
    return data.startswith(b"MZ") and b"\0" in data[:512]
