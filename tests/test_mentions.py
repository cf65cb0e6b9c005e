"""Mentions: of overlapping readings the longest stays, and what is left out beforehand is what would have been dropped."""

from __future__ import annotations

import pytest
from conftest import ROOT

from qcdc_extract.document import Text
from qcdc_extract.mentions import find_mentions, settle
from qcdc_extract.numbers import find_quantities
from qcdc_extract.times import find_times
from qcdc_extract.traps import find_traps

# Numbers that begin or end inside a time or a trap, and go on outside.
CROSSING = (
    "mỗi tháng 5 triệu đồng",
    "thường là 10- 15 năm",
    "tại TP.HCM (20 đến 30-5-2006)",
    "đường 23 tháng 8, đường 30 tháng 4 và 18-20 ngày 25/8",
    "tp hcm: 557- 559 Sư Vạn Hạnh",
    "từ 13 giờ đến 14 giờ 30 và từ 16 giờ 30",
    "ba em gái sinh năm 1990-1991, sinh ngày 5/3/1990",
    "15 (mười lăm) ngày, số 5 triệu đồng, điều 3 và 4%",
    "năm 2020 trên 5000 hộ, năm 2020/2021, tháng 8 phần trăm",
    "kỷ niệm 90 năm ngày thành lập, 30 năm rưỡi",
)


@pytest.mark.parametrize("text", [*CROSSING, *(path.read_bytes().decode("utf-8") for path in sorted((ROOT / "samples").glob("*.txt")))])
def test_nothing_is_left_out_that_would_stay(text: str) -> None:
    whole = Text.of(text)
    folded = whole.folded
    assert find_mentions([whole]) == [settle([*find_quantities(folded, whole.nfc), *find_times(folded), *find_traps(folded, whole.nfc)])]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ngày 12/3/2024", ["ngày 12/3/2024"]),
        ("mỗi tháng 5 triệu đồng", ["5 triệu đồng"]),
        ("chị Mai sinh năm 1990, 5 con", ["sinh năm 1990", "5"]),
        ("nghị định 59/2023/NĐ-CP", ["59/2023/nđ-cp"]),
    ],
)
def test_the_longest_reading_stays(text: str, kept: list[str]) -> None:
    whole = Text.of(text)
    (mentions,) = find_mentions([whole])
    assert [whole.folded[mention.start : mention.end] for mention in mentions] == kept
