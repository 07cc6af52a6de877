"""A choice that cannot be kept: a sentence that says where, and the exit code of our failure."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from workspace_assistant.adapters.files import writing
from workspace_assistant.bootstrap.line_watch import watch_tools
from workspace_assistant.bootstrap.schedule_tools import schedule_tools
from workspace_assistant.cli.main import explained, parse

_TOOLS: dict[str, Callable[[Path], object]] = {"watch": watch_tools, "schedule": schedule_tools}


@pytest.mark.parametrize(
    "command", [("watch", "on"), ("watch", "off"), ("schedule", "set", "--before", "20")]
)
def test_a_full_disk_is_told_with_its_place(
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing.os, "fsync", refuse)
    arguments, tools = parse(command), _TOOLS[command[0]](tmp_path)
    assert explained(lambda: int(arguments.run(arguments, tools))) == 1
    said = capsys.readouterr().err
    assert said == f"{tmp_path}: the choice cannot be kept: {os.strerror(errno.ENOSPC)}\n"
    assert not (tmp_path / "choices.json").exists()
