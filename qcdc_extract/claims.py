"""Which indicator a number belongs to. The rules, strongest first, are those of `Chooser._choose`:

1. a phrase with {value} that matched at the number, or a raw regex: most words win;
2. a topic, or a verb with one of its units, in the header of a table's column or the label of its row, else in the
   number's own clause: in the noun phrase behind the number, before it, in the rest of the clause;
3. what the number goes on from: "đạt 96%", "tăng 6 cuộc", "trong đó cấp xã 42 cuộc";
4. a topic farther off: in the sentence, in the sentences before, in the headings, in a table's caption;
5. a setting anywhere before, nearest first, for numbers that count one of its units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import Literal, NamedTuple

import regex

from qcdc_extract.context.measure import Meaning
from qcdc_extract.context.unit import Unit, counted_noun, heading_noun, noun_at
from qcdc_extract.late import late
from qcdc_extract.matching import EVERY, Hit, Hits, Index, Marked
from qcdc_extract.model import frozen
from qcdc_extract.patterns import Indicator, PatternSet
from qcdc_extract.phrases import WORD
from qcdc_extract.raw import RawSearch, raw_regexes
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.tables import Bounds
from qcdc_extract.vocabulary.context import BARE_WORDS, CONTINUATIONS, PLANS
from qcdc_extract.vocabulary.nouns import COMPOUNDS, OPAQUE, PEERS

MOST_NOUNS = 10_000  # for which it is remembered who can carry them
FAR = 10**6
SENTENCES_BACK = 3  # of the paragraph, in which a topic still tells what a number is about

Rule = Literal["phrase", "regex", "header", "clause", "inherited", "sentence", "passage", "setting"]

_Rank = tuple[int, ...]
_PLANS = frozenset(PLANS.split("|"))  # what a percentage is measured against, never what it counts
_OWN_NOUNS = (COMPOUNDS | PEERS) - _PLANS
_MAKES_UP = regex.compile(
    r"(?:[^,;.:|\d]{0,30})[,(]?\s*(?:chiếm|bằng|tương đương|đạt|chiếm tỷ lệ|tức)(?: tỷ lệ| khoảng| gần| hơn| trên)*\s*"
)
_OF_ALL = late(regex.compile, r"\s*(?:tổng số|tổng|số|so với tổng)(?!\p{L})")
_BREAKS_DOWN = late(regex.compile, r"\s*(?:trong đó|trong số đó|trong số này|trong số họ),?(?: có)?(?: tới| gần| hơn| trên| khoảng)?\s*")
# What stands between two counts of one list: "ban hành 2 |nghị quyết chuyên đề và| 6 kế hoạch".
_JOINED = regex.compile(r"(?:\s+[^\s,;:.()|\d]+){0,3}\s*(?:,|và|,\s*và)(?: gần| hơn| trên| khoảng)?\s*")
_SHARED = regex.compile(r"\s*(?:trở lên )?(?:tổng )?(?:số )?")
_NEVER: _Rank = (99, 0, 0)
_CONNECTING = frozenset(WORD.findall(BARE_WORDS.pattern))  # a word that is none of these tells at once that a clause is not bare


@frozen
class Claim:
    """The indicator of a number and the phrase (or raw regex) that said so.

    rule: which of the rules took it; start, end: where the phrase stands in the text; source: the number from which the
    claim was inherited.
    """

    indicator: Indicator
    phrase: str
    rule: Rule
    start: int
    end: int
    source: int | None = None

    @property
    def pattern(self) -> str:
        return f"{self.indicator.topic}.toml: {self.phrase}"


class Carriers(NamedTuple):
    """For each part of a pattern the ids of the indicators that can carry a number through it.

    far: those whose topics may stand in another sentence; claiming: the same for the phrases, topics and verbs of
    `Matcher.claiming`.
    """

    phrases: frozenset[str]
    topics: frozenset[str]
    verbs: frozenset[str]
    settings: frozenset[str]
    far: frozenset[str]
    claiming: Marked


class Matcher:
    """Finds the claims of a text; holds no state of the texts it has read, so threads may share it."""

    def __init__(self, patterns: PatternSet) -> None:
        self.claiming = Index(patterns, "phrases", "topics", "verbs")
        self.topics = self.claiming.of_part("topics")
        self.settings = Index(patterns, "settings")
        self.indicators = patterns.indicators
        self.raw = raw_regexes(patterns)
        self._placed = frozenset(indicator.id for indicator in patterns if indicator.settings)
        self._topical = frozenset(indicator.id for indicator in patterns if indicator.topics)
        self._vetoing = {indicator.id: indicator for indicator in patterns if indicator.unless}
        unless = (phrase.required for indicator in self._vetoing.values() for phrase in indicator.unless)
        self.keys = self.claiming.needed.union(self.settings.needed, *chain.from_iterable(unless))
        self._vetoes: dict[str, Index] = {}
        self._by_unit: dict[str, set[str]] = {}
        for indicator in patterns:
            for unit in indicator.units:
                self._by_unit.setdefault(unit, set()).add(indicator.id)
        self._takers: dict[tuple[str, bool], tuple[frozenset[str], frozenset[str]]] = {}
        self._shared: dict[tuple[str, bool, frozenset[str]], Carriers] = {}
        self._carriers: dict[tuple[str, str], Carriers] = {}

    def vetoes(self, indicator: str) -> Index | None:
        """The `unless` of an indicator."""
        found = self._vetoes.get(indicator)
        if found is None and indicator in self._vetoing:
            found = self._vetoes[indicator] = Index([self._vetoing[indicator]], "unless")
        return found

    def carriers(self, kind: str, noun: str) -> Carriers:
        """For each part the ids of the indicators that can carry a number of a kind that counts a noun ("" for none).

        "change", for a kind: a percentage by which something rises or falls, which may be a count.
        """
        found = self._carriers.get((kind, noun))
        if found is None:
            counting = self.counting(noun)
            found = self._shared.get((kind, bool(noun), counting))
            if found is None:
                found = self._shared[kind, bool(noun), counting] = self._carrying(kind, bool(noun), counting)
            if len(self._carriers) < MOST_NOUNS:
                self._carriers[kind, noun] = found
        return found

    def counting(self, noun: str) -> frozenset[str]:
        """The ids of those with a unit that a noun is, or begins with: "lượt người" with "lượt", not "đơn vị" with "đơn"."""
        heads = {noun} if noun in OPAQUE else {noun, *(noun[:end] for end in range(1, len(noun)) if not noun[end].isalpha())}
        return frozenset().union(*(self._by_unit[head] for head in heads & self._by_unit.keys()))

    def _carrying(self, kind: str, has_noun: bool, counting: frozenset[str]) -> Carriers:
        if (kind, has_noun) not in self._takers:
            able = [i for i in self.indicators if _takes(i, kind, has_noun)]
            free = (i.id for i in able if not i.units or not has_noun or kind in ("percent", "change", "money", "index"))
            self._takers[kind, has_noun] = frozenset(i.id for i in able), frozenset(free)
        takers, free_takers = self._takers[kind, has_noun]
        if kind == "change":
            takers |= counting
        counting &= takers
        placed = self._placed & (takers if kind == "index" else counting)  # a text on an index has no other points
        parts = {"phrases": takers, "topics": free_takers | counting, "verbs": counting, "settings": placed}
        far = self._topical & parts["verbs" if kind in ("count", "ratio", "measure") else "topics"]
        return Carriers(**parts, far=far, claiming=self.claiming.marked(parts))

    def chooser(self, reading: Reading, places: list[Surroundings], units: list[Unit], meanings: list[Meaning]) -> Chooser:
        """What chooses the claims of a text, and can say afterwards what stood against others."""
        return Chooser(self, reading, places, units, meanings)


class Chooser:
    """The claims of one text."""

    def __init__(self, matcher: Matcher, reading: Reading, places: list[Surroundings], units: list[Unit], meanings: list[Meaning]) -> None:
        self.matcher = matcher
        self.hits = Hits(reading, matcher.keys)
        self.raw = RawSearch(matcher.raw, reading)
        self.reading = reading
        self.places = places
        self.units = units
        self.meanings = meanings
        self.claims: list[Claim | None] = []
        self._claimed = -2  # the last sentence with a number that has a claim
        self._nouns = [self._noun(index) for index in range(len(reading.quantities))]
        kinds = ["change" if self._is_change(i) and q.kind == "percent" else q.kind for i, q in enumerate(reading.quantities)]
        self._carriers = [*map(matcher.carriers, kinds, self._nouns)]
        self._claimable: dict[int, list[Hit]] = {}
        self._continuing: dict[int, bool] = {}

    def choose_all(self) -> list[Claim | None]:
        """For every number its claim, or None."""
        for index, place in enumerate(self.places):
            claim = self._choose(index)
            self.claims.append(claim)
            if claim:
                self._claimed = place.sentence
        return self.claims

    def _choose(self, index: int) -> Claim | None:
        fitting = self._fitting(index)
        return (
            (self._by_phrase(fitting, index) if fitting else None)
            or (self._by_regex(index) if self.matcher.raw else None)
            or (self._in_table(index) if self.reading.cells else None)
            or (self._goes_on_from(self.places[index].previous, index) if fitting and self._is_part(index) else None)
            or (self._near(fitting, index) if fitting else None)
            or self._inherited(index)
            or (None if self._goes_on(index) else self._far(fitting, index))
            or (self._in_caption(index) if self.reading.cells else None)
            or self._by_setting(index)
        )

    # --- what an indicator can carry --------------------------------------------------------------------------------

    def _fitting(self, index: int) -> list[Hit]:
        """The phrases, topics and verbs of its sentence that a number could be claimed by."""
        hits = self._claiming(self.places[index].sentence)
        if not hits:
            return hits
        claiming = self._carriers[index].claiming
        return self._unvetoed([hit for hit in hits if claiming >> hit.entry.order & 1], index)

    def _claiming(self, sentence: int) -> list[Hit]:
        """The phrases, topics and verbs of a sentence that some number of it could be claimed by."""
        found = self._claimable.get(sentence)
        if found is None:
            able = EVERY
            if sentence not in self._headers and sentence in self._numbers:
                able = reduce(or_, (self._carriers[index].claiming for index in self._numbers[sentence]))
            found = self._claimable[sentence] = self.hits.of(self.matcher.claiming, sentence, able)
        return found

    @cached_property
    def _headers(self) -> frozenset[int]:
        """The sentences that head tables and their columns: any number of the table may be claimed there."""
        heads = chain.from_iterable((cell.header, cell.caption) for cell in self.reading.cells.values())
        return frozenset(self.reading.sentence_at(head[0]) for head in heads if head)

    @cached_property
    def _numbers(self) -> dict[int, list[int]]:
        """The numbers of each sentence."""
        numbers: dict[int, list[int]] = {}
        for index, place in enumerate(self.places):
            numbers.setdefault(place.sentence, []).append(index)
        return numbers

    def _unvetoed(self, hits: list[Hit], index: int) -> list[Hit]:
        """The hits of indicators of which no `unless` stands in the number's clause."""
        if not hits:
            return hits
        vetoed = {i for i in {hit.entry.indicator.id for hit in hits} if self.veto(i, index)}
        return [hit for hit in hits if hit.entry.indicator.id not in vetoed] if vetoed else hits

    def veto(self, indicator: str, index: int) -> Hit | None:
        """The first `unless` of an indicator that stands in the number's clause."""
        vetoes = self.matcher.vetoes(indicator)
        if vetoes is None:
            return None
        quantity, place = self.reading.quantities[index], self.places[index]
        found = self.hits.of(vetoes, place.sentence)
        return next((h for h in found if h.start < place.clause_end and h.end > place.clause and h.value in (-1, quantity.start)), None)

    def carries(self, hit: Hit, index: int) -> bool:
        """Whether the indicator of a claiming hit can carry a number, by the number's kind and, but for a phrase, its noun."""
        return bool(self._carriers[index].claiming >> hit.entry.order & 1)

    def _noun(self, index: int) -> str:
        """What a number counts; of a percentage the noun behind it, else that of the number it goes on from."""
        quantity = self.reading.quantities[index]
        if quantity.kind != "percent":
            return self.units[index].folded
        own = self._own_noun(index) or self._subject_noun(index) or self._header_noun(index)
        if own:
            return own
        for i in self._back(index, 1):
            noun = self._own_noun(i) if self.reading.quantities[i].kind == "percent" else self.units[i].folded
            if noun and (self.reading.quantities[i].kind == "percent" or self.units[i].found not in ("", "symbol")):
                return noun
        return ""

    def _own_noun(self, index: int) -> str:
        """The known noun right behind a percentage: "97,5% người dân"; "" where there is none."""
        after, end = self.reading.quantities[index].after, self.places[index].clause_end
        skipped = _SHARED.match(self.reading.text.folded, after, end)
        noun = noun_at(self.reading, skipped.end() if skipped else after, end)
        return noun.folded if noun and noun.folded in _OWN_NOUNS else ""

    def _subject_noun(self, index: int) -> str:
        """The noun that the clause of a percentage counts: "Số cuộc kiểm tra giảm 20%"; "" where there is none."""
        quantity, place = self.reading.quantities[index], self.places[index]
        noun = counted_noun(self.reading, place.clause, quantity.start)
        return noun.folded if noun else ""

    def _header_noun(self, index: int) -> str:
        """The noun that the header of a percentage's column begins with: "Lượt tiếp tăng/giảm (%)"; "" where there is none."""
        cell = self.reading.cells.get(self.reading.quantities[index].start) if self.reading.cells else None
        noun = heading_noun(self.reading, cell.header) if cell else None
        return noun.folded if noun else ""

    # --- the rules --------------------------------------------------------------------------------------------------

    def _by_phrase(self, hits: list[Hit], index: int) -> Claim | None:
        quantity = self.reading.quantities[index]
        at = (hit for hit in hits if hit.entry.part == "phrases" and quantity.start <= hit.value < quantity.end)
        best = max(at, key=lambda hit: (hit.words, hit.start - hit.end), default=None)
        return _claim(best, "phrase")

    def _by_regex(self, index: int) -> Claim | None:
        """A raw regex whose group `value` begins at the number; it sees the folded sentence as it stands."""
        quantity = self.reading.quantities[index]
        for hit in self.raw.of(self.places[index].sentence):
            if hit.value == quantity.start and quantity.kind in hit.raw.indicator.kinds:
                return Claim(hit.raw.indicator, hit.raw.source, "regex", hit.start, hit.end)
        return None

    def _in_table(self, index: int) -> Claim | None:
        """A topic or a verb in the header of its column, else in the label of its row."""
        cell = self.reading.cells.get(self.reading.quantities[index].start)
        return self._headed_by(cell.header, index) or self._headed_by(cell.label, index) if cell else None

    def _in_caption(self, index: int) -> Claim | None:
        """A topic or a verb in the caption of its table."""
        cell = self.reading.cells.get(self.reading.quantities[index].start)
        return self._headed_by(cell.caption, index) if cell else None

    def _headed_by(self, bounds: Bounds | None, index: int) -> Claim | None:
        if bounds is None:
            return None
        hits = self._claiming(self.reading.sentence_at(bounds[0]))
        inside = [hit for hit in hits if bounds[0] <= hit.start and hit.end <= bounds[1] and self.carries(hit, index)]
        return _claim(_best(inside, ("topics", "verbs"), lambda hit: (0, -hit.words, hit.start)), "header")

    def _near(self, hits: list[Hit], index: int) -> Claim | None:
        """A topic or a verb of the own clause."""
        quantity, place = self.reading.quantities[index], self.places[index]
        noun_end = max(self.units[index].end, quantity.after)
        counting = self.matcher.counting(self._subject_noun(index)) if quantity.kind == "percent" else ()

        def rank(hit: Hit) -> _Rank:
            leads = place.clause <= hit.start and hit.end <= quantity.start
            if self._lacks_noun(hit, index) and not leads:
                return _NEVER
            other = bool(counting) and bool(hit.entry.indicator.units) and hit.entry.indicator.id not in counting
            if quantity.after <= hit.start <= noun_end + 1 and hit.end <= place.ceiling:
                return 0, other, -hit.words, hit.start, self._off(hit, index)
            if leads:
                return 1, other, -hit.words, quantity.start - hit.end, self._off(hit, index)
            if quantity.after <= hit.start < max(place.clause_end, noun_end):
                return 2, other, -hit.words, hit.start, self._off(hit, index)
            return _NEVER

        return _claim(_best(hits, ("topics", "verbs"), rank), "clause")

    def _off(self, hit: Hit, index: int) -> int:
        """How far off the nearest setting of a verb's indicator stands: what decides between equal verbs."""
        if hit.entry.part != "verbs" or not hit.entry.indicator.settings:
            return 0 if hit.entry.part == "topics" else FAR
        here = self.places[index].sentence
        for sentence in range(here, -1, -1):
            placed = [s for s in self.hits.of(self.matcher.settings, sentence) if s.entry.indicator.id == hit.entry.indicator.id]
            if placed:
                return min(abs(self.reading.quantities[index].start - s.end) for s in placed)
        return FAR

    def _far(self, hits: list[Hit], index: int) -> Claim | None:
        """A topic of the sentence, of the sentences before, or of the headings."""
        quantity, place = self.reading.quantities[index], self.places[index]

        def rank(hit: Hit) -> _Rank:
            if self._lacks_noun(hit, index) or self._counts_other(hit, index):
                return _NEVER
            if place.floor <= hit.start and hit.end <= quantity.start:
                return 0, -hit.words, quantity.start - hit.end
            if quantity.after <= hit.start < place.ceiling:
                return 1, hit.start - quantity.end, -hit.words
            if hit.end <= quantity.start:
                return 2, quantity.start - hit.end, -hit.words
            return _NEVER

        found = _best(hits, ("topics",), rank)
        if found:
            return _claim(found, "sentence")
        able = self._carriers[index].far
        if not able or not self._may_look_far(index):
            return None
        for sentence in self._above(place.sentence):
            topics = self.hits.of(self.matcher.topics, sentence)
            above = self._unvetoed([hit for hit in topics if hit.entry.indicator.id in able], index)
            found = _best(above, ("topics",), lambda hit: (0, -hit.words, -hit.start))
            if found:
                return _claim(found, "passage")
        return None

    def _by_setting(self, index: int) -> Claim | None:
        """A setting of the sentence or of any before it, nearest first."""
        able = self._carriers[index].settings
        if not able:
            return None
        quantity, noun = self.reading.quantities[index], self._nouns[index]
        if not noun or (quantity.kind == "percent" and not (self._own_noun(index) or self._is_bare(index))):
            return None
        ids = {i for i in able if not self.veto(i, index)}
        if not ids:
            return None
        for sentence in range(self.places[index].sentence, -1, -1):
            placed = [hit for hit in self.hits.of(self.matcher.settings, sentence) if hit.entry.indicator.id in ids]
            if placed:
                return _claim(min(placed, key=lambda hit: (abs(quantity.start - hit.end), -hit.words)), "setting")
        return None

    def _lacks_noun(self, hit: Hit, index: int) -> bool:
        """A count without a noun takes only a topic that leads up to it: "Số cuộc đối thoại là 52"."""
        return self.reading.quantities[index].kind == "count" and self.units[index].text is None and bool(hit.entry.indicator.units)

    def _counts_other(self, hit: Hit, index: int) -> bool:
        """A percentage of a noun of its own ("97,5% người dân ...") is not of a topic that counts other nouns."""
        if self.reading.quantities[index].kind != "percent" or not hit.entry.indicator.units:
            return False
        own = self._own_noun(index)
        return bool(own) and hit.entry.indicator.id not in self.matcher.counting(own)

    def _may_look_far(self, index: int) -> bool:
        """A number whose clause tells its own story takes no topic from another sentence, unless its noun fits."""
        return self.reading.quantities[index].kind in ("count", "ratio") or self._is_turnover(index) or self._is_bare(index)

    def _is_turnover(self, index: int) -> bool:
        """"Gạo đạt 74 triệu USD": foreign money that a thing reaches is of the trade or the capital that the passage is about."""
        quantity, place = self.reading.quantities[index], self.places[index]
        if quantity.kind != "money" or self.units[index].text in (None, "VND"):
            return False
        return self.hits.masked(place.sentence)[: quantity.start - self.reading.sentences[place.sentence].start].rstrip().endswith(" đạt")

    def _above(self, sentence: int) -> Iterable[int]:
        """Sentences before in the paragraph, then the headings, nearest first."""
        sentences = self.reading.sentences
        paragraph = sentences[sentence].paragraph
        back = range(sentence - 1, max(-1, sentence - 1 - SENTENCES_BACK), -1)
        return [*(s for s in back if sentences[s].paragraph == paragraph), *reversed(self.reading.outline[sentence])]

    # --- inheritance ------------------------------------------------------------------------------------------------

    def _inherited(self, index: int) -> Claim | None:
        """The claim of the number that this one goes on from."""
        if self._claimed < self.places[index].sentence - 1:  # no number that it could go on from has a claim
            return None
        source = self._source(index)
        return self._goes_on_from(source, index) if source is not None else None

    def _goes_on_from(self, source: int, index: int) -> Claim | None:
        claim = self.claims[source]
        if claim is None or not self._can_carry(claim.indicator, index):
            return None
        return replace(claim, rule="inherited", source=source)

    def _goes_on(self, index: int) -> bool:
        """Whether a percentage stands in brackets behind a counted noun, so that its indicator is that of the count or none."""
        place = self.places[index]
        if self.reading.quantities[index].kind != "percent" or not place.bracket or place.previous < 0:
            return False
        return self.units[place.previous].found == "after" and self._is_bare(index)

    def _is_part(self, index: int) -> bool:
        """"13.210, chiếm 77% tổng số hồ sơ tiếp nhận" and "92,3% (120/130 đơn)" are of the number before, whatever they are a share of."""
        quantity, place = self.reading.quantities[index], self.places[index]
        if quantity.kind not in ("percent", "ratio") or place.previous < 0:
            return False
        if quantity.kind == "ratio" and self.reading.quantities[place.previous].kind == "percent" and self._fills_bracket(index):
            return True
        folded = self.reading.text.folded
        return bool(_MAKES_UP.fullmatch(folded, place.floor, quantity.start) and _OF_ALL.match(folded, quantity.after, place.ceiling))

    def _fills_bracket(self, index: int) -> bool:
        """Whether a number and its noun are all that stands in their bracket."""
        bracket, folded = self.places[index].bracket, self.reading.text.folded
        if bracket is None:
            return False
        return not (folded[bracket[0] + 1 : self.reading.quantities[index].start] + folded[self.units[index].end : bracket[1]]).strip()

    def _can_carry(self, indicator: Indicator, index: int) -> bool:
        kind = self.reading.quantities[index].kind
        return kind in ("percent", "ratio") or kind in indicator.kinds or self.meanings[index].measure == "change"

    def _source(self, index: int) -> int | None:
        """The number of the sentence, or of the one it continues, that this number is a share, change or part of."""
        quantity = self.reading.quantities[index]
        earlier = self._earlier(index)
        if quantity.kind == "percent":
            shared = self._share_of(index, earlier)
            if shared is not None:
                return shared
            return earlier[0] if earlier and (self._is_bare(index) or self._is_breakdown(index)) else None
        same = self._same_noun(index, earlier)
        if same is not None or (quantity.kind in ("count", "ratio") and self.units[index].text and not self._is_change(index)):
            return same
        if not self._is_bare(index):
            return None
        if self._is_change(index):
            return earlier[0] if earlier else None
        return next((i for i in earlier if self.reading.quantities[i].kind == quantity.kind), None)

    def _is_breakdown(self, index: int) -> bool:
        """"Tập huấn cho 900 người, trong đó 30% là nữ" speaks of the people before."""
        place = self.places[index]
        return _BREAKS_DOWN.fullmatch(self.reading.text.folded, place.clause, self.reading.quantities[index].start) is not None

    def _is_change(self, index: int) -> bool:
        return self.meanings[index].measure in ("change", "of_plan", "of_previous")

    def _earlier(self, index: int) -> list[int]:
        """The numbers before this one, nearest first: of its sentence, and of the one before where it continues that."""
        place = self.places[index]
        listed = self.reading.quantities[index].kind == "percent" and place.bracket
        return self._back(index, 1 if listed or self._continues(place.sentence) else 0)

    def _continues(self, sentence: int) -> bool:
        """Whether a sentence goes on from the one before."""
        if sentence not in self._continuing:
            span = self.reading.sentences[sentence]
            self._continuing[sentence] = CONTINUATIONS.match(self.reading.text.folded, span.start, span.end) is not None
        return self._continuing[sentence]

    def _back(self, index: int, sentences: int) -> list[int]:
        """The numbers before this one in its sentence and in so many sentences of the paragraph before it, nearest first."""
        here = self.places[index].sentence
        paragraph = self.reading.sentences[here].paragraph
        found = []
        for i in range(index - 1, -1, -1):
            other = self.places[i].sentence
            if other < here - sentences or self.reading.sentences[other].paragraph != paragraph:
                break
            found.append(i)
        return found

    def _same_noun(self, index: int, earlier: list[int]) -> int | None:
        """The nearest number with a claim that counts the same noun, or one with the same classifier; or stands in one list with this."""
        noun = self.units[index].folded
        if not noun:
            return None
        head = noun.split(" ")[0]
        bracket = self.places[index].bracket
        claimed = [i for i in earlier if self.claims[i] and self.places[i].bracket in (None, bracket)]  # what brackets add ends with them
        exact = [i for i in claimed if self.units[i].folded == noun]
        if exact:
            return self._whole(index, exact)
        similar = next((i for i in claimed if self.units[i].folded.split(" ")[0] == head), None)
        if similar is None and claimed and self._is_change(index) and self._counts(claimed[0], noun):  # "312 học sinh, tăng 9 em"
            return claimed[0]
        return similar if similar is not None else self._listed_with(index, noun)

    def _whole(self, index: int, same: list[int]) -> int:
        """Of the numbers that count the same noun, nearest first, that of which this one is a part.

        "145 kiến nghị, 120 kiến nghị đã giải quyết, 20 kiến nghị đang xem xét": a part that tells something of its own goes back to the
        first, and what remains is none of what is done.
        """
        told = self.units[index].found != "symbol" and (self._remains(index) or self._tells_of_its_own(index))
        return same[-1] if told else same[0]

    def _remains(self, index: int) -> bool:
        """"còn 2 đơn đang xác minh", "25 ý kiến còn lại"."""
        folded, place = self.reading.text.folded, self.places[index]
        led = folded[place.clause : self.reading.quantities[index].start].strip() in ("còn", "hiện còn", "còn lại", "số còn lại")
        return led or folded.startswith(" còn lại", self.units[index].end)

    def _tells_of_its_own(self, index: int) -> bool:
        """Whether words behind the noun tell more than what is counted."""
        place = self.places[index]
        offset = self.reading.sentences[place.sentence].start
        behind = self.hits.masked(place.sentence)[self.units[index].end - offset : max(place.clause_end - offset, 0)]
        return not _CONNECTING.issuperset(WORD.findall(behind))

    def _counts(self, index: int, noun: str) -> bool:
        """Whether the indicator that a number was given counts a noun."""
        claim = self.claims[index]
        return claim is not None and claim.indicator.id in self.matcher.counting(noun)

    def _listed_with(self, index: int, noun: str) -> int | None:
        """The number before it in a list, if its indicator counts this noun too: "ban hành 2 nghị quyết và 6 kế hoạch"."""
        previous = self.places[index].previous
        if previous < 0 or not self._counts(previous, noun):
            return None
        between = self.units[previous].end, self.reading.quantities[index].start
        return previous if _JOINED.fullmatch(self.reading.text.folded, *between) else None

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
        offset = self.reading.sentences[place.sentence].start
        noun = self.units[place.previous] if place.previous >= 0 else None
        start = max(place.clause, noun.end) if noun and noun.found == "after" else place.clause
        own = self.hits.masked(place.sentence)[start - offset : max(place.clause_end, place.clause) - offset]
        return _CONNECTING.issuperset(WORD.findall(own)) and not WORD.search(BARE_WORDS.sub(" ", own))


def _best(hits: list[Hit], parts: tuple[str, ...], rank: Callable[[Hit], _Rank]) -> Hit | None:
    """The hit of the lowest rank; of equal ones the first of the files."""
    best, best_rank = None, _NEVER
    for hit in hits:
        if hit.entry.part in parts:
            ranked = rank(hit)
            if ranked < best_rank:
                best, best_rank = hit, ranked
    return best


def _claim(hit: Hit | None, rule: Rule) -> Claim | None:
    return Claim(hit.entry.indicator, hit.entry.phrase.source, rule, hit.start, hit.end) if hit else None


def _takes(indicator: Indicator, kind: str, has_noun: bool) -> bool:
    """Whether an indicator carries numbers of a kind; a bare number may also be money of unknown currency."""
    kind = "percent" if kind == "change" else kind
    return kind in indicator.kinds or (kind == "count" and not has_noun and "money" in indicator.kinds and "count" not in indicator.kinds)
