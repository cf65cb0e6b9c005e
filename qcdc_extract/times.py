"""Time expressions: where they stand in a folded text, what they mean, and the days that they name.

A text is read in four small passes: `_atoms` reads each expression by the grammar of vocabulary/times.py and keeps
the longest reading at each place; `_joined` makes a range of two neighbours ("tháng 3 đến tháng 6/2021", "từ năm 2003
đến nay"); `_framed` takes in the words before ("tính đến", "từ", "trước"); `_shared` hands a year from one neighbour to the
other. What the words leave open (a year, the document's date) stays open in `Time.meaning` until `resolve`.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple, TypeAlias

import regex

from qcdc_extract.document import fold
from qcdc_extract.late import late
from qcdc_extract.model import Period
from qcdc_extract.scanning import LETTERS, branches
from qcdc_extract.vocabulary import times as words
from qcdc_extract.wording import holds

Role = Literal["period", "as_of", "since", "relative", "duration", "clock", "name", "unknown"]


class Point(NamedTuple):
    """A day, a month or a year, as far as the text tells it.

    Without a year, `shift` says how many years it lies from the year that is spoken of ("năm ngoái": -1), or is None
    where the text says nothing at all about the year ("ngày 3/12").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None

    @property
    def dated(self) -> bool:
        """Whether the text itself says which year."""
        return self.year is not None or self.shift is not None


class Span(NamedTuple):
    """From the first day of `first` to the last day of `last`; None is the document's date."""

    first: Point
    last: Point | None
    half: Literal["first", "second"] | None = None  # of a month
    from_date: bool = False  # only from the document's date on


class Around(NamedTuple):
    """`many` whole units, the last of them `offset` units away from that of the anchor ("tháng trước", "3 năm qua").

    unit     day, week, month, quarter, year, school_year; period: the one spoken of; stage: one of `many` years, 0 for any
    anchor   date: the document's date; report: the last unit that a report of that date covers; passage: what the passage speaks of
    """

    unit: str
    offset: int
    anchor: str
    many: int = 1
    to_date: bool = False  # only up to the document's date
    from_date: bool = False  # only from the document's date on


class Same(NamedTuple):
    """The stretch that is spoken of, at an earlier time ("cùng kỳ năm trước"): in `year`, or `offset` units away."""

    year: int | None = None
    offset: int = -1
    unit: str = "year"


Meaning = Span | Around | Same | None


class Time(NamedTuple):
    """One time expression, folded[start:end].

    role     period    names a stretch of days
             as_of     a state on a day ("tính đến 30/6", "hiện nay"): `resolve` gives that day twice
             since     an open start ("từ ngày 7/10", "từ đầu năm đến nay"): up to the document's date
             relative  needs a period to stand beside ("cùng kỳ", "tháng trước", "năm ngoái")
             unknown   governs what follows, but its days cannot be known ("từ đầu nhiệm kỳ đến nay", "mới đây")
             duration  frames, and never governs: lengths, deadlines, fuzzy times without a year, schedules ("trong vòng 30 ngày")
             clock     a time of day; never governs
             name      belongs to a name and never governs: a law's year, an act's date, a birth
    meaning  what `resolve` works on; None where no days can be known
    flags    invalid_date, us_order, ambiguous_order, lunar
    """

    start: int
    end: int
    role: Role
    meaning: Meaning = None
    form: str = ""
    flags: tuple[str, ...] = ()

    @property
    def governs(self) -> bool:
        """Whether figures near it are about this time (even where its days cannot be known)."""
        return self.role in ("period", "as_of", "since", "relative", "unknown")

    @property
    def explicit_year(self) -> bool:
        """Whether the text itself says the year (in figures, or as "năm nay", "năm ngoái", ...)."""
        match self.meaning:
            case Span(first=first):
                return first.dated
            case Same(year=year):
                return year is not None
        return False

    @property
    def year(self) -> int | None:
        """The year that the text writes out, of the expression's end; None where it writes none."""
        match self.meaning:
            case Span(first=first, last=last):
                return (last or first).year
            case Same(year=year):
                return year
        return None

    @property
    def is_full_date(self) -> bool:
        """Whether it is a single day with its day, month and year written out."""
        meaning = self.meaning
        return isinstance(meaning, Span) and meaning.first == meaning.last and None not in (meaning.first.day, meaning.first.year)

    @property
    def is_absolute(self) -> bool:
        """Whether the text writes out both ends with their years, so that nothing around matters to its days."""
        meaning = self.meaning
        if not isinstance(meaning, Span) or meaning.from_date or meaning.last is None:
            return False
        if meaning.first.year is None or meaning.last.year is None:
            return False
        return meaning.first.month is not None or meaning.first.day is None

    @property
    def granularity(self) -> str:
        """day, week, month, quarter, half, months, year, years, school_year, range, same or none."""
        match self.meaning:
            case None:
                return "none"
            case Same():
                return "same"
            case Around(unit=unit, many=many):
                return unit if many == 1 else unit + "s"
            case Span(first=first, last=last, from_date=from_date):
                return "range" if from_date else _span_granularity(first, last)


def _span_granularity(first: Point, last: Point | None) -> str:
    if last is None:
        return "range"
    if first.day or last.day:
        return "day" if first == last else "range"
    if first.month and last.month:
        if (first.year, first.shift) != (last.year, last.shift):
            return "school_year" if (first.month, last.month) == (9, 8) else "range"
        length = last.month - first.month + 1
        if length == 3 and first.month % 3 == 1:
            return "quarter"
        return {1: "month", 6: "half" if first.month in (1, 7) else "months"}.get(length, "months")
    return "year" if first == last else "years"


# --- patterns --------------------------------------------------------------------------------------------------------


_PART = re.compile(r"<([A-Z][A-Z0-9]*)>")


def _expand(pattern: str) -> str:
    """Put the parts in, and let a space stand for any run of spaces, and "[ ]" for just one."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: words.PARTS[part[1]], pattern)
    return pattern.replace("[ ]", "\0").replace(" ?", "\1").replace(" ", " +").replace("\1", " *").replace("\0", " ")


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(_expand(pattern))


def _behind(pattern: str) -> regex.Pattern[str]:
    """A pattern that is matched backwards from a place: `_behind(p).match(text, floor, place)`."""
    return regex.compile(rf"(?r)(?<!\p{{L}})(?:{_expand(pattern)})")


class _Found:
    """A match of a form. Its groups are read by the names of the grammar, where a name may stand for several groups."""

    __slots__ = ("_match", "_names", "end", "form", "start", "text")

    def __init__(self, match: re.Match[str], form: str, names: dict[str, tuple[int, ...]]) -> None:
        self._match, self._names, self.form = match, names, form
        self.text = match.string
        self.start, self.end = match.span()

    def __getitem__(self, name: str) -> str | None:
        for group in self._names.get(name, ()):
            value: str | None = self._match[group]
            if value is not None:
                return value
        return None

    def says(self, name: str) -> str:
        """A group that is part of every match."""
        value = self[name]
        assert value is not None
        return value

    @property
    def words(self) -> str:
        return self._match[0]


# --- words that stand directly before a place --------------------------------------------------------------------------

_RUN_BEFORE = late(regex.compile, r"(?r)(?:\p{L}+[ ]+){1,8}")

Phrases: TypeAlias = dict[str, list[tuple[str, ...]]]  # by their last word, the longest first


def _phrases(texts: Iterable[str]) -> Phrases:
    phrases: Phrases = {}
    for phrase in sorted((tuple(fold(text).split()) for text in texts), key=len, reverse=True):
        phrases.setdefault(phrase[-1], []).append(phrase)
    return phrases


def _words_before(folded: str, start: int) -> tuple[str, ...]:
    """Up to eight words with nothing but spaces between them and the place."""
    run = _RUN_BEFORE.match(folded, 0, start) if folded[start - 1 : start] == " " else None
    return tuple(run[0].split()) if run else ()


def _ending(before: tuple[str, ...], phrases: Phrases) -> int:
    """How many words the longest of the phrases has that ends these words; 0 where none does."""
    for phrase in phrases.get(before[-1], ()) if before else ():
        if before[-len(phrase) :] == phrase:
            return len(phrase)
    return 0


def _ends_hedged(before: tuple[str, ...], phrases: Phrases) -> bool:
    """Whether one of the phrases ends these words, with or without hedges behind it."""
    while not _ending(before, phrases):
        hedge = _ending(before, _LENGTH_HEDGES)
        if not hedge:
            return False
        before = before[:-hedge]
    return True


_LENGTH_HEDGES = _phrases(words.HEDGES)
_MEASURED = _phrases(words.MEASURED)
_FRAME_BEFORE = _phrases(words.FRAME_BEFORE)
_FRAME_AFTER = late(_compile, words.LENGTH_FRAMED_AFTER)
_YEAR_NAMES = _phrases(words.YEAR_NAMES)
_LAWS = _phrases(words.LAWS)
_MONTHS_BEFORE = _phrases(words.MONTHS_BEFORE)
_NO_MONTHS_BEFORE = _phrases(words.NO_MONTHS_BEFORE)


# --- reading words and figures ---------------------------------------------------------------------------------------


def _year_in_words(text: str) -> int | None:
    """ "hai nghìn không trăm hai mươi" is 2020, "một chín bảy lăm" 1975, "chín trăm ba tám" 938."""
    spoken = " ".join(text.split()).replace("ngàn", "nghìn").replace("lẻ", "linh")
    thousands, _, rest = spoken.rpartition("nghìn")
    hundreds, _, rest = rest.rpartition("trăm")
    if not (thousands or hundreds):  # digit by digit
        first, second, *others = rest.split()
        thousands, hundreds, rest = first, second, " ".join(others)
        if not others:
            return None
    try:
        return 1000 * _spoken(thousands) + 100 * _spoken(hundreds) + _spoken(rest)
    except KeyError:
        return None


def _spoken(text: str) -> int:
    """Up to two digits, or none, in words; KeyError where they are no number."""
    spoken = text.strip().removeprefix("linh ")
    digits = spoken.split()
    if len(digits) == 2 and all(digit in words.DIGIT_WORDS for digit in digits):
        return 10 * words.DIGIT_WORDS[digits[0]] + words.DIGIT_WORDS[digits[1]]
    return words.NUMBER_WORDS[spoken] if spoken and spoken != "không" else 0


def _year(text: str | None, century_of: int | None = None) -> int | None:
    """A year in figures or words; two figures take the century of the year before them, or the nearest one."""
    if text is None:
        return None
    if not text.isdigit():
        return _year_in_words(text)
    if len(text) > 2:
        return int(text)
    if century_of is not None:
        return century_of - century_of % 100 + int(text)
    return int(text) + (1900 if int(text) > 50 else 2000)


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else words.NUMBER_WORDS.get(" ".join(text.split()))


def _month(text: str) -> int:
    return int(text) if text.isdigit() else words.MONTH_WORDS[" ".join(text.split())]


def _point(m: _Found, month: int | None = None, day: int | None = None) -> Point:
    """A point in the year that groups `year` or `shift` of the match tell."""
    shift = m["shift"]
    return Point(_year(m["year"]), month, day, words.YEAR_SHIFTS.get(shift) if shift else None)


def _time(m: _Found, role: Role, meaning: Meaning = None, *flags: str) -> Time:
    return Time(m.start, m.end, role, meaning, m.form, flags)


def _months(m: _Found, first: int, last: int, *flags: str) -> Time | None:
    point = _point(m)
    if not 1 <= first <= last <= 12:
        return None
    return _time(m, "period", Span(point._replace(month=first), point._replace(month=last)), *flags)


def _day(m: _Found, day: int, month: int, *flags: str) -> Time:
    point = _point(m, month, day)
    if not _exists(point):
        return _time(m, "period", None, *flags, "invalid_date")
    return _time(m, "period", Span(point, point), *flags)


def _exists(point: Point) -> bool:
    assert point.day is not None
    assert point.month is not None
    try:
        date(point.year or 2000, point.month, point.day)
    except ValueError:
        return False
    return True


# --- one builder a form of the grammar: the match in, the time out (None: no time after all) ------------------------


def _date(m: _Found) -> Time | None:
    day, month, year = int(m.says("day")), int(m.says("month")), m.says("year")
    if len(year) == 2 and not m["word"]:
        return None
    if 1 <= day <= 12 < month <= 31:
        point = Point(_year(year), day, month)
        return _time(m, "period", Span(point, point), "us_order") if _exists(point) else None
    if not m["word"] and (day > 31 or month > 12):
        return None
    return _day(m, day, month)


def _day_month(m: _Found) -> Time | None:
    if m.words[0].isdigit():
        return None
    day, month = int(m.says("day")), int(m.says("month"))
    return _day(m, day, month) if day <= 31 and month <= 12 else None


_TODAY_BEFORE = late(_behind, words.TODAY_BEFORE)


_DATES_BEFORE = late(_behind, words.DATES_BEFORE)


def _day_month_bare(m: _Found) -> Time | None:
    if m["dash"]:
        if not _TODAY_BEFORE.match(m.text, 0, m.start):
            return None
    elif m["weak"] is not None and not _stands_alone(m) and not _DATES_BEFORE.match(m.text, 0, m.start):
        return None
    return _day(m, int(m.says("day")), int(m.says("month")))


def _stands_alone(m: _Found) -> bool:
    return m["ends"] is not None and not m.text.endswith(", ", 0, m.start)


def _date_words(m: _Found) -> Time | None:
    day, month, word = m.says("day"), m.says("month"), m.says("word")
    solar = _point(m).dated or m.words.startswith(words.WEEKDAYS)
    if m["lunar"] or day == "rằm" or month in words.LUNAR_MONTHS or (word.startswith("m") and not solar):
        return _time(m, "duration", None, "lunar")
    number = 1 if day == words.FIRST_DAY else _number(day)
    # "30 tháng 4" is a street, "hai tháng" a length
    if number is None or (not word and (not _point(m).dated if day.isdigit() else number <= 12)):
        return None
    return _day(m, number, _month(month))


def _days(m: _Found) -> Time | None:
    if not m["dash"] and m.words.startswith(("từ", "kể", "tính")):
        return None
    last = _point(m, _month(m.says("month")), int(m.says("last")))
    first = last._replace(day=int(m.says("day")))
    if not (_exists(first) and _exists(last)):
        return _time(m, "period", None, "invalid_date")
    return _time(m, "period", Span(first, last)) if int(m.says("day")) <= int(m.says("last")) else None


def _schedule(m: _Found) -> Time:
    return _time(m, "duration")


def _day_only(m: _Found) -> Time:
    point = Point(day=_number(m.says("day")))
    return _time(m, "period", Span(point, point))


def _month_form(m: _Found) -> Time:
    month = m.says("month")
    if m["lunar"] or month in words.LUNAR_MONTHS:
        return _time(m, "duration", None, "lunar")
    point = _point(m, _month(month))
    if m["this"] == "này":
        point = point._replace(shift=0)
    return _time(m, "period", Span(point, point))


def _months_list(m: _Found) -> Time | None:
    return _months(m, int(m.says("month")), int(m.says("last"))) if m["many"] or m["of"] else None


def _month_year(m: _Found) -> Time | None:
    if m["sep"] == "-" and not m.text.endswith(words.MONTH_BEHIND, 0, m.start):
        return None
    month = int(m.says("month"))
    return _months(m, month, month) if 1900 <= int(m.says("year")) <= 2100 else None


def _quarter(m: _Found) -> Time | None:
    first = words.QUARTER_WORDS[m.says("quarter")]
    last = words.QUARTER_WORDS[m["last"] or m.says("quarter")]
    if m["quarter"] in ("đầu", "cuối") and not _point(m).dated:
        return None
    return _months(m, first * 3 - 2, last * 3)


def _months_of_year(m: _Found) -> Time | None:
    number = _number(m.says("n"))
    if number is None:
        return None
    count = number * (3 if m["what"] == "quý" else 1)
    if m["shift"] == "học":
        return _time(m, "unknown")
    return _months(m, 1, count) if m["part"] in (None, "đầu") else _months(m, 13 - count, 12)


_OPENS_CLAUSE = late(regex.compile, "(?r)" + _expand(words.MONTHS_OPEN_CLAUSE))


def _months_bare(m: _Found) -> Time | None:
    count = _number(m.says("n"))
    if count is None or count < 2 or not _is_sum_of_months(m):
        return None
    return _months(m, 1, count) if count <= 12 else _time(m, "unknown")


def _is_sum_of_months(m: _Found) -> bool:
    """Whether the words around, or the rest of the text, say that "9 tháng" are the first nine of the year."""
    before, following = _words_before(m.text, m.start), m["next"]
    if following in words.NO_MONTHS_AFTER:
        return False
    if any(f"{m.says('n')} tháng {named}" in m.text for named in ("đầu năm", "năm 2")) and not _ending(before, _NO_MONTHS_BEFORE):
        return True
    if m.text.endswith(("\n", ". ", ": ", "; "), 0, m.start) or not m.start:
        return following in words.MONTHS_OPENING_AFTER or m.text[m.end :].lstrip(" ")[:1] in (",", ":")
    if following and following not in words.MONTHS_AFTER:
        return False
    if _ending(before, _MONTHS_BEFORE):
        return True
    if m["ends"] is None:
        return following == "ước" and not _ending(before, _NO_MONTHS_BEFORE)
    return _OPENS_CLAUSE.match(m.text, 0, m.start) is not None


def _half(m: _Found) -> Time | None:
    first = m["part"] == "đầu"
    if month := m["month"]:
        point = _point(m, _month(month))
        return _time(m, "period", Span(point, point, half="first" if first else "second"))
    return _months(m, 1, 6) if first else _months(m, 7, 12)


def _year_form(m: _Found) -> Time | None:
    text = m.says("year")
    first = _year(text)
    last = _year(m["last"], first) if m["last"] else first
    if m["lunar"]:
        return _time(m, "duration", None, "lunar")
    if first is not None and first < 1000 and not text.isdigit() and _WORD_AFTER.match(m.text, m.end):
        return None  # "năm hai trăm hộ": five
    if first is None or last is None or last < first:
        return None
    if m["last"] is None and not m.words.startswith(("năm", "các", "những")):  # "tầng ba năm 1198"
        return None
    return _time(m, "period", Span(Point(first), Point(last)))


_WORD_AFTER = late(re.compile, r" *[^\W\d_]")


def _years(m: _Found) -> Time | None:
    first = int(m.says("year"))
    last = _year(m["last"], first)
    assert last is not None
    if "-" not in m.says("dash") and not m["word"]:
        return None
    return _time(m, "period", Span(Point(first), Point(last))) if 0 < last - first <= 200 else None


def _school_year(m: _Found) -> Time | None:
    first = int(m.says("year"))
    if _year(m["last"], first) != first + 1:
        return None
    return _time(m, "period", Span(Point(first, 9), Point(first + 1, 8)))


def _year_bare(m: _Found) -> Time | None:
    if not _asks_for_year(m.text, m.start, m.end):
        return None
    point = Point(int(m.says("year")))
    return _time(m, "period", Span(point, point))


def _asks_for_year(folded: str, start: int, end: int) -> bool:
    """Whether a name that carries a year, or a law, stands before the place, or brackets around it."""
    if folded[start - 1 : start] == "(":
        return folded[end : end + 1] == ")"
    if folded.endswith('" ', 0, start):
        return True
    before = _words_before(folded, start)
    if _ending(before, _YEAR_NAMES):
        return True
    return any(word in before for word in words.LAW_WORDS) and any(_ending(before[:-n], _LAWS) for n in range(1, 5))


def _season(m: _Found) -> Time:
    return _time(m, "duration")


def _last_years(m: _Found) -> Time | None:
    if m.text.endswith(words.HEDGES_OF_LAST, 0, m.start):
        return _time(m, "unknown")
    count = _number(m.says("n"))
    unit = "school_year" if m["what"] == "năm học" else "year"
    return _time(m, "period", Around(unit, 0, "date", count)) if count is not None else None


def _last_units(m: _Found) -> Time:
    count = _number(m.says("n"))
    months = m["what"] == "tháng" and m["just"] and m["n"] != "năm"  # "năm tháng qua" is how time passes
    if not months or count is None or count < 2 or m.text.endswith(words.HEDGES_OF_LAST, 0, m.start):
        return _time(m, "unknown")
    return _time(m, "period", Around("month", 0, "report", count))


def _stage(m: _Found) -> Time:
    return _time(m, "period", Around("stage", 0, "passage", 0))


def _same(m: _Found) -> Time:
    if m["unclear"]:
        return _time(m, "relative")
    if month := m["month"]:
        point = Point(_year(m["year"]), int(month))
        return _time(m, "relative", Span(point, point))
    if what := m["what"]:
        return _time(m, "relative", Same(unit={"tháng": "month", "quý": "quarter", "tuần": "week"}[what]))
    shift = words.YEAR_SHIFTS[m.says("shift")] if m["shift"] else -1
    return _time(m, "relative", Same(_year(m["year"]), shift or -1))


def _fuzzy(m: _Found) -> Time:
    """The whole year, quarter or month that is spoken of: a figure of "đầu năm 2023" is one of 2023.

    Without a year it frames only, and is kept for "từ đầu ..." and "đến cuối ...".
    """
    month, quarter = m["month"], m["quarter"]
    if month and month not in words.LUNAR_MONTHS:
        point = _point(m, _month(month))
        return _time(m, "period" if point.dated else "duration", Span(point, point))
    if quarter:
        last = words.QUARTER_WORDS[quarter] * 3
        return _time(m, "duration", Span(_point(m, last - 2), _point(m, last)))
    if m["what"] == "năm" or m["year"]:
        point = _point(m)
        return _time(m, "period" if point.dated else "duration", Span(point, point))
    if m["what"] in ("tháng", "quý"):
        return _time(m, "duration", Around("month" if m["what"] == "tháng" else "quarter", 0, "date"))
    return _time(m, "duration")


def _decade(m: _Found) -> Time:
    return _time(m, "duration")


def _clock(m: _Found) -> Time:
    return _time(m, "clock")


# "thời hạn giải quyết tối đa 30 ngày", but not "cắt giảm thời hạn giải quyết xuống còn 3 ngày"
_TIME_LIMIT = late(re.compile, r"(?<!trước )thời hạn (?:(?!giảm|rút|cắt|xuống|còn|từ|lên)[^\W\d_]+ ){0,6}$")


_LENGTH_OPENS_CLAUSE = regex.compile("(?r)" + _expand(words.LENGTH_OPENS_CLAUSE))


_CLASS_OF = late(re.compile, r"(?:(?<=năm) học|(?<=năm học)) \d{4}")


def _length(m: _Found) -> Time | None:
    """A length that only frames. One that is a result, a penalty or a value is a measure, and no time."""
    if m.text.startswith(",", m.end) and _LENGTH_OPENS_CLAUSE.match(m.text, max(0, m.start - 30), m.start):
        count = _number(m.says("n")) if m["unit"] == "năm" else None
        return _time(m, "period", Around("stage", 0, "passage", count)) if count else _time(m, "unknown")
    if _CLASS_OF.match(m.text, m.end):  # "lớp 10 năm học 2022-2023"
        return None
    framed = _FRAME_AFTER.match(m.text, m.end)
    if framed:
        return _time(m, "duration")
    if "thời hạn" in m.text[max(0, m.start - 60) : m.start] and _TIME_LIMIT.search(m.text, max(0, m.start - 60), m.start):
        return _time(m, "duration")
    before = _words_before(m.text, m.start)
    if _ends_hedged(before, _MEASURED):
        return None
    if m["unit"] in words.LONG_UNITS:
        return _time(m, "duration")
    if before[-1:] in (("các",), ("những",)):
        before = before[:-1]
    return _time(m, "duration") if _ends_hedged(before, _FRAME_BEFORE) else None


_BUILDERS: dict[str, Callable[[_Found], Time | None]] = {
    "date": _date,
    "day_month": _day_month,
    "day_month_bare": _day_month_bare,
    "date_words": _date_words,
    "days": _days,
    "schedule": _schedule,
    "day_only": _day_only,
    "month": _month_form,
    "months": _months_list,
    "month_year": _month_year,
    "quarter": _quarter,
    "months_of_year": _months_of_year,
    "months_bare": _months_bare,
    "half": _half,
    "year": _year_form,
    "years": _years,
    "school_year": _school_year,
    "year_bare": _year_bare,
    "season": _season,
    "last_years": _last_years,
    "last_units": _last_units,
    "stage": _stage,
    "same": _same,
    "fuzzy": _fuzzy,
    "decade": _decade,
    "clock": _clock,
    "length": _length,
}


# --- fixed expressions -------------------------------------------------------------------------------------------------


class _Phrase(NamedTuple):
    """An expression of the tables FIXED, UNKNOWN and PASSING, and the words that must not stand around it."""

    role: Role
    meaning: Meaning
    not_after: frozenset[str]
    not_before: tuple[str, ...]
    takes_figure: bool  # "trong tháng 10" is not "trong tháng"


def _phrase(text: str) -> _Phrase:
    role: Role = "unknown" if text in words.UNKNOWN else "duration"
    meaning: Meaning = None
    if fixed := words.FIXED.get(text):
        role = fixed.role  # type: ignore[assignment]  # the table's words are roles; a test checks it
        meaning = Around(fixed.unit, fixed.offset, fixed.anchor, fixed.many, from_date=fixed.from_date)
    not_before = tuple(f"{word} " for word in words.NOT_BEFORE.get(text, ()))
    return _Phrase(role, meaning, frozenset(words.NOT_AFTER.get(text, ())), not_before, text.split()[-1] in words.LENGTH_UNITS)


_FIXED = frozenset((*words.FIXED, *words.UNKNOWN, *words.PASSING))
_phrase_of = cache(_phrase)
_LETTER_WORD = r"[^\W\d_]+"
_TWO_WORDS_AFTER = re.compile(rf" +{_LETTER_WORD}(?: +{_LETTER_WORD})?")


def _fixed_at(folded: str, start: int, place: _Place) -> Time | None:
    """The longest fixed expression at a place."""
    for phrase, length in place.fixed:
        if not _is_vetoed(folded, start, start + length, phrase):
            return Time(start, start + length, phrase.role, phrase.meaning, "fixed")
    return None


def _reach(text: str, parts: list[str]) -> int:
    """How many characters of the text its first words take, with the spaces between them."""
    end = 0
    for part in parts:
        end = text.index(part, end) + len(part)
    return end


def _is_vetoed(folded: str, start: int, end: int, phrase: _Phrase) -> bool:
    """Whether the words around give a fixed expression another sense."""
    if phrase.takes_figure and folded[end : end + 9].lstrip(" ")[:1].isdigit():
        return True
    if phrase.not_after and (rest := _TWO_WORDS_AFTER.match(folded, end)):
        following = rest[0].split()
        if following[0] in phrase.not_after or " ".join(following) in phrase.not_after:
            return True
    if not (phrase.not_before and folded.endswith(phrase.not_before, 0, start)):
        return False
    return any(folded.endswith(w, 0, start) and not folded[start - len(w) - 1 : start - len(w)].isalpha() for w in phrase.not_before)


# --- the scanner -----------------------------------------------------------------------------------------------------


class _Form:
    """A form of the grammar, compiled when a text first needs it: all of them together take longer than a small text."""

    def __init__(self, form: words.Form) -> None:
        self.name, self._source, self.build = form.name, form.pattern, _BUILDERS[form.name]

    @cached_property
    def names(self) -> dict[str, tuple[int, ...]]:
        """The groups of the pattern that one name of the grammar stands for."""
        names: dict[str, tuple[int, ...]] = {}
        for group, number in self._pattern.groupindex.items():
            name = group.rstrip("0123456789")
            names[name] = (*names.get(name, ()), number)
        return names

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Match the form at a place of a text."""
        return self._pattern.match

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The pattern with a number behind each name of a group, as `re` wants every name but once."""
        count: dict[str, int] = {}

        def number(group: re.Match[str]) -> str:
            opening, name = group.groups()
            count[name] = count.get(name, 0) + (opening == "?P<")
            return f"({opening}{name}{count[name]}"

        return re.compile(_GROUP.sub(number, _expand(self._source)))


_GROUP = re.compile(r"\((\?P<|\?\(|\?P=)([a-z]+)")


class _Place(NamedTuple):
    """What can begin at the words of a gate."""

    fixed: tuple[tuple[_Phrase, int], ...]  # the fixed expressions, the longest first, and how many characters each takes
    numeral: bool
    forms: tuple[_Form, ...]


def _forms_by_start() -> dict[str, list[_Form]]:
    """For each start of words and each class of figures, the forms to try there."""
    by_start: dict[str, list[_Form]] = {}
    for row in words.FORMS:
        form = _Form(row)
        for start in row.starts:
            by_start.setdefault(fold(start), []).append(form)
    return by_start


_FORMS = _forms_by_start()
_NUMERALS = frozenset(text.split()[0] for text in words.NUMBER_WORDS)


def _gate() -> re.Pattern[str]:
    """One regex that finds every place where a time may begin: a figure (in groups), a start of words, or a number in words."""
    endings = dict.fromkeys(_NUMERALS, words.NUMERAL_START) | dict.fromkeys(_FIXED, _END)
    for start in sorted(_FORMS):  # "ngày ~" comes behind "ngày #" and takes it in
        if start[0] != "#":
            endings[start.rstrip("#~")] = _LAST_OF_START.get(start[-1], _END)
    for word, before in words.NOT_BEFORE.items():
        if " " not in word:  # "hiện" is a word of many others: "thực hiện"
            endings[word] += "".join(rf"(?<!\b{each}[ ]{word})" for each in before if " " not in each)
    return _compile(rf"[^{LETTERS}0-9_](?:{words.FIGURE}|{'|'.join(branches(endings))})")


_END = r"\b"
_LAST_OF_START = {"#": r"(?=\d)", "~": rf"(?=\d|{words.alternatives(_NUMERALS)}\b)"}
_GATE = _gate()
_NUMERAL = _compile(words.NUMERAL)


@lru_cache(maxsize=4096)
def _place(start: str) -> _Place:
    """What can begin with these words, or with fewer of them."""
    parts = start.split()
    forms: dict[_Form, None] = {}
    for n in range(len(parts), 0, -1):
        follows = parts[n] if n < len(parts) else start[-1]  # a space where the gate has seen a figure behind it
        is_figure = follows[0] in " 0123456789" or follows in _NUMERALS
        for end in ("", " #", " ~") if is_figure else ("",):
            forms |= dict.fromkeys(_FORMS.get(" ".join(parts[:n]) + end, ()))
    begun = [(" ".join(parts[:n]), _reach(start, parts[:n])) for n in range(len(parts), 0, -1)]
    fixed = tuple((_phrase_of(text), length) for text, length in begun if text in _FIXED)
    return _Place(fixed, parts[0] in _NUMERALS, tuple(forms))


@cache
def _figure_place(kind: str, text: str, digits: int = 1) -> tuple[_Form, ...]:
    """The forms that can begin with a figure of so many digits before this unit or joint, or with a year."""
    figure = "#" if digits < 4 else "####"
    key = {"unit": f"{figure} {text}", "joint": figure + text.replace("g", "h"), "year": "####"}[kind]
    return tuple(_FORMS.get(key, ()))


def _atoms(folded: str) -> Iterator[Time]:
    """Every expression by itself, the longest reading at each place."""
    padded = "\n" + folded  # so that a place has a character before it; gate.start() is the place in `folded`
    gate = _GATE.search(padded)
    while gate:
        start = gate.start()
        # What is no letter of Vietnamese may still be one, and the place inside a word.
        time = _read_at(folded, start, gate) if not padded[start].isalnum() else None
        if time is not None:
            yield time
        # The words of a start that led to nothing may open another time.
        gate = _GATE.search(padded, time.end if time else start + 1)


def _read_at(folded: str, start: int, gate: re.Match[str]) -> Time | None:
    kind = gate.lastgroup
    if kind is not None:
        return _longest(folded, start, _figure_place(kind, gate[kind], len(gate[0]) - 1), None)
    place = _place(gate[0][1:])
    forms = place.forms
    if place.numeral and (numeral := _NUMERAL.match(folded, start)):
        forms = _figure_place("unit", numeral["unit"]) + forms  # "năm tháng" may be five months, or begin with a year
    return _longest(folded, start, forms, _fixed_at(folded, start, place) if place.fixed else None)


def _longest(folded: str, start: int, forms: tuple[_Form, ...], best: Time | None) -> Time | None:
    """The longest of the readings that the forms give at a place, and of `best`."""
    reach = best.end if best else start
    for form in forms:
        match = form.match(folded, start)
        if match and match.end() > reach and (time := form.build(_Found(match, form.name, form.names))):
            best, reach = time, time.end
    return best


# --- joining neighbours ----------------------------------------------------------------------------------------------

_JOIN_GAP = 12  # characters between two that make a range
_JOIN_RANGE = _compile(words.JOIN_RANGE)
_SINCE = _behind(words.SINCE)


def _joined(atoms: Iterator[Time], folded: str) -> list[Time]:
    """Make one range of two neighbours: "từ tháng 3 đến tháng 6/2021", "từ năm 2003 đến nay"."""
    times: list[Time] = []
    for time in atoms:
        joined = _join(times[-1], time, folded) if times and time.start - times[-1].end <= _JOIN_GAP else None
        if joined:
            times[-1] = joined
        else:
            times.append(time)
    return times


def _join(left: Time, right: Time, folded: str) -> Time | None:
    if not isinstance(left.meaning, Span | Around):
        return None
    gap = folded[left.end : right.start]
    since = _SINCE.match(folded, max(0, left.start - 30), left.start)
    start = since.start() if since else left.start
    if _is_now(right) and folded[right.start : right.end].startswith(("đến", "tới", "cho")) and not gap.strip():
        to_date = left._replace(start=start, end=right.end, role="since", form="range")
        if isinstance(left.meaning, Around):
            return to_date._replace(meaning=left.meaning._replace(to_date=True))
        return to_date._replace(meaning=Span(left.meaning.first, None))
    if not _JOIN_RANGE.fullmatch(gap) or not isinstance(left.meaning, Span) or not isinstance(right.meaning, Span):
        return None
    if right.form == "fuzzy" and not folded.startswith("cuối", right.start):
        return None
    first, last = left.meaning.first, right.meaning.last
    if last is None or not (since or "-" in gap or left.form == right.form) or (left.role != "period" and not since):
        return None
    first, last = _complete(first, last)
    if first.year and last.year and _sorts_after(first, last):
        return None
    return Time(start, right.end, "period", Span(first, last), "range")


def _is_now(time: Time) -> bool:
    return time.role == "as_of" and time.meaning == Around("day", 0, "date")


def _sorts_after(first: Point, last: Point) -> bool:
    return (first.year or 0, first.month or 0, first.day or 0) > (last.year or 0, last.month or 12, last.day or 31)


def _complete(first: Point, last: Point) -> tuple[Point, Point]:
    """Give each end of a range what only the other end says."""
    if first.day and not first.month:
        first = first._replace(month=last.month)
    turned = (first.month or 0, first.day or 0) > (last.month or 12, last.day or 31)
    if not first.dated and last.dated:
        first = first._replace(year=last.year - turned if last.year else None, shift=last.shift)
    elif first.dated and not last.dated:
        last = last._replace(year=first.year + turned if first.year else None, shift=first.shift)
    return first, last


# --- words before an expression ---------------------------------------------------------------------------------------

_UNTIL = _behind(words.UNTIL)
_AROUND = late(_behind, words.AROUND)
_FROM_NOW = _behind(words.FROM_NOW)
_ACT = _compile(words.ACT)
_NAMED_YEAR = late(_compile, words.NAMED_YEAR)
_UPDATED = _behind(words.UPDATED)


def _framed(times: list[Time], folded: str) -> list[Time]:
    """Take in "tính đến", "từ", "trước" before an expression, and see which dates belong to a name."""
    framed: list[Time] = []
    for time in times:
        floor = framed[-1].end if framed else 0
        framed.append(_frame(time, folded, max(floor, time.start - 80)))
    return framed


def _frame(time: Time, folded: str, floor: int) -> Time:
    """`time` with the words in folded[floor:time.start] that belong to it."""
    meaning = time.meaning
    if meaning is None or isinstance(meaning, Same) or time.form == "range":
        return time
    if isinstance(meaning, Span) and time.role == "period" and _is_name(time, meaning, folded, floor):
        return time._replace(role="name")
    if not folded[floor : time.start].rstrip(" (:").endswith(words.FRAME_ENDS):
        return time
    if isinstance(meaning, Span):
        if time.form == "date" and _UPDATED.match(folded, floor, time.start):
            return time._replace(flags=(*time.flags, "ambiguous_order")) if _either_order(meaning.first) else time
        if until := _UNTIL.match(folded, floor, time.start):
            if from_now := _FROM_NOW.match(folded, floor, until.start()):
                return time._replace(start=from_now.start(), form="range", meaning=meaning._replace(from_date=True))
            return _until(time, until.start(), until["end"] is not None or folded.startswith("cuối", time.start))
    if since := _SINCE.match(folded, floor, time.start):
        return _since(time, since.start())
    if time.role == "period" and time.granularity in ("day", "month", "year") and _AROUND.match(folded, floor, time.start):
        return time._replace(role="duration")
    return time


def _is_name(time: Time, meaning: Span, folded: str, floor: int) -> bool:
    """ "Luật Đất đai năm 2013", "Quyết định số 1127/QĐ-UBND ngày 14/3/2024", "sinh năm 1975"."""
    if meaning.first != meaning.last or meaning.first.year is None:
        return False
    if meaning.first.day:
        can_date = folded.startswith(_DATE_BEGINS, time.start)
        return can_date and (_ACT.search(folded, floor, time.start) is not None or _is_birth(folded, time.start))
    if meaning.first.month:
        return False
    head = folded[floor : time.start]
    in_law = holds(words.LAW_WORDS, head) and _NAMED_YEAR.search(folded, floor, time.start)
    return bool(in_law) or _is_birth(folded, time.start)


def _is_birth(folded: str, start: int) -> bool:
    """Whether a birth stands before the place."""
    if not folded[max(0, start - 80) : start].rstrip(" ").endswith(words.BIRTH):
        return False
    before = _words_before(folded, start)
    return _ending(before, _BIRTH) > 0 and not _ending(before[:-1], _NO_BIRTH)


_DATE_BEGINS = ("ngày", *"0123456789")
_BIRTH = _phrases(words.BIRTH)
_NO_BIRTH = _phrases(words.NO_BIRTH)


def _either_order(point: Point) -> bool:
    """Whether day and month could change places."""
    return point.day is not None and point.day <= 12 and point.day != point.month


def _until(time: Time, start: int, ends: bool) -> Time:
    """Up to a day, or the end of a month or year: a state on that day. "đến năm 2015" alone is that year."""
    if ends or (time.role == "period" and time.granularity == "day"):
        return time._replace(start=start, role="as_of")
    return time._replace(start=start)


def _since(time: Time, start: int) -> Time:
    if time.form in ("days", "months", "years") or time.granularity == "years":  # "từ tháng 1-6/2023" has its end
        return time._replace(start=start)
    if isinstance(time.meaning, Span) and (time.form == "fuzzy" or time.role == "period"):
        return time._replace(start=start, role="since", meaning=Span(time.meaning.first, None))
    if isinstance(time.meaning, Around) and (time.form == "fuzzy" or time.granularity in ("year", "month", "week")):
        return time._replace(start=start, role="since", meaning=time.meaning._replace(to_date=True))
    return time


# --- years told by a neighbour -----------------------------------------------------------------------------------------

_SHARE = late(_compile, words.SHARE)


def _shared(times: list[Time], folded: str) -> list[Time]:
    """Hand the year on: "quý III và 9 tháng năm 2023", "6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2020"."""
    for i in range(len(times) - 2, -1, -1):
        left, right = times[i].meaning, times[i + 1].meaning
        if not isinstance(left, Span) or not isinstance(right, Span) or left.last is None or left.first.dated or not right.first.dated:
            continue
        if times[i].role == "clock" or times[i + 1].start - times[i].end > 100 or not _alike(left, right):
            continue
        if _SHARE.fullmatch(folded, times[i].end, times[i + 1].start):
            year, shift = right.first.year, right.first.shift
            months = left.first._replace(year=year, shift=shift), left.last._replace(year=year, shift=shift)
            times[i] = times[i]._replace(meaning=Span(*months, left.half))
    return times


def _alike(left: Span, right: Span) -> bool:
    """Both of days, or both of months, quarters and halves."""
    return right.first.month is not None and (left.first.day is None) == (right.first.day is None)


def find_times(folded: str) -> list[Time]:
    """Every time expression of a folded text, in order, none overlapping another."""
    return _shared(_framed(_joined(_atoms(folded), folded), folded), folded)


# --- from meaning to days --------------------------------------------------------------------------------------------


def resolve(time: Time, *, date: date | None = None, year: int | None = None, period: Period | None = None) -> Period | None:
    """The days that `time` names, both inclusive, or None where they cannot be known.

    date    the document's date; never the clock's
    year    the year that the passage speaks of: taken where the text leaves the year out, before the document's year
    period  the period that the passage, or the figure compared, is about: what "cùng kỳ", "tháng trước", "trong kỳ" count from

    An as_of time gives its last day twice; a since time runs to the document's date, or to the end of `period`.
    """
    meaning = time.meaning
    context = _Context(date, year, period)
    try:
        match meaning:
            case Span():
                found = _resolve_span(meaning, context)
            case Around():
                found = _resolve_around(meaning, context)
            case Same():
                found = _resolve_same(meaning, context)
            case None:
                return None
    except (ValueError, OverflowError):  # no such day in the calendar
        return None
    if found is None or time.role == "duration":
        return None
    if time.form == "months_bare" and date and not time.explicit_year and not _just_past(found, date):
        return None
    return Period(found.end, found.end) if time.role == "as_of" else found


class _Context(NamedTuple):
    date: date | None
    year: int | None
    period: Period | None


def _just_past(found: Period, today: date) -> bool:
    """Whether a report of that day would call the stretch "9 tháng": it has just ended, or is about to."""
    return -31 <= (today - found.end).days <= 60


def _year_of(point: Point, context: _Context) -> int | None:
    if point.year is not None:
        return point.year
    today = context.date
    if point.shift is not None:
        base = _shift_base(point.shift, context)
        return None if base is None else base + point.shift
    if context.year is not None:
        return context.year
    if today is None:
        return None
    # A text of January or February that speaks of November or December means those just past.
    just_past = point.month is not None and point.month >= 11 and today.month <= 2
    return today.year - just_past


def _shift_base(shift: int, context: _Context) -> int | None:
    if shift < 0 and context.period:
        return context.period.end.year
    return context.date.year if context.date else context.year


def _resolve_span(span: Span, context: _Context) -> Period | None:
    if span.from_date:
        named = _resolve_span(span._replace(from_date=False), context)
        return Period(context.date, named.end) if named and context.date and context.date <= named.end else None
    year = _year_of(span.first, context)
    if year is None or (span.first.day and not span.first.month):
        return _resolve_lone_day(span, context)
    start = date(year, span.first.month or 1, span.first.day or 1)
    if span.last is None:
        end = context.date or (context.period.end if context.period else None)
        return Period(start, end) if end and start <= end else None
    last_year = year if span.last.year is None and span.last.shift == span.first.shift else _year_of(span.last, context)
    if last_year is None:
        return None
    end = _last_day(last_year, span.last.month, span.last.day)
    if end < start and not span.last.dated:
        end = _last_day(last_year + 1, span.last.month, span.last.day)
    if span.half:
        middle = start.replace(day=15)
        start, end = (start, middle) if span.half == "first" else (middle + timedelta(days=1), end)
    return Period(start, end) if start <= end else None


def _resolve_lone_day(span: Span, context: _Context) -> Period | None:
    """ "ngày 15": of the month that the passage is within, else of the document's month."""
    if span.first != span.last or span.first.month or not span.first.day:
        return None
    period = context.period
    within = period.start if period and _month_of(period.start) == _month_of(period.end) else context.date
    if within is None:
        return None
    day = within.replace(day=span.first.day)
    return Period(day, day)


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


@lru_cache(maxsize=1024)
def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _last_day(year: int, month: int | None, day: int | None) -> date:
    month = month or 12
    return date(year, month, day or _days_in(year, month))


def _add_months(day: date, months: int) -> date:
    """The same day `months` later; the last day of a month where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _shift_months(period: Period, months: int) -> Period:
    """The period moved by months; whole months stay whole ("28 February" is a month's end)."""
    start, end = _add_months(period.start, months), _add_months(period.end, months)
    if (period.end + timedelta(days=1)).day == 1 and period.start.day == 1:
        end = _last_day(end.year, end.month, None)
    return Period(start, end)


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "school_year": 12}


def _resolve_around(around: Around, context: _Context) -> Period | None:
    period = context.period
    if around.unit == "period":
        if around.offset == 0 or period is None:
            return period
        return None if period.is_day else _previous(period)  # of a state on a day nobody knows since when it was counted
    if around.unit == "week" and around.offset == -1 and period and (period.end - period.start).days == 6:
        return Period(period.start - timedelta(days=7), period.end - timedelta(days=7))
    if around.unit == "stage":
        return period if period and is_stage(period, around.many) else None
    anchor = _anchor(around, context)
    if anchor is None:
        return None
    unit = _unit_around(anchor, around.unit)
    if around.unit in ("day", "week"):
        step = timedelta(days=around.offset * (1 if around.unit == "day" else 7))
        found = Period(unit.start + step, unit.end + step)
    else:
        length = _MONTHS[around.unit]
        last = _shift_months(unit, around.offset * length)
        found = Period(_add_months(last.start, -length * (around.many - 1)), last.end)
    if around.to_date:
        return Period(found.start, context.date) if context.date and found.start <= context.date else None
    if around.from_date:
        return Period(context.date, found.end) if context.date and context.date <= found.end else None
    return found


# Up to this day of a month "6 tháng qua" are the months that have ended; so they are all through July, from January on.
_REPORTED_LATE = 10


def is_stage(period: Period, years: int) -> bool:
    """Whether a period takes so many years, or, with 0, more than one."""
    length = period.end.year - period.start.year + 1
    return length == years if years else length > 1


def _anchor(around: Around, context: _Context) -> date | None:
    """The day whose unit is meant: of the passage's period where it lies within one such unit, else of the document."""
    day, year, period = context.date, context.year, context.period
    if around.anchor == "report" and day and (day.day <= _REPORTED_LATE or day.month == around.many + 1):
        return day - timedelta(days=day.day)  # the last day of the month before
    if around.anchor == "passage" and period:
        unit = _unit_around(period.end, around.unit)
        if around.unit == "year" or unit.start <= period.start:
            return period.end
        if around.unit == "day" and around.offset:
            return period.end
    if around.unit in ("year", "school_year"):
        if year is not None and (around.anchor == "passage" or day is None):
            return date(year, 12, 31) if around.unit == "year" or day is None or day.year != year else day
        return day
    return day


def _unit_around(day: date, unit: str) -> Period:
    match unit:
        case "day":
            return Period(day, day)
        case "week":
            monday = day - timedelta(days=day.weekday())
            return Period(monday, monday + timedelta(days=6))
        case "month":
            return Period(day.replace(day=1), _last_day(day.year, day.month, None))
        case "quarter":
            first = (day.month - 1) // 3 * 3 + 1
            return Period(date(day.year, first, 1), _last_day(day.year, first + 2, None))
        case "school_year":
            first_year = day.year if day.month >= 9 else day.year - 1
            return Period(date(first_year, 9, 1), date(first_year + 1, 8, 31))
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def _previous(period: Period) -> Period:
    """The stretch of the same length right before."""
    if period.start.day == 1 and (period.end + timedelta(days=1)).day == 1:
        months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
        return _shift_months(period, -months)
    length = period.end - period.start + timedelta(days=1)
    return Period(period.start - length, period.end - length)


def _resolve_same(same: Same, context: _Context) -> Period | None:
    period = context.period
    if period is None:
        return None
    if same.year is not None:
        return _shift_months(period, (same.year - period.end.year) * 12)
    if same.unit == "week":
        return Period(period.start - timedelta(days=7), period.end - timedelta(days=7))
    return _shift_months(period, same.offset * _MONTHS[same.unit])


_DAY_AND_MONTH = late(re.compile, r"[0-9]{1,2} tháng [0-9]{1,2}(?![0-9])")


def parse_period(text: str, date: date | None = None) -> Period | None:
    """The days that the first time expression of a text names, both inclusive; None where there is none, or it is unclear.

    `text` may be written anyhow ("6 tháng đầu năm 2019", "Quý III/2020", "ngày mùng ba tháng hai", "7/3"); `date` is the
    day from which "năm nay", "tháng trước" or a left-out year is counted. No clock is asked: without it they give None.
    """
    folded = fold(unicodedata.normalize("NFC", text)).strip()
    alone = ("ngày ",) if _DAY_AND_MONTH.match(folded) else ("", "ngày ", "năm ") if folded[:1].isdigit() else ("", "ngày ")
    for bare in alone:  # alone, "7/3", "24 tháng 7" and "2019" need no word before them
        for time in find_times(bare + folded):
            if time.governs:
                return resolve(time, date=date)
    return None
