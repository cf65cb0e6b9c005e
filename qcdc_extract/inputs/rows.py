"""JSON Lines data sets: one {"id", "text", "date"} a line, date optional, other keys ignored.

Rows are split on LF alone: a text may hold U+2028 and its like. A broken row is an `InputError` of its own, naming
the row by its line number, and the others go on. A second row with the same id is refused, since its records could
not be told from the first one's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from qcdc_extract.document import Document
from qcdc_extract.errors import InputError
from qcdc_extract.inputs.day import parse_day
from qcdc_extract.inputs.decode import UTF16_MARKS, binary, decode

_ENDINGS = (".jsonl", ".ndjson")
_LEFT_OUT = "this row is left out"


def are_rows(path: str) -> bool:
    """Whether a file's name says that it is JSON Lines."""
    return path.lower().endswith(_ENDINGS)


def is_row(line: bytes) -> bool:
    """Whether a line is a JSON object that has a "text": how piped rows are told from a piped text."""
    try:
        return "text" in _parse(line, "")
    except InputError:
        return False


def read_rows(lines: Iterable[bytes], source: str, day: date | None = None) -> Iterator[Document | InputError]:
    """The documents of a data set, given as lines of bytes split on LF. `day` dates the rows that have no date."""
    rows_of_ids: dict[str, int] = {}
    number = 0
    for number, line in enumerate(_utf8_lines(iter(lines), source), 1):
        if line.strip():
            yield _read_row(line, number, source, day, rows_of_ids)
    if not number:
        yield InputError(source, "empty, there is no row in it")


def _read_row(line: bytes, number: int, source: str, day: date | None, rows_of_ids: dict[str, int]) -> Document | InputError:
    name = f"{source}, row {number}"
    try:
        document = _document(_parse(line, name), source, day)
    except InputError as error:
        return error
    except ValueError as error:
        return InputError(name, str(error), _LEFT_OUT)
    first = rows_of_ids.setdefault(document.id, number)
    if first != number:
        return InputError(name, f"its id {document.id!r} is that of row {first} already", _LEFT_OUT)
    return document


def _utf8_lines(lines: Iterator[bytes], source: str) -> Iterator[bytes]:
    first = next(lines, b"")
    if first.startswith(UTF16_MARKS):
        yield from decode(first + b"".join(lines), source).encode().split(b"\n")
    elif b"\0" in first:
        raise binary(source)
    elif first:
        yield from chain([first], lines)


def _parse(line: bytes, name: str) -> dict[str, Any]:
    try:
        row = json.loads(decode(line, name))
    except json.JSONDecodeError as error:
        raise InputError(name, f"not JSON ({error.msg}, character {error.colno})", _LEFT_OUT) from None
    except (ValueError, RecursionError):  # an endless integer, endless brackets
        raise InputError(name, "JSON beyond what can be read", _LEFT_OUT) from None
    if not isinstance(row, dict):
        raise InputError(name, 'not a JSON object with "id" and "text"', _LEFT_OUT)
    return row


def _document(row: dict[str, Any], source: str, day: date | None) -> Document:
    """The document of a row; ValueError says what is wrong with it."""
    identity, text, dated = row.get("id"), row.get("text"), row.get("date")
    if type(identity) is int:
        identity = str(identity)
    if not isinstance(identity, str) or not identity:
        raise ValueError('it has no "id" that is a string or an integer')
    if not isinstance(text, str):
        raise ValueError('it has no "text" that is a string')
    if not text.strip():
        raise ValueError('its "text" is empty')
    if not _is_unicode(identity + text):
        raise ValueError("it holds half a character (a lone surrogate) or a NUL")
    return Document(identity, text, source, day if dated is None else parse_day(dated))


def _is_unicode(text: str) -> bool:
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
