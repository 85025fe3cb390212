"""A project in a folder of its own, and reviews that are in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.project import Project, pack
from reviewer.report import Report
from reviewer.review import Review

MakeReview = Callable[..., Review]
ReviewIn = Callable[..., Review]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年度" / "评查.review"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.open(path) as opened:
        yield opened


@pytest.fixture
def review_in(make_review: MakeReview) -> ReviewIn:
    """A function that puts a report made by hand into a project and reviews it there."""

    def put(project: Project, report: Report | None = None, **made: object) -> Review:
        review = make_review(**made)
        taken = report or review.report
        key = project.take_in(pack(taken, b"bytes of the file"), review.checklist.id)
        return Review(
            project.report(key) or taken,
            review.outline,
            review.findings.values(),
            review.checklist,
            key=key,
            history=project.history,
        )

    return put


@pytest.fixture
def rulings_in() -> Callable[[Path, str], dict[object, object]]:
    """A function that opens a project and returns what is ruled on a report."""

    def read(path: Path, key: str) -> dict[object, object]:
        with Project.open(path) as project:
            return dict(project.history.rulings(key))

    return read
