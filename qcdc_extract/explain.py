"""Why each number of a text was read as it was: what it became, what else came near, and what said so.

Nothing is decided here. The text goes through the same steps as in an extraction (`Extractor.understand`), and each step's
value carries what it was taken from; only the phrases that failed are looked at once more, to see how far they got.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import regex
from pydantic import BaseModel, ConfigDict

from qcdc_extract.assemble import Row, assemble
from qcdc_extract.claims import Rule
from qcdc_extract.context.period import resolve_times
from qcdc_extract.document import Document
from qcdc_extract.matching import Hit, Hits
from qcdc_extract.mentions import Mention
from qcdc_extract.model import Period, Quantity, Trap
from qcdc_extract.numbers import find_quantities
from qcdc_extract.patterns import Indicator
from qcdc_extract.phrases import Gap, Group, Key, Node, Phrase, Slot, overlapping, parse, pattern_of, written
from qcdc_extract.phrases import Literal as Words
from qcdc_extract.pipeline import Extractor, Understood
from qcdc_extract.reading import Reading
from qcdc_extract.records import Record, Span, digits
from qcdc_extract.times import Time

MOST_NEAR = 3  # phrases that came near, for each number
_FIGURES = regex.compile(r"\d+(?:[.,]\d+)*")
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+|\p{Co}+")
_NEXT_WORDS = regex.compile(r"\s*(?:[^\s]+\s*){1,3}")


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cause(_Value):
    """What a field was taken from: a kind of source, and the words of the text, where there are some."""

    source: str | None
    at: Span | None = None


class Claimed(_Value):
    """The indicator of a number: by which rule, which phrase, and the words of the text that it matched."""

    indicator: str
    label: str
    rule: Rule
    pattern: str
    at: Span
    goes_on_from: Span | None = None


class Rival(_Value):
    """A phrase, topic or verb of the sentence that did not claim the number, and why.

    reason: "kind" the indicator carries no such number; "noun" it counts other things; "unless" a veto stands in the
    clause; "reach" it stands too far off or belongs to another number; "weaker" another claim comes before it.
    """

    indicator: str
    part: str
    phrase: str
    at: Span
    reason: Literal["kind", "noun", "unless", "reach", "weaker"]
    detail: str


class Near(_Value):
    """A phrase of which most words are in the sentence: what it matched, what it wanted next, and what stands there."""

    indicator: str
    phrase: str
    matched: str
    wanted: str
    found: str


class Explanation(_Value):
    """One number of a text.

    read_as  "number": `record` is the record that an extraction writes; "time": `reason` is its role, `days` what it
             stands for; "trap": `reason` says what it is; "nothing": figures that no reader took
    instead  the reading as a number that gave way to a time or a trap
    """

    document: str
    source: str
    line: int
    span: Span
    read_as: Literal["number", "time", "trap", "nothing"]
    reason: str | None = None
    days: Period | None = None
    instead: str | None = None
    noun_from: str | None = None
    claim: Claimed | None = None
    rivals: tuple[Rival, ...] = ()
    near: tuple[Near, ...] = ()
    status_from: Cause | None = None
    period_from: Cause | None = None
    baseline_from: Cause | None = None
    record: Record | None = None

    def to_json(self) -> str:
        """One line of JSON; the record in it is as an extraction writes it."""
        fields = json.dumps(self.model_dump(mode="json", exclude={"record"}), ensure_ascii=False)
        return f'{fields[:-1]}, "record": {self.record.to_json() if self.record else "null"}}}'


def explain(extractor: Extractor, document: Document, line: int | None = None) -> list[Explanation]:
    """Every number of a document, or of one of its lines (counted from 1), in order."""
    understood = extractor.understand(document)
    reading = understood.reading
    witness = _Witness(extractor, document, understood)
    rows = {row.quantity.end: index for index, row in enumerate(understood.rows)}
    days = dict(zip((time.start for time in reading.times), resolve_times(reading, document.date), strict=True))
    found: list[tuple[int, Explanation]] = []
    for start, end, mention in _figures(reading):
        place = witness.line(start)
        if line is not None and place != line:
            continue
        if isinstance(mention, Quantity) and end in rows:
            explanation = witness.number(rows[end])
        else:
            explanation = witness.other(start, end, mention, days.get(start))
        found.append((start, explanation))
    return [explanation for _, explanation in sorted(found, key=lambda pair: pair[0])]


def _figures(reading: Reading) -> Iterator[tuple[int, int, Mention | None]]:
    """Every mention that holds figures or gave a number up, and every figure that is in no mention."""
    proposals = [(q.start, q.end) for q in find_quantities(reading.text.folded, reading.text.nfc)]
    for mention in reading.mentions:
        figures = _FIGURES.search(reading.text.folded, mention.start, mention.end)
        if figures or isinstance(mention, Quantity) or _overlap(mention, proposals):
            yield mention.start, mention.end, mention
    spans = [(m.start, m.end) for m in reading.mentions]
    for figures in _FIGURES.finditer(reading.text.folded):
        if not any(start < figures.end() and figures.start() < end for start, end in spans):
            yield figures.start(), figures.end(), None


def _overlap(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


class _Witness:
    """Tells of one text what was found and where."""

    def __init__(self, extractor: Extractor, document: Document, understood: Understood) -> None:
        self.matcher = extractor.matcher
        self.document = document
        self.reading, self.chooser, self.rows = understood
        self.records = assemble(document, self.reading, self.rows)
        self.hits = Hits(self.reading)  # the chooser's own hold only what could claim a number
        self.proposals = find_quantities(self.reading.text.folded, self.reading.text.nfc)
        self._likely: dict[int, list[tuple[Indicator, Phrase]]] = {}

    def span(self, start: int, end: int) -> Span:
        first, last = self.reading.text.source_span(start, end)
        return Span(start=first, end=last, text=self.reading.text.source[first:last])

    def line(self, position: int) -> int:
        return self.document.text.count("\n", 0, self.reading.text.source_span(position, position)[0]) + 1

    def other(self, start: int, end: int, mention: Mention | None, days: Period | None) -> Explanation:
        """Figures that became no record."""
        fields = {"document": self.document.id, "source": self.document.source, "line": self.line(start), "span": self.span(start, end)}
        match mention:
            case Time(role=role):
                return Explanation(**fields, read_as="time", reason=role, days=days, instead=self.instead(mention))
            case Trap(reason=reason):
                return Explanation(**fields, read_as="trap", reason=reason, instead=self.instead(mention))
            case Quantity():
                return Explanation(**fields, read_as="number", reason="it has no exact value")
        return Explanation(**fields, read_as="nothing", reason="no reader took these figures")

    def instead(self, mention: Mention) -> str | None:
        """The reading as a number that a time or a trap stands in place of."""
        lost = next((q for q in self.proposals if q.start < mention.end and mention.start < q.end and q.value is not None), None)
        return f"{lost.kind} {digits(lost.value)}" if lost and lost.value is not None else None

    def number(self, index: int) -> Explanation:
        """A number that became a record."""
        row, record = self.rows[index], self.records[index]
        return Explanation(
            document=record.document,
            source=record.source,
            line=self.line(row.quantity.start),
            span=record.span,
            read_as="number",
            noun_from=row.unit.found or None,
            claim=self.claimed(row),
            rivals=tuple(self.rivals(index, row)),
            near=tuple(self.near(row)),
            status_from=Cause(source=row.stated.source, at=self.span(row.stated.start, row.stated.end) if row.stated.source else None),
            period_from=Cause(source=row.timing.source, at=self.of_time(row.timing.time)),
            baseline_from=Cause(source="comparison", at=self.of_time(row.timing.compared)) if record.baseline else None,
            record=record,
        )

    def of_time(self, time: Time | None) -> Span | None:
        return self.span(time.start, time.end) if time else None

    def claimed(self, row: Row) -> Claimed | None:
        claim = row.claim
        if claim is None:
            return None
        source = self.rows[claim.source].quantity if claim.source is not None else None
        return Claimed(
            indicator=claim.indicator.id,
            label=claim.indicator.label,
            rule=claim.rule,
            pattern=claim.pattern,
            at=self.span(claim.start, claim.end),
            goes_on_from=self.span(source.start, source.end) if source else None,
        )

    # --- what did not claim it ----------------------------------------------------------------------------------------

    def rivals(self, index: int, row: Row) -> Iterator[Rival]:
        """The best-placed phrase of each other indicator that the sentence holds."""
        told = {row.claim.indicator.id} if row.claim else set()
        hits = self.hits.of(self.matcher.claiming, row.place.sentence)
        for hit in sorted(hits, key=lambda hit: self.distance(hit, row.quantity)):
            if hit.entry.indicator.id in told or (hit.entry.part == "phrases" and not row.quantity.start <= hit.value < row.quantity.end):
                continue
            told.add(hit.entry.indicator.id)
            yield self.rival(hit, index, row)

    @staticmethod
    def distance(hit: Hit, quantity: Quantity) -> tuple[bool, int]:
        return hit.entry.part != "phrases", max(hit.start - quantity.end, quantity.start - hit.end)

    def rival(self, hit: Hit, index: int, row: Row) -> Rival:
        indicator = hit.entry.indicator
        veto = self.chooser.veto(indicator.id, index)
        reason: Literal["kind", "noun", "unless", "reach", "weaker"]
        if not self.chooser.carries(hit, index):
            if row.quantity.kind in indicator.kinds:
                reason, detail = "noun", f"it counts {', '.join(indicator.units)}"
            else:
                reason, detail = "kind", f"it carries {', '.join(indicator.kinds)}, not {row.quantity.kind}"
        elif veto:
            reason, detail = "unless", f"{veto.entry.phrase.source}: {self.span(veto.start, veto.end).text}"
        elif row.claim:
            reason, detail = "weaker", f"{row.claim.indicator.id} claims it by a stronger rule, or with more words"
        else:
            reason, detail = "reach", "it belongs to another number, or stands too far off for a number like this"
        return Rival(
            indicator=indicator.id,
            part=hit.entry.part,
            phrase=hit.entry.phrase.source,
            at=self.span(hit.start, hit.end),
            reason=reason,
            detail=detail,
        )

    # --- what came near -----------------------------------------------------------------------------------------------

    def near(self, row: Row) -> list[Near]:
        """The phrases that got farthest along the sentence towards this number before they failed."""
        claimed = row.claim.indicator.id if row.claim else None
        quantity = row.quantity
        offset = self.reading.sentences[row.place.sentence].start
        walk = _Walk(self.hits.masked(row.place.sentence), quantity.start - offset)
        steps = []
        able = self.matcher.carriers(quantity.kind, row.unit.folded).phrases
        for indicator, phrase in self.likely(row.place.sentence):
            if indicator.id != claimed and indicator.id in able:
                step = walk.along(parse(phrase.source))
                if step and walk.words(step) > 1:
                    steps.append((step, indicator, phrase))
        steps.sort(key=lambda item: -item[0].share)
        best = {indicator.id: (step, phrase) for step, indicator, phrase in reversed(steps)}
        ordered = sorted(best.items(), key=lambda item: -item[1][0].share)
        return [self.told(name, phrase, step, offset) for name, (step, phrase) in ordered[:MOST_NEAR]]

    def likely(self, sentence: int) -> list[tuple[Indicator, Phrase]]:
        """The phrases of which the sentence holds at least half of the words that they need, in whatever order."""
        if sentence not in self._likely:
            held = self.hits.keys(sentence)
            self._likely[sentence] = [
                (indicator, phrase)
                for indicator in self.matcher.indicators
                for phrase in indicator.phrases
                if sum(_held(group, held) for group in phrase.required) * 2 >= len(phrase.required)
            ]
        return self._likely[sentence]

    def told(self, indicator: str, phrase: Phrase, step: _Step, offset: int) -> Near:
        nfc = self.reading.text.nfc
        matched = nfc[step.start + offset : step.end + offset]
        following = _NEXT_WORDS.match(nfc, step.end + offset) if step.end > step.start else None
        found = following.group().strip() if following else ""
        return Near(indicator=indicator, phrase=phrase.source, matched=matched, wanted=step.wanted, found=found)


def _held(group: frozenset[Key], held: set[Key]) -> float:
    """How much of one of a group's keys is there: 0.5 for one word of a pair."""
    words = [(key,) if isinstance(key, str) else key for key in group]
    return max(sum(word in held for word in key) / len(key) for key in words)


class _Step(NamedTuple):
    """How far a phrase got: the stretch of the sentence that it matched, what it wanted next, how much of it had matched."""

    start: int
    end: int
    wanted: str
    share: float


class _Walk:
    """Follows phrases through one masked sentence towards the number that begins at `number`."""

    def __init__(self, masked: str, number: int) -> None:
        self.masked = masked
        self.number = number

    def along(self, nodes: list[Node]) -> _Step | None:
        """The first element of a phrase at which it fails; None where it does not, or fails at its very first."""
        return self._along([], list(_single(nodes)))

    def words(self, step: _Step) -> int:
        """How many words and numbers of the sentence a step holds."""
        return len(_TOKEN.findall(self.masked, step.start, step.end))

    def _along(self, done: list[Node], rest: list[Node]) -> _Step | None:
        reached: tuple[int, int] | None = self.match(done) if done else None
        prefix = list(done)
        for count, node in enumerate(rest):
            prefix.append(node)
            if isinstance(node, Gap) or (isinstance(node, Group) and node.optional):
                continue
            found = self.match(prefix)
            if found is None:
                before = prefix[:-1]
                deeper = [self._along(before, list(_single(option))) for option in node.options] if isinstance(node, Group) else []
                farthest = max((step for step in deeper if step), key=lambda step: step.end, default=None)
                if farthest and reached and farthest.end > reached[1]:
                    return farthest
                core = before[: -1 if before and isinstance(before[-1], Gap) else None]
                reached = self.match(core) if reached else None  # with the optional words that are there
                wanted = " ".join(map(written, prefix[len(core) :]))
                return _Step(*reached, wanted, count / len(rest)) if reached else None
            reached = found
        return None

    def match(self, nodes: list[Node]) -> tuple[int, int] | None:
        """Where these elements stand: about the number if it is one of them, else the last time before it."""
        valued = any(isinstance(node, Slot) and node.is_value for node in nodes)
        spans = overlapping(pattern_of(nodes), self.masked)
        if valued:
            return next((found.span() for found in spans if found.start("value") == self.number), None)
        return max((found.span() for found in spans if found.end() <= self.number), key=lambda span: span[1], default=None)


def _single(nodes: Iterable[Node]) -> Iterator[Node]:
    """The elements of a sequence, each word by itself."""
    for node in nodes:
        if isinstance(node, Words):
            yield from (Words([word]) for word in node.words)
        else:
            yield node
