"""Writes the draft of a pattern file: an entry that loads, with comments (Vietnamese) that say what to do with each line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import regex

from qcdc_extract.document import Document, fold
from qcdc_extract.matching import Hits
from qcdc_extract.model import Kind, Period
from qcdc_extract.patterns import is_id, problems_of
from qcdc_extract.phrases import WORD
from qcdc_extract.pipeline import Extractor
from qcdc_extract.records import digits
from qcdc_extract.tomlfile import toml_string

WORDS_BEFORE, WORDS_BEHIND = 3, 3  # of a number, that a drafted phrase takes

_TEMPLATE = """\
# Bản nháp do "qcdc-extract patterns new" viết. Sửa từng dòng cho đúng, rồi:
#   qcdc-extract patterns check TEP.toml     xem lỗi và chỗ đáng ngờ
#   qcdc-extract patterns test TEP.toml      chạy mọi ví dụ
#   qcdc-extract --patterns TEP.toml bao_cao.txt

[{id}]
# Tên trong kết quả; tên tiếng Anh; một câu nói rõ đếm cái gì.
label    = {label}
label_en = ""
meaning  = ""

# Loại số: count (đếm), percent (%), money (tiền), measure (km, ha, tấn...), ratio (12/15), index (điểm, thứ hạng).
kinds    = [{kind}]
{units}
# Lời văn quanh con số. {{value}} là con số; (a|b) là một trong các từ; [a] là có cũng được, không cũng được;
# ... là vài từ bất kỳ. Không viết "trên, gần, khoảng, hơn" trước {{value}}: chúng tự được bỏ qua.
# Bỏ bớt từ thừa, thêm cách viết khác, mỗi cách một dòng.
phrases  = [
    {phrase},
]

# Từ ngữ cho biết đoạn văn đang nói về chỉ tiêu này (không có {{value}}):
# topics = ["lớp tập huấn"]

# Từ ngữ trong cùng mệnh đề cho biết con số KHÔNG thuộc chỉ tiêu này:
# unless = ["dự kiến mở"]

# Mỗi ví dụ là một phép thử: câu có thật, và giá trị phải đọc ra. Có thể thêm unit, period, status, measure...
examples = [
    {example},
]

# Câu trông giống mà không phải chỉ tiêu này; mỗi câu cũng là một phép thử:
counterexamples = [
]
"""


class DraftError(ValueError):
    """Why no draft can be written; str() is the line for the user."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read of a number in a sentence."""

    kind: Kind
    noun: str | None
    phrase: str
    value: Decimal
    period: Period | None


def draft(name: str, label: str | None = None, sentence: str | None = None, day: date | None = None) -> str:
    """A pattern file for the indicator `name`, for the first number of a sentence where one is given (written on `day`).

    Raises DraftError.
    """
    if not is_id(name):
        raise DraftError(f"{name!r} is a bad id: write lower-case syllables a-z, 0-9 without marks, joined by _ (lop_tap_huan)")
    shown = label or name.replace("_", " ").capitalize()
    if sentence is None:
        noun = _noun(shown)
        sentence = f"Trong quý, huyện có 12 {noun}."
        seen = _Seen("count", noun, f"{{value}} {noun}", Decimal(12), None)
    else:
        sentence = " ".join(sentence.split())
        seen = _read(sentence, day)
    units = f"\n# Danh từ được đếm.\nunits    = [{toml_string(seen.noun)}]\n" if seen.noun and seen.kind in ("count", "ratio") else ""
    text = _TEMPLATE.format(
        id=name,
        label=toml_string(shown),
        kind=toml_string(seen.kind),
        units=units,
        phrase=toml_string(seen.phrase),
        example=_example(sentence, seen, day),
    )
    for problem in problems_of(text):
        raise DraftError(f"what is given makes no pattern: {problem.item}: {problem.message}")
    return text


def _example(sentence: str, seen: _Seen, day: date | None) -> str:
    period = f', period = "{seen.period.start}/{seen.period.end}"' if seen.period else ""
    written = f", date = {day}" if day else ""
    return f"{{ text = {toml_string(sentence)}, value = {digits(seen.value)}{period}{written} }}"


def _noun(label: str) -> str:
    """What an indicator counts, by its label: "Tổng số lớp tập huấn" -> "lớp tập huấn"."""
    words = " ".join(WORD.findall(fold(label)))
    return regex.sub(r"^(?:tổng )?(?:số |tỷ lệ )?(?:lượng )?(?=.)", "", words) or "đơn vị"


def _read(sentence: str, day: date | None) -> _Seen:
    reading, _, rows = Extractor(builtin=False).understand(Document("t", sentence, date=day))
    if not rows:
        raise DraftError("there is no number in the sentence")
    row = rows[0]
    span = reading.sentences[row.place.sentence]
    masked = Hits(reading).masked(row.place.sentence)
    begin, end = row.quantity.start - span.start, max(row.quantity.after, row.quantity.end) - span.start
    before = _BEFORE.search(masked[row.place.clause - span.start : begin])
    leading = _TOKEN.findall(before.group()) if before else []
    noun_end = row.unit.end - span.start
    clause_end = max(row.place.clause_end - span.start, end)
    behind = _BEHIND.match(masked[end : max(clause_end, noun_end)])
    following = _TOKEN.findall(behind.group())[: max(WORDS_BEHIND, len(_TOKEN.findall(masked[end:noun_end])))] if behind else []
    if not any(map(str.isalnum, [*leading, *following])):
        raise DraftError("no words stand beside the first number of the sentence")
    phrase = " ".join([*leading, "{value}", *following])
    noun = row.unit.text and fold(row.unit.text)
    return _Seen(row.quantity.kind, noun, phrase, abs(row.quantity.value or Decimal(0)), row.timing.period)


# What a phrase can say of the words right beside a number in a masked text.
_TOKEN = regex.compile(rf"{WORD.pattern}|:")
_BEFORE = regex.compile(rf"(?r)(?:{WORD.pattern}[: ]+){{0,{WORDS_BEFORE}}}$")
_BEHIND = regex.compile(r"[\p{L}\p{M}\p{N} ]+")
