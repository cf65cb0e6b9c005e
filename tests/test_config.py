"""The settings: the project file, what wins, and what `config` shows; and own, selected and left out patterns."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import REPORT, Run, errors

from qcdc_extract.cli.app import run
from qcdc_extract.config import ConfigErrors, Resolved, Settings, find, resolve
from qcdc_extract.patterns import PatternErrors
from qcdc_extract.pipeline import Extractor

Cli = Callable[..., tuple[int, str, list[str]]]

MINE = """
[{id}]
label = "{id}"
kinds = ["count"]
phrases = ["{{value}} {noun}"]
examples = [{{ text = "Có 5 {noun}.", value = 5 }}]
"""


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs the program in this process and in tmp_path: its exit code, stdout, and the lines on stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, list[str]]:
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    return call


def project(folder: Path, text: str) -> Path:
    file = folder / "qcdc.toml"
    file.write_text(text, "utf-8")
    return file


def problems(folder: Path, text: str) -> list[str]:
    project(folder, text)
    with pytest.raises(ConfigErrors) as caught:
        resolve({}, folder)
    return [str(problem) for problem in caught.value.problems]


# The project file


FULL = """\
patterns = ["mine.toml", "more"]
builtin = false
select = ["a", "b"]
ignore = ["c"]

format = "csv"
all = true
date = 2020-10-05
quiet = true
"""


def test_every_setting_can_stand_in_the_file(tmp_path: Path) -> None:
    file = project(tmp_path, FULL)
    found = resolve({}, tmp_path)
    assert found.settings == Settings(("mine.toml", "more"), False, ("a", "b"), ("c",), "csv", True, date(2020, 10, 5), True)
    assert found.file == file
    assert found.sources["patterns"] == "qcdc.toml:1"
    assert found.sources["quiet"] == "qcdc.toml:9"
    assert set(found.sources) == set(Settings.__dataclass_fields__)


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    found = resolve({"all": None, "quiet": True}, tmp_path)
    assert found == Resolved(Settings(quiet=True), {**dict.fromkeys(found.sources, "default"), "quiet": "command line"}, None)


def test_the_command_line_wins_value_by_value(tmp_path: Path) -> None:
    project(tmp_path, FULL)
    found = resolve({"select": ("d",), "all": False, "ignore": None}, tmp_path)
    assert (found.settings.select, found.settings.ignore, found.settings.all) == (("d",), ("c",), False)
    assert (found.sources["select"], found.sources["ignore"]) == ("command line", "qcdc.toml:4")


def test_the_nearest_file_upwards_counts_and_its_paths_are_its_own(tmp_path: Path) -> None:
    project(tmp_path, "quiet = true")
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    assert find(tmp_path / "a" / "b") == tmp_path / "qcdc.toml"
    project(tmp_path / "a", f'patterns = ["x.toml", "../y", "extra", {json.dumps(str(tmp_path / "z"))}]')
    found = resolve({}, tmp_path / "a" / "b" / "c")
    expected = [("..", "..", "x.toml"), ("..", "..", "..", "y"), ("extra",), ("..", "..", "..", "z")]
    assert found.settings.patterns == tuple(os.path.join(*parts) for parts in expected)
    assert found.settings.quiet is False
    assert found.sources["patterns"] == f"{os.path.join('..', '..', 'qcdc.toml')}:1"


PROBLEMS = [
    ("selct = []", ["qcdc.toml:1: selct: unknown key; did you mean select?"]),
    ("zzz = 1", ["qcdc.toml:1: zzz: unknown key; known are patterns, builtin, select, ignore, format, all, date, quiet"]),
    ('all = "yes"\n\nquiet = 1', ["qcdc.toml:1: all: must be true or false", "qcdc.toml:3: quiet: must be true or false"]),
    ('patterns = "a.toml"', ['qcdc.toml:1: patterns: must be a list of texts: ["...", "..."]']),
    ("select = [1]", ['qcdc.toml:1: select: must be a list of texts: ["...", "..."]']),
    ('format = "jsn"', ["qcdc.toml:1: format: must be one of json, jsonl, csv, table; did you mean json?"]),
    ("format = {}", ["qcdc.toml:1: format: must be one of json, jsonl, csv, table"]),
    ("[patterns]\nx = 1", ['qcdc.toml:1: patterns: must be a list of texts: ["...", "..."]']),
    ("all = ", ["qcdc.toml:1: not TOML: Invalid value (at end of document)\n    all = \n          ^"]),
]


@pytest.mark.parametrize(("text", "expected"), PROBLEMS, ids=[text for text, _ in PROBLEMS])
def test_every_problem_is_told_with_its_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert problems(tmp_path, text) == expected


def test_a_date_that_is_none(tmp_path: Path) -> None:
    assert problems(tmp_path, 'date = "5/10/2020"')[0].startswith("qcdc.toml:1: date: ")


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "qcdc.toml").symlink_to("qcdc.toml")
    with pytest.raises(ConfigErrors, match=r"qcdc\.toml: cannot be read: Too many levels of symbolic links"):
        resolve({}, tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "qcdc.toml").mkdir()
    with pytest.raises(ConfigErrors, match="not a file"):
        resolve({}, tmp_path / "a")


# config


def test_config_shows_each_value_and_where_it_came_from(cli: Cli, tmp_path: Path) -> None:
    file = project(tmp_path, 'select = ["hanh_chinh"]\ndate = 2020-10-05\n')
    code, out, err = cli("config", "--all", "--ignore", "a,b")
    assert (code, err) == (0, [])
    assert out.splitlines() == [
        f"# project file: {file}",
        "patterns = []              # default",
        "builtin  = true            # default",
        'select   = ["hanh_chinh"]  # qcdc.toml:1',
        'ignore   = ["a", "b"]      # command line',
        "format   = not set         # default",
        "all      = true            # command line",
        "date     = 2020-10-05      # qcdc.toml:2",
        "quiet    = false           # default",
    ]


def test_config_as_json(cli: Cli, tmp_path: Path) -> None:
    code, out, _ = cli("config", "--format", "json", "--no-builtin")
    found = json.loads(out)
    assert (code, found["file"]) == (0, None)
    assert found["settings"]["builtin"] == {"value": False, "source": "command line"}
    assert found["settings"]["format"] == {"value": None, "source": "default"}


def test_a_wrong_project_file_ends_every_command(cli: Cli, tmp_path: Path) -> None:
    project(tmp_path, "selct = []\nall = 1")
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    for arguments in (["config"], ["a.txt"], ["patterns", "list"], ["patterns", "check"], ["explain", "--text", "5"]):
        assert cli(*arguments) == (
            2,
            "",
            [
                "qcdc-extract: qcdc.toml:1: selct: unknown key; did you mean select?",
                "qcdc-extract: qcdc.toml:2: all: must be true or false",
            ],
        )


# What settings do to an extraction


def test_the_project_file_holds_for_an_extraction(qcdc: Run, tmp_path: Path) -> None:
    project(tmp_path, 'patterns = ["mine.toml"]\nbuiltin = false\nformat = "jsonl"\nquiet = true\nall = true\ndate = 2019-07-02\n')
    (tmp_path / "mine.toml").write_text(MINE.format(id="sach", noun="cuốn sách"), "utf-8")
    (tmp_path / "a.txt").write_text("Năm nay có 5 cuốn sách, 4 hồ sơ.", "utf-8")
    done = qcdc("a.txt")
    assert (done.returncode, errors(done)) == (0, [])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["indicator"] for row in rows] == ["sach", None]
    assert rows[0]["period"]["start"] == "2019-01-01"
    done = qcdc("a.txt", "--no-all", "--format", "csv", "--no-quiet", "-o", "out.json")
    assert errors(done) == ["qcdc-extract: 1 text read, 1 record"]
    assert (tmp_path / "out.json").read_text("utf-8").startswith("document,")


def test_the_ending_of_an_output_file_wins_over_the_project_file(cli: Cli, tmp_path: Path) -> None:
    project(tmp_path, 'format = "csv"\nbuiltin = false\nall = true\n')
    (tmp_path / "a.txt").write_text("5 km.", "utf-8")
    for name, start in (("o.json", "[\n"), ("o.out", "document,")):
        assert cli("a.txt", "-o", name)[0] == 0
        assert (tmp_path / name).read_text("utf-8").startswith(start)


def ids(*arguments: object, **options: object) -> list[str]:
    return [indicator.id for indicator in Extractor(*arguments, **options).patterns]  # type: ignore[arg-type]


@pytest.fixture
def own(tmp_path: Path) -> list[Path]:
    """Two files, with the topics "sach" and "bao"."""
    for topic, names in (("sach", ("cuon_sach", "tap_sach")), ("bao", ("to_bao",))):
        (tmp_path / f"{topic}.toml").write_text("".join(MINE.format(id=name, noun=name.replace("_", " ")) for name in names), "utf-8")
    return [tmp_path / "sach.toml", tmp_path / "bao.toml"]


def test_select_and_ignore_name_ids_and_topics(own: list[Path]) -> None:
    assert ids(own, builtin=False) == ["cuon_sach", "tap_sach", "to_bao"]
    assert ids(own, builtin=False, select=["sach"]) == ["cuon_sach", "tap_sach"]
    assert ids(own, builtin=False, select=["to_bao", "tap_sach"]) == ["tap_sach", "to_bao"]
    assert ids(own, builtin=False, select=["sach"], ignore=["cuon_sach"]) == ["tap_sach"]
    assert ids(own, builtin=False, ignore=("bao",)) == ["cuon_sach", "tap_sach"]


def test_unknown_names_are_all_told_with_what_was_meant(own: list[Path]) -> None:
    with pytest.raises(PatternErrors) as caught:
        Extractor(own, builtin=False, select=["sahc", "bao"], ignore=["to_bo", "zzz"])
    assert str(caught.value).split("\n") == [
        "select: no indicator or topic 'sahc'; did you mean sach?",
        "ignore: no indicator or topic 'to_bo'; did you mean to_bao?",
        "ignore: no indicator or topic 'zzz'; qcdc-extract patterns list shows all",
    ]


def test_an_extractor_can_be_made_with_a_further_file(own: list[Path]) -> None:
    first = Extractor(own[:1], builtin=False, select=["cuon_sach"])
    assert [indicator.id for indicator in first.beside(own[1]).patterns] == ["cuon_sach", "to_bao"]


def test_names_on_the_command_line_are_lists_with_commas(cli: Cli, own: list[Path], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Có 5 cuon sach, 4 tap sach, 3 to bao.", "utf-8")
    basis = ["a.txt", "-q", "--no-builtin", "--patterns", "sach.toml", "--patterns", "bao.toml"]
    for options, expected in (
        (["--select", "cuon_sach, to_bao"], ["cuon_sach", "to_bao"]),
        (["--select", "sach", "--select", "bao", "--ignore", "tap_sach"], ["cuon_sach", "to_bao"]),
    ):
        code, out, _ = cli(*basis, *options)
        assert (code, [row["indicator"] for row in json.loads(out)]) == (0, expected)
    code, out, err = cli(*basis, "--select", "sahc")
    assert (code, out, err) == (2, "", ["qcdc-extract: select: no indicator or topic 'sahc'; did you mean sach?"])


def test_a_run_without_any_indicator_is_wrong_usage_unless_all_are_wanted(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("5 km.", "utf-8")
    code, out, err = cli("a.txt", "--no-builtin")
    assert (code, out) == (2, "")
    assert err[0].startswith("qcdc-extract: No indicator is left")
    assert cli("a.txt", "--no-builtin", "--all")[0] == 0


def test_a_users_indicator_replaces_the_shipped_one_aloud(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE.format(id="ho_so_tiep_nhan", noun="hồ sơ mới"), "utf-8")
    (tmp_path / "a.txt").write_text("Có 5 hồ sơ mới.", "utf-8")
    arguments = ["a.txt", "--patterns", "mine.toml", "--select", "ho_so_tiep_nhan"]
    code, out, err = cli(*arguments)
    assert (code, json.loads(out)[0]["pattern"]) == (0, "mine.toml: {value} hồ sơ mới")
    assert err == ["qcdc-extract: your patterns replace the shipped ho_so_tiep_nhan", "qcdc-extract: 1 text read, 1 record"]
    assert cli(*arguments, "-q")[2] == []


def test_a_slow_regex_is_named_with_its_text_and_changes_the_exit_code(qcdc: Run, tmp_path: Path) -> None:
    slow = MINE.format(id="cham", noun="cuốn") + "regex = ['(?:x|xx)+y(?P<value>\\d+)']\n"
    (tmp_path / "mine.toml").write_text(slow, "utf-8")
    (tmp_path / "a.txt").write_text(f"{'x' * 60} có 5 lần y.\nCó 4 cuốn.\n" * 9, "utf-8")
    (tmp_path / "b.txt").write_text("Có 3 cuốn.", "utf-8")
    done = qcdc("--no-builtin", "--patterns", "mine.toml", "a.txt", "b.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["value"] for line in done.stdout.splitlines()] == [4] * 9 + [3]
    assert errors(done) == [
        "qcdc-extract: a.txt: mine.toml: [cham] regex[0]: too slow, left out of the rest of this text",
        "qcdc-extract: 2 texts read, 10 records",
    ]
