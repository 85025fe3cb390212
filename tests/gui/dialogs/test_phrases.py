"""The phrase bank in its dialog: every change is kept, and the last one taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.gui.app import Program
from reviewer.gui.dialogs.phrases import PhrasesDialog
from reviewer.settings.phrases import Phrase, PhraseBank, load_phrases, save_phrases

ONE, TWO = Phrase("请补充办案数量。", "A12", 1), Phrase("请写明具体数字。", "", 2)


@pytest.fixture
def dialog(busy_program: Program) -> PhrasesDialog:
    busy_program.window.element._phrases.replace([ONE, TWO])
    busy_program.window.actions_by_id["phrases"].trigger()
    return busy_program.window.findChild(PhrasesDialog)


def shown(dialog: PhrasesDialog) -> list[str]:
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def bank(dialog: PhrasesDialog) -> PhraseBank:
    return dialog._phrases.bank


def remove(dialog: PhrasesDialog, tmp_path: Path) -> None:
    dialog.table.selectRow(0)
    dialog._remove()


def change(dialog: PhrasesDialog, tmp_path: Path) -> None:
    dialog.table.item(0, 0).setText("请补充办案的数量。")


def add(dialog: PhrasesDialog, tmp_path: Path) -> None:
    dialog._add()
    dialog.table.item(2, 0).setText("请列出文号。")


def take_over(dialog: PhrasesDialog, tmp_path: Path) -> None:
    file = tmp_path / "others.toml"
    save_phrases(PhraseBank((Phrase("别处的句子。"),)), file)
    dialog.import_from(str(file))


@pytest.mark.parametrize("act", [remove, change, add, take_over])
def test_every_change_is_kept_at_once_and_undo_leads_back(
    dialog: PhrasesDialog, tmp_path: Path, act: Callable[[PhrasesDialog, Path], None]
) -> None:
    before, texts = bank(dialog).phrases, shown(dialog)
    act(dialog, tmp_path)
    after = bank(dialog).phrases
    assert [phrase.text for phrase in after] == shown(dialog) != texts
    dialog.undo.click()
    assert bank(dialog).phrases == before
    assert shown(dialog) == texts
    dialog.undo.click()
    assert bank(dialog).phrases == after


def test_a_bank_that_nobody_changed_has_nothing_to_take_back(busy_program: Program) -> None:
    busy_program.window.actions_by_id["phrases"].trigger()
    assert not busy_program.window.findChild(PhrasesDialog).undo.isEnabled()


def test_others_get_the_sentences_without_what_was_there_before(
    dialog: PhrasesDialog, tmp_path: Path
) -> None:
    remove(dialog, tmp_path)
    dialog.export_to(str(tmp_path / "mine.toml"))
    assert load_phrases(tmp_path / "mine.toml") == PhraseBank((TWO,))
