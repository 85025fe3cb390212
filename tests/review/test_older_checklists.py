"""A copy of an older checklist is told at once what it lacks by now, and where to find it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from reviewer.checklist import read_checklist
from reviewer.review import Pipeline
from reviewer.support.errors import ChecklistError
from reviewer.support.messages import load_messages
from reviewer.support.resources import resource

BUNDLED = resource("checklists", "township-annual.yaml")


@pytest.fixture
def older() -> dict[str, Any]:
    """The checklist of the program as plain values, to be made an older one."""
    made: dict[str, Any] = yaml.load(BUNDLED.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return made


def refused(older: dict[str, Any]) -> ChecklistError:
    checklist = read_checklist(yaml.safe_dump(older, allow_unicode=True), "own.yaml")
    with pytest.raises(ChecklistError) as caught:
        Pipeline(checklist).make_ready()
    return caught.value


def test_everything_it_lacks_is_told_with_the_file_to_take_it_from(older: dict[str, Any]) -> None:
    del older["language"]["demands"], older["language"]["observations"]["pairs"]["lacks"]
    del older["language"]["part_likeness"], older["reasons"]["told"]
    error = refused(older)
    lacking = str(error.details["lacking"]).split(", ")
    assert sorted(lacking) == [
        "language.demands",
        "language.observations.pairs.lacks",
        "language.part_likeness",
        "reasons.told",
    ]
    for language in ("zh", "en"):
        said = load_messages(language).of(error)
        assert "own.yaml" in said
        assert "language.part_likeness" in said
        assert str(BUNDLED) in said


def test_so_is_a_reason_alone(older: dict[str, Any]) -> None:
    del older["reasons"]["told-only"]
    assert refused(older).details["lacking"] == "reasons.told-only"


def test_a_checklist_that_lacks_more_than_it_has_is_told_the_first(older: dict[str, Any]) -> None:
    older["language"] = {"parts": older["language"]["parts"]}
    assert refused(older).code == "checklist-missing-key"


def test_another_mistake_is_told_as_it_is(older: dict[str, Any]) -> None:
    older["language"]["requirement"] = ["要"]
    assert refused(older).code == "checklist-unknown-key"
