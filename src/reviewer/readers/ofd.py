"""Reads .ofd files (GB/T 33190-2016): a zip of XML pages with text objects at places."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewer.readers.ofd_content import POINTS, Font, PageContent, local, numbers
from reviewer.readers.paged import Page, paged_builder
from reviewer.readers.source import SourceFile
from reviewer.readers.xml import parse_xml
from reviewer.report import Report

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "ofd"
_ROOT = "ofd.xml"
# GM/T 0099: an encrypted file keeps its root under another name and lists the keys here.
_ENCRYPTED = "encryptions.xml"
_A4 = (0.0, 0.0, 210.0, 297.0)
_MOST_PAGES = 2_000


def recognises(file: SourceFile) -> bool:
    """Tell whether the archive holds the root of an OFD file."""
    if not file.is_zip:
        return False
    names = {name.lower().lstrip("/") for name in file.archive.members}
    return not names.isdisjoint((_ROOT, _ENCRYPTED))


def read(file: SourceFile) -> Report:
    """Return the report of all documents in the file, one after the other."""
    package = _Package(file)
    pages = [page for document in package.documents() for page in _Document(package, document)]
    builder = paged_builder(file, FORMAT, pages)
    if any(page.hidden for page in pages):
        builder.notice("hidden-text")
    return builder.build()


class _Package:
    """The members of the archive, found however their paths are spelt."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self._members = {name.lower().lstrip("/"): name for name in file.archive.members}

    def documents(self) -> list[str]:
        """Return the paths of the documents' roots. Raises UnreadableReport."""
        if _ROOT not in self._members:
            raise self.file.error("encrypted")
        root = self.part(_ROOT)
        paths = [(item.text or "").strip() for item in root.iter("{*}DocRoot")]
        if not paths:
            raise self.file.error("unreadable")
        return [self.place("", path) for path in paths]

    def place(self, base: str, path: str) -> str:
        """Return the path of a member named in the member `base`."""
        if path.startswith("/"):
            return posixpath.normpath(path).lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)).lstrip("/")

    def part(self, path: str) -> _Element:
        """Return the root of an XML member; raises UnreadableReport where there is none."""
        member = self._members.get(path.lower())
        if member is None:
            raise self.file.error("unreadable")
        return parse_xml(self.file.archive.read(member), self.file)

    def has(self, path: str) -> bool:
        """Tell whether there is such a member."""
        return path.lower() in self._members


class _Document:
    """One document: its fonts, templates and pages."""

    def __init__(self, package: _Package, path: str) -> None:
        self._package = package
        self._path = path
        root = package.part(path)
        self._box = _box(root.find("{*}CommonData/{*}PageArea"), _A4)
        self._fonts: dict[str, Font] = {}
        for name in ("PublicRes", "DocumentRes"):
            for item in root.iterfind(f"{{*}}CommonData/{{*}}{name}"):
                self._read_fonts(package.place(path, (item.text or "").strip()))
        self._templates = {
            item.get("ID", ""): package.place(path, item.get("BaseLoc", ""))
            for item in root.iterfind("{*}CommonData/{*}TemplatePage")
        }
        self._places = [
            package.place(path, item.get("BaseLoc", ""))
            for item in root.iterfind("{*}Pages/{*}Page")
        ]
        if len(self._places) > _MOST_PAGES:
            raise package.file.error("too-large")

    def _read_fonts(self, path: str) -> None:
        # A resource that is lost costs the fonts' names, not the text.
        if not self._package.has(path):
            return
        for item in self._package.part(path).iter("{*}Font"):
            bold = item.get("Bold", "").lower() in ("true", "1")
            self._fonts[item.get("ID", "")] = Font(item.get("FontName") or None, bold)

    def __iter__(self) -> Iterator[Page]:
        templates: dict[str, _Element] = {}
        characters = 0
        for place in self._places:
            root = self._package.part(place)
            if local(root) != "Page":
                raise self._package.file.error("unreadable")
            left, top, width, height = _box(root.find("{*}Area"), self._box)
            page = Page(width * POINTS, height * POINTS)
            content = PageContent(page, self._fonts, (left, top), self._package.file)
            for item in root.iterfind("{*}Template"):
                name = item.get("TemplateID", "")
                path = self._templates.get(name)
                if path is not None and name not in templates and self._package.has(path):
                    templates[name] = self._package.part(path)
                if name in templates:
                    content.add(templates[name])
            content.add(root)
            characters += len(page.glyphs)
            if characters > self._package.file.limits.characters:
                raise self._package.file.error("too-large")
            yield page


def _box(area: _Element | None, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    """Return left, top, width and height of the paper in millimetres."""
    if area is not None:
        for child in area:
            if local(child) == "PhysicalBox":
                box = numbers(child.text or "")
                if len(box) == 4 and min(box[2:]) > 0:
                    return tuple(box)
    return otherwise
