from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.support.days import iso_day, read_day

WAYS = [
    "{:%Y-%m-%d}",
    "{:%Y%m%d}",
    "{0.year:04}/{0.month}/{0.day}",
    "{0.year:04}.{0.month}.{0.day}",
    "{0.year:04}年{0.month}月{0.day}日",
    "{0.year:04}年{0.month:02}月{0.day:02}日",
    "{0.year:04} 年 {0.month} 月 {0.day} 日",
]
FULL_WIDTH = {ord(char): ord(char) + 0xFEE0 for char in "0123456789-/."}


@pytest.mark.parametrize("way", WAYS)
@given(day=st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_is_read_however_it_is_written(way: str, day: datetime.date) -> None:
    words = way.format(day)
    assert read_day(words) == day
    assert read_day(words.translate(FULL_WIDTH)) == day
    assert iso_day(words) == day.isoformat()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "一月底",
        "2026",
        "2026-01",
        "2026年1月",
        "26-1-31",
        "31.1.2026",
        "2026-1-31-1",
        "2026131",
        "2026-02-29",
        "2026年2月30日",
        "2026/13/1",
        "2026.0.1",
        "0000-01-01",
        "２０２６年４月３１日",
    ],
)
def test_what_is_no_day_is_none_and_stays_as_it_is(words: str) -> None:
    assert read_day(words) is None
    assert iso_day(words) == words
