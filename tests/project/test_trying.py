"""A project to try things out in is empty each time, unless somebody is in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from reviewer.project import pack, project_to_try
from reviewer.review import Review

MakeReview = Callable[..., Review]
NOW = datetime.datetime(2026, 1, 12, 9, 0, tzinfo=datetime.UTC)


def test_it_begins_anew(tmp_path: Path, make_review: MakeReview) -> None:
    path = tmp_path / "examples" / "examples.review"
    with project_to_try(path) as project:
        project.take_in(pack(make_review().report), "made")
        project.back_up(NOW)
    with project_to_try(path) as project:
        assert project.entries == ()
        assert not path.with_name(f"{path.name}.backups").exists()


def test_what_another_window_tries_is_left_to_it(tmp_path: Path, make_review: MakeReview) -> None:
    path = tmp_path / "examples" / "examples.review"
    with project_to_try(path) as project:
        project.take_in(pack(make_review().report), "made")
        with project_to_try(path) as other:
            assert other.read_only
            assert len(other.entries) == 1
        assert len(project.entries) == 1
