"""CSV as RFC 4180 has it, but with LF line ends: one row a record, the same columns always, in the record's order.

A span or period is opened into a column for each part. A cell of text that a spreadsheet would take for a formula gets an
apostrophe in front; numbers and dates are ours and never need one. `flags` are joined by "; ".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TextIO

from qcdc_extract.model import Period
from qcdc_extract.records import Record, Span, digits
from qcdc_extract.writers import Batches

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SPECIAL = frozenset('",\r\n')
_SPANS, _PERIODS = ("span", "evidence"), ("period", "baseline")

COLUMNS = tuple(
    column
    for field in Record.model_fields
    for column in (
        (f"{field}_start", f"{field}_end", f"{field}_text") if field in _SPANS
        else (f"{field}_start", f"{field}_end") if field in _PERIODS
        else (field,)
    )
)  # fmt: skip


def write_csv(batches: Batches, out: TextIO) -> None:
    """A heading, then a row for each record."""
    out.write(_row(COLUMNS))
    for batch in batches:
        out.writelines(map(_record, batch))
        out.flush()


def _record(record: Record) -> str:
    return _row([cell for field, value in vars(record).items() for cell in _cells(field, value)])


def _row(cells: Sequence[str]) -> str:
    # Not the csv module: before Python 3.13 it leaves a lone CR unquoted where lines end with LF.
    return ",".join([cell if _SPECIAL.isdisjoint(cell) else '"' + cell.replace('"', '""') + '"' for cell in cells]) + "\n"


def _cells(field: str, value: Any) -> tuple[str, ...]:
    if value is None:
        return ("", "") if field in _PERIODS else ("",)
    return _CELLS[type(value)](value)


def _guarded(text: str) -> str:
    # A lone sign is no formula, and "-" is the name of standard input.
    return "'" + text if text.startswith(_FORMULA) and len(text) > 1 else text


_CELLS: dict[type, Callable[[Any], tuple[str, ...]]] = {
    str: lambda text: (_guarded(text),),
    Decimal: lambda number: (digits(number),),
    Span: lambda span: (str(span.start), str(span.end), _guarded(span.text)),
    Period: lambda period: (period.start.isoformat(), period.end.isoformat()),
    tuple: lambda flags: (_guarded("; ".join(flags)),),
}
