"""`qcdc-extract explain`: why each number of a text was read as it was."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from qcdc_extract.cli import options
from qcdc_extract.cli.console import say, stdout_errors
from qcdc_extract.errors import InputError

if TYPE_CHECKING:
    from qcdc_extract.document import Document
    from qcdc_extract.explain import Explanation
    from qcdc_extract.pipeline import Extractor


_Source: TypeAlias = "tuple[Document | InputError, int | None]"


class Form(StrEnum):
    """What explanations can be written as."""

    tree = "tree"
    json = "json"


def explain(
    place: Annotated[
        str | None,
        typer.Argument(metavar="FILE[:LINE]", help="A text file or a .jsonl data set, all of it or one line; - for standard input."),
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="A text given here, in place of a file.")] = None,
    day: options.Day = None,
    patterns: options.Patterns = None,
    builtin: options.Builtin = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    form: Annotated[Form, typer.Option("--format", help="A tree, or JSON with every detail.")] = Form.tree,
) -> None:
    """Why each number of a text was read as it was, and what else came near."""
    if (place is None) == (text is None):
        raise typer.TyperException("explain wants FILE, FILE:LINE, or --text, and one of them only.")
    with stdout_errors():
        settings = options.settings(patterns=patterns, builtin=builtin, select=select, ignore=ignore, day=day)
        extractor = options.extractor(settings)
        tally = _Tally()
        told = _explained(_documents(place, text, settings.date), extractor, tally)
        _write(form, told)
        if tally.failed:
            raise typer.Exit(1 if tally.read else 2)


class _Tally:
    read = 0
    failed = 0


def _write(form: Form, told: Iterable[list[Explanation]]) -> None:
    if form is Form.tree:
        from qcdc_extract.writers.as_tree import write_trees

        write_trees(told, sys.stdout)
        return
    lead = "[\n"
    for batch in told:
        for explanation in batch:
            sys.stdout.write(lead + explanation.to_json())
            lead = ",\n"
    sys.stdout.write("[]\n" if lead == "[\n" else "\n]\n")


def _explained(sources: Iterable[_Source], extractor: Extractor, tally: _Tally) -> Iterator[list[Explanation]]:
    from qcdc_extract.explain import explain

    for document, line in sources:
        if isinstance(document, InputError):
            tally.failed += 1
            say(str(document))
            continue
        lines = document.text.count("\n") + (not document.text.endswith("\n"))
        if line is not None and line > lines:
            tally.failed += 1
            say(f"{document.source} has {lines} line{'' if lines == 1 else 's'}, there is no line {line}")
            continue
        tally.read += 1
        yield explain(extractor, document, line)


def _documents(place: str | None, text: str | None, day: date | None) -> Iterator[_Source]:
    """The texts, each with the line that is asked for."""
    from qcdc_extract.document import Document
    from qcdc_extract.inputs import read
    from qcdc_extract.inputs.decode import decode
    from qcdc_extract.inputs.files import opened
    from qcdc_extract.inputs.rows import are_rows, read_rows

    if text is not None:
        try:  # an argument holds the bytes of the shell, whatever the locale says of them
            yield Document("text", decode(os.fsencode(text), "--text"), date=day), None
        except InputError as error:
            yield error, None
        return
    file, line = _split(place or "-")
    if line is None or not are_rows(file):
        yield from ((document, line) for document in read([file], sys.stdin.buffer, day))
        return
    try:
        with opened(file) as handle:  # a row is a line; the others are read as blank ones, so that messages count right
            number = 0
            for number, row in enumerate(handle, 1):
                if number == line:
                    yield from ((document, None) for document in read_rows([*[b"\n"] * (line - 1), row], file, day))
                    return
            yield InputError(file, f"has {number} rows, there is no row {line}"), None
    except InputError as error:
        yield error, None


def _split(place: str) -> tuple[str, int | None]:
    """FILE:LINE in its parts; a file whose own name ends like that is that file."""
    file, colon, line = place.rpartition(":")
    if not colon or os.path.exists(place) or not line.isascii() or not line.isdecimal():
        return place, None
    if len(line) > 9 or int(line) == 0:
        raise typer.TyperException(f"{place}: lines are counted from 1.")
    return file, int(line)
