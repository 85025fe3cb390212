"""Choose what to write of which reports into a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.export.batch import FileKind
from reviewer.gui.dialogs.labels import Problem, muted
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.views.scrolled import Scrolled
from reviewer.settings import Settings


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: kinds of files, of all reports or the selected ones, and with what."""

    kinds: frozenset[FileKind]
    every: bool
    form: str
    slip_template: str
    office: str
    reviewer: str
    folder: str


@dataclass(frozen=True, slots=True)
class Browsing:
    """The questions behind the buttons beside the paths; each returns an empty text for none."""

    form: Callable[[], str]
    template: Callable[[], str]
    folder: Callable[[], str]


class ExportDialog(QDialog):
    """Asks for everything an export to a folder needs; `take` gets the Choice on OK."""

    def __init__(
        self,
        settings: Settings,
        counts: tuple[int, int, int],
        suggested: str,
        browsing: Browsing,
        take: Callable[[Choice], object],
        parent: QWidget | None = None,
    ) -> None:
        """`counts` are the reports there are, those selected and those not yet finished.

        `suggested` is a folder.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export to Folder"))
        self._take = take
        self._browse = self.tr("Browse…")
        self.kinds: dict[FileKind, QCheckBox] = {}
        self.form = self._edit(settings.export_form, self.tr("County's form"))
        self.template = self._edit(settings.export_slip_template, self.tr("Template of the slips"))
        self.template.setPlaceholderText(self.tr("the program's own"))
        self.folder = self._edit(settings.export_folder or suggested, self.tr("Folder"))
        self.office = self._edit(settings.office, self.tr("Signed by"))
        self.reviewer = self._edit(settings.reviewer, self.tr("Comments by"))
        self._asked_for_office = False
        self.problem = Problem()
        self.doubts, self.show_doubts = QLabel(), QPushButton(self.tr("Show L&ist…"))
        self.show_doubts.setAutoDefault(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        questions = QWidget()
        asked = QVBoxLayout(questions)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self._what(browsing, settings.export_kinds))
        asked.addWidget(self._whose(*counts))
        asked.addLayout(self._with(browsing))
        column = QVBoxLayout(self)
        column.addWidget(Scrolled(questions), 1)
        column.addLayout(self._doubtful())
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        resize_to_fit(self, self.fontMetrics().height() * 38, self.sizeHint().height())

    def _doubtful(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.doubts, 1)
        row.addWidget(self.show_doubts)
        self.doubts.hide()
        self.show_doubts.hide()
        return row

    def mention(self, words: str, show: Callable[[], object]) -> None:
        """Say what is worth a look before the export, with a button that shows it."""
        self.doubts.setText(words)
        self.show_doubts.clicked.connect(show)
        self.doubts.show()
        self.show_doubts.show()

    def accept(self) -> None:
        choice = self._choice()
        problem = self._problem(choice)
        if problem is not None:
            text, widget = problem
            self.problem.say(text)
            widget.setFocus()
            return
        super().accept()
        self._take(choice)

    def _choice(self) -> Choice:
        return Choice(
            kinds=frozenset(kind for kind, box in self.kinds.items() if box.isChecked()),
            every=self.every.isChecked(),
            form=self.form.text().strip(),
            slip_template=self.template.text().strip(),
            office=self.office.text().strip(),
            reviewer=self.reviewer.text().strip(),
            folder=self.folder.text().strip(),
        )

    def _problem(self, choice: Choice) -> tuple[str, QWidget] | None:
        """Return what is wrong with a choice and where, None where nothing is."""
        if not choice.kinds:
            return self.tr("Choose at least one kind of file."), self.kinds[FileKind.WORKBOOK]
        if FileKind.FORM in choice.kinds and not _is_file(choice.form, ".xlsx"):
            return self.tr("Choose the county's form: an .xlsx file that is there."), self.form
        if choice.slip_template and not _is_file(choice.slip_template, ".docx"):
            text = self.tr("The template of the slips must be a .docx file that is there.")
            return text, self.template
        if not choice.folder or not Path(choice.folder).is_absolute():
            return self.tr("Choose the folder to write to."), self.folder
        return self._unsigned(choice)

    def _unsigned(self, choice: Choice) -> tuple[str, QWidget] | None:
        """Ask once for the office that signs; a template of the county's may name it itself."""
        letters = choice.kinds & {FileKind.SLIPS, FileKind.PDF}
        if self._asked_for_office or choice.office or choice.slip_template or not letters:
            return None
        self._asked_for_office = True
        text = self.tr(
            "The slips name nobody who sends them: fill in the office, or choose Export once more."
        )
        return text, self.office

    def _what(self, browsing: Browsing, chosen: tuple[str, ...]) -> QWidget:
        group = QGroupBox(self.tr("What to write"))
        column = QVBoxLayout(group)
        before = set(chosen) or {FileKind.WORKBOOK.value, FileKind.SLIPS.value}
        for kind, name in self._names().items():
            box = self.kinds[kind] = QCheckBox(name)
            box.setChecked(kind.value in before)
            column.addWidget(box)
        row = QHBoxLayout()
        row.addSpacing(self.fontMetrics().height() * 2)
        row.addLayout(self._beside(self.form, browsing.form))
        column.addLayout(row)
        self.form.textChanged.connect(lambda text: self.kinds[FileKind.FORM].setChecked(bool(text)))
        return group

    def _names(self) -> Mapping[FileKind, str]:
        return {
            FileKind.WORKBOOK: self.tr("Score &workbook of all (.xlsx)"),
            FileKind.SLIPS: self.tr("Return &slip for each report (.docx)"),
            FileKind.COMMENTS: self.tr("&Copy of each report with comments (.docx)"),
            FileKind.PDF: self.tr("&PDF of summary, score sheets and slips"),
            FileKind.DATA: self.tr("All &results and decisions as data (.json)"),
            FileKind.FORM: self.tr("The county's own &form (.xlsx), filled:"),
        }

    def _whose(self, all_of_them: int, selected: int, unfinished: int) -> QWidget:
        group = QGroupBox(self.tr("Reports"))
        self.every = QRadioButton(self.tr("&All ({n})").format(n=all_of_them))
        self.selected = QRadioButton(self.tr("Se&lected in the list ({n})").format(n=selected))
        self.selected.setEnabled(0 < selected < all_of_them)
        (self.selected if 1 < selected < all_of_them else self.every).setChecked(True)
        together = QButtonGroup(group)
        row = QHBoxLayout()
        for button in (self.every, self.selected):
            together.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        words = self.tr(
            "Reports not yet finished: {n}. What is undecided goes out as the program suggests."
        )
        self.unfinished = muted(words.format(n=unfinished), wraps=True)
        self.unfinished.setVisible(unfinished > 0)
        column = QVBoxLayout(group)
        column.addLayout(row)
        column.addWidget(self.unfinished)
        return group

    def _with(self, browsing: Browsing) -> QFormLayout:
        form = QFormLayout()
        form.addRow(
            self.tr("&Template of the slips"), self._beside(self.template, browsing.template)
        )
        form.addRow(self.tr("Signed by &office"), self.office)
        form.addRow(self.tr("Comments &by"), self.reviewer)
        form.addRow(self.tr("To fol&der"), self._beside(self.folder, browsing.folder))
        for place, widget in ((0, self.template), (3, self.folder)):
            form.itemAt(place, QFormLayout.ItemRole.LabelRole).widget().setBuddy(widget)
        return form

    def _edit(self, text: str, name: str) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setAccessibleName(name)
        return edit

    def _beside(self, edit: QLineEdit, ask: Callable[[], str]) -> QHBoxLayout:
        """Return a line with the button that lets it be filled by a file dialog."""

        def fill() -> None:
            edit.setText(ask() or edit.text())

        button = QPushButton(self._browse)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{edit.accessibleName()}: {button.text()}")
        button.clicked.connect(fill)
        row = QHBoxLayout()
        row.addWidget(edit, 1)
        row.addWidget(button)
        return row


def _is_file(path: str, suffix: str) -> bool:
    return path.lower().endswith(suffix) and Path(path).is_file()
