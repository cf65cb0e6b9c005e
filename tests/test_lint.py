"""Doubts about pattern files, the lines on which things stand, and the cases that pattern files bring along."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from qcdc_extract.lint import CODES, doubts, slow_text
from qcdc_extract.pattern_tests import cases, failure
from qcdc_extract.patterns import load_patterns
from qcdc_extract.pipeline import Extractor
from qcdc_extract.shipped import shipped_patterns
from qcdc_extract.tomlfile import read_toml

HEAD = """
[{id}]
label = "{id}"
kinds = {kinds}
counterexamples = ["Có mấy cuốn sách."]
examples = [{{ text = "Thư viện cho mượn 5 cuốn sách.", value = 5 }}]
{body}
"""


def entry(name: str, body: str, kinds: str = '["count"]') -> str:
    return HEAD.format(id=name, kinds=kinds, body=body)


def found(folder: Path, *entries: str) -> list[str]:
    """The doubts, but for what no example exercises: "id item code" and the message."""
    (folder / "a.toml").write_text("".join(entries), "utf-8")
    told = doubts(load_patterns([folder / "a.toml"]))
    return [f"{d.table} {d.item} {d.code} {d.message}" for d in told if d.code not in ("Q001", "Q006")]


def test_a_phrase_that_no_example_exercises(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        '[sach]\nlabel = "Sách"\nkinds = ["count"]\nunits = ["cuốn"]\n'
        'phrases = [\n  "mượn {value}",\n  "trả {value}",\n]\n'
        'topics = ["thư viện", "nhà sách"]\nverbs = ["bán"]\nsettings = ["phố sách"]\n'
        'unless = ["{value} cuốn vở", "thư viện", "bút"]\n'
        "regex = ['(?P<value>\\d+) quyển', 'mượn (?P<value>\\d+)']\n"
        'examples = [{ text = "Thư viện cho mượn 5 cuốn sách.", value = 5 }]\n'
        'counterexamples = ["Có 5 cuốn vở."]\ntodo = [{ text = "Họ trả 5 cuốn.", value = 5 }]\n',
        "utf-8",
    )
    assert [str(d).removeprefix(f"{tmp_path}/") for d in doubts(load_patterns([tmp_path]))] == [
        'a.toml:7: [sach] phrases[1]: Q001 no example exercises "trả {value}"',
        'a.toml:9: [sach] topics[1]: Q001 no example exercises "nhà sách"',
        'a.toml:10: [sach] verbs[0]: Q001 no example exercises "bán"',
        'a.toml:11: [sach] settings[0]: Q001 no example exercises "phố sách"',
        'a.toml:12: [sach] unless[2]: Q006 no example or counterexample exercises "bút"',
        "a.toml:13: [sach] regex[0]: Q001 no example exercises '(?P<value>\\\\d+) quyển'",
    ]


def test_an_indicator_without_counterexamples(tmp_path: Path) -> None:
    text = entry("sach", 'topics = ["sách"]').replace("counterexamples", "# counterexamples")
    assert found(tmp_path, text) == ["sach None Q005 no counterexample: a text that looks alike and is not meant"]


SAME = 'phrases = ["{value} cuốn (sách|vở)"]'


def test_two_indicators_with_the_same_phrase(tmp_path: Path) -> None:
    assert found(tmp_path, entry("sach", SAME), entry("vo", SAME.replace("cuốn (", "Cuốn  ("))) == [
        'sach phrases[0] Q002 [vo] has "{value} cuốn (sách|vở)" too',
        'vo phrases[0] Q002 [sach] has "{value} Cuốn  (sách|vở)" too',
    ]


@pytest.mark.parametrize(
    "entries",
    [
        (entry("sach", SAME), entry("vo", SAME, '["percent"]')),
        (entry("sach", 'units = ["cuốn"]\ntopics = ["sách"]'), entry("bao", 'units = ["tờ"]\ntopics = ["sách"]')),
        (entry("sach", 'topics = ["sách"]\nunless = ["vở"]'), entry("bao", 'topics = ["báo"]\nunless = ["vở"]')),
    ],
    ids=["other kinds", "other units", "the same veto"],
)
def test_the_same_phrase_for_other_numbers_is_no_doubt(tmp_path: Path, entries: tuple[str, str]) -> None:
    assert found(tmp_path, *entries) == []


def phrases(texts: list[str]) -> str:
    return f"phrases = {json.dumps(texts, ensure_ascii=False)}"


SHADOWED = [
    ("an alternative of another", ["(cho|được) mượn {value}", "cho mượn {value}"], "phrases[1]"),
    ("no gap of another's gap", ["mượn {value} sách", "mượn ... {value} sách"], "phrases[0]"),
    ("an option of another", ["{value} [cuốn] sách", "{value} sách"], "phrases[1]"),
    ("the same twice", ["mượn {value}", "mượn {value}"], "phrases[1]"),
    ("any number", ["{number} người mượn {value}", "{count} người mượn {value}"], "phrases[1]"),
]


@pytest.mark.parametrize(("texts", "item"), [case[1:] for case in SHADOWED], ids=[case[0] for case in SHADOWED])
def test_a_phrase_that_another_of_its_indicator_makes_needless(tmp_path: Path, texts: list[str], item: str) -> None:
    told = found(tmp_path, entry("sach", phrases(texts)))
    assert [line.split()[1:3] for line in told] == [[item, "Q003"]]


USEFUL = [
    ("more words go first", ["mượn {value}", "cho mượn {value}"]),
    ("a gap that is longer", ["mượn {value} sách", "mượn {value} ... cuốn sách"]),
    ("an option that must not be", ["{value} sách", "{value} [cuốn] báo"]),
]


@pytest.mark.parametrize("texts", [case[1] for case in USEFUL], ids=[case[0] for case in USEFUL])
def test_a_phrase_that_says_more_is_no_doubt(tmp_path: Path, texts: list[str]) -> None:
    assert found(tmp_path, entry("sach", phrases(texts))) == []


def test_a_phrase_that_gives_way_to_one_of_another_indicator(tmp_path: Path) -> None:
    wide, narrow = 'phrases = ["(cho|được) mượn {value}"]', 'phrases = ["cho mượn {value}"]'
    message = 'phrases[0] Q003 "cho mượn {value}" does nothing that [mot] phrases[0] "(cho|được) mượn {value}" does not'
    assert found(tmp_path, entry("mot", wide), entry("hai", narrow)) == [f"hai {message}"]
    assert found(tmp_path, entry("mot", narrow), entry("hai", wide)) == []  # the first of the files goes first
    assert found(tmp_path, entry("mot", wide), entry("hai", narrow, '["count", "money"]')) == []  # of money it is the only one
    assert found(tmp_path, entry("mot", wide + '\nunless = ["tạp chí"]'), entry("hai", narrow)) == []  # with "tạp chí" it is


def test_a_veto_that_another_makes_needless(tmp_path: Path) -> None:
    assert found(tmp_path, entry("sach", 'topics = ["sách"]\nunless = ["vở nháp", "(vở|bút)"]')) == [
        'sach unless[0] Q003 "vở nháp" does nothing that [sach] unless[1] "(vở|bút)" does not'
    ]


SLOW = [r"(?:x|xx)+y(?P<value>\d+)", r"(?:cuốn\s*|\w+\s)+(?P<value>\d+) tập", r"(\w+\s?)*(\w+\s?)*:(?P<value>\d+)"]


@pytest.mark.parametrize("regex", SLOW)
def test_a_slow_regex_is_found_out_in_time(regex: str) -> None:
    begin = time.perf_counter()
    assert slow_text(regex)
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize("regex", [r"dài (?P<value>\d+(?:[.,]\d+)*) (?:km|m)", r"(?P<value>\d+)\b", r"số (?:\w+ ){0,5}(?P<value>\d+)"])
def test_a_quick_regex_is_no_doubt(regex: str) -> None:
    assert slow_text(regex, ["Đường dài 5 km."]) is None


def test_a_slow_regex_is_a_doubt_at_its_item(tmp_path: Path) -> None:
    (line,) = found(tmp_path, entry("sach", r"regex = ['mượn (?P<value>\d+)', '(?:x|xx)+y(?P<value>\d+)']"))
    assert line.startswith("sach regex[1] Q004 takes more than 0.2 s on a line such as ")


def test_doubts_are_told_of_those_asked_about_among_all(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(entry("mot", SAME) + entry("hai", SAME), "utf-8")
    told = doubts(load_patterns([tmp_path / "a.toml"]), {"hai"})
    assert {(d.table, d.code) for d in told} == {("hai", "Q002")}


def test_the_shipped_patterns_have_no_two_equal_phrases() -> None:
    begin = time.perf_counter()
    told = doubts(load_patterns([], shipped_patterns()))
    assert time.perf_counter() - begin < 20
    assert {d.code for d in told} <= set(CODES)
    assert all(d.line for d in told)


# Lines


def test_lines_of_whatever_a_file_holds(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        '# [no]\ntop = 1\n[one]  # [x]\na = "# [no]"\nb = [\n  "]", # ,\n  """\n[no]\n""", \'#\',\n  ["n", "m"], { c = 1 }\n]\n'
        '[[one.examples]]\ntext = 1\n[[one.examples]]\ntext = 2\n["two words"]\nc.d = 1\n',
        "utf-8",
    )
    file = read_toml(tmp_path / "a.toml")
    expected = {
        ("top",): 2,
        ("one",): 3,
        ("one", "a"): 4,
        ("one", "b"): 5,
        ("one", "b", 0): 6,
        ("one", "b", 1): 7,
        ("one", "b", 2): 9,
        ("one", "b", 3): 10,
        ("one", "b", 4, "c"): 10,
        ("one", "examples", 0, "text"): 13,
        ("one", "examples", 1): 14,
        ("two words", "c"): 16,
        ("two words", "c", "d"): 17,
        ("one", "missing"): 3,
    }
    assert {place: file.line(*place) for place in expected} == expected
    assert file.line("nowhere") is None


def test_lines_of_the_shipped_files() -> None:
    for path in shipped_patterns().rglob("*.toml"):
        file = read_toml(path)
        lines = file.text.split("\n")
        for name, table in file.tables.items():
            assert lines[(file.line(name) or 0) - 1].startswith(f"[{name}]")
            for number, text in enumerate(table.get("phrases", [])):
                assert text in lines[(file.line(name, "phrases", number) or 0) - 1]


# Cases


def test_cases_fail_with_what_came_out(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        '[sach]\nlabel = "Sách"\nkinds = ["count"]\nphrases = ["mượn {value} cuốn"]\n'
        "examples = [\n"
        '  { text = "Đã mượn 5 cuốn.", value = 5 },\n'
        '  { text = "Đã mượn 5 cuốn.", value = 6, period = "2020-01-01/2020-12-31" },\n'
        '  { text = "Đã mua 5 cuốn.", value = 5 },\n  { text = "Không có gì.", value = 5 },\n]\n'
        'counterexamples = ["Đã mua 5 cuốn.", "Đã mượn 5 cuốn."]\n'
        'todo = [{ text = "Đã mua 5 cuốn.", value = 5 }, { text = "Đã mượn 5 cuốn.", value = 5 }]\n',
        "utf-8",
    )
    extractor = Extractor([tmp_path / "a.toml"], builtin=False)
    shown = {case.name: failure(extractor, case) for case in cases(extractor.patterns)}
    assert [name for name, why in shown.items() if why is None] == ["sach.examples[0]", "sach.counterexamples[0]", "sach.todo[0]"]
    record, differs = str(shown["sach.examples[1]"]).split("\n")
    assert record.startswith('"5": value 5, kind count, unit cuốn, ')
    assert record.endswith("pattern a.toml: mượn {value} cuốn")
    assert differs == "  differs in value: expected 6; period: expected 2020-01-01/2020-12-31"
    assert str(shown["sach.examples[2]"]).startswith('no record has this indicator; there are:\n"5": value 5, ')
    assert shown["sach.examples[3]"] == "no number was found in it"
    assert str(shown["sach.counterexamples[1]"]) == f"it gives a record of this indicator:\n{record}"
    assert shown["sach.todo[1]"] == "it works now: move it to examples"
