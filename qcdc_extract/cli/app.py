"""The commands. The bare call `qcdc-extract PATH...` extracts; a sub-command stands beside it.

A first argument that is exactly a sub-command's name is that sub-command, anything else is a path: so a path that holds a
dot or a slash is never a command, and `./schema` is the file or folder of that name.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from qcdc_extract import __version__
from qcdc_extract.cli import options
from qcdc_extract.cli.console import NAME, say, stdout_errors, use_utf8
from qcdc_extract.errors import InputError, SlowPattern, Warn
from qcdc_extract.writers import Format

if TYPE_CHECKING:
    from qcdc_extract.config import Settings
    from qcdc_extract.document import Document
    from qcdc_extract.records import Record

_EXAMPLES = """\b
Examples:
  qcdc-extract bao_cao.txt                         a table on the terminal
  qcdc-extract bao_cao.txt | jq '.[].value'        JSON for other programs
  qcdc-extract reports/ -o out.csv                 every .txt of a folder
  qcdc-extract --all --format jsonl data.jsonl     every number of a data set
  qcdc-extract --date 2020-10-05 < bao_cao.txt     a report of 5 October 2020
  qcdc-extract --patterns mine.toml bao_cao.txt    indicators of your own as well
  qcdc-extract --select hanh_chinh bao_cao.txt     only those of one topic

\b
A file qcdc.toml here or above holds settings: qcdc-extract config --help.

\b
A path that is named like a command is given as ./schema.

\b
Exit codes: 0 done, also with no record; 1 some inputs failed, or a regex was
too slow for some, and the rest was written; 2 wrong usage, broken patterns, or an output that cannot be written.
"""


_COMMANDS = {
    "schema": "schema_command:schema",
    "explain": "explain_command:explain",
    "discover": "discover_command:discover",
    "config": "config_command:config",
    "patterns": "patterns_commands:patterns_app",
}
"""A sub-command -> the module beside this one that has it, and what it is called there."""


class _Program(TyperGroup):
    """A group that is a command itself: its own paths and options, unless the first argument names a sub-command.

    A sub-command is loaded when it is named or listed: all of them together take longer than a small text.
    """

    def list_commands(self, _: Any) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in _COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _loaded(cmd_name)
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        # Options may stand behind paths, but what stands behind a sub-command's name is its own.
        ctx.allow_interspersed_args = not (args and args[0] in _COMMANDS)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: Any) -> list[Any]:
        params = super().get_params(ctx)
        bare = ctx.command is self and ctx.allow_interspersed_args
        return params if bare else [p for p in params if p.param_type_name == "option"]


def _loaded(name: str) -> Any:
    module, _, attribute = _COMMANDS[name].partition(":")
    found = getattr(import_module(f"qcdc_extract.cli.{module}"), attribute)
    group = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    if isinstance(found, typer.Typer):
        group.add_typer(found, name=name)
    else:
        group.command(name)(found)
    return typer.main.get_group(group).commands[name]


app = typer.Typer(
    cls=_Program,
    invoke_without_command=True,
    subcommand_metavar="",
    rich_markup_mode=None,  # plain help keeps the examples as they are, and is quick
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def run(args: list[str]) -> int:
    """Run the program with these arguments; the exit code."""
    use_utf8()
    warnings.showwarning = _say_warning
    command = typer.main.get_command(app)
    if len(args) == 1 and args[0] in _COMMANDS and os.path.exists(args[0]):
        say(f"{args[0]} is taken as the command; the file of that name is ./{args[0]}")
    try:
        code = command.main(args, prog_name=NAME, standalone_mode=False)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        say(f"{error.format_message().rstrip('.')}; see {context.command_path if context else NAME} --help")
        return 2
    except typer.Abort:
        return 130
    return code if isinstance(code, int) else 0


def _say_warning(message: Warning | str, *_: object, **__: object) -> None:
    say(str(message))


def _version(wanted: bool) -> None:
    if wanted:
        print(f"{NAME} {__version__}")
        raise typer.Exit


@app.callback()
def extract(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Text files, folders (every *.txt below), .jsonl data sets, or - for standard input.", show_default=False),
    ] = None,
    day: options.Day = None,
    patterns: options.Patterns = None,
    builtin: options.Builtin = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    everything: options.Everything = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="By default what the -o file's ending says; a table on a terminal; else json."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file; an old one is replaced when all is done."),
    ] = None,
    quiet: options.Quiet = None,
    _: Annotated[bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)] = False,
) -> None:
    """Every statistic of Vietnamese reports, as validated records that are traced to their characters."""
    if context.invoked_subcommand is None:
        with stdout_errors():
            settings = options.settings(
                patterns=patterns, builtin=builtin, select=select, ignore=ignore, day=day, all=everything, quiet=quiet
            )
            _extract(paths or _piped(), settings, form, output)


def _piped() -> list[str]:
    from qcdc_extract.inputs import STDIN

    if sys.stdin is None or sys.stdin.isatty():
        raise typer.TyperException("Nothing to read: give files or folders, or pipe a text in.")
    return [STDIN]


@dataclass
class _Tally:
    texts: int = 0
    failed: int = 0
    slow: int = 0
    records: int = 0

    def __str__(self) -> str:
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{_many(self.texts, 'text')} read{failed}, {_many(self.records, 'record')}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _extract(paths: list[str], settings: Settings, form: Format | None, output: str | None) -> None:
    from qcdc_extract import batch
    from qcdc_extract.inputs import read
    from qcdc_extract.writers import format_of, write
    from qcdc_extract.writers.files import replaced

    to_file = output not in (None, "-")
    _refuse_to_overwrite(paths, output)
    extractor = options.extractor(settings)
    if not len(extractor.patterns) and not settings.all:
        raise typer.TyperException("No indicator is left to look for: give --patterns or --all, or ask for fewer to be left out.")
    tally = _Tally()

    def extract_each(documents: Sequence[Document], warn: Warn) -> list[list[Record]]:
        return extractor.extract_each(documents, indicators_only=not settings.all, warn=warn)

    results = batch.run(read(paths, sys.stdin.buffer, settings.date), extract_each)
    batches = _counted(results, tally)
    if output is not None and to_file:
        with replaced(output) as out:
            write(form or format_of(output, settings.format or "json"), batches, out)
    else:
        write(form or settings.format or ("table" if sys.stdout.isatty() else "json"), batches, sys.stdout)
    if not settings.quiet:
        hint = "; --all shows the numbers that no indicator claims" if tally.texts and not tally.records and not settings.all else ""
        say(f"{tally}{hint}")
    if tally.failed or tally.slow:
        raise typer.Exit(1)


def _refuse_to_overwrite(paths: list[str], output: str | None) -> None:
    if output and os.path.isfile(output) and any(os.path.isfile(path) and os.path.samefile(path, output) for path in paths):
        raise typer.TyperException(f"-o {output} would overwrite a text that is to be read; name another file.")


def _counted(results: Iterable[list[Record] | InputError | SlowPattern], tally: _Tally) -> Iterator[list[Record]]:
    """The records, while failures and slow patterns are said and everything is counted."""
    for result in results:
        if isinstance(result, InputError):
            tally.failed += 1
            say(str(result))
        elif isinstance(result, SlowPattern):
            tally.slow += 1
            say(str(result))
        else:
            tally.texts += 1
            tally.records += len(result)
            yield result
