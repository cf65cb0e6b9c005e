"""Words that say what a number means in its clause: change, comparison, plan, status. Tables only; context/ reads them."""

from __future__ import annotations

from typing import Final

import regex

from qcdc_extract.model import Direction, Status

# Verbs of change, with the direction of the change they name.
CHANGE_VERBS: Final[dict[str, Direction]] = {
    "tăng": "increase",
    "gia tăng": "increase",
    "tăng thêm": "increase",
    "tăng trưởng": "increase",
    "vượt": "increase",
    "dôi dư": "increase",
    "nhích": "increase",
    "nhích thêm": "increase",
    "vọt": "increase",
    "vọt thêm": "increase",
    "nhảy vọt": "increase",
    "đội": "increase",
    "đội thêm": "increase",
    "rớt": "decrease",
    "rớt thêm": "decrease",
    "tụt": "decrease",
    "trượt": "decrease",
    "lao dốc": "decrease",
    "bốc hơi": "decrease",
    "hạ": "decrease",
    "hạ thêm": "decrease",
    "có thêm": "increase",
    "thêm": "increase",
    "mở rộng thêm": "increase",
    "phát sinh thêm": "increase",
    "nới rộng": "increase",
    "giảm": "decrease",
    "sụt giảm": "decrease",
    "giảm bớt": "decrease",
    "giảm trừ": "decrease",
    "cắt giảm": "decrease",
    "cắt bớt": "decrease",
    "rút ngắn": "decrease",
    "hụt": "decrease",
    "hụt thu": "decrease",
    "sụt": "decrease",
    "mất": "decrease",
    "lùi": "decrease",
}

# Verbs whose word may stand for something else: "mất 3 ngày", "vượt 5 km". They are a change only of a percentage or money.
WEAK_CHANGE_VERBS: Final = frozenset({"mất", "lùi", "vọt", "đội", "rớt", "tụt", "trượt", "lao dốc", "bốc hơi", "hạ", "nhảy vọt"})

LOSSES: Final = frozenset({"mất", "bốc hơi"})
"""Of these the verbs behind which "tới", "đến" only stress how much it is."""

# A change verb followed by one of these is another word: "tăng cường 5 cán bộ", "giảm nghèo cho 62 huyện".
NOT_CHANGE_AFTER: Final = ("qua", "cường", "ca", "gia", "nghèo", "tải", "án", "nhẹ hình phạt", "sút", "tội", "quyền", "cấp")

# Comparisons, which may name the other side before the number: "cao hơn giá cơ sở 204 đồng".
COMPARISONS: Final[dict[str, Direction]] = {
    "cao hơn": "increase",
    "nhiều hơn": "increase",
    "lớn hơn": "increase",
    "đông hơn": "increase",
    "đắt hơn": "increase",
    "thấp hơn": "decrease",
    "ít hơn": "decrease",
    "kém hơn": "decrease",
    "nhỏ hơn": "decrease",
    "rẻ hơn": "decrease",
    "kém": "decrease",
}

# Words that may stand between a change verb and its number.
CHANGE_ADVERBS: Final = (
    "mạnh|nhẹ|đi|hẳn|dần|với cùng mức|cùng mức|nhanh|chậm|thêm|khá|vọt|sâu|đều|cao|đột biến|đáng kể|rõ rệt|bình quân|trung bình|tới|đến|được|lần lượt|tương ứng|với mức|ở mức|mức|thêm được|liên tục|"
    "tiếp|tiếp tục|ít nhất|tối thiểu|tối đa|khoảng|gần|hơn|trên|dưới|xấp xỉ|chừng|thêm khoảng|là|thêm gần|thêm hơn|thêm trên|không quá|tổng cộng|nhẹ|bớt|về mức"
)

# Nouns that name a growth, so that "đạt 6%" after them is a change.
GROWTH_NOUNS: Final = (
    "tăng trưởng|tốc độ tăng|mức tăng|tỷ lệ tăng|tốc độ phát triển|mức giảm|tỷ lệ giảm|tốc độ giảm|mức sụt giảm|độ tăng|biên độ tăng|biên độ giảm|mức tăng giá|mức giảm giá"
)

# Words directly before a number that make it the level reached, whatever changed: "giảm xuống còn 5,1%".
LEVEL_WORDS: Final = "lên|xuống|còn|lên tới|lên đến|lên mức|lên ngưỡng|xuống mức|xuống còn|còn lại|xuống dưới|lên thành|thành"

# What a percentage of a plan is a percentage of.
PLANS: Final = (
    "kế hoạch|dự toán|chỉ tiêu|mục tiêu|định mức|quy định|nghị quyết|kh|nhiệm vụ được giao|chỉ tiêu kế hoạch|quyết toán|yêu cầu đề ra|pháp lệnh"
)

# What a percentage of an earlier level is compared with.
EARLIER: Final = "cùng kỳ|cùng thời điểm|cùng giai đoạn|năm trước|năm ngoái|năm qua|tháng trước|quý trước|tuần trước|kỳ trước|nhiệm kỳ trước|trước đó|lần trước|hôm trước|vụ trước"

# Words that make what follows a target or an estimate, and how far they reach:
# "sentence": to the end of the sentence; "clause": to the next semicolon; "noun": only a number that the word names
# ("chỉ tiêu 65% đề ra"), not one that is measured against it ("đạt 65% chỉ tiêu").
STATUS_WORDS: Final[tuple[tuple[Status, str, str], ...]] = (
    ("target", "sentence", "phấn đấu|đặt mục tiêu|đặt ra mục tiêu|đề ra mục tiêu|với mục tiêu|mục tiêu đến|đặt chỉ tiêu|sẽ|cam kết|quyết tâm|hướng tới|hướng đến|dự định"),
    ("target", "sentence", "đề nghị|đề xuất|kêu gọi|có kế hoạch|lên kế hoạch|bảo đảm đạt|đảm bảo đạt|chỉ nên|yêu cầu|xây dựng dự toán|mong muốn"),
    ("estimate", "sentence", "theo dự báo|theo dự đoán|theo ước tính|theo tính toán|theo ước đoán|theo kịch bản"),
    ("target", "clause", "kiến nghị thu hồi|kiến nghị xử lý|kiến nghị truy thu|kiến nghị giảm|kiến nghị xử phạt|phải đạt|sắp tới|cần|cố gắng|muốn|phải hoàn thành|phải thu|nỗ lực"),
    ("target", "noun", "chỉ tiêu|mục tiêu|kế hoạch|dự toán"),
    ("estimate", "clause", "ước|ước đạt|ước tính|ước thực hiện|dự kiến|dự kiến đạt|dự kiến sẽ|dự báo sẽ|dự đoán sẽ|có thể sẽ|ước sẽ|dự báo|dự đoán|có thể|có khả năng|tạm tính"),
    ("actual", "clause", "đã|vượt dự kiến|ngoài dự kiến|so với dự kiến|hơn dự kiến|đúng dự kiến|như dự kiến"),
)

# The same words as nouns or in set phrases say nothing of a status: "đơn đề nghị", "khi có yêu cầu", "mục tiêu quốc gia".
NOT_STATUS_BEFORE: Final = "đơn|cho|chương trình|ý kiến|kiến nghị,|phản ánh,|đơn thư|văn bản|hồ sơ|tờ trình|công văn|giấy|các|những|nhiều|số|theo|có|đáp ứng|về|tiền|nội dung|khi|vụ việc|không|chưa"
NOT_STATUS_AFTER: Final = "quốc gia|thiên niên kỷ|trọng điểm|cơ bản|thiết|trục"

# Words after a number that make it a target or an estimate: "28 câu hỏi còn lại sẽ được trả lời".
STATUS_AFTER: Final[tuple[tuple[Status, str], ...]] = (
    ("target", "sẽ|phải được|cần được"),
    ("estimate", "có thể đã|có thể|dự kiến|có khả năng"),
)

# How the header of a table's column begins if its figures are planned or estimated.
STATUS_COLUMNS: Final[tuple[tuple[Status, str], ...]] = (
    ("target", "dự toán|kế hoạch|chỉ tiêu|mục tiêu|kh"),
    ("estimate", "ước|ước thực hiện|ước đạt|dự kiến"),
)

# The headers of columns whose percentages are changes, and of those that compare with a plan.
CHANGE_COLUMNS: Final = "tăng/giảm|tăng, giảm|tăng giảm|tăng (giảm)|tăng/ giảm|tốc độ tăng|% tăng|mức tăng|tăng trưởng"
PLAN_COLUMNS: Final = "|".join(
    f"{done}/{plan}" for done in ("th", "ước", "ước th", "thực hiện", "uth", "tth", "ước thực hiện") for plan in ("dt", "kh", "dự toán", "kế hoạch")
) + "|tỷ lệ thực hiện|hoàn thành|% kh|% dt"

# A heading that opens plans: its whole section is target.
TARGET_HEADINGS: Final = (
    "phương hướng|nhiệm vụ trọng tâm|mục tiêu|chỉ tiêu phấn đấu|chỉ tiêu chủ yếu|chỉ tiêu cụ thể|chỉ tiêu năm|chỉ tiêu, nhiệm vụ|dự toán năm|kế hoạch năm|kế hoạch công tác|nhiệm vụ tháng|nhiệm vụ quý|nhiệm vụ năm|nhiệm vụ thời gian tới|nhiệm vụ, giải pháp|nhiệm vụ và giải pháp|nhiệm vụ chủ yếu|nhiệm vụ 6 tháng"
)

# Words that connect a number to the one it speaks about and say nothing of their own: "đạt tỷ lệ 89,1%", "tăng 6 cuộc
# so với cùng kỳ", "cấp huyện 06". A clause of these alone is bare.
_BARE: Final = (
    "đạt|chiếm|tỷ lệ|tỷ trọng|là|bằng|tức|tức là|hay|tương đương|tương ứng|tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|vượt|hụt|so với|so|cùng kỳ|cùng|trong đó|riêng|gồm|bao gồm|có|còn|"
    "lên|xuống|nâng|tổng số|tổng cộng|tổng|số|với|và|ở|mức|cả|đưa|được|đã|mới|chỉ|khoảng|thì|của|từ|đến|tới|này|đó|nay|"
    "cấp tỉnh|cấp huyện|cấp xã|cấp cơ sở|cấp thành phố|tỉnh|huyện|xã|thành phố|thị xã|phường|toàn|"
    "kế hoạch|dự toán|chỉ tiêu|mục tiêu|định mức|quy định|đề ra|giao|được giao|trung ương|năm|tháng|quý|kỳ|trước|ngoái|sau|hoàn thành|thực hiện|chưa đạt|mạnh|nhẹ|thêm|điểm|lần|gấp|hơn|gần|trên|dưới|ước|ước đạt|dự kiến|"
    "lần lượt|đều|tất cả|trong|số này|số đó|nhưng|song|tuy|vẫn|lại|cũng|bình quân|trung bình|mỗi|các|những|về|theo|cho|tại|như|vậy|do|nên|đồng thời|kém|bậc|hạng|sau|khi|sau khi|quanh|vùng|quanh vùng|ngưỡng|ở mức|niêm yết|đi|ra|vào|thế|rồi"
)
BARE_WORDS: Final = regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(sorted(_BARE.split('|'), key=len, reverse=True))})(?!\p{{L}})")
# The single words of them: what holds any other word is not bare, which is found fast.
BARE_PARTS: Final = frozenset(_BARE.replace("|", " ").split())

# A sentence that begins so goes on from the one before.
CONTINUATIONS: Final = regex.compile(r"[\s\-+•*(]*(?:trong đó|riêng|cụ thể|bao gồm|gồm|trong số đó|trong số này|số còn lại|còn lại|so với|tỷ lệ|đạt|tăng|giảm|như vậy)(?!\p{L})")

# Words before a time that make it a deadline, a part of a quoted document's name, or a part of a season's name.
DEADLINES: Final = "trước|chậm nhất|muộn nhất|chậm nhất là|muộn nhất là|hạn|hạn chót|đề ra|đề ra từ|đặt ra từ|giao từ|kết thúc trước|hoàn thành trước|sinh|đời|giao|kỳ hạn|kể từ khi|kể từ sau"
# Words between a day and what was said on it ("Sáng 3/2, ông A cho biết ..."), and words before a day of publication.
SAYINGS: Final = "cho biết|cho hay|cho thấy|khẳng định|trình bày|báo cáo|công bố|thông báo"
PUBLISHED: Final = "công bố|thông qua|ban hành|phê duyệt|ký|phát hành"
# What opens a sentence about an event whose day the text has named.
_MEETINGS = ("hội nghị", "buổi", "phiên", "cuộc họp", "kỳ họp", "đại hội", "buổi lễ")
EVENTS: Final = (
    "dịp này",
    "nhân dịp này",
    *(f"{begins} {meeting}" for begins in ("tại", "ngay tại", "cũng tại", "kết thúc", "bế mạc") for meeting in _MEETINGS),
)
# Words that make a time the one at which a work begins or ends; later figures are not about it.
COMPLETIONS: Final = "hoàn thành|hoàn tất|khánh thành|khởi công"
# Words that make a stretch the reach of a record, not the time of the figures: "trận lũ lớn nhất kể từ năm 1999".
RECORDS: Final = "nhất|kỷ lục|đầu tiên|chưa từng có"
CITED: Final = "luật|bộ luật|pháp lệnh|nghị định|thông tư|quyết định|hiến pháp|chỉ thị|công văn|hiệp định"
# Words that no longer belong to a document's name: "do quyết định tăng giá thì trong tháng 10 ...".
CITED_ENDS: Final = "thì|nên|nhưng|mà|trong|từ|đến"
SEASONS: Final = "thu đông|đông xuân|hè thu|vụ mùa|niên vụ|vụ hè|vụ đông|vụ xuân"

# Lines whose dates are those of a feast or a slogan, not of the text.
SLOGAN_LINES: Final = regex.compile(r"(?<!\p{L})(?:chào mừng|kỷ niệm|chủ đề công tác|thành lập đảng|hưởng ứng)(?!\p{L})")

# Words between a subject and its number: "tổng thu ngân sách |ước đạt| 2.217 tỷ".
SUBJECT_LINKS: Final = (
    "đạt|là|có|còn|chiếm|ước|ước đạt|ước tính|dự kiến|bằng|tăng|giảm|lên|xuống|tới|đến|ở mức|mức|được|khoảng|gần|hơn|trên|dưới|xấp xỉ|chừng|với|từ|tăng lên|giảm còn|mạnh|nhẹ|"
    "chỉ|mới|đã|cũng|vẫn|thêm|ít nhất|tối thiểu|tối đa|không quá|trị giá|vào khoảng|tỷ lệ|số là|lên đến|lên tới|xuống còn|cao hơn|thấp hơn|nhiều hơn|ít hơn|vượt|hụt|bình quân|trung bình|tương đương|sẽ|lần lượt"
)
