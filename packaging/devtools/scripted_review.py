"""A review by script that says what it is about to do and what is done, to be killed at any time.

Each line on the pipe is a JSON list: ["next", state] before a ruling and ["done", state] once it is
on disk, where `state` is a digest of everything ruled so far; ["report", key, text] for a report
that was taken in; ["removing", key] before one is taken off the list and ["removed", key] once it
is; ["home", count] when the copy of another project was written back; ["open", state] once the
project is open; ["trouble", code] where writing failed.
"""

from __future__ import annotations

import ctypes
import datetime
import hashlib
import json
import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reviewer.checklist import Verdict
from reviewer.outline import FieldValue, FrontField, HeadingLevel, SectionPart
from reviewer.project import (
    Packed,
    Place,
    PlaceKind,
    Project,
    WorkingCopy,
    default_project,
    pack,
)
from reviewer.project.journal import StoredHistory
from reviewer.project.plain import ruling_as_plain
from reviewer.readers import text_report
from reviewer.report import Anchor, Report, Span
from reviewer.review import (
    Command,
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
    Said,
    Slot,
    Status,
    StatusIs,
    Step,
    VerdictIs,
)
from reviewer.support.atomic import replace_file
from reviewer.support.errors import StoreError

_CAPABILITY_VERSION = 0x20080522
_DAC_OVERRIDE = 1 << 1
CHECKLIST = "made"
_SHARE = Place(PlaceKind.NETWORK, "share")
TEXT = "青溪镇2025年报告\n一、工作\n全年宣传12场次。\n二、不足\n一是台账不全。\n" * 20
_MANY = 40  # rulings that are written before they take place
_ELEMENTS = [f"{group}{number:02}" for group in "ABCD" for number in range(1, 9)]


class Script:
    """Does random things in a project; the same `seed` does the same things."""

    def __init__(self, folder: Path, seed: int, tell: Callable[[list[object]], None]) -> None:
        self._folder = folder
        self._random = random.Random(seed)
        self._tell = tell
        self._shadow: History = History()
        self._clock = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)

    def run(self) -> None:
        """Open the project and go on until killed."""
        project = default_project(self._folder, now=self._now())
        self._shadow = StoredHistory(project._database)
        self._tell(["open", state_of(self._shadow)])  # which reads all of it before it is closed
        project.on_trouble = lambda error: self._tell(["trouble", error.code])
        acts = [self._rule] * 8 + [self._undo] * 2 + [self._redo] + [self._take_in]
        acts += [self._replace, self._copy, self._back_up, self._reopen, self._on_a_share]
        acts += [self._remove, self._tidy]
        while True:
            if not project.entries:
                self._take_in(project)
                continue
            act = self._random.choice(acts)
            if act == self._reopen and not project.unwritten:
                project.close()
                project = default_project(self._folder, now=self._now())
                project.on_trouble = lambda error: self._tell(["trouble", error.code])
            else:
                act(project)

    def _reopen(self, project: Project) -> None:
        """Stand for closing and opening in the list of acts."""

    def _now(self) -> datetime.datetime:
        self._clock += datetime.timedelta(minutes=self._random.randint(1, 600))
        return self._clock

    def _key(self, project: Project) -> str:
        return self._random.choice([entry.key for entry in project.entries])

    def _rule(self, project: Project) -> None:
        count = self._random.choice([1, 1, 1, 3, _MANY])
        commands = [
            Command(self._key(project), (self._said(),), self._emptied()) for _ in range(count)
        ]
        by, at = "李四", self._now()
        if count < _MANY:
            self._confirmed(project, lambda history: history.do(*commands, by=by, at=at))
            return
        changes = project.history.changes(commands, by, at)
        event = Event(Move.DO, Step(changes, by, at), by, at)

        def do_ahead(history: History) -> None:
            if history is project.history:
                self._attempt(lambda: project.write_ahead(event))
            history.replay(event)

        self._confirmed(project, do_ahead)

    def _undo(self, project: Project) -> None:
        self._confirmed(project, lambda history: history.undo(by="王五"))

    def _redo(self, project: Project) -> None:
        self._confirmed(project, lambda history: history.redo(by="王五"))

    def _confirmed(self, project: Project, act: Callable[[History], object]) -> None:
        """Say what will be so, do it, and say that it is on disk if it is."""
        act(self._shadow)
        self._tell(["next", state_of(self._shadow)])
        act(project.history)
        if not project.unwritten:
            self._tell(["done", state_of(project.history)])

    def _take_in(self, project: Project) -> None:
        report = self._report()
        key = project.take_in(self._packed(report), CHECKLIST)
        if not project.unwritten and not project.read_only:  # who only looks puts nothing in
            self._tell(["report", key, report.text])

    def _replace(self, project: Project) -> None:
        key, newer = self._key(project), self._packed(self._report())
        events: list[Event] = []
        self._shadow.subscribe(events.append)
        # The step is the project's own, so that what will be so is known only by trying it aside.
        command = project._replacing(key, newer.digest)
        self._shadow.do(command)
        self._shadow.unsubscribe(events.append)
        if not events:
            return
        self._tell(["next", state_of(self._shadow)])
        project.replace(key, newer)
        if not project.unwritten:
            self._tell(["done", state_of(project.history)])

    def _copy(self, project: Project) -> None:
        self._attempt(lambda: project.save_copy(self._folder / "copy.review"))
        table = json.dumps([entry.key for entry in project.entries] * 500).encode()
        try:
            replace_file(self._folder / "export.json", lambda file: file.write(table))
        except OSError as error:
            self._tell(["trouble", str(error.errno)])

    def _on_a_share(self, project: Project) -> None:
        """Work for a moment on the copy of another project, which goes home on closing."""
        if project.unwritten:
            return
        home = self._folder / "share.review"
        try:
            with WorkingCopy.open(home, _SHARE, self._folder / "own").project as copy:
                known = copy.history.rulings("a").values()
                count = next((len(r.said.text) for r in known if isinstance(r.said, CommentIs)), 0)
                said = CommentIs("A01", "一" * (count + 1))
                copy.history.do(Command("a", (said,)))
            self._tell(["home", count + 1])
        except StoreError as error:
            self._tell(["trouble", error.code])

    def _back_up(self, project: Project) -> None:
        self._attempt(lambda: project.back_up(self._now()))

    def _remove(self, project: Project) -> None:
        """Take a report off the list; it stays in the project with what was ruled on it."""
        key = self._key(project)
        if project.unwritten:
            return
        self._tell(["removing", key])
        project.remove([key])
        if not project.unwritten:
            self._tell(["removed", key])

    def _tidy(self, project: Project) -> None:
        self._attempt(project.tidy)

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except StoreError as error:
            self._tell(["trouble", error.code])

    def _packed(self, report: Report) -> Packed:
        return pack(report, self._random.randbytes(self._random.choice([100, 60_000])))

    def _report(self) -> Report:
        report = text_report(TEXT + f"第{self._random.randint(1, 10**9)}号。", "青溪镇.txt")
        return replace(report, digest=self._random.randbytes(8).hex())

    def _emptied(self) -> tuple[Slot, ...]:
        kind = self._random.choice([Kind.VERDICT, Kind.CONFIRMED, Kind.POINTS])
        slot = Slot(kind, self._random.choice(_ELEMENTS))
        return (slot,) if self._random.random() < 0.2 else ()

    def _said(self) -> Said:
        element = self._random.choice(_ELEMENTS)
        start = self._random.randrange(len(TEXT) - 10)
        place = Anchor.of(TEXT, Span(start, start + self._random.randint(1, 9)))
        some: list[Said] = [
            VerdictIs(element, self._random.choice(list(Verdict))),
            PointsAre(element, self._random.randint(0, 6) / 2),
            EvidenceIs(element, (place,)),
            CommentIs(element, "请补充。" * self._random.choice([1, 10, 400])),
            NotApplicable(element),
            Ignored(element, "附件里有"),
            Confirmed(element),
            StatusIs(self._random.choice([Status.DONE, Status.SENT_BACK])),
            FieldValue(FrontField.YEAR, self._random.randint(2020, 2026)),
            HeadingLevel(place, self._random.choice([None, 1, 2])),
            SectionPart(place, "plan"),
        ]
        return self._random.choice(some)


def state_of(history: History) -> str:
    """Return a digest of all rulings and of what can be undone and redone."""
    rulings = {
        key: sorted(json.dumps(ruling_as_plain(r), sort_keys=True) for r in by_slot.values())
        for key in history.reports
        if (by_slot := history.rulings(key))
    }
    whole = [rulings, repr(history.next_undo), repr(history.next_redo)]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:20]


def heed_write_protection() -> None:
    """Be stopped by write protection as everyone but an administrator is. Raises OSError.

    The program's own files may lie where nobody else can read them, so the user stays the same and
    only the capability goes that overrides permissions. See capset(2) and linux/capability.h.
    """
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    this_process = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    capabilities = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; low and high words
    if libc.capget(this_process, capabilities) == 0:
        capabilities[0] &= ~_DAC_OVERRIDE
        capabilities[1] &= ~_DAC_OVERRIDE
        if libc.capset(this_process, capabilities) == 0:
            return
    raise OSError(ctypes.get_errno(), "capset")
