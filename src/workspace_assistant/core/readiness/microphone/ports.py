"""What the microphone check needs from outside."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording


class Unavailable(StrEnum):
    """Why there is no recording. The values are the report's `not_measured` reasons.

    Criteria: `no-device`: the system lists no microphone. `no-sound-server`: nothing lists or
    opens devices. `unknown-device`: the chosen one is not in the list. `device-busy`,
    `permission-denied`, `format-refused`, `cannot-open`: opening failed so. `does-not-open`:
    opening took more than 8 s. `opens-but-delivers-nothing`: no block within 3 s.
    `stopped-delivering`: no block for 2 s, later, or the recording took 3 s longer than it
    lasts. `unplugged`: the source left the list, or the stream was moved off it.
    `library-missing`: PortAudio is not installed. `sound-plugin-missing`: ALSA has no bridge to the
    sound server.
    """

    NO_DEVICE = "no-device"
    NO_SOUND_SERVER = "no-sound-server"
    UNKNOWN_DEVICE = "unknown-device"
    DEVICE_BUSY = "device-busy"
    PERMISSION_DENIED = "permission-denied"
    FORMAT_REFUSED = "format-refused"
    CANNOT_OPEN = "cannot-open"
    DOES_NOT_OPEN = "does-not-open"
    DELIVERS_NOTHING = "opens-but-delivers-nothing"
    STOPPED_DELIVERING = "stopped-delivering"
    UNPLUGGED = "unplugged"
    LIBRARY_MISSING = "library-missing"
    PLUGIN_MISSING = "sound-plugin-missing"


class MicrophoneUnavailableError(Exception):
    """There is no recording; `detail` is the system's own wording, for the log and the curious."""

    def __init__(self, reason: Unavailable, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


class MicrophoneProbe(Protocol):
    """Both methods may raise `MicrophoneUnavailableError`."""

    def devices(self) -> tuple[MicrophoneDevice, ...]:
        """The microphones there are now, the default one marked. Takes up to a few seconds."""

    def record(
        self, *, device_id: str, quiet_s: float, speech_s: float, ctx: JobContext
    ) -> Recording:
        """Record `quiet_s` + `speech_s` from the first sample on; reports stages and levels.

        An empty `device_id` takes the system's default. Raises `JobCancelledError` as well.
        """
