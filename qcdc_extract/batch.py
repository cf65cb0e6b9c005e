"""Many documents, a handful at a time: what fails or is doubtful is handed on in its place, and the rest goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from qcdc_extract.document import Document
from qcdc_extract.errors import InputError, SlowPattern, Warn
from qcdc_extract.records import Record

HANDFUL = 16  # documents; more of them gain nothing, and would keep what is done waiting
HANDFUL_CHARACTERS = 200_000  # at which it is full with fewer

Result: TypeAlias = list[Record] | InputError | SlowPattern
ExtractEach: TypeAlias = Callable[[Sequence[Document], Warn], list[list[Record]]]


def run(inputs: Iterable[Document | InputError], extract_each: ExtractEach) -> Iterator[Result]:
    """The records of each document in turn; an InputError for each that could not be read or not be worked on.

    What `extract_each` warns of comes before the records of the document, or of the handful that it belongs to.
    """
    for handful in _handfuls(inputs):
        results = _results([one for one in handful if isinstance(one, Document)], extract_each)
        for one in handful:
            yield from [one] if isinstance(one, InputError) else next(results)


def _handfuls(inputs: Iterable[Document | InputError]) -> Iterator[list[Document | InputError]]:
    handful: list[Document | InputError] = []
    characters = 0
    for one in inputs:
        handful.append(one)
        characters += len(one.text) if isinstance(one, Document) else 0
        if len(handful) == HANDFUL or characters >= HANDFUL_CHARACTERS:
            yield handful
            handful, characters = [], 0
    yield handful


def _results(documents: Sequence[Document], extract_each: ExtractEach) -> Iterator[list[Result]]:
    """For each document its results; one by one if something fails, so that a fault of ours costs the user only the text it is in."""
    slow: list[Result] = []
    try:
        each = extract_each(documents, slow.append)
    except Exception as error:
        if len(documents) == 1:
            yield [_internal(documents[0], error)]
        else:
            for document in documents:
                yield from _results([document], extract_each)
        return
    for records in each:
        yield [*slow, records]
        slow = []


def _internal(document: Document, error: Exception) -> InputError:
    """One line that a developer can use, and nothing of the user's text."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    name = document.source if Path(document.source).stem == document.id else f"{document.source} ({document.id})"
    return InputError(name, f"internal error ({where})", "a fault of the program, please report it; this text is left out")
