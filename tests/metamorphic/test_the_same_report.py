"""Glyphs, lines, encodings, the order of parts and a web frame change no outline and no verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

import pytest
from disguises import DISGUISES, ENCODINGS, TOP, framed, reordered
from sampling import number_of, one_in
from specimen import Specimen, verdicts

from reviewer.report import Section
from reviewer.review import Pipeline, Review
from reviewer.support.folding import fold

EVERY = 6  # one in six reports for each disguise, others for the next
FEWEST_LINES = 8  # a report on one line has no parts that could change places

Heading = tuple[int, str]


def headings(sections: tuple[Section, ...]) -> Iterator[Heading]:
    for section in sections:
        yield section.level, re.sub(r"[\W_]+", "", fold(section.title))
        yield from headings(section.children)


def said(review: Review) -> tuple[list[Heading], dict[str, str]]:
    return list(headings(review.outline.sections)), verdicts(review)


def saved(folder: Path, text: str, encoding: str = "utf-8") -> str:
    path = folder / "report.txt"
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize("number", range(len(DISGUISES)), ids=lambda n: DISGUISES[n].__name__)
def test_another_dress_changes_nothing(
    pipeline: Pipeline, specimens: list[Specimen], number: int, tmp_path: Path
) -> None:
    disguise: Callable[[str], str] = DISGUISES[number]
    changed = [s for s in specimens if disguise(s.text) != s.text]
    chosen = one_in(EVERY, disguise.__name__, changed)
    assert chosen
    for whole in chosen:
        text = disguise(whole.text)
        assert said(pipeline.open(saved(tmp_path, text))) == said(whole.review), whole.name


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_another_encoding_changes_nothing(
    pipeline: Pipeline, specimens: list[Specimen], encoding: str, tmp_path: Path
) -> None:
    for whole in one_in(EVERY, encoding, specimens):
        review = pipeline.open(saved(tmp_path, whole.text, encoding))
        assert said(review) == said(whole.review), whole.name


def test_a_web_frame_changes_nothing(
    pipeline: Pipeline, specimens: list[Specimen], tmp_path: Path
) -> None:
    for whole in one_in(EVERY // 2, "frame", specimens):
        review = pipeline.open(saved(tmp_path, framed(whole.text)))
        assert said(review) == said(whole.review), whole.name


def movable(whole: Specimen) -> bool:
    tops = whole.review.outline.sections
    return whole.text.count("\n") >= FEWEST_LINES and all(
        TOP.match(whole.text, section.heading.start) for section in tops
    )


def test_the_order_of_parts_changes_nothing(
    pipeline: Pipeline, specimens: list[Specimen], tmp_path: Path
) -> None:
    chosen = [s for s in specimens if movable(s) and len(s.review.outline.sections) == 4]
    assert chosen
    orders = list(permutations(range(4)))[1:]
    for whole in chosen:
        tops = [(s.span.start, s.span.end) for s in whole.review.outline.sections]
        for order in orders[number_of("order", whole.name) % 4 :: 4]:
            review = pipeline.open(saved(tmp_path, reordered(whole.text, tops, list(order))))
            found, judged = said(review)
            assert (sorted(found), judged) == (sorted(said(whole.review)[0]), whole.verdicts), (
                whole.name,
                order,
            )


def test_the_comparison_sees_a_heading_and_a_verdict_that_move(
    pipeline: Pipeline, specimens: list[Specimen], tmp_path: Path
) -> None:
    whole = next(s for s in specimens if movable(s))
    last = whole.review.outline.sections[-1]
    text = whole.text[: last.span.start] + whole.text[last.span.end :]
    shorter, judged = said(pipeline.open(saved(tmp_path, text)))
    assert len(shorter) < len(said(whole.review)[0])
    assert judged != whole.verdicts
