"""Pattern files with 2,000 indicators: each says that something (VERBS) was done to something (NOUNS).

Both are words of real texts, so the patterns meet the words they look for.
"""

from __future__ import annotations

import unicodedata
from itertools import product
from pathlib import Path

A_FILE = 250  # indicators
VERBS = (
    "bàn giao, bồi dưỡng, cải tạo, cấp phát, chuyển đổi, cứu trợ, di dời, đào tạo, điều chỉnh, đóng góp, khen thưởng, khánh thành, "
    "khắc phục, kiểm kê, miễn giảm, mua sắm, nâng cấp, niêm phong, phân bổ, phục hồi, quyên góp, rà soát, sắp xếp, sửa chữa, tặng "
    "thưởng, thanh lý, thành lập, tháo dỡ, thẩm định, thu gom, thu hồi, tiêu hủy, trao tặng, trồng mới, tuyển dụng, ủng hộ, vận "
    "chuyển, xây mới, xóa bỏ, xuất bán"
).split(", ")


NOUNS = (
    "người, hộ, hộ dân, vụ, vụ việc, cuộc, lượt, lượt người, đơn, đơn thư, hồ sơ, ý kiến, kiến nghị, trường hợp, hội nghị, lớp, "
    "học sinh, giáo viên, sinh viên, cán bộ, công chức, đảng viên, hội viên, đoàn viên, công nhân, lao động, doanh nghiệp, hợp tác "
    "xã, dự án, công trình, mô hình, xã, phường, huyện, thôn, trường, bệnh viện, ca, bệnh nhân, căn, ngôi nhà, chiếc, xe, tàu, văn "
    "bản, quyết định, nghị quyết, tổ chức, đơn vị, suất quà"
).split(", ")


def write_patterns(folder: Path) -> None:
    """Write the files into a folder."""
    tables = [_table(verb, noun) for noun, verb in product(NOUNS, VERBS)]
    for start in range(0, len(tables), A_FILE):
        (folder / f"nhieu_{start}.toml").write_text("\n".join(tables[start : start + A_FILE]), encoding="utf-8")


def _table(verb: str, noun: str) -> str:
    return f"""[{_id(f"{verb} {noun}")}]
label    = "{noun.capitalize()} được {verb}"
kinds    = ["count", "percent"]
units    = ["{noun}"]
phrases  = ["{verb} ... {{value}} {noun}", "{{value}} {noun} [đã] được {verb}"]
topics   = ["{noun} được {verb}", "{verb} [các|những] {noun}"]
examples = [{{ text = "Xã đã {verb} 15 {noun}.", value = 15 }}]
"""


def _id(words: str) -> str:
    plain = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(letter for letter in plain if letter.isascii()).replace(" ", "_")
