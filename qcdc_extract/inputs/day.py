"""Days given from outside: --date, a data row's "date", the library's `date`."""

from __future__ import annotations

from datetime import date


def parse_day(value: object) -> date:
    """The day that "YYYY-MM-DD" names; ValueError for anything else."""
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise ValueError(f'"{value}" is not a day as YYYY-MM-DD')
    return day
