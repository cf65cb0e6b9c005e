"""Numbers in running text and alone: tables of cases, named after where they came from."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcdc_extract.document import Text, fold
from qcdc_extract.model import Direction, Kind, Qualifier, Quantity
from qcdc_extract.numbers import find_quantities, parse_number


class Q(NamedTuple):
    """What a reader sees in one number: its characters, value and kind, and whatever else is not the plain case."""

    span: str
    value: str | None
    kind: Kind = "count"
    unit: str | None = None
    high: str | None = None
    total: str | None = None
    qualifier: Qualifier = "exact"
    signed: Direction | None = None
    flags: tuple[str, ...] = ()


def percent(span: str, value: str | None, **rest: object) -> Q:
    return Q(span, value, "percent", "%")._replace(**rest)  # type: ignore[arg-type]


def vnd(span: str, value: str | None, **rest: object) -> Q:
    return Q(span, value, "money", "VND")._replace(**rest)  # type: ignore[arg-type]


def measure(span: str, value: str, unit: str, **rest: object) -> Q:
    return Q(span, value, "measure", unit)._replace(**rest)  # type: ignore[arg-type]


def ratio(span: str, value: str, total: str, **rest: object) -> Q:
    return Q(span, value, "ratio", total=total)._replace(**rest)  # type: ignore[arg-type]


def times(span: str, value: str, **rest: object) -> Q:
    return Q(span, value, "ratio", "lần")._replace(**rest)  # type: ignore[arg-type]


def index(span: str, value: str, unit: str | None = "điểm", **rest: object) -> Q:
    return Q(span, value, "index", unit)._replace(**rest)  # type: ignore[arg-type]


def read(text: str) -> list[Q]:
    source = Text.of(text)
    return [_seen(source.nfc, q) for q in find_quantities(source.folded, source.nfc)]


def _seen(nfc: str, q: Quantity) -> Q:
    return Q(nfc[q.start : q.end], _plain(q.value), q.kind, q.unit, _plain(q.value_max), _plain(q.total), q.qualifier, q.signed, q.flags)


def _plain(value: Decimal | None) -> str | None:
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


Case = tuple[str, str, list[Q]]

FIGURES: list[Case] = [
    ("hard_cases 1", "tiếp nhận 12.640 hồ sơ", [Q("12.640", "12640")]),
    ("hard_cases 2", "có 1.204.350 nhân khẩu", [Q("1.204.350", "1204350")]),
    ("hard_cases 3", "bình quân 7,25 điểm", [index("7,25 điểm", "7.25")]),
    ("hard_cases 4", "diện tích 3.508,6 ha", [measure("3.508,6 ha", "3508.6", "ha")]),
    ("hard_cases 5", "tổ chức 03 cuộc", [Q("03", "3")]),
    ("hard_cases 6: space", "đón 12 640 lượt", [Q("12 640", "12640", flags=("odd_grouping",))]),
    ("hard_cases 6: no-break space", "đón 12\u00a0640 lượt", [Q("12\u00a0640", "12640", flags=("odd_grouping",))]),
    ("hard_cases 6: thin space", "đón 12\u2009640 lượt", [Q("12\u2009640", "12640", flags=("odd_grouping",))]),
    ("against 6: table cells", "Số xã\t12\t640\tghi chú", [Q("12", "12"), Q("640", "640")]),
    ("against 6: label and number", "quý 3 640 hồ sơ", [Q("3", "3"), Q("640", "640")]),
    ("against 6: year and number", "năm 2021 640 hồ sơ", [Q("2021", "2021"), Q("640", "640")]),
    ("hard_cases 7", "đón 12,640 lượt", [Q("12,640", "12640", flags=("foreign_grouping",))]),
    ("own: two foreign groups", "đón 9,182,073 lượt", [Q("9,182,073", "9182073", flags=("foreign_grouping",))]),
    ("own: foreign both", "đạt 1,234.5 tấn", [measure("1,234.5 tấn", "1234.5", "tấn", flags=("foreign_grouping",))]),
    ("own: foreign thousand of đồng", "chi 12,640 đồng", [vnd("12,640 đồng", "12640", flags=("foreign_grouping",))]),
    ("hard_cases 8", "thu 12,640 tấn", [measure("12,640 tấn", "12.640", "tấn", flags=("ambiguous",))._replace(value="12.64")]),
    ("against 8: magnitude", "chi 15,369 tỷ đồng", [vnd("15,369 tỷ đồng", "15369000000")]),
    ("hard_cases 9", "tỷ lệ 8.5%", [percent("8.5%", "8.5", flags=("foreign_decimal",))]),
    ("hard_cases 10", "rộng 4.50 ha", [measure("4.50 ha", "4.5", "ha", flags=("foreign_decimal",))]),
    ("hard_cases 11", "tăng 1.250%", [percent("1.250%", "1250", flags=("ambiguous",))]),
    ("hard_cases 12", "gồm 2.3456 hồ sơ", [Q("2.3456", None, flags=("bad_grouping",))]),
    ("hard_cases 13", "đã nhận 12.\n640 hồ sơ", [Q("12.\n640", "12640", flags=("wrapped",))]),
    ("against 13: list mark", "1.\n640 hồ sơ", [Q("1", "1"), Q("640", "640")]),
    ("hard_cases 14", "trong đó:215 lượt", [Q("215", "215")]),
    ("hard_cases 15", "đạt96,4%", [percent("96,4%", "96.4")]),
    ("hard_cases 16", "còn l2 hộ, 1OO% thôn", [Q("l2", None, flags=("ocr_suspect",)), percent("1OO%", None, flags=("ocr_suspect",))]),
    ("hard_cases 20", "chi 1.000.000.000 đồng", [vnd("1.000.000.000 đồng", "1000000000")]),
    ("own: noun glued behind", "có 25người dự", [Q("25", "25")]),
    ("own: zero before the comma", "đạt 0,125 ha", [measure("0,125 ha", "0.125", "ha")]),
]

SIGNS: list[Case] = [
    ("hard_cases 17: word", "tăng trưởng âm 1,4%", [percent("âm 1,4%", "-1.4")]),
    ("hard_cases 17: minus sign", "lĩnh vực này \u22121,4%", [percent("\u22121,4%", "1.4", signed="decrease")]),
    ("hard_cases 17: in brackets", "giảm (-1,4%)", [percent("-1,4%", "1.4", signed="decrease")]),
    ("hard_cases 17: bullet", "Kết quả:\n- 12 hộ thoát nghèo", [Q("12", "12")]),
    ("own: bullet without space", "Kết quả:\n-12 hộ thoát nghèo", [Q("12", "12")]),
    ("own: plus", "so với quý trước (+8,6%)", [percent("+8,6%", "8.6", signed="increase")]),
    ("own: negative money", "quỹ âm 186 triệu đồng", [vnd("âm 186 triệu đồng", "-186000000")]),
    ("own: frost is a level", "sáng nay -2°C", [measure("-2°C", "-2", "°C")]),
    ("against: sound and letter", "đọc âm 3 lần", [Q("3", "3")]),
]

WORDS: list[Case] = [
    ("hard_cases 21", "hai mươi tư cuộc", [Q("hai mươi tư", "24")]),
    ("hard_cases 21: weekday", "họp vào thứ tư", []),
    ("hard_cases 22", "một trăm linh năm hộ; một trăm lẻ năm hộ", [Q("một trăm linh năm", "105"), Q("một trăm lẻ năm", "105")]),
    ("hard_cases 23", "có năm mươi lăm hộ", [Q("năm mươi lăm", "55")]),
    ("hard_cases 24", "hai nghìn không trăm hai mươi hộ", [Q("hai nghìn không trăm hai mươi", "2020")]),
    ("hard_cases 25", "ba mươi mốt hộ; hai mốt hộ", [Q("ba mươi mốt", "31"), Q("hai mốt", "21")]),
    ("hard_cases 26", "một nghìn rưỡi cây giống", [Q("một nghìn rưỡi", "1500")]),
    ("hard_cases 27", "góp hai tỷ rưỡi đồng", [vnd("hai tỷ rưỡi đồng", "2500000000")]),
    ("hard_cases 28", "góp hai phẩy năm tỷ đồng", [vnd("hai phẩy năm tỷ đồng", "2500000000")]),
    ("hard_cases 29", "ba vạn lượt người", [Q("ba vạn", "30000")]),
    ("hard_cases 30", "hai chục mô hình", [Q("hai chục", "20")]),
    ("hard_cases 31", "hàng nghìn lượt người", [Q("hàng nghìn", None, qualifier="about", flags=("vague",))]),
    (
        "hard_cases 32",
        "vài trăm hộ, mấy chục hộ",
        [Q("vài trăm", None, qualifier="about", flags=("vague",)), Q("mấy chục", None, qualifier="about", flags=("vague",))],
    ),
    ("own: vague money", "hàng chục tỷ đồng", [vnd("hàng chục tỷ đồng", None, qualifier="about", flags=("vague",))]),
    ("hard_cases 33", "chín mươi phần trăm số hộ", [percent("chín mươi phần trăm", "90")]),
    ("hard_cases 36", "một số xã, một bộ phận, một cửa, một trong những nơi", []),
    ("own: hundreds", "ba nghìn sáu trăm cử tri", [Q("ba nghìn sáu trăm", "3600")]),
    ("own: lower half of a million", "nửa triệu lượt khách", [Q("nửa triệu", "500000")]),
    ("own: neighbours", "gặp hai ba người", [Q("hai ba", "2", high="3", qualifier="about")]),
    ("own: years of a hundred", "sau một trăm năm", [measure("một trăm năm", "100", "năm")]),
    ("own: year and five", "trong năm huyện giao; huyện có năm xóm, năm hộ nghèo", [Q("năm", "5")]),
    ("own: months, quarters, ranks", "quý ba, tháng mười hai, thứ hai, lớp ba, cấp hai", []),
    ("own: lone words", "Hai đơn vị đạt, ba đơn vị chưa đạt", [Q("Hai", "2"), Q("ba", "3")]),
    ("own: other words", "một tỷ lệ nhỏ, 12 tỷ phú, 3 triệu phú", [Q("12", "12"), Q("3", "3")]),
    ("own: names", "quận Ba Đình, đường Hai Bà Trưng, ông Ba Lợi", []),
    ("own: capital heading", "HAI ĐƠN VỊ ĐƯỢC KHEN", [Q("HAI", "2")]),
    ("own: fixed phrases", "cả hai bên, hai bên, ba đảm đang, lúa chín rộ", []),
    ("own: ripe", "ruộng lúa chín vàng, quả chín cây", []),
    ("own: magnitudes alone", "tỷ lệ, tỷ số, triệu tập, anh Triệu, nghìn trùng", []),
    ("own: one with a unit", "thu một triệu đồng từ một ha", [vnd("một triệu đồng", "1000000"), measure("một ha", "1", "ha")]),
    ("own: one beside another number", "một xã và hai phường", [Q("một", "1"), Q("hai", "2")]),
    ("own: one as an article", "một tổ chức, một người, một đồng chí, một phần", []),
    ("own: rate in words", "giá 9.000 đồng một lít", [vnd("9.000 đồng", "9000")]),
    ("own: zero is never alone", "không phát sinh, không có", []),
    ("own: half a year is time", "hơn nửa năm", []),
    ("own: seven", "bẩy hộ thoát nghèo", [Q("bẩy", "7")]),
    ("own: half a magnitude", "hơn nửa triệu lượt khách", [Q("nửa triệu", "500000", qualifier="more_than")]),
    ("against: a rate", "cỡ 80 con một kg, thu 6 tấn một ha", [Q("80", "80"), measure("6 tấn", "6", "tấn")]),
]

REPEATS: list[Case] = [
    ("hard_cases 34", "trong 15 (mười lăm) ngày", [measure("15 (mười lăm) ngày", "15", "ngày")]),
    ("hard_cases 35", "trong 15 (mười sáu) ngày", [measure("15 (mười sáu) ngày", "15", "ngày", flags=("words_digits_mismatch",))]),
    ("own: words first", "mười lăm (15) hộ", [Q("mười lăm", "15")]),
    ("own: money", "10.000.000 đồng (mười triệu đồng)", [vnd("10.000.000 đồng", "10000000")]),
    ("own: legal form", "10.000.000 đồng (Bằng chữ: mười triệu đồng)", [vnd("10.000.000 đồng", "10000000")]),
    ("own: magnitude behind", "15 (mười lăm) triệu đồng", [vnd("15 (mười lăm) triệu đồng", "15000000")]),
    ("against: share in brackets", "gần một nửa (47%) số hộ", [ratio("một nửa", "1", "2", qualifier="about"), percent("47%", "47")]),
]

PERCENTS: list[Case] = [
    ("hard_cases 37", "đạt 96,4 %", [percent("96,4 %", "96.4")]),
    ("hard_cases 44", "khoảng 1,2‰", [Q("1,2‰", "1.2", "percent", "‰", qualifier="about")]),
    ("hard_cases 52", "tăng 0,6 điểm phần trăm", [percent("0,6 điểm phần trăm", "0.6")]),
    ("own: points written with a sign", "tăng 2 điểm %", [percent("2 điểm %", "2")]),
    ("hard_cases 53", "tăng từ 91% lên 94%", [percent("91%", "91"), percent("94%", "94")]),
    ("own: one sign for a list", "lần lượt đạt 10, 12 và 15%", [percent("10", "10"), percent("12", "12"), percent("15%", "15")]),
    ("own: one sign for two", "đạt 91,4 và 73,2%", [percent("91,4", "91.4"), percent("73,2%", "73.2")]),
    ("against: a noun between", "3 xã, 15% số hộ", [Q("3", "3"), percent("15%", "15")]),
    ("against: a year before", "năm 2019, 95% số hộ", [Q("2019", "2019"), percent("95%", "95")]),
    ("own: list with semicolons", "4,75; 5,15 và 6,25%/năm", [percent("4,75", "4.75"), percent("5,15", "5.15"), percent("6,25%", "6.25")]),
]

RATIOS: list[Case] = [
    ("hard_cases 38", "tại 45/47 xã", [ratio("45/47", "45", "47")]),
    ("hard_cases 42: words", "hai phần ba số hộ", [ratio("hai phần ba", "2", "3")]),
    ("hard_cases 42: more", "trên 2/3 đại biểu", [ratio("2/3", "2", "3", qualifier="more_than")]),
    (
        "hard_cases 43",
        "quá bán; hơn một nửa số hộ",
        [ratio("quá bán", "1", "2", qualifier="more_than"), ratio("một nửa", "1", "2", qualifier="more_than")],
    ),
    ("own: half", "quá nửa số hộ", [ratio("nửa", "1", "2", qualifier="more_than")]),
    ("hard_cases 61", "giảm một nửa", [ratio("một nửa", "1", "2")]),
    ("hard_cases 65", "chiếm 3/4 diện tích", [ratio("3/4", "3", "4")]),
    ("own: of a total", "xử lý 204 trên tổng số 231 kiến nghị", [ratio("204 trên tổng số 231", "204", "231")]),
    ("own: of ten", "9 trên 10 hồ sơ", [ratio("9 trên 10", "9", "10")]),
    ("own: in four", "cứ 1 trong 4 trường", [ratio("1 trong 4", "1", "4")]),
    ("against: one of them", "là 1 trong 5 thành phố, một trong 4 tỉnh", [Q("5", "5"), Q("4", "4")]),
    ("own: with units", "gieo 800.000 ha/700.000 ha", [ratio("800.000 ha/700.000 ha", "800000", "700000", unit="ha")]),
    ("own: magnitude on one side", "gieo 120.000 ha/1,6 triệu ha", [ratio("120.000 ha/1,6 triệu ha", "120000", "1600000", unit="ha")]),
    ("hard_cases 117", "tiếp 210 lượt/245 người", [Q("210", "210"), Q("245", "245")]),
    ("own: a date is no ratio", "15/6/2020", []),
    ("own: days as what is counted", "tiếp 27/12 ngày", [ratio("27/12", "27", "12")]),
]

MULTIPLES: list[Case] = [
    ("hard_cases 59", "gấp 2,4 lần; gấp đôi", [times("2,4 lần", "2.4"), times("gấp đôi", "2")]),
    ("hard_cases 60", "tăng 3 lần", [times("3 lần", "3", flags=("ambiguous",))]),
    ("own: words", "gấp ba so với; gấp ba lần; gấp rưỡi", [times("gấp ba", "3"), times("ba lần", "3"), times("gấp rưỡi", "1.5")]),
    ("own: hedged", "gấp hơn 2 lần", [times("2 lần", "2", qualifier="more_than")]),
    ("against: a count", "ít nhất hai lần, họp 3 lần", [Q("hai", "2", qualifier="at_least"), Q("3", "3")]),
]

INDEXES: list[Case] = [
    ("hard_cases 63", "xếp thứ 12/63 tỉnh", [index("12/63", "12", None, total="63")]),
    ("own: rank", "xếp thứ 3; xếp hạng 5; vị trí thứ hai", [index("3", "3", None), index("5", "5", None), index("hai", "2", None)]),
    ("against: ordinals", "lần thứ 4, nguyên nhân thứ hai, kỳ họp thứ 8", []),
    ("hard_cases 64: of a hundred", "đạt 84,26/100 điểm", [index("84,26/100 điểm", "84.26", total="100")]),
    ("hard_cases 64: plain", "PAPI 43,17 điểm", [index("43,17 điểm", "43.17")]),
    ("own: whole points", "đạt 85 điểm, tăng 2 bậc", [index("85 điểm", "85"), index("2 bậc", "2", "bậc")]),
    ("against: places", "tại 12 điểm cầu và 3 điểm trường", [Q("12", "12"), Q("3", "3")]),
    ("against: places alone", "đón người dân tại 41 điểm, ở 7 điểm", [Q("41", "41"), Q("7", "7")]),
    ("own: a stock index", "đóng cửa tại 1.214 điểm", [index("1.214 điểm", "1214")]),
]

MONEY: list[Case] = [
    ("ours: a tax behind an amount", "thu 7 tỷ thuế", [vnd("7 tỷ", "7000000000", flags=("unit_inferred",))]),
    ("ours: an English amount", "$5 million", [Q("$5 million", "5000000", "money", "USD")]),
    ("ours: a multiple with two ends", "cao gấp 2-3 lần", [times("2-3 lần", "2", high="3")]),
    ("ours: from one amount to another", "từ 20 lên 25 nghìn đồng", [vnd("20", "20000"), vnd("25 nghìn đồng", "25000")]),
    ("ours: down to", "giảm từ 25 xuống còn 20 nghìn đồng", [vnd("25", "25000"), vnd("20 nghìn đồng", "20000")]),
    ("ours: up in percent", "tăng từ 5,2 lên 6%", [percent("5,2", "5.2"), percent("6%", "6")]),
    ("ours: up in a measure", "từ 120 tăng lên 150 ha", [measure("120", "120", "ha"), measure("150 ha", "150", "ha")]),
    ("ours: up in millions", "từ 1,2 lên 1,5 triệu lượt", [Q("1,2", "1200000"), Q("1,5 triệu", "1500000")]),
    ("ours: of another magnitude", "từ 900 lên 1,2 tỷ đồng", [Q("900", "900"), vnd("1,2 tỷ đồng", "1200000000")]),
    ("ours: a range without blanks", "từ 3 triệu đồng-5 triệu đồng", [vnd("3 triệu đồng-5 triệu đồng", "3000000", high="5000000")]),
    ("ours: a year behind an amount", "thu 12 tỷ năm 2015", [vnd("12 tỷ", "12000000000", flags=("unit_inferred",)), Q("2015", "2015")]),
    ("ours: this year behind an amount", "thu 12 tỷ năm nay", [vnd("12 tỷ", "12000000000", flags=("unit_inferred",))]),
    ("ours: an amount a year", "lãi 5 tỷ một năm", [vnd("5 tỷ", "5000000000", flags=("unit_inferred",))]),
    ("hard_cases 66", "1.856 tỷ 240 triệu đồng", [vnd("1.856 tỷ 240 triệu đồng", "1856240000000")]),
    (
        "hard_cases 67",
        "chi 3,6 tỷ đồng; hết 3 tỷ 6.",
        [vnd("3,6 tỷ đồng", "3600000000"), vnd("3 tỷ 6", "3600000000", flags=("unit_inferred",))],
    ),
    ("against 67: a noun", "chi 3 tỷ 6 dự án", [vnd("3 tỷ", "3000000000", flags=("unit_inferred",)), Q("6", "6")]),
    ("hard_cases 68", "giá 1 triệu 2; giá 1tr2", [vnd(s, "1200000", flags=("unit_inferred",)) for s in ("1 triệu 2", "1tr2")]),
    ("hard_cases 69", "chi 12.500 triệu đồng", [vnd("12.500 triệu đồng", "12500000000")]),
    ("hard_cases 71", "đạt 1,42 triệu tỷ đồng", [vnd("1,42 triệu tỷ đồng", "1420000000000000")]),
    ("hard_cases 72", "đạt 250 nghìn tỷ đồng", [vnd("250 nghìn tỷ đồng", "250000000000000")]),
    ("hard_cases 73", "phí 850.000đ; 850 ngàn đồng", [vnd("850.000đ", "850000"), vnd("850 ngàn đồng", "850000")]),
    ("hard_cases 73: k", "850k", [vnd("850k", "850000", flags=("unit_inferred",))]),
    (
        "hard_cases 74",
        "20 triệu USD; 1,2 tỷ đô la Mỹ",
        [Q("20 triệu USD", "20000000", "money", "USD"), Q("1,2 tỷ đô la Mỹ", "1200000000", "money", "USD")],
    ),
    ("own: sign in front", "vay $5 triệu và US$20", [Q("$5 triệu", "5000000", "money", "USD"), Q("US$20", "20", "money", "USD")]),
    (
        "own: other currencies",
        "5 triệu bảng Anh, 300 euro, 21 tỷ yên",
        [
            Q("5 triệu bảng Anh", "5000000", "money", "GBP"),
            Q("300 euro", "300", "money", "EUR"),
            Q("21 tỷ yên", "21000000000", "money", "JPY"),
        ],
    ),
    ("hard_cases 76", "kinh phí trên 36 tỉ", [vnd("36 tỉ", "36000000000", qualifier="more_than", flags=("unit_inferred",))]),
    (
        "hard_cases 78",
        "2,4 tỷ đồng, trong đó tỉnh 1,5 tỷ, huyện 900 triệu",
        [
            vnd("2,4 tỷ đồng", "2400000000"),
            vnd("1,5 tỷ", "1500000000", flags=("unit_inferred",)),
            vnd("900 triệu", "900000000", flags=("unit_inferred",)),
        ],
    ),
    (
        "hard_cases 75: an equivalent names no currency for the rest",
        "470 tỷ đồng (tương đương 20 triệu USD), trong đó huyện 90 tỷ",
        [
            vnd("470 tỷ đồng", "470000000000"),
            Q("20 triệu USD", "20000000", "money", "USD"),
            vnd("90 tỷ", "90000000000", flags=("unit_inferred",)),
        ],
    ),
    ("hard_cases 80", "72 triệu đồng/người/năm", [vnd("72 triệu đồng", "72000000")]),
    ("hard_cases 83", "450 trđ, 5 tr.đ, 7 tỷ đ", [vnd("450 trđ", "450000000"), vnd("5 tr.đ", "5000000"), vnd("7 tỷ đ", "7000000000")]),
    ("own: no currency, no noun", "mỗi năm 90.000 tỷ/năm", [vnd("90.000 tỷ", "90000000000000", flags=("unit_inferred",))]),
    ("against: people", "4 triệu người; dân số 96 triệu", [Q("4 triệu", "4000000"), Q("96 triệu", "96000000")]),
    ("own: per one", "50.000 đồng/1 kg", [vnd("50.000 đồng", "50000")]),
    ("own: shared magnitude", "mức 300 và 500 triệu đồng", [vnd("300", "300000000"), vnd("500 triệu đồng", "500000000")]),
    ("against: comrades", "12 đồng chí, 5 đ/c", [Q("12", "12"), Q("5", "5")]),
]

MEASURES: list[Case] = [
    ("ours: so much of each", "mỗi thứ 30 kg", [measure("30 kg", "30", "kg")]),
    ("hard_cases 79", "hiến 12.500 m2 đất và 1.200 ngày công", [measure("12.500 m2", "12500", "m2"), Q("1.200", "1200")]),
    (
        "own: spellings of m2",
        "15 m², 289 ngàn m 2, 7 mét vuông",
        [measure("15 m²", "15", "m2"), measure("289 ngàn m 2", "289000", "m2"), measure("7 mét vuông", "7", "m2")],
    ),
    ("own: km2 is no thousand", "rộng 972 km2", [measure("972 km2", "972", "km2")]),
    ("own: rates", "5 tấn/ha, gió 320 km/h", [measure("5 tấn/ha", "5", "tấn/ha"), measure("320 km/h", "320", "km/h")]),
    ("own: glued", "tài trợ 4.000m tôn, 50kg gạo", [measure("4.000m", "4000", "m"), measure("50kg", "50", "kg")]),
    ("own: names of hectare", "7 héc ta, 5 triệu hecta", [measure("7 héc ta", "7", "ha"), measure("5 triệu hecta", "5000000", "ha")]),
    (
        "own: gold",
        "259 chỉ vàng, 1.008 lượng vàng, 5 cây cầu",
        [measure("259 chỉ", "259", "chỉ"), measure("1.008 lượng", "1008", "lượng"), Q("5", "5")],
    ),
    ("own: half more", "hai năm rưỡi", [measure("hai năm rưỡi", "2.5", "năm")]),
    ("own: temperature", "38 độ C và 37oC", [measure("38 độ C", "38", "°C"), measure("37oC", "37", "°C")]),
    ("hard_cases 81", "tiếp dân 02 ngày/tháng", [measure("02 ngày", "2", "ngày")]),
]

RANGES: list[Case] = [
    ("hard_cases 49: dash", "đạt 80 - 85%", [percent("80 - 85%", "80", high="85")]),
    ("hard_cases 49: en dash", "đạt 80–85 %", [percent("80–85 %", "80", high="85")]),
    ("hard_cases 49: words", "từ 80% đến 85%", [percent("80% đến 85%", "80", high="85")]),
    ("hard_cases 50", "5-7 ngày làm việc", [measure("5-7 ngày", "5", "ngày", high="7")]),
    ("own: counts", "giới thiệu việc cho từ 1.200 đến 1.400 lao động", [Q("1.200 đến 1.400", "1200", high="1400")]),
    ("own: prices", "5.250–5.350 đồng/kg", [vnd("5.250–5.350 đồng", "5250", high="5350")]),
    ("own: shared magnitude", "37,22 - 37,28 triệu đồng", [vnd("37,22 - 37,28 triệu đồng", "37220000", high="37280000")]),
    ("own: two magnitudes", "từ 300 triệu đến 1,2 tỷ đồng", [vnd("300 triệu đến 1,2 tỷ đồng", "300000000", high="1200000000")]),
    ("own: between", "giữa 1.000 và 2.000 đồng", [vnd("1.000 và 2.000 đồng", "1000", high="2000")]),
    ("own: unit on both ends", "gói 5kg-10kg", [measure("5kg-10kg", "5", "kg", high="10")]),
    ("own: glued word", "sâu từ 1đến 3 m", [measure("1đến 3 m", "1", "m", high="3")]),
    ("own: about", "khoảng từ 5 đến 7 hộ", [Q("5 đến 7", "5", high="7", qualifier="about")]),
    ("contract: exact", "trong khoảng 69,98-97,88%", [percent("69,98-97,88%", "69.98", high="97.88")]),
    ("against: years", "2012-2013; 2015-20", [Q("2012", "2012"), Q("2013", "2013"), Q("2015", "2015"), Q("20", "20")]),
    ("against: score", "thắng 2-1", [Q("2", "2"), Q("1", "1")]),
    ("against: rise", "tăng từ 12 lên 19 mô hình", [Q("12", "12"), Q("19", "19")]),
]

HEDGES: list[Case] = [
    ("hard_cases 45", "trên 93%; hơn 93%", [percent("93%", "93", qualifier="more_than")] * 2),
    ("hard_cases 46", "từ 95% trở lên", [percent("95%", "95", qualifier="at_least")]),
    ("own: far bound", "từ 80% thôn có nhà văn hóa trở lên", [percent("80%", "80", qualifier="at_least")]),
    ("hard_cases 47", "dưới 1%; không quá 0,5%", [percent("1%", "1", qualifier="less_than"), percent("0,5%", "0.5", qualifier="at_most")]),
    ("hard_cases 48", "gần 80%; xấp xỉ 80%; khoảng 80%", [percent("80%", "80", qualifier="about")] * 3),
    (
        "hard_cases 51",
        "tối đa 30 ngày; ít nhất 02 lần",
        [measure("30 ngày", "30", "ngày", qualifier="at_most"), Q("02", "2", qualifier="at_least")],
    ),
    ("own: behind a bracket", "(trên 8 km)", [measure("8 km", "8", "km", qualifier="more_than")]),
    ("own: a little more", "hơn 50% một chút", [percent("50%", "50", qualifier="about")]),
    ("own: not less", "không dưới 50%", [percent("50%", "50", qualifier="at_least")]),
    ("own: no lower", "không thấp hơn 45%", [percent("45%", "45", qualifier="at_least")]),
    ("own: not reached", "chưa đến 50 hộ; chưa đầy 50 hộ", [Q("50", "50", qualifier="less_than")] * 2),
    ("contract: comparison", "cao hơn 4,3 điểm; nhiều hơn 5 hộ", [index("4,3 điểm", "4.3"), Q("5", "5")]),
    ("against: a place", "đi trên hai xe", [Q("hai", "2")]),
    ("own: growth", "tăng hơn 29%", [percent("29%", "29", qualifier="more_than")]),
]

NO_NUMBERS = [
    "Covid-19, RON92, QL18, 4G, 5G, F0, A3, H5N1, 3D, 12A",
    "Ủy ban nhân dân tỉnh báo cáo",
    "một lần nữa, một cách nghiêm túc, một ít",
    "tiêm vắc xin 6 trong 1 cho bé",
    "từ ngã ba Đông Hòa đến ngã tư, ngã năm",
    "vốn vay là đòn bẩy tài chính, đòn bẩy giúp xã đi lên",
    "",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=label)
        for table in (FIGURES, SIGNS, WORDS, REPEATS, PERCENTS, RATIOS, MULTIPLES, INDEXES, MONEY, MEASURES, RANGES, HEDGES)
        for label, text, expected in table
    ],
)
def test_a_reader_sees_these_numbers(text: str, expected: list[Q]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_names_hold_no_numbers(text: str) -> None:
    assert read(text) == []


def test_the_words_after_a_repeated_number_begin_behind_the_bracket() -> None:
    text = "nhận 15 (mười lăm) hồ sơ"
    (number,) = find_quantities(fold(text))
    assert (text[number.start : number.end], text[number.after :]) == ("15", " hồ sơ")


# Forms that the Vietnamese corpora of Duckling (numerals, VND) and of NeMo text processing hold, and forms of our own.
ALONE = [
    ("không", "0"), ("một", "1"), ("hai", "2"), ("năm", "5"), ("mười bốn", "14"), ("mười lăm", "15"), ("mười bẩy", "17"),
    ("ba mươi ba", "33"), ("hai mốt", "21"), ("năm lăm", "55"), ("sáu bảy", "67"), ("bảy hai", "72"), ("bốn mươi tư", "44"),
    ("một trăm hai", "120"), ("một trăm mốt", "110"), ("năm trăm tư", "540"), ("tám trăm rưỡi", "850"), ("một nghìn linh một", "1001"),
    ("một ngàn chín lăm", "1095"), ("một ngàn mốt", "1100"), ("một nghìn hai sáu", "1026"), ("năm ngàn rưỡi", "5500"),
    ("hai trăm nghìn", "200000"), ("hai mươi mốt nghìn không trăm mười một", "21011"),
    ("bảy trăm hai mươi mốt nghìn không trăm mười hai", "721012"), ("một trăm bốn bảy nghìn bốn trăm năm mốt", "147451"),
    ("một trăm tỷ một trăm mười", "100000000110"), ("hai triệu mười", "2000010"), ("bốn trăm sáu triệu", "460000000"),
    ("mười triệu tư", "10400000"), ("chín chín tỷ chín", "99900000000"), ("một triệu tỷ", "1000000000000000"),
    ("một tỷ tỷ", "1000000000000000000"), ("âm sáu mươi", "-60"), ("trừ hai lăm ngàn không trăm ba mươi bẩy", "-25037"),
    ("không phẩy năm", "0.5"), ("sáu mươi chấm hai tư", "60.24"), ("một phẩy hai ba không năm", "1.2305"),
    ("không phẩy hai triệu", "200000"), ("âm chín chín chấm chín lăm tỷ", "-99950000000"), ("0,2 triệu", "200000"), ("18 vạn", "180000"),
    ("10,01 vạn", "100100"), ("100,000 đồng", "100000"), ("100k", "100000"), ("3000K", "3000000"), (".77", "0.77"), ("01.10", "1.1"),
    ("âm 1,200,000", "-1200000"), ("10₫", "10"), ("10k VND", "10000"), ("1tr5 vnd", "1500000"), ("VN$1000", "1000"), ("1000 VNĐ", "1000"),
    ("hai đô rưỡi", "2.5"), ("không phần trăm", "0"), ("  ba   mươi   mốt ", "31"), ("chín phần tư", "9"), ("hai trăm ki lô mét", "200"),
    ("45 hồ sơ", "45"), ("Hai Mươi", "20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), ALONE)
def test_a_number_alone_is_read_as_spoken(text: str, value: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value == Decimal(value)


BOUNDS: list[tuple[str, str, str | None, Qualifier]] = [
    ("dưới bảy ngàn đồng", "7000", None, "less_than"),
    ("ít hơn bảy nghìn đồng", "7000", None, "less_than"),
    ("không tới 7000 đồng", "7000", None, "less_than"),
    ("không quá 7.000 đồng", "7000", None, "at_most"),
    ("từ 7000 đồng trở xuống", "7000", None, "at_most"),
    ("từ 1000 VNĐ tới 2000 VNĐ", "1000", "2000", "exact"),
    ("giữa 1000 đồng và 2000 đồng", "1000", "2000", "exact"),
    ("khoảng chừng từ 1000 đến 2000 đồng", "1000", "2000", "about"),
    ("xấp xỉ VND1000-VND2000", "1000", "2000", "about"),
]


@pytest.mark.parametrize(("text", "value", "high", "qualifier"), BOUNDS)
def test_an_amount_alone_keeps_its_bounds(text: str, value: str, high: str | None, qualifier: Qualifier) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.value_max, number.qualifier, number.unit) == (
        Decimal(value),
        Decimal(high) if high else None,
        qualifier,
        "VND",
    )


@pytest.mark.parametrize("text", ["", "hồ sơ", "lăm", "tư", "12/6/2020", "5 người và 6 xe", "Covid-19", "5, 6"])
def test_what_is_not_one_number_alone_is_refused(text: str) -> None:
    assert parse_number(text) is None


# --- Properties ------------------------------------------------------------------------------------------------------

_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


class Dialect(NamedTuple):
    thousand: str
    link: str
    four: str
    five: str


NORTH = Dialect("nghìn", "linh", "tư", "lăm")
SOUTH = Dialect("ngàn", "lẻ", "bốn", "lăm")
OLD_NORTH = Dialect("nghìn", "linh", "tư", "nhăm")


def _below_hundred(number: int, dialect: Dialect) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return _DIGITS[unit]
    last = {0: "", 5: dialect.five}.get(unit, _DIGITS[unit])
    if tens > 1:
        last = {1: "mốt", 4: dialect.four}.get(unit, last)
    return f"{_DIGITS[tens]} mươi {last}".strip() if tens > 1 else f"mười {last}".strip()


def _below_thousand(number: int, dialect: Dialect, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if hundreds == 0 and not full:
        return _below_hundred(rest, dialect)
    words = f"{_DIGITS[hundreds]} trăm"
    if rest == 0:
        return words
    return f"{words} {dialect.link} {_DIGITS[rest]}" if rest < 10 else f"{words} {_below_hundred(rest, dialect)}"


def spell(number: int, dialect: Dialect) -> str:
    """A number as it is spoken, up to 999 tỷ of tỷ."""
    if number < 1000:
        return _below_thousand(number, dialect, full=False)
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, dialect.thousand)):
        if number >= scale:
            upper, rest = divmod(number, scale)
            words = f"{spell(upper, dialect)} {name}"
            if rest == 0:
                return words
            return f"{words} {_below_thousand(rest, dialect, full=True) if rest < 1000 else spell(rest, dialect)}"
    raise AssertionError


@given(st.one_of(st.integers(0, 10**15), st.integers(0, 10**4)), st.sampled_from([NORTH, SOUTH, OLD_NORTH]))
def test_a_spoken_number_is_read_back(number: int, dialect: Dialect) -> None:
    found = parse_number(spell(number, dialect))
    assert found is not None
    assert found.value == number


@given(st.integers(20, 10**15), st.sampled_from([NORTH, SOUTH]))
def test_a_spoken_number_is_found_in_a_sentence(number: int, dialect: Dialect) -> None:
    words = spell(number, dialect)
    text = f"Xã đã trồng {words} cây xanh."
    (found,) = find_quantities(fold(text), text)
    assert (text[found.start : found.end], found.value) == (words, Decimal(number))


@given(st.integers(0, 10**15))
def test_a_grouped_figure_is_read_back(number: int) -> None:
    text = f"{number:,}".replace(",", ".")
    (found,) = find_quantities(f"có {text} hộ")
    assert (found.value, found.flags) == (Decimal(number), ())


_BITS = st.sampled_from(
    "12 3.456 7,8 0 % - / ( ) . , ; + : $ đ k tr m2 ha \n \t một hai ba năm mười mươi trăm nghìn triệu tỷ rưỡi phẩy linh không nửa "
    "phần gấp lần đồng usd thứ xếp ngày tháng điểm đến trên trong tổng số và trở lên từ khoảng hơn âm vài hàng chục l o Ba ông hồ sơ".split(
        " "
    )
)


@given(st.one_of(st.text(), st.lists(_BITS, max_size=14).map("".join), st.lists(_BITS, max_size=14).map(" ".join)))
def test_any_text_is_read_without_failing(text: str) -> None:
    source = Text.of(text)
    numbers = find_quantities(source.folded, source.nfc)
    reach = 0
    for number in numbers:
        assert reach <= number.start < number.end <= number.after <= len(source.nfc)
        assert number.value_max is None or (number.value is not None and number.value < number.value_max)
        assert number.total is None or number.total > 0
        reach = number.end
    parse_number(text)
