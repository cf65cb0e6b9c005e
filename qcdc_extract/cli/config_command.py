"""`qcdc-extract config`: the settings that are in force here, and where each comes from."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qcdc_extract.cli import options
from qcdc_extract.cli.console import stdout_errors

if TYPE_CHECKING:
    from qcdc_extract.config import Resolved


class Form(StrEnum):
    """What settings can be written as."""

    text = "text"
    json = "json"


_EXAMPLE = """\b
A project file qcdc.toml holds settings for its folder and those below; its
paths are relative to it:

\b
  patterns = ["patterns/", "mine.toml"]   # beside the shipped ones
  builtin  = true                         # false leaves the shipped ones out
  select   = ["hanh_chinh", "an_toan"]    # only these ids or topics
  ignore   = ["ho_so_qua_han"]            # but not these
  format   = "csv"                        # json, jsonl, csv or table
  all      = false
  date     = 2020-10-05
  quiet    = false

\b
What the command line says wins; a list there replaces the file's.
"""


def config(
    patterns: options.Patterns = None,
    builtin: options.Builtin = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    everything: options.Everything = None,
    day: options.Day = None,
    quiet: options.Quiet = None,
    form: Annotated[Form, typer.Option("--format", help="What the settings are printed as.")] = Form.text,
) -> None:
    """Show each setting and where it comes from."""
    with stdout_errors():
        found = options.resolved(
            patterns=patterns, builtin=builtin, select=select, ignore=ignore, day=day, all=everything, quiet=quiet
        )
        print(_as_json(found) if form is Form.json else _as_text(found))


config.__doc__ = f"{config.__doc__}\n\n{_EXAMPLE}"


def _as_json(found: Resolved) -> str:
    values = {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(found.settings).items()}
    rows = {name: {"value": value, "source": found.sources[name]} for name, value in values.items()}
    return json.dumps({"file": found.file and str(found.file), "settings": rows}, ensure_ascii=False, indent=2)


def _as_text(found: Resolved) -> str:
    head = f"# project file: {found.file}" if found.file else "# no qcdc.toml in this folder or above it"
    rows = [(name, _toml(value), found.sources[name]) for name, value in asdict(found.settings).items()]
    width = max(len(value) for _, value, _ in rows)
    return "\n".join([head, *(f"{name:<8} = {value:<{width}}  # {source}" for name, value, source in rows)])


def _toml(value: object) -> str:
    """A value as the project file would hold it; what has none says so."""
    from qcdc_extract.tomlfile import toml_string

    match value:
        case None:
            return "not set"
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case tuple() | list():
            return f"[{', '.join(toml_string(str(item)) for item in value)}]"
        case other:
            return toml_string(str(other))
