"""What the entries of the decide menu do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.checklist import Element, Verdict
from reviewer.gui.models.notes import Note
from reviewer.gui.shared import Shared
from reviewer.gui.walking import UNDECIDED, Walker
from reviewer.gui.wording import points_text
from reviewer.report import Anchor, Span
from reviewer.review import Command, CommentIs, Kind, Review, Slot, Status, StatusIs

_HALF_POINT = 0.5


class DecideCommands(QObject):
    """Decisions on the selected element and the report. `told(text)` is for the status bar.

    `taken` follows when the words selected became evidence.

    `selection` returns what is selected in the text, `chosen` the rows selected in the list, `note`
    what is chosen under Cross-Checks. The window asks for the words that some decisions need and
    calls `set_aside` and `comment_on_report` with them.
    """

    comment_requested = Signal()
    phrase_requested = Signal()
    phrases_requested = Signal()
    reason_requested = Signal()
    note_reason_requested = Signal(Note)
    report_comment_requested = Signal()
    told = Signal(str)
    taken = Signal()

    def __init__(
        self,
        shared: Shared,
        walker: Walker,
        selection: Callable[[], Span | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = shared.desk
        self._walker = walker
        self._judging = shared.judging
        self._bulk = shared.bulk
        self._selection = selection
        self._notes = shared.notes
        self.chosen: Callable[[], list[int]] = list
        self.note: Callable[[], Note | None] = lambda: None

    def undo(self) -> None:
        """Take back the last decision and show what it was about."""
        if not self._desk.undo():
            self.told.emit(self.tr("Taken back in a report that is not in the list any more."))

    def redo(self) -> None:
        """Make the last decision taken back again."""
        if not self._desk.redo():
            self.told.emit(self.tr("Made again in a report that is not in the list any more."))

    def accept(self) -> None:
        """Settle the element as it stands and go on to the next undecided one."""
        self._desk.decide(confirmed=True)
        self._walker.walk(UNDECIDED, 1)

    def decide_present(self) -> None:
        """Overrule the verdict: present."""
        self._decide(Verdict.PRESENT)

    def decide_weak(self) -> None:
        """Overrule the verdict: weak."""
        self._decide(Verdict.WEAK)

    def decide_missing(self) -> None:
        """Overrule the verdict: missing."""
        self._decide(Verdict.MISSING)

    def use_suggestion(self) -> None:
        """Take everything the machine says of the element again."""
        self._desk.decide(
            verdict=None, points=None, evidence=None, ignored="", not_applicable=False
        )

    def give_points(self, points: int) -> None:
        """Give whole points, as typed by a digit; more than possible are not given."""
        element = self._desk.element
        if element is None:
            return
        if points > element.points:
            most = self.tr("This element has at most {n} points.")
            self.told.emit(most.format(n=points_text(element.points)))
            return
        self._desk.decide(points=float(points), confirmed=True)

    def more_points(self) -> None:
        """Give half a point more."""
        self._add_points(_HALF_POINT)

    def fewer_points(self) -> None:
        """Give half a point less."""
        self._add_points(-_HALF_POINT)

    def not_applicable(self, on: bool) -> None:
        """Leave the element out of this report's points, or count it again."""
        self._desk.decide(not_applicable=on, confirmed=on)

    def ignore(self) -> None:
        """Ask why the finding is to be set aside."""
        self.reason_requested.emit()

    def set_aside(self, because: str) -> None:
        """Set the machine's finding aside; without a reason it counts again."""
        self._desk.decide(ignored=because, confirmed=bool(because))

    def ignore_note(self) -> None:
        """Ask why the contradiction or oddity chosen is to be set aside."""
        note = self.note()
        if note is None:
            words = self.tr("Choose a contradiction or an oddity under Cross-Checks first.")
            self.told.emit(words)
        else:
            self.note_reason_requested.emit(note)

    def set_note_aside(self, key: str, because: str) -> None:
        """Set what is filed under `key` aside; without a reason it counts again."""
        if self._desk.current is not None:
            self._desk.decide_on(self._desk.current, key, ignored=because)

    def take_fact(self) -> None:
        """Take the unused fact at the cursor, else the likeliest, as proof that it is present."""
        review, place = self._desk.current, self._desk.place
        facts = self._notes.unclaimed(self._desk.element_id)
        if review is None or not facts:
            self.told.emit(self.tr("No unused fact sounds like this element."))
            return
        fact = next((fact for fact in facts if place in fact.span), facts[0])
        self._desk.decide(
            evidence=(Anchor.of(review.report.text, fact.span),),
            verdict=Verdict.PRESENT,
            points=None,
            ignored="",
            not_applicable=False,
            confirmed=True,
        )

    def add_evidence(self) -> None:
        """Take the selected words as a further passage that speaks for the element."""
        self._take_selection(self._passages())

    def only_evidence(self) -> None:
        """Take the selected words as the only passage that speaks for the element."""
        self._take_selection([])

    def drop_evidence(self) -> None:
        """Strike the passage at the cursor from those that speak for the element."""
        review, place = self._desk.current, self._desk.place
        if review is None:
            return
        evidence = review.evidence(self._desk.element_id)
        kept = [e.span for e in evidence if place not in e.span and place != e.span.end]
        if len(kept) == len(evidence):
            self.told.emit(self.tr("No passage of this element stands at the cursor."))
            return
        self._desk.decide(evidence=tuple(Anchor.of(review.report.text, span) for span in kept))

    def machine_evidence(self) -> None:
        """Take the passages the machine found again."""
        self._desk.decide(evidence=None)

    def comment(self) -> None:
        """Let the user write a comment."""
        self.comment_requested.emit()

    def phrase(self) -> None:
        """Let the user choose a sentence for the comment."""
        self.phrase_requested.emit()

    def phrases(self) -> None:
        """Let the user look through the phrase bank."""
        self.phrases_requested.emit()

    def report_comment(self) -> None:
        """Ask for the comment on the whole report."""
        self.report_comment_requested.emit()

    def comment_on_report(self, words: str) -> None:
        """Say something of the whole report; no words take it back."""
        review = self._desk.current
        if review is not None:
            said = [CommentIs("", words)] if words else []
            self._desk.do(review.command(*said, emptied=[] if words else [Slot(Kind.COMMENT)]))

    def accept_present(self) -> None:
        """Settle every undecided element that was found present, as one step."""
        review = self._desk.current
        if review is not None:
            self._do_all(_accepting_present(review))

    def accept_shown(self) -> None:
        """Settle every undecided element in the list as it stands, as one step."""
        review = self._desk.current
        if review is not None:
            listed = (e for e in _undecided(review) if self._walker.shows(review, e))
            self._do_all(_accepting(review, listed))

    def accept_present_chosen(self) -> None:
        """Settle what was found present in every report selected in the list, as one step."""
        reviews = self._chosen_reviews()
        unknown = [review for review in reviews if review.brief is None]
        words = self._accepted  # asked for now: this window may be gone when they are judged
        self._judging.judge(unknown, lambda: self._accept_present_in(reviews, words))

    def _accept_present_in(self, reviews: list[Review], words: str) -> None:
        # Some may have been taken off the list meanwhile, others could not be judged.
        there = set(self._desk.reviews)
        known = [review for review in reviews if review in there and review.brief is not None]
        self._bulk.decide(known, _accepting_present, words)

    def status_auto(self) -> None:
        """Let the status follow from what is decided."""
        emptied = [Slot(Kind.STATUS)]
        self._bulk.decide(self._chosen_reviews(), lambda review: [review.command(emptied=emptied)])

    def status_done(self) -> None:
        """Say that the reports selected are done."""
        self._set_status(Status.DONE)

    def status_sent_back(self) -> None:
        """Say that the reports selected were sent back to their units."""
        self._set_status(Status.SENT_BACK)

    def _set_status(self, status: Status) -> None:
        said = StatusIs(status)
        self._bulk.decide(self._chosen_reviews(), lambda review: [review.command(said)])

    def _chosen_reviews(self) -> list[Review]:
        rows = self.chosen() or [self._desk.row]
        return [self._desk.reviews[row] for row in rows]

    def _do_all(self, settled: list[Command]) -> None:
        self._desk.do(*settled)
        self.told.emit(self._accepted.format(n=len(settled)))

    @property
    def _accepted(self) -> str:
        return self.tr("{n} elements accepted; one undo takes it back.")

    def _passages(self) -> list[Anchor]:
        review = self._desk.current
        if review is None:
            return []
        text = review.report.text
        return [Anchor.of(text, e.span) for e in review.evidence(self._desk.element_id)]

    def _take_selection(self, passages: list[Anchor]) -> None:
        review, span = self._desk.current, self._selection()
        if review is None:
            return
        if span is None:
            self.told.emit(self.tr("Select the words in the text first."))
            return
        passages.append(Anchor.of(review.report.text, span))
        self._desk.decide(evidence=tuple(dict.fromkeys(passages)))
        self.taken.emit()

    def _decide(self, verdict: Verdict) -> None:
        review = self._desk.current
        finding = review.findings.get(self._desk.element_id) if review else None
        if finding is not None:
            own = None if verdict is finding.verdict else verdict
            self._desk.decide(
                verdict=own, points=None, ignored="", not_applicable=False, confirmed=True
            )

    def _add_points(self, step: float) -> None:
        review, element = self._desk.current, self._desk.element
        if review is None or element is None:
            return
        points = (review.points(element) or 0.0) + step
        whole = round(points / _HALF_POINT) * _HALF_POINT
        self._desk.decide(points=min(element.points, max(0.0, whole)), confirmed=True)


def _accepting_present(review: Review) -> list[Command]:
    present = (e for e in _undecided(review) if review.verdict(e.id) is Verdict.PRESENT)
    return _accepting(review, present)


def _accepting(review: Review, elements: Iterable[Element]) -> list[Command]:
    return [review.deciding(element.id, confirmed=True) for element in elements]


def _undecided(review: Review) -> list[Element]:
    return [e for e in review.checklist.elements if review.is_undecided(e)]
