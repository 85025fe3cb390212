"""What is loaded when: a list of reports needs the checklist alone, judging needs more."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reviewer.review import History, Pipeline, load_pipeline, load_to_list
from reviewer.review import pipeline as module
from reviewer.support.resources import resource


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made of that which judges, in its order."""
    names: list[str] = []
    judge, words = module.Judge, module.load_lexicon
    monkeypatch.setattr(module, "Judge", lambda known: names.append("judge") or judge(known))
    monkeypatch.setattr(module, "load_lexicon", lambda: names.append("words") or words())
    return names


def example() -> Path:
    return next(resource("examples").glob("*.txt"))


def test_reports_are_listed_by_the_checklist_alone(made: list[str]) -> None:
    pipeline, path = load_to_list(), example()
    brief = load_pipeline().open(str(path)).in_short()
    made.clear()

    def read() -> None:
        raise AssertionError("a report that is only listed is not read")

    review = pipeline.listed(str(path), read, brief, key="a", history=History())
    assert review.scores().given > 0
    assert made == []


def test_what_judges_is_made_once_by_whoever_needs_it_first(made: list[str]) -> None:
    pipeline, report = load_to_list(), module.read_report(str(example()))
    threads = [threading.Thread(target=pipeline.assess, args=(report,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(set(made)) == ["judge", "words"]
    assert pipeline.assess(report).findings == load_pipeline().assess(report).findings


def test_a_pipeline_that_is_ready_makes_nothing_later(made: list[str]) -> None:
    pipeline: Pipeline = load_pipeline()
    assert made == ["judge", "words"]
    pipeline.open(str(example()))
    assert made == ["judge", "words"]
