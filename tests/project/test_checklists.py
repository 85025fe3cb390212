"""The checklists a project was judged by."""

from __future__ import annotations

from reviewer.project import Project


def test_the_checklist_is_kept_as_it_was_used(project: Project) -> None:
    assert project.checklist("made") is None
    project.use_checklist("made", "1", "id: made\n")
    project.use_checklist("made", "2", "id: made\nversion: 2\n")
    assert project.checklist("made") == "id: made\nversion: 2\n"
    project.use_checklist("made", "1", "id: made\n")
    assert project.checklist("made") == "id: made\n"
