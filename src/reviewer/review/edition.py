"""By what a report was judged: a verdict of another edition may not be the verdict of this one."""

from __future__ import annotations

import hashlib
from itertools import chain
from pathlib import Path

import reviewer
from reviewer.checklist import Checklist
from reviewer.support.resources import resource

_JUDGING = ("checking", "checklist", "outline", "report", "review", "support")


def edition_of(checklist: Checklist) -> str:
    """Return what changes with the program, its words and the checklist.

    Where the program is run from its source, a changed line is another edition.
    """
    found = hashlib.sha256(f"{reviewer.__version__}\n{checklist.text}".encode())
    code = Path(reviewer.__file__).parent
    modules = (path for folder in _JUDGING for path in code.joinpath(folder).rglob("*.py"))
    for path in sorted(chain(resource("lexicon").glob("*.toml"), modules)):
        found.update(path.read_bytes())
    return found.hexdigest()
