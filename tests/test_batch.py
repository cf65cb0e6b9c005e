"""Many documents: each result in its place, whatever fails around it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qcdc_extract import batch
from qcdc_extract.document import Document
from qcdc_extract.errors import InputError, SlowPattern, Warn
from qcdc_extract.pipeline import Extractor
from qcdc_extract.records import Record

EXTRACTOR = Extractor()
SENTENCE = "Trung tâm đã tiếp nhận {} hồ sơ."


def documents(count: int) -> list[Document]:
    return [Document(str(n), SENTENCE.format(n + 2), f"{n}.txt") for n in range(count)]


def values(results: Sequence[batch.Result]) -> list[int | str]:
    """The value of each text's one record, or what stands in its place."""
    return [int(result[0].value) if isinstance(result, list) else str(result).split(":")[0] for result in results]


def extract_each(some: Sequence[Document], warn: Warn) -> list[list[Record]]:
    return EXTRACTOR.extract_each(some, warn=warn)


@pytest.mark.parametrize("count", [0, 1, batch.HANDFUL - 1, batch.HANDFUL, batch.HANDFUL + 1, 3 * batch.HANDFUL])
def test_every_document_gives_its_records_in_its_turn(count: int) -> None:
    assert values([*batch.run(documents(count), extract_each)]) == [n + 2 for n in range(count)]


def test_what_cannot_be_read_and_what_fails_stay_in_their_places() -> None:
    inputs: list[Document | InputError] = [*documents(40)]
    inputs[3] = InputError("3.txt", "no text", "leave it out")
    inputs[20] = InputError("20.txt", "no text", "leave it out")

    def failing(some: Sequence[Document], warn: Warn) -> list[list[Record]]:
        if any(document.id in ("0", "17", "39") for document in some):
            raise ValueError
        return extract_each(some, warn)

    expected: list[int | str] = [n + 2 for n in range(40)]
    for n in (0, 3, 17, 20, 39):
        expected[n] = f"{n}.txt"
    assert values([*batch.run(inputs, failing)]) == expected


def test_long_texts_do_not_wait_for_a_full_handful() -> None:
    seen: list[int] = []

    def counting(some: Sequence[Document], warn: Warn) -> list[list[Record]]:
        seen.append(len(some))
        return [[] for _ in some]

    long = [Document(str(n), "a" * (batch.HANDFUL_CHARACTERS // 3 + 1)) for n in range(7)]
    assert len([*batch.run(long, counting)]) == 7
    assert seen == [3, 3, 1]


def test_warnings_come_once_and_before_the_records() -> None:
    def warning(some: Sequence[Document], warn: Warn) -> list[list[Record]]:
        warn(SlowPattern(some[0].source, "a pattern", "too slow"))
        if len(some) > 1:
            raise ValueError
        return extract_each(some, warn)

    results = [*batch.run(documents(2), warning)]
    assert [type(result) for result in results] == [SlowPattern, list, SlowPattern, list]


def test_a_handful_gives_what_its_texts_give_alone() -> None:
    texts = [SENTENCE.format(5), "", "Không có con số nào.", "Trong đó, 58/60 hồ sơ đúng hạn, đạt 96,7%.", "Năm 2020, thu 5 tỷ đồng."]
    some = [Document(str(n), text) for n, text in enumerate(texts)]
    each = EXTRACTOR.extract_each(some, indicators_only=False)
    assert each == [EXTRACTOR.extract(one, indicators_only=False) for one in some]
    assert [*map(len, each)] == [1, 0, 0, 2, 1]
