"""Finds the phrases of pattern files in a text, at a cost that follows the text and not the number of patterns.

Every phrase is filed under the rarest key (a word or a pair of neighbouring words) that it needs; a sentence runs only
phrases all of whose needed keys it holds. Which of the hits claims a number is the business of claims.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from qcdc_extract.model import Quantity
from qcdc_extract.patterns import Indicator, PatternSet
from qcdc_extract.phrases import Phrase, keys, mask
from qcdc_extract.reading import Reading
from qcdc_extract.times import Time

PARTS = ("phrases", "topics", "verbs", "settings", "unless")


class Entry(NamedTuple):
    """One phrase of one indicator and the part it plays, one of PARTS; order: its place in the files."""

    order: int
    indicator: Indicator
    part: str
    phrase: Phrase


class Hit(NamedTuple):
    """A phrase found in the text; value is where its {value} begins, -1 where it has none."""

    entry: Entry
    start: int
    end: int
    value: int

    @property
    def words(self) -> int:
        return self.entry.phrase.words


class Index:
    """All phrases of a pattern set, each under the rarest key that it needs."""

    def __init__(self, patterns: PatternSet) -> None:
        rows = ((indicator, part, phrase) for indicator in patterns.indicators for part in PARTS for phrase in getattr(indicator, part))
        entries = [Entry(order, *row) for order, row in enumerate(rows)]
        spread = Counter(key for entry in entries for group in entry.phrase.required for key in group)
        self._by_key: dict[str, list[tuple[Entry, tuple[frozenset[str], ...]]]] = {}
        for entry in entries:
            rarest = min(entry.phrase.required, key=lambda group: sum(spread[key] for key in group))
            rest = tuple(group for group in entry.phrase.required if group is not rarest)
            for key in rarest:
                self._by_key.setdefault(key, []).append((entry, rest))

    def candidates(self, found: set[str]) -> Iterable[Entry]:
        """The entries of which every needed key is among those found, each once, in the order of the files."""
        by_key = self._by_key
        entries = {item[0].order: item for key in found & by_key.keys() for item in by_key[key]}
        for _, (entry, rest) in sorted(entries.items()):
            for group in rest:
                if group.isdisjoint(found):
                    break
            else:
                yield entry


class Hits:
    """The phrases found in one text, sentence by sentence, each sentence searched when it is first asked for."""

    def __init__(self, index: Index, reading: Reading) -> None:
        self._index = index
        self._reading = reading
        self._hits: dict[int, list[Hit]] = {}
        self._masked: dict[int, str] = {}

    def masked(self, sentence: int) -> str:
        """A sentence with every mention overwritten by its class."""
        if sentence not in self._masked:
            span = self._reading.sentences[sentence]
            mentions = self._reading.by_sentence.get(sentence, [])
            classes = ((m.start - span.start, m.end - span.start, _class(m)) for m in mentions if m.end <= span.end)
            self._masked[sentence] = mask(self._reading.text.folded[span.start : span.end], classes)
        return self._masked[sentence]

    def of(self, sentence: int) -> list[Hit]:
        """All phrases found in a sentence, positions in the text."""
        if sentence not in self._hits:
            masked = self.masked(sentence)
            offset = self._reading.sentences[sentence].start
            self._hits[sentence] = [
                Hit(entry, found.start() + offset, found.end() + offset, found.start("value") + offset if entry.phrase.value else -1)
                for entry in self._index.candidates(keys(masked))
                for found in entry.phrase.pattern.finditer(masked, overlapped=entry.phrase.value)
            ]
        return self._hits[sentence]


def _class(mention: object) -> str:
    if isinstance(mention, Quantity):
        return mention.kind
    return "time" if isinstance(mention, Time) else "trap"
