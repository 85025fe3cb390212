"""What the command line accepts. Help texts are whole pages in resources/messages/cli.toml."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Sequence
from typing import NoReturn

from reviewer.support.errors import UsageError
from reviewer.support.messages import LANGUAGES, Language

DEFAULT_CHECKLIST = "township-annual"
_OPTIONS = ("--language", "--version", "-h", "--help")  # before any command
COMMANDS = ("check", "outline", "text", "export", "checklist", "gui")


class HelpAskedError(Exception):
    """Someone asked for help; `page` is the code of the text to show."""

    def __init__(self, page: str) -> None:
        self.page = page
        super().__init__(page)


class _HelpAction(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_unused: object) -> NoReturn:
        raise HelpAskedError(_help_page(parser.prog))


class _Parser(argparse.ArgumentParser):
    """Turns argparse's own English complaints into errors of the family."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, add_help=False, allow_abbrev=False, exit_on_error=False)
        self.add_argument("-h", "--help", nargs=0, action=_HelpAction)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse says it in English only
        # With abbreviations off, the only complaint that comes this way is that of no files.
        raise UsageError("usage-missing-files", command=self.prog)


def language_asked_for(arguments: Sequence[str]) -> Language | None:
    """Return the language asked for, before anything else is looked at; None where none was."""
    words = [*arguments, ""]
    for word, following in itertools.pairwise(words):
        asked = following if word == "--language" else word.removeprefix("--language=")
        for language in LANGUAGES:
            if word.startswith("--language") and asked == language:
                return language
    return None


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the command and its options. Raises UsageError and HelpAskedError."""
    parser = _parser()
    try:
        found, unknown = parser.parse_known_args(arguments)
    except argparse.ArgumentError as error:
        if error.argument_name == "command":
            raise _not_a_command(arguments) from error
        details = {"argument": error.argument_name, "command": _called(arguments)}
        raise UsageError("usage-bad-argument", **details) from error
    if unknown:
        details = {"arguments": " ".join(unknown), "command": _called(arguments)}
        raise UsageError("usage-unknown-argument", **details)
    if found.command is None and not found.version:
        raise UsageError("usage-missing-command")
    if found.command == "checklist":
        _read_checklist_words(found)
    return found


def _called(arguments: Sequence[str]) -> str:
    """Return the program with the command whose help tells more."""
    return " ".join(["reviewer", *[word for word in arguments if word in COMMANDS][:1]])


def _not_a_command(arguments: Sequence[str]) -> UsageError:
    """Tell a command that does not exist from the value of an option that does not."""
    for before, word in itertools.pairwise(["", *arguments]):
        if word.startswith("-") and word.partition("=")[0] not in _OPTIONS:
            return UsageError("usage-unknown-argument", arguments=word, command="reviewer")
        if not word.startswith("-") and before != "--language":
            return UsageError("usage-unknown-command", asked=word, commands=", ".join(COMMANDS))
    raise AssertionError("argparse takes only words for commands")


def _read_checklist_words(found: argparse.Namespace) -> None:
    """Tell `checklist test X` from `checklist X`; X may be left out."""
    words = list(found.words)
    found.test = words[:1] == ["test"]
    named = words[1:] if found.test else words
    if len(named) > 1:
        details = {"arguments": " ".join(named[1:]), "command": "reviewer checklist"}
        raise UsageError("usage-unknown-argument", **details)
    found.checklist = named[0] if named else DEFAULT_CHECKLIST


def _parser() -> _Parser:
    parser = _Parser("reviewer")
    parser.add_argument("--version", action="store_true")
    _add_language(parser)
    commands = parser.add_subparsers(dest="command", metavar="command")
    made = {name: commands.add_parser(name, prog=f"reviewer {name}") for name in COMMANDS}
    for command in made.values():
        _add_language(command)
    for name in ("check", "outline", "text", "export"):
        made[name].add_argument("files", nargs=1 if name == "text" else "+")
        made[name].add_argument("--encoding")
    for name in ("check", "export"):
        made[name].add_argument("--checklist", default=DEFAULT_CHECKLIST)
    made["check"].add_argument("--json", action="store_true")
    made["check"].add_argument("--figures", action="store_true")
    _add_export_options(made["export"])
    made["checklist"].add_argument("words", nargs="*")
    made["checklist"].add_argument("--rules", action="store_true")
    made["gui"].add_argument("files", nargs="*")
    return parser


def _add_export_options(parser: _Parser) -> None:
    parser.add_argument("-o", "--output")
    parser.add_argument("--to")
    parser.add_argument("--into")
    for kind in ("xlsx", "slip", "comments", "pdf", "json", "accept-columns"):
        parser.add_argument(f"--{kind}", action="store_true")
    parser.add_argument("--template")
    parser.add_argument("--slip-template")
    parser.add_argument("--office", default="")
    parser.add_argument("--reviewer", default="")


def _add_language(parser: argparse.ArgumentParser) -> None:
    # A sub-command's default would overwrite what stood before the command.
    parser.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS)


def _help_page(program: str) -> str:
    return "-".join(["help", *program.split()[1:]])
