"""The words of Vietnamese time expressions, and the forms that they make.

`FORMS` is the grammar: one row a form, with the words it can begin with and its pattern. `times.py` has one builder
of the same name for each. To add a form, add a row here and a builder there; to add a word, add it to the table that
generates the pattern. All words are folded (see document.fold). In a pattern a space stands for any run of spaces
(`[ ]` for just one), `<NAME>` for the pattern `PARTS["NAME"]`, and several groups may bear one name. Patterns are for `re`,
which compiles three times as fast as `regex` and looks back over a fixed number of characters only: see `after`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from qcdc_extract.document import fold

# --- numbers inside time expressions -------------------------------------------------------------------------------

DIGIT_WORDS: dict[str, int] = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_UNITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = (("mốt", "một"), ("hai",), ("ba",), ("tư", "bốn"), ("lăm", "nhăm", "năm"), ("sáu",), ("bảy", "bẩy"), ("tám",), ("chín",))


def _small_numbers() -> dict[str, int]:
    """Number words 1 to 99, long and short ("hai mươi mốt", "hai mốt")."""
    words = {word: i for i, word in enumerate(_UNITS, 1)} | {"bẩy": 7, "mười": 10}
    for i, endings in enumerate(_AFTER_TENS, 1):
        words |= {f"mười {ending}": 10 + i for ending in endings if ending not in ("mốt", "tư")}
    for tens in range(2, 10):
        words[f"{_UNITS[tens - 1]} mươi"] = tens * 10
        for i, endings in enumerate(_AFTER_TENS, 1):
            words |= {f"{_UNITS[tens - 1]} mươi {ending}": tens * 10 + i for ending in endings}
            words |= {f"{_UNITS[tens - 1]} {ending}": tens * 10 + i for ending in endings if ending in ("mốt", "tư", "lăm")}
    return words


NUMBER_WORDS: dict[str, int] = _small_numbers()
MONTH_WORDS: dict[str, int] = {word: n for word, n in NUMBER_WORDS.items() if n <= 12} | {"tư": 4, "giêng": 1, "chạp": 12, "mười một": 11}
LUNAR_MONTHS = ("giêng", "chạp")
FIRST_DAY = "đầu tiên của"  # "ngày đầu tiên của tháng 3"
QUARTER_WORDS: dict[str, int] = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4,
    "một": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "cuối": 4,
}  # fmt: skip
WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", *(f"thứ {n}" for n in range(2, 8)))

# --- years told from the year that is spoken of --------------------------------------------------------------------

YEAR_SHIFTS: dict[str, int] = {
    "nay": 0, "này": 0, "ngoái": -1, "trước": -1, "trước đó": -1, "liền trước": -1, "ngay trước": -1, "kia": -2, "sau": 1, "tới": 1,
}  # fmt: skip

# --- fixed expressions: the days around the document's date, or around the period that is spoken of ----------------


class Fixed(NamedTuple):
    """What a fixed expression means: `many` units ending `offset` units from the anchor's unit."""

    role: str
    unit: str  # day week month quarter year school_year period
    offset: int
    anchor: str  # date: the document's date; passage: the period or year that the passage speaks of
    many: int = 1
    from_date: bool = False  # only from the document's date on


_NOW = Fixed("as_of", "day", 0, "date")
_TODAY = Fixed("period", "day", 0, "date")
_YESTERDAY = Fixed("relative", "day", -1, "date")

_FIXED: dict[str, Fixed] = (
    dict.fromkeys(
        (
            "hiện", "hiện nay", "hiện tại", "hiện đang", "hiện giờ", "hiện thời", "đến nay", "tới nay", "cho đến nay", "cho tới nay",
            "tính đến nay", "tính tới nay", "đến thời điểm này", "tới thời điểm này", "đến thời điểm hiện tại", "tính đến thời điểm này",
            "tính đến thời điểm hiện tại", "thời điểm này", "thời điểm hiện tại", "thời điểm hiện nay", "đến hiện tại", "đến hiện nay",
            "đến giờ", "đến bây giờ", "cho đến giờ", "cho đến bây giờ", "bây giờ", "đến lúc này", "tính đến hiện tại", "tính đến hiện nay",
            "tính đến thời điểm hiện nay", "đến thời điểm hiện nay", "hiện toàn",
        ),
        _NOW,
    )
    | dict.fromkeys(
        ("hôm nay", "bữa nay", "ngày hôm nay", "trong ngày hôm nay", "sáng nay", "trưa nay", "chiều nay", "tối nay", "đêm nay", "rạng sáng nay",
         "sáng hôm nay", "trưa hôm nay", "chiều hôm nay", "tối hôm nay"),
        _TODAY,
    )
    | dict.fromkeys(
        ("hôm qua", "ngày hôm qua", "sáng qua", "trưa qua", "chiều qua", "tối qua", "đêm qua", "sáng hôm qua", "chiều hôm qua", "tối hôm qua",
         "rạng sáng qua", "đêm hôm qua"),
        _YESTERDAY,
    )
    | dict.fromkeys(("hôm kia", "ngày hôm kia"), Fixed("relative", "day", -2, "date"))
    | dict.fromkeys(("ngày mai", "sáng mai", "chiều mai", "tối mai", "trưa mai", "tối ngày mai", "trưa ngày mai", "sáng ngày mai", "chiều ngày mai"), Fixed("period", "day", 1, "date"))
    | dict.fromkeys(("ngày trước", "ngày trước đó", "hôm trước", "hôm trước đó", "phiên trước", "phiên trước đó", "ngày liền trước"),
                    Fixed("relative", "day", -1, "passage"))
    | dict.fromkeys(("cùng ngày", "trong ngày", "cả ngày", "sáng cùng ngày", "chiều cùng ngày", "tối cùng ngày", "trưa cùng ngày"),
                    Fixed("period", "day", 0, "passage"))
    | dict.fromkeys(("tuần này", "tuần nay", "trong tuần này"), Fixed("period", "week", 0, "date"))
    | dict.fromkeys(("trong tuần", "cả tuần"), Fixed("period", "week", 0, "passage"))
    | dict.fromkeys(("tuần trước", "tuần trước đó", "tuần liền trước", "tuần trước nữa"), Fixed("relative", "week", -1, "passage"))
    | dict.fromkeys(("tuần qua", "tuần vừa qua", "tuần rồi", "tuần vừa rồi"), Fixed("period", "week", -1, "date"))
    | dict.fromkeys(("tuần tới", "tuần sau", "tuần tiếp theo"), Fixed("period", "week", 1, "date"))
    | dict.fromkeys(("tháng này", "tháng nay"), Fixed("period", "month", 0, "date"))
    | dict.fromkeys(("trong tháng", "cả tháng", "cùng tháng", "trong tháng qua", "tháng báo cáo"), Fixed("period", "month", 0, "passage"))
    | dict.fromkeys(("tháng trước", "tháng trước đó", "tháng liền trước", "tháng ngay trước", "tháng liền kề"), Fixed("relative", "month", -1, "passage"))
    | dict.fromkeys(("tháng tới", "tháng sau", "tháng tiếp theo"), Fixed("period", "month", 1, "date"))
    | dict.fromkeys(("quý này", "quý nay", "quý hiện tại", "quý báo cáo"), Fixed("period", "quarter", 0, "date"))
    | dict.fromkeys(("trong quý", "cả quý", "trong quý qua"), Fixed("period", "quarter", 0, "passage"))
    | dict.fromkeys(("quý trước", "quý trước đó", "quý liền trước"), Fixed("relative", "quarter", -1, "passage"))
    | dict.fromkeys(("quý tới", "quý sau", "quý tiếp", "quý tiếp theo"), Fixed("period", "quarter", 1, "date"))
    | dict.fromkeys(("năm nay", "trong năm nay", "cả năm nay", "năm này"), Fixed("period", "year", 0, "date"))
    | dict.fromkeys(("trong năm", "cả năm", "năm qua", "năm vừa qua", "trong năm qua", "cùng năm", "toàn năm", "trong cả năm", "năm báo cáo"),
                    Fixed("period", "year", 0, "passage"))
    | dict.fromkeys(("năm trước", "năm trước đó", "năm liền trước", "năm liền kề", "năm ngoái", "năm rồi", "năm vừa rồi", "năm ngay trước"),
                    Fixed("relative", "year", -1, "passage"))
    | dict.fromkeys(("năm kia",), Fixed("relative", "year", -2, "passage"))
    | dict.fromkeys(("năm tới", "năm sau", "năm tiếp theo", "năm kế tiếp"), Fixed("period", "year", 1, "date"))
    | dict.fromkeys(("năm học này", "năm học hiện nay"), Fixed("period", "school_year", 0, "date"))
    | dict.fromkeys(("trong năm học", "cả năm học", "năm học qua", "năm học vừa qua"), Fixed("period", "school_year", 0, "passage"))
    | dict.fromkeys(("năm học trước", "năm học trước đó", "năm học ngoái"), Fixed("relative", "school_year", -1, "passage"))
    | dict.fromkeys(("năm học tới", "năm học sau"), Fixed("period", "school_year", 1, "date"))
    | dict.fromkeys(("trong kỳ", "kỳ này", "kỳ báo cáo", "trong kỳ báo cáo", "trong thời gian này", "trong thời gian trên", "thời gian này",
                     "thời gian trên", "cùng thời gian này", "cùng thời gian trên", "trong khoảng thời gian này", "trong khoảng thời gian trên"),
                    Fixed("period", "period", 0, "passage"))
    | {
        f"từ {now} {until} {text}": Fixed("period", unit, 0, "date", from_date=True)
        for text, unit in {"năm": "year", "năm nay": "year", "tháng": "month", "tháng này": "month", "quý": "quarter"}.items()
        for until in ("đến cuối", "tới cuối", "đến hết", "cho đến cuối", "cho đến hết")
        for now in ("nay", "giờ", "bây giờ")
    }
    | dict.fromkeys(("kỳ trước", "kỳ trước đó", "kỳ liền trước"), Fixed("relative", "period", -1, "passage"))
)  # fmt: skip

FIXED: dict[str, Fixed] = {
    f"trong {text}": fixed for text, fixed in _FIXED.items() if text.split()[0] in ("ngày", "tuần", "tháng", "quý", "năm", "kỳ", "hôm")
} | _FIXED

# Words after a fixed expression that give it another sense: "hiện đại", "trong năm huyện", "cả ngày lẫn đêm".
FIVE_OF = (  # after "trong năm", "cả năm": the number five
    "ngày", "tháng", "tuần", "giờ", "phút", "xã", "phường", "huyện", "quận", "tỉnh", "thôn", "người", "hộ", "đơn vị", "doanh nghiệp",
    "vụ", "trường", "trăm", "nghìn", "ngàn", "mươi", "triệu", "tỷ", "nước", "thành phố", "lần", "trận", "phiên", "ca", "nhóm", "lĩnh vực",
    "bệnh nhân", "nạn nhân", "em", "con", "cái", "chiếc", "tàu", "xe", "cơ quan", "địa phương", "nhà",
    "tiêu chí", "mô hình", "nội dung", "yếu tố", "thành viên", "học sinh", "giáo viên", "cán bộ", "dự án", "công trình",
)  # fmt: skip
NOT_AFTER: dict[str, tuple[str, ...]] = {
    "hiện": (
        "đại", "trạng", "trường", "thực", "vật", "hành", "diện", "tượng", "hữu", "rõ", "ra", "hình", "thân", "sinh", "kim", "lên", "hóa",
        "nguyên", "về", "tình",
    ),
    "trong năm": FIVE_OF, "cả năm": FIVE_OF, "cùng năm": FIVE_OF, "năm sau": FIVE_OF, "năm trước": ("khi",),
    "trong ngày": ("hội", "lễ", "tết", "nghỉ", "vía", "đầu", "mưa", "nắng", "lạnh", "khai", "quốc khánh", "mùng", "mồng", "chủ nhật"),
    "trong tuần": ("lễ", "từ"), "cả ngày": ("lẫn",), "tuần sau": ("khi",), "tháng sau": ("khi",), "ngày trước": ("khi",), "hôm trước": ("khi",),
    "trong tháng": tuple(MONTH_WORDS), "cả tháng": tuple(MONTH_WORDS), "cùng tháng": tuple(MONTH_WORDS),
    "cả quý": tuple(QUARTER_WORDS),
    "thời gian này": ("năm",), "cùng thời gian này": ("năm", "của năm", "tháng", "tuần"), "cùng thời gian trên": ("năm", "của năm", "tháng", "tuần"),
    "trong kỳ": ("họp", "thi", "nghỉ", "bầu", "vọng", "đại hội", "tuyển sinh"), "kỳ này": (), "trong quý": ("vị", *QUARTER_WORDS),
}  # fmt: skip
NOT_BEFORE: dict[str, tuple[str, ...]] = {
    "hiện": ("thực", "phát", "xuất", "thể", "biểu", "tái", "ẩn", "hiển", "hữu", "bộc lộ", "đang thực", "tìm"),
    "trong kỳ": ("trọng",), "kỳ này": ("thời", "bất"), "kỳ trước": ("nhiệm", "học", "bầu"), "hiện nay": ("thực", "phát", "xuất"),
    "khi đó": ("trong",),  # "trong khi đó" sets two things side by side
    "thời gian này": ("sau", "sau khoảng", "trước", "đến", "tới", "vượt qua", "quãng"),
    "thời gian trên": ("sau", "sau khoảng", "trước", "đến", "tới", "quy định"),
    "tháng trước": tuple(str(n) for n in range(10)), "năm trước": tuple(str(n) for n in range(10)),
}  # fmt: skip

# Times that govern what follows but cannot be resolved: nothing farther off may be taken in their stead.
UNKNOWN = (
    "từ đầu nhiệm kỳ đến nay", "từ đầu nhiệm kỳ", "đầu nhiệm kỳ đến nay", "nhiệm kỳ qua", "nhiệm kỳ này", "nhiệm kỳ vừa qua", "nhiệm kỳ trước",
    "trong nhiệm kỳ", "cả nhiệm kỳ", "nửa nhiệm kỳ", "nửa đầu nhiệm kỳ", "mới đây", "gần đây", "thời gian gần đây", "vừa rồi", "vừa qua",
    "lúc này", "khi đó", "lúc đó", "sắp tới", "thời gian tới", "thời gian qua", "thời gian vừa qua", "trong thời gian tới", "trong thời gian qua", "trước đây", "lâu nay",
    "từ trước đến nay", "từ trước tới nay", "xưa nay", "bấy lâu nay", "mỗi năm", "hằng năm", "hàng năm", "mọi năm", "bình quân mỗi năm",
    "bình quân hằng năm", "bình quân hàng năm", "trung bình mỗi năm", "hằng năm qua", "nhiều năm qua", "nhiều năm nay", "những năm qua",
    "những năm gần đây", "các năm qua", "mấy năm qua", "mấy năm nay", "mấy năm gần đây", "nhiều năm gần đây", "vài năm gần đây", "vài năm qua",
    "những năm vừa qua", "các năm trước", "những năm trước", "nhiều năm trước", "những năm trước đây", "các năm gần đây", "những năm trước đó",
    "những năm tới", "các năm tới", "trong những năm qua", "những ngày qua", "mấy ngày qua", "nhiều ngày qua", "những tháng qua",
    "nhiều tháng qua", "những tuần qua", "về lâu dài", "dịp tết", "trong dịp tết", "trong tết", "dịp lễ", "các tháng qua", "những năm sau", "các năm sau",
)  # fmt: skip

# Times that say when or how often, but never what a figure is about.
PASSING = (
    "hằng ngày", "hàng ngày", "hằng tháng", "hàng tháng", "hằng tuần", "hàng tuần", "hằng quý", "hàng quý", "mỗi ngày", "mỗi tuần", "mỗi tháng",
    "mỗi quý", "từng ngày", "từng tháng", "từng quý", "từng năm", "định kỳ hằng năm", "quanh năm", "lâu năm", "nhiều năm", "nhiều tháng", "cứ mỗi năm",
    "nhiều ngày", "cuối tuần", "đầu tuần", "giữa tuần", "dịp cuối năm", "dịp đầu năm", "những ngày tới", "những ngày đầu năm",
    "những tháng cuối năm", "những tháng đầu năm", "các tháng cuối năm", "những tháng còn lại của năm", "các tháng còn lại của năm",
    "những tháng tới", "các tháng tới", "những tuần tới", "trước thời hạn", "nửa năm", "nửa tháng", "hơn nửa năm", "hơn nửa tháng",
)  # fmt: skip

# --- names that hold a year ------------------------------------------------------------------------------------------

SEASONS = (
    "đông xuân", "hè thu", "thu đông", "xuân hè", "vụ xuân", "vụ hè", "vụ thu", "vụ đông", "vụ mùa", "mùa xuân", "mùa hè", "mùa thu", "mùa đông",
    "mùa mưa", "mùa khô", "tết nguyên đán", "tết", "xuân", "niên vụ", "mùa vụ", "mùa giải", "mùa bóng",
)  # fmt: skip
# Words after which a bare figure from 1900 to 2100 is a year.
YEAR_NAMES = (
    "sipas", "papi", "pci", "par index", "pgi", "dti", "ict index", "index", "chỉ tiêu", "kế hoạch", "dự toán", "bình quân", "quyết toán",
    "chương trình", "báo cáo", "phương hướng", "nhiệm vụ", "chủ đề", "chiến lược", "tầm nhìn", "đề án", "world cup", "euro", "sea games", "olympic", "asiad",
    "chỉ số", "mục tiêu", "kỳ thi", "giải", "niên độ", "tài khóa", "trong", "cả", "so với", "so", "hồi", "vào",
    "trước", "sau", "của", "từ", "đến", "tới", "hết", "cuộc thi", "festival", "hội chợ", "triển lãm", "covid", "sn", "sinh",
)  # fmt: skip
# Words that may stand behind a bare year; anything else is taken for the noun that it counts.
AFTER_YEAR = (
    "là", "thì", "đã", "được", "đạt", "tăng", "giảm", "của", "có", "cho", "với", "và", "như", "ước", "sẽ", "cũng", "này", "nay", "còn", "bằng",
    "vẫn", "chỉ", "lên", "trở", "theo", "do", "tại", "ở", "về", "để", "trên", "dưới", "cả", "toàn", "tỷ lệ", "đến nay", "tới nay", "phấn đấu",
    "khi", "vừa", "chưa", "không", "phải", "cần", "nhằm", "trong", "các", "những", "nhưng",
)  # fmt: skip
COUNTED_AFTER_RANGE = (
    "đồng", "đ", "vnđ", "usd", "ha", "m", "m2", "km", "kg", "tấn", "người", "hộ", "hồ sơ", "lượt", "ca", "tỷ", "triệu", "nghìn", "ngàn",
    "vụ", "con", "cái", "suất", "sản phẩm", "xe", "euro", "mw", "kwh", "lao động", "học sinh", "điểm", "%",
)  # fmt: skip
# A law's year and an act's date belong to its name; so does a year of birth.
ACTS = (
    "luật", "bộ luật", "hiến pháp", "pháp lệnh", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "kết luận", "công văn",
    "hướng dẫn", "quy định", "công điện", "văn bản", "thông tri", "tờ trình", "hợp đồng", "giấy phép", "sắc lệnh", "giấy chứng nhận",
)  # fmt: skip
LAWS = ("luật", "bộ luật", "hiến pháp", "pháp lệnh")
LAW_WORDS = ("luật", "pháp")  # one of them is in each
NO_BIRTH = tuple("tuyển học vệ dân phát an thí khai giới phục sản hy thư nam nữ môn sơ văn y ký hộ".split())

# --- lengths of time -------------------------------------------------------------------------------------------------

LENGTH_UNITS = ("giây", "phút", "giờ", "tiếng", "ngày", "tuần", "tháng", "năm", "thập kỷ", "thập niên", "thế kỷ", "quý", "năm học", "đêm", "mùa")  # fmt: skip
# Words after a unit that make it another thing: "ngày công", "năm tù", "tháng tuổi", "tháng lương".
NO_LENGTH = ("công", "tù", "tuổi", "lương", "án", "phép", "giam", "cải tạo", "tiền", "quản chế", "thứ")
LONG_UNITS = ("năm", "thế kỷ", "thập kỷ", "thập niên", "năm học")  # so long that they only frame, unless they are a result
# Words before a length that make it frame time.
FRAME_BEFORE = (
    "trong", "trong vòng", "trong thời gian", "trong thời hạn", "thời hạn", "thời hạn là", "sau", "suốt", "trong suốt", "cách đây", "trước", "qua",
    "kỷ niệm", "chào mừng", "cứ", "chậm nhất", "chậm nhất là", "quá hạn", "nhiệm kỳ", "kế hoạch", "mạnh nhất", "cao nhất", "thấp nhất", "lần đầu",
    "sơ kết", "tổng kết", "giai đoạn", "trung bình", "đúng", "tròn", "mới", "mỗi", "thời gian", "thời kỳ", "hạn", "kỳ hạn", "hơn", "gần", "khoảng",
    "trên", "đã", "lộ trình", "định kỳ", "trước đó", "ngắn hạn", "loại", "bảo hành", "dừng", "nhất", "cùng", "từ", "chỉ", "ngay", "vài",
    "lớn nhất", "nhỏ nhất", "tốt nhất", "nhanh nhất", "liên tục", "liên tiếp", "giữa", "đầu", "cuối",
)  # fmt: skip
# Words behind a length that make it frame time.
FRAME_AFTER = (
    "qua", "nay", "trước", "trước đó", "trước đây", "sau", "sau đó", "tới", "nữa", "gần đây", "vừa qua", "trở lại đây", "liền", "liên tiếp",
    "liên tục", "đầu", "đầu tiên", "cuối", "cuối cùng", "còn lại", "thực hiện", "triển khai", "xây dựng", "kể từ", "đổi mới", "kinh nghiệm",
    "thành lập", "hình thành", "hoạt động", "công tác", "sống", "gắn bó", "phát triển", "làm việc liên tục", "học", "đêm", "ngày", "tham gia",
    "thi hành", "phát động", "một lần", "tuổi đảng",
)  # fmt: skip
# Words before a length that make it a result, a penalty or a value: then it is a measure, and no time.
MEASURED = (
    "giảm", "giảm được", "cắt giảm", "rút", "rút ngắn", "rút xuống", "rút còn", "tăng", "tăng thêm", "tăng lên", "thêm", "xuống", "xuống còn", "còn",
    "chỉ còn", "lên", "kéo dài", "kéo dài thêm", "là", "tù", "phạt", "phạt tù", "án", "mức án", "lĩnh", "nhận", "tuyên phạt", "tuyên", "tù giam",
    "tiết kiệm", "tiết kiệm được", "đủ", "đóng cửa", "đạt", "bằng", "tối đa", "tối thiểu", "ít nhất", "không quá", "vượt", "thêm được", "nghỉ",
    "từ", "đến", "lên tới", "lên đến", "xuống dưới", "dưới",
)  # fmt: skip
# Hedges between such a word and the length.
HEDGES = ("hơn", "gần", "khoảng", "trên", "chừng", "đúng", "tròn", "dưới", "quá", "tối đa", "ít nhất", "được", "thêm", "không quá", "đã", "từ")  # fmt: skip
# A bare "9 tháng" after these is the first nine months of the year.
MONTHS_BEFORE = ("bình quân", "tính bình quân", "lũy kế", "lũy kế trong", "cộng dồn", "ước", "ước tính", "tính chung", "chung", "kết quả", "báo cáo", "sơ kết", "tổng kết", "tình hình", "trên địa bàn")  # fmt: skip
# Words behind "9 tháng" with which it may be the first nine of the year, and those behind or before it with which it never is.
MONTHS_AFTER = frozenset("các toàn đạt là ước cả cho của trên thực công và tăng giảm".split())
MONTHS_OPENING_AFTER = frozenset("có toàn cả các huyện tỉnh xã thành quận thị phường ước đã tổng thu chi".split())
NO_MONTHS_AFTER = frozenset("tuổi tù lương thai liền liên tới nữa sau trước án giam phép công kể từ qua rưỡi gần một hai ba".split())
NO_MONTHS_BEFORE = (
    "kỳ hạn", "hạn", "lãi suất", "tiền gửi", "vay", "bảo hành", "loại", "vòng", "mỗi", "cứ", "gần", "hơn", "sau", "mới", "trước", "khoảng", "từ",
    "đến", "suốt", "dài", "chậm", "quá", "được", "tù", "phạt", "nợ", "thêm", "chỉ", "còn", "mất", "nghỉ", "tạm giam",
)  # fmt: skip
MONTHS_BEFORE_STOP = ("trong", "sau", "qua", "tính chung", "của", "trong cả")  # only where a clause begins before it and ends behind it

# What "24/24" is a share of, where it is no round of the clock.
WHOLES = (
    "xã", "phường", "thị trấn", "huyện", "thôn", "bản", "ấp", "tổ", "khu", "khóm", "đơn vị", "cơ quan", "cơ sở", "trường", "doanh nghiệp", "hộ", "hồ sơ",
    "chi bộ", "đảng bộ", "đại biểu", "chỉ tiêu", "tiêu chí", "phiếu", "đơn", "vụ", "ý kiến", "kiến nghị", "công trình", "người", "đồng chí", "sở", "ngành",
)  # fmt: skip

# --- the patterns ----------------------------------------------------------------------------------------------------


def alternatives(words: Iterable[str]) -> str:
    """A regex group of the words, longest first, so that the longest reading is tried first."""
    return "(?:" + fold("|".join(sorted(set(words), key=lambda w: (-len(w), w)))) + ")"


def after(*words: str) -> str:
    """A regex that stands behind one of the words (`re` looks back only over alternatives of one length each)."""
    groups = ["|".join(re.escape(word) for word in words if len(word) == length) for length in sorted({len(word) for word in words})]
    return "(?:" + "|".join(f"(?<={group})" for group in groups).replace("\\ ", "[ ]") + ")"


def _number_words() -> str:
    """A regex of just the keys of NUMBER_WORDS, much smaller than a list of them."""
    endings = [ending for each in _AFTER_TENS for ending in each]
    tens = rf"(?: mươi(?: {alternatives(endings)})?| (?:mốt|tư|lăm))?"
    return rf"(?:{alternatives(_UNITS[1:])}{tens}|một|bẩy|mười(?: {alternatives(e for e in endings if e not in ('mốt', 'tư'))})?)"


PARTS: dict[str, str] = {
    "DAY": r"(?:0?[1-9]|[12]\d|3[01])(?![\d])",
    "MON": r"(?:0?[1-9]|1[0-2])(?!\d)",
    "Y4": r"(?:1[0-9]\d\d|20\d\d|2100)(?!\d|[.,]\d)",
    "Y3": r"\d{3}(?![\d.,]\d|\d)",  # only behind "năm"
    "YW": r"<DIGITW>(?: (?:<DIGITW>|nghìn|ngàn|trăm|mươi|mười|linh|lẻ)(?!<L>))+",
    "DIGITW": alternatives(DIGIT_WORDS),
    "Y": r"(?:<Y4>|<YW>)",
    "DAYW": rf"(?:<DAY>|{alternatives([w for w, n in NUMBER_WORDS.items() if n <= 31])}(?!<L>))",
    "MONW": rf"(?:<MON>|{alternatives(MONTH_WORDS)}(?!<L>))",
    "N": r"(?:\d{1,3}(?![\d.,]*\d)|<NW>(?: <NW>(?!<L>)){0,2}?(?!<L>))",  # what is no number in words gives no time
    "NW": alternatives({piece for text in NUMBER_WORDS for piece in text.split()}),
    "L": r"[^\W\d_]",
    "SHIFT": r"(?:năm (?P<shift>" + alternatives([w for w in YEAR_SHIFTS if w != "này"]) + r")(?!<L>))",
    "OFYEAR": r"(?:(?: của)? <SHIFT>|(?:(?P<mark> ?[/.-] ?)|(?P<said>(?:,|, của| của)? ?năm )|(?P<bare> ))(?P<year>(?(said)(?:<Y>|<Y3>)|<Y4>))"
    r"(?(mark)(?![/-]<L>)|(?(bare)(?=[\W_]*$|[.,;:)\n]| <AFTERYEAR>(?!<L>)))))",
    "AFTERYEAR": alternatives(AFTER_YEAR),
    "PARTOFDAY": r"(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya)",
}  # fmt: skip


class Form(NamedTuple):
    """One way to write a time: how it can begin, and its pattern with named groups.

    The program looks at a place at all only where one of `starts` stands, so they should be as long as they can be:
    words, a trailing `#` for a following digit and `~` for a digit or a number in words, or what stands behind a figure (see FIGURE).
    """

    name: str
    starts: tuple[str, ...]
    pattern: str


# How a figure may begin a time: what joins it to the next one ("#/" in `starts`; "####-" where it has four digits), the unit
# behind it ("# tháng", for number words too), or its being a year ("####").
UNIT = r"(?P<unit>giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|thập|thế|quý|đêm|mùa)\b"
FIGURE = (
    r"\d(?<!\d[.,]\d)\d{0,3}(?!\d)(?= ?(?P<joint>[/:-](?= ?\d)|\.(?= ?\d\d? ?\. ?\d)|[hg](?![^\W\d]))"
    rf"|(?: ?\([^()\n]{{2,20}}\) ?| (?:đến|và) \d+ | ?){UNIT}|(?P<year>(?<=19\d\d|20\d\d)))"
)
# A number in words begins a time only before a unit of time; NUMERAL_START is a first look, NUMERAL reads it.
NUMERAL_START = rf"(?= (?:<NW> ){{0,2}}{UNIT.replace('?P<unit>', '?:')})"
NUMERAL = rf"{_number_words()} {UNIT}"
_UNITS_OF_LENGTH = tuple(f"# {unit}" for unit in "giây phút giờ tiếng ngày tuần tháng năm thập thế quý đêm mùa".split())
_DAYPARTS = tuple(f"{part} {then}" for part in ("rạng sáng", "sáng sớm", "sáng", "trưa", "chiều", "chiều tối", "tối", "đêm", "khuya")
                  for then in ("#", "ngày", "hôm #", "mùng", "mồng"))  # fmt: skip
_FROM = tuple(f"{since}{then}" for since in ("từ", "kể từ", "tính từ") for then in (" #", " ngày", " năm"))
# "7 giờ 30" is a clock time between two such, or where nothing follows that the 30 could count.
_HOUR_MINUTES = r"(?:[01]?\d|2[0-4]) giờ [0-5]\d(?!\d|[.,]\d)"
_OF_HOURS = rf"(?:{_HOUR_MINUTES}(?= ?(?:-|đến|tới) ?\d\d? ?(?:giờ|h)| ?[,;)\n]| ?\.(?!\d)|$)|{after('đến ', 'tới ', '-', '- ')}{_HOUR_MINUTES})"
_YEAR_TAIL = r"(?=[\W_]*$|[ ]?[.,;:)?!|\n\"']|[ ]-[ ]| (?:<AFTERYEAR>)(?!<L>))"

# A bare day and month stand behind these; behind the weak ones only before the end or another joint, or in a list of dates.
_DATED_BY = tuple(word + space for word in ("từ", "đến", "tới", "trước", "sau", "vào", "hết", "hôm", "nay", "dịp", "phiên", "kỳ nghỉ", "nghỉ lễ", "lễ") for space in ("", " "))
_DATED_WEAKLY = ("và", "và ", ", ", "-", "- ", "(", "( ")

FORMS: tuple[Form, ...] = (
    # ngày 11/6/2019, sáng 8/7/2022, 03/02/1930, 27.10.2013, thứ Ba, ngày 14/3/2023
    Form("date", ("#/", "#-", "#.", "ngày #", "ngày mùng", "ngày mồng", "hôm #", *WEEKDAYS, *_DAYPARTS),
         rf"(?:(?:{alternatives(WEEKDAYS)})(?:,| -|\s*\()? ?)?(?:<PARTOFDAY> ?,? )?(?:(?P<word>ngày|hôm) ?)?(?:mùng |mồng )?"
         r"(?P<day>\d{1,2})(?P<sep> ?[/.-] ?)(?P<month>\d{1,2})(?P=sep)(?P<year><Y4>|\d\d(?![\d/.,-]))(?![/-]<L>|/\d)"),
    # ngày 3/12, tối 24-5, ngày 27.10
    Form("day_month", ("ngày #", "ngày mùng", "ngày mồng", "hôm #", *WEEKDAYS, "mùng", "mồng", *_DAYPARTS),
         rf"(?:(?:{alternatives(WEEKDAYS)})(?:,| -|\s*\()? ?)?(?:<PARTOFDAY>,? )?(?P<word>(?:ngày |hôm )?(?:mùng |mồng )?|)"
         r"(?P<day>\d{1,2}) ?[/.-] ?(?P<month>\d{1,2})(?!\d|/\d|[.,]\d|[/-]<L>|%)(?: <SHIFT>)?"),
    # từ 01/01, đến 30/5, trước 15-6: only with a preposition, and no fraction
    Form("day_month_bare", ("#/", "#-"),
         rf"(?:{after(*_DATED_BY)}|{after(*_DATED_WEAKLY)}(?P<weak>))(?!0?[1-4] ?/ ?(?:[2-5]|10)(?!\d)(?! ?(?:-|đến) ?\d))"
         r"(?P<day><DAY>)(?: ?/ ?|(?P<dash>-))(?P<month><MON>)(?!/|[.,]\d|[/-]<L>|%| (?:xuống|lên|còn) )(?: <SHIFT>)?(?P<ends>(?= ?(?:$| (?:đến|tới|và) )))?"),
    # ngày 18 tháng 9 năm 2019, ngày mùng ba tháng hai
    Form("date_words", ("ngày ~", "ngày mùng", "ngày mồng", "ngày rằm", f"ngày {FIRST_DAY}", "hôm #", "mùng", "mồng", "rằm", "# tháng", *WEEKDAYS, *_DAYPARTS),
         rf"(?:(?:{alternatives(WEEKDAYS)})(?:,| -)? ?)?(?:<PARTOFDAY> )?(?P<word>(?:ngày |hôm )?(?:mùng |mồng )?)(?P<day>rằm|" + FIRST_DAY + r"|<DAYW>),? tháng "
         r"(?P<month><MONW>)(?<![ ]năm(?= \d{4}))<OFYEAR>?(?P<lunar>(?: năm <L>+ <L>+)? ?\(?âm lịch)?"),
    # hai ngày 17 và 18/12/2018, từ 11-17/10, từ ngày 01 đến 15/6/2021, ngày 5, 6 tháng 7
    Form("days", ("ngày #", "ngày mùng", "ngày từ", *_FROM, "các ngày", "những ngày", "vào #", "# ngày", "mùng"),
         r"(?:(?:các |những |<N> )?(?:ngày )(?:từ )?|vào |(?:kể |tính )?từ (?:ngày )?)(?:mùng )?(?P<day><DAY>)"
         r"(?:(?P<dash> ?(?:-|đến hết ngày|đến hết|đến ngày|đến|tới ngày|tới) ?)|(?: ?, ?| và | & ))(?:ngày )?(?:<DAY>(?: ?, ?(?:và )?| và | & ))*(?P<last><DAY>)"
         r"(?: ?[/.-] ?(?P<month>\d{1,2})(?: ?[/.-] ?(?P<year><Y4>))?| tháng (?P<month><MONW>)<OFYEAR>?)(?!\d|[/-]<L>)"),
    # các ngày 15 và 30 hằng tháng, ngày 10 mỗi tháng: a schedule
    Form("schedule", ("ngày ~", "ngày mùng", "ngày mồng", "các ngày", *WEEKDAYS, "sáng thứ", "chiều thứ", "từ thứ"),
         rf"(?:(?:các )?ngày (?:<DAY>(?:/<MON>)?(?: ?, ?| và | đến | - ?|-)?)+|(?:(?:từ|sáng|chiều) )?(?:{alternatives(WEEKDAYS)}(?:, | và | đến )?)+(?= (?:hằng|hàng|mỗi) tuần)|ngày (?:mùng |mồng )?<DAYW> tháng <MONW>) ?(?:hằng|hàng|mỗi) (?:tháng|tuần|quý|năm)"),
    # ngày 15 (the month comes from a neighbour or from the passage)
    Form("day_only", ("ngày #",), r"ngày (?P<day><DAY>|<DAYW>(?= tháng này))(?: tháng này(?!<L>)|(?=\s*(?:[,;)\n]|\.(?!\d)|$)| (?:và|đến|tới|tết|vừa qua|này)(?!<L>))(?!,\d))"),
    # tháng 10/2023, tháng 8 năm 2023, tháng Tám, tháng 10 này, tháng 4
    Form("month", ("tháng",),
         r"(?<!cách[ ]mạng[ ])tháng (?P<month><MONW>)(?: ?\((?=năm))?(?:<OFYEAR>| (?P<this>này|tới|vừa qua)|(?P<lunar> âm lịch))?(?! năm (?:\d|nay))(?![.,]\d|%)"),
    # tháng 8, 9 năm 2020; các tháng 7, 8 và 9; tháng 3-6/2021
    Form("months", ("tháng", "các tháng", "# tháng"),
         r"(?P<many>các |<N> )?tháng (?P<month><MON>)(?: ?, ?| và | ?- ?)(?:<MON>(?: ?, ?(?:và )?| và ))*(?P<last><MON>)(?! tháng)(?P<of><OFYEAR>)?"),
    # 10/2023
    Form("month_year", ("#/", "#-"), r"(?<!\d[/.-])(?!1/2000)(?P<month><MON>) ?(?P<sep>[/-]) ?(?P<year><Y4>)(?![/-][^\W_])"),
    # quý III/2020, quý 3-2012, quý I.2013, quý ba, quý IV năm trước, quý I, II
    Form("quarter", ("quý", "các quý", "# quý"),
         rf"(?:các |<N> )?quý (?P<quarter>{alternatives(QUARTER_WORDS)})(?!<L>|\d|[.,](?!<Y4>)\d)"
         rf"(?:(?: ?, ?| và |-| - )(?P<last>{alternatives([q for q in QUARTER_WORDS if q not in ('đầu', 'cuối')])})(?!<L>|\d|[.,]\d| tháng| năm \d* ?tháng| ?%| (?:trăm|nghìn|triệu|tỷ)))?<OFYEAR>?"),
    # 6 tháng đầu năm 2019, 9 tháng năm 2020, sáu tháng cuối năm, 9 tháng đầu năm nay, 10 tháng/2023
    Form("months_of_year", ("# tháng", "# quý"),
         r"(?P<n><N>) (?P<what>tháng|quý) (?:(?P<part>đầu|cuối|còn lại)(?! (?:đời|tiên|cùng|thai|mang|sau|kỳ)(?!<L>))(?: của)?(?: năm)?(?: ?[/-]? ?(?P<year><Y4>)| (?P<year><YW>)| (?P<shift>nay|ngoái|trước|học))?(?!<L>)"
         r"|(?:của )?năm (?P<year><Y>)|(?:của )?<SHIFT>|/ ?(?P<year><Y4>)|(?P<year><Y4>)" + _YEAR_TAIL + ")"),
    # lũy kế 5 tháng; trong 6 tháng,
    Form("months_bare", ("# tháng",),
         r"(?P<n><N>) tháng(?!<L>)(?:(?! <L>)|(?= (?P<next><L>+)))(?P<ends>(?= ?[,;:)|\n]| ?\.[ \n]|\.?$))?"),
    # nửa đầu năm 2021, nửa cuối tháng 10/2023, nửa đầu quý II
    Form("half", ("nửa đầu", "nửa cuối", "nửa sau", "nửa năm"),
         r"nửa (?:(?:năm )?(?P<part>đầu|cuối|sau)(?: của)?(?: năm)?)(?:(?: của)? (?P<year><Y>)| (?P<shift>nay|ngoái|trước)(?!<L>)|(?<=năm)| tháng (?P<month><MONW>)<OFYEAR>?)"),
    # năm 2023, các năm 2018, 2019 và 2020, hai năm 2011-2012, năm hai nghìn không trăm hai mươi
    Form("year", ("năm", "các năm", "những năm", "# năm"),
         r"(?:(?:các |những |<N> (?=năm \d{4}(?: ?[-,&]| và)))(?=năm \d))?năm (?:liền |liên tiếp )?\(?(?P<year><Y>|<Y3>)"
         r"(?:(?:(?P<dash> ?- ?)|(?: ?, ?| và | ?& ?))(?:<Y4>(?: ?, ?(?:và )?| và ))*(?P<last><Y4>|(?:(?<=-)|(?<=-[ ]))\d\d(?![\d.,/%]|[ ]?(?:tháng|ngày))))?(?! ?-?\d)(?P<lunar> âm lịch)?"),
    # giai đoạn 2016-2020, nhiệm kỳ 2020 - 2025, 3 năm 2011-2013, 5 năm (2011-2015), 2011-2015
    Form("years", ("####-", "# năm", "giai đoạn ~", "nhiệm kỳ ~", "thời kỳ ~", "niên khóa ~", "niên độ ~", "khóa #", "kế hoạch #", "kế hoạch năm", *_FROM),
         r"(?P<word>(?:giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|khóa|kế hoạch|niên độ|kể từ|tính từ|từ)(?: năm)? )?(?:<N> năm(?: liền| liên tiếp)?,? ?(?:từ )?\(?(?:từ |giai đoạn )?(?:năm )?)?"
         rf"(?P<year><Y4>)(?P<dash> ?- ?| đến (?:năm )?| tới (?:năm )?)(?P<last><Y4>|\d\d(?![\d/.,%-]))(?![/-]<L>)(?! ?{alternatives(COUNTED_AFTER_RANGE)}(?!<L>))"),
    # năm học 2022-2023, năm học 2022 - 23
    Form("school_year", ("năm học", "niên học"), r"(?:năm học|niên học)(?: \(|:)? ?(?P<year><Y4>) ?- ?(?P<last><Y4>|\d\d(?!\d))"),
    # Sipas 2018, đến 2020, so với 2015: a bare year behind a word that asks for one
    Form("year_bare", ("####",),
         r"(?P<year>(?:19|20)\d\d)(?![\d/.,-]\d|%)" + _YEAR_TAIL),
    # vụ Đông Xuân 2013-2014, mùa khô 2015, Tết Nguyên đán 2024
    Form("season", (*(s for s in SEASONS if s != "xuân"), "xuân #", *(f"vụ {s}" for s in SEASONS)),
         rf"(?:vụ )?{alternatives(SEASONS)}(?: <L>+ <L>+)?(?: năm)? (?P<year><Y4>)(?: ?- ?(?:<Y4>|\d\d(?!\d)))?"),
    # 3 năm qua, 5 năm gần đây; 3 năm học gần đây; hơn 10 năm qua
    Form("last_years", ("# năm",),
         r"(?P<n><N>) (?P<what>năm học|năm)(?: liên tiếp)? (?:qua|vừa qua|gần đây|gần nhất|trở lại đây|vừa rồi)(?!<L>)"),
    # 6 tháng qua: whole months; hơn 10 tháng qua, 3 ngày qua: governs, but says no exact days
    Form("last_units", tuple(f"# {unit}" for unit in ("tháng", "tuần", "ngày", "quý", "giờ")),
         r"(?P<n><N>) (?P<what>tháng|tuần|ngày|quý|giờ) (?:(?P<just>qua|vừa qua)|gần đây|trở lại đây|vừa rồi)(?!<L>)"),
    # cả giai đoạn; trong giai đoạn, ...: the stretch of years that the passage is about
    Form("stage", ("trong giai đoạn", "cả giai đoạn", "trong cả giai đoạn", "toàn giai đoạn", "trong toàn giai đoạn"),
         r"(?:trong )?(?:(?:cả|toàn) giai đoạn(?: này| trên)?(?! (?:\(|năm |từ )?\d| [ivx]+(?!<L>)| đầu| cuối)|giai đoạn(?: này| trên)?(?= ?,))"),
    # cùng kỳ, cùng kỳ năm trước, cùng kỳ năm 2021, cùng kỳ tháng trước
    Form("same", ("cùng kỳ", "cùng thời", "cùng giai đoạn"),
         r"cùng (?:kỳ(?! hạn)|thời điểm|thời gian này|thời gian|giai đoạn)(?:(?:,| của)? (?:(?P<what>tháng|quý|tuần) trước|<SHIFT>|năm (?P<year><Y4>)|(?P<month><MON>)/(?P<year><Y4>)|(?P<year><Y4>)" + _YEAR_TAIL
         + r"|(?P<unclear>nhiệm kỳ trước|năm học trước|các năm|hằng năm|hàng năm|mọi năm|nhiều năm)))?(?!<L>)"),
    # đầu năm 2020, cuối quý II, giữa tháng 10/2023: the whole year, quarter or month
    Form("fuzzy", tuple(f"{part} {unit}" for part in ("đầu", "cuối", "giữa", "đầu của", "cuối của") for unit in ("năm", "tháng", "quý", "nhiệm kỳ", "#")),
         r"(?P<part>đầu|cuối|giữa)(?: của)? (?:(?P<what>năm) ?(?:(?P<year><Y4>)|(?P<shift>nay|ngoái|trước|sau|tới)(?!<L>))?(?! (?:học|thứ)(?!<L>))"
         r"|tháng (?P<month><MONW>)(?:<OFYEAR>| này)?(?![.,]\d)|(?P<what>tháng)(?: này| trước| sau| tới)?(?! (?:thứ|\d))"
         rf"|quý (?P<quarter>{alternatives(QUARTER_WORDS)})(?!<L>|\d)<OFYEAR>?|(?P<what>quý)(?! vị)|(?P<what>nhiệm kỳ)(?: này)?|(?P<year>(?:19|20)\d\d)(?![\d/.,-]\d|%)" + _YEAR_TAIL + r")(?!<L>)"),
    # những năm 1990, thập niên 90, thế kỷ XXI
    Form("decade", ("những năm #", "các năm #", "đầu những năm", "cuối những năm", "giữa những năm", "đầu thế kỷ", "cuối thế kỷ", "thập niên", "thập kỷ", "thế kỷ"),
         r"(?:(?:đầu|cuối|giữa) )?(?:(?:những |các )năm \d0(?:\d0)?(?!\d|[.,]\d)|(?:thập niên|thập kỷ)(?: những năm)? \d+|thế kỷ (?:thứ )?(?:\d{1,2}|[ivx]+))(?!<L>)"),
    # 7h, 14h30, 14 giờ 30 phút, 08:30, 24/24h
    Form("clock", ("#/", "#:", "#h", "# giờ"),
         rf"(?:24 ?/ ?24(?: ?(?:h|giờ)|(?! {alternatives(WHOLES)}(?!<L>)))|24/7|(?:[01]?\d|2[0-4])(?: ?(?:h|g) ?[0-5]\d(?!\d)['’]?|h(?![^\W_])| ?: ?[0-5]\d(?::[0-5]\d)?(?!\d)| giờ [0-5]?\d(?: ?phút|'|(?= ngày| sáng| chiều| tối))| giờ(?= (?:sáng|trưa|chiều|tối|đêm|ngày|hôm|cùng ngày|kém|rưỡi)))"
         rf"(?: ?(?:phút|'|\"))?|{_OF_HOURS}|" + after("lúc ", "hồi ", "trước ", "từ ", "đến ") + r"(?:[01]?\d|2[0-4]) giờ(?! (?:làm|bay|học|công|đồng hồ|\d)))(?!<L>)"),
    # trong vòng 30 ngày, kỷ niệm 90 năm, 5 năm
    Form("length", ("#-", *_UNITS_OF_LENGTH),
         rf"(?P<n><N>(?: ?(?:-|đến) ?\d{{1,3}})?) ?(?:\([^()\n]{{2,20}}\) ?)?(?P<unit>{alternatives(LENGTH_UNITS)})(?!<L>)(?: làm việc(?!<L>))?(?! {alternatives(NO_LENGTH)}(?!<L>)| ?(?:\d{{1,2}} ?[/.-] ?\d|\d{{4}}(?!\d)))"),
)  # fmt: skip

# --- words before an expression that its form asks for ---------------------------------------------------------------

TODAY_BEFORE = r"(?:nay|qua|hôm),? ?\(?"  # "hôm nay (24-5)"
DATES_BEFORE = r"(?:ngày|hôm) \d\d?/\d\d?(?:, ?\d\d?/\d\d?)*(?:,| và|, và) "  # "các ngày 31/8 và 1/9"
MONTH_BEHIND = ("đến", "đến ", "tới", "tới ", "từ", "từ ")  # "từ 3-2021"
HEDGES_OF_LAST = ("hơn ", "gần ", "trên ", "khoảng ", "ngót ")  # "hơn 10 năm qua" are not ten calendar years
MONTHS_OPEN_CLAUSE = rf"(?:^|[\n,.;:(] ?|\n[-+] )(?:(?:chỉ|riêng|và|cũng|như vậy) )?{alternatives(MONTHS_BEFORE_STOP)} "
LENGTH_OPENS_CLAUSE = r"(?:^|[\n.;:(] ?|\n[-+] )(?:(?:chỉ|riêng|và|cũng) )?trong (?:vòng )?(?:gần |hơn |chưa đầy |khoảng )?"  # "Trong vòng 2 năm, ..."

# --- words before an expression that change its part -----------------------------------------------------------------

UNTIL = r"(?:(?:tính|cho|kể|cập nhật|lũy kế|chốt) )?(?:đến|tới)(?P<end> hết| cuối| thời điểm cuối)?(?: thời điểm| mốc)? ?\(?"
FROM_NOW = r"từ (?:nay|giờ|bây giờ) "  # "từ nay đến hết năm 2020"
SINCE = r"(?:(?:kể|tính|bắt đầu) )?từ(?: thời điểm)? "
AROUND = r"(?:trước|sau|chậm nhất|chậm nhất là|muộn nhất|hạn chót)(?: thời điểm)? "
UPDATED = r"(?:cập nhật|đăng|updated?|posted)(?: lúc| ngày)? ?:? ?"
# What each of these ends with, where brackets, colons and spaces are left off.
FRAME_ENDS = (
    "đến", "tới", "hết", "cuối", "điểm", "mốc", "từ", "trước", "sau", "nhất", "là", "chót",
    "nhật", "đăng", "update", "updated", "posted", "lúc", "ngày",
)  # fmt: skip
# An act's number or name before its date; a law's name before its year.
ACT = (
    rf"(?<!<L>)(?:{alternatives(ACTS)}(?!<L>)[^.;:\n,()]{{0,40}},? ?"
    r"|\d[/-]<L>(?:[^\W_]|[/-])*,? ?(?:ký|ban hành)? ?|\d[/-]<L>[^.;:\n()]{0,30}, ?)\Z"
)
NAMED_YEAR = rf"(?<!<L>){alternatives(LAWS)}(?!<L>)(?:(?! (?:trong|từ|đến) \Z)[^.;:\n,()]){{0,50}} \Z"
BIRTH = ("sinh", "sn")
LENGTH_FRAMED_AFTER = rf" {alternatives(FRAME_AFTER)}(?!<L>)"
JOIN_RANGE = r" ?(?:-|đến(?: hết| cuối| ngày| hết ngày)?|tới(?: hết| cuối| ngày)?|cho đến) ?"
# "6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2020": the year stands once, at the end.
SHARE = r",? ?(?:(?:và|cùng)[^.,;:\n]{0,60}|[^.,;:\n\d]{0,30}(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp)[^.,;:\n\d]{0,40})?"
