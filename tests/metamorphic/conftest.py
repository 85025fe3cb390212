"""The corpus as specimens, reviewed once for all metamorphic tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from specimen import Specimen, specimen

from reviewer.readers import read_report
from reviewer.review import Pipeline, load_pipeline

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="session")
def specimens(pipeline: Pipeline) -> list[Specimen]:
    """All reports of the corpus in the order of their names."""
    paths = sorted(CORPUS.glob("*/reports/*.txt"), key=lambda path: path.name)
    return [specimen(pipeline, path.stem, read_report(str(path)).text) for path in paths]
