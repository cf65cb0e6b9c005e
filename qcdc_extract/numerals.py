"""What figures and number words are worth: "1.204,5", "hai mươi tư", "2 tỷ 413 triệu", "hai phẩy năm".

Knows nothing of units or of what stands around; numbers.py says where to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from qcdc_extract.late import late
from qcdc_extract.vocabulary import numbers as lex

ONE = Decimal(1)
_ZERO = Decimal(0)
_TEN = Decimal(10)
_THOUSAND = Decimal(1000)


LONGEST = 40  # characters of a figure; what is longer counts nothing

# --- Figures ---------------------------------------------------------------------------------------------------------


@lru_cache(4096)
def read_figure(text: str) -> tuple[Decimal | None, str]:
    """The value of a figure, and what is odd in its marks ("" where nothing is).

    "comma3" stands for one comma before three digits, which the words that follow decide; the rest are flags of a
    record. The value is None where the marks make no number ("2.3456").
    """
    if len(text) > LONGEST:
        return None, "bad_grouping"
    if text.isdigit():
        return Decimal(text), ""
    if "\n" in text:
        return Decimal("".join(c for c in text if c.isdigit())), "wrapped"
    if " " in text:
        return Decimal(text.replace(" ", "").replace(",", ".")), "odd_grouping"
    dots, commas = text.count("."), text.count(",")
    if dots + commas == 1:
        return _one_mark(text, "." if dots else ",")
    return _many_marks(text, dots, commas)


def _one_mark(text: str, mark: str) -> tuple[Decimal | None, str]:
    whole, _, part = text.partition(mark)
    could_group = len(part) == 3 and len(whole) <= 3 and whole[0] != "0"
    if mark == ",":
        return Decimal(f"{whole}.{part}"), "comma3" if could_group else ""
    if could_group:
        return Decimal(whole + part), ""
    if len(part) < 3 or not whole.strip("0"):
        return Decimal(text), "foreign_decimal"
    return None, "bad_grouping"


def _many_marks(text: str, dots: int, commas: int) -> tuple[Decimal | None, str]:
    """A figure with several marks: where both kinds stand, the last one is the decimal mark."""
    vietnamese = text.rfind(",") > text.rfind(".") if dots and commas else bool(dots)
    group, point, flag = (".", ",", "") if vietnamese else (",", ".", "foreign_grouping")
    whole, _, part = text.partition(point)
    groups = whole.split(group)
    if point in part or group in part or not 1 <= len(groups[0]) <= 3 or any(len(g) != 3 for g in groups[1:]):
        return None, "bad_grouping"
    return Decimal("".join(groups) + ("." + part if part else "")), flag


# --- Runs of figures and number words --------------------------------------------------------------------------------

_LETTER = r"[^\W\d_]"
_FIGURE_AT = re.compile(r"[ ]?([0-9]+(?:[.,][0-9]+)*)")
_WORD_AT = re.compile(rf"[ ]?({_LETTER}++)(?![0-9])")
# "một tỷ lệ", "12 tỷ phú": a magnitude that opens another word is none.
_OTHER_WORD_AT = re.compile("|".join(f"{word} (?:{'|'.join(rest)})(?!\\w)" for word, rest in lex.NOT_MAGNITUDES.items()))
_GLUED_AT = late(re.compile, r"(k|tr|triệu|tỷ)(?=[0-9])")
_SMALL_WORDS = {*lex.DIGITS, *lex.BOUND_DIGITS, lex.ZERO, lex.TEN, lex.TENS, lex.HUNDRED, *lex.AND_WORDS, lex.HALF_MORE, *lex.POINT_WORDS}
# Words that may stand in a run behind its first word.
RUN_WORDS = frozenset(_SMALL_WORDS | set(lex.MAGNITUDES) - lex.AFTER_FIGURE_ONLY)


class Piece(NamedTuple):
    """A word or figure of a run such as "2 tỷ 413 triệu", and where it ends in the text."""

    text: str
    end: int
    figure: bool


def pieces_from(folded: str, start: int, end: int, figure: bool) -> list[Piece]:
    """The figures and number words that follow each other from `start`; the first one ends at `end`."""
    pieces = [Piece(folded[start:end], end, figure)]
    while True:
        last = pieces[-1]
        word = _WORD_AT.match(folded, last.end)
        if last.figure and word is None:
            word = _GLUED_AT.match(folded, last.end)
        if word and word[1] in lex.NOT_MAGNITUDES and _OTHER_WORD_AT.match(folded, word.start(1)):
            return pieces
        if word and (word[1] in RUN_WORDS or (last.figure and _abbreviates(word, last.end))):
            pieces.append(Piece(word[1], word.end(), False))
            continue
        number = None
        if not last.figure and (last.text in lex.MAGNITUDES or last.text in lex.POINT_WORDS):
            number = _FIGURE_AT.match(folded, last.end)
        if number is None:
            return pieces
        pieces.append(Piece(number[1], number.end(), True))


def _abbreviates(word: re.Match[str], figure_end: int) -> bool:
    """Whether "tr", or a "k" without a space, stands for a magnitude."""
    return word[1] in lex.AFTER_FIGURE_ONLY and (word[1] != "k" or word.start(1) == figure_end)


@dataclass(slots=True)
class Amount:
    """What a run of pieces says, and how many pieces it took.

    `high` is the upper end of "hai ba triệu"; `scale` the magnitude it opens with, and `raw` the value before that where
    nothing else is added.
    `tail_from`, where not 0, is the piece at which the spoken tail of "3 tỷ 6" begins, and `tailless` the value without it.
    """

    value: Decimal
    used: int
    high: Decimal | None = None
    raw: Decimal | None = None
    scale: Decimal = ONE
    tail_from: int = 0
    tailless: Decimal = ONE


@dataclass(slots=True)
class _Part:
    """A summand of a run; what comes after it must be below its scale."""

    value: Decimal
    scale: Decimal


def read_run(pieces: list[Piece], spoken: bool) -> Amount | None:
    """Add up a run: groups with falling magnitudes, stacked magnitudes, "rưỡi", the tail of "3 tỷ 6", decimals behind.

    In running text "hai ba" is from two to three; `spoken` makes it 23.
    """
    words = [p.text for p in pieces]
    amount = _read_whole(pieces, words, spoken)
    if amount is None or _at(words, amount.used) not in lex.POINT_WORDS or amount.value != int(amount.value):
        return amount
    decimals = _decimals(pieces, words, amount.used + 1)  # "hai nghìn phẩy không năm"
    if decimals is None:
        return amount
    return Amount(Decimal(f"{int(amount.value)}.{decimals[0]}"), decimals[1], scale=amount.scale)


def _read_whole(pieces: list[Piece], words: list[str], spoken: bool) -> Amount | None:
    """A run without the decimals that may stand behind all of it."""
    between = None if spoken else _neighbours(words)
    if between:
        scale, used = _magnitudes_at(words, 2)
        return Amount(between[0] * scale, used, high=between[1] * scale, raw=Decimal(between[0]), scale=scale)
    opening = _group(pieces, words, 0, first=True)
    if opening is None:
        return None
    parts, i = _scaled([], *opening, words)
    if i == opening[1]:
        return Amount(opening[0], i, raw=opening[0])
    if i == len(pieces):
        return Amount(parts[0].value, i, raw=opening[0], scale=parts[0].scale)
    return _read_lower(pieces, words, parts, i, opening[0], spoken)


def _read_lower(pieces: list[Piece], words: list[str], parts: list[_Part], i: int, raw: Decimal, spoken: bool) -> Amount:
    """Add to the first part, which is scaled and took `i` pieces, what follows it below its magnitude."""
    alone = True
    while i < len(pieces):
        group = _group(pieces, words, i, first=False)
        if group is None and words[i] in lex.BOUND_DIGITS:  # "mười triệu tư"
            group = Decimal(lex.BOUND_DIGITS[words[i]]), i + 1
        if group is None:
            break
        merged, after = _scaled(parts, *group, words)
        if after == group[1]:  # no magnitude: the last group, or the tail
            tail = _tail(pieces, i, after, parts[-1].scale)
            total = _sum(parts)
            if tail is not None:
                return Amount(total + tail, after, scale=parts[0].scale, tail_from=i, tailless=total)
            unsure = not spoken and after == i + 1 and words[i] in lex.UNSURE_TAILS  # "12 tỷ năm 2015", "5 tỷ một năm"
            if pieces[i].figure or unsure or words[i] in lex.BOUND_DIGITS or group[0] >= parts[-1].scale:
                break
            return Amount(total + group[0], after, scale=parts[0].scale)
        if len(merged) > 1 and merged[-1].value >= merged[-2].scale:
            break
        parts, i, alone = merged, after, False
    return Amount(_sum(parts), i, raw=raw if alone else None, scale=parts[0].scale)


def _sum(parts: list[_Part]) -> Decimal:
    return sum((p.value for p in parts), _ZERO)


def _magnitudes_at(words: list[str], i: int) -> tuple[Decimal, int]:
    scale = ONE
    while i < len(words) and words[i] in lex.MAGNITUDES:
        scale, i = scale * lex.MAGNITUDES[words[i]], i + 1
    return scale, i


def _scaled(parts: list[_Part], value: Decimal, i: int, words: list[str]) -> tuple[list[_Part], int]:
    """`parts` and one more, multiplied by the magnitudes at words[i]: those take in all smaller summands before them."""
    merged = [*parts, _Part(value, ONE)]
    k = i
    while k < len(words) and words[k] in lex.MAGNITUDES:
        magnitude = lex.MAGNITUDES[words[k]]
        last = merged[-1]
        if k > i:  # "250 nghìn tỷ", "một tỷ tỷ"
            last.value, last.scale = last.value * magnitude, last.scale * magnitude
        else:
            merged[-1] = last = _Part(last.value * magnitude, magnitude)
        k += 1
        while len(merged) > 1 and merged[-2].scale < magnitude:  # "hai nghìn ba trăm tỷ"
            lower = merged.pop(-2)
            last.value += lower.value * magnitude
            last.scale = magnitude
    if k > i and k < len(words) and words[k] == lex.HALF_MORE:
        merged[-1].value += merged[-1].scale / 2
        k += 1
    return merged, k


def _neighbours(words: list[str]) -> tuple[int, int] | None:
    """The ends of "hai ba người": from two to three."""
    if len(words) < 2 or words[0] not in lex.DIGITS or words[1] not in lex.DIGITS or words[2:3] in ([lex.TENS], [lex.HUNDRED]):
        return None
    pair = lex.DIGITS[words[0]], lex.DIGITS[words[1]]
    return pair if pair in lex.NEIGHBOURS else None


def _tail(pieces: list[Piece], i: int, after: int, scale: Decimal) -> Decimal | None:
    """The tail of "3 tỷ 6", "1tr2", "hai triệu tư": tenths of the magnitude before it; None where it is no tail."""
    if after != len(pieces) or scale < _THOUSAND:
        return None
    piece = pieces[i]
    if piece.figure:
        return scale * int(piece.text) / _TEN ** len(piece.text) if piece.text.isdigit() and len(piece.text) <= 3 else None
    digit = _digit(piece.text) if after == i + 1 and piece.text not in lex.UNSURE_TAILS else None
    return scale * digit / 10 if digit else None


# --- Groups ----------------------------------------------------------------------------------------------------------


def _digit(word: str) -> int | None:
    return lex.DIGITS.get(word) or lex.BOUND_DIGITS.get(word)


def _unit_digit(word: str) -> int | None:
    """A last digit behind a ten; "mười năm" is ten years."""
    return None if word == "năm" else _digit(word)


def _at(words: list[str], i: int) -> str:
    return words[i] if i < len(words) else ""


def _group(pieces: list[Piece], words: list[str], i: int, first: bool) -> tuple[Decimal, int] | None:
    """A figure or up to three worded digits, with decimals: (value, next index)."""
    value: Decimal | None
    if pieces[i].figure:
        value, after = read_figure(pieces[i].text)[0], i + 1
    elif words[i] == lex.ZERO and _at(words, i + 1) in lex.POINT_WORDS:
        value, after = _ZERO, i + 1
    else:
        worded = _below_thousand(words, i, first)
        if worded is None:
            return None
        value, after = Decimal(worded[0]), worded[1]
    if value is None:
        return None
    if _at(words, after) in lex.POINT_WORDS and value == int(value):
        decimals = _decimals(pieces, words, after + 1)
        if decimals:
            return Decimal(f"{int(value)}.{decimals[0]}"), decimals[1]
    return value, after


def _decimals(pieces: list[Piece], words: list[str], i: int) -> tuple[str, int] | None:
    """The digits behind "phẩy": "không năm", "hai mươi lăm", "23"."""
    if i < len(pieces) and pieces[i].figure:
        return (pieces[i].text, i + 1) if pieces[i].text.isdigit() else None
    if _at(words, i) == lex.TEN or _at(words, i + 1) == lex.TENS:
        small = _below_hundred(words, i)
        return (str(small[0]), small[1]) if small else None
    digits = ""
    while i < len(words):
        digit = 0 if words[i] == lex.ZERO else _digit(words[i])
        if digit is None:
            break
        digits, i = digits + str(digit), i + 1
    return (digits, i) if digits else None


def _below_thousand(words: list[str], i: int, first: bool) -> tuple[int, int] | None:
    """(value, next index) of a group of up to three digits; `first` where it opens the number."""
    if words[i] in lex.AND_WORDS:
        return None if first else _linked(words, i)
    hundreds = 0 if words[i] == lex.ZERO and not first else lex.DIGITS.get(words[i])
    if hundreds is not None and _at(words, i + 1) == lex.HUNDRED:
        return _behind_hundred(words, i + 2, hundreds * 100)
    return _below_hundred(words, i)


def _behind_hundred(words: list[str], i: int, base: int) -> tuple[int, int]:
    word = _at(words, i)
    if word == lex.HALF_MORE:
        return base + 50, i + 1
    if word in lex.AND_WORDS:
        linked = _linked(words, i)
        return (base + linked[0], linked[1]) if linked else (base, i)
    if word in lex.BOUND_DIGITS:  # "năm trăm tư"
        return base + lex.BOUND_DIGITS[word] * 10, i + 1
    small = _below_hundred(words, i) if i < len(words) else None
    if small is None:
        return base, i
    if small[0] >= 10:
        return base + small[0], small[1]
    # "một trăm hai" is 120; "một trăm năm" is a hundred years, and "một trăm một" is nothing sure.
    spoken_tens = base and word not in lex.UNSURE_TAILS and (small[1] == len(words) or words[small[1]] in lex.MAGNITUDES)
    return (base + small[0] * 10, small[1]) if spoken_tens else (base, i)


def _below_hundred(words: list[str], i: int) -> tuple[int, int] | None:
    """(value, next index) of "hai mươi mốt", "mười lăm", "hai mốt", "bảy"."""
    word, follow = words[i], _at(words, i + 1)
    if word == lex.TEN:
        unit = _unit_digit(follow) if follow not in lex.NOT_BEHIND_TEN else None
        return (10 + unit, i + 2) if unit else (10, i + 1)
    digit = lex.DIGITS.get(word)
    if digit is None:
        return None
    if follow == lex.TENS:
        unit = _unit_digit(_at(words, i + 2))
        opens_other = _at(words, i + 3) in (lex.TENS, lex.HUNDRED)
        return (digit * 10 + unit, i + 3) if unit and not opens_other else (digit * 10, i + 2)
    unit = _unit_digit(follow) if digit > 1 and follow != "một" else None
    if unit and _at(words, i + 2) not in (lex.TENS, lex.HUNDRED, "chục"):  # "hai mốt", and "tám chín" inside a number
        return digit * 10 + unit, i + 2
    return digit, i + 1


def _linked(words: list[str], i: int) -> tuple[int, int] | None:
    """The digit behind "linh" or "lẻ"."""
    digit = _digit(_at(words, i + 1))
    return (digit, i + 2) if digit else None
