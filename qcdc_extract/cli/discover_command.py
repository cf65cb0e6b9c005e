"""`qcdc-extract discover`: what the numbers that no pattern claims count, and drafts of patterns for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from qcdc_extract.cli import options
from qcdc_extract.cli.console import say, stdout_errors
from qcdc_extract.errors import InputError

if TYPE_CHECKING:
    from qcdc_extract.discover.groups import Discovery, Group
    from qcdc_extract.pipeline import Extractor


Advance: TypeAlias = "Callable[[], None]"


class Form(StrEnum):
    """What groups can be written as."""

    table = "table"
    json = "json"


def discover(
    paths: Annotated[
        list[str], typer.Argument(help="Text files, folders, .jsonl data sets, or - for standard input.", show_default=False)
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many groups.")] = 50,
    min_documents: Annotated[int, typer.Option("--min-documents", min=1, metavar="N", help="Only groups that so many texts hold.")] = 2,
    write: Annotated[
        str | None, typer.Option("--write", metavar="FILE", help="Draft pattern entries of these groups into a new file.")
    ] = None,
    patterns: options.Patterns = None,
    builtin: options.Builtin = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    form: Annotated[Form | None, typer.Option("--format", help="By default a table on a terminal, else json.")] = None,
    quiet: options.Quiet = None,
) -> None:
    """The numbers that no pattern claims, grouped by what they count, in the order of how many texts hold them."""
    from qcdc_extract.discover.groups import Discovery

    if write is not None and os.path.exists(write):
        raise typer.TyperException(f"--write {write}: the file is there already; name a new one.")
    with stdout_errors():
        settings = options.settings(patterns=patterns, builtin=builtin, select=select, ignore=ignore, quiet=quiet)
        discovery = Discovery(options.extractor(settings))
        failed = _read(paths, discovery, settings.quiet)
        groups = discovery.ranked(limit, min_documents)
        _show(groups, form or (Form.table if sys.stdout.isatty() else Form.json))
        if not settings.quiet:
            unclaimed = f"{discovery.unclaimed} of {discovery.numbers} numbers unclaimed"
            say(f"{discovery.documents} texts read, {unclaimed}, {len(groups)} groups shown")
        if write is not None:
            _draft(groups, discovery.extractor, write, settings.quiet)
        if failed:
            raise typer.Exit(1)


def _read(paths: list[str], discovery: Discovery, quiet: bool) -> int:
    """Read every text; how many could not be read."""
    from qcdc_extract.inputs import read

    failed = 0
    with _progress(paths, quiet) as advance:
        for document in read(paths, sys.stdin.buffer):
            if isinstance(document, InputError):
                failed += 1
                say(str(document))
            else:
                discovery.add(document)
            advance()
    return failed


@contextmanager
def _progress(paths: list[str], quiet: bool) -> Iterator[Advance]:
    """A bar on stderr, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=_count(paths))
        yield lambda: progress.advance(task)


def _count(paths: list[str]) -> int | None:
    """How many texts there are to read; None where that cannot be told beforehand."""
    from qcdc_extract.inputs import STDIN
    from qcdc_extract.inputs.files import files_of, opened
    from qcdc_extract.inputs.rows import are_rows

    total = 0
    for path in paths:
        if path == STDIN:
            return None
        try:
            for file in files_of(path):
                if are_rows(file):
                    with opened(file) as handle:
                        total += sum(1 for _ in handle)
                else:
                    total += 1
        except InputError:
            total += 1
    return total


def _show(groups: list[Group], form: Form) -> None:
    if form is Form.table:
        from qcdc_extract.writers.as_groups import write_groups

        write_groups(groups, sys.stdout)
        return
    import json

    rows = [json.dumps(group.as_dict(), ensure_ascii=False) for group in groups]
    sys.stdout.write("[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n")


def _draft(groups: list[Group], extractor: Extractor, path: str, quiet: bool) -> None:
    from qcdc_extract.discover.draft import draft
    from qcdc_extract.writers.files import replaced

    text, count = draft(groups, extractor)
    if not count:
        say(f"{path} was not written: no group is regular enough for a draft")
        return
    with replaced(path) as out:
        out.write(text)
    if not quiet:
        left = len(groups) - count
        say(f"{path}: {count} entries drafted" + (f", {left} groups left out as too general or too irregular" if left else ""))
