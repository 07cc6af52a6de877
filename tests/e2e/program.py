"""Runs the program as a user would: a process of its own, with its own data directory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str

    def document(self) -> Any:
        """Standard output as one JSON document; anything beside it fails here."""
        return json.loads(self.out)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "workspace_assistant", *arguments]


def environment(data_dir: Path) -> dict[str, str]:
    return {**os.environ, "WORKSPACE_ASSISTANT_DATA_DIR": str(data_dir)}


def run(data_dir: Path, *arguments: str, prefix: Sequence[str] = (), limit_s: float = 70) -> Answer:
    done = subprocess.run(
        [*prefix, *command(*arguments)],
        env=environment(data_dir),
        capture_output=True,
        text=True,
        timeout=limit_s,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)
