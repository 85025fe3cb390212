"""What outlives a window, handed to each new one."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.gui.bulk import Bulk
from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.leaving import Leaving
from reviewer.gui.doubting import Doubter
from reviewer.gui.exporting import Exporter
from reviewer.gui.handing_out import HandingOut
from reviewer.gui.indexing import TextIndex
from reviewer.gui.judging import Judging
from reviewer.gui.keeping import Keeper
from reviewer.gui.messages import MessageCenter
from reviewer.gui.noting import NoteTaker
from reviewer.gui.opening import Opener
from reviewer.gui.phrasing import Phrases
from reviewer.gui.preferences import Preferences
from reviewer.gui.projects import Projects
from reviewer.gui.reading_ahead import ReadingAhead
from reviewer.gui.replacing import Replacer
from reviewer.gui.signing import Signer
from reviewer.gui.tasks import Tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The desk with everything that works for it; windows come and go over it."""

    desk: Desk
    tasks: Tasks
    messages: MessageCenter
    preferences: Preferences
    opener: Opener
    judging: Judging
    exporter: Exporter
    handing_out: HandingOut
    leaving: Leaving
    projects: Projects
    keeper: Keeper
    phrases: Phrases
    notes: NoteTaker
    index: TextIndex
    replacer: Replacer
    doubter: Doubter
    signer: Signer
    ahead: ReadingAhead
    bulk: Bulk
