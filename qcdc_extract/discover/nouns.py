"""What a number counts or measures, told by word boundaries and parts of speech (pyvi).

pyvi is asked about one sentence at a time and only about its words: it re-spaces what it is given, so its words are looked
up again in the sentence, and a sentence in which they are not found as they stand is left out.

What it gains over the plain readers (`plain`: the unit of a count, else the first words of the subject):
- of the 167 labelled numbers without an indicator (11 reports), the noun lies wholly within the subject that a person gave
  for 119 instead of 113; of all words that are named 87% are right instead of 69%; of all 932 labelled numbers 89%
  instead of 75% (the plain readers name longer stretches, and so more of the right words as well);
- of the 19,800 unclaimed numbers of 2,925 news texts it makes 5,700 groups instead of 7,700, of which 937 instead of 841 are
  held by three texts or more, since "trọng lượng" is one noun whatever stands between it and its number.
It costs a second or two at start, and about twice the time of the extraction: those 8 million characters take some 30 s
with their drafts, though pyvi is asked only about sentences with unclaimed numbers.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from qcdc_extract.assemble import Row
from qcdc_extract.document import fold
from qcdc_extract.vocabulary.discovery import DIMENSIONS, EMPTY_VERBS, LEADING
from qcdc_extract.vocabulary.nouns import CLASSIFIERS, NOT_NOUNS

_CONTENT = ("N", "V", "A")  # first letters of pyvi's tags: nouns, verbs, adjectives
_NAMES = ("Np", "Ny")  # proper names, abbreviations
_MOST = 4  # words of a noun before a number


class Word(NamedTuple):
    """A word of a sentence: folded, its syllables apart; pyvi's tag; where it stands in the text."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def is_content(self) -> bool:
        return self.tag.startswith(_CONTENT) and self.tag not in _NAMES

    @property
    def is_noun(self) -> bool:
        return self.tag.startswith("N") and self.tag not in _NAMES

    @property
    def syllables(self) -> int:
        return self.text.count(" ") + 1


class Counted(NamedTuple):
    """The noun of a number, folded, whether it stands behind the number, and the verb by which they are tied, if any."""

    noun: str
    behind: bool
    verb: str | None


def words_of(nfc: str, start: int, end: int) -> list[Word]:
    """The words of nfc[start:end] with their places in nfc; none where pyvi's words are not those of the text."""
    words: list[Word] = []
    position = start
    tokens, tags = _pyvi()(nfc[start:end])
    for token, tag in zip(tokens, tags, strict=True):
        first = -1
        for syllable in filter(None, token.split("_")):
            at = nfc.find(syllable, position, end)
            if at < 0 or nfc[position:at].strip(" _"):
                return []
            first = at if first < 0 else first
            position = at + len(syllable)
        if first >= 0:
            words.append(Word(fold(nfc[first:position]), tag, first, position))
    return words


@cache
def _pyvi() -> Callable[[str], tuple[Sequence[str], Sequence[str]]]:
    """pyvi, loaded when it is first needed: about a second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its regexes, and models of another scikit-learn
        from pyvi import ViPosTagger, ViTokenizer

    def tagged(sentence: str) -> tuple[Sequence[str], Sequence[str]]:
        text = ViTokenizer.tokenize(sentence)
        return ViPosTagger.postagging(text) if text.strip() else ((), ())

    return tagged


def counted(row: Row, words: Iterable[Word]) -> Counted | None:
    """What a number counts or measures: of a count the noun behind it, of the rest the noun it is said of."""
    quantity, place = row.quantity, row.place
    clause = [word for word in words if place.clause <= word.start and word.end <= max(place.clause_end, row.unit.end)]
    before = [word for word in clause if word.end <= quantity.start]
    behind = [word for word in clause if word.start >= quantity.after]
    follows = _noun_behind(behind)
    leads = _noun_before(before)
    verb = _verb_before(before)
    if follows in CLASSIFIERS and verb:  # "bắt giữ 5 người": the noun alone says nothing
        follows = f"{follows} ({verb})"
    if quantity.kind in ("count", "ratio"):
        return Counted(follows, True, verb) if follows else Counted(leads, False, verb) if leads else None
    if leads:
        return Counted(leads, False, verb)
    return Counted(follows, True, verb) if follows else None


def _noun_behind(words: list[Word]) -> str | None:
    """The noun that begins right behind a number; of one syllable only, with the word that says which: "chốt kiểm soát"."""
    words = words[1:] if words and words[0].tag == "F" and words[0].text in ('"', "'") else words
    if not words or not words[0].is_content or words[0].text in NOT_NOUNS:
        return None
    taken = [words[0]]
    for word in takewhile(lambda word: word.is_content, words[1:_MOST]):
        bare = taken[-1].tag.startswith("V") and taken[-1].syllables == 1 and word.is_noun and word.syllables == 1
        if sum(w.syllables for w in taken) >= 2 and not (bare and len(taken) > 1):  # "trạm thu phí"
            break
        if word.text in EMPTY_VERBS or word.text in NOT_NOUNS:
            break
        taken.append(word)
    return " ".join(word.text for word in taken)


def _noun_before(words: list[Word]) -> str | None:
    """The noun phrase of a clause that its number is said of: the last one, from its head on."""
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].is_noun and words[i].text not in LEADING), -1)
    sized = next((i for i in range(len(words) - 2, last - 1, -1) if i >= 0 and _is_size(words[i], words[i + 1])), None)
    if sized is not None:
        return f"{words[sized].text} {words[sized + 1].text}"
    if last < 0:
        return None
    first = last
    while first > 0 and words[first - 1].is_noun and words[first - 1].text not in LEADING:
        first -= 1
    taken = words[first : last + 1][:_MOST]
    return " ".join(word.text for word in taken)


def _is_size(word: Word, following: Word) -> bool:
    return word.text in DIMENSIONS and following.tag == "A"


def _verb_before(words: list[Word]) -> str | None:
    """The verb nearest before the number."""
    return next((word.text for word in reversed(words) if word.tag.startswith("V") and word.text not in EMPTY_VERBS), None)


def plain(row: Row) -> str | None:
    """What the plain readers say instead: the unit of a count, else the first words of the subject."""
    if row.unit.found not in ("", "symbol"):
        return row.unit.folded
    return " ".join(fold(row.subject).split()[:3]) if row.subject else None
