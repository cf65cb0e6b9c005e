"""Small helpers with which the steps of context look at the words around a number."""

from __future__ import annotations

import regex


def words(alternatives: str) -> str:
    """A pattern for one of several words or word groups, longest first, whole words only."""
    ordered = sorted(alternatives.split("|"), key=len, reverse=True)
    return rf"(?<!\p{{L}})(?:{'|'.join(map(regex.escape, ordered))})(?!\p{{L}})"


def before(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern to be matched backwards from the end position: `p.match(text, floor, start)`."""
    return regex.compile(f"(?r){pattern}")
