"""The values that travel through the program: periods, mentions and sentences.

All positions are code points of `Text.nfc` (see document.py), half open, unless a name says otherwise.
Everything here is frozen: a step takes values and returns new ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar, dataclass_transform

Kind = Literal["count", "percent", "money", "measure", "ratio", "index"]
Qualifier = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most"]
Status = Literal["actual", "estimate", "target"]
Measure = Literal["level", "share", "change", "of_plan", "of_previous"]
Direction = Literal["increase", "decrease"]

KINDS: tuple[Kind, ...] = ("count", "percent", "money", "measure", "ratio", "index")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends inclusive; one day is that day twice."""

    start: date
    end: date

    @property
    def is_day(self) -> bool:
        return self.start == self.end


_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[_T]) -> type[_T]:
    """A dataclass that the type checker holds frozen; one that is so at run time takes four times as long to make."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


@frozen
class Quantity:
    """A number with its magnitude words and its %, currency or unit sign.

    value, value_max and total are in base units, as contract fields of the same name. `value` is None where the
    text gives no point value ("hàng nghìn", a broken number): such a mention never becomes a record by itself.
    unit is the canonical unit of percent, money and measure; for counts and ratios it is None here (the counted
    noun is read later, from the words around). `noun_from` is where the words after the number begin: the end of
    the span, or behind a part that repeats it ("15 (mười lăm) ngày", "(số liệu ...)").
    """

    start: int
    end: int
    kind: Kind
    value: Decimal | None
    value_max: Decimal | None = None
    total: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    signed: Direction | None = None
    flags: tuple[str, ...] = ()
    noun_from: int = -1

    @property
    def after(self) -> int:
        """Where the words that follow the number begin."""
        return self.end if self.noun_from < 0 else self.noun_from


@frozen
class Trap:
    """Figures that only look like a statistic, and why: a document code, a phone, a list mark, ..."""

    start: int
    end: int
    reason: str


@frozen
class Sentence:
    """A stretch of one line between sentence ends; zone says what part of the document the line belongs to."""

    start: int
    end: int
    zone: Literal["body", "title", "heading", "list", "table", "furniture"]
    paragraph: int
