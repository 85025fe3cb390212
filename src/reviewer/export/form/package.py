"""An .xlsx file taken apart: only the parts that are changed are written anew.

Not by openpyxl: it drops what it does not know (shapes, form controls, charts drawn in Excel,
sparklines, printer settings), and the county's form must come out as it went in.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from reviewer.support.errors import ExportError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"
_CALC_CHAIN = "xl/calcChain.xml"
_MOST_BYTES = 200_000_000  # unpacked, all parts together; no form comes near


class Package:
    """The parts of a workbook by name; those asked for as XML are written back as they are then."""

    def __init__(self, path: Path) -> None:
        """Read the file at `path`. Raises ExportError where it is no workbook or too large."""
        self.path = path
        try:
            with zipfile.ZipFile(path) as archive:
                self._infos = archive.infolist()
                if sum(info.file_size for info in self._infos) > _MOST_BYTES:
                    raise ExportError("form-too-large", path=path)
                self._data = {info.filename: archive.read(info) for info in self._infos}
        except OSError as error:
            raise ExportError("form-unreadable", path=path, problem=error) from error
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise ExportError("form-not-a-workbook", path=path) from error
        self._parsed: dict[str, etree._Element] = {}
        if _WORKBOOK not in self._data:
            raise ExportError("form-not-a-workbook", path=path)

    @property
    def workbook(self) -> etree._Element:
        """The root of the workbook part."""
        return self.xml(_WORKBOOK)

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part; what is changed in it is written. Raises ExportError."""
        if name not in self._parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            try:
                self._parsed[name] = etree.fromstring(self._data[name], parser)
            except etree.XMLSyntaxError as error:
                raise ExportError("form-not-a-workbook", path=self.path) from error
        return self._parsed[name]

    def replace(
        self, name: str, pattern: re.Pattern[bytes], new: Callable[[re.Match[bytes]], bytes]
    ) -> None:
        """Replace what matches `pattern` in a part that is not taken as XML."""
        self._data[name] = pattern.sub(new, self._data[name])

    def related(self, name: str) -> Iterator[tuple[str, str]]:
        """Give the kind (last word of the type) and the name of every part `name` refers to."""
        for kind, _, target in self._relations(name):
            yield kind, target

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Give the title and the part's name of every worksheet, in order."""
        targets = {identity: (kind, name) for kind, identity, name in self._relations(_WORKBOOK)}
        for sheet in self.workbook.iter(f"{{{MAIN}}}sheet"):
            kind, name = targets.get(sheet.get(_R_ID, ""), ("", ""))
            if kind == "worksheet" and name in self._data:
                yield sheet.get("name", ""), name

    def save(self) -> bytes:
        """Return the workbook with the changes; every other part is as it was, byte for byte.

        Formulas are worked out anew by whatever opens it.
        """
        self._ask_for_calculation()
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            for info in self._infos:
                if info.filename in self._data:
                    archive.writestr(info, self._bytes_of(info.filename), info.compress_type)
        return content.getvalue()

    def _ask_for_calculation(self) -> None:
        properties = self.workbook.find(f"{{{MAIN}}}calcPr")
        if properties is None:
            properties = etree.Element(f"{{{MAIN}}}calcPr")
            before = ("definedNames", "externalReferences", "functionGroups", "sheets")
            found = (self.workbook.find(f"{{{MAIN}}}{tag}") for tag in before)
            next(part for part in found if part is not None).addnext(properties)
        properties.set("fullCalcOnLoad", "1")
        if self._data.pop(_CALC_CHAIN, None) is None:
            return
        # The order of calculation named cells that may have moved; it is made anew on opening.
        for override in list(self.xml(_CONTENT_TYPES)):
            if override.get("PartName") == f"/{_CALC_CHAIN}":
                self.xml(_CONTENT_TYPES).remove(override)
        relations = self.xml(_relations_of(_WORKBOOK))
        for relation in list(relations):
            if relation.get("Type", "").endswith("/calcChain"):
                relations.remove(relation)

    def _bytes_of(self, name: str) -> bytes:
        if name not in self._parsed:
            return self._data[name]
        written: bytes = etree.tostring(
            self._parsed[name], xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return written

    def _relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        relations = _relations_of(name)
        if relations not in self._data:
            return
        folder = posixpath.dirname(name)
        for relation in self.xml(relations).iter(f"{{{_RELATIONS}}}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            yield kind, relation.get("Id", ""), target.lstrip("/")


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")
