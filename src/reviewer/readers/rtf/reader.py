"""Reads an .rtf file from its first brace to its last."""

from __future__ import annotations

import re
from collections.abc import Callable

from reviewer.readers.building import ReportBuilder
from reviewer.readers.field_codes import counts, text_of_code
from reviewer.readers.fields import CODE_LENGTH
from reviewer.readers.frame import load_frame
from reviewer.readers.line import Line
from reviewer.readers.lists import Counters
from reviewer.readers.rtf import words
from reviewer.readers.rtf.head import Font, Head
from reviewer.readers.rtf.state import FieldState, State
from reviewer.readers.rtf.story import Story
from reviewer.readers.rtf.tokens import Kind, Token, Tokens, bytes_of
from reviewer.readers.skipped import Skipped
from reviewer.readers.source import SourceFile
from reviewer.readers.surrogates import joined
from reviewer.readers.symbols import with_symbols
from reviewer.report import BlockKind, Report

FORMAT = "rtf"
_START = re.compile(rb"\s*\{\s*\\rtf\d?(?![a-zA-Z])")
_HAN = re.compile("[\u4e00-\u9fff]")


def recognises(file: SourceFile) -> bool:
    """Tell whether the file begins as an .rtf file does."""
    return _START.match(file.data[:1024]) is not None


def read(file: SourceFile) -> Report:
    """Return the report; raises UnreadableReport, "unreadable" where the file ends too early."""
    return _Reader(file).report()


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._tokens = Tokens(file)
        self._head = Head()
        self._counters = Counters(self._head)
        self._skipped = Skipped()
        self._notes: list[Line] = []
        self._story = self._new_story(BlockKind.PARAGRAPH)
        self._state = self._last = State()
        self._groups: list[State] = []
        # The stories around the present one, each with the depth at which the present one ends.
        self._around: list[tuple[int, BlockKind, Story]] = []
        self._waiting = bytearray()
        self._surrogate = ""
        self._to_skip = 0
        self._paragraphs = 0
        self._group_begins = False
        self._starred = False

    def report(self) -> Report:
        """Return the report. Raises UnreadableReport."""
        for token in self._tokens:
            if token.kind is Kind.OPEN:
                self._flush()
                self._groups.append(self._state)
                self._state = self._state.copy()
                self._group_begins, self._starred = True, False
                self._to_skip = 0
            elif token.kind is Kind.CLOSE:
                self._close()
                if not self._groups and not self._goes_on():
                    break
            elif token.kind is Kind.BYTES:
                self._bytes(token.data)
            elif token.kind is Kind.UNICODE:
                self._unicode(token)
            elif token.kind is Kind.SIGN:
                self._sign(token.text)
            else:
                self._word(token)
        if self._groups or self._around or not self._tokens.is_at_end():
            raise self._file.error("unreadable")
        return self._build(self._story.finish(self._last))

    def _build(self, lines: list[Line]) -> Report:
        builder = ReportBuilder(self._file.path, FORMAT, self._file.limits)
        builder.add_story([*lines, *self._notes])
        builder.notice_skipped(self._skipped, self._counters)
        builder.mark_frame(load_frame().find(builder.lines))
        return builder.build()

    def _new_story(self, kind: BlockKind) -> Story:
        return Story(kind, self._head, self._counters, self._skipped)

    def _close(self) -> None:
        self._flush()
        if self._around and self._around[-1][0] == len(self._groups):
            _, kind, outer = self._around.pop()
            lines = self._story.finish(self._state)
            if kind is BlockKind.NOTE:
                self._notes += lines
            else:
                outer.add_box(lines)
            self._story = outer
        if self._groups:
            self._last = self._state
            self._state = self._groups.pop()
            if self._last.target == "code" != self._state.target and self._last.field is not None:
                self._end_code(self._last.field.code)
        self._group_begins = self._starred = False
        self._to_skip = 0

    def _goes_on(self) -> bool:
        """Tell whether the document's closing brace was one too many, and be ready for the rest."""
        if not self._tokens.more_to_come():
            return False
        self._skipped.skip("perhaps-incomplete")
        self._groups.append(self._last)
        self._state = self._last.copy()
        return True

    def _end_code(self, code: str) -> None:
        """Show what has no result: the codes that show something themselves are written without."""
        if counts(code):
            self._skipped.skip("numbers-lost")
        self._text(text_of_code(code))

    def _bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._group_begins = False
        self._waiting += data[skipped:]

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
            return
        self._group_begins = False
        if self._to_skip:
            self._to_skip -= 1
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in words.SIGNS:
            self._text(words.SIGNS[sign])

    def _word(self, token: Token) -> None:
        word, value = token.text, token.value
        begins, starred = self._group_begins, self._starred
        self._group_begins = self._starred = False
        if self._to_skip:
            self._to_skip -= 1
            return
        if begins and self._destination(word, starred):
            return
        self._flush()
        if word in words.CHARACTERS:
            self._text(words.CHARACTERS[word])
            return
        act = _ACTIONS.get(word)
        if act is not None:
            act(self)
            return
        change = words.CHARACTER_WORDS.get(word)
        if change is not None:
            self._state.character = change(self._state.character, value)
            return
        format_paragraph = words.PARAGRAPH_WORDS.get(word)
        if format_paragraph is not None:
            self._state.paragraph = format_paragraph(self._state.paragraph, value)
        elif word in ("f", "af"):
            self._take_font(value or 0, associated=word == "af")
        elif word == "uc":
            self._state.skip = max(0, min(value or 0, 10))
        elif word == "ansicpg":
            self._head.take_codepage(value or 0)
        elif word == "deff":
            self._head.default_font = value or 0

    def _destination(self, word: str, starred: bool) -> bool:
        """Take the first word of a group; tells whether that is all there is to do with it."""
        if word in words.HEADS:
            self._flush()
            group = self._tokens.gather()
            {
                "fonttbl": self._head.take_fonts,
                "stylesheet": self._head.take_styles,
                "listtable": self._head.take_lists,
                "listoverridetable": self._head.take_overrides,
            }[word](group)
            return True
        if word in ("pict", "object"):
            self._skipped.skip("pictures-skipped")
            self._tokens.skip_group()
            return True
        if word == "annotation":
            self._skipped.skip("comments-skipped")
            self._tokens.skip_group()
            return True
        if word in words.SKIPPED or (starred and word not in words.KNOWN):
            self._tokens.skip_group()
            return True
        if word in words.STORIES:
            self._around.append((len(self._groups), words.STORIES[word], self._story))
            self._story = self._new_story(words.STORIES[word])
            self._state = State(target=self._state.target)
        elif word in words.MARGINS:
            self._state.target = "margins"
        elif word in ("listtext", "pntext"):
            self._state.target = "number"
        elif word == "field":
            self._state.field = FieldState(outer=self._state.field)
        elif word == "fldinst":
            self._state.target = "code"
        else:
            return False
        return True

    def _unicode(self, token: Token) -> None:
        """Take characters by number; each is followed by what older programs show instead."""
        self._group_begins = self._starred = False
        self._flush()
        skip = self._state.skip
        text = self._surrogate
        for unit, count, rest in token.units:
            text += chr(unit)
            self._to_skip = max(0, skip - count)
            if count > skip:
                self._text(joined(text))
                self._waiting += bytes_of(rest)[skip:]
                text = ""
        last = text[-1:] if "\ud800" <= text[-1:] < "\udc00" else ""
        if len(text) > len(last):
            self._text(joined(text.removesuffix(last)))
        self._surrogate = last

    def _flush(self) -> None:
        """Decode the bytes that wait, now that font or group may change."""
        if not self._waiting:
            return
        data = bytes(self._waiting)
        self._waiting.clear()
        font = self._font
        if font.is_symbol:
            self._text("".join(chr(0xF000 + byte) if byte > 0x20 else " " for byte in data))
        else:
            self._text(self._head.decode(data, font))

    @property
    def _font(self) -> Font:
        number = self._state.character.font
        number = self._head.default_font if number is None else number
        return self._head.fonts.get(number, Font())

    def _take_font(self, number: int, *, associated: bool) -> None:
        """Take a font; the East Asian one is what a paragraph looks like, where it is named."""
        character = self._state.character
        if not associated:
            character = character._replace(font=number)
        if character.asian_next or not (associated or character.has_asian):
            name = self._head.fonts.get(number, Font()).name
            look = character.look._replace(font=name)
            character = character._replace(look=look, has_asian=character.asian_next)
        self._state.character = character

    def _text(self, text: str) -> None:
        if self._waiting:
            self._flush()
        self._surrogate = ""
        text, lost = with_symbols(text, self._font.name)
        for _ in range(lost):
            self._skipped.skip("symbols-skipped")
        target = self._state.target
        if target == "number":
            self._story.number += text
        elif target == "code":
            if self._state.field is not None and len(self._state.field.code) < CODE_LENGTH:
                self._state.field.code += text
        elif target == "margins":
            if _HAN.search(text):
                self._skipped.skip("header-footer-skipped")
        else:
            for index, part in enumerate(text.split("\n")):
                if index:
                    self._story.add("\n", self._state)
                if part:
                    self._story.add(part, self._state)

    def _end_paragraph(self) -> None:
        self._flush()
        self._paragraphs += 1
        if self._paragraphs > self._file.limits.blocks:
            raise self._file.error("too-large")
        if self._state.target == "text":
            self._story.end_paragraph(self._state)

    def _end_cell(self) -> None:
        self._story.end_cell(self._state, nested=False)

    def _end_nested_cell(self) -> None:
        self._story.end_cell(self._state, nested=True)

    def _end_row(self) -> None:
        self._story.end_row()


_ACTIONS: dict[str, Callable[[_Reader], None]] = {
    "par": _Reader._end_paragraph,
    "sect": _Reader._end_paragraph,
    "cell": _Reader._end_cell,
    "nestcell": _Reader._end_nested_cell,
    "row": _Reader._end_row,
    "nestrow": _Reader._end_row,
}
