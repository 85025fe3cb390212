"""Holds the program against reports whose headings do not name their parts, or that have none.

    python -m tests.corpus.unnamed [--half odd|even] [--misses]

A gold file lists the stretches of the parts in text order, each `from` its first characters, and
the verdicts on the elements that hang on them. Words, passages and bounds are tuned on odd numbers
only; of even ones nobody looks at more than the totals.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.corpus.agreement import LETTERS, Cell, share

from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS, Parts
from reviewer.review import Pipeline, Review, load_pipeline

HERE = Path(__file__).with_name("unnamed")
HALVES = ("odd", "even")
JUDGED = (RESULTS, SHORTCOMINGS, LEADERS, PLAN)
COVERED = 0.7  # the share of a stretch's characters that must be found to belong to its part


@dataclass(frozen=True)
class Stretch:
    """A stretch of one part, and the share of its characters that the program gives to it."""

    report: int
    part: str
    headed: bool
    text: str
    share: float

    @property
    def found(self) -> bool:
        """Whether most of it was found to belong to its part."""
        return self.share >= COVERED


@dataclass(frozen=True)
class Judged:
    """What the program made of one half of the reports."""

    stretches: tuple[Stretch, ...]
    cells: tuple[Cell, ...]

    @property
    def found(self) -> float:
        """The share of stretches that were found."""
        return sum(stretch.found for stretch in self.stretches) / len(self.stretches)

    @property
    def right(self) -> float:
        """The share of right verdicts."""
        return share(self.cells)

    @property
    def severe(self) -> int:
        """How many verdicts are severely wrong."""
        return sum(cell.severe for cell in self.cells)


def judge(pipeline: Pipeline, half: str) -> Judged:
    """Review every report of a half and compare."""
    stretches: list[Stretch] = []
    cells: list[Cell] = []
    for path in sorted((HERE / "gold").glob("*.json")):
        number = int(path.stem)
        if HALVES[(number + 1) % 2] != half:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        review = pipeline.open(str(HERE / "reports" / f"{path.stem}.txt"))
        parts = pipeline.judge.open(review.report, review.outline).parts
        stretches += _stretches(number, gold, review.report.text, parts)
        cells += _cells(number, gold, review)
    return Judged(tuple(stretches), tuple(cells))


def _stretches(number: int, gold: dict[str, Any], text: str, parts: Parts) -> Iterator[Stretch]:
    starts: list[int] = []
    for listed in gold["parts"]:
        starts.append(text.index(listed["from"], starts[-1] + 1 if starts else 0))
    for listed, (start, end) in zip(gold["parts"], pairwise([*starts, len(text)]), strict=True):
        if listed["part"] in JUDGED:
            own = sum(listed["part"] in parts.at(place) for place in range(start, end))
            share = own / (end - start)
            yield Stretch(number, listed["part"], listed["heading"], text[start:end], share)


def _cells(number: int, gold: dict[str, Any], review: Review) -> Iterator[Cell]:
    doubted = gold.get("borderline", {})
    for element, wanted in gold["verdicts"].items():
        got = LETTERS[review.findings[element].verdict.value]
        yield Cell(f"{number:02}", element, wanted, got, element not in doubted)


def show(judged: Judged) -> None:
    """Print the totals."""
    print(f"  stretches found {judged.found:.3f} of {len(judged.stretches)}")
    for part in JUDGED:
        for headed in (True, False):
            own = [s for s in judged.stretches if (s.part, s.headed) == (part, headed)]
            where = "under a heading" if headed else "without heading"
            print(f"    {part} {where}: {sum(s.found for s in own)} of {len(own)}")
    clear = tuple(cell for cell in judged.cells if cell.clear)
    print(
        f"  verdicts {judged.right:.3f} of {len(judged.cells)}, severe {judged.severe}; "
        f"clear {share(clear):.3f} of {len(clear)}"
    )
    pairs = Counter(f"{c.wanted}>{c.got}" for c in judged.cells if c.wanted != c.got)
    print("    " + ", ".join(f"{pair} {count}" for pair, count in sorted(pairs.items())))


def main() -> None:
    """Print what was found; `--misses` shows what was not, of odd numbers only."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    for half in [chosen.half] if chosen.half else HALVES:
        judged = judge(load_pipeline(), half)
        print(half)
        show(judged)
        if not chosen.misses or half != "odd":
            continue
        for stretch in judged.stretches:
            if not stretch.found:
                print(f"{stretch.report} {stretch.part} {stretch.share:.2f}: {stretch.text[:60]}")
        for cell in judged.cells:
            if cell.wanted != cell.got:
                print(f"{cell.report} {cell.element}: {cell.wanted}, got {cell.got}")


if __name__ == "__main__":
    main()
