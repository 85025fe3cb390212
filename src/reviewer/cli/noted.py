"""Ledger, pairs, signs and unused facts as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reviewer.checking import Entry, Evidence, Pairs, Remark
from reviewer.cli.table import table
from reviewer.report import Report, Span
from reviewer.review import Review
from reviewer.support.messages import Messages

_NOTHING = "–"
_LONGEST = 40  # code points of a quote


def noted_listing(review: Review, messages: Messages, *, figures: bool) -> str:
    """Return what is noted beside the verdicts; with `figures` every figure of the ledger."""
    if review.study is None:
        return ""
    report, noted = review.report, review.study.observations
    ledger = noted.ledger
    counts = {"figures": len(ledger.entries), "conflicts": len(ledger.conflicts)}
    lines = ["", messages.say("check-ledger", counts)]
    if figures and ledger.entries:
        rows = [messages.say("check-figure-columns").split("|")]
        lines.append(table(rows + [_figure_row(entry, report) for entry in ledger.entries]))
    lines += _remarks(ledger.conflicts, report, messages)
    lines += ["", messages.say("check-pairs", {"count": len(noted.pairs.pairs)})]
    lines += _pairs(noted.pairs, report, messages)
    lines += ["", messages.say("check-signs", {"count": len(noted.signs)})]
    lines += _remarks(noted.signs, report, messages)
    unclaimed = review.study.unclaimed(review.findings.values())
    if unclaimed:
        lines += ["", messages.say("check-unclaimed"), _unclaimed(unclaimed, report, messages)]
    return "\n".join(lines)


def _figure_row(entry: Entry, report: Report) -> list[str]:
    above = entry.section[-1] if entry.section else _NOTHING
    return [entry.span.of(report.text), entry.action or _NOTHING, entry.counted or _NOTHING, above]


def _remarks(remarks: Iterable[Remark], report: Report, messages: Messages) -> Iterator[str]:
    for remark in remarks:
        quotes = " / ".join(quote(report, span) for span in remark.spans)
        yield f"  {messages.say(f'remark-{remark.code}', remark.details)}  [{quotes}]"


def _pairs(pairs: Pairs, report: Report, messages: Messages) -> Iterator[str]:
    if not pairs.pairs:
        return
    rows = [messages.say("check-pair-columns").split("|")]
    for pair in pairs.pairs:
        causes = " / ".join(quote(report, cause.span) for cause in pair.causes if cause.sound)
        measure = quote(report, pair.measure.heading) if pair.measure else _NOTHING
        rows.append([quote(report, pair.shortcoming), causes or _NOTHING, measure])
    yield table(rows)


def _unclaimed(
    unclaimed: Mapping[str, Iterable[Evidence]], report: Report, messages: Messages
) -> str:
    rows = [messages.say("check-unclaimed-columns").split("|")]
    rows += [
        [element_id, quote(report, fact.span), fact.section[-1] if fact.section else _NOTHING]
        for element_id, facts in unclaimed.items()
        for fact in facts
    ]
    return table(rows)


def quote(report: Report, span: Span) -> str:
    """Return a passage on one line, shortened."""
    text = " ".join(span.of(report.text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
