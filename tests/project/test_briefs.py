"""What is listed of a report that was not judged today is what judging it today would say."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checklist import Verdict
from reviewer.outline import Continuation, FieldValue, FrontField, HeadingLevel, SectionPart
from reviewer.project import Entry, Project, brief_as_text, brief_from_text, pack
from reviewer.report import Anchor, Report, Span
from reviewer.review import (
    CommentIs,
    Confirmed,
    EvidenceIs,
    Ignored,
    Kind,
    NotApplicable,
    Pipeline,
    PointsAre,
    Review,
    Said,
    Status,
    StatusIs,
    VerdictIs,
    slot_of,
)
from reviewer.support.resources import resource

Listed = Callable[..., Review]
DAY = datetime.datetime(2026, 1, 12, 9, 0, tzinfo=datetime.UTC)
GONE = Anchor("没有这句话", "", "", 3)


@pytest.fixture(scope="module")
def report(pipeline: Pipeline) -> Report:
    path = next(resource("examples").glob("*.txt"))
    return pipeline.read(str(path))


@pytest.fixture
def judged(project: Project, pipeline: Pipeline, report: Report) -> Review:
    key = project.take_in(pack(report), pipeline.checklist.id)
    return pipeline.review(report, key=key, history=project.history)


@pytest.fixture
def listed(pipeline: Pipeline) -> Listed:
    """A function that lists the one report of the project, with or without its text."""

    def list_it(project: Project, *, text: bool = False) -> Review:
        [entry] = project.entries
        assert entry.version is not None

        def read() -> Report:
            assert text, "a report that is only listed is not read"
            found = project.version(str(entry.version))
            assert found is not None
            return found

        kept = brief_from_text(entry.brief, entry.version, pipeline.edition)
        return pipeline.listed(entry.source, read, kept, key=entry.key, history=project.history)

    return list_it


def keep(project: Project, review: Review, pipeline: Pipeline) -> None:
    [entry] = project.entries
    assert review.brief is not None
    assert entry.version is not None
    project.keep_briefs({review.key: brief_as_text(review.brief, entry.version, pipeline.edition)})


def figures(review: Review) -> tuple[object, ...]:
    """Return everything a list shows of a review."""
    brief = review.brief
    assert brief is not None
    front = brief.unit, brief.year, brief.date, brief.notices
    return (*front, review.source, review.status, review.scores(), review.lost_count)


def one_of_each(report: Report) -> dict[Kind, Said]:
    """Return a ruling of each kind that fits the report, those that change the outline too."""
    text = report.text
    head = text.index("二、")
    line = Anchor.of(text, Span(head, text.index("\n", head)))
    below = text.index("\n", head) + 1
    second = Anchor.of(text, Span(below, text.index("\n", below)))
    said: tuple[Said, ...] = (
        VerdictIs("A03", Verdict.PRESENT),
        PointsAre("A04", 0.5),
        EvidenceIs("A05", (GONE,)),
        CommentIs("A06", "请补充次数。"),
        NotApplicable("A07"),
        Ignored("A08", "附件里有"),
        Confirmed("A09"),
        StatusIs(Status.SENT_BACK),
        FieldValue(FrontField.UNIT, "云岫镇"),
        HeadingLevel(line, None),
        Continuation(second),
        SectionPart(line, "plan"),
    )
    return {slot_of(one).kind: one for one in said}


KINDS = [kind for kind in Kind if kind is not Kind.VERSION]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_the_list_says_what_judging_would_say_after_every_kind_of_ruling(
    project: Project,
    judged: Review,
    pipeline: Pipeline,
    report: Report,
    listed: Listed,
    kind: Kind,
) -> None:
    said = one_of_each(report)[kind]
    judged.do(said, by="李四", at=DAY)
    keep(project, judged, pipeline)
    assert shown(listed(project)) == figures(judged)

    project.history.undo()
    assert shown(listed(project)) in (None, figures(judged))
    project.history.redo()
    assert shown(listed(project)) == figures(judged)
    judged.do(emptied=[slot_of(said)])
    assert shown(listed(project)) in (None, figures(judged))
    keep(project, judged, pipeline)
    assert shown(listed(project)) == figures(judged)


def shown(review: Review) -> tuple[object, ...] | None:
    """Return what the list of a project that was just opened shows, None where it is not known."""
    review.release()
    return figures(review) if review.brief is not None else None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_a_listed_report_follows_what_is_ruled_on_it_unread(
    project: Project,
    judged: Review,
    pipeline: Pipeline,
    report: Report,
    listed: Listed,
    kind: Kind,
) -> None:
    keep(project, judged, pipeline)
    waiting = listed(project, text=True)
    assert figures(waiting) == figures(judged)

    project.history.do(judged.command(one_of_each(report)[kind]))
    corrected = kind in {Kind.FIELD, Kind.HEADING, Kind.CONTINUATION, Kind.PART}
    if corrected:
        waiting.assessment  # noqa: B018 - what the window has done in the background
    assert waiting.ready is corrected
    assert figures(waiting) == figures(judged)
    project.history.undo()
    assert figures(waiting) == figures(judged)


def test_a_correction_of_an_unread_report_leaves_its_figures_unknown(
    project: Project, judged: Review, pipeline: Pipeline, report: Report, listed: Listed
) -> None:
    keep(project, judged, pipeline)
    project.history.do(judged.command(one_of_each(report)[Kind.FIELD]))
    assert listed(project).brief is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_what_a_listed_report_is_told_says_the_machine_as_a_judged_one_would(
    project: Project,
    judged: Review,
    pipeline: Pipeline,
    report: Report,
    listed: Listed,
    kind: Kind,
) -> None:
    keep(project, judged, pipeline)
    said = one_of_each(report)[kind]
    assert listed(project, text=True).command(said) == judged.command(said)


def test_another_edition_another_version_and_damage_are_not_believed(
    project: Project, judged: Review, pipeline: Pipeline
) -> None:
    assert judged.brief is not None
    text = brief_as_text(judged.brief, "ab12", "first")
    assert brief_from_text(text, "ab12", "first") == judged.brief
    assert brief_from_text(text, "cd34", "first") is None
    assert brief_from_text(text, "ab12", "second") is None
    damaged = text.replace('"verdicts"', '"words"')
    for other in ("", "{}", "[]", text[:-9], damaged, text.replace('"present"', '"there"')):
        assert brief_from_text(other, "ab12", "first") is None


def test_a_newer_version_of_a_report_is_not_listed_by_the_figures_of_the_old_one(
    project: Project, judged: Review, pipeline: Pipeline, report: Report, listed: Listed
) -> None:
    keep(project, judged, pipeline)
    project.replace(judged.key, pack(replace(report, text=report.text + "附：补充说明。")))
    assert listed(project).brief is None
    project.history.undo()
    assert listed(project).brief == judged.brief


def test_briefs_are_found_again_on_the_next_day(
    project: Project, judged: Review, pipeline: Pipeline, path: Path
) -> None:
    keep(project, judged, pipeline)
    project.close()
    with Project.open(path) as opened:
        [entry] = opened.entries
        assert isinstance(entry, Entry)
        found = brief_from_text(entry.brief, str(entry.version), pipeline.edition)
        assert found == judged.brief


def test_where_one_may_only_look_nothing_is_kept(
    project: Project, judged: Review, pipeline: Pipeline, path: Path
) -> None:
    with Project.open(path) as other:
        assert other.read_only
        keep(other, judged, pipeline)
    assert project.entries[0].brief == "{}"


def test_what_was_judged_before_a_correction_does_not_list_the_corrected_report(
    project: Project, judged: Review, pipeline: Pipeline, report: Report, listed: Listed
) -> None:
    slow = judged.within(project.history, judged.key, lambda review: None)
    slow.do(one_of_each(report)[Kind.FIELD])
    keep(project, slow, pipeline)
    assert listed(project).brief is None
    slow.reassess()
    keep(project, slow, pipeline)
    assert listed(project).brief == slow.brief
