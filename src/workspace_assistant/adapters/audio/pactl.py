"""Asks the sound server (PulseAudio, or PipeWire in its place) by its own program, `pactl`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from typing import Any

Checkpoint = Callable[[], None]

_TIMEOUT_S = 3.0
_TICK_S = 0.05


class SoundServerError(Exception):
    """The server did not answer, or said no; the text is its own wording."""

    @property
    def is_refusal(self) -> bool:
        """Whether a server was there and refused: pactl begins its own complaints so."""
        return str(self).startswith("Failure:")


def find_pactl() -> str | None:
    """Path of pactl, or None where there is no PulseAudio client."""
    return shutil.which("pactl")


def ask(pactl: str, checkpoint: Checkpoint, *question: str) -> Any:
    """The JSON answer to, say, ``list sources``. Raises `SoundServerError`."""
    answer = _run([pactl, "-f", "json", *question], checkpoint)
    try:
        return json.loads(answer)
    except ValueError as error:
        raise SoundServerError(str(error)) from error


def tell(pactl: str, checkpoint: Checkpoint, *command: str) -> None:
    """Have the server do something. Raises `SoundServerError`."""
    _run([pactl, *command], checkpoint)


def environment() -> dict[str, str]:
    """This process's own, in a locale whose numbers do not break JSON."""
    return {**os.environ, "LC_ALL": "C.UTF-8"}


def dying_with_us(command: list[str]) -> list[str] | None:
    """*command* so that it ends when this process is killed; None where that cannot be had."""
    setpriv = shutil.which("setpriv")
    return None if setpriv is None else [setpriv, "--pdeathsig", "KILL", *command]


def _run(command: list[str], checkpoint: Checkpoint) -> bytes:
    try:
        with subprocess.Popen(  # noqa: S603 - a program found on PATH, arguments as a list
            dying_with_us(command) or command,  # a server that hangs would hold it after us
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            try:
                answer, complaint = _wait_for(process, checkpoint)
            finally:
                process.kill()
    except OSError as error:
        raise SoundServerError(str(error)) from error
    if process.returncode != 0:
        raise SoundServerError(complaint.decode(errors="replace").strip())
    return answer


def _wait_for(process: subprocess.Popen[bytes], checkpoint: Checkpoint) -> tuple[bytes, bytes]:
    """What the process wrote; a sound server that hangs must not make a cancel wait."""
    deadline_s = time.monotonic() + _TIMEOUT_S
    while True:
        checkpoint()
        try:
            return process.communicate(timeout=_TICK_S)
        except subprocess.TimeoutExpired:
            if time.monotonic() > deadline_s:
                raise SoundServerError(f"no answer within {_TIMEOUT_S:g} s") from None
