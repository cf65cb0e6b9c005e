"""The counted noun: "tiếp nhận 4.984 hồ sơ" counts hồ sơ, "số kiến nghị là 276" counts kiến nghị.

Rule: the noun right after the number; else the noun that "số ..." names before it, or the table's header, or the
clause begins with ("đơn nhận trong kỳ là 659"); else the noun of the number before it in the sentence
("83 thuộc thẩm quyền của xã" after "158 kiến nghị").
"""

from __future__ import annotations

import re

import regex

from qcdc_extract.late import late
from qcdc_extract.model import Quantity, frozen
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.tables import Bounds
from qcdc_extract.vocabulary.nouns import CASES, COMPOUNDS, HEADED, NOT_NOUNS, PAIRED, PEERS
from qcdc_extract.vocabulary.numbers import RISES_TO


@frozen
class Unit:
    """What a number counts, as written and folded; `end` is where the words behind the noun begin."""

    text: str | None
    folded: str
    end: int
    found: str  # "symbol", "after", "before", "previous", "" where there is none


_KNOWN = COMPOUNDS | PAIRED
_KNOWN_FIRST = frozenset(noun.replace("-", " ").split(" ", 1)[0] for noun in _KNOWN)
_LISTABLE = (COMPOUNDS | PEERS) - {"kết quả"}  # "500 người dân, kết quả: 420 phiếu hài lòng"
_NEXT_WORDS = regex.compile(r"([^\W\d_]+)(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?")
_LEAD = " \n\"'"
_JOINT = re.compile(r"(?:, ?| ?/ ?| - | và )")
_CLOSES = late(re.compile, r" ?(?:[.;,)](?!\d)|\n|\Z| \()")
_LISTED_WITH = late(re.compile, r"(?: ?[,;]| và)(?: (?!(?:tăng|giảm|gấp|còn|đạt|so) )[^\W\d_]+){1,4} ")
_RISES_TO = re.compile(rf" ?(?:(?:của )?năm \d{{4}})?{RISES_TO}")
_SHARED = regex.compile(r"\s*(?:tổng )?(?:số|lượng) ")
_CLAUSE_LEAD = late(regex.compile, r"[\s\-+*•.)]*(?:(?:\d+|[a-zđ])[.)]\s*)?(?:(?:trong đó|các|những|riêng|còn)\s+)*")
_COUNT_LINK = late(regex.compile, r"(?:(?<!\p{L})(?:là|còn|có|đạt|gồm|mới|lên|xuống|được|khoảng|gần|hơn|trên)|:)\s*$")
_COUNTED_BEFORE = regex.compile(r"(?r)(?<!\p{L})(?:tổng số|số lượng|số|con số)(?: lượng)? (?=\p{L})")


def read_units(reading: Reading, places: list[Surroundings]) -> list[Unit]:
    """The unit of every number, in order."""
    units: list[Unit] = []
    for index, (quantity, place) in enumerate(zip(reading.quantities, places, strict=True)):
        if quantity.unit is not None or quantity.kind not in ("count", "ratio"):  # the number itself holds it: %, money, a measure
            units.append(Unit(quantity.unit, (quantity.unit or "").lower(), quantity.after, "symbol"))
        else:
            units.append(_stated(reading, quantity, place) or _carried(reading, places, units, index))
    return units


def _stated(reading: Reading, quantity: Quantity, place: Surroundings) -> Unit | None:
    """The noun behind the number, or the one that "số ..." or the table names before it."""
    share = _SHARED.match(reading.text.folded, quantity.after, place.ceiling) if quantity.kind == "ratio" else None
    after = noun_at(reading, share.end() if share else quantity.after, place.ceiling)
    return after or _noun_before(reading, quantity, place) or _noun_of_cell(reading, quantity) or _noun_of_clause(reading, quantity, place)


def _carried(reading: Reading, places: list[Surroundings], units: list[Unit], index: int) -> Unit:
    """The noun of the number before it in the sentence; in a list also that of the line that heads it, or of its neighbour."""
    here = places[index].sentence
    heads = reading.outline[here]
    cell = reading.cells.get(reading.quantities[index].start)
    if cell and cell.header:
        return Unit(None, "", reading.quantities[index].after, "")
    ahead = _ahead(reading, places, index)
    if ahead:
        return ahead
    for i in range(index - 1, -1, -1):
        other = places[i].sentence
        in_list = bool(heads) and reading.sentences[here].zone in ("list", "table")
        listed = in_list and (other in heads[-1:] or reading.outline[other] == heads)
        if other != here and not listed:
            break
        if units[i].found not in ("", "symbol"):
            return Unit(units[i].text, units[i].folded, reading.quantities[index].after, "previous")
    shared = _listed_ahead(reading, places, index) or _of_sentence_before(reading, places, units, index)
    return shared or Unit(None, "", reading.quantities[index].after, "")


def _listed_ahead(reading: Reading, places: list[Surroundings], index: int) -> Unit | None:
    """The noun at the end of a list of two: "làm mới 412, sửa chữa 186 căn nhà", "khiếu nại 12, tố cáo 3 đơn"."""
    if index + 1 == len(places) or places[index + 1].previous != index:
        return None
    quantity, following = reading.quantities[index], reading.quantities[index + 1]
    listed = _LISTED_WITH.fullmatch(reading.text.folded, quantity.after, following.start)
    if quantity.kind != "count" or following.kind != "count" or not listed:
        return None
    noun = noun_at(reading, following.after, places[index + 1].ceiling)
    return Unit(noun.text, noun.folded, quantity.after, "before") if noun else None


def _of_sentence_before(reading: Reading, places: list[Surroundings], units: list[Unit], index: int) -> Unit | None:
    """"Giải quyết 2.690 hồ sơ. Trước hạn 2.214; đúng hạn 467.": what a sentence of bare counts divides up."""
    here = places[index].sentence
    first = index
    while first and places[first - 1].sentence == here:
        first -= 1
    if not first or places[first - 1].sentence != here - 1 or reading.sentences[here - 1].paragraph != reading.sentences[here].paragraph:
        return None
    quantity, whole = reading.quantities[index], units[first - 1]
    divides = quantity.kind == "count" and _CLOSES.match(reading.text.folded, quantity.after) and whole.found == "after"
    return Unit(whole.text, whole.folded, quantity.after, "previous") if divides else None


def _ahead(reading: Reading, places: list[Surroundings], index: int) -> Unit | None:
    """The noun that a pair of levels shares: "tăng từ 12 lên 19 mô hình"."""
    if index + 1 == len(places) or places[index + 1].previous != index:
        return None
    quantity, following = reading.quantities[index], reading.quantities[index + 1]
    if following.kind != quantity.kind or not _RISES_TO.fullmatch(reading.text.folded, quantity.after, following.start):
        return None
    noun = noun_at(reading, following.after, places[index + 1].ceiling)
    return Unit(noun.text, noun.folded, quantity.after, "before") if noun else None


def noun_at(reading: Reading, position: int, limit: int) -> Unit | None:
    """The noun, or the joined nouns ("giáo viên, nhân viên"), that begin at a position."""
    text = reading.text
    folded, start = text.folded, position
    while start < limit and folded[start] in _LEAD:
        start += 1
    end = _noun_end(folded, start, limit)
    if end <= start or start in reading.time_starts:  # "184 năm 2015" counts no years
        return None
    noun = folded[start:end]
    if noun in _LISTABLE:
        end = _joined_end(folded, start, end, limit)
        noun = folded[start:end]
    return Unit(text.nfc[start:end].lower(), noun, end, "after")


def _noun_end(folded: str, start: int, limit: int) -> int:
    """The end of the longest known noun at start, else of the first word, else start."""
    if folded.startswith("đ/c", start):
        return start + 3
    match = _NEXT_WORDS.match(folded, start, min(limit, start + 60))
    if not match:
        return start
    first = match[1]
    if first in _KNOWN_FIRST:
        for group in (4, 3, 2, 1):
            end = match.end(group)
            if end > 0 and folded[start:end] in _KNOWN:
                return end
    if first in NOT_NOUNS or (match.end(2) > 0 and folded[start : match.end(2)] in NOT_NOUNS):
        return start
    return match.end(1)


def _joined_end(folded: str, start: int, end: int, limit: int) -> int:
    first = end
    while True:
        joint = _JOINT.match(folded, end, limit)
        following = _noun_end(folded, joint.end(), limit) if joint else end
        noun = folded[joint.end() : following] if joint else ""
        if noun not in _LISTABLE or noun == folded[start:end]:
            break
        end = following
    counted = folded[end : limit + 1].strip()[:1].isdigit()  # "tố cáo 58 đơn, kiến nghị 649 đơn": kiến nghị is of the next number
    return first if counted else end




def _noun_before(reading: Reading, quantity: Quantity, place: Surroundings) -> Unit | None:
    noun = counted_noun(reading, place.floor, quantity.start)
    return Unit(noun.text, noun.folded, quantity.after, "before") if noun else None


def counted_noun(reading: Reading, start: int, end: int) -> Unit | None:
    """The noun behind the last "số", "tổng số", "số lượng" of a stretch."""
    counted = _COUNTED_BEFORE.search(reading.text.folded, start, end)
    return noun_at(reading, counted.end(), end) if counted else None


def _noun_of_clause(reading: Reading, quantity: Quantity, place: Surroundings) -> Unit | None:
    """The noun that a clause begins with and counts at its end: "Đơn nhận trong kỳ là 659", "hồ sơ trễ hạn 14"."""
    folded = reading.text.folded
    if quantity.kind != "count" or folded[quantity.after : place.clause_end].strip(" .:"):
        return None
    start = _CLAUSE_LEAD.match(folded, place.clause, quantity.start).end()  # type: ignore[union-attr]
    noun = noun_at(reading, start, quantity.start)
    if noun is None or noun.folded not in _LISTABLE or folded.startswith(" khác", noun.end):
        return None
    if noun.folded not in CASES and not _COUNT_LINK.search(folded, noun.end, quantity.start):
        return None
    return Unit(noun.text, noun.folded, quantity.after, "before")


def _noun_of_cell(reading: Reading, quantity: Quantity) -> Unit | None:
    """In a table: the noun of the unit column ("hồ sơ"), or of the header ("Số đơn")."""
    cell = reading.cells.get(quantity.start)
    if cell is None:
        return None
    if cell.unit:
        noun = noun_at(reading, cell.unit[0], cell.unit[1])
        return Unit(noun.text, noun.folded, quantity.after, "before") if noun else None
    noun = heading_noun(reading, cell.header) or heading_noun(reading, cell.label)
    if noun is None and cell.header and cell.counted:
        noun = noun_at(reading, *cell.counted)
    return Unit(noun.text, noun.folded, quantity.after, "before") if noun else None


def heading_noun(reading: Reading, bounds: Bounds | None) -> Unit | None:
    """The noun that the header of a column, or the label of a row, counts: "Số cuộc họp dân", "Người"."""
    if bounds is None:
        return None
    noun = counted_noun(reading, *bounds)
    if noun is None:
        noun = noun_at(reading, *bounds)
        return noun if noun and noun.folded in HEADED else None
    return noun
