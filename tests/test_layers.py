"""Which module must not know which: the layers of ARCHITECTURE.md, read from the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = "qcdc_extract"

# Lowest first. A module, or a package as a whole, imports only from layers before its own; a package's own modules are its affair.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("late",),
    ("document", "model", "scanning", "wording", "errors", "shipped"),
    ("vocabulary",),
    ("numerals", "units"),
    ("numbers", "times", "traps"),
    ("sentences", "mentions", "tables"),
    ("reading",),
    ("phrases",),
    ("tomlfile",),
    ("patterns",),
    ("raw",),
    ("context",),
    ("matching",),
    ("claims",),
    ("records",),
    ("assemble",),
    ("pipeline",),
    ("explain", "discover"),
    ("pattern_tests",),
    ("lint", "new_pattern"),
    ("inputs", "writers"),
    ("config",),
    ("batch",),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
DOORS = {"__init__", "__main__"}  # the library's and the program's front doors see everything

FILES = sorted((ROOT / PACKAGE).rglob("*.py"))


def unit_of(file: Path) -> str:
    """The module or package that a file belongs to: inputs/rows.py -> inputs."""
    parts = file.relative_to(ROOT / PACKAGE).with_suffix("").parts
    return parts[0]


def imports(file: Path) -> set[str]:
    """Full names of what a file imports, inside functions and for type checking too."""
    inside = [*file.relative_to(ROOT).with_suffix("").parts][:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(inside[: len(inside) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found |= {f"{module}.{alias.name}" for alias in node.names}
    return found


def units_imported(file: Path) -> set[str]:
    own = (name.split(".") for name in imports(file) if name.split(".")[0] == PACKAGE)
    return {parts[1] for parts in own if len(parts) > 1 and (parts[1] in LEVEL or parts[1] == "__init__")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_imports_only_from_the_layers_below(file: Path) -> None:
    unit = unit_of(file)
    if unit in DOORS:
        return
    assert unit in LEVEL, f"{unit} has no place yet: add it to LAYERS here and to ARCHITECTURE.md"
    above = {name for name in units_imported(file) - {unit} if LEVEL[name] >= LEVEL[unit]}
    assert not above, f"{unit} must not know {above}"


def importers(library: str) -> set[str]:
    return {unit_of(file) for file in FILES if any(name.split(".")[0] == library for name in imports(file))}


def test_only_the_command_line_knows_typer() -> None:
    assert importers("typer") == {"cli"}


def test_nobody_imports_click() -> None:
    # Recent releases of typer carry their own.
    assert not importers("click")


def test_only_a_writer_knows_rich() -> None:
    assert importers("rich") <= {"writers", "cli"}


def test_order_and_options_know_no_regular_expressions() -> None:
    for library in ("regex", "re"):
        assert not importers(library) & {"pipeline", "cli", "batch", "inputs", "writers", "records", "model"}


@pytest.mark.parametrize("library", ["socket", "http", "urllib", "requests", "locale", "random", "pickle"])
def test_nothing_asks_the_network_the_locale_or_chance(library: str) -> None:
    assert not importers(library)


def test_nothing_asks_the_clock() -> None:
    asked = {"today", "now", "utcnow", "time_ns", "localtime"}
    for file in FILES:
        names = {node.attr for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
        assert not names & asked, file
