"""A file that is either the whole new one or still the old one: written beside it, and put in its place at the end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from qcdc_extract.errors import OutputError


@contextmanager
def replaced(path: str) -> Iterator[TextIO]:
    """A UTF-8 stream for the new content of `path`, which is there only when the block has ended without an error."""
    target = Path(os.path.realpath(path))
    plain = not target.exists() or target.is_file()  # not a device or a pipe, which cannot be replaced
    beside = target.with_name(f".{target.name}.{os.getpid()}.part") if plain else target
    try:
        with open(beside, "w", encoding="utf-8", newline="\n") as out:
            yield out
        if plain:
            if target.exists():
                shutil.copymode(target, beside)
            os.replace(beside, target)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}); the old file, if any, is untouched") from error
    finally:
        if plain:
            with suppress(OSError):
                beside.unlink()
