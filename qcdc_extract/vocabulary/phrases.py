"""Words that are skipped in phrases, and words that tell nothing in them."""

from __future__ import annotations

from qcdc_extract.document import fold

HEDGES: frozenset[str] = frozenset(
    fold(word.strip())
    for word in """
khoảng, chừng, ước chừng, ước khoảng, ước tính, ước, gần, ngót, ngót nghét, xấp xỉ, chỉ có, vỏn vẹn
trên, hơn, quá, dưới, chưa đến, chưa tới, chưa đầy, không đến, không tới, không đầy
ít nhất, không dưới, không ít hơn, không thấp hơn, nhiều nhất, không quá, không vượt quá, không hơn
""".replace("\n", ",").split(",")
    if word.strip()
)
"""Words that are skipped directly before a number, so that no phrase needs to write them.

Left out are words that phrases are written with (từ, đến, đạt, lên) and those that also end other words, as in
lương tối thiểu, giám sát, chứng chỉ, nhiệt độ: a phrase says them where it wants them, [tối thiểu] {value}.
"""

COMMON: frozenset[str] = frozenset(
    fold(word)
    for word in """
bị cả các chỉ cho có của cùng cũng do đã đang đến để đó được hơn khi không là lên làm lượng mà mới một này năm ngày người nhà nhiều nhưng
những như nên nhận ở qua ra rằng sau số sẽ tại thành theo thì tiếp tới trên trong trước trường từ tự và vào về vẫn với việc
""".split()
)
"""Words that most texts hold, so that it tells little whether a text holds them."""
