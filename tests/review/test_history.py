"""Every command can be done, undone and redone, and leads back to exactly where it came from."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.checklist import Verdict
from reviewer.outline import Continuation, FieldValue, FrontField, HeadingLevel, SectionPart
from reviewer.report import Anchor
from reviewer.review import (
    CommentIs,
    Confirmed,
    Event,
    EvidenceIs,
    History,
    Ignored,
    Kind,
    Move,
    NotApplicable,
    PointsAre,
    Review,
    Ruling,
    Said,
    Slot,
    Status,
    StatusIs,
    VerdictIs,
    VersionIs,
    slot_of,
)

MakeReview = Callable[..., Review]
NOW = datetime.datetime(2026, 3, 1, 9, 30, tzinfo=datetime.UTC)
PLACE = Anchor("法治宣传", "全年开展", "12场次", 30)
OTHER = Anchor("存在的不足和原因", "二、", "\n无。", 45)
ONE_OF_EACH: tuple[Said, ...] = (
    VerdictIs("A01", Verdict.WEAK),
    PointsAre("A01", 1.5),
    EvidenceIs("A01", (PLACE,)),
    CommentIs("A01", "请补充次数。"),
    NotApplicable("B01"),
    Ignored("A02", "附件里有"),
    Confirmed("A01"),
    StatusIs(Status.SENT_BACK),
    FieldValue(FrontField.YEAR, 2024),
    HeadingLevel(PLACE, 2),
    Continuation(PLACE),
    SectionPart(OTHER, "plan"),
    VersionIs("ab12"),
)
MORE: tuple[Said, ...] = (
    VerdictIs("A01", Verdict.MISSING),
    PointsAre("A01", 0.0),
    EvidenceIs("A01", ()),
    CommentIs("", "总体良好"),
    FieldValue(FrontField.YEAR, None),
    HeadingLevel(PLACE, None),
    StatusIs(Status.DONE),
)
SAID = st.sampled_from(ONE_OF_EACH + MORE)
COMMANDS = st.lists(
    st.tuples(st.lists(SAID, max_size=3), st.lists(SAID.map(slot_of), max_size=2)), max_size=10
)


def state(review: Review) -> tuple[dict[Slot, Ruling], object]:
    return dict(review.rulings), review.scores()


def test_there_is_one_of_each_kind() -> None:
    assert {slot_of(said).kind for said in ONE_OF_EACH} == set(Kind)


@pytest.mark.parametrize("said", ONE_OF_EACH, ids=lambda said: slot_of(said).kind.value)
def test_every_ruling_can_be_made_and_taken_back(make_review: MakeReview, said: Said) -> None:
    review = make_review()
    before = state(review)
    review.do(said, by="李四", at=NOW)
    after = state(review)
    assert review.rulings[slot_of(said)].said == said
    assert (review.rulings[slot_of(said)].by, review.rulings[slot_of(said)].at) == ("李四", NOW)
    review.undo()
    assert state(review) == before
    review.redo()
    assert state(review) == after
    review.do(emptied=[slot_of(said)])
    assert state(review)[0] == {}
    review.undo()
    assert state(review) == after


@given(COMMANDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_everything_and_redoing_it_leads_back(
    make_review: MakeReview, commands: list[tuple[list[Said], list[Slot]]]
) -> None:
    review = make_review()
    states = [state(review)]
    for said, emptied in commands:
        if review.do(*said, emptied=emptied, by="李四", at=NOW) is not None:
            states.append(state(review))
    for earlier in reversed(states[:-1]):
        assert review.undo() is not None
        assert state(review) == earlier
    assert not review.can_undo
    for later in states[1:]:
        assert review.redo() is not None
        assert state(review) == later
    assert not review.can_redo


def test_a_replayed_journal_leads_to_the_same_rulings_and_the_same_undo(
    make_review: MakeReview,
) -> None:
    review = make_review()
    events: list[Event] = []
    review.history.subscribe(events.append)
    review.decide("A01", points=1.0)
    review.decide("A02", comment="好")
    review.undo()
    review.decide("B01", confirmed=True)
    review.undo()

    again = History()
    for event in events:
        again.replay(event)
    assert again.rulings(review.key) == review.rulings
    assert (again.next_undo, again.next_redo) == (
        review.history.next_undo,
        review.history.next_redo,
    )
    assert [event.move for event in events] == [
        Move.DO,
        Move.DO,
        Move.UNDO,
        Move.DO,
        Move.UNDO,
    ]


def test_many_decisions_on_several_reports_are_one_step(make_review: MakeReview) -> None:
    history = History()
    first, second = (in_one(make_review(), key, history) for key in ("one", "two"))
    commands = [
        review.deciding(element.id, confirmed=True)
        for review in (first, second)
        for element in review.checklist.elements
    ]
    step = history.do(*commands, by="李四", at=NOW)
    assert step is not None
    assert step.reports == ("one", "two")
    assert (first.status, second.status) == (Status.DONE, Status.DONE)
    second.undo()
    assert (first.status, second.status) == (Status.NOT_BEGUN, Status.NOT_BEGUN)
    assert not history.can_undo


def test_an_undo_is_signed_by_whoever_undoes(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", points=1.0, by="李四", at=NOW)
    heard: list[Event] = []
    review.history.subscribe(heard.append)
    review.history.undo(by="王五", at=NOW)
    assert (heard[0].by, heard[0].at, heard[0].step.by) == ("王五", NOW, "李四")
    assert heard[0].changes[0].after is None


def test_a_review_that_was_released_hears_nothing_more(make_review: MakeReview) -> None:
    history = History()
    old = in_one(make_review(), "one", history)
    heard: list[tuple[str, ...]] = []
    old.subscribe(heard.append)
    old.release()
    in_one(make_review(), "one", history).decide("A01", points=1.0)
    assert heard == []


def in_one(review: Review, key: str, history: History) -> Review:
    findings = review.findings.values()
    return Review(
        review.report, review.outline, findings, review.checklist, key=key, history=history
    )
