import re
import string
import tomllib
from pathlib import Path

import pytest

import reviewer.readers
from reviewer.support.resources import resource

FOLDER = Path(reviewer.readers.__file__).parent
CODE = re.compile(r'(?:\berror|\bnotice|\bskip|UnreadableReport|\bNotice)\(\s*"([a-z-]+)"')
TABLE = tomllib.loads(resource("messages", "readers.toml").read_text(encoding="utf-8"))
BOUND = re.compile(r'(?:\bbound=|_beyond\()"([a-z]+)"')
GIVEN = {
    "source", "format", "encoding", "count", "problem", "extension", "pages",
    "seconds", "megabytes", "program",
}  # fmt: skip


def used_codes() -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py")]
    bounds = {f"too-large-{bound}" for text in texts for bound in BOUND.findall(text)}
    return bounds | {code for text in texts for code in CODE.findall(text)}


def test_every_code_has_a_sentence_and_every_sentence_is_used():
    assert used_codes() == set(TABLE)


@pytest.mark.parametrize("code", TABLE)
def test_sentence_stands_in_both_languages_with_the_same_details(code):
    details = {
        language: {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for language, text in TABLE[code].items()
    }
    assert set(details) == {"zh", "en"}
    assert details["zh"] == details["en"]
    assert details["zh"] <= GIVEN
