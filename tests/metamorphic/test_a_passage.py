"""What is deleted, made vague, moved or denied is judged so, and nothing else moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sampling import one_in, shuffled
from specimen import Specimen, passage, served, verdicts
from tampering import Place, emptied, instead, moved, rewritten, vague

from reviewer.checking.notation import Pattern, Sort, read_patterns
from reviewer.checklist import load_checklist
from reviewer.readers import text_report
from reviewer.review import Pipeline

MOST = 3  # reports for each element
CHECKLIST = load_checklist("township-annual")
TOPICS = [e.id for e in CHECKLIST.elements if e.criterion.require("kind").text() == "topic"]
OF_PUBLICITY = "A17"  # a list of themes is what it asks for
TOLD_BY_NONE = "A18"  # that there was none is a fact of it
RULES = {e.id: e.criterion for e in CHECKLIST.elements}
ANYWHERE = {element for element in TOPICS if RULES[element].get("elsewhere")}
IN_PLAN = {element for element in TOPICS if "plan" in RULES[element].texts_of("parts")}

Passages = dict[str, list[tuple[Specimen, list[Place]]]]


def judged(pipeline: Pipeline, text: str) -> dict[str, str]:
    return verdicts(pipeline.review(text_report(text, "case")))


def name_of(element: str) -> str | None:
    """Return the first word that names a topic by itself."""
    for pattern in read_patterns(RULES[element], "topic"):
        [atom, *others] = pattern.groups[0]
        if len(pattern.groups) == 1 and not others and atom.sort is Sort.WORDS:
            return atom.words[0]
    return None


def wants_figures(pattern: Pattern) -> bool:
    atoms = [atom for group in pattern.groups for atom in group]
    return any(atom.sort is Sort.FIGURE for atom in (*atoms, *pattern.around))


NAMED = {element: name for element in TOPICS if (name := name_of(element))}
BY_FIGURES = [e for e in TOPICS if all(map(wants_figures, read_patterns(RULES[e], "facts")))]


@pytest.fixture(scope="session")
def passages(pipeline: Pipeline, specimens: list[Specimen]) -> Passages:
    """For every topic, a few reports with the sentences it rests on."""

    def found(element: str) -> Iterator[tuple[Specimen, list[Place]]]:
        for whole in shuffled(element, specimens):
            if whole.verdicts[element] != "missing":
                places = passage(pipeline, whole, element)
                if places:
                    yield whole, places

    return {
        element: [case for case, _ in zip(found(element), range(MOST), strict=False)]
        for element in TOPICS
    }


@pytest.mark.parametrize("element", TOPICS)
def test_without_its_passage_an_element_is_missing_and_no_other_moves(
    pipeline: Pipeline, passages: Passages, element: str
) -> None:
    assert passages[element]
    for whole, places in passages[element]:
        found = judged(pipeline, rewritten(whole.text, places, emptied))
        may_move = served(whole, places) | {element}
        others = {e: v for e, v in found.items() if e not in may_move}
        assert found[element] == "missing", whole.name
        assert others == {e: v for e, v in whole.verdicts.items() if e not in may_move}, whole.name


@pytest.mark.parametrize("element", BY_FIGURES)
def test_without_figures_an_element_is_weak(
    pipeline: Pipeline, specimens: list[Specimen], element: str
) -> None:
    chosen = [s for s in specimens if s.verdicts[element] == "present"]
    assert chosen
    for whole in one_in(MOST, element, chosen):
        parts = [s.span for s in whole.case.stretches("results", "leaders", "shortcomings")]
        merged = rewritten(whole.text, apart([(s.start, s.end) for s in parts]), vague)
        allowed = {"weak"} if is_named(whole, element) else {"weak", "missing"}
        assert judged(pipeline, merged)[element] in allowed, whole.name


def is_named(whole: Specimen, element: str) -> bool:
    """Tell whether the evidence names its topic; without a name the figures alone may tell it."""
    topic = whole.case.clauses_of(read_patterns(RULES[element], "topic"))
    evidence = whole.review.findings[element].evidence
    return any(topic & whole.case.segments.set_in(one.span) for one in evidence)


def apart(places: list[Place]) -> list[Place]:
    """Join places that overlap."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


@pytest.mark.parametrize("element", sorted(set(TOPICS) - ANYWHERE - IN_PLAN))
def test_what_is_only_planned_is_missing(
    pipeline: Pipeline, passages: Passages, element: str
) -> None:
    tried = 0
    for whole, places in passages[element]:
        end = whole.end_of("plan")
        if end is None or any(start < end < stop for start, stop in places):
            continue
        tried += 1
        assert judged(pipeline, moved(whole.text, places, end))[element] == "missing", whole.name
    assert tried


@pytest.mark.parametrize("element", sorted(set(NAMED) - ANYWHERE - {OF_PUBLICITY}))
def test_what_is_only_a_theme_of_publicity_is_missing(
    pipeline: Pipeline, passages: Passages, element: str
) -> None:
    themes = f"围绕宪法、民法典、{NAMED[element]}、森林防火、反电信诈骗等主题开展普法宣传。"
    for whole, places in passages[element]:
        found = judged(pipeline, instead(whole.text, places, themes))
        assert found[element] == "missing", whole.name


@pytest.mark.parametrize("element", sorted(set(NAMED) - {TOLD_BY_NONE}))
def test_what_was_not_done_is_never_present(
    pipeline: Pipeline, passages: Passages, element: str
) -> None:
    for whole, places in passages[element]:
        text = instead(whole.text, places, f"本年度没有开展{NAMED[element]}工作。")
        assert judged(pipeline, text)[element] in {"weak", "missing"}, whole.name


def test_that_there_was_none_is_a_fact_where_the_rule_says_so(
    pipeline: Pipeline, passages: Passages
) -> None:
    for whole, places in passages[TOLD_BY_NONE]:
        text = instead(whole.text, places, "本年度未发生行政复议、行政诉讼案件。")
        assert judged(pipeline, text)[TOLD_BY_NONE] == "present", whole.name
