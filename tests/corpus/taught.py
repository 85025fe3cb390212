"""Asks of every passage that teaches an element whether the others would tell it.

    python tests/corpus/taught.py [FILE]

A tenth of the passages is left out at a time and compared with what the rest teaches. What matters
is how often a passage's own element comes first, and how sure of that the comparison is.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reviewer.checking.likeness import Lesson, Likeness
from reviewer.checklist import Checklist, load_checklist
from reviewer.support.folding import fold

TENTHS = 10


@dataclass(frozen=True)
class Answer:
    """A passage left out, and how likely the rest takes it to be about each element."""

    element: str
    text: str
    shares: Mapping[str, float]

    @property
    def margin(self) -> float:
        """By how much its own element leads; below 0 where another comes first."""
        others = max(share for id_, share in self.shares.items() if id_ != self.element)
        return self.shares[self.element] - others


def answers(checklist: Checklist) -> Iterator[Answer]:
    """Judge every passage by the other nine tenths."""
    lessons = {one.id: Lesson.of(one) for one in checklist.elements if one.told}
    bounds = checklist.language.require("observations").require("unclaimed")
    nothing = [fold(line) for line in bounds.require("nothing").lines()]
    same = bounds.require("same").number()
    for left_out in range(TENTHS):
        rest = {id_: _without(lesson, left_out) for id_, lesson in lessons.items()}
        likeness = Likeness(rest, same, nothing, checklist.families)
        for id_, lesson in lessons.items():
            for text in lesson.told[left_out::TENTHS]:
                leaning = likeness.lean(text)
                yield Answer(id_, text, likeness.shares(leaning))


def _without(lesson: Lesson, left_out: int) -> Lesson:
    kept = (text for place, text in enumerate(lesson.told) if place % TENTHS != left_out)
    return replace(lesson, present=tuple(kept), weak=())


def first(judged: list[Answer]) -> float:
    """Return the share of passages whose own element comes first."""
    return sum(answer.margin > 0 for answer in judged) / len(judged)


def main() -> None:
    """Print how often the taught element comes first, by margin and by element."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", default="township-annual")
    judged = list(answers(load_checklist(parser.parse_args().file)))
    print(f"{len(judged)} passages, own element first: {first(judged):.3f}")
    for margin in (0.25, 0.5, 0.75):
        ahead = sum(answer.margin > margin for answer in judged) / len(judged)
        behind = sum(answer.margin < -margin for answer in judged) / len(judged)
        print(f"  by more than {margin}: {ahead:.3f}; another by as much: {behind:.3f}")
    for element in sorted({answer.element for answer in judged}):
        own = [answer for answer in judged if answer.element == element]
        print(f"  {element} {first(own):.2f} of {len(own)}")


if __name__ == "__main__":
    main()
