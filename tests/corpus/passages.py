"""Judges single passages, each put into a report that says nothing else.

    python tests/corpus/passages.py [FILE] [--half odd|even] [--misses]

A passage stands in the checklist's skeleton, below a heading that names its part and says no more,
and only its element is judged. FILE is YAML: a list of `element`, `verdict` (present, weak,
missing), `part` and `text`. The first passage of a file is number 1; words and rules are tuned on
odd numbers only.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from reviewer.checklist import Example, Verdict
from reviewer.outline import build_outline
from reviewer.review import Pipeline, load_pipeline
from reviewer.review.examples import example_report

BUNDLED = Path(__file__).with_name("passages.yaml")
HALVES = ("odd", "even")
PARTS = {"leader": "leaders"}  # authors write both
HEADINGS = {"shortcomings_heading": "二、存在的不足", "plan_heading": "四、下一步工作打算"}
ABOUT_SHORTCOMINGS = "B"  # elements that a skeleton's own shortcomings would answer for


@dataclass(frozen=True)
class Passage:
    """A text in one part of a report, and the verdict that its author gave it."""

    number: int
    element: str
    verdict: Verdict
    part: str
    text: str

    @property
    def half(self) -> str:
        """Whether it may be looked at while the program is improved (odd) or not (even)."""
        return HALVES[(self.number + 1) % 2]


@dataclass(frozen=True)
class Judged:
    """A passage and what the program made of it."""

    passage: Passage
    got: Verdict

    @property
    def right(self) -> bool:
        """Whether author and program agree."""
        return self.got == self.passage.verdict

    @property
    def severe(self) -> bool:
        """Whether present was taken for missing or the other way round."""
        return {self.got, self.passage.verdict} == {Verdict.PRESENT, Verdict.MISSING}


def read_passages(path: Path) -> list[Passage]:
    """Read the passages of a file, in its order."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Passage(
            number,
            item["element"],
            Verdict(item["verdict"]),
            PARTS.get(item["part"], item["part"]),
            item["text"].strip(),
        )
        for number, item in enumerate(listed, start=1)
    ]


def _example(passage: Passage) -> Example:
    parts = HEADINGS | {passage.part: passage.text}
    if passage.element.startswith(ABOUT_SHORTCOMINGS):
        parts.setdefault("shortcomings", "")
    return Example(passage.verdict, parts, 0)


def judge(pipeline: Pipeline, passages: Iterable[Passage]) -> list[Judged]:
    """Judge each passage by its own element alone."""
    elements = {element.id: element for element in pipeline.checklist.elements}
    judged: list[Judged] = []
    for passage in passages:
        report = example_report(pipeline, elements[passage.element], _example(passage))
        outline = build_outline(report, pipeline.lexicon)
        finding = pipeline.judge.judge_element(passage.element, report, outline)
        judged.append(Judged(passage, finding.verdict))
    return judged


def right(judged: Iterable[Judged]) -> float:
    """Return the share of passages over which author and program agree."""
    counted = [item.right for item in judged]
    return sum(counted) / len(counted)


def _print_figures(name: str, judged: list[Judged]) -> None:
    severe = sum(item.severe for item in judged)
    print(f"{name}: {right(judged):.4f} of {len(judged)} right, severe {severe}")


def _print_elements(judged: list[Judged]) -> None:
    for element in sorted({item.passage.element for item in judged}):
        own = [item for item in judged if item.passage.element == element]
        pairs = Counter(f"{i.passage.verdict.value}>{i.got.value}" for i in own if not i.right)
        wrong = ", ".join(f"{pair} {count}" for pair, count in sorted(pairs.items()))
        print(f"  {element} {right(own):.2f} of {len(own)}  {wrong}")


def main() -> None:
    """Print how often author and program agree; `--misses` shows the texts they differ over."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=BUNDLED)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    judged = judge(load_pipeline(), read_passages(chosen.file))
    for half in [chosen.half] if chosen.half else HALVES:
        _print_figures(half, [item for item in judged if item.passage.half == half])
    shown = [item for item in judged if not chosen.half or item.passage.half == chosen.half]
    _print_figures("all shown", shown)
    _print_elements(shown)
    for item in shown if chosen.misses else ():
        if not item.right:
            told, wanted = item.passage, item.passage.verdict.value
            print(f"{told.number} {told.element} {wanted}, got {item.got.value}; {told.part}:")
            print(f"    {told.text}")


if __name__ == "__main__":
    main()
