"""Pattern files: their model, and loading them with every problem of every file at once.

A file is a topic and each of its tables an indicator (`Entry` says what may stand in it). A problem names file, table,
item (counted from 0) and, where there is a place to point at, shows it with a caret. Loading runs nothing.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import prod
from pathlib import Path
from typing import Annotated, Any, get_args

import regex
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails, PydanticCustomError
from regex import Pattern

from qcdc_extract.document import fold
from qcdc_extract.late import late
from qcdc_extract.model import Direction, Kind, Measure, Period, Qualifier, Status
from qcdc_extract.phrases import Phrase, PhraseError, caret, did_you_mean
from qcdc_extract.tomlfile import FileErrors, Problem, TomlFile, TomlProblem, read_toml, reason

MAX_PROBLEMS = 100  # that are told of one table
MAX_REGEX = 1_000  # characters
MAX_REPEATS = 10_000  # x{100} repeats 100 times; regex writes such repeats out when it compiles
MAX_NUMBER = Decimal(10) ** 30

_ID = late(regex.compile, r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_MATCHING = ("phrases", "topics", "verbs", "settings", "regex")
_NEED_UNITS = ("verbs", "settings")
_REPEAT = late(regex.compile, r"\{[^{}0-9]*+([0-9]++)")
_VERBOSE = late(regex.compile, r"\(\?[a-zA-Z0-9-]*x")


class PatternErrors(FileErrors):
    """All problems of all pattern files."""


# --- the model of a file ---------------------------------------------------------------------------------------------


def _phrase(value: bool | None) -> PlainValidator:
    """Reads a phrase that must (True), must not (False) or may (None) hold {value}."""

    def read(source: object) -> Phrase:
        if not isinstance(source, str):
            raise PydanticCustomError("phrase", "must be a string")
        try:
            return Phrase.parse(source, value)
        except PhraseError as error:
            raise PydanticCustomError("phrase", "{message}", {"message": error.message, "caret": error.caret}) from None

    return PlainValidator(read)


def _number(number: object) -> Decimal:
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise PydanticCustomError("number", "must be a number")
    if not Decimal(number).is_finite() or abs(Decimal(number)) > MAX_NUMBER:
        raise PydanticCustomError("number", "must be a number of at most 30 digits")
    return Decimal(number)


def _period(text: object) -> Period:
    try:
        start, end = str(text).split("/")
        period = Period(date.fromisoformat(start), date.fromisoformat(end))
    except ValueError:
        raise PydanticCustomError("period", 'must be "start/end", two days as in "2019-01-01/2019-06-30"') from None
    if period.end < period.start:
        raise PydanticCustomError("period", "ends before it starts")
    return period


def _day(day: object) -> date:
    """A TOML date, or its text."""
    try:
        return date.fromisoformat(str(day))
    except ValueError:
        raise PydanticCustomError("day", 'must be a day as in "2019-06-30"') from None


def _raw_regex(source: str) -> str:
    if len(source) > MAX_REGEX:
        raise PydanticCustomError("regex", "longer than {most} characters", {"most": MAX_REGEX})
    if _VERBOSE.search(source):  # in which comments may hide the repeats
        raise PydanticCustomError("regex", "no (?x) here: write it without comments")
    if prod(int(times) or 1 for times in _REPEAT.findall(source)) > MAX_REPEATS:
        raise PydanticCustomError("regex", "repeats too often: all its {n} together more than {most} times", {"most": MAX_REPEATS})
    try:
        compiled = compile_regex(source)
        empty = compiled.search("", timeout=1) is not None
    except regex.error as error:
        position = getattr(error, "pos", None)
        context = {"message": getattr(error, "msg", str(error)), "caret": None if position is None else caret(source, position)}
        raise PydanticCustomError("regex", "not a regex: {message}", context) from None
    except Exception as error:  # hostile sources make the compiler raise almost anything
        raise PydanticCustomError("regex", "not a usable regex: {error}", {"error": type(error).__name__}) from None
    if "value" not in compiled.groupindex:
        raise PydanticCustomError("regex", "has no group (?P<value>...) for the number")
    if empty:
        raise PydanticCustomError("regex", "matches the empty text")
    return source


@lru_cache(maxsize=1_000)
def compile_regex(source: str) -> Pattern[str]:
    """A raw regex of a pattern file, compiled once for the process. Run it with a timeout."""
    return regex.compile(source)


_STRING = {"type": "string"}
_VALUE = Annotated[Decimal, PlainValidator(_number), WithJsonSchema({"type": "number"})]
_PERIOD = Annotated[Period, PlainValidator(_period), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d$"})]
_DAY = Annotated[date, BeforeValidator(_day)]
_LABEL = Annotated[str, Field(min_length=1, max_length=200)]
_TEXT = Annotated[str, Field(min_length=1, max_length=5_000)]
_UNIT = Annotated[str, Field(min_length=1, max_length=100)]


class Example(BaseModel):
    """A text, and fields that one of its records must have. `date` is the document's own date."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: _TEXT
    value: _VALUE
    value_max: _VALUE | None = None
    total: _VALUE | None = None
    kind: Kind | None = None
    unit: _UNIT | None = None
    qualifier: Qualifier | None = None
    status: Status | None = None
    measure: Measure | None = None
    direction: Direction | None = None
    period: _PERIOD | None = None
    baseline: _PERIOD | None = None
    date: _DAY | None = None

    @property
    def expected(self) -> dict[str, Any]:
        """The fields that the example gives, by their names in a record."""
        return {name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set - {"text", "date"}}


class Entry(BaseModel):
    """What a table of a pattern file may hold.

    kinds    the kinds of number that the indicator can carry
    percent  what a percentage of it is where the text does not say: a share, or a change (growth), a level (a rate)
    units    folded: what a count, ratio or measure must count, for a topic
    regex    for the folded text, numbers not masked
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: _LABEL
    label_en: Annotated[str, Field(max_length=200)] = ""
    meaning: Annotated[str, Field(max_length=500)] = ""
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)]
    percent: Measure = "share"
    units: tuple[Annotated[_UNIT, AfterValidator(fold)], ...] = ()
    phrases: tuple[Annotated[Phrase, _phrase(value=True), WithJsonSchema(_STRING)], ...] = ()
    topics: tuple[Annotated[Phrase, _phrase(value=False), WithJsonSchema(_STRING)], ...] = ()
    verbs: tuple[Annotated[Phrase, _phrase(value=False), WithJsonSchema(_STRING)], ...] = ()
    settings: tuple[Annotated[Phrase, _phrase(value=False), WithJsonSchema(_STRING)], ...] = ()
    unless: tuple[Annotated[Phrase, _phrase(value=None), WithJsonSchema(_STRING)], ...] = ()
    regex: tuple[Annotated[str, AfterValidator(_raw_regex)], ...] = ()
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
    counterexamples: tuple[_TEXT, ...] = ()
    todo: tuple[Example, ...] = ()


class Indicator(Entry):
    """An entry with its name: `id` is its table's, `topic` the file's name without .toml, `file` the path as shown."""

    model_config = ConfigDict(defer_build=True)  # it is made of a checked entry, and not checked again

    id: str
    topic: str
    file: str


@dataclass(frozen=True, slots=True)
class PatternSet:
    """Indicators in the order of their files and tables; `replaced`: ids of shipped ones that a user's file replaces.

    A replacement stands where the shipped one stood. It can be pickled.
    """

    indicators: tuple[Indicator, ...]
    replaced: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators)

    def __len__(self) -> int:
        return len(self.indicators)

    def only(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> PatternSet:
        """Those that `select` names by id or topic (nothing: all), without those that `ignore` names.

        Raises PatternErrors for names that are neither.
        """
        select, ignore = list(select), list(ignore)
        known = dict.fromkeys(name for indicator in self for name in (indicator.topic, indicator.id))
        named = [*(("select", name) for name in select), *(("ignore", name) for name in ignore)]
        problems = [_unknown(option, name, known) for option, name in named if name not in known]
        if problems:
            raise PatternErrors(problems)
        left = (i for i in self if not select or not {i.id, i.topic}.isdisjoint(select))
        return replace(self, indicators=tuple(i for i in left if {i.id, i.topic}.isdisjoint(ignore)))


def _unknown(option: str, name: str, known: Iterable[str]) -> Problem:
    hint = did_you_mean(name, known) or "; qcdc-extract patterns list shows all"
    return Problem(option, f"no indicator or topic {name!r}{hint}")


def file_schema() -> dict[str, Any]:
    """The JSON Schema of a pattern file, for editors: draft 7, which they all know."""
    entry = Entry.model_json_schema(ref_template="#/definitions/{model}")
    entry["anyOf"] = [{"required": [part]} for part in _MATCHING]
    entry["dependencies"] = {part: ["units"] for part in _NEED_UNITS}
    for name, words in _DESCRIPTIONS.items():
        entry["properties"][name]["description"] = words
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Pattern file of qcdc-extract: a table an indicator",
        "type": "object",
        "propertyNames": {"pattern": f"^{_ID.pattern}$"},
        "additionalProperties": {"$ref": "#/definitions/Indicator"},
        "definitions": entry.pop("$defs", {}) | {"Indicator": entry},
    }


_DESCRIPTIONS = {
    "label": "The indicator's Vietnamese name, as records give it.",
    "label_en": "Its English name.",
    "meaning": "What it counts, in an English sentence.",
    "kinds": "The kinds of number that it can carry.",
    "percent": "What a percentage of it is where no word says so.",
    "units": "The nouns or unit signs that a count, ratio or measure must have, for topics, verbs and settings.",
    "phrases": "The words around the number: {value}; (a|b) one of; [a] optional; ... a few words.",
    "topics": "Words that say what the passage is about; without {value}.",
    "verbs": "What is done to one of the units, in the number's own clause.",
    "settings": "Where such units belong to this indicator unless something else claims them.",
    "unless": "Words in the number's clause with which it is not this indicator.",
    "regex": "For what phrases cannot say: on the folded text, with a group (?P<value>...) at the number.",
    "examples": "Texts with the fields that one of their records must have: each is a test.",
    "counterexamples": "Texts that must give no record of this indicator: each is a test.",
    "todo": "Known misses, as examples; one that comes to pass fails the test.",
}
"""The key of an indicator -> what an editor says of it."""


# --- loading ---------------------------------------------------------------------------------------------------------


def load_patterns(paths: Sequence[Path] = (), builtin: Path | None = None) -> PatternSet:
    """Read pattern files, and the *.toml of folders (not of their sub-folders), by name.

    builtin: the shipped file or folder, read first; ids of `paths` may replace its ids, but not each other's.
    Raises PatternErrors with every problem of every file.
    """
    patterns, problems = read_patterns(paths, builtin)
    if problems:
        raise PatternErrors(problems)
    return patterns


def read_patterns(paths: Sequence[Path] = (), builtin: Path | None = None) -> tuple[PatternSet, list[Problem]]:
    """As load_patterns, but gives what could be read beside the problems."""
    problems: list[Problem] = []
    seen: set[str] = set()
    shipped = _indicators(_files([builtin] if builtin else [], seen, problems), problems)
    own = _indicators(_files(paths, seen, problems), problems)
    return PatternSet(tuple((shipped | own).values()), tuple(name for name in shipped if name in own)), problems


def problems_of(text: str) -> list[Problem]:
    """What is wrong with the text of a pattern file."""
    read = TomlFile(text, tomllib.loads(text, parse_float=Decimal))
    found = (_indicator(Path("text"), name, table, read) for name, table in read.tables.items())
    return [problem for one in found if not isinstance(one, Indicator) for problem in one]


def resolved(path: Path) -> str:
    """The one name of a file, whatever path leads to it."""
    return os.path.realpath(path)


def files_of(path: Path) -> list[Path]:
    """The pattern files that a path stands for: itself, or a folder's. May raise OSError or ValueError."""
    return sorted(path.glob("*.toml")) if path.is_dir() else [path]


def _files(paths: Sequence[Path], seen: set[str], problems: list[Problem]) -> list[Path]:
    """The files of `paths` that are not yet among `seen` (resolved), which grows."""
    files: list[Path] = []
    for path in paths:
        try:
            found = files_of(path)
            new = {resolved(file): file for file in found}
        except (OSError, ValueError) as error:
            problems.append(Problem(str(path), f"cannot be read: {reason(error)}"))
            continue
        if not found:
            problems.append(Problem(str(path), "no *.toml file in this folder"))
        files += [file for name, file in new.items() if name not in seen]
        seen.update(new)
    return files


def _indicators(files: Sequence[Path], problems: list[Problem]) -> dict[str, Indicator]:
    """The indicators of `files` by id; of those with a problem only the id is remembered, for duplicates."""
    indicators: dict[str, Indicator] = {}
    first: dict[str, Path] = {}
    for file in files:
        read = _read(file, problems)
        for name, table in read.tables.items():
            if name in first:
                problems.append(Problem(str(file), f"this id is already defined in {first[name]}", table=name, line=read.line(name)))
                continue
            first[name] = file
            found = _indicator(file, name, table, read)
            if isinstance(found, Indicator):
                indicators[name] = found
            else:
                problems.extend(found)
    return indicators


def _read(file: Path, problems: list[Problem]) -> TomlFile:
    """A file; without tables, and with a problem, where it cannot be used."""
    try:
        read = read_toml(file)
    except TomlProblem as problem:
        problems.append(Problem(str(file), problem.message, caret=problem.caret, line=problem.line))
        return TomlFile("", {})
    if not read.tables:
        problems.append(Problem(str(file), "holds no indicator: a table such as [ho_so_tiep_nhan]"))
    return read


def _indicator(file: Path, name: str, table: object, read: TomlFile) -> Indicator | list[Problem]:
    problems: list[Problem] = []

    def add(message: str, place: tuple[int | str, ...] = (), caret: str | None = None) -> None:
        problems.append(Problem(str(file), message, name[:80], _item(place) or None, caret, read.line(name, *place)))

    if not isinstance(table, dict):
        add("stands outside of a table; an indicator begins with a line [its_id]")
        return problems
    for message in _as_a_whole(name, table):
        add(message)
    try:
        entry = Entry.model_validate(table)
    except ValidationError as error:
        for detail in _details(error):
            add(_message(detail), detail["loc"], detail.get("ctx", {}).get("caret"))
    left = len(problems) - MAX_PROBLEMS
    if left > 0:
        del problems[MAX_PROBLEMS:]
        add(f"and {left} more problems")
    if problems:
        return problems
    return Indicator.model_construct(**dict(entry), id=name, topic=file.stem, file=str(file))


def _as_a_whole(name: str, table: dict[str, object]) -> Iterator[str]:
    """What is wrong with an indicator, but with no single item of it."""
    if not is_id(name):
        yield "a bad id: write lower-case syllables a-z, 0-9 without marks, joined by _ (ho_so_tiep_nhan)"
    if not any(table.get(item) for item in _MATCHING):
        yield f"has none of {', '.join(_MATCHING)}: nothing could match"
    for item in _NEED_UNITS:
        if table.get(item) and not table.get("units"):
            yield f"{item} need units: they claim only numbers that count one of them"


def _details(error: ValidationError) -> list[ErrorDetails]:
    """The errors, without lists that are too short only because items were refused."""
    return [detail for detail in error.errors(include_url=False) if detail["type"] != "too_short" or not detail["input"]]


def is_id(name: str) -> bool:
    """Whether an indicator may have this id."""
    return len(name) <= 80 and _ID.fullmatch(name) is not None


def _item(place: tuple[int | str, ...]) -> str:
    """("examples", 0, "value") -> "examples[0].value"."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".")[:100]


_WORDINGS = {
    "missing": "is missing",
    "string_type": "must be a string",
    "tuple_type": 'must be a list: ["...", "..."]',
    "model_type": 'must be a table such as { text = "...", value = 1 }',
    "string_too_short": "is empty",
    "too_short": "is empty: at least one is needed",
}
"""pydantic's type of an error -> what we say; other errors speak for themselves."""


def _message(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "extra_forbidden":
            model = Example if detail["loc"][0] in ("examples", "todo") else Entry
            hint = did_you_mean(str(detail["loc"][-1]), model.model_fields)
            return f"unknown key{hint or '; known are ' + ', '.join(model.model_fields)}"
        case "literal_error":
            known = _LITERALS[next(str(part) for part in reversed(detail["loc"]) if isinstance(part, str))]
            hint = did_you_mean(str(detail["input"]), known)
            return f"must be one of {', '.join(known)}{hint}"
        case "string_too_long":
            return f"longer than {detail['ctx']['max_length']} characters"
        case other:
            return _WORDINGS.get(other, detail["msg"])


_LITERALS: dict[str, tuple[str, ...]] = {
    "kinds": get_args(Kind),
    "kind": get_args(Kind),
    "percent": get_args(Measure),
    "qualifier": get_args(Qualifier),
    "status": get_args(Status),
    "measure": get_args(Measure),
    "direction": get_args(Direction),
}
"""The item -> the words it may hold."""
