"""When .venv is made, filled and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools import environment
from devtools.console import StepFailed
from devtools.environment import Environment


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (tmp_path / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    called: list[list[str]] = []

    def call(command: list[str]) -> int:
        called.append(command)
        if "venv" in command:
            Path(command[-1]).mkdir(exist_ok=True)
        return 0

    monkeypatch.setattr(environment, "call", call)
    return called


def test_a_fresh_folder_gets_an_environment_the_locked_packages_and_the_program(
    project: Path, commands: list[list[str]]
) -> None:
    Environment(project).ensure(project / "requirements.lock")
    made, locked, editable = commands
    assert made[1:3] == ["-m", "venv"]
    assert "--require-hashes" in locked
    assert "--only-binary=:all:" in locked
    assert {"--no-deps", "--no-build-isolation", "--editable"} < set(editable)


def test_nothing_is_called_where_everything_is_installed(
    project: Path, commands: list[list[str]]
) -> None:
    Environment(project).ensure(project / "requirements.lock")
    commands.clear()
    Environment(project).ensure(project / "requirements.lock")
    assert commands == []


def test_a_changed_lock_is_installed_again(project: Path, commands: list[list[str]]) -> None:
    Environment(project).ensure(project / "requirements.lock")
    commands.clear()
    (project / "requirements.lock").write_text("a==2\n", encoding="utf-8")
    Environment(project).ensure(project / "requirements.lock")
    assert any("--require-hashes" in command for command in commands)


def test_a_changed_project_file_installs_the_program_again_but_no_package(
    project: Path, commands: list[list[str]]
) -> None:
    Environment(project).ensure(project / "requirements.lock")
    commands.clear()
    (project / "pyproject.toml").write_text("# changed\n", encoding="utf-8")
    Environment(project).ensure(project / "requirements.lock")
    assert any("--editable" in command for command in commands)
    assert not any("--require-hashes" in command for command in commands)


def test_running_after_testing_installs_nothing(project: Path, commands: list[list[str]]) -> None:
    (project / "dev.lock").write_text("b==1\n", encoding="utf-8")
    Environment(project).ensure(project / "requirements.lock", project / "dev.lock")
    commands.clear()
    Environment(project).ensure(project / "requirements.lock")
    assert commands == []


def test_a_failed_installation_is_tried_again_next_time(
    project: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(environment, "call", lambda command: "venv" not in command)
        with pytest.raises(StepFailed, match="check the network"):
            Environment(project).ensure(project / "requirements.lock")
    Environment(project).ensure(project / "requirements.lock")
    assert any("--editable" in command for command in commands)


def test_another_python_is_looked_for_and_its_absence_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(environment, "PYTHON", (3, 99))
    monkeypatch.setattr(environment.shutil, "which", lambda name: None)
    with pytest.raises(StepFailed, match=r"needs Python 3\.99"):
        environment.find_python()
    monkeypatch.setattr(environment.shutil, "which", lambda name: f"/opt/{name}")
    assert environment.find_python() == "/opt/python3.99"
