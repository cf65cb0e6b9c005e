"""The hard Vietnamese cases of hard_cases.toml, each line of them, composed and decomposed, as typed and as pasted from a web page."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

import qcdc_extract as qx
from qcdc_extract.model import Period

CASES = tomllib.loads(Path(__file__).with_name("hard_cases.toml").read_text("utf-8"), parse_float=Decimal)
LINES = range(1, 161)

UNITS = {"percent": "%", "money": "VND"}
MEASURES = {"percent": "share", "ratio": "share"}


def pasted(text: str) -> str:
    """As it comes from a web page under Windows: no-break spaces and CRLF."""
    return text.replace(" ", "\u00a0").replace("\n", "\r\n")


FORMS = {
    "nfc": lambda text: unicodedata.normalize("NFC", text),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "pasted": lambda text: pasted(unicodedata.normalize("NFC", text)),
}
AS_WRITTEN = {"as written": str}


def cases(part: str) -> list[ParameterSet]:
    """A test for each case and form, named by line, place in the line, and form: "line 38.1 nfd"."""
    seen: Counter[int] = Counter()
    rows = []
    for case in CASES[part]:
        line = case["line"]
        seen[line] += 1
        for name, form in (AS_WRITTEN if line == 153 else FORMS).items():
            rows.append(pytest.param(form(case["text"]), case, id=f"line {line}.{seen[line]} {name}", marks=marks(case)))
    return rows


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []


def days(text: str) -> Period | None:
    """ "2020-01-01/2020-06-30", "2020-06-30" or ""."""
    start, _, end = text.partition("/")
    return Period(date.fromisoformat(start), date.fromisoformat(end or start)) if start else None


def alike(text: str) -> str:
    """One spelling for what a form changes: composed, one kind of space, one line end."""
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u2009", " ").replace("\r\n", "\n")


def expected_record(given: dict[str, Any]) -> dict[str, Any]:
    """Every field that is compared; "*" is not."""
    kind = given.get("kind", "count")
    plain: dict[str, Any] = {
        "value": None,
        "value_max": None,
        "total": None,
        "kind": "count",
        "unit": UNITS.get(kind),
        "qualifier": "exact",
        "status": "actual",
        "measure": MEASURES.get(kind, "level"),
        "direction": None,
        "flags": [],
        "period": "",
        "baseline": "",
    }
    fields = plain | given
    for name in ("period", "baseline"):
        fields[name] = days(fields[name])
    for name in ("unit", "indicator"):
        if name in fields:
            fields[name] = fields[name] or None
    fields["span"] = alike(fields["span"])
    return {name: value for name, value in fields.items() if value != "*"}


def found_record(record: qx.Record, names: dict[str, Any]) -> dict[str, Any]:
    """The fields of a record that are compared."""
    fields = {name: getattr(record, name) for name in names if name != "span"}
    if "flags" in fields:
        fields["flags"] = list(fields["flags"])
    if fields.get("unit"):
        fields["unit"] = alike(fields["unit"])
    return {"span": alike(record.span.text), **fields}


@pytest.mark.parametrize(("text", "case"), cases("text"))
def test_a_text_gives_its_records(text: str, case: dict[str, Any]) -> None:
    records = qx.extract(text, date=case.get("date"), indicators_only=False)
    for record in records:
        assert text[record.span.start : record.span.end] == record.span.text
    assert [alike(record.span.text) for record in records] == [alike(given["span"]) for given in case["records"]]
    for record, given_fields in zip(records, case["records"], strict=True):
        expected = expected_record(given_fields)
        assert found_record(record, expected) == expected


@pytest.mark.parametrize(("text", "case"), cases("number"))
def test_a_number_alone(text: str, case: dict[str, Any]) -> None:
    number = qx.parse_number(text)
    assert number is not None
    given_fields = case["number"]
    plain: dict[str, Any] = {"value": None, "value_max": None, "total": None, "kind": "count", "qualifier": "exact", "flags": []}
    plain["unit"] = UNITS.get(given_fields.get("kind", ""))
    expected = {name: value for name, value in (plain | given_fields).items() if value != "*"}
    found = {name: getattr(number, name) for name in expected}
    assert found | {"flags": list(number.flags)} == {"flags": list(number.flags)} | expected


@pytest.mark.parametrize(("text", "case"), cases("period"))
def test_a_period_alone(text: str, case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["date"]) if "date" in case else None
    assert qx.parse_period(text, day) == days(case["days"])


def test_every_line_is_tested() -> None:
    tested = {case["line"] for part in ("text", "number", "period") for case in CASES[part]}
    assert tested == set(LINES)


@given(st.lists(st.booleans(), min_size=18, max_size=18))
def test_line_149_half_composed_half_decomposed(decomposed: list[bool]) -> None:
    """Each letter composed or decomposed by itself."""
    letters = zip("tiếp nhận 45 hồ sơ", decomposed, strict=True)
    text = "".join(unicodedata.normalize("NFD" if apart else "NFC", letter) for letter, apart in letters)
    (record,) = qx.extract(text)
    assert (record.value, record.unit, record.indicator) == (Decimal(45), "hồ sơ", "ho_so_tiep_nhan")
    assert text[record.span.start : record.span.end] == "45"


def test_line_153_windows_1258_bytes() -> None:
    text = b"ti\xea\xecp nh\xe2\xf2n 45 h\xf4\xcc s\xf5".decode("cp1258")
    assert not unicodedata.is_normalized("NFC", text)
    (record,) = qx.extract(text)
    assert (record.value, record.unit, record.indicator) == (Decimal(45), "hồ sơ", "ho_so_tiep_nhan")
    assert text[record.span.start : record.span.end] == "45"


def test_line_155_nothing_is_claimed_without_marks() -> None:
    assert qx.extract("tiep nhan 45 ho so") == []
