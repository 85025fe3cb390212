"""Signs that a report was put together from other ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checking.case import Case
from reviewer.support.messages import load_messages

OpenCase = Callable[[str], Case]

HEAD = "青溪镇人民政府关于2025年度法治政府建设情况的报告\n一、主要举措和成效\n"
PASSAGE = "组织干部职工集中学习宪法和民法典等法律法规并开展测试。"


def signs(open_case: OpenCase, text: str) -> list[tuple[str, str]]:
    found = open_case(HEAD + text).notes.all().signs
    return [(sign.kind, sign.code) for sign in found]


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("我乡开展宣传12场。", "name", "wrong-kind"),
        ("充实石泉镇综合执法队伍6人。石泉镇司法所调解纠纷9件。", "name", "other-body"),
        ("2023年，共开展普法宣传12场。", "year", "other-year"),
        ("落实《法治政府建设实施纲要（2023-2023年）》。", "year", "wrong-period"),
        ("（一）学习。学法6次。\n（三）执法。立案9件。", "numbering", "number-gap"),
        ("严格执法，二是宣传12场。", "numbering", "number-start"),
        ("设立镇法制办。", "defunct", "wording"),
        ("及时修订政府规章。", "overreach", "wording"),
        ("学习二十大三中全会精神。", "meeting", "wording"),
    ],
)
def test_a_sign_is_noted_with_its_kind(
    open_case: OpenCase, text: str, kind: str, code: str
) -> None:
    assert signs(open_case, text) == [(kind, code)]


def test_both_places_of_a_repetition_are_told(open_case: OpenCase) -> None:
    text = f"（一）学习。{PASSAGE}\n（二）队伍。{PASSAGE}"
    case = open_case(HEAD + text)
    [sign] = case.notes.all().signs
    assert sign.code == "alike-sentences"
    assert [span.of(case.report.text) for span in sign.spans] == [PASSAGE, PASSAGE]


def test_a_paragraph_told_twice_is_one_sign(open_case: OpenCase) -> None:
    assert signs(open_case, f"{PASSAGE}\n开展宣传12场。\n{PASSAGE}") == [
        ("repetition", "same-paragraphs")
    ]


@pytest.mark.parametrize("text", ["x", "青溪镇2025年法治政府建设年度报告", "。\n。", "1"])
def test_a_text_without_a_sentence_repeats_nothing(open_case: OpenCase, text: str) -> None:
    assert open_case(text).notes.repeats == ()


def test_a_clean_report_has_no_sign(open_case: OpenCase) -> None:
    assert signs(open_case, "（一）学习。我镇学法6次。\n（二）执法。立案9件。") == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_remark_has_words_in_both_languages(open_case: OpenCase, language: str) -> None:
    text = "我乡设立法制办。2023年，共开展宣传12场，其中进村9场、进校7场，满意率102%，发放资料×份。"
    case = open_case(HEAD + text)
    messages = load_messages("zh" if language == "zh" else "en")
    noted = case.notes.all()
    said = [
        messages.say(f"remark-{r.code}", r.details) for r in (*noted.signs, *noted.ledger.conflicts)
    ]
    assert len(said) >= 6
    assert all(sentence.endswith((".", "。")) for sentence in said)
