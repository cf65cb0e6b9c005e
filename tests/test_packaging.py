"""The program as it is installed: from a wheel, and from a checkout; both find the shipped patterns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import REPORT, ROOT

import qcdc_extract
from qcdc_extract.shipped import shipped_patterns

PATTERNS = sorted(path.name for path in (ROOT / "patterns").glob("*.toml"))
FIND = "from qcdc_extract.shipped import shipped_patterns as s; print(s()); print(*sorted(p.name for p in s().glob('*.toml')))"


def test_a_checkout_reads_its_own_patterns() -> None:
    assert shipped_patterns() == ROOT / "patterns"
    assert PATTERNS


@pytest.mark.skipif(find_spec("pip") is None, reason="no pip here to build with")
def test_a_wheel_holds_the_patterns_and_works_alone(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--disable-pip-version-check", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
        top = {name.split("/")[0] for name in archive.namelist()}
    assert top == {"qcdc_extract", f"qcdc_extract-{qcdc_extract.__version__}.dist-info"}
    assert (site / "qcdc_extract" / "py.typed").is_file()

    alone = {**os.environ, "PYTHONPATH": str(site)}
    folder, names = subprocess.run(
        [sys.executable, "-c", FIND], cwd=tmp_path, env=alone, capture_output=True, check=True, text=True
    ).stdout.splitlines()
    assert Path(folder) == site / "qcdc_extract" / "_patterns"
    assert names.split() == PATTERNS
    done = subprocess.run(
        [sys.executable, "-m", "qcdc_extract"], cwd=tmp_path, env=alone, input=REPORT.encode(), capture_output=True, check=True
    )
    assert [row["indicator"] for row in json.loads(done.stdout)] == ["ho_so_tiep_nhan"]


def _installed() -> bool:
    try:
        metadata.distribution("qcdc-extract")
    except metadata.PackageNotFoundError:
        return False
    return True


@pytest.mark.skipif(not _installed(), reason="not installed here: make test installs it")
def test_the_installed_program_finds_the_patterns_of_the_checkout(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    found = subprocess.run([sys.executable, "-c", FIND], cwd=tmp_path, env=environment, capture_output=True, check=True, text=True).stdout
    assert found.splitlines() == [str(ROOT / "patterns"), " ".join(PATTERNS)]
    program = Path(sys.executable).with_name("qcdc-extract")
    shown = subprocess.run([program, "--version"], cwd=tmp_path, env=environment, capture_output=True, check=True, text=True).stdout
    assert shown == f"qcdc-extract {qcdc_extract.__version__}\n"


def test_the_changelog_names_the_version() -> None:
    assert f"## {qcdc_extract.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
