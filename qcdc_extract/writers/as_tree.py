"""Explanations for the eye (rich): a tree for each number; without colours where it is not a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from qcdc_extract.claims import Rule
from qcdc_extract.explain import Cause, Claimed, Explanation
from qcdc_extract.model import Period
from qcdc_extract.records import Record, digits
from qcdc_extract.writers.as_table import clean

_FILE_WIDTH = 200
_RULES: dict[Rule, str] = {
    "phrase": "a phrase that holds the number",
    "regex": "a raw regex",
    "header": "a topic or verb in the header of its column, or the label of its row",
    "clause": "a topic or verb of the number's own clause",
    "inherited": "it goes on from",
    "sentence": "a topic elsewhere in the sentence",
    "passage": "a topic in a sentence before, or in a heading",
    "setting": "a setting somewhere before",
}
_NOUNS = {"after": "its noun stands behind it", "before": "its noun stands before it", "previous": "the noun of the number before it"}


def write_trees(batches: Iterable[Sequence[Explanation]], out: TextIO) -> None:
    """One tree a number; nothing for a document without numbers."""
    console = Console(file=out, highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = _FILE_WIDTH
    for batch in batches:
        for explanation in batch:
            console.print(_tree(explanation))
        out.flush()


def _tree(told: Explanation) -> Tree:
    tree = Tree(Text.assemble((clean(told.span.text), "bold"), (f"  {clean(told.source)}:{told.line}", "dim")))
    if told.record is None:
        _add(tree, "read as", _other(told))
        return tree
    _add(tree, "read as", _reading(told.record) + (f"; {_NOUNS[told.noun_from]}" if told.noun_from in _NOUNS else ""))
    branch = _add(tree, "indicator", _claim(told.claim))
    if told.claim:
        _add(branch, "pattern", told.claim.pattern)
        _add(branch, "matched", f"“{told.claim.at.text}”")
    _add(tree, "status", told.record.status + _because(told.status_from))
    _add(tree, "period", _days(told.record.period) + _because(told.period_from))
    if told.record.baseline:
        _add(tree, "baseline", _days(told.record.baseline) + _because(told.baseline_from))
    if told.rivals:
        branch = _add(tree, "not taken", "")
        for rival in told.rivals:
            _add(branch, rival.indicator, f"{rival.reason}: {rival.detail}; “{rival.at.text}” ({rival.part}: {rival.phrase})")
    if told.near:
        branch = _add(tree, "came near", "")
        for near in told.near:
            _add(_add(branch, near.indicator, near.phrase), f"matched “{near.matched}”", f"wanted {near.wanted}, found “{near.found}”")
    return tree


def _add(tree: Tree, name: str, text: str) -> Tree:
    return tree.add(Text.assemble((clean(name), "cyan"), clean(f": {text}" if text else "")))


def _other(told: Explanation) -> str:
    days = f", {_days(told.days)}" if told.days else ""
    instead = f"; not the number {told.instead}" if told.instead else ""
    kind = f"a {told.read_as}: " if told.read_as != "nothing" else "nothing: "
    return f"{kind}{told.reason}{days}{instead}"


def _reading(record: Record) -> str:
    value = digits(record.value)
    value += f" to {digits(record.value_max)}" if record.value_max is not None else ""
    value += f" of {digits(record.total)}" if record.total is not None else ""
    meaning = f"{record.measure} ({record.direction})" if record.direction else record.measure
    unit = f" {record.unit}" if record.unit else " (no unit)"
    flags = f"; flags {', '.join(record.flags)}" if record.flags else ""
    return f"{record.kind} {value}{unit}, {record.qualifier}, {meaning}{flags}"


def _claim(claim: Claimed | None) -> str:
    if claim is None:
        return "none"
    source = f" “{claim.goes_on_from.text}”" if claim.goes_on_from else ""
    return f"{claim.indicator} ({claim.label}), by {_RULES[claim.rule]}{source}"


def _days(period: Period | None) -> str:
    if period is None:
        return "none"
    return period.start.isoformat() if period.is_day else f"{period.start.isoformat()} to {period.end.isoformat()}"


def _because(cause: Cause | None) -> str:
    if cause is None or (cause.source is None and cause.at is None):
        return ""
    words = f" “{cause.at.text}”" if cause.at else ""
    return f", from the {cause.source}{words}" if cause.source else f", as{words} cannot be resolved"
