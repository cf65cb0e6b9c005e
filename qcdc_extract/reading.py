"""What has been read of one text before its numbers are understood: mentions, sentences, headings.

`Reading` is built once for a text and handed to matching and to every step of context. It answers the questions they
share: which sentence a number stands in, what stands to its left and right, what heads the passage.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from qcdc_extract.document import Text
from qcdc_extract.late import late
from qcdc_extract.mentions import Mention, find_mentions
from qcdc_extract.model import Quantity, Sentence, frozen
from qcdc_extract.sentences import outline, split
from qcdc_extract.tables import Cell, find_cells, in_cell
from qcdc_extract.times import Time
from qcdc_extract.wording import before, words

# What ends a clause. A colon does not: "Hội nghị người lao động: 83 doanh nghiệp" is one statement.
_BOUNDARY = re.compile(r"[,;()|\n-]")  # a dash only between blanks
# A share in brackets that the statement goes on behind: "45/50 thôn (chiếm 90%) đạt danh hiệu ...".
_ASIDE_OPENS = late(before, rf"\( ?(?:{words('chiếm|đạt|khoảng|gần|hơn|trên|tương đương|bằng|tỷ lệ|tỷ lệ là|tức')} )*")
_ASIDE_CLOSES = late(re.compile, r" ?\) (?!(?:và|so|hay|hoặc|trong|trên|tổng)\b)(?=[^\W\d_])")

Marks = tuple[list[int], str]  # positions and, one character each, what stands there


@frozen
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
        return cls.of_each([source])[0]

    @classmethod
    def of_each(cls, sources: Sequence[str]) -> list[Reading]:
        texts = [Text.of(source) for source in sources]
        found = find_mentions(texts)
        pieces = [[(mention.start, mention.end) for mention in mentions] for mentions in found]
        sentences = [split(text.folded, text.nfc, spans) for text, spans in zip(texts, pieces, strict=True)]
        return [*map(cls, texts, found, sentences)]

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers that have a value, in order; those of a table with their cell's sign and their column's unit."""
        if not self.cells:
            return self._bare_quantities
        return [in_cell(self.text.folded, q, self.cells.get(q.start)) for q in self._bare_quantities]

    @cached_property
    def _bare_quantities(self) -> list[Quantity]:
        return [m for m in self.mentions if type(m) is Quantity and m.value is not None]

    @cached_property
    def cells(self) -> dict[int, Cell]:
        """The table cell of every number that stands in one, by the number's start."""
        return find_cells(self.text.folded, self.text.nfc, self._bare_quantities)

    @cached_property
    def times(self) -> list[Time]:
        return [m for m in self.mentions if type(m) is Time]

    @cached_property
    def time_starts(self) -> frozenset[int]:
        """Where the times begin."""
        return frozenset(time.start for time in self.times)

    @cached_property
    def times_by_sentence(self) -> dict[int, list[Time]]:
        """The times of each sentence that has any."""
        groups: dict[int, list[Time]] = {}
        for time in self.times:
            groups.setdefault(self.sentence_at(time.start), []).append(time)
        return groups

    @cached_property
    def outline(self) -> list[tuple[int, ...]]:
        """For each sentence the sentences that head it, outermost first."""
        return outline(self.sentences, self.text.folded, self.text.nfc)

    @cached_property
    def padded(self) -> str:
        """The folded text behind a line end, as scanning.py wants it: every position is one more than in the text."""
        return f"\n{self.text.folded}"

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
        starts = self._sentence_starts
        number, last = 0, len(starts) - 1
        for mention in self.mentions:
            start = mention.start
            while number < last and starts[number + 1] <= start:
                number += 1
            if number in groups:
                groups[number].append(mention)
            else:
                groups[number] = [mention]
        return groups

    @cached_property
    def surroundings(self) -> list[Surroundings]:
        """For each number of `quantities` what stands around it."""
        found: list[Surroundings] = []
        folded, quantities = self.text.folded, self.quantities
        sentence_of = [number for number, held in self.by_sentence.items() for m in held if type(m) is Quantity and m.value is not None]
        previous, nexts = [-1, *sentence_of], [*sentence_of[1:], -1]
        for index, quantity in enumerate(quantities):
            number, start, after = sentence_of[index], quantity.start, quantity.after
            follows = previous[index] == number
            if not follows:
                sentence = self.sentences[number]
                marks, signs = self.boundaries(number)
            floor = min(quantities[index - 1].after, start) if follows else sentence.start
            ceiling = quantities[index + 1].start if nexts[index] == number else sentence.end
            if ceiling < after:  # its noun stands behind the next number: "56/120 (số đơn vị/số cuộc)"
                ceiling = max(sentence.end, after)
            cut = bisect_left(marks, start)
            clause = marks[cut - 1] + 1 if cut and marks[cut - 1] >= floor else floor
            behind = bisect_left(marks, after, cut)
            clause_end = marks[behind] if behind < len(marks) and marks[behind] < ceiling else ceiling
            if folded.startswith(":", after):  # "số đã trả là 3.105: trước hạn 2.240": the parts follow
                clause_end = after
            bracket = _bracket(marks, signs, cut, sentence.end) if "(" in signs else None
            found.append(Surroundings(number, floor, clause, clause_end, ceiling, bracket, index - 1 if follows else -1))
        for index in self.asides:
            found[index - 1] = self._beyond_aside(found[index - 1], found[index])
        return found

    def _beyond_aside(self, counted: Surroundings, share: Surroundings) -> Surroundings:
        """The surroundings of a number whose clause goes on behind the bracket with its share."""
        marks, _ = self.boundaries(counted.sentence)
        behind = bisect_right(marks, share.clause_end)
        ceiling = max(share.ceiling, counted.ceiling)
        clause_end = marks[behind] if behind < len(marks) and marks[behind] < ceiling else ceiling
        return replace(counted, clause_end=clause_end, ceiling=ceiling)

    @cached_property
    def asides(self) -> dict[int, tuple[int, int]]:
        """The percentages that stand alone in brackets in the middle of another number's clause, by index, and the brackets."""
        found: dict[int, tuple[int, int]] = {}
        folded = self.text.folded
        for index, quantity in enumerate(self.quantities):
            if quantity.kind != "percent" or not index or not folded.startswith((")", " )"), quantity.end):
                continue
            opens = _ASIDE_OPENS.match(folded, self.quantities[index - 1].end, quantity.start)
            closes = _ASIDE_CLOSES.match(folded, quantity.end)
            if opens and closes and not _BOUNDARY.search(folded, self.quantities[index - 1].end, opens.start()):
                found[index] = opens.start(), closes.end() - 1
        return found

    def bracket_at(self, position: int, sentence: int) -> tuple[int, int] | None:
        """The innermost round brackets around a position of a sentence."""
        if self.text.folded.find("(", self.sentences[sentence].start, position) < 0:
            return None
        marks, signs = self.boundaries(sentence)
        return _bracket(marks, signs, bisect_left(marks, position), self.sentences[sentence].end)

    def boundaries(self, sentence: int) -> Marks:
        """Position and character of each clause boundary of a sentence outside its mentions."""
        found = self._boundaries.get(sentence)
        if found is None:
            span = self.sentences[sentence]
            found = self._boundaries[sentence] = _boundaries(self.text.folded, span, self.by_sentence.get(sentence, ()))
        return found

    @cached_property
    def _boundaries(self) -> dict[int, Marks]:
        return {}


def _boundaries(folded: str, sentence: Sentence, mentions: Iterable[Mention]) -> Marks:
    end = sentence.end
    marks, signs = [], []
    spans = iter(mentions)
    current = next(spans, None)
    for match in _BOUNDARY.finditer(folded, sentence.start, end):
        at, sign = match.start(), match.group()
        if sign == "-" and not (folded[at - 1 : at].isspace() and at + 1 < end and folded[at + 1].isspace()):
            continue
        while current is not None and current.end <= at:
            current = next(spans, None)
        if current is None or at < current.start:
            marks.append(at)
            signs.append(sign)
    return marks, "".join(signs)


def _bracket(marks: list[int], signs: str, cut: int, end: int) -> tuple[int, int] | None:
    """The innermost round brackets around the marks' position `cut`; one left open ends with the sentence."""
    if signs.find("(", 0, cut) < 0:
        return None
    depth = 0
    for index in range(cut - 1, -1, -1):
        depth += (signs[index] == ")") - (signs[index] == "(")
        if depth < 0:
            close = 0
            for later in range(cut, len(signs)):
                close += (signs[later] == ")") - (signs[later] == "(")
                if close > 0:
                    return marks[index], marks[later]
            return marks[index], end
    return None
