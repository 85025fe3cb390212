"""Web pages saved in one file."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable

import pytest

from reviewer.report import Report
from reviewer.support.errors import UnreadableReport

PAGE = (
    '<html><head><meta charset="{charset}"></head><body><p>松溪镇2025年法治政府建设情况的报告</p>'
    "<p>一、主要做法</p><p>全年办理案件26件。</p></body></html>"
)
Read = Callable[..., Report]


def saved(page: bytes, charset: str, encoding: str, *, before: bytes = b"") -> bytes:
    coded = {
        "quoted-printable": quopri.encodestring,
        "base64": base64.encodebytes,
        "8bit": bytes,
    }[encoding](page)
    return (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_part"\r\n\r\n'
        + before
        + b"----=_part\r\nContent-Type: text/html;\r\n\tcharset="
        + charset.encode()
        + b"\r\nContent-Transfer-Encoding: "
        + encoding.encode()
        + b"\r\n\r\n"
        + coded
        + b"\r\n----=_part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b"iVBORw0KGgo=\r\n----=_part--\r\n"
    )


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_page_is_read_whatever_carries_it(read_bytes: Read, encoding: str, charset: str) -> None:
    page = PAGE.format(charset=charset).encode(charset)
    report = read_bytes(saved(page, charset, encoding))
    assert report.format == "mht"
    assert report.text.splitlines()[0] == "松溪镇2025年法治政府建设情况的报告"
    assert report.text.splitlines()[-1] == "全年办理案件26件。"


def test_wrong_charset_in_the_header_does_not_garble(read_bytes: Read) -> None:
    page = PAGE.format(charset="gb2312").encode("gb18030")
    assert "松溪镇" in read_bytes(saved(page, "utf-8", "base64")).text


def test_the_first_page_is_read_when_there_are_several(read_bytes: Read) -> None:
    page = PAGE.format(charset="utf-8").encode()
    advert = b"----=_part\r\nContent-Type: text/plain\r\n\r\nplain text before\r\n"
    assert "plain text" not in read_bytes(saved(page, "utf-8", "base64", before=advert)).text


def test_endless_nesting_is_refused(read_bytes: Read) -> None:
    data = b"MIME-Version: 1.0\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (i, i)
        for i in range(2000)
    )
    with pytest.raises(UnreadableReport) as caught:
        read_bytes(data)
    assert caught.value.code == "too-large"


def test_letter_without_text_is_refused(read_bytes: Read) -> None:
    with pytest.raises(UnreadableReport) as caught:
        read_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n\r\n")
    assert caught.value.code == "empty"
