"""Reads a TOML file that anybody may have written: its tables, the line on which each thing stands, and what is wrong with it.

Files of any size and shape give tables or a `TomlProblem`, never another error, and not before long either.
"""

from __future__ import annotations

import json
import os
import stat
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import regex
from regex import Match

from qcdc_extract.late import late
from qcdc_extract.phrases import caret

MAX_FILE = 1 << 20  # bytes
MAX_KEY_PARTS = 30  # a.b.c has three; tomllib takes the square of their number

Place = tuple[str | int, ...]
"""Where something stands in a file: ("ho_so", "phrases", 2)."""

_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_LONG_KEY = late(regex.compile, rf"(?:{_PART}\.[ \t]*+){{{MAX_KEY_PARTS}}}")

_TOKEN = late(
    regex.compile,
    r'''(?P<skip>\#[^\n]*+|[ \t\r]++)|(?P<line>\n)|(?P<sign>[\[\]{}=,])'''
    r'''|(?P<text>"""(?:[^"\\]|\\.|"(?!""))*+"""\"{0,2}|\'\'\'(?:[^']|'(?!''))*+\'\'\'\'{0,2}|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|[^\s\[\]{},="'\#]++|.)''',
    regex.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file (or an option); `caret` is two lines, the text and a caret under the place; `line` is from 1."""

    file: str
    message: str
    table: str | None = None
    item: str | None = None
    caret: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        """One line, or three with the caret: `file:line: [table] item: message`."""
        file = f"{self.file}:{self.line}" if self.line else self.file
        place = " ".join(part for part in (f"[{self.table}]" if self.table else "", self.item or "") if part)
        line = f"{file}: {place}: {self.message}" if place else f"{file}: {self.message}"
        return line + "".join(f"\n    {row}" for row in (self.caret or "").splitlines())


class FileErrors(ValueError):
    """All `problems` of the files of one kind; str() lists them, one after another."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class TomlProblem(ValueError):
    """Why a file could not be read: the message, its line (from 1) if it has one, and two lines that point at the place."""

    def __init__(self, message: str, line: int | None = None, caret: str | None = None) -> None:
        super().__init__(message, line, caret)
        self.message, self.line, self.caret = message, line, caret

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True)
class TomlFile:
    """The tables of a file (floats as Decimal) and the text that they were read from."""

    text: str
    tables: dict[str, Any]

    def line(self, *place: str | int) -> int | None:
        """The line, from 1, of a place or of the nearest thing around it; None where nothing is known."""
        return next((self._lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in self._lines), None)

    @cached_property
    def _lines(self) -> dict[Place, int]:
        ends = [i for i, sign in enumerate(self.text) if sign == "\n"]
        lines: dict[Place, int] = {}
        for place, position in _places(self.text):
            lines.setdefault(place, bisect_right(ends, position - 1) + 1)
        return lines


def read_toml(path: Path) -> TomlFile:
    """Read a file. Raises TomlProblem, and nothing else."""
    text = _text(path)
    if any(line.count(".") >= MAX_KEY_PARTS and _LONG_KEY.search(line) for line in text.split("\n")):
        raise TomlProblem(f"not TOML that can be read: a key of more than {MAX_KEY_PARTS} parts")
    try:
        return TomlFile(text, tomllib.loads(text, parse_float=Decimal))
    except RecursionError:
        raise TomlProblem("not TOML that can be read: nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(text, str(error)) from None
    except (ValueError, ArithmeticError):  # numbers beyond what int and Decimal read
        raise TomlProblem("not TOML that can be read: a number is too long") from None


class Lines:
    """The lines of things in files, each of which is read once, when first asked about."""

    def __init__(self) -> None:
        self._files: dict[str, TomlFile] = {}

    def of(self, file: str, *place: str | int) -> int | None:
        """The line, from 1, of a place of a file; None where nothing is known."""
        if file not in self._files:
            try:
                self._files[file] = read_toml(Path(file))
            except TomlProblem:
                self._files[file] = TomlFile("", {})
        return self._files[file].line(*place)


def toml_string(text: str) -> str:
    """A text as a TOML string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def reason(error: Exception) -> str:
    """Why something could not be read, in the system's words."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start}"
    return str(getattr(error, "strerror", None) or error)


def _text(path: Path) -> str:
    try:
        with open(path, "rb", opener=_open_at_once) as handle:
            if not stat.S_ISREG(os.fstat(handle.fileno()).st_mode):
                raise TomlProblem("not a file")
            data = handle.read(MAX_FILE + 1)
        if len(data) > MAX_FILE:
            raise TomlProblem(f"larger than {MAX_FILE >> 20} MiB")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except TomlProblem:
        raise
    except IsADirectoryError:
        raise TomlProblem("not a file") from None
    except (OSError, ValueError) as error:
        raise TomlProblem(f"cannot be read: {reason(error)}") from None


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _not_toml(text: str, message: str) -> TomlProblem:
    lines = text.split("\n")
    place = regex.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if place is None:
        return TomlProblem(f"not TOML: {message}")
    line, column = (int(place[1]), int(place[2])) if place[1] else (len(lines), len(lines[-1]) + 1)
    return TomlProblem(f"not TOML: {message}", line, caret(lines[line - 1], column - 1))


# --- lines -----------------------------------------------------------------------------------------------------------


def _places(text: str) -> Iterator[tuple[Place, int]]:
    """Each table, key and item of a list, and the position where it begins. The text is known to be TOML."""
    table: Place = ()
    tables: dict[Place, int] = {}
    tokens = (token for token in _TOKEN.finditer(text) if token.lastgroup != "skip")
    for token in tokens:
        if token.lastgroup == "line":
            continue
        names, sign = _names(token, tokens)
        if sign == "=":
            yield (*table, *names), token.start()
            yield from _items((*table, *names), tokens)
            continue
        table = tuple(names)
        if sign == "]]":
            tables[table] = tables.get(table, -1) + 1
            table = (*table, tables[table])
        yield table, token.start()


def _names(first: Match[str], tokens: Iterator[Match[str]]) -> tuple[list[str], str]:
    """The parts of a key or of a table's name, and the sign behind it: "=", "]" or "]]"."""
    opening = int(first.group() == "[")
    written = "" if opening else first.group()
    for token in tokens:
        if token.group() == "[":
            opening += 1
        elif token.group() == "=" or (token.group() == "]" and opening):
            break
        else:
            written += token.group()
    if opening == 2:
        next(tokens, None)
    return [part.strip("\"'") for part in written.split(".")], "]" * opening or "="


def _items(key: Place, tokens: Iterator[Match[str]]) -> Iterator[tuple[Place, int]]:
    """The items of the list that a key may hold; reads up to the end of the value."""
    depth = 0
    item, begun = 0, False
    for token in tokens:
        sign = token.group()
        if token.lastgroup == "line":
            if depth == 0:
                return
            continue
        if depth == 1 and sign == ",":
            item, begun = item + 1, False
        elif depth == 1 and sign != "]" and not begun:
            yield (*key, item), token.start()
            begun = True
        depth += (sign in ("[", "{")) - (sign in ("]", "}"))
