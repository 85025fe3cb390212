"""Two reports saved in every format read alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.report import BlockKind, Section
from reviewer.review import Pipeline, Review, load_pipeline

CORPUS = Path(__file__).parent / "corpus"
OTHERS = sorted(path.name for path in CORPUS.iterdir() if path.suffix not in (".md", ".docx"))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


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


def headings(sections: tuple[Section, ...]) -> list[object]:
    return [(s.level, s.number, s.title, s.recovered, headings(s.children)) for s in sections]


def test_the_corpus_has_every_format() -> None:
    suffixes = {name.rpartition(".")[2] for name in OTHERS}
    assert suffixes == {"doc", "html", "mht", "odt", "ofd", "pdf", "rtf", "txt"}


@pytest.mark.parametrize("name", OTHERS)
def test_every_format_reads_as_the_word_file_does(
    pipeline: Pipeline, expected: dict[str, Review], name: str
) -> None:
    review = pipeline.open(str(CORPUS / name))
    wanted = expected[name.partition(".")[0].partition("-")[0]]
    assert text_without_tables(review) == text_without_tables(wanted)
    assert headings(review.outline.sections) == headings(wanted.outline.sections)
    assert {key: found.verdict for key, found in review.findings.items()} == {
        key: found.verdict for key, found in wanted.findings.items()
    }


@pytest.mark.parametrize("name", ["good.pdf", "good.doc", "good.html", "good.mht", "good.rtf"])
def test_tables_keep_their_rows_and_cells(
    pipeline: Pipeline, expected: dict[str, Review], name: str
) -> None:
    assert pipeline.open(str(CORPUS / name)).report.text == expected["good"].report.text
