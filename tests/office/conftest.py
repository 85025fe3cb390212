"""What is written is opened by LibreOffice; run by `dev.py office`, not by `dev.py test`."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reviewer.review import Review, load_pipeline

CORPUS = Path(__file__).parents[1] / "corpus" / "tuned" / "reports"

Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """A function that has LibreOffice open a file and save it in another format."""
    own = tmp_path_factory.mktemp("libreoffice")

    def run(path: Path, to: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        profile = f"-env:UserInstallation={(own / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", to]
        command += ["--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        (made,) = folder.iterdir()
        return made

    return run


@pytest.fixture(scope="session")
def recalculated(convert: Convert) -> Callable[[Path], Workbook]:
    """A function that returns a workbook with the results LibreOffice works out."""
    return lambda path: load_workbook(convert(path, "xlsx"), data_only=True)


@pytest.fixture
def reviews() -> list[Review]:
    """Eighteen fictional reports, judged."""
    pipeline = load_pipeline()
    return [pipeline.open(str(path)) for path in sorted(CORPUS.glob("*.txt"))]
