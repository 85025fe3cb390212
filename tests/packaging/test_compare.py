"""Two builds are compared down to the members of their archives."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from compare import differences


def build(folder: Path, content: str, extra: str = "") -> Path:
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.zip", "w") as packed:
        packed.writestr(zipfile.ZipInfo("程序/甲.txt"), content)
        if extra:
            packed.writestr(zipfile.ZipInfo(extra), "new")
    (folder / "window.png").write_bytes(content.encode())
    return folder


def test_equal_builds_differ_in_nothing(tmp_path: Path) -> None:
    first, second = build(tmp_path / "1", "一"), build(tmp_path / "2", "一")
    (second / "window.png").write_bytes(b"another picture")
    assert differences(first, second) == []


@pytest.mark.parametrize(
    ("content", "extra", "expected"),
    [
        ("二", "", ["a.zip: differs", "a.zip: 程序/甲.txt: differs"]),
        ("一", "b", ["a.zip: differs", "a.zip: b: only in one"]),
    ],
)
def test_what_differs_is_named(
    tmp_path: Path, content: str, extra: str, expected: list[str]
) -> None:
    assert (
        differences(build(tmp_path / "1", "一"), build(tmp_path / "2", content, extra)) == expected
    )
