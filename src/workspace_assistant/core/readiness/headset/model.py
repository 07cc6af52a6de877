"""What the headset check works on: the microphone and the earpiece that belong together."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.readiness.microphone.model import (
    Connection,
    MicrophoneDevice,
    Recording,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybackDevice:
    """Where sound comes out. What the system does not tell is None (or `Connection.UNKNOWN`).

    Attributes:
        volume_db: the system's output volume, 0 being its 100 %.
        profile: the mode it is in, in the system's words (Bluetooth: ``headset-head-unit``).
        is_communication_default: whether calls sound here by default (Windows has two defaults).
    """

    id: str
    name: str
    connection: Connection = Connection.UNKNOWN
    is_default: bool = False
    is_communication_default: bool | None = None
    is_muted: bool | None = None
    volume_db: float | None = None
    profile: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadsetFacts:
    """What the system says without a sound.

    Attributes:
        microphone: the one that would record; None where there is none.
        playback: where a call would sound; None where there is nothing.
        same_device: whether the two belong to one headset; None when that cannot be told.
        others_recording: names of other programs that record from the microphone now; None when
            the system does not tell.
    """

    microphone: MicrophoneDevice | None = None
    playback: PlaybackDevice | None = None
    same_device: bool | None = None
    others_recording: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeardTone:
    """What the microphone recorded while a sound was played.

    `played_quieter_db` is by how much the sound was lowered to spare the ear, because the system's
    output volume amplifies: a call is not lowered, and leaks as much more.
    """

    recording: Recording
    played_quieter_db: float = 0.0
