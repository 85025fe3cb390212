"""One report, saved as text, web page and Word file, is the same report to the program."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from tests.readers.alike import front_matter, headings

from make_examples import Line, numbered, plain_text, source, word_document
from reviewer.report import Section
from reviewer.review import Pipeline, Review

FRAME_ABOVE = ("您当前的位置：首页 > 政务公开 > 法治政府建设", "字体：【大 中 小】")
FRAME_BELOW = ("扫一扫在手机打开当前页", "上一篇：关于春节值班安排的通知", "【打印】【关闭】")


def web_page(lines: list[Line]) -> bytes:
    def paragraphs(texts: tuple[str, ...] | list[str]) -> str:
        return "\n".join(f"<p>{escape(text)}</p>" for text in texts)

    page = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{escape(lines[0].text)}</title>
<style>p {{ text-indent: 2em }}</style></head>
<body><div class="nav">{paragraphs(FRAME_ABOVE)}</div>
<div class="article">{paragraphs(numbered(lines))}</div>
<div class="foot">{paragraphs(FRAME_BELOW)}</div></body></html>"""
    return page.encode("utf-8")


def gb18030_text(lines: list[Line]) -> bytes:
    return plain_text(lines).encode("gb18030")


FORMATS: dict[str, Callable[[list[Line]], bytes]] = {
    "txt": gb18030_text,
    "html": web_page,
    "docx": word_document,
}
REPORTS = ("good", "poor")


@pytest.fixture
def reviews(
    pipeline: Pipeline, tmp_path: Path, request: pytest.FixtureRequest
) -> dict[str, Review]:
    lines = source(request.param)
    opened = {}
    for suffix, save in FORMATS.items():
        path = tmp_path / f"报告.{suffix}"
        path.write_bytes(save(lines))
        opened[suffix] = pipeline.open(str(path))
    return opened


@pytest.mark.parametrize("reviews", REPORTS, indirect=True)
def test_every_format_is_recognised(reviews: dict[str, Review]) -> None:
    assert {name: review.report.format for name, review in reviews.items()} == {
        name: name for name in FORMATS
    }


@pytest.mark.parametrize("reviews", REPORTS, indirect=True)
def test_the_outline_is_the_same(reviews: dict[str, Review]) -> None:
    expected = headings(reviews["txt"].outline.sections)
    assert len(expected) >= 4
    assert headings(reviews["html"].outline.sections) == expected
    assert headings(reviews["docx"].outline.sections) == expected


@pytest.mark.parametrize("reviews", REPORTS, indirect=True)
def test_the_front_matter_is_the_same(reviews: dict[str, Review]) -> None:
    expected = front_matter(reviews["txt"])
    assert front_matter(reviews["html"]) == expected
    assert front_matter(reviews["docx"]) == expected


@pytest.mark.parametrize("reviews", REPORTS, indirect=True)
def test_verdicts_and_quotes_are_the_same(reviews: dict[str, Review]) -> None:
    told = {
        name: {
            finding.id: (finding.verdict, [evidence.quote for evidence in finding.evidence])
            for finding in review.findings.values()
        }
        for name, review in reviews.items()
    }
    assert told["html"] == told["txt"]
    assert told["docx"] == told["txt"]


@pytest.mark.parametrize("reviews", ["good"], indirect=True)
def test_the_outline_is_the_one_that_was_written(reviews: dict[str, Review]) -> None:
    def flat(sections: tuple[Section, ...]) -> list[tuple[int, str]]:
        return [entry for s in sections for entry in ((s.level, s.title), *flat(s.children))]

    written = [
        (line.level, line.text.split("。")[0] if line.level == 3 else line.text)
        for line in source("good")
        if line.level
    ]
    assert flat(reviews["docx"].outline.sections) == written
