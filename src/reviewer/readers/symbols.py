"""What the characters of symbol fonts look like, by their place in the private use area.

The codes are those of Wingdings, which most such characters of reports are of, and of Symbol where
the font is known to be it; Word stores all symbol fonts at U+F000 to U+F0FF.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SYMBOLS: Mapping[int, str] = {
    0xF0FC: "✓", 0xF052: "☑", 0xF0FE: "☑", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF06C: "●",
    0xF06E: "■", 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0E0: "→", 0xF0E8: "→", 0xF081: "①",
    0xF082: "②", 0xF083: "③", 0xF084: "④", 0xF085: "⑤", 0xF086: "⑥", 0xF087: "⑦", 0xF088: "⑧",
    0xF089: "⑨", 0xF08A: "⑩", 0xF075: "◆", 0xF0B2: "◇",
}  # fmt: skip
# The font Symbol, from U+F022 on and from U+F0A1 on; a blank stands for what has no character.
_SYMBOL_LOW = (
    "∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = (
    "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           〉∫⌠ ⌡"
)
_SYMBOL_FONT = "symbol"
_PRIVATE = re.compile("([\uf000-\uf0ff])")


def symbol(code: int, font: str | None = None) -> str | None:
    """Return what the code point `code` of a symbol font shows, None where that is not known."""
    if 0 <= code <= 0xFF:
        code += 0xF000
    if font is not None and font.lower() == _SYMBOL_FONT and 0xF000 <= code <= 0xF0FF:
        return _of_symbol(code - 0xF000)
    shown = _SYMBOLS.get(code)
    if shown is not None or 0xE000 <= code <= 0xFFFF or code > 0x10FFFF:
        return shown
    return chr(code) if chr(code).isprintable() else None


def _of_symbol(code: int) -> str | None:
    for start, characters in ((0x22, _SYMBOL_LOW), (0xA1, _SYMBOL_HIGH)):
        if start <= code < start + len(characters) and characters[code - start] != " ":
            return characters[code - start]
    return chr(code) if code in (0x20, 0x21) else None


def with_symbols(text: str, font: str | None = None) -> tuple[str, int]:
    """Return `text` with what its symbols look like, and how many of them are not known."""
    if not _PRIVATE.search(text):
        return text, 0
    parts = _PRIVATE.split(text)
    shown = [symbol(ord(part), font) if _PRIVATE.match(part) else part for part in parts]
    return "".join(part or "" for part in shown), shown.count(None)


def with_known_symbols(text: str) -> str:
    """Return `text` with what its symbols look like, each one character; unknown ones stay."""
    if not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: symbol(ord(found[0])) or found[0], text)


def bullet(char: str) -> str:
    """Return the bullet `char` of a list as it shows; a dot stands for those not known."""
    if not "\ue000" <= char <= "\uf8ff":
        return char
    return symbol(ord(char)) or "•"
