"""Reads a checklist from YAML; everything wrong is said with file, line and column."""

from __future__ import annotations

from pathlib import Path

from reviewer.checklist.families import Families, read_families, with_families
from reviewer.checklist.model import WHOLE_REPORT, Checklist, Element, Example, Grade, Group
from reviewer.checklist.source import Node, parse_yaml
from reviewer.checklist.verdict import Verdict
from reviewer.support.errors import ChecklistError
from reviewer.support.resources import resource

_JUDGED = tuple(verdict.value for verdict in Verdict)


def checklist_path(name_or_path: str) -> Path:
    """Return the file of a bundled checklist's id, otherwise the path itself."""
    bundled = resource("checklists", f"{name_or_path}.yaml")
    return bundled if bundled.is_file() else Path(name_or_path)


def load_checklist(name_or_path: str) -> Checklist:
    """Read a bundled checklist by id, or one of the user's own by path. Raises ChecklistError."""
    path = checklist_path(name_or_path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ChecklistError("checklist-unreadable", file=str(path), problem=error) from error
    except UnicodeDecodeError as error:
        raise ChecklistError("checklist-not-utf8", file=str(path)) from error
    return read_checklist(text, str(path))


def read_checklist(text: str, file: str) -> Checklist:
    """Read a checklist from YAML text; `file` is the name used in errors."""
    root = parse_yaml(text, file)
    groups = _groups(root.require("groups"))
    skeleton = _texts(root.require("skeleton"))
    families = read_families(root.get("families"))
    grades = (_grade(node) for node in root.require("grades").items())
    checklist = Checklist(
        id=root.require("id").text(),
        version=root.require("version").text(),
        name=root.require("name").text(),
        groups=groups,
        grades=tuple(sorted(grades, key=lambda grade: -grade.at_least)),
        elements=_elements(root.require("elements"), groups, tuple(skeleton), families),
        reasons=root.require("reasons").mapping(),
        language=with_families(root.require("language"), families),
        families=families,
        skeleton=skeleton,
        text=text,
    )
    root.finish()
    return checklist


def _groups(node: Node) -> tuple[Group, ...]:
    groups: dict[str, Group] = {}
    for item in node.items():
        group = Group(item.require("id").text(), item.require("name").text())
        if group.id in groups:
            item.require("id").fail("checklist-double-id", id=group.id)
        groups[group.id] = group
        item.finish()
    return tuple(groups.values())


def _grade(node: Node) -> Grade:
    grade = Grade(node.require("name").text(), node.require("at_least").number())
    node.finish()
    return grade


def _elements(
    node: Node, groups: tuple[Group, ...], parts: tuple[str, ...], families: Families
) -> tuple[Element, ...]:
    elements: list[Element] = []
    for item in node.items():
        element = _element(item, groups, parts, families)
        if any(element.id == earlier.id for earlier in elements):
            item.require("id").fail("checklist-double-id", id=element.id)
        elements.append(element)
    return tuple(elements)


def _element(
    node: Node, groups: tuple[Group, ...], parts: tuple[str, ...], families: Families
) -> Element:
    examples, told = node.get("examples"), node.get("told")
    reasons, advice = node.get("reasons"), node.get("advice")
    element = Element(
        id=node.require("id").text(),
        group=node.require("group").choice(tuple(group.id for group in groups)),
        name=node.require("name").text(),
        points=node.require("points").number(),
        basis=node.require("basis").text(),
        place=node.require("place").text(),
        guidance=node.require("guidance").text(),
        criterion=with_families(node.require("criterion"), families),
        reasons=reasons.mapping() if reasons else {},
        examples=_examples(examples, parts) if examples else (),
        told=told.lines() if told else (),
        advice=advice.text() if advice else "",
    )
    if element.points <= 0:
        points = node.require("points")
        points.fail("checklist-bad-points", found=points.text())
    node.finish()
    return element


def _examples(node: Node, parts: tuple[str, ...]) -> tuple[Example, ...]:
    """Read examples listed by verdict; a plain text stands in the element's home part."""
    found: list[Example] = []
    for verdict in _JUDGED:
        listed = node.get(verdict)
        for item in listed.items() if listed else ():
            texts = {"": item.text()} if isinstance(item.value, str) else _part_texts(item, parts)
            found.append(Example(Verdict(verdict), texts, item.line))
    node.finish()
    return tuple(found)


def _part_texts(node: Node, parts: tuple[str, ...]) -> dict[str, str]:
    for part in (*parts, WHOLE_REPORT):
        node.get(part)
    node.finish()
    return _texts(node)


def _texts(node: Node) -> dict[str, str]:
    return {key: value.text() for key, value in node.mapping().items()}
