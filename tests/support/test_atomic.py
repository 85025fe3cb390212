from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from reviewer.support.atomic import free_name, replace_file

OLD, NEW = b"old scores", b"new scores"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "评分.xlsx"
    path.write_bytes(OLD)
    return path


def write_new(file: BinaryIO) -> None:
    file.write(NEW)


def test_a_file_is_replaced(target: Path) -> None:
    replace_file(target, write_new)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_a_file_is_made_where_there_was_none(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.xlsx", write_new)
    assert (tmp_path / "a.xlsx").read_bytes() == NEW


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    target: Path, failure: BaseException
) -> None:
    def fail(file: BinaryIO) -> None:
        file.write(NEW)
        raise failure

    with pytest.raises(type(failure)):
        replace_file(target, fail)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_killed_program_leaves_the_old_file(target: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from reviewer.support.atomic import replace_file\n"
        "def half(file):\n"
        "    file.write(b'new'); file.flush(); print('half', flush=True); time.sleep(60)\n"
        "replace_file(Path(sys.argv[1]), half)\n"
    )
    command = [sys.executable, "-c", code, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "half\n"
        program.kill()
    assert program.returncode != 0
    assert target.read_bytes() == OLD


def test_the_new_file_is_on_disk_before_it_is_swapped_in(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(descriptor: int) -> None:
        steps.append("on disk")
        fsync(descriptor)

    def noted_replace(self: Path, other: Path) -> Path:
        steps.append("swapped")
        return replace(self, other)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    replace_file(target, write_new)
    assert steps[:2] == ["on disk", "swapped"]


def test_a_write_protected_file_stays(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        replace_file(target, write_new)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_permissions_are_kept(target: Path) -> None:
    target.chmod(0o640)
    mode = target.stat().st_mode
    replace_file(target, write_new)
    assert target.read_bytes() == NEW
    assert target.stat().st_mode == mode


if os.name == "posix":  # Windows lets only administrators make links

    def test_a_link_is_followed(target: Path) -> None:
        link = target.with_name("link.xlsx")
        link.symlink_to(target)
        replace_file(link, write_new)
        assert link.is_symlink()
        assert target.read_bytes() == NEW


def test_a_free_name_counts_up(tmp_path: Path) -> None:
    wanted = tmp_path / "a.xlsx"
    assert free_name(wanted) == wanted
    wanted.touch()
    (tmp_path / "a (2).xlsx").touch()
    assert free_name(wanted) == tmp_path / "a (3).xlsx"
