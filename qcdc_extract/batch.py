"""Many documents, one after the other: what fails is handed on in its place, and the rest goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from qcdc_extract.document import Document
from qcdc_extract.errors import InputError
from qcdc_extract.records import Record


def run(inputs: Iterable[Document | InputError], extract: Callable[[Document], list[Record]]) -> Iterator[list[Record] | InputError]:
    """The records of each document in turn; an InputError for each that could not be read or not be worked on."""
    for document in inputs:
        if isinstance(document, InputError):
            yield document
            continue
        try:
            yield extract(document)
        except Exception as error:  # a fault of ours in one text must not cost the user the others
            yield _internal(document, error)


def _internal(document: Document, error: Exception) -> InputError:
    """One line that a developer can use, and nothing of the user's text."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    name = document.source if Path(document.source).stem == document.id else f"{document.source} ({document.id})"
    return InputError(name, f"internal error ({where})", "a fault of the program, please report it; this text is left out")
