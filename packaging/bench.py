"""Measure reading and reviewing on generated reports; run it through `dev.py bench`.

The short report has about 4,000 characters, the others up to 125 times as many: the headings of
the bundled good report, with paragraphs put together from its clauses in changing order and with
changing figures, so that no two are alike.
"""

from __future__ import annotations

import gc
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
from reviewer.outline import build_outline
from reviewer.review import Pipeline, load_pipeline

CHARACTERS = 4_000
LENGTHS = ((CHARACTERS, 15), (40_000, 5), (500_000, 2))  # code points, rounds
RATIO = 1.5  # of a whole review to python-docx's reading of the text
GROWTH = 1.2  # of the time per character, from the shortest to the longest report
MEGABYTES = 120  # at the peak of one report of the shortest length
LIMIT, USUAL, WHOLE = "zip + lxml, text only", "python-docx, text only", "whole review"
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
    """Return the shortest time of `rounds`, in seconds.

    What was left behind before is cleared away first: it is not the work's own.
    """
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def start_time(arguments: list[str]) -> float:
    """Return the time a fresh interpreter takes for `arguments`, in seconds."""
    command = [sys.executable, *arguments]
    return best(lambda: subprocess.run(command, check=True, capture_output=True), 10)


def measure(path: Path, rounds: int, pipeline: Pipeline) -> dict[str, float]:
    """Return the seconds of the three ways to go through one report, and of the review's stages.

    The ways take turns, so that a busy moment of the computer does not fall on one of them alone.
    """
    report = pipeline.read(str(path))
    outline = build_outline(report, pipeline.lexicon)
    ways: dict[str, Callable[[], object]] = {
        LIMIT: lambda: read_zip(path),
        USUAL: lambda: read_python_docx(path),
        WHOLE: lambda: pipeline.open(str(path)),
        "  of it reading": lambda: pipeline.read(str(path)),
        "  of it the outline": lambda: build_outline(report, pipeline.lexicon),
        "  of it the verdicts": lambda: pipeline.judge.judge(report, outline),
    }
    times = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, work in ways.items():
            times[name] = min(times[name], best(work, 1))
    return times


def show(title: str, times: dict[str, float]) -> None:
    """Print one report's times and their ratios to the limit and to python-docx."""
    limit, usual = times[LIMIT], times[USUAL]
    print(f"{title:42}        ms   x limit   x python-docx")
    for name, seconds in times.items():
        print(f"  {name:40}{seconds * 1e3:10.2f}{seconds / limit:10.1f}{seconds / usual:16.2f}")


def peak_memory(path: Path) -> float:
    """Return the megabytes a fresh process has at its peak when it reviews one report."""
    program = (
        "import sys; from reviewer.review import load_pipeline;"
        "load_pipeline().open(sys.argv[1]);"
        "print(open('/proc/self/status', encoding='ascii').read())"
    )
    command = [sys.executable, "-c", program, str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    # Not from getrusage: there a child begins with the peak of the process it was forked from.
    return int(answer.stdout.split("VmHWM:")[1].split()[0]) / 1024


def judged(value: float, bound: float) -> str:
    """Return whether `value` keeps to `bound`, in words."""
    return f"{'within' if value <= bound else 'OVER'} the bound of {bound:g}"


def show_memory(paths: list[Path]) -> None:
    """Print the peak of a process with one report, by its length; Linux only."""
    if sys.platform != "linux":
        return
    peaks = [peak_memory(path) for path in paths]
    print(
        "peak memory by characters: "
        + ", ".join(f"{path.stem}: {peak:.0f} MB" for path, peak in zip(paths, peaks, strict=True))
    )
    print(f"peak memory of one report: {peaks[0]:.0f} MB, {judged(peaks[0], MEGABYTES)}")


def show_start(report: Path) -> None:
    """Print how long the program takes to start."""
    version, bare = start_time(["-m", "reviewer", "--version"]), start_time(["-c", "pass"])
    print(
        f"reviewer --version: {version * 1e3:.0f} ms ({bare * 1e3:.0f} ms of it the interpreter), "
        f"{judged(version * 1e3, 150)}"
    )
    check = start_time(["-m", "reviewer", "check", str(report)])
    print(f"reviewer check, from its start to its end: {check * 1e3:.0f} ms")


def main() -> None:
    """Print all measurements."""
    pipeline = load_pipeline()
    print(f"loading checklist and words: {best(load_pipeline, 3) * 1e3:.0f} ms")
    results: list[tuple[int, dict[str, float]]] = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for length, rounds in LENGTHS:
            lines = generate(length)
            size = sum(len(line.text) for line in lines)
            path = Path(folder) / f"{size}.docx"
            path.write_bytes(word_document(lines))
            paths.append(path)
            results.append((size, measure(path, rounds, pipeline)))
            show(f"{size:,} characters, {len(lines):,} paragraphs", results[-1][1])
        (short_size, short), (long_size, long) = results[0], results[-1]
        ratio = short[WHOLE] / short[USUAL]
        growth = (long[WHOLE] / long_size) / (short[WHOLE] / short_size)
        elements = len(pipeline.checklist.elements)
        print(f"review of {elements} elements / python-docx: {ratio:.2f}, {judged(ratio, RATIO)}")
        print(f"time per character, longest / shortest: {growth:.2f}, {judged(growth, GROWTH)}")
        show_memory(paths)
        show_formats(best, pipeline.open)
        show_start(paths[0])


if __name__ == "__main__":
    main()
