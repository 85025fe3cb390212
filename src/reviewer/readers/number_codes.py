"""The codes that .doc and .rtf write for number formats ([MS-OSHARED] 2.2.1.3, MSONFC)."""

from __future__ import annotations

_NAMES = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal",
    "cardinalText", "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting",
    "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal",
    "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth",
    "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung", "decimalEnclosedFullstop",
    "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle",
    "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting",
    "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital",
    "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand", "decimal",
    "koreanDigital", "koreanCounting", "koreanLegal", "koreanDigital2",
)  # fmt: skip
_OTHERS = {57: "numberInDash", 255: "none"}


def number_format(code: int) -> str:
    """Return the name that ECMA-376 has for the format, the code itself where it has none."""
    if 0 <= code < len(_NAMES):
        return _NAMES[code]
    return _OTHERS.get(code, str(code))
