"""The last step: what was read of one number becomes its record, at its place in the text as decoded."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple, TypedDict

from qcdc_extract.claims import Claim
from qcdc_extract.context.measure import Meaning
from qcdc_extract.context.period import Timing
from qcdc_extract.context.status import Stated
from qcdc_extract.context.unit import Unit
from qcdc_extract.document import Document, has_invisible
from qcdc_extract.model import Direction, Kind, Measure, Quantity
from qcdc_extract.reading import Reading, Surroundings
from qcdc_extract.records import Record, Span


class _Span(TypedDict):
    """A span before it is validated."""

    start: int
    end: int
    text: str


class Row(NamedTuple):
    """What the steps have said of one number, in the order of the pipeline."""

    quantity: Quantity
    place: Surroundings
    unit: Unit
    meaning: Meaning
    claim: Claim | None
    stated: Stated
    timing: Timing
    subject: str | None


def assemble(document: Document, reading: Reading, rows: Iterable[Row]) -> list[Record]:
    """The record of each number."""
    evidence: dict[int, Span] = {}
    records = []
    for row in rows:
        sentence = row[1].sentence
        if sentence not in evidence:
            evidence[sentence] = Span.model_validate(_span(reading, reading.sentences[sentence].start, reading.sentences[sentence].end))
        records.append(_record(document, reading, evidence[sentence], row))
    return records


def _record(document: Document, reading: Reading, evidence: Span, row: Row) -> Record:
    quantity, _, unit, meaning, claim, stated, timing, subject = row
    kind = _kind(quantity, unit, claim)
    measure, direction = _measure(kind, meaning, claim)
    value = quantity.value or Decimal(0)
    if measure == "change" and value < 0:  # "tăng trưởng âm 1,4%"
        value, direction = -value, "decrease"
    span = _span(reading, quantity.start, quantity.end)
    return Record.model_validate(
        {
            "document": document.id,
            "source": document.source,
            "span": span,
            "value": value,
            "value_max": quantity.value_max,
            "total": quantity.total,
            "kind": kind,
            "unit": unit.text,
            "qualifier": quantity.qualifier,
            "status": stated.status,
            "measure": measure,
            "direction": direction,
            "indicator": claim.indicator.id if claim else None,
            "label": claim.indicator.label if claim else subject,
            "subject": subject,
            "period": timing.period,
            "period_from": timing.source,
            "baseline": timing.baseline if measure in ("change", "of_previous") else None,
            "evidence": evidence,
            "pattern": claim.pattern if claim else None,
            "flags": _flags(quantity, kind, unit, timing, odd_spacing=reading.text.starts is not None and has_invisible(span["text"])),
        }
    )


def _span(reading: Reading, start: int, end: int) -> _Span:
    first, last = reading.text.source_span(start, end)
    return {"start": first, "end": last, "text": reading.text.source[first:last]}


def _kind(quantity: Quantity, unit: Unit, claim: Claim | None) -> Kind:
    """A bare number whose indicator is an amount of money is money of unknown currency: "ước đạt 116.027"."""
    kinds = claim.indicator.kinds if claim else ()
    if quantity.kind == "count" and unit.text is None and "count" not in kinds and "money" in kinds:
        return "money"
    return quantity.kind


def _measure(kind: Kind, meaning: Meaning, claim: Claim | None) -> tuple[Measure, Direction | None]:
    """What the words say, else what the indicator's percentages are, else a share for a percentage and a level for the rest."""
    if meaning.measure is not None:
        return meaning.measure, meaning.direction
    if kind != "percent":
        return "level", None
    default: Measure = claim.indicator.percent if claim else "share"
    return default, (meaning.direction or "increase") if default == "change" else None


def _flags(quantity: Quantity, kind: Kind, unit: Unit, timing: Timing, odd_spacing: bool) -> tuple[str, ...]:
    flags = quantity.flags
    if odd_spacing:
        flags += ("odd_spacing",)
    if unit.text is None and kind in ("money", "count"):
        flags += ("unit_missing",)
    if timing.inferred_year:
        flags += ("year_inferred",)
    return flags
