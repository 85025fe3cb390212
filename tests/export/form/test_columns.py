from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reviewer.export.form.columns import (
    Columns,
    fingerprint,
    headings,
    keep_columns,
    load_columns,
    propose_columns,
)
from reviewer.review import Review

MakeForm = Callable[..., Path]
MakeReview = Callable[..., Review]


def test_headings_tell_what_the_columns_hold(make_form: MakeForm, make_review: MakeReview) -> None:
    path = make_form(
        {
            "A1": "评查汇总表",
            "A2": "序号",
            "B2": "乡镇（街道）",
            "C2": "主要举措和成效",
            "D2": "A02",
            "E2": "总 分",
            "F2": "备注",
        }
    )
    assert propose_columns(path, make_review().checklist) == Columns(
        "表",
        2,
        "B",
        {"A": "序号", "B": "单位", "C": "A.得分", "D": "A02.得分", "E": "得分"},
    )


def test_headings_may_stand_in_two_rows(make_form: MakeForm, make_review: MakeReview) -> None:
    path = make_form({"A1": "单位", "B1": "各部分", "B2": "A", "C2": "B"})
    proposed = propose_columns(path, make_review().checklist)
    assert proposed == Columns("表", 2, "A", {"A": "单位", "B": "A.得分", "C": "B.得分"})


def test_a_table_without_a_column_of_units_is_none_of_reports(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    path = make_form({"A1": "序号", "B1": "总分"})
    assert propose_columns(path, make_review().checklist) is None


def test_confirmed_columns_are_kept(tmp_path: Path) -> None:
    columns = Columns("表", 2, "B", {"B": "单位", "E": "总分"})
    file = tmp_path / "forms" / "x.toml"
    assert load_columns(file) is None
    keep_columns(columns, file)
    assert load_columns(file) == columns


def test_every_heading_is_listed_and_a_title_is_none(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    cells = {"A1": "评查汇总表", "A2": "序号", "B2": "单位", "C2": "等次", "D2": "备注"}
    path = make_form(cells)
    columns = propose_columns(path, make_review().checklist)
    assert [(h.letter, h.text) for h in headings(path, columns)] == [
        ("A", "序号"),
        ("B", "单位"),
        ("C", "等次"),
        ("D", "备注"),
    ]


def test_a_form_is_known_again_by_its_headings_whatever_stands_below(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    def known(**cells: str) -> str:
        path = make_form({"A1": "单位", "B1": "得分", **cells})
        return fingerprint(path, propose_columns(path, make_review().checklist))

    assert known(A2="甲") == known(A2="乙", A3="丙")
    assert known(C1="备注") != known()
