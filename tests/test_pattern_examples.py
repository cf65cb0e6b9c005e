"""The shipped pattern files are tested by their own examples, counterexamples and todos."""

from __future__ import annotations

import pytest

from qcdc_extract.pattern_tests import Case, cases, failure
from qcdc_extract.pipeline import Extractor
from qcdc_extract.shipped import EXTRA

SHIPPED = Extractor()
WITH_EXTRA = Extractor([EXTRA])
IDS = {indicator.id for indicator in SHIPPED.patterns}
CASES = [
    *((SHIPPED, case) for case in cases(SHIPPED.patterns)),
    *((WITH_EXTRA, case) for case in cases(WITH_EXTRA.patterns) if case.indicator.id not in IDS),
]


@pytest.mark.parametrize(("extractor", "case"), [pytest.param(*row, id=row[1].name) for row in CASES])
def test_a_case_of_the_shipped_patterns_passes(extractor: Extractor, case: Case) -> None:
    why = failure(extractor, case)
    if why:
        pytest.fail(f"{case.text}\n{why}", pytrace=False)


def test_there_are_examples_and_counterexamples() -> None:
    assert len(list(cases(SHIPPED.patterns, "examples"))) >= len(SHIPPED.patterns) > 0
    assert list(cases(SHIPPED.patterns, "counterexamples"))
