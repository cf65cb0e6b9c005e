"""The unit that stands behind a number: %, a currency, a physical unit, a duration or points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from qcdc_extract.document import fold
from qcdc_extract.late import late
from qcdc_extract.model import Kind
from qcdc_extract.vocabulary import units as unit_lex

Family = Literal["percent", "money", "physical", "duration", "points"]

_LETTER = r"[^\W\d_]"
# What a unit may begin with: a word or a sign, as a group, behind an optional space.
TOKEN = rf"[ ]?({_LETTER}+|us\$|\.đ|[%‰$€£¥₫₩₹°º])"
_TOKEN_AT = re.compile(TOKEN)
_NEXT_WORD = re.compile(rf"\s({_LETTER}+)")
_DENOMINATOR_AT = late(re.compile, rf"/({'|'.join(sorted(map(re.escape, unit_lex.DENOMINATORS), key=len, reverse=True))})(?!\w)")


@dataclass(slots=True, frozen=True)
class Spelling:
    """One way to write a unit; `unit` is the canonical one, `guarded` whether what stands around may give it another meaning."""

    text: str
    family: Family
    kind: Kind
    unit: str
    guarded: bool


class UnitAt(NamedTuple):
    """A unit found in a text, in its canonical form, and where it stands."""

    start: int
    end: int
    family: Family
    kind: Kind
    unit: str


MOST_MONTHS = 100  # "5 tháng 6 ngày" is a length, "1.245 tháng 5" is not
# "184 đơn năm 2015" without its noun is "184 năm 2015": the word belongs to what it names, and the number has no unit.
_NAMED_TIMES = {
    "năm": re.compile(r" (?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])"),
    "ngày": re.compile(r" [0-9]{1,2}[/.-][0-9]{1,2}(?![0-9])"),
    "quý": re.compile(r" (?:i{1,3}|iv|[1-4])(?![^\W_])"),
    "tháng": re.compile(r" (?:0?[1-9]|1[0-2])(?![0-9]|[.,][0-9])"),
}
_GUARDED = _NAMED_TIMES.keys() | unit_lex.NOT_BEFORE.keys() | unit_lex.ONLY_BEFORE.keys() | unit_lex.GLUED_ONLY | unit_lex.SPOKEN_ONLY


def _by_first_token() -> dict[str, list[Spelling]]:
    """First token of a unit -> the spellings that begin with it, longest first."""
    tables: tuple[tuple[Family, Kind, dict[str, tuple[str, ...]]], ...] = (
        ("percent", "percent", unit_lex.PERCENT),
        ("money", "money", unit_lex.CURRENCIES),
        ("physical", "measure", unit_lex.PHYSICAL),
        ("duration", "measure", unit_lex.DURATIONS),
        ("points", "index", unit_lex.POINTS),
    )
    spellings: dict[str, list[Spelling]] = {}
    for family, kind, table in tables:
        for unit, texts in table.items():
            for text in map(fold, texts):
                token = _TOKEN_AT.match(text)
                if token is None:
                    raise ValueError(f"a unit must begin with a letter or a sign: {text}")
                spellings.setdefault(token[1], []).append(Spelling(text, family, kind, unit, text in _GUARDED))
    for candidates in spellings.values():
        candidates.sort(key=lambda s: len(s.text), reverse=True)
    return spellings


_SPELLINGS = _by_first_token()
OPENS_UNIT = frozenset(_SPELLINGS)
UNIT_WORDS = OPENS_UNIT.union(*(spelling.text.split() for spellings in _SPELLINGS.values() for spelling in spellings))
CURRENCY_WORDS = frozenset(token for token, spellings in _SPELLINGS.items() if any(s.family == "money" for s in spellings))


def token_at(folded: str, pos: int) -> str:
    """The word or sign at `pos`, behind an optional space; "" where something else stands there."""
    match = _TOKEN_AT.match(folded, pos)
    return match[1] if match else ""


def token_start(folded: str, pos: int) -> int:
    """Where the token at `pos` begins, which a space may part from it."""
    return pos + 1 if folded[pos] == " " else pos


def next_word(folded: str, pos: int) -> str:
    """The word behind white space at `pos`; "" where something else stands there."""
    match = _NEXT_WORD.match(folded, pos)
    return match[1] if match else ""


def is_complete(folded: str, pos: int) -> bool:
    """Whether no counted noun follows: the end, punctuation, or a function word."""
    word = next_word(folded, pos)
    return not word or word in unit_lex.FUNCTION_WORDS


def find_unit(folded: str, pos: int, token: str, value: Decimal | None, spoken: bool = False) -> UnitAt | None:
    """The unit whose first token is `token`, which stands at `pos` behind a number of this value."""
    start = token_start(folded, pos)
    for spelling in _SPELLINGS.get(token, ()):
        text = spelling.text
        end = start + len(text)
        if not folded.startswith(text, start) or (text[-1].isalnum() and folded[end : end + 1].isalnum()):
            continue
        if spelling.guarded:
            if (text in unit_lex.SPOKEN_ONLY and not spoken) or (start > pos and text in unit_lex.GLUED_ONLY):
                continue
            if _means_otherwise(folded, text, pos, end, value):
                continue
        return _with_denominator(folded, spelling, start, end)
    return None


def _with_denominator(folded: str, spelling: Spelling, start: int, end: int) -> UnitAt:
    unit = spelling.unit
    below = _DENOMINATOR_AT.match(folded, end) if spelling.family == "physical" and folded[end : end + 1] == "/" else None
    if below:
        unit, end = f"{unit}/{unit_lex.DENOMINATORS[below[1]]}", below.end()
    return UnitAt(start, end, spelling.family, spelling.kind, unit)


def _means_otherwise(folded: str, text: str, pos: int, end: int, value: Decimal | None) -> bool:
    named = _NAMED_TIMES.get(text)
    if named and named.match(folded, end) and (text != "tháng" or (value is not None and value >= MOST_MONTHS)):
        return True
    following = next_word(folded, end)
    if following in unit_lex.NOT_BEFORE.get(text, ()) or (text in unit_lex.ONLY_BEFORE and following not in unit_lex.ONLY_BEFORE[text]):
        return True
    if text == "đ":
        return folded[end : end + 2] in ("/c", ".c")  # đồng chí
    if text == "g":
        return folded[pos - 1 : end] in unit_lex.CODES and not folded[pos - 2 : pos - 1].isdigit()
    # "12 điểm cầu": points that are whole and go with a noun are places.
    return text == "điểm" and value is not None and value == int(value) and following not in unit_lex.AFTER_POINTS
