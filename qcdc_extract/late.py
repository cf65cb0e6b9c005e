"""Regexes that are compiled when they are first used: a text needs few of all, and all together take longer than a small text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

P = TypeVar("P")


def late(compiler: Callable[..., P], *source: object) -> P:
    """What `compiler(*source)` gives, a compiled regex, made when it is first used: for one that most texts do not need."""
    return cast("P", Late(compiler, source))


class Late:
    """Hands out what a regex has; to be used as the regex itself."""

    def __init__(self, compiler: Callable[..., object], source: tuple[object, ...]) -> None:
        self._compiler, self._source = compiler, source

    @cached_property
    def _compiled(self) -> object:
        return self._compiler(*self._source)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(self._compiled, name)
        setattr(self, name, found)  # the next time it is found without a detour
        return found
