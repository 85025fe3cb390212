"""The codepages that old formats imply by a language or a font's character set."""

from __future__ import annotations

from collections.abc import Mapping

# Primary languages of Windows, and the whole identifiers of traditional Chinese.
_LANGUAGES: Mapping[int, str] = {0x04: "gb18030", 0x11: "cp932", 0x12: "cp949", 0x19: "cp1251"}
_TRADITIONAL = frozenset((0x0404, 0x0C04, 0x1404))
_CHARACTER_SETS: Mapping[int, str] = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "big5hkscs", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_CODEPAGES: Mapping[int, str] = {
    936: "gb18030", 950: "big5hkscs", 54936: "gb18030", 65001: "utf-8", 10000: "mac-roman",
    10008: "gb18030", 1361: "johab",
}  # fmt: skip
_NUMBERED = frozenset((437, 850, 852, 855, 862, 866, 874, 932, 949, *range(1250, 1259)))


def codepage_of_language(language: int) -> str | None:
    """Return the codec for a language that does not use the western codepage, else None."""
    if language in _TRADITIONAL:
        return "big5hkscs"
    return _LANGUAGES.get(language & 0x3FF)


def codepage_of_character_set(number: int) -> str | None:
    """Return the codec for the character set of a font, None for symbols and unknown ones."""
    return _CHARACTER_SETS.get(number)


def codec_of_codepage(number: int) -> str | None:
    """Return the codec for a codepage of Windows, None where it is not known."""
    return _CODEPAGES.get(number) or (f"cp{number}" if number in _NUMBERED else None)
