"""What runs as a process of its own, and that a bundle can start all of it and nothing else."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workspace_assistant.bootstrap.parts import PARTS, run_part

SOURCE = Path(__file__).resolve().parents[3] / "src" / "workspace_assistant"
# Where it is written how the program starts itself.
STARTERS = {"core/own_process.py", "bootstrap/own_program.py"}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))


def is_run_as_program(tree: ast.Module) -> bool:
    return any(isinstance(one, ast.If) and "__main__" in ast.unparse(one.test) for one in tree.body)


def asks_for_the_interpreter(tree: ast.Module) -> bool:
    return any(
        isinstance(one, ast.Attribute) and ast.unparse(one) == "sys.executable"
        for one in ast.walk(tree)
    )


def test_every_part_of_the_program_is_on_the_list() -> None:
    runnable = {path for path, tree in sources() if is_run_as_program(tree)} - {"__main__.py"}
    assert {f"workspace_assistant/{path}" for path in runnable} == {
        f"{name.replace('.', '/')}.py" for name in PARTS
    }


def test_nothing_else_is_started_by_an_interpreter_that_a_bundle_has_not() -> None:
    assert {path for path, tree in sources() if asks_for_the_interpreter(tree)} == STARTERS


@pytest.mark.parametrize("arguments", [[], ["os"], ["workspace_assistant"], ["-c", "1"]])
def test_nothing_but_a_part_is_run(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("runpy.run_module", None)
    assert run_part(arguments) == 2
    assert capsys.readouterr().err == "This program has no such part.\n"


def test_a_part_gets_its_own_arguments_and_decides_the_exit_code() -> None:
    part = "workspace_assistant.adapters.network.speedtest_child"
    command = [sys.executable, "-m", "workspace_assistant", "--part", part, "no-such-order"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no-such-order" in done.stderr
