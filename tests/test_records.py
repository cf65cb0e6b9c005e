"""The record: its fields, its exact numbers, its schema."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from conftest import SHARED, record
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from qcdc_extract.model import Period
from qcdc_extract.records import Record, Span, digits, json_schema

NUMBERS = [
    (Decimal(4984), "4984"),
    (Decimal("12.50"), "12.5"),
    (Decimal("90.49"), "90.49"),
    (Decimal("1.42E+15"), "1420000000000000"),
    (Decimal("1E+3"), "1000"),
    (Decimal("12345678901234.5"), "12345678901234.5"),
    (Decimal("0.10"), "0.1"),
    (Decimal("-3.10"), "-3.1"),
    (Decimal("-0.0"), "0"),
    (Decimal("1E-7"), "0.0000001"),
    (Decimal("123456789012345678901234567890.123456789"), "123456789012345678901234567890.123456789"),
]


@pytest.mark.parametrize(("number", "plain"), NUMBERS)
def test_numbers_are_written_with_every_digit_and_no_exponent(number: Decimal, plain: str) -> None:
    assert digits(number) == plain
    assert f'"value": {plain},' in record(value=number).to_json()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_a_number_comes_back_from_json_unchanged(number: Decimal) -> None:
    assert json.loads(record(value=number).to_json(), parse_float=Decimal, parse_int=Decimal)["value"] == number


def test_the_json_has_every_field_in_order_and_is_one_unescaped_line() -> None:
    line = record(unit="hồ sơ", subject='nói "có"\u2028\n', flags=("a", "b")).to_json()
    assert "\n" not in line
    assert "hồ sơ" in line
    assert list(json.loads(line)) == [
        *("document", "source", "span", "value", "value_max", "total", "kind", "unit", "qualifier", "status", "measure", "direction"),
        *("indicator", "label", "subject", "period", "period_from", "baseline", "evidence", "place", "pattern", "flags"),
    ]
    assert json.loads(line)["subject"] == 'nói "có"\u2028\n'


def test_dates_are_iso_and_absent_things_null() -> None:
    half = Period(date(2019, 1, 1), date(2019, 6, 30))
    fields = json.loads(record(period=half, period_from="clause").to_json())
    assert fields["period"] == {"start": "2019-01-01", "end": "2019-06-30"}
    assert fields["baseline"] is None
    assert fields["flags"] == []


def test_a_record_comes_back_from_its_json() -> None:
    half = Period(date(2019, 1, 1), date(2019, 6, 30))
    full = record(value=Decimal("10.5"), value_max=Decimal(15), period=half, baseline=half, period_from="heading", flags=("x",))
    assert Record.model_validate_json(full.to_json()) == full


WRONG = [
    ("a span whose text has another length", {"span": {"start": 3, "end": 9, "text": "4.984"}}),
    ("an empty span", {"span": {"start": 3, "end": 3, "text": ""}}),
    ("a negative position", {"span": {"start": -1, "end": 4, "text": "4.984"}}),
    ("no number", {"value": Decimal("NaN")}),
    ("an unknown kind", {"kind": "amount"}),
    ("an unknown field", {"confidence": 1}),
]


@pytest.mark.parametrize(("fields"), [fields for _, fields in WRONG], ids=[name for name, _ in WRONG])
def test_a_wrong_record_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        record(**fields)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        record().value = Decimal(5)  # type: ignore[misc]
    with pytest.raises(ValidationError):
        record().span.start = 5  # type: ignore[misc]


def test_the_schema_says_that_numbers_are_numbers_and_every_field_is_there() -> None:
    schema = json_schema()
    assert schema["properties"]["value"]["type"] == "number"
    assert {"type": "number"} in schema["properties"]["total"]["anyOf"]
    assert schema["required"] == list(json.loads(record().to_json()))
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Period"]["properties"]["start"]["format"] == "date"


def test_every_field_of_the_contract_is_there() -> None:
    contract = SHARED / "contract" / "RECORD.md"
    if not contract.is_file():
        pytest.skip("../shared/contract is not here")
    rows = contract.read_text("utf-8").split("## Fields")[1].split("## ")[0].splitlines()
    cells = [row.split("|")[1] for row in rows if row.startswith("| ") and not row.startswith("| field")]
    named = {name.split("{")[0].strip() for cell in cells for name in (cell.split(",") if "{" not in cell else [cell])}
    assert named <= set(Record.model_fields)
    assert set(Span.model_fields) == {"start", "end", "text"}
