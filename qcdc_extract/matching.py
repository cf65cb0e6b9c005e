"""Finds the phrases of pattern files in a text, at a cost that follows the text and not the number of patterns.

Every phrase is filed under the rarest key (a word or a pair of neighbouring words) that it needs; a sentence runs only
phrases all of whose needed keys it holds. Which of the hits claims a number is the business of claims.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from qcdc_extract.model import Quantity
from qcdc_extract.patterns import Indicator
from qcdc_extract.phrases import Key, Phrase, keys, mask
from qcdc_extract.reading import Reading
from qcdc_extract.times import Time
from qcdc_extract.vocabulary.phrases import COMMON

Marked = int
"""Some entries of an index: the bit of each one's order is set."""

EVERY: Marked = -1


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


class Index:
    """The phrases of some parts of some indicators, each under the rarest key that it needs; `needed`: all keys of any."""

    def __init__(self, indicators: Iterable[Indicator], *parts: str) -> None:
        rows = ((indicator, part, phrase) for indicator in indicators for part in parts for phrase in getattr(indicator, part))
        self._entries = [Entry(order, *row) for order, row in enumerate(rows)]
        spread = Counter(chain.from_iterable(chain.from_iterable(entry.phrase.required for entry in self._entries)))

        for word in COMMON & spread.keys():
            spread[word] += len(self._entries)  # tells less than any other

        def rarity(group: frozenset[Key]) -> int:
            return sum(map(spread.__getitem__, group))

        self._by_key: dict[Key, Marked] = {}
        self._marks: dict[tuple[str, str], Marked] = {}
        filed: list[frozenset[Key]] = []
        for order, indicator, part, phrase in self._entries:
            self._marks[part, indicator.id] = self._marks.get((part, indicator.id), 0) | 1 << order
            groups = phrase.required
            rarest = groups[0] if len(groups) == 1 else min(groups, key=rarity)
            filed.append(rarest)
            for key in rarest:
                self._by_key[key] = self._by_key.get(key, 0) | 1 << order
        self._rest = _Rest(self._entries, filed)
        self._filed = frozenset(self._by_key)
        self.needed = set(spread)

    def of_part(self, part: str) -> Index:
        """The index of one of its parts alone."""
        marked = reduce(or_, (marks for (name, _), marks in self._marks.items() if name == part), 0)
        found = copy(self)
        found._by_key = {key: held for key, marks in self._by_key.items() if (held := marks & marked)}
        found._filed = frozenset(found._by_key)
        return found

    def marked(self, wanted: Mapping[str, Iterable[str]]) -> Marked:
        """Marks the entries of the wanted indicators: their ids by part."""
        found = (self._marks.get((part, name), 0) for part, names in wanted.items() for name in names)
        return reduce(or_, found, 0)

    def candidates(self, found: set[Key], able: Marked = EVERY) -> list[Entry]:
        """Of the `able` entries those of which every needed key is among the found ones, each once, in the order of the files."""
        filed = found & self._filed
        if not filed:
            return []
        held: list[Entry] = []
        marked = able & reduce(or_, map(self._by_key.__getitem__, filed))
        while marked:
            order = marked.bit_length() - 1  # the last first, as that makes the number shorter
            marked ^= 1 << order
            for group in self._rest[order]:
                if found.isdisjoint(group):
                    break
            else:
                held.append(self._entries[order])
        held.reverse()
        return held


class _Rest(dict[int, list[frozenset[Key]]]):
    """By order: the sets of keys that an entry needs one of each beside that it is filed under.

    Told apart when an entry is first looked at, as few are.
    """

    def __init__(self, entries: list[Entry], filed: list[frozenset[Key]]) -> None:
        super().__init__()
        self._entries, self._filed = entries, filed

    def __missing__(self, order: int) -> list[frozenset[Key]]:
        found = self[order] = [group for group in self._entries[order].phrase.required if group is not self._filed[order]]
        return found


class Hits:
    """The phrases found in one text, sentence by sentence, each searched for when it is first asked for."""

    def __init__(self, reading: Reading, known: set[Key] | None = None) -> None:
        """known: the only keys that any of the phrases need; who does not know them does with all."""
        self._reading = reading
        self._known = known
        self._keys: dict[int, set[Key]] = {}
        self._found: dict[tuple[int, int], list[Hit]] = {}

    @cached_property
    def _text(self) -> str:
        masked = mask(self._reading.text.folded, [(m.start, m.end, _class(m)) for m in self._reading.mentions])
        for start, end in self._reading.asides.values():
            masked = masked[:start] + " " * (end - start) + masked[end:]
        return masked

    def masked(self, sentence: int) -> str:
        """A sentence with every mention overwritten by its class."""
        span = self._reading.sentences[sentence]
        return self._text[span.start : span.end]

    def keys(self, sentence: int) -> set[Key]:
        """The words and pairs of words of a sentence, as far as they are known."""
        found = self._keys.get(sentence)
        if found is None:
            found = self._keys[sentence] = keys(self.masked(sentence), self._known)
        return found

    def of(self, index: Index, sentence: int, able: Marked = EVERY) -> list[Hit]:
        """All able phrases of an index that a sentence holds, positions in the text.

        Who asks again for the same index and sentence must mean the same ones.
        """
        place = (id(index), sentence)
        found = self._found.get(place)
        if found is None:
            found = self._found[place] = self._search(index.candidates(self.keys(sentence), able), sentence)
        return found

    def of_entries(self, entries: list[Entry], sentence: int) -> list[Hit]:
        """All of these entries that a sentence holds."""
        found = self.keys(sentence)
        return self._search([e for e in entries if not any(map(found.isdisjoint, e.phrase.required))], sentence)

    def _search(self, entries: list[Entry], sentence: int) -> list[Hit]:
        if not entries:
            return []
        masked = self.masked(sentence)
        offset = self._reading.sentences[sentence].start
        numbers = [m.start - offset for m in self._reading.by_sentence.get(sentence, ()) if type(m) is Quantity]
        hits: list[Hit] = []
        for entry in entries:
            valued = entry.phrase.value
            for found in entry.phrase.matches(masked, numbers):
                start, end = found.span()
                hits.append(Hit(entry, start + offset, end + offset, found.start("value") + offset if valued else -1))
        return hits


def _class(mention: object) -> str:
    if type(mention) is Quantity:
        return mention.kind
    return "time" if type(mention) is Time else "trap"
