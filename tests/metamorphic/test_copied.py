"""What is left over from another report fires the sign for it, and only where it was put in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sampling import one_in
from specimen import Specimen

from reviewer.checking import Remark
from reviewer.readers import text_report
from reviewer.review import Pipeline

Tamper = Callable[[Specimen], str | None]

EVERY = 3  # one in three reports for each way of copying
TOLD = (
    "把学习成果转化为依法办事的实际行动，组织站所干部逐条对照检查，逐项整理清单，逐人落实责任，"
    "做到事事有回音、件件有着落，群众满意度稳步提升，各项工作迈上新的台阶。"
)
SELF_NAMES = {"镇": "我镇", "乡": "我乡", "街道": "我街道", "苏木": "我苏木"}
OTHER = "白马镇"


def unit_of(whole: Specimen) -> str:
    unit = whole.review.outline.front.unit
    return unit.value if unit else ""


def into_results(whole: Specimen, sentence: str) -> str | None:
    """Put a sentence behind the first one that is not a heading of the results."""
    stretches = whole.case.stretches("results")
    headings = [s.heading for s, _ in whole.review.outline.walk()]
    for sentence_span in whole.case.segments.sentences_in(stretches[0].span) if stretches else ():
        said = sentence_span.of(whole.text)
        if said.endswith("。") and not any(sentence_span.overlaps(h) for h in headings):
            return whole.text[: sentence_span.end] + sentence + whole.text[sentence_span.end :]
    return None


def wrong_self_name(whole: Specimen) -> str | None:
    other = "我乡" if unit_of(whole).endswith("镇") else "我镇"
    return into_results(whole, f"{other}办事效率得到提高。")


def bodies_of_another_town(whole: Specimen) -> str | None:
    return into_results(whole, f"{OTHER}综合执法队和{OTHER}司法所联合开展工作。")


def another_signature(whole: Specimen) -> str | None:
    front = whole.review.outline.front
    signed = front.signed
    if signed is None or front.title is None or unit_of(whole) not in signed.value:
        return None  # where nothing but the signature names the unit, another one is the unit
    span = signed.span
    changed = span.of(whole.text).replace(unit_of(whole), OTHER)
    return whole.text[: span.start] + changed + whole.text[span.end :]


def another_year(whole: Specimen) -> str | None:
    year = whole.review.outline.front.year
    if year is None:
        return None
    return into_results(whole, f"\n{year.value - 2}年，共开展检查17次。")


def old_outline(whole: Specimen) -> str | None:
    return into_results(whole, "落实《法治政府建设实施纲要（2022—2024年）》要求。")


def passage_twice(whole: Specimen) -> str | None:
    return into_results(whole, f"{TOLD}场面热闹。{TOLD}")


def defunct_body(whole: Specimen) -> str | None:
    return into_results(whole, "发挥法制办作用。")


def overreach(whole: Specimen) -> str | None:
    return into_results(whole, "及时修订政府规章。")


def wrong_meeting(whole: Specimen) -> str | None:
    return into_results(whole, "学习贯彻党的二十大三中全会精神。")


COPIES: dict[str, Tamper] = {
    "wrong-kind": wrong_self_name,
    "other-body": bodies_of_another_town,
    "other-unit": another_signature,
    "other-year": another_year,
    "wrong-period": old_outline,
    "same-passage": passage_twice,
    "defunct": defunct_body,
    "overreach": overreach,
    "meeting": wrong_meeting,
}


def signs(pipeline: Pipeline, text: str) -> list[str]:
    study = pipeline.review(text_report(text, "case")).study
    assert study is not None
    return sorted(name(sign) for sign in study.observations.signs)


def name(sign: Remark) -> str:
    return sign.kind if sign.code == "wording" else sign.code


@pytest.mark.parametrize("sign", COPIES)
def test_what_was_copied_fires_its_sign_once_more_and_no_other(
    pipeline: Pipeline, specimens: list[Specimen], sign: str
) -> None:
    tried = 0
    for whole in one_in(EVERY, sign, specimens):
        before = signs(pipeline, whole.text)
        text = COPIES[sign](whole)
        if text is None or sign in before:
            continue
        tried += 1
        assert signs(pipeline, text) == sorted([*before, sign]), whole.name
    assert tried


def test_own_names_fire_nothing(pipeline: Pipeline, specimens: list[Specimen]) -> None:
    tried = 0
    for whole in one_in(EVERY, "own name", specimens):
        kind = next((k for k in SELF_NAMES if unit_of(whole).endswith(k)), None)
        text = into_results(whole, f"{SELF_NAMES[kind]}办事效率得到提高。") if kind else None
        if text is not None:
            tried += 1
            assert signs(pipeline, text) == signs(pipeline, whole.text), whole.name
    assert tried


def test_a_number_that_is_skipped_fires_its_sign(
    pipeline: Pipeline, specimens: list[Specimen]
) -> None:
    tried = 0
    for whole in specimens:
        if re.search(r"^（三）", whole.text, re.MULTILINE) and not whole.case.notes.sequences:
            tried += 1
            text = re.sub(r"^（三）", "（九）", whole.text, count=1, flags=re.MULTILINE)
            assert {"number-gap", "number-repeated"} & set(signs(pipeline, text)), whole.name
    assert tried
