"""`explain`: it tells of every number what the program does with it, and never anything else than the records say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from conftest import ROOT, Run, errors
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from qcdc_extract.claims import Rule
from qcdc_extract.cli.app import app
from qcdc_extract.document import Document
from qcdc_extract.explain import Explanation, explain
from qcdc_extract.pipeline import Extractor
from qcdc_extract.writers.as_tree import _RULES

EXTRACTOR = Extractor()

# Written for the tests.
REPORT = """\
BÁO CÁO KẾT QUẢ 6 THÁNG ĐẦU NĂM 2019
Theo Nghị định số 61/2018/NĐ-CP, huyện đã tiếp nhận 4.984 hồ sơ, tăng 12% so với cùng kỳ năm 2018.
Phấn đấu đến năm 2020 tỷ lệ đúng hạn đạt 95%.
"""


def told(text: str, line: int | None = None) -> list[Explanation]:
    return explain(EXTRACTOR, Document("t", text), line)


def of(text: str, number: str) -> Explanation:
    (found,) = [e for e in told(text) if e.span.text == number]
    return found


# It agrees with the extraction

PIECES = [
    "Xã tiếp nhận 1.204 hồ sơ",
    "giải quyết đúng hạn 96%",
    "Phấn đấu đến năm 2025 giảm 2% hộ nghèo",
    "tăng 12,5% so với cùng kỳ năm 2018",
    "trong đó 3 vụ việc (30%)",
    "Nghị định số 61/2018/NĐ-CP",
    "hàng trăm người",
    "thu ngân sách ước đạt 2.217 tỷ 413 triệu đồng",
    "6 tháng đầu năm 2019",
    ". ",
    ", ",
    "; ",
    "\n",
    "I. Phương hướng năm 2026\n",
    " (5/25 xã) ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_explained_values_are_those_of_the_records(text: str) -> None:
    document = Document("t", text)
    explained = explain(EXTRACTOR, document)
    assert [e.record for e in explained if e.record] == EXTRACTOR.extract(document, indicators_only=False)
    for one in explained:
        assert text[one.span.start : one.span.end] == one.span.text
        if one.record:
            claim = one.claim
            assert (one.record.indicator, one.record.pattern) == ((claim.indicator, claim.pattern) if claim else (None, None))
            assert one.period_from is not None and one.period_from.source == one.record.period_from


@pytest.mark.parametrize("file", sorted((ROOT / "samples").glob("*.txt"))[:4], ids=lambda file: file.name)
def test_explained_values_of_the_samples_are_those_of_the_records(file: Path) -> None:
    document = Document("t", file.read_text("utf-8"))
    explained = explain(EXTRACTOR, document)
    assert [e.record for e in explained if e.record] == EXTRACTOR.extract(document, indicators_only=False)
    assert [e.span.start for e in explained] == sorted(e.span.start for e in explained)


# What it tells


@pytest.mark.parametrize(
    ("number", "read_as", "reason", "days"),
    [
        ("6 THÁNG ĐẦU NĂM 2019", "time", "period", ("2019-01-01", "2019-06-30")),
        ("61/2018/NĐ-CP", "trap", "document_code", None),
        ("cùng kỳ năm 2018", "time", "relative", ("2018-01-01", "2018-06-30")),
    ],
)
def test_what_is_no_statistic_says_what_took_it(number: str, read_as: str, reason: str, days: tuple[str, str] | None) -> None:
    found = of(REPORT, number)
    assert (found.read_as, found.reason, found.record) == (read_as, reason, None)
    assert (found.days and (found.days.start.isoformat(), found.days.end.isoformat())) == days


def test_a_time_names_the_number_that_gave_way() -> None:
    assert of("Năm 2018 huyện thắng lớn.", "Năm 2018").instead == "count 2018"


def test_a_number_without_a_value_says_so() -> None:
    found = of("Có hàng nghìn người tới dự.", "hàng nghìn")
    assert (found.read_as, found.record) == ("number", None)


def test_inheritance_names_the_number_that_it_goes_on_from() -> None:
    claim = of(REPORT, "12%").claim
    assert claim is not None
    assert (claim.indicator, claim.rule, claim.goes_on_from and claim.goes_on_from.text) == ("ho_so_tiep_nhan", "inherited", "4.984")


@pytest.mark.parametrize(
    ("number", "field", "source", "words"),
    [
        ("4.984", "period_from", "opening", "6 THÁNG ĐẦU NĂM 2019"),
        ("12%", "baseline_from", "comparison", "cùng kỳ năm 2018"),
        ("95%", "status_from", "word", "Phấn đấu"),
        ("95%", "period_from", "clause", "đến năm 2020"),
        ("4.984", "status_from", "word", "đã"),
    ],
)
def test_period_baseline_and_status_name_their_words(number: str, field: str, source: str | None, words: str | None) -> None:
    cause = getattr(of(REPORT, number), field)
    assert (cause.source, cause.at and cause.at.text) == (source, words)


MINE = """\
[cho_doi]
label = "Lượt chờ"
kinds = ["count"]
phrases = ["trạm xá ... {value} lượt chờ [của] bệnh nhân nặng", "{value} lượt chờ hồi lâu"]
topics = ["bệnh xá"]
units = ["lượt"]
unless = ["không phải"]
examples = [{ text = "Có 5 lượt chờ hồi lâu.", value = 5 }]
"""


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    file = tmp_path_factory.mktemp("patterns") / "mine.toml"
    file.write_text(MINE, "utf-8")
    return Extractor([file], builtin=False)


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        ("Không phải có 5 lượt chờ hồi lâu.", "unless", "không phải: Không phải"),
        ("Bệnh xá thu 5 nghìn đồng.", "kind", "it carries count, not money"),
        ("Bệnh xá có 5 bác sĩ.", "noun", "it counts lượt"),
    ],
)
def test_what_was_not_taken_says_why(mine: Extractor, text: str, reason: str, detail: str) -> None:
    (found,) = [e for e in explain(mine, Document("t", text)) if e.record]
    assert found.claim is None
    assert [(rival.reason, rival.detail) for rival in found.rivals] == [(reason, detail)]


@pytest.mark.parametrize(
    ("text", "matched", "wanted", "found"),
    [
        ("Trạm xá ghi nhận 5 lượt chờ của người quen.", "Trạm xá ghi nhận 5 lượt chờ của", "bệnh", "người quen."),
        ("Có 5 lượt chờ khá lâu.", "5 lượt chờ", "hồi", "khá lâu."),
    ],
)
def test_a_near_phrase_names_the_first_word_at_which_it_failed(mine: Extractor, text: str, matched: str, wanted: str, found: str) -> None:
    (one,) = [e for e in explain(mine, Document("t", text)) if e.record]
    assert (matched, wanted, found) in [(n.matched, n.wanted, n.found) for n in one.near]


def test_the_phrase_that_claims_is_named_with_its_words_and_is_not_near(mine: Extractor) -> None:
    (one,) = [e for e in explain(mine, Document("t", "Có 5 lượt chờ hồi lâu.")) if e.record]
    claim = one.claim
    assert claim is not None and not one.near and not one.rivals
    assert (claim.indicator, claim.rule, claim.pattern) == ("cho_doi", "phrase", "mine.toml: {value} lượt chờ hồi lâu")
    assert claim.at.text == "5 lượt chờ hồi lâu"


# Lines, JSON, the command


def test_a_line_has_its_own_numbers_and_the_context_of_the_whole() -> None:
    (number,) = [e for e in told(REPORT, 3) if e.record]
    assert (number.line, number.span.text) == (3, "95%")
    assert [e.line for e in told(REPORT.replace("\n", "\r\n"))] == [e.line for e in told(REPORT)]


def test_json_has_stable_keys_and_the_record_as_it_is_written() -> None:
    row = json.loads(of(REPORT, "4.984").to_json())
    assert list(row) == list(Explanation.model_fields)
    assert row["record"] == json.loads(EXTRACTOR.extract(Document("t", REPORT))[0].to_json())


def invoke(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["explain", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout


def test_the_tree_shows_texts_as_they_are() -> None:
    code, out = invoke("--text", "Huyện có 5 [red]hồ sơ[/red] được tiếp nhận.")
    assert code == 0
    assert "\x1b" not in out and out.startswith("5  -:1\n")


def test_a_line_of_a_data_set_is_its_row(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    file.write_text("".join(json.dumps({"id": f"r{n}", "text": f"Có {n} hồ sơ.\nHết."}) + "\n" for n in (1, 2, 3)), "utf-8")
    code, out = invoke(f"{file}:2", "--format", "json")
    assert (code, [row["document"] for row in json.loads(out)]) == (0, ["r2"])


def test_explain_runs_as_a_program(qcdc: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "b.txt:3").write_text("Có 5 hồ sơ.", "utf-8")
    done = qcdc("explain", "a.txt:3", "--format", "json")
    assert (done.returncode, errors(done)) == (0, [])
    assert [row["span"]["text"] for row in json.loads(done.stdout)] == ["đến năm 2020", "95%"]
    assert [row["document"] for row in json.loads(qcdc("explain", "b.txt:3", "--format", "json").stdout)] == ["b"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt:4"], "there is no line 4"),
        (["a.txt:0"], "counted from 1"),
        (["missing.txt"], "no such file"),
        (["a.txt", "--text", "x"], "one of them only"),
        ([], "one of them only"),
        (["--date", "1.2.2020", "a.txt"], "YYYY-MM-DD"),
        (["--patterns", "missing.toml", "a.txt"], "missing.toml"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(qcdc: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    done = qcdc("explain", *arguments)
    (problem,) = errors(done)
    assert (done.returncode, done.stdout) == (2, b"")
    assert problem.startswith("qcdc-extract: ") and said in problem


def test_every_rule_has_its_words() -> None:
    assert set(_RULES) == set(get_args(Rule))


def test_text_is_read_in_a_poor_locale(qcdc: Run) -> None:
    done = qcdc("explain", "--text", "Xã đã tiếp nhận 12 hồ sơ.")
    assert (done.returncode, errors(done)) == (0, [])
    assert "ho_so_tiep_nhan" in done.stdout.decode()
