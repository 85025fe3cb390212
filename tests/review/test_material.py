"""A stored report is read and judged once, by whoever asks first."""

from __future__ import annotations

import threading

from reviewer.outline import Corrections, Outline
from reviewer.report import FrontMatter, Report, Span
from reviewer.review import Assessment
from reviewer.review.material import Stored

REPORT = Report("青溪镇.txt", "txt", None, "全文", ())
ASSESSMENT = Assessment(Outline(FrontMatter(), (), tail=Span(2, 2)), {})


def test_the_text_is_there_while_another_thread_judges() -> None:
    begun, may_end = threading.Event(), threading.Event()

    def judge(report: Report, corrections: Corrections) -> Assessment:
        begun.set()
        may_end.wait(10)
        return ASSESSMENT

    stored = Stored("青溪镇.txt", lambda: REPORT, judge)
    judging = threading.Thread(target=lambda: stored.unaided)
    judging.start()
    begun.wait(10)
    asked: list[Report] = []
    asking = threading.Thread(target=lambda: asked.append(stored.report))
    asking.start()
    asking.join(5)
    there_meanwhile = list(asked)
    may_end.set()
    judging.join()
    asking.join()
    assert there_meanwhile == [REPORT]


def test_two_who_ask_at_once_get_the_same_verdicts() -> None:
    judged: list[Report] = []

    def judge(report: Report, corrections: Corrections) -> Assessment:
        judged.append(report)
        return ASSESSMENT

    stored = Stored("青溪镇.txt", lambda: REPORT, judge)
    threads = [threading.Thread(target=lambda: stored.unaided) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert judged == [REPORT]
