"""The settings of a run: each from the command line, else from the project file, else its default.

The project file is the nearest qcdc.toml from the working folder upwards. Its keys are the fields of `Settings`; a list replaces the
default's as a whole, as the command line's replaces the file's; paths in it are relative to its folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from qcdc_extract.inputs import parse_day
from qcdc_extract.phrases import did_you_mean
from qcdc_extract.shipped import EXTRA
from qcdc_extract.tomlfile import FileErrors, Problem, TomlFile, TomlProblem, read_toml
from qcdc_extract.writers import FORMATS, Format

PROJECT_FILE = "qcdc.toml"
COMMAND_LINE = "command line"
DEFAULT = "default"


class ConfigErrors(FileErrors):
    """All problems of the project file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told.

    patterns        pattern files and folders beside the shipped ones ("extra": the shipped extra topics)
    builtin         whether the shipped ones are used
    select, ignore  ids and topics: only these; not these
    format          None: by the output
    all             also the numbers that no indicator claims
    date            the documents' own day, where a data row does not give it
    quiet           only errors on standard error
    """

    patterns: tuple[str, ...] = ()
    builtin: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: Format | None = None
    all: bool = False
    date: date | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """The settings, where each came from (DEFAULT, COMMAND_LINE or "FILE:LINE"), and the project file if there is one."""

    settings: Settings
    sources: dict[str, str]
    file: Path | None


def resolve(given: Mapping[str, Any], folder: Path) -> Resolved:
    """The settings for a run in `folder`; `given`: what the command line says, None for what it does not.

    Raises ConfigErrors with every problem of the project file.
    """
    file = find(folder)
    values, sources = _read(file, folder) if file else ({}, {})
    said = {name: value for name, value in given.items() if value is not None}
    names = [field.name for field in fields(Settings)]
    found = {name: COMMAND_LINE if name in said else sources.get(name, DEFAULT) for name in names}
    return Resolved(Settings(**(values | said)), found, file)


def find(folder: Path) -> Path | None:
    """The nearest project file of a folder and those above it, whether it can be read or not."""
    candidates = (parent / PROJECT_FILE for parent in (folder, *folder.parents))
    return next((file for file in candidates if os.path.lexists(file)), None)


def _read(file: Path, folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of a project file, and the line that each stands on."""
    shown = _shown(file, folder)
    try:
        read = read_toml(file)
    except TomlProblem as problem:
        raise ConfigErrors([Problem(shown, problem.message, caret=problem.caret, line=problem.line)]) from None
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in read.tables.items():
        try:
            values[name] = _value(name, value)
        except ValueError as error:
            problems.append(Problem(shown, str(error), item=name[:80], line=read.line(name)))
    if problems:
        raise ConfigErrors(problems)
    if "patterns" in values:
        values["patterns"] = tuple(_beside(file, path, folder) for path in values["patterns"])
    return values, {name: _place(shown, read, name) for name in values}


def _place(shown: str, read: TomlFile, name: str) -> str:
    return f"{shown}:{read.line(name)}"


def _value(name: str, value: object) -> object:
    """Raises ValueError, with words for the user."""
    if name not in _READERS:
        raise ValueError("unknown key" + (did_you_mean(name, _READERS) or f"; known are {', '.join(_READERS)}"))
    return _READERS[name](value)


def _beside(file: Path, path: str, folder: Path) -> str:
    """A path of the project file as seen from the working folder."""
    there = file.parent / path
    return path if path == EXTRA and not there.exists() else _shown(there, folder)


def _shown(path: Path, folder: Path) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # on another drive, or no path at all
        return str(path)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ValueError('must be a list of texts: ["...", "..."]')
    return tuple(value)


def _format(value: object) -> Format:
    found = next((form for form in FORMATS if form == value), None)
    if found is None:
        raise ValueError(f"must be one of {', '.join(FORMATS)}{did_you_mean(str(value), FORMATS)}")
    return found


def _day(value: object) -> date:
    return parse_day(str(value)[:50])


_READERS: dict[str, Callable[[object], object]] = {
    "patterns": _strings,
    "builtin": _yes_or_no,
    "select": _strings,
    "ignore": _strings,
    "format": _format,
    "all": _yes_or_no,
    "date": _day,
    "quiet": _yes_or_no,
}
"""The name of a setting -> what reads it from the project file."""
