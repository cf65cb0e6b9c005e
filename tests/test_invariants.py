"""What holds for every text: spans are slices of the source, nothing raises, and the same text always gives the same records."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import random
import subprocess
import sys
import unicodedata
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

import pytest
from conftest import ROOT, environment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qcdc_extract import Document, Extractor
from qcdc_extract.document import INVISIBLE

EXTRACTOR = Extractor()
SAMPLES = [path.read_bytes().decode("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
SENTENCES = sorted({line.strip() for text in SAMPLES for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()})


def found(text: str) -> list[str]:
    """The records of a text, as lines of JSON; spans and evidence are checked on the way."""
    records = EXTRACTOR.extract(Document("t", text), indicators_only=False)
    reach = 0
    for record in records:
        for span in (record.span, record.evidence):
            assert text[span.start : span.end] == span.text
        assert record.evidence.start <= record.span.start
        assert record.span.end <= record.evidence.end
        assert reach <= record.span.start
        reach = record.span.end
        json.loads(record.to_json())
    return [record.to_json() for record in records]


# --- Any text --------------------------------------------------------------------------------------------------------


def disturbed(text: str, chance: random.Random) -> str:
    """The text with each word composed or decomposed, spaces made no-break, and invisible characters strewn in."""
    pieces = []
    for word in text.split(" "):
        word = unicodedata.normalize(chance.choice(["NFC", "NFD"]), word)
        if chance.random() < 0.2:
            at = chance.randrange(len(word) + 1)
            word = word[:at] + chance.choice(INVISIBLE) + word[at:]
        pieces += [word, chance.choice(["\u00a0", "\u202f", *" " * 8])]
    return "".join(pieces)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.sampled_from([" ", "\n", "\r\n", "\n\n"]), st.randoms())
def test_mixtures_of_sentences_in_any_form(sentences: list[str], joint: str, chance: random.Random) -> None:
    found(joint.join(disturbed(sentence, chance) for sentence in sentences))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_one_form_says_what_the_other_says(sentences: list[str]) -> None:
    composed = "\n".join(sentences)
    values = [
        [(row["value"], row["indicator"], row["period"], row["baseline"]) for row in map(json.loads, found(text))]
        for text in (composed, unicodedata.normalize("NFD", composed))
    ]
    assert values[0] == values[1]


_PIECES = st.sampled_from(
    [
        *"0 1 7 12 2019 1.234 1,5 2.3456 03 % ‰ / - – . , : ; ( ) ⁽²⁾ | \t \n \r\n \u200b \u00a0 \u0301 \u0323 đ Đ Ð".split(" "),
        *"tăng giảm so với cùng kỳ năm trước hộ xã hồ sơ tỷ triệu đồng ước đạt kế hoạch trên dưới từ đến ngày tháng quý III".split(),
        "số ",
        " ",
        "- ",
        "1. ",
        "trong đó",
        "lần lượt",
        "6 tháng đầu năm ",
        "Đơn vị tính: triệu đồng\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=40).map("".join), st.lists(_PIECES, max_size=30).map(" ".join)))
def test_no_text_makes_it_raise(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\ufeff",
        "\u200b5\u200b",
        "5",
        "\u03015 hộ",
        "5\u0301 hộ",
        "\x00 5 hộ",
        "\n 6 tháng đầu năm 2019",
        "9" * 5000 + " hộ",
        "1." * 3000,
        "(" * 3000 + "5 hộ",
    ],
    ids=lambda text: f"{text[:12]!a}",
)
def test_odd_texts(text: str) -> None:
    found(text)


# --- Samples, gold, corpus -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_samples(form: Literal["NFC", "NFD"]) -> None:
    for text in SAMPLES:
        found(unicodedata.normalize(form, text))
        found(disturbed(text, random.Random(1)))


def test_the_development_gold(shared: Path) -> None:
    for row in rows(shared / "gold" / "documents.jsonl"):
        found(row["text"])


def test_a_slice_of_the_corpus(shared: Path) -> None:
    for row in rows(shared / "corpus" / "news.jsonl")[::40]:
        found(row["text"])


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


# --- The same text, the same records ---------------------------------------------------------------------------------


def test_hash_seeds_do_not_matter() -> None:
    outputs = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "qcdc_extract", "--all", "--format", "jsonl", "samples"]
        done = subprocess.run(
            command, cwd=ROOT, env={**environment(), "PYTHONHASHSEED": seed}, capture_output=True, check=True, timeout=120
        )
        outputs.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(outputs) == 1


@cache
def _in_this_process() -> Extractor:
    return Extractor()


def _records(text: str) -> list[str]:
    """For other processes: what a fresh extractor finds."""
    return [record.to_json() for record in _in_this_process().extract(Document("t", text), indicators_only=False)]


def test_another_process_finds_the_same() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(_records, SAMPLES)) == [found(text) for text in SAMPLES]


def test_threads_that_share_an_extractor_find_the_same() -> None:
    """A new extractor: its patterns are compiled when first used, by whichever thread comes first."""
    fresh = Extractor()

    def records(text: str) -> list[str]:
        return [record.to_json() for record in fresh.extract(Document("t", text), indicators_only=False)]

    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        assert list(pool.map(records, SAMPLES * 2)) == [found(text) for text in SAMPLES] * 2


def test_an_extractor_can_be_pickled() -> None:
    for extractor in (Extractor(), EXTRACTOR):  # fresh, and after use
        copy = pickle.loads(pickle.dumps(extractor))
        for text in SAMPLES[:3]:
            assert [record.to_json() for record in copy.extract(Document("t", text), indicators_only=False)] == found(text)


def test_the_order_of_documents_does_not_matter() -> None:
    forth = {text: found(text) for text in SAMPLES}
    assert {text: found(text) for text in reversed(SAMPLES)} == forth
