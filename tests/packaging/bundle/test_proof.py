"""What the smoke tests compare with."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

import pytest

from bundle.picture import png_of_xwd, shows_something
from bundle.proof import Log, expect, expect_proved, expect_same, snapshot, without_paths, written
from devtools.console import StepFailed


def findings(source: str) -> bytes:
    return json.dumps(
        {"reports": [{"source": source, "points": 1.5}]}, indent=1, ensure_ascii=False
    ).encode()


def test_paths_and_line_ends_do_not_count_in_the_comparison() -> None:
    here = findings("/home of/甲.txt")
    there = findings("C:\\报告 文件\\甲.txt").replace(b"\n", b"\r\n")
    assert without_paths(here) == without_paths(there)
    assert "甲.txt".encode() in without_paths(here)


def test_anything_else_counts(tmp_path: Path) -> None:
    found = findings("甲.txt").replace(b"1.5", b"1.6")
    with pytest.raises(StepFailed):
        expect_same(found, without_paths(findings("甲.txt")), "it", tmp_path)
    assert (tmp_path / "found.json").read_bytes() == without_paths(found)


def test_a_self_test_counts_only_with_both_starts_and_the_workbook(tmp_path: Path) -> None:
    log = tmp_path / "selftest.txt"
    log.write_text("1.0 window\n2.0 done\n", encoding="utf-8")
    (tmp_path / "scores.xlsx").touch()
    with pytest.raises(StepFailed, match="both starts"):
        expect_proved(tmp_path, 0, "it")
    log.write_text("1.0 window\n2.0 done\n3.0 window\n4.0 done\n", encoding="utf-8")
    expect_proved(tmp_path, 0, "it")
    assert Log.read(tmp_path).times("window") == [1.0, 3.0]
    with pytest.raises(StepFailed, match="ends with 0"):
        expect_proved(tmp_path, 3, "it")


def test_new_and_changed_files_are_seen_and_left_out_ones_are_not(tmp_path: Path) -> None:
    for name in ("same", "changed", "left"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    before = snapshot(tmp_path, lambda path: path.name == "left")
    (tmp_path / "changed").write_text("otherwise", encoding="utf-8")
    (tmp_path / "new").touch()
    (tmp_path / "left").write_text("longer than before", encoding="utf-8")
    assert written(before, snapshot(tmp_path, lambda path: path.name == "left")) == [
        "changed",
        "new",
    ]


def test_what_does_not_hold_ends_the_proof() -> None:
    expect(True, "this")
    with pytest.raises(StepFailed, match="not so: that"):
        expect(False, "that")


def dump(pixels: list[int], width: int) -> bytes:
    """Return an XWD dump of pixels 0xRRGGBB, with one colour in its table."""
    head = [0] * 25
    head[0], head[4], head[5], head[12], head[19] = 100, width, len(pixels) // width, 4 * width, 1
    rows = struct.pack(f"<{len(pixels)}I", *pixels)
    return struct.pack(">25I", *head) + bytes(12) + rows


def test_a_screen_becomes_a_png_with_red_green_and_blue_in_their_places() -> None:
    picture = png_of_xwd(dump([0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF], 2))
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    start = picture.index(b"IDAT")
    length = struct.unpack(">I", picture[start - 4 : start])[0]
    rows = zlib.decompress(picture[start + 4 : start + 4 + length])
    assert rows == bytes([0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255])


def test_an_empty_screen_shows_nothing() -> None:
    assert not shows_something(dump([0] * 1000, 10))
    assert shows_something(dump(list(range(1000)), 10))
