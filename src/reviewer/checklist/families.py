"""Families of words that a checklist names once and uses wherever their name stands in <…>.

families:
  企业: [企业, 公司, 工厂]
  商家: [<企业>, 商户, 店铺]     # an earlier family may stand in a later one
…
facts: ["<商家> & 走访 & {n 家}"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reviewer.checklist.source import Node

_NAME = re.compile(r"<([^<>]*)>")

Families = Mapping[str, tuple[str, ...]]


def read_families(node: Node | None) -> Families:
    """Return the words of each family. Raises ChecklistError for one that is not there yet."""
    families: dict[str, tuple[str, ...]] = {}
    for name, listed in node.mapping().items() if node else ():
        families[name] = with_families(listed, families).texts()
    return families


def with_families(node: Node, families: Families) -> Node:
    """Return `node` with the words of families for their names.

    In a list, a name alone stands for as many items; inside a text its words are joined by |.
    Raises ChecklistError for an unknown name.
    """
    if isinstance(node.value, str):
        if "<" not in node.value:
            return node
        return replace(node, value=_spelt_out(node, families), written=node.text())
    if isinstance(node.value, dict):
        return replace(node, value={k: with_families(v, families) for k, v in node.value.items()})
    items = (item for listed in node.items() for item in _items(listed, families))
    return replace(node, value=list(items))


def _items(node: Node, families: Families) -> Iterator[Node]:
    alone = _NAME.fullmatch(node.value.strip()) if isinstance(node.value, str) else None
    if alone:
        yield from (replace(node, value=word) for word in _words(alone[1], node, families))
    else:
        yield with_families(node, families)


def _spelt_out(node: Node, families: Families) -> str:
    return _NAME.sub(lambda name: "|".join(_words(name[1], node, families)), node.text())


def _words(name: str, node: Node, families: Families) -> tuple[str, ...]:
    if name not in families:
        node.fail("checklist-bad-choice", found=f"<{name}>", allowed=", ".join(families))
    return families[name]
