"""Small helpers to look at the words around a number: does one of these words stand here, or right before it?"""

from __future__ import annotations

from collections.abc import Iterable

import regex


def words(alternatives: str) -> str:
    """A pattern for one of several words or word groups, longest first, whole words only."""
    ordered = sorted(alternatives.split("|"), key=len, reverse=True)
    return rf"(?<!\p{{L}})(?:{'|'.join(map(regex.escape, ordered))})(?!\p{{L}})"


def last_words(*groups: str) -> frozenset[str]:
    """The words that the alternatives end with."""
    return frozenset(word.split()[-1] for group in groups for word in group.split("|"))


def holds(some: Iterable[str], text: str) -> bool:
    """Whether one of some words or parts of words is in a text."""
    for word in some:  # noqa: SIM110  # any() takes three times as long, and this is asked for every number
        if word in text:
            return True
    return False


def before(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern to be matched backwards from the end position: `p.match(text, floor, start)`."""
    return regex.compile(f"(?r){pattern}")
