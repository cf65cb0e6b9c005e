"""Numbers of a folded text: figures, number words, magnitudes, %, money, units, ranges and ratios.

The order of reading: `_figures` and `_words` propose where a number may begin; `_read` turns a place into an `_Atom`
(one number with its magnitude and unit); then passes over the list of atoms join what belongs together (a repeated
number in brackets, ranges, ratios, lists that share a sign) and read what stands around (hedges, bounds).
Nothing here knows dates or document codes: other readers claim those, and the longer claim wins.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

import regex

from qcdc_extract.document import fold
from qcdc_extract.model import Direction, Kind, Qualifier, Quantity
from qcdc_extract.vocabulary import hedges as H
from qcdc_extract.vocabulary import numbers as N
from qcdc_extract.vocabulary import units as U

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_WORD_LETTER = r"[^\W\d_]"


def _any(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


# --- Where a number may begin ----------------------------------------------------------------------------------------

_GROUPED = r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?(?![0-9]|[.,][0-9])"
_WRAPPED = r"[0-9]{1,3}(?:\.[0-9]{3})*\. ?\n[0-9]{3}(?![0-9]|[.,][0-9])"
_PLAIN = r"[0-9]+(?:[.,][0-9]+)*"
# A digit glued to a letter is part of a name (ql18, covid-19), but for known lead words and the units of a range (5kg-10kg).
_LEFT = rf"(?<![\p{{L}}_]|{_WORD_LETTER}-)"
_LEFT_GLUED = rf"(?<=(?<!{_WORD_LETTER})(?:{_any((*N.GLUED_LEADS, *U.PREFIX_CURRENCIES))}))"
_LEFT_RANGE = rf"(?<=[0-9]{_WORD_LETTER}{{1,4}}-)"
_FIGURE = regex.compile(rf"(?<![0-9])(?:{_LEFT}|{_LEFT_GLUED}|{_LEFT_RANGE})(?:{_WRAPPED}|{_GROUPED}|{_PLAIN})")
_FIGURE_AT = regex.compile(rf"[ ]?({_PLAIN})")
_WORD_AT = regex.compile(rf"[ ]?({_WORD_LETTER}+)(?![0-9])")
_TOKEN_AT = regex.compile(rf"[ ]?({_WORD_LETTER}+|us\$|\.đ|[%‰$€£¥₫₩₹°º])")
# OCR puts letters among digits: never repaired, never a value.
_OCR = regex.compile(rf"(?<![\w.,])(?:l[0-9]+|[0-9]+o+[0-9o]*)(?:%|(?= {_WORD_LETTER}))(?! ?[cC]\b)")

_NUMBER_WORDS = frozenset(
    {*N.DIGITS, *N.BOUND_DIGITS, N.ZERO, N.TEN, N.TENS, N.HUNDRED, *N.AND_WORDS, N.HALF_MORE, *N.POINT_WORDS, *N.MAGNITUDES} - {"k", "tr"}
)
_COMPOUND = _any({N.TENS, N.HUNDRED, *N.MAGNITUDES, *N.POINT_WORDS, *N.BOUND_DIGITS} - {"k", "tr"})
_PART = _any({*N.DIGITS, N.TEN, "tư"})


def _starts() -> dict[str, regex.Pattern[str]]:
    """For each number word, where it may open a number: the commonest words ("một", "năm", "không") are anything but numbers."""
    end = rf"(?!{_WORD_LETTER})"
    units = _any(
        [s for table in (U.PHYSICAL, U.CURRENCIES, U.PERCENT) for spellings in table.values() for s in spellings if len(s) > 1 and s not in U.SPOKEN_ONLY]
    )
    beside = rf"(?! (?:{_any(N.ARTICLE_AFTER)}){end})(?= {_WORD_LETTER}+(?: {_WORD_LETTER}+)?(?:,| và| hoặc) (?:[0-9]|(?:{_any(set(N.DIGITS) - {'một', 'năm'})}){end}))"
    after = dict.fromkeys([*N.DIGITS, N.TEN], "")
    after["một"] = rf"(?:(?= (?:{_COMPOUND}|{units}){end}| phần (?:{_PART}|[0-9]){end})|{beside})"
    neighbours = _any(word for word, value in N.DIGITS.items() if (5, value) in N.NEIGHBOURS)
    before_year = rf"(?<!{_WORD_LETTER}(?<![^\W\d_])(?:{_any(N.YEAR_BEFORE)}) năm)"
    after["năm"] = rf"(?= (?:{_COMPOUND}|{neighbours}|phần (?:{_PART})){end})|(?= (?:{_any(N.FIVE_NOUNS)}){end})"
    after[N.ZERO] = rf"(?= (?:{_any(N.POINT_WORDS)}) (?:{_PART}|không|lăm|[0-9]))"
    del before_year
    return {word: regex.compile(rf"(?<![\w]){word}{end}(?:{right})") for word, right in after.items()}


_WORD_STARTS = _starts()
_SPOKEN_STARTS = {word: regex.compile(rf"(?<![\w]){word}(?!{_WORD_LETTER})") for word in _WORD_STARTS}
_FIXED = regex.compile(
    rf"(?<![\w])(?:{_any(set(N.FIXED) - {'nửa', 'gấp ba', 'gấp bốn', 'gấp năm', 'gấp mười'})}|gấp (?:ba|bốn|năm|mười)(?! (?:{_COMPOUND}|lần|một|hai|ba|lăm))"
    rf"|(?<=(?<!\w)(?:{_any(N.HALF_HEDGES)}) )nửa|nửa(?= (?:{_any(N.HALF_OF)})(?!\w)))(?!\w)"
)
_HALF_MAGNITUDE = regex.compile(r"(?<!\w)nửa(?= (?:triệu|tỷ|nghìn|ngàn|vạn)(?!\w))")
_VAGUE = regex.compile(
    rf"(?<!\w)(?:{_any(N.VAGUE_LEADS)})(?: ba)?(?: (?:{_any(N.VAGUE_MAGNITUDES)})(?!\w))+"
)


# --- One number ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Atom:
    """A number in the making. `raw` is the value before its magnitude, where it has just one; `scale` that magnitude."""

    start: int
    end: int
    value: Decimal | None
    high: Decimal | None = None
    total: Decimal | None = None
    raw: Decimal | None = None
    scale: Decimal = _ONE
    kind: Kind = "count"
    unit: str | None = None
    unit_start: int = -1
    worded: bool = False
    text: str = ""
    qualifier: Qualifier | None = None
    signed: Direction | None = None
    flags: list[str] = field(default_factory=list)
    noun_from: int = -1

    @property
    def bare(self) -> bool:
        return self.kind == "count" and self.total is None and self.high is None and self.value is not None and self.unit is None

    @property
    def after(self) -> int:
        return self.end if self.noun_from < 0 else self.noun_from


def _read_figure(text: str) -> tuple[Decimal | None, str]:
    """The value of a figure and what is odd in its marks ("" where nothing is).

    "comma3" stands for one comma before three digits, which the words that follow decide; the rest are flags.
    """
    if text.isdigit():
        return Decimal(text), ""
    if "\n" in text:
        return Decimal("".join(c for c in text if c.isdigit())), "wrapped"
    if " " in text:
        whole, _, part = text.partition(",")
        return Decimal(whole.replace(" ", "") + ("." + part if part else "")), "odd_grouping"
    dots, commas = text.count("."), text.count(",")
    if not dots and commas == 1:
        whole, _, part = text.partition(",")
        if len(part) == 3 and len(whole) <= 3 and whole[0] != "0":
            return Decimal(f"{whole}.{part}"), "comma3"
        return Decimal(f"{whole}.{part}"), ""
    if not commas and dots == 1:
        whole, _, part = text.partition(".")
        if len(part) == 3 and len(whole) <= 3 and whole.strip("0"):
            return Decimal(whole + part), ""
        if len(part) < 3 or not whole.strip("0"):
            return Decimal(text), "foreign_decimal"
        return None, "bad_grouping"
    return _read_mixed(text, dots, commas)


def _read_mixed(text: str, dots: int, commas: int) -> tuple[Decimal | None, str]:
    """A figure with several marks: the last mark is the decimal one where it differs from the others."""
    group, point, flag = (".", ",", "") if text.rfind(",") > text.rfind(".") else (",", ".", "foreign_grouping")
    if not dots or not commas:
        group, point, flag = (".", ",", "") if dots else (",", ".", "foreign_grouping")
    whole, _, part = text.partition(point)
    groups = whole.split(group)
    if point in part or group in part or len(groups[0]) > 3 or any(len(g) != 3 for g in groups[1:]):
        return None, "bad_grouping"
    return Decimal("".join(groups) + ("." + part if part else "")), flag


@dataclass(slots=True, frozen=True)
class _Piece:
    """A word or figure of a run such as "2 tỷ 413 triệu" and where it ends."""

    text: str
    end: int
    figure: bool


def _pieces(folded: str, start: int, end: int, figure: bool) -> list[_Piece]:
    """The number words and figures that follow each other from `start`; the first one ends at `end`."""
    pieces = [_Piece(folded[start:end], end, figure)]
    while True:
        last = pieces[-1]
        word = _WORD_AT.match(folded, last.end) or (_WORD_AT_GLUED.match(folded, last.end) if last.figure else None)
        if word and (word[1] in _NUMBER_WORDS or (last.figure and word[1] in ("k", "tr"))):
            pieces.append(_Piece(word[1], word.end(), False))
            continue
        if not last.figure and (last.text in N.MAGNITUDES or last.text in N.POINT_WORDS):
            number = _FIGURE_AT.match(folded, last.end)
            if number:
                pieces.append(_Piece(number[1], number.end(), True))
                continue
        return pieces


_WORD_AT_GLUED = regex.compile(r"(k|tr|triệu|tỷ)(?=[0-9])")


@dataclass(slots=True)
class _Amount:
    """What a run of pieces says: its value, the upper end of "hai ba triệu", how many pieces it took."""

    value: Decimal
    used: int
    high: Decimal | None = None
    raw: Decimal | None = None
    scale: Decimal = _ONE
    tail_from: int = 0  # pieces before the spoken tail of "3 tỷ 6"; 0 where there is none
    tailless: Decimal = _ONE
    flag: str = ""


def _below_hundred(words: list[str], i: int, first: bool) -> tuple[int, int] | None:
    """(value, next index) of "hai mươi mốt", "mười lăm", "hai mốt", "bảy"; `first` where no hundred stands before."""
    if i >= len(words):
        return None
    word = words[i]
    follow = words[i + 1] if i + 1 < len(words) else ""
    unit = N.BOUND_DIGITS.get(follow) or (N.DIGITS.get(follow) if follow != "năm" else None)
    if word == N.TEN:
        return (10 + unit, i + 2) if unit and follow not in ("mốt", "tư") else (10, i + 1)
    digit = N.DIGITS.get(word)
    if digit is None:
        return None
    if follow == N.TENS:
        after = words[i + 2] if i + 2 < len(words) else ""
        unit = N.BOUND_DIGITS.get(after) or (N.DIGITS.get(after) if after != "năm" else None)
        last = words[i + 3] if i + 3 < len(words) else ""
        if unit and last not in (N.TENS, N.HUNDRED):
            return digit * 10 + unit, i + 3
        return digit * 10, i + 2
    short = follow in N.BOUND_DIGITS or (unit is not None and digit > 1 and (first or follow != "một"))
    last = words[i + 2] if i + 2 < len(words) else ""
    if unit and short and digit > 1 and last not in (N.TENS, N.HUNDRED, *N.POINT_WORDS, "chục"):
        return digit * 10 + unit, i + 2
    return digit, i + 1


def _below_thousand(words: list[str], i: int, first: bool) -> tuple[Decimal, int] | None:
    """(value, next index) of a group of up to three digits; `first` where it opens the number."""
    if i >= len(words):
        return None
    if words[i] in N.AND_WORDS and not first:
        return _linked(words, i)
    hundred = N.DIGITS.get(words[i], 0 if words[i] == N.ZERO and not first else None)
    if hundred is None or i + 1 >= len(words) or words[i + 1] != N.HUNDRED:
        small = _below_hundred(words, i, first)
        return (Decimal(small[0]), small[1]) if small else None
    base, i = Decimal(hundred * 100), i + 2
    if i >= len(words):
        return base, i
    if words[i] == N.HALF_MORE:
        return base + 50, i + 1
    if words[i] in N.AND_WORDS:
        linked = _linked(words, i)
        return (base + linked[0], linked[1]) if linked else (base, i)
    small = _below_hundred(words, i, first=False)
    if words[i] in N.BOUND_DIGITS:  # "năm trăm tư" is 540, like "ba trăm lăm"
        return base + N.BOUND_DIGITS[words[i]] * 10, i + 1
    if small and small[0] >= 10:
        return base + small[0], small[1]
    # "một trăm hai" is 120, but "một trăm năm" a hundred years and "một trăm một" nothing sure.
    if small and hundred and words[i] not in ("một", "năm") and small[1] == len(words):
        return base + small[0] * 10, small[1]
    return base, i


def _linked(words: list[str], i: int) -> tuple[Decimal, int] | None:
    """The digit behind "linh" or "lẻ"."""
    word = words[i + 1] if i + 1 < len(words) else ""
    digit = N.DIGITS.get(word) or N.BOUND_DIGITS.get(word)
    return (Decimal(digit), i + 2) if digit else None


def _decimals(pieces: list[_Piece], i: int) -> tuple[str, int] | None:
    """The digits behind "phẩy": "hai phẩy không năm", "hai phẩy hai mươi lăm", "hai phẩy 23"."""
    if i < len(pieces) and pieces[i].figure:
        return (pieces[i].text, i + 1) if pieces[i].text.isdigit() else None
    words = [p.text for p in pieces]
    if i < len(words) and (words[i] == N.TEN or words[i + 1 : i + 2] == [N.TENS]):
        small = _below_hundred(words, i, first=True)
        return (str(small[0]), small[1]) if small else None
    digits = ""
    while i < len(words):
        digit = 0 if words[i] == N.ZERO else N.DIGITS.get(words[i]) or N.BOUND_DIGITS.get(words[i])
        if digit is None:
            break
        digits, i = digits + str(digit), i + 1
    return (digits, i) if digits else None


def _group(pieces: list[_Piece], words: list[str], i: int, first: bool) -> tuple[Decimal, int, str] | None:
    """A figure or a worded group with its decimals: (value, next index, flag)."""
    if pieces[i].figure:
        value, flag = _read_figure(pieces[i].text)
        if value is None:
            return None
        group = value, i + 1
    else:
        flag = ""
        point_next = i + 1 < len(words) and words[i + 1] in N.POINT_WORDS
        worded = (Decimal(0), i + 1) if words[i] == N.ZERO and point_next else _below_thousand(words, i, first)
        if worded is None:
            return None
        group = worded
    value, j = group
    if j < len(words) and words[j] in N.POINT_WORDS and value == int(value):
        decimals = _decimals(pieces, j + 1)
        if decimals:
            return Decimal(f"{int(value)}.{decimals[0]}"), decimals[1], flag
    return value, j, flag


def _read_run(pieces: list[_Piece], spoken: bool) -> _Amount | None:
    """Add up a run: groups with falling magnitudes, stacked magnitudes, "rưỡi" and the spoken tail of "3 tỷ 6"."""
    words = [p.text for p in pieces]
    parts: list[tuple[Decimal, Decimal]] = []  # (value, its magnitude)
    raw: Decimal | None = None
    flag = ""
    i = 0
    while i < len(pieces):
        group = _group(pieces, words, i, first=not parts)
        if group is None:
            break
        value, j, odd = group
        neighbours = None if parts or spoken else _neighbours(words, i)
        if neighbours:
            value, j = Decimal(neighbours[0]), i + 2
        merged, scale, k = [*parts, (value, _ONE)], _ONE, j
        while k < len(words) and not pieces[k].figure and words[k] in N.MAGNITUDES:
            magnitude = N.MAGNITUDES[words[k]]
            if merged[-1][1] >= magnitude and merged[-1][0] >= magnitude and magnitude < 1000:
                break
            lower = Decimal(0)
            while merged and (merged[-1][1] < magnitude or (merged[-1][1] == magnitude and k > j)):
                lower += merged.pop()[0]
            if not lower:
                break
            merged.append((lower * magnitude, scale * magnitude if k > j else magnitude))
            scale *= magnitude
            k += 1
        if scale == 1 and parts:
            tail = _tail(pieces, i, j, parts[-1][1])
            if tail is not None:
                total = sum((v for v, _ in parts), Decimal(0))
                return _Amount(total + tail, j, tail_from=i, tailless=total, flag=flag)
            if pieces[i].figure:
                break
        if parts and len(merged) > len(parts) and merged[-1][0] >= merged[-2][1]:
            break
        if k < len(words) and words[k] == N.HALF_MORE and scale > 1:
            merged[-1] = (merged[-1][0] + merged[-1][1] / 2, merged[-1][1])
            k += 1
        if neighbours:
            return _Amount(value * scale, k, high=Decimal(neighbours[1]) * scale, raw=value, scale=scale, flag="")
        raw = value if not parts else None
        flag = flag or odd
        parts, i = merged, k
        if scale == 1:
            break
    if not parts:
        return None
    total = sum((v for v, _ in parts), Decimal(0))
    if raw and len(parts) == 1:
        return _Amount(total, i, raw=raw, scale=parts[0][1], flag=flag)
    return _Amount(total, i, flag=flag)


def _neighbours(words: list[str], i: int) -> tuple[int, int] | None:
    """ "hai ba người": from two to three."""
    pair = N.DIGITS.get(words[i]), N.DIGITS.get(words[i + 1] if i + 1 < len(words) else "")
    if pair[0] is None or pair[1] is None or (pair[0], pair[1]) not in N.NEIGHBOURS:
        return None
    return None if words[i + 2 : i + 3] in ([N.TENS], [N.HUNDRED]) else (pair[0], pair[1])


def _tail(pieces: list[_Piece], i: int, j: int, scale: Decimal) -> Decimal | None:
    """The tail of "3 tỷ 6", "1tr2", "hai triệu tư": tenths of the magnitude before; None where it is no tail."""
    if j != len(pieces) or scale < 1000:
        return None
    piece = pieces[i]
    if piece.figure:
        return scale * int(piece.text) / Decimal(10) ** len(piece.text) if piece.text.isdigit() and len(piece.text) <= 3 else None
    if j > i + 1 or piece.text in ("một", "năm"):
        return None
    digit = N.DIGITS.get(piece.text) or N.BOUND_DIGITS.get(piece.text)
    return scale * digit / 10 if digit else None


# --- Its unit --------------------------------------------------------------------------------------------------------


@dataclass(slots=True, frozen=True)
class _Spelling:
    text: str
    kind: Kind
    unit: str
    spaced: bool  # may stand behind a space
    family: str


def _spellings() -> dict[str, list[_Spelling]]:
    """First token of a unit -> the spellings that begin with it, longest first."""
    tables: tuple[tuple[str, Kind, dict[str, tuple[str, ...]]], ...] = (
        ("percent", "percent", U.PERCENT),
        ("money", "money", U.CURRENCIES),
        ("physical", "measure", U.PHYSICAL),
        ("duration", "measure", U.DURATIONS),
        ("points", "index", U.POINTS),
    )
    by_token: dict[str, list[_Spelling]] = {}
    for family, kind, table in tables:
        for unit, spellings in table.items():
            for spelling in spellings:
                text = fold(spelling)
                token = _TOKEN_AT.match(text)
                if token is None:  # "0c", typed for °C
                    continue
                by_token.setdefault(token[1], []).append(_Spelling(text, kind, unit, text not in U.GLUED_ONLY, family))
    for candidates in by_token.values():
        candidates.sort(key=lambda s: -len(s.text))
    return by_token


_SPELLINGS = _spellings()
_DENOMINATOR = regex.compile(rf"/(?:{_any(U.DENOMINATORS)})(?!\w)")
_NEXT_WORD = regex.compile(rf"\s({_WORD_LETTER}+)")


def _next_word(folded: str, pos: int) -> str:
    match = _NEXT_WORD.match(folded, pos)
    return match[1] if match else ""


def _complete(folded: str, pos: int) -> bool:
    """Whether no counted noun follows: the end, punctuation, or a function word."""
    word = _next_word(folded, pos)
    return not word or word in U.FUNCTION_WORDS


def _find_unit(folded: str, pos: int, token: regex.Match[str], value: Decimal | None, spoken: bool) -> tuple[_Spelling, int] | None:
    """The unit that stands at `pos` (behind an optional space), and its end."""
    start = token.start(1)
    for spelling in _SPELLINGS.get(token[1], ()):
        end = start + len(spelling.text)
        if not folded.startswith(spelling.text, start) or (folded[end - 1 : end].isalnum() and folded[end : end + 1].isalnum()):
            continue
        if start > pos and not spelling.spaced:
            continue
        if spelling.text in U.SPOKEN_ONLY and not spoken:
            continue
        if _means_otherwise(folded, spelling, pos, end, value):
            continue
        return spelling, end
    return None


def _means_otherwise(folded: str, spelling: _Spelling, pos: int, end: int, value: Decimal | None) -> bool:
    text = spelling.text
    following = _next_word(folded, end)
    if following and following in U.NOT_BEFORE.get(text, ()):
        return True
    if text in U.ONLY_BEFORE and following not in U.ONLY_BEFORE[text]:
        return True
    if text == "đ" and folded[end : end + 2] in ("/c", ".c"):
        return True
    if text == "g" and folded[pos - 1 : end] in U.CODES and not folded[pos - 2 : pos - 1].isdigit():
        return True
    return text == "điểm" and value is not None and value == int(value) and not _complete(folded, end) and folded[end : end + 2] != " %"


def _add_unit(folded: str, atom: _Atom, spoken: bool) -> bool:
    """Read the unit behind the atom; False where letters are glued to the figure that are no unit: then it is no number."""
    pos = atom.after
    token = _TOKEN_AT.match(folded, pos)
    if token is None:
        return True
    if atom.scale >= 1000 or not atom.worded:
        money = N.MONEY_MAGNITUDES.get(token[1])
        if money and atom.value is not None:
            atom.value, atom.scale, atom.raw = atom.value * money, money, atom.value
            _set_unit(atom, "money", "VND", token.start(1), token.end())
            return True
    found = _find_unit(folded, pos, token, atom.value, spoken)
    if found is None:
        if token.start(1) == pos and not atom.worded:
            return _glued_noun(folded, pos)
        if token[1] == "lần":
            _read_times(folded, atom, token.end())
        return True
    spelling, end = found
    _set_unit(atom, spelling.kind, spelling.unit, token.start(1), end)
    if spelling.family == "physical" and folded[end : end + 1] == "/":
        below = _DENOMINATOR.match(folded, end)
        if below:
            atom.unit, atom.end = f"{spelling.unit}/{U.DENOMINATORS[below.group()[1:]]}", below.end()
    if spelling.family != "percent" and folded.startswith(" rưỡi", end) and atom.value is not None and not folded[end + 5 : end + 6].isalpha():
        atom.value, atom.end = atom.value + _HALF, end + 5
    return True


def _set_unit(atom: _Atom, kind: Kind, unit: str, start: int, end: int) -> None:
    atom.kind, atom.unit, atom.unit_start, atom.end = kind, unit, start, end
    if atom.noun_from >= 0:
        atom.noun_from = -1


_GLUED = regex.compile(rf"{_WORD_LETTER}+(?![0-9])")


def _glued_noun(folded: str, pos: int) -> bool:
    """ "25người": letters glued to a figure are a noun when they are Vietnamese beyond doubt."""
    match = _GLUED.match(folded, pos)
    return match is not None and len(match.group()) > 1 and not match.group().isascii()


_TIMES_LEADS = regex.compile(r"(?<!\w)(?:gấp|tăng|giảm|bằng|cao hơn|thấp hơn|lớn hơn|nhiều hơn)(?: (?:khoảng|gần|hơn|trên|tới|đến|lên|từ|ít nhất|xấp xỉ|cả))* $")


def _read_times(folded: str, atom: _Atom, end: int) -> None:
    """ "gấp 2,4 lần" is a multiple; "ít nhất hai lần" is a count."""
    lead = _TIMES_LEADS.search(folded, max(0, atom.start - 24), atom.start)
    if lead is None and (atom.value is None or atom.value == int(atom.value)):
        return
    _set_unit(atom, "ratio", "lần", end - 3, end)
    if lead and lead.group().startswith(("tăng", "giảm")):
        atom.flags.append("ambiguous")


# --- Reading the places ----------------------------------------------------------------------------------------------


def _word_before(folded: str, start: int) -> str:
    """The word before a position, where only one space stands between."""
    if start < 2 or folded[start - 1] != " ":
        return ""
    cut = max(folded.rfind(" ", 0, start - 1), folded.rfind("\n", max(0, start - 30), start - 1))
    return folded[cut + 1 : start - 1].lstrip("(\"'[")


def _candidates(folded: str, starts: dict[str, regex.Pattern[str]]) -> list[tuple[int, int, str]]:
    """(start, end, what) of every place where a number may begin, in order."""
    places = [(m.start(), m.end(), "figure") for m in _FIGURE.finditer(folded)]
    for pattern in starts.values():
        places += [(m.start(), m.end(), "word") for m in pattern.finditer(folded)]
    places += [(m.start(), m.end(), "fixed") for m in _FIXED.finditer(folded)]
    places += [(m.start(), m.end(), "half") for m in _HALF_MAGNITUDE.finditer(folded)]
    places += [(m.start(), m.end(), "vague") for m in _VAGUE.finditer(folded)]
    places += [(m.start(), m.end(), "ocr") for m in _OCR.finditer(folded)]
    places.sort(key=lambda p: (p[0], -p[1]))
    return places


def _atoms(folded: str, nfc: str | None, spoken: bool) -> Iterator[_Atom]:
    """Every number by itself, with its magnitude and unit, in order."""
    reach = 0
    for start, end, what in _candidates(folded, _SPOKEN_STARTS if spoken else _WORD_STARTS):
        if start < reach:
            continue
        atom = _read(folded, nfc, start, end, what, spoken)
        if atom is not None:
            reach = max(atom.end, atom.noun_from)
            yield atom


def _read(folded: str, nfc: str | None, start: int, end: int, what: str, spoken: bool) -> _Atom | None:
    if what == "figure":
        return _read_from_figure(folded, nfc, start, end, spoken)
    if what == "word":
        return _read_from_word(folded, nfc, start, end, spoken)
    if what == "half":
        magnitude = _WORD_AT.match(folded, end)
        assert magnitude is not None
        scale = N.MAGNITUDES[magnitude[1]]
        atom = _Atom(start, magnitude.end(), scale / 2, worded=True, raw=_HALF, scale=scale)
        return atom if _add_unit(folded, atom, spoken) else None
    if what == "fixed":
        value, total, qualifier = N.FIXED[folded[start:end]]
        times = total is None
        atom = _Atom(start, end, value, total=total, kind="ratio", unit="lần" if times else None, worded=True)
        atom.qualifier = "more_than" if qualifier == "more_than" else None
        return atom
    if what == "vague":
        atom = _Atom(start, end, None, worded=True, qualifier="about", flags=["vague"])
        _add_unit(folded, atom, spoken)
        return atom
    atom = _Atom(start, end, None, flags=["ocr_suspect"])
    if folded[end - 1] == "%":
        atom.kind, atom.unit = "percent", "%"
    return atom


def _read_from_figure(folded: str, nfc: str | None, start: int, end: int, spoken: bool) -> _Atom | None:
    text = folded[start:end]
    if " " in text and "\n" not in text and (_word_before(folded, start) in N.LABEL_BEFORE or (nfc is not None and "\t" in nfc[start:end])):
        end = start + text.index(" ")
        text = folded[start:end]
    if "\n" in text and (start == 0 or folded[start - 1] == "\n"):  # "12.\n" is a list mark on its own line
        end = start + text.index(".\n" if ".\n" in text else ".")
        text = folded[start:end]
    if _word_before(folded, start) == "thứ" and not _is_rank(folded, start) and folded[end : end + 1] != "/":
        return None
    value, odd = _read_figure(text)
    atom = _Atom(start, end, value, raw=value, text=text)
    follow = folded[end : end + 2]
    if value is not None and follow and (follow[0].isalpha() or (follow[0] == " " and follow[1:] in _RUN_INITIALS)):
        pieces = _pieces(folded, start, end, figure=True)
        if len(pieces) > 1:
            _extend(folded, atom, pieces, spoken)
    return _finish(folded, atom, odd, spoken)


_RUN_INITIALS = frozenset(word[0] for word in (*N.MAGNITUDES, *N.POINT_WORDS))


def _extend(folded: str, atom: _Atom, pieces: list[_Piece], spoken: bool) -> None:
    """Take the magnitudes (and what follows them) into the atom."""
    amount = _read_run(pieces, spoken)
    if amount is None:
        return
    used, value = amount.used, amount.value
    if amount.tail_from and not spoken and not _tail_stands(folded, pieces[used - 1].end):
        used, value = amount.tail_from, amount.tailless
    atom.value, atom.high, atom.raw, atom.scale = value, amount.high, amount.raw, amount.scale
    atom.end = pieces[used - 1].end


def _tail_stands(folded: str, pos: int) -> bool:
    """Whether "3 tỷ 6" ends here: before a noun the 6 would count it."""
    word = _next_word(folded, pos)
    glued = folded[pos : pos + 1]
    return (not word and not glued.isalnum() and glued not in "%/-") or word in N.TAIL_AFTER or word in _SPELLINGS and _SPELLINGS[word][0].kind == "money"


def _read_from_word(folded: str, nfc: str | None, start: int, end: int, spoken: bool) -> _Atom | None:
    before = _word_before(folded, start)
    rank = before in ("thứ", "hạng") and _is_rank(folded, start)
    if not spoken and before in N.ORDINAL_BEFORE and not rank:
        return None
    pieces = _pieces(folded, start, end, figure=False)
    atom = _Atom(start, end, None, worded=True)
    _extend(folded, atom, pieces, spoken)
    if atom.value is None:
        if not (spoken and pieces[0].text == N.ZERO):
            return None
        atom.value = atom.raw = Decimal(0)
    single = atom.end == end
    if not _finish(folded, atom, "", spoken):
        return None
    if spoken or not single or atom.total is not None or rank:
        return atom
    return atom if _is_number_word(folded, nfc, atom, end, before) else None


def _is_number_word(folded: str, nfc: str | None, atom: _Atom, end: int, before: str) -> bool:
    """Whether a lone number word ("hai", "ba") is a number here, not a part of a name or of a fixed phrase."""
    word = folded[atom.start : end]
    in_brackets = folded[atom.start - 1 : atom.start] == "(" and folded[end : end + 1] == ")"
    if in_brackets:
        return True
    if before in N.NAME_BEFORE and atom.unit is None:
        return False
    if word == "năm" and before in N.YEAR_BEFORE:
        return False
    if word == "chín" and before in N.RIPE_BEFORE:
        return False
    following = _next_word(folded, end)
    if not following and not folded.startswith(" %", end):
        return False
    if any(folded.startswith(phrase, end + 1) and not folded[end + 1 + len(phrase) : end + 2 + len(phrase)].isalpha() for phrase in N.FIXED_PHRASES.get(word, ())):
        return False
    return nfc is None or not _is_name(nfc, atom.start, end)


def _is_name(nfc: str, start: int, end: int) -> bool:
    """A capitalised number word is a name unless it opens a sentence before a lower-case word."""
    if not nfc[start].isupper() or nfc[start:end].isupper():
        return False
    follow = nfc[end + 1 : end + 2]
    before = nfc[:start].rstrip(" \t\"'“‘(-–•*+")[-1:] if start < 200 else nfc[start - 200 : start].rstrip(" \t\"'“‘(-–•*+")[-1:]
    opens = before in ("", ".", "!", "?", ":", "\n", ";", "…")
    return follow.isupper() or not opens


_RANK = regex.compile(rf"(?<!\w)(?:{_any(N.RANK_LEADS)}) $")


def _is_rank(folded: str, start: int) -> bool:
    return _RANK.search(folded, max(0, start - 24), start) is not None


_FRACTION = regex.compile(rf" phần ({_PART}|[0-9]+)(?!\w)(?! (?:{_COMPOUND}))")


def _finish(folded: str, atom: _Atom, odd: str, spoken: bool) -> _Atom | None:
    """Fraction, double writing, unit, rank, sign and the flags of odd marks."""
    fraction = _FRACTION.match(folded, atom.end) if folded.startswith(" phần ", atom.end) else None
    if fraction and atom.value is not None and atom.scale == 1:
        below = N.DIGITS.get(fraction[1]) or {"mười": 10, "tư": 4}.get(fraction[1]) or int(fraction[1])
        if spoken or atom.value < below:
            atom.total, atom.kind, atom.end = Decimal(below), "ratio", fraction.end()
            return _add_sign(folded, atom, spoken)
    if not _add_unit(folded, atom, spoken):
        return None
    if atom.unit is None:
        _add_prefix_currency(folded, atom)
    if atom.kind == "count" and _is_rank(folded, atom.start):
        atom.kind = "index"
    if odd:
        _flag_marks(folded, atom, odd)
    elif atom.kind == "percent" and "." in atom.text and atom.scale == 1 and atom.text.count(".") == 1 and "," not in atom.text:
        atom.flags.append("ambiguous")
    return _add_sign(folded, atom, spoken)


def _flag_marks(folded: str, atom: _Atom, odd: str) -> None:
    if odd != "comma3":
        atom.flags.append(odd)
        return
    # "12,640": a Vietnamese decimal before what is measured, an English thousand before what is counted whole.
    assert atom.raw is not None and atom.value is not None
    zeros = atom.text.endswith(",000")
    whole = atom.scale == 1 and (
        zeros or (atom.kind == "count" and not _complete(folded, atom.end)) or (atom.kind == "money" and atom.unit == "VND") or atom.kind == "measure" and atom.unit in U.DURATIONS
    )
    if whole:
        atom.value, atom.raw = atom.value * 1000, atom.raw * 1000
        atom.flags.append("foreign_grouping")
    elif atom.scale == 1 and atom.kind not in ("percent", "index"):
        atom.flags.append("ambiguous")


_PREFIX = regex.compile(rf"(?<!\w)(?:{_any(U.PREFIX_CURRENCIES)}) ?$")


def _add_prefix_currency(folded: str, atom: _Atom) -> None:
    before = folded[atom.start - 1 : atom.start]
    if before not in ("$", "€", "£", "¥") and not (before and (before.isalpha() or before == " ") and folded[atom.start - 4 : atom.start].strip()[-3:] in _PREFIX_TAILS):
        return
    match = _PREFIX.search(folded, max(0, atom.start - 5), atom.start)
    # "5.000 usd 3 lần": a code that closes a number opens no other.
    if match and not folded[max(0, match.start() - 2) : match.start()].strip()[-1:].isdigit():
        atom.kind, atom.unit, atom.start = "money", U.PREFIX_CURRENCIES[match.group().strip()], match.start()


_PREFIX_TAILS = frozenset(prefix[-3:] for prefix in U.PREFIX_CURRENCIES)


def _add_sign(folded: str, atom: _Atom, spoken: bool) -> _Atom:
    start = atom.start
    before = folded[start - 1 : start]
    if before in ("-", "+") and start > 0:
        outer = folded[start - 2 : start - 1] if start > 1 else ""
        outermost = folded[start - 3 : start - 2] if start > 2 else ""
        after_number = outer.isalnum() or outer == "%" or (outer == " " and (outermost.isdigit() or outermost == "%"))
        bullet = outer in ("", "\n") and not (start == 1 and spoken) and atom.kind != "percent"
        if not after_number and not bullet and (outer in ("(", "[", "/", ":", "") or atom.kind in ("percent", "index") or before == "+"):
            atom.start -= 1
            atom.signed = "increase" if before == "+" else "decrease"
    elif before == " " and atom.value is not None:
        for word in N.SPOKEN_MINUS_WORDS if spoken else N.MINUS_WORDS:
            lead = start - len(word) - 1
            if folded.startswith(word, max(lead, 0)) and lead >= 0 and not folded[lead - 1 : lead].isalpha():
                atom.start, atom.value = lead, -atom.value
                break
    return atom


# --- Numbers that belong together ------------------------------------------------------------------------------------

_REPEAT = regex.compile(r" ?\((?:bằng chữ:? ?|viết bằng chữ:? ?)?")


def _join_repeats(folded: str, atoms: list[_Atom], spoken: bool) -> list[_Atom]:
    """ "15 (mười lăm) ngày" is one number, written twice."""
    joined: list[_Atom] = []
    for atom in atoms:
        first = joined[-1] if joined else None
        closed = folded[atom.end : atom.end + 1] == ")"
        if first and closed and first.worded != atom.worded and first.noun_from < 0 and _REPEAT.fullmatch(folded, first.end, atom.start):
            if first.value != atom.value:
                first.flags.append("words_digits_mismatch")
            if first.unit is None and atom.unit is not None:
                first.kind, first.unit = atom.kind, atom.unit
            first.noun_from = atom.end + 1
            if first.unit is None:
                _take_behind(folded, first, spoken)
            continue
        joined.append(atom)
    return joined


def _take_behind(folded: str, atom: _Atom, spoken: bool) -> None:
    """The magnitude and unit that stand behind the bracket: "15 (mười lăm) triệu đồng"."""
    word = _WORD_AT.match(folded, atom.noun_from)
    while word and word[1] in N.MAGNITUDES and atom.value is not None:
        atom.value, atom.scale = atom.value * N.MAGNITUDES[word[1]], atom.scale * N.MAGNITUDES[word[1]]
        atom.end, atom.noun_from = word.end(), -1
        word = _WORD_AT.match(folded, atom.end)
    _add_unit(folded, atom, spoken)


_DASH = frozenset(["-", " - ", " -", "- "])
_TO = frozenset([" đến ", " tới ", "-đến "])
_SLASH = frozenset(["/", " / ", " /", "/ "])
_OF = frozenset([" trên ", " trên tổng số ", " trên tổng ", " trong tổng số ", " trong số ", " trong ", " trên số ", " trong tổng "])
_AND = frozenset([" và "])
_JOINT = frozenset([*_DASH, *_TO, *_SLASH, *_OF, *_AND])


def _join_pairs(folded: str, atoms: list[_Atom]) -> list[_Atom]:
    """Ranges and ratios; a chain of three by dashes or slashes is a date or a code and is left alone or dropped."""
    gaps = [folded[a.after : b.start] if b.start - a.after <= 15 else "" for a, b in pairwise(atoms)]
    joined: list[_Atom] = []
    i = 0
    while i < len(atoms):
        gap = gaps[i] if i < len(gaps) else ""
        if gap not in _JOINT:
            joined.append(atoms[i])
            i += 1
            continue
        chain = i + 1
        while chain < len(gaps) and gaps[chain] == gap and gap in ("-", "/"):
            chain += 1
        if chain > i + 1:
            joined += atoms[i : chain + 1] if gap == "-" else []
            i = chain + 1
            continue
        pair = _pair(folded, atoms[i], atoms[i + 1], gap)
        if pair is None:
            if gap in _SLASH and _is_one_of_rate(folded, atoms[i], atoms[i + 1]):
                del_next = True
            else:
                del_next = False
            joined.append(atoms[i])
            i += 2 if del_next else 1
            continue
        joined.append(pair)
        i += 2
    return joined


def _is_one_of_rate(folded: str, a: _Atom, b: _Atom) -> bool:
    """ "50.000 đồng/1 kg": the 1 belongs to the denominator."""
    return a.unit is not None and b.value == 1


def _pair(folded: str, a: _Atom, b: _Atom, gap: str) -> _Atom | None:
    if a.value is None or b.value is None or a.high is not None or b.high is not None or a.total is not None or b.total is not None:
        return None
    if gap in _SLASH or gap in _OF:
        return _ratio(folded, a, b, gap)
    if gap in _AND and not folded.endswith("giữa ", 0, a.start):
        return None
    return _range(a, b, gap)


def _is_year(atom: _Atom) -> bool:
    return len(atom.text) == 4 and atom.text.isdigit() and 1900 <= int(atom.text) <= 2100


def _shared(a: _Atom, b: _Atom) -> Decimal | None:
    """The value of `a` once it shares the magnitude of `b`."""
    if a.value is None or a.unit is not None or a.scale != 1 or a.raw is None or b.scale == 1 or b.raw is None or a.raw > b.raw:
        return a.value
    return a.value * b.scale


def _range(a: _Atom, b: _Atom, gap: str) -> _Atom | None:
    if (a.unit is not None and a.unit != b.unit) or b.signed or (a.kind == "index" and a.unit is None):
        return None
    if _is_year(a) and (_is_year(b) or (b.text.isdigit() and len(b.text) == 2)):
        return None
    low = _shared(a, b)
    assert low is not None and b.value is not None
    if low >= b.value or (a.value is not None and a.value < 0):
        return None
    if gap == "-" and b.unit is None and (len(a.text) > 1 and a.text[0] == "0" and len(a.text) > 2):  # phone
        return None
    atom = _Atom(a.start, b.end, low, high=b.value, kind=b.kind, unit=b.unit, unit_start=b.unit_start, worded=a.worded or b.worded, text="-")
    atom.flags, atom.noun_from, atom.signed, atom.qualifier = a.flags + b.flags, b.noun_from, a.signed, a.qualifier
    return atom


def _ratio(folded: str, a: _Atom, b: _Atom, gap: str) -> _Atom | None:
    if "%" in (a.unit, b.unit) or b.value is None or b.value <= 0 or a.value is None or a.value < 0:
        return None
    if a.unit is not None and b.unit is None and (_next_word(folded, b.after) or a.kind != "measure"):
        return None
    if a.unit is not None and b.unit is not None and a.unit != b.unit:
        return None
    if gap in _OF:
        return _ratio_in_words(folded, a, b, gap)
    kind: Kind = "index" if "index" in (a.kind, b.kind) else "ratio"
    if a.unit is None and b.kind == "measure" and b.unit in U.DURATIONS:
        # "27/12 ngày": the days are what is counted, so they stay outside like any noun.
        return _Atom(a.start, b.unit_start - 1 if folded[b.unit_start - 1] == " " else b.unit_start, a.value, total=b.value, kind="ratio", flags=a.flags + b.flags)
    if kind == "ratio" and a.kind == b.kind == "count" and (a.worded or b.worded):
        return None
    unit = b.unit or a.unit
    value = _shared(a, b) if a.unit is None else a.value
    return _Atom(a.start, b.end, value, total=b.value, kind=kind, unit=unit, flags=a.flags + b.flags, noun_from=b.noun_from, signed=a.signed)


def _ratio_in_words(folded: str, a: _Atom, b: _Atom, gap: str) -> _Atom | None:
    """ "9 trên 10", "1 trong 4", "151 trên tổng số 158"."""
    if a.unit is not None or b.unit is not None or b.kind != "count" or a.value is None or b.value is None or a.value >= b.value:
        return None if a.value != b.value or a.unit is not None or b.unit is not None or "tổng" not in gap else _whole(a, b)
    if "trong" in gap and (a.worded and a.value == 1 or _word_before(folded, a.start) in ("là", "trở", "thành", "thuộc", "nằm")):
        return None
    return _whole(a, b)


def _whole(a: _Atom, b: _Atom) -> _Atom:
    kind: Kind = "index" if a.kind == "index" else "ratio"
    return _Atom(a.start, b.end, a.value, total=b.value, kind=kind, flags=a.flags + b.flags, noun_from=b.noun_from)


_COMMAS = frozenset([", ", "; ", " và ", " hoặc ", " hay ", ", và "])


def _share_signs(folded: str, atoms: list[_Atom]) -> None:
    """ "10, 12 và 15%": bare numbers before a percentage, with nothing between, are percentages too; money after "và" alike."""
    for i in range(len(atoms) - 1, 0, -1):
        a, b = atoms[i - 1], atoms[i]
        if b.unit is None or b.start - a.after > 6 or not (a.bare and b.total is None) or a.worded:
            continue
        gap = folded[a.after : b.start]
        if gap not in _COMMAS or _is_year(a) or _word_before(folded, a.start) in N.LABEL_BEFORE:
            continue
        if b.kind == "percent":
            a.kind, a.unit = "percent", b.unit
        elif b.kind == "money" and (gap.strip(" ,") in ("và", "hoặc", "hay") or b.text == "shared"):
            a.value, a.kind, a.unit, a.scale = _shared(a, b), "money", b.unit, b.scale
            a.raw = a.raw if a.raw is not None else a.value
            a.text = "shared"
        elif b.kind == "money" and a.scale > 1 and gap in (", ", "; "):
            continue


_MONEY_LEAD = regex.compile(rf"(?<!\w)(?:{_any(N_ for N_ in U.MONEY_BEFORE)})(?!\w)")
_PEOPLE_LEAD = regex.compile(rf"(?<!\w)(?:{_any(U.PEOPLE_BEFORE)})(?!\w)")


def _infer_money(folded: str, atoms: list[_Atom]) -> None:
    """ "kinh phí 36 tỷ": an amount of millions that counts no noun is money, in the currency last named in its sentence."""
    last: _Atom | None = None
    for atom in atoms:
        if atom.kind == "money":
            last = atom
        elif atom.scale in N.MONEY_SCALES and atom.kind == "count" and atom.value is not None and _complete(folded, atom.after):
            near = last is not None and atom.start - last.end < 160 and not regex.search(r"[.!?\n]\s|\n", folded[last.end : atom.start])
            lead = folded[max(0, atom.start - 90) : atom.start]
            lead = lead[max(lead.rfind("\n"), lead.rfind(". ")) + 1 :]
            people = _PEOPLE_LEAD.search(lead)
            if near or (atom.scale >= 10**9 and not people) or (_MONEY_LEAD.search(lead) and not people):
                atom.kind, atom.unit = "money", (last.unit if near and last else "VND")
                atom.flags.append("unit_inferred")
                last = atom


# --- What stands around ----------------------------------------------------------------------------------------------

_HEDGE_OF: dict[str, Qualifier] = {fold(words): qualifier for qualifier, spellings in H.HEDGES.items() for words in spellings}
_HEDGE_LAST = frozenset(words.rsplit(" ", 1)[-1] for words in _HEDGE_OF)
_HEDGE_LENGTH = max(len(words.split()) for words in _HEDGE_OF)
_BOUND = regex.compile(rf"(?<!\w)(?:{_any(H.AFTER_BOUNDS)})(?!\w)")
_BOUND_GAP = regex.compile(r"[^.,;:()\n0-9]{0,32}")


def _hedge(folded: str, start: int, is_range: bool) -> Qualifier | None:
    """The qualifier that the words directly before a number give it."""
    last = _word_before(folded, start) or (folded[max(0, start - 12) : start].split() or [""])[-1] if folded[start - 1 : start].isspace() else ""
    if last not in _HEDGE_LAST:
        return None
    words = folded[max(0, start - 40) : start].split()
    for length in range(min(_HEDGE_LENGTH, len(words)), 0, -1):
        phrase = " ".join(words[-length:]).lstrip("(\"'[")
        qualifier = _HEDGE_OF.get(phrase)
        if qualifier is None:
            continue
        if is_range and phrase in H.RANGE_EXACT:
            return "exact"
        if phrase == "hơn" and words[-2:-1] and words[-2] in H.COMPARATIVES:
            return None
        return qualifier
    return None


def _qualify(folded: str, atoms: list[_Atom]) -> None:
    for atom in atoms:
        if atom.qualifier is None:
            atom.qualifier = _hedge(folded, atom.start, atom.high is not None)
            if atom.qualifier is None and atom.text == "" and atom.high is not None:
                atom.qualifier = "about"
            if atom.qualifier == "more_than" and folded.startswith(H.AFTER_ABOUT, atom.after):
                atom.qualifier = "about"
    ends = [atom.end for atom in atoms]
    for bound in _BOUND.finditer(folded):
        i = bisect_right(ends, bound.start()) - 1
        if i >= 0 and _BOUND_GAP.fullmatch(folded, ends[i], bound.start()):
            atoms[i].qualifier = H.AFTER_BOUNDS[bound.group()]


def _quantity(atom: _Atom) -> Quantity:
    return Quantity(
        atom.start, atom.end, atom.kind, atom.value, atom.high, atom.total, atom.unit, atom.qualifier or "exact", atom.signed, tuple(atom.flags), atom.noun_from
    )


def _find(folded: str, nfc: str | None, spoken: bool) -> list[Quantity]:
    atoms = list(_atoms(folded, nfc, spoken))
    atoms = _join_pairs(folded, _join_repeats(folded, atoms, spoken))
    _share_signs(folded, atoms)
    _infer_money(folded, atoms)
    _qualify(folded, atoms)
    return [_quantity(atom) for atom in atoms]


def find_quantities(folded: str, nfc: str | None = None) -> list[Quantity]:
    """Every number of a folded text with its magnitude, sign and unit, in order, none overlapping another.

    Positions are those of `folded`. `nfc`, the same text before folding, lets capitals tell a name ("Ba Đình") from a
    number ("Ba đơn vị"). Figures of dates and codes are read as numbers too. A quantity whose value is None is vague
    ("hàng trăm") or broken ("2.3456").
    """
    return _find(folded, nfc, spoken=False)


_LEADING = regex.compile(rf"(?:(?:{_any(_HEDGE_OF)}|từ|giữa)(?!\w)\s*)*")


def parse_number(text: str) -> Quantity | None:
    """Read a whole text as one number expression, written or spoken; None where it is not one.

    Any Unicode form and spacing is accepted. A leading hedge ("gần 45%") and trailing words without figures and
    punctuation ("45 hồ sơ") are tolerated; positions are those of the text in NFC with runs of spaces made one.
    Unlike in running text "không", "một" and "năm" alone are numbers, and "hai ba" is 23.
    """
    folded = fold(unicodedata.normalize("NFC", " ".join(text.split())))
    folded = regex.sub(r"^- (?=[0-9])", "-", folded)
    found = _find(folded, None, spoken=True)
    if len(found) != 1:
        return None
    number = found[0]
    lead = _LEADING.match(folded)
    if lead is None or lead.end() < number.start or number.value is None and "vague" in number.flags and False:
        return None
    return number if regex.fullmatch(r"[^\d.,;:!?()]*|[^\d.,;:!?()]*trở (?:lên|xuống)|\.", folded[number.after :]) else None
