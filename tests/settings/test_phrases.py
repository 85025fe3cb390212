"""The bureau's own sentences: learnt, ordered, kept, passed on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.settings.phrases import Phrase, PhraseBank, load_phrases, save_phrases, sentences
from reviewer.support.errors import StoreError

OWN = Phrase("请补充办案数量。", "A12")
GENERAL = Phrase("请写明具体数字。", "", 2)


def test_sentences_of_a_comment_are_learnt_with_their_element() -> None:
    bank = PhraseBank().learnt("A12", "请补充办案数量。另请列出文号！好")

    assert bank.phrases == (
        Phrase("请补充办案数量。", "A12", 1),
        Phrase("另请列出文号！", "A12", 1),
    )


def test_a_sentence_used_again_counts_up_and_is_not_doubled() -> None:
    bank = PhraseBank((OWN, GENERAL)).learnt("A12", OWN.text + GENERAL.text)

    assert [phrase.uses for phrase in bank.phrases] == [1, 3]


def test_sentences_for_the_element_come_first_and_those_for_others_not_at_all() -> None:
    bank = PhraseBank((GENERAL, Phrase("别处的句子。", "B01", 9), OWN))

    assert bank.fitting("A12", 9) == (OWN, GENERAL)
    assert bank.fitting("A12", 1) == (OWN,)


def test_a_bank_takes_from_another_only_what_it_lacks() -> None:
    assert PhraseBank((OWN,)).merged([OWN, GENERAL, GENERAL]).phrases == (OWN, GENERAL)


def test_the_last_change_by_hand_can_be_taken_back_and_made_again() -> None:
    bank = PhraseBank((OWN, GENERAL))
    edited = bank.edited([GENERAL])
    assert edited.undone().phrases == bank.phrases
    assert edited.undone().undone().phrases == edited.phrases
    assert bank.undone() == bank
    assert bank.edited(bank.phrases) == bank
    assert PhraseBank((OWN,)).merged([GENERAL]).undone().phrases == (OWN,)


def test_what_was_learnt_since_stays_where_a_change_is_taken_back() -> None:
    bank = PhraseBank((OWN, GENERAL)).edited([GENERAL]).learnt("B01", "另请列出文号。")
    learnt = Phrase("另请列出文号。", "B01", 1)
    assert bank.phrases == (GENERAL, learnt)
    assert bank.undone().phrases == (OWN, GENERAL, learnt)


@pytest.mark.parametrize("first", [(OWN,), ()])
def test_a_change_can_be_taken_back_on_another_day(
    tmp_path: Path, first: tuple[Phrase, ...]
) -> None:
    file = tmp_path / "phrases.toml"
    save_phrases(PhraseBank(first).edited([GENERAL]), file)
    assert load_phrases(file).undone().phrases == first


@given(st.lists(st.builds(Phrase, st.text(), st.sampled_from(["", "A01"]), st.integers(0, 99))))
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, made: list[Phrase]
) -> None:
    file = tmp_path_factory.mktemp("bank") / "phrases.toml"
    storable = [p for p in made if p.text.encode("utf-8", "replace").decode() == p.text]
    save_phrases(PhraseBank(tuple(storable)), file)

    assert load_phrases(file).phrases == tuple(storable)


def test_no_file_is_an_empty_bank(tmp_path: Path) -> None:
    assert load_phrases(tmp_path / "none.toml") == PhraseBank()


@pytest.mark.parametrize("content", [b"phrase = 3", b"[[phrase]]\ntext = 3", b"[[", b"\xff"])
def test_a_broken_file_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "phrases.toml"
    file.write_bytes(content)
    with pytest.raises(StoreError, match="phrases-broken"):
        load_phrases(file)

    assert file.read_bytes() == content


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="phrases-not-saved"):
        save_phrases(PhraseBank(), tmp_path / "file" / "phrases.toml")


def test_scraps_are_not_worth_keeping() -> None:
    assert sentences("好。\n\n  行 \n" + "长" * 400) == []
