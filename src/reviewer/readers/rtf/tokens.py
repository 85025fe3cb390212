"""Takes an .rtf file apart: braces, control words, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from reviewer.readers.source import SourceFile

# Characters by number and by code stand in long rows: a row is one token.
_UNIT = rb"\\u(-?\d{1,10}) ?((?:\\'[0-9a-fA-F]{2}|\?)*)"
_TOKEN = re.compile(
    rb"((?:%b)+)|(\\[a-zA-Z]{1,32}(?:-?\d{1,10})? ?)|((?:\\'[0-9a-fA-F]{2})+)|\\(.)|([{}])"
    rb"|([^\\{}\r\n]+)|[\r\n]+" % _UNIT.replace(b"(-?", b"(?:-?").replace(b"((?:", b"(?:(?:"),
    re.DOTALL,
)
_UNITS = re.compile(_UNIT)
_WORD = re.compile(rb"\\([a-zA-Z]+)(-?\d+)?")
_UNICODE, _CONTROL, _CODES, _SIGN, _BRACE, _TEXT = range(1, 7)
_SKIPPED = re.compile(rb"[^{}\\]+|\\bin(\d{1,10}) ?|\\.|([{}])", re.DOTALL)
_DEEPEST = 1_000
# Some programs leave a few bytes behind the last brace.
_FILLING = 16
_BLANKS = b"\0\r\n\t \x1a"
_MOST_WORDS = 5_000


class Kind(Enum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    SIGN = "sign"
    BYTES = "bytes"
    UNICODE = "unicode"


class Token(NamedTuple):
    """`text` is the word or sign, `value` its number, `data` bytes of text or what units are in."""

    kind: Kind
    text: str = ""
    value: int | None = None
    data: bytes = b""

    @property
    def units(self) -> Iterator[tuple[int, int, bytes]]:
        """The UTF-16 units of a UNICODE token, each with what follows it for older programs.

        That is given as a number of bytes and as it stands in the file, see `bytes_of`.
        """
        for number, rest in _UNITS.findall(self.data):
            yield int(number) & 0xFFFF, rest.count(b"\\") + rest.count(b"?"), rest


def bytes_of(codes: bytes) -> bytes:
    """Return the bytes given by their codes; a question mark stands for itself."""
    codes = codes.replace(b"?", b"3f").replace(b"\\'", b"")
    return bytes.fromhex(codes.decode("ascii"))


@dataclass(slots=True)
class Group:
    """A group of the head of the file: what stands in it, nested groups in place."""

    content: list[Token | Group] = field(default_factory=list)

    @property
    def words(self) -> dict[str, int | None]:
        """The control words of the group itself, the last of each."""
        return {
            token.text: token.value
            for token in self.content
            if isinstance(token, Token) and token.kind is Kind.WORD
        }

    @property
    def groups(self) -> list[Group]:
        """The groups directly in this one."""
        return [part for part in self.content if isinstance(part, Group)]

    @property
    def name(self) -> str:
        """The first control word: what the group is."""
        for token in self.content:
            if isinstance(token, Group):
                break
            if token.kind is Kind.WORD:
                return token.text
        return ""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


class Tokens:
    """Gives the tokens one after the other and can skip or gather the rest of a group."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._data = file.data
        self._place = file.data.index(b"{")
        # Counted before reading, for that takes some microseconds each; a report has ten thousand.
        self._left = file.limits.nodes
        if self._data.count(b"\\") + self._data.count(b"{") > self._left:
            raise file.error("too-large")
        self.depth = 0
        self._words: dict[bytes, Token] = {}

    def __iter__(self) -> Iterator[Token]:
        while True:
            token = self._next()
            if token is None:
                return
            yield token

    def is_at_end(self) -> bool:
        """Tell whether nothing but filling follows."""
        rest = self._data[self._place : self._place + 4096].strip(_BLANKS)
        return len(rest) <= _FILLING

    def more_to_come(self) -> bool:
        """Tell whether what follows ends as a document does."""
        return not self.is_at_end() and self._data[-64:].rstrip(_BLANKS).endswith(b"}")

    def skip_group(self) -> None:
        """Pass over the rest of the innermost group; its closing brace comes next.

        Raises UnreadableReport where there is none.
        """
        depth = 0
        while found := _SKIPPED.match(self._data, self._place):
            self._step()
            if found[2] == b"}" and depth == 0:
                return
            self._place = found.end() + int(found[1] or 0)
            if found[2]:
                depth += 1 if found[2] == b"{" else -1
        raise self._file.error("unreadable")

    def gather(self) -> Group:
        """Return the rest of the innermost group; its closing brace comes next.

        Raises UnreadableReport where there is none.
        """
        root = Group()
        stack = [root]
        while True:
            before = self._place
            token = self._next()
            if token is None:
                raise self._file.error("unreadable")
            if token.kind is Kind.CLOSE and len(stack) == 1:
                self._place = before
                self.depth += 1
                return root
            if token.kind is Kind.OPEN:
                inner = Group()
                stack[-1].content.append(inner)
                stack.append(inner)
            elif token.kind is Kind.CLOSE:
                stack.pop()
            else:
                stack[-1].content.append(token)

    def _next(self) -> Token | None:
        while found := _TOKEN.match(self._data, self._place):
            self._left -= 1
            if self._left < 0:
                raise self._file.error("too-large")
            self._place = found.end()
            kind = found.lastindex
            if kind is None:
                continue
            data = found[kind]
            if kind == _CONTROL:
                token = self._words.get(data) or self._control(data)
                if token.text != "bin":
                    return token
                self._place += max(0, token.value or 0)
            elif kind == _UNICODE:
                return Token(Kind.UNICODE, data=data)
            elif kind == _TEXT:
                return Token(Kind.BYTES, data=data)
            elif kind == _CODES:
                return Token(Kind.BYTES, data=bytes_of(data))
            elif kind == _BRACE:
                return self._brace(data)
            else:
                return Token(Kind.SIGN, data.decode("latin-1"))
        return None

    def _control(self, data: bytes) -> Token:
        """Return the control word; the same few hundred come again and again."""
        found = _WORD.match(data)
        assert found is not None
        token = Token(
            Kind.WORD, found[1].decode("ascii"), None if found[2] is None else int(found[2])
        )
        if len(self._words) < _MOST_WORDS:
            self._words[data] = token
        return token

    def _brace(self, brace: bytes) -> Token:
        if brace == b"{":
            self.depth += 1
            if self.depth > _DEEPEST:
                raise self._file.error("unreadable")
            return _OPEN
        self.depth -= 1
        return _CLOSE

    def _step(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise self._file.error("too-large")
