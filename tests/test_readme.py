"""What the README promises is run.

- ```console: each line that begins with "$ " is run in a copy of the checkout and must succeed; lines that follow it are
  its output, in which a line "..." stands for any lines.
- ```python: run; a ```text block right behind it is what it prints.
- ```sh: for people to type; the make targets in it must exist.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, environment

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SHOWN = ("samples", "patterns", "README.md")


def commands() -> list[tuple[str, str]]:
    """Every command of the console blocks and the output shown for it."""
    found = []
    for language, body in BLOCKS:
        if language == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((command, output.rstrip("\n")))
    return found


def programs() -> list[tuple[str, str]]:
    """Every python block, and the text block right behind it."""
    return [
        (body, after[1] if after[0] == "text" else "")
        for (language, body), after in zip(BLOCKS, [*BLOCKS[1:], ("", "")], strict=True)
        if language == "python"
    ]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Something that a README's command may write into, with `qcdc-extract` on the path."""
    for name in SHOWN:
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "qcdc-extract"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m qcdc_extract "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


def _matches(shown: str, real: str) -> bool:
    pattern = "".join(r"(?:.*\n)*?" if line.strip() in ("...", "…") else re.escape(line) + r"\s*\n" for line in shown.splitlines())
    return re.fullmatch(pattern, real.rstrip("\n") + "\n") is not None


@pytest.mark.skipif(os.name != "posix", reason="the README's commands are for a shell")
@pytest.mark.parametrize(("command", "output"), commands(), ids=[command for command, _ in commands()])
def test_a_command_of_the_readme_runs_and_prints_what_it_shows(checkout: Path, command: str, output: str) -> None:
    for tool in re.findall(r"(?:^|\| )(\w[\w-]*)", command):
        if tool != "qcdc-extract" and not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    path = f"{checkout / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=checkout, env={**environment(), "PATH": path}, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    if output:
        assert _matches(output, done.stdout.decode()), done.stdout.decode()


@pytest.mark.parametrize(("code", "output"), programs(), ids=[f"python {i}" for i, _ in enumerate(programs(), 1)])
def test_an_example_of_the_library_runs_and_prints_what_it_shows(code: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    names: dict[str, Any] = {"__name__": "__readme__"}
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), names)
    if output:
        assert _matches(output, printed.getvalue()), printed.getvalue()


def test_the_two_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    typed = [body for language, body in BLOCKS if language == "sh"]
    asked = {target for body in typed for target in re.findall(r"^make (\w+)", body, re.MULTILINE)}
    assert {"demo", "test"} <= asked <= targets


def test_the_readme_shows_commands_and_the_library() -> None:
    assert commands()
    assert programs()


def test_links_into_the_checkout_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target
