"""What several commands share: options, the settings that they make, and the extractor that those ask for."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qcdc_extract.cli.console import say

if TYPE_CHECKING:
    from qcdc_extract.config import Resolved, Settings
    from qcdc_extract.pipeline import Extractor
    from qcdc_extract.tomlfile import FileErrors

Patterns = Annotated[
    list[str] | None,
    typer.Option("--patterns", metavar="PATH", help='A pattern file, a folder of them, or "extra", beside the shipped ones. Repeatable.'),
]
Builtin = Annotated[bool | None, typer.Option("--builtin/--no-builtin", help="With or without the shipped patterns.", show_default=False)]
Select = Annotated[list[str] | None, typer.Option("--select", metavar="NAMES", help="Only these ids or topics: a,b. Repeatable.")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="NAMES", help="Not these ids or topics: a,b. Repeatable.")]
Everything = Annotated[
    bool | None, typer.Option("--all/--no-all", help="Every statistic, also those that no indicator claims.", show_default=False)
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The documents' own day, where a data row does not give it."),
]
Quiet = Annotated[bool | None, typer.Option("--quiet/--no-quiet", "-q", help="Only errors on standard error.", show_default=False)]


def settings(**given: Any) -> Settings:
    """The settings of a command: its options, as for `resolved`, else the project file, else the defaults."""
    return resolved(**given).settings


def resolved(
    *,
    patterns: list[str] | None = None,
    builtin: bool | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    day: str | None = None,
    **others: Any,
) -> Resolved:
    """The settings and where each comes from. Exits with 2 where an option or the project file is wrong."""
    from qcdc_extract.config import ConfigErrors, resolve

    given = {"patterns": _tuple(patterns), "builtin": builtin, "select": names(select), "ignore": names(ignore), "date": _day(day)}
    try:
        return resolve(given | others, _here())
    except ConfigErrors as errors:
        raise stop(errors) from None


def names(given: list[str] | None) -> tuple[str, ...] | None:
    """["a,b", "c"] -> ("a", "b", "c"); None where the option was not given."""
    return _tuple(part.strip() for text in given for part in text.split(",") if part.strip()) if given else None


def extractor(settings: Settings, patterns: Iterable[str] = ()) -> Extractor:
    """The extractor that settings ask for, with further `patterns`. Exits with 2 where a pattern file or a name is wrong."""
    with _staying():
        from qcdc_extract.patterns import PatternErrors
        from qcdc_extract.pipeline import Extractor

        try:
            made = Extractor([*settings.patterns, *patterns], builtin=settings.builtin, select=settings.select, ignore=settings.ignore)
        except PatternErrors as errors:
            raise stop(errors) from None
    if not settings.quiet:
        say_replaced(made.patterns.replaced)
    return made


@contextmanager
def _staying() -> Iterator[None]:
    """What is loaded meanwhile stays to the end: to look through it for garbage, now and at the end, costs a tenth of a short run."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def say_replaced(replaced: tuple[str, ...]) -> None:
    """That shipped indicators give way to the user's."""
    if replaced:
        shown = ", ".join(replaced[:10]) + (f" and {len(replaced) - 10} more" if len(replaced) > 10 else "")
        say(f"your patterns replace the shipped {shown}")


def stop(errors: FileErrors) -> typer.Exit:
    """Says every problem; what to raise."""
    for problem in errors.problems:
        say(*str(problem).split("\n"))
    return typer.Exit(2)


def wrong(message: str) -> typer.Exit:
    """Says what is wrong with what was asked for; what to raise."""
    say(message)
    return typer.Exit(2)


def _tuple(given: Iterable[str] | None) -> tuple[str, ...] | None:
    return tuple(given) if given else None


def _day(value: str | None) -> date | None:
    from qcdc_extract.inputs import parse_day

    try:
        return None if value is None else parse_day(value)
    except ValueError as error:
        raise typer.TyperException(f"--date: {error}.") from None


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was deleted
        return Path()
