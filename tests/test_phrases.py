"""The phrase language: what is read, what is refused and where, what matches."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from qcdc_extract.document import fold
from qcdc_extract.phrases import MASKS, MAX_LENGTH, WORD, Phrase, PhraseError, mask

# In these sentences a mention is written <kind figures>: "<count 12> hồ sơ".


def masked(sentence: str) -> tuple[str, str]:
    """The folded sentence without the signs < >, and the same masked."""
    text, mentions = "", []
    for piece in sentence.split("<"):
        name, _, rest = piece.partition(" ") if ">" in piece else ("", "", piece)
        figures, _, after = rest.partition(">") if name else ("", "", rest)
        if name:
            mentions.append((len(text), len(text) + len(figures), name))
        text += figures + after
    return fold(text), mask(fold(text), mentions)


def value_found(phrase: str, sentence: str) -> str | None:
    """The {value} that a phrase finds in a sentence (the whole match, if it has none); None where it does not match."""
    text, hidden = masked(sentence)
    found = Phrase.parse(phrase).pattern.search(hidden)
    if found is None:
        return None
    start, end = found.span("value") if "value" in found.groupdict() else found.span()
    return text[start:end]


MATCHES = [
    # phrase, sentence, the text of {value}
    ("tiếp nhận {value} hồ sơ", "Đã tiếp nhận <count 4.984> hồ sơ", "4.984"),
    ("(tiếp nhận|thụ lý) {value} hồ sơ", "Đã thụ lý <count 12> hồ sơ", "12"),
    ("[tổng] số hồ sơ tiếp nhận [là|:] {value}", "Tổng số hồ sơ tiếp nhận: <count 5>", "5"),
    ("[tổng] số hồ sơ tiếp nhận [là|:] {value}", "số hồ sơ tiếp nhận là <count 5>", "5"),
    ("[tổng] số hồ sơ tiếp nhận [là|:] {value}", "Số hồ sơ tiếp nhận <count 5>", "5"),
    ("(hoà giải [thành]|dàn xếp) {value} vụ", "hòa giải thành <count 7> vụ", "7"),
    ("hòa giải {value}", "hoà giải <count 7>", "7"),
    ("tỉ lệ hộ nghèo {value}", "Tỷ lệ hộ nghèo <percent 3,2%>", "3,2%"),
    ("kinh tế xã hội {value}", "kinh tế - xã hội <count 7>", "7"),
    ("kinh tế - xã hội {value}", "kinh tế, xã hội <count 7>", None),
    ('"Dân vận khéo" {value} mô hình', "dân vận khéo <count 9> mô hình", "9"),
    ("mô hình dân vận khéo {value}", "mô hình “Dân vận khéo” <count 9>", "9"),
    ("thu {value}, chi {money}", "thu <money 5 tỷ>, chi <money 4 tỷ>", "5 tỷ"),
    ("thu {value}, chi {money}", "thu <money 5 tỷ> chi <money 4 tỷ>", None),
    ("{value} đơn/năm", "nhận <count 40> đơn / năm", "40"),
    # gaps
    ("tiếp nhận ... {value} hồ sơ", "tiếp nhận <count 3> hồ sơ", "3"),
    ("tiếp nhận ... {value} hồ sơ", "tiếp nhận một hai ba bốn năm sáu <count 3> hồ sơ", "3"),
    ("tiếp nhận ... {value} hồ sơ", "tiếp nhận một hai ba bốn năm sáu bảy <count 3> hồ sơ", None),
    ("tiếp nhận ... {value} hồ sơ", "tiếp nhận trong <time 6 tháng đầu năm 2019> được <count 3> hồ sơ", "3"),
    ("tiếp nhận ... {value} hồ sơ", "tiếp nhận theo <trap Quyết định 5> được <count 3> hồ sơ", "3"),
    ("tiếp nhận ... {value} hồ sơ", "tiếp nhận <count 9> đơn và <count 3> hồ sơ", None),
    *[("tiếp nhận ... {value} hồ sơ", f"tiếp nhận xong{sign} có <count 3> hồ sơ", None) for sign in ",;:.!?()\n…"],
    ("(tiếp nhận ...|thụ lý) {value}", "tiếp nhận được cả thảy <count 3>", "3"),
    ("{value} ... [... hồ sơ] đã xong", "<count 3> bộ đã xong", "3"),
    # the kinds of number
    ("đạt {value}", "đạt <ratio 25/25>", "25/25"),
    ("đạt {value}", "đạt <time 2019>", None),
    ("đạt {value}", "đạt <trap 2019>", None),
    ("{count} cuộc ... {value} người", "<count 5> cuộc có <count 90> người", "90"),
    ("{count} cuộc ... {value} người", "<percent 5%> cuộc có <count 90> người", None),
    ("đạt {value percent}", "đạt <count 90> và đạt <percent 5%>", "5%"),
    ("{value money} tiền", "<count 90> tiền", None),
    ("{value money} tiền", "<money 9 tỷ> tiền", "9 tỷ"),
    ("{number} cuộc {value} người", "<percent 5%> cuộc <count 90> người", "90"),
    ("{index} điểm {value}", "<index 72,5> điểm <index 3>", "3"),
    ("{time} có {value} cuộc", "<time Năm 2020> có <count 5> cuộc", "5"),
    # hedges
    ("đạt {value}", "đạt trên <percent 96%>", "96%"),
    ("đạt {value}", "đạt không dưới <percent 96%>", "96%"),
    ("đạt {value}", "đạt hơn khoảng <percent 96%>", "96%"),
    ("vượt {value}", "vượt quá <percent 5%>", "5%"),
    ("nhiệt độ {value}", "nhiệt độ <measure 39 độ>", "39 độ"),
    ("tính trên ... {value}", "tính trên cả nước hơn <count 40>", "40"),
    ("lương tối thiểu {value}", "lương tối thiểu <money 5 triệu>", "5 triệu"),
    ("giám sát {value} đơn vị", "giám sát gần <count 12> đơn vị", "12"),
    ("trên địa bàn ... {value}", "trên địa bàn có hơn <count 40>", "40"),
    # whole words
    ("hồ sơ {value}", "hồ sơn <count 3>", None),
    ("sơ {value}", "hồ sơ<count 3>", "3"),
    ("{value} sơ", "<count 3>sơ", "3"),
    ("ồ {value}", "hồ <count 3>", None),
    ("xã", "1xã", None),
    ("hồ sơ quá hạn", 'số "hồ sơ" quá hạn', 'hồ sơ" quá hạn'),
    ("hồ sơ ... trực tuyến", "hồ sơ nộp trực tuyến", "hồ sơ nộp trực tuyến"),
    ("[các] hồ sơ [đó]", "tất cả hồ sơ", "hồ sơ"),
]


@pytest.mark.parametrize(("phrase", "sentence", "expected"), MATCHES)
def test_a_phrase_matches_what_a_reader_would_say(phrase: str, sentence: str, expected: str | None) -> None:
    assert value_found(phrase, sentence) == expected


@pytest.mark.parametrize(
    ("phrase", "compiled"),
    [
        ("tiếp nhận {value}", r"t(?<=\bt)iếp ++nhận\b *+(?P<value>[\ue000-\ue005]++)"),
        ("[tổng] số : {count}", r"(?:(?:t(?<=\bt)ổng\b) *+)?\bsố\b *+: *+\ue000++"),
        ("số [là|:] {time}", r"s(?<=\bs)ố\b(?: *+(?:\blà\b|:))? *+\ue006++"),
        ("a ... b", r"a(?<=\ba)\b(?: *+[^ ,;:.…!?()\n\ue000-\ue005]++){0,6}? *+\bb\b"),
        ("(a b|c)", r"(?:a(?<=\ba) ++b\b|c(?<=\bc)\b)"),
    ],
)
def test_the_compiled_form(phrase: str, compiled: str) -> None:
    assert Phrase.parse(phrase).regex == compiled


@pytest.mark.parametrize(
    ("phrase", "words", "required"),
    [
        ("tiếp nhận {value} hồ sơ", 4, [{("tiếp", "nhận")}, {("hồ", "sơ")}]),
        ("(tiếp nhận|thụ lý lại) ... {value} đơn", 3, [{("tiếp", "nhận"), ("thụ", "lý")}, {"đơn"}]),
        ("[tổng] số {value} [đơn]", 1, [{"số"}]),
        ("xã ({count}|loại một)", 1, [{"xã"}]),
        ("((a|b) c|[x] d e) {value}", 2, [{"a", "b", ("d", "e")}]),
        ("HOÀ giải", 2, [{("hòa", "giải")}]),
    ],
)
def test_words_and_required(phrase: str, words: int, required: list[set[object]]) -> None:
    read = Phrase.parse(phrase)
    assert (read.words, read.required) == (words, tuple(map(frozenset, required)))


ERRORS = [
    # phrase, whether {value} is asked for, a part of the message, the column of the caret (from 0)
    ("(a|b {value}", None, "( is never closed", 0),
    ("a [b {value}", None, "[ is never closed", 2),
    ("a) {value}", None, ") closes nothing", 1),
    ("a ] {value}", None, "] closes nothing", 2),
    ("(a|b] {value}", None, "expected ) for the ( at column 1, found ]", 4),
    ("a|b", None, "| stands only inside", 1),
    ("(a|) b", None, "nothing between | and )", 3),
    ("(|a) b", None, "nothing between ( and |", 1),
    ("a () b", None, "nothing between ( and )", 3),
    ("a [,|-] b", None, "leave out -: dashes and quotes are ignored", 5),
    ("b (a|[c]) d", None, "can match nothing", 5),
    ("b (...) d", None, "can match nothing", 3),
    ("hồ sơ {valeu}", None, "did you mean {value}?", 6),
    ("hồ sơ {percents}", None, "did you mean {percent}?", 6),
    ("hồ sơ {xyz}", None, "unknown slot {xyz}; known are {value}, {number}, {count}", 6),
    ("hồ sơ {value", None, "{ is never closed", 6),
    ("hồ sơ value}", None, "} closes nothing", 11),
    ("a {value} {value}", None, "a second {value}", 10),
    ("a [{value}]", None, "{value} cannot be optional or an alternative", 3),
    ("a", True, "no {value}", 1),
    ("a {value}", False, "{value} cannot stand here", 2),
    ("{value}", None, "no word that must be there", 0),
    ("[a] {value}", None, "no word that must be there", 0),
    ("({count}|a) {value}", None, "no word that must be there", 0),
    ("", None, "no word that must be there", 0),
    ("a ...", None, "... cannot stand at an end", 2),
    ("… a", None, "... cannot stand at an end", 0),
    ("[b] (a ...|c) [d]", None, "... cannot stand at an end", 7),
    ("a. b", None, "a full stop cannot stand", 1),
    ("a; b", None, "';' cannot stand in a phrase", 1),
    ("a \ue000", None, "cannot stand in a phrase", 2),
    ("đạt trên {value}", None, 'leave out "trên"', 9),
    ("đạt không dưới {count} a", None, 'leave out "không dưới"', 15),
    ("a (đạt|khoảng) {value}", None, 'leave out "khoảng"', 15),
    ("a [không quá] {value}", None, 'leave out "không quá"', 14),
    ("(" * 9 + "a" + ")" * 9, None, "brackets inside each other", 8),
    ("a" * (MAX_LENGTH + 1), None, "longer than 500 characters", 0),
    ("a ... b ... c ... d ... e ... f ... g", None, "too many ways", 0),
    ("[a]" * 20 + "b", None, "too many ways", 0),
    ("(a|a a|a a a)" * 20 + "b", None, "too many ways", 0),
]


@pytest.mark.parametrize(("phrase", "value", "message", "column"), ERRORS)
def test_a_bad_phrase_is_refused_at_its_place(phrase: str, value: bool | None, message: str, column: int) -> None:
    with pytest.raises(PhraseError) as caught:
        Phrase.parse(phrase, value)
    assert message in caught.value.message
    assert caught.value.position == column


def test_an_error_shows_the_phrase_with_a_caret_below() -> None:
    decomposed = "ho\u0302\u0300 so\u031b {valeu}"
    with pytest.raises(PhraseError) as caught:
        Phrase.parse(decomposed)
    assert str(caught.value) == "unknown slot {valeu}; did you mean {value}?\nhồ sơ {valeu}\n      ^"


def test_a_caret_stays_under_its_place_in_a_long_phrase() -> None:
    with pytest.raises(PhraseError) as caught:
        Phrase.parse("từ " * 100 + "} " + "từ " * 30)
    shown, below = caught.value.caret.split("\n")
    assert shown[below.index("^")] == "}"
    assert len(shown) <= 100


def test_many_alternatives_with_other_beginnings_are_not_too_many_ways() -> None:
    words = "|".join(f"từ{i} đó" for i in range(12))
    Phrase.parse(f"({words}) ... ({words}) ... {{value}} ({words}) [{words}]", value=True)


def test_mask_hides_mentions_signs_and_forgeries_and_keeps_the_length() -> None:
    text = '"đạt" trên 96% - tốt \ue001'
    count, percent = MASKS["count"], MASKS["percent"]
    assert mask(text, [(11, 14, "percent")]) == f" đạt       {percent * 3}   tốt  "
    assert mask("hơn 5 hơn 6", [(4, 5, "count"), (10, 11, "trap")]) == f"    {count} hơn {MASKS['trap']}"


def test_a_phrase_can_be_pickled_before_and_after_use() -> None:
    phrase = Phrase.parse("(tiếp nhận|thụ lý) ... {value} hồ sơ")
    fresh = pickle.dumps(phrase)
    assert phrase.pattern.search(masked("thụ lý <count 5> hồ sơ")[1])
    assert pickle.loads(fresh) == pickle.loads(pickle.dumps(phrase)) == phrase


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("a ... a ... a ... {value} b", "a " * 3_000 + "\ue000 c b"),
        ("a ... a ... a ... a ... b {value}", "a " * 300 + "c c c c c c c b \ue000"),
        ("[a] [a] [a] [a] [a] [a] [a] [a] a ... b {value}", "a " * 3_000 + "c c c c c c c b \ue000"),
        ("(a|a a) (a|a a) (a|a a) (a|a a) ... a b {value}", "a " * 3_000 + "c c c c c c c b \ue000"),
        ("a ... b {value}", "a" * 100_000 + "c c c c c c c b \ue000"),
        ("a b {value}", "a" + " " * 100_000 + "c c c c c c c b \ue000"),
    ],
)
def test_no_phrase_is_slow_on_a_hostile_sentence(phrase: str, sentence: str) -> None:
    pattern = Phrase.parse(phrase).pattern
    start = time.process_time()
    assert pattern.search(sentence) is None
    assert time.process_time() - start < 5


PIECES = [*"()[]|…ab  ,:.-\"\n\u0301", "...", "{value}", "{count}", "{time}", "{x", "trên", "hoà"]


def phrases() -> SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text()


@given(phrases(), st.sampled_from([True, False, None]))
def test_a_phrase_is_read_or_refused_with_a_phrase_error(source: str, value: bool | None) -> None:
    try:
        phrase = Phrase.parse(source, value)
    except PhraseError as error:
        assert 0 <= error.position <= len(error.phrase)
        assert error.caret.count("\n") == 1
    else:
        assert phrase.words > 0
        assert all(phrase.required)
        assert phrase.pattern.search("") is None


@given(phrases(), st.lists(st.sampled_from(["a", "b", "trên", "hòa", ",", ":", *MASKS.values()]), max_size=12).map(" ".join))
def test_what_matches_holds_the_required_words(source: str, sentence: str) -> None:
    try:
        phrase = Phrase.parse(source)
    except PhraseError:
        return
    found = phrase.pattern.search(sentence)
    if found:
        words = WORD.findall(found.group())
        assert len(words) >= phrase.words
        assert all(required & set(words) for required in phrase.required)
        assert found.group() == found.group().strip()
