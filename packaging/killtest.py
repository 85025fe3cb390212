"""Ends a scripted review by SIGKILL at random moments; run it through `dev.py killtest`.

After each kill the project must open, SQLite's integrity_check must be ok, everything that had
been confirmed must be there, and copies, backups and exports must be whole. The same with a disk
that runs full and with a folder that is turned read-only. POSIX only.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from devtools.old_project import make_old_project
from devtools.scripted_review import Script, heed_write_protection, state_of
from reviewer.project import Project, backups_of, default_project, tidying
from reviewer.review import CommentIs
from reviewer.support.errors import StoreError

LONGEST = 0.4  # seconds a review goes on at most
FRESH = 8  # runs until the project is begun anew, every second time in the older format
SMALL = 600_000  # bytes a project may grow to on the full disk
FREED = 50_000  # bytes for which a project is written anew; else no review were long enough
MODES = ("plain", "full disk", "read-only")


@dataclass(slots=True)
class Figures:
    """What came of the runs."""

    runs: Counter[str] = field(default_factory=Counter)
    confirmed: int = 0
    in_flight: int = 0
    killed_in_opening: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0


@dataclass(slots=True)
class Told:
    """What a killed review had said."""

    opened: bool = False
    done: str | None = None
    next: list[str] = field(default_factory=list)
    reports: dict[str, str] = field(default_factory=dict)
    removing: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    home: int = 0
    confirmed: int = 0
    troubles: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Run the test; the exit status is 0 only where nothing was lost."""
    parser = argparse.ArgumentParser(prog="killtest")
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    figures = Figures()
    begun = time.monotonic()
    for mode in MODES:
        times = chosen.times if mode == "plain" else max(1, chosen.times // 5)
        with folder_for(mode) as folder:
            for number in range(times):
                one_run(folder, mode, chosen.seed * 1_000_000 + number, number, figures)
    say(figures, time.monotonic() - begun)
    return 1 if figures.failures else 0


@contextlib.contextmanager
def folder_for(mode: str) -> Iterator[Path]:
    """Make a folder; for the full disk on a small file system of its own, where one may mount."""
    with tempfile.TemporaryDirectory() as made:
        mounted = mode == "full disk" and mount(Path(made))
        try:
            yield Path(made)
        finally:
            if mounted:
                subprocess.run(["umount", made], check=True)


def mount(folder: Path) -> bool:
    """Mount a small file system; False where one may not."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    command = ["mount", "-t", "tmpfs", "-o", f"size={2 * SMALL}", "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def one_run(folder: Path, mode: str, seed: int, number: int, figures: Figures) -> None:
    """Let a review begin or go on, kill it, and look at what is left."""
    if number % FRESH == 0:
        begin_anew(folder)
        if number // FRESH % 2:
            make_old_project(folder / "decisions.reviewer")
    before = state_on_disk(folder)
    told = killed(folder, mode, seed, figures)
    folder.chmod(0o755)
    for path in folder.glob("*.review"):
        path.chmod(0o644)
    figures.runs[mode] += 1
    figures.confirmed += told.confirmed
    figures.troubles += told.troubles
    figures.killed_in_opening += not told.opened
    for problem in problems(folder, before, told, figures):
        figures.failures.append(f"{mode}, seed {seed}: {problem}")


def begin_anew(folder: Path) -> None:
    """Empty the folder."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def killed(folder: Path, mode: str, seed: int, figures: Figures) -> Told:
    """Run a review in a process of its own, kill it, and return what it had said."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        review_until_killed(folder, mode, seed, reader, writer)
    os.close(writer)
    chance = random.Random(seed)
    time.sleep(chance.random() * LONGEST)
    if mode == "read-only":
        with contextlib.suppress(FileNotFoundError):
            (folder / "default.review").chmod(0o444)
        folder.chmod(0o555)
        time.sleep(chance.random() * LONGEST / 4)
    os.kill(process, signal.SIGKILL)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(process, 0)
    told = heard(said)
    if os.WTERMSIG(status) != signal.SIGKILL and not told.troubles:
        figures.failures.append(f"{mode}, seed {seed}: the review ended by itself")
    return told


def review_until_killed(folder: Path, mode: str, seed: int, reader: int, writer: int) -> None:
    """Be the review; never returns."""
    os.close(reader)

    def tell(line: list[object]) -> None:
        os.write(writer, json.dumps(line).encode("ascii") + b"\n")

    try:
        if mode == "read-only":
            heed_write_protection()
        if mode == "full disk":
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))
        tidying._LEAST_FREED = FREED
        Script(folder, seed, tell).run()
    except StoreError as error:
        tell(["trouble", error.code])
        os._exit(3)
    except BaseException as error:
        tell(["broken", repr(error)])
        raise
    finally:
        os._exit(4)


def heard(said: bytes) -> Told:
    """Read the lines; the last one may be cut off."""
    told = Told()
    for line in said.splitlines(keepends=True):
        if not line.endswith(b"\n"):
            break
        kind, *rest = json.loads(line)
        if kind == "open":
            told.opened, told.done = True, rest[0]
        elif kind == "next":
            told.next.append(rest[0])
        elif kind == "done":
            told.done, told.next = rest[0], []
            told.confirmed += 1
        elif kind == "home":
            told.home = rest[0]
        elif kind == "report":
            told.reports[rest[0]] = rest[1]
        elif kind in ("removing", "removed"):
            getattr(told, kind).append(rest[0])
        elif kind == "trouble":
            told.troubles[rest[0]] += 1
        else:
            told.troubles[f"broken: {rest[0]}"] += 1
    return told


def state_on_disk(folder: Path) -> str | None:
    """Return what is ruled in the project before a run, None where there is none."""
    if not (folder / "default.review").exists():
        return None
    with default_project(folder) as project:
        return state_of(project.history)


def problems(folder: Path, before: str | None, told: Told, figures: Figures) -> Iterator[str]:
    """Open everything that a killed review left behind and yield what is wrong with it."""
    yield from (code for code in told.troubles if code.startswith("broken"))
    begun = time.monotonic()
    try:
        with default_project(folder) as project:
            figures.slowest = max(figures.slowest, time.monotonic() - begun)
            state = state_of(project.history)
            if told.opened and state in told.next:
                figures.in_flight += 1
            elif told.opened and state != told.done:
                yield f"state {state} is neither {told.done} nor one of {told.next}"
            if not told.opened and before is not None and state != before:
                yield "opening changed what was ruled"
            yield from lost(project, told)
            if project.read_only:
                yield "the lock of a dead process holds"
    except StoreError as error:
        yield f"cannot be opened: {error}"
    for path in [*folder.glob("*.review"), *(one.path for one in backups_of(main_file(folder)))]:
        yield from damage(path)
    if told.home and at_home(folder / "share.review") < told.home:
        yield "what was written back is not at home"
    export = folder / "export.json"
    if export.exists() and not isinstance(json.loads(export.read_bytes()), list):
        yield "the export is half a file"


def lost(project: Project, told: Told) -> Iterator[str]:
    """Yield which reports are not as they were said to be: in the project, on the list or off it.

    Every report on the list has the file it was read from.
    """
    listed = [entry.key for entry in project.entries if entry.version]
    yield from (f"the file of report {key} is lost" for key in listed if not project.original(key))
    yield from (f"report {key} is listed again" for key in told.removed if key in listed)
    there = {key for (key,) in project._database.rows("SELECT key FROM reports")}
    digests = [digest for (digest,) in project._database.rows("SELECT digest FROM versions")]
    texts = {report.text for digest in digests if (report := project.version(digest))}
    for key, text in told.reports.items():
        if key not in there or text not in texts or key not in [*listed, *told.removing]:
            yield f"report {key} is lost"


def at_home(path: Path) -> int:
    """Return how much of the other project has come home."""
    with Project.open(path) as project:
        known = project.history.rulings("a").values()
        return next((len(r.said.text) for r in known if isinstance(r.said, CommentIs)), 0)


def main_file(folder: Path) -> Path:
    """Return the project's file."""
    return folder / "default.review"


def damage(path: Path) -> Iterator[str]:
    """Yield what SQLite finds wrong with a file."""
    connection = sqlite3.connect(path)
    try:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        found = str(error)
    connection.close()
    if found != "ok":
        yield f"{path.name}: {found}"


def say(figures: Figures, seconds: float) -> None:
    """Print the figures."""
    now = datetime.datetime.now().astimezone()
    print(f"{now:%Y-%m-%d %H:%M}, {seconds:.0f} s")
    for mode, count in figures.runs.items():
        print(f"{mode}: killed {count} times")
    print(f"confirmed rulings: {figures.confirmed}")
    print(f"killed while opening: {figures.killed_in_opening}")
    print(f"on disk though not yet confirmed: {figures.in_flight}")
    print(f"told to the user: {dict(figures.troubles)}")
    print(f"slowest opening afterwards: {1000 * figures.slowest:.0f} ms")
    print(f"failures: {len(figures.failures)}")
    for failure in figures.failures[:20]:
        print(f"  {failure}")


if __name__ == "__main__":
    sys.exit(main())
