"""Writing: the four forms, and files that are whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import record

from qcdc_extract.errors import OutputError
from qcdc_extract.model import Period
from qcdc_extract.records import Record, Span
from qcdc_extract.writers import FORMATS, Format, format_of, write
from qcdc_extract.writers.files import replaced


def written(form: Format, *batches: list[Record]) -> str:
    out = io.StringIO()
    write(form, batches, out)
    return out.getvalue()


def test_json_is_one_array_with_a_record_a_line() -> None:
    text = written("json", [record(), record()], [], [record(document="khác")])
    assert [row["document"] for row in json.loads(text)] == ["bao_cao", "bao_cao", "khác"]
    assert text.count("\n") == 5
    assert text.endswith("}\n]\n")


@pytest.mark.parametrize(("form", "nothing"), [("json", "[]\n"), ("jsonl", ""), ("table", "")])
def test_no_record_is_still_well_formed(form: Format, nothing: str) -> None:
    assert written(form, []) == nothing


def test_json_lines() -> None:
    rows = written("jsonl", [record(), record(evidence=Span(start=0, end=8, text="a\u2028\n4.984"))]).split("\n")
    assert len(rows) == 3
    assert rows[-1] == ""
    assert json.loads(rows[1])["evidence"]["text"] == "a\u2028\n4.984"


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_fixed_columns_and_no_record_leaves_the_heading() -> None:
    heading = written("csv", [])
    assert heading.startswith("document,source,span_start,span_end,span_text,value,value_max,total,kind,unit,")
    assert ",period_start,period_end,period_from,baseline_start,baseline_end,evidence_start,evidence_end,evidence_text," in heading
    assert heading.count("\n") == 1
    year = Period(date(2019, 1, 1), date(2019, 12, 31))
    full = record(value=Decimal("-12.50"), total=Decimal(63), period=year, flags=("một", "hai"))
    (row,) = rows_of(written("csv", [full]))
    assert row["value"] == "-12.5"
    assert (row["period_start"], row["period_end"], row["baseline_start"]) == ("2019-01-01", "2019-12-31", "")
    assert (row["span_text"], row["total"], row["value_max"], row["flags"]) == ("4.984", "63", "", "một; hai")


@pytest.mark.parametrize("text", ["=1+1", "+84", "-3,1%", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "－1", "＠a"])
def test_a_text_cell_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    span = Span(start=0, end=len(text), text=text)
    (row,) = rows_of(written("csv", [record(span=span, evidence=span, subject=text, unit=text, value=Decimal(-3))]))
    assert row["span_text"] == row["evidence_text"] == row["subject"] == row["unit"] == "'" + text
    assert row["value"] == "-3"


def test_other_text_cells_come_back_unchanged() -> None:
    text = 'a,"b"\r\nc; 5 = 5\n'
    (row,) = rows_of(written("csv", [record(subject=text, source="-")]))
    assert row["subject"] == text
    assert row["source"] == "-"


def test_csv_lines_end_with_lf() -> None:
    assert "\r" not in written("csv", [record()])


def test_the_table_shows_value_time_and_words_around_the_number() -> None:
    sentence = "Cả huyện " + "đã rất cố gắng và " * 5 + "tiếp nhận 4.984 hồ sơ, " + "tăng nhiều so với trước " * 5
    start = sentence.index("4.984")
    half = Period(date(2019, 1, 1), date(2019, 6, 30))
    shown = written(
        "table",
        [
            record(
                label="Hồ sơ tiếp nhận",
                unit="hồ sơ",
                qualifier="more_than",
                period=half,
                measure="change",
                direction="increase",
                status="target",
                span=Span(start=start, end=start + 5, text="4.984"),
                evidence=Span(start=0, end=len(sentence), text=sentence),
            )
        ],
    )
    for part in ("bao_cao", "Hồ sơ tiếp nhận", "> 4.984 hồ sơ", "2019-06-30", "change↑", "target", "tiếp nhận 4.984 hồ sơ"):
        assert part in shown
    assert "Cả huyện" not in shown


def test_the_table_groups_as_vietnamese_does() -> None:
    shown = written("table", [record(value=Decimal("1234567.50"), value_max=Decimal("1420000000000000"), total=Decimal(63))])
    assert "1.234.567,5–1.420.000.000.000.000/63" in shown


def test_the_table_takes_no_orders_from_a_text() -> None:
    text = "[bold]4.984[/bold] :smile: \x1b[31mđỏ\x07 \u202eabc [link=x]"
    sentence = Span(start=0, end=len(text), text=text)
    shown = written("table", [record(document="[red]x[/red]\x1b", span=Span(start=6, end=11, text="4.984"), evidence=sentence)])
    assert "[bold]4.984[/bold] :smile:" in shown
    assert "[red]x[/red]" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_the_form_follows_a_file_ending() -> None:
    assert [format_of(name) for name in ("a.csv", "a.CSV", "a.jsonl", "a.ndjson", "a.json", "a", "a.txt")] == [
        *("csv", "csv", "jsonl", "jsonl", "json", "json", "json")
    ]
    assert FORMATS == ("json", "jsonl", "csv", "table")


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    with replaced(str(file)) as out:
        out.write("mới\n")
        assert file.read_text("utf-8") == "old"
    assert file.read_bytes() == "mới\n".encode()
    assert os.listdir(tmp_path) == ["out.json"]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_an_old_file_stays_when_writing_stops(tmp_path: Path, stop: type[BaseException]) -> None:
    file = tmp_path / "out.json"
    file.write_text("old", "utf-8")
    with pytest.raises(stop), replaced(str(file)) as out:  # noqa: PT012
        out.write("half")
        raise stop
    assert file.read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old", "utf-8")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")
    with replaced(str(link)) as out:
        out.write("new")
    assert link.is_symlink()
    assert (tmp_path / "real.json").read_text("utf-8") == "new"


@pytest.mark.parametrize("name", ["no_such_folder/out.json", "."])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot be written"), replaced(str(tmp_path / name)):
        pass
