"""Compare this tree's speed with a commit's; run it through `dev.py bench --against COMMIT`.

Each tree has a process of its own that reviews the same generated reports. They take turns round
by round, and the least processor time of every stage counts: what else the computer does then
falls on both alike, and a mechanism that costs much is noticed when it lands.
"""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LENGTHS = ((4_000, 25), (40_000, 8))  # code points, rounds


def unpack(commit: str, folder: Path) -> None:
    """Write the files of a commit; ends the program for one that git does not know."""
    command = ["git", "-C", str(ROOT), "archive", commit, "src", "resources"]
    packed = subprocess.run(command, check=False, stdout=subprocess.PIPE)
    if packed.returncode:
        sys.exit(f"git has no commit {commit} here")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
        files.extractall(folder, filter="data")


def serve(path: str) -> None:
    """Review the report at `path` once for each line read, and print the seconds by stage."""
    from reviewer.outline import build_outline
    from reviewer.review import load_pipeline

    pipeline = load_pipeline()
    report = pipeline.read(path)
    outline = build_outline(report, pipeline.lexicon)
    stages: dict[str, Callable[[], object]] = {
        "reading": lambda: pipeline.read(path),
        "outline": lambda: build_outline(report, pipeline.lexicon),
        "verdicts": lambda: pipeline.judge.judge(report, outline),
        "whole review": lambda: pipeline.open(path),
    }
    for _ in sys.stdin:
        times = {}
        for name, work in stages.items():
            gc.collect()
            start = time.process_time()
            work()
            times[name] = time.process_time() - start
        print(json.dumps(times), flush=True)


class Tree:
    """A tree's process, with the least times it has told."""

    def __init__(self, root: Path, report: Path) -> None:
        self.times: dict[str, float] = {}
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--serve", str(report)],
            env={**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def turn(self) -> None:
        """Review the report once."""
        to, back = self._process.stdin, self._process.stdout
        assert to
        assert back
        print(file=to, flush=True)
        told = json.loads(back.readline())
        self.times = {name: min(told[name], self.times.get(name, told[name])) for name in told}

    def end(self) -> None:
        """Let the process end."""
        self._process.communicate()


def main(commit: str) -> None:
    """Print the times of both trees side by side."""
    from bench import generate
    from make_examples import word_document

    with tempfile.TemporaryDirectory() as folder:
        before, report = Path(folder) / "before", Path(folder) / "report.docx"
        unpack(commit, before)
        for length, rounds in LENGTHS:
            report.write_bytes(word_document(generate(length)))
            trees = Tree(before, report), Tree(ROOT, report)
            for _ in range(rounds):
                for tree in trees:
                    tree.turn()
            old, new = (tree.times for tree in trees)
            print(f"{length:,} characters, ms: {commit}, this tree, ratio")
            for stage in old:
                ratio = new[stage] / old[stage]
                print(f"  {stage:14}{old[stage] * 1e3:8.2f}{new[stage] * 1e3:8.2f}{ratio:7.2f}")
            for tree in trees:
                tree.end()


if __name__ == "__main__":
    serve(sys.argv[2]) if sys.argv[1] == "--serve" else main(sys.argv[1])
