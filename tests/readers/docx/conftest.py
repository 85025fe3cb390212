"""Reads a built .docx."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.readers.docx_builder import docx

from reviewer.readers import read_report
from reviewer.report import Report


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Report]:
    """Build a .docx of this body and these parts, and read it."""

    def build_and_read(body: str, **parts: str) -> Report:
        path = tmp_path / "report.docx"
        path.write_bytes(docx(body, **parts))
        return read_report(str(path))

    return build_and_read
