"""`qcdc-extract patterns ...` on real files."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run, environment, errors

from qcdc_extract import lint
from qcdc_extract.cli import patterns_commands
from qcdc_extract.cli.app import run
from qcdc_extract.new_pattern import DraftError, draft
from qcdc_extract.pattern_tests import cases, failure
from qcdc_extract.patterns import Entry, load_patterns
from qcdc_extract.pipeline import Extractor
from qcdc_extract.shipped import shipped_patterns
from qcdc_extract.tomlfile import Lines

Cli = Callable[..., tuple[int, str, list[str]]]

GOOD = """\
[sach_cho_muon]
label = "Sách cho mượn"
label_en = "Books lent"
meaning = "books lent by libraries"
kinds = ["count"]
phrases = ["cho mượn {value} cuốn"]
examples = [{ text = "Thư viện cho mượn 312 cuốn sách trong quý I/2020.", value = 312, period = "2020-01-01/2020-03-31" }]
counterexamples = ["Thư viện nhận về 312 cuốn sách."]
"""
BROKEN = """\
[sach]
lable = "Sách"
kinds = ["count"]
phrases = [
  "mượn {valeu}",
]
examples = [{ text = "Mượn 5 cuốn.", value = 5 }]

[bao]
label = "Báo"
kinds = ["count"]
topics = ["tờ báo"]
examples = [{ text = "Có 5 tờ báo.", value = 5 }]
"""
PROBLEMS = [
    "mine.toml:1: [sach] label: is missing",
    "mine.toml:5: [sach] phrases[0]: unknown slot {valeu}; did you mean {value}?",
    "    mượn {valeu}",
    "         ^",
    "mine.toml:2: [sach] lable: unknown key; did you mean label?",
]
DOUBT = "mine.toml:9: [bao]: Q005 no counterexample: a text that looks alike and is not meant"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs `qcdc-extract patterns` in this process and in tmp_path: its exit code, stdout, and the lines on stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, list[str]]:
        code = run(["patterns", *arguments])
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    return call


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(GOOD, "utf-8")
    return file


# check


def test_check_tells_every_problem_and_the_doubts_of_the_rest(cli: Cli, mine: Path) -> None:
    mine.write_text(BROKEN, "utf-8")
    code, out, err = cli("check", "mine.toml", "--no-builtin")
    assert (code, out.splitlines()) == (2, [*PROBLEMS, DOUBT])
    assert err == ["qcdc-extract: 1 indicator checked: 3 problems, 1 doubt"]


def test_check_as_json(cli: Cli, mine: Path) -> None:
    mine.write_text(BROKEN, "utf-8")
    code, out, _ = cli("check", "mine.toml", "--no-builtin", "--format", "json")
    rows = json.loads(out)
    assert code == 2
    assert rows[1] == {
        "severity": "problem",
        "code": None,
        "file": "mine.toml",
        "line": 5,
        "table": "sach",
        "item": "phrases[0]",
        "message": "unknown slot {valeu}; did you mean {value}?",
        "caret": "mượn {valeu}\n     ^",
    }
    assert (rows[-1]["severity"], rows[-1]["code"], rows[-1]["table"], rows[-1]["item"]) == ("doubt", "Q005", "bao", None)


def test_check_of_a_good_file_says_nothing_else(cli: Cli, mine: Path) -> None:
    assert cli("check", "mine.toml") == (0, "", ["qcdc-extract: 1 indicator checked: 0 problems, 0 doubts"])
    assert cli("check", "mine.toml", "--strict", "-q", "--format", "json") == (0, "[]\n", [])


def test_doubts_fail_when_strict_and_can_be_left_out(cli: Cli, mine: Path) -> None:
    mine.write_text(GOOD.replace("counterexamples", "# counterexamples"), "utf-8")
    assert cli("check", "mine.toml", "-q", "--no-builtin")[0] == 0
    assert cli("check", "mine.toml", "-q", "--no-builtin", "--strict")[0] == 1
    assert cli("check", "mine.toml", "-q", "--no-builtin", "--strict", "--ignore", "Q001, Q005") == (0, "", [])
    code, _, err = cli("check", "mine.toml", "--ignore", "Q999")
    assert (code, err) == (2, [f"qcdc-extract: --ignore: there is no doubt 'Q999'; known are {', '.join(lint.CODES)}"])


def test_doubts_are_of_the_files_named_among_all_others(cli: Cli, tmp_path: Path, mine: Path) -> None:
    (tmp_path / "other.toml").write_text(GOOD.replace("[sach_cho_muon]", "[khac]"), "utf-8")
    (tmp_path / "qcdc.toml").write_text('patterns = ["mine.toml", "other.toml"]\nbuiltin = false\nselect = ["khac"]', "utf-8")
    assert cli("check", "mine.toml")[2] == ["qcdc-extract: 1 indicator checked: 0 problems, 0 doubts"]
    code, out, err = cli("check")
    assert (code, err) == (0, ["qcdc-extract: 2 indicators checked: 0 problems, 2 doubts"])
    assert [line.split()[:4] for line in out.splitlines()] == [
        ["mine.toml:6:", "[sach_cho_muon]", "phrases[0]:", "Q002"],
        ["other.toml:6:", "[khac]", "phrases[0]:", "Q002"],
    ]


def test_the_help_knows_every_doubt(cli: Cli) -> None:
    out = cli("check", "--help")[1]
    for code, words in lint.CODES.items():
        assert f"{code}  {words}" in out


def test_check_of_the_shipped_patterns_finds_no_problem(cli: Cli) -> None:
    code, _, err = cli("check", "extra", "--ignore", ",".join(lint.CODES))
    assert code == 0
    assert err[0].endswith(" checked: 0 problems, 0 doubts")


HOSTILE: dict[str, Callable[[Path], object]] = {
    "nested": lambda file: file.write_text("a = " + "[" * 100_000, "utf-8"),
    "number": lambda file: file.write_text("a = " + "9" * 100_000, "utf-8"),
    "NUL": lambda file: file.write_bytes(b"[a]\0\nlabel = 1"),
    "not UTF-8": lambda file: file.write_bytes(b"[a]\nlabel = '\xff\xfe'"),
    "UTF-16": lambda file: file.write_text(GOOD, "utf-16"),
    "large": lambda file: (file.touch(), os.truncate(file, 1 << 30)),
    "key": lambda file: file.write_text("a." * 400_000 + "a = 1", "utf-8"),
    "empty": lambda file: file.write_text("", "utf-8"),
    "pickle": lambda file: file.write_bytes(b"\x80\x04\x95cos\nsystem\n(S'touch ran'\ntR."),
    "folder": lambda file: file.mkdir(),
    "loop": lambda file: file.symlink_to(file.name),
    "pipe": lambda file: os.mkfifo(file),
    "missing": lambda file: file.name,
    "repeats": lambda file: file.write_text(GOOD + "regex = ['(?:(?:a{9999}){9999}){9999}(?P<value>1)']", "utf-8"),
}


@pytest.mark.skipif(os.name != "posix", reason="makes links and pipes")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_a_problem_with_its_name(cli: Cli, tmp_path: Path, kind: str) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "good.toml").write_text(GOOD, "utf-8")
    HOSTILE[kind](tmp_path / "all" / "bad.toml")
    begin = time.perf_counter()
    code, out, _ = cli("check", "all/bad.toml" if kind == "missing" else "all", "--no-builtin")
    assert time.perf_counter() - begin < 5
    assert code == 2
    assert out.startswith("all/bad.toml:"), out
    assert cli("test", "all/bad.toml" if kind == "missing" else "all", "--no-builtin")[0] == 2
    assert not (tmp_path / "ran").exists()


# test


def test_test_runs_every_case_beside_the_shipped_patterns(qcdc: Run, mine: Path) -> None:
    done = qcdc("patterns", "test", "mine.toml")
    assert (done.returncode, done.stdout) == (0, b"")
    assert errors(done) == ["qcdc-extract: 1 example, 1 counterexample, 0 todos: none failed"]


FAILING = GOOD.replace("value = 312", "value = 313").replace("nhận về", "cho mượn")
FAILING += 'todo = [{ text = "Đã cho mượn 5 cuốn.", value = 5 }]\n'


def test_failures_are_printed_with_text_and_outcome(cli: Cli, mine: Path) -> None:
    mine.write_text(FAILING, "utf-8")
    code, out, err = cli("test", "mine.toml", "--no-builtin")
    lines = out.splitlines()
    assert code == 1
    assert [line for line in lines if not line.startswith(" ")] == [
        "mine.toml:7: [sach_cho_muon] examples[0] fails",
        "mine.toml:8: [sach_cho_muon] counterexamples[0] fails",
        "mine.toml:9: [sach_cho_muon] todo[0] fails",
    ]
    assert lines[1] == "    Thư viện cho mượn 312 cuốn sách trong quý I/2020."
    assert "differs in value: expected 313" in lines[3]
    assert lines[-1] == "    it works now: move it to examples"
    assert err == ["qcdc-extract: 1 example, 1 counterexample, 1 todo: 3 failed"]
    rows = json.loads(cli("test", "mine.toml", "--no-builtin", "--format", "json")[1])
    assert [(row["line"], row["item"]) for row in rows] == [(7, "examples[0]"), (8, "counterexamples[0]"), (9, "todo[0]")]


def test_no_example_run_is_a_failure(cli: Cli) -> None:
    assert cli("test", "--no-builtin") == (1, "", ["qcdc-extract: no example was run"])


def test_a_slow_regex_fails_its_cases(cli: Cli, mine: Path) -> None:
    mine.write_text(GOOD.replace("quý I", "x" * 60 + " 5 y quý I") + "regex = ['(?:x|xx)+y(?P<value>\\d+)']\n", "utf-8")
    code, out, _ = cli("test", "mine.toml", "--no-builtin")
    assert (code, "too slow" in out) == (1, True)


# list, show


def test_list_names_the_indicators_in_force(cli: Cli, tmp_path: Path, mine: Path) -> None:
    (tmp_path / "qcdc.toml").write_text('patterns = ["mine.toml"]\nselect = ["mine"]', "utf-8")
    assert cli("list") == (0, "mine  sach_cho_muon  Sách cho mượn\n", [])
    code, out, _ = cli("list", "--topic", "hanh_chinh,mine", "--format", "json")
    rows = json.loads(out)
    assert (code, {row["topic"] for row in rows}) == (0, {"hanh_chinh", "mine"})
    assert rows[-1] == {
        "id": "sach_cho_muon",
        "topic": "mine",
        "label": "Sách cho mượn",
        "label_en": "Books lent",
        "file": "mine.toml",
    }
    assert cli("list", "--topic", "min")[2] == ["qcdc-extract: select: no indicator or topic 'min'; did you mean mine?"]


SHOWN = """\
sach_cho_muon: Sách cho mượn (Books lent)
  books lent by libraries
  mine.toml:1
  kinds: count; a percentage is a share
  phrases:
    cho mượn {value} cuốn
  examples:
    Thư viện cho mượn 312 cuốn sách trong quý I/2020.  ->  value 312, period 2020-01-01/2020-03-31
  counterexamples:
    Thư viện nhận về 312 cuốn sách.
"""


def test_show_tells_all_of_an_indicator(cli: Cli, mine: Path) -> None:
    assert cli("show", "sach_cho_muon", "--patterns", "mine.toml") == (0, SHOWN, [])
    code, out, _ = cli("show", "sach_cho_muon", "--patterns", "mine.toml", "--format", "json")
    found = json.loads(out)
    assert (code, found["line"], found["phrases"]) == (0, 1, ["cho mượn {value} cuốn"])
    assert found["examples"][0]["value"] == "312"
    assert set(Entry.model_fields) < set(found)
    code, out, err = cli("show", "sach_cho_muo", "--patterns", "mine.toml", "--no-builtin")
    assert (code, out, err) == (2, "", ["qcdc-extract: there is no indicator 'sach_cho_muo'; did you mean sach_cho_muon?"])


def test_every_shipped_indicator_can_be_shown() -> None:
    lines = Lines()
    for indicator in load_patterns([], shipped_patterns()):
        assert patterns_commands._as_text(indicator, lines).startswith(f"{indicator.id}: ")


# try


TEXT = "Thư viện cho mượn 312 cuốn sách, có 5 km đường."


def test_try_says_what_matched(cli: Cli, mine: Path) -> None:
    code, out, err = cli("try", TEXT, "--patterns", "mine.toml", "--no-builtin", "--date", "2020-05-01")
    first, lent, second, road = out.splitlines()
    assert (code, err) == (0, [])
    assert (first, second) == ("sach_cho_muon", "(no indicator)")
    assert lent.startswith('    "312": value 312, kind count, unit cuốn sách')
    assert lent.endswith("pattern mine.toml: cho mượn {value} cuốn")
    assert road.startswith('    "5 km": value 5, kind measure, unit km')
    rows = json.loads(cli("try", TEXT, "--patterns", "mine.toml", "--no-builtin", "--format", "json")[1])
    assert [row["indicator"] for row in rows] == ["sach_cho_muon", None]


def test_try_reads_standard_input_and_knows_texts_without_numbers(qcdc: Run) -> None:
    done = qcdc("patterns", "try", "-", "--no-builtin", stdin="Không có gì.".encode())
    assert (done.returncode, done.stdout.decode()) == (0, "(no number)\n")


def test_watching_reads_the_file_again_when_it_has_changed(cli: Cli, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = iter(
        [
            lambda: None,
            lambda: mine.write_text(GOOD.replace("cho mượn {value}", "cho mượn {valu}"), "utf-8"),
            lambda: mine.write_text(GOOD.replace("[sach_cho_muon]", "[cuon_sach_cho_muon]"), "utf-8"),
            lambda: mine.unlink(),
        ]
    )

    def wait() -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(patterns_commands, "_wait", wait)
    code, out, err = cli("try", "Cho mượn 5 cuốn.", "--watch", "mine.toml", "--no-builtin")
    assert code == 0
    assert [line for line in out.splitlines() if not line.startswith(" ")] == ["sach_cho_muon", "cuon_sach_cho_muon"]
    assert err[0] == "qcdc-extract: mine.toml:6: [sach_cho_muon] phrases[0]: unknown slot {valu}; did you mean {value}?"
    assert err[-1] == "qcdc-extract: mine.toml: cannot be read: No such file or directory"


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_watching_ends_with_ctrl_c(tmp_path: Path, mine: Path) -> None:
    command = [sys.executable, "-m", "qcdc_extract", "patterns", "try", TEXT, "--watch", "mine.toml", "--no-builtin"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment())
    assert process.stdout is not None
    assert process.stdout.readline() == b"sach_cho_muon\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, b"")


# new


def works(text: str, folder: Path) -> list[str | None]:
    """Whether each case of a draft passes."""
    (folder / "draft.toml").write_text(text, "utf-8")
    extractor = Extractor([folder / "draft.toml"], builtin=False)
    return [failure(extractor, case) for case in cases(extractor.patterns)]


DRAFTS = [
    ("a count", "Trong quý I/2020, huyện đã mở được hơn 12 lớp tập huấn cho 450 cán bộ.", "đã mở được {value} lớp tập huấn"),
    ("a share", "Tỷ lệ lao động qua đào tạo đạt 65,5%.", "đào tạo đạt {value}"),
    ("money", "Kinh phí hỗ trợ là 3,5 tỷ đồng.", "hỗ trợ là {value}"),
    ("a ratio", "Có 12/15 xã đạt chuẩn nông thôn mới.", "có {value} xã đạt chuẩn"),
    ("signs that TOML escapes", 'Lớp "A\\B" có\t7 học viên.', "b có {value} học viên"),
    ("a colon", "Số hồ sơ nhận: 7.", "hồ sơ nhận : {value}"),
    ("a noun alone", "5 cuốn.", "{value} cuốn"),
]


@pytest.mark.parametrize(("sentence", "phrase"), [case[1:] for case in DRAFTS], ids=[case[0] for case in DRAFTS])
def test_a_draft_from_a_sentence_loads_and_passes(tmp_path: Path, sentence: str, phrase: str) -> None:
    text = draft("thu_nghiem", "Thử nghiệm", sentence)
    assert works(text, tmp_path) == [None]
    assert tomllib.loads(text)["thu_nghiem"]["phrases"] == [phrase]


@pytest.mark.parametrize("label", [None, "Tổng số lớp tập huấn", "Tỷ lệ hộ nghèo (%)", "...", "Trên {value} | x"])
def test_a_draft_without_a_sentence_loads_and_passes(tmp_path: Path, label: str | None) -> None:
    assert works(draft("lop_tap_huan", label), tmp_path) == [None]


@pytest.mark.parametrize(
    ("name", "sentence", "said"),
    [
        ("Lớp", None, "is a bad id"),
        ("lop", "Không có số.", "there is no number in the sentence"),
        ("lop", "5", "no words stand beside"),
        ("lop", "x" * 9_999 + " 5 cuốn", "longer than"),
    ],
)
def test_what_no_draft_can_be_made_from(name: str, sentence: str | None, said: str) -> None:
    with pytest.raises(DraftError, match=said):
        draft(name, None, sentence)


def test_new_checks_and_test_agree_on_its_draft(cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli("new", "cuon_sach_muon", "--from", "Thư viện cho mượn 3.120 cuốn sách.", "-o", "moi.toml")
    assert (code, out) == (0, "")
    assert err == ["qcdc-extract: its example passes; now add other wordings, examples and counterexamples"]
    assert cli("test", "moi.toml")[0] == 0
    assert cli("check", "moi.toml", "--no-builtin", "--strict", "-q", "--ignore", "Q005")[0] == 0
    assert cli("new", "khac", "-o", "moi.toml") == (2, "", ["qcdc-extract: moi.toml is there already; name a new file"])
    code, out, err = cli("new", "khac")
    assert (code, err) == (0, [])
    assert list(tomllib.loads(out)) == ["khac"]


def test_new_says_when_another_pattern_takes_the_number(cli: Cli) -> None:
    code, _, err = cli("new", "ho_so", "--from", "Đã tiếp nhận 5.")
    assert code == 0
    assert err[0].startswith(("qcdc-extract: its example passes", "qcdc-extract: its example does not pass yet"))
    assert cli("new", "Hồ sơ")[0] == 2


# schema


def test_the_schema_knows_every_key_and_accepts_what_loads(cli: Cli) -> None:
    code, out, _ = cli("schema")
    schema = json.loads(out)
    indicator = schema["definitions"]["Indicator"]
    assert code == 0
    assert schema["additionalProperties"] == {"$ref": "#/definitions/Indicator"}
    assert set(indicator["properties"]) == set(Entry.model_fields)
    assert all(field.get("description") for field in indicator["properties"].values())
    assert indicator["required"] == ["label", "kinds", "examples"]
    for path in shipped_patterns().rglob("*.toml"):
        for table in tomllib.loads(path.read_text("utf-8")).values():
            assert set(table) <= set(indicator["properties"])
            for example in table["examples"]:
                assert set(example) <= set(schema["definitions"]["Example"]["properties"])


# The commands


@pytest.mark.parametrize("arguments", [(), ("chek",), ("check", "--frmat"), ("new",), ("list", "x")])
def test_wrong_usage_is_one_line_that_names_the_help(cli: Cli, arguments: tuple[str, ...]) -> None:
    code, out, err = cli(*arguments)
    assert (code, out, len(err)) == (2, "", 1)
    assert "see qcdc-extract patterns" in err[0]


@pytest.mark.usefixtures("mine")
def test_the_examples_of_the_help_are_true(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(patterns_commands, "_wait", stop)
    (tmp_path / "mine.toml").unlink()
    out = cli("--help")[1].replace("\\\n", " ")
    name = "qcdc-extract patterns "
    lines = [line.strip().removeprefix(name) for line in out.splitlines() if line.strip().startswith(name)]
    assert len(lines) == 5
    for line in lines:
        example = line.split("   ")[0] if "--from" not in line else line
        assert cli(*shlex.split(example))[0] == 0, line


def test_a_folder_named_like_the_command_is_spoken_of_only_when_it_may_be_meant(qcdc: Run, tmp_path: Path) -> None:
    (tmp_path / "patterns").mkdir()
    (tmp_path / "patterns" / "a.txt").write_text("5 km.", "utf-8")
    assert "qcdc-extract: patterns is taken as the command; the file of that name is ./patterns" in errors(qcdc("patterns"))
    assert errors(qcdc("patterns", "schema")) == []
    assert json.loads(qcdc("./patterns", "--all").stdout)[0]["value"] == 5
