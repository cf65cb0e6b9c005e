"""The process's edges: its streams, its messages, and how it ends when a stream is gone."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

from qcdc_extract.errors import OutputError

NAME = "qcdc-extract"


def use_utf8() -> None:
    """UTF-8 and LF on stdout and stderr, whatever the locale and the system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(message: str, *details: str) -> None:
    """One line on stderr, and what belongs below it; control characters in names and texts cannot break a line."""
    with suppress(OSError):
        print(f"{NAME}: {one_line(message)}", *map(one_line, details), sep="\n", file=sys.stderr, flush=True)


def one_line(text: str) -> str:
    """A text whose control characters cannot do anything to a terminal."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)


@contextmanager
def stdout_errors() -> Iterator[None]:
    """End in the documented way when stdout (or the -o file) cannot be written, or the user stops the program."""
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        _drop_stdout()
        raise typer.Exit(130) from None
    except BrokenPipeError:
        _drop_stdout()
        raise typer.Exit(141) from None
    except OutputError as error:
        say(str(error))
        raise typer.Exit(2) from None
    except OSError as error:
        _drop_stdout()
        say(f"standard output: cannot be written ({error.strerror or error})")
        raise typer.Exit(2) from None


def _drop_stdout() -> None:
    """What is still buffered goes nowhere, so that the interpreter does not stumble over it at its end."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
