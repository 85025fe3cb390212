"""The same report in another dress: nothing a reviewer says of it may change.

Each disguise takes the text of a report and returns it with other glyphs, lines or order.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NUMERALS = "一二三四五六七八九十"
ENCLOSED = dict(zip(NUMERALS, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", strict=True))
HALF = str.maketrans("，；：！？（）％０１２３４５６７８９．", ",;:!?()%0123456789.")
TOP = re.compile(r"^[一二三四五六七八九十]+、", re.MULTILINE)
SECOND = re.compile(r"^[(（]([一二三四五六七八九十]+)[)）]", re.MULTILINE)
THIRD = re.compile(r"^(\d{1,2})[.．、]\s?(?=[\u4e00-\u9fff“《])", re.MULTILINE)


def half_width(text: str) -> str:
    """Write marks and digits half as wide."""
    return text.translate(HALF)


def full_width(text: str) -> str:
    """Write digits, per cent and brackets in full width, as some input methods do."""
    return text.translate(str.maketrans("0123456789%()", "０１２３４５６７８９％（）"))


def traditional(text: str) -> str:
    """Write every character that has one in its traditional form."""
    table = tomllib.loads((ROOT / "resources/lexicon/traditional.toml").read_text(encoding="utf-8"))
    forms = {
        s: t
        for t, s in zip("".join(table["traditional"]), "".join(table["simplified"]), strict=True)
    }
    return text.translate(str.maketrans(forms))


def corner_quotes(text: str) -> str:
    """Write quotation marks as corners."""
    return text.replace("“", "「").replace("”", "」")


def straight_quotes(text: str) -> str:
    """Write quotation marks as the keyboard has them."""
    return text.replace("“", '"').replace("”", '"')


def indented(text: str) -> str:
    """Begin every line with two wide blanks and end it with a narrow one."""
    return "\n".join(f"\u3000\u3000{line} " if line else line for line in text.split("\n"))


def no_break_blanks(text: str) -> str:
    """Begin every line with blanks that do not break."""
    return "\n".join(f"\u00a0\u00a0{line}" if line else line for line in text.split("\n"))


def spaced_numbers(text: str) -> str:
    """Put blanks around numbers, as some editors do between Han and Latin."""
    return re.sub(r"(\d+)(?=[\u4e00-\u9fff])", r" \1 ", text)


def spaced_marks(text: str) -> str:
    """Put a blank behind the number of every heading."""
    return SECOND.sub(r"（\1） ", TOP.sub(lambda m: m[0] + " ", text))


def blank_lines(text: str) -> str:
    """Part lines by empty ones, as web pages do."""
    return text.replace("\n", "\n\n")


def windows_lines(text: str) -> str:
    """End lines with carriage return and line feed."""
    return text.replace("\n", "\r\n")


def old_mac_lines(text: str) -> str:
    """End lines with a carriage return."""
    return text.replace("\n", "\r")


def enclosed_numbers(text: str) -> str:
    """Write （一） as one glyph where every number of the level has one."""
    if any(len(number) > 1 for number in SECOND.findall(text)):
        return text
    return SECOND.sub(lambda m: ENCLOSED[m[1]], text)


def shell_brackets(text: str) -> str:
    """Write （一） as 〔一〕."""
    return SECOND.sub(r"〔\1〕", text)


def dotted_tops(text: str) -> str:
    """Write 一、 as 一．"""
    return TOP.sub(lambda m: m[0][:-1] + "．", text)


def paused_thirds(text: str) -> str:
    """Write 1. as 1、."""
    return THIRD.sub(r"\1、", text)


def wide_thirds(text: str) -> str:
    """Write 1. as １．"""
    return THIRD.sub(lambda m: full_width(m[1]) + "．", text)


DISGUISES: tuple[Callable[[str], str], ...] = (
    half_width,
    full_width,
    traditional,
    corner_quotes,
    straight_quotes,
    indented,
    no_break_blanks,
    spaced_numbers,
    spaced_marks,
    blank_lines,
    windows_lines,
    old_mac_lines,
    enclosed_numbers,
    shell_brackets,
    dotted_tops,
    paused_thirds,
    wide_thirds,
)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")
FRAME_ABOVE = "您当前的位置：首页 > 政务公开 > 法治政府建设年度报告\n字体：【大 中 小】\n"
FRAME_BELOW = """
扫一扫在手机打开当前页
上一篇：关于春节值班安排的通知
【打印】【关闭】
版权所有 网站地图 联系我们
"""


def framed(text: str) -> str:
    """Put the text into a saved web page's frame; it shows no date."""
    return FRAME_ABOVE + text.strip("\n") + FRAME_BELOW


def reordered(text: str, tops: list[tuple[int, int]], order: list[int]) -> str:
    """Put the parts of a report into another order and number them anew.

    `tops` are start and end of the sections 一、, 二、 … in `text`; `order` their new order.
    """
    pieces = [text[start:end].strip("\n") for start, end in tops]
    chosen = [pieces[place] for place in order]
    renumbered = [
        TOP.sub(f"{NUMERALS[place]}、", piece, count=1) for place, piece in enumerate(chosen)
    ]
    return text[: tops[0][0]] + "\n".join(renumbered) + text[tops[-1][1] :]
