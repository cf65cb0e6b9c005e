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
        # the day on which figures are told or published yields to the time they are about
        ("Theo kết quả xếp hạng năm 2022 công bố ngày 5/4/2023, xã đạt 71 điểm.", None, "71 điểm", "2022-01-01/2022-12-31"),
        ("Chiều 5/7, bà Lan cho biết trận lốc đêm 3/7 làm đổ cột điện.\nCả xã có 23 nhà tốc mái.", JULY, "23", "2024-07-03/2024-07-03"),
        (
            "Xã họp sáng 9/7/2024, nghe báo cáo. 6 tháng đầu năm, xã trồng rừng.\n\nXã có 31 hộ tham gia.",
            None, "31", "2024-01-01/2024-06-30",
        ),
        ("(9/7/2024) - 6 tháng đầu năm, xã trồng rừng.\n\nXã có 31 hộ tham gia.", None, "31", "2024-01-01/2024-06-30"),
        # the reach of a record, a year said once more, and times in passing set nothing
        ("Ngày 8/7, mưa làm ngập chợ. Đây là trận mưa lớn nhất kể từ năm 2008. Có 19 sạp ướt.", JULY, "19", "2024-07-08/2024-07-08"),
        ("Tháng 5/2023, khi đó xã chỉ có 3 trạm bơm.", None, "3", "2023-05-01/2023-05-31"),
        ("Chiều nay, xã mở quỹ.\nTrước đó, từ 2/3/2024 đến 9/3/2024, quỹ thử nghiệm.\nQuỹ giúp 8 hộ.", JULY, "8", "2024-07-12/2024-07-12"),
        ("Hôm qua, xã mở chợ. Đợt tới có thể vào ngày 20-21/7.\nChợ thu 4 triệu đồng.", JULY, "4 triệu đồng", "2024-07-11/2024-07-11"),
        ("Xã vừa mở chợ mới. Vào năm 2030 sẽ mở tiếp chợ thứ hai.\nChợ có 60 sạp.", None, "60", None),
        # a decision or a law that is named is no deadline of the clause behind it
        ("Nếu tháng 5 xã tiếp ít là do quyết định nghỉ lễ thì trong tháng 6, xã tiếp 45 lượt dân.", JULY, "45", "2024-06-01/2024-06-30"),
        ("Thi hành Luật Đất đai trong năm 2023, xã nhận 52 đơn.", None, "52", "2023-01-01/2023-12-31"),
        ("Thi hành Luật Đất đai năm 2013, xã nhận 52 đơn.", None, "52", None),
        # the share in brackets is of the time of what it is a share of
        ("Quý I/2024, xã họp dân. Có 12 tổ (60%) nộp quỹ trong tháng 2/2024.", None, "60%", "2024-02-01/2024-02-29"),
        ("Tại kỳ họp chuyên đề (kỳ họp thứ 4, ngày 6/3/2024), HĐND xã thông qua 5 nghị quyết.", None, "5", "2024-03-06/2024-03-06"),
        ("Bình quân 9 tháng tăng 3,2%.", date(2024, 9, 30), "3,2%", "2024-01-01/2024-09-30"),
        ("Thứ sáu, 12/7/2024 | 10:42 - 3 bình luận\n\nĐêm 10/7 có lốc.\n\nCó 16 nhà đổ.", JULY, "16", "2024-07-10/2024-07-10"),
        # what looks back is told from the document's date each time; the day of telling yields to what is told of
        ("Năm ngoái, xã mở 4 lớp. Năm ngoái, xã xây 7 căn nhà.", JULY, "7", "2023-01-01/2023-12-31"),
        ("6 tháng đầu năm, xã họp dân.\n\nSáng nay, ông Tư cho biết xã có 16 tổ.", JULY, "16", "2024-01-01/2024-06-30"),
        ("Đóng cửa phiên 11/7, cổ phiếu lên 21.500 đồng.", JULY, "21.500 đồng", "2024-07-11/2024-07-11"),
        ("Chỉ tiêu vào lớp 10 năm học 2023-2024 là 450 em.", JULY, "450", "2023-09-01/2024-08-31"),
        ("IV. Phương hướng 2025: giữ việc làm cho 300 lao động.", JULY, "300", "2025-01-01/2025-12-31"),
        # "9 tháng" without a year is the first nine of the year, where the words or the text say so, and else a length
        ("9 tháng, xã trồng 15 ha rừng.", date(2024, 9, 30), "15 ha", "2024-01-01/2024-09-30"),
        ("Giá trị sản xuất 9 tháng ước đạt 12 tỷ đồng.", date(2024, 9, 30), "12 tỷ đồng", "2024-01-01/2024-09-30"),
        (
            "Báo cáo tháng 9 và 9 tháng năm 2024\n\nI. KINH TẾ\nThu phí 9 tháng được 36 triệu đồng.",
            None, "36 triệu đồng", "2024-01-01/2024-09-30",
        ),
        ("Công trình bảo hành 9 tháng, trị giá 36 triệu đồng.", date(2024, 9, 30), "36 triệu đồng", None),
        # a stretch of years that the passage names, and lengths that nobody can place
        (
            "Giai đoạn 2018-2022, xã làm đường. Năm 2022, xã làm cầu. Cả giai đoạn, xã làm 9 km đường.",
            None, "9 km", "2018-01-01/2022-12-31",
        ),
        (
            "Từ năm 2018 đến năm 2022, xã làm đường. Năm 2022, xã làm cầu. Trong 5 năm, có 14 hộ thoát nghèo.",
            None, "14", "2018-01-01/2022-12-31",
        ),
        ("Năm 2022, xã làm cầu. Trong 15 tháng, có 14 hộ thoát nghèo.", None, "14", None),
        ("Năm 2023, xã làm cầu. Dịp Tết, xã tặng 80 suất quà.", None, "80", None),
        # an old amount, a bracket behind a number, an aside: each has its own time
        ("Tháng 3/2024, giá gạo tăng từ 14.000 đồng lên 15.500 đồng.", None, "14.000 đồng", None),
        ("Năm 2023, tỷ lệ hộ nghèo giảm từ 5,6% vào năm 2021 xuống còn 3,2%.", None, "5,6%", "2021-01-01/2021-12-31"),
        ("Năm 2023, tỷ lệ hộ nghèo giảm từ 5,6% vào năm 2021 xuống còn 3,2%.", None, "3,2%", "2023-01-01/2023-12-31"),
        ("Xã thu 30 tỷ đồng (năm 2021), 35 tỷ đồng (năm 2022).", None, "35 tỷ đồng", "2022-01-01/2022-12-31"),
        ("Năm 2023, xã có một đám cháy, trong khi năm trước có hai đám với 17 nhà hư hại.", None, "17", "2022-01-01/2022-12-31"),
        ("Số vụ cháy giảm từ 40 vụ năm 2021 còn 31 vụ trong năm 2023.\n\nXã mở 6 lớp dạy nghề.", None, "6", "2023-01-01/2023-12-31"),
        ("Năm 2023, thiệt hại là 9 tỷ đồng, gấp 3 lần cả năm 2022. Xã lập 2 trạm.", None, "2", "2023-01-01/2023-12-31"),
        ("Năm 2023, xã nuôi cá. Một góc ao cá, năm 2019. Ảnh: Hòa An\nAo rộng. Xã có 50 ao.", None, "50", "2023-01-01/2023-12-31"),
        ("Sáng 9/7, xã đi xem cầu. Xã hứa hoàn thành cầu vào tháng 4/2026. Cầu dùng 70 tấn thép.", JULY, "70 tấn", "2024-07-09/2024-07-09"),
        # "đầu năm 2023" is of that year, in its own sentence
        ("Đầu năm 2023, nhờ vốn vay, ông Bảy đào 20 ao.", None, "20", "2023-01-01/2023-12-31"),
        ("Cuối năm 2019, ông Bảy đào ao. Ao tốn 3 tỷ đồng.", None, "3 tỷ đồng", None),
        # a change "từ ngày X" is of that day, be it to come
        ("Xã họp bàn. Từ ngày 1/8, tiền ăn tăng thêm 2.000 đồng.", JULY, "2.000 đồng", "2024-08-01/2024-08-01"),
        # "hiện" says nothing of later sentences where the text reports on a stretch
        ("Quý II, xã có 9 lớp học.\n\nXã hiện còn 3 trạm bơm. Hộ nghèo là 14 hộ.", JULY, "14", "2024-04-01/2024-06-30"),
        # the day of a meeting comes back with the meeting, but not for what is told there
        ("Sáng 9/7, xã họp dân.\n\nQuý II, xã có 5 lớp.\n\nTại buổi họp, dân nêu 26 câu hỏi.", JULY, "26", "2024-07-09/2024-07-09"),
        ("Sáng 9/7, xã họp dân.\n\nQuý II có 5 lớp. Tại buổi họp, bà Lan cho biết có 26 giếng.", JULY, "26", "2024-04-01/2024-06-30"),
        # a text without a date: the year that it gave the same months, or that it compares "năm nay" with
        ("Xã họp về 10 tháng năm 2023.\n\nTrong 10 tháng, 15 hộ vay vốn.", None, "15", "2023-01-01/2023-10-31"),
        ("Giá tháng 1/2023 cao. Tính tháng 1, xã bán 30 tấn cá, tăng so với tháng 1/2022.", None, "30 tấn", "2023-01-01/2023-01-31"),
        ("Năm nay thi ít.\nTrường có 300 đơn. Năm nay, cả xã có 900 đơn, tăng 5% so với năm 2022.", None, "300", "2023-01-01/2023-12-31"),
        ("Năm nay, xã có 900 đơn, giảm so với năm 2022. Năm ngoái đơn nhiều. Số thi là 70, giảm so với năm ngoái.",
         None, "70", "2023-01-01/2023-12-31"),
        ("Năm 2019 xã mở trường. Trường hẹn xã xây lại. Năm nay, xã có 900 đơn.", None, "900", None),
        # a bare "9 tháng" that opens a sentence
        ("Lúa thất bát. Chín tháng, xã gieo 41 ha lúa.", date(2024, 10, 1), "41 ha", "2024-01-01/2024-09-30"),
        # a school year does not say which of its years a day is in
        ("Năm học 2024-2025, trường tuyển sinh. Hội thi mở trong hai ngày 8 và 9/7 tại 5 điểm.", JULY, "5", "2024-07-08/2024-07-09"),
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
        ("Theo dự báo của sở, đến năm 2030 tỉnh sẽ có 9.000 hộ ven biển.", "9.000", "estimate"),
        ("Đến năm 2030, tỉnh sẽ xây 9.000 căn hộ.", "9.000", "target"),
        ("Theo ước tính của sở, hiện có 210 cơ sở.", "210", "estimate"),
        ("Xã đề nghị và huyện đã duyệt danh sách, nhưng khi quà về đến 4 thôn thì thiếu.", "4", "actual"),
        ("Khoản thu | Dự toán 2020 | Thực hiện\nThuế | 92 tỷ đồng | 71 tỷ đồng\nPhí | 15 tỷ đồng | 13 tỷ đồng\n", "15 tỷ đồng", "target"),
        ("Khoản thu | Dự toán 2020 | Thực hiện\nThuế | 92 tỷ đồng | 71 tỷ đồng\nPhí | 15 tỷ đồng | 13 tỷ đồng\n", "13 tỷ đồng", "actual"),
        ("2. Một số chỉ tiêu khác\n- Số hóa 84% hồ sơ.", "84%", "actual"),
        ("2. Chỉ tiêu phấn đấu\n- Số hóa 84% hồ sơ.", "84%", "target"),
        ("Xã đề nghị giảm giá nước, bởi giá tăng 15%.", "15%", "actual"),
        ("IV. Phương hướng 2025: giữ việc làm cho 300 lao động. Mở 4 lớp.", "4", "target"),
        ("Xã thông qua 5 chỉ tiêu, gồm: hộ nghèo giảm 1,5%; thu 3 tỷ đồng.", "3 tỷ đồng", "target"),
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
        ("Tòa thụ lý nhiều án hơn, tăng so với năm 2012 là 20,6%.", "20,6%", "change", "increase"),
        ("Chỉ số này đã mất tới 9,4 điểm.", "9,4 điểm", "change", "decrease"),
        ("Mức đầu tư ở đây còn thấp hơn cả Lào (1 USD/người).", "1 USD", "level", None),
        ("Khoản chi này cao hơn nhiều so với 3,6 tỷ đồng của năm trước.", "3,6 tỷ đồng", "level", None),
        ("Tỷ lệ cao hơn năm trước 12 điểm phần trăm; 18 đơn vị tổ chức đối thoại.", "18", "level", None),
    ],
)
def test_the_measure_of_a_number(text: str, number: str, measure: str, direction: str | None) -> None:
    record = read(text)[number]
    assert (record.measure, record.direction) == (measure, direction)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Đơn nhận trong kỳ là 659.", "659", "đơn"),
        ("Hồ sơ giải quyết trước hạn 7.000, đúng hạn 5.000.", "5.000", "hồ sơ"),
        ("Xã tăng từ 12 lên 19 mô hình.", "12", "mô hình"),
        ("Huyện huy động 35 xe, xuồng.", "35", "xe, xuồng"),
        ("Đất đai: 12 kiến nghị; lĩnh vực khác: 3.", "3", "kiến nghị"),
        ("Công an thu 5 điện thoại di động.", "5", "điện thoại di động"),
        ("Chi bộ lấy phiếu tín nhiệm 14 đồng chí.", "14", "đồng chí"),
        ("Phân loại: tố cáo 8 đơn, kiến nghị, phản ánh 31 đơn.", "8", "đơn"),  # kiến nghị, phản ánh are of the next number
        ("Đăng ký 40 mô hình (kinh tế: 15; văn hóa - xã hội: 25).", "25", "mô hình"),
        ("Chi bộ có 23 đ/c, vắng 2 đ/c.", "23", "đ/c"),
        ("Đã làm mới 12, sửa chữa 9 căn nhà.", "12", "căn nhà"),
        ("Bác đơn 5 vụ, công nhận một phần 3 vụ.", "3", "vụ"),
        ("24/24 xã có bộ phận một cửa.", "24/24", "xã"),
        ("Đã trả kết quả 610 hồ sơ. Đúng hạn 598; trễ hạn 12.", "12", "hồ sơ"),
        ("Số đơn giảm từ 184 năm 2015 xuống 120 năm 2016.", "184", "đơn"),
        ("Nhận 12 hồ sơ quý I và 3 nghìn hồ sơ quý II.", "3 nghìn", "hồ sơ"),
        ("Số đơn tăng từ 1.245 tháng 5 lên 1.300 tháng 6.", "1.300", "đơn"),
        ("Số đơn giảm từ 184 năm 2015 xuống 120 năm 2016.", "120", "đơn"),
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


SIGNED = """\
Tiếp dân các xã quý I năm 2024

Xã\tĐơn tiếp nhận\tLượt tiếp tăng/giảm (%)
Hòa Bình\t19\t-4,5
Tân Lập\t12\t7,2
"""


def test_a_percentage_is_of_what_its_column_counts() -> None:
    found = read(SIGNED)
    assert [(found[n].indicator, found[n].direction) for n in ("-4,5", "7,2")] == [
        ("tiep_cong_dan_luot", "decrease"),
        ("tiep_cong_dan_luot", "increase"),
    ]
    assert (found["12"].subject, found["7,2"].subject) == ("Đơn tiếp nhận", "Lượt tiếp tăng/giảm")


PASTED = """\
Kết quả tiếp dân các xã 6 tháng đầu năm 2024:
TT\tXã\tLượt\tNgười\tSố đơn tiếp nhận\tTăng/giảm (%)\tTH/KH (%)\tGhi chú
1\tHòa Bình\t41\t57\t19\t4,5\t102,3\t
2\tTân Lập\t38\t44\t\t-2,1\t97,6\tthiếu số đơn
\tCộng\t79\t101\t19\t\t\t
"""


@pytest.mark.parametrize(
    ("number", "unit", "indicator", "measure"),
    [
        ("41", "lượt", "tiep_cong_dan_luot", "level"),  # of the caption, by the noun of the header
        ("44", "người", "tiep_cong_dan_nguoi", "level"),
        ("101", "người", "tiep_cong_dan_nguoi", "level"),  # a row whose first and last cells are empty
        ("4,5", "%", None, "change"),
        ("97,6", "%", None, "of_plan"),
        ("-2,1", "%", None, "change"),
    ],
)
def test_a_cell_of_a_table_that_is_parted_by_tabs(number: str, unit: str, indicator: str | None, measure: str) -> None:
    record = read(PASTED)[number]
    assert (record.unit, record.measure) == (unit, measure)
    assert indicator is None or record.indicator == indicator


def test_a_row_whose_label_says_what_it_counts() -> None:
    found = read("Nội dung\tNăm 2022\tNăm 2023\nSố cuộc họp dân\t45\t52\nHộ tịch\t310\t287\n")
    assert [found[number].unit for number in ("45", "52", "287")] == ["cuộc họp", "cuộc họp", None]


def test_figures_of_neighbouring_cells_are_apart() -> None:
    table = "STT\tLĩnh vực\tNhận\tQua mạng\tTrả\tTrễ\tTỷ lệ (%)\n1\tĐất đai\t1.206\t84\t1.012\t47\t95,4\n"
    assert {"1.206", "84", "1.012", "47", "95,4"} <= read(table).keys()


def test_empty_cells_that_only_stand_for_width() -> None:
    assert read("Xã\t\tNgười\tLượt\nHòa Bình\t41\t57\nTân Lập\t\t38\t44\n")["41"].unit == "người"


def test_the_unit_of_a_header_goes_before_that_of_the_row() -> None:
    found = read("Nội dung\tĐVT\tNăm 2023\tTăng/giảm (%)\nHội nghị thôn\tcuộc\t52\t15,6\n")
    assert (found["52"].unit, found["15,6"].unit) == ("cuộc", "%")


def test_row_numbers_of_a_table_are_no_statistics() -> None:
    assert not {"1", "2"} & read(PASTED).keys()
    assert not {"1", "2"} & read("| STT | Xã | Số hộ |\n|---|---|---|\n| 1 | Hòa Bình | 310 |\n| 2 | Tân Lập | 275 |\n").keys()


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        # a list of different things that one indicator counts
        ("Đảng ủy ban hành 2 nghị quyết chuyên đề và 6 kế hoạch.", "6", "van_ban_ban_hanh"),
        # a part of the people before; a part of the money before
        ("Phường tập huấn cho 900 lượt người dân, trong đó 30% là nữ.", "30%", "tuyen_truyen_luot_nguoi"),
        # what a bracket adds ends with it
        ("Xã nhận 41 đơn (4 đơn khiếu nại, 37 đơn đề nghị), giảm 8 đơn so với năm 2021.", "8", "don_tiep_nhan"),
        # a change goes on from what it changes
        ("Toàn huyện có 12.460 học sinh, tăng 870 em so với năm học trước.", "870", "hoc_sinh"),
        # a statement that goes on behind the bracket with the share
        ("Có 38/42 ấp (90,5%) đạt danh hiệu ấp văn hóa.", "38/42", "gia_dinh_van_hoa"),
        ("Có 38/42 ấp (90,5%) đạt danh hiệu ấp văn hóa.", "90,5%", "gia_dinh_van_hoa"),
        ("Xã có 640 người (chiếm 71%) tham gia bảo hiểm y tế.", "640", "bao_hiem_y_te"),
        ("Có 19 thôn (80%) tổ chức họp dân.", "19", "hoi_nghi"),
        # a part with a story of its own is of the whole, and so is what remains of it
        ("Trong 70 kiến nghị của cử tri, 52 kiến nghị đã được trả lời, 18 kiến nghị đang xem xét.", "18", "kien_nghi_cu_tri"),
        ("Xã ghi nhận 33 ý kiến, đã giải quyết 29 ý kiến; 4 ý kiến còn lại chuyển huyện.", "4", "y_kien_kien_nghi"),
        # what rises or falls may be anything that is counted
        ("Số cuộc giám sát của xã giảm 12% so với năm trước.", "12%", "giam_sat_cuoc"),
        # the same said twice
        ("Tỷ lệ giải quyết đơn thuộc thẩm quyền đạt 90% (45/50 đơn).", "45/50", "don_giai_quyet"),
        # a compound that only begins with the noun of another indicator
        ("Bí thư đối thoại với nông dân: 95 người dự, 14 lượt ý kiến.", "14", "y_kien_kien_nghi"),
        # a set phrase in a bare clause
        ("Độ bao phủ bảo hiểm y tế đạt 91,8% dân số (chỉ tiêu 91%).", "91%", "bao_hiem_y_te"),
        # points in a text on an index, foreign money in a passage on trade
        ("Tỉnh công bố chỉ số cải cách hành chính năm 2021.\nSở Tư pháp dẫn đầu với 92,15 điểm.", "92,15 điểm", "chi_so_xep_hang"),
        ("Xuất khẩu tháng 2 chững lại. Gạo đạt 74 triệu USD.", "74 triệu USD", "xuat_khau"),
    ],
)
def test_the_indicator_of_a_number(text: str, number: str, indicator: str) -> None:
    assert read(text)[number].indicator == indicator
