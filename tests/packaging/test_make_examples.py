"""The bundled reports: what their source says, and that they are made from it."""

from __future__ import annotations

import io
import zipfile

import make_examples
from make_examples import GOOD, POOR, TARGETS, Line, numbered, parse, plain_text, word_document


def members(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_marks_become_levels_and_unmarked_lines_stay_text() -> None:
    lines = parse("= 标题\n# 甲\n## 乙\n### 丙。丁\n戊\n> 己\n")
    assert [(line.mark, line.level) for line in lines] == [
        ("=", 0),
        ("#", 1),
        ("##", 2),
        ("###", 3),
        ("", 0),
        (">", 0),
    ]
    assert lines[3].text == "丙。丁"


def test_numbers_start_again_below_a_new_heading() -> None:
    lines = [Line(mark, "甲") for mark in ("#", "##", "###", "###", "##", "###", "#", "##")]
    assert [text[:-1] for text in numbered(lines)] == [
        "一、",
        "（一）",
        "1.",
        "2.",
        "（二）",
        "1.",
        "二、",
        "（一）",
    ]


def test_chinese_figures_go_on_past_ten() -> None:
    shown = [make_examples.counting(number) for number in (10, 11, 20, 21)]
    assert shown == ["十", "十一", "二十", "二十一"]


def test_the_good_report_has_automatic_numbers_and_none_as_characters() -> None:
    body = members((TARGETS / GOOD).read_bytes())["word/document.xml"].decode()
    assert body.count("<w:numPr>") > 20
    assert "（一）" not in body
    assert "一、" not in body


def test_the_bundled_reports_are_what_their_sources_make() -> None:
    good = word_document(make_examples.source("good"))
    assert members((TARGETS / GOOD).read_bytes()) == members(good)
    poor = (TARGETS / POOR).read_bytes().decode("gb18030")
    assert poor.replace("\r\n", "\n") == plain_text(make_examples.source("poor"))


def test_the_poor_report_is_no_utf_8_file() -> None:
    raw = (TARGETS / POOR).read_bytes()
    assert raw.decode("utf-8", errors="ignore").encode() != raw
