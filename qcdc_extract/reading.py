"""What has been read of one text before its numbers are understood: mentions, sentences, headings.

`Reading` is built once for a text and handed to matching and to every step of context. It answers the questions they
share: which sentence a number stands in, what stands to its left and right, what heads the passage.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

import regex

from qcdc_extract.document import Text
from qcdc_extract.mentions import Mention, find_mentions
from qcdc_extract.model import Quantity, Sentence
from qcdc_extract.sentences import outline, split
from qcdc_extract.tables import Cell, find_cells, with_table_unit
from qcdc_extract.times import Time

# What ends a clause. A colon does not: "Hội nghị người lao động: 83 doanh nghiệp" is one statement.
_BOUNDARY = regex.compile(r"[,;()|\n]|(?<=\s)-(?=\s)")
_STRONG_BOUNDARY = regex.compile(r"[;|\n]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the words around one number begin and end, within its sentence.

    floor: the end of the number before it, or the sentence's start; clause: where its own clause begins, at or
    behind floor; clause_end: where it ends, at or before ceiling; ceiling: the start of the next number, or the
    sentence's end; bracket: the round brackets it stands in; previous: the index of the number before it, or -1.
    """

    sentence: int
    floor: int
    clause: int
    clause_end: int
    ceiling: int
    bracket: tuple[int, int] | None
    previous: int


@dataclass(frozen=True)
class Reading:
    """One text, its settled mentions and its sentences."""

    text: Text
    mentions: list[Mention]
    sentences: list[Sentence]

    @classmethod
    def of(cls, source: str) -> Reading:
        text = Text.of(source)
        mentions = find_mentions(text)
        sentences = split(text.folded, text.nfc, [(m.start, m.end) for m in mentions])
        return cls(text, mentions, sentences)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers that have a value, in order; those of a table with the unit of their column."""
        return [with_table_unit(self.text.folded, q, self.cells.get(q.start)) for q in self._bare_quantities]

    @cached_property
    def _bare_quantities(self) -> list[Quantity]:
        return [m for m in self.mentions if type(m) is Quantity and m.value is not None]

    @cached_property
    def cells(self) -> dict[int, Cell]:
        """The table cell of every number that stands in one, by the number's start."""
        return find_cells(self.text.folded, self._bare_quantities)

    @cached_property
    def times(self) -> list[Time]:
        return [m for m in self.mentions if type(m) is Time]

    @cached_property
    def outline(self) -> list[tuple[int, ...]]:
        """For each sentence the sentences that head it, outermost first."""
        return outline(self.sentences, self.text.folded, self.text.nfc)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, position: int) -> int:
        """The index of the sentence that holds a position."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    @cached_property
    def by_sentence(self) -> dict[int, list[Mention]]:
        """The mentions of each sentence that has any."""
        groups: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            groups.setdefault(self.sentence_at(mention.start), []).append(mention)
        return groups

    @cached_property
    def surroundings(self) -> list[Surroundings]:
        """For each number of `quantities` what stands around it."""
        found: list[Surroundings] = []
        quantities = self.quantities
        sentence_of = [self.sentence_at(q.start) for q in quantities]
        for index, quantity in enumerate(quantities):
            number = sentence_of[index]
            sentence = self.sentences[number]
            has_previous = index > 0 and sentence_of[index - 1] == number
            has_next = index + 1 < len(quantities) and sentence_of[index + 1] == number
            floor = quantities[index - 1].after if has_previous else sentence.start
            ceiling = quantities[index + 1].start if has_next else max(sentence.end, quantity.after)
            marks = self.boundaries[number]
            cut = bisect_right(marks, (quantity.start, ""))
            clause = next((p + 1 for p, _ in reversed(marks[:cut]) if p >= floor), floor)
            clause_end = next((p for p, _ in marks[cut:] if quantity.after <= p < ceiling), ceiling)
            found.append(
                Surroundings(
                    number, floor, max(clause, floor), clause_end, ceiling, _bracket(marks, cut, sentence.end), index - 1 if has_previous else -1
                )
            )
        return found

    def bracket_at(self, position: int, sentence: int) -> tuple[int, int] | None:
        """The innermost round brackets around a position of a sentence."""
        marks = self.boundaries.get(sentence, [])
        return _bracket(marks, bisect_right(marks, (position, "")), self.sentences[sentence].end)

    @cached_property
    def boundaries(self) -> dict[int, list[tuple[int, str]]]:
        """For each sentence with a number: position and character of each clause boundary outside mentions."""
        found: dict[int, list[tuple[int, str]]] = {}
        folded = self.text.folded
        for index, mentions in self.by_sentence.items():
            sentence = self.sentences[index]
            spans = iter(mentions)
            current = next(spans, None)
            marks = []
            for mark in _BOUNDARY.finditer(folded, sentence.start, sentence.end):
                while current is not None and current.end <= mark.start():
                    current = next(spans, None)
                if current is None or mark.start() < current.start:
                    marks.append((mark.start(), mark.group()))
            found[index] = marks
        return found


def _bracket(marks: list[tuple[int, str]], cut: int, end: int) -> tuple[int, int] | None:
    """The innermost round brackets around the marks' position `cut`; one left open ends with the sentence."""
    depth = 0
    for position, mark in reversed(marks[:cut]):
        depth += (mark == ")") - (mark == "(")
        if depth < 0:
            close = 0
            for later, other in marks[cut:]:
                close += (other == ")") - (other == "(")
                if close > 0:
                    return position, later
            return position, end
    return None
