"""Writing: records of one document after the other, in one of four forms, to a stream or a file.

A writer is a function `(batches, out)`: it takes the records document by document, writes each batch as it comes, and
so writes the beginning and the end as well. `out` is a text stream with "\\n" line ends. A form is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO, TypeAlias, cast, get_args

if TYPE_CHECKING:
    from qcdc_extract.records import Record  # help and completion do without it

Format = Literal["json", "jsonl", "csv", "table"]
FORMATS: tuple[Format, ...] = get_args(Format)
Batches: TypeAlias = "Iterable[Sequence[Record]]"

_WHERE = {
    "json": (".as_json", "write_json"),
    "jsonl": (".as_json", "write_jsonl"),
    "csv": (".as_csv", "write_csv"),
    "table": (".as_table", "write_table"),
}
_ENDINGS: dict[str, Format] = {".json": "json", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def write(form: Format, batches: Batches, out: TextIO) -> None:
    """Write every batch to `out` as `form`, each one flushed when it is done."""
    module, name = _WHERE[form]
    writer = cast("Callable[[Batches, TextIO], None]", getattr(import_module(module, __name__), name))
    writer(batches, out)


def format_of(path: str, otherwise: Format = "json") -> Format:
    """The form that a file's ending asks for; `otherwise` where it asks for none."""
    return _ENDINGS.get(Path(path).suffix.lower(), otherwise)
