"""The phrase language of the pattern files: parsed at load, turned into regex text, compiled at first use.

    (tiếp nhận|thụ lý) ... {value} hồ sơ [của công dân]

words       whole words, folded first (hoà = hòa, tỉ = tỷ, capitals); spaces, quotes and dashes between words are one
(a|b c)     one of; [a|b] optionally one of; both nest
...         up to GAP_WORDS words, without a number and without , ; : . ! ? ( ) or a line end; the fewest that do
{value}     the number the record is for, {value percent} only if it is of that kind; {count} ... {index} another number of
            that kind, {number} one of any kind, {time} a time; hedges (trên, gần, khoảng: vocabulary/phrases.py) directly
            before a number are skipped
, : / & + % themselves

Phrases run on a masked text (`mask`): the folded text in which each mention is overwritten, in equal length, by the
private-use character of its class (`MASKS`), and quotes, dashes and hedges by spaces. So positions need no arithmetic,
no word of a phrase matches inside a mention, and phrases stay small. Two touching mentions of one class look like one.

A phrase is fenced: its length, its depth and the number of ways in which it can match one place are limited, so
no phrase can make the search slow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

import regex

from qcdc_extract.document import Text, fold
from qcdc_extract.model import KINDS
from qcdc_extract.vocabulary.phrases import HEDGES
from qcdc_extract.wording import holds, last_words

MASKS: dict[str, str] = {name: chr(0xE000 + i) for i, name in enumerate((*KINDS, "time", "trap"))}
"""The class of a mention -> the private-use character that overwrites it: the six kinds, time, trap."""

# The standard library walks over words three times as fast as `regex`.
WORD = re.compile(r"[^\W_]+")
"""A word, as `keys` and `Phrase.required` count them, in folded or masked text."""


Key = str | tuple[str, str]
"""A word, or a pair of neighbouring words."""


_NO_KEY: frozenset[Key] = frozenset()


def keys(masked: str, known: set[Key] | None = None) -> set[Key]:
    """The words of a text and its pairs of neighbouring words, or those that are known: what `Phrase.required` is looked up in."""
    words = WORD.findall(masked)
    found = chain(words, pairwise(words))
    return set(found) if known is None else known.intersection(found)


GAP_WORDS = 6
MAX_LENGTH = 500  # characters of a phrase
MAX_DEPTH = 8  # brackets within brackets
MAX_WAYS = 50_000  # see `_ways`

_FORGED = re.compile(f"[{MASKS['count']}-{MASKS['trap']}]")

_HEDGES_BEFORE = regex.compile(rf"(?r)(?:\b(?:{'|'.join(sorted(HEDGES, key=len, reverse=True))}) ++)++")
_HEDGE_ENDS = last_words(*HEDGES)

# The parts of the compiled form. Possessive repeats (++, *+): a run is taken whole or not at all, so that the only
# choices left to the engine are those `_ways` counts.
_NUMBER = r"[\ue000-\ue005]++"
_GAP_WORD = r"[^ ,;:.…!?()\n\ue000-\ue005]++"

_OF_KIND: dict[str, str] = {kind: rf"\u{ord(MASKS[kind]):04x}++" for kind in KINDS}

SLOTS: dict[str, str] = {
    "value": f"(?P<value>{_NUMBER})",
    "number": _NUMBER,
    **_OF_KIND,
    "time": r"\ue006++",
    **{f"value {kind}": f"(?P<value>{number})" for kind, number in _OF_KIND.items()},
}
"""The name of a slot -> its regex text."""

_MARKS = ",:/&+%"
_SIGNS = r"\s!-/:-@\[-`{-~…"
_ODD = re.compile(rf"[^\w{_SIGNS}]")  # no letter and no figure, but perhaps the mark of one
_LETTERS = rf"[^{_SIGNS}]++"
_WORDS = rf"{_LETTERS}(?:\s++{_LETTERS})*+"
_OPTION = rf"\s*+(?:{_WORDS}|[{_MARKS}])\s*+"
_OPTIONS = rf"{_OPTION}(?:\|{_OPTION})*+"
_TOKEN = re.compile(  # of a phrase whose dashes and quotes are spaces
    rf"(?P<words>{_WORDS})|(?P<choice>\({_OPTIONS}\)|\[{_OPTIONS}\])|(?P<gap>\.\.\.|…)|(?P<slot>\{{[^{{}}]*\}})"
    rf"|(?P<open>[(\[])|(?P<end>[|)\]])|(?P<mark>[{_MARKS}])|(?P<unknown>\S)"
)
_CLOSE = {"(": ")", "[": "]"}


class PhraseError(ValueError):
    """A phrase that cannot be read: the `message`, the `phrase` (NFC) and the `position` in it (code points)."""

    def __init__(self, message: str, phrase: str, position: int) -> None:
        super().__init__(message, phrase, position)
        self.message = message
        self.phrase = phrase
        self.position = position

    @property
    def caret(self) -> str:
        """Two lines: the phrase, and a caret under the place."""
        return caret(self.phrase, self.position)

    def __str__(self) -> str:
        return f"{self.message}\n{self.caret}"


def caret(text: str, position: int, width: int = 100) -> str:
    """Two lines: at most `width` characters of the one-line `text` around `position`, and a caret under it."""
    start = max(0, min(position - width // 2, len(text) - width))
    shown = "".join(c if c.isprintable() else " " for c in text[start : start + width])
    return f"{shown}\n{' ' * (position - start)}^"


def did_you_mean(word: str, known: Iterable[str], form: str = "{}") -> str:
    """"; did you mean X?" for the nearest known word, or nothing; `form` is how to write X."""
    near = get_close_matches(word.strip().lower()[:50], list(known), n=1)
    return f"; did you mean {form.replace('{}', near[0])}?" if near else ""


class Literal(NamedTuple):
    """Words that follow each other."""

    words: list[str]

    @property
    def keys(self) -> Sequence[Key]:
        """The keys of any text that holds the words."""
        return self.words if len(self.words) == 1 else list(pairwise(self.words))


class Mark(NamedTuple):
    """A punctuation mark of the text."""

    text: str


class Slot(NamedTuple):
    """A number or a time; `name` is a key of SLOTS."""

    name: str

    @property
    def is_value(self) -> bool:
        """Whether it is the number that the record is for."""
        return self.name.startswith("value")


class Gap(NamedTuple):
    """`...`, and where it stands in the phrase."""

    position: int


class Group(NamedTuple):
    """One of several sequences, or, where `optional`, none of them. No option can match nothing.

    words  how many words a match holds at least
    keys   the match holds one of them, if there are any
    ways   see `_ways`
    """

    options: list[list[Node]]
    optional: bool
    words: int
    keys: frozenset[Key]
    ways: int

    @classmethod
    def of(cls, options: list[list[Node]], optional: bool) -> Group:
        """A group, with what its options tell."""
        ways = _choices(options) + optional
        if optional:
            return cls(options, optional, 0, _NO_KEY, ways)
        keys = [_first_keys(option) for option in options]
        return cls(options, optional, min(map(_words, options)), frozenset(chain.from_iterable(keys)) if all(keys) else _NO_KEY, ways)


Leaf = Literal | Mark | Slot | Gap
Node = Leaf | Group


class Phrase(NamedTuple):
    """A phrase that has been read.

    source    as written (NFC)
    value     whether it has {value}
    leads     whether it begins with {value}: then it need only be tried where a number begins
    words     how many words of the text it takes at least: its specificity
    required  each set holds keys (words, or pairs of neighbouring words) of which the sentence must have one; never empty
    """

    source: str
    value: bool
    leads: bool
    words: int
    required: tuple[frozenset[Key], ...]

    @staticmethod
    def parse(source: str, value: bool | None = None) -> Phrase:
        """Read a phrase; `value`: True where it must hold {value}, False where it must not, None where it may.

        Raises PhraseError, and nothing else.
        """
        phrase, values = _phrase(source)
        if value and not values:
            raise PhraseError("no {value}: a phrase must say which number it is about", phrase.source, len(phrase.source))
        if value is False and values:
            raise PhraseError("{value} cannot stand here", phrase.source, values[0])
        return phrase

    @property
    def regex(self) -> str:
        """The regex text, for masked folded sentences; the number, if it has one, is the group `value`."""
        return _regex_of(self.source)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled regex; made at first use, as few of all phrases are used on a text, then remembered for the process."""
        return _pattern_of(self.source)

    def matches(self, masked: str, numbers: Iterable[int]) -> Iterable[re.Match[str]]:
        """Where a masked sentence holds the phrase; `numbers`: where its numbers begin."""
        pattern = self.pattern
        if self.leads:
            return [found for start in numbers if (found := pattern.match(masked, start))]
        return overlapping(pattern, masked) if self.value else pattern.finditer(masked)


def parse(source: str) -> list[Node]:
    """The syntax tree of a phrase. Raises PhraseError, and nothing else."""
    return _parse(source)[1]


def overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches from left to right, also those that begin inside the one before."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + 1)


def pattern_of(nodes: list[Node]) -> re.Pattern[str]:
    """A part of a phrase's tree as a compiled regex; a gap must not stand at an end of it."""
    return re.compile(_regex(nodes))


# Read a second time, as few of all phrases are ever looked for in a text. The standard library compiles in less than half the
# time that `regex` takes, and phrases need nothing that only `regex` has.
@lru_cache(maxsize=20_000)
def _regex_of(source: str) -> str:
    return _regex(parse(source))


@lru_cache(maxsize=20_000)
def _pattern_of(source: str) -> re.Pattern[str]:
    return re.compile(_regex_of(source))


def written(node: Node) -> str:
    """A part of a phrase's tree as one would write it."""
    match node:
        case Literal(words):
            return " ".join(words)
        case Mark(text):
            return text
        case Slot(name):
            return f"{{{name}}}"
        case Gap():
            return "..."
        case Group(options, optional):
            inside = "|".join(" ".join(map(written, option)) for option in options)
            return f"[{inside}]" if optional else f"({inside})"


def mask(folded: str, mentions: Iterable[tuple[int, int, str]]) -> str:
    """The text that phrases run on: `folded` with each mention (start, end, class: a key of MASKS) overwritten.

    Mentions are in order and do not overlap. Quotes, dashes, hedges before numbers, and characters of the text that
    look like masks become spaces. The length stays.
    """
    text = _open(_FORGED.sub(" ", folded) if holds(MASKS.values(), folded) else folded)
    pieces: list[str] = []
    done = 0
    for start, end, name in mentions:
        hedges = _HEDGES_BEFORE.match(text, done, start) if name in KINDS else None
        before = hedges.start() if hedges else start
        pieces += text[done:before], " " * (start - before), MASKS[name] * (end - start)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _open(folded: str) -> str:
    """`folded` without what is ignored between words."""
    return folded.replace("-", " ").replace('"', " ").replace("'", " ")


# --- reading ---------------------------------------------------------------------------------------------------------


# A sixth of all phrases stand in several lists, and the same files are often read again.
@lru_cache(maxsize=20_000)
def _phrase(source: str) -> tuple[Phrase, tuple[int, ...]]:
    """A phrase, and where its {value} stands."""
    text, nodes, values, words = _parse(source)
    return Phrase(text, bool(values), isinstance(nodes[0], Slot) and nodes[0].is_value, words, tuple(_required(nodes))), tuple(values)


def _parse(source: str) -> tuple[str, list[Node], list[int], int]:
    """A phrase in NFC, its tree, where its {value} stands, and how many words it takes."""
    text = Text.of(source[: MAX_LENGTH * 4]).nfc  # a letter of four code points at most: base, two marks, one to spare
    if len(text) > MAX_LENGTH or len(source) > MAX_LENGTH * 4:
        raise PhraseError(f"longer than {MAX_LENGTH} characters", text, 0)
    reader = _Reader(text)
    nodes = reader.read()
    return text, nodes, reader.values, _checked_words(nodes, text)


class _Reader:
    """One reading of one phrase: a recursive descent over its tokens."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        text = _open(fold(phrase))
        self.tokens: Iterator[re.Match[str]] = _TOKEN.finditer(text)
        self.odd = _ODD.search(text) is not None
        self.values: list[int] = []
        self.value_depth = 0

    def error(self, message: str, position: int) -> PhraseError:
        return PhraseError(message, self.phrase, position)

    def read(self) -> list[Node]:
        nodes, end = self.sequence(depth=0)
        if end is not None:
            sign = end.group()
            raise self.error("| stands only inside ( ) or [ ]" if sign == "|" else f"{sign} closes nothing", end.start())
        if self.value_depth:
            raise self.error("{value} cannot be optional or an alternative; write two phrases", self.values[0])
        return nodes

    def sequence(self, depth: int) -> tuple[list[Node], re.Match[str] | None]:
        """Nodes up to the next | or closing bracket of this level, which is returned too; None at the end."""
        nodes: list[Node] = []
        for token in self.tokens:
            match token.lastgroup:
                case "words":
                    if self.odd:
                        self.refuse_signs(token)
                    nodes.append(Literal(token.group().split()))
                case "choice":
                    nodes.append(self.choice(token, depth + 1))
                case "end":
                    return nodes, token
                case "open":
                    nodes.append(self.group(token, depth + 1))
                case "slot":
                    nodes.append(self.slot(token, depth, nodes))
                case "gap":
                    nodes.append(Gap(token.start()))
                case "mark":
                    nodes.append(Mark(token.group()))
                case _:
                    raise self.unknown(token.group(), token.start())
        return nodes, None

    def refuse_depth(self, depth: int, position: int) -> None:
        if depth > MAX_DEPTH:
            raise self.error(f"more than {MAX_DEPTH} brackets inside each other", position)

    def choice(self, token: re.Match[str], depth: int) -> Group:
        """A group of words and marks alone, as most groups are, in one go."""
        self.refuse_depth(depth, token.start())
        if self.odd:
            self.refuse_signs(token)
        return _choice(token.group())

    def group(self, opening: re.Match[str], depth: int) -> Group:
        start = opening.start()
        self.refuse_depth(depth, start)
        options: list[list[Node]] = []
        before = opening
        while before.group() not in ")]":
            option, end = self.sequence(depth)
            if end is None:
                raise self.error(f"{opening.group()} is never closed", start)
            if not option:
                raise self.empty(before, end)
            if not any(map(_must_match, option)):
                raise self.error("this alternative can match nothing; make the whole group optional: [ ]", before.end())
            options.append(option)
            before = end
        expected = _CLOSE[opening.group()]
        if before.group() != expected:
            message = f"expected {expected} for the {opening.group()} at column {start + 1}, found {before.group()}"
            raise self.error(message, before.start())
        return Group.of(options, optional=expected == "]")

    def empty(self, before: re.Match[str], end: re.Match[str]) -> PhraseError:
        ignored = self.phrase[before.end() : end.start()].strip()
        if ignored:
            return self.error(f"leave out {ignored}: dashes and quotes are ignored, in phrases and in texts", before.end())
        return self.error(f"nothing between {before.group()} and {end.group()}", end.start())

    def slot(self, token: re.Match[str], depth: int, before: list[Node]) -> Slot:
        name = token.group()[1:-1].strip()
        if name not in SLOTS:
            hint = did_you_mean(name, SLOTS, "{{}}") or f"; known are {', '.join(f'{{{s}}}' for s in SLOTS)}"
            raise self.error(f"unknown slot {{{name}}}{hint}", token.start())
        if name.startswith("value"):
            if self.values:
                raise self.error("a second {value}; write {number} for another number", token.start())
            self.values.append(token.start())
            self.value_depth = depth
        if name != "time":
            self.refuse_hedges(before, token.start())
        return Slot(name)

    def refuse_hedges(self, before: list[Node], position: int) -> None:
        """A hedge before a number is blank in the masked text, so a phrase that writes it would never match."""
        if not before or isinstance(before[-1], Gap):
            return
        for node in _edge(before, -1):
            hedge = _hedge(node.words) if isinstance(node, Literal) else None
            if hedge:
                raise self.error(f'leave out "{hedge}": such words before a number are skipped anyway', position)

    def refuse_signs(self, token: re.Match[str]) -> None:
        """Words hold letters, figures and their marks alone."""
        for odd in _ODD.finditer(token.group()):
            if unicodedata.category(odd.group())[0] != "M":
                raise self.unknown(odd.group(), token.start() + odd.start())

    def unknown(self, sign: str, position: int) -> PhraseError:
        hints = {
            "{": "{ is never closed",
            "}": "} closes nothing",
            ".": "a full stop cannot stand in a phrase; ... (three) is a gap",
        }
        return self.error(hints.get(sign, f"{sign!r} cannot stand in a phrase"), position)


@lru_cache(maxsize=5_000)
def _choice(written: str) -> Group:
    """A group of words and marks; many phrases share theirs."""
    options = [option.split() for option in written[1:-1].split("|")]
    return Group.of([[Literal(words) if words[0] not in _MARKS else Mark(words[0])] for words in options], optional=written[0] == "[")


def _hedge(words: list[str]) -> str | None:
    """The longest hedge at the end of `words`."""
    if words[-1] not in _HEDGE_ENDS:
        return None
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((tail for tail in tails if tail in HEDGES), None)


def _must_match(node: Node) -> bool:
    return not (isinstance(node, Gap) or (isinstance(node, Group) and node.optional))


def _edge(nodes: list[Node], step: int) -> Iterator[Leaf]:
    """What a match can begin with (step 1) or end with (step -1); a gap can hold nothing, so what follows counts too."""
    for node in nodes[::step]:
        if isinstance(node, Group):
            for option in node.options:
                yield from _edge(option, step)
        else:
            yield node
        if _must_match(node):
            return


def _checked_words(nodes: list[Node], phrase: str) -> int:
    """How many words a phrase takes; what can be read but not matched well is refused."""
    if "..." in phrase or "…" in phrase:
        for node in (*_edge(nodes, 1), *_edge(nodes, -1)):
            if isinstance(node, Gap):
                raise PhraseError("... cannot stand at an end of a phrase", phrase, node.position)
    words = _words(nodes)
    if not words:
        raise PhraseError("no word that must be there: a phrase needs one outside [ ]", phrase, 0)
    if _ways(nodes) > MAX_WAYS:
        raise PhraseError("too many ways to match; use fewer ... and [ ], or write several phrases", phrase, 0)
    return words


# --- what the tree says ----------------------------------------------------------------------------------------------


def _words(nodes: list[Node]) -> int:
    """How many words a match holds at least."""
    total = 0
    for node in nodes:
        if isinstance(node, Literal):
            total += len(node.words)
        elif isinstance(node, Group):
            total += node.words
    return total


def _required(nodes: list[Node]) -> Iterator[frozenset[Key]]:
    """Sets of keys: a sentence without any key of one of them cannot match."""
    for node in nodes:
        if isinstance(node, Literal):
            for key in node.keys:
                yield frozenset((key,))
        elif isinstance(node, Group) and node.keys:
            yield node.keys


def _first_keys(nodes: list[Node]) -> Collection[Key]:
    """The first of the sets that `_required` gives, if there is one."""
    for node in nodes:
        if isinstance(node, Literal):
            return ((node.words[0], node.words[1]) if len(node.words) > 1 else node.words[0],)
        if isinstance(node, Group) and node.keys:
            return node.keys
    return ()


def _ways(nodes: list[Node]) -> int:
    """At most so many ways can the engine try to match from one place: the choices multiplied.

    A gap is GAP_WORDS + 1 choices, an optional part one more than its own, and of alternatives only those that begin
    with the same word are choices, as no other can match there.
    """
    ways = 1
    for node in nodes:
        if isinstance(node, Gap):
            ways *= GAP_WORDS + 1
        elif isinstance(node, Group):
            ways *= node.ways
    return ways


def _choices(options: list[list[Node]]) -> int:
    total: dict[str, int] = {}
    for option in options:
        ways = _ways(option)
        first = option[0]
        for one in (first.words[0],) if isinstance(first, Literal) else {_first(leaf) for leaf in _edge(option, 1)}:
            total[one] = total.get(one, 0) + ways
    return max(total.values()) + total.get("...", 0)


def _first(leaf: Leaf) -> str:
    """What a leaf begins with: a word, a mark, "{}" for any number or time, "..." for any word."""
    match leaf:
        case Literal(words):
            return words[0]
        case Mark(text):
            return text
        case Slot():
            return "{}"
        case Gap():
            return "..."


# --- the compiled form -----------------------------------------------------------------------------------------------


def _regex(nodes: list[Node], leads: bool = True) -> str:
    """A sequence as regex text; it begins and ends with a node, and what is between two nodes belongs to the second.

    Before the first node that must match there is none to follow, so there the space belongs to the one before.
    leads: whether a search begins with it.
    """
    parts: list[str] = []
    started = False
    for node in nodes:
        one = _one(node, leads and not parts)
        if _must_match(node):
            parts += (" *+", one) if started else (one,)
            started = True
        else:
            spaced = f" *+{one}" if started else f"{one} *+"
            parts.append(f"(?:{spaced}){{0,{GAP_WORDS}}}?" if isinstance(node, Gap) else f"(?:{spaced})?")
    return "".join(parts)


def _one(node: Node, leads: bool) -> str:
    match node:
        case Literal((first, *rest)) if leads:  # `re` skips to its letters, but would try a \b at every character
            return " ++".join([rf"{first[0]}(?<=\b{first[0]}){first[1:]}", *rest]) + r"\b"
        case Literal(words):
            return rf"\b{' ++'.join(words)}\b"
        case Mark(text):
            return regex.escape(text)
        case Slot(name):
            return SLOTS[name]
        case Gap():
            return _GAP_WORD
        case Group(options):
            return f"(?:{'|'.join([_regex(option, leads) for option in options])})"
