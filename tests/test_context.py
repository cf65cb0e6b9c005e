"""What the words around a number make of it: period, status, measure, unit, and the tables of plain text. Sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

import qcdc_extract as qx
from qcdc_extract.records import Record


def read(text: str, day: date | None = None) -> dict[str, Record]:
    return {record.span.text: record for record in qx.extract(text, date=day, indicators_only=False)}


def days(record: Record) -> str | None:
    return f"{record.period.start}/{record.period.end}" if record.period else None


JULY = date(2024, 7, 12)


@pytest.mark.parametrize(
    ("text", "day", "number", "expected"),
    [
        ("Sáu tháng qua, xã mở 14 cuộc họp dân.", JULY, "14", "2024-01-01/2024-06-30"),
        ("HĐND xã khóa XX (nhiệm kỳ 2021 - 2026)\n\nXã mở 14 cuộc họp dân.", None, "14", None),
        ("Quý I/2024, xã tiếp nhận 210 hồ sơ, trong đó 12 hồ sơ kỳ trước chuyển sang.", None, "12", "2024-01-01/2024-03-31"),
        ("Năm 2023 xã có 9 mô hình. Trong khi đó, xã bên có 4 mô hình.", None, "4", "2023-01-01/2023-12-31"),
        ("Xã tiếp 24 lượt trong quý III năm 2023 và 71 lượt trong 9 tháng năm 2023.", None, "71", "2023-01-01/2023-09-30"),
        ("Sáng 3/7, công ty tổ chức hội nghị người lao động năm 2024 với 215 đại biểu.", JULY, "215", "2024-07-03/2024-07-03"),
        ("Tại kỳ họp thứ 3 (tháng 12/2023), HĐND xã nhận 16 kiến nghị.", None, "16", "2023-12-01/2023-12-31"),
        # "Trong" opens the sentence, so the stretch holds on
        ("Xã họp dân. Trong năm 2021-2022, xã xây 12 căn nhà. Hộ nghèo nhận 7 căn.", None, "7", "2021-01-01/2022-12-31"),
    ],
)
def test_the_period_of_a_number(text: str, day: date | None, number: str, expected: str | None) -> None:
    assert days(read(text, day)[number]) == expected


@pytest.mark.parametrize(
    ("text", "number", "status"),
    [
        ("Kết luận của Đảng ủy\n\n1. Đảng ủy yêu cầu từ nay đến cuối năm:\na) Mở 5 cuộc đối thoại.\nb) Thăm 30 hộ nghèo.", "30", "target"),
        ("Hội nghị thông qua chỉ tiêu năm 2025: thu 12 tỷ đồng; mở 8 lớp học nghề.", "8", "target"),
        ("Xã hoàn thành các chỉ tiêu: mở 8 lớp học nghề.", "8", "actual"),
        ("Huyện dự kiến sẽ mở 8 lớp học nghề.", "8", "estimate"),
        ("Số hồ sơ vượt dự kiến, lên 840 hồ sơ.", "840", "actual"),
        ("Tỷ lệ đúng hạn đạt 82%, thấp hơn chỉ tiêu huyện giao (85%).", "85%", "target"),
    ],
)
def test_the_status_of_a_number(text: str, number: str, status: str) -> None:
    assert read(text)[number].status == status


@pytest.mark.parametrize(
    ("text", "number", "measure", "direction"),
    [
        ("Bệnh viện phải kê thêm 40 giường.", "40", "change", "increase"),
        ("Công ty sẽ đầu tư thêm 4 trang trại.", "4", "level", None),
        ("Xã vượt kế hoạch 12 mô hình.", "12", "change", "increase"),
        ("Tỷ lệ đúng hạn đạt 82%, thấp hơn chỉ tiêu huyện giao (85%).", "85%", "share", None),
        ("Thu ngân sách bằng 105% cùng kỳ.", "105%", "of_previous", None),
    ],
)
def test_the_measure_of_a_number(text: str, number: str, measure: str, direction: str | None) -> None:
    record = read(text)[number]
    assert (record.measure, record.direction) == (measure, direction)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Đơn nhận trong kỳ là 659.", "659", "đơn"),
        ("Xã tăng từ 12 lên 19 mô hình.", "12", "mô hình"),
        ("Huyện huy động 35 xe, xuồng.", "35", "xe, xuồng"),
    ],
)
def test_what_a_number_counts(text: str, number: str, unit: str) -> None:
    assert read(text)[number].unit == unit


TABLE = """\
Kết quả giải quyết hồ sơ của các xã

TT | Đơn vị | Tiếp nhận | Trễ hạn (hồ sơ) | Đúng hạn (%) | Điểm khảo sát (thang 10)
1 | Xã Hòa Bình | 3.384 | 12 | 99,6 | 9,1
2 | 04 xã còn lại | 2.907 | 5 | 98,5 | 8,7
"""


@pytest.mark.parametrize(
    ("number", "kind", "unit", "indicator"),
    [
        ("3.384", "count", "hồ sơ", "ho_so_tiep_nhan"),
        ("5", "count", "hồ sơ", "ho_so_qua_han"),
        ("98,5", "percent", "%", "ho_so_dung_han"),
        ("9,1", "index", "điểm", None),
    ],
)
def test_a_cell_takes_unit_and_indicator_of_its_column(number: str, kind: str, unit: str, indicator: str | None) -> None:
    record = read(TABLE)[number]
    assert (record.kind, record.unit) == (kind, unit)
    assert indicator is None or record.indicator == indicator
