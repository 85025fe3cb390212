"""What the smoke tests of all systems share: what must be true, the comparison, pictures."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bundle.picture import png_of_xwd
from devtools.console import StepFailed, say
from devtools.environment import CHILD_ENV, ROOT, RUN_LOCK, Environment

REPORTS = ROOT / "tests" / "readers" / "corpus"
EXAMPLES = ROOT / "resources" / "examples"
SCREEN = (1366, 768)
_SOURCE = re.compile(rb'"source": "(?:[^"]*[\\/])?([^"\\/]+)"')


def expect(true: bool, what: str) -> None:
    """Say what holds; raise StepFailed where it does not."""
    if not true:
        raise StepFailed(f"not so: {what}")
    say(f"   ok: {what}")


def without_paths(output: bytes) -> bytes:
    """Return what `check --json` wrote with names for paths and Windows' line ends taken out."""
    return _SOURCE.sub(rb'"source": "\1"', output.replace(b"\r\n", b"\n"))


def reports(target: Path) -> list[Path]:
    """Copy the bundled reports and one of every format into `target`; return the copies, sorted.

    The PDF without embedded fonts (good-reportlab.pdf) is not among them: PDFium leaves out glyphs
    for which the computer has no font, and Wine has none for some.
    """
    target.mkdir(parents=True, exist_ok=True)
    sources = [*EXAMPLES.iterdir(), *REPORTS.glob("good.*")]
    return sorted(Path(shutil.copy(source, target)) for source in sources if source.is_file())


def expected_findings(folder: Path) -> bytes:
    """Return what the program here, run from source, finds in the same reports."""
    environment = Environment()
    environment.ensure(RUN_LOCK)
    files = [str(path) for path in reports(folder)]
    done = subprocess.run(
        [environment.python, "-m", "reviewer", "check", *files, "--json"],
        env={**os.environ, **CHILD_ENV},
        stdout=subprocess.PIPE,
        check=False,
    )
    expect(done.returncode == 0, f"run from source, all {len(files)} reports are read")
    return without_paths(done.stdout)


def expect_same(found: bytes, expected: bytes, what: str, folder: Path) -> None:
    """Compare two outputs; keep both in `folder` where they differ."""
    if without_paths(found) != expected:
        (folder / "expected.json").write_bytes(expected)
        (folder / "found.json").write_bytes(without_paths(found))
    expect(without_paths(found) == expected, f"{what}: the same bytes as from source, paths aside")


@dataclass(frozen=True, slots=True)
class Log:
    """The log of a self-test: lines with their times."""

    lines: tuple[tuple[float, str], ...]

    @staticmethod
    def read(folder: Path) -> Log:
        """Return the log in `folder`, empty where there is none yet."""
        path = folder / "selftest.txt"
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        found = re.findall(r"^(\d+\.\d+) (.*)$", text, re.MULTILINE)
        return Log(tuple((float(moment), line) for moment, line in found))

    def times(self, line: str) -> list[float]:
        """Return when `line` was written."""
        return [moment for moment, written in self.lines if written == line]


def expect_proved(folder: Path, status: int, what: str) -> None:
    """Tell by exit status and log whether a self-test went well, both starts of it."""
    if status != 0:
        log = folder / "selftest.txt"
        say(log.read_text(encoding="utf-8") if log.is_file() else "   (no log)")
    expect(status == 0, f"{what}: the self-test ends with 0")
    expect(len(Log.read(folder).times("done")) == 2, f"{what}: both starts came to their end")
    expect((folder / "scores.xlsx").is_file(), f"{what}: the workbook is there")


def snapshot(root: Path, left_out: Callable[[Path], bool]) -> Mapping[str, tuple[int, int]]:
    """Return size and time of every file below `root`, to see later what was written."""
    files = (path for path in root.rglob("*") if not path.is_symlink() and path.is_file())
    return {
        str(path.relative_to(root)): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in files
        if not left_out(path.relative_to(root))
    }


def written(
    before: Mapping[str, tuple[int, int]], after: Mapping[str, tuple[int, int]]
) -> list[str]:
    """Return the files that are new or changed."""
    return sorted(name for name, state in after.items() if before.get(name) != state)


@contextlib.contextmanager
def screen(folder: Path) -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Run an X server of a small laptop's size; yields its name and what takes its picture."""
    folder.mkdir(parents=True, exist_ok=True)
    width, height = SCREEN
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24"]
    command += ["-fbdir", str(folder), "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with open(reader, encoding="ascii") as told:
            number = told.readline().strip()
        if not number:
            raise StepFailed("Xvfb did not start.")
        frame = folder / "Xvfb_screen0"
        yield f":{number}", lambda target: _take(frame, target)
    finally:
        server.terminate()
        server.wait()


def _take(frame: Path, target: Path) -> None:
    target.write_bytes(png_of_xwd(frame.read_bytes()))


def wait_for(true: Callable[[], bool], seconds: float) -> bool:
    """Look five times a second whether something has become true."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True
