"""The settings, made from the one table of options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.dialogs.labels import Problem, muted
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.views.scrolled import Scrolled
from reviewer.settings import Option, Settings, option_of
from reviewer.support.messages import Messages


@dataclass(frozen=True, slots=True)
class Field:
    """The widget of an option and how to read it."""

    widget: QWidget
    value: Callable[[], object]


class SettingsDialog(QDialog):
    """A page for each group of options; `take` gets the changed values by name on OK."""

    def __init__(
        self,
        settings: Settings,
        sentences: Messages,
        take: Callable[[dict[str, object]], object],
        where: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self._sentences = sentences
        self._take = take
        self.fields: dict[str, Field] = {}
        self._forms: dict[str, QFormLayout] = {}
        self._scrolled: dict[str, Scrolled] = {}
        self.pages = QTabWidget()
        self.pages.setAccessibleName(self.tr("Settings"))
        for option in fields(Settings):
            if option_of(option.name).page:
                self._add(option.name)
        self.problem = Problem()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.pages, self.problem, muted(where, wraps=True), buttons):
            column.addWidget(widget)
        resize_to_fit(self, self.fontMetrics().height() * 34, self.sizeHint().height())

    def show_option(self, name: str) -> None:
        """Turn to the page with an option and begin there."""
        page, widget = self._scrolled[option_of(name).page], self.fields[name].widget
        self.pages.setCurrentWidget(page)
        page.ensureWidgetVisible(widget)
        widget.setFocus()

    def accept(self) -> None:
        changed: dict[str, object] = {}
        for name, shown in self.fields.items():
            value = shown.value()
            if not option_of(name).accepts(value):
                self._refuse(name)
                return
            if value != getattr(self._settings, name):
                changed[name] = value
        super().accept()
        self._take(changed)

    def _add(self, name: str) -> None:
        option = option_of(name)
        shown = self._field(name, option)
        label = QLabel(self._sentences.say(f"option-{name}"))
        label.setBuddy(shown.widget)
        shown.widget.setAccessibleName(label.text())
        row = QHBoxLayout()
        row.addWidget(shown.widget)
        if f"option-{name}-hint" in self._sentences.sentences:
            hint = muted(self._sentences.say(f"option-{name}-hint"), wraps=True)
            shown.widget.setAccessibleDescription(hint.text())
            row.addWidget(hint, 1)
        self._page(option.page).addRow(label, row)
        self.fields[name] = shown

    def _page(self, page: str) -> QFormLayout:
        if page not in self._forms:
            content = QWidget()
            self._forms[page] = QFormLayout(content)
            self._scrolled[page] = Scrolled(content)
            self.pages.addTab(self._scrolled[page], self._sentences.say(f"option-page-{page}"))
        return self._forms[page]

    def _field(self, name: str, option: Option) -> Field:
        value = getattr(self._settings, name)
        if option.choices:
            return self._choice(name, option, value)
        if name == "font":
            return self._font(value)
        if isinstance(value, str):
            edit = QLineEdit(value)
            edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
            return Field(edit, lambda: option.as_kept(edit.text().strip()))
        if isinstance(value, float):
            decimal = QDoubleSpinBox()
            decimal.setDecimals(1)
            decimal.setRange(option.least, option.most)
            decimal.setSingleStep(option.step)
            decimal.setValue(value)
            return Field(decimal, lambda: _kept(round(decimal.value(), 1), value))
        whole = QSpinBox()
        whole.setRange(int(option.least), int(option.most))
        whole.setSingleStep(int(option.step))
        whole.setValue(value)
        return Field(whole, whole.value)

    def _choice(self, name: str, option: Option, value: str) -> Field:
        box = QComboBox()
        for choice in option.choices:
            box.addItem(self._sentences.say(f"option-{name}-{choice}"), choice)
        box.setCurrentIndex(box.findData(value))
        return Field(box, box.currentData)

    def _font(self, value: str) -> Field:
        box = QFontComboBox()
        box.setCurrentText(value)
        return Field(box, lambda: box.currentText().strip())

    def _refuse(self, name: str) -> None:
        self.problem.say(self._sentences.say(f"option-{name}-wrong"))
        # The sentence takes its room from below, not from the field it is about.
        resize_to_fit(self, self.width(), max(self.height(), self.sizeHint().height()))
        self.show_option(name)


def _kept(shown: float, value: float) -> float:
    """Return the value itself where rounding for the field is all that happened to it."""
    return value if round(value, 1) == shown else shown
