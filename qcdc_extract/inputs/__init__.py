"""Reading: paths, a pipe and data sets become `Document`s; what cannot be read becomes an `InputError` in its place.

files.py finds the files and decode.py their text; rows.py reads JSON Lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import BinaryIO

from qcdc_extract.document import Document
from qcdc_extract.errors import InputError
from qcdc_extract.inputs.day import parse_day
from qcdc_extract.inputs.decode import decode
from qcdc_extract.inputs.files import STDIN, display, files_of, opened, stem
from qcdc_extract.inputs.rows import are_rows, is_row, read_rows

__all__ = ["STDIN", "parse_day", "read"]


def read(paths: Iterable[str], stdin: BinaryIO, day: date | None = None) -> Iterator[Document | InputError]:
    """Every text of every path, in order: files as given, a folder's *.txt sorted by path, "-" for `stdin`.

    `day` is the date of each document that brings none of its own. Nothing is read before it is asked for, and a
    failure stands where its text would have stood.
    """
    for path in paths:
        try:
            if path == STDIN:
                yield from _read_stdin(stdin, day)
            else:
                for file in files_of(path):
                    yield from _read_file(file, day)
        except InputError as error:
            yield error


def _read_file(file: str, day: date | None) -> Iterator[Document | InputError]:
    source = display(file)
    try:
        with opened(file) as handle:
            if are_rows(file):
                yield from read_rows(handle, source, day)
            else:
                yield Document(stem(file), decode(handle.read(), source), source, day)
    except InputError as error:
        yield error


def _read_stdin(stdin: BinaryIO, day: date | None) -> Iterator[Document | InputError]:
    first = stdin.readline()
    if is_row(first):
        yield from read_rows(chain([first], stdin), STDIN, day)
    else:
        yield Document("stdin", decode(first + stdin.read(), STDIN), STDIN, day)
