"""What the README and the tutorials promise is run, from the top of each page to its end.

- ```console: each line that begins with "$ " is run as at a terminal; the lines that follow it are what it prints (stdout,
  then stderr), in which "..." stands for anything: a line of it for any lines. It must succeed, unless the next command is
  "echo $?", which is not run but tells the exit code. The README's commands run in a copy of the checkout, a tutorial's in
  an empty folder.
- ```toml title="name" (or text, any language): the file is written, in place of one that is there.
- ```toml without a title must be TOML.
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
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT, environment

README, *TUTORIALS = PAGES = ("README.md", "docs/huong_dan.md", "docs/tutorial.md")
SHOWN = ("samples", "patterns", "README.md")


class Block(NamedTuple):
    """A fenced block of a page; `line` is that of its fence."""

    language: str
    title: str
    body: str
    line: int


class Command(NamedTuple):
    """A command of a console block, what it prints, and the exit code it must have."""

    text: str
    output: str
    code: int


def blocks(page: str) -> list[Block]:
    text = (ROOT / page).read_text("utf-8")
    found = re.finditer(r'^( *)```(\w+)(?: title="([^"]+)")?\n(.*?)^\1```$', text, re.MULTILINE | re.DOTALL)
    return [Block(m[2], m[3] or "", re.sub(f"^{m[1]}", "", m[4], flags=re.MULTILINE), text.count("\n", 0, m.start()) + 1) for m in found]


def commands(body: str) -> list[Command]:
    """The commands of a console block; what stands behind "\\" at a line's end belongs to the command."""
    found: list[Command] = []
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        text, output = re.fullmatch(r"((?:.*\\\n)*.*)\n((?:.|\n)*)", part).groups()  # type: ignore[union-attr]
        if text == "echo $?":
            found[-1] = found[-1]._replace(code=int(output))
        else:
            found.append(Command(text, output.rstrip("\n"), 0))
    return found


def at_a_terminal(command: str, folder: Path, path: str) -> tuple[int, str]:
    """Runs a command line whose stdout is a terminal of 100 columns: the exit code, and what stdout and stderr show."""
    import pty

    ours, theirs = pty.openpty()
    given = {**environment(), "PATH": path, "HOME": str(folder), "TERM": "dumb", "LINES": "40", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    running = subprocess.Popen(["/bin/sh", "-c", command], cwd=folder, env=given, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    printed = b""
    with contextlib.suppress(OSError):  # how Linux says that the other side is closed
        while got := os.read(ours, 65_536):
            printed += got
    os.close(ours)
    _, said = running.communicate(timeout=60)
    return running.returncode, printed.replace(b"\r\n", b"\n").decode() + said.decode()


def matches(shown: str, real: str) -> bool:
    """Whether that was printed; "..." within a line stands for any characters, as a line for any lines."""
    lines = (r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"[^\S\n]*\n" for line in shown.splitlines())
    return re.fullmatch("".join(lines), real.rstrip("\n") + "\n") is not None


def wrong(command: Command, folder: Path, path: str) -> str:
    """What is wrong with a command, or nothing."""
    unquoted = re.sub(r"'[^']*'|\"[^\"]*\"", "''", command.text)
    tools = re.findall(r"(?:^|\| )(\w[\w-]*)", unquoted)
    if not all(shutil.which(tool, path=path) for tool in tools):
        return ""
    code, printed = at_a_terminal(command.text, folder, path)
    if code != command.code:
        return f"exit code {code}\n{printed}"
    return "" if not command.output or matches(command.output, printed) else printed


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which `qcdc-extract` is this checkout's."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "qcdc-extract"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m qcdc_extract "$@"\n', "utf-8")
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.skipif(os.name != "posix", reason="the pages' commands are for a shell")
@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_run_and_print_what_it_shows(page: str, tmp_path: Path, programs: str) -> None:
    if page == README:
        for name in SHOWN:
            (tmp_path / name).symlink_to(ROOT / name)
    problems = []
    for block in blocks(page):
        if block.title:
            (tmp_path / block.title).write_text(block.body, "utf-8")
        elif block.language == "console":
            found = [(command, wrong(command, tmp_path, programs)) for command in commands(block.body)]
            problems += [f"{page}:{block.line}: $ {command.text}\n{what}" for command, what in found if what]
    assert not problems, "\n\n".join(problems)


@pytest.mark.parametrize("page", PAGES)
def test_the_toml_of_a_page_is_toml(page: str) -> None:
    for block in blocks(page):
        if block.language == "toml":
            tomllib.loads(block.body)


def library_examples() -> list[tuple[str, str]]:
    """Every python block, and the text block right behind it."""
    found = blocks(README)
    return [
        (block.body, after.body if after and after.language == "text" else "")
        for block, after in zip(found, [*found[1:], None], strict=True)
        if block.language == "python"
    ]


@pytest.mark.parametrize(("code", "output"), library_examples(), ids=[f"python {i}" for i, _ in enumerate(library_examples(), 1)])
def test_an_example_of_the_library_runs_and_prints_what_it_shows(code: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    names: dict[str, Any] = {"__name__": "__readme__"}
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), names)
    if output:
        assert matches(output, printed.getvalue()), printed.getvalue()


def test_the_two_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    typed = [block.body for block in blocks(README) if block.language == "sh"]
    asked = {target for body in typed for target in re.findall(r"^make (\w+)", body, re.MULTILINE)}
    assert {"demo", "test"} <= asked <= targets


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_commands(page: str) -> None:
    assert any(commands(block.body) for block in blocks(page) if block.language == "console")


def test_the_readme_shows_the_library() -> None:
    assert library_examples()


@pytest.mark.parametrize("page", [*PAGES, "ARCHITECTURE.md", "CHANGELOG.md"])
def test_links_into_the_checkout_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text("utf-8")):
        assert (ROOT / page).parent.joinpath(target).exists(), target
