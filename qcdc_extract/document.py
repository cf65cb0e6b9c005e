"""A text beside its folded twin, and the one map back to the text as it was decoded.

Numbers, times and phrases are read in `Text.folded`, which has exactly one character for each character of
`Text.nfc`. Only composing Unicode (NFC) and dropping invisible characters change lengths; the map that undoes
both is used in one place, when a record is built.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import regex

from qcdc_extract.late import late

# Zero-width characters and soft hyphens carry no meaning in Vietnamese text, but break numbers and words.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"


def has_invisible(text: str) -> bool:
    """Whether an invisible character stands in the text."""
    return not text.isprintable() and any(sign in text for sign in INVISIBLE)


_CLUSTER = late(regex.compile, rf"[{INVISIBLE}]|[^\p{{M}}{INVISIBLE}][\p{{M}}]*|\p{{M}}+")
_PLAIN_OR_CLUSTER = late(regex.compile, rf"(?P<plain>(?:[^\p{{M}}{INVISIBLE}](?!\p{{M}}))+)|{_CLUSTER.pattern}")

_SPACES = "\t\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63\u00ad"
_DOUBLE_QUOTES = "“”„‟«»″＂"
_SINGLE_QUOTES = "‘’‚‛′`´"


def _sign_table() -> dict[str, str]:
    table = dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DASHES, "-")
    table |= dict.fromkeys(_DOUBLE_QUOTES, '"') | dict.fromkeys(_SINGLE_QUOTES, "'")
    table |= {chr(0xFF10 + i): str(i) for i in range(10)}
    # Icelandic eth, typed for đ on old keyboards; its capital looks the same.
    table |= {"\u00d0": "đ", "\u00f0": "đ", "\u2044": "/", "\u2215": "/", "\uff05": "%", "\ufe6a": "%", "\uff0c": ",", "\uff0e": "."}
    table["İ"] = "i"  # the one letter whose lower case is longer than itself
    return table


_SIGNS = _sign_table()
# What begins with a set of characters the standard library finds several times as fast as `regex`.
_SIGN = re.compile(f"[{re.escape(''.join(_SIGNS))}]")

# Old and new places of the tone mark in open syllables: hoà = hòa, thuỷ = thủy; the new one is the folded form.
_OLD_TONE = {
    old: new
    for olds, news in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_LETTER = r"[^\W\d_]"
# One regex a letter, here and below, as what begins with a letter is found much faster than what begins with a set of them.
_TONE_ON_O = re.compile(rf"o[àáảãạèéẻẽẹ](?!{_LETTER})")
_TONE_ON_U = re.compile(rf"u(?<!qu)[ỳýỷỹỵ](?!{_LETTER})")
_QU_TONE = {"qùy": "quỳ", "qúy": "quý", "qủy": "quỷ", "qũy": "quỹ", "qụy": "quỵ"}
_QU = re.compile(rf"q[ùúủũụ]y(?!{_LETTER})")

# i and y are one sound in these syllables, and writers differ: tỉ lệ = tỷ lệ, quí = quý, kì = kỳ.
_I_TO_Y = [
    (i, re.compile(rf"{i}(?!{_LETTER})(?:(?<=[hklmst].)(?<!{_LETTER}..)|(?<=qu.)(?<!{_LETTER}...))"), y)
    for i, y in zip("iìíỉĩị", "yỳýỷỹỵ", strict=True)
]


_CELL_ENDS = re.compile(r"(?<=\S)\t")


def fold(text: str) -> str:
    """Lower-case `text` and give equal-looking Vietnamese one spelling; the length stays the same.

    `text` must be NFC. A tab inside a line parts cells, as | does. Other spaces, dashes, quotes, full-width digits, Ð for Đ, the
    place of tone marks (hoà, hòa) and i/y (tỉ, tỷ) are made equal. len(fold(t)) == len(t).
    """
    if "\t" in text:
        text = _CELL_ENDS.sub("|", text)
    text = _SIGN.sub(lambda m: _SIGNS[m.group()], text).lower()
    text = _TONE_ON_O.sub(lambda m: _OLD_TONE[m.group()], text)
    text = _TONE_ON_U.sub(lambda m: _OLD_TONE[m.group()], text)
    text = _QU.sub(lambda m: _QU_TONE[m.group()], text)
    for i, alone, y in _I_TO_Y:
        if i in text:
            text = alone.sub(y, text)
    return text


@dataclass(frozen=True)
class Text:
    """A decoded text (`source`), composed (`nfc`) and folded; `starts[i]` is where nfc[i] begins in the source."""

    source: str
    nfc: str
    starts: array[int] | None  # None where nfc is the source itself

    @classmethod
    def of(cls, source: str) -> Text:
        if unicodedata.is_normalized("NFC", source) and not has_invisible(source):
            return cls(source, source, None)
        pieces: list[str] = []
        starts = array("q")
        for found in _PLAIN_OR_CLUSTER.finditer(source):
            if found["plain"] and unicodedata.is_normalized("NFC", found.group()):
                pieces.append(found.group())
                starts.extend(range(*found.span()))
            else:
                for cluster in _CLUSTER.finditer(source, *found.span()):
                    piece = "" if cluster.group() in INVISIBLE else unicodedata.normalize("NFC", cluster.group())
                    pieces.append(piece)
                    starts.extend([cluster.start()] * len(piece))
        starts.append(len(source))
        return cls(source, "".join(pieces), starts)

    @cached_property
    def folded(self) -> str:
        return fold(self.nfc)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of nfc[start:end] in the source; invisible characters around it stay outside."""
        if self.starts is None:
            return start, end
        if start == end:
            return self.starts[start], self.starts[start]
        first, last = self.starts[start], self.starts[end - 1]
        cluster = _CLUSTER.match(self.source, last)
        return first, cluster.end() if cluster else last + 1


@dataclass(frozen=True)
class Document:
    """One text to read: its id and source as records will name them, and its date where known from outside."""

    id: str
    text: str
    source: str = "-"
    date: date | None = None
