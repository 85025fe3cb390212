"""The words of a checklist for every reason its elements can give, checked when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from reviewer.checking.criteria.codes import CODES
from reviewer.checking.finding import Reason
from reviewer.checking.judgement import Because
from reviewer.checklist import Checklist, Element
from reviewer.checklist.source import Node
from reviewer.support.punctuation import nested


class ReasonWords:
    """Puts reasons into words: an element's own, else the checklist's for all elements."""

    def __init__(self, checklist: Checklist) -> None:
        """Raises ChecklistError for words that are lacking, unknown or cannot be filled in."""
        anywhere: dict[str, tuple[str, ...]] = {}
        for codes in CODES.values():
            anywhere.update(codes)
        _check(checklist.reasons, anywhere)
        self._words: dict[str, Mapping[str, str]] = {}
        for element in checklist.elements:
            codes = CODES[element.criterion.require("kind").text()]
            _check(element.reasons, codes)
            self._words[element.id] = {code: _words(element, checklist, code) for code in codes}

    def reason(self, element: Element, why: Because) -> Reason:
        """Return a reason in the words for `element`."""
        words = self._words[element.id][why.code]
        said = words.format_map({"name": element.name, **dict(why.details)})
        return Reason(why.code, nested(said))


def _words(element: Element, checklist: Checklist, code: str) -> str:
    node = element.reasons.get(code) or checklist.reasons.get(code)
    if node is None:
        element.criterion.fail("checklist-no-reason", reason=code, element=element.id)
    return node.text()


def _check(reasons: Mapping[str, Node], codes: Mapping[str, tuple[str, ...]]) -> None:
    for code, node in reasons.items():
        if code not in codes:
            node.fail("checklist-unknown-key", key=code, allowed=", ".join(sorted(codes)))
        allowed = ("name", *codes[code])
        shown = ", ".join(f"{{{name}}}" for name in allowed)
        try:
            pieces = list(Formatter().parse(node.text()))
        except ValueError:
            node.fail("checklist-bad-placeholder", found=node.text(), allowed=shown)
        for _, name, form, conversion in pieces:
            if name is not None and (name not in allowed or form or conversion):
                node.fail("checklist-bad-placeholder", found=f"{{{name}}}", allowed=shown)
