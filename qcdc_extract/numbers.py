"""Every number of a folded text: figures and number words with magnitudes, %, money, units, ranges and ratios.

The order of reading: `_places` proposes where a number may begin; `_read` turns a place into an `_Atom` (one number
with its magnitude and unit); passes over the list of atoms then join what belongs together (a number repeated in
brackets, ranges, ratios, lists that share a sign) and read the words around (hedges, bounds, money without currency).
Dates and document codes are not known here: other readers claim those, and the longer claim wins.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Literal

from qcdc_extract.document import fold
from qcdc_extract.late import late
from qcdc_extract.model import Direction, Kind, Qualifier, Quantity
from qcdc_extract.numerals import ONE, RUN_WORDS, Piece, pieces_from, read_figure, read_run
from qcdc_extract.scanning import LETTERS, NOWHERE, Placed, branches
from qcdc_extract.units import CURRENCY_WORDS, OPENS_UNIT, TOKEN, UNIT_WORDS, find_unit, is_complete, next_word, token_at, token_start
from qcdc_extract.vocabulary import hedges as hedge_lex
from qcdc_extract.vocabulary import numbers as lex
from qcdc_extract.vocabulary import units as unit_lex

_HALF = Decimal("0.5")
_LETTER = r"[^\W\d_]"
_END = r"(?!\w)"
_START = r"(?<!\w)"


def _any(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@dataclass(slots=True)
class _Atom:
    """A number in the making; the fields of the same name are those of Quantity.

    `raw` is the value before its magnitude `scale` where it has just one; `text` a figure as written; `before` the
    word in front of it; `worded` whether it is in words; `shared` whether it took the unit of the number after it.
    """

    start: int
    end: int
    value: Decimal | None
    before: str = ""
    text: str = ""
    raw: Decimal | None = None
    scale: Decimal = ONE
    high: Decimal | None = None
    total: Decimal | None = None
    kind: Kind = "count"
    unit: str | None = None
    unit_start: int = -1
    worded: bool = False
    shared: bool = False
    qualifier: Qualifier | None = None
    signed: Direction | None = None
    flags: tuple[str, ...] = ()
    noun_from: int = -1

    @property
    def after(self) -> int:
        return self.end if self.noun_from < 0 else self.noun_from

    @property
    def plain(self) -> bool:
        """One number with a point value: not a ratio, not a range, not vague."""
        return self.value is not None and self.high is None and self.total is None


# --- Where a number may begin ----------------------------------------------------------------------------------------
# Figures and words are sought apart: of a plain set of digits the standard library finds the next at once.

_What = Literal["figure", "word", "fixed", "half", "vague", "ocr"]
# Where a number may begin: start, end, what, the word or sign behind a figure.
_Place = tuple[int, int, _What, str]

# Group 2 is set where spaces or a line end stand inside the figure, group 3 is the word or sign behind it.
_FIGURE = re.compile(
    r"([0-9](?:([0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?(?! ?[0-9]|[.,][0-9])"
    r"|(?:[0-9]{0,2}|[0-9.,]*\.[0-9]{1,3})\. ?\n[0-9]{3}(?![0-9]|[.,][0-9]))"
    rf"|(?:[0-9.,]*[0-9])?))(?:{TOKEN})?"
)
_OPEN_LEFT = frozenset(" \n(/:;,.\"'+")  # a figure behind one of these is no part of a name
_GLUED_LEAD = late(re.compile, rf"(?<!{_LETTER})(?:{_any((*lex.GLUED_LEADS, *unit_lex.PREFIX_CURRENCIES))})$")
_RANGE_LEAD = re.compile(
    rf"(?:[0-9]{_LETTER}{{1,4}}|(?<!{_LETTER})(?:{_any(unit_lex.BEFORE_DASH)}))-$|-(?:{_any(unit_lex.PREFIX_CURRENCIES)})$"
)
# OCR puts letters among digits: such a figure is never repaired.
_OCR = re.compile(rf"(?<!\w)(?:l[0-9]+(?:%|(?= {_LETTER}))|(?<![.,])[0-9]+o+[0-9o]*(?:%|(?= {_LETTER}))(?! c{_END}))")

_COMPOUNDING = _any({lex.TENS, lex.HUNDRED, *lex.MAGNITUDES, *lex.POINT_WORDS, *lex.BOUND_DIGITS} - lex.AFTER_FIGURE_ONLY)
_PART = _any({*lex.DIGITS, lex.TEN, "tư"})
_COUNTED = _any(set(lex.DIGITS) - {"một", "năm"})
# "một xã và hai phường": beside another number "một" counts; elsewhere it is an article.
_BESIDE_OTHER = rf"(?! (?:{_any(lex.ARTICLE_AFTER)}){_END})(?= {_LETTER}++(?: {_LETTER}++)?(?:,| và| hoặc) (?:[0-9]|(?:{_COUNTED}){_END}))"
_ONE_BESIDE_OTHER = late(re.compile, _BESIDE_OTHER)
_VAGUE_TAIL = re.compile(rf"(?: ba)?(?: (?:{_any(lex.VAGUE_MAGNITUDES)}){_END})+")
_HALVED_AT = late(re.compile, rf" (?:{_any(lex.HALVED)}){_END}")
_HALF_TIME_AT = late(re.compile, rf" (?:{_any(lex.HALF_TIMES)}){_END}")
_HALF_BEHIND = tuple(f"{hedge} " for hedge in lex.HALF_HEDGES)
_HALF_BEFORE = late(re.compile, rf" (?:{_any(lex.HALF_OF)}){_END}")


def _after_words() -> dict[str, str]:
    """What must follow the commonest number words for them to open a number in running text; mostly it does not."""
    tables = (unit_lex.PHYSICAL, unit_lex.CURRENCIES, unit_lex.PERCENT)
    units = [text for table in tables for texts in table.values() for text in texts if len(text) > 1 and text not in unit_lex.SPOKEN_ONLY]
    neighbours = _any(word for word, value in lex.DIGITS.items() if (5, value) in lex.NEIGHBOURS)
    one = rf"(?= (?:{_COMPOUNDING}|{'|'.join(branches(dict.fromkeys(units, '')))}){_END}| phần (?:{_PART}|[0-9]+){_END})"
    return {
        "một": rf"{_END}(?:{one}|{_BESIDE_OTHER})",
        "năm": rf"(?= (?:{_COMPOUNDING}|{neighbours}|phần (?:{_PART})|{_any(lex.FIVE_NOUNS)}){_END})",
        lex.ZERO: rf"(?= (?:{_any(lex.POINT_WORDS)}) (?:{_PART}|{lex.ZERO}|lăm|[0-9]))",
    }


@cache
def _openings(spoken: bool) -> re.Pattern[str]:
    """The words with which a number may begin, behind a character that is no part of a word."""
    words = dict.fromkeys((*lex.DIGITS, lex.TEN, lex.ZERO, *lex.FIXED), _END)
    multiples = [phrase for phrase in lex.FIXED if phrase.startswith("gấp ")]
    for phrase in multiples:
        del words[phrase]
    words["gấp "] = rf"(?:{_any(phrase[4:] for phrase in multiples)}){_END}(?! (?:lần|{_COMPOUNDING}|{_PART}){_END})"
    initials = "".join(sorted({word[0] for word in ("ba", *lex.VAGUE_MAGNITUDES)}))
    words |= dict.fromkeys(lex.VAGUE_LEADS, f"(?= [{initials}])")  # _VAGUE_TAIL tells the rest
    if not spoken:
        words |= _after_words()
    return re.compile(rf"[^{LETTERS}0-9_](?:{'|'.join(branches(words))})")


def _places(folded: str, nfc: str | None, spoken: bool, taken: Sequence[Placed]) -> list[_Place]:
    """Every place where a number may begin, in order, the longest first; no figures in what is `taken`."""
    places: list[_Place] = []
    for match in _openings(spoken).finditer("\n" + folded):
        start, end = match.start(), match.end() - 1  # the character before the place is taken, too
        opening = None if folded[start - 1 : start].isalnum() else _opening_at(folded, start, end)
        if opening:
            places.append(opening)
    others = iter(taken)
    other = next(others, NOWHERE)
    closed = 0  # what is taken up to here keeps all its figures
    for match in _FIGURE.finditer(folded):
        start, end = match.span(1)
        if end <= closed:
            continue
        while other.end <= start:
            other = next(others, NOWHERE)
        if other.start <= start and end <= other.end and _is_closed(folded, other.start, other.end):
            closed = other.end
            continue
        token = match[3] or ""
        if folded[start - 1 : start] in _OPEN_LEFT and token[:1] != "o" and match.start(2) < 0:
            places.append((start, end, "figure", token))
        else:
            places += _doubtful(folded, nfc, start, end)
    places.sort(key=itemgetter(0))  # of two at one start the earlier stays so: "1 nửa" before "1"
    return places


_STOPS = frozenset(["", *"\n.,;:)\"'"])


def _is_closed(folded: str, start: int, end: int) -> bool:
    """Whether no number goes on from inside folded[start:end] to what stands around, or into it, by sign, unit or joint."""
    if folded[start].isdigit():
        before = _word_before(folded, start)
        if (start and folded[start - 1] not in " \n(") or before in _GOES_BEFORE or before[-1:] in _JOINTS:
            return False
    elif (start > 1 and folded[start - 2].isdigit()) or _JOINED.match(folded, start):  # "23 tháng 8"
        return False
    behind = folded[end : end + 1]
    if behind != " ":
        return behind in _STOPS
    word = token_at(folded, end)
    return word.isalpha() and word not in _GOES_BEHIND


def _doubtful(folded: str, nfc: str | None, start: int, end: int) -> Iterator[_Place]:
    """The places in a stretch of digits that may be several figures, part of a name, or misread letters."""
    ocr_start = start - 1 if folded[start - 1 : start] == "l" else start + len(folded[start:end].rstrip("0123456789"))
    ocr = _OCR.match(folded, ocr_start)
    if ocr:
        yield ocr_start, ocr.end(), "ocr", ""
    for left, right in _figures(folded, nfc, start, end):
        yield left, right, "figure", token_at(folded, right)


def _opening_at(folded: str, start: int, end: int) -> _Place | None:
    """The place of the words there; None where what stands around says that they open no number."""
    text = folded[start:end]
    if text in lex.VAGUE_LEADS:
        tail = _VAGUE_TAIL.match(folded, end)
        return (start, tail.end(), "vague", "") if tail else None
    if text not in lex.FIXED:
        return start, end, "word", ""
    if text != "nửa":
        return start, end, "fixed", ""
    if _HALVED_AT.match(folded, end):
        return start, end, "half", ""
    return (start, end, "fixed", "") if _is_part(folded, start, end) else None


def _is_part(folded: str, start: int, end: int) -> bool:
    """Whether "nửa" is a half of something: before what has parts, or behind a hedge; not of a time."""
    if _HALF_TIME_AT.match(folded, end):
        return False
    return _HALF_BEFORE.match(folded, end) is not None or folded.endswith(_HALF_BEHIND, 0, start)


def _atoms(folded: str, nfc: str | None, spoken: bool, since: int, taken: Sequence[Placed]) -> Iterator[_Atom]:
    """Every number by itself from `since` on, with its magnitude and unit, in order."""
    reach = since
    for start, end, what, token in _places(folded, nfc, spoken, taken):
        if start < reach:
            continue
        figure = what == "figure"
        atom = _read_figure_at(folded, start, end, token, spoken) if figure else _read(folded, nfc, start, end, what, spoken)
        if atom is not None and atom.start >= reach:
            reach = atom.end
            yield atom


def _read(folded: str, nfc: str | None, start: int, end: int, what: _What, spoken: bool) -> _Atom | None:
    if what == "word":
        return _read_word_at(folded, nfc, start, end, spoken)
    if what == "ocr":
        percent = folded[end - 1] == "%"
        return _Atom(start, end, None, kind="percent" if percent else "count", unit="%" if percent else None, flags=("ocr_suspect",))
    atom = _Atom(start, end, None, _word_before(folded, start), worded=True)
    if what == "fixed":
        atom.value, atom.total, atom.qualifier = lex.FIXED[folded[start:end]]
        atom.kind, atom.unit = "ratio", None if atom.total else "lần"
        return atom
    if what == "half":
        magnitude = pieces_from(folded, start, end, figure=False)[1]
        atom.raw, atom.scale, atom.end = _HALF, lex.MAGNITUDES[magnitude.text], magnitude.end
        atom.value = atom.raw * atom.scale
    else:
        atom.qualifier, atom.flags = "about", ("vague",)
    return atom if _add_unit(folded, atom, token_at(folded, atom.end), spoken) else None


def _word_before(folded: str, start: int) -> str:
    """The word before a position, where one white space stands between; opening brackets and quotes are not part of it."""
    if start < 2 or folded[start - 1] not in " \n" or folded[start - 2] in " \n":
        return ""
    return folded[max(0, start - 16) : start - 1].rsplit(None, 1)[-1].lstrip("(\"'[")


# --- Figures ---------------------------------------------------------------------------------------------------------


_CELL = late(re.compile, r"\S+")


def _figures(folded: str, nfc: str | None, start: int, end: int) -> list[tuple[int, int]]:
    """The figures in a stretch of digits: one, but where "12 640" turns out to be two neighbours, and none in a name."""
    left = folded[start - 1] if start else ""
    if (left == "-" or left == "_" or left.isalpha()) and not _may_touch(folded, start, left):
        return []
    text = folded[start:end]
    if "\n" in text:
        list_mark = start == 0 or left == "\n"
        gap = text.rindex(".")
        return [(start, start + gap), (end - 3, end)] if list_mark else [(start, end)]
    if " " in text and _are_neighbours(folded, nfc, start, end):
        cells = _CELL.finditer(folded, start, end)
        return [cell.span() for cell in cells]
    return [(start, end)]


def _are_neighbours(folded: str, nfc: str | None, start: int, end: int) -> bool:
    """Whether groups of digits with spaces between are separate: cells of a table, a label and a number, parts of a phone."""
    before = _word_before(folded, start)
    return folded[start] == "0" or before in lex.LABEL_BEFORE or before.isdigit() or (nfc is not None and "\t" in nfc[start:end])


def _may_touch(folded: str, start: int, left: str) -> bool:
    """Whether a figure may stand right behind this letter or dash: "đạt96,4%", "5kg-10kg", but not "ql18", "covid-19"."""
    if left == "-" and (start < 2 or not folded[start - 2].isalpha()):
        return True
    if left != "-" and _GLUED_LEAD.search(folded, max(0, start - 8), start):
        return True
    return _RANGE_LEAD.search(folded, max(0, start - 8), start) is not None


_EXTENDS = frozenset([*lex.MAGNITUDES, *lex.POINT_WORDS])  # words behind a figure that may change its value


def _read_figure_at(folded: str, start: int, end: int, token: str, spoken: bool) -> _Atom | None:
    before = _word_before(folded, start)
    if before == "thứ" and _is_ordinal(folded, start, end):
        return None
    text = folded[start:end]
    value, odd = read_figure(text)
    atom = _Atom(start, end, value, before, text, value)
    if token in _EXTENDS and value is not None:
        _extend(folded, atom, pieces_from(folded, start, end, figure=True), spoken)
        token = token_at(folded, atom.end)
    if not _finish(folded, atom, token, spoken):
        return None
    if odd == "comma3":
        _settle_comma(folded, atom, spoken)
    elif odd:
        atom.flags += (odd,)
    elif atom.kind == "percent" and atom.scale == 1 and text.count(".") == 1 and "," not in text:
        atom.flags += ("ambiguous",)  # "1.250%"
    return atom


def _extend(folded: str, atom: _Atom, pieces: list[Piece], spoken: bool) -> None:
    """Take the magnitudes, and what follows them, into the atom."""
    amount = read_run(pieces, spoken)
    if amount is None:
        return
    used, atom.value = amount.used, amount.value
    if amount.tail_from and not spoken and not _tail_stands(folded, pieces[used - 1].end):
        used, atom.value = amount.tail_from, amount.tailless
    atom.high, atom.raw, atom.scale = amount.high, amount.raw, amount.scale
    atom.end = pieces[used - 1].end
    if amount.high is not None:
        atom.qualifier = "about"


def _tail_stands(folded: str, pos: int) -> bool:
    """Whether "3 tỷ 6" ends here; before a noun the 6 would count it."""
    follow = folded[pos : pos + 1]
    word = next_word(folded, pos)
    return word in lex.TAIL_AFTER or word in CURRENCY_WORDS or (not word and not follow.isalnum() and follow not in ("%", "/", "-"))


def _settle_comma(folded: str, atom: _Atom, spoken: bool) -> None:
    """ "12,640": a decimal before what is measured and alone, an English thousand before what is counted whole."""
    if atom.scale != 1 or atom.value is None:
        return
    whole = atom.unit == "VND" or atom.unit in unit_lex.DURATIONS or (atom.kind == "count" and not is_complete(folded, atom.end))
    alone = spoken and atom.kind == "count"
    if whole or (atom.text.endswith(",000") and not alone):
        atom.value = atom.raw = Decimal(atom.text.replace(",", ""))
        atom.flags += ("foreign_grouping",)
    elif atom.kind not in ("percent", "index"):
        atom.flags += ("ambiguous",)


# --- Number words ----------------------------------------------------------------------------------------------------


_WORTH = {word: Decimal(value) for word, value in {**lex.DIGITS, lex.TEN: 10}.items()}


def _read_word_at(folded: str, nfc: str | None, start: int, end: int, spoken: bool) -> _Atom | None:
    before = _word_before(folded, start)
    rank = before in lex.RANK_LAST and _is_rank(folded, start)
    if before in lex.ORDINAL_BEFORE and not rank and not spoken:
        return None
    value = _WORTH.get(folded[start:end])
    atom = _Atom(start, end, value, before, "", value, worded=True)
    token = token_at(folded, end)
    if token in RUN_WORDS:
        _extend(folded, atom, pieces_from(folded, start, end, figure=False), spoken)
        token = token_at(folded, atom.end)
    if atom.value is None and spoken and folded[start:end] == lex.ZERO:
        atom.value = atom.raw = Decimal(0)
    if atom.value is None:
        return None
    lone = atom.end == end
    if not _finish(folded, atom, token, spoken) or (lone and _is_rate(atom) and folded[start:end] == "một"):
        return None
    if spoken or rank or not lone or atom.total is not None or _is_number_word(folded, nfc, atom, end):
        return atom
    return None


_FIXED_PHRASES = {word: re.compile(rf" (?:{_any(rest)}){_END}") for word, rest in lex.FIXED_PHRASES.items()}


def _is_number_word(folded: str, nfc: str | None, atom: _Atom, end: int) -> bool:
    """Whether a lone number word is a number here, not a part of a name or of a fixed phrase."""
    word, start = folded[atom.start : end], atom.start
    if folded[start - 1 : start] == "(" and folded[end : end + 1] == ")":
        return True
    if atom.unit is None and (atom.before in lex.NAME_BEFORE or next_word(folded, end) in lex.NOT_COUNTED):
        return False
    if atom.before in lex.NOT_BEHIND.get(word, ()):
        return False
    if word == "một" and not _counts_one(folded, atom, end):
        return False
    if word in lex.COUNTING_ONLY and atom.unit is None and is_complete(folded, end):
        return False
    phrases = _FIXED_PHRASES.get(word)
    if phrases and phrases.match(folded, end):
        return False
    return nfc is None or not _is_name(nfc, start, end)


_COUNTED_BEFORE = late(re.compile, rf"(?:[0-9]|{_START}(?:{_COUNTED})) {_LETTER}+ \Z")  # "100 con một kg" is a rate


def _counts_one(folded: str, atom: _Atom, end: int) -> bool:
    """Whether "một" is a number: with a unit, unless "trên một ha" says where; or beside another number."""
    if atom.unit is None:
        return _ONE_BESIDE_OTHER.match(folded, end) is not None
    each = atom.before == "trên" or _COUNTED_BEFORE.search(folded, max(0, atom.start - 24), atom.start)
    return not (atom.kind == "measure" and each)


def _is_rate(atom: _Atom) -> bool:
    """ "5.000 đồng một lít"."""
    return atom.unit is not None and atom.before in CURRENCY_WORDS


def _is_name(nfc: str, start: int, end: int) -> bool:
    """A capitalised number word is a name, unless it opens a sentence before a lower-case word."""
    if not nfc[start].isupper() or nfc[start:end].isupper():
        return False
    if nfc[end + 1 : end + 2].isupper():
        return True
    earlier = nfc[max(0, start - 40) : start].rstrip(" \t\"'“‘(-–•*+")
    return earlier != "" and earlier[-1] not in ".!?:;…\n"


# --- What stands at one number: fraction, unit, rank, sign -----------------------------------------------------------

_FRACTION_AT = late(re.compile, rf" phần ({_PART}|[0-9]+){_END}(?! (?:{_COMPOUNDING}){_END}|(?<=mười) (?:{_PART}){_END})")
# Words and signs behind a number that concern it; behind a space, any other is at most what it counts.
_CONCERNS = OPENS_UNIT | lex.MONEY_MAGNITUDES.keys() | {"lần", "phần"}
_LEFT_SIGNS = frozenset(["-", "+", *(prefix[-1] for prefix in unit_lex.PREFIX_CURRENCIES)])
_LEFT_WORDS = lex.RANK_LAST | unit_lex.PREFIX_CURRENCIES.keys() | set(lex.SPOKEN_MINUS_WORDS)


def _finish(folded: str, atom: _Atom, token: str, spoken: bool) -> bool:
    """Add fraction, unit, rank and sign; `token` is the word or sign behind. False where the letters behind a figure make it a name."""
    if token in _CONCERNS or (token and folded[atom.end] != " "):
        fraction = _FRACTION_AT.match(folded, atom.end) if token == "phần" and atom.before not in lex.PARTLY else None
        if not (fraction and _add_fraction(atom, fraction, spoken)) and not _add_unit(folded, atom, token, spoken):
            return False
    if atom.before in _LEFT_WORDS or folded[atom.start - 1 : atom.start] in _LEFT_SIGNS:
        if atom.unit is None and atom.total is None:
            _add_prefix_currency(folded, atom)
            if atom.before in lex.RANK_LAST and _is_rank(folded, atom.start):
                atom.kind = "index"
        _add_sign(folded, atom, spoken)
    return True


def _add_fraction(atom: _Atom, fraction: re.Match[str], spoken: bool) -> bool:
    """ "hai phần ba"; in running text the upper part is the smaller one."""
    word = fraction[1]
    total = int(word) if word.isdigit() else lex.DIGITS.get(word) or lex.BOUND_DIGITS.get(word) or 10
    if atom.value is None or atom.scale != 1 or not (spoken or atom.value < total):
        return False
    atom.total, atom.kind, atom.end = Decimal(total), "ratio", fraction.end()
    return True


_HALF_MORE = f" {lex.HALF_MORE}"
_GLUED_NOUN = late(re.compile, rf"{_LETTER}{{2,}}+(?![0-9])")


def _add_unit(folded: str, atom: _Atom, token: str, spoken: bool) -> bool:
    """Read the unit behind the number, which begins with `token`; False where other letters are glued to a figure: then it is a name."""
    if not token:
        return True
    pos = atom.after
    start = token_start(folded, pos)
    money = lex.MONEY_MAGNITUDES.get(token)
    if money and atom.value is not None:
        atom.raw, atom.scale, atom.value = atom.value, money, atom.value * money
        _set_unit(atom, "money", "VND", start, start + len(token))
        return True
    found = find_unit(folded, pos, token, atom.value, spoken) if token in OPENS_UNIT else None
    if found and not (token == "điểm" and _counts_places(atom)):
        _set_unit(atom, found.kind, found.unit, found.start, found.end)
        if found.family != "percent" and folded.startswith(_HALF_MORE, found.end) and atom.value is not None:
            end = found.end + len(_HALF_MORE)
            if not folded[end : end + 1].isalnum():
                atom.value, atom.end = atom.value + _HALF, end
        return True
    if start == pos and atom.text and token.isalpha():
        noun = _GLUED_NOUN.match(folded, pos)
        return noun is not None and not noun.group().isascii()  # "25người" is clearly Vietnamese, "4k", "12a" are names
    if token == "lần":
        _read_multiple(folded, atom, start, start + len(token))
    return True


def _counts_places(atom: _Atom) -> bool:
    """ "tại 63 điểm" counts places; a stock index "tại 1.285 điểm" is larger."""
    return atom.before in lex.PLACE_BEFORE and atom.value is not None and atom.value < lex.PLACES_BELOW


def _set_unit(atom: _Atom, kind: Kind, unit: str, start: int, end: int) -> None:
    atom.kind, atom.unit, atom.unit_start, atom.end, atom.noun_from = kind, unit, start, end, -1


_MULTIPLE_LEAD = late(re.compile, rf"{_START}({_any(lex.MULTIPLE_LEADS)})(?: (?:{_any(lex.MULTIPLE_BETWEEN)}))* $")


def _read_multiple(folded: str, atom: _Atom, start: int, end: int) -> None:
    """ "gấp 2,4 lần" is a multiple; "ít nhất hai lần" a count."""
    lead = _MULTIPLE_LEAD.search(folded, max(0, atom.start - 24), atom.start)
    if lead is None and (atom.value is None or atom.value == int(atom.value)):
        return
    _set_unit(atom, "ratio", "lần", start, end)
    if lead and lead[1] in lex.AMBIGUOUS_MULTIPLES:
        atom.flags += ("ambiguous",)


_RANK_LEAD = re.compile(rf"{_START}(?:{_any(lex.RANK_LEADS)}) $")


def _is_ordinal(folded: str, start: int, end: int) -> bool:
    """Whether a figure behind "thứ" only says which one: no rank ("đứng thứ 5", "thứ 5/63"), and not "mỗi thứ 30 kg"."""
    return folded[end : end + 1] != "/" and not _is_rank(folded, start) and not folded.endswith("mỗi thứ ", 0, start)


def _is_rank(folded: str, start: int) -> bool:
    return _RANK_LEAD.search(folded, max(0, start - 24), start) is not None


_NUMBER_END = late(re.compile, rf"(?:[0-9]|{_START}(?:{_any({*lex.DIGITS, *lex.BOUND_DIGITS, lex.TEN, *lex.MAGNITUDES})})) ?\Z")
_PREFIX = late(re.compile, rf"{_START}(?:{_any(unit_lex.PREFIX_CURRENCIES)}) ?\Z")


def _add_prefix_currency(folded: str, atom: _Atom) -> None:
    """ "$5 triệu", "usd 20"."""
    match = _PREFIX.search(folded, max(0, atom.start - 6), atom.start)
    if match and not _NUMBER_END.search(folded, max(0, match.start() - 8), match.start()):
        atom.kind, atom.unit, atom.start = "money", unit_lex.PREFIX_CURRENCIES[match.group().strip()], match.start()
        atom.before = _word_before(folded, atom.start)


def _add_sign(folded: str, atom: _Atom, spoken: bool) -> None:
    start = atom.start
    left = folded[start - 1] if start else ""
    if left in ("-", "+"):
        if _is_sign(folded, start - 1, atom, spoken):
            atom.start -= 1
            if atom.unit == "°C" and atom.value is not None:  # a level, not a change
                atom.value = -atom.value if left == "-" else atom.value
            else:
                atom.signed = "increase" if left == "+" else "decrease"
        return
    minus = atom.before in (lex.SPOKEN_MINUS_WORDS if spoken else lex.MINUS_WORDS)
    if minus and atom.value is not None and (spoken or atom.kind != "count" or is_complete(folded, atom.end)):  # "âm 3 câu nhạc"
        atom.start, atom.value = start - 1 - len(atom.before), -atom.value
        atom.before = _word_before(folded, atom.start)


def _is_sign(folded: str, at: int, atom: _Atom, spoken: bool) -> bool:
    """Whether the "-" or "+" at `at` belongs to the number: not a bullet, and not a dash between two things."""
    left = folded[at - 1] if at else "\n"
    if left == "\n":
        return spoken or (at == 0 and atom.kind == "percent")
    if left.isspace():
        signed = folded[at] == "+" or atom.kind in ("percent", "index") or atom.unit == "°C"
        return signed and not (folded[at - 2].isdigit() or folded[at - 2] == "%")
    return left in "([/:;,\"'"


# --- Numbers that belong together ------------------------------------------------------------------------------------

_REPEAT = late(re.compile, r" ?\((?:(?:viết )?bằng chữ:? )?")


def _join_repeats(folded: str, atoms: Iterable[_Atom], spoken: bool) -> list[_Atom]:
    """ "15 (mười lăm) ngày" is one number, written twice."""
    joined: list[_Atom] = []
    for atom in atoms:
        first = joined[-1] if joined else None
        if first and folded[atom.end : atom.end + 1] == ")" and _repeats(folded, first, atom):
            if first.value != atom.value:
                first.flags += ("words_digits_mismatch",)
            if first.unit is None:
                first.kind, first.unit = atom.kind, atom.unit
            first.noun_from = atom.end + 1
            if first.unit is None:
                _add_behind(folded, first, spoken)
        else:
            joined.append(atom)
    return joined


def _repeats(folded: str, first: _Atom, second: _Atom) -> bool:
    if first.worded == second.worded or first.noun_from >= 0 or not first.plain or not second.plain:
        return False
    return first.unit in (None, second.unit) and _REPEAT.fullmatch(folded, first.end, second.start) is not None


def _add_behind(folded: str, atom: _Atom, spoken: bool) -> None:
    """The magnitude and unit behind the bracket: "15 (mười lăm) triệu đồng"."""
    token = token_at(folded, atom.after)
    while token in lex.MAGNITUDES and atom.value is not None:
        scale = lex.MAGNITUDES[token]
        end = token_start(folded, atom.after) + len(token)
        atom.value, atom.scale, atom.end, atom.noun_from = atom.value * scale, atom.scale * scale, end, -1
        token = token_at(folded, end)
    _add_unit(folded, atom, token, spoken)


_DASH = frozenset(["-", " - ", " -", "- "])
_TO = frozenset(before + to + after for to in ("đến", "tới") for before in (" ", "") for after in (" ", ""))  # "1đến 2 m"
_SLASH = frozenset(["/", " / ", " /", "/ "])
_OF = frozenset([" trên ", " trên tổng số ", " trên tổng ", " trên số ", " trong ", " trong tổng số ", " trong tổng ", " trong số "])
_BETWEEN = " và "
_JOINTS = _DASH | _TO | _SLASH | _OF | {_BETWEEN}
_JOINT_LENGTH = max(map(len, _JOINTS))
_JOINED = re.compile(r"(?:đến|tới|trên|trong) ?[0-9]")  # "đến 30/5" is a time, and "20 đến 30" a range
# Behind one of the first words, and before one of the others, a number may belong to what stands there.
_GOES_BEFORE = _LEFT_WORDS | {joint.split()[-1] for joint in _JOINTS}
_GOES_BEHIND = UNIT_WORDS | _EXTENDS | {"lần", "phần", lex.HALF_MORE, *(joint.split()[0] for joint in _JOINTS)}


def _join_pairs(folded: str, atoms: list[_Atom]) -> list[_Atom]:
    """Make ranges and ratios. A chain of three by slashes is a date or a code and is dropped, by dashes it stays apart."""
    gaps = [_joint(folded, a.after, b.start) for a, b in pairwise(atoms)]
    if not any(gaps):
        return atoms
    gaps.append("")
    joined: list[_Atom] = []
    i = 0
    while i < len(atoms):
        gap, chain = gaps[i], i + 1
        if not gap:
            joined.append(atoms[i])
            i += 1
            continue
        if gap in ("-", "/"):
            while gaps[chain] == gap:
                chain += 1
        if chain > i + 1:
            joined += atoms[i : chain + 1] if gap == "-" else []
            i = chain + 1
            continue
        pair = _pair(folded, atoms[i], atoms[i + 1], gap)
        all_in_one = pair is None and gap in _OF and _is_all_in_one(atoms[i], atoms[i + 1])
        if pair or not (all_in_one or _is_one_of(atoms[i], gap)):
            joined.append(pair or atoms[i])
        # The 1 of "50.000 đồng/1 kg" belongs to the denominator.
        per_one = pair is None and gap in _SLASH and atoms[i].unit is not None and atoms[i + 1].value == 1
        i += 2 if pair or per_one or all_in_one else 1
    return joined


def _joint(folded: str, start: int, end: int) -> str:
    """What stands between two numbers, if it joins them."""
    gap = folded[start:end] if end - start <= _JOINT_LENGTH else ""
    return gap if gap in _JOINTS else ""


def _pair(folded: str, a: _Atom, b: _Atom, gap: str) -> _Atom | None:
    if not a.plain or not b.plain:
        return None
    if gap in _SLASH:
        return _ratio(folded, a, b)
    if gap in _OF:
        return _worded_ratio(a, b, gap)
    if gap == _BETWEEN and a.before != "giữa":
        return None
    pair = _range(a, b)
    if pair is not None and pair.unit is None and folded.startswith(" lần", pair.end):  # "gấp 2-3 lần"
        _read_multiple(folded, pair, pair.end + 1, pair.end + 4)
    return pair


def _is_year(atom: _Atom) -> bool:
    return len(atom.text) == 4 and atom.text.isdigit() and 1900 <= int(atom.text) <= 2100 and atom.unit is None


def _shared_value(a: _Atom, b: _Atom) -> Decimal | None:
    """The value of `a` once it takes the magnitude of the `b` behind it ("37,22 - 37,28 triệu")."""
    if a.value is None or a.raw is None or b.raw is None or a.unit is not None or a.scale != 1 or a.raw > b.raw:
        return a.value
    return a.value * b.scale


def _join(a: _Atom, b: _Atom, value: Decimal | None) -> _Atom:
    """A new atom from the start of `a` to the end of `b`."""
    atom = _Atom(a.start, b.end, value, a.before, scale=b.scale, kind=b.kind, unit=b.unit or a.unit, worded=a.worded or b.worded)
    atom.qualifier, atom.signed, atom.flags, atom.noun_from = a.qualifier, a.signed, a.flags + b.flags, b.noun_from
    return atom


def _over(a: _Atom, b: _Atom, value: Decimal | None, kind: Kind = "ratio") -> _Atom:
    """The ratio of `value`, which `a` says, to `b`."""
    atom = _join(a, b, value)
    atom.total, atom.kind = b.value, kind
    return atom


def _range(a: _Atom, b: _Atom) -> _Atom | None:
    if a.unit not in (None, b.unit) or b.signed or (a.kind == "index" and b.kind != "index"):
        return None
    if _is_year(b) or (_is_year(a) and len(b.text) == 2 and b.unit is None):
        return None
    phone = b.unit is None and a.text.startswith("0") and b.text.isdigit() and len(b.text) > 4
    low = _shared_value(a, b)
    if phone or low is None or b.value is None or not 0 <= low < b.value:
        return None
    atom = _join(a, b, low)
    atom.high = b.value
    return atom


# "56/120 (số đơn vị/số cuộc)": the first part's noun stands in the bracket.
_NAMED_BEHIND = re.compile(r" ?\(số (?=[^()/0-9\n]+/ ?số [^()/0-9\n]+\))")


def _ratio(folded: str, a: _Atom, b: _Atom) -> _Atom | None:
    """ "25/25", "800.000 ha/700.000 ha", "84,26/100 điểm"; a slash between two nouns pairs two counts."""
    if not _can_divide(a, b) or (a.unit and a.unit != b.unit and (b.unit or a.kind != "measure" or next_word(folded, b.after))):
        return None
    ranked = a.kind == "index" or b.kind == "index" or a.before in lex.RANK_LAST
    if a.unit is None and b.unit in unit_lex.DURATIONS and b.kind == "measure":
        # "27/12 ngày": the days are what is counted, and stay outside like any noun.
        b.end = b.unit_start - folded[b.unit_start - 1].isspace()
        b.unit = None
    elif a.worded or b.worded:
        return None
    atom = _over(a, b, _shared_value(a, b), "index" if ranked else "ratio")
    named = _NAMED_BEHIND.match(folded, b.after)
    if named:
        atom.noun_from = named.end()
    return atom


def _can_divide(a: _Atom, b: _Atom) -> bool:
    if a.value is None or b.value is None or a.kind == "percent" or b.kind == "percent":
        return False
    return a.value >= 0 and b.value > 0


def _is_one_of(a: _Atom, gap: str) -> bool:
    """ "là 1 trong 5 thành phố": an article, no ratio and no number."""
    return gap in _OF and "trong" in gap and a.value == 1 and (a.worded or a.before in lex.BEING)


def _is_all_in_one(a: _Atom, b: _Atom) -> bool:
    """ "vắc xin 5 trong 1": a name."""
    return b.value == 1 and b.unit is None and a.unit is None and a.value is not None and a.value > 1


def _worded_ratio(a: _Atom, b: _Atom, gap: str) -> _Atom | None:
    """ "9 trên 10", "1 trong 4", "151 trên tổng số 158"."""
    if not _can_divide(a, b) or a.unit is not None or b.kind != "count" or a.value is None or b.value is None:
        return None
    if a.value > b.value or (a.value == b.value and "tổng" not in gap):
        return None
    return None if _is_one_of(a, gap) else _over(a, b, a.value, "index" if a.kind == "index" else "ratio")


_DIVIDED = frozenset([" phần ", " chia ", " trên "])


def _join_divided(folded: str, atoms: list[_Atom]) -> list[_Atom]:
    """What only an expression alone is sure to be: "hai mươi phần một trăm", "hai sáu chia mười ba", "âm hai trên bảy"."""
    joined: list[_Atom] = []
    for atom in atoms:
        over = joined[-1] if joined else None
        below_zero = not atom.value or atom.value <= 0
        if over and over.plain and over.unit is None and atom.plain and not below_zero and folded[over.after : atom.start] in _DIVIDED:
            joined[-1] = _over(over, atom, over.value)
        else:
            joined.append(atom)
    return joined


_MIXED = frozenset([" ", " và "])


def _join_mixed(folded: str, atoms: list[_Atom]) -> list[_Atom]:
    """A whole number and a fraction, alone, are one fraction: "7 1/5" and "bảy và một phần năm" are 36/5."""
    if len(atoms) != 2 or folded[atoms[0].after : atoms[1].start] not in _MIXED:
        return atoms
    whole, part = atoms
    if not whole.plain or whole.unit is not None or whole.value is None or part.value is None or part.total is None:
        return atoms
    if not 0 <= part.value < part.total:
        return atoms
    value = abs(whole.value) * part.total + part.value
    atom = _join(whole, part, value.copy_sign(whole.value))
    atom.total = part.total
    return [atom]


_LIST_GAPS = frozenset([", ", "; ", " và ", " hoặc ", " hay ", ", và "])
_AND_GAPS = frozenset([" và ", " hoặc ", " hay "])


def _share_units(folded: str, atoms: list[_Atom]) -> None:
    """ "10, 12 và 15%": bare numbers in a list with nothing between take the sign that stands once, at the end.

    For other units than % the list must hold an "and": a comma alone may part two facts.
    """
    for a, b in pairwise(reversed(atoms)):
        a, b = b, a
        if b.unit is None or b.start - a.after > 6 or a.unit is not None or a.kind != "count" or not a.plain or a.worded or not b.plain:
            continue
        gap = folded[a.after : b.start]
        if gap not in (_LIST_GAPS if b.kind == "percent" or b.shared else _AND_GAPS) or _is_year(a) or a.before in lex.LABEL_BEFORE:
            continue
        if b.kind == "ratio" or (b.kind == "measure" and b.unit in unit_lex.DURATIONS):
            continue
        a.value, a.kind, a.unit, a.shared = _shared_value(a, b), b.kind, b.unit, True
        if b.scale != 1 and a.value != a.raw:
            a.scale = b.scale


_RISES_TO = late(re.compile, lex.RISES_TO)


def _share_from_to(folded: str, atoms: list[_Atom]) -> None:
    """ "từ 5,2 xuống còn 3,1%", "từ 20 lên 25 nghìn đồng": the sign and the magnitude stand once, at the end."""
    for a, b in pairwise(atoms):
        bare = a.before in lex.FROM_WORDS and a.kind == "count" and a.unit is None and a.scale == 1 and a.plain and not a.worded
        if not bare or b.kind == "ratio" or (b.unit is None and b.scale == 1) or not b.plain or not a.raw or not b.raw:
            continue
        alike = b.scale == 1 or _ALIKE_FROM <= a.raw / b.raw <= _ALIKE_TO  # not "từ 900 lên 1,2 tỷ", of another magnitude
        if alike and _RISES_TO.fullmatch(folded, a.after, b.start):
            a.value, a.kind, a.unit, a.shared, a.scale = a.raw * b.scale, b.kind, b.unit, True, b.scale


_ALIKE_FROM, _ALIKE_TO = Decimal("0.05"), Decimal(20)
_MONEY_LEAD = late(re.compile, rf"{_START}(?:{_any(unit_lex.MONEY_BEFORE)}){_END}")
_PEOPLE_LEAD = late(re.compile, rf"{_START}(?:{_any(unit_lex.PEOPLE_BEFORE)}){_END}")
_BREAK = late(re.compile, r"[.!?] |\n")
_CLAUSE = late(re.compile, r"[,;(]")


def _infer_money(folded: str, atoms: list[_Atom]) -> None:
    """ "kinh phí 36 tỷ": thousands and millions that count no noun are money, in the currency last named in the sentence."""
    last: _Atom | None = None
    for atom in atoms:
        if atom.kind == "money":
            # "470 tỷ đồng (tương đương 20 triệu usd)": what stands in brackets names no currency for the rest.
            last = last if last and folded.rfind("(", last.end, atom.start) > folded.rfind(")", last.end, atom.start) else atom
        elif atom.kind == "count" and atom.scale >= lex.MAYBE_MONEY and atom.value is not None and is_complete(folded, atom.after):
            lead = _BREAK.split(folded[max(0, atom.start - 120) : atom.start])[-1]
            named = last is not None and last.end > atom.start - len(lead)
            if named or _is_money(folded, atom, lead):
                atom.kind, atom.unit = "money", last.unit if named and last else "VND"
                atom.flags += ("unit_inferred",)
                last = atom


def _is_money(folded: str, atom: _Atom, lead: str) -> bool:
    """Whether the words of the sentence before an amount without noun and currency say that it is money."""
    if _PEOPLE_LEAD.search(_CLAUSE.split(lead)[-1]):
        return False
    if folded[atom.end - 1] == "k":  # not gold, not a car plate
        return atom.end - atom.start > 2 and atom.before != "vàng" and folded[atom.end : atom.end + 1] != "-"
    return atom.scale >= lex.SURELY_MONEY or next_word(folded, atom.end) == "tiền" or _MONEY_LEAD.search(lead) is not None


# --- What stands around ----------------------------------------------------------------------------------------------

_HEDGES: dict[str, Qualifier] = {fold(words): qualifier for qualifier, phrases in hedge_lex.HEDGES.items() for words in phrases}
_SPOKEN_HEDGES: dict[str, Qualifier] = _HEDGES | hedge_lex.SPOKEN_HEDGES
_HEDGE_LAST = frozenset(words.rsplit(" ", 1)[-1] for words in _HEDGES)
# What follows the first word of a hedge, or the first two, ...: only before these may words still make a longer one.
_HEDGE_TAILS = frozenset(words[at + 1 :] for words in _SPOKEN_HEDGES for at, sign in enumerate(words) if sign == " ")
_BOUNDS = [re.compile(words) for words in branches(dict.fromkeys(hedge_lex.AFTER_BOUNDS, _END))]
# How far before "trở lên" its number may stand: farther where "từ" opens the pair.
_BOUND_GAP = late(re.compile, r"[^.,;:()\n0-9]{0,16}")
_BOUND_GAP_FROM = late(re.compile, r"(?:(?! từ )[^.,;:()\n0-9]){0,64}")


def _hedge(folded: str, atom: _Atom, hedges: dict[str, Qualifier]) -> Qualifier | None:
    """The qualifier that the words directly before a number give it."""
    words = folded[max(0, atom.start - 40) : atom.start].split()
    longest = phrase = ""
    for word in reversed(words):
        phrase = f"{word} {phrase}" if phrase else word
        stripped = phrase.lstrip("(\"'[")
        if stripped in hedges:
            longest = stripped
        if phrase not in _HEDGE_TAILS:
            break
    if not longest or _is_no_hedge(longest, words, atom):
        return None
    return "exact" if atom.high is not None and longest in hedge_lex.RANGE_EXACT else hedges[longest]


def _is_no_hedge(phrase: str, words: list[str], atom: _Atom) -> bool:
    """ "cao hơn 5" compares; "trên hai xe" says where."""
    if phrase == "hơn":
        return len(words) > 1 and words[-2] in hedge_lex.COMPARATIVES
    return phrase == "trên" and atom.worded and atom.kind == "count" and atom.value is not None and atom.value < 10


def _qualify(folded: str, atoms: list[_Atom], spoken: bool) -> None:
    hedges = _SPOKEN_HEDGES if spoken else _HEDGES
    for atom in atoms:
        if atom.before in _HEDGE_LAST:
            atom.qualifier = _hedge(folded, atom, hedges) or atom.qualifier
        if atom.qualifier == "more_than" and folded.startswith(hedge_lex.AFTER_ABOUT, atom.after):
            atom.qualifier = "about"
    for pattern in _BOUNDS:
        for bound in pattern.finditer(folded):
            i = bisect_right(atoms, bound.start(), key=attrgetter("end")) - 1
            if i >= 0 and (_BOUND_GAP_FROM if atoms[i].before == "từ" else _BOUND_GAP).fullmatch(folded, atoms[i].end, bound.start()):
                atoms[i].qualifier = hedge_lex.AFTER_BOUNDS[bound.group()]


# --- The two doors ---------------------------------------------------------------------------------------------------


def _find(folded: str, nfc: str | None, spoken: bool, since: int = 0, taken: Sequence[Placed] = ()) -> list[Quantity]:
    atoms = _join_repeats(folded, _atoms(folded, nfc, spoken, since, taken), spoken)
    atoms = _join_mixed(folded, _join_pairs(folded, _join_divided(folded, atoms))) if spoken else _join_pairs(folded, atoms)
    _share_units(folded, atoms)
    _share_from_to(folded, atoms)
    _infer_money(folded, atoms)
    _qualify(folded, atoms, spoken)
    return [_quantity(atom) for atom in atoms]


def _quantity(a: _Atom) -> Quantity:
    return Quantity(a.start, a.end, a.kind, a.value, a.high, a.total, a.unit, a.qualifier or "exact", a.signed, a.flags, a.noun_from)


def find_quantities(folded: str, nfc: str | None = None, taken: Sequence[Placed] = ()) -> list[Quantity]:
    """Every number of a folded text with its magnitude, sign and unit, in order, none overlapping another.

    Positions are those of `folded`. `nfc`, the same text before folding, lets capitals tell a name ("Ba Đình") from a
    number ("Ba đơn vị"). Figures of dates and codes are read as numbers too. A quantity whose value is None is vague
    ("hàng trăm", flag vague) or broken ("2.3456", "1OO%"; flags bad_grouping, ocr_suspect).

    `taken` is what is known to be something else, in order and without overlaps: a figure in one of these is left out,
    unless it may go on outside and so be longer.
    """
    return _find(folded, nfc, spoken=False, taken=taken)


_LEAD = late(re.compile, rf"(?:(?:{_any(_SPOKEN_HEDGES)}|từ|giữa){_END} ?)*")
_TRAIL = late(re.compile, r"[^\d.,;:!?()]*\.?")


_SHORTHANDS = [
    (re.compile(r"^([-+]) (?=[.,]?[0-9])"), r"\1"),  # "- 12"
    (re.compile(r"^([-+]?)([.,][0-9])"), r"\g<1>0\2"),  # ",64"
    (re.compile(r"^([-+]?[0-9]{4,})\.([0-9]{3,})$"), r"\1,\2"),  # "2000000.0002": too long for groups
    *((re.compile(rf"(?<=[0-9]){letter}(?![^\W\d_])"), word) for letter, word in lex.LETTER_MAGNITUDES.items()),
]


def _spelled_out(text: str) -> str:
    """What is short for a number when it stands alone: "3M", "2t3", ",64"."""
    for short, full in _SHORTHANDS:
        text = short.sub(full, text)
    return text


def parse_number(text: str) -> Quantity | None:
    """Read a whole text as one number expression, written or spoken; None where it is not one.

    Any Unicode form and spacing is accepted. Tolerated are a hedge in front ("gần 45%") and words without figures and
    punctuation behind ("45 hồ sơ"); positions are those of the text in NFC, with single spaces, and "3M" or ",64" spelled out.
    Unlike in running text "không", "một" and "năm" alone are numbers, "hai ba" is 23 and "ít hơn 5" a bound. A "-" or "+"
    is the direction of a change here too (value 5, signed decrease); "âm" and "trừ" make the value negative.
    """
    folded = fold(_spelled_out(unicodedata.normalize("NFC", " ".join(text.split()))))
    if folded in lex.ALONE:
        return Quantity(0, len(folded), "count", lex.MAGNITUDES[folded])
    lead = _LEAD.match(folded)
    since = lead.end() if lead else 0
    found = _find(folded, None, spoken=True, since=since)
    whole = len(found) == 1 and found[0].start <= since and _TRAIL.fullmatch(folded, found[0].after)
    return found[0] if whole else None
