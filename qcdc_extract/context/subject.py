"""What is counted or measured, in the text's own words: a short phrase with the head noun and what is said of it.

"4.984 hồ sơ được tiếp nhận" -> "hồ sơ được tiếp nhận"; "Tổng thu ngân sách ước đạt 2.217 tỷ" -> "tổng thu ngân sách".
A number whose clause says nothing of its own takes the subject of the number that it goes on from.
"""

from __future__ import annotations

import re
from functools import lru_cache
from re import Match

import regex

from qcdc_extract.context.unit import Unit, heading_noun
from qcdc_extract.document import fold
from qcdc_extract.model import Quantity
from qcdc_extract.phrases import WORD
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.scanning import tree
from qcdc_extract.vocabulary.context import BARE_PARTS, BARE_WORDS, SUBJECT_LINKS
from qcdc_extract.wording import before, words

_MOST = 10  # words


def _whole(alternatives: str) -> str:
    """As `words` gives, for `re`."""
    return rf"(?<![^\W\d_])(?:{tree(alternatives.split('|'))})(?![^\W\d_])"


_LINKS_BEFORE = before(rf"(?:[\s(:\"]|{words(SUBJECT_LINKS)})*")
_LEAD_WORDS = "và|có|trong đó|riêng|với|còn|đã|cả|các|toàn|như|do|thì|mà|của|được|theo đó"
_LEADS = re.compile(rf"(?:[\s\-+•*\"'|.]|\d[\d.]*[.)]|{_whole(_LEAD_WORDS)})*")
_STOP_WORDS = "so với|so|lên|xuống|tăng|giảm|đạt|chiếm|trong đó|nhưng|theo|để|nhằm|do|khi|vì|bằng|trong|tại|ở|vào|qua|từ|với"
_STOP = re.compile(rf"[,;:.()|\n]|{_whole(_STOP_WORDS)}")
# The verb that leads to the number: what stands between one of these and it.
_VERB_LEAD = regex.compile(rf".*{words('đã|đang|sẽ|có|được|cũng|mới|cùng|và|hay|phải|lại|còn')}\s+")


def read_subjects(reading: Reading, places: list[Surroundings], units: list[Unit], sources: list[int | None]) -> list[str | None]:
    """The subject of every number; `sources`: the number each one goes on from, if any."""
    subjects: list[str | None] = []
    for quantity, place, unit, source in zip(reading.quantities, places, units, sources, strict=True):
        headed = _of_column(reading, quantity) if reading.cells else None
        if headed:
            subjects.append(headed)
            continue
        own = _own(reading, quantity, place, unit)
        if own is None or not _tells(own, unit):
            source = place.previous if source is None else source
            inherited = subjects[source] if source >= 0 else None
            own = inherited or own or (unit.text if unit.found not in ("symbol", "") else None)
        subjects.append(own)
    return subjects


def _tells(own: str, unit: Unit) -> bool:
    """Whether a clause tells more than the noun and words that only connect: not "tăng 7 lượt", "(82,8%)", "đều tăng 5%"."""
    if len(own) <= len(unit.folded):
        return False
    return not all(map(_is_bare, map(Match.group, WORD.finditer(own)))) or bool(WORD.search(BARE_WORDS.sub(" ", fold(own))))


@lru_cache(maxsize=4096)
def _is_bare(word: str) -> bool:
    return fold(word) in BARE_PARTS


def _of_column(reading: Reading, quantity: Quantity) -> str | None:
    """In a table: the header of the column, if it says what is counted, without its unit: "Đơn tiếp nhận", "Số lượt tiếp (lượt)"."""
    cell = reading.cells.get(quantity.start)
    noun = heading_noun(reading, cell.header) if cell else None
    if cell is None or cell.header is None or noun is None:
        return None
    return reading.text.nfc[noun.end - len(noun.folded) : cell.header[1]].partition("(")[0].strip()


def _own(reading: Reading, quantity: Quantity, place: Surroundings, unit: Unit) -> str | None:
    counted = quantity.kind in ("count", "ratio") and unit.found == "after"
    return (None if counted else _before(reading, quantity, place)) or _behind(reading, quantity, place, unit)


def _behind(reading: Reading, quantity: Quantity, place: Surroundings, unit: Unit) -> str | None:
    """The noun behind the number and the words that follow it in the clause; for a bare noun also the verb before the number."""
    folded, nfc = reading.text.folded, reading.text.nfc
    limit = max(place.clause_end, min(unit.end, place.ceiling))
    after = quantity.after
    for time in reading.times_by_sentence.get(place.sentence, ()):
        if time.start >= after:
            limit = min(limit, time.start)
            break
    stop = _STOP.search(folded, max(unit.end, after), limit)
    text = " ".join(nfc[after : stop.start() if stop else limit].split()[:_MOST]).strip(" \"“”.")
    text = "" if text.startswith("/") else text
    if text and len(text) <= len(unit.folded):
        verb = _verb(reading, quantity, place)
        return f"{text} {verb}" if verb else text
    return text or None


def _verb(reading: Reading, quantity: Quantity, place: Surroundings) -> str | None:
    """The few words that lead to the number: "đã |tiếp nhận| 4.984 hồ sơ"."""
    folded, nfc = reading.text.folded, reading.text.nfc
    links = _LINKS_BEFORE.match(folded, place.clause, quantity.start)
    end = links.start() if links else quantity.start
    lead = _VERB_LEAD.match(folded, place.clause, end)
    words_before = nfc[lead.end() if lead else place.clause : end].split()
    return " ".join(words_before) if 0 < len(words_before) <= 4 else None


def _before(reading: Reading, quantity: Quantity, place: Surroundings) -> str | None:
    """The words of the clause before the number, without the verb that leads to it."""
    folded, nfc = reading.text.folded, reading.text.nfc
    links = _LINKS_BEFORE.match(folded, place.clause, quantity.start)
    end = links.start() if links else quantity.start
    lead = _LEADS.match(folded, place.clause, end)
    start = begin = lead.end() if lead else place.clause
    for time in reading.times_by_sentence.get(place.sentence, ()):
        if start <= time.start < start + 4 and time.end <= end:
            begin = time.end
    text = nfc[begin:end].strip(" ,:\"“”-").split()
    return " ".join(text[-_MOST:]) or None
