import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.readers.encoding import decode, encoding_name, is_wide_text
from reviewer.support.errors import UnreadableReport

SIMPLIFIED = (
    "关于二〇二五年度法治政府建设情况的报告。一、主要举措和成效：全年召开专题会议6次，"
    "办理群众诉求32件，调解成功率95%。二、存在的不足：个别干部法律素养有待提高。"
)
TRADITIONAL = (
    "關於本年度依法行政工作之報告。一、主要措施及成效：召開專題會議6次，辦理人民陳情32件，"
    "調解成功率達95%。二、存在問題：部分同仁法律素養尚待加強，執法程序未盡完備。"
)
# Cantonese, with characters that only the Hong Kong extension of Big5 has.
HONG_KONG = (
    "呢份報告係由鎮政府交俾縣嘅，入面講咗啲咩嘢？佢哋話啲村民嚟咗唔少，睇吓點樣搞掂啲糾紛。"
    "喺今年上半年，我哋開咗六次會，處理咗三十二宗投訴，鰂魚涌、深水埗都有派單張。"
)
# Names of people and places need characters that take four bytes in GB 18030.
RARE = "柏溪乡㙟河村村民𠮷某因滩地界址纠纷申请调解，王䶮主任和司法所受理后3日内办结，李𪚥满意。"
TEXTS = {
    "utf-8": SIMPLIFIED + RARE,
    "gb18030": SIMPLIFIED + RARE,
    "big5": TRADITIONAL,
    "big5hkscs": TRADITIONAL + HONG_KONG,
    "utf-16-le": SIMPLIFIED + RARE + TRADITIONAL,
    "utf-16-be": SIMPLIFIED + RARE + TRADITIONAL,
    "utf-32-le": SIMPLIFIED + RARE + TRADITIONAL,
    "utf-32-be": SIMPLIFIED + RARE + TRADITIONAL,
}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5"])
def test_text_comes_back_from_every_encoding(encoding):
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    decoded = decode(text.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("length", [8, 16, 40])
@pytest.mark.parametrize("encoding", TEXTS)
def test_every_short_stretch_comes_back_from_every_encoding(encoding, length):
    text = TEXTS[encoding]
    stretches = [text[start : start + length] for start in range(len(text) - length)]
    wrong = [part for part in stretches if decode(part.encode(encoding), "a").text != part]
    assert wrong == []


def test_common_text_in_gb18030_is_no_guess():
    decoded = decode(SIMPLIFIED[:12].encode("gb18030"), "a.txt")
    assert (decoded.encoding, decoded.certain) == ("gb18030", True)


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
)
def test_any_text_comes_back_from_utf8(text):
    data = b"\xef\xbb\xbf" + text.encode()
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, "utf-8", True)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\x84\x31\x95\x33", "gb18030")],
)
def test_byte_order_mark_decides(mark, encoding, text):
    if encoding == "utf-16-le" and text[0] == "\0":
        # FF FE 00 00 is the mark of UTF-32.
        return
    decoded = decode(mark + text.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, encoding, True)


def test_encoding_by_likelihood_is_said_to_be_guessed():
    assert not decode(TRADITIONAL.encode("big5"), "a.txt").certain
    assert decode(SIMPLIFIED.encode("gb18030"), "a.txt").certain


def test_named_encoding_overrules_what_is_found():
    decoded = decode(SIMPLIFIED.encode("gb18030"), "a.txt", "big5")
    assert decoded.encoding == "big5"
    assert decoded.text != SIMPLIFIED
    assert decoded.damaged > 0


@pytest.mark.parametrize("name", ["rot13", "hex", "no-such", "", "utf-8\0"])
def test_name_that_is_no_text_encoding_is_refused(name):
    with pytest.raises(UnreadableReport) as caught:
        decode(b"a", "a.txt", name)
    assert caught.value.code == "unknown-encoding"
    assert caught.value.details["source"] == "a.txt"


@pytest.mark.parametrize(
    ("alias", "name"),
    [("GBK", "gb18030"), ("gb2312", "gb18030"), ("UTF8", "utf-8"), ("Big5-HKSCS", "big5"),
     ("cp950", "big5"), ("utf-16", "utf-16-le"), ("utf-8-sig", "utf-8")],
)  # fmt: skip
def test_aliases_are_called_by_one_name(alias, name):
    assert encoding_name(alias) == name


def test_one_broken_byte_does_not_cost_the_text():
    data = SIMPLIFIED.encode("gb18030")
    decoded = decode(data[:60] + b"\xff" + data[60:], "a.txt")
    assert decoded.encoding == "gb18030"
    assert decoded.damaged > 0
    assert decoded.text.startswith(SIMPLIFIED[:20])
    assert decoded.text.endswith(SIMPLIFIED[-20:])


def test_text_of_another_script_is_left_to_chardet():
    decoded = decode(
        "Le rapport annuel a été présenté à la réunion générale.".encode("latin-1"), "a"
    )
    assert decoded.text.startswith("Le rapport annuel")
    assert not decoded.certain


def test_text_of_another_script_in_utf8_is_utf8():
    for text in ("Отчёт о правовой работе", "年間報告をまとめました", "تقرير", "café"):
        decoded = decode(text.encode(), "a")
        assert (decoded.text, decoded.encoding) == (text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["工作报告", "和村民组长一起办好事情", "Report 2025"])
def test_wide_text_without_a_mark_is_told_from_binary(encoding, text):
    assert is_wide_text(text.encode(encoding))


def test_bytes_without_sense_are_no_wide_text():
    chance = random.Random(8)
    assert not any(is_wide_text(chance.randbytes(size)) for size in range(16, 400))
