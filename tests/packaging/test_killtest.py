"""A short run of the kill test, and what it would say of a program that loses things."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import killtest
from devtools.scripted_review import Script
from reviewer.project import default_project, pack
from reviewer.readers import text_report
from reviewer.review import Command, Confirmed

SCRIPT = Path(killtest.__file__)


def test_nothing_confirmed_is_lost_by_a_few_kills() -> None:
    # In a process of its own: it forks, which a process with threads had better not do.
    command = [sys.executable, str(SCRIPT), "--times", "18", "--seed", "3"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "failures: 0" in ran.stdout
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_lost_ruling_is_seen(tmp_path: Path) -> None:
    with default_project(tmp_path) as project:
        project.history.do(Command("a", (Confirmed("A01"),)))
        said = killtest.state_of(project.history)
    told = killtest.heard(b'["open", "x"]\n["next", "lost"]\n["done", "lost"]\n["next", "half')
    assert (told.done, told.next, told.confirmed) == ("lost", [], 1)
    found = list(killtest.problems(tmp_path, None, told, killtest.Figures()))
    assert found == [f"state {said} is neither lost nor one of []"]


def test_a_lost_report_and_a_damaged_file_are_seen(tmp_path: Path) -> None:
    with default_project(tmp_path) as project:
        said = killtest.state_of(project.history)
    told = killtest.Told(opened=True, done=said, reports={"a": "text"})
    found = list(killtest.problems(tmp_path, None, told, killtest.Figures()))
    assert found == ["report a is lost"]
    content = bytearray(killtest.main_file(tmp_path).read_bytes())
    content[5000:9000] = b"\xa5" * 4000
    killtest.main_file(tmp_path).write_bytes(content)
    found = list(killtest.problems(tmp_path, None, told, killtest.Figures()))
    assert any("cannot be opened" in problem for problem in found)


def test_a_report_whose_file_was_dropped_and_one_that_is_listed_again_are_seen(
    tmp_path: Path,
) -> None:
    with default_project(tmp_path) as project:
        report = text_report("标题\n全文。", "青溪镇.txt")
        key = project.take_in(pack(report), "made")
        told = killtest.Told(reports={key: report.text}, removed=[key])
        found = list(killtest.lost(project, told))
    assert found == [f"the file of report {key} is lost", f"report {key} is listed again"]


def test_the_scripted_review_takes_reports_off_the_list_and_tidies_up(tmp_path: Path) -> None:
    told: list[list[object]] = []
    script = Script(tmp_path, 1, told.append)
    with default_project(tmp_path) as project:
        script._take_in(project)
        script._remove(project)
        script._tidy(project)
        key = told[-1][1]
        assert project.original(key) is None
    assert [line[0] for line in told] == ["report", "removing", "removed"]


def test_the_scripted_review_says_of_no_report_that_it_is_kept_where_it_may_only_look(
    tmp_path: Path,
) -> None:
    told: list[list[object]] = []
    with default_project(tmp_path) as project:
        project.read_only = True
        Script(tmp_path, 1, told.append)._take_in(project)
        assert project.entries == ()
    assert told == []


def test_an_administrator_is_stopped_by_write_protection_too(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o555)
    program = (
        "import sys; from devtools.scripted_review import heed_write_protection;"
        "heed_write_protection(); open(sys.argv[1], 'w')"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "shut" / "file")]
    ran = subprocess.run(command, cwd=SCRIPT.parent, capture_output=True, text=True, check=False)
    assert "PermissionError" in ran.stderr
