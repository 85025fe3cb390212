"""Rich text written by hand, a feature at a time."""

import pytest

from reviewer.readers import Limits, read_report
from reviewer.report import BlockKind
from reviewer.support.errors import UnreadableReport

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset134 \'ba\'da\'cc\'e5;}"
    r"{\f2\fcharset2 Wingdings;}{\f5\fcharset2 Symbol;}"
    r"{\f3\fcharset136 MingLiU;}{\f4\fcharset204 Arial Cyr;}}"
)
LISTS = (
    r"{\*\listtable{\list{\listlevel\levelnfc11{\leveltext\'02\'00\'a1\'a2;}{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc37\levelstartat3{\leveltext\'03\'a3\'a8\'01\'a3\'a9;}{\levelnumbers\'02;}}"
    r"\listid7}}{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}"
    r"{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls2}}"
)


def rtf(body: str, head: str = "") -> bytes:
    return rf"{{\rtf1\ansi\ansicpg936\deff0{FONTS}{head}{body}}}".encode("latin-1")


def coded(text: str, encoding: str = "gb18030") -> str:
    return "".join(rf"\'{byte:02x}" for byte in text.encode(encoding))


CASES = {
    "bytes in the codepage of the file": (coded("法治政府") + r"\par", "法治政府"),
    "bytes in the codepage of the font": (
        r"{\f3 " + coded("臺灣", "big5") + r"}{\f4 " + coded("Да", "cp1251") + "}", "臺灣Да"),
    "a second byte that is a plain letter": (r"\f1 " + r"\'81A", b"\x81A".decode("gb18030")),
    "a character cut by a change of look": (r"\f1\'b7{\b\'a8}", "��"),
    "Unicode with a stand-in": (r"\u27861?\u27835\'3f{\uc2\u25919??}\uc0\u24220 a", "法治政府a"),
    "a character beyond the basic plane": (r"\uc0\u-10179\uc1 \u-8704?", "\U0001f600"),
    "signs": (r"a\~b\-c\_d\{\}\\", "a\xa0bc-d{}\\"),
    "dashes and quotes": (r"\ldblquote a\rdblquote\emdash b", "“a”—b"),
    "a manual line break": (r"a\line b", "a\nb"),
    "text of styles and comments and hidden words": (
        r"{\v no}{\*\unknown no}{\info{\title no}}{\header " + coded("页眉") + "}a", "a"),
    "a deleted and an inserted word": (r"a{\deleted no}{\revised b}", "ab"),
    "a paragraph mark that is deleted": (r"a{\deleted\par}b\par c", "ab\nc"),
    "the result of a field": (r'{\field{\*\fldinst HYPERLINK "a"}{\fldrslt b}}', "b"),
    "a circled number written as a field": (
        r"{\field{\*\fldinst {EQ \\o\\ac(" + coded("○") + r",{3})}}{\fldrslt }}b", "③b"),
    "a sign of the font Symbol": (r"{\f5\'b3}a{\f5\u-3916?}", "≥a×"),
    "a symbol of Wingdings": (r"{\f2\'fc}a{\f2\u-3844?}", "✓a✓"),
    "binary data": (r"{\pict\bin5 }}}}}}a", "a"),
    "a picture in hexadecimal": (r"{\*\shppict{\pict\wmetafile8 01020304}}a", "a"),
    "a table": (
        r"\trowd\intbl a\cell b\par c\cell\row\trowd\intbl d\cell\cell\row\pard e", "a\tb c\nd\ne"),
    "a table in a table": (
        r"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\nestrow}{\nonesttables no\par}"
        r"\itap2 c\nestcell d\nestcell{\*\nesttableprops\nestrow}\pard\intbl x\cell\row\pard e",
        "a\tb\nc\td\nx\ne"),
    "numbers printed by the writing program": (
        r"{\listtext\pard\plain 1.\tab}\ls9 a\par{\pntext 2)\tab}b", "1.a\n2)b"),
    "the old way to write a font table": (
        r"{\fonttbl\f7\fcharset136 A;}\f7 " + coded("臺", "big5"), "臺"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES.keys())
def test_text_shows_as_in_word(read_bytes, body, text):
    assert read_bytes(rtf(body)).text == text


def test_numbers_are_counted_where_none_is_printed(read_bytes):
    body = r"\ls1 a\par\pard\ls1\ilvl1 b\par c\par\pard\ls1 d\par\pard\ls2 e\par f"
    report = read_bytes(rtf(body, LISTS))
    assert report.text.split("\n") == ["一、a", "（三）b", "（四）c", "二、d", "五、e", "六、f"]


def test_notes_and_text_boxes_stand_where_word_reports_have_them(read_bytes):
    body = (
        r"a{\footnote\pard{\chftn} note}b{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt box\par}}"
        r"{\shprslt no}}c\par d"
    )
    report = read_bytes(rtf(body))
    assert [(block.kind, block.span.of(report.text)) for block in report.blocks] == [
        (BlockKind.PARAGRAPH, "abc"),
        (BlockKind.TEXT_BOX, "box"),
        (BlockKind.PARAGRAPH, "d"),
        (BlockKind.NOTE, "note"),
    ]


def test_contents_list_is_no_text_of_the_report(read_bytes):
    body = r"{\field{\*\fldinst TOC \\o}{\fldrslt a\tab 1\par b\tab 2}}\par c"
    assert [block.frame for block in read_bytes(rtf(body)).blocks] == [True, True, False]


def test_what_is_left_out_is_said(read_bytes):
    body = r"{\v a}{\deleted b}{\pict 00}{\*\annotation c}{\f2\'41}d{\footer " + coded("页脚") + "}"
    assert {notice.code for notice in read_bytes(rtf(body)).notices} == {
        "hidden-text",
        "tracked-changes",
        "pictures-skipped",
        "comments-skipped",
        "symbols-skipped",
        "header-footer-skipped",
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (rtf("a")[:-1], "unreadable"),
        (rtf("a{\\b b")[:-1], "unreadable"),
        (rtf("a") + b"and a second half of the report", "unreadable"),
        (rtf("{" * 5000), "unreadable"),
        (rtf(r"{\*\unknown a"), "unreadable"),
        (rtf(""), "empty"),
    ],
    ids=["no last brace", "an open group", "text behind the end", "deep groups",
         "an open unknown", "no text"],
)  # fmt: skip
def test_broken_or_hostile_file_is_refused(read_bytes, data, code):
    with pytest.raises(UnreadableReport) as caught:
        read_bytes(data)
    assert caught.value.code == code


def test_what_follows_one_brace_too_many_is_read_and_said(read_bytes):
    report = read_bytes(rtf(r"a\par }b\par and {\b more} of the report\par"))
    assert report.text == "a\nb\nand more of the report"
    assert [notice.code for notice in report.notices] == ["perhaps-incomplete"]


def test_very_many_words_are_too_large(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rtf(r"\b" * 40_000))
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(path), limits=Limits(nodes=10_000))
    assert caught.value.code == "too-large"
