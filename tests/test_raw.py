"""Raw regexes of pattern files: what they claim, and that a slow or failing one holds up no text."""

from __future__ import annotations

import time
import warnings
from pathlib import Path

import pytest

from qcdc_extract import raw
from qcdc_extract.document import Document
from qcdc_extract.errors import SlowPattern
from qcdc_extract.pipeline import Extractor

ENTRY = """
[{id}]
label = "{id}"
kinds = ["count", "measure"]
regex = ['{regex}']
examples = [{{ text = "5", value = 5 }}]
"""
LONG = "x" * 60 + " 5 km y."


def extractor(folder: Path, **regexes: str) -> Extractor:
    (folder / "mine.toml").write_text("".join(ENTRY.format(id=name, regex=regex) for name, regex in regexes.items()), "utf-8")
    return Extractor([folder / "mine.toml"], builtin=False)


def found(extractor: Extractor, text: str) -> tuple[list[str | None], list[str]]:
    """The indicator of each number, and what was warned of."""
    slow: list[SlowPattern] = []
    records = extractor.extract(Document("t", text, source="t.txt"), indicators_only=False, warn=slow.append)
    return [record.indicator for record in records], [f"{Path(s.pattern).name}: {s.what}" for s in slow]


def test_a_regex_claims_the_numbers_that_its_group_begins_at(tmp_path: Path) -> None:
    mine = extractor(tmp_path, duong=r"dài (?P<value>\d+)|(?P<value>\d+) ly")
    assert found(mine, "Đường dài 5 km, rộng 3 m. Tấm dày 7 ly. Dài 2%.") == (["duong", None, "duong", None], [])


SLOW = r"(?:x|xx)+y ?(?P<value>\d+)"


def test_a_slow_regex_is_left_out_after_three_strikes_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "SENTENCE_SECONDS", 0.02)
    mine = extractor(tmp_path, cham=SLOW, nhanh=r"(?P<value>\d+)")
    begin = time.perf_counter()
    claims, warned = found(mine, f"{LONG}\n" * 200)
    assert claims == ["nhanh"] * 200
    assert warned == ["mine.toml: [cham] regex[0]: too slow, left out of the rest of this text"]
    assert time.perf_counter() - begin < 2


def test_fewer_strikes_are_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "SENTENCE_SECONDS", 0.02)
    claims, warned = found(extractor(tmp_path, cham=SLOW), f"{LONG}\nxy 5 km.\n{LONG}\n")
    assert claims == [None, "cham", None]
    assert warned == ["mine.toml: [cham] regex[0]: too slow, 2 sentences were not searched"]


def test_a_line_with_many_numbers_is_searched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "SENTENCE_SECONDS", 0.02)
    begin = time.perf_counter()
    _, warned = found(extractor(tmp_path, cham=SLOW), "x" * 60 + " 5 km, y 6 km;" * 500)
    assert warned == ["mine.toml: [cham] regex[0]: too slow, 1 sentence was not searched"]
    assert time.perf_counter() - begin < 2


def test_a_regex_that_is_slow_everywhere_a_little_runs_out_of_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "TEXT_SECONDS", 0.0)
    claims, warned = found(extractor(tmp_path, cham=r"(?P<value>\d+)"), "5 km.\n6 km.")
    assert claims == [None, None]
    assert warned == ["mine.toml: [cham] regex[0]: too slow, left out of the rest of this text"]


def test_a_regex_that_fails_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: str) -> None:
        raise MemoryError

    mine = extractor(tmp_path, hong=r"(?P<value>\d+)")
    monkeypatch.setattr(raw, "compile_regex", fail)
    claims, warned = found(mine, "5 km.\n6 km.")
    assert claims == [None, None]
    assert warned == ["mine.toml: [hong] regex[0]: failed (MemoryError), left out of the rest of this text"]


HOSTILE = [
    r"(?:(?:(?:(?:x*)*)*)*)*y(?P<value>\d)",
    r"(?P<value>\d)(?|(x+)+|(x*)*)+b",
    r"(?b)(?:hồ sơ tiếp nhận){e<=9}(?P<value>\d+)",
    r"(?:(?R)?x)*(?P<value>\d)z",
    r"(.|\w)*\1z(?P<value>\d)",
]


@pytest.mark.parametrize("regex", HOSTILE)
def test_no_regex_holds_up_a_text(tmp_path: Path, regex: str) -> None:
    begin = time.perf_counter()
    found(extractor(tmp_path, cham=regex), f"{'x' * 3_000} 5 km.\n" * 30)
    assert time.perf_counter() - begin < 5


def test_a_caller_who_does_not_listen_gets_a_python_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "SENTENCE_SECONDS", 0.02)
    with pytest.warns(SlowPattern, match=r"t\.txt: .*mine\.toml: \[cham\] regex\[0\]: too slow"):
        extractor(tmp_path, cham=SLOW).extract(Document("t", LONG, source="t.txt"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        extractor(tmp_path, cham=SLOW).extract(Document("t", "xy 5 km.", source="t.txt"))
