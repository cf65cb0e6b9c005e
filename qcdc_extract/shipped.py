"""Where the patterns that come with the program are."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def shipped_patterns() -> Path:
    """The folder of the shipped pattern files: inside the package when installed, else the checkout's patterns/."""
    installed = _HERE / "_patterns"
    return installed if installed.is_dir() else _HERE.parent / "patterns"
