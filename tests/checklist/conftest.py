"""A checklist as small as one can be, to be broken in one place at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SMALL = """\
id: small
version: "1"
name: 小清单
groups:
  - {id: A, name: 主要举措}
grades:
  - {name: 合格, at_least: 60}
  - {name: 不合格, at_least: 0}
reasons: {no-fact: 没有事实。}
skeleton: {title: 石桥镇报告, results: 修路。}
language: {}
elements:
  - id: A01
    group: A
    name: 修路
    points: 2
    basis: 规定
    place: 第一部分
    guidance: 没有数字
    criterion: {kind: signature}
    examples:
      present:
        - 修路3条。
        - {title: 石桥镇工作报告}
"""

Broken = Callable[..., str]


@pytest.fixture
def small() -> str:
    return SMALL


@pytest.fixture
def broken() -> Broken:
    """A function that replaces one piece of the small checklist with another."""

    def replace(piece: str, by: str) -> str:
        assert SMALL.count(piece) == 1
        return SMALL.replace(piece, by)

    return replace
