"""Which sentences of a report an element's verdict rests on."""

from __future__ import annotations

from dataclasses import dataclass

from tampering import Place, mark_of

from reviewer.checking.case import Case
from reviewer.checklist import Verdict
from reviewer.readers import text_report
from reviewer.report import Span
from reviewer.review import Pipeline, Review

_ROUNDS = 8
_SILENCE = "。"


@dataclass(frozen=True)
class Specimen:
    """A report of the corpus with its review."""

    name: str
    text: str
    review: Review
    case: Case

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of every element."""
        return verdicts(self.review)

    def end_of(self, part: str) -> int | None:
        """Return where a part that has a heading of its own ends, None without one."""
        ends = [s.span.end for s in self.case.stretches(part) if s.heading]
        return ends[-1] if ends else None


def verdicts(review: Review) -> dict[str, str]:
    """Return the verdict of every element."""
    return {element: finding.verdict.value for element, finding in review.findings.items()}


def specimen(pipeline: Pipeline, name: str, text: str) -> Specimen:
    """Review a text."""
    review = pipeline.review(text_report(text, name))
    assert review.report.text == text, f"places in {name} would not be those of its report"
    return Specimen(name, text, review, pipeline.judge.open(review.report, review.outline))


def passage(pipeline: Pipeline, whole: Specimen, element: str) -> list[Place] | None:
    """Return the sentences without which `element` would be missing.

    None where headings are among them: those a report cannot lose without another outline.
    """
    found: list[Place] = []
    text = whole.text
    for _ in range(_ROUNDS):
        now = specimen(pipeline, whole.name, text)
        if now.review.findings[element].verdict is Verdict.MISSING:
            return None if _in_headings(whole, found) else found
        sentences = _sentences(now, element)
        if not sentences:
            break
        for start, end in sorted(sentences, reverse=True):
            text = text[:start] + _silenced(text[start:end]) + text[end:]
        found += sentences
    return None


def _silenced(sentence: str) -> str:
    """Keep number and length of a sentence; of blanks alone the reader would leave the line out."""
    mark = mark_of(sentence)
    return mark + _SILENCE * (len(sentence) - len(mark))


def _sentences(now: Specimen, element: str) -> list[Place]:
    segments = now.case.segments
    found: set[Place] = set()
    for evidence in now.review.findings[element].evidence:
        for clause in segments.clauses_in(evidence.span):
            sentence = segments.sentence(segments.sentence_of[clause])
            bare = sentence.of(now.text)
            start = sentence.start + len(bare) - len(bare.lstrip())
            found.add((start, sentence.start + len(bare.rstrip())))
    return [(start, end) for start, end in found if start < end]


def _in_headings(whole: Specimen, places: list[Place]) -> bool:
    headings = [s.heading for s, _ in whole.review.outline.walk() if s.level <= 2]
    return any(Span(*place).overlaps(heading) for place in places for heading in headings)


def served(whole: Specimen, places: list[Place]) -> set[str]:
    """Return the elements whose evidence lies in the passages, and may move with them."""
    noted = whole.case.notes.all()
    repeated = [span for sign in noted.signs if sign.kind == "repetition" for span in sign.spans]
    proof = {
        element: [evidence.span for evidence in finding.evidence]
        for element, finding in whole.review.findings.items()
    }
    proof["E10"] = repeated
    proof["E09"] = [span for conflict in noted.ledger.conflicts for span in conflict.spans]
    return {
        element
        for element, spans in proof.items()
        if any(Span(*place).overlaps(span) for place in places for span in spans)
    }
