"""How right the program is: `python bench/accuracy.py` writes docs/accuracy.md, and with --floors raises bench/floors.toml.

Measured are the texts of samples/ and, where it is there, the development gold beside the checkout. What comes out depends on
nothing but the program and these texts.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.scoring import FIELDS, Figures, Judgement, Row, Tally, figures, judge
from qcdc_extract import Document, Extractor
from qcdc_extract.inputs import parse_day
from qcdc_extract.model import KINDS, Period

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
GOLD = ROOT.parent / "shared" / "gold"
PAGE = ROOT / "docs" / "accuracy.md"
FLOORS = ROOT / "bench" / "floors.toml"
KNOWN = ROOT / "bench" / "known_failures.toml"

SCORES = ("quantity", "indicator", "record")
NO_INDICATOR = "(no indicator)"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts and the records a reader finds in them; `expected` has one row a document: id and records."""

    title: str
    about: str
    documents: dict[str, Document]
    expected: Sequence[Row]


def json_lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a file; str.splitlines would also break at characters that stand inside JSON strings."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def samples() -> Corpus:
    expected = json_lines(SAMPLES / "expected.jsonl")
    texts = {row["id"]: (SAMPLES / f"{row['id']}.txt").read_bytes().decode("utf-8") for row in expected}
    documents = {id_: Document(id_, text) for id_, text in texts.items()}
    return Corpus("Samples", "The texts of `samples/`, written for this project.", documents, expected)


def gold() -> Corpus | None:
    if not GOLD.is_dir():
        return None
    rows = json_lines(GOLD / "documents.jsonl")
    documents = {row["id"]: Document(row["id"], row["text"], date=parse_day(row["date"]) if row.get("date") else None) for row in rows}
    about = "Composed reports, official articles and news excerpts, annotated by hand. They are not part of the project."
    return Corpus("Development gold", about, documents, json_lines(GOLD / "dev.jsonl"))


def judge_corpus(extractor: Extractor, corpus: Corpus) -> list[Judgement]:
    """What becomes of every expected and every found record of the corpus."""
    judgements = []
    for row in corpus.expected:
        records = extractor.extract(corpus.documents[row["id"]], indicators_only=False)
        judgements += judge(row["id"], row["records"], [json.loads(record.to_json()) for record in records])
    return judgements


# --- The page --------------------------------------------------------------------------------------------------------

HEAD = """\
# Accuracy

Made by `make accuracy`; not to be edited.

A *quantity* is right if the number was found with its value, upper end, total and kind; its *indicator* if the id is right as well; a
*record* if unit, qualifier, status, measure, direction, indicator and period all are. These three are F1: the harmonic mean of the right
among the found and the right among the expected. A field's figure is the share of right quantities that have it right. The counted noun may
be shorter or longer than expected ("lượt" for "lượt người"), the subject need only share half of its words. What careful readers differ on
counts neither way. `-` stands where there is nothing to measure.
"""


def page(parts: Iterable[tuple[Corpus, list[Judgement]]], topics: Mapping[str, str], failures: Iterable[Failure]) -> str:
    """The whole of docs/accuracy.md. `topics` gives the pattern file of each indicator."""
    blocks = [HEAD, *(corpus_block(corpus, judgements, topics) for corpus, judgements in parts), failures_block(failures)]
    return "\n".join(blocks)


def corpus_block(corpus: Corpus, judgements: list[Judgement], topics: Mapping[str, str]) -> str:
    total = figures(judgements)
    expected = total.quantity.right + total.quantity.missed
    return "\n".join(
        [
            f"## {corpus.title}",
            "",
            f"{corpus.about} {len(corpus.documents)} texts, {expected} expected records.",
            "",
            table(["", "P", "R", "F1", "right", "wrong", "missed"], [tally_row(name, getattr(total, name)) for name in SCORES]),
            "### By topic",
            "",
            grouped(
                "topic",
                judgements,
                lambda row: topics.get(row.get("indicator") or "", NO_INDICATOR),
                [*dict.fromkeys(topics.values()), NO_INDICATOR],
            ),
            "### By kind",
            "",
            grouped("kind", judgements, lambda row: str(row["kind"]), list(KINDS)),
        ]
    )


def tally_row(name: str, tally: Tally) -> list[str]:
    return [name, *map(number, (tally.precision, tally.recall, tally.f1)), str(tally.right), str(tally.wrong), str(tally.missed)]


def grouped(title: str, judgements: list[Judgement], group: Callable[[Row], str], names: list[str]) -> str:
    """Scores and fields for each group of records, as they were expected (as found, where none was)."""
    held: dict[str, list[Judgement]] = {name: [] for name in names}
    for judgement in judgements:
        row = judgement.expected or judgement.found
        assert row is not None
        held[group(row)].append(judgement)
    rows = [group_row(name, part) for name, part in held.items() if part]
    return table([title, "records", *(f"{name} F1" for name in SCORES), *FIELDS], [*rows, group_row("all", judgements)])


def group_row(name: str, judgements: list[Judgement]) -> list[str]:
    total = figures(judgements)
    scores = [
        number(tally.f1 if tally.right + tally.wrong + tally.missed else None) for tally in (getattr(total, score) for score in SCORES)
    ]
    return [name, str(total.quantity.right + total.quantity.missed), *scores, *(number(total.fields[field]) for field in FIELDS)]


def number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; the first column is words, the others are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


# --- Known failures --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Failure:
    """A kind of sentence that is known to be read wrongly: an example, what is right, what comes out, and why."""

    sentence: str
    text: str
    span: str
    field: str
    right: str
    why: str
    found: str


def known_failures(extractor: Extractor) -> list[Failure]:
    """Every row of known_failures.toml with what comes out now."""
    rows = tomllib.loads(KNOWN.read_text("utf-8"))["failure"]
    return [Failure(**row, found=_comes_out(extractor, **row)) for row in rows]


def _comes_out(extractor: Extractor, text: str, span: str, field: str, **_: str) -> str:
    records = extractor.extract(Document("text", text), indicators_only=False)
    record = next((record for record in records if record.span.text == span), None)
    if field == "record":
        return shown(record and record.value)
    return shown(getattr(record, field)) if record else "no record"


def shown(value: Any) -> str:
    """A field's value as it stands in known_failures.toml."""
    if isinstance(value, Period):
        return f"{value.start}/{value.end}"
    return "none" if value is None else str(value)


def failures_block(failures: Iterable[Failure]) -> str:
    head = "## Known failures\n\nSentences that the program is known to misread, each kind with an example.\n"
    lines = ["| sentence | example | | should be | is | why |", "|---|---|---|---|---|---|"]
    for f in failures:
        example = f.text.replace("\n", " ⏎ ").replace("|", "\\|")
        lines.append(f"| {f.sentence} | {example} | `{f.span}` {f.field} | {f.right} | {f.found} | {f.why} |")
    return head + "\n" + "\n".join(lines) + "\n"


# --- Floors ----------------------------------------------------------------------------------------------------------

FLOORS_HEAD = """\
# Below these figures on samples/ a test fails. After an improvement raise them: python bench/accuracy.py --floors
# (each becomes what is measured, less 0.01, cut to two digits; none is ever lowered that way).
"""


def measured(total: Figures) -> dict[str, float]:
    """The figures that have a floor."""
    return {name: getattr(total, name).f1 for name in SCORES} | {name: value for name, value in total.fields.items() if value is not None}


def floors() -> dict[str, float]:
    """The stored floors, by name of the figure; empty before the first are stored."""
    return tomllib.loads(FLOORS.read_text("utf-8"))["samples"] if FLOORS.exists() else {}


def raised(total: Figures) -> str:
    """The text of floors.toml with every floor at least as high as before."""
    old = floors()
    new = {name: max(old.get(name, 0.0), math.floor(value * 100 - 1 + 1e-9) / 100) for name, value in measured(total).items()}
    return FLOORS_HEAD + "[samples]\n" + "".join(f"{name} = {value:.2f}\n" for name, value in new.items())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--floors", action="store_true", help="raise the floors of the regression test to what is measured")
    options = arguments.parse_args()

    extractor = Extractor()
    parts = [(corpus, judge_corpus(extractor, corpus)) for corpus in (samples(), gold()) if corpus]
    topics = {indicator.id: indicator.topic for indicator in extractor.patterns.indicators}
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(parts, topics, known_failures(extractor)), "utf-8")
    for corpus, judgements in parts:
        total = figures(judgements)
        print(f"{corpus.title:17}", "  ".join(f"{name} {getattr(total, name).f1:.3f}" for name in SCORES))
    if options.floors:
        FLOORS.write_text(raised(figures(parts[0][1])), "utf-8")


if __name__ == "__main__":
    main()
