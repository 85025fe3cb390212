"""Holds the program against hand-made gold: outline, front matter and verdicts.

Run it to see every miss: python tests/corpus/agreement.py
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.report import Section
from reviewer.review import Pipeline, Review, load_pipeline

HERE = Path(__file__).parent
SETS = ("tuned", "fresh", "opened", "held_out", "strangers")
BLIND = frozenset({"held_out", "strangers"})
LETTERS = {"present": "P", "weak": "W", "missing": "M", "undetermined": "U"}


@dataclass(frozen=True)
class Cell:
    """One verdict: the report, the element, what the judges said and what the program said."""

    report: str
    element: str
    wanted: str
    got: str
    clear: bool

    @property
    def severe(self) -> bool:
        """Whether present was taken for missing or the other way round."""
        return {self.wanted, self.got} == {"P", "M"}


@dataclass(frozen=True)
class Agreement:
    """What the program made of one set of reports."""

    cells: tuple[Cell, ...]
    outlines: tuple[float, ...]
    front_matter: tuple[str, ...]  # fields that differ, as "report: field"

    @property
    def clear(self) -> float:
        """The share of right verdicts among cells over which no judge hesitated."""
        return share(cell for cell in self.cells if cell.clear)

    @property
    def outline(self) -> float:
        """The mean F1 over headings of levels 1 and 2, NaN for a set judged without headings."""
        return sum(self.outlines) / len(self.outlines) if self.outlines else math.nan

    @property
    def severe(self) -> int:
        """How many cells are severely wrong."""
        return sum(cell.severe for cell in self.cells)

    @property
    def kappa(self) -> float:
        """Cohen's kappa over all cells."""
        pairs = [(cell.wanted, cell.got) for cell in self.cells]
        wanted, got = (Counter(side) for side in zip(*pairs, strict=True))
        chance = sum(wanted[letter] * got[letter] for letter in wanted) / len(pairs) ** 2
        return (share(self.cells) - chance) / (1 - chance)


def share(cells: Iterator[Cell] | tuple[Cell, ...]) -> float:
    """Return the share of right verdicts."""
    counted = list(cells)
    return sum(cell.wanted == cell.got for cell in counted) / len(counted)


def measure(pipeline: Pipeline, name: str) -> Agreement:
    """Review every report of a set and compare."""
    cells: list[Cell] = []
    outlines: list[float] = []
    differing: list[str] = []
    for path in sorted((HERE / name / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        review = pipeline.open(str(HERE / name / "reports" / f"{path.stem}.txt"))
        cells += _cells(path.stem, gold, review)
        if "sections" not in gold:
            continue
        wanted = [(section["level"], bare(section["title"])) for section in gold["sections"]]
        outlines.append(f1(wanted, list(_headings(review.outline.sections))))
        front = _front_matter(review)
        differing += [f"{path.stem}: {k}" for k in front if bare(gold[k]) != bare(front[k])]
    return Agreement(tuple(cells), tuple(outlines), tuple(differing))


def _cells(name: str, gold: dict[str, Any], review: Review) -> Iterator[Cell]:
    for element, wanted in gold["verdicts"].items():
        got = LETTERS[review.findings[element].verdict.value]
        yield Cell(name, element, wanted, got, element not in gold["borderline"])


def _front_matter(review: Review) -> dict[str, object]:
    front = review.outline.front
    located = {
        "title": front.title,
        "unit": front.unit,
        "year": front.year,
        "signed": front.signed,
        "addressee": front.addressee,
    }
    return {k: v.value if v else None for k, v in located.items()} | {"date": front.date_text}


def _headings(sections: tuple[Section, ...]) -> Iterator[tuple[int, str]]:
    for section in sections:
        if section.level <= 2:
            yield section.level, bare(section.title)
        yield from _headings(section.children)


def bare(text: object) -> str:
    """Return text without blanks and punctuation; None is empty."""
    return re.sub(r"[\W_]+", "", "" if text is None else str(text))


def f1(wanted: list[tuple[int, str]], got: list[tuple[int, str]]) -> float:
    """Return F1 by the longest common subsequence, so that order counts."""
    row = [0] * (len(got) + 1)
    for heading in wanted:
        before = row
        row = [0]
        for place, other in enumerate(got):
            found = before[place] + 1 if heading == other else max(before[place + 1], row[place])
            row.append(found)
    return 2 * row[-1] / (len(wanted) + len(got)) if wanted or got else 1.0


def main() -> None:
    """Print the figures of all sets and every miss, but for the sets held out of tuning."""
    pipeline = load_pipeline()
    for name in SETS:
        found = measure(pipeline, name)
        print(
            f"{name}: outline F1 {found.outline:.4f}; verdicts all {share(found.cells):.4f}, "
            f"kappa {found.kappa:.3f}; clear {found.clear:.4f}; "
            f"severe {found.severe} of {len(found.cells)}; front matter {found.front_matter}"
        )
        for cell in found.cells if name not in BLIND else ():
            if cell.wanted != cell.got:
                doubt = "" if cell.clear else " (borderline)"
                print(f"  {cell.report} {cell.element}: {cell.wanted}, got {cell.got}{doubt}")


if __name__ == "__main__":
    main()
