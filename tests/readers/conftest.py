"""Reads bytes as a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from reviewer.readers import read_report
from reviewer.report import Report

# The first example of a run may load chardet or a table of characters.
settings.register_profile("readers", deadline=None)
settings.load_profile("readers")


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[..., Report]:
    """Write the bytes to a file and read it."""

    def write_and_read(data: bytes, encoding: str | None = None) -> Report:
        path = tmp_path / "报告"
        path.write_bytes(data)
        return read_report(str(path), encoding=encoding)

    return write_and_read
