"""JSON: an array with a record a line, or JSON Lines. UTF-8 unescaped, a line end after the last line."""

from __future__ import annotations

from typing import TextIO

from qcdc_extract.writers import Batches


def write_jsonl(batches: Batches, out: TextIO) -> None:
    """One record a line."""
    for batch in batches:
        out.writelines(record.to_json() + "\n" for record in batch)
        out.flush()


def write_json(batches: Batches, out: TextIO) -> None:
    """One array; inside it one record a line."""
    before = "[\n"
    for batch in batches:
        for record in batch:
            out.write(before + record.to_json())
            before = ",\n"
        out.flush()
    out.write("[]\n" if before == "[\n" else "\n]\n")
