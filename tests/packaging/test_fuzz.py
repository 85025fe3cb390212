"""The fuzzer says what a reader may not do."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.readers.misbehaving import crash, stumble

import fuzz
from reviewer.readers import read_report
from reviewer.readers.isolated import IsolatedReader, ReadsReport
from reviewer.report import Report

TEXT = fuzz.CORPUS / "poor.txt"


def failures(read: ReadsReport, folder: Path) -> list[str]:
    with IsolatedReader(read) as reader:
        fuzzer = fuzz.Fuzzer(reader, folder, folder / "kept")
        fuzzer.run(TEXT, 3)
    return fuzzer.figures.failures


def test_a_reader_that_keeps_to_its_errors_passes(tmp_path: Path) -> None:
    assert failures(read_report, tmp_path) == []
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("read", [crash, stumble])
def test_crash_and_traceback_fail_and_the_file_is_kept(read: ReadsReport, tmp_path: Path) -> None:
    (failure,) = failures(read, tmp_path)
    kept = tmp_path / "kept" / "3-poor.txt"
    assert failure.startswith(str(kept))
    assert kept.stat().st_size > 0


def test_run_counts_every_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--runs", "6", "--seed", "2"]) == 0
    assert "6 runs" in capsys.readouterr().out


def test_the_share_of_text_that_is_missing_is_measured() -> None:
    whole = Report("a.txt", "txt", "utf-8", "镇党委中心组学法6次，办结诉求32件。" * 9, ())
    part = replace(whole, text=whole.text[:60])
    assert fuzz.Original.of(whole).lost_in(whole) == 0
    assert 0.5 < fuzz.Original.of(whole).lost_in(part) < 1


def test_losses_are_said_by_format(capsys: pytest.CaptureFixture[str]) -> None:
    figures = fuzz.Figures(lost=Counter({".doc": 4}), lost_in_silence=Counter({".doc": 1}))
    figures.opened[".doc"] = 9
    fuzz.say(figures, 1.0)
    assert ".doc 1 of 4 (9 opened)" in capsys.readouterr().out
