"""The time a number is about, and what a change is compared with.

Which time governs a number (`_Timeline.governing`), nearest first: its bracket, its own clause before it, behind it, the
sentence before it, earlier sentences of the paragraph, the headings above, the text's opening. A time behind "so với" is a
baseline, one in a citation or behind "trước" (a deadline) governs nothing, the day on which figures were told yields to any
other, one that cannot be resolved ("từ đầu nhiệm kỳ đến nay") blocks what is farther off.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import Literal

import regex

from qcdc_extract.context.measure import Meaning
from qcdc_extract.late import late
from qcdc_extract.mentions import Mention
from qcdc_extract.model import Period, Quantity, Trap, frozen
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.times import Around, Span, Time, is_stage, resolve
from qcdc_extract.vocabulary.context import (
    CITED,
    CITED_ENDS,
    COMPARISONS,
    COMPLETIONS,
    DEADLINES,
    EVENTS,
    PLANS,
    PUBLISHED,
    RECORDS,
    SAYINGS,
    SEASONS,
    SLOGAN_LINES,
)
from qcdc_extract.wording import before, holds, last_words, words

PeriodFrom = Literal["clause", "sentence", "paragraph", "heading", "opening", "document"]

_OPENING_SENTENCES = 6
_WORD_GAP = r"(?:\s+[^\s,;:.()|\d]+)"
_BASELINE_BEFORE = before(
    rf"(?:(?<!cũng ){words('như|giống|tương tự|ngang')}(?:\s+như)?|{words('so với|so|hơn so với|so cùng')}{_WORD_GAP}{{0,6}}"
    rf"|{words('|'.join(COMPARISONS))}{_WORD_GAP}{{0,4}}|{words('hơn')})\s*"
)
_CITED_NAME = rf"{words(CITED)}(?:\s+(?!{words(CITED_ENDS)})[^\s,;:.()|]+){{0,8}}"
_SKIPPED_BEFORE = late(before, rf"(?:{words(DEADLINES)}\s*(?:ngày)?|{_CITED_NAME}|{words(SEASONS)}(?:\s+năm)?)\s*")
_INITIAL_BEFORE = before(
    r"(?:^|[,;:.!?()\"|\n]|(?<!\S)-|\b(?:và|rằng|cho thấy|cho biết|nêu rõ|ghi nhận|là|thì|nhưng|còn)\b)\s*"
    r"(?:(?:trong|vào|riêng|tính|cũng|ngay|tại|sáng|chiều|tối|trưa|đêm|từ|đến|tới|sau|theo đó|cụ thể|riêng trong|chỉ trong"
    r"|theo báo cáo|nếu|ước|lũy kế|như vậy|bước vào|cả|và|còn)[\s,]+)*"
)
_RECORD_BEFORE = before(rf"{words(RECORDS)}(?:\s+{words('trong vòng|trong suốt|trong|suốt|của')})?\s*")
_SAID_AFTER = regex.compile(rf"[^.;\n\d]{{0,120}}?(?:{words(SAYINGS)}|\bcho \w+ biết\b)")
_PUBLISHED_BEFORE = before(rf"{words(PUBLISHED)}\s+(?:vào|hôm|từ)?\s*")
_DATA_FROM = late(regex.compile, r"\W*(?:thời điểm |kỳ )?(?:số liệu|lấy số liệu|kỳ báo cáo|thời gian lấy số liệu)[^,;()\d]{0,30}")
_PLAN_OF = late(before, rf"{words(PLANS)}(?:\s+(?:của|cả|trong))?\s*")
_TERMS = ("nhiệm kỳ", "khóa")
_TERM_BEFORE = late(before, rf"(?:^|[.:;\n]|{words('trong|suốt|cả|hết|giữa|đầu|cuối|kết thúc|tổng kết|thực hiện|qua')})\W*")
_CARRIED_OVER = re.compile(r"\s+chuyển (?:sang|qua|đến|tiếp)(?![^\W\d_])")  # "48 đơn kỳ trước chuyển sang" are in this period's stock
_NOW = ("hiện", "hiện nay", "hiện tại")
_WILL = re.compile(r"(?: ?,)?(?: \w+){0,4} sẽ\b")
_EARLIER = re.compile(r"trước (?:đó|đây)\b")
_THEN = ("khi đó", "lúc đó")
_ATTACHED = late(re.compile, r"\s*(?:của|hồi|vào)?\s*")
_BRACKETED = re.compile(r"[^,;:.()|\d]{0,24}\( ?")
_ATTACHED_COMPARED = late(regex.compile, r"\s*(?:\w+\s+){0,2}?(?:của|hồi|vào|trong)?\s*")
_COMPARED_WITH = late(before, rf"{words('so với|so|hơn|kém|thấp hơn|cao hơn|từ')}(?:\s+(?:mức|con số))?\s*")
_EQUALS = late(before, rf"{words('bằng|chỉ bằng|mới bằng')}\s*(?:khoảng|gần|hơn|trên|xấp xỉ)?\s*")
_WINDOW = late(re.compile, r"\s*(?:số liệu|tính|lấy số liệu|từ|kỳ báo cáo|,|\s)*")
_ASIDE_BEFORE = late(
    before,
    rf"(?:{words('trong khi|sau khi|trước khi|khi|trước đó')}(?:\s+(?:trong|vào|đã|từ|ngày|{_WORD_GAP}))*"
    rf"|{words(COMPLETIONS)}{_WORD_GAP}{{0,4}})\s*",
)
_ASIDE_ENDS = re.compile(r"[,;:](?!\d)|\b(?:thì|nhưng|còn)\b")
_VERSUS_PLAN = regex.compile(rf"{words('so với|so')}\s+(?:[^\s,;:.()|]+\s+){{0,3}}?{words(PLANS)}")
_VERSUS = late(regex.compile, words("so với|so|cùng kỳ"))
_DECLARES = late(regex.compile, rf"{words('tăng|giảm|tăng, giảm|tỷ lệ')}.*{words('so với|so')}")
_CONTINUES = late(regex.compile, r"[\s\-+•*(]*" + words("trong đó|riêng|cụ thể|gồm|bao gồm"))
_DATELINE = late(re.compile, r"[^\n,]{0,60},\s*$|[\s(]*$|(?:.*\s)?(?:cập nhật|thứ|ngày đăng|đăng lúc|đăng ngày)\b[^\n]{0,30}$")
_PAGE_COUNTS = late(re.compile, r"(?:[\s.)(|\d:+\-]|gmt|bình luận|lượt xem|lượt đọc)*")  # "| 10:42 GMT+7 - 3 bình luận"
_CAPTION = re.compile(r"[. ]*(?:ảnh|nguồn ảnh|video|đồ họa):")  # "Bờ kênh, năm 2023. Ảnh: ..." tells when it was taken
_MEETING = late(re.compile, r"\s*(?:(?:kỳ|phiên|cuộc) họp (?:(?:thứ )?\w+(?: \w+)?, ?)?)?")
_LEADS_IN = re.compile(r"\) ?[-:]")


# Words without which these patterns cannot fit: spares most times all of them.
_BASELINE_WORDS = last_words("như|giống|tương tự|ngang|so|hơn", *COMPARISONS)
_SKIPPED_ENDS = tuple(last_words(DEADLINES, SEASONS, "ngày|năm"))
_CITED_WORDS = CITED.split("|")
_SAYING_WORDS = (*SAYINGS.split("|"), "biết")
_RECORD_WORDS = last_words(RECORDS)
_ASIDE_WORDS = ("khi", "trước đó", *COMPLETIONS.split("|"))
_PLAN_ENDS = tuple(last_words(PLANS, "của|cả|trong"))


@frozen
class Timing:
    """The period of a number, where it came from, whether its year was inferred, and the baseline of a change.

    time and compared: the time expressions that gave the period and the baseline.
    """

    period: Period | None
    source: PeriodFrom | None
    inferred_year: bool
    baseline: Period | None
    time: Time | None = None
    compared: Time | None = None


@frozen
class _Stamp:
    """A time in its sentence and the use it is put to there.

    Of one that governs also: initial, it opens a clause ("Năm 2023, ..."); aside, it looks back or stands in a side clause
    ("trong khi quý 3 năm trước lãi 22 tỷ"), so that it holds for its clause alone.
    """

    time: Time
    use: Literal["governs", "baseline", "skipped"]
    bracket: tuple[int, int] | None
    initial: bool
    aside: bool


@frozen
class _Found:
    period: Period | None
    source: PeriodFrom | None
    inferred_year: bool = False
    time: Time | None = None


_NOTHING = _Found(None, None)


def document_date(reading: Reading) -> date | None:
    """The first full date of the body: not one of a slogan, a page head's anniversary, or a cited document."""
    folded = reading.text.folded
    for time in reading.times:
        if not time.is_full_date or time.role == "clock":
            continue
        sentence = reading.sentences[reading.sentence_at(time.start)]
        if SLOGAN_LINES.search(folded, sentence.start, sentence.end) or _cited(_mention_before(reading, time), time):
            continue
        period = resolve(time, date=None, year=None, period=None)
        if period is not None and sentence.zone != "furniture":
            return period.end
    return None


def read_timings(reading: Reading, places: list[Surroundings], meanings: Sequence[Meaning], given: date | None) -> list[Timing]:
    """The timing of every number, in order; `given` is the document's date where it is known from outside."""
    timeline = _Timeline(reading, given or document_date(reading))
    timings: list[Timing] = []
    for index, (quantity, place, meaning) in enumerate(zip(reading.quantities, places, meanings, strict=True)):
        if index in reading.asides:  # "12 xã (80%) được công nhận trong năm 2023": of the same time as what it is a share of
            timings.append(replace(timings[-1], baseline=None, compared=None))
            continue
        found = timeline.governing(quantity, place, meaning)
        baseline = _NOTHING
        if meaning.measure in ("change", "of_previous"):
            last = timings[-1] if index and places[index - 1].sentence >= place.sentence - 1 else None
            baseline = timeline.baseline(quantity, place, found.period, last)
        timings.append(Timing(found.period, found.source, found.inferred_year, baseline.period, found.time, baseline.time))
    return timings


def resolve_times(reading: Reading, given: date | None) -> list[Period | None]:
    """The days of every time of a text that can govern a number, as its passage reads them; None for the others."""
    timeline = _Timeline(reading, given or document_date(reading))
    return [timeline.days_of(time) if time.governs else None for time in reading.times]


def _mention_before(reading: Reading, time: Time) -> Mention | None:
    """The mention that ends last before a time of the same sentence."""
    mentions = reading.by_sentence.get(reading.sentence_at(time.start), [])
    return next((m for m in reversed(mentions) if m.end <= time.start), None)


def _cited(previous: Mention | None, time: Time) -> bool:
    """Whether a date belongs to a document that is quoted: "Nghị định số 59/2023/NĐ-CP, ngày 14/8/2023"."""
    return isinstance(previous, Trap) and previous.reason == "document_code" and time.start - previous.end <= 3


@dataclass(frozen=True)
class _Timeline:
    """The times of one text and what each governs."""

    reading: Reading
    date: date | None
    around: dict[int, _Found] = field(default_factory=dict)  # what _around has found for a sentence
    said: dict[int, bool] = field(default_factory=dict)  # what _is_said has found for the time at a position
    resolved: dict[int, _Found] = field(default_factory=dict)  # what _in_passage has found for the time at a position

    @cached_property
    def folded(self) -> str:
        return self.reading.text.folded

    @cached_property
    def stamps(self) -> dict[int, list[_Stamp]]:
        """The times of each sentence that can govern or compare."""
        found: dict[int, list[_Stamp]] = {}
        for sentence in self.reading.times_by_sentence:
            previous: Mention | None = None
            for mention in self.reading.by_sentence[sentence]:
                if type(mention) is Time and mention.governs:
                    self._add(found.setdefault(sentence, []), self._stamp(mention, sentence, previous))
                previous = mention
        self._recall_events(found)
        return found

    @cached_property
    def _dated(self) -> bool:
        """Whether the text has a date or says the year of any time; if not, the days of no time can be known."""
        return self.date is not None or any(stamp.time.explicit_year for stamps in self.stamps.values() for stamp in stamps)

    def _recall_events(self, stamps: dict[int, list[_Stamp]]) -> None:
        """"Tại hội nghị, 9 người hỏi": the day that the text gave for the meeting governs once more, but not what is told there."""
        folded = self.folded
        days: dict[int, _Stamp] = {}
        for index, found in stamps.items():
            for stamp in found:
                if stamp.initial and stamp.time.role == "period" and stamp.time.granularity == "day":
                    days[index] = stamp
                    break
        if not days:
            return
        day: _Stamp | None = None
        for index, sentence in enumerate(self.reading.sentences):
            if day and folded.startswith(EVENTS, sentence.start) and not _SAID_AFTER.match(folded, sentence.start):
                stamps.setdefault(index, []).insert(0, day)
            day = days.get(index, day)

    def _add(self, stamps: list[_Stamp], stamp: _Stamp) -> None:
        if stamps and self._is_window(stamps[-1], stamp):
            stamps[-1] = replace(stamps[-1], time=stamp.time)
        else:
            stamps.append(replace(stamp, bracket=None) if self._fills_bracket(stamp) else stamp)

    def _fills_bracket(self, stamp: _Stamp) -> bool:
        """"Tại kỳ họp thứ 3 (tháng 12/2011), ...", "(kỳ họp thứ 5, ngày 28/4/2022)": a bracket that only names and dates a meeting."""
        if stamp.bracket is None:
            return False
        start, end = stamp.bracket
        folded = self.folded
        return _MEETING.fullmatch(folded, start + 1, stamp.time.start) is not None and not folded[stamp.time.end : end].strip()

    def _is_window(self, named: _Stamp, stamp: _Stamp) -> bool:
        """"năm 2018 (từ 16/8/2017 đến 15/8/2018)": the window in brackets says what the name means."""
        return (
            stamp.bracket is not None
            and stamp.time.explicit_year
            and 0 <= stamp.bracket[0] - named.time.end <= 2
            and _WINDOW.fullmatch(self.folded, stamp.bracket[0] + 1, stamp.time.start) is not None
        )

    def _stamp(self, time: Time, sentence: int, previous: Mention | None) -> _Stamp:
        folded = self.folded
        start = self.reading.sentences[sentence].start
        head = folded[start : time.start]
        bracket = self.reading.bracket_at(time.start, sentence)
        use = self._use(time, start, head.rstrip(), previous)
        if use != "governs":  # where it opens a clause, or is an aside, matters to no one
            return _Stamp(time, use, bracket, initial=False, aside=False)
        initial = not head or _INITIAL_BEFORE.match(head) is not None
        return _Stamp(time, use, bracket, initial, self._is_aside(time, start, head, previous, initial))

    def _is_said(self, time: Time, sentence: int) -> bool:
        """Whether it is the day on which figures were told or published ("Sáng 3/2, ông A cho biết ..."): any other time says more."""
        if time.start not in self.said:
            self.said[time.start] = self._look_whether_said(time, self.reading.sentences[sentence].start)
        return self.said[time.start]

    def _look_whether_said(self, time: Time, start: int) -> bool:
        if time.role != "period" or time.granularity != "day":
            return False
        folded = self.folded
        if _PUBLISHED_BEFORE.match(folded, start, time.start):
            return True
        return holds(_SAYING_WORDS, folded[time.end : time.end + 140]) and _SAID_AFTER.match(folded, time.end) is not None

    def _is_aside(self, time: Time, start: int, head: str, previous: Mention | None, initial: bool) -> bool:
        folded = self.folded
        meaning = time.meaning
        elsewhere = time.role == "relative" or (isinstance(meaning, Around) and meaning.offset != 0 and not meaning.to_date)
        turned = elsewhere and (not initial or folded[time.start : time.end].endswith("đó") or folded.startswith(" đó", time.end))
        return turned or self._is_attached(time, start, previous) or bool(
            (holds(_ASIDE_WORDS, head) and _ASIDE_BEFORE.match(folded, start, time.start)) or _CAPTION.match(folded, time.end)
        )

    def _is_attached(self, time: Time, start: int, previous: Mention | None) -> bool:
        """"cao hơn mức 8,9% của 9 tháng năm ngoái", "từ 96 vụ năm 2014 xuống": a time right behind a number is of that number alone."""
        if not isinstance(previous, Quantity):
            return False
        folded = self.folded
        if previous.after >= time.start or _ATTACHED.fullmatch(folded, previous.after, time.start):
            return True
        near = _ATTACHED_COMPARED.fullmatch(folded, previous.after, time.start)
        return near is not None and _COMPARED_WITH.match(folded, start, previous.start) is not None

    def _use(self, time: Time, start: int, head: str, previous: Mention | None) -> Literal["governs", "baseline", "skipped"]:
        folded = self.folded
        if holds(_BASELINE_WORDS, head) and _BASELINE_BEFORE.match(folded, start, time.start):
            return "baseline"
        if self._follows_number(time, start, previous):
            return "baseline"
        if _cited(previous, time) or (self.date is None and self._says_now(time)):
            return "skipped"
        if (head.endswith(_SKIPPED_ENDS) or holds(_CITED_WORDS, head)) and _SKIPPED_BEFORE.match(folded, start, time.start):
            return "skipped"
        if (time.role in ("since", "unknown") or time.form in ("last_years", "last_units")) and self._adds_nothing(time, start, previous):
            return "skipped"
        if (head.endswith(_PLAN_ENDS) and self._of_plan(time, start)) or _CARRIED_OVER.match(folded, time.end):
            return "skipped"
        return "governs"

    def _adds_nothing(self, time: Time, start: int, previous: Mention | None) -> bool:
        """"năm 2004, khi đó ..." says the same year once more; "trận lũ lớn nhất kể từ năm 1999" is no flood of all those years."""
        folded = self.folded
        if folded.startswith(_THEN, time.start):
            return isinstance(previous, Time) and time.start - previous.end <= 2
        return holds(_RECORD_WORDS, folded[start : time.start]) and _RECORD_BEFORE.match(folded, start, time.start) is not None

    def _of_term(self, stamp: _Stamp, sentence: int) -> bool:
        """"HĐND tỉnh khóa VIII (nhiệm kỳ 2011 - 2016)": the term of a body, not the time of the figures."""
        folded, start = self.folded, stamp.time.start
        return folded.startswith(_TERMS, start) and not _TERM_BEFORE.match(folded[self.reading.sentences[sentence].start : start])

    def _of_plan(self, time: Time, start: int) -> bool:
        """"đạt 75% kế hoạch năm": the year of the plan, not of the figure."""
        return not time.explicit_year and _PLAN_OF.match(self.folded, start, time.start) is not None

    def _follows_number(self, time: Time, start: int, previous: Mention | None) -> bool:
        """"bằng 105% cùng kỳ", "gấp 3 lần năm 2021": the time right behind is what the number is measured against."""
        if not isinstance(previous, Quantity) or self.folded[previous.end : time.start].strip() not in ("", "cả", "của"):
            return False
        multiple = previous.kind == "ratio" and previous.unit == "lần"
        equals = previous.kind == "percent" and bool(_EQUALS.match(self.folded, start, previous.start))
        return multiple or equals or (previous.kind in ("percent", "ratio") and self.folded.startswith("cùng", time.start))

    # --- the governing time -----------------------------------------------------------------------------------------

    def governing(self, quantity: Quantity, place: Surroundings, meaning: Meaning) -> _Found:
        """The period of a number and where it came from."""
        headed = self._column(quantity, "governs") or self._column(quantity, "baseline") if self.reading.cells else None
        if headed:
            period = self._of_column(headed)
            if period.period:
                return period
        stamps = self.stamps.get(place.sentence)
        if stamps is None:
            return _NOTHING if _from_to(self.folded, quantity, place) else self._around(place.sentence)
        if place.bracket:
            named = next((s for s in stamps if 0 <= place.bracket[0] - s.time.end <= 1), None)
            if named and not _WORD_IN.search(self.folded, place.bracket[0], quantity.start):
                return self._resolved(named.time, place.sentence, "clause", meaning)
        visible = [s for s in stamps if s.use == "governs" and (s.bracket is None or s.bracket == place.bracket)]
        if visible and place.previous >= 0 and self._follows_old_amount(place):
            visible = [s for s in visible if not place.floor <= s.time.start < quantity.start]
        if len(visible) > 1:
            telling = [s for s in visible if not self._is_said(s.time, place.sentence)]
            visible = telling if any(s.time.end <= quantity.start and not s.aside for s in telling) else visible
        own = self._spoken_of(visible, place.sentence) or self._own(visible, quantity, place, meaning)
        if own:
            return own
        earlier = next((s for s in reversed(visible) if s.time.end <= quantity.start and (not s.aside or self._goes_on(s, quantity))), None)
        if earlier:
            return self._resolved(earlier.time, place.sentence, "sentence", meaning)
        return self._around(place.sentence)

    def _spoken_of(self, visible: list[_Stamp], sentence: int) -> _Found | None:
        """Where a sentence only names the day of telling: the stretch that the passage is about."""
        if not visible or not all(self._is_said(s.time, sentence) for s in visible):
            return None
        around = self._around(sentence)
        return around if around.period and not around.period.is_day else None

    def _follows_old_amount(self, place: Surroundings) -> bool:
        """"từ 5,6% năm 2020 xuống còn 3,2%": a time between the two is of the old amount."""
        return _from_to(self.folded, self.reading.quantities[place.previous], self.reading.surroundings[place.previous])

    def _goes_on(self, aside: _Stamp, quantity: Quantity) -> bool:
        """Whether the clause of an aside goes on to a number: up to the next comma but the one right behind the time."""
        between = self.folded[aside.time.end : quantity.start].lstrip(" ,")
        return not _ASIDE_ENDS.search(between)

    def _column(self, quantity: Quantity, use: str) -> _Stamp | None:
        """In a table: the time that heads the column."""
        cell = self.reading.cells.get(quantity.start)
        if cell is None or cell.header is None:
            return None
        start, end = cell.header
        stamps = self.stamps.get(self.reading.sentence_at(start), ())
        return next((s for s in stamps if s.use == use and start <= s.time.start < end), None)

    def _of_column(self, stamp: _Stamp) -> _Found:
        """The period of a column; one that only names a comparison ("lũy kế so với cùng kỳ") is about the column before it."""
        sentence = self.reading.sentence_at(stamp.time.start)
        if stamp.use == "governs":
            return self._resolved(stamp.time, sentence, "heading")
        before = (s for s in self.stamps.get(sentence, ()) if s.use == "governs" and s.time.end <= stamp.time.start)
        periods = [found for found in (self._resolved(s.time, sentence, "heading") for s in before) if found.period]
        return max(periods, key=_latest_and_longest, default=_NOTHING)

    def _own(self, visible: list[_Stamp], quantity: Quantity, place: Surroundings, meaning: Meaning) -> _Found | None:
        """A time of the number's own clause: before it, or else behind it."""
        later = next((s for s in visible if quantity.after <= s.time.start), None)
        if later and later.bracket is None and _BRACKETED.fullmatch(self.folded, quantity.after, later.time.start):
            return self._resolved(later.time, place.sentence, "clause", meaning)
        behind = later if later and later.time.start < place.clause_end else None
        if _from_to(self.folded, quantity, place):  # the old amount: only a time between it and the new one is its own
            named = behind and not _REACHED.search(self.folded, quantity.after, behind.time.start)
            return self._resolved(behind.time, place.sentence, "clause", meaning) if behind and named else _NOTHING
        for stamp in reversed(visible):
            if place.clause <= stamp.time.start and stamp.time.end <= quantity.start:
                # "24 lượt trong quý III và 71 lượt trong 9 tháng": each number has its own time behind it
                day = self._day_within(visible, stamp, place.sentence)
                if day:
                    return day
                others = behind is not None and place.previous >= 0 and place.clause == place.floor and not stamp.initial
                return self._resolved(behind.time if others and behind else stamp.time, place.sentence, "clause", meaning)
        if behind:
            return self._resolved(behind.time, place.sentence, "clause", meaning)
        return None

    def _day_within(self, visible: list[_Stamp], stamp: _Stamp, sentence: int) -> _Found | None:
        """"Sáng 3/2, ... tổ chức Hội nghị năm 2018 với 215 đại biểu": the day that opens the sentence, not the year of a name."""
        if stamp.initial or stamp.time.granularity != "year":
            return None
        days = (s for s in visible if s.initial and s.time.granularity == "day" and s.time.end <= stamp.time.start)
        found = next((self._resolved(s.time, sentence, "clause") for s in days), None)
        return found if found and found.period and found.period.end.year == stamp.time.year else None

    def _around(self, sentence: int) -> _Found:
        """The time of earlier sentences of the paragraph, of the headings, of the opening."""
        if sentence not in self.around:
            self.around[sentence] = self._look_around(sentence)
        return self.around[sentence]

    def _look_around(self, sentence: int) -> _Found:
        # "Năm ngoái, ... Nay giảm 40% so với năm ngoái": what a sentence is compared with is not what it is about
        compared = [s.time.meaning for s in self.stamps.get(sentence, ()) if s.use == "baseline"]
        for earlier in self._timed_in_paragraph(sentence):
            passed_on = self._passed_on.get(earlier)
            if passed_on and passed_on.time.meaning not in compared and not (self._says_now(passed_on.time) and self._reports):
                return self._resolved(passed_on.time, earlier, "paragraph")
        for head in reversed(self.reading.outline[sentence]):
            heading = self._passed_on_by_heading(head)
            if heading:
                return self._resolved(heading.time, head, "heading")
        if self._reports:
            return self.opening
        # An opening that is a mere day is the day of an event; a stretch named since then says more.
        named = bisect_left(self._stretches, sentence, key=itemgetter(0))
        return self._stretches[named - 1][1] if named else self.opening

    @cached_property
    def _stretches(self) -> list[tuple[int, _Found]]:
        """The sentences that set a time which says more than the opening, and that time."""
        stretches: list[tuple[int, _Found]] = []
        for sentence in self._timed if self._dated else ():
            stamp = self._passed_on.get(sentence)
            if stamp is None or self._of_term(stamp, sentence):
                continue
            found = self._resolved(stamp.time, sentence, "paragraph")
            if found.period is None or (self.opening.period and found.period.is_day):
                continue
            if not self._is_elsewhere(stamp, sentence, found.period):
                stretches.append((sentence, found))
        return stretches

    def _is_elsewhere(self, stamp: _Stamp, sentence: int, period: Period) -> bool:
        """Whether a stretch is not what the text is about: "Trước đó, ...", "sẽ họp từ 29 đến 30/6", "bắt đầu từ tháng 6 năm ngoái"."""
        start = self.reading.sentences[sentence].start
        coming = self.date is not None and period.start > self.date
        passing = not stamp.initial and (coming or stamp.time.role == "since")
        return passing or self._is_coming(stamp) or _EARLIER.match(self.folded, start) is not None

    @cached_property
    def _timed(self) -> list[int]:
        return sorted(self.stamps)

    def _timed_in_paragraph(self, sentence: int) -> Iterator[int]:
        """The sentences of the paragraph before one that hold a time, nearest first."""
        paragraph = self.reading.sentences[sentence].paragraph
        for index in range(bisect_left(self._timed, sentence) - 1, -1, -1):
            earlier = self._timed[index]
            if self.reading.sentences[earlier].paragraph != paragraph:
                return
            yield earlier

    @cached_property
    def _passed_on(self) -> dict[int, _Stamp]:
        """The time that a sentence sets for those after it: the last that opens a clause, else the last; no asides."""
        passed_on: dict[int, _Stamp] = {}
        for sentence, stamps in self.stamps.items():
            governing = [s for s in stamps if self._holds_on(s)]
            if governing:
                telling = [s for s in governing if not self._is_said(s.time, sentence)] if len(governing) > 1 else ()
                telling = telling or governing
                passed_on[sentence] = next((s for s in reversed(telling) if s.initial), telling[-1])
        return passed_on

    def _passed_on_by_heading(self, sentence: int) -> _Stamp | None:
        """The time that a heading sets: the first, and no term of office."""
        for stamp in self.stamps.get(sentence, ()):
            if stamp.use == "governs" and stamp.bracket is None and not stamp.aside and not self._of_term(stamp, sentence):
                return stamp
        return None

    @staticmethod
    def _holds_on(stamp: _Stamp) -> bool:
        """Whether a time holds beyond its own sentence: a term of office that describes a noun, or "đầu năm 2023", does not."""
        free = stamp.use == "governs" and stamp.bracket is None and not stamp.aside and stamp.time.form != "fuzzy"
        return free and (stamp.initial or stamp.time.granularity != "years")

    @property
    def opening(self) -> _Found:
        """The first period that the text sets: of its title if that names one, else of its first sentences."""
        return self._opening[0]

    @property
    def _reports(self) -> bool:
        """Whether the text is about a stretch: then a day of an event, or "hiện", holds for its own sentences only."""
        return self.opening.period is not None and not self.opening.period.is_day

    @property
    def _titled(self) -> bool:
        """Whether the opening's period is that of the title."""
        return self._opening[1]

    @cached_property
    def _opening(self) -> tuple[_Found, bool]:
        if not self._dated:
            return _NOTHING, False
        window = self._window()
        if window:
            return window, True
        said = _NOTHING
        for index, titled in self._opening_order():
            for stamp in self.stamps.get(index, ()):
                holds = (titled or (self._holds_on(stamp) and not self._is_coming(stamp))) and not self._of_term(stamp, index)
                if holds and stamp.use == "governs" and stamp.bracket is None and not self._is_dateline(stamp, index):
                    found = self._anchored(stamp.time, self._this_year, None, "opening")
                    if found.period and not self._is_said(stamp.time, index):
                        return found, titled
                    said = said if said.period or not found.period else found
        return said, False

    def _is_coming(self, stamp: _Stamp) -> bool:
        """"Vào năm 2008 sẽ tiếp tục ...": a plan beside the news is not what the text is about."""
        return _WILL.match(self.folded, stamp.time.end) is not None

    def _opening_order(self) -> Iterable[tuple[int, bool]]:
        """The sentences that may set the opening's period, and whether each is of the title."""
        sentences = self.reading.sentences
        bodies = list(islice((i for i, s in enumerate(sentences) if s.zone in ("body", "list")), _OPENING_SENTENCES))
        first, last = (bodies[0], bodies[-1]) if bodies else (len(sentences), -1)
        before_body, opening = bisect_left(self._timed, first), bisect_right(self._timed, last)
        titles = (i for i in self._timed[:before_body] if sentences[i].zone in ("title", "heading") and not self._is_only_day(i))
        body = (i for i in self._timed[:opening] if sentences[i].zone not in ("furniture", "table"))
        return [*((i, True) for i in titles), *((i, False) for i in body)]

    def _window(self) -> _Found | None:
        """A line under the title that says from when to when the figures were taken: "(Số liệu từ 15/12 đến 14/12)"."""
        for index in self._timed[:_OPENING_SENTENCES]:
            for stamp in self.stamps[index]:
                start = stamp.bracket[0] + 1 if stamp.bracket else self.reading.sentences[index].start
                if stamp.time.granularity == "range" and _DATA_FROM.fullmatch(self.folded, start, stamp.time.start):
                    found = self._anchored(stamp.time, self._title_year(index), None, "opening")
                    if found.period:
                        return found
        return None

    def _title_year(self, before_sentence: int) -> int | None:
        """The year that the lines above name."""
        years = [s.time.year for i in self._timed if i < before_sentence for s in self.stamps[i] if s.time.year]
        return years[0] if years else self.date.year if self.date else None

    def _is_only_day(self, index: int) -> bool:
        return all(s.time.is_full_date for s in self.stamps[index])

    def _is_dateline(self, stamp: _Stamp, sentence: int) -> bool:
        """A date that stands alone on its line, or behind a place name: when the text was written."""
        span = self.reading.sentences[sentence]
        folded = self.folded
        if not stamp.time.is_full_date:
            return False
        before, behind = folded[span.start : stamp.time.start], folded[stamp.time.end : span.end]
        alone = _PAGE_COUNTS.fullmatch(behind) is not None and bool(_DATELINE.match(before))
        return alone or (before == "(" and bool(_LEADS_IN.match(behind)))  # "(12/7/2016) - Ngành thanh tra ..."

    # --- resolution -------------------------------------------------------------------------------------------------

    def _resolved(self, time: Time, sentence: int, source: PeriodFrom, meaning: Meaning | None = None) -> _Found:
        """A time in its passage: a missing year or a relative time is read against what the passage speaks of."""
        if not self._dated:
            return _Found(None, None, False, time)
        if time.start not in self.resolved:
            self.resolved[time.start] = self._in_passage(time, sentence)
        found = self.resolved[time.start]
        period = found.period
        if isinstance(time.meaning, Span) and time.role == "since" and meaning and meaning.measure == "change" and self._names_day(time):
            day = time._replace(role="period", meaning=Span(time.meaning.first, time.meaning.first))
            period = self._in_passage(day, sentence).period
        return _Found(period, source if period else None, found.inferred_year, time)

    def _in_passage(self, time: Time, sentence: int) -> _Found:
        if time.role == "unknown":
            return _NOTHING
        if time.is_absolute:
            return self._anchored(time, None, None, "clause")
        running = self._running(time, sentence)
        of_day = self._this_year
        of_running = running.end.year if running else None
        one_year = running and running.start.year == of_running  # a school year does not say which of its years a month is in
        year = (of_running if one_year and time.granularity != "day" else None) or of_day or of_running
        if year is None and not time.explicit_year:
            year = self._year_nearby(time, sentence)
        return self._anchored(time, year, running, "clause")

    def _year_nearby(self, time: Time, sentence: int) -> int | None:
        """The year said once: before, for the same months ("10 tháng năm 2015 ... Trong 10 tháng"), or behind, for their like."""
        before = (other for other in reversed(self._of_years) if other.end <= time.start and _same_months(other, time))
        behind = (other for other in self._of_years if other.start >= time.end and self.reading.sentence_at(other.start) == sentence)
        alike = (other for other in behind if other.granularity == time.granularity or other.role == time.role == "period")
        other = next(before, None) or next(alike, None)
        return other.year if other else None

    @cached_property
    def _of_years(self) -> list[Time]:
        """The governing times that say their year in figures."""
        return [s.time for index in self._timed for s in self.stamps[index] if s.use == "governs" and not s.aside and s.time.year]

    @cached_property
    def _this_year(self) -> int | None:
        """The year of the document's date; of a text without one, the year behind the one that it compares "năm nay" with."""
        if self.date:
            return self.date.year
        compared: set[int | None] = set()
        for stamps in self.stamps.values():
            years = [s.time.year for s in stamps if s.use == "baseline" and s.time.year and s.time.granularity == "year"]
            if years and any(s.use == "governs" and _is_this_year(s.time) for s in stamps):
                compared.update(years)
        year = compared.pop() if len(compared) == 1 else None
        return year + 1 if year else None

    def days_of(self, time: Time) -> Period | None:
        """The days of a time where it stands."""
        return self._resolved(time, self.reading.sentence_at(time.start), "clause").period

    def _says_now(self, time: Time) -> bool:
        return self.folded[time.start : time.end] in _NOW

    def _names_day(self, time: Time) -> bool:
        """"từ ngày 7/10" with a change is that day; "từ đầu năm đến nay" is a stretch."""
        return "ngày" in self.folded[time.start : time.end] and "nay" not in self.folded[time.start : time.end]

    def _anchored(self, time: Time, year: int | None, period: Period | None, source: PeriodFrom) -> _Found:
        resolved = resolve(time, date=self.date, year=year, period=period)
        inferred = resolved is not None and (not time.explicit_year or (time.year is None and self.date is None))
        return _Found(resolved, source if resolved else None, inferred, time)

    def _running(self, time: Time, sentence: int) -> Period | None:
        """The period that the passage speaks of just before a time: of an absolute time before it, else the opening's.

        A text without a date of its own lends a year only from the same sentence, a heading or its title: what else it
        mentions may be long past.
        """
        around = time.meaning if isinstance(time.meaning, Around) and time.meaning.anchor == "passage" else None
        for stamp in self._before(time, sentence):
            if self.date is None and not self._is_close(stamp, sentence):
                continue
            if isinstance(stamp.time.meaning, Span) and stamp.time.granularity != "day" and (self.date or stamp.time.explicit_year):
                found = resolve(stamp.time, date=self.date, year=None, period=None)
                if found and (around is None or around.unit != "stage" or is_stage(found, around.many)):
                    return found
        if self._looks_back or not (self.date or self._titled or around):
            return None
        return self.opening.period

    @property
    def _looks_back(self) -> bool:
        """Whether the opening itself looks back: "năm ngoái" said again is the same year."""
        named = self.opening.time.meaning if self.opening.time else None
        return isinstance(named, Around) and named.offset != 0

    def _is_close(self, stamp: _Stamp, sentence: int) -> bool:
        other = self.reading.sentence_at(stamp.time.start)
        return other == sentence or self.reading.sentences[other].zone in ("title", "heading")

    def _before(self, time: Time, sentence: int) -> Iterable[_Stamp]:
        """The times that hold when a time is reached, nearest first: of its sentence, of those before, of the headings."""
        for stamp in reversed(self.stamps.get(sentence, ())):
            if stamp.time.end <= time.start and stamp.use == "governs" and not stamp.aside:
                yield stamp
        for earlier in self._timed_in_paragraph(sentence):
            passed_on = self._passed_on.get(earlier)
            if passed_on:
                yield passed_on
        for head in reversed(self.reading.outline[sentence]):
            heading = self._passed_on_by_heading(head)
            if heading and heading.time is not time:
                yield heading

    # --- baselines --------------------------------------------------------------------------------------------------

    def baseline(self, quantity: Quantity, place: Surroundings, period: Period | None, last: Timing | None) -> _Found:
        """What a change is compared with: the comparison behind it, before it in the sentence, or the last one named."""
        folded = self.folded
        column = self._column(quantity, "baseline")
        if column:
            return self._compared(column.time, period)
        sentence = self.reading.sentences[place.sentence]
        stamps = [s for s in self.stamps.get(place.sentence, ()) if s.use == "baseline"]
        behind = next((s for s in stamps if s.time.start >= quantity.after), None)
        until = behind.time.start if behind else sentence.end
        plan = _VERSUS_PLAN.search(folded, quantity.after, until) if "so" in folded[quantity.after : until] else None
        if plan and not (behind and _VERSUS.search(folded, plan.end(), behind.time.start)):
            return _NOTHING
        if plan and behind and plan.start() < behind.time.start:
            return _NOTHING
        chosen = behind or next((s for s in reversed(stamps) if s.time.end <= quantity.start), None)
        if chosen:
            return self._compared(chosen.time, period)
        if _CONTINUES.match(folded, sentence.start, sentence.end):
            return _Found(last.baseline, None, False, last.compared) if last else _NOTHING
        return self._declared(period)

    def _compared(self, time: Time, period: Period | None) -> _Found:
        year = period.end.year if period else self.date.year if self.date else None
        return _Found(resolve(time, date=self.date, year=year, period=period), None, False, time)

    def _declared(self, period: Period | None) -> _Found:
        """A comparison that the head of the text declares for all its changes."""
        folded = self.folded
        for index in self._timed[: bisect_left(self._timed, 8)]:
            span = self.reading.sentences[index]
            for stamp in self.stamps[index]:
                if stamp.use == "baseline" and span.zone != "body" and _DECLARES.search(folded, span.start, stamp.time.start):
                    return self._compared(stamp.time, period)
        return _NOTHING



def _same_months(one: Time, other: Time) -> bool:
    """Whether two times name the same months, whatever their years."""
    first, second = one.meaning, other.meaning
    if not isinstance(first, Span) or not isinstance(second, Span) or first.last is None or second.last is None:
        return False
    months = first.first.month, first.first.day, first.last.month, first.half
    return months[0] is not None and months == (second.first.month, second.first.day, second.last.month, second.half)


def _is_this_year(time: Time) -> bool:
    """"năm nay", "6 tháng đầu năm nay"."""
    match time.meaning:
        case Around(unit="year", offset=0, anchor="date"):
            return True
        case Span(first=first):
            return first.shift == 0
    return False


def _latest_and_longest(found: _Found) -> tuple[date, int]:
    return (found.period.end, -found.period.start.toordinal()) if found.period else (date.min, 0)


_WORD_IN = late(regex.compile, r"\p{L}")
_FROM = late(before, rf"{words('từ|từ mức|từ con số')}\s*")
_FROM_ENDS = ("từ", "mức", "số")
_REACHED = regex.compile(rf"(?<!trở ){words('lên|xuống|còn|giảm còn|tăng lên')}")
_TO = late(regex.compile, rf"[^;.|]*?{_REACHED.pattern}")


def _from_to(folded: str, quantity: Quantity, place: Surroundings) -> bool:
    """"từ 6,8% xuống còn 5,1%": the old amount has no period unless one is named."""
    may_be = quantity.value_max is None and folded[place.floor : quantity.start].rstrip().endswith(_FROM_ENDS)
    return may_be and bool(
        _FROM.match(folded, place.floor, quantity.start) and _TO.match(folded, quantity.after, place.ceiling)
    )
