"""What can go wrong through no fault of the program: each is one line for a person, never a traceback."""

from __future__ import annotations

from collections.abc import Callable


class InputError(Exception):
    """A text that could not be read, or not be worked on. The other texts go on.

    source names the file ("-" for standard input), with the row where there is one; what says what is wrong, and
    advice, where there is some, what to do next. str() is the whole line: "FILE: what; advice".
    """

    def __init__(self, source: str, what: str, advice: str = "") -> None:
        super().__init__(source, what, advice)
        self.source, self.what, self.advice = source, what, advice

    def __str__(self) -> str:
        return f"{self.source}: {self.what}" + (f"; {self.advice}" if self.advice else "")


class SlowPattern(RuntimeWarning):
    """A raw regex that took too long in a text: what it looks for may be missing from the records of that text.

    source names the text's file, pattern the pattern file with table and item. str() is the whole line.
    """

    def __init__(self, source: str, pattern: str, what: str) -> None:
        super().__init__(source, pattern, what)
        self.source, self.pattern, self.what = source, pattern, what

    def __str__(self) -> str:
        return f"{self.source}: {self.pattern}: {self.what}"


Warn = Callable[[SlowPattern], object]


class OutputError(Exception):
    """The place to write to cannot be written; str() is the line for the user."""
