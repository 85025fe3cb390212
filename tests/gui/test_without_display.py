"""Where no window can be shown the program says so; Qt alone would end the process by a signal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

if sys.platform == "linux":  # elsewhere there is always a display

    @pytest.mark.parametrize("display", [None, ":4711"])
    @pytest.mark.parametrize(
        ("language", "words"), [("zh", "没有可用的图形显示"), ("en", "no display")]
    )
    def test_a_missing_display_is_said_in_one_sentence(
        display: str | None, language: str, words: str
    ) -> None:
        names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {name: value for name, value in os.environ.items() if name not in names}
        if display is not None:
            environment["DISPLAY"] = display
        ran = subprocess.run(
            [sys.executable, "-m", "reviewer", "gui", "--language", language],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 1
        (said,) = ran.stderr.splitlines()
        assert words in said
        assert "reviewer --help" in said
