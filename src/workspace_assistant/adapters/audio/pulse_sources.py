"""Microphones as PulseAudio and PipeWire list them, by `pactl`: PortAudio cannot name them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workspace_assistant.core.readiness.foreign_names import one_line
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

Checkpoint = Callable[[], None]

_TIMEOUT_S = 3.0
_TICK_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseSource:
    """One real microphone (no monitor of an output), with its own format."""

    index: int
    name: str
    description: str
    channels: int
    sample_rate_hz: int
    is_default: bool

    @property
    def device(self) -> MicrophoneDevice:
        name = one_line(self.description) or self.name
        return MicrophoneDevice(id=self.name, name=name, is_default=self.is_default)


def find_pactl() -> str | None:
    """Path of pactl, or None where there is no PulseAudio client."""
    return shutil.which("pactl")


def list_sources(pactl: str, checkpoint: Checkpoint) -> tuple[PulseSource, ...]:
    """The microphones there are. Raises `MicrophoneUnavailableError` when nothing answers."""
    default_name = str(_ask(pactl, checkpoint, "info").get("default_source_name", ""))
    return parse_sources(_ask(pactl, checkpoint, "list", "sources"), default_name)


def recorded_source_index(pactl: str, process_id: int, checkpoint: Checkpoint) -> int | None:
    """Index of the source that the process records from now; None when it has no stream."""
    for output in _ask(pactl, checkpoint, "list", "source-outputs"):
        if output.get("properties", {}).get("application.process.id") == str(process_id):
            return int(output["source"])
    return None


def parse_sources(
    documents: Sequence[Mapping[str, Any]], default_name: str
) -> tuple[PulseSource, ...]:
    """Sources out of pactl's JSON. The first one stands in where the default is a monitor."""
    real = [document for document in documents if not _is_monitor(document)]
    names = [document["name"] for document in real]
    default = default_name if default_name in names else next(iter(names), "")
    return tuple(_source(document, document["name"] == default) for document in real)


def _is_monitor(document: Mapping[str, Any]) -> bool:
    # PipeWire writes "n/a" where PulseAudio writes nothing.
    is_of_sink = document.get("monitor_source") not in {None, "", "n/a"}
    return is_of_sink or document.get("properties", {}).get("device.class") == "monitor"


def _source(document: Mapping[str, Any], is_default: bool) -> PulseSource:  # noqa: FBT001 - private
    _, channels, rate = str(document["sample_specification"]).split()  # s16le 2ch 48000Hz
    return PulseSource(
        index=int(document["index"]),
        name=document["name"],
        description=document.get("description") or document["name"],
        channels=int(channels.removesuffix("ch")),
        sample_rate_hz=int(rate.removesuffix("Hz")),
        is_default=is_default,
    )


def _ask(pactl: str, checkpoint: Checkpoint, *question: str) -> Any:
    """The JSON answer of pactl. Its numbers follow the locale, which can break JSON: set it."""
    command = [pactl, "-f", "json", *question]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        with subprocess.Popen(  # noqa: S603 - a program found on PATH, arguments as a list
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            try:
                answer, complaint = _wait_for(process, checkpoint)
            finally:
                process.kill()
        if process.returncode == 0:
            return json.loads(answer)
    except (OSError, ValueError) as error:
        raise MicrophoneUnavailableError(Unavailable.NO_SOUND_SERVER, str(error)) from error
    detail = complaint.decode(errors="replace").strip()
    raise MicrophoneUnavailableError(Unavailable.NO_SOUND_SERVER, detail)


def _wait_for(process: subprocess.Popen[bytes], checkpoint: Checkpoint) -> tuple[bytes, bytes]:
    """What the process wrote; a sound server that hangs must not make a cancel wait."""
    deadline_s = time.monotonic() + _TIMEOUT_S
    while True:
        checkpoint()
        try:
            return process.communicate(timeout=_TICK_S)
        except subprocess.TimeoutExpired:
            if time.monotonic() > deadline_s:
                detail = f"no answer within {_TIMEOUT_S:g} s"
                raise MicrophoneUnavailableError(Unavailable.NO_SOUND_SERVER, detail) from None
