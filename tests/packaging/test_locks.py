"""The lock files: every package pinned, with hashes for both systems, and no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
# Wheels made for one system each need a hash for Linux and one for Windows.
COMPILED = ("pyside6-essentials", "shiboken6", "lxml", "pyyaml", "rapidfuzz", "ahocorasick-rs")


def entries(name: str) -> dict[str, str]:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.split("==")[0]: line for line in lines}


@pytest.mark.parametrize("name", LOCKS)
def test_every_entry_is_pinned_and_has_hashes(name: str) -> None:
    pattern = r'[a-z0-9-]+==[\w.]+( ; sys_platform == "\w+")?( +--hash=sha256:[0-9a-f]{64})+'
    assert entries(name)
    for line in entries(name).values():
        assert re.fullmatch(pattern, line), line


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_and_no_index_option_stands_in_it(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index-url|--extra-index-url|--find-links|--trusted-host", text)


def test_compiled_packages_have_a_hash_for_each_system() -> None:
    locked = entries("requirements.lock")
    for package in COMPILED:
        assert locked[package].count("--hash") == 2, package


def test_everything_pyproject_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["build"], *groups["dev"]]
    names = {re.split(r"[=<>~;]", requirement)[0].lower() for requirement in wanted}
    assert names <= set(entries(LOCKS[0])) | set(entries(LOCKS[1]))


def test_qt_is_the_version_that_works_on_older_windows() -> None:
    locked = entries("requirements.lock")
    assert "==6.8.3 " in locked["pyside6-essentials"]
    assert "==6.8.3 " in locked["shiboken6"]
