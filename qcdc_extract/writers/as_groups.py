"""Groups of unclaimed numbers for the eye (rich)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from qcdc_extract.discover.groups import Group
from qcdc_extract.writers.as_table import clean

_FILE_WIDTH = 140
_EXAMPLE = 90  # characters
_COLUMNS = ("Texts", "Numbers", "Counts", "Kinds", "Verbs", "Example")


def write_groups(groups: Sequence[Group], out: TextIO) -> None:
    """One table; nothing where there is no group."""
    console = Console(file=out, highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = _FILE_WIDTH
    if not groups:
        return
    table = Table(expand=False, pad_edge=False)
    for column in _COLUMNS:
        table.add_column(column, justify="right" if column in _COLUMNS[:2] else "left", overflow="fold")
    for group in groups:
        kinds = ", ".join(kind for kind, _ in group.kinds.most_common(2))
        verbs = ", ".join(verb for verb, _ in group.verbs.most_common(2))
        table.add_row(*map(Text, (str(group.documents), str(group.numbers), clean(group.noun), kinds, clean(verbs))), _example(group))
    console.print(table)


def _example(group: Group) -> Text:
    if not group.samples:
        return Text("")
    sample = group.samples[0]
    before, number, after = sample.text.partition(sample.number)
    room = max(0, _EXAMPLE - len(number)) // 2
    before = before if len(before) <= room else "…" + before[-room:].partition(" ")[2]
    after = after if len(after) <= room else after[:room].rpartition(" ")[0] + "…"
    return Text.assemble(clean(before), (clean(number), "bold"), clean(after))
