"""Regexes that wait for their first use: each of them compiles, and once."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import qcdc_extract
from qcdc_extract.late import Late, late

MODULES = [module.name for module in walk_packages(qcdc_extract.__path__, "qcdc_extract.") if not module.name.endswith("__main__")]


@pytest.mark.parametrize("name", MODULES)
def test_every_late_regex_of_a_module_compiles(name: str) -> None:
    for regex in vars(import_module(name)).values():
        if isinstance(regex, Late):
            assert regex.search("") is None or regex.pattern


def test_a_late_regex_is_compiled_once_and_at_its_first_use() -> None:
    made: list[str] = []

    def compiler(pattern: str) -> re.Pattern[str]:
        made.append(pattern)
        return re.compile(pattern)

    number = late(compiler, r"(?P<n>\d+)")
    assert made == []
    assert [found["n"] for found in number.finditer("1 22")] == ["1", "22"]
    assert number.fullmatch("7")
    assert number.sub("x", "a1") == "ax"
    assert number.groupindex == {"n": 1}
    assert made == [r"(?P<n>\d+)"]


def test_what_a_regex_has_not_a_late_one_has_not() -> None:
    with pytest.raises(AttributeError):
        _ = late(re.compile, "a").no_such_thing  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        _ = late(re.compile, "a").__wrapped__  # type: ignore[attr-defined]
