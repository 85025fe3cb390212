"""The default checklist is tested by the examples it carries."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from reviewer.checklist import Verdict, load_checklist
from reviewer.review import DEFAULT_CHECKLIST, Trial, load_pipeline, run_examples

CHECKLIST = load_checklist(DEFAULT_CHECKLIST)
IDS = [element.id for element in CHECKLIST.elements]
LEAST = 3  # examples of every verdict that an element's rule allows

_USUAL = {Verdict.PRESENT, Verdict.WEAK, Verdict.MISSING}
_NEVER_MISSING = {Verdict.PRESENT, Verdict.WEAK}
_BY_DATE = {Verdict.PRESENT, Verdict.WEAK, Verdict.UNDETERMINED}
ALLOWED = {
    "E04": _BY_DATE,
    "E05": _BY_DATE,
    "E06": _NEVER_MISSING,
    "E07": _NEVER_MISSING,
    "E08": _NEVER_MISSING,
}


@pytest.fixture(scope="module")
def trials() -> dict[str, list[Trial]]:
    by_element: defaultdict[str, list[Trial]] = defaultdict(list)
    for trial in run_examples(load_pipeline()):
        by_element[trial.element.id].append(trial)
    return by_element


@pytest.mark.parametrize("element", IDS)
def test_every_example_gets_its_verdict(trials: dict[str, list[Trial]], element: str) -> None:
    wrong = [
        f"line {trial.example.line}: {trial.example.verdict.value} -> {trial.finding.verdict.value}"
        for trial in trials[element]
        if not trial.passed
    ]
    assert trials[element]
    assert wrong == []


@pytest.mark.parametrize("element", IDS)
def test_every_verdict_a_rule_allows_has_examples(element: str) -> None:
    examples = next(e.examples for e in CHECKLIST.elements if e.id == element)
    counts = Counter(example.verdict for example in examples)
    assert set(counts) == ALLOWED.get(element, _USUAL)
    assert min(counts.values()) >= LEAST


def test_no_example_stands_twice() -> None:
    for element in CHECKLIST.elements:
        texts = [tuple(sorted(example.parts.items())) for example in element.examples]
        assert len(set(texts)) == len(texts), element.id


def test_evidence_and_reasons_go_with_every_verdict(trials: dict[str, list[Trial]]) -> None:
    for trial in (t for of_element in trials.values() for t in of_element):
        finding = trial.finding
        assert finding.reasons
        assert all("{" not in reason.message for reason in finding.reasons)
        for evidence in finding.evidence:
            assert evidence.span.of(trial.report.text) == evidence.quote
        assert (finding.expected is not None) == (finding.verdict is Verdict.MISSING)
