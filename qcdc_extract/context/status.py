"""Whether a number is a fact, an estimate or a target, from the words of its clause, sentence or section.

Never from the calendar. The nearest word before the number that reaches it decides; else a word right behind it; else
the number it goes on from; else the heading of its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import regex

from qcdc_extract.context.measure import Meaning
from qcdc_extract.late import late
from qcdc_extract.model import Quantity, Sentence, Status, frozen
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.scanning import LETTERS, tree
from qcdc_extract.vocabulary.context import NOT_STATUS_AFTER, NOT_STATUS_BEFORE, STATUS_AFTER, STATUS_COLUMNS, STATUS_WORDS, TARGET_HEADINGS
from qcdc_extract.wording import before, holds, words


@frozen
class Stated:
    """The status of a number and what said so: a word before or behind it, the number it goes on from, a heading, or nothing.

    start, end: where that word, number or heading stands.
    """

    status: Status
    source: Literal["word", "number", "heading"] | None
    start: int = 0
    end: int = 0


@frozen
class _Word:
    start: int
    end: int
    status: Status
    reach: str


_FACT = Stated("actual", None)


_MEANING = {word: (status, reach) for status, reach, group in STATUS_WORDS for word in group.split("|")}
# For the padded text, as scanning.py says; whole words.
_STATUS = re.compile(rf"[^{LETTERS}](?:{tree(_MEANING)})(?![{LETTERS}])")
_NOUN_BEFORE = before(rf"{words(NOT_STATUS_BEFORE)}\s")
_NAME_AFTER = regex.compile(rf"\s{words(NOT_STATUS_AFTER)}")
_SPOKEN = words("cho biết|cho rằng|nói|trả lời|khẳng định|cho hay|nếu|mà|khi|để|và|nhưng|còn")
_AFTER = [
    (status, regex.compile(rf"(?:[\s\"]+(?!{_SPOKEN})[^\s,;:.()|]+){{0,8}}?\s{words(group)}(?!\s+không)"))
    for status, group in STATUS_AFTER
]
_AFTER_WORDS = tuple(word for _, group in STATUS_AFTER for word in group.split("|"))
_FIRST = late(before, r"(?:^|[\n.;])[\s\-+*•\"]*(?:[\da-zđ]+[.)/])?\s*")  # "Dự toán 2023 do Sở trình: thu ..., chi ..."
_COLUMNS = [(status, late(regex.compile, rf"\W*{words(group)}")) for status, group in STATUS_COLUMNS]
_TURNS = regex.compile(rf"[,;]\s+{words('nhưng|song|tuy nhiên|trong khi đó|thực tế')}")
_GIVES_REASON = regex.compile(words("bởi|bởi vì|với lý do"))  # "đề nghị giảm thuế, bởi giá đã tăng 12%": what is asked for ends there
_LISTS = late(regex.compile, r"[^,;:.()|]{0,40}(?:, (?:bao )?gồm)?:")  # "thông qua chỉ tiêu năm 2018: doanh thu 1.250 tỷ đồng; ..."
_MEASURED_AGAINST = late(regex.compile, words("so với|vượt|đạt|hoàn thành|bằng|hụt|theo|thực hiện"))
_CONTINUES = regex.compile(r"\s*" + words("trong đó|riêng|cụ thể|bao gồm|gồm|còn lại|như vậy|nếu"))
_BREAKDOWN_WORDS = ("trong đó", "gồm")  # "bao gồm" too
_BREAKDOWN = late(regex.compile, words("|".join(_BREAKDOWN_WORDS)))
_TARGET_HEADING = regex.compile(
    rf"[\s\-*+•]*(?:[\divxlc]+[.)/\-]*)*\s*(?:về |một số |các |những |phần thứ \w+ )*{words(TARGET_HEADINGS)}"
)


# "IV/ Phương hướng năm 2024: giữ việc làm cho 300 lao động"
_RUN_IN = late(regex.compile, rf"{_TARGET_HEADING.pattern}[^.;:,()\n]{{0,40}}:(?=\s)")


def read_statuses(reading: Reading, places: list[Surroundings], meanings: list[Meaning]) -> list[Stated]:
    """The status of every number, in order."""
    statuses: list[Stated] = []
    found: dict[int, list[_Word]] = {}
    headed: dict[int, Stated | None] = {}
    first = 0  # the first number of the sentence
    last = {place.sentence: quantity.start for place, quantity in zip(places, reading.quantities, strict=True)}
    for index, quantity in enumerate(reading.quantities):
        place = places[index]
        here = place.sentence
        first = index if place.previous < 0 else first
        if here not in found:
            found[here] = list(_status_words(reading, reading.sentences[here], last[here]))
            headed[here] = _headed(reading, here)
        headed_column = _of_column(reading, quantity) if reading.cells else None
        own = headed_column or _own(reading.text.folded, quantity, place, meanings[index], found[here])
        statuses.append(own or _inherited(reading, quantity, place, meanings[index], places, first, statuses) or headed[here] or _FACT)
    return statuses


def _of_column(reading: Reading, quantity: Quantity) -> Stated | None:
    """In a table: what the header of the column says, "Dự toán 2020", "Ước thực hiện"."""
    cell = reading.cells.get(quantity.start)
    if cell is None or cell.header is None:
        return None
    for status, pattern in _COLUMNS:
        headed = pattern.match(reading.text.folded, *cell.header)
        if headed:
            return Stated(status, "heading", *headed.span())
    return None


def _status_words(reading: Reading, sentence: Sentence, end: int) -> Iterable[_Word]:
    """The words of a sentence up to a position."""
    folded = reading.text.folded
    for match in _STATUS.finditer(reading.padded, sentence.start, min(end, sentence.end) + 1):
        begin, finish = match.start(), match.end() - 1
        if _NOUN_BEFORE.match(folded, sentence.start, begin) or _NAME_AFTER.match(folded, finish, sentence.end):
            continue
        status, reach = _MEANING[folded[begin:finish]]
        yield _Word(begin, finish, status, reach)


def _own(folded: str, quantity: Quantity, place: Surroundings, meaning: Meaning, found: list[_Word]) -> Stated | None:
    for word in reversed(found):
        if word.end <= quantity.start and _reaches(folded, word, quantity, meaning):
            decides = _forecast(folded, word, found) or word
            return Stated(decides.status, "word", decides.start, decides.end)
    if holds(_AFTER_WORDS, folded[quantity.after : place.clause_end]):
        for status, pattern in _AFTER:
            behind = pattern.match(folded, quantity.after, place.clause_end)
            if behind:
                return Stated(status, "word", *behind.span())
    return None


def _forecast(folded: str, word: _Word, found: list[_Word]) -> _Word | None:
    """What says that a "sẽ" behind it is foreseen and not intended: "Theo dự báo, đến năm 2030 sẽ có 9.000 người"."""
    if folded[word.start : word.end] != "sẽ":
        return None
    return next((other for other in found if other.status == "estimate" and other.reach == "sentence" and other.end <= word.start), None)


def _reaches(folded: str, word: _Word, quantity: Quantity, meaning: Meaning) -> bool:
    between = folded[word.end : quantity.start]
    if ("," in between or ";" in between) and _TURNS.search(between):
        return False
    if word.reach == "sentence" and _GIVES_REASON.search(between):
        return False
    if word.reach == "sentence" or (":" in between and _FIRST.match(folded, 0, word.start)):
        return True
    if word.reach == "clause":
        return ";" not in between and (word.status != "actual" or "," not in between)
    named = folded[max(0, word.start - 24) : word.start]
    if _LISTS.match(between) and not _MEASURED_AGAINST.search(named):
        return True
    if meaning.measure in ("of_plan", "change") or ";" in between or "," in between:
        return False
    if between.endswith("(") and len(between.split()) <= 12:
        return True
    if len(between.split()) > 7:
        return False
    return not between.strip(" (:") or not (_MEASURED_AGAINST.search(named) or _MEASURED_AGAINST.search(between))


def _inherited(
    reading: Reading,
    quantity: Quantity,
    place: Surroundings,
    meaning: Meaning,
    places: list[Surroundings],
    first: int,
    statuses: list[Stated],
) -> Stated | None:
    folded = reading.text.folded
    if place.previous >= 0:
        between = folded[place.floor : quantity.start]
        compares = meaning.measure in ("change", "of_plan", "of_previous") and ";" not in between
        if compares or (holds(_BREAKDOWN_WORDS, between) and _BREAKDOWN.search(folded, place.floor, quantity.start)):
            return _as(reading, statuses, place.previous)
    last = first - 1  # the last number of the sentence before
    if last < 0 or places[last].sentence != place.sentence - 1 or statuses[last].status == "actual":
        return None
    return _as(reading, statuses, last) if _CONTINUES.match(folded, reading.sentences[place.sentence].start) else None


def _headed(reading: Reading, sentence: int) -> Stated | None:
    """What the headings of a sentence's section and the lines that announce its list say, or how its paragraph begins."""
    first = sentence
    while first and reading.sentences[first - 1].paragraph == reading.sentences[sentence].paragraph:
        first -= 1
    run_in = _RUN_IN.match(reading.text.folded, reading.sentences[first].start, reading.sentences[first].end)
    if run_in:
        return Stated("target", "heading", *run_in.span())
    for head in reading.outline[sentence]:
        line = reading.sentences[head]
        heading = _TARGET_HEADING.match(reading.text.folded, line.start, line.end)
        if heading:
            return Stated("target", "heading", *heading.span())
        announced = _announced(reading, line)
        if announced:
            return announced
    return None


def _announced(reading: Reading, head: Sentence) -> Stated | None:
    """What the line says that a list hangs on: "Ban Thường vụ yêu cầu:", "Phấn đấu đến cuối năm:"."""
    if not reading.text.folded[head.start : head.end].rstrip().endswith(":"):
        return None
    said = [word for word in _status_words(reading, head, head.end) if word.reach != "noun"]
    return Stated(said[-1].status, "heading", said[-1].start, said[-1].end) if said else None


def _as(reading: Reading, statuses: list[Stated], number: int) -> Stated:
    return Stated(statuses[number].status, "number", reading.quantities[number].start, reading.quantities[number].end)
