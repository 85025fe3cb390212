import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.readers.encoding import decode, encoding_name
from reviewer.support.errors import UnreadableReport

SIMPLIFIED = (
    "关于二〇二五年度法治政府建设情况的报告。一、主要举措和成效：全年召开专题会议6次，"
    "办理群众诉求32件，调解成功率95%。二、存在的不足：个别干部法律素养有待提高。"
)
TRADITIONAL = (
    "關於本年度依法行政工作之報告。一、主要措施及成效：召開專題會議6次，辦理人民陳情32件，"
    "調解成功率達95%。二、存在問題：部分同仁法律素養尚待加強，執法程序未盡完備。"
)
LEVEL_ONE = [chr(code) for code in range(0x4E00, 0x9FA6)]
COMMON = [
    char
    for char in LEVEL_ONE
    if char.encode("gb2312", "ignore") and char.encode("gb2312", "ignore")[0] < 0xD8
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5"])
def test_text_comes_back_from_every_encoding(encoding):
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    decoded = decode(text.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@given(st.text(alphabet=COMMON, min_size=12))
def test_any_common_text_comes_back_from_gb18030(text):
    decoded = decode(text.encode("gb18030"), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, "gb18030", True)


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


@pytest.mark.parametrize("length", [8, 16, 40])
def test_short_gb18030_text_is_not_misread(length):
    for start in range(len(SIMPLIFIED) - length):
        text = SIMPLIFIED[start : start + length]
        assert decode(text.encode("gb18030"), "a.txt").text == text


@pytest.mark.parametrize("length", [8, 16, 40])
def test_short_big5_text_is_not_taken_for_gb18030(length):
    for start in range(len(TRADITIONAL) - length):
        text = TRADITIONAL[start : start + length]
        assert decode(text.encode("big5"), "a.txt").text == text


def test_encoding_by_plausibility_is_said_to_be_guessed():
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
