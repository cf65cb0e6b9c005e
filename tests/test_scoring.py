"""The scorer against small cases counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from bench.scoring import FIELDS, Figures, Tally, figures, judge, right_field


def row(start: int, end: int, value: float, **fields: Any) -> dict[str, Any]:
    """A record as JSON; fields left out are the plain ones."""
    plain = {
        "span": {"start": start, "end": end, "text": "x" * (end - start)},
        "value": value,
        "value_max": None,
        "total": None,
        "kind": "count",
        "unit": "hộ",
        "qualifier": "exact",
        "status": "actual",
        "measure": "level",
        "direction": None,
        "indicator": None,
        "period": None,
        "baseline": None,
        "subject": "hộ nghèo",
    }
    return plain | fields


def score(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> Figures:
    return figures(judge("d", expected, found))


def test_what_is_right_is_right() -> None:
    rows = [row(0, 2, 12, indicator="ho_ngheo"), row(5, 7, 3)]
    scored = score(rows, rows)
    assert scored.quantity == scored.record == Tally(2, 0, 0)
    assert scored.indicator == Tally(1, 0, 0)
    assert scored.fields == dict.fromkeys(FIELDS, 1.0)


def test_a_missed_record_and_one_too_many() -> None:
    scored = score([row(0, 2, 12, indicator="ho_ngheo"), row(5, 7, 3)], [row(5, 7, 3), row(9, 10, 4, indicator="dan_so")])
    assert scored.quantity == scored.record == Tally(right=1, wrong=1, missed=1)
    assert scored.indicator == Tally(right=0, wrong=1, missed=1)


@pytest.mark.parametrize("change", [{"value": 13}, {"value_max": 14}, {"total": 20}, {"kind": "ratio"}])
def test_a_wrong_number_is_wrong_and_missed(change: dict[str, Any]) -> None:
    expected = row(0, 2, 12, indicator="ho_ngheo")
    scored = score([expected], [expected | change])
    assert scored.quantity == scored.indicator == scored.record == Tally(0, 1, 1)
    assert scored.fields == dict.fromkeys(FIELDS)


def test_numbers_are_equal_up_to_a_billionth() -> None:
    assert score([row(0, 2, 0.3)], [row(0, 2, 0.1 + 0.2)]).quantity == Tally(1, 0, 0)
    assert score([row(0, 2, 1_000_000)], [row(0, 2, 1_000_001)]).quantity == Tally(0, 1, 1)


@pytest.mark.parametrize("name", ["unit", "qualifier", "status", "measure", "direction", "indicator", "period"])
def test_one_wrong_strict_field_spoils_the_record(name: str) -> None:
    other = {"start": "2020-01-01", "end": "2020-12-31"} if name == "period" else "khác"
    scored = score([row(0, 2, 12), row(5, 7, 3)], [row(0, 2, 12), row(5, 7, 3, **{name: other})])
    assert scored.quantity == Tally(2, 0, 0)
    assert scored.record == Tally(1, 1, 1)
    assert scored.fields == dict.fromkeys(FIELDS, 1.0) | {name: 0.5}


@pytest.mark.parametrize("name", ["baseline", "subject"])
def test_a_wrong_loose_field_does_not(name: str) -> None:
    other = {"start": "2020-01-01", "end": "2020-12-31"} if name == "baseline" else "trường học"
    scored = score([row(0, 2, 12)], [row(0, 2, 12, **{name: other})])
    assert scored.record == Tally(1, 0, 0)
    assert scored.fields[name] == 0.0


def test_wrong_indicators_count_where_they_are_named() -> None:
    """Named and expected: wrong and missed. Only named: wrong. Only expected: missed."""
    expected = [row(0, 1, 1, indicator="a"), row(2, 3, 1), row(4, 5, 1, indicator="a"), row(6, 7, 1)]
    found = [row(0, 1, 1, indicator="b"), row(2, 3, 1, indicator="b"), row(4, 5, 1), row(6, 7, 1)]
    assert score(expected, found).indicator == Tally(right=0, wrong=2, missed=2)


def test_another_right_indicator_is_right() -> None:
    expected = row(0, 1, 1, indicator="a", also=["b", "c"])
    assert score([expected], [row(0, 1, 1, indicator="c")]).indicator == Tally(1, 0, 0)
    assert score([expected], [row(0, 1, 1, indicator="d")]).indicator == Tally(0, 1, 1)


def test_where_none_is_expected_the_also_may_be_named() -> None:
    assert score([row(0, 1, 1, also=["b"])], [row(0, 1, 1, indicator="b")]).indicator == Tally(1, 0, 0)


def test_optional_records_are_neither_missed_nor_wrong() -> None:
    expected = [row(0, 5, 100, optional=True), row(8, 9, 3)]
    assert score(expected, [row(8, 9, 3)]).quantity == Tally(1, 0, 0)
    assert score(expected, [row(0, 5, 100), row(8, 9, 3)]).quantity == Tally(1, 0, 0)
    # Not even a second one in the same place.
    assert score(expected, [row(0, 2, 7), row(3, 5, 8), row(8, 9, 3)]).quantity == Tally(1, 0, 0)


def test_each_record_is_paired_once_right_numbers_first() -> None:
    # The longer overlap has the wrong number; the right one wins, the other is one too many.
    scored = score([row(0, 10, 12)], [row(0, 8, 99), row(9, 10, 12)])
    assert scored.quantity == Tally(right=1, wrong=1, missed=0)


def test_among_wrong_numbers_the_longest_overlap_is_paired() -> None:
    judged = judge("d", [row(0, 10, 12)], [row(0, 2, 98), row(3, 10, 99)])
    assert [j.found and j.found["value"] for j in judged] == [99, 98]
    assert [j.expected is not None for j in judged] == [True, False]


def test_spans_that_only_touch_are_apart() -> None:
    assert score([row(0, 2, 12)], [row(2, 4, 12)]).quantity == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("lượt người", "lượt", True),
        ("lượt", "lượt người dân", True),
        ("lượt người", "người", False),
        ("hồ sơ", "hồ nước ngọt", True),
        ("đại biểu hội đồng", "đại hội", True),
        ("Hộ", "hộ", True),
        ("ho\u0323\u0302", "hộ", True),
        (None, None, True),
        (None, "hộ", False),
        ("hộ", None, False),
    ],
)
def test_a_counted_noun_may_be_shorter_or_longer(wanted: str | None, given: str | None, right: bool) -> None:
    assert right_field("unit", row(0, 1, 1, unit=wanted), row(0, 1, 1, unit=given)) is right


def test_other_units_must_be_the_same() -> None:
    assert not right_field("unit", row(0, 1, 1, kind="measure", unit="tấn/ha"), row(0, 1, 1, unit="tấn"))


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("hồ sơ đúng hạn", "đúng hạn", True),
        ("hồ sơ đúng hạn", "hồ sơ trễ", True),
        ("thu ngân sách", "chi tiêu", False),
        (None, "thu", False),
    ],
)
def test_subjects_share_half_of_the_shorter_ones_words(wanted: str | None, given: str, right: bool) -> None:
    assert right_field("subject", row(0, 1, 1, subject=wanted), row(0, 1, 1, subject=given)) is right


def test_precision_recall_and_f1() -> None:
    tally = Tally(right=6, wrong=2, missed=4)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)
