"""The program as a process: what its start loads, and that it stays off the network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted(str(path) for path in (ROOT / "resources" / "examples").iterdir())
HEAVY = {"PySide6", "docx", "lxml", "openpyxl", "yaml"}
REFUSED = 97
GUARD = f"""
import os, sys

def refuse(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"socket used: {{event}}".encode())
        os._exit({REFUSED})

sys.addaudithook(refuse)
"""


def run(*arguments: str, search_path: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONUTF8": "1"}
    if search_path:
        env["PYTHONPATH"] = str(search_path)
    return subprocess.run(
        [sys.executable, *arguments],
        env=env,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """A folder that, on PYTHONPATH, ends a process that touches a socket."""
    (tmp_path / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return tmp_path


def test_asking_for_the_version_loads_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['reviewer', '--version']; from reviewer.__main__ import main; "
        "status = main(); loaded = [name for name, module in sys.modules.items() if module]; "
        "print(*loaded, sep='\\n'); sys.exit(status)"
    )
    ran = run("-c", code)
    assert ran.returncode == 0, ran.stderr
    version, *modules = ran.stdout.splitlines()
    assert version.startswith("reviewer ")
    assert HEAVY.isdisjoint(modules)


@pytest.mark.parametrize("call", ["socket.socket().bind(('127.0.0.1', 0))", "socket.socket()"])
def test_the_guard_ends_a_process_that_uses_a_socket(guarded: Path, call: str) -> None:
    ran = run("-c", f"import socket; {call}", search_path=guarded)
    assert ran.returncode == REFUSED


def test_reviewing_the_examples_opens_no_socket(guarded: Path) -> None:
    ran = run("-m", "reviewer", "check", *EXAMPLES, "--json", search_path=guarded)
    assert ran.returncode == 0, ran.stderr
    assert len(json.loads(ran.stdout)["reports"]) == len(EXAMPLES)


def test_writing_the_workbook_opens_no_socket(guarded: Path, tmp_path: Path) -> None:
    target = tmp_path / "scores.xlsx"
    ran = run("-m", "reviewer", "export", *EXAMPLES, "-o", str(target), search_path=guarded)
    assert ran.returncode == 0, ran.stderr
    assert target.stat().st_size > 0
