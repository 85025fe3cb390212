"""Measure reading and reviewing on generated reports; run it through `dev.py bench`.

The short report has about 4,000 characters, the long one a hundred times as many: the headings of
the bundled good report, with paragraphs put together from its clauses in changing order and with
changing figures, so that no two are alike.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from bench_formats import show_formats
from make_examples import Line, source, word_document
from reviewer.review import load_pipeline

CHARACTERS = 4_000
TIMES = 100
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraph(clauses: list[str], chance: random.Random) -> str:
    """Return three sentences of clauses in random order with random figures."""
    sentences = ["，".join(chance.sample(clauses, 3)) + "。" for _ in range(3)]
    return re.sub(r"(?<!\d)\d{1,3}(?!\d)", lambda _: str(chance.randint(1, 99)), "".join(sentences))


def generate(characters: int) -> list[Line]:
    """Return a report of about `characters` code points with the good report's headings."""
    model = source("good")
    chance = random.Random(characters)
    bodies = [line.text for line in model if line.level in (0, 3) and not line.mark.strip("#")]
    clauses = sorted({clause for text in bodies for clause in re.split("[，。；]", text) if clause})
    kept = [line for line in model if line.level != 3]
    room = characters - sum(len(line.text) for line in kept)
    places = [at for at, line in enumerate(kept) if line.level == 2]
    added: dict[int, list[Line]] = {at: [] for at in places}
    while room > 0:
        for at in places:
            text = paragraph(clauses, chance)
            added[at].append(Line("###", text))
            room -= len(text)
            if room <= 0:
                break
    return [new for at, line in enumerate(kept) for new in (line, *added.get(at, ()))]


def read_zip(path: Path) -> str:
    """Read the text as fast as a .docx can be read: unzip, parse, join the text nodes."""
    from lxml import etree

    with zipfile.ZipFile(path) as packed:
        root = etree.fromstring(packed.read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p"))


def read_python_docx(path: Path) -> str:
    """Read the text the usual way."""
    from docx import Document

    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the shortest time of `rounds`, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def start_time(arguments: list[str]) -> float:
    """Return the time a fresh interpreter takes for `arguments`, in seconds."""
    command = [sys.executable, *arguments]
    return best(lambda: subprocess.run(command, check=True, capture_output=True), 10)


def measure(path: Path, rounds: int, review: Callable[[str], object]) -> dict[str, float]:
    """Return the seconds of the three ways to go through one report."""
    return {
        "zip + lxml, text only": best(lambda: read_zip(path), rounds),
        "python-docx, text only": best(lambda: read_python_docx(path), rounds),
        "whole review": best(lambda: review(str(path)), rounds),
    }


def show(title: str, times: dict[str, float]) -> None:
    """Print one report's times and their ratios to the limit and to python-docx."""
    limit, usual = times["zip + lxml, text only"], times["python-docx, text only"]
    print(f"{title:42}        ms   x limit   x python-docx")
    for name, seconds in times.items():
        print(f"  {name:40}{seconds * 1e3:10.2f}{seconds / limit:10.1f}{seconds / usual:16.2f}")


def judged(value: float, bound: float) -> str:
    """Return whether `value` keeps to `bound`, in words."""
    return f"{'within' if value <= bound else 'OVER'} the bound of {bound:g}"


def main() -> None:
    """Print all measurements."""
    pipeline = load_pipeline()
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for times, rounds in ((1, 15), (TIMES, 3)):
            lines = generate(CHARACTERS * times)
            path = Path(folder) / f"{times}.docx"
            path.write_bytes(word_document(lines))
            size = sum(len(line.text) for line in lines)
            results.append(measure(path, rounds, pipeline.open))
            show(f"{size:,} characters, {len(lines):,} paragraphs", results[-1])
    short, long = results
    ratio = short["whole review"] / short["python-docx, text only"]
    growth = long["whole review"] / short["whole review"]
    elements = len(pipeline.checklist.elements)
    print(f"review of {elements} elements / python-docx read: {ratio:.2f}, {judged(ratio, 3)}")
    print(f"review of the {TIMES} times longer report: {growth:.0f} times, {judged(growth, 120)}")
    show_formats(best, pipeline.open)
    version, bare = start_time(["-m", "reviewer", "--version"]), start_time(["-c", "pass"])
    print(
        f"reviewer --version: {version * 1e3:.0f} ms ({bare * 1e3:.0f} ms of it the interpreter), "
        f"{judged(version * 1e3, 150)}"
    )


if __name__ == "__main__":
    main()
