from __future__ import annotations

import pytest

from reviewer.cli.arguments import COMMANDS, HelpAskedError, _parser, language_asked_for, parse
from reviewer.support.errors import UsageError
from reviewer.support.messages import Language, load_messages


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "usage-missing-command"),
        (["--language", "en"], "usage-missing-command"),
        (["chek", "a.txt"], "usage-unknown-command"),
        (["--langauge", "en"], "usage-unknown-argument"),
        (["--language", "en", "chek"], "usage-unknown-command"),
        (["check"], "usage-missing-files"),
        (["check", "a.txt", "--jason"], "usage-unknown-argument"),
        (["check", "a.txt", "--js"], "usage-unknown-argument"),
        (["text", "a.txt", "b.txt"], "usage-unknown-argument"),
        (["check", "a.txt", "--checklist"], "usage-bad-argument"),
        (["check", "a.txt", "--language", "fr"], "usage-bad-argument"),
    ],
)
def test_wrong_usage_is_an_error_of_the_family(arguments: list[str], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(arguments)
    assert caught.value.code == code
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("arguments", "page"),
    [(["--help"], "help"), (["check", "-h"], "help-check"), (["export", "--help"], "help-export")],
)
def test_help_needs_nothing_else(arguments: list[str], page: str) -> None:
    with pytest.raises(HelpAskedError) as caught:
        parse(arguments)
    assert caught.value.page == page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_option_stands_in_its_help_page(language: Language) -> None:
    messages = load_messages(language)
    whole = messages.say("help")
    for name in COMMANDS:
        assert f"  {name} " in whole
        page = messages.say(f"help-{name}")
        made = _parser()._subparsers._group_actions[0].choices[name]
        for action in made._actions:
            assert all(option in page for option in action.option_strings)


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "a"], None),
        (["--language", "en", "check", "a"], "en"),
        (["check", "a", "--language=en"], "en"),
        (["check", "a", "--language"], None),
        (["check", "en"], None),
        (["check", "a", "--language", "fr"], None),
    ],
)
def test_the_language_is_known_before_anything_can_go_wrong(
    arguments: list[str], language: str | None
) -> None:
    assert language_asked_for(arguments) == language


def test_defaults() -> None:
    found = parse(["check", "a.txt", "b.txt"])
    assert (found.files, found.checklist) == (["a.txt", "b.txt"], "township-annual")
    assert (found.json, found.encoding) == (False, None)
    assert parse(["checklist"]).checklist == "township-annual"
    assert parse(["gui"]).files == []
