"""Texts full of figures that hold no statistic at all (traps_only.toml): not one record may come out of them."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import qcdc_extract as qx

TEXTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("traps_only.toml").read_text("utf-8"))

FORMS: dict[str, Callable[[str], str]] = {
    "nfc": lambda text: text,
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "pasted": lambda text: text.replace(" ", "\u00a0").replace("\n", "\r\n"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TEXTS)
def test_nothing_comes_out(name: str, form: str) -> None:
    records = qx.extract(FORMS[form](TEXTS[name]), indicators_only=False)
    assert [record.span.text for record in records] == []


def test_there_are_enough_texts() -> None:
    assert len(TEXTS) >= 15
