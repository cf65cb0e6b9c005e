"""Paths to files. System errors become `InputError`s in plain words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qcdc_extract.errors import InputError

STDIN = "-"
_ENDING = ".txt"


def display(path: str) -> str:
    """A path as records and messages name it: always valid Unicode, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def stem(path: str) -> str:
    """A file's name without its ending: the document's id."""
    return Path(display(path)).stem


def files_of(path: str) -> Iterator[str]:
    """The path itself; or of a folder every *.txt below it, sorted by path, hidden files and folders left out."""
    if not os.path.isdir(path):
        yield path
        return
    files = _walk(path)
    if not files:
        raise InputError(display(path), f"no {_ENDING} file in this folder", "name the files themselves if they end otherwise")
    yield from map(str, files)


def _walk(folder: str) -> list[Path]:
    def stop(error: OSError) -> None:
        raise _in_words(error.filename, error)

    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=stop):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if name.lower().endswith(_ENDING) and not name.startswith(".")]
    return sorted(found)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file open for its bytes; whatever the system refuses, then or while it is read, is an InputError."""
    try:
        with open(path, "rb") as handle:
            yield handle
    except OSError as error:
        raise _in_words(path, error) from None
    except ValueError as error:
        raise InputError(display(path), f"no path ({error})") from None


def _in_words(path: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(display(path), "no such file or folder", "check how the path is spelt")
    if isinstance(error, PermissionError):
        return InputError(display(path), "may not be read", "check its permissions")
    return InputError(display(path), f"cannot be read ({error.strerror or error})")
