"""Every statistic of a Vietnamese report as a validated record, traced to its characters.

    import qcdc_extract as qx

    for record in qx.extract("Trung tâm đã tiếp nhận 4.984 hồ sơ.", date="2019-07-01"):
        print(record.indicator, record.value, record.span.text)

Importing this loads next to nothing: each name is loaded when it is first used.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date as _date

    from qcdc_extract.document import Document
    from qcdc_extract.numbers import parse_number
    from qcdc_extract.patterns import PatternErrors
    from qcdc_extract.pipeline import Extractor
    from qcdc_extract.records import Record
    from qcdc_extract.times import parse_period

__version__ = "0.1.0"

__all__ = ["Document", "Extractor", "PatternErrors", "Record", "__version__", "extract", "parse_number", "parse_period"]

_HOMES = {
    "Document": "document",
    "Extractor": "pipeline",
    "PatternErrors": "patterns",
    "Record": "records",
    "parse_number": "numbers",
    "parse_period": "times",
}


def extract(text: str, date: _date | str | None = None, indicators_only: bool = True) -> list[Record]:
    """The statistics of one text, in order of position, read with the shipped patterns.

    `date` is the document's own day (a date, or "YYYY-MM-DD"), for times such as "từ đầu năm đến nay"; without it the
    first full date in the text serves. By default only what an indicator claims; with indicators_only=False every
    statistic. For patterns of your own, or other document ids, make an `Extractor`.
    """
    from qcdc_extract.document import Document
    from qcdc_extract.inputs import parse_day

    day = parse_day(date) if isinstance(date, str) else date
    return _default_extractor().extract(Document("text", text, date=day), indicators_only=indicators_only)


@cache
def _default_extractor() -> Extractor:
    from qcdc_extract.pipeline import Extractor

    return Extractor()


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
