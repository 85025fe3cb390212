"""OpenDocument texts written by hand, as flat XML and as archives."""

import pytest
from tests.readers.docx_builder import zipped

from reviewer.report import BlockKind
from reviewer.support.errors import UnreadableReport

URN = "urn:oasis:names:tc:opendocument:xmlns"
TYPE = "application/vnd.oasis.opendocument.text"
NAMES = (
    f'xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" xmlns:style="{URN}:style:1.0"'
    f' xmlns:table="{URN}:table:1.0" xmlns:draw="{URN}:drawing:1.0"'
    f' xmlns:fo="{URN}:xsl-fo-compatible:1.0"'
)
STYLES = (
    '<style:style style:name="Hidden" style:family="text"><style:text-properties'
    ' text:display="none"/></style:style>'
    '<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Loop">'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
    '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Head">'
    '<style:text-properties fo:font-weight="bold" style:font-size-asian="16pt"/></style:style>'
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."'
    ' style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"'
    ' style:num-prefix="[" style:num-suffix="]" text:start-value="4"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="壹, 贰, 叁"'
    ' style:num-suffix="、"/></text:outline-style>'
)


def flat(body: str) -> bytes:
    return (
        f'<office:document {NAMES} office:mimetype="{TYPE}"><office:styles>{STYLES}</office:styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def archive(body: str, **members: bytes) -> bytes:
    content = f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text>"
    files = {"mimetype": TYPE.encode(), "content.xml": content.encode()}
    files["content.xml"] += b"</office:body></office:document-content>"
    return zipped({**files, **{name.replace("__", "/"): data for name, data in members.items()}})


def item(*inner: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{''.join(inner)}</text:list-item>"


def bullets(*items: str, attributes: str = 'text:style-name="L"') -> str:
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{p(text)}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"
CASES = {
    "white space": (
        p('a \n b<text:s text:c="2"/>c<text:tab/>d<text:span> </text:span> e'),
        "a b  c\td e"),
    "a manual line break": (p("a<text:line-break/>b"), "a\nb"),
    "hidden words": (p('a<text:span text:style-name="Hidden">no</text:span>b'), "ab"),
    "links, fields, sections": (
        f"<text:section>{p('<text:a>a</text:a><text:page-number>3</text:page-number>')}</text:section>",
        "a3"),
    "ruby": (
        p("<text:ruby><text:ruby-base>法</text:ruby-base><text:ruby-text>fa</text:ruby-text>"
          "</text:ruby>"), "法"),
    "a hyphen that does not break": (p("2023\u20112025"), "2023-2025"),
    "a deleted paragraph": (
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('no')}</text:deletion>"
        f"</text:changed-region></text:tracked-changes>{p('a')}", "a"),
    "list numbers": (
        bullets(item(p("a"), p("same item"), bullets(item(p("b")), item(p("c")), attributes="")),
                item(p("d"))),
        "一、a\nsame item\n[一.4]b\n[一.5]c\n二、d"),
    "a list that goes on": (
        bullets(item(p("a"))) + p("x")
        + bullets(item(p("b")), attributes='text:style-name="L" text:continue-numbering="true"'),
        "一、a\nx\n二、b"),
    "a list that goes on with one named": (
        bullets(item(p("a")), attributes='text:style-name="L" xml:id="one"') + bullets(item(p("b")))
        + bullets(item(p("c")), attributes='text:style-name="L" text:continue-list="one"'),
        "一、a\n一、b\n二、c"),
    "a list header and a start value": (
        bullets(f"<text:list-header>{p('head')}</text:list-header>",
                item(p("a"), attributes='text:start-value="7"'), item(p("b"))),
        "head\n七、a\n八、b"),
    "numbered headings": (
        '<text:h text:outline-level="1">a</text:h>'
        '<text:h text:outline-level="1">b</text:h>', "壹、a\n贰、b"),
    "a table with wide and high cells": (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("a", 'table:number-columns-spanned="2"') + COVERED + cell("b")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + COVERED + cell("c") + cell("d")
        + "</table:table-row></table:table>", "a\tb\nc\td"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES.keys())
def test_text_shows_as_in_an_office(read_bytes, body, text):
    assert read_bytes(flat(body)).text == text


def test_styles_that_inherit_in_a_circle_end(read_bytes):
    report = read_bytes(flat('<text:p text:style-name="Head">a</text:p>'))
    layout = report.blocks[0].layout
    assert (layout.bold, layout.size, layout.centered) == (True, 16.0, True)


def test_boxes_follow_their_paragraph_and_notes_the_text(read_bytes):
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('note')}"
    box = f"<draw:frame><draw:text-box>{p('box')}</draw:text-box></draw:frame>"
    body = p(f"a{note}</text:note-body></text:note>b{box}c") + p("d")
    report = read_bytes(archive(body))
    assert [(block.kind, block.span.of(report.text)) for block in report.blocks] == [
        (BlockKind.PARAGRAPH, "abc"),
        (BlockKind.TEXT_BOX, "box"),
        (BlockKind.PARAGRAPH, "d"),
        (BlockKind.NOTE, "note"),
    ]


def test_what_is_left_out_is_said(read_bytes):
    body = (
        f"<text:table-of-content><text:index-body>{p('a 1')}</text:index-body>"
        "</text:table-of-content>"
        + p("b<draw:frame><draw:image/></draw:frame><office:annotation>c</office:annotation>")
    )
    report = read_bytes(archive(body, Basic__Standard__Module1=b"<a/>"))
    assert [block.frame for block in report.blocks] == [True, False]
    assert {notice.code for notice in report.notices} == {
        "contents-list",
        "pictures-skipped",
        "comments-skipped",
        "macros-ignored",
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (archive("a", **{"META-INF__manifest.xml": b"<m:encryption-data/>"}), "encrypted"),
        (archive("<text:p>"), "unreadable"),
        (flat("<text:list>" * 400), "unreadable"),
        (archive(p("")), "empty"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                 "content.xml": b"<a/>"}), "unsupported"),
        (zipped({"mimetype": TYPE.encode(), "content.xml": b"<a/>"}), "unreadable"),
    ],
    ids=["a password", "broken XML", "deep lists", "no text", "a spreadsheet", "another XML"],
)  # fmt: skip
def test_broken_or_foreign_file_is_refused(read_bytes, data, code):
    with pytest.raises(UnreadableReport) as caught:
        read_bytes(data)
    assert caught.value.code == code
