"""How well found records agree with expected ones. Knows records only as JSON objects; nothing of the program.

Definitions:

quantity   a found record stands for an expected one if their spans overlap, and is right if value, value_max, total and kind
           are right. Each record is paired at most once: right numbers first, then the longest overlap.
indicator  a right quantity whose indicator is the expected one or one of its `also`; only records that have one count.
record     a right quantity of which every field of STRICT is right.
field      the share of right quantities that have this field right.

Expected records that are `optional` are neither missed nor wrong. P is right / (right + wrong), R is right / (right + missed),
F1 their harmonic mean.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

STRICT = ("unit", "qualifier", "status", "measure", "direction", "indicator", "period")
FIELDS = (*STRICT, "baseline", "subject")
NUMBERS = ("value", "value_max", "total")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One expected record, the found one that stands for it, or both; `wrong` names the fields that differ."""

    document: str
    expected: Row | None
    found: Row | None
    right_quantity: bool = False
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Figures:
    """The three scores, and for each field the share of right quantities that have it right (None where there are none)."""

    quantity: Tally
    indicator: Tally
    record: Tally
    fields: dict[str, float | None]


def judge(document: str, expected: Sequence[Row], found: Sequence[Row]) -> list[Judgement]:
    """What becomes of each expected and each found record of a document, in order of the expected ones."""
    partner = _pairs(expected, found)
    judgements = []
    for i, row in enumerate(expected):
        other = found[partner[i]] if i in partner else None
        if not row.get("optional"):
            judgements.append(_compare(document, row, other))
    taken = set(partner.values())
    excused = [row for row in expected if row.get("optional")]
    for j, other in enumerate(found):
        if j not in taken and not any(_overlap(row, other) > 0 for row in excused):
            judgements.append(Judgement(document, None, other))
    return judgements


def figures(judgements: Iterable[Judgement]) -> Figures:
    """The scores of any set of judgements."""
    judgements = list(judgements)
    right = [j for j in judgements if j.right_quantity]
    wrong = Counter(name for j in right for name in j.wrong)
    return Figures(
        quantity=_tally(judgements, lambda j: j.right_quantity, lambda _: True),
        indicator=_tally(
            judgements, lambda j: j.right_quantity and "indicator" not in j.wrong, lambda row: row.get("indicator") is not None
        ),
        record=_tally(judgements, lambda j: j.right_quantity and not set(j.wrong) & set(STRICT), lambda _: True),
        fields={name: _share(len(right) - wrong[name], len(right)) if right else None for name in FIELDS},
    )


def _tally(judgements: Iterable[Judgement], is_right: Any, counts: Any) -> Tally:
    """`is_right` of a judgement, `counts` of a record: whether the score is about it at all."""
    right = wrong = missed = 0
    for judgement in judgements:
        expects = judgement.expected is not None and counts(judgement.expected)
        finds = judgement.found is not None and counts(judgement.found)
        if is_right(judgement):
            right += expects or finds
        else:
            missed += expects
            wrong += finds
    return Tally(right, wrong, missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _pairs(expected: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """Which found record stands for which expected one."""
    options = [
        (not _right_quantity(row, other), -overlap, i, j)
        for i, row in enumerate(expected)
        for j, other in enumerate(found)
        if (overlap := _overlap(row, other)) > 0
    ]
    partner: dict[int, int] = {}
    for _, _, i, j in sorted(options):
        if i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def _overlap(a: Row, b: Row) -> int:
    """How many characters two records share; zero or less where none."""
    return int(min(a["span"]["end"], b["span"]["end"]) - max(a["span"]["start"], b["span"]["start"]))


def _compare(document: str, expected: Row, found: Row | None) -> Judgement:
    if found is None or not _right_quantity(expected, found):
        return Judgement(document, expected, found)
    wrong = tuple(name for name in FIELDS if not right_field(name, expected, found))
    return Judgement(document, expected, found, right_quantity=True, wrong=wrong)


def _right_quantity(expected: Row, found: Row) -> bool:
    return found.get("kind") == expected["kind"] and all(_same_number(expected.get(name), found.get(name)) for name in NUMBERS)


def _same_number(a: float | None, b: float | None) -> bool:
    """Equal up to a billionth: numbers may have gone through binary floating point on their way here."""
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= 1e-9 * max(1.0, abs(float(a)), abs(float(b)))


def right_field(name: str, expected: Row, found: Row) -> bool:
    """Whether a field of a found record is as good as the expected one."""
    wanted, given = expected.get(name), found.get(name)
    if name in ("period", "baseline"):
        return _days(wanted) == _days(given)
    if name == "indicator":
        return given == wanted or given in expected.get("also", [])
    if name == "subject":
        return _share_half(_words(wanted), _words(given))
    if name == "unit" and expected["kind"] in ("count", "ratio", "index"):
        return _same_noun(_words(wanted), _words(given))
    return bool(wanted == given)


def _days(period: Row | None) -> tuple[str, str] | None:
    return (period["start"], period["end"]) if period else None


def _words(text: str | None) -> list[str]:
    return unicodedata.normalize("NFC", text or "").lower().split()


def _share_half(a: list[str], b: list[str]) -> bool:
    """The shorter one has half of its words in the other."""
    shorter = min(len(set(a)), len(set(b)))
    return set(a) == set(b) or bool(shorter and 2 * len(set(a) & set(b)) >= shorter)


def _same_noun(a: list[str], b: list[str]) -> bool:
    """Counted nouns: the same words, or the same first word and half of the shorter one."""
    return set(a) == set(b) or (_share_half(a, b) and a[:1] == b[:1])
