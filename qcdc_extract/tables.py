"""Tables in plain text: what the header and the unit column say of a figure in a cell.

A table is a run of lines whose cells are parted by |, a tab or two spaces; its header is the first of them, if it holds
no cell that begins with a figure. "Đơn vị tính" names the column, or the line above the table, that gives the unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from qcdc_extract.late import late
from qcdc_extract.model import Quantity
from qcdc_extract.numbers import find_quantities
from qcdc_extract.vocabulary.nouns import CASES, COMPOUNDS, PEERS

Bounds = tuple[int, int]

_PART = regex.compile(r"\s*\|\s*|[ \u00a0]*\t[ \u00a0]*|[ \u00a0]{2,}")
_BLANKS = " \u00a0\r"
_UNIT_COLUMN = late(regex.compile, r"(?<!\p{L})(?:đơn vị tính|đvt|đơn vị)(?!\p{L})")
_HEADER_UNIT = late(regex.compile, r"\((?:đvt|đơn vị|đơn vị tính)?:?\s*(?P<unit>[^()\d]{1,30})\)\s*$")
_POINTS_HEADER = late(regex.compile, r"(?P<unit>điểm)(?!\p{L})(?! (?:cầu|tiếp|bầu|tổ chức|dân cư|nóng))")
_UNIT_LINE = late(regex.compile, r"(?<!\p{L})(?:đơn vị tính|đvt)\s*:\s*(?P<unit>[^\n|()]{1,30}?)\s*[)\n|.]")
_CASE = late(regex.compile, rf"(?<!\p{{L}})(?:{'|'.join(sorted(CASES, key=len, reverse=True))})(?!\p{{L}})(?! vị)")
_ABOVE = 300  # characters above a table in which its caption is looked for
_UNIT_ALONE = 40  # characters of a line that only gives the unit
_TITLE = 400  # characters at the start of a text in which its title says what it is about
_DIGIT = late(regex.compile, r"\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a figure's column header, its row's unit and its row's label stand in the text; None where there is none.

    counted: what the whole table counts, of its first header ("Loại đơn") or the lines above it ("Kết quả giải quyết hồ sơ"); caption: the
    line above the table that says what it is about; sign: the - or + with which the cell begins.
    """

    header: Bounds | None
    unit: Bounds | None
    label: Bounds | None
    counted: Bounds | None = None
    caption: Bounds | None = None
    sign: str = ""


def find_cells(folded: str, nfc: str, quantities: Sequence[Quantity]) -> dict[int, Cell]:
    """The cell of every figure that stands in a table, by the figure's start; tabs are only seen in `nfc`."""
    if "\n" not in nfc or ("|" not in nfc and "\t" not in nfc and "   " not in folded):
        return {}
    found: dict[int, Cell] = {}
    starts = [q.start for q in quantities]
    for rows in _tables(nfc):
        held = [[s for s in starts if row[0][0] <= s < row[-1][1]] for row in rows]
        header = rows[0] if not any(start == cell[0] for start in held[0] for cell in rows[0]) else None
        unit_column = _unit_column(folded, header, rows)
        above = _unit_above(folded, rows[0][0][0])
        counted = _counted(folded, rows[0])
        caption = _caption(folded, rows[0][0][0])
        for row, figures in zip(rows, held, strict=True):
            if row is header:
                continue
            for start in figures:
                head = _head_of(start, row, header)
                whole = _unit_in(folded, header[0]) if header and head else None  # "Khoản thu (triệu đồng) | Dự toán | Thực hiện"
                of_row = row[unit_column] if unit_column is not None and unit_column < len(row) else None
                unit = _unit_in(folded, head) or of_row or whole or above
                label = next((cell for cell in row if _is_label(folded, cell)), None)
                sign = folded[start - 1] if folded[start - 1] in "-+" and any(a == start - 1 for a, _ in row) else ""
                found[start] = found[start - len(sign)] = Cell(head, unit, label, counted, caption, sign)
    return found


def _head_of(start: int, row: list[Bounds], header: list[Bounds] | None) -> Bounds | None:
    """The header above a figure. Where a row has more or fewer cells than the header, empty ones may only stand for width."""
    for cells, heads in ((row, header or ()), (_filled(row), _filled(header or ()))):
        if len(cells) == len(heads):
            return next((head for head, (_, end) in zip(heads, cells, strict=True) if start < end), None)
    return None


def _filled(row: Sequence[Bounds]) -> list[Bounds]:
    return [(start, end) for start, end in row if start < end]


def in_cell(folded: str, quantity: Quantity, cell: Cell | None) -> Quantity:
    """A figure read with its cell's sign and, if bare, its column's unit: "94,2" in a % row is 94.2 %, "4.215,7" in triệu đồng money."""
    if cell is not None and cell.sign and quantity.signed is None:
        quantity = replace(quantity, start=quantity.start - 1, signed="increase" if cell.sign == "+" else "decrease")
    if cell is None or cell.unit is None or quantity.kind != "count" or quantity.unit is not None or quantity.value is None:
        return quantity
    unit = find_quantities("1 " + folded[slice(*cell.unit)] + " ")
    if not unit or unit[0].kind not in ("percent", "money", "measure", "index") or unit[0].value is None:
        return quantity
    value = quantity.value * unit[0].value
    return replace(quantity, kind=unit[0].kind, unit=unit[0].unit, value=value, flags=(*quantity.flags, "unit_from_table"))


def _tables(nfc: str) -> Iterator[list[list[Bounds]]]:
    """Runs of neighbouring lines that have two cells or more, each line as its cells."""
    run: list[list[Bounds]] = []
    position = 0
    for line in nfc.split("\n"):
        cells = _cells(nfc, position, position + len(line))
        if len(cells) >= 2:
            run.append(cells)
        elif run:
            if len(run) > 1:
                yield run
            run = []
        position += len(line) + 1
    if len(run) > 1:
        yield run


def _cells(nfc: str, start: int, end: int) -> list[Bounds]:
    while start < end and nfc[start] in _BLANKS:
        start += 1
    while end > start and nfc[end - 1] in _BLANKS:
        end -= 1
    cells, left = [], start
    for part in _PART.finditer(nfc, start, end):
        cells.append((left, part.start()))
        left = part.end()
    if left < end or nfc[end - 1 : end] == "\t":  # a bar closes the last cell, a tab opens one that is empty
        cells.append((left, end))
    return cells


def _unit_column(folded: str, header: list[Bounds] | None, rows: list[list[Bounds]]) -> int | None:
    """The column of units; one headed "Đơn vị" may as well list offices, so its first cell must be a unit."""
    for column, cell in enumerate(header or ()):
        if not _UNIT_COLUMN.fullmatch(folded, *cell):
            continue
        first = rows[1][column] if column < len(rows[1]) else cell
        if folded[slice(*cell)] != "đơn vị" or _is_unit(folded[slice(*first)]):
            return column
    return None


def _is_unit(text: str) -> bool:
    return text in COMPOUNDS or text in PEERS or find_quantities(f"1 {text} ")[0].unit is not None


def _unit_in(folded: str, header: Bounds | None) -> Bounds | None:
    """The unit that a header names: "Tiếp nhận (hồ sơ)", "Đúng hạn (%)", "Điểm khảo sát (thang 10)"."""
    if header is None:
        return None
    named = _HEADER_UNIT.search(folded, *header) or _POINTS_HEADER.match(folded, *header)
    return named.span("unit") if named else None


def _unit_above(folded: str, start: int) -> Bounds | None:
    lines = list(_UNIT_LINE.finditer(folded, max(0, start - 200), start))
    return lines[-1].span("unit") if lines else None


def _counted(folded: str, first: list[Bounds]) -> Bounds | None:
    """The noun of the first header cells, or the only one of them all, else the last one of the lines above, else the title's only one."""
    start = first[0][0]
    heads = [found for found in (_CASE.search(folded, *cell) for cell in first) if found]
    only = heads[0] if len({found.group() for found in heads}) == 1 else None
    named = only or next((found for found in heads if found.end() <= first[1][1]), None)
    above = list(_CASE.finditer(folded, max(0, folded.rfind("\n\n", 0, max(0, start - 2)), start - _ABOVE), start))
    title = [] if named or above else list(_CASE.finditer(folded, 0, min(start, _TITLE)))
    if len({noun.group() for noun in title}) > 1:
        return None
    last = next(iter([*above[-1:], *title[-1:]]), None) if named is None else named
    return last.span() if last else None


def _caption(folded: str, start: int) -> Bounds | None:
    """The line above a table, past those in brackets and one that only gives its unit."""
    end = max(0, folded.rfind("\n", 0, start))
    for _ in range(3):
        end = len(folded[:end].rstrip())
        begin = folded.rfind("\n", 0, end) + 1
        unit = end - begin <= _UNIT_ALONE and _UNIT_LINE.search(folded, begin, min(end + 1, len(folded)))
        if not unit and not (folded[begin : begin + 1] == "(" and folded[end - 1 : end] == ")"):
            break
        end = max(0, begin - 1)
    return (begin, end) if begin < end <= begin + _ABOVE and folded[end - 1] not in ".;," else None


def _is_label(folded: str, cell: Bounds) -> bool:
    text = folded[slice(*cell)]
    return len(text) > 2 and not _DIGIT.match(text) and any(c.isalpha() for c in text)
