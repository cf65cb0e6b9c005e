"""The program as a process: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import REPORT, Run, environment, errors

NO_INDICATOR = "Ngọn núi này cách bờ biển 12,5 km.\n"
ROW = json.dumps({"id": "r1", "text": REPORT, "date": "2019-07-01"}, ensure_ascii=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "bao_cao.txt"
    file.write_text(REPORT, "utf-8")
    return file


def values(stdout: bytes) -> list[tuple[str, float]]:
    return [(row["document"], row["value"]) for row in json.loads(stdout)]


# What goes in and comes out


def test_a_file_becomes_json_traced_to_its_characters(qcdc: Run, report: Path) -> None:
    done = qcdc(report.name)
    assert done.returncode == 0
    (row,) = json.loads(done.stdout)
    assert (row["document"], row["source"], row["value"]) == ("bao_cao", "bao_cao.txt", 4984)
    assert REPORT[row["span"]["start"] : row["span"]["end"]] == row["span"]["text"] == "4.984"
    assert errors(done) == ["qcdc-extract: 1 text read, 1 record"]


@pytest.mark.parametrize("arguments", [["-"], []])
def test_standard_input_is_read_when_it_is_asked_for_or_piped(qcdc: Run, arguments: list[str]) -> None:
    done = qcdc(*arguments, stdin=REPORT.encode())
    assert (done.returncode, values(done.stdout)) == (0, [("stdin", 4984)])


def test_piped_rows_and_data_files_give_their_ids(qcdc: Run, tmp_path: Path) -> None:
    (tmp_path / "data.jsonl").write_text(ROW + "\n", "utf-8")
    for done in (qcdc(stdin=ROW.encode()), qcdc("data.jsonl")):
        assert (done.returncode, values(done.stdout)) == (0, [("r1", 4984)])


def test_a_folder_and_files_together(qcdc: Run, tmp_path: Path, report: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    for name in ("b.txt", "sub/a.TXT"):
        (tmp_path / "in" / name).write_text(REPORT, "utf-8")
    done = qcdc("in", report.name)
    assert [document for document, _ in values(done.stdout)] == ["b", "a", "bao_cao"]


def test_all_gives_also_what_no_indicator_claims(qcdc: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NO_INDICATOR, "utf-8")
    done = qcdc("a.txt")
    assert (done.returncode, done.stdout) == (0, b"[]\n")
    assert errors(done) == ["qcdc-extract: 1 text read, 0 records; --all shows the numbers that no indicator claims"]
    (row,) = json.loads(qcdc("--all", "a.txt").stdout)
    assert (row["value"], row["indicator"]) == (12.5, None)


def test_the_date_reaches_the_text(qcdc: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Từ đầu năm đến nay, huyện đã tiếp nhận 4.984 hồ sơ.\n", "utf-8")
    (row,) = json.loads(qcdc("--date", "2019-10-05", "a.txt").stdout)
    assert row["period"] == {"start": "2019-01-01", "end": "2019-10-05"}


def test_patterns_of_the_user_stand_beside_the_shipped_ones(qcdc: Run, tmp_path: Path, report: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[con_duong]\nlabel = "Chiều dài đường"\nlabel_en = "Road length"\nmeaning = "length of new roads"\nkinds = ["measure"]\n'
        'phrases = ["con đường mới dài {value}"]\n'
        'examples = [{ text = "Con đường mới dài 12,5 km.", value = 12.5 }]\ncounterexamples = ["Con đường mới số 5."]\n',
        "utf-8",
    )
    (tmp_path / "a.txt").write_text("Con đường mới dài 12,5 km.\n", "utf-8")
    done = qcdc("--patterns", "mine.toml", "a.txt", report.name)
    assert [row["indicator"] for row in json.loads(done.stdout)] == ["con_duong", "ho_so_tiep_nhan"], errors(done)


# Formats and files


def test_formats(qcdc: Run, report: Path) -> None:
    assert [json.loads(line)["value"] for line in qcdc(report.name, "--format", "jsonl").stdout.splitlines()] == [4984]
    (row,) = csv.DictReader(io.StringIO(qcdc(report.name, "--format", "csv").stdout.decode(), newline=""))
    assert row["value"] == "4984"
    assert "4.984" in qcdc(report.name, "--format", "table").stdout.decode()


@pytest.mark.parametrize(("name", "start"), [("o.csv", "document,"), ("o.jsonl", '{"document"'), ("o.json", "[\n{"), ("o", "[\n{")])
def test_an_output_file_has_the_form_of_its_ending(qcdc: Run, tmp_path: Path, report: Path, name: str, start: str) -> None:
    done = qcdc(report.name, "-o", name)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / name).read_text("utf-8").startswith(start)
    assert sorted(os.listdir(tmp_path)) == sorted([report.name, name])


def test_format_wins_over_the_ending_and_a_dash_is_stdout(qcdc: Run, tmp_path: Path, report: Path) -> None:
    assert qcdc(report.name, "-o", "o.csv", "--format", "json").returncode == 0
    assert json.loads((tmp_path / "o.csv").read_bytes())
    assert values(qcdc(report.name, "-o", "-").stdout) == [("bao_cao", 4984)]


def test_quiet_leaves_only_errors(qcdc: Run, report: Path) -> None:
    assert errors(qcdc(report.name, "--quiet")) == []
    assert len(errors(qcdc(report.name, "nothing.txt", "-q"))) == 1


def test_the_output_is_utf8_in_a_poor_locale(qcdc: Run, report: Path) -> None:
    assert "hồ sơ".encode() in qcdc(report.name).stdout


# Failures: exit code 1, the rest is written


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "binary.txt": b"\x7fELF\0\0\0",
    "latin.txt": "Có 12 hồ sơ".encode("cp1258", "ignore"),
    "folder": "folder",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_one_line_and_the_rest_is_written(qcdc: Run, tmp_path: Path, report: Path, name: str) -> None:
    content = BAD[name]
    if content == "folder":
        (tmp_path / name).mkdir()
    elif isinstance(content, bytes):
        (tmp_path / name).write_bytes(content)
    done = qcdc(name, report.name)
    assert done.returncode == 1
    assert values(done.stdout) == [("bao_cao", 4984)]
    problem, summary = errors(done)
    assert problem.startswith(f"qcdc-extract: {name}: ")
    assert summary == "qcdc-extract: 1 text read, 1 failed, 1 record"


def test_a_broken_row_is_one_line_and_the_rest_is_written(qcdc: Run, tmp_path: Path) -> None:
    (tmp_path / "data.jsonl").write_text(f"{{broken\n{ROW}\n", "utf-8")
    done = qcdc("data.jsonl")
    assert (done.returncode, values(done.stdout)) == (1, [("r1", 4984)])
    assert errors(done)[0].startswith("qcdc-extract: data.jsonl, row 1: not JSON")


def test_when_all_fail_the_output_is_still_well_formed(qcdc: Run, tmp_path: Path) -> None:
    done = qcdc("missing.txt", "-o", "out.json")
    assert done.returncode == 1
    assert (tmp_path / "out.json").read_bytes() == b"[]\n"


def test_a_name_cannot_break_a_message(qcdc: Run) -> None:
    done = qcdc("a\nb\x1b[31m.txt")
    problem, _ = errors(done)
    assert "\x1b" not in problem


def test_a_fault_of_the_program_in_one_text_costs_only_that_text(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(REPORT, "utf-8")
    code = (
        "from qcdc_extract.pipeline import Extractor\n"
        "right = Extractor.extract_each\n"
        "def wrong(self, documents, **options):\n"
        "    if any(d.id == 'a' for d in documents): raise KeyError(documents[0].text)\n"
        "    return right(self, documents, **options)\n"
        "Extractor.extract_each = wrong\n"
        "from qcdc_extract.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, "a.txt", "b.txt"], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 1
    assert values(done.stdout) == [("b", 4984)]
    problem, _ = errors(done)
    assert problem.startswith("qcdc-extract: a.txt: internal error (KeyError in ")
    assert "hồ sơ" not in problem


# Wrong usage: exit code 2, nothing written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--formt", "csv", "bao_cao.txt"], "--formt"),
        (["--format", "xml", "bao_cao.txt"], "'xml'"),
        (["--date", "5/10/2020", "bao_cao.txt"], "YYYY-MM-DD"),
        (["--date"], "--date"),
        (["-o", "bao_cao.txt", "bao_cao.txt"], "would overwrite"),
        (["-o", "no_such_folder/out.json", "bao_cao.txt"], "cannot be written"),
        (["-o", ".", "bao_cao.txt"], "cannot be written"),
        (["schema", "bao_cao.txt"], "unexpected"),
        (["--patterns", "missing.toml", "bao_cao.txt"], "missing.toml"),
        (["--patterns", "broken.toml", "bao_cao.txt"], "broken.toml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_said_in_a_line_and_writes_nothing(qcdc: Run, tmp_path: Path, report: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "broken.toml").write_text("[broken", "utf-8")
    done = qcdc(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    problem = errors(done)[0]
    assert problem.startswith("qcdc-extract: ")
    assert said in problem
    assert report.read_text("utf-8") == REPORT


def test_every_problem_of_every_pattern_file_is_said(qcdc: Run, tmp_path: Path, report: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text("[broken", "utf-8")
    done = qcdc("--patterns", "one.toml", "--patterns", "two.toml", report.name)
    assert done.returncode == 2
    said = "\n".join(errors(done))
    assert "one.toml" in said
    assert "two.toml" in said


# Commands beside the bare call


def test_schema_prints_the_json_schema(qcdc: Run) -> None:
    done = qcdc("schema")
    assert done.returncode == 0
    assert json.loads(done.stdout)["properties"]["value"]["type"] == "number"
    assert errors(done) == []


def test_a_path_is_never_taken_for_a_command(qcdc: Run, tmp_path: Path) -> None:
    for name in ("schema", "schema.txt"):
        (tmp_path / name).write_text(REPORT, "utf-8")
    for arguments in (["./schema"], ["schema.txt"], ["--all", "schema"], ["--", "schema"]):
        done = qcdc(*arguments)
        assert values(done.stdout) == [("schema", 4984)], arguments
    done = qcdc("schema")
    assert "properties" in json.loads(done.stdout)
    assert errors(done) == ["qcdc-extract: schema is taken as the command; the file of that name is ./schema"]


def test_version_and_help(qcdc: Run) -> None:
    assert re.fullmatch(rb"qcdc-extract \d+\.\d+\.\d+\n", qcdc("--version").stdout)
    done = qcdc("--help")
    assert done.returncode == 0
    text = done.stdout.decode()
    for word in ("--date", "--patterns", "--all", "--format", "--output", "--quiet", "--install-completion", "schema", "Exit codes"):
        assert word in text
    assert qcdc("schema", "--help").stdout.decode().startswith("Usage: qcdc-extract schema")


@pytest.mark.usefixtures("report")
def test_the_examples_of_the_help_are_true(qcdc: Run, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "data.jsonl").write_text(ROW, "utf-8")
    lines = [re.split(r"\s{2,}", line.strip())[0] for line in qcdc("--help").stdout.decode().splitlines()]
    examples = [line.removeprefix("qcdc-extract ") for line in lines if line.startswith("qcdc-extract ")]
    assert len(examples) >= 5
    for example in examples:
        if "mine.toml" in example:
            continue  # a file of the user's, tested above
        command, _, _ = example.partition(" | ")
        command, _, stdin = command.partition(" < ")
        done = qcdc(*command.split(), stdin=(tmp_path / stdin).read_bytes() if stdin else b"")
        assert done.returncode == 0, (example, errors(done))


def test_completion_is_offered(qcdc: Run) -> None:
    done = qcdc("--show-completion", "bash")
    assert done.returncode in (0, 2)
    shown = subprocess.run(
        [sys.executable, "-m", "qcdc_extract"],
        env={**environment(), "_QCDC_EXTRACT_COMPLETE": "complete_bash", "COMP_WORDS": "qcdc-extract --fo", "COMP_CWORD": "1"},
        capture_output=True,
        check=False,
    )
    assert b"--format" in shown.stdout


# Terminals, pipes and Ctrl-C


posix = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal and signals")


@posix
def test_a_terminal_gets_a_table_and_nothing_to_read_is_wrong_usage(tmp_path: Path, report: Path) -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "qcdc_extract"]
    table = subprocess.run([*command, report.name], stdout=slave, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(), check=False)
    assert table.returncode == 0
    assert "4.984" in os.read(master, 65536).decode()
    idle = subprocess.run(command, stdin=slave, capture_output=True, cwd=tmp_path, env=environment(), check=False)
    os.close(slave)
    os.close(master)
    assert (idle.returncode, idle.stdout) == (2, b"")
    assert "Nothing to read" in errors(idle)[0]


@posix
def test_a_reader_that_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    row = json.loads(ROW)
    (tmp_path / "data.jsonl").write_text("\n".join(json.dumps(row | {"id": str(i)}) for i in range(2000)), "utf-8")
    command = [sys.executable, "-m", "qcdc_extract", "data.jsonl", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()) as program:
        assert program.stdout
        assert program.stderr
        assert json.loads(program.stdout.readline())["value"] == 4984
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(30) == 141


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_in_one_line(tmp_path: Path, report: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "qcdc_extract", report.name]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(), check=False)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@posix
def test_ctrl_c_leaves_the_old_output_and_no_traceback(tmp_path: Path) -> None:
    old = tmp_path / "out.json"
    old.write_text("old", "utf-8")
    command = [sys.executable, "-m", "qcdc_extract", "-o", "out.json", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()) as program:
        assert program.stderr
        deadline = time.monotonic() + 30
        while len(os.listdir(tmp_path)) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 130
        assert program.stderr.read() == b""
    assert os.listdir(tmp_path) == ["out.json"]
    assert old.read_text("utf-8") == "old"


# What is loaded on the way


def loaded(code: str, cwd: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        cwd=cwd,
        env=environment(),
        check=True,
    )
    return set(done.stderr.decode().split())


def test_plain_extraction_loads_neither_pyvi_nor_rich(tmp_path: Path, report: Path) -> None:
    code = f"sys.argv = ['qcdc-extract', '-q', {report.name!r}]\nfrom qcdc_extract.cli import main\ntry: main()\nexcept SystemExit: pass"
    modules = loaded(code, tmp_path)
    assert "qcdc_extract.pipeline" in modules
    assert not {"pyvi", "rich.table", "rich.console", "sklearn", "numpy"} & modules


def test_importing_the_library_loads_next_to_nothing(tmp_path: Path) -> None:
    assert not {"pyvi", "typer", "rich", "pydantic", "regex"} & loaded("import qcdc_extract", tmp_path)
    used = loaded(
        "import qcdc_extract as qx; qx.extract('5 ha.', date='2020-10-05'); qx.Record; qx.parse_number; qx.parse_period", tmp_path
    )
    assert not {"pyvi", "typer", "rich"} & used
