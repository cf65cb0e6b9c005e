"""Lines, their zones, and the sentences in them; and which headings govern a sentence.

A line end ends a sentence, unless the line is plainly wrapped or a settled number or time runs over it. A semicolon
ends none. Mentions are settled before, and are never cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from operator import attrgetter
from typing import Literal, NamedTuple

import regex

from qcdc_extract.late import late
from qcdc_extract.model import Sentence
from qcdc_extract.scanning import LETTERS
from qcdc_extract.traps import furniture_lines
from qcdc_extract.vocabulary import furniture as page
from qcdc_extract.vocabulary.abbreviations import ABBREVIATIONS, DOMAINS

Zone = Literal["body", "title", "heading", "list", "table", "furniture"]

LONGEST_HEADING = 120  # characters
LONGEST_TITLE = 220
SHORTEST_WRAPPED = 50  # a line shorter than this is not wrapped for want of room

# A stop, and what begins behind it: blanks and a capital, figure, quote or bullet; or a capital without a blank.
_STOP_TAIL = r"[.!?…]*(?:\s?/\s?\.)?[\"”’»')\]]*)(?:\s+(?=[\p{Lu}\p{Nd}\"“‘«'(\[\-–—+*•])|(?=\p{Lu}))"
_ANY_STOP = late(regex.compile, rf"([.!?…]{_STOP_TAIL}")
_FULL_STOP = regex.compile(rf"(\.{_STOP_TAIL}")  # one character is found twice as fast, and few lines hold another stop
_WORD_BEFORE = regex.compile(r"(?r)[\p{L}\p{M}.&/]+")
_FIRST_WORD = late(regex.compile, r"\p{L}+")
_ENUMERATOR = late(
    regex.compile,
    r"\s*[\-–+*•»#]*\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[ivxIVX]+|\p{L}|(?:điều|chương|mục|phần|bước|câu|bài) [0-9ivx]+)$", regex.IGNORECASE
)

_MARK = regex.compile(
    r"[^\S\n]*(?:(?P<roman>(?:phần|chương)\s+(?:[IVX]+|[0-9]+)\b|[IVX]+\s?[.)/\-](?=\s|\p{L}))"
    r"|(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})*)(?:[.)](?=\s|\p{L}|[\"“(*])|[/\-][^\S\n]?(?=\p{Lu}|[\"“])|(?=[^\S\n]\p{Lu})(?<=\.[0-9]{1,2}))"
    r"|(?P<capital>[A-HĐ])[.)](?=\s)|(?P<letter>[a-hđ])[.)](?=\s|\p{L})"
    r"|(?P<dash>[\-–—*•●▪»](?=\s|\p{L}))|(?P<plus>\+(?=\s|\p{L})))",
)
_MARK_BEGINS = frozenset("pcIVX0123456789ABCDEFGHĐabcdefghđ-–—*•●▪»+")
_CELL_GAP = late(re.compile, r"(?<=\S)(?<![.:;,!?”\"])(?:[^\S\n]{2,}|\t)(?=\S)")
_WHOLE: Set[Zone] = {"table", "title", "heading"}  # these lines are one sentence each
_TABLE_SIGNS = {"|": 2, "....": 1, "……": 1, "____": 1}  # how many of each make a line a row of a table
_CLOSERS = "\"”’»')]*"  # what may stand behind the last stop of a line
_OPEN_ENDS = frozenset(".!?…:;|/")
_SENTENCE_ENDS = frozenset(".!?…;,")
_HANGING = late(re.compile, rf"(?:,|(?<![{LETTERS}])(?:và|với|là|có|đạt|trên|hơn|gần|khoảng|được|của|từ|đến|trong|gồm|cho|tại|về))\s*$")
_CAPTION = re.compile(rf"\W*(?:{page.CAPTIONS})(?![{LETTERS}])")
_NAME = regex.compile(r"(?:\p{Lu}[\p{Ll}.]*[\s\-–]*){1,5}(?:\([^()]*\))?")
_COUNTED_VISITS = re.compile(rf"(?<![{LETTERS}])(?:{page.COUNTERS})\s*:\s*[0-9]")
_AMOUNT_IN_LINE = re.compile(r":\s*[0-9]")

# How deep a mark stands, outermost first; a line that only introduces what follows stands above the bullets.
CAPITALS, LETTER, ROMAN, ARABIC, SMALL_LETTER, BARE, INTRODUCTION, BULLET, PLUS = range(0, 90, 10)


class _Line(NamedTuple):
    """A line, or lines that are one because the text was wrapped: [start, end), without the line end."""

    start: int
    end: int
    zone: Zone


def split(folded: str, nfc: str, pieces: Sequence[tuple[int, int]]) -> list[Sentence]:
    """The sentences of a text in order; together they cover all that is not blank.

    `pieces` are the spans of the settled mentions, in order and without overlaps; none is cut. A sentence's
    paragraph is the number of its line, wrapped lines counting as one.
    """
    starts = [start for start, _ in pieces]
    found: list[Sentence] = []
    for paragraph, line in enumerate(_lines(folded, nfc, pieces, starts)):
        start, end, zone = line
        bare = nfc[start:end].lstrip()
        begin, stop = end - len(bare), end - len(bare) + len(bare.rstrip())
        if zone not in _WHOLE:
            for cut, following in _cuts(folded, nfc, start, stop):
                if not _inside(cut, pieces, starts):
                    found.append(Sentence(begin, cut, zone, paragraph))
                    begin = following
        found.append(Sentence(begin, stop, zone, paragraph))
    return found


def _inside(position: int, pieces: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether a cut at `position` would go through a piece."""
    at = bisect_left(starts, position) - 1
    return at >= 0 and position < pieces[at][1]


# Sentence ends -------------------------------------------------------------------------------------------------------


def _cuts(folded: str, nfc: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the sentences of a line end that others follow, and where those begin."""
    found = []
    full = nfc.find("?", start, stop) < 0 and nfc.find("!", start, stop) < 0 and nfc.find("…", start, stop) < 0
    for mark in (_FULL_STOP if full else _ANY_STOP).finditer(nfc, start, stop):
        at, end = mark.span(1)
        following = mark.end()
        if _is_end(folded, nfc, start, at, end, end == following):
            found.append((end, following))
    return found


def _is_end(folded: str, nfc: str, start: int, stop: int, end: int, glued: bool) -> bool:
    """Whether the stop nfc[stop:end] of a line ends a sentence, by the word before; `glued`: a capital follows without a blank."""
    if nfc[stop] != ".":
        return not glued or nfc[stop] != "…"
    if stop - start < 16 and _ENUMERATOR.match(nfc, start, stop):
        return False
    floor = stop - 14 if stop - start > 14 else start
    word = folded[floor:stop].rpartition(" ")[2]
    if word.isalpha():
        if not glued and len(word) > 1:
            return word not in ABBREVIATIONS
    else:
        before = _WORD_BEFORE.match(folded, floor, stop)
        if before is None:
            return not glued or nfc[stop - 1].isdigit() or nfc[stop - 1] in '%)"”'
        word = before.group()
    return _ends_word(folded, nfc, word, stop, end, glued)


def _ends_word(folded: str, nfc: str, word: str, stop: int, end: int, glued: bool) -> bool:
    begin, word = stop - len(word), word.strip(".")
    if word in ABBREVIATIONS:
        return word == "v.v" and not glued
    if len(word) == 1:
        # An initial ("Lê A. Tuấn") cannot be told from a name cut short ("ông A. Trong đó"); "Quốc lộ 7A. Đến" is neither.
        return (not nfc[stop - 1].isupper() or nfc[begin - 1 : begin].isdigit()) and not glued
    if not glued:
        return True
    following = _FIRST_WORD.match(folded, end)
    return nfc[stop - 1].islower() and not (following and following.group() in DOMAINS)


# Lines and zones -----------------------------------------------------------------------------------------------------


def _lines(folded: str, nfc: str, pieces: Sequence[tuple[int, int]], starts: Sequence[int]) -> Iterator[_Line]:
    furniture = {start for start, _ in furniture_lines(folded)}
    spans = _spans(folded, nfc, pieces, starts, furniture)
    signs = [sign for sign in _TABLE_SIGNS if sign[0] in nfc and sign in nfc]  # a single character is found much faster
    opening = len(spans) > 1
    for start, end in spans:
        zone = "furniture" if start in furniture else _zone(folded, nfc, start, end, opening, signs)
        if zone in ("body", "list", "table") or (opening and zone == "heading"):
            opening = False
        yield _Line(start, end, zone)


def _spans(folded: str, nfc: str, pieces: Sequence[tuple[int, int]], starts: Sequence[int], furniture: Set[int]) -> list[tuple[int, int]]:
    """The lines that are not blank, wrapped ones joined."""
    spans: list[tuple[int, int]] = []
    start = 0
    for text in nfc.split("\n"):
        end = start + len(text)
        if text and not text.isspace():
            if spans and (
                _inside(start, pieces, starts)
                or (
                    spans[-1][1] == start - 1
                    and start not in furniture
                    and spans[-1][0] not in furniture
                    and _is_wrapped(folded, nfc, spans[-1], text, start)
                )
            ):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        start = end + 1
    return spans


def _last(line: str) -> str:
    """The last character of a line but for quotes and brackets that close, or nothing."""
    return line.rstrip().rstrip(_CLOSERS)[-1:]


def _is_wrapped(folded: str, nfc: str, line: tuple[int, int], following: str, begin: int) -> bool:
    """Whether the words of the line plainly go on in the following one, which begins at `begin`."""
    first = following.lstrip()[:2]
    if not (first[0].isdigit() or (first[0].islower() and first[1:] not in (".", ")"))):
        return False
    start, end = line
    if end - max(start, nfc.rfind("\n", start, end)) < SHORTEST_WRAPPED or _last(nfc[max(start, end - 8) : end]) in _OPEN_ENDS:
        return False
    if first[0].isdigit():
        return _HANGING.search(folded, max(start, end - 12), end) is not None and not _MARK.match(nfc, begin, begin + len(following))
    return nfc.find("|", start, end) < 0


def _may_mark(begin: str) -> bool:
    """Whether a line that begins with these two characters may begin with a mark; most begin with a capital and a small letter."""
    return begin[0] in _MARK_BEGINS and not (begin[0].isupper() and begin[1:].islower())


def _zone(folded: str, nfc: str, start: int, end: int, opening: bool, signs: Sequence[str]) -> Zone:
    text = nfc[start:end].strip()
    if opening and ":" in text and len(text) <= LONGEST_TITLE and _COUNTED_VISITS.search(folded, start, end):
        return "furniture"
    if _is_table(folded, nfc, start, end, signs):
        return "table"
    mark = _MARK.match(nfc, start, end) if _may_mark(text[:2]) else None
    if mark is None and len(text) > LONGEST_TITLE:
        return "body"
    short = len(text) <= LONGEST_HEADING and _last(text) not in _SENTENCE_ENDS
    if mark is not None:
        if mark["dash"] or mark["plus"]:
            return "list"
        return "heading" if short and not _AMOUNT_IN_LINE.search(text) else "list"
    if short and text.isupper():
        return "title" if opening else "heading"
    if opening and len(text) <= LONGEST_TITLE and (text.isupper() or _last(text) not in _SENTENCE_ENDS) and text[-1] not in ":.;":
        return "title"
    bare = short and text[0].isupper() and text[-1] != ":" and not _AMOUNT_IN_LINE.search(text)
    return "heading" if bare and not _CAPTION.match(folded, start, end) and not _NAME.fullmatch(text) else "body"


def _is_table(folded: str, nfc: str, start: int, end: int, signs: Sequence[str]) -> bool:
    """A row of a table: cells between bars or dot leaders (`signs`, those in the text), or columns set apart by blanks."""
    if signs and any(nfc.count(sign, start, end) >= _TABLE_SIGNS[sign] for sign in signs):
        return True
    if end - start > LONGEST_TITLE:
        return False
    if nfc.find("\t", start, end) >= 0 and "\t" in nfc[start:end].strip():
        return True
    return folded.find("  ", start, end) >= 0 and len(_CELL_GAP.findall(nfc, start, end)) >= 2


# Outline -------------------------------------------------------------------------------------------------------------


def outline(sentences: Sequence[Sentence], folded: str, nfc: str | None = None) -> list[tuple[int, ...]]:
    """For each sentence the indices of the heading sentences that govern it, outermost first.

    Marks nest as writers set them: capitals without a mark, "A.", "II.", "1.", "1.1", "a)", a heading without a
    mark, a line that ends in ":", "-", "+". A mark ends all that stand as deep or deeper. Without `nfc` the case of
    letters is unknown: Roman figures are then read in small letters and capitals are not seen.
    """
    cased = folded if nfc is None else nfc
    chains: list[tuple[int, ...]] = []
    stack: list[tuple[int, int]] = []
    first = 0
    for _, group in groupby(sentences, key=attrgetter("paragraph")):
        line = [*group]
        end = line[-1].end
        introduces = cased[end - 1] == ":"
        level = _level(line[0], cased, line[0].start, end)
        governs = introduces or level is not None
        if level is None:  # plain prose ends bullets and what introduced them, no heading
            level = INTRODUCTION
        while stack and stack[-1][0] >= level:
            stack.pop()
        chains += [tuple([index for _, index in stack])] * len(line)
        if governs:
            stack.append((level, first + len(line) - 1 if introduces else first))
        first += len(line)
    return chains


def _level(line: Sentence, cased: str, start: int, end: int) -> int | None:
    """How deep a line's mark stands; None for plain prose, titles, tables without a mark and furniture."""
    if line.zone in ("title", "furniture"):
        return None
    mark = _MARK.match(cased, start, end) if _may_mark(cased[start : start + 2]) else None
    if mark is None:
        if line.zone != "heading":
            return None
        return CAPITALS if cased[start:end].isupper() else BARE
    if mark["number"]:
        return ARABIC + min(mark["number"].count("."), 8)
    kinds = (("roman", ROMAN), ("capital", LETTER), ("letter", SMALL_LETTER), ("dash", BULLET), ("plus", PLUS))
    return next(level for kind, level in kinds if mark[kind])
