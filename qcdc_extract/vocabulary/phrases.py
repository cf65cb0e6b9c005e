"""Words that are skipped directly before a number, so that no phrase needs to write them.

Left out are words that phrases are written with (từ, đến, đạt, lên) and those that also end other words, as in
lương tối thiểu, giám sát, chứng chỉ, nhiệt độ: a phrase says them where it wants them, [tối thiểu] {value}.
"""

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
