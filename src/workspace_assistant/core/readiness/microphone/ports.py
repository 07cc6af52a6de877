"""What the microphone check needs from outside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray


class Unavailable(StrEnum):
    """Why there is no recording. The values are the report's `not_measured` reasons.

    Criteria: `no-device`: the system lists no microphone. `no-sound-server`: nothing lists or
    opens devices. `unknown-device`: the chosen one is not in the list. `device-busy`,
    `permission-denied`, `format-refused`, `cannot-open`: opening failed so. `does-not-open`:
    opening took more than 8 s. `opens-but-delivers-nothing`: no block within 3 s.
    `stopped-delivering`: no block for 2 s, later, or the recording took 3 s longer than it
    lasts. `unplugged`: the source left the list. `moved-to-another-microphone`: it is still there,
    but the recording was taken off it, if only for a moment, or goes on from another socket of it.
    `recording-turned-down`: the sound server keeps our stream muted or at another volume than
    100 %. `input-volume-changed`: volume or mute, ours or the microphone's, changed meanwhile.
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
    MOVED = "moved-to-another-microphone"
    TURNED_DOWN = "recording-turned-down"
    VOLUME_CHANGED = "input-volume-changed"
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


class NotPlayable(StrEnum):
    """Why a sound could not be played. The values are the report's `not_measured` reasons.

    Criteria of some: `moved-to-another-output`: our stream was taken to another sink, or the sink
    to another socket. `playback-turned-down`: the server keeps our stream muted or at another
    volume than 100 %. `output-volume-changed`: volume or mute changed from the moment it was read.
    `microphone-in-use`: nothing was played, because others in a call might hear it.
    """

    NO_DEVICE = "no-playback-device"
    NO_SOUND_SERVER = "no-sound-server"
    UNKNOWN_DEVICE = "unknown-playback-device"
    DEVICE_BUSY = "playback-device-busy"
    CANNOT_OPEN = "cannot-open-playback"
    STOPPED = "playback-stopped"
    UNPLUGGED = "playback-unplugged"
    MOVED = "moved-to-another-output"
    TURNED_DOWN = "playback-turned-down"
    VOLUME_CHANGED = "output-volume-changed"
    MICROPHONE_IN_USE = "microphone-in-use"
    LIBRARY_MISSING = "library-missing"
    PLUGIN_MISSING = "sound-plugin-missing"


class PlaybackUnavailableError(Exception):
    """Nothing was played to its end; `detail` is the system's own wording."""

    def __init__(self, reason: NotPlayable, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


class Player(Protocol):
    def play(
        self,
        samples: NDArray[np.floating],
        sample_rate_hz: int,
        *,
        device_id: str = "",
        ctx: JobContext,
    ) -> None:
        """Play *samples* (one channel, full scale 1.0) to the end; an empty id is the default.

        Raises `PlaybackUnavailableError` and `JobCancelledError`; nothing sounds any more then.
        """


class NoVolumeControl(StrEnum):
    """Why the system's input volume cannot be read or set from here.

    `volume-at-zero`: it is at 0 %, from which no step in decibels leads up.
    """

    NOT_ON_THIS_SYSTEM = "not-on-this-system"
    NO_SOUND_SERVER = "no-sound-server"
    UNKNOWN_DEVICE = "unknown-device"
    REFUSED = "refused"
    AT_ZERO = "volume-at-zero"


class VolumeUnavailableError(Exception):
    """The volume is as it was; `detail` is the system's own wording."""

    def __init__(self, reason: NoVolumeControl, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """The system's input volume: 0 dB is its 100 %, minus infinity is none.

    What 100 % amplifies is the device's affair: some microphones are at their loudest there.
    """

    db: float
    is_muted: bool


class VolumeControl(Protocol):
    """Reads and sets a microphone's input volume. All may raise `VolumeUnavailableError`.

    An empty `device_id` is the default microphone. The result is what the system says afterwards:
    it rounds, and it ends the scale (PulseAudio's own controls at +11 dB), so a caller compares.
    """

    def get(self, device_id: str) -> Volume: ...

    def change(self, device_id: str, change_db: float) -> Volume:
        """Raise (or lower) the volume by `change_db` on all channels alike."""

    def set(self, device_id: str, volume_db: float) -> Volume:
        """Bring the loudest channel to `volume_db`, the balance kept; leads up from zero, too."""


class VoiceDetector(Protocol):
    """Tells speech from other sound. `name` goes into the conditions of what it measured."""

    @property
    def name(self) -> str: ...

    @property
    def frame_s(self) -> float:
        """How much sound one probability speaks for, in seconds."""

    def probabilities(self, samples_16k: NDArray[np.floating]) -> NDArray[np.float64]:
        """For each frame of one channel at 16 kHz the probability (0 to 1) that it is speech."""
