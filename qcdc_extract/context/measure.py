"""What kind of figure a number is: a level, a share, a change, a percentage of a plan or of an earlier level.

The order of the rules is the order of `_read`: what stands directly before the number (a verb of change, a comparison,
"lên", "còn"), then what stands behind it (a plan, an earlier time), then the number it goes on from.
"""

from __future__ import annotations

import re

import regex

from qcdc_extract.context.unit import Unit
from qcdc_extract.late import late
from qcdc_extract.model import Direction, Measure, Quantity, frozen
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.scanning import tree
from qcdc_extract.vocabulary.context import (
    CHANGE_ADVERBS,
    CHANGE_COLUMNS,
    CHANGE_VERBS,
    COMPARISONS,
    EARLIER,
    GROWTH_NOUNS,
    LEVEL_WORDS,
    LOSSES,
    NOT_CHANGE_AFTER,
    PLAN_COLUMNS,
    PLANS,
    WEAK_CHANGE_VERBS,
)
from qcdc_extract.vocabulary.hedges import HEDGES
from qcdc_extract.wording import before, holds, last_words, words


@frozen
class Meaning:
    """measure None: nothing in the clause says so; the indicator or the kind decides, and direction is that of a change, if it is one."""

    measure: Measure | None
    direction: Direction | None = None


_NOTHING = Meaning(None)
_FALLEN = Meaning(None, "decrease")
_SHARE = Meaning("share")
_OF_PLAN = Meaning("of_plan")
_VERB = words("|".join(CHANGE_VERBS))
_COMPARISON = words("|".join(COMPARISONS))
_GROWTH = late(regex.compile, words(GROWTH_NOUNS))
_NOT_AFTER = rf"(?!\s(?:{'|'.join(NOT_CHANGE_AFTER)})(?!\p{{L}}))"
_HEDGED = "|".join([CHANGE_ADVERBS, *(hedge for group in HEDGES.values() for hedge in group)])
_ADVERBS = rf"(?:\s+{words(_HEDGED)})*"
_GAP = r"(?:\s+[^\s,;:.()|]+){0,7}"

# "tăng thêm gần |12": verb and adverbs up to the number.
_VERB_BEFORE = before(rf"(?P<verb>{_VERB}){_NOT_AFTER}{_ADVERBS}[\s(]*")
# "giảm mức sử dụng quỹ |100 đồng": the verb's object stands between; only a percentage or money is read so.
_VERB_OBJECT_BEFORE = before(rf"(?P<verb>{_VERB}){_NOT_AFTER}{_GAP}[\s(]*")
_COMPARED_BEFORE = before(rf"(?<!không )(?P<verb>{_COMPARISON}){_GAP}[\s(]*")
# "tăng so với năm 2012 là |20,6%": the other side and "là" stand between.
_VERSUS_BEFORE = late(before, rf"(?P<verb>{words('tăng|giảm')})\s+(?:so với|hơn so với|hơn){_GAP}\s+là{_ADVERBS}\s*")
_LEVEL_BEFORE = before(rf"{words(LEVEL_WORDS)}{_ADVERBS}\s*")
_FROM_BEFORE = before(rf"{words('từ')}\s*")
_ALIAS_BEFORE = late(before, rf"(?:{words('tương đương|tương đương với|tương ứng|tương ứng với|tức|tức là|hay|bằng')}{_ADVERBS})?[\s(]*")
_PLAN_BEFORE = before(rf"(?P<verb>{words('vượt|hụt|giảm|thấp hơn|cao hơn|tăng')})(?:\s+so với)?\s+{words(PLANS)}{_GAP}\s*")
_NOT_ADDED = before(rf"{words('đầu tư|bổ sung|cộng|bầu|cho|biết|xem|nói|rót|chi|vay|phát hành')}\s+")  # "đầu tư thêm 4 trang trại"
_PLAN_NAMED = before(rf"{words(PLANS)}(?:\s+[^\s,;:.()|]+){{0,3}}\s*\(\s*")  # "thấp hơn chỉ tiêu huyện giao (85%)"
_OVER = ("vượt", "cao hơn", "tăng")
# The words that speak of a change or level right before the number or its adverbs, and all words of those adverbs.
_LEADS = last_words(*CHANGE_VERBS, LEVEL_WORDS, "từ")
_ADVERB_PARTS = frozenset(_HEDGED.replace("|", " ").split())
# What a text must hold for one of these patterns to fit, which is found faster.
_VERB_END = re.compile(tree(last_words(*CHANGE_VERBS)))  # so many words are found faster by a tree of letters
_LEVEL_STARTS = frozenset(level.split()[0] for level in LEVEL_WORDS.split("|"))
_GROWTH_PARTS = ("tăng", "giảm", "phát triển")
_COMPARISON_ENDS = last_words(*COMPARISONS)
_SETTERS = last_words(*COMPARISONS, "vượt|hụt|giảm|tăng")
_PLAN_WORDS = tuple(PLANS.split("|"))
_PLAN_AFTER = late(regex.compile, rf"[\s)]*(?:so với\s+|so\s+|của\s+)?(?:[^\s,;:.()|]+\s+){{0,2}}?{words(PLANS)}")
_EARLIER_AFTER = regex.compile(
    rf"[\s)]*(?:(?:so với|so)\s+(?:mức\s+|mức của\s+)?(?:{words(EARLIER)}|{words('năm|tháng|quý')}\s)|{words(EARLIER)})"
)
_EQUALS_BEFORE = before(rf"{words('bằng|chỉ bằng|mới bằng')}{_ADVERBS}\s*")
_YEAR_AFTER = late(regex.compile, r"\s*(?:của\s+)?(?:năm|tháng|quý)\s+\d")
# What the header of a column makes of its percentages, the first that fits.
_COLUMNS = (
    (Meaning("change", "increase"), late(regex.compile, words(CHANGE_COLUMNS))),
    (Meaning("of_plan"), late(regex.compile, rf"{words('so với|so|%')}.*{words(PLANS)}|{words(PLAN_COLUMNS)}")),
    (Meaning("of_previous"), late(regex.compile, words("so với|so"))),
)
# "gạo tăng 6%, xoài 8%, tôm (4%)": another noun of the list, and nothing behind the percentage that it would be a share of.
_LISTED = late(regex.compile, r"\)?\s*[,;](?:\s*[^\s;:.()|\d]+){1,12}[\s(:]*")
_OWN_NOUN = late(regex.compile, r"\s+(?!so\b|trong|và|so với)\p{L}")
_LIST_JOINT = late(regex.compile, r"(?:\s+[^\s,;:.()|]+){0,5}\s*(?:,|và)\s*")


def read_measures(reading: Reading, places: list[Surroundings], units: list[Unit]) -> list[Meaning]:
    """Measure and direction of every number as far as the words say them, in order."""
    meanings: list[Meaning] = []
    meaning = _NOTHING
    folded = reading.text.folded
    for quantity, place, unit in zip(reading.quantities, places, units, strict=True):
        meaning = _read(reading, folded, quantity, place, unit, meaning if place.previous >= 0 else _NOTHING)
        meanings.append(meaning)
    return meanings


def _read(reading: Reading, folded: str, quantity: Quantity, place: Surroundings, unit: Unit, previous: Meaning) -> Meaning:
    headed = _headed(reading, quantity) if quantity.kind == "percent" and not quantity.signed and reading.cells else None
    if headed:
        return headed
    change = _change(folded, quantity, place, previous)
    if quantity.unit == "lần" and change and change.direction == "increase":
        return Meaning("of_previous")  # "tăng 3 lần" is read as three times as much
    if quantity.kind in ("percent", "ratio"):
        plan = _of_plan(folded, quantity, place, unit, change, previous)
        if plan:
            return plan
        if not change and _of_previous(folded, quantity, place):
            return Meaning("of_previous")
    if change:
        return change
    if quantity.kind == "ratio":
        return _SHARE
    # All falls hold this word, which is found at once.
    falls = folded.find("giảm", place.clause, quantity.start) >= 0 and _FALL.search(folded, place.clause, quantity.start)
    return _FALLEN if falls else _NOTHING


def _headed(reading: Reading, quantity: Quantity) -> Meaning | None:
    """In a table: a column "Tăng/giảm (%)", "TH/DT (%)", "so với cùng kỳ"."""
    cell = reading.cells.get(quantity.start)
    if cell is None or cell.header is None:
        return None
    return next((meaning for meaning, pattern in _COLUMNS if pattern.search(reading.text.folded, *cell.header)), None)


def _change(folded: str, quantity: Quantity, place: Surroundings, previous: Meaning) -> Meaning | None:
    if quantity.signed:
        return Meaning("change", quantity.signed)
    head = folded[place.floor : quantity.start]
    if _may_lead(head):
        if _is_level(folded, quantity, place.floor, head):
            return None
        verb = _VERB_BEFORE.match(folded, place.floor, quantity.start) if _VERB_END.search(head) else None
        if verb and not _reaches_mark(folded, quantity, verb) and not _NOT_ADDED.match(folded, place.floor, verb.start("verb")):
            return Meaning("change", CHANGE_VERBS[verb["verb"]])
    if holds(_SETTERS, head):
        measured = _measured_against(folded, quantity, place, head)
        if measured:
            return measured
    if quantity.kind in ("percent", "money"):
        growth = _growth(folded, quantity, place)
        if growth:
            return growth
    return _continued(folded, quantity, place, previous)


def _is_level(folded: str, quantity: Quantity, floor: int, head: str) -> bool:
    """ "lên 5%", "từ 5%", "chỉ tiêu giao (85%)": the level itself, whatever changed."""
    if holds(_LEVEL_STARTS, head) and _LEVEL_BEFORE.match(folded, floor, quantity.start):
        return True
    if "(" in head and _PLAN_NAMED.match(folded, floor, quantity.start):
        return True
    return quantity.value_max is None and _FROM_BEFORE.match(folded, floor, quantity.start) is not None


def _may_lead(head: str) -> bool:
    """Whether a word of change or level can stand before a number or its adverbs, or a bracket: spares most numbers the patterns."""
    bare = head.rstrip()
    if bare.endswith("("):
        return True
    while bare:
        bare, _, word = bare.rpartition(" ")
        if word in _LEADS:
            return True
        if word and word not in _ADVERB_PARTS:
            return not word.isalpha() and word[-1].isalpha()  # "(tăng"
    return False


def _measured_against(folded: str, quantity: Quantity, place: Surroundings, head: str) -> Meaning | None:
    """"vượt kế hoạch 3 mô hình", "cao hơn giá cơ sở 204 đồng": what is exceeded stands between the verb and the number."""
    if quantity.kind not in ("percent", "ratio") and holds(_PLAN_WORDS, head):
        over = _PLAN_BEFORE.match(folded, place.floor, quantity.start)
        if over:
            return Meaning("change", "increase" if over["verb"] in _OVER else "decrease")
    compared = _COMPARED_BEFORE.match(folded, place.floor, quantity.start) if holds(_COMPARISON_ENDS, head) else None
    if compared and not _HELD.search(folded, compared.end("verb"), quantity.start):
        other = folded[compared.end("verb") : quantity.start].strip()
        if (len(other) > 1 and other.endswith("(")) or _WITH.search(other):  # "thấp hơn Lào (1 USD)", "cao hơn so với 3 tỷ đồng"
            return None
        return Meaning("change", COMPARISONS[compared["verb"]])
    versus = _VERSUS_BEFORE.match(folded, place.floor, quantity.start) if head.rstrip().endswith(" là") else None
    return Meaning("change", CHANGE_VERBS[versus["verb"]]) if versus else None


def _reaches_mark(folded: str, quantity: Quantity, verb: regex.Match[str]) -> bool:
    """"vượt mốc 80 triệu", "vọt tới 5 USD" tell the level reached; weak verbs change only percentages, money and points."""
    weak = verb["verb"] in WEAK_CHANGE_VERBS
    if weak and quantity.kind not in ("percent", "money", "index"):
        return True
    return (weak or verb["verb"] == "vượt") and verb["verb"] not in LOSSES and bool(_MARK.search(folded, verb.end("verb"), quantity.start))


def _growth(folded: str, quantity: Quantity, place: Surroundings) -> Meaning | None:
    """A growth noun in the clause, or a change verb whose object stands before the number."""
    clause = folded[place.clause : quantity.start]
    nouns = _GROWTH.findall(folded, place.clause, quantity.start) if holds(_GROWTH_PARTS, clause) else None
    if nouns and (quantity.kind == "percent" or nouns[-1].startswith("mức ")):
        return Meaning("change", "decrease" if "giảm" in nouns[-1] else "increase")
    verb = _VERB_OBJECT_BEFORE.match(folded, place.clause, quantity.start) if _VERB_END.search(clause) else None
    if verb and not _REACHED.search(folded, verb.end("verb"), quantity.start):
        return Meaning("change", CHANGE_VERBS[verb["verb"]])
    return None


# A verb between the change verb and the number: "tăng cao, đạt 5%" tells the level reached.
_REACHED = late(regex.compile, words("đạt|là|còn|lên|xuống|chiếm|có|được|bằng|đến|tới|với|từ|trị giá|cho|vào khoảng"))
_FALL = late(regex.compile, words("giảm|giảm xuống|sụt giảm|suy giảm"))
_HELD = regex.compile(words("đạt|có|chỉ có|chiếm|còn|lên|xuống"))
_MARK = late(regex.compile, words("ngưỡng|mốc|mức|con số|tới|đến|về|quanh mốc"))
_WITH = late(regex.compile, rf"{words('so với|với|hơn mức|mức')}{_ADVERBS}$")
_STATED = late(regex.compile, words("đạt|có|chỉ có|chiếm|còn|lên|xuống|so với|là|bằng|với|được|tăng|giảm|tỷ lệ"))


def _continued(folded: str, quantity: Quantity, place: Surroundings, previous: Meaning) -> Meaning | None:
    """A change that goes on: "tăng 31 lượt và 27 người", "giảm 3 vụ (20%)", "tương đương 7,8%"."""
    if previous.measure not in ("change", "of_plan") or previous.direction is None:
        return None
    between = folded[place.floor : quantity.start]
    if quantity.kind == "percent":
        alias = _ALIAS_BEFORE.match(folded, place.floor, quantity.start)
        if alias and folded[place.floor : alias.start()].strip(" ,)") == "" or _only_noun(between.rstrip("( ")):
            return Meaning("change", previous.direction)
        listed = _LISTED.fullmatch(between) and previous.measure == "change" and not _OWN_NOUN.match(folded, quantity.after, place.ceiling)
        return Meaning("change", previous.direction) if listed and not _STATED.search(between) else None
    if _LIST_JOINT.fullmatch(between) and not _REACHED.search(between):
        return Meaning("change", previous.direction)
    return None


def _only_noun(between: str) -> bool:
    return not any(mark in between for mark in ",;:.") and len(between.split()) <= 3 and not _REACHED.search(between)


def _of_plan(folded: str, quantity: Quantity, place: Surroundings, unit: Unit, change: Meaning | None, previous: Meaning) -> Meaning | None:
    if quantity.kind == "ratio":
        over = quantity.total is not None and quantity.value is not None and quantity.value > quantity.total
        return _OF_PLAN if over or _plan_follows(folded, max(unit.end, quantity.after), place.clause_end) else None
    against = _PLAN_BEFORE.match(folded, place.floor, quantity.start) if holds(_PLAN_WORDS, folded[place.floor : quantity.start]) else None
    if against:
        verb = against["verb"]
        return Meaning("of_plan", "increase" if verb in _OVER else "decrease")
    if _plan_follows(folded, quantity.after, place.ceiling):
        return Meaning("of_plan", change.direction if change else None)
    if previous.measure == "of_plan" and previous.direction is None and place.bracket and not change:
        return _OF_PLAN
    return None


def _plan_follows(folded: str, start: int, end: int) -> bool:
    return holds(_PLAN_WORDS, folded[start:end]) and _PLAN_AFTER.match(folded, start, end) is not None


def _of_previous(folded: str, quantity: Quantity, place: Surroundings) -> bool:
    if quantity.kind == "ratio":
        return quantity.unit == "lần" or (quantity.total is None) or bool(_EARLIER_AFTER.match(folded, quantity.after, place.ceiling))
    if _EARLIER_AFTER.match(folded, quantity.after, place.ceiling):
        return True
    return bool(_EQUALS_BEFORE.match(folded, place.floor, quantity.start) and _YEAR_AFTER.match(folded, quantity.after, place.ceiling))
