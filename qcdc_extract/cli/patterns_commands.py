"""`qcdc-extract patterns ...`: what those who write pattern files need."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qcdc_extract.cli import options
from qcdc_extract.cli.console import one_line, say, stdout_errors
from qcdc_extract.errors import InputError

if TYPE_CHECKING:
    from qcdc_extract.config import Settings
    from qcdc_extract.lint import Doubt
    from qcdc_extract.pattern_tests import Case
    from qcdc_extract.patterns import Indicator, PatternSet
    from qcdc_extract.pipeline import Extractor
    from qcdc_extract.tomlfile import Lines, Problem

WATCH_SECONDS = 0.3

_HELP = """Write, check and test pattern files.

\b
Examples:
  qcdc-extract patterns new lop_tap_huan --label "Lớp tập huấn" \\
      --from "Huyện đã mở 12 lớp tập huấn." -o mine.toml
  qcdc-extract patterns check mine.toml            mistakes and doubts
  qcdc-extract patterns test mine.toml             run its examples
  qcdc-extract patterns try "Đã mở 5 lớp tập huấn." --watch mine.toml
  qcdc-extract patterns show ho_so_tiep_nhan
"""

patterns_app = typer.Typer(help=_HELP, rich_markup_mode=None, pretty_exceptions_enable=False)


class Form(StrEnum):
    """What a command can print."""

    text = "text"
    json = "json"


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS", help="Pattern files or folders; by default those of qcdc.toml, else the shipped ones.", show_default=False
    ),
]
FormOption = Annotated[Form, typer.Option("--format", help="Lines for people, or JSON.")]


# --- check -----------------------------------------------------------------------------------------------------------


@patterns_app.command()
def check(
    paths: Files = None,
    builtin: options.Builtin = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help="Doubts to leave out: Q001,Q005.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when there are doubts.")] = False,
    form: FormOption = Form.text,
    quiet: options.Quiet = None,
) -> None:
    """Show the mistakes and doubts of pattern files.

    \b
    Doubts:
      Q001  no example exercises it
      Q002  two indicators have the same phrase
      Q003  another phrase always matches where it does, and goes first
      Q004  a raw regex that is slow on some texts
      Q005  an indicator without counterexamples
      Q006  no example or counterexample exercises an `unless`

    \b
    Exit codes: 0 no mistakes; 1 doubts, with --strict; 2 mistakes.
    """
    from qcdc_extract.lint import doubts
    from qcdc_extract.patterns import read_patterns

    left_out = _codes(ignore)
    with stdout_errors():
        settings = options.settings(patterns=paths, builtin=builtin, quiet=quiet)
        files, builtin_folder = _paths(settings)
        patterns, problems = read_patterns(files, builtin_folder)
        about = _about(patterns, settings)
        doubtful = [doubt for doubt in doubts(patterns, {i.id for i in about}) if doubt.code not in left_out]
        _print_findings(problems, doubtful, form)
        if not settings.quiet:
            say(f"{_many(len(about), 'indicator')} checked: {_many(len(problems), 'problem')}, {_many(len(doubtful), 'doubt')}")
        if problems:
            raise typer.Exit(2)
        if doubtful and strict:
            raise typer.Exit(1)


def _codes(given: list[str] | None) -> tuple[str, ...]:
    from qcdc_extract.lint import CODES

    codes = options.names(given) or ()
    for code in codes:
        if code not in CODES:
            raise options.wrong(f"--ignore: there is no doubt {code!r}; known are {', '.join(CODES)}")
    return codes


def _print_findings(problems: Sequence[Problem], doubtful: Sequence[Doubt], form: Form) -> None:
    if form is Form.json:
        rows = [{"severity": "problem", "code": None, **asdict(problem)} for problem in problems]
        rows += [{"severity": "doubt", "caret": None, **asdict(doubt)} for doubt in doubtful]
        _print_json(rows)
        return
    for found in (*problems, *doubtful):
        _print_lines(str(found))


# --- test ------------------------------------------------------------------------------------------------------------


@patterns_app.command("test")
def run_tests(
    paths: Files = None,
    builtin: options.Builtin = None,
    form: FormOption = Form.text,
    quiet: options.Quiet = None,
) -> None:
    """Run the examples of pattern files.

    Counterexamples and todos too, and all beside the shipped patterns. A todo that passes fails: it is an example by now.

    Exit codes: 0 all passed; 1 some failed, or there was no example; 2 a pattern file is broken.
    """
    from collections import Counter

    from qcdc_extract.pattern_tests import PARTS, cases, failure

    with stdout_errors():
        settings = options.settings(patterns=paths, builtin=builtin, quiet=quiet)
        extractor = options.extractor(replace(settings, select=(), ignore=()))
        ran = list(cases(_about(extractor.patterns, settings)))
        failures = [(case, why) for case in ran if (why := failure(extractor, case)) is not None]
        _print_failures(failures, form)
        counts = Counter(case.part for case in ran)
        if not counts["examples"]:
            say("no example was run")
            raise typer.Exit(1)
        if not settings.quiet:
            told = ", ".join(_many(counts[part], part.removesuffix("s")) for part in PARTS)
            say(f"{told}: {len(failures) or 'none'} failed")
        if failures:
            raise typer.Exit(1)


def _print_failures(failures: list[tuple[Case, str]], form: Form) -> None:
    from qcdc_extract.tomlfile import Lines

    lines = Lines()
    rows = [
        {
            "file": case.indicator.file,
            "line": lines.of(case.indicator.file, case.indicator.id, case.part, case.number),
            "table": case.indicator.id,
            "item": f"{case.part}[{case.number}]",
            "text": case.text,
            "message": why,
        }
        for case, why in failures
    ]
    if form is Form.json:
        _print_json(rows)
        return
    for row in rows:
        indented = f"{row['text']}\n{row['message']}".replace("\n", "\n    ")
        _print_lines(f"{row['file']}:{row['line']}: [{row['table']}] {row['item']} fails\n    {indented}")


# --- list, show ------------------------------------------------------------------------------------------------------


@patterns_app.command("list")
def list_patterns(
    topic: Annotated[list[str] | None, typer.Option("--topic", metavar="TOPICS", help="Only these topics: a,b. Repeatable.")] = None,
    patterns: options.Patterns = None,
    builtin: options.Builtin = None,
    form: FormOption = Form.text,
) -> None:
    """List the indicators: topic, id, label."""
    with stdout_errors():
        found = options.extractor(options.settings(patterns=patterns, builtin=builtin, select=topic, quiet=True)).patterns
        if form is Form.json:
            _print_json([{"id": i.id, "topic": i.topic, "label": i.label, "label_en": i.label_en, "file": i.file} for i in found])
            return
        wide = [max((len(text) for text in texts), default=0) for texts in ([i.topic for i in found], [i.id for i in found])]
        for indicator in found:
            _print_lines(f"{indicator.topic:<{wide[0]}}  {indicator.id:<{wide[1]}}  {indicator.label}")


@patterns_app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An indicator's id.", show_default=False)],
    patterns: options.Patterns = None,
    builtin: options.Builtin = None,
    form: FormOption = Form.text,
) -> None:
    """Show all of an indicator, and where it stands."""
    from qcdc_extract.phrases import did_you_mean
    from qcdc_extract.tomlfile import Lines

    with stdout_errors():
        settings = replace(options.settings(patterns=patterns, builtin=builtin, quiet=True), select=(), ignore=())
        found = {indicator.id: indicator for indicator in options.extractor(settings).patterns}
        if name not in found:
            hint = did_you_mean(name, found) or "; qcdc-extract patterns list shows all"
            raise options.wrong(f"there is no indicator {name!r}{hint}")
        if form is Form.json:
            _print_json(_as_dict(found[name], Lines()))
        else:
            _print_lines(_as_text(found[name], Lines()))


def _as_dict(indicator: Indicator, lines: Lines) -> dict[str, Any]:
    from qcdc_extract.patterns import Entry

    fields = {name: _plain(getattr(indicator, name)) for name in Entry.model_fields}
    return {"id": indicator.id, "topic": indicator.topic, "file": indicator.file, "line": lines.of(indicator.file, indicator.id), **fields}


def _plain(value: Any) -> Any:
    """What JSON can hold of a field of an indicator."""
    from qcdc_extract.patterns import Example
    from qcdc_extract.phrases import Phrase

    match value:
        case Phrase():
            return value.source
        case tuple():
            return [_plain(item) for item in value]
        case Example():
            return {"text": value.text, **({"date": str(value.date)} if value.date else {}), **_expected(value)}
        case other:
            return other


def _expected(example: Any) -> dict[str, Any]:
    """The fields of an example as its file writes them; numbers as text, which keeps every digit."""
    from qcdc_extract.model import Period

    fields = example.expected.items()
    return {name: f"{value.start}/{value.end}" if isinstance(value, Period) else str(value) for name, value in fields}


def _as_text(indicator: Indicator, lines: Lines) -> str:
    fields = _as_dict(indicator, lines)
    english = f" ({indicator.label_en})" if indicator.label_en else ""
    rows = [f"{indicator.id}: {indicator.label}{english}"]
    rows += [f"  {indicator.meaning}"] if indicator.meaning else []
    rows += [f"  {indicator.file}:{fields['line']}", f"  kinds: {', '.join(indicator.kinds)}; a percentage is a {indicator.percent}"]
    rows += [f"  units: {', '.join(indicator.units)}"] if indicator.units else []
    for part in ("phrases", "topics", "verbs", "settings", "unless", "regex", "examples", "counterexamples", "todo"):
        if fields[part]:
            rows += [f"  {part}:", *(f"    {_item(item)}" for item in fields[part])]
    return "\n".join(rows)


def _item(item: str | dict[str, Any]) -> str:
    if isinstance(item, str):
        return item
    return f"{item['text']}  ->  {', '.join(f'{name} {value}' for name, value in item.items() if name != 'text')}"


# --- try -------------------------------------------------------------------------------------------------------------


@patterns_app.command("try")
def try_patterns(
    text: Annotated[str, typer.Argument(help="A text, or - for standard input.", show_default=False)],
    watch: Annotated[
        str | None,
        typer.Option("--watch", metavar="FILE", help="Read this pattern file as well, and again whenever it is saved, until Ctrl-C."),
    ] = None,
    patterns: options.Patterns = None,
    builtin: options.Builtin = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    day: options.Day = None,
    form: FormOption = Form.text,
) -> None:
    """Read a text, and say what matched its numbers."""
    with stdout_errors():
        settings = options.settings(patterns=patterns, builtin=builtin, select=select, ignore=ignore, day=day, quiet=True)
        given = _given(text)
        if watch is None:
            _try(given, settings, options.extractor(settings), form)
            return
        try:
            for _ in changes(Path(watch), _wait):
                _try_again(given, settings, watch, form)
        except KeyboardInterrupt:
            raise typer.Exit(0) from None


def changes(file: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Yields at once, and then each time that a file has changed; calls `wait` before it looks again."""
    before: object = ()
    while True:
        now = _stamp(file)
        if now != before:
            yield
            before = now
        wait()


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(file)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size


def _wait() -> None:
    time.sleep(WATCH_SECONDS)


def _given(text: str) -> str:
    """The text, or that of standard input; always valid Unicode."""
    from qcdc_extract.inputs.decode import decode

    try:
        return decode(sys.stdin.buffer.read() if text == "-" else os.fsencode(text), "-" if text == "-" else "TEXT")
    except InputError as error:
        raise options.wrong(str(error)) from None


def _try_again(text: str, settings: Settings, watch: str, form: Form) -> None:
    """Once more with the file as it is now; its mistakes end nothing."""
    from qcdc_extract.patterns import PatternErrors
    from qcdc_extract.pipeline import Extractor

    select = [*settings.select, Path(watch).stem] if settings.select else ()
    try:
        extractor = Extractor([*settings.patterns, watch], builtin=settings.builtin, select=select, ignore=settings.ignore)
    except PatternErrors as errors:
        options.stop(errors)
        return
    _try(text, settings, extractor, form)


def _try(text: str, settings: Settings, extractor: Extractor, form: Form) -> None:
    from qcdc_extract.document import Document
    from qcdc_extract.pattern_tests import shown

    records = extractor.extract(Document("text", text, date=settings.date), indicators_only=False, warn=lambda slow: say(str(slow)))
    if form is Form.json:
        print("[" + ",\n ".join(record.to_json() for record in records) + "]", flush=True)
        return
    for record in records:
        _print_lines(f"{record.indicator or '(no indicator)'}\n    {shown(record)}")
    if not records:
        _print_lines("(no number)")


# --- new, schema -----------------------------------------------------------------------------------------------------


@patterns_app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="ID", help="The new indicator's id: lop_tap_huan.", show_default=False)],
    label: Annotated[str | None, typer.Option("--label", help="Its Vietnamese name.")] = None,
    sentence: Annotated[str | None, typer.Option("--from", metavar="SENTENCE", help="A real sentence; its first number is meant.")] = None,
    day: options.Day = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="A new file to write to.")] = None,
    quiet: options.Quiet = None,
) -> None:
    """Write the draft of a pattern file.

    Its comments say what to do next; its example passes as it stands, or the program says why not.
    """
    from qcdc_extract.new_pattern import DraftError, draft
    from qcdc_extract.writers.files import replaced

    if output is not None and os.path.lexists(output):
        raise options.wrong(f"{output} is there already; name a new file")
    with stdout_errors():
        settings = options.settings(day=day, quiet=quiet)
        try:
            text = draft(name, label, sentence, settings.date)
            text.encode()
        except UnicodeEncodeError:
            raise options.wrong("what is given is not valid Unicode") from None
        except DraftError as error:
            raise options.wrong(str(error)) from None
        if output is None:
            print(text, end="")
        else:
            with replaced(output) as out:
                out.write(text)
        if sentence is not None and not settings.quiet:
            _say_whether_it_works(text, settings)


def _say_whether_it_works(text: str, settings: Settings) -> None:
    """Whether the draft's example passes beside the patterns in force."""
    from qcdc_extract.pattern_tests import cases, failure

    with TemporaryDirectory() as folder:
        file = Path(folder, "draft.toml")
        file.write_text(text, "utf-8")
        extractor = options.extractor(settings).beside(file)
        options.say_replaced(extractor.patterns.replaced)
        failures = [why for case in cases(i for i in extractor.patterns if i.file == str(file)) if (why := failure(extractor, case))]
    if failures:
        say("its example does not pass yet: add words to the phrase", *(f"    {line}" for line in failures[0].split("\n")))
    else:
        say("its example passes; now add other wordings, examples and counterexamples")


@patterns_app.command()
def schema() -> None:
    """Print the JSON Schema of pattern files.

    With it editors complete and check them:

    \b
      qcdc-extract patterns schema > patterns.schema.json

    With the VS Code extension Even Better TOML, or any editor that uses taplo, a pattern file then begins with the line

    \b
      #:schema ./patterns.schema.json
    """
    from qcdc_extract.patterns import file_schema

    with stdout_errors():
        _print_json(file_schema())


# --- shared ----------------------------------------------------------------------------------------------------------


def _paths(settings: Settings) -> tuple[list[Path], Path | None]:
    """The files and folders that settings name, and that of the shipped patterns."""
    from qcdc_extract.shipped import named_patterns, shipped_patterns

    return [named_patterns(path) for path in settings.patterns], shipped_patterns() if settings.builtin else None


def _about(patterns: PatternSet, settings: Settings) -> list[Indicator]:
    """The indicators of the files that settings name; all, where they name none."""
    from qcdc_extract.patterns import files_of, resolved

    named, _ = _paths(settings)
    if not named:
        return list(patterns)
    files: set[str] = set()
    for path in named:
        try:
            files |= {resolved(file) for file in files_of(path)}
        except (OSError, ValueError):
            continue  # a problem that has been told
    return [indicator for indicator in patterns if resolved(Path(indicator.file)) in files]


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _print_lines(text: str) -> None:
    """Lines on stdout; nothing in them can do anything to a terminal."""
    print(*map(one_line, text.split("\n")), sep="\n", flush=True)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
