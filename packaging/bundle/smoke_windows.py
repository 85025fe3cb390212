"""`dev.py smoke windows`: the built files are installed and used, in Wine or on Windows itself."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

from bundle import facts
from bundle.here import Here
from bundle.picture import png_of_xwd, shows_something
from bundle.proof import (
    Log,
    expect,
    expect_proved,
    expect_same,
    expected_findings,
    reports,
    screen,
    snapshot,
    wait_for,
    written,
)
from bundle.windows import PORTABLE, SETUP, TOOLS
from bundle.wine import Wine
from devtools import system
from devtools.console import StepFailed, say, step

BASE = facts.BUILD / "smoke-windows"
PICTURE = facts.DIST / "windows-window.png"
WINDOW, CONSOLE = f"{facts.PROGRAM}.exe", f"{facts.COMMAND}.exe"
# Chinese characters and blanks in every path that Windows' own names do not rule out.
INSTALLED, CARRIED, RESULTS = "评查 程序/报告 评查", "U盘 工具/报告 评查", "自检 结果"
CLASSES = r"HKCU\Software\Classes"
SHIM_KEY = (
    r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId"
    r"\Windows.UI.ViewManagement.UISettings"
)
KEYS = (
    r"HKCU\Software\Reviewer",
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Reviewer",
    rf"{CLASSES}\.review",
    rf"{CLASSES}\Reviewer.Project\shell\open\command",
    rf"{CLASSES}\.docx\OpenWithProgids",
    rf"{CLASSES}\Applications\{WINDOW}\SupportedTypes",
)
SECONDS = 420.0
Machine = Wine | Here


def smoke() -> int:
    """Install, use, upgrade, uninstall; then the portable one; returns the exit status."""
    for file in (SETUP, PORTABLE):
        if not file.is_file():
            raise StepFailed(f"{file} is not there; run `dev.py build windows` first.")
    step("What the program finds here, run from source")
    expected = expected_findings(facts.empty(BASE) / "reports")
    machine = _machine()
    step("Installing")
    machine.start()
    expect(not has_key(machine, KEYS[0]), "no Reviewer was installed here before")
    clean = snapshot(machine.drive, _of_windows)
    program = install(machine)
    expect_findings(machine, program, expected)
    prove(machine, program, "offscreen", "-platform", "offscreen")
    if isinstance(machine, Wine):
        prove_in_wine_window(machine, program)
    else:
        prove(machine, program, "native window")
    upgrade(machine, program)
    uninstall(machine, program, clean)
    prove_portable(machine, expected)
    machine.stop()
    say("== Proved" if sys.platform == "win32" else "== Proved under Wine, not on Windows")
    return 0


def _machine() -> Machine:
    if sys.platform == "win32":
        return Here(BASE / "drive")
    system.ensure_tools({**TOOLS, "Xvfb": "xvfb"})
    return Wine(BASE / "prefix", variables={"LC_ALL": "C.UTF-8"})


def _of_windows(path: Path) -> bool:
    # The copy of itself that an uninstaller of NSIS works from is removed by Windows' next start.
    copied = any(part.startswith("~nsu") for part in path.parts)
    return copied or path.parts[0].lower() in ("windows", "programdata")


def install(machine: Machine) -> Path:
    """Run the setup silently; return the program's folder."""
    target = machine.drive / INSTALLED
    # NSIS wants the folder last and without quotation marks, so its blanks part arguments.
    place = f"/D={machine.windows_path(target)}".split(" ")
    done = machine.run([str(SETUP), "/S", *place], seconds=SECONDS)
    machine.settle()
    expect(done.status == 0, "the silent setup ends with 0")
    expect((target / WINDOW).is_file(), f"the program is in {machine.windows_path(target)}")
    for key in KEYS:
        expect(has_key(machine, key), f"registered: {key}")
    menu = machine.profile / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    links = [path.stem for path in menu.glob("*.lnk")]
    expect(facts.PROGRAM in links or "Reviewer" in links, "it is in the Start menu")
    return target


def has_key(machine: Machine, key: str) -> bool:
    """Tell whether the registry has a key."""
    return machine.run(["reg", "query", key], seconds=60).status == 0


def expect_findings(machine: Machine, program: Path, expected: bytes) -> None:
    """Compare what reviewer.exe finds with what the source finds here."""
    files = [machine.windows_path(path) for path in reports(machine.drive / "报告 文件")]
    done = machine.run([str(program / CONSOLE), "check", *files, "--json"], seconds=SECONDS)
    expect(done.status == 0, f"{CONSOLE} check reads all {len(files)} reports")
    expect_same(done.out, expected, CONSOLE, BASE)


def prove(machine: Machine, program: Path, what: str, *for_qt: str) -> None:
    """Let the program prove itself."""
    folder = facts.empty(machine.drive / RESULTS)
    reports(folder / "reports")
    command = [str(program / WINDOW), "--selftest", machine.windows_path(folder), *for_qt]
    start = time.time()
    done = machine.run(command, seconds=SECONDS)
    expect_proved(folder, done.status, what)
    say(f"   window up {Log.read(folder).times('window')[0] - start:.1f} s after the start")


def prove_in_wine_window(wine: Wine, program: Path) -> None:
    """Let the program prove itself in a window; one failure is allowed, as Wine has some."""
    _add_shim(wine)
    for last in (False, True):
        with screen(BASE / "screen") as (display, _):
            shown = Wine(wine.prefix, display, wine.variables)
            status, folder = _native_run(shown, program)
            wine.stop()
        if status == 0 or last:
            break
        say(f"   the native run ended with {status}; once more")
    expect_proved(folder, status, "native window")
    expect(PICTURE.is_file(), f"the window was seen: {PICTURE}")


def _native_run(wine: Wine, program: Path) -> tuple[int, Path]:
    folder = facts.empty(wine.drive / RESULTS)
    reports(folder / "reports")
    PICTURE.unlink(missing_ok=True)
    command = [str(program / WINDOW), "--selftest", wine.windows_path(folder)]
    with wine.started(command) as process:
        if wait_for(
            lambda: bool(Log.read(folder).times("look")) or process.poll() is not None, SECONDS
        ):
            time.sleep(0.7)
            dump = (BASE / "screen" / "Xvfb_screen0").read_bytes()
            if shows_something(dump):
                PICTURE.write_bytes(png_of_xwd(dump))
        try:
            status = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            status = 124
    return status, folder


def _add_shim(wine: Wine) -> None:
    """Give the prefix the one class of Windows that Qt's window asks for and Wine 8 lacks."""
    wine.add("uisettings.c", "windows.ui.dll")
    place = r"C:\windows\system32\windows.ui.dll"
    wine.run(["reg", "add", SHIM_KEY, "/v", "DllPath", "/t", "REG_SZ", "/d", place, "/f"])


def upgrade(machine: Machine, program: Path) -> None:
    """Install over an older version: its files go, what the user put beside it stays."""
    step("Installing over an older version")
    old, own = program / "_internal" / "old.dll", program / "我的 评查.review"
    old.write_bytes(b"old")
    own.write_bytes(b"mine")
    done = machine.run([str(SETUP), "/S"], seconds=SECONDS)
    machine.settle()
    expect(
        done.status == 0 and (program / WINDOW).is_file(), "the setup finds the folder by itself"
    )
    expect(not old.exists(), "files of the older version are gone")
    expect(own.is_file(), "a project beside the program is still there")


def uninstall(machine: Machine, program: Path, clean: Mapping[str, tuple[int, int]]) -> None:
    """Uninstall silently; nothing but projects and results may be left."""
    step("Uninstalling")
    machine.run([str(program / "uninstall.exe"), "/S"], seconds=SECONDS)
    machine.settle()
    # It works on from a copy of itself.
    expect(wait_for(lambda: not (program / "uninstall.exe").exists(), 60), "the program is gone")
    left = written(clean, snapshot(machine.drive, _of_windows))
    kept = [name for name in left if not name.startswith((RESULTS, "报告 文件"))]
    own = [name for name in kept if name.endswith((".review", ".reviewer"))]
    for name in own:
        say(f"   left, as it must be: {name}")
    expect(kept == own, f"nothing but projects is left {sorted(set(kept) - set(own))}")
    expect(bool(own), "the projects are left")
    for key in KEYS:
        expect(not has_key(machine, key), f"no longer registered: {key}")


def prove_portable(machine: Machine, expected: bytes) -> None:
    """Unpack the portable program and use it; nothing may be written outside its folder."""
    step("Using the portable program")
    target = machine.drive / CARRIED
    with zipfile.ZipFile(PORTABLE) as packed:
        packed.extractall(target.parent)
    (target.parent / facts.PROGRAM).rename(target)
    reports(machine.drive / "报告 文件")
    before = snapshot(machine.drive, _of_windows)
    expect_findings(machine, target, expected)
    folder = target / RESULTS
    reports(folder / "reports")
    arguments = ["--selftest", machine.windows_path(folder), "-platform", "offscreen"]
    done = machine.run([str(target / WINDOW), *arguments], seconds=SECONDS)
    machine.settle()
    expect_proved(folder, done.status, "portable")
    changed = written(before, snapshot(machine.drive, _of_windows))
    outside = [name for name in changed if not name.startswith(CARRIED) and "报告 文件" not in name]
    expect(not outside, f"nothing was written outside its folder {outside}")
    expect((target / "data").is_dir(), "what was decided is in its folder")
    for key in KEYS:
        expect(not has_key(machine, key), f"not registered: {key}")
