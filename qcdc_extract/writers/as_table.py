"""A table for the eye (rich): one for each document that has records, written when the document is done.

Texts are shown as they are, never read as markup, and control characters in them become spaces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from qcdc_extract.model import Period
from qcdc_extract.records import Record, digits
from qcdc_extract.writers import Batches

_COLUMNS = ("Indicator", "Value", "Meaning", "Period", "Evidence")
_AROUND = 24  # characters of the sentence shown on each side of the number
_FILE_WIDTH = 120
_SIGNS = {"exact": "", "about": "≈ ", "more_than": "> ", "less_than": "< ", "at_least": "≥ ", "at_most": "≤ "}
_VIETNAMESE = str.maketrans(",.", ".,")
_UNSAFE = ("Cc", "Cf", "Zl", "Zp")  # Unicode categories
_ARROWS = {"increase": "↑", "decrease": "↓", None: ""}


def write_table(batches: Batches, out: TextIO) -> None:
    """One table a document; nothing for a document without records."""
    console = Console(file=out, highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = _FILE_WIDTH
    for batch in batches:
        if batch:
            console.print(_table(batch))
            out.flush()


def _table(records: Sequence[Record]) -> Table:
    table = Table(title=Text(clean(records[0].document)), title_justify="left", expand=False, pad_edge=False)
    for column in _COLUMNS:
        table.add_column(column, justify="right" if column == "Value" else "left", overflow="fold")
    for record in records:
        cells = (clean(record.label or ""), _value(record), _meaning(record), _time(record.period))
        table.add_row(*map(Text, cells), _evidence(record))
    return table


def _value(record: Record) -> str:
    text = _grouped(record.value)
    if record.value_max is not None:
        text += "–" + _grouped(record.value_max)
    if record.total is not None:
        text += "/" + _grouped(record.total)
    unit = record.unit or ""
    return _SIGNS[record.qualifier] + text + clean(unit if unit == "%" else f" {unit}".rstrip())


def _grouped(number: Decimal) -> str:
    """As Vietnamese writes it: 1.234.567,8."""
    return f"{Decimal(digits(number)):,f}".translate(_VIETNAMESE)


def _meaning(record: Record) -> str:
    words = [record.measure.replace("_", " ") + _ARROWS[record.direction]]
    if record.status != "actual":
        words.append(record.status)
    return ", ".join(words)


def _time(period: Period | None) -> str:
    if period is None:
        return ""
    return period.start.isoformat() if period.is_day else f"{period.start.isoformat()}\n{period.end.isoformat()}"


def _evidence(record: Record) -> Text:
    """The words around the number, the number itself in bold."""
    sentence, start = record.evidence.text, record.span.start - record.evidence.start
    end = start + len(record.span.text)
    before, after = sentence[:start], sentence[end:]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return Text.assemble(clean(before), (clean(record.span.text), "bold"), clean(after))


def clean(text: str) -> str:
    """The text without what could steer a terminal: every control or format character is a space."""
    return "".join(" " if unicodedata.category(c) in _UNSAFE else c for c in text)
