"""Our own stream on the sound server, freed of the volume that the server remembers for it.

PulseAudio (module-stream-restore) and WirePlumber keep volume and mute of every program's streams
and apply them to the next one: a slider moved once would falsify all later numbers, or silence
them. So a stream is set to 100 % and unmuted before anything is measured with it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workspace_assistant.adapters.audio.device_facts import (
    FULL_VOLUME,
    channel_volumes,
    decibels,
    is_muted,
)
from workspace_assistant.adapters.audio.pactl import Checkpoint, ask, tell

_NO_INDEX = 0xFFFFFFFF  # PA_INVALID_INDEX: PipeWire's word for a stream that is linked to nothing
_TOLERANCE_DB = 0.1  # servers round
_SETTLES_WITHIN_S = 1.0  # PipeWire lists a change a little after it accepted it
_LOOK_EVERY_S = 0.03


class TurnedDownError(Exception):
    """The server keeps our stream muted, or at another volume than 100 %."""


@dataclass(frozen=True, slots=True)
class StreamKind:
    """What pactl calls a stream and the device that it is on."""

    stream: str
    device: str


RECORDING = StreamKind("source-output", "source")
PLAYING = StreamKind("sink-input", "sink")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStream:
    """A stream of one process; `device_index` is None while it is linked to nothing."""

    index: int
    device_index: int | None
    volumes: tuple[int, ...]
    is_muted: bool

    def is_clear(self, flat_volume: int | None) -> bool:
        """Whether it changes nothing: see `device_facts.flat_volume`, None being the usual."""
        wanted_db = decibels(FULL_VOLUME if flat_volume is None else flat_volume)
        return not self.is_muted and all(
            same_volume(decibels(volume), wanted_db) for volume in self.volumes
        )


def same_volume(one_db: float | None, other_db: float | None) -> bool:
    """Whether two volumes are one but for rounding; unknown ones and zeros are alike."""
    if one_db is None or other_db is None or one_db == other_db:
        return one_db == other_db
    return abs(one_db - other_db) <= _TOLERANCE_DB


def own_stream(
    pactl: str, kind: StreamKind, process_id: int, checkpoint: Checkpoint
) -> OwnStream | None:
    """The stream of this process; None when it has none. Raises `SoundServerError`."""
    streams = ask(pactl, checkpoint, "list", f"{kind.stream}s")
    found = (stream for stream in streams if _process_of(stream) == str(process_id))
    return next((_stream(stream, kind) for stream in found), None)


def clear_way(
    pactl: str,
    kind: StreamKind,
    process_id: int,
    flat_volume: int | None,
    checkpoint: Checkpoint,
) -> bool:
    """Set the stream of this process to 100 % and unmute it. Whether it was anything else.

    With flat volumes 100 % would move the device's own volume, so that is looked at and left alone.
    Raises `TurnedDownError` where the server does not obey, and `SoundServerError`.
    """
    stream = own_stream(pactl, kind, process_id, checkpoint)
    if stream is None or stream.is_clear(flat_volume):
        return False
    if flat_volume is None:
        tell(pactl, checkpoint, f"set-{kind.stream}-volume", str(stream.index), str(FULL_VOLUME))
    tell(pactl, checkpoint, f"set-{kind.stream}-mute", str(stream.index), "0")
    deadline_s = time.monotonic() + _SETTLES_WITHIN_S
    while time.monotonic() < deadline_s:
        stream = own_stream(pactl, kind, process_id, checkpoint)
        if stream is None or stream.is_clear(flat_volume):
            return True
        time.sleep(_LOOK_EVERY_S)
    raise TurnedDownError(f"{kind.stream} {stream}")


def _process_of(stream: Mapping[str, Any]) -> str:
    return str((stream.get("properties") or {}).get("application.process.id", ""))


def _stream(stream: Mapping[str, Any], kind: StreamKind) -> OwnStream:
    device_index = int(stream[kind.device])
    return OwnStream(
        index=int(stream.get("index", _NO_INDEX)),
        device_index=None if device_index == _NO_INDEX else device_index,
        volumes=tuple(channel_volumes(stream)),
        is_muted=is_muted(stream) is True,
    )
