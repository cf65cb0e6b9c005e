"""Words around figures that are no statistics: names, articles, document codes, phones, ages, slogans.

All words are folded (document.fold). Alternatives are separated by "|", words of a set by blanks.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Shape = Literal["any", "open", "place", "storey", "closed", "number", "code", "day", "year", "pages"]


class Markers(NamedTuple):
    """Words that make a plain integer right behind them a name or ordinal: "quận 1", "khoản 2".

    `shape` says what may stand behind the figure, from bold to careful: "any" word; "open": all but a unit or a
    counted noun; "place": as closed, or a larger place ("xóm 7 xã Phú Phúc"); "closed": only the end of a clause, a
    function word or a capital; "storey": as place, or the house it is in. `least` and `most` bound the figure. The others want a figure of another shape: "code"
    a run of digits, dots and blanks (phones, accounts), "day" a memorial day ("đường 30/4"), "year" a year or day, "pages" a "3/12"; "number" is what "số" wants.
    """

    reason: str
    shape: Shape
    least: int
    most: int
    words: str


# "số tổ 12", "tổng số cơ sở 12": what would number a thing counts it behind these.
COUNTED_MARKERS = ("số ", "số lượng ", "lượng ")
# Words that only end like a marker: "nộp trực tuyến 12", "phục vụ 12".
NO_MARKERS = ("trực tuyến", "phục vụ", "nhiệm vụ", "dịch vụ", "nghiệp vụ", "biên bản", "văn bản", "bưu cục")


MARKERS: tuple[Markers, ...] = (
    Markers("ordinal", "any", 0, 999, "thứ|top"),
    Markers("number", "number", 0, 0, "số"),
    # Law and its parts.
    Markers("document_code", "open", 1, 99999, "nghị định|thông tư|chỉ thị|pháp lệnh|công văn|nghị quyết|công điện|thông tri|sắc lệnh"),
    Markers("document_code", "closed", 5, 99999, "quyết định|đề án|tờ trình|luật|sắc luật|kết luận"),
    Markers("document_code", "closed", 1, 99999, "qđ|nđ|nq|nđ-cp|nq-cp"),
    Markers("name", "closed", 30, 999, "chương trình|dự án|đường lối"),
    Markers("article", "open", 1, 999, "điều|khoản|các điều|các khoản"),
    Markers("article", "closed", 1, 99, "mục|chương|tiết|điều luật|tiểu mục|hồi thứ"),
    # Places.
    Markers(
        "place",
        "place",
        1,
        99,
        "quận|phường|thôn|xóm|ấp|bản|tổ|tổ dân phố|khu|khu phố|khu vực|khóm|đội|buôn|làng|cụm|tiểu khu|phân khu|khu dân cư|cơ sở|ô|chi bộ",
    ),
    Markers(
        "place",
        "place",
        1,
        9999,
        "ngõ|ngách|hẻm|kiệt|nhà số|số nhà|lô|thửa|phòng|buồng|quầy|căn hộ|tòa|tòa nhà|block|chung cư|cửa|cổng|ki ốt|km số|"
        "đồi|cao điểm|điểm cao|bình độ|cột mốc",
    ),
    Markers("place", "storey", 1, 99, "tầng|lầu"),
    Markers(
        "road", "open", 1, 999, "quốc lộ|tỉnh lộ|hương lộ|huyện lộ|xa lộ|đường tỉnh|đường huyện|liên tỉnh lộ|vành đai|đại lộ|ql|tl|đt|hl"
    ),
    Markers("road", "closed", 1, 9999, "đường"),
    Markers("milestone", "open", 1, 9999, "km"),
    Markers("road", "place", 1, 99, "tuyến|tuyến đường|tuyến metro|đường số|metro|nhánh|làn|trục|bến|kênh|chốt|trạm|cảng|cầu|hố|giếng"),
    Markers("name", "open", 1, 999, "quân khu|quân đoàn|sư đoàn|trung đoàn|tiểu đoàn|đại đội|lữ đoàn|binh đoàn|hải đoàn|hải đội"),
    Markers(
        "name",
        "place",
        1,
        999,
        "vùng|ban quản lý dự án|tập đoàn|trung đội|quân chủng|đồn|đồn biên phòng|sư|mặt trận|vụ|quận đoàn|giám thị|công thức|dự án thành phần",
    ),
    Markers("name", "closed", 10, 999, "tổng công ty|công ty|xí nghiệp|bệnh viện|bv|viện|quân y|mác|đội tàu|inox|ký hiệu|biệt đội"),
    # Rounds, grades, classes.
    Markers("ordinal", "open", 1, 99, "đợt tấn công|serie|series|season|khóa|mức độ|học kỳ|hạng đất|cấp độ|nguyện vọng|nv"),
    Markers("ordinal", "open", 1, 12, "lớp|khối lớp"),
    Markers("ordinal", "closed", 1, 12, "khối|các lớp"),
    Markers(
        "ordinal",
        "closed",
        1,
        9,
        "loại|hạng|giai đoạn|nhóm|bậc|ca|kíp|kỳ|phương án|cách|báo động|kịch bản|động tác|bán kết|tứ kết|tiểu dự án|vneid mức|định danh mức|bấm phím|phím",
    ),
    Markers("ordinal", "closed", 1, 17, "cấp"),
    Markers("ordinal", "closed", 1, 4, "độ"),
    Markers(
        "ordinal",
        "closed",
        1,
        99,
        "vòng|đợt|lần|phần|tập|bước|phiên|số thứ tự|tuần thứ|sea games|tiêu chí|bảng xếp hạng|thế hệ|đời|cỡ|cột|gói|gói thầu|kỳ họp|"
        "ngày làm việc thứ|lượt trận|ván|hiệp",
    ),
    Markers("ordinal", "closed", 1, 20, "hội nghị trung ương|nghị quyết trung ương|hội nghị tw"),
    Markers("minute", "closed", 1, 130, "phút|phút thứ"),
    Markers("ordinal", "closed", 1, 12, "cách mạng tháng"),
    Markers("pronoun", "closed", 2, 9, "cả"),
    Markers("lunar_day", "open", 1, 30, "mùng|mồng"),
    Markers("day", "closed", 1, 31, "đêm|tối|sáng|trưa|chiều|hôm"),
    Markers("ordinal", "closed", 1, 7, "sinh viên năm|sv năm"),
    # Things in a document.
    Markers("label", "closed", 1, 999, "bảng|biểu|phụ lục|hình|ảnh|mẫu|sơ đồ|biểu đồ|đồ thị|trang|quyển|câu|bài|hộp|ghi chú|chú thích"),
    # Products, pandemics, meetings of states.
    Markers(
        "name",
        "open",
        1,
        999,
        "ron|mogas|covid|sars-cov|sea games|seagames|para games|asiad|asean|apec|asem|pmu|cienco|licogi|boeing|airbus|iphone|ipad|galaxy",
    ),
    Markers(
        "name",
        "open",
        1,
        999,
        "chuyến bay vn|chuyến bay vj|chuyến bay qh|windows|android|ios|gmt|cat|atr|mig|su|chuyến bay|euro|world cup|everest|bệnh nhân số|bệnh nhân thứ|vtv|htv|vitamin|omega",
    ),
)

# A street, market, school or feast named after a day.
NAMED_BY_DAY = (
    "đường|chợ|phố|công viên|trường|nhà máy|xí nghiệp|bệnh viện|công ty|hồ|cầu|quảng trường|sân vận động|bến xe|tiểu học|mầm non|rạp|sân|"
    "quốc khánh|quốc tế phụ nữ|phụ nữ việt nam|quốc tế lao động|nhà giáo việt nam|giải phóng miền nam|quốc tế thiếu nhi|thương binh liệt sĩ|"
    "đoàn kết toàn dân tộc|dân vận|pháp luật việt nam|vì người nghèo|gia đình việt nam|giỗ tổ|hùng vương|doanh nhân việt nam|thầy thuốc việt nam"
)
# "chưa có xã nào đạt 100%": what stands right before the figure that is denied.
DENIED_BEFORE = "đạt|được|có|vượt|dưới|trên|quá|hơn|tới|đến|đủ"
MEMORIAL_DAYS = frozenset(
    (int(day), int(month))
    for day, month in (
        date.split("/")
        for date in "6/1 3/2 27/2 8/3 24/3 26/3 29/3 30/4 1/5 7/5 15/5 19/5 1/6 21/6 27/7 19/8 2/9 10/10 20/10 23/10 20/11 23/11 22/12 "
        "10/3 28/6 13/10 15/10 17/10 9/11 18/11".split()
    )
)
# Words of matches: a pair of figures in their sentence is a score.
MATCHES = (
    "tỷ số|thắng|thua|hòa|dẫn trước|dẫn|gỡ|chung cuộc|hạ gục|hạ|đánh bại|vượt qua|trận|hiệp|bàn thắng|ghi bàn|chủ nhà|đội khách|lượt đi|lượt về|"
    "vòng loại|vòng bảng|bán kết|tứ kết|chung kết|set|ván|game|sân khách|sân nhà|giải|đội tuyển|bóng đá|tay vợt|séc|penalty|luân lưu"
)
AGES = "tuổi|tuổi:|ở tuổi|tuổi từ|độ tuổi từ|tuổi dưới|tuổi trên|tuổi mới|tuổi lên|tuổi đời|tuổi ngoài|tuổi ngoại|tuổi đã"
# Works and bodies whose own name ends in a figure: "thủy điện Nậm Hin 2", "bản Nà 2", "Công ty Xây dựng công trình 515".
FACILITIES = (
    "thủy điện|nhiệt điện|nhà máy|trang trại|khu công nghiệp|kcn|bản|thôn|xóm|ấp|cầu|hồ|trường|tiểu học|mầm non|cảng|mỏ|sân bay|tổ máy|"
    "điện gió|điện mặt trời|điện|khu tái định cư|khu đô thị|khu dân cư|bệnh viện|bv|hồ chứa|dự án|cụm công nghiệp|vệ tinh|lọc dầu|làng|buôn|"
    "đê|hầm|hầm chui|chung cư|chợ|khách sạn|tàu|phim|vở|bộ phim"
)
BODIES = (
    "bệnh viện|bv|công ty|tổng công ty|xí nghiệp|nhà máy|ban quản lý dự án|tập đoàn|sư đoàn|trung đoàn|tiểu đoàn|đại đội|đại đội trưởng|"
    "trung đội|trung đội trưởng|lữ đoàn|lữ|quân đoàn|tổng đội|liên đoàn|hải đoàn|xưởng|nông trường|lâm trường|ty|trung tâm|chi nhánh|"
    "trường trung cấp|trường cao đẳng|viện|đoàn bay|phi đội|đoàn địa chất|trại|công trường"
)
# A figure behind one of these is said to be an amount, whatever name it stands behind.
AMOUNT_BEFORE = frozenset(
    "là có còn được đạt cho với tới đến lên xuống từ trên dưới hơn gần khoảng tăng giảm thêm bằng chiếm nhận số và thu chi gồm cả chỉ trong mất "
    "tại ở bán mua giá mức về trước sau vượt quá cùng ít nhiều nhất cộng hay hoặc đủ đúng tận mới nay lãi lỗ nặng dài rộng cao sâu dày dư nợ vốn "
    "điểm xấp xỉ ngót chừng độ của bị do vào riêng đã cần phải thành làm mở cấp tuyển xuất nhập bắt giữ tặng trao xếp đứng hạng thứ năm tháng ngày quý".split()
)
# A capitalised word that is no name of a work or product: money, administration, examinations and indices, whose figure is an amount.
NO_PRODUCTS = frozenset(
    "usd vnd vnđ eur jpy gbp cny aud hkd sgd krw gdp grdp cpi fdi oda gni pmi iip tp tphcm hcm ubnd hđnd mttq vn đh cđ thpt thcs thcn ielts toefl "
    "toeic sat gpa papi pci pisa index vn-index hnx-index hnx upcom dow jones nasdaq opec who un lhq eu asean hs sv cn nlđ bn bs nxb vat".split()
)
# What a year names where no number word stands before it: "bước sang 2024", "giao thừa 2024", "World Cup nữ 2023".
NAMED_BY_YEAR = (
    "sang|sang năm|hè|đầu hè|thừa|xuân|thu|mùa|mùa giải|tết|thần tài|lạc về|nữ|nam|u23|trẻ|copyright|©|hậu|tổng thống|thpt|đh|cđ"
)
LUNAR_YEARS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
# Words that hold a number word and are none: "ngã ba", "đòn bẩy", "lò vi ba"; by a rare part of them that is looked for first.
NUMBER_IN_WORD: dict[str, str] = {
    "ngã": "ngã (?:ba|tư|năm|sáu|bảy)",
    "bẩy": "(?:đòn|lẩy) bẩy",
    "vi ba": "vi ba",
    "ba sa": "ba sa",
    "ba tư": "(?:vịnh|mèo|đế quốc|thảm) ba tư",
}
# English months of mail heads and licences.
ENGLISH_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
)
EMERGENCY_CALLS = frozenset("111 112 113 114 115 911".split())
SERVICES = "tổng đài|đường dây nóng|hotline"
EMERGENCY = "cảnh sát|lực lượng|bấm|trung tâm|cấp cứu|cứu hộ|cứu hỏa|gọi đến|gọi tới|gọi cho|xe|đội|tổng đài"
# "nội dung (1)": the figure in brackets numbers the part.
NUMBERED_PARTS = ("nội dung ", "kèm theo ", "trang ", "công thức ", "phương trình ", "chú thích ", "ghi chú ", "ảnh ", "hình ")
NUMBERED_ABBREVIATIONS = frozenset(("vol", "no", "tr", "kp", "tdp"))
# First words of titles and bodies written with a capital: people and bodies that are counted ("12 Huân chương", "2 Phó Chủ tịch").
COUNTED_CAPITALS = frozenset(
    "phó bộ bà ông ủy đại giám hội chủ thành thứ cục sở tổng huân huy ban việt bí đảng nhà giáo tiến anh chi công di khu trung trường vườn quỹ ngân "
    "liên tập tỉnh huyện xã phường quận nghệ mẹ hiệp nghị luật thông chỉ kế tổ câu trạm phòng văn đội đoàn cán bằng giấy cúp giải thạc tòa viện".split()
)
# What stands before a house number, and what follows the street's name.
ADDRESSED = "trụ sở chính|tại|ở|số|địa chỉ|phố|đường|từ|nhà|trụ sở|hiệu|quán|cơ sở|cửa hàng|văn phòng|chi nhánh|showroom"
TOWNS = r"phường|quận|p\.|q\.|tp|hà nội|huyện|thị|xã|đà nẵng|cần thơ|hải phòng|đt|điện thoại|tel"

# Things that carry a number as their name: the figure behind "số" is theirs whatever follows, thousands dot or not.
NUMBERED_THINGS = frozenset(
    "sơ bão quầy nhánh tuyến tổ biểu cư nghiệp thị đường máy dầu nhà ty quốc lộ xe tàu cầu giếng lô thửa mẫu biểu phép đồng chứng hiệu "
    "đơn sổ kho cảng bến cửa cổng phòng tầng hội áo vé đội trạm chốt vụ ban thông xuất định quyết".split()
)
# A marker behind these words is part of another word: "văn bản 5", "tài khoản 12", "mục tiêu".
NOT_AFTER: dict[str, frozenset[str]] = {
    word: frozenset(before.split())
    for word, before in (
        ("bản", "văn kịch cơ biên phiên xuất nhật tài bài ấn sao thuỷ thủy lâm khoáng hải nông nguyên căn bất chế tư đăng thư"),
        ("mục", "danh hạng chuyên đề đầu tiết thư"),
        ("khoản", "tài điều các"),
        ("điều", "tội nhiều bao một mọi"),
        ("hạng", "xếp thứ đứng tăng giảm nâng vị tụt lên xuống"),
        ("loại", "phân xếp chủng thể các nhiều"),
        ("nhóm", "từng các mỗi nhiều"),
        ("lần", "mỗi gấp hơn nhiều từng một trăm"),
        ("bậc", "tăng giảm lên xuống tụt nâng hạ"),
        ("khu", "phân"),
        ("vùng", "các từng"),
        ("khối", "mét"),
        ("tổ", "mỗi các tiên"),
        ("đội", "quân mỗi các bộ"),
        ("phường", "cấp mỗi"),
        ("quận", "cấp mỗi"),
        ("thôn", "cấp mỗi nông các"),
        ("lớp", "mỗi các tầng"),
        ("phòng", "mỗi dự quốc văn đề hải tiêu các giải sức"),
        ("lô", "mỗi"),
        ("tầng", "hạ mỗi cao"),
        ("tập", "trưng triệu thu học luyện tổng sưu thực tuyển toàn"),
        ("phần", "cổ thành góp một đa điểm mỗi học thị"),
        ("luật", "kỷ pháp"),
        ("vòng", "trong"),
        ("câu", "mỗi"),
        ("bài", "mỗi"),
        ("trang", "nghĩa"),
        ("hình", "tình mô loại điển truyền"),
        ("mẫu", "mỗi phụ"),
        ("biểu", "đại phát tiêu thời"),
        ("bảng", "mỗi"),
        ("cầu", "yêu nhu toàn"),
        ("đợt", "mỗi nhiều"),
        ("phiên", "mỗi"),
        ("kỳ", "cùng định quốc hoa mỗi các thời bất"),
        ("viện", "bệnh"),
        ("ca", "mỗi các thêm số"),
        ("đời", "cuộc"),
        ("cột", "mỗi"),
        ("bước", "tiến"),
        ("kênh", "các"),
        ("trạm", "các"),
        ("bến", "các"),
        ("cảng", "các"),
        ("trục", "các"),
        ("làn", "mỗi"),
        ("cửa", "một"),
        ("ban", "nhất"),
        ("vụ", "mỗi các nhiều nghĩa nhiệm dịch từng số chức"),
        ("sư", "luật kỹ giáo"),
        ("đồn", "tin các mỗi"),
        ("tối", "buổi mỗi"),
        ("sáng", "buổi mỗi"),
        ("chiều", "buổi mỗi hai một"),
        ("đêm", "mỗi một hai"),
        ("trưa", "mỗi"),
        ("cấp", "đã được mới chưa sẽ phải xin đang cần còn tổng số cung trợ nâng hạ trung sơ cao các mỗi phân chế khẩn"),
        ("thứ", "mỗi mấy nhiều các"),
        ("độ", "nhiệt tốc mật cường cao hạn thang lập tọa góc chừng trình"),
        ("đường", "quãng chặng làm mở con các nhiều mét cân thìa muối ăn lạng km hết đọc chặn"),
        ("gói", "mỗi các đóng trọn mì"),
        ("cách", "khoảng tư nhân"),
        ("phương án", "các mỗi nhiều số"),
        ("km", "mỗi một trên số"),
        ("phút", "mỗi một vài mấy nhiều"),
        ("cả", "tất giá thống kết"),
        ("ô", "mỗi các thủ"),
        ("chi bộ", "mỗi các số"),
        ("cơ sở", "các mỗi số nhiều trên"),
        ("hiệp", "mỗi các"),
        ("lượt trận", "mỗi các"),
        ("đồi", "các mỗi"),
        ("quầy", "mỗi các"),
        ("buồng", "mỗi các"),
        ("su", "cao"),
        ("tiết", "chi"),
        ("chương", "huy văn"),
        ("làng", "các mỗi"),
        ("đt", "sđt"),
        ("sinh", "tuyển hy học thí vệ phát khai hồi song"),
        ("sinh ngày", "hy"),
        # what "số" means behind these is an amount: "trong số 979 ý kiến", "con số 25", "tổng số 80"
        (
            "số",
            "trong tổng con chỉ hệ dân doanh điểm sĩ sỹ quân đa thiểu một nhân ẩn đại thông tham lãi có còn đưa và nâng giảm tăng với là đạt cả",
        ),
    )
}
# A rank, not an ordinal: "xếp thứ 5/63", "đứng thứ 3", "vị trí thứ 7".
RANK_BEFORE_THU = frozenset("xếp đứng hàng trí hạng về".split())

# A figure with one of these behind it is an amount ("/" too: a rate).
UNITS_BEHIND = (
    "tỷ|triệu|nghìn|ngàn|vạn|trăm|chục|tr|trđ|đồng|đ|usd|vnd|vnđ|eur|euro|đôla|đô la|ha|km|km2|km²|m2|m²|m3|m³|mét|m|cm|mm|kg|gam|gram|g|"
    "tấn|tạ|yến|lít|ml|kwh|mw|kw|kv|điểm|lần|lượt|giờ|phút|giây|tuổi|độ|phần trăm|feet|inch|hải lý|chỗ|"
    "tháng(?! \\d)|ngày(?! \\d)|tuần(?! \\d)|năm(?! \\d)|quý(?! \\d)"
)
COUNTED_NOUNS = (
    "người|hộ|hồ sơ|đơn|vụ|cuộc|buổi|đoàn|phiếu|ý kiến|trường hợp|kiến nghị|đại biểu|học sinh|học viên|sinh viên|giáo viên|em|cháu|trẻ|"
    "thành viên|hội viên|đảng viên|đoàn viên|cán bộ|công chức|công nhân|lao động|công trình|mô hình|văn bản|nội dung|nhiệm vụ|thủ tục|"
    "doanh nghiệp|cơ sở|đơn vị|cơ quan|chiếc|con|cái|xe|tàu|căn|ngôi|giường|suất|giấy|quyển|bộ hồ|báo cáo|nghị quyết|hội nghị|thôn|tổ|xóm|"
    "ấp|loại|máy|cây|bệnh nhân|giải|huy chương|bàn|trận|tác phẩm|gia đình|khách|nhân khẩu|tập thể|cá nhân|chi bộ|câu|bài|phòng|nhà|lớp|"
    "khu|nhóm|vòng|hành khách|tên|đối tượng|bị cáo|nạn nhân|chiến sĩ|chiến sỹ|cổ phiếu|tiết|món|viên|dự án|tỉnh|nước|quốc gia"
)
PLACES_BEHIND = "xã|phường|quận|huyện|thị xã|thị trấn|thành phố|tp|tphcm|tỉnh|thôn|khu phố|tổ dân phố|ấp|đường|phố|tòa|khu|chung cư|khu vực"
# Words that go on with the sentence behind a name, so that the figure belongs to what stands before it; not where they
# begin a noun ("4 bị cáo", "40 chỉ tiêu", "3 khoản vay").
FUNCTION_WORDS = frozenset(
    "và của đã tại về đến là có cho để ở gây với sẽ nhưng cũng vào trong không trở được từ vừa thì còn làm nhờ vẫn các chờ nghỉ theo xuống "
    "dùng lại bỏ nên đang trên hoặc như cùng khi lên đi những dựa tới ập do nhận qua vì mà chưa rồi giật tức trừ so gặp thua thắng hòa nói "
    "này nếu sang kể hay sắp giữa nhằm ra đạt gồm phải mới đều kèm hôm cả thuộc nằm dài đoạt khởi cuối sau trước chiều tối tuyên thường".split()
)
# First words of others, and what must follow or must not.
FUNCTION_PHRASES = {
    "đoạn": " (?:qua|từ|đi|thuộc|gần|nối|tránh)", "điều": "(?! dưỡng| kiện| luật| khoản)", "cách": " đây", "chỉ": "(?! tiêu| số| thị)",
    "hướng": "(?! dẫn)", "quy": "(?! hoạch| trình| định| chế)", "diễn": "(?! viên| giả| đàn)", "liên": "(?! đoàn| doanh| đội)",
    "bị": "(?! cáo| can| đơn| hại)", "bắt": " đầu", "chính": " thức", "bằng": "(?! cấp| khen| lái| tốt nghiệp)", "thi": " công",
    "phục": " vụ", "số": r" \d", "đối": "(?! tượng| tác| thủ)", "luật": "(?! sư)", "bộ": " luật", "nghị": " định", "thông": " tư",
    "khoản": r" \d", "chương": "(?! trình)", "mục": "(?! tiêu)", "phần": "(?! mềm| quà| thưởng| việc| trăm)",
    "hiện": "(?! vật| trường| tượng)", "ngày": r" \d", "năm": r" \d", "tháng": r" \d", "quý": r" \d", "ban": " hành",
    "kết": "(?! quả| luận)", "đầu": "(?! tàu| máy| xe| sách| mối| việc| số| đạn| bò| lợn| mục| báo| bếp)", "kỳ": "(?! thi)",
    "khóa": "(?! học)", "sáng": "(?! kiến| chế)", "phát": "(?! minh| đạn| súng)",
}  # fmt: skip

# Figures with a letter beside them, as documents are coded: "59/2023/NĐ-CP", "120-KL/TW". Two capitals are enough
# to know one in running text; these are known in any case, and with blanks around the dash or slash.
DOCUMENT_CODES = (
    "qđ|nđ|ct|tt|nq|kl|bc|tb|kh|cv|hd|cp|tw|ttg|ubnd|hđnd|ttr|pl|qh|ttlt|nqlt|ubtvqh|bcđ|hu|tu|đu|mttq|btt|lđlđ|gp|cđ|hđ|vpcp|sl|l|ctr|đa|bb|"
    "tcd|bnv|btc|bgdđt|byt|ttcp"
)
# Not a code behind a slash: currencies and units of a rate.
NOT_CODES = "usd|vnd|vnđ|eur|gdp|grdp|kg|kw|kwh|ha|km|m|tp|hcm|vn|cpi|fdi|người|năm|tháng|ngày|mw|gb|mb|ghz"
DOCUMENTS = (
    "nghị định|thông tư|chỉ thị|pháp lệnh|công văn|nghị quyết|công điện|quyết định|luật|kế hoạch|kết luận|báo cáo|thông báo|hướng dẫn|"
    "tờ trình|văn bản|đề án|quy định|quy chế|hợp đồng|giấy phép|biên bản|thông tri|liên tịch"
)

# Words whose number is an identifier or a phone, with or without a colon.
PHONES = (
    "hotline|tổng đài|điện thoại|đt|sđt|tel|đường dây nóng|fax|zalo|di động|mobile|máy lẻ|số máy|gọi|gọi số|số điện thoại|cskh|nr|cq|dđ"
)
IDENTIFIERS = (
    "tài khoản|stk|mã số thuế|mst|cmnd|cmtnd|cccd|căn cước|căn cước công dân|chứng minh nhân dân|chứng minh thư|hộ chiếu|biển số|bks|bsk|"
    "biển kiểm soát|biển số xe|bks lào|số báo danh|sbd|mã đề|mã ngành|mã trường|mã vùng|mã bưu chính|mã hồ sơ|mã số|mã vạch|mã|số hiệu|số khung|số máy|số seri|seri|số đăng ký|số sổ|số thẻ|số tài khoản|tài khoản số|"
    "số cmnd|số cccd|chuyến bay"
)
STANDARDS = "iso|tcvn|qcvn|tcn|tcxdvn|iec|haccp|astm|ohsas"

# Slogans: a small number and a few words, in quotes or behind a noun such as "phương châm".
SLOGAN_NOUNS = "phong trào|phương châm|phương án|con đường|nội dung|cuộc vận động|mô hình|khẩu hiệu|tinh thần|nguyên tắc|chương trình|tiêu chí|thực hiện|tuyến đường"
SLOGAN_WORDS = (
    "không|rõ|sạch|biết|dám|tại chỗ|tốt|cùng|thật|nhất|tự|an toàn|giảm|trước|sẵn sàng|xung kích|nhanh|gọn|đúng|công khai|trong 1|trong một"
)
SMALL_NUMBERS = "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
NUMBER_WORDS = f"một|mốt|tư|lăm|mươi|{SMALL_NUMBERS}"

# "trực 24/24", "mở cửa 24/7"; behind these words it is the 24th of July.
ROUND_THE_CLOCK = frozenset(("24/24", "24/7"))
DAY_BEFORE = frozenset("nay qua mai kia lễ dịp mùng mồng ngày sáng chiều tối đêm trưa hôm từ đến".split())
