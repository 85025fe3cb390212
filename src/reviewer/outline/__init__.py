"""From a report's lines to its outline: numbers, headings, tree and front matter."""

from reviewer.outline.model import Outline

__all__ = ["Outline"]
