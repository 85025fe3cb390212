"""Runs the examples a checklist carries: each is put into a report and must get its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking import Finding, Study
from reviewer.checklist import WHOLE_REPORT, Element, Example
from reviewer.outline import build_outline
from reviewer.readers import text_report
from reviewer.report import Report
from reviewer.review.pipeline import Pipeline

_SOURCE = "example"


@dataclass(frozen=True, slots=True)
class Trial:
    """An example and what the program made of it."""

    element: Element
    example: Example
    report: Report
    finding: Finding
    study: Study

    @property
    def passed(self) -> bool:
        """Whether the finding has the verdict the example is marked with."""
        return self.finding.verdict is self.example.verdict


def run_examples(pipeline: Pipeline) -> Iterator[Trial]:
    """Judge every example of the pipeline's checklist, in its order."""
    for element in pipeline.checklist.elements:
        for example in element.examples:
            report = example_report(pipeline, element, example)
            outline = build_outline(report, pipeline.lexicon)
            finding = pipeline.judge.judge_element(element.id, report, outline)
            study = pipeline.judge.study(report, outline)
            yield Trial(element, example, report, finding, study)


def example_report(pipeline: Pipeline, element: Element, example: Example) -> Report:
    """Return the report an example stands for.

    A plain example stands in the part where its element is expected; named parts replace those of
    the checklist's skeleton, and an empty one leaves the part out, heading included.
    Raises ChecklistError for a plain example of an element that belongs to no such part.
    """
    home, skeleton = pipeline.judge.home(element.id), pipeline.checklist.skeleton
    if "" in example.parts and home not in skeleton:
        allowed = ", ".join((*skeleton, WHOLE_REPORT))
        element.criterion.fail("checklist-homeless-example", element=element.id, allowed=allowed)
    parts = {key or home: text for key, text in example.parts.items()}
    if WHOLE_REPORT in parts:
        return text_report(parts[WHOLE_REPORT], _SOURCE)
    lines: list[str] = []
    for part, text in skeleton.items():
        heading_of = part.removesuffix("_heading")
        if parts.get(heading_of) != "":
            lines.append(parts.get(part, text))
    return text_report("\n".join(line for line in lines if line), _SOURCE)
