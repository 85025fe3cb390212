"""The files for Linux: what the .deb says of itself, and whose libraries were taken."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

import pytest

from bundle import linux


@pytest.fixture
def deb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(linux, "BASE", tmp_path)
    monkeypatch.setattr(linux, "DEB", tmp_path / "a.deb")
    (tmp_path / "root" / "usr" / "bin").mkdir(parents=True)
    (tmp_path / "root" / "usr" / "bin" / "reviewer").write_bytes(bytes(4096))
    linux._write_deb(tmp_path / "root", "2.36", 1_700_000_000)
    return (tmp_path / "a.deb").read_bytes()


def member(deb: bytes, name: str) -> bytes:
    start = deb.index(name.encode())
    size = int(deb[start + 48 : start + 58])
    return deb[start + 60 : start + 60 + size]


def test_the_package_names_the_c_library_and_the_desktop_s_own(deb: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(member(deb, "control.tar.gz"))) as packed:
        content = packed.extractfile("./control")
        assert content is not None
        control = content.read().decode()
    fields = dict(line.split(": ", 1) for line in control.splitlines() if ": " in line[:20])
    assert fields["Package"] == "reviewer"
    assert fields["Installed-Size"] == "4"
    assert fields["Depends"].startswith("libc6 (>= 2.36), libegl1,")


def test_the_package_s_files_lie_below_the_root(deb: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(member(deb, "data.tar.gz"))) as packed:
        assert "./usr/bin/reviewer" in packed.getnames()


def test_only_libraries_of_the_system_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "COLLECT-00.toc"
    table.write_text(
        "[('libffi.so.8', '/lib/x86_64-linux-gnu/libffi.so.8', 'BINARY'),\n"
        " ('PySide6/a.so', '/venv/site-packages/PySide6/a.so', 'BINARY')]",
        encoding="utf-8",
    )
    asked: list[str] = []

    def dpkg(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command[-1])
        if command[0] == "dpkg-query":
            return subprocess.CompletedProcess(command, 0, stdout="3.4.4-1")
        known = command[-1].startswith("/usr/lib/")
        return subprocess.CompletedProcess(command, 0 if known else 1, stdout="libffi8:amd64: x")

    monkeypatch.setattr(linux.subprocess, "run", dpkg)
    shipped, _ = linux.system_libraries([table])
    assert [(item.name, item.version) for item in shipped] == [("libffi8", "3.4.4-1")]
    assert not [path for path in asked if "PySide6" in path]
