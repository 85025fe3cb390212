"""The corpus as specimens, reviewed once for all metamorphic tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from specimen import Specimen, specimen

from reviewer.readers import read_report
from reviewer.review import Pipeline

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SETS = ("tuned", "fresh", "opened", "held_out")  # all but the sealed one


@pytest.fixture(scope="session")
def specimens(pipeline: Pipeline) -> list[Specimen]:
    """The reports of these sets in the order of their names."""
    found = (path for name in SETS for path in (CORPUS / name / "reports").glob("*.txt"))
    paths = sorted(found, key=lambda path: path.name)
    return [specimen(pipeline, path.stem, read_report(str(path)).text) for path in paths]
