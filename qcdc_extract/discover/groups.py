"""Unclaimed numbers, gathered text by text into groups by what they count.

Only counts and a few short examples are kept of each group, so memory grows with the number of groups and not of texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

from qcdc_extract.assemble import Row
from qcdc_extract.discover.nouns import Counted, Word, counted, words_of
from qcdc_extract.document import Document
from qcdc_extract.model import Kind
from qcdc_extract.pipeline import Extractor
from qcdc_extract.reading import Reading
from qcdc_extract.records import digits

MOST_EXAMPLES = 6  # of a group, each from another text
MOST_WORDINGS = 50  # different verbs or units that a group remembers
_LENGTHS = (30, 200)  # characters of a good example


class Sample(NamedTuple):
    """A number in its sentence."""

    document: str
    text: str
    number: str
    value: Decimal
    kind: Kind

    @property
    def fitness(self) -> tuple[bool, int]:
        """The lower, the better an example it makes."""
        least, most = _LENGTHS
        return not least <= len(self.text) <= most, len(self.text)


@dataclass
class Group:
    """The unclaimed numbers that count one thing: in how many texts, how many, of which kinds, with which words."""

    noun: str
    documents: int = 0
    numbers: int = 0
    behind: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)
    _last: int = -1

    def add(self, document: int, row: Row, found: Counted, sample: Sample) -> None:
        """One more number, in the text of that running number."""
        self.numbers += 1
        self.behind += found.behind
        self.kinds[row.quantity.kind] += 1
        _count(self.units, row.unit.folded)
        _count(self.verbs, found.verb)
        if document != self._last:
            self.documents += 1
            self._last = document
            self.samples = sorted([*self.samples, sample], key=lambda s: s.fitness)[:MOST_EXAMPLES]

    def as_dict(self) -> dict[str, Any]:
        """The group for JSON; values as their digits."""
        return {
            "noun": self.noun,
            "documents": self.documents,
            "numbers": self.numbers,
            "kinds": dict(self.kinds.most_common()),
            "units": dict(self.units.most_common(5)),
            "verbs": dict(self.verbs.most_common(5)),
            "examples": [{"document": s.document, "text": s.text, "number": s.number, "value": digits(s.value)} for s in self.samples],
        }


def _count(counter: Counter[str], word: str | None) -> None:
    if word and (word in counter or len(counter) < MOST_WORDINGS):
        counter[word] += 1


class Discovery:
    """Gathers the unclaimed numbers of texts, one text after the other."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.groups: dict[str, Group] = {}
        self.documents = 0
        self.numbers = 0
        self.unclaimed = 0

    def add(self, document: Document) -> None:
        """Read one text."""
        reading, _, rows = self.extractor.understand(document)
        words: dict[int, list[Word]] = {}
        for row in rows:
            if row.claim is None:
                self.unclaimed += 1
                self._add(document, reading, row, words)
        self.documents += 1
        self.numbers += len(rows)

    def _add(self, document: Document, reading: Reading, row: Row, words: dict[int, list[Word]]) -> None:
        index = row.place.sentence
        sentence = reading.sentences[index]
        if index not in words:
            others = [(m.start, m.end) for m in reading.by_sentence.get(index, ())]
            found_words = words_of(reading.text.nfc, sentence.start, sentence.end)
            words[index] = [w for w in found_words if not any(start < w.end and w.start < end for start, end in others)]
        found = counted(row, words[index])
        if found is None or row.quantity.value is None:
            return
        nfc = reading.text.nfc
        text = " ".join(nfc[sentence.start : sentence.end].split())
        sample = Sample(document.id, text, nfc[row.quantity.start : row.quantity.end], row.quantity.value, row.quantity.kind)
        self.groups.setdefault(found.noun, Group(found.noun)).add(self.documents, row, found, sample)

    def ranked(self, limit: int, min_documents: int) -> list[Group]:
        """The groups of most texts; of equally many, those of more numbers, then by name."""
        return list(islice(_by_spread(g for g in self.groups.values() if g.documents >= min_documents), limit))


def _by_spread(groups: Iterable[Group]) -> Iterable[Group]:
    return iter(sorted(groups, key=lambda g: (-g.documents, -g.numbers, g.noun)))
