"""The documents of the project point at things that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_into_the_project_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)", text)
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readmes_name_every_command_of_the_program(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for command in ("check", "outline", "text", "export", "checklist"):
        assert re.search(rf"^reviewer {command}\b", text, re.MULTILINE), command


def test_the_contributing_guide_names_every_package() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    packages = [path.parent.name for path in (ROOT / "src" / "reviewer").glob("*/__init__.py")]
    assert [package for package in packages if f"`{package}/`" not in text] == []
