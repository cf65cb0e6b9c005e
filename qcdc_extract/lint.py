"""What loads but is doubtful in pattern files: `CODES` says what is looked for.

That a phrase always gives way to another is shown on its expansions: every text that it can match, with gaps empty and gaps full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import NamedTuple

import regex

from qcdc_extract import raw
from qcdc_extract.document import fold
from qcdc_extract.matching import Entry, Hits, Index
from qcdc_extract.model import KINDS
from qcdc_extract.patterns import Indicator, PatternSet, compile_regex
from qcdc_extract.phrases import GAP_WORDS, MASKS, Gap, Group, Literal, Mark, Node, Slot, keys, overlapping, parse
from qcdc_extract.raw import Raw, RawSearch
from qcdc_extract.reading import Reading
from qcdc_extract.tomlfile import Lines

CODES = {
    "Q001": "no example exercises it",
    "Q002": "two indicators have the same phrase",
    "Q003": "another phrase always matches where it does, and goes first",
    "Q004": "a raw regex that is slow on some texts",
    "Q005": "an indicator without counterexamples",
    "Q006": "no example or counterexample exercises an `unless`",
}

CLAIMING = ("phrases", "topics", "verbs", "settings")
PARTS = (*CLAIMING, "unless")
MOST_EXPANSIONS = 300  # of a phrase; for one with more nothing is said
LONG_LINE = 5_000  # characters on which a raw regex must not be slow
MOST_PIECES = 20  # letters, and words, of a regex that such lines are made of


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of an indicator (table) that its writer should look at; `code` is a key of CODES, `line` is from 1."""

    code: str
    file: str
    table: str
    message: str
    item: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        """One line: `file:line: [table] item: code message`."""
        file = f"{self.file}:{self.line}" if self.line else self.file
        return f"{file}: [{self.table}]{f' {self.item}' if self.item else ''}: {self.code} {self.message}"


def doubts(patterns: PatternSet, about: Collection[str] | None = None) -> list[Doubt]:
    """The doubts about the indicators with these ids (None: about all) among `patterns`, in the order of the files."""
    lines = Lines()
    order = {indicator.id: number for number, indicator in enumerate(patterns)}
    chosen = [indicator for indicator in patterns if about is None or indicator.id in about]
    found = [doubt for indicator in chosen for doubt in _of_one(indicator)] + list(_of_several(patterns, {i.id for i in chosen}))
    told = [one.told(patterns.indicators[order[one.indicator]].file, lines) for one in found]
    return sorted(told, key=lambda doubt: (order[doubt.table], doubt.line or 0, doubt.code))


class _Found(NamedTuple):
    code: str
    indicator: str
    part: str  # "": the indicator itself
    number: int
    message: str

    def told(self, file: str, lines: Lines) -> Doubt:
        place = (self.part, self.number) if self.part else ()
        item = f"{self.part}[{self.number}]" if self.part else None
        return Doubt(self.code, file, self.indicator, self.message, item, lines.of(file, self.indicator, *place))


# --- of one indicator ------------------------------------------------------------------------------------------------


def _of_one(indicator: Indicator) -> Iterator[_Found]:
    if not indicator.counterexamples:
        yield _Found("Q005", indicator.id, "", 0, "no counterexample: a text that looks alike and is not meant")
    yield from _unexercised(indicator)
    for number, source in enumerate(indicator.regex):
        slow = slow_text(source, [example.text for example in indicator.examples])
        if slow:
            message = f"takes more than {raw.SENTENCE_SECONDS} s on a line such as {slow[:30]!r}... of {len(slow)} characters"
            yield _Found("Q004", indicator.id, "regex", number, message)


def _unexercised(indicator: Indicator) -> Iterator[_Found]:
    """The phrases and regexes that match in none of the examples (for `unless`: nor in a counterexample)."""
    texts = [example.text for example in indicator.examples]
    entries = _entries(indicator)
    raws = [Raw(indicator, number, source) for number, source in enumerate(indicator.regex)]
    seen, seen_raws = _matching(texts, entries, raws)
    vetoes = [entry for entry in entries if entry.part == "unless" and entry.order not in seen]
    seen |= _matching(indicator.counterexamples, vetoes, [])[0]
    for number, entry in _numbered(entries):
        if entry.order not in seen:
            code, kind = ("Q006", "example or counterexample") if entry.part == "unless" else ("Q001", "example")
            yield _Found(code, indicator.id, entry.part, number, f'no {kind} exercises "{entry.phrase.source}"')
    for one in raws:
        if one.item not in seen_raws:
            yield _Found("Q001", indicator.id, "regex", one.item, f"no example exercises {one.source!r}")


def _entries(indicator: Indicator) -> list[Entry]:
    rows = ((part, phrase) for part in PARTS for phrase in getattr(indicator, part))
    return [Entry(order, indicator, part, phrase) for order, (part, phrase) in enumerate(rows)]


def _numbered(entries: list[Entry]) -> Iterator[tuple[int, Entry]]:
    """Entries with their places in their lists."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for entry in entries:
        yield counts[entry.indicator.id, entry.part], entry
        counts[entry.indicator.id, entry.part] += 1


def _matching(texts: Collection[str], entries: list[Entry], raws: list[Raw]) -> tuple[set[int], set[int]]:
    """The orders of the entries, and the places of the regexes, that match in some text."""
    orders: set[int] = set()
    items: set[int] = set()
    for text in texts:
        reading = Reading.of(text)
        hits, search = Hits(reading), RawSearch(raws, reading)
        for sentence in range(len(reading.sentences)):
            orders.update(hit.entry.order for hit in hits.of_entries(entries, sentence))
            items.update(hit.raw.item for hit in search.of(sentence))
    return orders, items


# --- slow regexes ----------------------------------------------------------------------------------------------------

_WORDS = regex.compile(r"\p{L}{2,}")
_GROUP_NAMES = regex.compile(r"\?P?<\w+>|\\[pP]\{\w+\}|\\\w")


def slow_text(source: str, examples: Collection[str] = ()) -> str | None:
    """A text on which a raw regex takes longer than a sentence may; None where none was found."""
    compiled = compile_regex(source)
    for text in _adversaries(source, examples):
        try:
            for _ in compiled.finditer(text, timeout=raw.SENTENCE_SECONDS):
                pass
        except Exception:  # out of time, or of memory
            return text
    return None


def _adversaries(source: str, examples: Collection[str]) -> Iterator[str]:
    """Long lines of what the regex looks for, that almost match."""
    plain = fold(_GROUP_NAMES.sub(" ", source))
    words = _WORDS.findall(plain)
    letters = dict.fromkeys(c for c in plain if c.isalnum())
    whole = " ".join([*words, *letters, *(sign for sign in ":;,/%-" if sign in source)])
    usual = ["1", "x", " ", "1.", "1 ", "x "]
    pieces = [*usual, *islice(letters, MOST_PIECES), *(f"{word} " for word in words[:MOST_PIECES]), whole, *map(fold, examples)]
    for piece in filter(None, dict.fromkeys(pieces)):
        pumped = (piece * (LONG_LINE // len(piece) + 1))[:LONG_LINE]
        yield f"{pumped} {whole}"  # a literal that is nowhere would let the engine give up at once


# --- of several indicators -------------------------------------------------------------------------------------------


def _of_several(patterns: PatternSet, about: Collection[str]) -> Iterator[_Found]:
    for part in PARTS:
        entries = list(_numbered(_filed(patterns, part)))
        names = {entry.order: (number, entry) for number, entry in entries}
        same = _same(entries)
        index = Index(patterns, part)
        for number, entry in entries:
            if entry.indicator.id not in about:
                continue
            others = [other for other in same[entry.phrase.regex] if other.order != entry.order and _meets(other, entry)]
            twin = next((other for other in others if other.indicator.id != entry.indicator.id), None)
            if twin and part != "unless":
                yield _Found("Q002", entry.indicator.id, part, number, f'[{twin.indicator.id}] has "{entry.phrase.source}" too')
                continue
            above = next(_shadows(entry, index), None)
            if above:
                place = f"[{above.indicator.id}] {part}[{names[above.order][0]}]"
                message = f'"{entry.phrase.source}" does nothing that {place} "{above.phrase.source}" does not'
                yield _Found("Q003", entry.indicator.id, part, number, message)


def _filed(patterns: PatternSet, part: str) -> list[Entry]:
    """The entries of a part, numbered as Index numbers them."""
    rows = ((indicator, phrase) for indicator in patterns.indicators for phrase in getattr(indicator, part))
    return [Entry(order, indicator, part, phrase) for order, (indicator, phrase) in enumerate(rows)]


def _same(entries: list[tuple[int, Entry]]) -> dict[str, list[Entry]]:
    same: dict[str, list[Entry]] = defaultdict(list)
    for _, entry in entries:
        same[entry.phrase.regex].append(entry)
    return same


def _meets(one: Entry, other: Entry) -> bool:
    """Whether two indicators can carry the same number through a phrase of this part."""
    first, second = one.indicator, other.indicator
    if first.id == second.id:
        return True
    units = one.part == "phrases" or not first.units or not second.units or not set(first.units).isdisjoint(second.units)
    return units and not set(first.kinds).isdisjoint(second.kinds)


def _shadows(entry: Entry, index: Index) -> Iterator[Entry]:
    """The entries that match wherever this one does, and go first."""
    expansions = _expansions(entry)
    if not expansions:
        return
    for other in index.candidates(keys(expansions[0].text)):
        if not _may_shadow(other, entry):
            continue
        if other.indicator.id == entry.indicator.id:
            # of two that match the same the first stays
            if _covers(other, expansions) and (other.order < entry.order or not _covers(entry, _expansions(other))):
                yield other
        elif all(_wins(other, entry, expansion) for expansion in expansions):
            yield other


def _may_shadow(other: Entry, entry: Entry) -> bool:
    if other.order == entry.order or other.phrase.value != entry.phrase.value:
        return False
    if other.indicator.id == entry.indicator.id:
        return entry.part == "unless" or other.phrase.words == entry.phrase.words
    one, two = entry.indicator, other.indicator
    vetoes = {phrase.regex for phrase in one.unless}
    return (
        entry.part != "unless"
        and other.phrase.words == entry.phrase.words
        and set(one.kinds) <= set(two.kinds)
        and (entry.part == "phrases" or not two.units or (bool(one.units) and set(one.units) <= set(two.units)))
        and all(phrase.regex in vetoes for phrase in two.unless)
    )


class _Expansion(NamedTuple):
    text: str
    value: int  # where {value} stands, or -1


def _lengths(entry: Entry, expansion: _Expansion) -> list[int]:
    """The lengths of a phrase's matches in a text, at its {value} if it has one."""
    found = overlapping(entry.phrase.pattern, expansion.text)
    return [len(match.group()) for match in found if expansion.value < 0 or match.start("value") == expansion.value]


def _covers(entry: Entry, expansions: list[_Expansion]) -> bool:
    """Whether a phrase matches in each of the texts."""
    return bool(expansions) and all(_lengths(entry, expansion) for expansion in expansions)


def _wins(other: Entry, entry: Entry, expansion: _Expansion) -> bool:
    """Whether a phrase takes a text from one that matches all of it: a shorter match goes first, then the order of the files."""
    lengths = _lengths(other, expansion)
    return bool(lengths) and (other.order < entry.order or (entry.part == "phrases" and min(lengths) < len(expansion.text)))


def _expansions(entry: Entry) -> list[_Expansion]:
    """Every text that a phrase matches; none where there are too many."""
    nodes = parse(entry.phrase.source)
    if _count(nodes) > MOST_EXPANSIONS:
        return []
    found = []
    for pieces in _sequence(nodes, MASKS[entry.indicator.kinds[0]]):
        text = " ".join(piece for piece, _ in pieces)
        start = 0
        value = -1
        for piece, is_value in pieces:
            if is_value:
                value = start
            start += len(piece) + 1
        found.append(_Expansion(text, value))
    return found if all(entry.phrase.pattern.fullmatch(expansion.text) for expansion in found) else []


_Piece = tuple[str, bool]
"""Some text, and whether it is {value}."""


def _sequence(nodes: list[Node], value: str) -> Iterator[tuple[_Piece, ...]]:
    for parts in product(*(list(_one(node, value)) for node in nodes)):
        yield tuple(piece for part in parts for piece in part)


def _one(node: Node, value: str) -> Iterator[tuple[_Piece, ...]]:
    match node:
        case Literal(words):
            yield ((" ".join(words), False),)
        case Mark(text):
            yield ((text, False),)
        case Slot() if node.is_value:
            yield ((value if node.name == "value" else MASKS[node.name.removeprefix("value ")], True),)
        case Slot("number"):
            yield from (((MASKS[kind], False),) for kind in KINDS)
        case Slot(name):
            yield ((MASKS[name], False),)
        case Gap():
            yield ()
            yield ((" ".join(["zz"] * GAP_WORDS), False),)
        case Group(options, optional):
            if optional:
                yield ()
            for option in options:
                yield from _sequence(option, value)


def _count(nodes: list[Node]) -> int:
    total = 1
    for node in nodes:
        match node:
            case Gap():
                total *= 2
            case Slot("number"):
                total *= len(KINDS)
            case Group(options, optional):
                total *= sum(map(_count, options)) + optional
    return total


