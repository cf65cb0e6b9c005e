"""Which indicator a number belongs to.

Cost follows the text: every phrase is indexed under one word that it needs, so a sentence runs only the phrases whose
words it holds, whatever the number of patterns. Then, strongest first (`_choose`):

1. a phrase with {value} that matched at the number: most words win;
2. a topic in the number's own clause: in the noun phrase behind it, before it, in the rest of the clause;
3. what the number goes on from: "đạt 96%", "tăng 6 cuộc", "trong đó cấp xã 42 cuộc";
4. a topic farther off: in the sentence, in the headings above, in the sentences before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from qcdc_extract.context.measure import Meaning
from qcdc_extract.context.unit import Unit, noun_at
from qcdc_extract.model import Quantity, Trap
from qcdc_extract.patterns import Indicator, PatternSet, compile_regex
from qcdc_extract.phrases import WORD, Phrase, keys, mask
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.times import Time
from qcdc_extract.vocabulary.context import BARE_WORDS, CONTINUATIONS
from qcdc_extract.vocabulary.nouns import COMPOUNDS, OPAQUE


class Entry(NamedTuple):
    """One phrase of one indicator and the part it plays: "phrases", "topics" or "unless"; order: its place in the files."""

    order: int
    indicator: Indicator
    part: str
    phrase: Phrase


class Hit(NamedTuple):
    """A phrase found in the text; value is where its {value} begins, -1 for a topic."""

    entry: Entry
    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Claim:
    """The indicator of a number and the phrase (or raw regex) that said so; `source`: the number from which it was inherited."""

    indicator: Indicator
    phrase: str
    source: int | None = None

    @property
    def pattern(self) -> str:
        return f"{self.indicator.topic}.toml: {self.phrase}"


class Index:
    """All phrases of a pattern set, each under the rarest key (a word or a pair of words) that it needs."""

    def __init__(self, patterns: PatternSet) -> None:
        self._by_key: dict[str, list[tuple[Entry, tuple[frozenset[str], ...]]]] = {}
        rows = (
            (indicator, part, phrase)
            for indicator in patterns.indicators
            for part in ("phrases", "topics", "unless")
            for phrase in getattr(indicator, part)
        )
        entries = [Entry(order, *row) for order, row in enumerate(rows)]
        spread = Counter(key for entry in entries for group in entry.phrase.required for key in group)
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


class Matcher:
    """Finds the claims of a text; holds no state of the texts it has read, so threads may share it."""

    def __init__(self, patterns: PatternSet) -> None:
        self.index = Index(patterns)
        self.raw = [(indicator, source) for indicator in patterns.indicators for source in indicator.regex]

    def claims(self, reading: Reading, places: list[Surroundings], units: list[Unit], meanings: list[Meaning]) -> list[Claim | None]:
        """For every number its claim, or None."""
        return _Chooser(self, reading, places, units, meanings).choose_all()


RAW_TIMEOUT = 0.2  # seconds that a raw regex may take for one sentence
_NEVER = (99, 0, 0)


class _Chooser:
    """The claims of one text."""

    def __init__(self, matcher: Matcher, reading: Reading, places: list[Surroundings], units: list[Unit], meanings: list[Meaning]) -> None:
        self.matcher = matcher
        self.reading = reading
        self.places = places
        self.units = units
        self.meanings = meanings
        self.claims: list[Claim | None] = []
        self._hits: dict[int, list[Hit]] = {}
        self._masked: dict[int, str] = {}

    def choose_all(self) -> list[Claim | None]:
        for index in range(len(self.reading.quantities)):
            self.claims.append(self._choose(index))
        return self.claims

    def _choose(self, index: int) -> Claim | None:
        quantity, place = self.reading.quantities[index], self.places[index]
        hits = self.hits(place.sentence)
        vetoed = {
            hit.entry.indicator.id
            for hit in hits
            if hit.entry.part == "unless" and hit.start < place.clause_end and hit.end > place.clause and hit.value in (-1, quantity.start)
        }
        fitting = [hit for hit in hits if hit.entry.part != "unless" and hit.entry.indicator.id not in vetoed and self._fits(hit.entry, index)]
        return (
            self._by_phrase(fitting, quantity)
            or self._by_regex(index)
            or self._near(fitting, index)
            or self._inherited(index)
            or self._far(fitting, index, vetoed)
        )

    # --- hits -------------------------------------------------------------------------------------------------------

    def masked(self, sentence: int) -> str:
        """A sentence with every mention overwritten by its class."""
        if sentence not in self._masked:
            span = self.reading.sentences[sentence]
            mentions = self.reading.by_sentence.get(sentence, [])
            classes = ((m.start - span.start, m.end - span.start, _class(m)) for m in mentions if m.end <= span.end)
            self._masked[sentence] = mask(self.reading.text.folded[span.start : span.end], classes)
        return self._masked[sentence]

    def hits(self, sentence: int) -> list[Hit]:
        """All phrases found in a sentence, positions in the text."""
        if sentence not in self._hits:
            masked = self.masked(sentence)
            offset = self.reading.sentences[sentence].start
            self._hits[sentence] = [
                Hit(entry, found.start() + offset, found.end() + offset, found.start("value") + offset if entry.phrase.value else -1)
                for entry in self.matcher.index.candidates(keys(masked))
                for found in entry.phrase.pattern.finditer(masked, overlapped=entry.phrase.value)
            ]
        return self._hits[sentence]

    # --- rules ------------------------------------------------------------------------------------------------------

    def _fits(self, entry: Entry, index: int) -> bool:
        """Whether an indicator can carry a number: its kind and, for a topic, its noun."""
        quantity, unit = self.reading.quantities[index], self.units[index]
        indicator = entry.indicator
        if quantity.kind not in indicator.kinds:
            return quantity.kind == "count" and unit.text is None and "money" in indicator.kinds and "count" not in indicator.kinds
        if entry.part == "phrases" or not indicator.units or quantity.kind in ("percent", "money", "index"):
            return True
        return unit.text is None or any(_begins(unit.folded, noun) for noun in indicator.units)

    def _by_phrase(self, hits: list[Hit], quantity: Quantity) -> Claim | None:
        best = max(
            (hit for hit in hits if hit.entry.part == "phrases" and quantity.start <= hit.value < quantity.end),
            key=lambda hit: (hit.entry.phrase.words, hit.start - hit.end),
            default=None,
        )
        return Claim(best.entry.indicator, best.entry.phrase.source) if best else None

    def _by_regex(self, index: int) -> Claim | None:
        """A raw regex whose group `value` begins at the number; it sees the folded sentence as it stands."""
        if not self.matcher.raw:
            return None
        quantity, span = self.reading.quantities[index], self.reading.sentences[self.places[index].sentence]
        for indicator, source in self.matcher.raw:
            if quantity.kind not in indicator.kinds:
                continue
            found = compile_regex(source).finditer(self.reading.text.folded, span.start, span.end, timeout=RAW_TIMEOUT)
            if any(match.start("value") == quantity.start for match in found):
                return Claim(indicator, source)
        return None

    def _near(self, hits: list[Hit], index: int) -> Claim | None:
        """A topic of the own clause."""
        quantity, place, unit = self.reading.quantities[index], self.places[index], self.units[index]
        noun_end = max(unit.end, quantity.after)

        def rank(hit: Hit) -> tuple[int, int, int]:
            words = -hit.entry.phrase.words
            if self._lacks_noun(hit, index) and not (place.clause <= hit.start and hit.end <= quantity.start):
                return _NEVER
            if quantity.after <= hit.start <= noun_end + 1 and hit.end <= place.ceiling:
                return 0, words, hit.start
            if place.clause <= hit.start and hit.end <= quantity.start:
                return 1, words, quantity.start - hit.end
            if quantity.after <= hit.start < max(place.clause_end, noun_end):
                return 2, words, hit.start
            return _NEVER

        return self._topic(hits, rank)

    def _far(self, hits: list[Hit], index: int, vetoed: set[str]) -> Claim | None:
        """A topic of the sentence, of the headings, or of the sentences before."""
        quantity, place = self.reading.quantities[index], self.places[index]

        def rank(hit: Hit) -> tuple[int, int, int]:
            if self._lacks_noun(hit, index) or self._other_noun(hit, index):
                return _NEVER
            if place.floor <= hit.start and hit.end <= quantity.start:
                return 0, -hit.entry.phrase.words, quantity.start - hit.end
            if quantity.after <= hit.start < place.ceiling:
                return 1, hit.start - quantity.end, -hit.entry.phrase.words
            if hit.end <= quantity.start:
                return 2, quantity.start - hit.end, -hit.entry.phrase.words
            return _NEVER

        found = self._topic(hits, rank)
        if found or not self._may_look_far(index):
            return found
        for sentence in self._above(place.sentence):
            above = [
                hit
                for hit in self.hits(sentence)
                if hit.entry.part == "topics" and hit.entry.indicator.id not in vetoed and self._fits_far(hit.entry, index)
            ]
            found = self._topic(above, lambda hit: (0, -hit.entry.phrase.words, -hit.start))
            if found:
                return found
        return None

    def _lacks_noun(self, hit: Hit, index: int) -> bool:
        """A count without a noun takes only a topic that leads up to it: "Số cuộc đối thoại là 52"."""
        return self.reading.quantities[index].kind == "count" and self.units[index].text is None and bool(hit.entry.indicator.units)

    def _other_noun(self, hit: Hit, index: int) -> bool:
        """A percentage of a noun of its own ("97,5% người dân ...") is not of a topic that counts other nouns."""
        quantity, units = self.reading.quantities[index], hit.entry.indicator.units
        if quantity.kind != "percent" or not units:
            return False
        noun = noun_at(self.reading, quantity.after, self.places[index].clause_end)
        return noun is not None and noun.folded in COMPOUNDS and not any(_begins(noun.folded, unit) for unit in units)

    def _topic(self, hits: list[Hit], rank) -> Claim | None:  # type: ignore[no-untyped-def]
        best, best_rank = None, _NEVER
        for hit in hits:
            if hit.entry.part == "topics":
                ranked = rank(hit)
                if ranked < best_rank:
                    best, best_rank = hit, ranked
        return Claim(best.entry.indicator, best.entry.phrase.source) if best else None

    def _may_look_far(self, index: int) -> bool:
        """A number whose clause tells its own story takes no topic from another sentence, unless its noun fits."""
        quantity = self.reading.quantities[index]
        return quantity.kind in ("count", "ratio") or self._is_bare(index)

    def _fits_far(self, entry: Entry, index: int) -> bool:
        quantity, unit = self.reading.quantities[index], self.units[index]
        if quantity.kind in ("count", "ratio", "measure"):
            return bool(unit.text) and bool(entry.indicator.units) and self._fits(entry, index)
        return self._fits(entry, index)

    def _above(self, sentence: int) -> Iterable[int]:
        """The nearest headings first, then up to three sentences before in the paragraph."""
        sentences = self.reading.sentences
        paragraph = sentences[sentence].paragraph
        heads = self.reading.outline[sentence]
        before = [s for s in range(sentence - 1, max(-1, sentence - 4), -1) if sentences[s].paragraph == paragraph]
        return [*before, *reversed(heads)]

    # --- inheritance ------------------------------------------------------------------------------------------------

    def _inherited(self, index: int) -> Claim | None:
        """The claim of the number that this one goes on from."""
        source = self._source(index)
        claim = self.claims[source] if source is not None else None
        if claim is None or not self._can_carry(claim.indicator, index):
            return None
        return Claim(claim.indicator, claim.phrase, source)

    def _can_carry(self, indicator: Indicator, index: int) -> bool:
        kind = self.reading.quantities[index].kind
        return kind in ("percent", "ratio") or kind in indicator.kinds or self.meanings[index].measure == "change"

    def _source(self, index: int) -> int | None:
        """The number of the sentence, or of the one it continues, that this number is a share, change or part of."""
        quantity, unit = self.reading.quantities[index], self.units[index]
        earlier = self._earlier(index)
        if quantity.kind == "percent" or self.meanings[index].measure in ("change", "of_plan", "of_previous"):
            same = self._same_noun(index, earlier) if quantity.kind != "percent" else None
            if same is not None:
                return same
            if quantity.kind == "percent":
                shared = self._share_of(index, earlier)
                if shared is not None:
                    return shared
            return next((i for i in earlier if self.claims[i]), None) if self._is_bare(index) else None
        if quantity.kind in ("count", "ratio") and unit.text:
            return self._same_noun(index, earlier)
        if self._is_bare(index):
            return next((i for i in earlier if self.reading.quantities[i].kind == quantity.kind), None)
        return None

    def _earlier(self, index: int) -> list[int]:
        """The numbers before this one, nearest first: of its sentence, and of the one before where it continues that."""
        sentence = self.places[index].sentence
        span = self.reading.sentences[sentence]
        reach = sentence
        if CONTINUATIONS.match(self.reading.text.folded, span.start, span.end) and sentence:
            reach = sentence - 1
        found = []
        for i in range(index - 1, -1, -1):
            if self.places[i].sentence < reach:
                break
            found.append(i)
        return found

    def _same_noun(self, index: int, earlier: list[int]) -> int | None:
        noun = self.units[index].folded
        head = noun.split(" ")[0] if noun else ""
        exact = next((i for i in earlier if noun and self.units[i].folded == noun and self.claims[i]), None)
        if exact is not None:
            return exact
        return next((i for i in earlier if head and self.units[i].folded.split(" ")[0] == head and self.claims[i]), None)

    def _share_of(self, index: int, earlier: list[int]) -> int | None:
        """"46% số ý kiến" goes back to the number that counted ý kiến."""
        place, quantity = self.places[index], self.reading.quantities[index]
        behind = self.reading.text.folded[quantity.after : place.clause_end].lstrip()
        if not behind.startswith(("số ", "tổng số ")):
            return None
        noun = behind.removeprefix("tổng ").removeprefix("số ")
        return next((i for i in earlier if self.units[i].text and noun.startswith(self.units[i].folded) and self.claims[i]), None)

    def _is_bare(self, index: int) -> bool:
        """Whether the clause holds nothing but the number and words that only connect it."""
        place = self.places[index]
        masked = self.masked(place.sentence)
        offset = self.reading.sentences[place.sentence].start
        own = masked[place.clause - offset : max(place.clause_end, place.clause) - offset]
        return not WORD.search(BARE_WORDS.sub(" ", own))


def _class(mention: object) -> str:
    if isinstance(mention, Quantity):
        return mention.kind
    return "time" if isinstance(mention, Time) else "trap" if isinstance(mention, Trap) else "trap"


def _begins(noun: str, with_: str) -> bool:
    """Whether a noun is, or begins with, a word that an indicator counts: "lượt người" with "lượt", not "đơn vị" with "đơn"."""
    if noun in OPAQUE and noun != with_:
        return False
    return noun.startswith(with_) and (len(noun) == len(with_) or not noun[len(with_)].isalpha())
