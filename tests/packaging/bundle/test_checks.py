"""What a finished program must not have is found in it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from bundle.checks import check_windows, forbidden_files, forbidden_modules, pe_imports
from devtools.console import StepFailed

SECTION, RAW = 0x1000, 0x200


def windows_file(imported: list[str], delayed: list[str]) -> bytes:
    """Return the least a 64-bit file of Windows with these imports is made of."""
    names = [*imported, *delayed]
    place = 20 * (len(imported) + 1) + 32 * (len(delayed) + 1)
    where = []
    text = b""
    for name in names:
        where.append(SECTION + place + len(text))
        text += name.encode() + b"\0"
    table = b"".join(struct.pack("<IIIII", 0, 0, 0, at, 0) for at in where[: len(imported)])
    later = b"".join(struct.pack("<IIIIIIII", 1, at, *[0] * 6) for at in where[len(imported) :])
    body = table + bytes(20) + later + bytes(32) + text
    directories = bytearray(16 * 8)
    struct.pack_into("<I", directories, 8, SECTION)
    struct.pack_into("<I", directories, 13 * 8, SECTION + len(table) + 20)
    optional = bytes(112) + bytes(directories)
    coff = struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional), 0)
    section = b".rdata\0\0" + struct.pack("<IIII", len(body), SECTION, len(body), RAW) + bytes(16)
    head = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40) + b"PE\0\0" + coff + optional + section
    return head.ljust(RAW, b"\0") + body


def test_imports_of_a_windows_file_are_read_delayed_ones_too() -> None:
    data = windows_file(["KERNEL32.dll", "WS2_32.dll"], ["WINHTTP.dll"])
    assert pe_imports(data) == ["kernel32.dll", "ws2_32.dll", "winhttp.dll"]


def test_a_file_that_is_no_program_is_told() -> None:
    with pytest.raises(StepFailed):
        pe_imports(b"MZ".ljust(100, b"\0"))


def test_a_program_without_a_way_to_the_network_passes(tmp_path: Path) -> None:
    (tmp_path / "python311.dll").write_bytes(windows_file(["WS2_32.dll"], []))
    (tmp_path / "reviewer.exe").write_bytes(windows_file(["KERNEL32.dll"], []))
    check_windows(tmp_path, table(tmp_path, "socket"))


@pytest.mark.parametrize("library", ["WS2_32.dll", "WININET.dll", "dnsapi.dll"])
def test_a_library_that_reaches_for_the_network_is_named(tmp_path: Path, library: str) -> None:
    (tmp_path / "new.pyd").write_bytes(windows_file([library], []))
    with pytest.raises(StepFailed, match=f"new.pyd imports {library.lower()}"):
        check_windows(tmp_path, table(tmp_path, "socket"))


def table(folder: Path, *modules: str, source: str = "Z:\\\\p\\\\offline\\\\socket.py") -> Path:
    """Return PyInstaller's table of the modules taken."""
    path = folder / "PYZ-00.toc"
    rows = [f" ('{name}', '{source}', 'PYMODULE')" for name in modules]
    path.write_text("[" + ",\n".join(rows) + "]", encoding="utf-8")
    return path


def test_modules_that_were_to_stay_out_are_named(tmp_path: Path) -> None:
    assert forbidden_modules(table(tmp_path, "json", "asyncio", "asyncio_like")) == [
        "module asyncio is there"
    ]


def test_the_standard_library_s_socket_is_told_from_the_one_that_refuses(tmp_path: Path) -> None:
    assert forbidden_modules(table(tmp_path, "socket")) == []
    real = table(tmp_path, "socket", source="/usr/lib/python3.11/socket.py")
    assert forbidden_modules(real) == ["module socket is that of /usr/lib/python3.11/socket.py"]


@pytest.mark.parametrize("name", ["Qt6Network.dll", "libQt6Network.so.6", "_socket.pyd"])
def test_parts_that_were_to_stay_out_are_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert forbidden_files(tmp_path) == [f"{name.lower()} is there"]
