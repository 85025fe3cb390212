"""`dev.py smoke linux`: the built files are unpacked and used without this machine's Python."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bundle import facts
from bundle.linux import ARCHIVE, DEB, unpack_deb
from bundle.picture import shows_something
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
from devtools import system
from devtools.console import StepFailed, call, say, step
from devtools.environment import ROOT

BASE = facts.BUILD / "smoke-linux"
PICTURE = facts.DIST / "linux-window.png"
RESULTS = "自检 结果"
TOOLS = {"strace": "strace", "Xvfb": "xvfb", "dpkg-deb": "dpkg"}
SECONDS = 300.0
_SOCKET = re.compile(r"socket\((AF_\w+|\w+)")


def smoke() -> int:
    """Unpack and use both files; returns the exit status."""
    for file in (ARCHIVE, DEB):
        if not file.is_file():
            raise StepFailed(f"{file} is not there; run `dev.py build linux` first.")
    system.ensure_tools(TOOLS)
    if not system.ensure_qt_system():
        raise StepFailed("The window needs the system packages named above.")
    step("What the program finds, run from source")
    expected = expected_findings(facts.empty(BASE) / "reports")
    step("Using the .tar.gz, from a folder with blanks and Chinese characters")
    folder = BASE / "评查 程序"
    folder.mkdir()
    expect(call(["tar", "-xzf", str(ARCHIVE), "-C", str(folder)]) == 0, "it can be unpacked")
    program = next(folder.iterdir()) / facts.COMMAND
    expect_findings(program, expected, "the .tar.gz")
    prove_without_network(program)
    prove_native(program)
    prove_portable(program)
    expect_in_menu(program)
    step("Using the .deb")
    root = BASE / "root"
    unpack_deb(DEB, root)
    expect_findings(root / "usr" / "bin" / facts.COMMAND, expected, "the .deb")
    for name in ("applications/reviewer.desktop", "mime/packages/reviewer.xml"):
        expect((root / "usr" / "share" / name).is_file(), f"the .deb brings {name}")
    say(f"== Proved on this system; the window's picture is {PICTURE}")
    return 0


def _bare(home: Path, **more: str) -> dict[str, str]:
    """Return an environment with nothing of this machine's Python in it."""
    home.mkdir(parents=True, exist_ok=True)
    return {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TMPDIR": str(home),
        **more,
    }


def _run(command: Sequence[str], env: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )


def expect_findings(program: Path, expected: bytes, what: str) -> None:
    """Compare what the built program finds with what the source finds."""
    files = [str(path) for path in reports(BASE / "报告 文件")]
    done = _run([str(program), "check", *files, "--json"], _bare(BASE / "home"))
    if done.returncode != 0:
        say(done.stderr.decode("utf-8", errors="replace"))
    expect(done.returncode == 0, f"{what} reads all {len(files)} reports")
    expect_same(done.stdout, expected, what, BASE)


def prove_without_network(program: Path) -> None:
    """Run the self-test under strace: only local sockets, nothing of this machine's Python."""
    folder, trace = facts.empty(BASE / RESULTS), BASE / "strace.txt"
    reports(folder / "reports")
    calls = "trace=socket,connect,bind,open,openat,execve"
    command = ["strace", "-f", "-o", str(trace), "-e", calls, str(program)]
    command += ["--selftest", str(folder), "-platform", "offscreen"]
    done = _run(command, _bare(BASE / "home"))
    expect_proved(folder, done.returncode, "offscreen, under strace")
    text = trace.read_text(encoding="utf-8", errors="replace")
    families = set(_SOCKET.findall(text))
    expect(families <= {"AF_UNIX"}, f"no socket but local ones was made {sorted(families)}")
    own = (sys.base_prefix + "/lib/python", "/usr/lib/python3", str(ROOT / "src"))
    found = sorted({line for line in text.splitlines() if any(f'"{p}' in line for p in own)})
    expect(not found, f"nothing of this machine's Python was opened {found[:3]}")


def prove_native(program: Path) -> None:
    """Let the program prove itself in a window, look at it, and say how long it took to appear."""
    folder = facts.empty(BASE / RESULTS)
    reports(folder / "reports")
    with screen(BASE / "screen") as (display, take):
        start = time.time()
        process = subprocess.Popen(
            [str(program), "--selftest", str(folder)],
            env=_bare(BASE / "home", DISPLAY=display),
            stdin=subprocess.DEVNULL,
        )
        if wait_for(
            lambda: bool(Log.read(folder).times("look")) or process.poll() is not None, SECONDS
        ):
            time.sleep(0.7)
            seen = shows_something((BASE / "screen" / "Xvfb_screen0").read_bytes())
            take(PICTURE)
        status = process.wait(SECONDS)
    expect_proved(folder, status, "native window")
    expect(seen, f"the window was seen: {PICTURE}")
    say(f"   window up {Log.read(folder).times('window')[0] - start:.1f} s after the start")


def prove_portable(program: Path) -> None:
    """With portable.txt beside it the program writes nothing outside its folder."""
    home = facts.empty(BASE / "portable home")
    flag = program.parent / "portable.txt"
    flag.touch()
    before = snapshot(home, lambda path: False)
    folder = program.parent / RESULTS
    reports(folder / "reports")
    command = [str(program), "--selftest", str(folder), "-platform", "offscreen"]
    done = _run(command, _bare(home))
    expect_proved(folder, done.returncode, "portable")
    outside = written(before, snapshot(home, lambda path: False))
    expect(not outside, f"portable: nothing was written outside its folder {outside}")
    flag.unlink()


def expect_in_menu(program: Path) -> None:
    """Enter the program into a user's menu and take it out again."""
    home = facts.empty(BASE / "menu home")
    entry = home / ".local" / "share" / "applications" / "reviewer.desktop"
    script = str(program.parent / "install.sh")
    done = _run([script], _bare(home))
    expect(done.returncode == 0 and entry.is_file(), "install.sh enters it into the menu")
    command = f'Exec="{program}" gui %F'
    expect(
        command in entry.read_text(encoding="utf-8"), "the entry starts the program where it lies"
    )
    _run([script, "--remove"], _bare(home))
    left = [path for path in home.rglob("reviewer*") if path.is_file()]
    expect(not left, "install.sh --remove takes it out")
