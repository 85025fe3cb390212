"""A chosen encoding is remembered for the bytes of a file, wherever it lies."""

from __future__ import annotations

from pathlib import Path

from reviewer.project import Project


def test_the_last_choice_is_found_after_reopening(project: Project, path: Path) -> None:
    assert project.encodings() == {}
    project.choose_encoding("a1", "big5")
    project.choose_encoding("b2", "utf-16-le")
    project.choose_encoding("a1", "gb18030")
    project.close()
    with Project.open(path) as again:
        assert again.encodings() == {"a1": "gb18030", "b2": "utf-16-le"}
