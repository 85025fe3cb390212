from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.export.form.columns import keep_columns
from reviewer.export.form.confirming import field_choices, question_about, question_about_form
from reviewer.export.form.fields import load_field_names
from reviewer.export.form.placeholders import PlaceholderReader
from reviewer.review import Review
from reviewer.support.errors import ExportError

MakeForm = Callable[..., Path]
MakeReview = Callable[..., Review]
CELLS = {"A1": "单位", "B1": "得分", "C1": "备注"}


def test_what_was_confirmed_is_known_the_next_time(
    make_form: MakeForm, make_review: MakeReview, tmp_path: Path
) -> None:
    checklist, path = make_review().checklist, make_form(CELLS)
    first = question_about(path, checklist, tmp_path)
    answered = first.answered({"A": "单位", "C": "A02.意见"})
    keep_columns(answered, first.kept)
    again = question_about(path, checklist, tmp_path)
    assert (first.confirmed, again.confirmed) == (False, True)
    assert again.columns.fields == {"A": "单位", "C": "A02.意见"}
    assert [heading.text for heading in again.headings] == ["单位", "得分", "备注"]


def test_the_unit_may_be_in_another_column_but_must_be_in_one(
    make_form: MakeForm, make_review: MakeReview, tmp_path: Path
) -> None:
    question = question_about(make_form(CELLS), make_review().checklist, tmp_path)
    assert question.answered({"B": "得分"}) is None
    moved = question.answered({"C": "单位", "B": "得分"})
    assert moved is not None
    assert moved.unit == "C"


def test_a_form_with_placeholders_asks_nothing(
    make_form: MakeForm, make_review: MakeReview, tmp_path: Path
) -> None:
    checklist = make_review().checklist
    assert question_about_form(make_form({"A1": "{{单位}}"}), checklist, tmp_path) is None
    assert question_about_form(make_form(CELLS), checklist, tmp_path) is not None


def test_headings_that_tell_nothing_are_said(
    make_form: MakeForm, make_review: MakeReview, tmp_path: Path
) -> None:
    with pytest.raises(ExportError) as caught:
        question_about(make_form({"A1": "甲"}), make_review().checklist, tmp_path)
    assert caught.value.code == "form-no-fields"


def test_every_choice_is_a_field(make_review: MakeReview) -> None:
    checklist = make_review().checklist
    reader = PlaceholderReader(load_field_names(), checklist)
    for choice in field_choices(checklist):
        cell = reader.read((1, 1), f"{{{{{choice.name}}}}}", "A1")
        assert len(cell.placeholders) == 1


def test_english_choices_are_fields_and_have_no_chinese_names(make_review: MakeReview) -> None:
    checklist = make_review().checklist
    reader = PlaceholderReader(load_field_names(), checklist)
    for choice in field_choices(checklist, "en"):
        written = choice.text.split("　")[0]
        assert not re.search("[一-鿿]", written)
        reader.read((1, 1), f"{{{{{written}}}}}", "A1")
