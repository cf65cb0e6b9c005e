"""Time expressions: which are claimed, what they mean, which days they name, and what is no time at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any

import pytest
import regex
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from qcdc_extract.document import Text, fold
from qcdc_extract.model import Period
from qcdc_extract.times import _BUILDERS, _GATE, Time, find_times, parse_period, resolve
from qcdc_extract.vocabulary import times as words

OCTOBER = date(2020, 10, 20)
ROLES = ("period", "as_of", "since", "relative", "duration", "clock", "name", "unknown")


def cases(rows: Iterable[tuple[Any, ...]]) -> list[ParameterSet]:
    """The rows of a table without their first column, which says where a case came from and goes into its name."""
    return [pytest.param(*row[1:], id=f"{row[0]}: {row[1]}") for row in rows]


def period(text: str | None) -> Period | None:
    """ "2020-01-01/2020-06-30" or "2020-06-30"."""
    if text is None:
        return None
    start, _, end = text.partition("/")
    return Period(date.fromisoformat(start), date.fromisoformat(end or start))


def read(text: str) -> list[tuple[str, Time]]:
    folded = Text.of(text).folded
    return [(folded[time.start : time.end], time) for time in find_times(folded)]


def spans(text: str) -> list[str]:
    return [span for span, _ in read(text)]


def governing(text: str) -> list[Time]:
    return [time for _, time in read(text) if time.governs]


def resolved(text: str, **context: object) -> Period | None:
    """The days of the first governing time of the text."""
    return resolve(governing(text)[0], **context)  # type: ignore[arg-type]


# --- expressions that say their year -------------------------------------------------------------------------------------

COMPLETE = [
    ("hard_cases 84", "ngày 05/3/2021", "2021-03-05"),
    ("hard_cases 87", "lễ mở lúc 14 giờ 30 phút ngày 15/8/2022", "2022-08-15"),
    ("hard_cases 88", "từ ngày 01 đến 15/6/2021", "2021-06-01/2021-06-15"),
    ("hard_cases 89", "từ 28/12/2020 đến 05/01/2021", "2020-12-28/2021-01-05"),
    ("hard_cases 90", "quý III năm 2020", "2020-07-01/2020-09-30"),
    ("hard_cases 90", "quý 3/2020", "2020-07-01/2020-09-30"),
    ("hard_cases 91", "6 tháng đầu năm 2021", "2021-01-01/2021-06-30"),
    ("hard_cases 91", "nửa đầu năm 2021", "2021-01-01/2021-06-30"),
    ("hard_cases 92", "9 tháng năm 2022", "2022-01-01/2022-09-30"),
    ("hard_cases 95", "số liệu từ 15/12/2021 đến 14/12/2022", "2021-12-15/2022-12-14"),
    ("hard_cases 96", "tính đến ngày 30/9/2023", "2023-09-30"),
    ("hard_cases 99", "nhiệm kỳ 2020 - 2025", "2020-01-01/2025-12-31"),
    ("hard_cases 99", "giai đoạn 2021-25", "2021-01-01/2025-12-31"),
    ("hard_cases 100", "năm học 2022-2023", "2022-09-01/2023-08-31"),
    ("hard_cases 103", "thứ Ba, ngày 14/3/2023", "2023-03-14"),
    ("hard_cases 105", "2/19/2020", "2020-02-19"),
    ("hard_cases 106", "Cập nhật: 7/3/2022 9:15", "2022-03-07"),
    ("contract", "quý III/2020", "2020-07-01/2020-09-30"),
    ("contract", "năm 2023", "2023-01-01/2023-12-31"),
    ("contract", "giai đoạn 2016-2020", "2016-01-01/2020-12-31"),
    ("contract", "tính đến 30/6/2024", "2024-06-30"),
    ("contract", "đến năm 2015", "2015-01-01/2015-12-31"),
    ("contract", "đến hết năm 2014", "2014-12-31"),
    ("contract", "năm học 2013 - 2014", "2013-09-01/2014-08-31"),
    ("reports", "ngày 18 tháng 9 năm 2019", "2019-09-18"),
    ("reports", "THÁNG 10 NĂM 2023", "2023-10-01/2023-10-31"),
    ("reports", "tháng 10/2023", "2023-10-01/2023-10-31"),
    ("reports", "tháng 8-2023", "2023-08-01/2023-08-31"),
    ("reports", "tháng Tám năm 2023", "2023-08-01/2023-08-31"),
    ("reports", "Quý IV/2019", "2019-10-01/2019-12-31"),
    ("reports", "quý 3-2012", "2012-07-01/2012-09-30"),
    ("reports", "lũy kế 10 tháng năm 2023", "2023-01-01/2023-10-31"),
    ("reports", "Sáu tháng đầu năm 2022", "2022-01-01/2022-06-30"),
    ("reports", "6 tháng cuối năm 2020", "2020-07-01/2020-12-31"),
    ("reports", "trong hai ngày 17 và 18/12/2018", "2018-12-17/2018-12-18"),
    ("reports", "sau 5 năm (2011 - 2015)", "2011-01-01/2015-12-31"),
    ("reports", "3 năm 2011-2013", "2011-01-01/2013-12-31"),
    ("reports", "hai năm liền 2011-2012", "2011-01-01/2012-12-31"),
    ("reports", "tính từ 2008-2012", "2008-01-01/2012-12-31"),
    ("reports", "Cả năm 2022", "2022-01-01/2022-12-31"),
    ("reports", "Đến hết tháng 10/2020", "2020-10-31"),
    ("reports", "chỉ số Sipas 2018 cho thấy", "2018-01-01/2018-12-31"),
    ("reports", "đến hết quý II/2022", "2022-06-30"),
    ("reports", "đến cuối tháng 6/2023", "2023-06-30"),
    ("reports", "các năm 2018, 2019 và 2020", "2018-01-01/2020-12-31"),
    ("reports", "từ tháng 3 đến tháng 6/2021", "2021-03-01/2021-06-30"),
    ("reports", "từ quý I đến quý III/2022", "2022-01-01/2022-09-30"),
    ("reports", "tháng 8, 9 năm 2020", "2020-08-01/2020-09-30"),
    ("reports", "tháng 1-6/2023", "2023-01-01/2023-06-30"),
    ("reports", "nửa cuối tháng 10/2023", "2023-10-16/2023-10-31"),
    ("reports", "từ năm 2015 đến 2020", "2015-01-01/2020-12-31"),
    ("reports", "từ tháng 11/2022 đến tháng 2/2023", "2022-11-01/2023-02-28"),
    ("reports", "sáng 8/7/2022", "2022-07-08"),
    ("duckling vi", "3/9/1991", "1991-09-03"),
    ("duckling vi", "12 tháng 10 năm 2017", "2017-10-12"),
    ("duckling vi", "thứ 3 ngày 3 tháng 4 năm 2018", "2018-04-03"),
    ("duckling vi", "quý 4 của năm 2018", "2018-10-01/2018-12-31"),
    ("nemo vi", "25-03-1975", "1975-03-25"),
    ("nemo vi", "10.05.2000", "2000-05-10"),
    ("nemo vi", "tháng 1 2024", "2024-01-01/2024-01-31"),
    ("nemo vi", "tháng 04/1969", "1969-04-01/1969-04-30"),
    ("nemo vi", "ngày 12 tháng mười hai năm 2023", "2023-12-12"),
    ("nemo vi", "ngày hai mươi tư tháng bẩy năm hai không mười ba", "2013-07-24"),
    ("nemo vi", "mùng một tháng một năm một chín chín chín", "1999-01-01"),
    ("nemo vi", "tháng mười năm hai ngàn linh chín", "2009-10-01/2009-10-31"),
    ("nemo vi", "tháng năm năm một nghìn không trăm linh ba", "1003-05-01/1003-05-31"),
    ("nemo vi", "năm một tám năm hai", "1852-01-01/1852-12-31"),
    ("nemo vi", "năm hai không linh chín", "2009-01-01/2009-12-31"),
    ("nemo vi", "năm hai không hai ba", "2023-01-01/2023-12-31"),
    ("nemo vi", "tháng sáu năm hai không hai mốt", "2021-06-01/2021-06-30"),
    ("nemo vi", "năm hai nghìn không trăm hai mươi bốn", "2024-01-01/2024-12-31"),
    ("brief", "ngày mùng ba tháng hai năm hai nghìn không trăm hai mươi", "2020-02-03"),
    ("brief", "tháng mười hai năm một nghìn chín trăm tám mươi hai", "1982-12-01/1982-12-31"),
]


@pytest.mark.parametrize(("text", "days"), cases(COMPLETE))
def test_an_expression_with_its_year_needs_no_context(text: str, days: str) -> None:
    assert parse_period(text) == period(days)
    time = governing(text)[0]
    assert time.explicit_year
    assert resolve(time, date=OCTOBER, year=1999) == period(days)


# --- expressions that need the document's date, or the year that is spoken of --------------------------------------------

DATED = [
    ("hard_cases 85", "ngày 3/12", "2020-12-03"),
    ("hard_cases 90", "quí ba", "2020-07-01/2020-09-30"),
    ("hard_cases 97", "từ đầu năm đến nay", "2020-01-01/2020-10-20"),
    ("contract", "hiện nay", "2020-10-20"),
    ("brief", "từ nay đến cuối năm", "2020-10-20/2020-12-31"),
    ("brief", "từ nay đến hết tháng", "2020-10-20/2020-10-31"),
    ("brief", "ba tháng qua", "2020-08-01/2020-10-31"),
    ("brief", "12 tháng vừa qua", "2019-11-01/2020-10-31"),
    ("contract", "hiện tại", "2020-10-20"),
    ("contract", "5 năm qua", "2016-01-01/2020-12-31"),
    ("contract", "3 năm gần đây", "2018-01-01/2020-12-31"),
    ("contract", "tuần trước", "2020-10-12/2020-10-18"),
    ("contract", "từ ngày 7/10", "2020-10-07/2020-10-20"),
    ("brief", "hôm nay", "2020-10-20"),
    ("brief", "sáng nay", "2020-10-20"),
    ("brief", "chiều qua", "2020-10-19"),
    ("brief", "hôm qua", "2020-10-19"),
    ("brief", "năm nay", "2020-01-01/2020-12-31"),
    ("brief", "năm ngoái", "2019-01-01/2019-12-31"),
    ("brief", "tháng này", "2020-10-01/2020-10-31"),
    ("brief", "tháng trước", "2020-09-01/2020-09-30"),
    ("brief", "quý trước", "2020-07-01/2020-09-30"),
    ("brief", "trong tháng", "2020-10-01/2020-10-31"),
    ("brief", "cả năm", "2020-01-01/2020-12-31"),
    ("brief", "9 tháng đầu năm nay", "2020-01-01/2020-09-30"),
    ("brief", "quý 3 năm trước", "2019-07-01/2019-09-30"),
    ("brief", "tháng 10 này", "2020-10-01/2020-10-31"),
    ("brief", "6 tháng cuối năm", "2020-07-01/2020-12-31"),
    ("brief", "tuần từ 11-17/10", "2020-10-11/2020-10-17"),
    ("brief", "năm học này", "2020-09-01/2021-08-31"),
    ("brief", "từ năm 2003 tới nay", "2003-01-01/2020-10-20"),
    ("brief", "từ đầu năm 2007", "2007-01-01/2020-10-20"),
    ("brief", "từ 01/01 đến 31/3", "2020-01-01/2020-03-31"),
    ("reports", "3 năm học gần đây", "2018-09-01/2021-08-31"),
    ("reports", "từ đầu tháng 10 đến nay", "2020-10-01/2020-10-20"),
    ("reports", "từ đầu năm đến hết tháng 9", "2020-01-01/2020-09-30"),
    ("reports", "đến 30/5 vẫn còn", "2020-05-30"),
    ("reports", "Sau 9 tháng, toàn huyện", "2020-01-01/2020-09-30"),
    ("reports", "Lũy kế 9 tháng, tỉnh", "2020-01-01/2020-09-30"),
    ("reports", "đêm 30/9", "2020-09-30"),
    ("duckling vi", "hôm kia", "2020-10-18"),
    ("duckling vi", "ngày mai", "2020-10-21"),
    ("duckling vi", "tháng sau", "2020-11-01/2020-11-30"),
    ("duckling vi", "quý hiện tại", "2020-10-01/2020-12-31"),
    ("duckling vi", "năm tiếp theo", "2021-01-01/2021-12-31"),
    ("duckling vi", "3/9/91", "1991-09-03"),
    ("duckling vi", "07/03", "2020-03-07"),
    ("nemo vi", "tháng 5 năm nay", "2020-05-01/2020-05-31"),
    ("nemo vi", "ngày 4 tháng này", "2020-10-04"),
    ("nemo vi", "ngày ba mươi tháng tư", "2020-04-30"),
]


@pytest.mark.parametrize(("text", "days"), cases(DATED))
def test_an_open_expression_is_counted_from_the_documents_date(text: str, days: str) -> None:
    assert parse_period(text, OCTOBER) == period(days)


@pytest.mark.parametrize(
    ("text", "year", "days"),
    cases(
        [
            ("brief", "6 tháng đầu năm", 2018, "2018-01-01/2018-06-30"),
            ("brief", "trong quý III", 2018, "2018-07-01/2018-09-30"),
            ("brief", "trong năm", 2018, "2018-01-01/2018-12-31"),
            ("brief", "ngày 3/12", 2018, "2018-12-03"),
            ("reports", "năm qua", 2003, "2003-01-01/2003-12-31"),
            ("brief", "năm nay", 2018, "2020-01-01/2020-12-31"),
            ("brief", "năm 2016", 2018, "2016-01-01/2016-12-31"),
        ]
    ),
)
def test_the_year_of_the_passage_comes_before_the_documents_year(text: str, year: int, days: str) -> None:
    assert resolved(text, date=OCTOBER, year=year) == period(days)


@pytest.mark.parametrize(
    "text", ["ngày 3/12", "quý III", "hiện nay", "từ đầu năm đến nay", "năm nay", "6 tháng đầu năm", "tuần trước", "5 năm qua"]
)
def test_without_any_date_an_open_expression_names_no_days(text: str) -> None:
    """hard_cases 86: never today's year."""
    assert governing(text)
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "today", "days"),
    cases(
        [
            ("brief: just ended", "6 tháng qua", "2021-07-05", "2021-01-01/2021-06-30"),
            ("brief: still going", "sáu tháng qua", "2021-06-25", "2021-01-01/2021-06-30"),
            ("own: into the year before", "2 tháng qua", "2021-01-08", "2020-11-01/2020-12-31"),
        ]
    ),
)
def test_the_last_months_are_those_that_a_report_of_the_day_covers(text: str, today: str, days: str) -> None:
    assert resolved(text, date=date.fromisoformat(today)) == period(days)


@pytest.mark.parametrize("text", ["hơn 6 tháng qua", "hai tháng gần đây", "năm tháng qua đi"])
def test_fuzzy_last_months_name_no_days(text: str) -> None:
    assert resolved(text, date=OCTOBER) is None


def test_november_in_a_january_text_is_the_one_just_past() -> None:
    assert parse_period("tháng 11", date(2021, 1, 5)) == period("2020-11-01/2020-11-30")


# --- expressions that stand beside a period ---------------------------------------------------------------------------------

BESIDE = [
    ("hard_cases 101", "cùng kỳ năm trước", "2022-01-01/2022-06-30", "2021-01-01/2021-06-30"),
    ("contract", "cùng kỳ", "2022-01-01/2022-06-30", "2021-01-01/2021-06-30"),
    ("brief", "cùng kỳ năm 2018", "2019-01-01/2019-09-30", "2018-01-01/2018-09-30"),
    ("brief", "cùng kỳ năm ngoái", "2020-02-01/2020-02-29", "2019-02-01/2019-02-28"),
    ("brief", "cùng kỳ năm trước", "2021-02-01/2021-02-28", "2020-02-01/2020-02-29"),
    ("brief", "cùng kỳ tháng trước", "2022-10-01/2022-10-20", "2022-09-01/2022-09-20"),
    ("brief", "năm trước", "2022-01-01/2022-12-31", "2021-01-01/2021-12-31"),
    ("brief", "năm ngoái", "2018-01-01/2018-12-31", "2017-01-01/2017-12-31"),
    ("brief", "tháng trước", "2013-10-01/2013-10-31", "2013-09-01/2013-09-30"),
    ("brief", "tháng trước", "2013-01-01/2013-01-31", "2012-12-01/2012-12-31"),
    ("brief", "quý trước", "2013-01-01/2013-03-31", "2012-10-01/2012-12-31"),
    ("brief", "quý 3 năm trước", "2013-07-01/2013-09-30", "2012-07-01/2012-09-30"),
    ("brief", "tuần trước đó", "2013-10-11/2013-10-17", "2013-10-04/2013-10-10"),
    ("brief", "năm học trước", "2018-09-01/2019-08-31", "2017-09-01/2018-08-31"),
    ("reports", "năm học 2017-2018", "2018-09-01/2019-08-31", "2017-09-01/2018-08-31"),
    ("reports", "9 tháng năm 2018", "2019-01-01/2019-09-30", "2018-01-01/2018-09-30"),
    ("brief", "trong kỳ", "2013-07-01/2013-09-30", "2013-07-01/2013-09-30"),
    ("brief", "trong thời gian trên", "2013-07-01/2013-09-30", "2013-07-01/2013-09-30"),
    ("brief", "thời gian này", "2013-07-01/2013-09-30", "2013-07-01/2013-09-30"),
    ("brief", "cùng thời gian này", "2013-07-01/2013-09-30", "2013-07-01/2013-09-30"),
    ("brief", "cùng thời gian này năm trước", "2013-07-01/2013-09-30", "2012-07-01/2012-09-30"),
    ("brief", "kỳ trước", "2013-07-01/2013-09-30", "2013-04-01/2013-06-30"),
    ("reports", "trong tháng", "2023-05-01/2023-05-31", "2023-05-01/2023-05-31"),
    ("reports", "trong năm học", "2018-09-01/2019-08-31", "2018-09-01/2019-08-31"),
    ("reports", "cùng ngày", "2013-11-08", "2013-11-08"),
    ("set g", "cả giai đoạn", "2018-01-01/2020-12-31", "2018-01-01/2020-12-31"),
]


@pytest.mark.parametrize(("text", "beside", "days"), cases(BESIDE))
def test_a_relative_expression_counts_from_the_period_it_stands_beside(text: str, beside: str, days: str) -> None:
    assert resolved("so với " + text, date=date(2024, 3, 1), period=period(beside)) == period(days)


def test_what_the_passage_does_not_name_is_unknown() -> None:
    assert resolved("cả giai đoạn", period=period("2020-01-01/2020-12-31")) is None  # one year is no stage of years
    assert resolved("kỳ trước", period=period("2019-05-15")) is None  # of a state on a day
    assert resolved("từ nay đến hết năm 2030", date=date(2024, 7, 12)) == period("2024-07-12/2030-12-31")
    assert resolved("từ nay đến hết năm 2030") is None


def test_the_same_period_needs_a_period() -> None:
    assert resolved("so với cùng kỳ", date=OCTOBER) is None


# --- years told by a neighbour ----------------------------------------------------------------------------------------------

SHARED = [
    ("hard_cases 93", "6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2020", ["2020-01-01/2020-06-30", "2020-07-01/2020-12-31"]),
    ("hard_cases 94", "quý III và 9 tháng năm 2023", ["2023-07-01/2023-09-30", "2023-01-01/2023-09-30"]),
    ("own: a number between", "9 lượt trong quý I và 12 lượt trong quý II năm 2022", ["2022-01-01/2022-03-31", "2022-04-01/2022-06-30"]),
    ("reports", "kết quả tháng 5, nhiệm vụ trọng tâm tháng 6 năm 2024", ["2024-05-01/2024-05-31", "2024-06-01/2024-06-30"]),
    ("reports", "6 tháng đầu năm, phương hướng 6 tháng cuối năm 2022", ["2022-01-01/2022-06-30", "2022-07-01/2022-12-31"]),
]


@pytest.mark.parametrize(("text", "days"), cases(SHARED))
def test_a_year_written_once_holds_for_both_neighbours(text: str, days: list[str]) -> None:
    assert [resolve(time, date=None, year=1999) for time in governing(text)] == [period(each) for each in days]


# --- roles ------------------------------------------------------------------------------------------------------------------

ROLES_OF = [
    ("brief", "tính đến ngày 30/9/2023", "tính đến ngày 30/9/2023", "as_of"),
    ("brief", "đến hết ngày 31/10", "đến hết ngày 31/10", "as_of"),
    ("brief", "đến nay đã có", "đến nay", "as_of"),
    ("brief", "đến thời điểm này", "đến thời điểm này", "as_of"),
    ("contract", "hiện khoảng 7.850 đồng", "hiện", "as_of"),
    ("set g", "từ nay đến hết năm 2030, xã", "từ nay đến hết năm 2030", "period"),
    ("set g", "Trong giai đoạn, ngân hàng", "trong giai đoạn", "period"),
    ("set f", "Trong 15 tháng, xã có", "15 tháng", "unknown"),
    ("set f", "Trong vòng 3 tuần, xã có", "3 tuần", "unknown"),
    ("contract", "đến năm 2025 đạt 95%", "đến năm 2025", "period"),
    ("brief", "kể từ ngày 1/7", "kể từ ngày 1/7", "since"),
    ("brief", "từ năm 2017, huyện", "từ năm 2017", "since"),
    ("brief", "từ tháng 1-6/2023", "từ tháng 1-6/2023", "period"),
    ("hard_cases 98", "từ đầu nhiệm kỳ đến nay", "từ đầu nhiệm kỳ đến nay", "unknown"),
    ("contract", "mới đây", "mới đây", "unknown"),
    ("contract", "mỗi năm đào tạo", "mỗi năm", "unknown"),
    ("contract", "hơn 10 năm qua", "10 năm qua", "unknown"),
    ("hard_cases 102", "đầu năm", "đầu năm", "duration"),
    ("reports", "cũng như cuối 2016", "cuối 2016", "duration"),
    ("reports", "đến cuối 2016", "đến cuối 2016", "as_of"),
    ("reports", "trong tuần từ 11-17/10", "từ 11-17/10", "period"),
    ("hard_cases 102", "cuối quý II", "cuối quý ii", "duration"),
    ("hard_cases 107", "rằm tháng Bảy âm lịch", "rằm tháng bảy âm lịch", "duration"),
    ("hard_cases 108", "kỷ niệm 78 năm Ngày Quốc khánh", "78 năm", "duration"),
    ("hard_cases 109", "trong vòng 30 ngày", "30 ngày", "duration"),
    ("hard_cases 109", "sau 20 năm đổi mới", "20 năm", "duration"),
    ("contract", "thời hạn 15 ngày", "15 ngày", "duration"),
    ("contract", "trước ngày 30/10", "ngày 30/10", "duration"),
    ("brief", "vào các ngày 15 và 30 hằng tháng", "các ngày 15 và 30 hằng tháng", "duration"),
    ("nemo vi", "ngày 14/4 hàng năm", "ngày 14/4 hàng năm", "duration"),
    ("reports", "vụ Thu Đông 2013", "vụ thu đông 2013", "duration"),
    ("reports", "vụ Đông Xuân năm 2013–2014", "vụ đông xuân năm 2013-2014", "duration"),
    ("reports", "Luật Tiếp công dân năm 2013", "năm 2013", "name"),
    ("reports", "Quyết định số 1127/QĐ-UBND ngày 14/3/2024", "ngày 14/3/2024", "name"),
    ("hard_cases 143", "sinh năm 1975", "năm 1975", "name"),
    ("hard_cases 144", "mở cửa 08:30", "08:30", "clock"),
    ("brief", "lúc 15h55", "15h55", "clock"),
    ("brief", "lúc 14 giờ 30 phút", "14 giờ 30 phút", "clock"),
]


@pytest.mark.parametrize(("text", "span", "role"), cases(ROLES_OF))
def test_each_expression_has_one_role(text: str, span: str, role: str) -> None:
    (found,) = read(text)
    assert found[0] == span
    assert found[1].role == role
    assert found[1].governs == (role not in ("duration", "clock", "name"))


@pytest.mark.parametrize(
    ("text", "flag", "days"),
    cases(
        [
            ("hard_cases 104", "ngày 31/4/2022", "invalid_date", None),
            ("hard_cases 104", "từ ngày 29 đến 31/2/2022", "invalid_date", None),
            ("hard_cases 105", "2/19/2020", "us_order", "2020-02-19"),
            ("hard_cases 106", "Cập nhật: 7/3/2022 9:15", "ambiguous_order", "2022-03-07"),
        ]
    ),
)
def test_a_doubtful_date_is_claimed_and_flagged(text: str, flag: str, days: str | None) -> None:
    time = read(text)[0][1]
    assert time.flags == (flag,)
    assert resolve(time, date=OCTOBER) == period(days)


def test_a_full_date_has_day_month_and_year() -> None:
    assert [time.is_full_date for _, time in read("ngày 3/12/2020, tháng 12/2020. Năm 2020. Ngày 3/12")] == [True, False, False, False]


# --- no times ----------------------------------------------------------------------------------------------------------------

NO_TIMES = [
    ("hard_cases 22", "một trăm linh năm hộ"),
    ("hard_cases 23", "năm mươi lăm mô hình"),
    ("hard_cases 24", "hai nghìn không trăm hai mươi hộ"),
    ("hard_cases 38", "45/47 xã"),
    ("hard_cases 42", "2/3 số hộ"),
    ("hard_cases 62", "đạt 8/10 tiêu chí"),
    ("hard_cases 63", "xếp thứ 12/63 tỉnh, thành phố"),
    ("hard_cases 65", "chiếm 3/4 diện tích"),
    ("hard_cases 65", "lên đến 3/4 diện tích"),
    ("hard_cases 79", "1.200 ngày công"),
    ("hard_cases 117", "210 lượt/245 người"),
    ("hard_cases 21", "đứng thứ tư"),
    ("brief", "năm doanh nghiệp"),
    ("brief", "trong năm doanh nghiệp được kiểm tra"),
    ("brief", "năm trăm hồ sơ"),
    ("brief", "2020 hồ sơ"),
    ("brief", "25/25 xã"),
    ("brief", "phạt tù 12 năm"),
    ("brief", "12 năm tù"),
    ("brief", "giảm 3 ngày làm việc"),
    ("brief", "rút từ 30 ngày xuống còn 22 ngày"),
    ("brief", "thời gian giải quyết là 22 ngày"),
    ("brief", "52 tuổi"),
    ("contract", "5.250-5.350 đồng"),
    ("contract", "giá 1950-2000 đồng"),
    ("reports", "thực hiện, phát hiện, hiện đại, hiện vật"),
    ("reports", "lương tháng thứ 13"),
    ("reports", "trả lương đủ 12 tháng"),
    ("reports", "quý vị đại biểu"),
    ("reports", "tiếp 24/12 ngày theo quy định (24/12 ngày, đạt 200%)"),
    ("reports", "Cách mạng tháng Tám"),
    ("reports", "tỷ lệ chọi giảm từ 1/7 xuống 1/3"),
    ("reports", "uống ngày 6 gói"),
    ("reports", "tỷ số 2-1"),
    ("reports", "trong kỳ họp"),
]


@pytest.mark.parametrize("text", cases(NO_TIMES))
def test_what_only_looks_like_a_time_is_not_claimed(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    cases(
        [
            ("brief", "năm 2018 có 12 vụ, giảm 2 vụ so với cùng kỳ năm 2017", ["năm 2018", "cùng kỳ năm 2017"]),
            ("reports", "hôm nay 24-5, tỉnh công bố", ["hôm nay", "24-5"]),
            ("reports", "trong tháng 10 này tăng 0,57% so với tháng trước", ["tháng 10 này", "tháng trước"]),
            ("reports", "20h ngày 5-6", ["20h", "ngày 5-6"]),
            ("brief", "mở cửa 7 giờ 30 đến 11 giờ 30 các ngày", ["7 giờ 30", "11 giờ 30"]),
            ("brief", "khai mạc lúc 8 giờ 15, tại hội trường", ["8 giờ 15"]),
            ("brief", "vào ngày 30/8 và 1/9, bờ biển", ["ngày 30/8", "1/9"]),
            ("brief", "các ngày 3/6, 5/6 và 7/6 họp", ["ngày 3/6", "5/6", "7/6"]),
            ("against", "đạt 3/4, 5/9 và 7/9 tiêu chí", []),
            ("against", "sau thời gian này, hơn 6 tháng qua", ["6 tháng qua"]),
            ("reports", "trong hai tháng 12/2003 và 1/2004", ["tháng 12/2003", "1/2004"]),
            ("reports", "từ 16h45 ngày 9/5 đến 22h15 ngày 10/5", ["16h45", "ngày 9/5", "22h15", "ngày 10/5"]),
        ]
    ),
)
def test_the_longest_reading_is_claimed_at_each_place(text: str, claimed: list[str]) -> None:
    assert spans(text) == claimed


def test_spelling_and_spaces_do_not_matter() -> None:
    for text in ("Quý III năm 2020", "QUÍ III NĂM 2020", "quý\u00a0III  năm\u00a02020"):
        assert parse_period(text) == period("2020-07-01/2020-09-30")


# --- the tables ----------------------------------------------------------------------------------------------------------------


def test_every_form_has_a_builder_and_every_fixed_expression_a_known_role() -> None:
    assert {form.name for form in words.FORMS} == set(_BUILDERS)
    assert {fixed.role for fixed in words.FIXED.values()} <= set(ROLES)


def test_the_regex_of_number_words_knows_exactly_the_table() -> None:
    pattern = regex.compile(words._number_words())
    assert all(pattern.fullmatch(word) for word in words.NUMBER_WORDS)
    pieces = sorted({piece for word in words.NUMBER_WORDS for piece in word.split()})
    phrases = [" ".join(each) for size in (1, 2, 3) for each in product(pieces, repeat=size)]
    assert {phrase for phrase in phrases if pattern.fullmatch(phrase)} == set(words.NUMBER_WORDS)


@pytest.mark.parametrize("text", sorted({*words.FIXED, *words.UNKNOWN, *words.PASSING}))
def test_every_fixed_expression_is_read_whole(text: str) -> None:
    assert spans(f"({text})") == [fold(text)]


@pytest.mark.parametrize("form", words.FORMS, ids=lambda form: form.name)
def test_every_start_of_words_is_seen(form: words.Form) -> None:
    for start in form.starts:
        if not start.startswith("#"):
            for number in ("7", "hai") if start.endswith("~") else ("7",):
                assert _GATE.match("\n" + fold(start).replace("#", "7").replace("~", number) + " ") is not None


# --- properties ------------------------------------------------------------------------------------------------------------------

_WORDS = (
    "ngày tháng năm quý từ đến nay tính hết đầu cuối giữa trước sau cùng kỳ hiện tuần nửa học giai đoạn nhiệm mùng âm lịch thứ ba sáng "
    "hai mười không nghìn trăm giảm tù cập nhật hồ sơ xã trong qua I III 0 2 3 9 12 13 29 31 99 1900 2020 2100 9999 2/3 31/2/2020 "
    "29/2/2021 11-17/10 2011-2015 / - . , : ( ) h %"
).split()
_PIECES = st.sampled_from([*_WORDS, "cùng kỳ", "tính đến", "nhiệm kỳ", "\n", " "])
_TEXTS = st.one_of(st.lists(_PIECES, max_size=14).map(" ".join), st.lists(_PIECES, max_size=10).map("".join), st.text(max_size=60))
_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_PERIODS = st.tuples(_DAYS, _DAYS).map(lambda days: Period(min(days), max(days)))


@given(_TEXTS)
def test_times_stand_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    folded = Text.of(text).folded
    end = 0
    for time in find_times(folded):
        assert end <= time.start < time.end <= len(folded)
        assert time.role in ROLES
        end = time.end


@given(_TEXTS, st.none() | _DAYS, st.none() | st.integers(1900, 2100), st.none() | _PERIODS)
def test_resolving_never_raises_and_always_says_the_same(text: str, day: date | None, year: int | None, beside: Period | None) -> None:
    for time in find_times(Text.of(text).folded):
        days = resolve(time, date=day, year=year, period=beside)
        assert days == resolve(time, date=day, year=year, period=beside)
        assert days is None or days.start <= days.end
        assert isinstance(time.granularity, str)
        if time.role == "as_of" and days:
            assert days.is_day


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_written_date_is_read_back(day: date) -> None:
    assert parse_period(f"ngày {day.day}/{day.month}/{day.year}") == Period(day, day)
    assert parse_period(f"ngày {day.day} tháng {day.month} năm {day.year}") == Period(day, day)


@given(_PERIODS, st.integers(-3, 3))
def test_the_same_period_of_another_year_keeps_its_length_in_months(beside: Period, years: int) -> None:
    year = beside.end.year + years
    days = resolve(governing(f"cùng kỳ năm {year}")[0], date=None, period=beside)
    if 1900 <= year <= 2100:
        assert days is not None
        assert days.end.year == year
        assert (days.start.month, days.end.month) == (beside.start.month, beside.end.month)
