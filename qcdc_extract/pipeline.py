"""The way of one text through the program: the order of the steps, and nothing else.

read_text -> Reading (mentions, sentences) -> units, measures -> claims -> statuses, timings, subjects -> records
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from qcdc_extract.assemble import Row, assemble
from qcdc_extract.claims import Chooser, Matcher
from qcdc_extract.context.measure import read_measures
from qcdc_extract.context.period import read_timings
from qcdc_extract.context.status import read_statuses
from qcdc_extract.context.subject import read_subjects
from qcdc_extract.context.unit import read_units
from qcdc_extract.document import Document
from qcdc_extract.errors import SlowPattern, Warn
from qcdc_extract.patterns import PatternSet, load_patterns
from qcdc_extract.reading import Reading
from qcdc_extract.records import Record
from qcdc_extract.shipped import named_patterns, shipped_patterns


class Understood(NamedTuple):
    """A text as it was read, the one who chose its indicators, and its numbers."""

    reading: Reading
    chooser: Chooser
    rows: list[Row]


class Extractor:
    """Reads documents with one set of patterns, which are loaded once; may be shared by threads and pickled.

    patterns: files or folders that add to the shipped ones, "extra" for the shipped extra topics; builtin=False leaves the
    shipped ones out. Of all these only the indicators and topics that `select` names are used (none: all), without those that
    `ignore` names. Raises PatternErrors with every problem of every file, or with every unknown name.
    """

    def __init__(
        self, patterns: Sequence[str | Path] = (), *, builtin: bool = True, select: Iterable[str] = (), ignore: Iterable[str] = ()
    ) -> None:
        loaded = load_patterns([named_patterns(p) for p in patterns], shipped_patterns() if builtin else None)
        self._given = tuple(patterns), builtin, tuple(select), tuple(ignore)
        self.patterns: PatternSet = loaded.only(*self._given[2:])
        self.matcher = Matcher(self.patterns)

    def beside(self, file: str | Path) -> Extractor:
        """An extractor with the same patterns and all those of a further file."""
        patterns, builtin, select, ignore = self._given
        return Extractor([*patterns, file], builtin=builtin, select=[*select, Path(file).stem] if select else (), ignore=ignore)

    def extract(self, document: Document, *, indicators_only: bool = True, warn: Warn = warnings.warn) -> list[Record]:
        """The records of a document in order of position; without indicators_only also those that no indicator claims.

        warn is told of each raw regex of the patterns that took too long.
        """
        return self.extract_each([document], indicators_only=indicators_only, warn=warn)[0]

    def extract_each(
        self, documents: Sequence[Document], *, indicators_only: bool = True, warn: Warn = warnings.warn
    ) -> list[list[Record]]:
        """The records of each document, as `extract` gives them; a handful at once takes less time than one after the other."""
        understood = self.understand_each(documents, warn)
        rows = ((row for row in one.rows if row.claim or not indicators_only) for one in understood)
        return [*map(assemble, documents, (one.reading for one in understood), rows)]

    def understand(self, document: Document, warn: Warn = warnings.warn) -> Understood:
        """What every step says of the numbers of a document."""
        return self.understand_each([document], warn)[0]

    def understand_each(self, documents: Sequence[Document], warn: Warn = warnings.warn) -> list[Understood]:
        """The same of each document. One step is done for all of them before the next, which keeps the processor's caches warm."""
        readings = Reading.of_each([document.text for document in documents])
        places = [reading.surroundings for reading in readings]
        units = [*map(read_units, readings, places)]
        meanings = [*map(read_measures, readings, places, units)]
        choosers = [*map(self.matcher.chooser, readings, places, units, meanings)]
        claims = [chooser.choose_all() for chooser in choosers]
        for document, chooser in zip(documents, choosers, strict=True):
            for raw, what in chooser.raw.too_slow():
                warn(SlowPattern(document.source, str(raw), what))
        statuses = map(read_statuses, readings, places, meanings)
        timings = map(read_timings, readings, places, meanings, [document.date for document in documents])
        sources = [[claim.source if claim else None for claim in chosen] for chosen in claims]
        subjects = map(read_subjects, readings, places, units, sources)
        columns = zip([r.quantities for r in readings], places, units, meanings, claims, [*statuses], [*timings], [*subjects], strict=True)
        rows = ([*map(Row._make, zip(*column, strict=True))] for column in columns)
        return [*map(Understood, readings, choosers, rows)]
