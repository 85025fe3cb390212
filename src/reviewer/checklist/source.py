"""YAML with places: every value knows its line and column, so that errors can point at it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from reviewer.support.errors import ChecklistError

try:
    _Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = yaml.CSafeLoader
except AttributeError:  # the wheel of some platforms comes without libyaml
    _Loader = yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and where it stands; line and column count from 1.

    Fields of a mapping are taken out one by one; `finish` then refuses whatever was not asked
    for, so that the code that reads a mapping is its schema. `written` is a text as it stands in
    the file, where `value` has it with words put in for names.
    """

    file: str
    line: int
    column: int
    value: object  # str, list[Node] or dict[str, Node]
    asked: set[str] = field(default_factory=set, compare=False)
    written: str = ""

    def fail(self, problem: str, **details: object) -> NoReturn:
        """Raise the ChecklistError `problem` at this place."""
        place = {"file": self.file, "line": self.line, "column": self.column}
        raise ChecklistError(problem, **place, **details)

    def mapping(self) -> dict[str, Node]:
        """Return the fields of a mapping."""
        if not isinstance(self.value, dict):
            self.fail("checklist-not-a-mapping")
        return self.value

    def items(self) -> Sequence[Node]:
        """Return the items of a list."""
        if not isinstance(self.value, list):
            self.fail("checklist-not-a-list")
        return self.value

    def text(self) -> str:
        """Return a scalar as it was written."""
        if not isinstance(self.value, str):
            self.fail("checklist-not-a-text")
        return self.value.strip()

    def number(self) -> float:
        """Return a scalar as a number; inf and nan are none."""
        try:
            number = float(self.text())
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self.fail("checklist-not-a-number", found=self.value)
        return number

    def flag(self) -> bool:
        """Return a scalar true or false."""
        return self.choice(("true", "false")) == "true"

    def choice(self, allowed: Collection[str]) -> str:
        """Return a scalar that is one of `allowed`."""
        word = self.text()
        if word not in allowed:
            self.fail("checklist-bad-choice", found=word, allowed=", ".join(allowed))
        return word

    def texts(self) -> tuple[str, ...]:
        """Return a list of scalars, or a single scalar as a list of one."""
        if isinstance(self.value, str):
            return (self.text(),)
        return tuple(item.text() for item in self.items())

    def lines(self) -> tuple[str, ...]:
        """Return the lines of a text, without empty ones."""
        return tuple(filter(None, map(str.strip, self.text().splitlines())))

    def get(self, key: str) -> Node | None:
        """Return the field `key` of a mapping, None where it is absent."""
        self.asked.add(key)
        return self.mapping().get(key)

    def require(self, key: str) -> Node:
        """Return the field `key` of a mapping; an absent one is an error at the mapping."""
        found = self.get(key)
        if found is None:
            self.fail("checklist-missing-key", key=key)
        return found

    def texts_of(self, key: str) -> tuple[str, ...]:
        """Return the list of scalars under `key`, empty where the key is absent."""
        found = self.get(key)
        return found.texts() if found else ()

    def finish(self) -> None:
        """Refuse every key that was not asked for."""
        for key, node in self.mapping().items():
            if key not in self.asked:
                node.fail("checklist-unknown-key", key=key, allowed=", ".join(sorted(self.asked)))

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items())


def parse_yaml(text: str, file: str) -> Node:
    """Read YAML text; `file` is the name used in errors. Raises ChecklistError."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        details = {"file": file, "line": line, "column": column}
        raise ChecklistError("checklist-bad-yaml", **details, problem=error.problem) from error
    except yaml.reader.ReaderError as error:
        details = _place_of_control_character(text, file)
        raise ChecklistError("checklist-bad-yaml", **details, problem=error.reason) from error
    if root is None:
        raise ChecklistError("checklist-empty", file=file, line=1, column=1)
    return _node(root, file, set())


def _place_of_control_character(text: str, file: str) -> dict[str, object]:
    """Return where the first character stands that YAML does not allow."""
    match = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: match.start()] if match else ""
    column = len(before) - before.rfind("\n")
    return {"file": file, "line": before.count("\n") + 1, "column": column}


def _node(raw: yaml.Node, file: str, seen: set[int]) -> Node:
    """Return `raw` with its place; a node met twice is an alias, which could grow without end."""
    place = (file, raw.start_mark.line + 1, raw.start_mark.column + 1)
    if id(raw) in seen:
        Node(*place, "").fail("checklist-alias")
    seen.add(id(raw))
    if isinstance(raw, yaml.ScalarNode):
        return Node(*place, raw.value)
    if isinstance(raw, yaml.SequenceNode):
        return Node(*place, [_node(item, file, seen) for item in raw.value])
    fields: dict[str, Node] = {}
    for key, value in raw.value:
        name = _node(key, file, seen)
        if name.text() in fields:
            name.fail("checklist-double-key", key=name.text())
        fields[name.text()] = _node(value, file, seen)
    return Node(*place, fields)
