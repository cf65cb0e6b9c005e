"""The statistic record: one number of a text, what it says, and where it stands. The only thing that leaves the program.

The fields and their meanings are fixed; they are described here once, and `qcdc-extract schema` prints them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring as _text
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator

from qcdc_extract.model import Direction, Kind, Measure, Period, Qualifier, Status

PeriodFrom = Literal["clause", "sentence", "paragraph", "heading", "opening", "document"]

# pydantic would describe and write a Decimal as a string; a record's numbers are JSON numbers.
Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]


class Span(BaseModel):
    """A stretch of the text as it was decoded: code points, half open; text == source[start:end]."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0)
    end: int
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_is_right(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} does not have the length of its text")
        return self


class Record(BaseModel):
    """One statistic. Values are in base units ("1,2 triệu" is 1200000) and exact; in JSON they are numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str = Field(description="the document's id: a data row's id, else the file's name without its ending")
    source: str = Field(description='the path it was read from, "-" for standard input')
    span: Span = Field(description="the number with its magnitude words, its % or currency or unit sign, and both ends of a ratio or range")
    value: Number = Field(description="in base units; a ratio's first part, a range's lower end")
    value_max: Number | None = Field(default=None, description="a range's upper end")
    total: Number | None = Field(default=None, description="a ratio's second part")
    kind: Kind
    unit: str | None = Field(default=None, description='"%", an ISO currency, a unit symbol, or the counted noun as the text writes it')
    qualifier: Qualifier = "exact"
    status: Status = "actual"
    measure: Measure = "level"
    direction: Direction | None = Field(default=None, description="of a change, and of a plan that is exceeded or missed")
    indicator: str | None = Field(default=None, description="the indicator's id, null where none fits")
    label: str | None = Field(default=None, description="the indicator's Vietnamese label, or the subject where there is none")
    subject: str | None = Field(default=None, description="what is counted or measured, in the text's words")
    period: Period | None = Field(default=None, description="the time the number is about, both days inclusive")
    period_from: PeriodFrom | None = Field(default=None, description="which part of the text, or the document's own date, gave the period")
    baseline: Period | None = Field(default=None, description="what a change is compared with, where the text names it")
    evidence: Span = Field(description="the sentence the number stands in")
    place: str | None = Field(default=None, description="the locality the number is about, as the text names it")
    pattern: str | None = Field(default=None, description="the phrase and pattern file that matched")
    flags: tuple[str, ...] = Field(default=(), description="what a careful reader should know")

    def to_json(self) -> str:
        """The record as one line of JSON: UTF-8 unescaped, fields in their fixed order, every digit exact."""
        return _LINE % tuple(["null" if value is None else _WRITE[type(value)](value) for value in vars(self).values()])


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record as `to_json` writes it: every field is always there."""
    schema = Record.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "required": list(Record.model_fields)}


def digits(number: Decimal) -> str:
    """Plain decimal digits of a finite number, exact: no exponent, no needless zeros, no minus before 0."""
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def _period(period: Period) -> str:
    return f'{{"start": "{period.start.isoformat()}", "end": "{period.end.isoformat()}"}}'


# Written by hand: pydantic's own writer would pass a Decimal through float or a string.
_LINE = "{" + ", ".join(f'"{name}": %s' for name in Record.model_fields) + "}"
_WRITE: dict[type, Callable[[Any], str]] = {
    str: _text,
    int: str,
    Decimal: digits,
    date: lambda day: f'"{day.isoformat()}"',
    Span: lambda span: f'{{"start": {span.start}, "end": {span.end}, "text": {_text(span.text)}}}',
    Period: _period,
    tuple: lambda items: "[" + ", ".join(map(_text, items)) + "]",
}
