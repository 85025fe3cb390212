from __future__ import annotations

import pytest
from tests.checking.conftest import MakePattern, OpenCase

from reviewer.checking import Judge
from reviewer.checking.case import Case, Scope
from reviewer.checking.notation import Sort, atom_of
from reviewer.outline import Continuation, Corrections, Lexicon, build_outline
from reviewer.readers import text_report
from reviewer.report import Anchor, Span

RESULTS = Scope(frozenset({"results"}))
BODY = "云溪镇2025年法治政府建设报告\n一、主要举措和成效\n（一）化解纠纷。{}\n二、下一步打算\n{}\n"


def quotes(case: Case, places: list[Span]) -> list[str]:
    return [place.of(case.report.text) for place in places]


def test_words_joined_in_a_clause_must_share_it(open_case: OpenCase, pattern: MakePattern) -> None:
    case = open_case(BODY.format("排查各类纠纷，办结12件。", "继续排查。"))
    assert case.find(pattern("排查 & {n 件}"), RESULTS) == []
    assert quotes(case, case.find(pattern("排查 + {n 件}"), RESULTS)) == ["排查各类纠纷，办结12件"]


def test_a_figure_in_a_list_does_not_lend_itself_to_its_neighbour(
    open_case: OpenCase, pattern: MakePattern
) -> None:
    case = open_case(BODY.format("发放资料300份、调解邻里矛盾。", "继续。"))
    assert case.find(pattern("调解 & {n}"), RESULTS) == []


def test_items_are_sentences_of_their_own(open_case: OpenCase, pattern: MakePattern) -> None:
    case = open_case(BODY.format("一是调解矛盾，二是发放资料300份。", "继续。"))
    assert case.find(pattern("调解 + {n 份}"), RESULTS) == []


def test_lines_a_person_joined_are_one_sentence(
    judge: Judge, lexicon: Lexicon, pattern: MakePattern
) -> None:
    report = text_report(BODY.format("调解各类纠纷\n共计52件。", "继续。"), "case")
    start = report.text.index("共计")
    goes_on = Continuation(Anchor.of(report.text, Span(start, start + 7)))
    apart = judge.open(report, build_outline(report, lexicon))
    joined = judge.open(
        report, build_outline(report, lexicon, Corrections(continuations=(goes_on,)))
    )
    assert apart.find(pattern("纠纷 + {n 件}"), RESULTS) == []
    assert quotes(joined, joined.find(pattern("纠纷 + {n 件}"), RESULTS)) == [
        "调解各类纠纷\n共计52件"
    ]


def test_only_the_parts_asked_for_are_searched(open_case: OpenCase, pattern: MakePattern) -> None:
    case = open_case(BODY.format("组织学习。", "调解纠纷。"))
    assert case.find(pattern("调解"), RESULTS) == []
    assert quotes(case, case.find(pattern("调解"), Scope(None))) == ["调解纠纷"]


def test_a_word_inside_a_longer_phrase_may_not_count(
    open_case: OpenCase, pattern: MakePattern
) -> None:
    case = open_case(BODY.format("纪委书记到会，书记主持。", "继续。"))
    scope = RESULTS._replace(exceptions=atom_of(Sort.WORDS, ("纪委书记",)))
    assert quotes(case, case.find(pattern("书记"), scope)) == ["书记主持"]


def test_facts_leave_out_what_is_only_demanded(open_case: OpenCase, pattern: MakePattern) -> None:
    case = open_case(BODY.format("确保调解率100%。", "继续。"))
    assert case.find(pattern("调解 & {n %}"), RESULTS)
    assert case.find(pattern("调解 & {n %}"), Scope(RESULTS.parts, facts_only=True)) == []


def test_what_stands_around_may_be_the_heading(open_case: OpenCase, pattern: MakePattern) -> None:
    case = open_case(BODY.format("全年办结12件。", "继续。"))
    assert case.find(pattern("办结 & {n 件} @ 纠纷"), RESULTS)
    assert case.find(pattern("办结 & {n 件} @ 信访"), RESULTS) == []


def test_what_a_sub_section_is_about_stands_at_its_head(
    open_case: OpenCase, pattern: MakePattern
) -> None:
    case = open_case(BODY.format("办结12件。一是讲解信访条例。二是劝和5件，靠的是调解。", "继续。"))
    assert quotes(case, case.find(pattern("办结 & {n 件} @ #纠纷"), RESULTS)) == ["办结12件"]
    assert case.find(pattern("劝和 & {n 件} @ #纠纷"), RESULTS)
    assert case.find(pattern("劝和 & {n 件} @ #调解"), RESULTS)
    assert case.find(pattern("办结 & {n 件} @ #信访"), RESULTS) == []


def test_text_right_below_a_top_heading_is_about_its_own_sentence(
    open_case: OpenCase, pattern: MakePattern
) -> None:
    text = "云溪镇2025年法治政府建设报告\n一、主要成效\n推进数字政府，接入终端8部。新增终端9部。\n"
    case = open_case(text + "二、下一步打算\n继续。\n")
    assert quotes(case, case.find(pattern("终端 & {n 部} @ #数字"), RESULTS)) == ["接入终端8部"]


def test_words_may_be_barred_from_the_sentence(open_case: OpenCase, pattern: MakePattern) -> None:
    case = open_case(BODY.format("镇纪委开展监督，立案5件。执法队立案9件。", "继续。"))
    found = case.find(pattern("立案 & {n 件} + !纪委"), RESULTS)
    assert quotes(case, found) == ["执法队立案9件"]


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("{freq}", "每月开展调度。", True),
        ("{list}", "涉及道路硬化、河道清淤。", True),
        ("{list}", "涉及道路硬化。", False),
        ("{named} & 工作室", "打造“老村长”工作室。", True),
        ("{named} & 经验", "坚持“枫桥经验”。", False),
        ("{named 队|屋}", "成立“红袖标劝导队”。", True),
        ("{named 队|屋}", "“老槐树”说事屋人人爱去。", True),
        ("{named 队|屋}", "整治“僵尸车”，执法队上街。", False),
        ("{own}", "印发《议事规则》。", True),
        ("{own}", "贯彻《议事规则》。", False),
        ("{none}", "未发生复议案件。", True),
    ],
)
def test_kinds_of_things_are_found(
    open_case: OpenCase, pattern: MakePattern, line: str, text: str, found: bool
) -> None:
    case = open_case(BODY.format(text, "继续。"))
    assert bool(case.find(pattern(line), RESULTS)) is found


def test_evidence_is_the_exact_text_with_its_headings(
    open_case: OpenCase, pattern: MakePattern
) -> None:
    case = open_case(BODY.format("全年办结１２件。", "继续。"))
    (place,) = case.find(pattern("{n 件}"), RESULTS)
    evidence = case.evidence(place)
    assert evidence.quote == "全年办结１２件" == evidence.span.of(case.report.text)
    assert evidence.section == ("一、主要举措和成效", "（一）化解纠纷")


def test_a_figure_of_listed_topics_proves_none_of_them(
    open_case: OpenCase, pattern: MakePattern
) -> None:
    case = open_case(BODY.format("研究执法、信访等议题9个，接待信访7批。", "继续。"))
    apart = Scope(frozenset({"results"}), void=case.agendas)
    assert quotes(case, case.find(pattern("信访 & {n}"), apart)) == ["接待信访7批"]
