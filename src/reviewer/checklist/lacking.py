"""What a copy of an older checklist lacks by now, told at once and not key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reviewer.checklist.loading import checklist_path, load_checklist
from reviewer.checklist.model import Checklist
from reviewer.checklist.source import Node
from reviewer.support.errors import ChecklistError

_LACKS = {"checklist-missing-key": "key", "checklist-no-reason": "reason"}
_BUNDLED = "township-annual"


def with_all_lacking(error: ChecklistError, checklist: Checklist) -> ChecklistError:
    """Return an error that names everything the words of a checklist lack, and where to find it.

    `error` itself where something else is wrong, and of a checklist that is no copy: one that lacks
    more than it has.
    """
    if error.code not in _LACKS:
        return error
    known = load_checklist(_BUNDLED)
    lacking = [
        *_lacking("language", checklist.language.mapping(), known.language.mapping()),
        *_lacking("reasons", checklist.reasons, known.reasons),
    ]
    if not lacking or len(lacking) > len(checklist.language.mapping()):
        return error
    place = {name: error.details[name] for name in ("file", "line", "column")}
    return ChecklistError(
        "checklist-older",
        **place,
        key=error.details[_LACKS[error.code]],
        lacking=", ".join(lacking),
        bundled=checklist_path(_BUNDLED),
    )


def _lacking(above: str, own: Mapping[str, Node], known: Mapping[str, Node]) -> Iterator[str]:
    """Yield the keys that `known` has and `own` has not; a list of units may differ."""
    for key, node in known.items():
        path = f"{above}.{key}"
        if key not in own:
            yield path
        elif _has_keys(node) and _has_keys(own[key]):
            yield from _lacking(path, own[key].mapping(), node.mapping())


def _has_keys(node: Node) -> bool:
    """Tell whether a mapping has names that the program knows; one of plain words has its own."""
    if not isinstance(node.value, dict):
        return False
    return any(not isinstance(value.value, str) for value in node.mapping().values())
