"""Finds the phrases of pattern files in a text, at a cost that follows the text and not the number of patterns.

Every phrase is filed under the rarest key (a word or a pair of neighbouring words) that it needs; a sentence runs only
phrases all of whose needed keys it holds. Which of the hits claims a number is the business of claims.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from qcdc_extract.model import Quantity
from qcdc_extract.patterns import Indicator, PatternSet
from qcdc_extract.phrases import Key, Phrase, keys, mask
from qcdc_extract.reading import Reading
from qcdc_extract.times import Time


class Entry(NamedTuple):
    """One phrase of one indicator and the part it plays (the list it stands in); order: its place in the files."""

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


Filed = tuple[Entry, tuple[frozenset[Key], ...]]


class Index:
    """The phrases of some parts of a pattern set, each under the rarest key that it needs."""

    def __init__(self, patterns: PatternSet, *parts: str) -> None:
        rows = ((indicator, part, phrase) for indicator in patterns.indicators for part in parts for phrase in getattr(indicator, part))
        entries = [Entry(order, *row) for order, row in enumerate(rows)]
        spread = Counter(key for entry in entries for group in entry.phrase.required for key in group)
        self._by_key: dict[Key, list[Filed]] = {}
        for entry in entries:
            rarest = min(entry.phrase.required, key=lambda group: sum(spread[key] for key in group))
            rest = tuple(group for group in entry.phrase.required if group is not rarest)
            for key in rarest:
                self._by_key.setdefault(key, []).append((entry, rest))

    def candidates(self, found: set[Key], wanted: Callable[[Entry], bool]) -> Iterable[Entry]:
        """The wanted entries of which every needed key is among those found, each once, in the order of the files."""
        by_key = self._by_key
        entries = {filed[0].order: filed for key in found & by_key.keys() for filed in by_key[key]}
        for _, (entry, rest) in sorted(entries.items()):
            for group in rest:
                if group.isdisjoint(found):
                    break
            else:
                if wanted(entry):
                    yield entry


class Hits:
    """The phrases found in one text, sentence by sentence, each searched for when it is first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._masked: dict[int, str] = {}
        self._keys: dict[int, set[Key]] = {}
        self._found: dict[tuple[int, int], list[Hit]] = {}

    def masked(self, sentence: int) -> str:
        """A sentence with every mention overwritten by its class."""
        if sentence not in self._masked:
            span = self._reading.sentences[sentence]
            mentions = self._reading.by_sentence.get(sentence, [])
            classes = ((m.start - span.start, m.end - span.start, _class(m)) for m in mentions if m.end <= span.end)
            self._masked[sentence] = mask(self._reading.text.folded[span.start : span.end], classes)
        return self._masked[sentence]

    def keys(self, sentence: int) -> set[Key]:
        """The words and pairs of words of a sentence."""
        if sentence not in self._keys:
            self._keys[sentence] = keys(self.masked(sentence))
        return self._keys[sentence]

    def of(self, index: Index, sentence: int, wanted: Callable[[Entry], bool]) -> list[Hit]:
        """All wanted phrases of an index that a sentence holds, positions in the text; `wanted` must not change its mind."""
        place = (id(index), sentence)
        if place not in self._found:
            self._found[place] = self._search(index.candidates(self.keys(sentence), wanted), sentence)
        return self._found[place]

    def of_entries(self, entries: list[Entry], sentence: int) -> list[Hit]:
        """All of these entries that a sentence holds."""
        place = (id(entries), sentence)
        if place not in self._found:
            found = self.keys(sentence)
            self._found[place] = self._search((e for e in entries if not any(map(found.isdisjoint, e.phrase.required))), sentence)
        return self._found[place]

    def _search(self, entries: Iterable[Entry], sentence: int) -> list[Hit]:
        masked = self.masked(sentence)
        offset = self._reading.sentences[sentence].start
        numbers = [m.start - offset for m in self._reading.by_sentence.get(sentence, ()) if type(m) is Quantity]
        return [
            Hit(entry, found.start() + offset, found.end() + offset, found.start("value") + offset if entry.phrase.value else -1)
            for entry in entries
            for found in entry.phrase.matches(masked, numbers)
        ]


def _class(mention: object) -> str:
    if isinstance(mention, Quantity):
        return mention.kind
    return "time" if isinstance(mention, Time) else "trap"
