"""What Word can do to a text reads the same in every format that LibreOffice makes of it."""

import pytest
from tests.readers.docx_builder import unzipped
from tests.readers.features import CORPUS, LINES, features

from reviewer.readers import read_report
from reviewer.report import BlockKind, Report

BOX = "框里写着值班电话"


def lines_of(report: Report) -> tuple[str, ...]:
    return tuple(block.span.of(report.text) for block in report.blocks)


@pytest.mark.parametrize("extension", ["docx", "doc", "odt", "rtf"])
def test_everything_seen_in_word_is_read_in_its_order(extension):
    report = read_report(str(CORPUS / f"features.{extension}"))
    # LibreOffice writes no text box of this kind into .rtf.
    expected = tuple(line for line in LINES if line != BOX or extension != "rtf")
    assert lines_of(report) == expected
    assert report.format == extension
    assert {notice.code for notice in report.notices} >= {"tracked-changes", "hidden-text"}


@pytest.mark.parametrize("extension", ["docx", "doc", "odt", "rtf"])
def test_looks_that_tell_headings_are_kept(extension):
    blocks = read_report(str(CORPUS / f"features.{extension}")).blocks
    title, heading, run_in = (block.layout for block in blocks[:3])
    assert (title.font, title.bold, title.size, title.centered) == ("黑体", True, 22.0, True)
    assert heading.font == "黑体"
    assert run_in.lead == len("（一）抓学习。")


@pytest.mark.parametrize("extension", ["docx", "doc", "odt", "rtf"])
def test_automatic_numbers_and_kinds_of_blocks_are_told(extension):
    report = read_report(str(CORPUS / f"features.{extension}"))
    numbers = [block.number for block in report.blocks if block.number]
    assert numbers == ["一、", "（一）", "①", "②", "●", "（二）", "1.", "二、"]
    assert sum(block.kind is BlockKind.TABLE_ROW for block in report.blocks) == 3
    boxes = [b.span.of(report.text) for b in report.blocks if b.kind is BlockKind.TEXT_BOX]
    assert boxes == ([] if extension == "rtf" else [BOX])


def test_stored_document_is_what_the_script_makes():
    assert unzipped((CORPUS / "features.docx").read_bytes()) == unzipped(features())
