"""Runs the examples, counterexamples and todos of pattern files.

An example must give a record of its indicator with the fields that it names, a counterexample none of its indicator, and a todo, a
known miss, must still fail: one that passes has to become an example.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from qcdc_extract.document import Document
from qcdc_extract.errors import SlowPattern
from qcdc_extract.patterns import Example, Indicator
from qcdc_extract.pipeline import Extractor
from qcdc_extract.records import Record

Part = Literal["examples", "counterexamples", "todo"]
PARTS: tuple[Part, ...] = ("examples", "counterexamples", "todo")

_UNSHOWN = {"document", "source", "span", "evidence", "label", "flags", "place"}


@dataclass(frozen=True, slots=True)
class Case:
    """One item of one list of an indicator."""

    indicator: Indicator
    part: Part
    number: int
    item: Example | str

    @property
    def name(self) -> str:
        """As in problems: "ho_so_tiep_nhan.examples[0]"."""
        return f"{self.indicator.id}.{self.part}[{self.number}]"

    @property
    def text(self) -> str:
        return self.item if isinstance(self.item, str) else self.item.text


def cases(indicators: Iterable[Indicator], *parts: Part) -> Iterator[Case]:
    """Every case of these indicators; with `parts`, only those."""
    for indicator in indicators:
        for part in parts or PARTS:
            for number, item in enumerate(getattr(indicator, part)):
                yield Case(indicator, part, number, item)


def failure(extractor: Extractor, case: Case) -> str | None:
    """Why a case fails, in lines without its text; None where it passes."""
    slow: list[SlowPattern] = []
    day = None if isinstance(case.item, str) else case.item.date
    records = extractor.extract(Document("t", case.text, date=day), indicators_only=False, warn=slow.append)
    if slow:
        return "\n".join(f"{one.pattern}: {one.what}" for one in slow)
    if isinstance(case.item, str):
        return _claimed(case.indicator, records)
    missed = _missed(case.indicator, case.item, records)
    if case.part == "todo":
        return "it works now: move it to examples" if missed is None else None
    return missed


def _claimed(indicator: Indicator, records: list[Record]) -> str | None:
    """What a counterexample should not have given."""
    wrong = [record for record in records if record.indicator == indicator.id]
    return "\n".join(["it gives a record of this indicator:", *map(shown, wrong)]) if wrong else None


def _missed(indicator: Indicator, example: Example, records: list[Record]) -> str | None:
    """Why no record of an example's text is the expected one."""
    own = [record for record in records if record.indicator == indicator.id]
    if any(not _differences(example, record) for record in own):
        return None
    if own:
        return "\n".join(f"{shown(record)}\n  differs in {'; '.join(_differences(example, record))}" for record in own)
    if records:
        return "\n".join(["no record has this indicator; there are:", *map(shown, records)])
    return "no number was found in it"


def _differences(example: Example, record: Record) -> list[str]:
    """The fields that the example gives and that the record has otherwise."""
    found = {name: getattr(record, name) for name in example.expected}
    return [f"{name}: expected {_plain(expected)}" for name, expected in example.expected.items() if found[name] != expected]


def shown(record: Record) -> str:
    """What a person needs to see of a record to mend a pattern, in a line."""
    fields = (f"{name} {_plain(value)}" for name, value in record if name not in _UNSHOWN and value is not None)
    return f'"{record.span.text}": {", ".join(fields)}'


def _plain(value: object) -> str:
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    return f"{start}/{end}" if start and end else str(value)
