"""Words directly before a number that bound it, longest match first; and words behind it. All folded."""

from __future__ import annotations

from qcdc_extract.model import Qualifier

HEDGES: dict[Qualifier, tuple[str, ...]] = {
    "about": (
        "khoảng", "gần", "xấp xỉ", "chừng", "khoảng chừng", "ngót", "ngót nghét", "ước chừng", "độ chừng", "trên dưới", "vào khoảng", "khoảng từ",
        "vào khoảng từ", "áng chừng", "suýt soát", "tầm", "tầm khoảng", "quanh", "quanh mức", "quanh vùng", "quanh ngưỡng", "xung quanh mức",
        "trong khoảng", "gần như", "chừng độ", "ước khoảng", "gần tới", "gần đến", "khoảng chừng từ", "xấp xỉ mức",
    ),
    "more_than": ("trên", "hơn", "quá", "trên mức", "hơn cả", "vượt trên", "vượt quá", "vượt mức", "vượt hơn", "nhỉnh hơn", "lên hơn"),
    "less_than": ("dưới", "chưa đến", "chưa tới", "chưa đầy", "không đến", "không tới", "không đầy", "chưa được", "dưới mức", "chưa bằng"),
    "at_least": (
        "ít nhất", "tối thiểu", "tối thiểu là", "ít nhất là", "ít nhất phải", "tối thiểu phải", "tối thiểu từ", "không dưới", "không ít hơn", "không thấp hơn",
        "không nhỏ hơn", "không kém", "chí ít", "ít ra", "ít nhất có", "ít nhất từ", "tối thiểu có", "tối thiểu đạt", "ít nhất đạt",
    ),
    "at_most": (
        "tối đa", "tối đa là", "không quá", "không vượt quá", "nhiều nhất", "nhiều nhất là", "tối đa không quá", "không hơn", "không cao hơn", "không lớn hơn",
        "không nhiều hơn", "không vượt", "chưa quá", "tối đa đến", "tối đa tới", "không trên",
    ),
}  # fmt: skip
# A range has its own "khoảng": "trong khoảng 3 - 5%" bounds both ends and hedges neither.
RANGE_EXACT = frozenset(["trong khoảng", "trong khoảng từ"])

# A number that stands for itself has nothing to be compared with: there comparatives bound it ("ít hơn 7.000 đồng").
SPOKEN_HEDGES: dict[str, Qualifier] = {"ít hơn": "less_than", "kém hơn": "less_than", "thấp hơn": "less_than", "nhiều hơn": "more_than", "cao hơn": "more_than"}

# Behind these, "hơn" compares: "cao hơn 4,3 điểm".
COMPARATIVES = frozenset(
    "cao thấp nhiều ít lớn nhỏ kém dài ngắn nhanh chậm tốt rẻ đắt mạnh sớm muộn già trẻ rộng hẹp nặng nhẹ sâu xa xấu khá thua tệ đông gần dày mỏng yếu".split()
)
# "từ 95% trở lên": behind the number, a few words away at most.
AFTER_BOUNDS: dict[str, Qualifier] = {"trở lên": "at_least", "đổ lên": "at_least", "trở xuống": "at_most", "đổ xuống": "at_most"}
AFTER_ABOUT = (" một chút", " một ít", " chút ít")
