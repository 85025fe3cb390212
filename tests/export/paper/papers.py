"""What stands on a paper, to be looked at by tests."""

from __future__ import annotations

from reviewer.export.paper.model import Paper, Paragraph


def lines_of(paper: Paper) -> list[str]:
    return [
        "".join(run.text for run in block.runs)
        for block in paper.blocks
        if isinstance(block, Paragraph)
    ]
