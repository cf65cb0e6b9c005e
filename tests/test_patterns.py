"""Loading pattern files: what they give, and that every problem of every file is told at once."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qcdc_extract.model import Period
from qcdc_extract.patterns import Entry, PatternErrors, PatternSet, load_patterns
from qcdc_extract.tomlfile import MAX_FILE

GOOD = """
[ho_so_tiep_nhan]
label    = "Hồ sơ tiếp nhận"
label_en = "Dossiers received"
meaning  = "administrative dossiers received"
kinds    = ["count", "percent"]
percent  = "level"
units    = ["Hồ sơ"]
phrases  = ["(tiếp nhận|thụ lý) ... {value} hồ sơ"]
topics   = ["hồ sơ tiếp nhận"]
unless   = ["chưa tiếp nhận", "hồ sơ số {value}"]
regex    = ['(?P<value>\\d+)/\\d+ bộ']
examples = [
  { text = "Tiếp nhận 4.984 hồ sơ.", value = 4984, period = "2019-01-01/2019-06-30", date = 2019-07-02 },
  { text = "Hồ sơ tiếp nhận tăng 1,5%.", value = 1.5, unit = "%", measure = "change", direction = "increase" },
]
counterexamples = ["Hồ sơ số 4.984."]
todo     = [{ text = "Một số hồ sơ.", value = 1 }]
"""

SMALL = """
[{id}]
label = "{id}"
kinds = ["count"]
topics = ["hồ sơ"]
examples = [{{ text = "5 hồ sơ", value = 5 }}]
"""


def load(folder: Path, text: str, name: str = "hanh_chinh.toml") -> PatternSet:
    (folder / name).write_text(text, "utf-8")
    return load_patterns([folder / name])


def problems(folder: Path, text: str) -> list[str]:
    """The problems of one file, without the folder's name and the line."""
    with pytest.raises(PatternErrors) as caught:
        load(folder, text)
    return [str(replace(problem, line=None)).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_a_file_gives_its_indicators(tmp_path: Path) -> None:
    (found,) = load(tmp_path, GOOD)
    assert (found.id, found.topic, found.file) == ("ho_so_tiep_nhan", "hanh_chinh", str(tmp_path / "hanh_chinh.toml"))
    assert (found.label, found.label_en, found.meaning) == ("Hồ sơ tiếp nhận", "Dossiers received", "administrative dossiers received")
    assert (found.kinds, found.percent, found.units) == (("count", "percent"), "level", ("hồ sơ",))
    assert [phrase.source for phrase in found.phrases + found.topics + found.unless] == [
        "(tiếp nhận|thụ lý) ... {value} hồ sơ",
        "hồ sơ tiếp nhận",
        "chưa tiếp nhận",
        "hồ sơ số {value}",
    ]
    assert found.regex == (r"(?P<value>\d+)/\d+ bộ",)
    assert found.counterexamples == ("Hồ sơ số 4.984.",)


def test_an_example_expects_the_fields_it_gives(tmp_path: Path) -> None:
    (found,) = load(tmp_path, GOOD)
    first, second = found.examples
    assert first.expected == {"value": Decimal(4984), "period": Period(date(2019, 1, 1), date(2019, 6, 30))}
    assert first.date == date(2019, 7, 2)
    assert second.expected == {"value": Decimal("1.5"), "unit": "%", "measure": "change", "direction": "increase"}
    assert found.todo[0].expected == {"value": 1}


def test_tables_keep_their_order_and_files_are_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text(SMALL.format(id="z") + SMALL.format(id="a"), "utf-8")
    (tmp_path / "a.toml").write_text(SMALL.format(id="m"), "utf-8-sig")
    (tmp_path / "note.txt").write_text("[", "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.toml").write_text("[", "utf-8")
    assert [indicator.id for indicator in load_patterns([tmp_path, tmp_path / "a.toml"])] == ["m", "z", "a"]


def test_a_users_file_replaces_a_shipped_indicator_in_its_place(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own.toml"
    shipped.mkdir()
    (shipped / "s.toml").write_text(SMALL.format(id="mot") + SMALL.format(id="hai"), "utf-8")
    own.write_text(SMALL.format(id="ba") + SMALL.format(id="mot"), "utf-8")
    patterns = load_patterns([own], builtin=shipped)
    assert [(indicator.id, indicator.topic) for indicator in patterns] == [("mot", "own"), ("hai", "s"), ("ba", "own")]
    assert patterns.replaced == ("mot",)
    assert load_patterns([shipped], builtin=shipped).replaced == ()
    assert load_patterns([], builtin=None).indicators == ()


def test_an_id_is_defined_once_among_the_users_files(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SMALL.format(id="mot"), "utf-8")
    (tmp_path / "b.toml").write_text(SMALL.format(id="mot"), "utf-8")
    with pytest.raises(PatternErrors) as caught:
        load_patterns([tmp_path])
    assert str(caught.value) == f"{tmp_path}/b.toml:2: [mot]: this id is already defined in {tmp_path}/a.toml"


def test_patterns_can_be_pickled_after_use(tmp_path: Path) -> None:
    patterns = load(tmp_path, GOOD)
    assert patterns.indicators[0].phrases[0].pattern
    assert pickle.loads(pickle.dumps(patterns)) == patterns


BROKEN = """
title = "Hành chính"

[Hồ-sơ]
label = "Hồ sơ"
kinds = ["count"]
topics = ["hồ sơ"]
examples = [{ text = "5 hồ sơ", value = 5 }]

[ho_so]
lable = "Hồ sơ"
kinds = ["cuont", "percent"]
units = "hồ sơ"
phrases = ["tiếp nhận {value} hồ sơ", "tiếp nhận {valeu}", "tiếp nhận", 5]
topics = ["hồ sơ {value}"]
unless = ["[chưa"]
regex = ["(?P<value>\\\\d+", "\\\\d+", "(?P<value>\\\\d*)"]
examples = [
  { text = "Tiếp nhận 5 hồ sơ.", value = "5", period = "2019", status = "actul" },
  { txt = "Tiếp nhận 5 hồ sơ.", value = true },
]
counterexamples = [""]

[trong]
label = ""
kinds = []
examples = []
"""

BROKEN_PROBLEMS = [
    "hanh_chinh.toml: [title]: stands outside of a table; an indicator begins with a line [its_id]",
    "hanh_chinh.toml: [Hồ-sơ]: a bad id: write lower-case syllables a-z, 0-9 without marks, joined by _ (ho_so_tiep_nhan)",
    "hanh_chinh.toml: [ho_so] label: is missing",
    "hanh_chinh.toml: [ho_so] kinds[0]: must be one of count, percent, money, measure, ratio, index; did you mean count?",
    'hanh_chinh.toml: [ho_so] units: must be a list: ["...", "..."]',
    """hanh_chinh.toml: [ho_so] phrases[1]: unknown slot {valeu}; did you mean {value}?
    tiếp nhận {valeu}
              ^""",
    """hanh_chinh.toml: [ho_so] phrases[2]: no {value}: a phrase must say which number it is about
    tiếp nhận
             ^""",
    "hanh_chinh.toml: [ho_so] phrases[3]: must be a string",
    """hanh_chinh.toml: [ho_so] topics[0]: {value} cannot stand here
    hồ sơ {value}
          ^""",
    """hanh_chinh.toml: [ho_so] unless[0]: [ is never closed
    [chưa
    ^""",
    """hanh_chinh.toml: [ho_so] regex[0]: not a regex: missing )
    (?P<value>\\d+
                 ^""",
    "hanh_chinh.toml: [ho_so] regex[1]: has no group (?P<value>...) for the number",
    "hanh_chinh.toml: [ho_so] regex[2]: matches the empty text",
    "hanh_chinh.toml: [ho_so] examples[0].value: must be a number",
    "hanh_chinh.toml: [ho_so] examples[0].status: must be one of actual, estimate, target; did you mean actual?",
    'hanh_chinh.toml: [ho_so] examples[0].period: must be "start/end", two days as in "2019-01-01/2019-06-30"',
    "hanh_chinh.toml: [ho_so] examples[1].text: is missing",
    "hanh_chinh.toml: [ho_so] examples[1].value: must be a number",
    "hanh_chinh.toml: [ho_so] examples[1].txt: unknown key; did you mean text?",
    "hanh_chinh.toml: [ho_so] counterexamples[0]: is empty",
    "hanh_chinh.toml: [ho_so] lable: unknown key; did you mean label?",
    "hanh_chinh.toml: [trong]: has none of phrases, topics, verbs, settings, regex: nothing could match",
    "hanh_chinh.toml: [trong] label: is empty",
    "hanh_chinh.toml: [trong] kinds: is empty: at least one is needed",
    "hanh_chinh.toml: [trong] examples: is empty: at least one is needed",
]


def test_every_problem_of_a_file_is_told(tmp_path: Path) -> None:
    text = BROKEN.replace("[Hồ-sơ]", '["Hồ-sơ"]')
    assert problems(tmp_path, text) == BROKEN_PROBLEMS


def test_the_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.toml").write_text("[mot]\nlabel = 5\n= 3\n", "utf-8")
    (tmp_path / "b.toml").write_bytes(b"[mot]\nlabel = \"\xff\"\n")
    (tmp_path / "c.toml").write_text("", "utf-8")
    (tmp_path / "d.toml").write_text("[mot]", "utf-8")
    with pytest.raises(PatternErrors) as caught:
        load_patterns([tmp_path / "none.toml", tmp_path / "empty", tmp_path])
    assert str(caught.value).replace(f"{tmp_path}/", "").split("\n") == [
        "empty: no *.toml file in this folder",
        "none.toml: cannot be read: No such file or directory",
        "a.toml:3: not TOML: Invalid statement (at line 3, column 1)",
        "    = 3",
        "    ^",
        "b.toml: cannot be read: not UTF-8 at byte 15",
        "c.toml: holds no indicator: a table such as [ho_so_tiep_nhan]",
        "d.toml:1: [mot]: has none of phrases, topics, verbs, settings, regex: nothing could match",
        "d.toml:1: [mot] label: is missing",
        "d.toml:1: [mot] kinds: is missing",
        "d.toml:1: [mot] examples: is missing",
    ]


HOSTILE = [
    ("a file too large", "# " + "x" * MAX_FILE, "larger than 1 MiB"),
    ("nested too deeply", "a = " + "[" * 100_000, "nested too deeply"),
    ("a number too long for int", "a = " + "1" * 10_000, "a number is too long"),
    ("a number too large", GOOD.replace("value = 4984", "value = 1e999999"), "must be a number of at most 30 digits"),
    ("not a number", GOOD.replace("value = 4984", "value = nan"), "must be a number of at most 30 digits"),
    ("a period that ends before it starts", GOOD.replace("2019-01-01/", "2020-01-01/"), "ends before it starts"),
    ("a day that is none", GOOD.replace("2019-01-01/", "2019-02-30/"), 'must be "start/end"'),
    ("a document date that is none", GOOD.replace("date = 2019-07-02", "date = 5"), "must be a day"),
    ("a regex too long", GOOD.replace(r"\d+ bộ", "a" * 2_000), "longer than 1000 characters"),
    ("a regex nested too deeply", GOOD.replace(r"\d+ bộ", "(" * 450 + ")" * 450), "not a usable regex"),
    ("a label too long", GOOD.replace("Hồ sơ tiếp nhận", "x" * 300, 1), "longer than 200 characters"),
    ("an example that is text", GOOD.replace("todo     = [{ text = \"Một số hồ sơ.\", value = 1 }]", 'todo = ["a"]'), "must be a table"),
    ("a table within", GOOD + "[ho_so_tiep_nhan.them]\na = 1", "unknown key"),
    ("tables in tables", "\n".join(f"[{'a.' * 20}a{i}]" for i in range(50)), "unknown key"),
    ("a key without end", "a." * 300_000 + "a = 1", "a key of more than 30 parts"),
    ("a repeat that would fill the memory", GOOD.replace(r"\d+ bộ", "(?:(?:a{1000}){1000}){1000}"), "repeats too often"),
    ("a repeat that would never end to compile", GOOD.replace(r"\d+ bộ", "(?:ab){400000000}"), "repeats too often"),
    ("a repeat behind a comment", GOOD.replace(r"\d+ bộ", "(?ix:a{#5}\\n99999})"), "no (?x)"),
    ("unknown keys without end", "[a]\n" + "\n".join(f"b{i} = 1" for i in range(5_000)), "and 4904 more problems"),
]


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_is_a_problem_and_no_traceback(tmp_path: Path, text: str, message: str) -> None:
    assert message in "\n".join(problems(tmp_path, text))


@pytest.mark.parametrize("path", ["none\0.toml", "x" * 5_000])
def test_a_path_that_cannot_be_is_a_problem(path: str) -> None:
    with pytest.raises(PatternErrors, match="cannot be read"):
        load_patterns([Path(path)])


VALUES = st.recursive(
    st.sampled_from(['"a"', '"{value} a"', '"("', "5", "true", "1.5", "2019-01-01", '""', "nan"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=5,
)


TABLES = st.dictionaries(st.sampled_from([*Entry.model_fields, "x", "id", "file"]), VALUES).map(
    lambda table: "[a]\n" + "\n".join(f"{key} = {value}" for key, value in table.items())
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TABLES | st.text(max_size=50))
def test_any_file_loads_or_gives_problems(tmp_path: Path, text: str) -> None:
    try:
        load(tmp_path, text)
    except PatternErrors as errors:
        assert all(problem.file and problem.message for problem in errors.problems)
    except UnicodeEncodeError:
        pass


def test_the_model_describes_itself_for_editors() -> None:
    schema = Entry.model_json_schema()
    assert schema["required"] == ["label", "kinds", "examples"]
    assert schema["properties"]["phrases"]["items"] == {"type": "string"}
