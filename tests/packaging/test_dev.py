"""The developer command's own logic: what it parses, opens and calls."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import dev
from devtools.console import StepFailed

ROOT = Path(__file__).resolve().parents[2]


class Recorder:
    """Stands in for `call`: keeps what was called and answers with set exit statuses."""

    def __init__(self, **statuses: int) -> None:
        self.statuses = statuses
        self.lines: list[str] = []
        self.environments: list[dict[str, str]] = []
        self.quiet: list[bool] = []

    def __call__(
        self, command: list[str], *, env: dict[str, str] | None = None, quiet: bool = False
    ) -> int:
        self.quiet.append(quiet)
        line = " ".join(command[1:]) or command[0]
        self.lines.append(line)
        self.environments.append(env or {})
        return next((status for word, status in self.statuses.items() if word in line), 0)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    recorder = Recorder()
    monkeypatch.setattr(dev, "call", recorder)
    monkeypatch.setattr(dev.Environment, "ensure", lambda self, *locks: None)
    monkeypatch.setattr(dev.system, "ensure_qt_system", lambda: True)
    return recorder


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    names = ["a.docx", "b.txt"]
    for name in names:
        (tmp_path / name).touch()
    return names


def test_run_without_files_takes_the_two_bundled_reports() -> None:
    assert [Path(path).suffix for path in dev.examples()] == [".docx", ".txt"]


def test_run_opens_the_window_on_the_files_given(
    calls: Recorder, reports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda environment: True)
    assert dev.run(reports) == 0
    assert calls.lines == ["-m reviewer gui a.docx b.txt"]


@pytest.mark.parametrize("display", [True, False])
def test_run_speaks_the_language_asked_for(
    calls: Recorder, reports: list[str], monkeypatch: pytest.MonkeyPatch, display: bool
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda environment: display)
    assert dev.main(["run", *reports, "--language", "en"]) == 0
    assert all(line.endswith("--language en") for line in calls.lines)


def test_run_says_once_that_a_file_is_not_there(
    calls: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run", "nosuch.docx"]) == 1
    assert calls.lines == []
    assert capsys.readouterr().out.count("nosuch.docx") == 1


def test_run_without_display_writes_the_workbook_and_prints_the_findings(
    calls: Recorder,
    reports: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda environment: False)
    assert dev.run(reports) == 0
    assert calls.lines == [
        "-m reviewer export a.docx b.txt -o scores.xlsx",
        "-m reviewer check a.docx b.txt",
    ]
    assert calls.quiet == [False, True]
    said = capsys.readouterr().out
    assert "no display" in said
    assert str(Path("scores.xlsx").resolve()) in said


def test_run_without_display_still_prints_findings_where_a_report_could_not_be_read(
    calls: Recorder, reports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda environment: False)
    calls.statuses = {"export": 1}
    assert dev.run(reports) == 1
    assert len(calls.lines) == 2


def test_run_falls_back_to_the_table_where_qt_has_no_libraries(
    calls: Recorder,
    reports: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev.system, "ensure_qt_system", lambda: False)
    dev.run(reports)
    assert calls.lines[-1] == "-m reviewer check a.docx b.txt"
    assert "system packages are missing" in capsys.readouterr().out


def test_a_display_that_qt_cannot_open_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":4711")
    environment = dev.Environment()
    for status, expected in ((0, True), (134, False)):
        answer = subprocess.CompletedProcess([], status)
        monkeypatch.setattr(dev.subprocess, "run", lambda *_, answer=answer, **__: answer)
        assert dev.has_display(environment) is expected


def test_without_display_variable_qt_is_not_even_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delattr(dev.subprocess, "run")
    assert not dev.has_display(dev.Environment())


def test_every_test_runs_once_those_of_the_window_with_qt_and_last(calls: Recorder) -> None:
    assert dev.test() == 0
    assert [line.split()[1] for line in calls.lines[:2]] == ["ruff", "mypy"]
    without, window = calls.lines[-2:]
    assert without.endswith(" --ignore=tests/gui")
    assert calls.environments[-2]["PYTHONPATH"].endswith("without_qt")
    assert window.endswith(" tests/gui")
    assert all("--numprocesses=auto" in line for line in (without, window))
    assert calls.environments[-1]["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize("broken", ["ruff", "mypy", "--no-logo", "--ignore=tests/gui"])
def test_one_failed_step_fails_the_test_command_but_pytest_still_runs_last(
    calls: Recorder, broken: str
) -> None:
    calls.statuses = {broken: 1}
    assert dev.test() == 1
    assert calls.lines[-1].endswith(" tests/gui")


def test_a_failed_last_run_fails_the_test_command(calls: Recorder) -> None:
    calls.statuses = {"pytest": 1}
    assert dev.test() == 1


def test_lint_runs_no_test(calls: Recorder) -> None:
    assert dev.lint() == 0
    assert not [line for line in calls.lines if "pytest" in line]


def test_a_failed_step_is_said_and_gives_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise StepFailed("the disk is full")

    monkeypatch.setattr(dev, "lint", fail)
    monkeypatch.chdir(os.getcwd())
    assert dev.main(["lint"]) == 1
    assert "FAILED: the disk is full" in capsys.readouterr().out


def test_an_unknown_command_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.parse(["dance"])
    assert stopped.value.code == 2


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    command = "python3 packaging/dev.py test"
    assert script.splitlines()[-1] == f"exec {command}"
    for readme in ("README.md", "README.zh-CN.md"):
        assert command in (ROOT / readme).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("command", ["build", "smoke"])
@pytest.mark.parametrize("target", ["windows", "linux"])
def test_build_and_smoke_go_to_the_system_named(
    command: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[str, str]] = []
    for name in ("build", "smoke"):
        monkeypatch.setattr(dev, name, lambda to, name=name: called.append((name, to)) or 0)
    monkeypatch.chdir(os.getcwd())
    assert dev.main([command, target]) == 0
    assert called == [(command, target)]


def test_no_other_system_is_built_for() -> None:
    with pytest.raises(SystemExit):
        dev.parse(["build", "macos"])
