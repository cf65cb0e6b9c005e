"""Sentences, zones and the outline of headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcdc_extract.document import Text
from qcdc_extract.model import Sentence
from qcdc_extract.sentences import outline, split


def read(source: str, *mentions: str) -> tuple[Text, list[Sentence]]:
    """The text and its sentences; `mentions` are words of it that must not be cut."""
    text = Text.of(source)
    pieces = sorted((text.nfc.index(mention), text.nfc.index(mention) + len(mention)) for mention in mentions)
    return text, split(text.folded, text.nfc, pieces)


def cut(source: str, *mentions: str) -> list[str]:
    text, found = read(source, *mentions)
    return [text.nfc[sentence.start : sentence.end] for sentence in found]


SENTENCES = [
    ("plain", "Xã họp dân. Có 12 ý kiến! Đã trả lời hết?", ["Xã họp dân.", "Có 12 ý kiến!", "Đã trả lời hết?"]),
    ("semicolon", "Tiếp 20 lượt; giải quyết 16 vụ việc.", ["Tiếp 20 lượt; giải quyết 16 vụ việc."]),
    ("figure begins a sentence", "Đã mở lớp. 100% cán bộ dự.", ["Đã mở lớp.", "100% cán bộ dự."]),
    ("glued stop", "Dân đã bàn xong.Trong đó có 3 thôn.", ["Dân đã bàn xong.", "Trong đó có 3 thôn."]),
    ("abbreviation", "TP. Hải Hà và TP.HCM, ThS. Lê A báo cáo.", ["TP. Hải Hà và TP.HCM, ThS. Lê A báo cáo."]),
    ("et cetera inside", "Đường, điện, v.v. đều xong. Dân vui.", ["Đường, điện, v.v. đều xong.", "Dân vui."]),
    ("initials", "Ông Nguyễn V. A. Tuấn nói.", ["Ông Nguyễn V. A. Tuấn nói."]),
    ("letter of a road", "Xã nằm dọc Quốc lộ 7A. Đến nay có 12 hộ.", ["Xã nằm dọc Quốc lộ 7A.", "Đến nay có 12 hộ."]),
    ("decimal stop", "Có 12.640 hồ sơ và 3.508,6 ha.", ["Có 12.640 hồ sơ và 3.508,6 ha."]),
    ("ellipsis goes on", "Đất đai, môi trường... và giao thông… đều ổn.", ["Đất đai, môi trường... và giao thông… đều ổn."]),
    ("ellipsis ends", "Đất đai, môi trường… Trong đó có 12 đơn.", ["Đất đai, môi trường…", "Trong đó có 12 đơn."]),
    ("quote behind the stop", 'Ông nói: "Dân tin." Rồi ông về.', ['Ông nói: "Dân tin."', "Rồi ông về."]),
    ("bracket behind the stop", "(Có 3 thôn.) Xã khen.", ["(Có 3 thôn.)", "Xã khen."]),
    ("list mark", "1. Xã họp dân. Dân bàn.", ["1. Xã họp dân.", "Dân bàn."]),
    ("lower case goes on", "Đạt 5 tỷ đ. so với năm trước.", ["Đạt 5 tỷ đ. so với năm trước."]),
    ("official end", "Các đơn vị thực hiện./. Văn phòng theo dõi.", ["Các đơn vị thực hiện./.", "Văn phòng theo dõi."]),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_sentences(source: str, expected: list[str]) -> None:
    assert cut(source) == expected


def test_mentions_are_never_cut() -> None:
    assert cut("Tiếp nhận 12.\n640 hồ sơ.", "12.\n640") == ["Tiếp nhận 12.\n640 hồ sơ."]
    assert cut("Gọi 1. Hai số. Xong.", "1. Hai") == ["Gọi 1. Hai số.", "Xong."]


def test_wrapped_lines_are_one() -> None:
    source = "Hội nghị đã đánh giá cao những kết quả đạt được của các thôn trong\nnăm qua. Dân đồng tình.\nXã sẽ làm tiếp."
    assert [sentence.paragraph for sentence in read(source)[1]] == [0, 0, 1]


def test_short_lines_are_not_joined() -> None:
    assert cut("Kết quả:\nđạt 5 xã") == ["Kết quả:", "đạt 5 xã"]


ZONES = [
    (
        "report",
        "BÁO CÁO\nCông tác năm 2020\n\nI. TIẾP DÂN\nXã đã tiếp 20 lượt.\n- Có 3 đơn.",
        ["title", "title", "heading", "body", "list"],
    ),
    ("numbered prose", "Xã họp.\n1. Tiếp dân\n1. Hội nghị: 12 cuộc", ["body", "heading", "list"]),
    ("bars", "Xã họp.\n1 | Hồ sơ | 12.846", ["body", "table"]),
    ("dot leaders", "Xã họp.\n1. Số buổi ............ 1.038 buổi", ["body", "table"]),
    ("columns", "Xã họp.\nKhiếu nại          286      18,8%", ["body", "table"]),
    ("double blanks in prose", "Xã họp xong:  Dân biết, dân bàn.  Việc chung  tốt.", ["body", "body"]),
    ("counters", "Dân chủ ở cơ sở\nLượt xem: 1.286\nXã đã họp.", ["title", "furniture", "body"]),
    ("caption", "Xã họp dân.\nQuang cảnh hội nghị\nDân đồng tình.", ["body", "body", "body"]),
    ("author", "Xã họp dân.\nNguyễn Văn Bình", ["body", "body"]),
    ("one line", "Sáng nay xã họp", ["heading"]),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in ZONES], ids=[row[0] for row in ZONES])
def test_zones(source: str, expected: list[str]) -> None:
    assert [sentence.zone for sentence in read(source)[1]] == expected


def chains(source: str) -> list[tuple[int, ...]]:
    text, found = read(source)
    return outline(found, text.folded, text.nfc)


def test_headings_nest_by_their_marks() -> None:
    source = (
        "Xã họp.\nI. KẾT QUẢ\n1. Tiếp dân\na) Ở xã\n- Có 3 đơn.\n+ Một đơn đúng.\n- Có 2 vụ.\n2. Hòa giải\nĐạt 85%.\nII. KẾ HOẠCH\nĐạt 90%."
    )
    assert chains(source) == [(), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3), (1,), (1, 7), (), (9,)]


def test_a_line_ending_in_a_colon_governs_its_bullets_and_no_more() -> None:
    source = "Xã họp. Trong năm đã làm được:\n- 12 km đường.\n- 3 cầu.\nDân đồng tình.\n- Còn lại."
    assert chains(source) == [(), (), (1,), (1,), (), ()]


def test_capitals_end_what_stands_above() -> None:
    source = "Xã họp.\nI. KẾT QUẢ\nĐạt 85%.\nMỘT SỐ NHẬN XÉT\nDân vui."
    assert chains(source) == [(), (), (1,), (), (3,)]


_LINES = st.sampled_from(
    ["Xã họp. ", "1. ", "I. TIẾP DÂN", "- ", "TP. ", "12.640 hồ sơ", "\n", "\n\n", "…", "”", "A", "a", ":", "  ", "|", "./."]
)


@given(st.one_of(st.text(max_size=80), st.lists(_LINES, max_size=30).map("".join)), st.lists(st.integers(0, 80), max_size=8))
def test_sentences_cover_the_text_and_cut_no_mention(source: str, edges: list[int]) -> None:
    text = Text.of(source)
    edges = sorted({min(edge, len(text.nfc)) for edge in edges})
    pieces = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if not (text.nfc[a].isspace() or text.nfc[b - 1].isspace())]
    found = split(text.folded, text.nfc, pieces)
    at = 0
    for sentence in found:
        assert not text.nfc[at : sentence.start].strip()
        assert sentence.start < sentence.end
        at = sentence.end
        assert not any(start < at < end for start, end in pieces)
    assert not text.nfc[at:].strip()
    governed = outline(found, text.folded, text.nfc)
    assert len(governed) == len(found)
    assert all(head < index for index, chain in enumerate(governed) for head in chain)
