"""Two reports saved in every format read alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.readers.alike import front_matter, headings

from reviewer.report import BlockKind
from reviewer.review import Pipeline, Review

CORPUS = Path(__file__).parent / "corpus"
OTHERS = sorted(path.name for path in CORPUS.iterdir() if path.suffix not in (".md", ".docx"))


@pytest.fixture(scope="module")
def expected(pipeline: Pipeline) -> dict[str, Review]:
    return {path.stem: pipeline.open(str(path)) for path in CORPUS.glob("*.docx")}


def text_without_tables(review: Review) -> list[str]:
    report = review.report
    return [
        block.span.of(report.text)
        for block in report.blocks
        if block.kind is not BlockKind.TABLE_ROW and not block.frame
    ]


def test_the_corpus_has_every_format() -> None:
    suffixes = {name.rpartition(".")[2] for name in OTHERS}
    assert suffixes == {"doc", "fodt", "html", "mht", "odt", "ofd", "pdf", "rtf", "txt"}


@pytest.mark.parametrize("name", OTHERS)
def test_every_format_reads_as_the_word_file_does(
    pipeline: Pipeline, expected: dict[str, Review], name: str
) -> None:
    review = pipeline.open(str(CORPUS / name))
    wanted = expected[name.partition(".")[0].partition("-")[0]]
    assert text_without_tables(review) == text_without_tables(wanted)
    assert headings(review.outline.sections) == headings(wanted.outline.sections)
    assert front_matter(review) == front_matter(wanted)
    assert {key: found.verdict for key, found in review.findings.items()} == {
        key: found.verdict for key, found in wanted.findings.items()
    }


@pytest.mark.parametrize("inside", ["docx", "doc"])
def test_what_wps_calls_wps_reads_as_what_is_inside(
    pipeline: Pipeline, expected: dict[str, Review], tmp_path: Path, inside: str
) -> None:
    path = shutil.copy(CORPUS / f"good.{inside}", tmp_path / "报告.wps")
    review = pipeline.open(str(path))
    assert review.report.format == "wps"
    assert review.report.text == expected["good"].report.text
    assert {key: found.verdict for key, found in review.findings.items()} == {
        key: found.verdict for key, found in expected["good"].findings.items()
    }


@pytest.mark.parametrize("name", ["good.pdf", "good.doc", "good.html", "good.mht", "good.rtf"])
def test_tables_keep_their_rows_and_cells(
    pipeline: Pipeline, expected: dict[str, Review], name: str
) -> None:
    assert pipeline.open(str(CORPUS / name)).report.text == expected["good"].report.text
