"""What several tests need: the program as a process, and a record to write."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from qcdc_extract.records import Record, Span

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Written for the tests. The first number is what a record is expected for.
REPORT = "Trung tâm Phục vụ hành chính công huyện đã tiếp nhận 4.984 hồ sơ trong 6 tháng đầu năm 2019.\n"

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def environment() -> dict[str, str]:
    """As poor a locale as there is, so that what is read and written cannot depend on it."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "100"}


@pytest.fixture
def qcdc(tmp_path: Path) -> Run:
    """Runs the program in tmp_path: qcdc(arguments ..., stdin=bytes) -> the finished process, outputs as bytes."""

    def run(*arguments: str, stdin: bytes = b"", **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "qcdc_extract", *arguments]
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=tmp_path, env=environment(), timeout=60, check=False, **options
        )

    return run


def errors(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on stderr; a traceback is never right."""
    text = done.stderr.decode("utf-8")
    assert "Traceback" not in text, text
    return text.splitlines()


def record(**fields: Any) -> Record:
    """A valid record with `fields` changed."""
    given: dict[str, Any] = {
        "document": "bao_cao",
        "source": "bao_cao.txt",
        "span": Span(start=3, end=8, text="4.984"),
        "value": Decimal(4984),
        "kind": "count",
        "evidence": Span(start=0, end=15, text="Có 4.984 hồ sơ."),
    }
    return Record(**(given | fields))


@pytest.fixture
def shared() -> Path:
    """The folder with the gold and the corpus, which stands beside a checkout only where the program is developed."""
    if not SHARED.is_dir():
        pytest.skip("../shared (gold and corpus) is not here")
    return SHARED
