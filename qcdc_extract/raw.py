"""The raw regexes of pattern files at work on a text: none of them can hold up a run.

A search of one sentence may take SENTENCE_SECONDS; one that takes longer gives nothing and is a strike. A regex with
STRIKES strikes, or that has taken all its time for a text, is left out of the rest of that text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import NamedTuple

from qcdc_extract.patterns import Indicator, PatternSet, compile_regex
from qcdc_extract.reading import Reading

SENTENCE_SECONDS = 0.2
STRIKES = 3
TEXT_SECONDS = 1.0  # for each 100,000 characters that a text has or begins


class Raw(NamedTuple):
    """One regex of an indicator, and its place in the indicator's list."""

    indicator: Indicator
    item: int
    source: str

    def __str__(self) -> str:
        """Where it stands, as problems say it."""
        return f"{self.indicator.file}: [{self.indicator.id}] regex[{self.item}]"


class RawHit(NamedTuple):
    """A match, positions in the text; value: where its group `value` begins."""

    raw: Raw
    start: int
    end: int
    value: int


def raw_regexes(patterns: PatternSet) -> list[Raw]:
    """All of a pattern set, in its order."""
    return [Raw(indicator, item, source) for indicator in patterns for item, source in enumerate(indicator.regex)]


class RawSearch:
    """The matches in one text, each sentence searched when it is first asked for."""

    def __init__(self, raws: Sequence[Raw], reading: Reading) -> None:
        self._raws = raws
        self._reading = reading
        self._found: dict[int, list[RawHit]] = {}
        # By the place of a regex among all:
        self._strikes: Counter[int] = Counter()
        self._left = [TEXT_SECONDS * (1 + len(reading.text.folded) // 100_000)] * len(raws)
        self._broken: dict[int, str] = {}

    def of(self, sentence: int) -> list[RawHit]:
        """The matches that a sentence holds, in the order of the regexes."""
        if sentence not in self._found:
            self._found[sentence] = [hit for i in range(len(self._raws)) if self._is_on(i) for hit in self._search(i, sentence)]
        return self._found[sentence]

    def too_slow(self) -> Iterator[tuple[Raw, str]]:
        """Each regex that did not search all that it should have, and what became of it."""
        for i, raw in enumerate(self._raws):
            missed = self._strikes[i]
            if i in self._broken:
                yield raw, f"failed ({self._broken[i]}), left out of the rest of this text"
            elif not self._is_on(i):
                yield raw, "too slow, left out of the rest of this text"
            elif missed:
                yield raw, f"too slow, {missed} {'sentence was' if missed == 1 else 'sentences were'} not searched"

    def _is_on(self, index: int) -> bool:
        return self._strikes[index] < STRIKES and self._left[index] > 0 and index not in self._broken

    def _search(self, index: int, sentence: int) -> list[RawHit]:
        raw, span, folded = self._raws[index], self._reading.sentences[sentence], self._reading.text.folded
        begin = perf_counter()
        try:
            found = compile_regex(raw.source).finditer(folded, span.start, span.end, timeout=SENTENCE_SECONDS)
            return [RawHit(raw, match.start(), match.end(), match.start("value")) for match in found]
        except TimeoutError:
            self._strikes[index] += 1
        except Exception as error:  # a hostile regex must not cost the text its records
            self._broken[index] = type(error).__name__
        finally:
            self._left[index] -= perf_counter() - begin
        return []
