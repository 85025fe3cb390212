import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.readers import Limits
from reviewer.readers.building import ReportBuilder
from reviewer.report import BlockKind, Layout
from reviewer.support.errors import UnreadableReport

TEXTS = st.lists(
    st.text(alphabet="法治报告 \u3000\xa0\u200b\ufeff\xad\t𠮷😀a1。", max_size=12), min_size=1
)


def builder(limits: Limits | None = None) -> ReportBuilder:
    return ReportBuilder("a.txt", "txt", limits or Limits())


@given(TEXTS)
def test_blocks_cover_the_text_line_by_line(lines):
    made = builder()
    for line in lines:
        made.add(line)
    made.add("末")
    report = made.build()
    assert report.text == "\n".join(block.span.of(report.text) for block in report.blocks)
    for before, after in zip(report.blocks, report.blocks[1:], strict=False):
        assert after.start == before.end + 1
    for block in report.blocks:
        line = block.span.of(report.text)
        assert line
        assert line == line.strip()
        assert not set(line) & set("\u200b\ufeff\xad")


@pytest.mark.parametrize("blank", ["", "  ", "\u3000\u3000", "\xa0", "\u200b", "\ufeff", "\t"])
def test_blank_line_makes_no_block(blank):
    made = builder()
    made.add(blank)
    made.add("正文")
    assert made.build().text == "正文"


def test_inner_blanks_are_kept():
    made = builder()
    made.add("\u3000甲\u3000乙\xa0丙\u2002丁 ")
    assert made.build().text == "甲\u3000乙\xa0丙\u2002丁"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85"])
def test_every_kind_of_line_end_parts_lines(line_end):
    made = builder()
    made.add_lines(f"甲{line_end}乙")
    assert made.build().text == "甲\n乙"


def test_symbols_show_what_people_see_and_unknown_ones_stay():
    made = builder()
    made.add("\uf0b7 甲\uf052\uf001")
    assert made.build().text == "• 甲☑\uf001"


def test_lead_is_counted_from_the_first_character_that_shows():
    made = builder()
    made.add("\u3000\u200b一是加强领导。随后部署", layout=Layout(lead=9))
    (block,) = made.build().blocks
    assert block.layout.lead == len("一是加强领导。")


def test_kind_number_and_frame_reach_the_block():
    made = builder()
    made.add("一、成效", kind=BlockKind.NOTE, number="一、", frame=True)
    (block,) = made.build().blocks
    assert (block.kind, block.number, block.frame) == (BlockKind.NOTE, "一、", True)


def test_notice_is_said_once():
    made = builder()
    made.add("甲")
    made.notice("tracked-changes")
    made.notice("tracked-changes")
    assert [notice.code for notice in made.build().notices] == ["tracked-changes"]


def test_report_without_text_is_empty():
    with pytest.raises(UnreadableReport) as caught:
        builder().build()
    assert caught.value.code == "empty"


@pytest.mark.parametrize("limits", [Limits(characters=3), Limits(blocks=1)])
def test_report_that_outgrows_the_limits_is_too_large(limits):
    made = builder(limits)
    made.add("甲乙")
    with pytest.raises(UnreadableReport) as caught:
        made.add("丙丁")
    assert caught.value.code == "too-large"
