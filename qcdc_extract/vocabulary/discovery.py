"""Words that tell nothing about what an unclaimed number counts. Words only; `discover/nouns.py` passes over them."""

from __future__ import annotations

from qcdc_extract.document import fold
from qcdc_extract.vocabulary.context import SUBJECT_LINKS
from qcdc_extract.vocabulary.hedges import HEDGES
from qcdc_extract.vocabulary.nouns import NOT_NOUNS


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word.strip()) for word in text.replace("\n", ",").split(",") if word.strip())


# Nouns before a number that only lead to it, or say when or where.
_LEADING = _words("""
khoảng, chừng, tầm, mức, khi, lúc, cách, nhau, hiện, hiện nay, nay, việc, con số, số, tổng số, tổng cộng, số lượng, trở lên, trở xuống, trở, tối đa, tối thiểu, trung bình, bình quân, vào khoảng, thay vì
thời gian, thời điểm, giai đoạn, ngày, tháng, năm, quý, tuần, giờ, phút, hôm nay, hôm qua, hôm, sáng, trưa, chiều, tối, đêm, năm ngoái, năm nay, đầu, cuối, sau, trước, đợt, lần, thứ, kỳ, thế kỷ, vị, tiếng
nơi, chỗ, phía, bên, khu vực, hiện trường, địa phương, trong, ngoài, trên, dưới, giữa, gần, xa, chiều nay, sáng nay, tới, đến, lên, xuống, so, là, riêng, điều, tỷ lệ, khả năng, mục tiêu, giá trị, tổng giá trị, tổng trị giá
""")

# People who own or do what is counted: "ông ... trả 5 triệu".
_PEOPLE = _words("ông, bà, anh, chị, em, cô, chú, bác, cháu, bé, bạn, tôi, mình, họ, ai, người ta, chúng tôi, vợ, chồng, bố, mẹ, con, ông bà, anh em, chị em, cụ, y, hắn, gã, nàng, chàng")

LEADING = _LEADING | _PEOPLE | NOT_NOUNS | frozenset(fold(w) for w in SUBJECT_LINKS.split("|")) | frozenset(fold(h) for group in HEDGES.values() for h in group)

# Nouns that are one with the adjective behind them: "chiều sâu", "bề rộng", "độ cao".
DIMENSIONS = _words("chiều, bề, độ")

# Verbs that tie any noun to any number.
EMPTY_VERBS = _words("có, là, được, bị, làm, lên, xuống, đến, tới, ra, vào, qua, về, đi, thêm, còn, hơn, theo, gồm, đạt, cho, chiếm, tăng, giảm, thành, phải, trở, tính, ước tính, so, thấy, cùng, hết")
