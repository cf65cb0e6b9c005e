"""Percent signs, currencies, physical units, durations and points: canonical unit -> spellings. All folded."""

from __future__ import annotations

PERCENT: dict[str, tuple[str, ...]] = {
    "%": ("%", "phần trăm", "điểm phần trăm", "điểm %", "đpt"),
    "‰": ("‰", "phần nghìn", "phần ngàn"),
}

CURRENCIES: dict[str, tuple[str, ...]] = {
    "VND": ("đồng", "đ", "₫", "vnđ", "vnd", "đồng việt nam", ".đ", "đồng vn"),
    "USD": ("usd", "$", "us$", "đô la", "đôla", "đô-la", "đô la mỹ", "đôla mỹ", "đô-la mỹ", "đô", "đô mỹ", "mỹ kim", "dollar", "dollars", "đô la hoa kỳ"),
    "EUR": ("eur", "euro", "euros", "€", "ơ rô", "ơ-rô"),
    "GBP": ("gbp", "bảng anh", "£", "đồng bảng anh"),
    "JPY": ("jpy", "yên", "yen", "¥", "yên nhật", "yen nhật", "đồng yên"),
    "CNY": ("cny", "nhân dân tệ", "ndt", "rmb", "tệ"),
    "KRW": ("krw", "won", "uôn", "₩"),
    "THB": ("thb", "baht", "bath", "bạt thái"),
    "LAK": ("lak", "kip", "kíp lào"),
    "RUB": ("rub", "rúp", "rup", "rouble", "ruble", "đồng rúp"),
    "CHF": ("chf", "franc thụy sĩ", "phrăng thụy sĩ"),
    "FRF": ("franc", "phrăng"),
    "AUD": ("aud", "đô la úc", "đôla úc", "đô-la úc", "đô úc"),
    "SGD": ("sgd", "đô la singapore", "đôla singapore", "đô la sing"),
    "CAD": ("cad", "đô la canada", "đôla canada"),
    "HKD": ("hkd", "đô la hồng kông", "đôla hồng kông", "đô la hồng kong"),
    "NZD": ("nzd", "đô la new zealand"),
    "TWD": ("twd", "đài tệ", "đô la đài loan"),
    "INR": ("inr", "rupee", "rupees", "₹"),
    "MYR": ("myr", "ringgit"),
    "ILS": ("shekel",),
    "PHP": ("php", "peso"),
    "IDR": ("idr", "rupiah"),
}
# Signs and codes that stand before the figure ("$5 triệu", "USD 20").
PREFIX_CURRENCIES: dict[str, str] = {
    "$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY", "vn$": "VND", "vnd": "VND", "vnđ": "VND",
}  # fmt: skip

PHYSICAL: dict[str, tuple[str, ...]] = {
    "ha": ("ha", "hecta", "héc ta", "hécta", "héc-ta", "hec-ta", "hec ta", "hecta đất"),
    "km": ("km", "ki lô mét", "kilômét", "ki-lô-mét", "kilomet", "kilômet", "cây số"),
    "m": ("m", "mét", "met"),
    "cm": ("cm", "xăng ti mét", "xentimét", "xăng-ti-mét", "xen ti mét", "phân"),
    "mm": ("mm", "milimét", "mi li mét", "mi-li-mét", "ly"),
    "m2": ("m2", "m²", "m 2", "mét vuông", "m vuông"),
    "m3": ("m3", "m³", "m 3", "mét khối", "m khối"),
    "cm2": ("cm2", "cm²"),
    "cm3": ("cm3", "cm³", "xen ti mét khối", "xăng ti mét khối"),
    "km2": ("km2", "km²", "km 2", "ki lô mét vuông", "kilômét vuông", "km vuông"),
    "kg": ("kg", "ki lô gam", "kilôgam", "ki-lô-gam", "kilogam", "kilogram", "kí lô", "kí", "ký lô", "ki lô gram"),
    "g": ("g", "gam", "gram", "gr"),
    "mg": ("mg", "miligam", "mi li gam"),
    "tấn": ("tấn",),
    "tạ": ("tạ",),
    "yến": ("yến",),
    "lít": ("lít", "l", "lit"),
    "ml": ("ml", "mililít", "mi li lít"),
    "kW": ("kw", "ki lô oát", "kilôoát"),
    "MW": ("mw", "mêgaoát"),
    "GW": ("gw",),
    "kWh": ("kwh", "ki lô oát giờ", "kw giờ", "kw/h"),
    "MWh": ("mwh",),
    "GWh": ("gwh",),
    "kV": ("kv",),
    "kVA": ("kva",),
    "MVA": ("mva",),
    "MWp": ("mwp",),
    "V": ("v",),
    "W": ("w",),
    "GB": ("gb",),
    "MB": ("mb",),
    "TB": ("tb",),
    "Mbps": ("mbps",),
    "Gbps": ("gbps",),
    "Hz": ("hz",),
    "MHz": ("mhz",),
    "GHz": ("ghz",),
    "°C": ("°c", "ºc", "độ c", "oc"),
    "độ": ("độ", "°"),
    "mã lực": ("mã lực", "cv", "hp"),
    "hải lý": ("hải lý",),
    "dặm": ("dặm",),
    "inch": ("inch",),
    "ounce": ("ounce", "oz"),
    "carat": ("carat",),
    "kcal": ("kcal",),
    "calo": ("calo",),
    "dB": ("db",),
    "sào": ("sào",),
    "mẫu": ("mẫu ruộng", "mẫu đất", "mẫu lúa", "mẫu ao", "mẫu vườn"),
    "TEU": ("teu",),
    "DWT": ("dwt",),
    "lượng": ("lượng",),
    "chỉ": ("chỉ",),
    "cây": ("cây",),
    "cc": ("cc",),
}
# A physical unit keeps its denominator ("tấn/ha"): spelling -> canonical. Denominators that are not here stay outside.
DENOMINATORS: dict[str, str] = {
    "ha": "ha", "hecta": "ha", "h": "h", "giờ": "h", "s": "s", "giây": "giây", "phút": "phút", "ngày đêm": "ngày đêm", "ngày": "ngày", "tháng": "tháng",
    "năm": "năm", "km2": "km2", "km²": "km2", "m2": "m2", "m²": "m2", "m3": "m3", "m³": "m3", "lít": "lít", "l": "lít", "kg": "kg", "km": "km", "sào": "sào",
}  # fmt: skip

DURATIONS: dict[str, tuple[str, ...]] = {
    "ngày": ("ngày",),
    "giờ": ("giờ", "giờ đồng hồ", "tiếng đồng hồ"),
    "phút": ("phút",),
    "giây": ("giây",),
    "tuần": ("tuần", "tuần lễ"),
    "tháng": ("tháng",),
    "quý": ("quý",),
    "năm": ("năm",),
    "tuổi": ("tuổi",),
    "tháng tuổi": ("tháng tuổi",),
}
POINTS: dict[str, tuple[str, ...]] = {"điểm": ("điểm",), "bậc": ("bậc",), "hạng": ("hạng",)}

# Words that, right behind the unit word, make it something else ("đồng chí", "ngày công", "điểm cầu"). Where none stands, units.py has a rule.
NOT_BEFORE: dict[str, frozenset[str]] = {
    "đồng": frozenset(
        "chí bào hồ phục minh nghiệp phạm đội ruộng hương vị sự tác môn ngũ niên thời loạt đều chủ đảng trưởng quản tháp nai hới văn đăng kỳ lòng "
        "thuận tình ý bộ dao cỏ xoài lúa muối ấu bọn giám đại sở tháp".split()
    ),
    "đ": frozenset(["c"]),
    "đô": frozenset("thị vật đốc thành hộ đốc".split()),
    "yên": frozenset("bái xe ngựa tĩnh bình".split()),
    "tệ": frozenset("nạn hại".split()),
    "ngày": frozenset("công lễ hội lao".split()),
    "giờ": frozenset("học giảng dạy bay công".split()),
    "tuần": frozenset("tra hoàn lộc báo".split()),
    "năm": frozenset("mươi trăm nghìn ngàn người hộ nay ngoái học".split()),
    "tháng": frozenset("lương tuổi này nay".split()),
    "độ": frozenset("tuổi dài cao".split()),
    "phân": frozenset("xưởng khu đội viện hiệu loại bón vùng hữu vô khúc nhà chuồng tích tử số hóa trường bổ cấp xử biệt".split()),
    "ly": frozenset("hôn cà nước".split()),
    "hạng": frozenset("mục nhất".split()),
    "bậc": frozenset("học thang phụ cha".split()),
    "điểm": frozenset(),
    "g": frozenset(),
}
# Words without which the unit word means something else ("3 cây vàng").
ONLY_BEFORE: dict[str, frozenset[str]] = {
    "lượng": frozenset(["vàng", "bạc"]),
    "chỉ": frozenset(["vàng"]),
    "cây": frozenset(["vàng"]),
}
# Between one of these and a figure a dash without blanks makes a range: "3 triệu đồng-5 triệu đồng".
BEFORE_DASH = ("đồng", "usd", "vnd", "nghìn", "ngàn", "triệu", "tỷ", "tấn", "tạ", "kg", "ha", "km", "m2", "m3")
# Units that count only when glued to the figure ("220v") or behind a decimal: alone they are letters.
GLUED_ONLY = frozenset(["v", "w", "l", "oc", "cc"])
# Glued to one digit these are generations and codes (3g, 4g, 5g).
CODES = frozenset(["2g", "3g", "4g", "5g", "6g"])
# "phân" and "ly" are lengths in speech only.
SPOKEN_ONLY = frozenset(["phân", "ly", "kí"])

# Words that may follow an amount that is complete: behind anything else a "điểm" is a place, and a "tỷ" or "triệu" counts a noun.
FUNCTION_WORDS = frozenset(
    "cho để của và hoặc từ trong năm vào với so tăng giảm là do đã được bị bằng mỗi một thì nhưng mà nếu khi ở tại đến tới lên xuống trở nữa cũng đang sẽ chưa "
    "chiếm đạt gồm theo về như trên dưới còn này đó kia hỗ đầu xây vốn tiền ngân kinh nhằm qua sau trước không có cao thấp xếp đứng thuộc giúp trả nộp cùng hay nay "
    "lại nhờ vì rồi ra bình mua bán làm thu chi vay nợ phục riêng cả vượt hơn gần tương song tuy dù bởi ngoài "
    "ngay nên đây ấy gì nào hằng hàng tháng quý tuần hôm sáng chiều giữa sang mới lúc tính thông chứ đồng thuế phí nsnn lệ lãi".split()
)

# After a whole number, "điểm" is a score at the end of a phrase or before these; else it is a place or an item.
AFTER_POINTS = frozenset(
    " so của và với trong tăng giảm xếp đứng trở trên dưới cao thấp nhưng là vào ở tại do khi theo nên để cho từ lên xuống hoặc hay thì mà năm bằng đạt qua sau còn".split(" ")
)

# "kinh phí 500 triệu": words that say that a bare amount is money, and words that say it is not.
MONEY_BEFORE = (
    "kinh phí", "vốn", "tiền", "giá", "thu", "chi", "ngân sách", "doanh thu", "nợ", "lãi", "lỗ", "đồng", "usd", "tài trợ", "hỗ trợ", "ủng hộ", "đóng góp",
    "quyên góp", "thuế", "phí", "lương", "thưởng", "đầu tư", "vay", "bán", "mua", "trả", "thiệt hại", "chiếm đoạt", "lợi nhuận", "quỹ", "thu nhập", "kim ngạch",
    "gdp", "phạt", "bồi thường", "tỷ", "đền bù", "cổ phiếu", "cổ tức", "dư nợ", "tài sản", "gây quỹ", "nộp", "tham ô", "hối lộ", "trị", "mất", "tốn", "cấp",
)  # fmt: skip
PEOPLE_BEFORE = ("dân số", "người", "lượt", "khách", "thuê bao", "tài khoản", "lao động", "cử tri", "sản lượng", "sản phẩm", "số dân", "cổ phần")
