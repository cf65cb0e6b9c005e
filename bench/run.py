"""How long it takes: `python bench/run.py [FILE ...]`, by default on samples/. Files as for qcdc-extract (.txt, .jsonl, folders).

Everything is timed in one run, a round of each after the other, so that a busy machine slows all alike; the figures are
medians. The floor is what any such program must do: read, decode, parse rows, compose (NFC), and look once for numbers.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

import regex
from rich.console import Console
from rich.table import Table

from bench.many_patterns import write_patterns
from qcdc_extract import Extractor, batch
from qcdc_extract.document import Document
from qcdc_extract.errors import InputError, SlowPattern
from qcdc_extract.inputs import read
from qcdc_extract.inputs.files import files_of
from qcdc_extract.inputs.rows import are_rows
from qcdc_extract.records import Record
from qcdc_extract.writers import write

ROOT = Path(__file__).resolve().parent.parent
SLOW = 5.0  # seconds; what takes longer is timed once
_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")

Task = Callable[[], object]


class Nowhere(io.StringIO):
    """A stream that keeps nothing: writing is timed, the disk is not."""

    def write(self, text: str, /) -> int:
        return len(text)


def floor(files: Iterable[str]) -> int:
    numbers = 0
    for file in files:
        text = Path(file).read_bytes().decode("utf-8-sig")
        texts = [json.loads(line)["text"] for line in text.split("\n") if line.strip()] if are_rows(file) else [text]
        numbers += sum(1 for text in texts for _ in _NUMBER.finditer(unicodedata.normalize("NFC", text)))
    return numbers


def whole_job(extractor: Extractor, paths: list[str], everything: bool) -> None:
    documents = read(paths, io.BytesIO())
    results = batch.run(documents, lambda some, warn: extractor.extract_each(some, indicators_only=not everything, warn=warn))
    write("jsonl", (_sound(result) for result in results if not isinstance(result, SlowPattern)), Nowhere())


def _sound(result: list[Record] | InputError) -> list[Record]:
    """The records; a text that failed would make the program look fast."""
    if isinstance(result, InputError):
        raise SystemExit(f"{result}")
    return result


def tokenizer(texts: list[str]) -> Task:
    from pyvi import ViTokenizer

    return lambda: [ViTokenizer.tokenize(text) for text in texts]


def command(*arguments: str) -> Task:
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)


def medians(tasks: dict[str, Task], rounds: int) -> dict[str, float]:
    """Seconds for each task. One round for nothing warms up and finds out what is too slow to repeat."""
    times = {name: [_timed(task)] for name, task in tasks.items()}
    for _ in range(rounds):
        for name, task in tasks.items():
            if times[name][0] < SLOW:
                times[name].append(_timed(task))
    return {name: median(seconds[1:] or seconds) for name, seconds in times.items()}


def _timed(task: Task) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start


def show(title: str, seconds: dict[str, float], megabytes: float | None) -> None:
    """A table; the first row is what the others are compared with."""
    base = next(iter(seconds.values()))
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for column in ("seconds", *(["MB/s"] if megabytes else []), "times the first"):
        table.add_column(column, justify="right")
    for name, value in seconds.items():
        speed = [f"{megabytes / value:.2f}"] if megabytes else []
        table.add_row(name, f"{value:.4f}", *speed, f"{value / base:.1f}")
    Console().print(table)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="*", default=[str(ROOT / "samples")], metavar="FILE")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--no-pyvi", action="store_true", help="leave pyvi's tokenizer out: it takes minutes on large files")
    options = arguments.parse_args()

    files = [file for path in options.paths for file in files_of(path)]
    texts = [document.text for document in read(options.paths, io.BytesIO()) if isinstance(document, Document)]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    extractor = Extractor()
    gc.set_threshold(100_000)  # as the command does (cli/)
    gc.freeze()
    tasks: dict[str, Task] = {
        "floor": lambda: floor(files),
        "qcdc-extract": lambda: whole_job(extractor, options.paths, everything=False),
        "qcdc-extract --all": lambda: whole_job(extractor, options.paths, everything=True),
    }
    if not options.no_pyvi:
        tasks["pyvi's tokenizer alone"] = tokenizer(texts)
    show(f"{len(texts)} texts, {megabytes:.2f} MB, in one process, warm", medians(tasks, options.rounds), megabytes)

    sample = min(files_of(str(ROOT / "samples")))
    cold = {
        'python -c "import typer, rich, pydantic, regex"': command("-c", "import typer, rich, pydantic, regex"),
        "qcdc-extract --version": command("-m", "qcdc_extract", "--version"),
        f"qcdc-extract {Path(sample).name}": command("-m", "qcdc_extract", sample),
    }
    show("The whole command, from a cold start", medians(cold, options.rounds), None)

    with tempfile.TemporaryDirectory() as folder:
        write_patterns(Path(folder))
        more = Extractor([folder])
        added = f"{len(more.patterns) - len(extractor.patterns):,} more"
        warm: dict[str, Task] = {
            f"the {len(extractor.patterns)} shipped indicators": lambda: whole_job(extractor, options.paths, everything=True),
            f"and {added}": lambda: whole_job(more, options.paths, everything=True),
        }
        show("With many patterns: extraction, warm", medians(warm, options.rounds), megabytes)
        start: dict[str, Task] = {
            f"qcdc-extract {Path(sample).name}": command("-m", "qcdc_extract", sample),
            f"the same with {added}": command("-m", "qcdc_extract", "--patterns", folder, sample),
        }
        show("With many patterns: the whole command, from a cold start", medians(start, options.rounds), None)


if __name__ == "__main__":
    main()
