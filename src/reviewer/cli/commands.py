"""The commands. Each takes the parsed arguments and returns the exit status."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.cli.listing import (
    checklist_listing,
    outline_listing,
    review_listing,
    trial_lines,
)
from reviewer.cli.noted import noted_listing
from reviewer.cli.session import Session, reading_limits
from reviewer.report import Notice, Report
from reviewer.support.errors import UnreadableReport

if TYPE_CHECKING:
    from reviewer.readers import Limits
    from reviewer.readers.office import Reads


def check(arguments: argparse.Namespace, session: Session) -> int:
    """Review every file and print a table or the contract's JSON."""
    from reviewer.export.json_export import reviews_as_json
    from reviewer.review import load_pipeline

    limits = reading_limits(session)
    with _reader(limits) as reader:
        pipeline = load_pipeline(arguments.checklist, reader.read)
        reviews = session.each(
            _sources(arguments, session, limits),
            lambda file: pipeline.open(file, encoding=arguments.encoding),
        )
        if arguments.json:
            found = (review for _, review in reviews)
            whole = reviews_as_json(found, pipeline.checklist, session.messages, session.errors)
            print(json.dumps(whole, ensure_ascii=False, indent=1))
            return session.status
        for place, (file, review) in enumerate(reviews):
            _say_notices(review.report.notices, session)
            print(("\n" if place else "") + review_listing(file, review, session.messages))
            print(noted_listing(review, session.messages, figures=arguments.figures))
    return session.status


def outline(arguments: argparse.Namespace, session: Session) -> int:
    """Print the section tree of every file."""
    from reviewer.outline import build_outline, load_lexicon

    lexicon = load_lexicon()
    limits = reading_limits(session)
    files = list(_sources(arguments, session, limits))
    for file, report in _reports(files, arguments, session, limits):
        _say_notices(report.notices, session)
        if len(files) > 1:
            print(f"== {file}")
        tree = build_outline(report, lexicon)
        print(outline_listing(tree.sections) or session.say("outline-empty"))
    return session.status


def text(arguments: argparse.Namespace, session: Session) -> int:
    """Print the report's text, the one that offsets count in."""
    limits = reading_limits(session)
    files = _sources(arguments, session, limits)
    for _, report in _reports(files, arguments, session, limits):
        _say_notices(report.notices, session)
        print(report.text)
    return session.status


def export(arguments: argparse.Namespace, session: Session) -> int:
    """Review every file and write score sheets, forms, slips, comments or data."""
    from reviewer.cli.exporting import gather, require_target, write_all
    from reviewer.review import load_pipeline

    require_target(arguments)
    gathered = []
    limits = reading_limits(session)
    with _reader(limits) as reader:
        pipeline = load_pipeline(arguments.checklist, reader.read)
        for one in gather(arguments, session, pipeline, _sources(arguments, session, limits)):
            _say_notices(one.review.report.notices, session)
            gathered.append(one)
    if not gathered:
        session.warn("nothing-to-export")
        return session.status
    write_all(gathered, arguments, session)
    return session.status


def checklist(arguments: argparse.Namespace, session: Session) -> int:
    """List the elements of a checklist, or run its examples."""
    from reviewer.checklist import load_checklist

    if arguments.test:
        return _run_examples(arguments.checklist, session, rules=arguments.rules)

    print(checklist_listing(load_checklist(arguments.checklist), session.messages))
    return session.status


def _run_examples(name_or_path: str, session: Session, *, rules: bool) -> int:
    """Say every example that gets another verdict than it is marked with; 1 if there is one.

    With `rules` the others are said, too.
    """
    from reviewer.review import load_pipeline, run_examples

    count = failed = 0
    for trial in run_examples(load_pipeline(name_or_path)):
        count, failed = count + 1, failed + (not trial.passed)
        if rules or not trial.passed:
            print(trial_lines(trial, session.messages))
    code = "examples-failed" if failed else "examples-passed"
    print(session.say(code, count=count, failed=failed))
    return 1 if failed else 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Session], int]] = {
    "check": check,
    "outline": outline,
    "text": text,
    "export": export,
    "checklist": checklist,
}


def _reader(limits: Limits) -> Reads:
    """Return a reader that already loads while the checklist is loaded."""
    from reviewer.readers.isolated import IsolatedReader
    from reviewer.readers.office import with_office
    from reviewer.support.folders import own_folders

    reader = IsolatedReader(limits=limits)
    reader.start()
    return with_office(reader, own_folders().data)


def _sources(arguments: argparse.Namespace, session: Session, limits: Limits) -> Iterator[str]:
    """Yield the files given, with all reports in folders and archives among them.

    One after the other, so that what is wrong with a file is said at its place in the order.
    """
    from reviewer.project import SUFFIX
    from reviewer.readers import expand

    def reports_in(path: str) -> Sequence[str]:
        if path.lower().endswith(SUFFIX) and arguments.command != "export":
            raise UnreadableReport("not-a-document", source=path, bound="project")
        return expand(path, limits)

    for _, found in session.each(arguments.files, reports_in):
        yield from found


def _reports(
    files: Iterable[str], arguments: argparse.Namespace, session: Session, limits: Limits
) -> Iterator[tuple[str, Report]]:
    with _reader(limits) as reader:
        yield from session.each(files, lambda file: reader.read(file, encoding=arguments.encoding))


def _say_notices(notices: Iterable[Notice], session: Session) -> None:
    for notice in notices:
        sentence = session.messages.say(notice.code, notice.details)
        session.warn("says-warning", message=sentence)
