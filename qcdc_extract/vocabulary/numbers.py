"""Number words: digits, magnitudes, fixed fractions, and the words that tell a number from a name. All folded."""

from __future__ import annotations

from decimal import Decimal

from qcdc_extract.model import Qualifier

DIGITS: dict[str, int] = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
# Forms that a digit takes only behind a ten, a hundred or a comma word.
BOUND_DIGITS: dict[str, int] = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
ZERO = "không"
TEN = "mười"
TENS = "mươi"
HUNDRED = "trăm"
AND_WORDS = frozenset({"linh", "lẻ"})
HALF_MORE = "rưỡi"
POINT_WORDS = frozenset({"phẩy", "chấm"})
MINUS_WORDS = ("âm",)
SPOKEN_MINUS_WORDS = ("âm", "trừ")
NOT_BEHIND_TEN = frozenset({"mốt", "tư"})
# "một trăm năm" is a hundred years, "một tỷ một năm" a billion a year: these two make no tail.
UNSURE_TAILS = frozenset({"một", "năm"})

MAGNITUDES: dict[str, Decimal] = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "ngìn": Decimal(1000),
    "k": Decimal(1000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(1_000_000),
    "tr": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
}
# Letters for magnitudes in an expression alone; in running text they are metres, grams, names.
LETTER_MAGNITUDES: dict[str, str] = {"M": "triệu", "G": "tỷ", "t": "tỷ"}
# Numbers without a number word, when they stand alone.
ALONE = frozenset({"trăm", "nghìn", "ngàn", "vạn"})
# Magnitudes only behind a figure.
AFTER_FIGURE_ONLY = frozenset({"k", "tr", "million", "billion"})
# What makes another word of a magnitude that it follows; (?!...) names what gives the magnitude back.
NOT_MAGNITUDES: dict[str, tuple[str, ...]] = {
    "tỷ": ("lệ", "trọng", "suất", "phú", "số(?! tiền| vốn| nợ)", "giá(?! trị)", "muội"),
    "triệu": ("phú", "tập", "chứng"),
}
# Magnitude and currency in one word.
MONEY_MAGNITUDES: dict[str, Decimal] = {"trđ": Decimal(1_000_000), "tỷđ": Decimal(1_000_000_000), "kđ": Decimal(1000)}
# An amount of this magnitude that counts no noun is money where words around say so.
MAYBE_MONEY = Decimal(1000)
# From here on it is money even where they do not.
SURELY_MONEY = Decimal(10) ** 9

# Worded amounts that are no sum of parts: value, total, qualifier.
FIXED: dict[str, tuple[Decimal, Decimal | None, Qualifier | None]] = {
    "một nửa": (Decimal(1), Decimal(2), None),
    "1 nửa": (Decimal(1), Decimal(2), None),
    "phân nửa": (Decimal(1), Decimal(2), None),
    "nửa": (Decimal(1), Decimal(2), None),
    "quá bán": (Decimal(1), Decimal(2), "more_than"),
    "gấp đôi": (Decimal(2), None, None),
    "gấp rưỡi": (Decimal("1.5"), None, None),
    "gấp hai": (Decimal(2), None, None),
    "gấp ba": (Decimal(3), None, None),
    "gấp bốn": (Decimal(4), None, None),
    "gấp năm": (Decimal(5), None, None),
    "gấp mười": (Decimal(10), None, None),
}
# "nửa" alone is a half of something only before these, or behind a hedge; else it is a half-year, a half of a match, ...
HALF_OF = ("số", "tổng", "dân số", "diện tích", "trong số", "là")
HALF_HEDGES = ("hơn", "gần", "quá", "chưa đến", "chưa đầy", "chưa tới")

HALF_TIMES = ("năm", "tháng", "ngày", "đêm", "giờ", "tiếng", "phút", "chừng", "vời", "thế kỷ", "nhiệm kỳ", "đời", "đường", "buổi")
# "nửa triệu".
HALVED = ("nghìn", "ngàn", "vạn", "triệu", "tỷ")

# "hàng trăm", "vài chục nghìn": no point value.
VAGUE_LEADS = ("hàng", "vài", "mấy", "dăm", "cả", "bạc")
VAGUE_MAGNITUDES = ("chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "mươi")

# A number word behind one of these is an ordinal, a month, a class, a name.
ORDINAL_BEFORE = frozenset(
    "thứ tháng quý ngày mùng mồng rằm lớp khóa hạng cấp điều khoản chương mục tổ khu phường quận đội giải kỳ bậc tầng phòng tập chủ ngã".split()
)
# Besides: a single number word behind one of these is part of a name or a fixed phrase.
NAME_BEFORE = frozenset(
    "cả số bộ lần tay nhóm cặp anh chị chú bác cô dì ông bà cậu con vài mấy dăm đôi thằng vợ gấp thế một mười mươi trăm phần tốp top loại".split()
)
# Fixed phrases that open with a number word: word -> what follows it.
FIXED_PHRASES: dict[str, tuple[str, ...]] = {
    "hai": ("bên", "chiều", "mặt", "vai", "miền", "tay", "chân", "lòng", "giỏi", "bà trưng", "nước", "đảng", "dân tộc", "nhà nước", "phía",
            "quốc gia", "vợ chồng", "mẹ con", "cha con", "bố con", "anh em", "chị em", "ông bà", "đầu", "không", "mang", "bàn tay", "năm một"),
    "ba": ("đảm đang", "đình", "vì", "lan", "tư", "má", "mẹ", "lô", "gác", "chìm", "sàm", "na", "tơ", "tri", "bể", "ngòi", "đồn", "miền",
           "lê", "hoa", "sẵn sàng", "ba", "son", "sương", "chấm", "rọi", "chỉ", "tiêu", "gai", "cùng", "làng", "xạo", "bị", "đời", "mươi", "rưỡi",
           "vạ", "phải", "toong", "tháng hai", "hồi", "bão táp", "lỗ"),
    "bốn": ("mùa", "phương", "bể", "chấm"),
    "bảy": ("núi", "mẫu", "sắc"),
    "tám": ("chuyện", "thơm", "xoan"),
    "chín": ("muồi", "suối", "chắn", "rộ", "đỏ", "vàng", "mọng", "cây", "nẫu", "tới", "sớm", "muộn", "đều", "kỹ", "hẳn", "rụng", "bỏ", "vừa"),
    "mười": ("mươi", "mấy", "phân vẹn mười"),
}  # fmt: skip
RIPE_BEFORE = frozenset("lúa quả trái nấu chuối mít xoài đã đang sắp vừa được luộc nướng thịt cơm cà gạo thóc vải nhãn độ mùa".split())

# "năm" alone is five only before one of these and not behind a word that makes it a year.
FIVE_NOUNS = (
    "người", "hộ", "huyện", "tỉnh", "phường", "thôn", "vụ", "đồng chí", "đơn vị", "nhóm", "tổ chức", "cán bộ", "công nhân",
    "cháu", "đứa", "chiếc", "cái", "cuộc", "lần", "điểm", "tiêu chí", "mô hình", "dự án", "công trình", "doanh nghiệp", "cơ quan",
    "nội dung", "nhiệm vụ", "giải pháp", "ngày", "giờ", "phút", "tuần", "thành phố", "quận", "gia đình", "ngôi nhà", "căn nhà", "nạn nhân",
    "đối tượng", "bị cáo", "bị can", "loại", "bước", "hồ sơ", "trường hợp", "ý kiến", "kiến nghị", "trường",
)  # fmt: skip
YEAR_BEFORE = frozenset(
    "trong đầu cuối mỗi hàng cả từng nửa giữa qua các những nhiều theo cùng mấy vài hết một hai ba bốn năm sáu bảy tám chín mười mươi "
    "trăm nghìn triệu suốt sang hằng thường nay trước sau kế thêm lâu bao kỷ sinh tuổi quý của được thì là".split()
)

# What a number word does not count: before these "ba" is a father, "hai" a name or the second point of a list.
NOT_COUNTED = frozenset(" được đã bị là thì mà và của với cho để từ ở tại ơi à ạ nhé có không cũng sẽ đang rồi nên nói đi về nó nhiều tôi".split(" "))

NOT_BEHIND = {"năm": YEAR_BEFORE, "chín": RIPE_BEFORE, "bẩy": frozenset({"đòn", "cạm"})}
# A number only where it counts a noun: "bẩy" alone is a lever.
COUNTING_ONLY = frozenset({"bẩy"})
# "tại 63 điểm" counts places, below this number.
PLACE_BEFORE = frozenset({"tại", "ở"})
PLACES_BELOW = 100

# Adjacent digits that mean "from one to the other": "hai ba người".
NEIGHBOURS = frozenset({(1, 2), (2, 3), (3, 4), (5, 6), (6, 7), (7, 8), (8, 9), (5, 7)})

# "một" followed by one of these is an article or a name, even beside another number.
FROM_WORDS = frozenset(("từ", "mức"))  # before the first of two amounts: "từ 20 lên 25 nghìn đồng"
# What stands between two such amounts.
RISES_TO = r" (?:đã |mới )?(?:tăng |giảm |hạ |nâng |rút )?(?:lên|xuống|còn|đến|thành)(?: thành| còn| mức| đến| tới| khoảng| gần| hơn| trên)* "
PARTLY = frozenset(("nhận", "đúng", "sai", "bác"))  # "công nhận một phần 3 vụ": what is granted in part
ARTICLE_AFTER = ("số", "trong", "cửa", "phần", "bộ phận", "mặt", "vài", "ít", "cách", "khi", "lần nữa", "chút", "loạt", "lúc", "thời gian", "nhóm", "mình")

# A digit run glued to one of these words is still a number: "đạt96,4%".
GLUED_LEADS = ("đạt", "gấp", "lên", "xuống", "là", "có", "được", "trên", "gần", "hơn", "dưới", "khoảng", "tăng", "giảm", "còn", "chiếm", "bằng", "đến", "từ", "với", "và", "cho", "gồm")

# "xếp thứ 12/63": the number is a rank.
RANK_LEADS = (
    "xếp thứ", "xếp hạng thứ", "xếp hạng", "xếp vị trí thứ", "xếp vị trí", "xếp ở vị trí", "xếp ở vị trí thứ", "đứng thứ", "đứng hạng",
    "đứng vị trí thứ", "đứng vị trí", "đứng ở vị trí thứ", "đứng ở vị trí", "vị trí thứ", "vị trí", "thứ hạng", "hạng thứ", "lên thứ", "xuống thứ",
    "ở thứ", "giữ thứ", "lên hạng", "xuống hạng", "lên vị trí", "xuống vị trí",
)  # fmt: skip

RANK_LAST = frozenset(lead.rsplit(" ", 1)[-1] for lead in RANK_LEADS) | {"xếp", "đứng"}

# "gấp 2,4 lần", "tăng hơn 3 lần" are multiples. What grows "3 lần" may have tripled or grown by three times itself.
MULTIPLE_LEADS = ("gấp", "tăng", "giảm", "bằng", "cao hơn", "thấp hơn", "lớn hơn", "nhiều hơn")
AMBIGUOUS_MULTIPLES = frozenset({"tăng", "giảm"})
MULTIPLE_BETWEEN = ("khoảng", "gần", "hơn", "trên", "tới", "đến", "lên", "từ", "ít nhất", "xấp xỉ", "cả")
# "là 1 trong 5 thành phố": one of them, no ratio.
BEING = frozenset({"là", "thành", "thuộc", "nằm"})

# A figure behind one of these is a label or part of a date: it takes no part in shared signs or space grouping.
LABEL_BEFORE = frozenset("năm tháng quý ngày số điều khoản khóa kỳ thứ lớp tổ quận phường độ mùng mồng".split())
# What may follow the small figure of "3 tỷ 6", "1 triệu 2" besides punctuation and a currency.
TAIL_AFTER = frozenset("cho để từ và mỗi một so là thì mà trong đến rồi nữa".split())
