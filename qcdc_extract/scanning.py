"""How a text is scanned for places where something may begin: one regex for the standard library's `re`, tuned to it.

The first item of such a regex is a set of characters, which lets `re` skip the insides of words at once; so it takes the
character before the place, and is run on a text with a line end put before it. What follows is a tree of words by
letters, which `re` leaves at the first letter that fits none.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import NamedTuple, Protocol

LETTERS = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
WORD_BEGINS = rf"[^{LETTERS}0-9_]\b"


class Placed(Protocol):
    """Something found in a text, from `start` to `end`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Nowhere(NamedTuple):
    start: int = sys.maxsize
    end: int = sys.maxsize


NOWHERE: Placed = _Nowhere()  # behind all that stands in a text


def branches(words: dict[str, str]) -> list[str]:
    """The branches of a regex of words that shares beginnings, the longest words first; each word with what must follow it.

    {"ngày": "!", "năm nay": "!"} gives ["n(?:gày!|ăm nay!)"].
    """
    tails: dict[str, dict[str, str]] = {}
    for word, after in words.items():
        if word:
            tails.setdefault(word[0], {})[word[1:]] = after
    longer = [re.escape(letter).replace("\\ ", " ") + _one(branches(rest)) for letter, rest in sorted(tails.items(), reverse=True)]
    return [*longer, words[""]] if "" in words else longer


def tree(words: Iterable[str]) -> str:
    """A regex of one of several words, which `re` leaves at the first letter that fits none."""
    return "|".join(branches(dict.fromkeys(words, "")))


def _one(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
