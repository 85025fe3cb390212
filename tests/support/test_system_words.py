"""What the operating system says reaches the user in the user's language."""

from __future__ import annotations

import errno

import pytest

from reviewer.support.messages import load_messages


@pytest.mark.parametrize(
    ("number", "said"), [(errno.EROFS, "只能读取"), (errno.EXDEV, "系统报告出错（made up）")]
)
def test_errors_of_the_system_are_told_in_chinese(number: int, said: str) -> None:
    problem = OSError(number, "made up")
    told = load_messages("zh").say("settings-not-saved", {"path": "x", "problem": problem})
    assert said in told
