"""Where the patterns that come with the program are."""

from __future__ import annotations

from pathlib import Path

EXTRA = "extra"
_HERE = Path(__file__).resolve().parent


def shipped_patterns() -> Path:
    """The folder of the shipped pattern files: inside the package when installed, else the checkout's patterns/."""
    installed = _HERE / "_patterns"
    return installed if installed.is_dir() else _HERE.parent / "patterns"


def named_patterns(path: str | Path) -> Path:
    """The pattern files that a user names: "extra" is the shipped folder of topics that are used only when asked for."""
    return shipped_patterns() / EXTRA if str(path) == EXTRA and not Path(path).exists() else Path(path)
