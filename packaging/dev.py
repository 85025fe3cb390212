#!/usr/bin/env python3
"""Everything a developer does, in one command on a fresh machine: run, test, lint and more.

Standard library only; works on Linux and Windows with Python 3.11.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from devtools import system
from devtools.console import StepFailed, call, end_when_nobody_reads, say, shown, speak_utf8, step
from devtools.environment import CHILD_ENV, DEV_LOCK, ROOT, RUN_LOCK, Environment

SCORES = "scores.xlsx"
OFFSCREEN = {**CHILD_ENV, "QT_QPA_PLATFORM": "offscreen"}
TITLES = {"ruff": "style", "mypy": "types", "lint-imports": "layers"}


def examples() -> list[str]:
    """Return the bundled reports, the good one (.docx) before the poor one (.txt)."""
    folder = ROOT / "resources" / "examples"
    return [str(path) for suffix in (".docx", ".txt") for path in folder.glob(f"*{suffix}")]


def has_display(environment: Environment) -> bool:
    """Tell whether a window can be opened; on Linux Qt itself is asked, since DISPLAY may lie."""
    if sys.platform != "linux":
        return True
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return False
    test = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    tried = subprocess.run([environment.python, "-c", test], capture_output=True, check=False)
    return tried.returncode == 0


def run(files: Sequence[str], language: str = "") -> int:
    """Open the window on `files`, or write the scores and print the findings without a display."""
    missing = [file for file in files if not Path(file).exists()]
    if missing:
        raise StepFailed(f"There is no {', '.join(missing)}; check the name and the folder.")
    environment = Environment()
    environment.ensure(RUN_LOCK)
    reviewer = [environment.python, "-m", "reviewer"]
    reports = list(files) or examples()
    spoken = ["--language", language] if language else []
    libraries = system.ensure_qt_system()
    if libraries and has_display(environment):
        step(f"Opening the window on {', '.join(Path(report).name for report in reports)}")
        return call([*reviewer, "gui", *reports, *spoken], env=CHILD_ENV)
    cause = "no display" if libraries else "system packages are missing"
    step(f"No window can be opened here ({cause})")
    step(f"Instead the score workbook {Path(SCORES).resolve()}")
    written = call([*reviewer, "export", *reports, "-o", SCORES, *spoken], env=CHILD_ENV)
    step("and the findings as a table")
    # What is wrong with a report has just been said.
    checked = call([*reviewer, "check", *reports, *spoken], env=CHILD_ENV, quiet=True)
    return written or checked


def lint_steps(environment: Environment) -> list[str]:
    """Run style, types and layers; returns the names of those that failed."""
    python = environment.python
    commands = {
        "ruff": [python, "-m", "ruff", "check", "src", "tests", "packaging"],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [environment.script("lint-imports"), "--no-logo"],
    }
    failed = []
    for name, command in commands.items():
        step(f"{name} ({TITLES[name]})")
        if call(command, env=CHILD_ENV) != 0:
            say(f"   FAILED: {name}; to see it alone: {shown(command)}")
            failed.append(name)
    return failed


def lint() -> int:
    """Run the checks that need no test."""
    environment = Environment()
    environment.ensure(RUN_LOCK, DEV_LOCK)
    failed = lint_steps(environment)
    say(f"FAILED: {', '.join(failed)}" if failed else "== All checks passed")
    return 1 if failed else 0


def test() -> int:
    """Run the checks, the tests outside the window without Qt, then the window's.

    Every test runs once, on as many processors as there are; pytest's last line is the last.
    """
    environment = Environment()
    environment.ensure(RUN_LOCK, DEV_LOCK)
    if not system.ensure_qt_system():
        raise StepFailed("The window's tests need the system packages named above.")
    failed = lint_steps(environment)
    pytest = [environment.python, "-m", "pytest", "--numprocesses=auto", "--dist=loadfile"]
    step("pytest without PySide6 (everything outside tests/gui)")
    without_qt = [*pytest, "-p", "no:pytest-qt", "-p", "qt_options"]
    paths = os.pathsep.join([str(ROOT / "packaging" / "without_qt")])
    if call([*without_qt, "--ignore=tests/gui"], env={**CHILD_ENV, "PYTHONPATH": paths}) != 0:
        failed.append("pytest without PySide6")
    step("pytest with Qt offscreen (tests/gui)")
    if failed:
        say(f"   FAILED so far: {', '.join(failed)}")
    passed = call([*pytest, "tests/gui"], env=OFFSCREEN) == 0
    return 0 if passed and not failed else 1


def office() -> int:
    """Open with LibreOffice what the exports write, and read it back."""
    environment = Environment()
    environment.ensure(RUN_LOCK, DEV_LOCK)
    if not system.ensure_libreoffice():
        raise StepFailed("These tests need LibreOffice.")
    return call([environment.python, "-m", "pytest", "-m", "office", "tests/office"], env=OFFSCREEN)


def bench(against: str | None) -> int:
    """Measure reading and reviewing, and how long the window keeps its user waiting.

    `against` a commit, the stages of a review alone are compared.
    """
    environment = Environment()
    environment.ensure(RUN_LOCK)
    if against:
        script = str(ROOT / "packaging" / "bench_against.py")
        return call([environment.python, script, against], env=CHILD_ENV)
    status = call([environment.python, str(ROOT / "packaging" / "bench.py")], env=CHILD_ENV)
    if not system.ensure_qt_system():
        say("The window is not measured: the system packages named above are missing.")
        return status
    for script in ("bench_opening.py", "bench_window.py"):
        command = [environment.python, str(ROOT / "packaging" / script)]
        status = call(command, env=OFFSCREEN) or status
    return status


def fuzz(runs: int, seed: int) -> int:
    """Read broken files."""
    environment = Environment()
    environment.ensure(RUN_LOCK)
    script = str(ROOT / "packaging" / "fuzz.py")
    command = [environment.python, script, "--runs", str(runs), "--seed", str(seed)]
    return call(command, env=CHILD_ENV)


def build(target: str) -> int:
    """Make the files people install, in dist/."""
    from bundle import linux, windows

    return {"windows": windows.build, "linux": linux.build}[target]()


def smoke(target: str) -> int:
    """Install what was built and prove that it works."""
    from bundle import smoke_linux, smoke_windows

    return {"windows": smoke_windows.smoke, "linux": smoke_linux.smoke}[target]()


def wine_test(arguments: Sequence[str]) -> int:
    """Run the tests outside the window with Windows' own Python under Wine."""
    from bundle.wine_tests import wine_test as run_tests

    return run_tests(arguments)


def killtest(times: int, seed: int) -> int:
    """End a scripted review at random moments and look for what was lost."""
    environment = Environment()
    environment.ensure(RUN_LOCK)
    script = str(ROOT / "packaging" / "killtest.py")
    command = [environment.python, script, "--times", str(times), "--seed", str(seed)]
    return call(command, env=CHILD_ENV)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    runner = commands.add_parser("run", help="open the window on FILES or the bundled examples")
    runner.add_argument("files", nargs="*", metavar="FILE")
    runner.add_argument("--language", choices=("zh", "en"), default="", help="of the program")
    commands.add_parser("test", help="style, types, layers and all tests")
    commands.add_parser("lint", help="style, types and layers only")
    commands.add_parser("office", help="open workbooks and letters with LibreOffice")
    timer = commands.add_parser("bench", help="measure reading and reviewing on generated reports")
    timer.add_argument("--against", metavar="COMMIT", help="compare with a commit instead")
    fuzzer = commands.add_parser("fuzz", help="break the files of the corpus and read them")
    fuzzer.add_argument("--runs", type=int, default=1000)
    fuzzer.add_argument("--seed", type=int, default=0)
    wine = commands.add_parser("wine-test", help="the tests with Windows' Python under Wine")
    wine.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENT OF PYTEST")
    builder = commands.add_parser("build", help="make the files people install, in dist/")
    prover = commands.add_parser("smoke", help="install what was built and prove that it works")
    for command in (builder, prover):
        command.add_argument("target", choices=("windows", "linux"))
    killer = commands.add_parser("killtest", help="kill a scripted review again and again")
    killer.add_argument("--times", type=int, default=500)
    killer.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit status is 0 only where all of it went well."""
    speak_utf8()
    chosen = parse(arguments)
    try:
        if chosen.command == "run":
            return run([str(Path(file).resolve()) for file in chosen.files], chosen.language)
        os.chdir(ROOT)
        if chosen.command == "fuzz":
            return fuzz(chosen.runs, chosen.seed)
        if chosen.command == "wine-test":
            return wine_test(chosen.arguments)
        if chosen.command in ("build", "smoke"):
            return {"build": build, "smoke": smoke}[chosen.command](chosen.target)
        if chosen.command == "killtest":
            return killtest(chosen.times, chosen.seed)
        if chosen.command == "bench":
            return bench(chosen.against)
        return {"test": test, "lint": lint, "office": office}[chosen.command]()
    except StepFailed as problem:
        say(f"FAILED: {problem}")
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    end_when_nobody_reads()
    sys.exit(main(sys.argv[1:]))
