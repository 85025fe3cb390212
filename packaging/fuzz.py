"""Break every file of the corpus in every way and read it; run it through `dev.py fuzz`.

A run fails where the reading process crashes, takes too long or ends in anything but a report or
one of the program's errors. The files that did it are kept, and said. Counted as well, by format,
is how often more than a hundredth of the text was lost without an error or a further notice: plain
and rich text and web pages carry little to tell that by, the other formats do.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from devtools.mutations import mutate
from reviewer.readers import read_report
from reviewer.readers.isolated import IsolatedReader, ReaderDefect
from reviewer.report import Report
from reviewer.support.errors import UnreadableReport
from reviewer.support.messages import load_messages

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "readers" / "corpus"
_NO_LOSS = 0.01
_BOUNDS_OF_TIME = ("time", "wait")
# Errors are the sentences that name the file; notices do not.
CODES = {
    code
    for code, texts in tomllib.loads(
        (ROOT / "resources" / "messages" / "readers.toml").read_text(encoding="utf-8")
    ).items()
    if "{source}" in texts["en"]
}


@dataclass(slots=True)
class Figures:
    """What came of the runs."""

    outcomes: Counter[str] = field(default_factory=Counter)
    by_format: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    opened: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    lost_in_silence: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Original:
    """What a file says before it is broken: its stretches of text and its notices."""

    stretches: Counter[str]
    notices: frozenset[str]

    @classmethod
    def of(cls, report: Report) -> Original:
        """Take a report for the original."""
        return cls(_stretches(report.text), _codes(report))

    def lost_in(self, report: Report) -> float:
        """Return the share, 0 to 1, of the text that is not in `report`."""
        missing = self.stretches - _stretches(report.text)
        return missing.total() / max(self.stretches.total(), 1)


class Fuzzer:
    """Breaks files and reads them; `kept` is where those stay that a reader fails on."""

    def __init__(self, reader: IsolatedReader, folder: Path, kept: Path) -> None:
        self.figures = Figures()
        self._reader = reader
        self._folder = folder
        self._kept = kept
        self._messages = load_messages("zh")
        self._originals: dict[Path, Original] = {}

    def run(self, source: Path, seed: int) -> None:
        """Break one file by `seed` and read it."""
        data = mutate(source.read_bytes(), random.Random(seed))
        path = self._folder / f"broken{source.suffix}"
        path.write_bytes(data)
        start = time.perf_counter()
        outcome, problem = self._outcome(source, path)
        seconds = time.perf_counter() - start
        figures = self.figures
        figures.outcomes[outcome] += 1
        figures.by_format[source.suffix] += 1
        figures.slowest = max(figures.slowest, (seconds, f"{source.name}, seed {seed}"))
        if problem:
            self._kept.mkdir(parents=True, exist_ok=True)
            kept = self._kept / f"{seed}-{source.name}"
            kept.write_bytes(data)
            figures.failures.append(f"{kept}\n{problem}")

    def _outcome(self, source: Path, path: Path) -> tuple[str, str]:
        """Return what came of reading a file, and what was wrong with that."""
        try:
            report = self._reader.read(str(path))
            self._compare(source, report)
            return "report", _flaw(report)
        except UnreadableReport as error:
            if isinstance(error.__cause__, ReaderDefect):
                return "DEFECT", str(error.__cause__)
            if error.code not in CODES:
                return error.code, f"unlisted error {error}"
            if error.details.get("bound") in _BOUNDS_OF_TIME:
                return error.code, f"took longer than allowed: {error}"
            self._messages.of(error)
            return error.code, ""

    def _compare(self, source: Path, report: Report) -> None:
        """Count what the broken file lost, and whether the user would hear of it."""
        if source not in self._originals:
            self._originals[source] = Original.of(read_report(str(source)))
        original = self._originals[source]
        self.figures.opened[source.suffix] += 1
        if original.lost_in(report) > _NO_LOSS:
            self.figures.lost[source.suffix] += 1
            told = _codes(report) - original.notices
            self.figures.lost_in_silence[source.suffix] += not told


def _stretches(text: str) -> Counter[str]:
    return Counter(text[place : place + 4] for place in range(len(text) - 3))


def _codes(report: Report) -> frozenset[str]:
    return frozenset(notice.code for notice in report.notices)


def _flaw(report: Report) -> str:
    """Return what is wrong with a report's blocks, if anything."""
    end = -1
    for block in report.blocks:
        if not end < block.start < block.end <= len(report.text):
            return f"block {block} after {end} in {len(report.text)} characters"
        end = block.end
    return ""


def say(figures: Figures, seconds: float) -> None:
    """Print what came of the runs."""
    runs = sum(figures.outcomes.values())
    print(f"{runs} runs in {seconds:.0f} s, {1e3 * seconds / max(runs, 1):.0f} ms each")
    print("  files:   ", ", ".join(f"{k} {n}" for k, n in sorted(figures.by_format.items())))
    print("  outcomes:", ", ".join(f"{k} {n}" for k, n in figures.outcomes.most_common()))
    print(f"  slowest:  {figures.slowest[0]:.2f} s ({figures.slowest[1]})")
    losses = ", ".join(
        f"{suffix} {figures.lost_in_silence[suffix]} of {count} ({figures.opened[suffix]} opened)"
        for suffix, count in sorted(figures.lost.items())
    )
    print(f"  text lost in silence, of all losses: {losses or 'none'}")
    for failure in figures.failures[:20]:
        print(f"FAILED {failure}")
    print(f"{len(figures.failures)} crashes, hangs, unlisted errors or tracebacks")


def main(arguments: list[str]) -> int:
    """Run as often as told; 1 where a run failed."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description="Break files and read them.")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    sources = sorted(path for path in CORPUS.iterdir() if path.suffix != ".md")
    kept = Path(tempfile.gettempdir()) / "reviewer-fuzz"
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, IsolatedReader() as reader:
        fuzzer = Fuzzer(reader, Path(folder), kept)
        for number in range(chosen.runs):
            # The same seed and number always break the same file in the same way.
            fuzzer.run(sources[number % len(sources)], chosen.seed * 1_000_003 + number)
    say(fuzzer.figures, time.perf_counter() - start)
    return 1 if fuzzer.figures.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
