"""The shipped pattern files are tested by their own examples, counterexamples and todos."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qcdc_extract.document import Document
from qcdc_extract.model import Period
from qcdc_extract.patterns import Example, Indicator
from qcdc_extract.pipeline import Extractor
from qcdc_extract.records import Record

EXTRACTOR = Extractor()
PATTERNS = EXTRACTOR.patterns
UNSHOWN = {"document", "source", "span", "evidence", "label", "flags", "place"}


def cases(part: str) -> list[object]:
    """A test case for each item of `part` of each indicator, named as in problems: "ho_so_tiep_nhan.examples[0]"."""
    return [
        pytest.param(indicator, item, id=f"{indicator.id}.{part}[{number}]")
        for indicator in PATTERNS
        for number, item in enumerate(getattr(indicator, part))
    ]


def shown(record: Record) -> str:
    """What a person needs to see of a record to mend a pattern."""
    fields = {name: value for name, value in record if name not in UNSHOWN and value is not None}
    return f"{record.span.text!r} {fields}"


def differences(example: Example, record: Record) -> list[str]:
    """The fields that the example gives and that the record has otherwise."""
    return [name for name, expected in example.expected.items() if not same(expected, getattr(record, name))]


def same(expected: object, found: object) -> bool:
    if isinstance(expected, Decimal):
        return found is not None and Decimal(str(found)) == expected
    if isinstance(expected, Period):
        return found is not None and (getattr(found, "start", None), getattr(found, "end", None)) == (expected.start, expected.end)
    return found == expected


def misses(indicator: Indicator, example: Example) -> str | None:
    """Why no record of the example's text is the expected one; None where one is."""
    records = EXTRACTOR.extract(Document("t", example.text, date=example.date), indicators_only=False)
    own = [record for record in records if record.indicator == indicator.id]
    if any(not differences(example, record) for record in own):
        return None
    near = [f"{shown(record)}\n    differs in: {', '.join(differences(example, record))}" for record in own]
    others = [shown(record) for record in records if record.indicator != indicator.id]
    return "\n".join([example.text, *(near or ["no record has this indicator; there are:", *others])])


@pytest.mark.parametrize(("indicator", "example"), cases("examples"))
def test_an_example_gives_its_record(indicator: Indicator, example: Example) -> None:
    missed = misses(indicator, example)
    if missed:
        pytest.fail(missed, pytrace=False)


@pytest.mark.parametrize(("indicator", "text"), cases("counterexamples"))
def test_a_counterexample_gives_no_record_of_the_indicator(indicator: Indicator, text: str) -> None:
    records = EXTRACTOR.extract(Document("t", text), indicators_only=False)
    wrong = [shown(record) for record in records if record.indicator == indicator.id]
    if wrong:
        pytest.fail("\n".join([text, *wrong]), pytrace=False)


@pytest.mark.parametrize(("indicator", "example"), cases("todo"))
def test_a_todo_still_fails(indicator: Indicator, example: Example) -> None:
    if misses(indicator, example) is None:
        pytest.fail(f"it works now, move it to examples: {example.text}", pytrace=False)


def test_there_are_examples_and_counterexamples() -> None:
    assert len(cases("examples")) >= len(PATTERNS) > 0
    assert cases("counterexamples")
