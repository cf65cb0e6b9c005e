"""Many documents, one after the other: what fails or is doubtful is handed on in its place, and the rest goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from qcdc_extract.document import Document
from qcdc_extract.errors import InputError, SlowPattern, Warn
from qcdc_extract.records import Record


def run(
    inputs: Iterable[Document | InputError], extract: Callable[[Document, Warn], list[Record]]
) -> Iterator[list[Record] | InputError | SlowPattern]:
    """The records of each document in turn; an InputError for each that could not be read or not be worked on.

    What `extract` warns of comes before the records of its document.
    """
    for document in inputs:
        if isinstance(document, InputError):
            yield document
            continue
        try:
            slow: list[SlowPattern] = []
            records = extract(document, slow.append)
        except Exception as error:  # a fault of ours in one text must not cost the user the others
            yield _internal(document, error)
            continue
        yield from slow
        yield records


def _internal(document: Document, error: Exception) -> InputError:
    """One line that a developer can use, and nothing of the user's text."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    name = document.source if Path(document.source).stem == document.id else f"{document.source} ({document.id})"
    return InputError(name, f"internal error ({where})", "a fault of the program, please report it; this text is left out")
