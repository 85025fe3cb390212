from __future__ import annotations

from tests.checking.conftest import OpenCase

from reviewer.checking.segments import numbers_in

BODY = "一、主要举措和成效\n（一）工作开展。{}\n"


def test_titles_of_laws_are_hidden_and_own_documents_kept(open_case: OpenCase) -> None:
    text = BODY.format("学习《信访工作条例》。印发《信访接待办法》。")
    masked = open_case(text).masked
    assert "信访工作" not in masked.text
    assert "信访接待" in masked.text
    assert [span.of(text) for span in masked.own_documents] == ["《信访接待办法》"]


def test_clauses_about_publicity_are_hidden_from_other_topics(open_case: OpenCase) -> None:
    case = open_case(BODY.format("围绕森林防火、矛盾纠纷开展宣传。排查矛盾纠纷5件。"))
    assert "森林防火" in case.masked.text
    numbers = numbers_in(case.masked.publicity)
    clauses = [case.part_text(case.segments.clause(number)) for number in numbers]
    assert clauses == ["围绕森林防火、矛盾纠纷开展宣传。"]


def test_departments_are_no_topics(open_case: OpenCase) -> None:
    assert "信访" not in open_case(BODY.format("县信访局来镇指导。")).masked.text


def test_masks_keep_every_offset(open_case: OpenCase) -> None:
    case = open_case(BODY.format("学习《信访工作条例》，开展普法宣传。"))
    assert len(case.masked.text) == len(case.report.text)


def test_documents_said_to_be_made_are_own(open_case: OpenCase) -> None:
    text = BODY.format("《接访办法》《值班规定》均已印发。《信访工作条例》施行三年。")
    own = open_case(text).masked.own_documents
    assert [span.of(text) for span in own] == ["《接访办法》", "《值班规定》"]


def test_a_list_of_laws_is_about_publicity(open_case: OpenCase) -> None:
    case = open_case(BODY.format("把宪法、民法典、应急管理法编成山歌。"))
    assert case.masked.publicity
