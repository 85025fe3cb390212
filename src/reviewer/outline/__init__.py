"""From a report's lines to its outline: numbers, headings, tree and front matter."""

from reviewer.outline.build import build_outline
from reviewer.outline.lexicon import Lexicon, load_lexicon
from reviewer.outline.model import Outline

__all__ = ["Lexicon", "Outline", "build_outline", "load_lexicon"]
