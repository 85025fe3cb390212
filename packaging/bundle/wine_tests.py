"""`dev.py wine-test`: everything outside tests/gui, with Windows' own Python under Wine.

The nearest thing to Windows that a Linux machine can offer.
"""

from __future__ import annotations

from collections.abc import Sequence

from bundle import facts, winpython
from bundle.parts import BUNDLE_LOCK, fetch_windows_wheels, install_windows_wheels, requirements
from bundle.windows import TOOLS
from bundle.wine import Wine
from devtools import system
from devtools.console import step
from devtools.environment import DEV_LOCK, ROOT, RUN_LOCK, Environment

BASE = facts.BUILD / "wine-tests"
LOCKS = (RUN_LOCK, DEV_LOCK, BUNDLE_LOCK)
# What only Linux has: the developer's own commands and their system packages.
LEFT_OUT = ("tests/gui", "tests/packaging")


def wine_test(arguments: Sequence[str]) -> int:
    """Run pytest under Wine with `arguments`, all tests outside the window's for none."""
    system.ensure_tools(TOOLS)
    environment = Environment()
    environment.ensure(RUN_LOCK)
    python, stamp = BASE / "python" / "python.exe", BASE / "installed.txt"
    wanted = "\n".join(requirements(LOCKS, "win32"))
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        wheels = fetch_windows_wheels(environment.python, LOCKS)
        winpython.make_interpreter(wheels, python.parent)
        install_windows_wheels(
            environment.python, wheels, python.parent / "Lib" / "site-packages", LOCKS
        )
        stamp.write_text(wanted, encoding="utf-8")
    wine = Wine(BASE / "prefix", variables={"PYTHONUTF8": "1"})
    own = python.parent / "Lib" / "site-packages" / "reviewer.pth"
    own.write_text(wine.windows_path(ROOT / "src") + "\n", encoding="utf-8")
    if not wine.prefix.is_dir():
        wine.start()
    step("pytest under Wine")
    chosen = arguments or [f"--ignore={folder}" for folder in LEFT_OUT]
    without_qt = wine.windows_path(ROOT / "packaging" / "without_qt")
    wine = Wine(wine.prefix, variables={**wine.variables, "PYTHONPATH": without_qt})
    flags = ["-p", "no:cacheprovider", "-p", "no:pytest-qt", "-p", "qt_options"]
    command = [str(python), "-m", "pytest", *flags, *chosen]
    status = wine.follow(command, ROOT)
    wine.stop()
    return status
