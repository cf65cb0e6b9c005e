"""`discover`: what unclaimed numbers count, in how many texts, and drafts of patterns that load and pass; the extra topics."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run, environment, errors

from qcdc_extract.discover.draft import id_of
from qcdc_extract.discover.groups import MOST_EXAMPLES, Discovery
from qcdc_extract.discover.nouns import counted, words_of
from qcdc_extract.document import Document
from qcdc_extract.patterns import Indicator
from qcdc_extract.pipeline import Extractor
from qcdc_extract.shipped import shipped_patterns

EXTRACTOR = Extractor()

# Written for the tests: things that the shipped topics do not know.
TEXTS = {
    "a": "Ban quản lý thả 12 chiếc diều ở ngã ba. Bể bơi mới có chiều sâu 1,4 m.",
    "b": "Huyện thả 30 chiếc diều trong tháng 5. Giếng làng có chiều sâu 18 m.",
    "c": "Thôn Đoài bày 7 chiếc diều quanh sân đình. Ông Tư có 2 con trâu.",
    "d": "Xã tiếp nhận 45 hồ sơ.",
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text + "\n", "utf-8")
    return folder


def discovered(texts: dict[str, str]) -> Discovery:
    discovery = Discovery(EXTRACTOR)
    for name, text in texts.items():
        discovery.add(Document(name, text))
    return discovery


# What a number counts


@pytest.mark.parametrize(
    ("text", "number", "noun", "behind"),
    [
        ("Công an lập 5 chốt kiểm soát.", "5", "chốt kiểm soát", True),
        ("Trên đường có 3 trạm thu phí.", "3", "trạm thu phí", True),
        ("Nhiệt độ cao nhất là 39 độ C.", "39 độ C", "nhiệt độ", False),
        ("Năm 2020, tốc độ bay đạt khoảng 800 km/h.", "800 km/h", "tốc độ", False),
        ("Tổ công tác bắt giữ 4 người.", "4", "người (bắt giữ)", True),
    ],
)
def test_the_noun_of_a_number(text: str, number: str, noun: str, behind: bool) -> None:
    reading, _, rows = EXTRACTOR.understand(Document("t", text))
    words = words_of(reading.text.nfc, 0, len(text))
    times = [(time.start, time.end) for time in reading.times]
    words = [w for w in words if not any(start < w.end and w.start < end for start, end in times)]
    (row,) = [row for row in rows if text[row.quantity.start : row.quantity.end] == number]
    found = counted(row, words)
    assert found is not None and (found.noun, found.behind) == (noun, behind)


@pytest.mark.parametrize("text", ["Ông_A  đo 1,5 m…", "Có 3 người\u00a0dân; a_b 12%.", "x" * 40 + " 5", "_ _", "==> 5 -> 6", ""])
def test_words_stand_where_they_say(text: str) -> None:
    for word in words_of(text, 0, len(text)):
        assert text[word.start : word.end].casefold().split() == word.text.replace("\u00a0", " ").split()
        assert 0 <= word.start < word.end <= len(text)


# Groups


def test_groups_are_ranked_by_how_many_texts_hold_them() -> None:
    groups = discovered(TEXTS).ranked(10, 2)
    assert [(g.noun, g.documents, g.numbers) for g in groups] == [("chiếc diều", 3, 3), ("chiều sâu", 2, 2)]
    assert "thả" in groups[0].verbs
    assert [(s.document, s.number) for s in groups[1].samples] == [("a", "1,4 m"), ("b", "18 m")]


def test_what_a_pattern_claims_is_no_group() -> None:
    discovery = discovered({"d": TEXTS["d"]})
    assert (discovery.numbers, discovery.unclaimed, discovery.groups) == (1, 0, {})


def test_examples_are_few_and_each_of_another_text() -> None:
    discovery = discovered({f"t{n}": f"Hội thả {n} chiếc diều và {n + 1} chiếc diều." for n in range(2, 30)})
    (group,) = discovery.ranked(1, 1)
    assert (group.documents, group.numbers, len(group.samples)) == (28, 56, MOST_EXAMPLES)
    assert len({sample.document for sample in group.samples}) == MOST_EXAMPLES


# Drafts


@pytest.mark.parametrize(
    ("noun", "name"),
    [("chiếc diều", "chiec_dieu"), ("Đường kính", "duong_kinh"), ("người (bắt giữ)", "nguoi_bat_giu"), ("4g", "so_4g"), ("…", "so")],
)
def test_an_id_is_the_noun_without_marks(noun: str, name: str) -> None:
    assert id_of(noun) == name


def test_a_draft_loads_and_its_examples_pass(qcdc: Run, tmp_path: Path, texts: Path) -> None:
    done = qcdc("discover", "texts", "--write", "mine.toml", "--format", "json")
    assert done.returncode == 0, errors(done)
    assert [row["noun"] for row in json.loads(done.stdout)] == ["chiếc diều", "chiều sâu"]
    mine = Extractor([tmp_path / "mine.toml"])
    drafted = {i.id: i for i in mine.patterns if i.topic == "mine"}
    assert list(drafted) == ["chiec_dieu", "chieu_sau"]
    assert drafted["chieu_sau"].kinds == ("measure",)
    for indicator in drafted.values():
        assert len(indicator.examples) >= 2 and not indicator.todo
        for example in indicator.examples:
            records = mine.extract(Document("t", example.text))
            assert (indicator.id, example.value) in [(r.indicator, r.value) for r in records]
    assert qcdc("discover", "texts", "--patterns", "mine.toml").stdout == b"[]\n"


HOSTILE = 'Đội thả 3 chiếc diều "\\" \x7f\x1b[31m và [x] = {value}.'


def test_a_draft_of_hostile_texts_is_toml(qcdc: Run, tmp_path: Path) -> None:
    rows = [{"id": f"r{n}", "text": HOSTILE.replace("3", str(n))} for n in (3, 4)]
    (tmp_path / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    done = qcdc("discover", "d.jsonl", "--write", "mine.toml", "--format", "table")
    assert done.returncode == 0, errors(done)
    assert b"\x1b" not in done.stdout
    assert (tmp_path / "mine.toml").exists() and Extractor([tmp_path / "mine.toml"])


# The command


def test_a_bad_file_is_one_line_and_the_rest_is_read(qcdc: Run, texts: Path) -> None:
    done = qcdc("discover", "texts", "missing.txt", "--limit", "1", "--quiet")
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    (problem,) = errors(done)
    assert "missing.txt" in problem


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "paths"), (["texts", "--limit", "0"], "--limit"), (["texts", "--write", "texts/a.txt"], "there already")],
)
def test_wrong_usage_is_code_2(qcdc: Run, texts: Path, arguments: list[str], said: str) -> None:
    done = qcdc("discover", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in errors(done)[0]
    assert (texts / "a.txt").read_text("utf-8") == TEXTS["a"] + "\n"


def test_extraction_and_explain_start_without_pyvi() -> None:
    code = (
        "import sys\nfrom qcdc_extract import extract\nextract('Co 45 vu.')\n"
        "import qcdc_extract.cli.app, qcdc_extract.explain\nassert not {'pyvi', 'sklearn'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(), check=True)


# The extra topics, which are used only when they are asked for

EXTRA = Extractor(["extra"])


def extra() -> list[Indicator]:
    return [i for i in EXTRA.patterns if Path(i.file).parent == shipped_patterns() / "extra"]


def test_extra_topics_are_off_unless_they_are_named() -> None:
    assert len(extra()) >= 20
    assert not {i.id for i in extra()} & {i.id for i in EXTRACTOR.patterns}


@pytest.mark.parametrize("indicator", extra(), ids=lambda i: i.id)
def test_an_extra_topic_passes_its_own_examples(indicator: Indicator) -> None:
    for example in indicator.examples:
        records = [r for r in EXTRA.extract(Document("t", example.text, date=example.date)) if r.indicator == indicator.id]
        found = [all(getattr(r, name) == wanted for name, wanted in example.expected.items()) for r in records]
        assert any(found), (example.text, records)
    assert indicator.counterexamples
    for text in indicator.counterexamples:
        assert indicator.id not in [r.indicator for r in EXTRA.extract(Document("t", text))], text
    for example in indicator.todo:
        records = [r for r in EXTRA.extract(Document("t", example.text)) if r.indicator == indicator.id]
        assert example.value not in [r.value for r in records], f"it works now, move it to examples: {example.text}"
