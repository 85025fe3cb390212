"""Pytest plugin: knows pytest-qt's options where pytest-qt itself cannot be loaded."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accept the options pyproject.toml sets for pytest-qt, and do nothing with them."""
    for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
        parser.addini(name, "unused without Qt")
