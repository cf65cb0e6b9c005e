"""Figures that are no statistics, and their look-alikes that are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcdc_extract.document import Text
from qcdc_extract.model import Trap
from qcdc_extract.traps import find_traps, furniture_lines


def traps(source: str) -> list[tuple[str, str]]:
    text = Text.of(source)
    return [(text.nfc[trap.start : trap.end], trap.reason) for trap in find_traps(text.folded, text.nfc)]


TRAPS = [
    # between two plain words, where nearly all figures are amounts
    ("address of a machine", "máy chủ 192.168.1.10 để thử", [("192.168.1.10", "code")]),
    ("list in words", "theo Điều 3 hoặc 4 của Luật", [("3 hoặc 4", "article")]),
    ("second phone", "gọi 0912345678 hoặc 0987654321 để báo", [("0912345678", "phone"), ("0987654321", "phone")]),
    # document codes
    ("hard_cases 127", "Theo Nghị định số 59/2023/NĐ-CP, xã đã họp dân.", [("59/2023/NĐ-CP", "document_code")]),
    ("hard_cases 127", "Kết luận số 120-KL/TW của Bộ Chính trị", [("120-KL/TW", "document_code")]),
    ("contract", "Quyết định 99-QĐ/TW và 218-QĐ/TW", [("99-QĐ/TW", "document_code"), ("218-QĐ/TW", "document_code")]),
    ("letter head", "Số: 41/BC-UBND", [("41/BC-UBND", "document_code")]),
    ("letter head", "Số 07-TB/BCĐ", [("07-TB/BCĐ", "document_code")]),
    ("form", "lập theo Mẫu số 03/TCD kèm Thông tư 06/2022/TT-TTCP", [("03/TCD", "document_code"), ("06/2022/TT-TTCP", "document_code")]),
    ("code with figures", "Pháp lệnh số 34/2007/PL-UBTVQH11 về dân chủ", [("34/2007/PL-UBTVQH11", "document_code")]),
    ("lower case code", "theo quyết định số 15/2019/qđ-ttg của thủ tướng", [("15/2019/qđ-ttg", "document_code")]),
    ("no code", "Nghị quyết 80, Nghị quyết 30a còn hiệu lực", [("80", "document_code"), ("30a", "document_code")]),
    ("no code", "theo Quyết định 167 của Chính phủ", [("167", "document_code")]),
    ("programme", "vốn Chương trình 135 và chương trình 30a", [("135", "name"), ("30a", "name")]),
    # articles, ordinals
    ("hard_cases 128", "theo khoản 2 Điều 15 của Luật", [("2", "article"), ("15", "article")]),
    ("hard_cases 129", "kỳ họp thứ 9 và Đại hội lần thứ 14", [("9", "ordinal"), ("14", "ordinal")]),
    ("ordinal in words", "không phải hỏi đến lần thứ hai", [("hai", "ordinal")]),
    ("wage", "thưởng lương tháng thứ 13", [("13", "ordinal")]),
    ("level", "dịch vụ công mức độ 3, 4 đạt 55%", [("3, 4", "ordinal")]),
    ("class", "dạy khối 11 và khối 12", [("11", "ordinal"), ("12", "ordinal")]),
    ("grade", "chợ loại 2.", [("2", "ordinal")]),
    ("phase", "Dự án giai đoạn 2 đã xong", [("2", "ordinal")]),
    ("top", "lọt Top 10 cả nước", [("10", "ordinal")]),
    # places, roads, names
    ("hard_cases 131", "phường 12, quận 1", [("12", "place"), ("1", "place")]),
    ("larger place behind", "xóm 7 xã Phú Hòa", [("7", "place")]),
    ("neighbourhood", "tổ dân phố 7, khu phố 3", [("7", "place"), ("3", "place")]),
    ("road", "dọc Quốc lộ 7A và Tỉnh lộ 285", [("7A", "road"), ("285", "road")]),
    ("road", "đường QL18A qua huyện", [("QL18A", "name")]),
    ("named after a day", "chợ 19/5 và đường 30/4", [("19/5", "name"), ("30/4", "name")]),
    ("numbered thing", "bão số 6 đổ bộ, Quầy số 25, tuyến số 9 qua chợ", [("6", "number"), ("25", "number"), ("9", "number")]),
    ("identifier", "Hồ sơ số 4.984 đã được tiếp nhận.", [("4.984", "number")]),
    ("name", "phòng dịch Covid-19", [("Covid-19", "name")]),
    ("name", "giá xăng RON 95 và RON92", [("95", "name"), ("RON92", "name")]),
    ("name", "Thủy điện Nậm Hin 2.", [("2", "name")]),
    ("name", "cách mạng công nghiệp 4.0, mạng 5G", [("4.0", "name"), ("5G", "name")]),
    ("name", "virus H5N1", [("H5N1", "name")]),
    ("company", "các tổng công ty 90, 91 thuộc bộ", [("90, 91", "name")]),
    ("round the clock", "trực 24/24 giờ", [("24/24", "idiom")]),
    ("list of districts", "cấp nước cho các quận 6, 8 và 11.", [("6, 8 và 11", "place")]),
    ("districts among named ones", "đi qua các quận gồm: 12, Bình Tân, Tân Phú.", [("12", "place")]),
    ("initial of a district", "ngụ tại P.4, Q.10, TP.HCM", [("4", "place"), ("10", "place")]),
    ("floor of a house", "cháy ở tầng 2 ngôi nhà", [("2", "place")]),
    ("house number", "trụ sở tại 425 Nguyễn Văn Cừ, cửa hàng 21/15A Lê Lợi", [("425", "address"), ("21/15A", "address")]),
    ("house number", "Liên hệ 36 Lý Thái Tổ, quận 10", [("36", "address"), ("10", "place")]),
    ("milestone", "xe lật tại Km 48+200 cao tốc", [("48+200", "milestone")]),
    ("road", "ngập trên đường 32 và đường 3/2", [("32", "road"), ("3/2", "name")]),
    ("road", "trạm số 1 (quốc lộ 51)", [("1", "number"), ("51", "road")]),
    ("street named after a month", "hẻm đường Cách Mạng Tháng 8, phường 15", [("8", "ordinal"), ("15", "place")]),
    ("unit of an army", "Sư đoàn 308 và Trung đoàn 88 tiến công", [("308", "name"), ("88", "name")]),
    ("unit of an army", "Đại đội Công binh 19, Quân khu 5 huấn luyện", [("19", "name"), ("5", "name")]),
    ("hospital", "Bệnh viện 115, BV 175, Bệnh viện Nhi đồng 2 cho biết", [("115", "name"), ("175", "name"), ("2", "name")]),
    ("hospital", "triển khai Bệnh viện dã chiến 2.4 tại đảo", [("2.4", "name")]),
    ("company", "Công ty Xây dựng công trình 515 đang làm, Công ty May 10.", [("515", "name"), ("10", "name")]),
    ("model", "tên lửa Izdeliye 810, máy bay Boeing 737 và C919", [("810", "name"), ("737", "name"), ("C919", "name")]),
    ("model", "mua Toyota Vios 1.5 và iPhone 12.", [("1.5", "name"), ("12", "name")]),
    ("resolution", "màn hình 1920x1080 nét", [("1920x1080", "name")]),
    ("title", 'xem phim "Biệt đội 36" tối qua', [("36", "name")]),
    ("channel", "trên kênh 14, VTV3 và VTV 6", [("14", "road"), ("VTV3", "name"), ("6", "name")]),
    ("gold", "mua nhẫn vàng 18K, vàng 9999.", [("18K", "name"), ("9999", "name")]),
    ("class", "học sinh lớp 12A1 và khối 10", [("12A1", "name"), ("10", "ordinal")]),
    ("age rating", "phim 18+ do anh đạo diễn", [("18+", "name")]),
    ("bank card", "thẻ 9704 1234 5678 9012 bị khóa", [("9704 1234 5678 9012", "identifier")]),
    # rounds, scores, clocks, days
    ("score", "hòa 0-0, hạ Thanh Hóa 1-0, thua Viettel 0-2", [("0-0", "score"), ("1-0", "score"), ("0-2", "score")]),
    ("sets", "tay vợt này thắng 6-4, 7-5.", [("6-4", "score"), ("7-5", "score")]),
    ("minute", "Phút 38, anh sút trúng cột; phút 90+3 của trận", [("38", "minute"), ("90+3", "minute")]),
    ("round", "ở vòng 20 và vòng 1/8", [("20", "ordinal"), ("1/8", "ordinal")]),
    ("wind", "gió mạnh cấp 8-9, giật trên cấp 11.", [("8-9", "ordinal"), ("11", "ordinal")]),
    ("flood", "nước trên báo động 2 là 0,3 m", [("2", "ordinal")]),
    ("choice", "xét tuyển nguyện vọng 2, 3 và NV 1", [("2, 3", "ordinal"), ("1", "ordinal")]),
    ("plan", "Đa số chọn phương án 2. Cách 1: nướng", [("2", "ordinal"), ("1", "ordinal")]),
    ("lunar day", "sáng mùng 8 Tết, mồng 4; chợ họp 28 Tết", [("8", "lunar_day"), ("4", "lunar_day"), ("28", "lunar_day")]),
    ("minutes of an hour", "từ 10 giờ 30 đến 12 giờ kém 20, anh đợi", [("30", "clock"), ("20", "clock")]),
    ("event of a year", "vô địch V-League 2022, Festival hoa xuân nữ 2023.", [("2022", "year"), ("2023", "year")]),
    ("year", "Bước sang 2024, làng có hội", [("2024", "year")]),
    ("birth", "Lê Văn A (1982, trú tại xã này)", [("1982", "birth")]),
    ("reign", "nhà Minh (1368-1644)", [("1368-1644", "year")]),
    ("mail head", "Sent: Monday, June 14, 2004 11:09 PM", [("14, 2004 11:09 PM", "date")]),
    ("idioms", "cơ hội 50/50, cà phê 3 trong 1, đi lên từ con số 0.", [("50/50", "idiom"), ("3 trong 1", "idiom"), ("0", "idiom")]),
    ("number in a word", "đến ngã ba, ngã tư; dùng đòn bẩy", [("ngã ba", "idiom"), ("ngã tư", "idiom"), ("đòn bẩy", "idiom")]),
    ("pronoun", "Nhà có hai anh em, cả 2 đều đi làm", [("2", "pronoun")]),
    # slogans
    ("hard_cases 133", "phong trào “5 không, 3 sạch”", [("5 không, 3 sạch", "slogan")]),
    ("slogan", "xử lý theo hướng “5 rõ”", [("5 rõ", "slogan")]),
    ("slogan", "phương châm 4 tại chỗ", [("4 tại chỗ", "slogan")]),
    ("slogan in words", 'thực hiện "ba tại chỗ"', [("ba tại chỗ", "slogan")]),
    # people
    ("contract: age", "ông Lò Văn A, 52 tuổi, trú tại bản", [("52 tuổi", "age")]),
    ("age range", "đoàn viên từ 18 đến 30 tuổi", [("18 đến 30 tuổi", "age")]),
    ("list of ages", "hai đứa trẻ 10, 15 tuổi", [("10, 15 tuổi", "age")]),
    ("age said before", "độ tuổi tuyển dụng là 22-35, phụ nữ ngoài 40.", [("22-35", "age"), ("40", "age")]),
    ("age of a name", "Bà Trần Thị Mai, 29, là nhà báo", [("29", "age")]),
    ("birth", "ông Nguyễn Văn B (sinh năm 1975)", [("sinh năm 1975", "birth")]),
    ("hard_cases 108", "kỷ niệm 78 năm Ngày Quốc khánh", [("78 năm", "anniversary")]),
    # numbers of things
    ("phone", "Đường dây nóng: 0203.3785.412", [("0203.3785.412", "phone")]),
    ("phone", "gọi 0900 123 456 hoặc 1800.6677", [("0900 123 456", "phone"), ("1800.6677", "phone")]),
    ("masked phone", "hoặc 02xx.3888.999", [("02xx.3888.999", "phone")]),
    ("short phone", "Tổng đài 1022, nhánh số 3", [("1022", "phone"), ("3", "number")]),
    (
        "two phones",
        "ĐT: (024) 3784 8888 - 37848889, Fax 84-24-39365555",
        [("(024) 3784 8888", "phone"), ("37848889", "phone"), ("84-24-39365555", "phone")],
    ),
    ("emergency", "gọi cảnh sát 113 và cấp cứu 115.", [("113", "phone"), ("115", "phone")]),
    ("plate", "xe mang biển 15A-123.45 dừng lại", [("15A-123.45", "identifier")]),
    ("tax number", "mã số thuế 0101234567", [("0101234567", "phone")]),
    ("standard", "đạt ISO 9001:2015", [("9001:2015", "standard")]),
    ("standard", "theo QCVN 01-1:2018/BYT", [("01-1:2018/BYT", "standard")]),
    ("score", "thắng 2-1 trên sân nhà", [("2-1", "score")]),
    ("label", "xem Bảng 2 và Phụ lục 03.", [("2", "label"), ("03", "label")]),
    ("url", "xem tại http://example.vn/tin-123.html.", [("http://example.vn/tin-123.html", "url")]),
    ("address of a machine", "máy chủ 118.70.209.17", [("118.70.209.17", "code")]),
    ("script", "Vote(1000205,0,171191,'','Bạn nghĩ sao?','#FF0000')", [("Vote(1000205,0,171191,'','Bạn nghĩ sao?','#FF0000')", "code")]),
    # marks
    ("list mark", "Nội dung:\n1. Tiếp dân\n2) Xử lý đơn\n3- Tăng cường", [("1.", "list_mark"), ("2)", "list_mark"), ("3-", "list_mark")]),
    ("glued list mark", "Gồm các bước sau:1. Sơ chế.2. Nấu chín.", [("1.", "list_mark"), ("2.", "list_mark")]),
    ("row number", "2.2 | Quá hạn | hồ sơ | 52", [("2.2", "list_mark")]),
    ("enumeration", "gồm: (1) họp dân; (2) niêm yết", [("(1)", "list_mark"), ("(2)", "list_mark")]),
    ("footnote", "nội dung “04 không”⁽¹⁾", [("04 không", "slogan"), ("⁽¹⁾", "footnote")]),
    ("page number", "hết trang\n- 3 -\nsang trang", [("3", "page")]),
    # furniture
    ("hard_cases 141", "Lượt xem: 1.286", [("1.286", "page_furniture")]),
    ("counter on its own line", "Số lượt truy cập\n9,182,073", [("Số lượt truy cập", "page_furniture"), ("9,182,073", "page_furniture")]),
    ("menu", "Trang chủ | Tin tức | Hỏi đáp (15)\nXã họp.", [("Trang chủ | Tin tức | Hỏi đáp (15)", "page_furniture")]),
    ("hard_cases 135", "Số lượt truy cập 1,245,903", [("1,245,903", "page_furniture")]),
    ("hard_cases 133", "phương châm '3 biết', '06 dám'", [("3 biết", "slogan"), ("06 dám", "slogan")]),
    ("hard_cases 138", "thực hiện tốt nội dung (1)", [("1", "label")]),
    ("hard_cases 139", "gọi 1900 xxxx", [("1900 xxxx", "phone")]),
    ("hard_cases 130 143", "Hội nghị Trung ương 7, Bí thư Chi bộ 4", [("7", "ordinal"), ("4", "place")]),
    ("twin of a name", "3.500 con dê và Thanh Hóa 2 (Như Thanh)", [("2", "name")]),
    ("comments", "Bình luận (12)", [("12", "page_furniture")]),
    ("copies", "lưu VT (02b).", [("02b", "label")]),
]

NO_TRAPS = [
    ("ours: a figure behind a channel of filing", "Nộp trực tuyến: 1.402; qua bưu chính: 211."),
    ("ours: filed online", "Tiếp nhận trực tuyến 12; trực tiếp 8."),
    ("ours: what is counted with số", "Số tổ 12, số cơ sở 15, số trạm 6."),
    ("ours: not a counter of the page", "Tất cả: 45, trong đó nữ 12."),
    ("ours: visitors of a place", "Lượt khách: 120, doanh thu 5 tỷ."),
    ("money with three stops", "đạt 1.250.300.400 đồng trong quý"),
    ("hard_cases 1", "tiếp nhận 12.640 hồ sơ"),
    ("amount behind số", "Trong số 979 ý kiến, tổng số 80 đơn, con số 25 lớp"),
    ("amount behind số", "chỉ số giá 105,2; hệ số 1,5; dân số 42 nghìn"),
    ("amount behind số", "đưa số hộ nghèo còn 5, số này có 12 hộ"),
    ("grouped", "số 4.984 hồ sơ"),
    ("cấp as a verb", "đã cấp 305 giấy chứng nhận"),
    ("cấp of government", "cấp huyện 06 cuộc, cấp xã 42 cuộc"),
    ("cấp of government", "cấp phường 12, cấp quận 3"),
    ("counted", "mỗi phường 12 hộ, thôn 45 hộ, tổ 7 người"),
    ("share of a place", "thôn 100% hộ dân đồng thuận"),
    ("area", "khu 12 ha, khối 3.000 tấn"),
    ("class size", "mở 3 lớp 120 học viên"),
    ("loại as a verb", "phân loại 25 đơn"),
    ("documents counted", "ban hành 12 văn bản 5 kế hoạch"),
    ("document in a percentage", "vượt kế hoạch 12%, nghị quyết 5 tỷ đồng"),
    ("duration", "chương trình 5 năm, kế hoạch 30 ngày"),
    ("contract: rank", "xếp thứ 5/63, đứng thứ 3, vị trí thứ 7"),
    ("rank in words", "xếp thứ hai toàn tỉnh"),
    ("rates", "72 triệu đồng/người/năm, 5 tấn/ha, 12 buổi/năm"),
    ("ratio", "25/25 xã, 83/99 doanh nghiệp"),
    ("range", "xây dựng 3-5 mô hình"),
    ("quoted amounts", 'ông nói "80% người dân hài lòng" và "3 người chết"'),
    ("mean age", "tuổi thọ trung bình 74 tuổi"),
    ("hard_cases 15", "đạt96,4% kế hoạch"),
    ("glued to a place", "Đồng Nai4.000 công nhân, TP HCM5 xe"),
    ("hard_cases 20", "1.000.000.000 đồng"),
    ("bullet and amount", "- 12 hộ nghèo"),
    ("line begins with an amount", "13/13 xã\n228 hồ sơ\n95,8% học sinh"),
    ("places with counts", "Hà Nội 12 vụ, Hải Phòng (15 vụ)"),
    ("counter that is a result", "Cổng thông tin thu hút 12.000 lượt truy cập"),
    ("account as a count", "mở mới 250.000 tài khoản"),
    ("phone-like count", "lắp 1800 bóng đèn"),
    ("places with counts", "gồm Hà Nội 5, Hải Phòng 3 và Nam Định 2"),
    ("countries with counts", "huy chương: Brazil 5, Argentina 3"),
    ("name and amount", "Công ty Vissan tuyển 100 công nhân, Bệnh viện Nhi đồng tiếp nhận 45 ca"),
    ("range, not a score", "thắng lớn nhờ 3-5 mô hình, cấy 10-12 ha"),
    ("amount behind km", "đường dài 12 km, 5 cầu"),
    ("capitalised noun counted", "có 2 Phó Chủ tịch, tại 3 Đảng bộ, trao 12 Huân chương"),
    ("noun that begins like a function word", "Cả 4 bị cáo, cả 3 khoản vay và cả 2 đối tượng"),
    ("percent of a district", "quận 100% hộ, cấp 45 giấy phép, bắt khẩn cấp 7 đối tượng"),
    ("counts in brackets", "khiếu nại (3), tố cáo (2), Nam Định (1)"),
    ("each of a mixture", "mỗi thứ 10 g"),
    ("floors", "ngôi nhà 4 tầng, xây 5 tầng 20 phòng"),
    ("fraction of votes", "1 trong 4 hộ, 2 trong 13 xã"),
    ("hours", "làm thêm 10 giờ 30 công nhân"),
    ("years of counting", "cả tỉnh có 2015 hộ, tiếp nhận 2012, giải quyết 1998"),
    ("people of an age group", "số trẻ trong độ tuổi đến trường là 45, tỷ lệ là 22"),
    ("mile", "nhiệt độ 37, tốc độ 80"),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in TRAPS], ids=[row[0] for row in TRAPS])
def test_finds(source: str, expected: list[tuple[str, str]]) -> None:
    assert traps(source) == expected


@pytest.mark.parametrize("source", [row[1] for row in NO_TRAPS], ids=[row[0] for row in NO_TRAPS])
def test_leaves_statistics_alone(source: str) -> None:
    assert traps(source) == []


def test_link_lists_are_furniture_to_their_end() -> None:
    folded = "bài viết dài hơn.\ncác tin khác:\n» họp 14 nghị quyết (23/07/2020)\n» 3 nhóm vấn đề\n\nnăm 2020, xã có 12 hộ nghèo."
    assert [folded[start:end] for start, end in furniture_lines(folded)] == [
        "các tin khác:",
        "» họp 14 nghị quyết (23/07/2020)",
        "» 3 nhóm vấn đề",
    ]


def test_page_heads_are_furniture_only_before_the_text() -> None:
    folded = "chào mừng kỷ niệm 90 năm (03/02/1930 - 03/02/2020)\nhội nghị đã họp.\nchào mừng kỷ niệm 90 năm"
    assert furniture_lines(folded) == [(0, folded.index("\n"))]


def test_addressees_last_over_a_blank_line_while_bulleted() -> None:
    folded = "họp xong.\nnơi nhận:\n\n- lưu vt, 05 bản\n\nxã có 12 hộ."
    assert [folded[start:end] for start, end in furniture_lines(folded)] == ["nơi nhận:", "- lưu vt, 05 bản"]


def test_without_capitals_known_codes_are_still_found() -> None:
    assert find_traps("kết luận số 120-kl/tw") == [Trap(12, 21, "document_code")]


_PIECES = st.sampled_from(
    [
        "Điều 5",
        "số ",
        "12",
        "3.508,6",
        " ha",
        "%",
        "\n",
        "1. ",
        "- ",
        '"5 rõ"',
        "(2)",
        " tuổi",
        "QĐ-TTg",
        "/",
        "Lượt xem: ",
        "thứ ",
        "quận 1, ",
        "năm",
        " ",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=30).map("".join)))
def test_traps_are_in_order_apart_and_inside_the_text(source: str) -> None:
    text = Text.of(source)
    found = find_traps(text.folded, text.nfc)
    edges = [edge for trap in found for edge in (trap.start, trap.end)]
    assert edges == sorted(edges)
    assert all(0 <= trap.start < trap.end <= len(text.nfc) and trap.reason for trap in found)
