"""Reading: what becomes a document, and what one clear line says of the rest."""

from __future__ import annotations

import codecs
import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qcdc_extract.document import Document
from qcdc_extract.errors import InputError
from qcdc_extract.inputs import parse_day, read

TEXT = "Có 12 hồ sơ.\r\nNăm 2019.\n"


def documents(*paths: object, stdin: bytes = b"", day: date | None = None) -> list[Document]:
    found = list(read(map(str, paths), io.BytesIO(stdin), day))
    assert not [error for error in found if isinstance(error, InputError)]
    return [document for document in found if isinstance(document, Document)]


def problems(*paths: object, stdin: bytes = b"") -> list[str]:
    return [str(error) for error in read(map(str, paths), io.BytesIO(stdin)) if isinstance(error, InputError)]


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), codecs.BOM_UTF8 + TEXT.encode(), TEXT.encode("utf-16"), codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16 little-endian", "UTF-16 big-endian"],
)
def test_a_file_is_decoded_with_its_line_ends_and_without_its_mark(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "bao_cao.thang_6.txt"
    file.write_bytes(data)
    assert documents(file) == [Document("bao_cao.thang_6", TEXT, str(file))]
    assert documents("-", stdin=data) == [Document("stdin", TEXT, "-")]


def test_a_folder_gives_its_texts_sorted_by_path_and_leaves_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/y.txt", "a.txt", "notes.md", ".hidden.txt", ".git/x.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    found = [Path(document.source).relative_to(tmp_path).as_posix() for document in documents(tmp_path)]
    assert found == ["B.txt", "a/y.txt", "a/z.TXT", "a.txt", "b.txt"]


def test_files_come_in_the_order_given(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    assert [document.id for document in documents(tmp_path / "b.txt", tmp_path / "a.txt")] == ["b", "a"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_no_unicode_still_makes_valid_records(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/b\xe1o.txt")
    Path(name).write_text(TEXT, "utf-8")
    (document,) = documents(name)
    assert document.id == "b\ufffdo"


ROWS: list[dict[str, Any]] = [
    {"id": "a", "text": "Một dòng\u2028vẫn một dòng.", "date": "2020-10-05"},
    {"id": 7, "text": TEXT, "date": None, "extra": [1]},
    {"id": "c", "text": TEXT},
]
DATA = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_are_documents_with_their_own_date_or_the_given_one(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "data.jsonl"
    file.write_bytes(DATA.encode(encoding))
    given = date(2021, 1, 2)
    found = documents(file, day=given)
    assert [(document.id, document.date) for document in found] == [("a", date(2020, 10, 5)), ("7", given), ("c", given)]
    assert found[0].text == ROWS[0]["text"]
    assert {document.source for document in found} == {str(file)}


def test_piped_rows_are_known_by_their_first_one() -> None:
    assert [document.id for document in documents("-", stdin=DATA.encode())] == ["a", "7", "c"]
    for text in ('{"a": 1}\n', "{ngoặc} 5 hồ sơ\n", '["text"]\n'):
        assert documents("-", stdin=text.encode()) == [Document("stdin", text, "-")]


BROKEN_ROWS = [
    ("{", "not JSON"),
    ("[1]", "not a JSON object"),
    ('{"text": "x"}', 'no "id"'),
    ('{"id": true, "text": "x"}', 'no "id"'),
    ('{"id": "", "text": "x"}', 'no "id"'),
    ('{"id": "x"}', 'no "text"'),
    ('{"id": "x", "text": 5}', 'no "text"'),
    ('{"id": "x", "text": " "}', '"text" is empty'),
    ('{"id": "x", "text": "\\ud800"}', "half a character"),
    ('{"id": "x", "text": "a\\u0000b"}', "NUL"),
    ('{"id": "x", "text": "x", "date": "2020-13-01"}', "not a day"),
    ('{"id": "x", "text": "x", "date": "5/10/2020"}', "not a day"),
    ('{"id": "x", "text": "x", "date": 20201005}', "not a day"),
    ('{"id": "first", "text": "x"}', "'first' is that of row 1 already"),
    ("[" * 100_000, "JSON"),
    ('{"id": ' + "9" * 5000 + ', "text": "x"}', "JSON beyond"),
]


@pytest.mark.parametrize(("row", "said"), BROKEN_ROWS, ids=[said for _, said in BROKEN_ROWS])
def test_a_broken_row_is_named_and_the_others_go_on(tmp_path: Path, row: str, said: str) -> None:
    file = tmp_path / "data.jsonl"
    file.write_text(f'{{"id": "first", "text": "x"}}\n{row}\n{{"id": "last", "text": "x"}}\n', "utf-8")
    first, error, last = read([str(file)], io.BytesIO())
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{file}, row 2: ")
    assert said in str(error)
    assert "\n" not in str(error)


def test_undecodable_bytes_break_only_their_row(tmp_path: Path) -> None:
    file = tmp_path / "data.jsonl"
    file.write_bytes(b'{"id": "a", "text": "x"}\n{"id": "b", "text": "\xe1"}\n{"id": "c", "text": "x"}\n')
    assert problems(file) == [f"{file}, row 2: byte 21 (0xE1) is not UTF-8 text; save it as UTF-8 and try again"]


BAD_FILES = [
    ("undecodable", "Có 12 hồ sơ".encode("cp1258", "ignore"), "byte 1 (0xF3) is not UTF-8 text"),
    ("undecodable behind a mark", codecs.BOM_UTF8 + b"ab\xff", "byte 5 (0xFF) is not UTF-8 text"),
    ("half a UTF-16 character", codecs.BOM_UTF16_LE + b"a\0b", "byte 4 (0x62) is not UTF-16-LE text"),
    ("binary", b"\x7fELF\0\0\xff\xfe", "a binary file"),
    ("UTF-16 without its mark", "Năm".encode("utf-16-le"), "a binary file"),
    ("empty", b"", "empty"),
    ("white", b" \r\n\t", "empty"),
    ("only a mark", codecs.BOM_UTF8, "empty"),
]


@pytest.mark.parametrize(("data", "said"), [row[1:] for row in BAD_FILES], ids=[row[0] for row in BAD_FILES])
def test_a_bad_file_is_one_clear_line(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    (problem,) = problems(file)
    assert problem.startswith(f"{file}: {said}")
    assert problems("-", stdin=data) == [problem.replace(str(file), "-", 1)]


def test_missing_things_are_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "binary.jsonl").write_bytes(b"\0\n\0\n\0")
    paths = [tmp_path / name for name in ("nothing.txt", "empty", "empty.jsonl", "binary.jsonl")]
    said = ["no such file or folder", "no .txt file in this folder", "empty, there is no row", "a binary file"]
    found = problems(*paths)
    assert len(found) == len(paths)
    for problem, path, words in zip(found, paths, said, strict=True):
        assert problem.startswith(f"{path}: {words}")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    file.chmod(0)
    assert problems(file) == [f"{file}: may not be read; check its permissions"]


@pytest.mark.parametrize("value", ["2020-1-2", "20200102", "2020-W01-1", "2020-02-30", "", "05/10/2020"])
def test_only_iso_days_are_days(value: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        parse_day(value)
