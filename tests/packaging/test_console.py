"""What a developer is told of the commands that are called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from devtools.console import call

DEV = Path(__file__).resolve().parents[2] / "packaging" / "dev.py"


def test_a_quiet_call_shows_what_is_printed_but_no_errors(
    capfd: pytest.CaptureFixture[str],
) -> None:
    both = "import sys; print('table'); print('again', file=sys.stderr)"
    assert call([sys.executable, "-c", both], quiet=True) == 0
    said = capfd.readouterr()
    assert (said.out.split(), said.err) == (["table"], "")


if os.name == "posix":  # Windows ends processes by a status, and knows no broken pipe

    def test_a_command_that_a_signal_ended_names_it_and_has_failed(
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        dying = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
        assert call([sys.executable, "-c", dying]) != 0
        assert "ENDED BY SIGSEGV" in capsys.readouterr().out

    def test_a_reader_that_has_had_enough_ends_a_command_in_silence() -> None:
        reader, writer = os.pipe()
        os.close(reader)
        ran = subprocess.run(
            [sys.executable, str(DEV), "run", "nosuch.docx"],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writer)
        assert ran.returncode != 0
        assert ran.stderr == b""
