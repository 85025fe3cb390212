"""From a report's lines to its outline: numbers, headings, tree and front matter."""

from reviewer.outline.build import build_outline
from reviewer.outline.corrections import (
    LEVELS,
    NO_CORRECTIONS,
    Continuation,
    Corrections,
    FieldValue,
    FrontField,
    FrontValue,
    HeadingLevel,
    SectionPart,
)
from reviewer.outline.lexicon import Lexicon, load_lexicon
from reviewer.outline.model import Outline

__all__ = [
    "LEVELS",
    "NO_CORRECTIONS",
    "Continuation",
    "Corrections",
    "FieldValue",
    "FrontField",
    "FrontValue",
    "HeadingLevel",
    "Lexicon",
    "Outline",
    "SectionPart",
    "build_outline",
    "load_lexicon",
]
