"""Rulings and reports as plain JSON values, and back.

Names of kinds and fields stand in project files for good: they are added to, never renamed.
"""

from __future__ import annotations

import datetime
import json
from typing import Any

from reviewer.checklist import Verdict
from reviewer.outline import (
    Continuation,
    FieldValue,
    FrontField,
    FrontValue,
    HeadingLevel,
    SectionPart,
)
from reviewer.report import Anchor, Block, BlockKind, Layout, Notice, Report
from reviewer.review import (
    CommentIs,
    Confirmed,
    EvidenceIs,
    Ignored,
    Kind,
    NotApplicable,
    PointsAre,
    Ruling,
    Said,
    Status,
    StatusIs,
    VerdictIs,
    VersionIs,
    slot_of,
)

Plain = dict[str, Any]
_KINDS = {kind.value: kind for kind in Kind}  # looking up is faster than making an Enum


def ruling_as_plain(ruling: Ruling) -> Plain:
    """Return a ruling as JSON values."""
    plain: Plain = {"kind": slot_of(ruling.said).kind.value, **_said_as_plain(ruling.said)}
    if ruling.by:
        plain["by"] = ruling.by
    if ruling.at is not None:
        plain["at"] = ruling.at.isoformat()
    if ruling.machine is not None:
        plain["machine"] = ruling.machine
    return plain


def ruling_from_plain(plain: Plain) -> Ruling:
    """Return the ruling behind JSON values. Raises KeyError or ValueError for a damaged one."""
    return Ruling(
        _said_from_plain(_KINDS[plain["kind"]], plain),
        plain.get("by", ""),
        moment(plain.get("at")),
        plain.get("machine"),
    )


def this_moment() -> str:
    """Return now as project files write it."""
    return datetime.datetime.now(datetime.UTC).isoformat()


def moment(text: str | None) -> datetime.datetime | None:
    """Return a moment written in ISO form."""
    return datetime.datetime.fromisoformat(text) if text else None


def _said_as_plain(said: Said) -> Plain:
    match said:
        case VerdictIs(element, verdict):
            return {"element": element, "value": verdict.value}
        case PointsAre(element, points):
            return {"element": element, "value": points}
        case EvidenceIs(element, passages):
            return {"element": element, "value": [_anchor_as_plain(one) for one in passages]}
        case CommentIs(element, text):
            return {"element": element, "value": text}
        case Ignored(finding, because):
            return {"element": finding, "value": because}
        case NotApplicable(element) | Confirmed(element):
            return {"element": element}
        case StatusIs(status):
            return {"value": status.value}
        case VersionIs(digest):
            return {"value": digest}
        case FieldValue(field, value):
            plain = value.isoformat() if isinstance(value, datetime.date) else value
            return {"field": field.value, "value": plain}
        case HeadingLevel(place, level):
            return {"place": _anchor_as_plain(place), "value": level}
        case Continuation(place):
            return {"place": _anchor_as_plain(place)}
        case SectionPart(place, part):
            return {"place": _anchor_as_plain(place), "value": part}


def _said_from_plain(kind: Kind, plain: Plain) -> Said:
    value, element = plain.get("value"), plain.get("element", "")
    match kind:
        case Kind.VERDICT:
            return VerdictIs(element, Verdict(value))
        case Kind.POINTS:
            return PointsAre(element, float(plain["value"]))
        case Kind.EVIDENCE:
            return EvidenceIs(element, tuple(Anchor(*one) for one in plain["value"]))
        case Kind.COMMENT:
            return CommentIs(element, plain["value"])
        case Kind.IGNORED:
            return Ignored(element, plain["value"])
        case Kind.NOT_APPLICABLE:
            return NotApplicable(element)
        case Kind.CONFIRMED:
            return Confirmed(element)
        case Kind.STATUS:
            return StatusIs(Status(value))
        case Kind.VERSION:
            return VersionIs(plain["value"])
        case Kind.FIELD:
            return _field_from_plain(FrontField(plain["field"]), value)
        case Kind.HEADING:
            return HeadingLevel(Anchor(*plain["place"]), value)
        case Kind.CONTINUATION:
            return Continuation(Anchor(*plain["place"]))
        case Kind.PART:
            return SectionPart(Anchor(*plain["place"]), plain["value"])


def _field_from_plain(field: FrontField, value: str | int | None) -> FieldValue:
    said: FrontValue = value
    if field is FrontField.DATE and isinstance(value, str):
        said = datetime.date.fromisoformat(value)
    return FieldValue(field, said)


def _anchor_as_plain(anchor: Anchor) -> list[str | int]:
    return [anchor.quote, anchor.before, anchor.after, anchor.start]


def report_as_json(report: Report) -> bytes:
    """Return everything but its path that is needed to review a report without its file."""
    plain = {
        "format": report.format,
        "encoding": report.encoding,
        "digest": report.digest,
        "text": report.text,
        "blocks": [_block_as_plain(block) for block in report.blocks],
        "notices": [[n.code, _details(n)] for n in report.notices],
    }
    # Escaped, so that lone surrogates of broken file names survive.
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def report_from_json(content: bytes, source: str) -> Report:
    """Return the report that was read from the file `source`."""
    plain = json.loads(content)
    return Report(
        source,
        plain["format"],
        plain["encoding"],
        plain["text"],
        tuple(_block_from_plain(block) for block in plain["blocks"]),
        tuple(Notice(code, details) for code, details in plain["notices"]),
        plain["digest"],
    )


def _details(notice: Notice) -> Plain:
    known = (str, int, float, bool, type(None))
    return {k: v if isinstance(v, known) else str(v) for k, v in notice.details.items()}


def _block_as_plain(block: Block) -> list[Any]:
    """Return a block as a row; the layout only where there is something to tell."""
    row: list[Any] = [block.start, block.end, block.kind.value, block.number, block.frame]
    if block.layout != Layout():
        found = block.layout
        row.append(
            [
                found.style,
                found.outline_level,
                found.bold,
                found.font,
                found.size,
                found.centered,
                found.lead,
            ]
        )
    return row


def _block_from_plain(row: list[Any]) -> Block:
    start, end, kind, number, frame, *layout = row
    return Block(
        start, end, BlockKind(kind), number, frame, Layout(*layout[0]) if layout else Layout()
    )
