"""The module that stands in for socket: what imports it goes on working, and nothing connects."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OFFLINE = ROOT / "packaging" / "offline"
# The whole program with its reading process, which multiprocessing starts.
READ = """
import sys
import socket
import email.message, multiprocessing.connection
from reviewer.readers.isolated import IsolatedReader
if __name__ == "__main__":
    try:
        socket.socket()
    except OSError as error:
        print(error)
    with IsolatedReader() as reader:
        print(len(reader.read(sys.argv[1]).text))
"""


def test_a_report_is_read_without_any_socket(tmp_path: Path) -> None:
    script = tmp_path / "read.py"
    script.write_text(READ, encoding="utf-8")
    report = tmp_path / "a.txt"
    report.write_text("青溪镇2025年工作报告\n一、工作\n做了。\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(report)],
        env={**os.environ, "PYTHONPATH": str(OFFLINE)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "Reviewer has no network access"
    assert int(done.stdout.splitlines()[1]) > 10
