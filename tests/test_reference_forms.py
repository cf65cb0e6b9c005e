"""parse_number and parse_period read the forms that Duckling's and NeMo text processing's Vietnamese test corpora hold.

The figures are ours; the forms are theirs: numerals, money and absolute dates of facebook/duckling (Duckling/*/VI/Corpus.hs),
cardinals, decimals, fractions, money and dates of NVIDIA/NeMo-text-processing (tests/nemo_text_processing/vi), written and spoken.
Left out are clock times, letter-by-letter reading, and small coins of foreign currencies.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from _pytest.mark import ParameterSet

import qcdc_extract as qx
from qcdc_extract.model import Period

THURSDAY = date(2021, 9, 16)


def cases(rows: Iterable[tuple[Any, ...]]) -> list[ParameterSet]:
    """The rows without their first column, which says whose form it is."""
    return [pytest.param(*row[1:], id=f"{row[0]}: {row[1]}") for row in rows]


def said(text: str) -> str | None:
    """What a number says: "12", "-3.5", "10..20", "2/3". A direction that a sign gives counts as the sign."""
    number = qx.parse_number(text)
    if number is None or number.value is None:
        return None
    sign = "-" if number.signed == "decrease" else ""
    value = sign + plain(number.value)
    if number.value_max is not None:
        return f"{value}..{plain(number.value_max)}"
    return f"{value}/{plain(number.total)}" if number.total is not None else value


def plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


NUMERALS = [
    ("duckling forms", "0", "0"),
    ("duckling forms", "không", "0"),
    ("duckling forms", "7", "7"),
    ("duckling forms", "bảy", "7"),
    ("duckling forms", "44", "44"),
    ("duckling forms", "bốn mươi bốn", "44"),
    ("duckling forms", "mười bốn", "14"),
    ("duckling forms", "mười sáu", "16"),
    ("duckling forms", "mười chín", "19"),
    ("duckling forms", "trăm", "100"),
    ("duckling forms", "2,3", "2.3"),
    ("duckling forms", "2,30", "2.3"),
    ("duckling forms", "02,30", "2.3"),
    ("duckling forms", "0,64", "0.64"),
    ("duckling forms", ",64", "0.64"),
    ("duckling forms", "300.000", "300000"),
    ("duckling forms", "300000", "300000"),
    ("duckling forms", "300K", "300000"),
    ("duckling forms", "300k", "300000"),
    ("duckling forms", "4M", "4000000"),
    ("duckling forms", "4000K", "4000000"),
    ("duckling forms", "4.000.000", "4000000"),
    ("duckling forms", "1,7M", "1700000"),
    ("duckling forms", "1700K", "1700000"),
    ("duckling forms", ",0017G", "1700000"),
    ("duckling forms", "- 1.700.000", "-1700000"),
    ("duckling forms", "-1700000", "-1700000"),
    ("duckling forms", "âm 1.700.000", "-1700000"),
    ("duckling forms", "-1,7M", "-1700000"),
    ("duckling forms", "-1700K", "-1700000"),
    ("duckling forms", "-,0017G", "-1700000"),
    ("duckling forms", "ba chục", "30"),
    ("duckling forms", "ba mươi", "30"),
    ("duckling forms", "6 nghìn", "6000"),
    ("duckling forms", "sáu nghìn", "6000"),
    ("duckling forms", "sáu ngàn", "6000"),
    ("duckling forms", "bốn trăm ngàn", "400000"),
    ("duckling forms", "hai tỷ", "2000000000"),
    ("duckling forms", "hai tỉ", "2000000000"),
    ("duckling forms", "ba mươi mốt nghìn không trăm mười một", "31011"),
    ("duckling forms", "tám trăm ba mươi mốt nghìn không trăm mười hai", "831012"),
]

CARDINALS = [
    ("nemo forms", "hai trăm", "200"),
    ("nemo forms", "ba mốt", "31"),
    ("nemo forms", "ba mươi mốt", "31"),
    ("nemo forms", "năm ba", "53"),
    ("nemo forms", "sáu mươi tư", "64"),
    ("nemo forms", "bảy lăm", "75"),
    ("nemo forms", "tám bảy", "87"),
    ("nemo forms", "tám mươi bẩy", "87"),
    ("nemo forms", "bẩy mươi", "70"),
    ("nemo forms", "hai trăm linh ba", "203"),
    ("nemo forms", "hai trăm lẻ tư", "204"),
    ("nemo forms", "hai trăm ba mươi", "230"),
    ("nemo forms", "hai trăm ba", "230"),
    ("nemo forms", "hai trăm mốt", "210"),
    ("nemo forms", "hai trăm mười một", "211"),
    ("nemo forms", "sáu trăm tư", "640"),
    ("nemo forms", "bảy trăm rưỡi", "750"),
    ("nemo forms", "hai nghìn ba mươi", "2030"),
    ("nemo forms", "hai ngàn tám lăm", "2085"),
    ("nemo forms", "hai nghìn hai sáu", "2026"),
    ("nemo forms", "hai ngàn lẻ một", "2001"),
    ("nemo forms", "hai ngàn mốt", "2100"),
    ("nemo forms", "sáu ngàn rưỡi", "6500"),
    ("nemo forms", "bốn nghìn năm", "4005"),
    ("nemo forms", "hai trăm ba sáu nghìn ba trăm sáu mốt", "236361"),
    ("nemo forms", "hai triệu không trăm sáu mươi bảy ngàn hai trăm tám mươi tư", "2067284"),
    ("nemo forms", "mười hai triệu không trăm sáu bảy nghìn hai trăm bẩy tư", "12067274"),
    ("nemo forms", "ba tỷ tám trăm bảy chín triệu bốn trăm tám mươi ba ngàn sáu trăm ba mươi lăm", "3879483635"),
    ("nemo forms", "bốn tỉ bảy trăm triệu", "4700000000"),
    ("nemo forms", "hai trăm tỷ hai trăm mười", "200000000210"),
    ("nemo forms", "hai tỉ hai triệu hai trăm", "2002000200"),
    ("nemo forms", "âm ba mươi lăm nghìn bốn bảy", "-35047"),
    ("nemo forms", "trừ ba lăm ngàn không trăm bốn mươi bẩy", "-35047"),
    ("nemo forms", "trừ hai nghìn tám trăm bốn bảy", "-2847"),
    ("nemo forms", "âm bảy mươi", "-70"),
    ("nemo forms", "âm hai triệu không trăm linh ba", "-2000003"),
    ("nemo forms", "mười", "10"),
    ("nemo forms", "mười lăm", "15"),
    ("nemo forms", "mười bẩy", "17"),
    ("nemo forms", "ba triệu mười", "3000010"),
    ("nemo forms", "hai ngàn mười bốn", "2014"),
    ("nemo forms", "ba triệu linh một", "3000001"),
    ("nemo forms", "ba triệu hai nghìn linh một", "3002001"),
    ("nemo forms", "ba triệu sáu mươi nghìn linh bốn", "3060004"),
    ("nemo forms", "hai tỷ linh một", "2000000001"),
    ("nemo forms", "sáu triệu năm trăm nghìn", "6500000"),
    ("nemo forms", "hai nghìn tỷ", "2000000000000"),
    ("nemo forms", "hai triệu tỷ", "2000000000000000"),
    ("nemo forms", "hai tỷ tỷ", "2000000000000000000"),
    (
        "nemo forms",
        "ba nghìn một trăm hai mươi tư tỷ sáu trăm năm mươi bảy triệu chín trăm tám mươi nghìn hai trăm mười ba",
        "3124657980213",
    ),
    ("nemo forms", "-2", "-2"),
    ("nemo forms", "-36", "-36"),
    ("nemo forms", "-2001", "-2001"),
    ("nemo forms", "2050004", "2050004"),
    ("nemo forms", "4321098765432", "4321098765432"),
]

DECIMALS = [
    ("nemo forms", "không phẩy ba triệu", "300000"),
    ("nemo forms", "một triệu tư", "1400000"),
    ("nemo forms", "mười chín vạn", "190000"),
    ("nemo forms", "ba trăm sáu triệu", "360000000"),
    ("nemo forms", "năm triệu bảy", "5700000"),
    ("nemo forms", "hai trăm mười tỉ", "210000000000"),
    ("nemo forms", "bảy mươi phẩy ba năm không", "70.35"),
    ("nemo forms", "bảy mươi chấm ba tư", "70.34"),
    ("nemo forms", "chín trăm mười tám phẩy bốn không bốn", "918.404"),
    ("nemo forms", "không chấm sáu", "0.6"),
    ("nemo forms", "mười hai triệu rưỡi", "12500000"),
    ("nemo forms", "mười hai triệu mốt", "12100000"),
    ("nemo forms", "tám tám tỷ tám", "88800000000"),
    ("nemo forms", "trừ tám tám tỷ tám", "-88800000000"),
    ("nemo forms", "âm tám tám chấm tám lăm tỷ", "-88850000000"),
    ("nemo forms", "ba mươi chấm tư", "30.4"),
    ("nemo forms", "mười ba chấm mốt", "13.1"),
    ("nemo forms", "tám trăm tám ba chấm lăm", "883.5"),
    ("nemo forms", "không phẩy không bảy", "0.07"),
    ("nemo forms", "không phẩy không không hai", "0.002"),
    ("nemo forms", "hai phẩy không năm", "2.05"),
    ("nemo forms", "mười ba phẩy bốn năm", "13.45"),
    ("nemo forms", "hai trăm phẩy không không ba", "200.003"),
    ("nemo forms", "hai nghìn phẩy không năm", "2000.05"),
    ("nemo forms", "hai triệu phẩy không không không hai", "2000000.0002"),
    ("nemo forms", "bốn tỷ phẩy không không không không hai", "4000000000.00002"),
    ("nemo forms", "hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu phẩy tám chín một", "234567000000.891"),
    ("nemo forms", "hai nghìn không trăm linh sáu phẩy không ba", "2006.03"),
    ("nemo forms", "  bốn   phẩy   không   tám  ", "4.08"),
    ("nemo forms", "hai nghìn linh một chấm không sáu", "2001.06"),
    ("nemo forms", "bốn triệu linh một phẩy không không tám", "4000001.008"),
    ("nemo forms", "năm tỷ lẻ sáu chấm ba bốn năm", "5000000006.345"),
    ("nemo forms", "hai phẩy hai ba bốn năm sáu bảy tám chín một", "2.234567891"),
    ("nemo forms", "âm mười ba phẩy không hai", "-13.02"),
    ("nemo forms", "âm hai trăm lẻ ba phẩy bốn năm sáu", "-203.456"),
    ("nemo forms", "hai trăm phẩy không", "200"),
    ("nemo forms", "hai chấm năm triệu", "2500000"),
    ("nemo forms", "bốn phẩy ba nghìn", "4300"),
    ("nemo forms", "0,3 triệu", "300000"),
    ("nemo forms", "19 vạn", "190000"),
    ("nemo forms", "717,404", "717.404"),
    ("nemo forms", "70,350", "70.35"),
    ("nemo forms", "456,000", "456"),
    ("nemo forms", "-88,85 tỷ", "-88850000000"),
    ("nemo forms", "-0,006", "-0.006"),
    ("nemo forms", "4,15 tỷ", "4150000000"),
    ("nemo forms", "20,02 vạn", "200200"),
    ("nemo forms", "0,0002", "0.0002"),
    ("nemo forms", "-2,02", "-2.02"),
    ("nemo forms", "0.3 triệu", "300000"),
    ("nemo forms", "-88.8 tỷ", "-88800000000"),
    ("nemo forms", "2000.05", "2000.05"),
    ("nemo forms", "0.00002", "0.00002"),
    ("nemo forms", "2000000.0002", "2000000.0002"),
    ("nemo forms", "234567000000.891", "234567000000.891"),
    ("nemo forms", "2k", "2000"),
    ("nemo forms", "200k", "200000"),
    ("nemo forms", "2tr", "2000000"),
    ("nemo forms", "200tr", "200000000"),
    ("nemo forms", "1tr3", "1300000"),
    ("nemo forms", "3tr5", "3500000"),
    ("nemo forms", "2t", "2000000000"),
    ("nemo forms", "200t", "200000000000"),
    ("nemo forms", "3t4", "3400000000"),
    ("nemo forms", "2 tỉ", "2000000000"),
]

FRACTIONS = [
    ("nemo forms", "một trên ba", "1/3"),
    ("nemo forms", "hai trên mười bảy", "2/17"),
    ("nemo forms", "ba lăm phần hai trăm mốt", "35/210"),
    ("nemo forms", "hai sáu chia mười ba", "26/13"),
    ("nemo forms", "một chia bẩy", "1/7"),
    ("nemo forms", "hai mươi phần một trăm", "20/100"),
    ("nemo forms", "ba phần tư", "3/4"),
    ("nemo forms", "tám phần tám", "8/8"),
    ("nemo forms", "một phần mười", "1/10"),
    ("nemo forms", "trừ bảy phần mười hai", "-7/12"),
    ("nemo forms", "âm hai trên bảy", "-2/7"),
    ("nemo forms", "trừ hai mươi phần một trăm", "-20/100"),
    ("nemo forms", "âm bảy phần ba", "-7/3"),
    ("nemo forms", "mười hai phần năm", "12/5"),
    ("nemo forms", "âm ba phần tư", "-3/4"),
    ("nemo forms", "1/3", "1/3"),
    ("nemo forms", "7/4", "7/4"),
    ("nemo forms", "-2/3", "-2/3"),
    # Mixed numbers are one fraction: 7 and 1/5 are 36/5.
    ("nemo forms", "7 1/5", "36/5"),
    ("nemo forms", "bảy và một phần năm", "36/5"),
    ("nemo forms", "-7 2/3", "-23/3"),
    ("nemo forms", "âm bảy và hai phần ba", "-23/3"),
    ("nemo forms", "-12 3/4 ha", "-51/4"),
    ("nemo forms", "âm mười hai và ba phần tư ha", "-51/4"),
]


@pytest.mark.parametrize(("text", "expected"), cases([*NUMERALS, *CARDINALS, *DECIMALS, *FRACTIONS]))
def test_a_number(text: str, expected: str) -> None:
    assert said(text) == expected


MONEY = [
    ("duckling forms", "hai mươi đồng", "20", "VND", "exact"),
    ("duckling forms", "20.000 đồng", "20000", "VND", "exact"),
    ("duckling forms", "20K đồng", "20000", "VND", "exact"),
    ("duckling forms", "20k đồng", "20000", "VND", "exact"),
    ("duckling forms", "3000 VNĐ", "3000", "VND", "exact"),
    ("duckling forms", "VN$3000", "3000", "VND", "exact"),
    ("duckling forms", "giữa 3000 và 5000 đồng", "3000..5000", "VND", "exact"),
    ("duckling forms", "giữa 3000 đồng và 5000 đồng", "3000..5000", "VND", "exact"),
    ("duckling forms", "từ 3000 đồng đến 5000 đồng", "3000..5000", "VND", "exact"),
    ("duckling forms", "từ 3000 VNĐ tới 5000 VNĐ", "3000..5000", "VND", "exact"),
    ("duckling forms", "từ 3000 đến 5000 đồng", "3000..5000", "VND", "exact"),
    ("duckling forms", "khoảng 3000-5000 đồng", "3000..5000", "VND", "about"),
    ("duckling forms", "khoảng chừng từ 3000 đến 5000 đồng", "3000..5000", "VND", "about"),
    ("duckling forms", "tầm khoảng 3000 tới 5000 đồng", "3000..5000", "VND", "about"),
    ("duckling forms", "xấp xỉ VND3000-VND5000", "3000..5000", "VND", "about"),
    ("duckling forms", "3000-5000 đồng", "3000..5000", "VND", "exact"),
    ("duckling forms", "dưới sáu ngàn đồng", "6000", "VND", "less_than"),
    ("duckling forms", "ít hơn sáu nghìn đồng", "6000", "VND", "less_than"),
    ("duckling forms", "kém hơn 6k đồng", "6000", "VND", "less_than"),
    ("duckling forms", "không tới 6000 đồng", "6000", "VND", "less_than"),
    ("duckling forms", "không cao hơn 6000 đồng", "6000", "VND", "at_most"),
    ("duckling forms", "không hơn 6.000 đồng", "6000", "VND", "at_most"),
    ("duckling forms", "không quá 6.000 đồng", "6000", "VND", "at_most"),
    ("duckling forms", "từ 6000 đồng trở xuống", "6000", "VND", "at_most"),
    ("duckling forms", "nhiều hơn 6000 đồng", "6000", "VND", "more_than"),
    ("duckling forms", "ít nhất 6000 đồng", "6000", "VND", "at_least"),
    ("duckling forms", "hơn 6000 đồng", "6000", "VND", "more_than"),
    ("duckling forms", "không ít hơn 6000 đồng", "6000", "VND", "at_least"),
    ("duckling forms", "cao hơn 6000 đồng", "6000", "VND", "more_than"),
    ("duckling forms", "từ 6000 đồng trở lên", "6000", "VND", "at_least"),
    # Other currencies, where an amount of theirs is written like one of đồng.
    ("duckling forms", "$30", "30", "USD", "exact"),
    ("duckling forms", "30$", "30", "USD", "exact"),
    ("duckling forms", "ba mươi đô", "30", "USD", "exact"),
    ("duckling forms", "ba mươi đô la", "30", "USD", "exact"),
    ("duckling forms", "ba mươi đô mỹ", "30", "USD", "exact"),
    ("duckling forms", "$30.000", "30000", "USD", "exact"),
    ("duckling forms", "30K$", "30000", "USD", "exact"),
    ("duckling forms", "$30k", "30000", "USD", "exact"),
    ("duckling forms", "USD2,34", "2.34", "USD", "exact"),
    ("duckling forms", "3 chấm 45 đô la", "3.45", "USD", "exact"),
    ("duckling forms", "ba phẩy 45 đô", "3.45", "USD", "exact"),
    ("duckling forms", "30€", "30", "EUR", "exact"),
    ("duckling forms", "30 Euros", "30", "EUR", "exact"),
    ("duckling forms", "EUR 30", "30", "EUR", "exact"),
    ("duckling forms", "£8", "8", "GBP", "exact"),
    ("duckling forms", "GBP 8,05", "8.05", "GBP", "exact"),
    ("duckling forms", "giữa 2,1 và 2,3 đô la", "2.1..2.3", "USD", "exact"),
    ("duckling forms", "từ 2 phẩy 1 đến hai chấm ba đô la", "2.1..2.3", "USD", "exact"),
    ("duckling forms", "cao hơn $2,42", "2.42", "USD", "more_than"),
    ("nemo forms", "ba đô", "3", "USD", "exact"),
    ("nemo forms", "không phẩy không hai euro", "0.02", "EUR", "exact"),
    ("nemo forms", "không chấm ba ơ rô", "0.3", "EUR", "exact"),
    ("nemo forms", "ba phẩy ba đô la mỹ", "3.3", "USD", "exact"),
    ("nemo forms", "ba đô rưỡi", "3.5", "USD", "exact"),
    ("nemo forms", "ba mươi chấm một euro", "30.1", "EUR", "exact"),
    ("nemo forms", "bảy mươi nghìn hai trăm won", "70200", "KRW", "exact"),
    ("nemo forms", "bảy mươi ngàn hai trăm uôn", "70200", "KRW", "exact"),
    ("nemo forms", "bốn ringgit", "4", "MYR", "exact"),
    ("nemo forms", "không euro", "0", "EUR", "exact"),
    ("nemo forms", "hai phẩy ba bốn năm đô la", "2.345", "USD", "exact"),
    ("nemo forms", "20₫", "20", "VND", "exact"),
    ("nemo forms", "20,5 đồng", "20.5", "VND", "exact"),
    ("nemo forms", "hai mươi phẩy năm đồng", "20.5", "VND", "exact"),
    ("nemo forms", "2000$", "2000", "USD", "exact"),
    ("nemo forms", "20 usd", "20", "USD", "exact"),
    ("nemo forms", "20¥", "20", "JPY", "exact"),
    ("nemo forms", "hai mươi yên nhật", "20", "JPY", "exact"),
    ("nemo forms", "20₹", "20", "INR", "exact"),
    ("nemo forms", "hai mươi bảng anh", "20", "GBP", "exact"),
    ("nemo forms", "23.456 đồng", "23456", "VND", "exact"),
    ("nemo forms", "2.345.678₫", "2345678", "VND", "exact"),
    ("nemo forms", "hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng", "2345678", "VND", "exact"),
    ("nemo forms", "20.000,50 đồng", "20000.5", "VND", "exact"),
    ("nemo forms", "hai mươi nghìn phẩy năm không đồng", "20000.5", "VND", "exact"),
    ("nemo forms", "2000,50 VND", "2000.5", "VND", "exact"),
    ("nemo forms", "20k VND", "20000", "VND", "exact"),
    ("nemo forms", "20đ", "20", "VND", "exact"),
    ("nemo forms", "60.000đ-90.000đ", "60000..90000", "VND", "exact"),
    ("nemo forms", "sáu mươi nghìn đồng đến chín mươi nghìn đồng", "60000..90000", "VND", "exact"),
    ("nemo forms", "30$-40$", "30..40", "USD", "exact"),
    ("nemo forms", "60.000đ/ngày", "60000", "VND", "exact"),
    ("nemo forms", "sáu mươi nghìn đồng trên ngày", "60000", "VND", "exact"),
    ("nemo forms", "7€/h", "7", "EUR", "exact"),
    ("nemo forms", "200₫/kg", "200", "VND", "exact"),
    ("nemo forms", "hai trăm đồng một ki lô gam", "200", "VND", "exact"),
    ("nemo forms", "2tr5 vnd", "2500000", "VND", "exact"),
    ("nemo forms", "0,02$", "0.02", "USD", "exact"),
]


@pytest.mark.parametrize(("text", "expected", "currency", "qualifier"), cases(MONEY))
def test_money(text: str, expected: str, currency: str, qualifier: str) -> None:
    number = qx.parse_number(text)
    assert number is not None
    assert (said(text), number.kind, number.unit, number.qualifier) == (expected, "money", currency, qualifier)


DATES = [
    ("duckling forms", "ngày mồng 4 tháng 5 năm 2019", "2019-05-04"),
    ("duckling forms", "ngày 4 tháng 5 năm 2019", "2019-05-04"),
    ("duckling forms", "4/5/2019", "2019-05-04"),
    ("duckling forms", "4/5/19", "2019-05-04"),
    ("duckling forms", "04/05/2019", "2019-05-04"),
    ("duckling forms", "14 tháng 11 năm 2019", "2019-11-14"),
    ("duckling forms", "tháng 11 năm 2019", "2019-11-01/2019-11-30"),
    ("duckling forms", "tháng mười một năm 2019", "2019-11-01/2019-11-30"),
    ("duckling forms", "4/8/93", "1993-08-04"),
    ("duckling forms", "thứ 7 ngày 4 tháng 5 năm 2019", "2019-05-04"),
    ("duckling forms", "quý 2 năm 2019", "2019-04-01/2019-06-30"),
    ("duckling forms", "quý 2 của năm 2019", "2019-04-01/2019-06-30"),
    ("duckling forms", "mồng 4 tháng năm", "2021-05-04"),
    ("duckling forms", "mồng 4 tháng 5", "2021-05-04"),
    ("duckling forms", "ngày 8 tháng ba", "2021-03-08"),
    ("duckling forms", "8/3", "2021-03-08"),
    ("duckling forms", "08/03", "2021-03-08"),
    ("duckling forms", "ngày 14/11", "2021-11-14"),
    ("duckling forms", "thứ 2 ngày 6 tháng 9", "2021-09-06"),
    ("duckling forms", "thứ hai ngày mồng 6 tháng 9", "2021-09-06"),
    ("duckling forms", "thứ 2 mồng 6 tháng 9", "2021-09-06"),
    ("duckling forms", "chủ nhật ngày 12 tháng 9", "2021-09-12"),
    ("duckling forms", "chúa nhật ngày mồng 5 tháng 9", "2021-09-05"),
    ("duckling forms", "tháng 8", "2021-08-01/2021-08-31"),
    ("duckling forms", "tháng tám", "2021-08-01/2021-08-31"),
    ("duckling forms", "ngày đầu tiên của tháng 3", "2021-03-01"),
    ("duckling forms", "ngày đầu tiên của tháng ba", "2021-03-01"),
    ("duckling forms", "quý ba", "2021-07-01/2021-09-30"),
    ("duckling forms", "hôm nay", "2021-09-16"),
    ("duckling forms", "ngày hôm qua", "2021-09-15"),
    ("duckling forms", "ngày mai", "2021-09-17"),
    ("duckling forms", "hôm kia", "2021-09-14"),
    ("duckling forms", "tuần này", "2021-09-13/2021-09-19"),
    ("duckling forms", "tuần trước", "2021-09-06/2021-09-12"),
    ("duckling forms", "tuần sau", "2021-09-20/2021-09-26"),
    ("duckling forms", "tháng trước", "2021-08-01/2021-08-31"),
    ("duckling forms", "tháng sau", "2021-10-01/2021-10-31"),
    ("duckling forms", "quý này", "2021-07-01/2021-09-30"),
    ("duckling forms", "quý sau", "2021-10-01/2021-12-31"),
    ("duckling forms", "năm ngoái", "2020-01-01/2020-12-31"),
    ("duckling forms", "năm nay", "2021-01-01/2021-12-31"),
    ("duckling forms", "năm kế tiếp", "2022-01-01/2022-12-31"),
    ("nemo forms", "mười sáu tháng chín năm hai nghìn mười bảy", "2017-09-16"),
    ("nemo forms", "ngày mười sáu tháng chín năm hai không mười bảy", "2017-09-16"),
    ("nemo forms", "mùng hai tháng ba năm một chín tám tám", "1988-03-02"),
    ("nemo forms", "ngày mười sáu tháng tư", "2021-04-16"),
    ("nemo forms", "mười sáu tháng tư", "2021-04-16"),
    ("nemo forms", "24 tháng 7", "2021-07-24"),
    ("nemo forms", "ngày mùng sáu tháng tám", "2021-08-06"),
    ("nemo forms", "mồng ba tháng tư", "2021-04-03"),
    ("nemo forms", "ngày mồng mười tháng tám", "2021-08-10"),
    ("nemo forms", "tháng sáu", "2021-06-01/2021-06-30"),
    ("nemo forms", "tháng năm", "2021-05-01/2021-05-31"),
    ("nemo forms", "tháng năm năm hai nghìn linh hai", "2002-05-01/2002-05-31"),
    ("nemo forms", "tháng tám năm hai ngàn mười một", "2011-08-01/2011-08-31"),
    ("nemo forms", "tháng ba năm hai không hai hai", "2022-03-01/2022-03-31"),
    ("nemo forms", "tháng ba năm hai không linh bảy", "2007-03-01/2007-03-31"),
    ("nemo forms", "tháng bảy năm hai nghìn không trăm hai mốt", "2021-07-01/2021-07-31"),
    ("nemo forms", "tháng tư năm một nghìn chín trăm bảy lăm", "1975-04-01/1975-04-30"),
    ("nemo forms", "năm một chín bảy tư", "1974-01-01/1974-12-31"),
    ("nemo forms", "năm một bảy năm ba", "1753-01-01/1753-12-31"),
    ("nemo forms", "năm tám trăm ba sáu", "0836-01-01/0836-12-31"),
    ("nemo forms", "năm bốn trăm lẻ sáu", "0406-01-01/0406-12-31"),
    ("nemo forms", "tháng ba năm hai trăm linh năm", "0205-03-01/0205-03-31"),
    ("nemo forms", "năm 836", "0836-01-01/0836-12-31"),
    ("nemo forms", "tháng 3 năm 205", "0205-03-01/0205-03-31"),
    ("nemo forms", "ngày 16/02/2023", "2023-02-16"),
    ("nemo forms", "02/11/2022", "2022-11-02"),
    ("nemo forms", "26-04-1985", "1985-04-26"),
    ("nemo forms", "11.06.2001", "2001-06-11"),
    ("nemo forms", "tháng 2 2023", "2023-02-01/2023-02-28"),
    ("nemo forms", "tháng 03/1970", "1970-03-01/1970-03-31"),
    ("nemo forms", "tháng 6 năm nay", "2021-06-01/2021-06-30"),
    ("nemo forms", "ngày 5 tháng này", "2021-09-05"),
    ("nemo forms", "ngày sáu tháng này", "2021-09-06"),
    ("nemo forms", "ngày 13 tháng mười một năm 2022", "2022-11-13"),
]


@pytest.mark.parametrize(("text", "days"), cases(DATES))
def test_a_date(text: str, days: str) -> None:
    start, _, end = days.partition("/")
    assert qx.parse_period(text, THURSDAY) == Period(date.fromisoformat(start), date.fromisoformat(end or start))


@pytest.mark.parametrize(
    "text",
    cases(
        [
            ("nemo forms", "lăm"),
            ("nemo forms", "mốt"),
            ("nemo forms", "tư"),
            ("nemo forms", "hai trăm một"),
            ("nemo forms", "đường số mười hai"),
            ("duckling forms", "có ngày chính xác"),
        ]
    ),
)
def test_what_is_no_number(text: str) -> None:
    assert qx.parse_number(text) is None


@pytest.mark.parametrize(
    "text",
    cases(
        [
            ("duckling forms", "có ngày chính xác"),
            ("duckling forms", "sau bữa trưa"),
            ("nemo forms", "ngày 15/4 hàng năm"),
            ("nemo forms", "ngày mười lăm tháng tư hàng năm"),
        ]
    ),
)
def test_what_names_no_days(text: str) -> None:
    assert qx.parse_period(text, THURSDAY) is None
