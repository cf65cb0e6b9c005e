"""The gate: on samples/ the figures stay above their floors, whatever the Unicode form or the line ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from bench.accuracy import Failure, floors, judge_corpus, known_failures, measured, page, raised, samples
from bench.scoring import Judgement, figures
from qcdc_extract import Document, Extractor, Record
from qcdc_extract.model import Period

EXTRACTOR = Extractor()
CORPUS = samples()
TOPICS = {indicator.id: indicator.topic for indicator in EXTRACTOR.patterns.indicators}

Form = Callable[[str], str]
FORMS: dict[str, Form] = {
    "nfc": lambda text: unicodedata.normalize("NFC", text),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "crlf": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
}


@pytest.fixture(scope="module")
def judged() -> list[Judgement]:
    return judge_corpus(EXTRACTOR, CORPUS)


def records(text: str) -> list[Record]:
    return EXTRACTOR.extract(Document("t", text), indicators_only=False)


def said(record: Record) -> tuple[object, ...]:
    """What a record says, without where it stands and how its words are encoded."""
    numbers = record.value, record.value_max, record.total
    fields = (
        record.kind,
        record.qualifier,
        record.status,
        record.measure,
        record.direction,
        record.indicator,
        record.period,
        record.baseline,
    )
    return *numbers, *fields, unicodedata.normalize("NFC", record.unit or "")


@pytest.mark.parametrize("name", floors())
def test_a_figure_stays_above_its_floor(judged: list[Judgement], name: str) -> None:
    assert measured(figures(judged))[name] >= floors()[name], f"{name} fell; bench/accuracy.py shows where"


def test_every_figure_has_a_floor(judged: list[Judgement]) -> None:
    assert set(floors()) == set(measured(figures(judged)))


def test_raising_never_lowers_a_floor() -> None:
    everything_missed = figures(judge_corpus(EXTRACTOR, CORPUS.__class__("", "", {}, [])))
    for name in ("quantity", "indicator", "record"):
        assert f"{name} = {floors()[name]:.2f}" in raised(everything_missed)


@pytest.mark.parametrize("id_", sorted(CORPUS.documents))
@pytest.mark.parametrize("form", FORMS)
def test_spans_are_slices_of_the_source(id_: str, form: str) -> None:
    text = FORMS[form](CORPUS.documents[id_].text)
    for record in records(text):
        for span in (record.span, record.evidence):
            assert text[span.start : span.end] == span.text
        assert record.evidence.start <= record.span.start < record.span.end <= record.evidence.end


@pytest.mark.parametrize("id_", sorted(CORPUS.documents))
@pytest.mark.parametrize("form", ["nfd", "crlf"])
def test_the_form_of_a_text_does_not_change_its_records(id_: str, form: str) -> None:
    text = CORPUS.documents[id_].text
    composed = FORMS["nfc"](text.replace("\r\n", "\n"))
    assert [said(record) for record in records(FORMS[form](text))] == [said(record) for record in records(composed)]


def test_expected_spans_are_slices_of_the_samples() -> None:
    """The expected records themselves; a moved character would make them all wrong."""
    for row in CORPUS.expected:
        text = CORPUS.documents[row["id"]].text
        for record in row["records"]:
            span = record["span"]
            assert text[span["start"] : span["end"]] == span["text"]


# --- Known failures and the page -------------------------------------------------------------------------------------


@pytest.mark.parametrize("failure", known_failures(EXTRACTOR), ids=lambda failure: failure.sentence)
def test_a_known_failure_still_fails(failure: Failure) -> None:
    assert failure.span in failure.text
    if failure.found == failure.right:
        pytest.fail(f"it is read right now; remove it from bench/known_failures.toml: {failure.text}", pytrace=False)


def test_the_page_is_always_the_same(judged: list[Judgement]) -> None:
    failures = known_failures(EXTRACTOR)
    again = judge_corpus(Extractor(), samples())
    assert page([(CORPUS, judged)], TOPICS, failures) == page([(CORPUS, again)], TOPICS, failures)


def test_the_page_shows_the_figures_and_the_failures() -> None:
    failure = Failure("two lines", "Có 12 | 3\nhộ.", "12", "period", "none", "because", str(Period(date(2020, 1, 1), date(2020, 1, 1))))
    text = page([(CORPUS, judge_corpus(EXTRACTOR, CORPUS))], TOPICS, [failure])
    assert f"{len(CORPUS.documents)} texts" in text
    assert "| two lines | Có 12 \\| 3 ⏎ hộ. | `12` period | none |" in text
    for line in text.split("\n"):
        if line.startswith("| all |"):
            assert line.count("|") == 15
