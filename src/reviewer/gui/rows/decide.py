"""The rows of the decide menu in the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.gui.action_spec import ActionSpec, Menu, Section

MOST_DIGIT = 9
# What can be done with the words selected in the text, in the order of its menu.
EVIDENCE = ("add_evidence", "only_evidence", "drop_evidence")

DECIDE = Menu(
    "decide",
    QT_TRANSLATE_NOOP("Actions", "&Decide"),
    Section(
        ActionSpec(
            "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo", "undo", toolbar=True
        ),
        ActionSpec(
            "redo",
            QT_TRANSLATE_NOOP("Actions", "&Redo"),
            "Ctrl+Y Ctrl+Shift+Z",
            "redo",
            "redo",
            toolbar=True,
        ),
    ),
    Section(
        ActionSpec(
            "accept",
            QT_TRANSLATE_NOOP("Actions", "&Accept and Go On"),
            "Return Enter Ctrl+Return Ctrl+Enter",
            "accept",
            "element",
        ),
        ActionSpec(
            "decide_present",
            QT_TRANSLATE_NOOP("Actions", "&Present"),
            "F5 Ctrl+1",
            "present",
            "element",
            "verdict",
        ),
        ActionSpec(
            "decide_weak",
            QT_TRANSLATE_NOOP("Actions", "&Weak"),
            "F6 Ctrl+2",
            "weak",
            "element",
            "verdict",
        ),
        ActionSpec(
            "decide_missing",
            QT_TRANSLATE_NOOP("Actions", "&Missing"),
            "F7 Ctrl+3",
            "missing",
            "element",
            "verdict",
        ),
        ActionSpec(
            "use_suggestion",
            QT_TRANSLATE_NOOP("Actions", "Back to the &Suggestion"),
            "Ctrl+R",
            "suggestion",
            "element",
        ),
    ),
    Section(
        *(
            ActionSpec(
                f"points_{digit}",
                QT_TRANSLATE_NOOP("Actions", "Give &{n}"),
                str(digit),
                needs="element",
                method="give_points",
                number=digit,
            )
            for digit in range(MOST_DIGIT + 1)
        ),
        ActionSpec(
            "more_points",
            QT_TRANSLATE_NOOP("Actions", "Half a Point M&ore"),
            "Ctrl+Up .",
            "plus",
            "element",
        ),
        ActionSpec(
            "fewer_points",
            QT_TRANSLATE_NOOP("Actions", "Half a Point &Less"),
            "Ctrl+Down",
            "minus",
            "element",
        ),
        title=QT_TRANSLATE_NOOP("Actions", "Po&ints"),
    ),
    Section(
        ActionSpec(
            "not_applicable",
            QT_TRANSLATE_NOOP("Actions", "&Not Applicable Here"),
            "Ctrl+D",
            "not-applicable",
            "element",
            switch=True,
        ),
        ActionSpec(
            "ignore",
            QT_TRANSLATE_NOOP("Actions", "Set Aside, &Because…"),
            "Ctrl+I",
            "ignore",
            "element",
        ),
        ActionSpec(
            "ignore_note",
            QT_TRANSLATE_NOOP("Actions", "Set the Contradiction or Oddity Aside, Because…"),
            "Ctrl+Shift+I",
            "ignore",
            "report",
        ),
    ),
    Section(
        ActionSpec(
            "take_fact",
            QT_TRANSLATE_NOOP("Actions", "&Take the Unused Fact"),
            "Y",
            needs="element",
        ),
        ActionSpec(
            "add_evidence",
            QT_TRANSLATE_NOOP("Actions", "&Add the Selected Words as Evidence"),
            "E",
            "evidence",
            "element",
        ),
        ActionSpec(
            "only_evidence",
            QT_TRANSLATE_NOOP("Actions", "&Only the Selected Words as Evidence"),
            "Shift+E",
            needs="element",
        ),
        ActionSpec(
            "drop_evidence",
            QT_TRANSLATE_NOOP("Actions", "&Strike the Evidence Here"),
            "Delete",
            needs="element",
        ),
        ActionSpec(
            "machine_evidence",
            QT_TRANSLATE_NOOP("Actions", "Back to the &Program's"),
            needs="element",
        ),
        title=QT_TRANSLATE_NOOP("Actions", "&Evidence"),
    ),
    Section(
        ActionSpec(
            "comment", QT_TRANSLATE_NOOP("Actions", "&Comment"), "F2 Ctrl+M", "comment", "element"
        ),
        ActionSpec(
            "phrase",
            QT_TRANSLATE_NOOP("Actions", "&Insert a Phrase"),
            "Ctrl+J",
            "phrase",
            "element",
        ),
        ActionSpec(
            "report_comment",
            QT_TRANSLATE_NOOP("Actions", "Comment on the &Whole Report…"),
            "Ctrl+Shift+M",
            needs="report",
        ),
        ActionSpec("phrases", QT_TRANSLATE_NOOP("Actions", "&Phrases…")),
        title=QT_TRANSLATE_NOOP("Actions", "&Comments"),
    ),
    Section(
        ActionSpec(
            "accept_present",
            QT_TRANSLATE_NOOP("Actions", "Accept All &Found Present"),
            "Ctrl+Shift+P",
            needs="report",
        ),
        ActionSpec(
            "accept_shown",
            QT_TRANSLATE_NOOP("Actions", "Accept All &Listed"),
            "Ctrl+Shift+Return Ctrl+Shift+Enter",
            needs="report",
        ),
        ActionSpec(
            "accept_present_chosen",
            QT_TRANSLATE_NOOP("Actions", "Accept All Found Present in the Selected Reports"),
            needs="list",
        ),
    ),
    Section(
        ActionSpec(
            "status_auto",
            QT_TRANSLATE_NOOP("Actions", "&By What Is Decided"),
            needs="list",
            choice="status",
        ),
        ActionSpec(
            "status_done", QT_TRANSLATE_NOOP("Actions", "&Done"), needs="list", choice="status"
        ),
        ActionSpec(
            "status_sent_back",
            QT_TRANSLATE_NOOP("Actions", "&Sent Back"),
            needs="list",
            choice="status",
        ),
        title=QT_TRANSLATE_NOOP("Actions", "S&tatus of the Report"),
    ),
)
