"""Archives: the same content gives the same bytes, and other programs can read them."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from bundle.archives import set_times, sha256, tar_gz, write_ar, write_sums, write_zip

MOMENT = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "程序"
    (made / "b").mkdir(parents=True)
    (made / "b" / "数据.txt").write_text("一", encoding="utf-8")
    (made / "run").write_bytes(b"#!")
    (made / "run").chmod(0o755)
    return made


def test_a_zip_depends_on_neither_times_nor_order(folder: Path, tmp_path: Path) -> None:
    write_zip(tmp_path / "1.zip", folder, "报告", MOMENT)
    os.utime(folder / "run", (1, 1))
    (folder / "b" / "数据.txt").rename(folder / "b" / "x")
    (folder / "b" / "x").rename(folder / "b" / "数据.txt")
    write_zip(tmp_path / "2.zip", folder, "报告", MOMENT)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.zip") as packed:
        assert packed.namelist() == ["报告/b/数据.txt", "报告/run"]
        assert packed.read("报告/b/数据.txt") == "一".encode()


def test_a_tar_keeps_what_may_be_run_and_belongs_to_root(folder: Path) -> None:
    made = tar_gz(folder, "top", MOMENT)
    os.utime(folder / "run", (1, 1))
    assert tar_gz(folder, "top", MOMENT) == made
    with tarfile.open(fileobj=io.BytesIO(made)) as packed:
        members = {member.name: member for member in packed.getmembers()}
    assert list(members) == ["top", "top/b", "top/b/数据.txt", "top/run"]
    assert members["top/run"].mode == 0o755
    assert members["top/b/数据.txt"].mode == 0o644
    assert {member.uid for member in members.values()} == {0}
    assert {member.mtime for member in members.values()} == {MOMENT}


def test_a_deb_is_an_archive_with_members_of_even_length(tmp_path: Path) -> None:
    target = tmp_path / "a.deb"
    write_ar(target, [("debian-binary", b"2.0\n"), ("odd", b"abc")], MOMENT)
    data = target.read_bytes()
    assert data.startswith(
        b"!<arch>\ndebian-binary   1700000000  0     0     100644  4         `\n"
    )
    assert data.endswith(b"`\nabc\n")
    assert len(data) % 2 == 0


def test_sums_are_written_as_sha256sum_reads_them(tmp_path: Path) -> None:
    file = tmp_path / "报告.zip"
    file.write_bytes(b"content")
    digest = hashlib.sha256(b"content").hexdigest()
    assert sha256(file) == digest
    write_sums(tmp_path / "sums", [file])
    assert (tmp_path / "sums").read_text(encoding="utf-8") == f"{digest}  报告.zip\n"


def test_everything_in_a_folder_gets_the_same_time(folder: Path) -> None:
    set_times(folder, MOMENT)
    assert {path.stat().st_mtime for path in (folder, *folder.rglob("*"))} == {MOMENT}
