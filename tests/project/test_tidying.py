"""A project drops the files of removed reports, and nothing that undo or a return needs."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reviewer.project import Project, pack
from reviewer.review import Review

ReviewIn = Callable[..., Review]
FILE = b"bytes of the file"


def test_a_removed_report_leaves_its_text_and_decisions(
    project: Project, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", comment="照旧。")
    project.tidy()
    assert project.original(review.key) == FILE

    project.remove([review.key])
    project.tidy()
    assert project.original(review.key) is None
    assert project.report(review.key) == review.report

    again = review_in(project)
    assert again.key == review.key
    assert again.decision("A01").comment == "照旧。"
    assert project.original(review.key) == FILE


def test_every_version_of_a_listed_report_stays_whole(
    project: Project, review_in: ReviewIn, path: Path
) -> None:
    review = review_in(project)
    for number in range(2):
        newer = replace(review.report, text=f"{review.report.text}第{number}稿。")
        project.replace(review.key, pack(newer, b"draft %d" % number))
    project.tidy()
    project.close()
    with Project.open(path) as opened:
        assert opened.original(review.key) == b"draft 1"
        opened.history.undo()
        assert opened.original(review.key) == b"draft 0"
        opened.history.undo()
        assert opened.original(review.key) == FILE


def test_all_versions_of_a_removed_report_go(project: Project, review_in: ReviewIn) -> None:
    review = review_in(project)
    newer = replace(review.report, text=f"{review.report.text}新稿。")
    project.replace(review.key, pack(newer, b"draft"))
    project.history.undo()
    project.remove([review.key])
    project.tidy()
    assert project.original(review.key) is None
    project.history.redo()
    assert project.original(review.key) is None
    assert project.report(review.key) == newer


def test_a_file_that_another_report_has_too_stays(project: Project, review_in: ReviewIn) -> None:
    review = review_in(project)
    other = project.take_in(pack(review.report, FILE), "another")
    project.remove([other])
    project.tidy()
    assert project.original(review.key) == FILE


def test_much_room_is_given_back_to_the_disk(
    project: Project, review_in: ReviewIn, path: Path
) -> None:
    review = review_in(project)
    review.decide("A01", comment="照旧。")
    large = replace(review.report, text="扫描件", source="大.pdf")
    key = project.take_in(pack(large, os.urandom(6 << 20)), "made")
    before = path.stat().st_size
    project.remove([key])
    project.tidy()
    assert before > 6 << 20
    assert path.stat().st_size < 1 << 20
    project.close()
    with Project.open(path) as opened:
        assert opened.history.rulings(review.key) == review.rulings


def test_who_may_only_look_drops_nothing(project: Project, review_in: ReviewIn, path: Path) -> None:
    review = review_in(project)
    project.remove([review.key])
    with Project.open(path) as other:
        other.tidy()
    assert project.original(review.key) == FILE
